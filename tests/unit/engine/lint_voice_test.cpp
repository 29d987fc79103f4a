// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "lint_support.h"

namespace selfcheck::engine {
namespace {

Messages lint_of_call(const std::string& text) {
    return lint_after_bundle([&](Json& b) { b["texts"]["en"]["steps"]["call"] = text; });
}

Messages lint_of_chinese_call(const std::string& text) {
    Messages about_call;
    const Messages messages = lint_after_bundle([&](Json& b) {
        b["pack"]["languages"][1] = "zh-CN";
        b["texts"]["zh-CN"] = b["texts"]["de"];
        b["texts"].erase("de");
        b["texts"]["zh-CN"]["steps"]["call"] = text;
    });
    for (const auto& message : messages) {
        if (message.starts_with("zh-CN.json /steps/call")) about_call.push_back(message);
    }
    return about_call;
}

TEST(LintVoice, FindsAWordThatAddressesTheReaderOutsideAnAlternation) {
    EXPECT_EQ(lint_of_call("Call when {you|they} can."), Messages());
    EXPECT_EQ(
        lint_of_call("Call when You can."),
        Messages{"en.json /steps/call: says \"you\" also when somebody else is answered for; write {you|...} with "
                 "what stands there then"});
    EXPECT_EQ(lint_of_call("Youth is no excuse."), Messages());
}

TEST(LintVoice, FindsBothFormsOfTheChineseAddress) {
    EXPECT_EQ(lint_of_chinese_call("\u8BF7{\u60A8|}\u6253\u7535\u8BDD\u3002"), Messages());
    for (const std::string word : {"\u60A8", "\u4F60"}) {
        EXPECT_EQ(
            lint_of_chinese_call("\u8BF7" + word + "\u6253\u7535\u8BDD\u3002"),
            Messages{"zh-CN.json /steps/call: says \"" + word + "\" also when somebody else is answered for; write {" +
                     word + "|...} with what stands there then"});
    }
}

TEST(LintVoice, RefusesAThirdSide) {
    EXPECT_EQ(
        lint_of_call("Call when {you|they|we} can."),
        Messages{"en.json /steps/call: has an alternation of more than two sides; there are two, {for the reader|for "
                 "another}"});
}

TEST(LintVoice, MeasuresTheLongerSide) {
    const std::string rest(80, 'a');
    EXPECT_EQ(lint_of_call(rest + "{you|these two}"), Messages());
    EXPECT_EQ(lint_of_call(rest + "{you|all of them}"),
              Messages{"en.json /steps/call: has 91 characters; shorten it to 90"});
}

}  // namespace
}  // namespace selfcheck::engine
