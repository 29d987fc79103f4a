// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>

#include "session/screen_json.h"
#include "session/session.h"
#include "support/sample_plan.h"

namespace selfcheck::session {
namespace {

using engine::Json;

Json bundle_json() {
    Json json = testing::sample_with_plan();
    json["texts"]["en"].update(engine::parse_json(R"json({
      "gates": {"smokers": {"title": "Smoking", "text": "Ask first."}},
      "precautions": {"slowly": "Slowly."},
      "moves": {"walk": {"title": "Walking", "text": "Walk.", "alt": "A walker"}},
      "gaps": {"nuts_g": {"title": "Nuts", "unit": "g"}, "milk_g": {"title": "Milk", "unit": "g"}},
      "swaps": {"handful": "a handful", "cup": "a cup", "spoon": "a spoon"},
      "diet": {"unknown": "Not known.", "enough": "None."},
      "recheck": {"text": "Look again."},
      "sheet": {"questions": {"why": "Why?"}, "tests": {"xray": "An X-ray."}}
    })json")
                                   .value());
    json["interface"]["en"].update(engine::parse_json(R"json({
      "plan": {"later": "Later.", "gate": "{title}: {text}", "week": "{week}: {minutes} min, {days} d",
               "week_from": "{week} from {date}: {minutes} min, {days} d", "keep": "Keep {minutes} and {days}.",
               "gap": "{name} {amount} {unit}", "gap_unknown": "{name}?", "times": "{swap} x {times}",
               "recheck_on": "In {months} months, {date}.", "recheck_in": "In {months} months.", "sentence_gap": " "},
      "date": "{day} {month} {year}",
      "months": {"1": "January", "2": "February", "11": "November", "12": "December"},
      "review": {"overdue": "Due", "overdue_text": "Due on {date}."}
    })json")
                                       .value());
    return json;
}

class PlanSection : public ::testing::Test {
protected:
    void answer(const char* answers) {
        const Json saved = {{"session", 1},
                            {"pack", "teeth"},
                            {"version", "1.2.3"},
                            {"answers", engine::parse_json(answers).value()},
                            {"position", {{"place", "result"}, {"screen", "first"}}},
                            {"preferences", {{"language", "en"}, {"text_percent", 100}, {"theme", "auto"}}}};
        const auto restored = Session::restored(bundle_, saved);
        ASSERT_TRUE(restored.ok()) << restored.problems().front().to_string();
        session_ = restored.value();
    }
    void act(ActionKind kind, std::string id = "", std::string value = "") {
        session_ = session_.after({kind, std::move(id), std::move(value)});
    }
    Json block(std::string_view key) {
        const Json screen = to_json(session_.screen());
        for (const Json& one : screen["blocks"]) {
            if (one["key"] == std::string(key)) return one;
        }
        return nullptr;
    }

    engine::Bundle bundle_ = std::move(engine::Bundle::from_json(bundle_json()).value());
    Session session_{bundle_, "en"};
};

TEST_F(PlanSection, UnderAnUrgentFindingThePlanIsForLater) {
    answer(R"({"age": 50, "signs": ["fever"]})");
    EXPECT_EQ(block("plan.later")["text"], "Later.");
    for (const char* key : {"plan.weeks", "plan.swaps", "plan.recheck", "move.walk"})
        EXPECT_EQ(block(key), nullptr) << key;
}

TEST_F(PlanSection, WeeksCarryDatesOnceTheHostHasSaidTheDay) {
    answer(R"({"age": 50, "sugar_g": 20})");
    EXPECT_EQ(block("plan.weeks")["items"][1], "2: 22 min, 3 d");
    act(ActionKind::set_date, "", "2026-12-28");
    EXPECT_EQ(block("plan.weeks")["items"][1], "2 from 4 January 2027: 22 min, 3 d");
    EXPECT_EQ(block("plan.recheck")["text"], "In 12 months, 28 December 2027. Look again.");
}

TEST_F(PlanSection, ADayThatDoesNotExistIsIgnored) {
    answer(R"({"age": 50, "sugar_g": 20})");
    for (const char* date : {"2026-02-29", "2026-13-01", "26-1-1", "tomorrow", ""}) {
        act(ActionKind::set_date, "", date);
        EXPECT_EQ(block("plan.weeks")["items"][0], "1: 12 min, 3 d") << date;
    }
}

TEST_F(PlanSection, ARecheckFallsOnTheLastDayOfAShorterMonth) {
    answer(R"({"age": 50, "smoker": "yes", "bleeding": "often"})");
    act(ActionKind::set_date, "", "2026-11-30");
    EXPECT_EQ(block("plan.recheck")["text"], "In 3 months, 28 February 2027. Look again.");
}

TEST_F(PlanSection, GapsSayWhatIsMissingAndWhatIsNotKnown) {
    answer(R"({"age": 50, "sugar_g": 14.5})");
    EXPECT_EQ(block("plan.gap.nuts_g")["text"], "Nuts 46 g") << "as exact as an estimate is";
    EXPECT_EQ(block("plan.gap_unknown.milk_g")["text"], "Milk?");
    EXPECT_EQ(block("plan.gap_unknown"), nullptr) << "foods are listed, so not that they will be";
    EXPECT_EQ(block("plan.swaps")["items"], Json::parse(R"(["a handful x 2", "a spoon x 2"])"));
    EXPECT_EQ(block("plan.no_gap"), nullptr) << "milk is not known, so nothing may sound like an all-clear";
}

TEST_F(PlanSection, GatesStandBeforeThePlan) {
    answer(R"({"age": 50, "smoker": "yes"})");
    EXPECT_EQ(block("plan.gates")["items"], Json::parse(R"(["Smoking: Ask first."])"));
}

TEST_F(PlanSection, ThePageSaysWhenTheReviewIsOverdue) {
    answer(R"({"age": 50})");
    act(ActionKind::set_date, "", "2030-01-01");
    EXPECT_EQ(block("review.overdue"), nullptr);
    act(ActionKind::set_date, "", "2030-01-02");
    EXPECT_EQ(block("review.overdue")["texts"], Json::parse(R"(["Due on 1 January 2030."])"));
}

}  // namespace
}  // namespace selfcheck::session
