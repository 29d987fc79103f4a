// SPDX-License-Identifier: MIT
#include "engine/plan.h"

#include <gtest/gtest.h>

#include "engine/result_json.h"
#include "support/sample_plan.h"

namespace selfcheck::engine {
namespace {

class PlanTest : public ::testing::Test {
protected:
    Json result(const char* answers) {
        const auto json = assess_json(bundle_, assessor_, Json{{"answers", parse_json(answers).value()}}, "");
        return json.ok() ? json.value() : to_json(json.problems());
    }
    Json plan(const char* answers) { return result(answers)["plan"]; }

    Bundle bundle_ = std::move(Bundle::from_json(testing::sample_with_plan()).value());
    Assessor assessor_{bundle_.pack};
};

TEST_F(PlanTest, WeeksGrowInMinutesThenInDaysUpToTheTarget) {
    EXPECT_EQ(plan(R"({"age": 50, "sugar_g": 20})")["exercise"]["weeks"], Json::parse(R"([
        {"week": 1, "minutes": 12, "days": 3}, {"week": 2, "minutes": 22, "days": 3}, {"week": 3, "minutes": 30, "days": 3},
        {"week": 4, "minutes": 30, "days": 4}, {"week": 5, "minutes": 30, "days": 5}])"));
}

TEST_F(PlanTest, WhoeverIsAtTheTargetKeepsIt) {
    EXPECT_EQ(plan(R"({"age": 30, "sugar_g": 5})")["exercise"]["weeks"],
              Json::parse(R"([{"week": 1, "minutes": 30, "days": 5}])"));
}

TEST_F(PlanTest, TheTargetMayBeLowerForSomeAndBoundsTheStartToo) {
    EXPECT_EQ(plan(R"({"age": 70, "sugar_g": 20})")["exercise"]["weeks"][1]["minutes"], 20);
    EXPECT_EQ(plan(R"({"age": 70, "sugar_g": 5})")["exercise"]["start_minutes"], 20);
    EXPECT_EQ(plan(R"({"age": 69, "sugar_g": 5})")["exercise"]["start_minutes"], 30);
}

TEST_F(PlanTest, WithoutAStartThereIsNoWalking) {
    const Json exercise = plan(R"({"age": 80, "sugar_g": 20})")["exercise"];
    EXPECT_EQ(exercise["weeks"], Json::array());
    EXPECT_FALSE(exercise.contains("start_minutes"));
    EXPECT_EQ(exercise["moves"], Json::parse(R"(["walk"])"));
    EXPECT_EQ(exercise["precautions"], Json::parse(R"(["slowly"])"));
}

TEST_F(PlanTest, NothingIsPlannedUnderAnUrgentOrEmergencyFindingWhateverThePackSays) {
    for (const char* answers : {R"({"age": 50, "signs": ["fever"]})", R"({"age": 50, "signs": ["swollen_throat"]})"}) {
        const Json json = plan(answers);
        EXPECT_EQ(json["exercise"], Json::parse(R"({"allowed": false, "weeks": [], "moves": [], "precautions": []})"));
        EXPECT_EQ(json["diet"], Json::parse(R"({"allowed": false, "gaps": {}, "swaps": []})"));
        EXPECT_FALSE(json.contains("recheck_months"));
    }
}

TEST_F(PlanTest, ThePackMayForbidExerciseForItsOwnReasons) {
    const Json json = plan(R"({"age": 50, "signs": ["loose"], "loose_since": 20, "sugar_g": 20})");
    EXPECT_FALSE(json["exercise"]["allowed"]);
    EXPECT_TRUE(json["diet"]["allowed"]);
}

TEST_F(PlanTest, SwapsAreTakenInOrderUntilTheGapIsClosed) {
    const Json diet = plan(R"({"age": 50, "sugar_g": 14.5})")["diet"];
    EXPECT_EQ(diet["gaps"], Json::parse(R"({"nuts_g": 45.5})"));
    EXPECT_EQ(diet["swaps"], Json::parse(R"([{"id": "handful", "times": 2}, {"id": "spoon", "times": 2}])"));
}

TEST_F(PlanTest, WithoutAGapThereAreNoSwaps) {
    const Json diet = plan(R"({"age": 50, "sugar_g": 60})")["diet"];
    EXPECT_EQ(diet["gaps"], Json::object());
    EXPECT_EQ(diet["swaps"], Json::array());
}

TEST_F(PlanTest, AGapBelowTheLeastIsNone) {
    Json json = testing::sample_with_plan();
    json["pack"]["plan"]["diet"]["gaps"][0]["least"] = 5;
    bundle_ = std::move(Bundle::from_json(json).value());
    Assessor assessor(bundle_.pack);
    const auto gaps = [&](double sugar) {
        const Json answers = {{"answers", {{"age", 50}, {"sugar_g", sugar}}}};
        return assess_json(bundle_, assessor, answers, "").value()["plan"]["diet"]["gaps"];
    };
    EXPECT_EQ(gaps(55), Json::parse(R"({"nuts_g": 5})"));
    EXPECT_EQ(gaps(55.1), Json::object());
}

TEST_F(PlanTest, TheFirstRecheckThatHoldsIsTaken) {
    EXPECT_EQ(plan(R"({"age": 50, "smoker": "yes", "bleeding": "often"})")["recheck_months"], 3);
    EXPECT_EQ(plan(R"({"age": 50})")["recheck_months"], 12);
}

TEST_F(PlanTest, GatesAndTheSheetFollowTheAnswers) {
    const Json json = result(R"({"age": 50, "smoker": "yes", "bleeding": "often"})");
    EXPECT_EQ(json["plan"]["gates"], Json::parse(R"(["smokers"])"));
    EXPECT_EQ(json["sheet"], Json::parse(R"({"questions": ["why"], "tests": ["xray"]})"));
}

TEST_F(PlanTest, AFaultIsNamedWithItsPlace) {
    Json json = testing::sample_with_plan();
    json["pack"]["plan"]["diet"]["swaps"][0]["adds"]["fibre_g"] = 3;
    json["pack"]["plan"]["exercise"]["target_days"] = 8;
    json["pack"]["plan"]["gates"][0]["when"] = "%smokes = 'yes'";
    json["pack"]["sheet"]["tests"][0]["sources"][0] = "hearsay";
    const auto faulty = Bundle::from_json(json);
    ASSERT_FALSE(faulty.ok());
    std::vector<std::string> places;
    for (const auto& problem : faulty.problems()) places.push_back(problem.at);
    EXPECT_EQ(places, (std::vector<std::string>{"/plan/gates/0/when", "/plan/exercise/target_days",
                                                "/plan/diet/swaps/0/adds/fibre_g"}));

    json = testing::sample_with_plan();
    json["pack"]["sheet"]["tests"][0]["sources"][0] = "hearsay";
    EXPECT_EQ(Bundle::from_json(json).problems().front().at, "/sheet/tests/0/sources/0");
}

}  // namespace
}  // namespace selfcheck::engine
