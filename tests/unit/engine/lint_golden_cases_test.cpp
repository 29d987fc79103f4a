// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "lint_support.h"

namespace selfcheck::engine {
namespace {

Messages lint_after_golden(const std::function<void(Json& cases)>& change) {
    return lint_after([&](Json&, Json& golden) { change(golden["cases"]); });
}

TEST(LintGoldenCases, WantsOneInWhichTheRuleFiresAndOneInWhichItDoesNot) {
    EXPECT_EQ(lint_after_golden([](Json& cases) { cases[0]["expect"]["findings"].erase(4); }),
              Messages{"pack.json /rules/4: no golden case expects \"sugar\" among its findings; "
                       "add one to golden.json"});
    EXPECT_EQ(lint_after_golden([](Json& cases) { cases[1]["expect"]["absent"].erase(4); }),
              Messages{"pack.json /rules/4: no golden case expects \"sugar\" to be absent; add one "
                       "to golden.json"});
}

TEST(LintGoldenCases, WantsOneThatShowsTheCard) {
    EXPECT_EQ(lint_after_golden([](Json& cases) { cases[0]["expect"].erase("education"); }),
              Messages{"pack.json /cards/1: no golden case expects the card \"sugar_card\"; add "
                       "one to golden.json"});
}

TEST(LintGoldenCases, WantsOneOnEachSideOfAThreshold) {
    EXPECT_EQ(lint_after_golden([](Json& cases) { cases[0]["answers"]["sugar_g"] = 60; }),
              Messages{"pack.json /rules/4/when: no golden case has %sugar_g within 0.1 of 50.5 "
                       "where %sugar_g >= 50.5 "
                       "holds; add one to golden.json"});
    EXPECT_EQ(lint_after_golden([](Json& cases) { cases[2]["answers"]["loose_since"] = 12; }),
              Messages{"pack.json /rules/3/when: no golden case has %loose_since within 1 of 14 "
                       "where %loose_since > 14 "
                       "fails; add one to golden.json"});
}

TEST(LintGoldenCases, WantsBothSidesOfAThresholdInADerivedValueToo) {
    EXPECT_EQ(lint_after_bundle([](Json& b) {
                  b["pack"]["derived"].push_back({{"id", "old"}, {"value", "%age >= 40"}});
                  b["pack"]["rules"][4]["when"] = "%sugar_g >= 50.5 and %old";
              }),
              Messages{"pack.json /derived/2/value: no golden case has %age within 1 of 40 where "
                       "%age >= 40 fails; add "
                       "one to golden.json"});
}

TEST(LintGoldenCases, WantsBothSidesOfAThresholdThatDependsOnAnAnswer) {
    EXPECT_EQ(lint_after_bundle(
                  [](Json& b) { b["pack"]["rules"][4]["when"] = "%sugar_g >= iif(%smoker = 'yes', 50.5, 70)"; }),
              (Messages{"pack.json /rules/4/when: no golden case has %sugar_g within 0.1 of 70 "
                        "where %sugar_g >= 70 "
                        "holds; add one to golden.json",
                        "pack.json /rules/4/when: no golden case has %sugar_g within 0.1 of 70 "
                        "where %sugar_g >= 70 "
                        "fails; add one to golden.json"}));
}

TEST(LintGoldenCases, RunsThem) {
    EXPECT_EQ(lint_after_golden([](Json& cases) { cases[1]["answers"]["signs"] = {"fever"}; }),
              (Messages{"golden.json /cases/1/expect/guidance: \"nothing\": expected self_care, found urgent",
                        "golden.json /cases/1/expect/absent: \"nothing\": \"fever\" is among the findings"}));
    EXPECT_EQ(lint_after_golden([](Json& cases) { cases[0]["expect"]["scores"]["gum"]["value"] = 3; }),
              Messages{"golden.json /cases/0/expect/scores/gum/value: \"everything\": expected 3, found 4"});
    EXPECT_EQ(lint_after_golden([](Json& cases) { cases[2]["answers"]["age"] = 4000; }).front(),
              "golden.json /cases/2/answers/age: 4000 is out of range; expected 0 to 120 a");
}

}  // namespace
}  // namespace selfcheck::engine
