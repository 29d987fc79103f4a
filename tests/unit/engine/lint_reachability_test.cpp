// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>

#include "lint_support.h"

namespace selfcheck::engine {
namespace {

bool has(const Messages& messages, const std::string& message) {
    return std::find(messages.begin(), messages.end(), message) != messages.end();
}

std::string never(const std::string& at, const std::string& what) {
    return "pack.json " + at + ": can never be true, so that no answers " + what + "; correct it or take it out";
}

std::string not_found(const std::string& at, const std::string& what) {
    return "pack.json " + at + ": no answers were found that " + what +
           "; mend what contradicts itself here or in what it reads, or take it out";
}

TEST(LintReachability, ProvesThatAQuestionCanNeverBeAsked) {
    EXPECT_TRUE(has(lint_after_bundle([](Json& b) { b["pack"]["questions"][3]["when"] = "%age > 120"; }),
                    never("/questions/3/when", "have this question asked")));
}

TEST(LintReachability, ProvesThatARuleCanNeverFire) {
    EXPECT_TRUE(has(lint_after_bundle([](Json& b) { b["pack"]["rules"][4]["when"] = "%sugar_g > 500"; }),
                    never("/rules/4/when", "fire this rule")));
}

TEST(LintReachability, ProvesThatACardCanNeverShow) {
    EXPECT_TRUE(has(lint_after_bundle([](Json& b) { b["pack"]["cards"][1]["when"] = "%age > 120"; }),
                    never("/cards/1/when", "show this card")));
}

TEST(LintReachability, SearchesForAnswersThatFireARule) {
    // Each half is possible, and so is their conjunction to whoever looks at the halves alone.
    EXPECT_TRUE(has(lint_after_bundle([](Json& b) {
                        b["pack"]["derived"].push_back({{"id", "more"}, {"value", "%sugar_g + 10"}});
                        b["pack"]["rules"][4]["when"] = "%more < 50.5 and %sugar_g > 45";
                    }),
                    not_found("/rules/4/when", "fire this rule")));
}

TEST(LintReachability, SearchesForAnswersThatShowACard) {
    EXPECT_TRUE(has(lint_after_bundle([](Json& b) {
                        b["pack"]["cards"][1]["when"] = "%findings contains 'fever' and %guidance = 'self_care'";
                    }),
                    not_found("/cards/1/when", "show this card")));
}

TEST(LintReachability, SearchesForAnswersThatHaveAQuestionAsked) {
    EXPECT_TRUE(has(lint_after_bundle([](Json& b) { b["pack"]["questions"][3]["when"] = "%age < 18"; }),
                    not_found("/questions/3/when", "have this question asked")));
}

TEST(LintReachability, SearchesForAnswersThatBringUpANote) {
    EXPECT_TRUE(
        has(lint_after_bundle([](Json& b) {
                b["pack"]["questions"][4]["plausible"] = {{{"when", "%signs contains 'none'"}, {"text", "much_sugar"}}};
            }),
            not_found("/questions/4/plausible/0/when", "bring up this note")));
}

TEST(LintReachability, SearchesForAnswersThatGiveAScore) {
    EXPECT_EQ(lint_after_bundle([](Json& b) {
                  b["pack"]["scores"][0]["fields"]["extra"] = "iif(%smoker = 'yes' and %smoker = 'no', 1, {})";
              }),
              Messages{not_found("/scores/0/fields/extra", "give this a value")});
}

TEST(LintReachability, SearchesForAnswersThatFallIntoABand) {
    EXPECT_EQ(lint_after_bundle([](Json& b) {
                  b["pack"]["scores"][0]["meter"]["min"] = -2;
                  b["pack"]["scores"][0]["meter"]["bands"][0]["to"] = -1;
              }),
              Messages{not_found("/scores/0/meter/bands/0", "fall into this band")});
}

TEST(LintReachability, FindsItsWayToARareCombination) {
    // About one sampled set in a million has all of these.
    const Messages messages = lint_after_bundle([](Json& b) {
        b["pack"]["rules"][4]["when"] =
            "%sugar_g = 123.4 and %loose_since = 345 and %age = 67 and %smoker = 'no' and "
            "%bleeding = 'sometimes'";
    });
    EXPECT_FALSE(has(messages, not_found("/rules/4/when", "fire this rule")));
}

}  // namespace
}  // namespace selfcheck::engine
