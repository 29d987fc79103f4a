// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>

#include "lint_support.h"

namespace selfcheck::engine {
namespace {

TEST(Lint, IsSilentOnASoundPack) {
    EXPECT_EQ(lint_after_bundle([](Json&) {}), Messages());
}

TEST(LintTexts, MissesATextInOneLanguage) {
    EXPECT_EQ(lint_after_bundle([](Json& b) { b["texts"]["de"]["rules"]["fever"].erase("action"); }),
              Messages{"de.json /rules/fever/action: this text is missing; write it"});
}

TEST(LintTexts, MissesWhatAStopwatchSays) {
    const Messages messages = lint_after_bundle([](Json& b) {
        Json& question = b["pack"]["questions"][5];
        question["unit"] = "s";
        question["entry"] = {{{"unit", "s"}}};
        question["measure"] = {{"stopwatch", {{"count", 5}, {"countdown_s", 3}}}};
        Json& words = b["texts"]["en"]["questions"]["sugar_g"]["stopwatch"];
        words = {{"how", {"Sit.", "Rise."}}, {"confirm", "I can."}, {"tap", "Tap."}};
        b["texts"]["de"]["questions"]["sugar_g"]["stopwatch"] = {{"how", {"Sitzen.", "Aufstehen."}},
                                                                 {"tap", "Tippen."}};
    });
    EXPECT_NE(std::find(messages.begin(), messages.end(),
                        "de.json /questions/sugar_g/stopwatch/confirm: this text is missing; write it"),
              messages.end());
}

TEST(LintTexts, MissesTheWordsOfAQuestionsFigure) {
    EXPECT_EQ(lint_after_bundle([](Json& b) { b["texts"]["de"]["questions"]["bleeding"].erase("alt"); }),
              Messages{"de.json /questions/bleeding/alt: this text is missing; write it"});
    EXPECT_EQ(lint_after_bundle([](Json& b) { b["pack"]["questions"][3].erase("figure"); }),
              (Messages{"en.json /questions/bleeding/alt: nothing in the pack uses this text; take it out",
                        "de.json /questions/bleeding/alt: nothing in the pack uses this text; take it out"}));
}

TEST(LintTexts, MissesWhatAPackSaysWhenThereIsNothingToActOn) {
    EXPECT_EQ(lint_after_bundle([](Json& b) { b["texts"]["de"]["outcomes"]["self_care"].erase("word"); }),
              Messages{"de.json /outcomes/self_care/word: this text is missing; write it"});
    EXPECT_EQ(lint_after_bundle([](Json& b) { b["texts"]["en"]["outcomes"]["not_applicable"].erase("advice"); }),
              Messages{"en.json /outcomes/not_applicable/advice: this text is missing; write it"});
}

TEST(LintTexts, MissesALanguage) {
    EXPECT_EQ(lint_after_bundle([](Json& b) { b["texts"].erase("de"); }),
              Messages{"de.json: is missing; write the texts in this language or take it off /languages"});
}

TEST(LintTexts, MissesAnOptionalTextThatTheOtherLanguageHas) {
    EXPECT_EQ(lint_after_bundle([](Json& b) { b["texts"]["de"]["screens"]["gums"].erase("intro"); }),
              Messages{"de.json /screens/gums/intro: is in en.json only; write it here too or take it "
                       "out there"});
    EXPECT_EQ(
        lint_after_bundle([](Json& b) { b["texts"]["de"]["cards"]["brushing"]["body"].push_back("Noch etwas."); }),
        Messages{"en.json /cards/brushing/body/1: is in de.json only; write it here too or "
                 "take it out there"});
}

TEST(LintTexts, FindsATextThatNothingUses) {
    EXPECT_EQ(lint_after_bundle([](Json& b) { b["texts"]["en"]["steps"]["dance"] = "Dance."; }),
              Messages{"en.json /steps/dance: nothing in the pack uses this text; take it out"});
}

TEST(LintTexts, FindsAnEmptyText) {
    for (const Json& empty : {Json(""), Json(nullptr), Json(3)}) {
        EXPECT_EQ(lint_after_bundle([&](Json& b) { b["texts"]["en"]["screens"]["gums"]["intro"] = empty; }).front(),
                  "en.json /screens/gums/intro: expected a text that is not empty; write it or "
                  "take it out");
    }
}

TEST(LintTexts, FindsAnUntranslatedText) {
    EXPECT_EQ(lint_after_bundle([](Json& b) { b["texts"]["de"]["steps"]["call"] = "Call now."; }),
              Messages{"de.json /steps/call: is the same as in en.json; translate it"});
    EXPECT_EQ(
        lint_after_bundle([](Json& b) { b["texts"]["de"]["cards"]["brushing"]["body"][0] = "Brush twice a day."; }),
        Messages{"de.json /cards/brushing/body/0: is the same as in en.json; translate it"});
}

TEST(LintTexts, LetsTheNameOfAMedicineBeTheSameInAllLanguages) {
    EXPECT_EQ(lint_after_bundle([](Json& b) {
                  for (const char* language : {"en", "de"}) {
                      b["texts"][language]["questions"]["smoker"]["options"]["yes"]["hint"] = "Methylprednisolone";
                  }
              }),
              Messages());
}

TEST(LintTexts, FindsANameThatDiffersBetweenLanguages) {
    EXPECT_EQ(lint_after_bundle([](Json& b) { b["texts"]["de"]["rules"]["sugar"]["text"] = "Sie essen {age}."; }),
              Messages{"de.json /rules/sugar/text: has other {names} than en.json; use the same"});
}

TEST(LintTexts, FindsANameThatIsNoQuestion) {
    EXPECT_EQ(lint_after_bundle([](Json& b) {
                  for (const char* language : {"en", "de"}) b["texts"][language]["steps"]["call"] = "{sweets}!";
              }),
              Messages{"en.json /steps/call: {sweets} is no question and no derived value; correct the name"});
}

}  // namespace
}  // namespace selfcheck::engine
