// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>

#include "lint_support.h"

namespace selfcheck::engine {
namespace {

Messages lint_of_step(const std::string& text) {
    return lint_after_bundle([&](Json& b) { b["texts"]["en"]["steps"]["call"] = text; });
}

TEST(LintLengths, FindsATextOverItsBudget) {
    EXPECT_EQ(lint_of_step(std::string(90, 'a')), Messages());
    EXPECT_EQ(lint_of_step(std::string(91, 'a')), Messages{"en.json /steps/call: has 91 characters; shorten it to 90"});
}

TEST(LintLengths, CountsCharactersNotBytes) {
    std::string umlauts;
    for (int i = 0; i < 90; ++i) umlauts += "\u00FC";
    EXPECT_EQ(lint_of_step(umlauts), Messages());
}

TEST(LintLengths, CountsANameAsTheNumberThatReplacesIt) {
    Messages messages = lint_after_bundle([](Json& b) {
        for (const char* language : {"en", "de"}) {
            b["texts"][language]["steps"]["call"] = std::string(86, language[0]) + "{bleeding_points}";
        }
    });
    EXPECT_EQ(messages, Messages());
}

TEST(LintLengths, GivesChineseTheRoomThatItsWiderCharactersTake) {
    const auto lint_of_chinese = [](int characters) {
        std::string text;
        for (int i = 0; i < characters; ++i) text += "\u9AA8";
        Messages messages = lint_after_bundle([&](Json& b) {
            b["pack"]["languages"][1] = "zh-CN";
            b["texts"]["zh-CN"] = b["texts"]["de"];
            b["texts"].erase("de");
            b["texts"]["zh-CN"]["steps"]["call"] = text;
        });
        return std::count(messages.begin(), messages.end(),
                          "zh-CN.json /steps/call: has 35 characters; shorten it to 34");
    };
    EXPECT_EQ(lint_of_chinese(34), 0);
    EXPECT_EQ(lint_of_chinese(35), 1);
}

TEST(LintLengths, LooksAtEachParagraphByItself) {
    EXPECT_EQ(lint_after_bundle([](Json& b) {
                  b["texts"]["en"]["cards"]["brushing"]["body"] = {std::string(300, 'a'), std::string(301, 'a')};
                  b["texts"]["de"]["cards"]["brushing"]["body"] = {"Eins.", "Zwei."};
              }),
              Messages{"en.json /cards/brushing/body/1: has 301 characters; shorten it to 300"});
}

}  // namespace
}  // namespace selfcheck::engine
