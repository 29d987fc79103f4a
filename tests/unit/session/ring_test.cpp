// SPDX-License-Identifier: MIT
//
// A card whose figure is a circle: where this reader comes into it, and where their plan breaks it.
#include <gtest/gtest.h>

#include "session/screen_json.h"
#include "session/session.h"
#include "support/sample_plan.h"

namespace selfcheck::session {
namespace {

using engine::Json;

Json bundle_json() {
    Json json = testing::sample_with_plan();
    Json& card = json["pack"]["cards"][1];
    card["when"] = "true";
    card["ring"] = engine::parse_json(R"([
      {"id": "plaque", "enters": ["gum_score"], "broken_by": ["walk"]},
      {"id": "acid", "enters": ["sugar"]},
      {"id": "pain", "enters": ["loose_long"], "broken_by": ["nuts_g", "milk_g"]}
    ])")
                       .value();
    json["texts"]["en"]["cards"]["sugar_card"]["ring"] = {{"plaque", "Plaque"}, {"acid", "Acid"}, {"pain", "Pain"}};
    json["texts"]["en"].update(engine::parse_json(R"json({
      "moves": {"walk": {"title": "Walking", "text": "Walk.", "alt": "A walker"}},
      "gaps": {"nuts_g": {"title": "Nuts", "unit": "g", "enough": "enough nuts"},
               "milk_g": {"title": "Milk", "unit": "g", "enough": "enough milk"}}
    })json")
                                   .value());
    json["interface"]["en"]["ring"] = {{"step", "{number} {step}"},
                                       {"enters", "Begins at {step}: {finding}."},
                                       {"ways_out", "Broken here:"},
                                       {"way_out", "{step}: {ways}"}};
    return json;
}

class RingTest : public ::testing::Test {
protected:
    [[nodiscard]] Json ring_after(const char* answers) const {
        const Json saved = {{"session", 1},
                            {"pack", "teeth"},
                            {"version", "1.2.3"},
                            {"answers", engine::parse_json(answers).value()},
                            {"position", {{"place", "result"}, {"screen", "first"}}},
                            {"preferences", {{"language", "en"}, {"text_percent", 100}, {"theme", "auto"}}}};
        const auto restored = Session::restored(bundle_, saved);
        const Json screen = to_json(restored.value().after({ActionKind::expand, "card.sugar_card", ""}).screen());
        for (const Json& block : screen["blocks"]) {
            if (block["key"] == "card.sugar_card") return block["figures"][0]["ring"][0];
        }
        return nullptr;
    }

    engine::Bundle bundle_ = std::move(engine::Bundle::from_json(bundle_json()).value());
};

TEST_F(RingTest, BeginsAtTheTopAndUnexplainedWithoutAFindingOfItsSteps) {
    const Json ring = ring_after(R"({"age": 50})");
    EXPECT_EQ(ring["legend"], "1 Plaque, 2 Acid, 3 Pain");
    EXPECT_EQ(ring["enters"], 0);
    EXPECT_EQ(ring["caption"], "");
}

TEST_F(RingTest, BeginsWhereTheMostUrgentFindingEntersIt) {
    EXPECT_EQ(ring_after(R"({"age": 50, "sugar_g": 80})")["caption"], "Begins at 2 Acid: Much sugar.");
    const Json ring = ring_after(R"({"age": 50, "sugar_g": 80, "signs": ["loose"], "loose_since": 20})");
    EXPECT_EQ(ring["enters"], 2);
    EXPECT_EQ(ring["caption"], "Begins at 3 Pain: Loose tooth.");
}

TEST_F(RingTest, IsBrokenByTheMovesOfThePlanAndByGapsThatAreOpen) {
    const Json open = ring_after(R"({"age": 50, "sugar_g": 20})");
    EXPECT_EQ(open["ways_out"], "Broken here:");
    EXPECT_EQ(
        open["broken"],
        Json::parse(R"([{"after": 0, "text": "1 Plaque: Walking"}, {"after": 2, "text": "3 Pain: enough nuts"}])"));
    EXPECT_EQ(ring_after(R"({"age": 50, "sugar_g": 60})")["broken"],
              Json::parse(R"([{"after": 0, "text": "1 Plaque: Walking"}])"));
}

TEST_F(RingTest, SaysNothingOfAPlanThatIsNotAllowed) {
    const Json ring = ring_after(R"({"age": 50, "sugar_g": 60, "signs": ["loose"], "loose_since": 20})");
    EXPECT_EQ(ring["broken"], Json::array());
    EXPECT_EQ(ring["ways_out"], "");
}

}  // namespace
}  // namespace selfcheck::session
