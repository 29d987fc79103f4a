// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>

#include "lint_support.h"

namespace selfcheck::engine {
namespace {

std::string no_influence(const std::string& at, const std::string& id) {
    return "pack.json " + at + ": no answers were found in which another answer to \"" + id +
           "\" changes the result; let a rule, score or card depend on it, or take it out";
}

bool has(const Messages& messages, const std::string& message) {
    return std::find(messages.begin(), messages.end(), message) != messages.end();
}

TEST(LintInfluence, FindsAQuestionThatNothingReads) {
    EXPECT_TRUE(has(lint_after_bundle([](Json& b) { b["pack"]["rules"][3]["when"] = "%signs contains 'loose'"; }),
                    no_influence("/questions/4", "loose_since")));
}

TEST(LintInfluence, FindsAQuestionThatIsReadInVain) {
    EXPECT_TRUE(has(lint_after_bundle([](Json& b) {
                        b["pack"]["rules"][3]["when"] =
                            "%signs contains 'loose' and (%loose_since > 14 or %loose_since <= 14)";
                    }),
                    no_influence("/questions/4", "loose_since")));
}

TEST(LintInfluence, DoesNotCountWhatAQuestionSaysOfItself) {
    // The note on much sugar stays.
    EXPECT_TRUE(has(lint_after_bundle([](Json& b) { b["pack"]["rules"][4]["when"] = "%age > 100"; }),
                    no_influence("/questions/5", "sugar_g")));
}

TEST(LintInfluence, FindsAnOptionThatChangesNothing) {
    EXPECT_EQ(lint_after_bundle([](Json& b) {
                  b["pack"]["questions"][2]["options"].push_back("itching");
                  b["texts"]["en"]["questions"]["signs"]["options"]["itching"]["label"] = "Itching";
                  b["texts"]["de"]["questions"]["signs"]["options"]["itching"]["label"] = "Jucken";
              }),
              Messages{"pack.json /questions/2/options/4: no answers were found in which choosing "
                       "\"itching\" changes the "
                       "result; let something depend on it, or take it out"});
}

TEST(LintInfluence, FindsADerivedValueThatNothingReads) {
    EXPECT_EQ(lint_after_bundle([](Json& b) {
                  b["pack"]["derived"].push_back({{"id", "spare"}, {"value", "%age + 1"}});
              }),
              Messages{"pack.json /derived/2: nothing reads it; take it out"});
}

TEST(LintInfluence, LetsADerivedValueBeReadByATextAlone) {
    EXPECT_EQ(lint_after_bundle([](Json& b) {
                  b["pack"]["derived"].push_back({{"id", "spare"}, {"value", "%age + 1"}});
                  b["texts"]["en"]["rules"]["fever"]["text"] = "At {spare} it may spread.";
                  b["texts"]["de"]["rules"]["fever"]["text"] = "Mit {spare} kann es sich ausbreiten.";
              }),
              Messages());
}

}  // namespace
}  // namespace selfcheck::engine
