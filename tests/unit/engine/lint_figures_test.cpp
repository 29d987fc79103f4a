// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "engine/lint/figures.h"
#include "lint_support.h"

namespace selfcheck::engine {
namespace {

std::set<Decimal> decimals(std::initializer_list<const char*> texts) {
    std::set<Decimal> numbers;
    for (const char* text : texts) numbers.insert(*Decimal::parse(text));
    return numbers;
}

TEST(Figures, AreTheNumbersThatATextWritesInDigits) {
    struct Case {
        const char* text;
        std::set<Decimal> figures;
    };
    const Case cases[] = {
        {"no number", {}},
        {"2 to 4 weeks, 18.5.", decimals({"2", "4", "18.5"})},
        {"10,000 IU, 1,000 mg, 5,6", decimals({"10000", "1000", "5", "6"})},
        {"T-score \u22122.5 or -1.0", decimals({"-2.5", "-1"})},
        {"T\u503C\u22122.5", decimals({"-2.5"})},
        {"2-4 weeks, 2\u22124, COVID-19", decimals({"2", "4", "19"})},
        {"vitamin B12, D3", {}},
        {"{age} is 60", decimals({"60"})},
        {"480mg", decimals({"480"})},
    };
    for (const Case& one : cases) EXPECT_EQ(figures_of(one.text), one.figures) << one.text;
}

/// The rule about sugar fires from 50.5 g; its text is given in both languages.
Messages lint_of_rule_text(const char* text, const Json& figures = Json()) {
    return lint_after_bundle([&](Json& b) {
        b["texts"]["en"]["rules"]["sugar"]["text"] = std::string("E: ") + text;
        b["texts"]["de"]["rules"]["sugar"]["text"] = std::string("D: ") + text;
        if (!figures.is_null()) b["pack"]["rules"][4]["figures"] = figures;
    });
}

TEST(LintFigures, MayBeThoseOfTheCondition) { EXPECT_EQ(lint_of_rule_text("from 50.5 g"), Messages()); }

TEST(LintFigures, FindsAFigureThatIsNotTheThreshold) {
    const std::string message =
        " /rules/sugar/text: mentions 55, which neither its condition nor its steps do; correct "
        "it, or list it under "
        "/rules/4/figures of pack.json when its sources say so";
    EXPECT_EQ(lint_of_rule_text("from 55 g"), (Messages{"de.json" + message, "en.json" + message}));
}

TEST(LintFigures, MayBeListedWithTheRule) { EXPECT_EQ(lint_of_rule_text("from 50.5 g, not 25", {25}), Messages()); }

TEST(LintFigures, FindsAListedFigureThatNoTextMentions) {
    EXPECT_EQ(lint_of_rule_text("from 50.5 g", {25}),
              Messages{"pack.json /rules/4/figures/0: no text of the rule mentions 25; take it out"});
}

TEST(LintFigures, MayBeThoseOfADerivedValueThatTheConditionReads) {
    EXPECT_EQ(lint_after_bundle([](Json& b) {
                  b["pack"]["derived"].push_back({{"id", "much"}, {"value", "%sugar_g >= 50.5"}});
                  b["pack"]["rules"][4]["when"] = "%much";
                  b["texts"]["en"]["rules"]["sugar"]["title"] = "50.5 g of sugar";
              }),
              Messages{"de.json /rules/sugar/title: lacks 50.5, which en.json has; write the same "
                       "figures in both"});
}

TEST(LintFigures, MayBeThoseOfItsSteps) {
    EXPECT_EQ(lint_after_bundle([](Json& b) {
                  b["texts"]["en"]["rules"]["gum_score"]["action"] = "In 4 weeks.";
                  b["texts"]["de"]["rules"]["gum_score"]["action"] = "Binnen 4 Wochen.";
              }),
              Messages());
}

Messages lint_of_step(const char* english, const char* german) {
    return lint_after_bundle([&](Json& b) {
        b["texts"]["en"]["steps"]["call"] = english;
        b["texts"]["de"]["steps"]["call"] = german;
    });
}

TEST(LintFigures, AreTheSameInEveryLanguage) {
    EXPECT_EQ(lint_of_step("For 3 days.", "4 Tage lang."),
              Messages{"de.json /steps/call: has 4 where en.json has 3; write the same figures in both"});
    EXPECT_EQ(lint_of_step("Often.", "60 Tage lang."),
              Messages{"de.json /steps/call: has 60, which en.json has not; write the same figures in both"});
}

TEST(LintFigures, UpToTwelveMayBeAWordInOneLanguage) {
    EXPECT_EQ(lint_of_step("Five of 30.", "5 von 30."), Messages());
    EXPECT_EQ(lint_of_step("Half of 30.", "0.5 von 30."),
              Messages{"de.json /steps/call: has 0.5, which en.json has not; write the same figures in both"});
}

}  // namespace
}  // namespace selfcheck::engine
