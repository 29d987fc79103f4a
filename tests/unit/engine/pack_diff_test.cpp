// SPDX-License-Identifier: MIT
#include "engine/pack_diff.h"

#include <gtest/gtest.h>

#include "engine/bundle.h"
#include "support/sample_pack.h"

namespace selfcheck::engine {
namespace {

Json sample_documents() {
    Json documents = testing::sample_json();
    documents["golden"] = {
        {"cases", {{{"name", "a case"}, {"answers", {{"age", 40}}}, {"expect", {{"guidance", "self_care"}}}}}}};
    return documents;
}

Pack pack_of(const Json& documents) { return std::move(Pack::from_json(documents["pack"]).value()); }

ResultComparison compare(const Json& before, const Json& after, const std::vector<Json>& starts = {}) {
    return compare_results(pack_of(before), pack_of(after), starts, 500, 1);
}

TEST(PackDiff, IsEmptyForTheSamePack) {
    EXPECT_TRUE(compare_packs(sample_documents(), sample_documents()).empty());
    const ResultComparison results = compare(sample_documents(), sample_documents());
    EXPECT_EQ(results.compared, 500u);
    EXPECT_TRUE(results.transitions.empty());
}

TEST(PackDiff, GivesTheOldAndTheNewValue) {
    Json after = sample_documents();
    after["pack"]["rules"][4]["when"] = "%sugar_g >= 60";
    const auto differences = compare_packs(sample_documents(), after);
    ASSERT_EQ(differences.size(), 1u);
    EXPECT_EQ(differences[0].part, "rules");
    EXPECT_EQ(differences[0].id, "sugar");
    ASSERT_EQ(differences[0].members.size(), 1u);
    EXPECT_EQ(differences[0].members[0].name, "when");
    EXPECT_EQ(differences[0].members[0].before, "%sugar_g >= 50.5");
    EXPECT_EQ(differences[0].members[0].after, "%sugar_g >= 60");
}

TEST(PackDiff, SeesWhatIsNewGoneAndElsewhere) {
    Json after = sample_documents();
    std::swap(after["pack"]["rules"][2], after["pack"]["rules"][3]);
    after["pack"]["cards"].erase(1);
    after["texts"]["de"]["rules"]["fever"]["title"] = "Hohes Fieber";
    after["texts"]["en"]["rules"]["fever"].erase("action");
    after["golden"]["cases"].push_back({{"name", "another"}, {"answers", {{"age", 41}}}, {"expect", Json::object()}});
    std::vector<std::string> lines;
    for (const Difference& one : compare_packs(sample_documents(), after)) {
        const char* kinds[] = {"+", "-", "~"};
        lines.push_back(one.part + " " + kinds[static_cast<int>(one.kind)] + one.id);
    }
    EXPECT_EQ(lines, (std::vector<std::string>{"rules ~", "cards -sugar_card", "texts en -/rules/fever/action",
                                               "texts de ~/rules/fever/title", "golden cases +another"}));
}

TEST(PackDiff, LooksIntoThePlan) {
    Json before = sample_documents();
    before["pack"]["plan"] = {
        {"exercise", {{"step_minutes", 5}, {"moves", {{{"id", "chew"}, {"when", "%age < 90"}}}}}}};
    Json after = before;
    after["pack"]["plan"]["exercise"]["step_minutes"] = 10;
    after["pack"]["plan"]["exercise"]["moves"][0]["when"] = "%age < 80";
    const auto differences = compare_packs(before, after);
    ASSERT_EQ(differences.size(), 2u);
    EXPECT_EQ(differences[0].id, "exercise/step_minutes");
    EXPECT_EQ(differences[0].members[0].after, "10");
    EXPECT_EQ(differences[1].id, "exercise/moves/chew");
    EXPECT_EQ(differences[1].members[0].before, "%age < 90");
}

TEST(PackDiff, CountsWhoseGuidanceChangesAndNamesTheRule) {
    Json after = sample_documents();
    after["pack"]["rules"][4]["level"] = "urgent";
    const Json sweet = {{"age", 40}, {"smoker", "no"}, {"signs", {"none"}}, {"sugar_g", 99}};
    const ResultComparison results = compare(sample_documents(), after, {sweet});
    ASSERT_FALSE(results.transitions.empty());
    const Transition& first = results.transitions.front();
    EXPECT_EQ(first.before, Level::routine);
    EXPECT_EQ(first.after, Level::urgent);
    EXPECT_EQ(first.examples.front()["answers"], sweet);
    ASSERT_EQ(first.reasons.size(), 1u);
    EXPECT_EQ(first.reasons.begin()->first.rule, "sugar");
    EXPECT_EQ(first.reasons.begin()->second, first.count);
}

TEST(PackDiff, UsesOnlyAnswersThatBothPacksUnderstand) {
    Json after = sample_documents();
    after["pack"]["questions"][3]["options"].push_back("always");
    after["pack"]["questions"][1]["required"] = true;
    const ResultComparison results = compare(sample_documents(), after);
    EXPECT_GT(results.answers_left_out, 0u);
    EXPECT_GT(results.not_comparable, 0u);
    EXPECT_EQ(results.compared + results.not_comparable, 500u);
    for (const Transition& transition : results.transitions) ADD_FAILURE() << to_text(transition.examples.front());
}

}  // namespace
}  // namespace selfcheck::engine
