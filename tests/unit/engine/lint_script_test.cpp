// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>

#include "lint_support.h"

namespace selfcheck::engine {
namespace {

/// What lint says of one Chinese text. The rest of the pack stays German, which is not looked at
/// here.
Messages lint_of_chinese(const char* text, const char* english = "Call now.") {
    Messages messages = lint_after_bundle([&](Json& b) {
        b["pack"]["languages"][1] = "zh-CN";
        b["texts"]["zh-CN"] = b["texts"]["de"];
        b["texts"].erase("de");
        b["texts"]["zh-CN"]["steps"]["call"] = text;
        b["texts"]["en"]["steps"]["call"] = english;
    });
    std::erase_if(messages,
                  [](const std::string& message) { return message.find(" /steps/call:") == std::string::npos; });
    return messages;
}

TEST(LintScript, FindsAChineseTextWithoutAChineseCharacter) {
    EXPECT_EQ(lint_of_chinese("Fieber"), Messages{"zh-CN.json /steps/call: has no Chinese character; translate it"});
}

TEST(LintScript, LetsNamesOfScoresAndFiguresStandInLatin) {
    for (const char* text : {"SARC-CalF", "QCT", "0\uFF5E3", "kg/m\u00B2"})
        EXPECT_EQ(lint_of_chinese(text), Messages()) << text;
}

TEST(LintScript, FindsHalfWidthPunctuationAfterAChineseWord) {
    for (const char* text : {"\u9A6C\u4E0A,\u6253\u7535\u8BDD", "\u9A6C\u4E0A\u201D,\u6253", "\u6253{age},\u6253"}) {
        const auto messages = lint_of_chinese(text);
        EXPECT_TRUE(std::count(messages.begin(), messages.end(),
                               "zh-CN.json /steps/call: has the half-width mark , after a Chinese "
                               "word; use the full-width one"))
            << text;
    }
    EXPECT_EQ(lint_of_chinese("\u7535\u8BDD(12)"),
              Messages{"zh-CN.json /steps/call: has the half-width mark ( after a Chinese word; "
                       "use the full-width one"});
}

TEST(LintScript, LeavesPunctuationBetweenFiguresAndLettersAlone) {
    EXPECT_EQ(lint_of_chinese("\u7535\u8BDD\uFF1A1.5\u500D\uFF0CT\u503C\uFF0CDXA, QCT", "1.5"), Messages());
}

TEST(LintScript, FindsChineseInAnEnglishText) {
    EXPECT_EQ(lint_after_bundle([](Json& b) { b["texts"]["en"]["steps"]["call"] = "\u6253\u7535\u8BDD now."; }),
              Messages{"en.json /steps/call: has Chinese characters outside brackets; translate them"});
}

TEST(LintScript, LetsTheChineseNameOfAMedicineStandInBrackets) {
    EXPECT_EQ(
        lint_after_bundle([](Json& b) { b["texts"]["en"]["steps"]["call"] = "Such as warfarin (\u534E\u6CD5\u6797)"; }),
        Messages());
}

}  // namespace
}  // namespace selfcheck::engine
