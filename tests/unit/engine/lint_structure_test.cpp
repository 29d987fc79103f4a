// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "lint_support.h"

namespace selfcheck::engine {
namespace {

/// What is wrong with an expression is reported in place of everything else.
std::string first_message_with_rule(const char* when) {
    return lint_after_bundle([&](Json& b) { b["pack"]["rules"][4]["when"] = when; }).front();
}

TEST(LintExpressions, FindsWhatIsOutsideTheSubset) {
    EXPECT_EQ(first_message_with_rule("%sugar_g.matches('a')").find("pack.json /rules/4/when: "), 0u);
}

TEST(LintExpressions, FindsAnUnknownVariable) {
    const std::string message = first_message_with_rule("%sweets > 3");
    EXPECT_EQ(message.find("pack.json /rules/4/when: "), 0u) << message;
    EXPECT_NE(message.find("sweets"), std::string::npos) << message;
}

TEST(LintExpressions, FindsATypeClash) {
    EXPECT_EQ(first_message_with_rule("%sugar_g = 'much'").find("pack.json /rules/4/when: "), 0u);
}

TEST(LintStructure, FindsAScreenWithMoreThanFourQuestions) {
    EXPECT_EQ(lint_after_bundle([](Json& b) {
                  b["pack"]["screens"][3]["questions"] = {"smoker", "signs", "bleeding", "loose_since", "sugar_g"};
                  b["pack"]["screens"][0]["questions"] = {"age"};
                  b["pack"]["screens"].erase(2);
                  b["pack"]["screens"].erase(1);
                  for (const char* language : {"en", "de"}) {
                      b["texts"][language]["screens"].erase("signs");
                      b["texts"][language]["screens"].erase("gums");
                  }
              }),
              Messages{"pack.json /screens/1/questions: 5 questions; a screen has room for 4, make "
                       "it two screens"});
}

TEST(LintStructure, FindsAnIdGivenTwice) {
    EXPECT_EQ(lint_after_bundle([](Json& b) { b["pack"]["cards"].push_back(b["pack"]["cards"][0]); }),
              Messages{"pack.json /cards/2: \"brushing\" is given twice; give each its own id"});
    EXPECT_EQ(lint_after_bundle([](Json& b) { b["pack"]["regions"].push_back(b["pack"]["regions"][1]); }),
              Messages{"pack.json /regions/2: \"eu\" is given twice; give each its own id"});
    EXPECT_EQ(lint_after_bundle([](Json& b) { b["pack"]["scores"].push_back(b["pack"]["scores"][0]); }),
              Messages{"pack.json /scores/1: \"gum\" is given twice; give each its own id"});
}

}  // namespace
}  // namespace selfcheck::engine
