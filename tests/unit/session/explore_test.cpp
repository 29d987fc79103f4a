// SPDX-License-Identifier: MIT
//
// A card whose figure the reader moves by numbers of a score.
#include <gtest/gtest.h>

#include "session/screen_json.h"
#include "session/session.h"
#include "support/sample_pack.h"

namespace selfcheck::session {
namespace {

using engine::Json;

engine::Bundle bundle_to_explore(bool end_included = false) {
    Json json = testing::sample_json();
    json["pack"]["scores"][0]["meter"]["bands"][0]["to_included"] = end_included;
    json["pack"]["cards"][1]["when"] = "true";
    json["pack"]["cards"][1]["explore"] = {{"score", "gum"}, {"min", 0}, {"max", 3}};
    json["texts"]["en"]["cards"]["sugar_card"]["explore"] = "Try other gums";
    json["interface"]["en"]["result"] = {{"explored", "{value} ({band})"}};
    return std::move(engine::Bundle::from_json(json).value());
}

class ExploreTest : public ::testing::Test {
protected:
    void act(ActionKind kind, std::string id = "", std::string value = "") {
        session_ = session_.after({kind, std::move(id), std::move(value)});
    }
    void open_card() {
        act(ActionKind::start);
        act(ActionKind::type, "age", "0:40");
        act(ActionKind::go, "", "result");
        act(ActionKind::expand, kCard);
    }
    void explore(std::string value) { act(ActionKind::explore, kCard, std::move(value)); }
    [[nodiscard]] Json slider() const {
        const Json screen = to_json(session_.screen());
        for (const Json& block : screen["blocks"]) {
            if (block["key"] == kCard) return block["figures"][0]["slider"][0];
        }
        return nullptr;
    }
    [[nodiscard]] std::string said() const { return slider()["value_text"].get<std::string>(); }

    static constexpr const char* kCard = "card.sugar_card";
    engine::Bundle bundle_ = bundle_to_explore();
    Session session_{bundle_, "en"};
};

TEST_F(ExploreTest, BeginsAtZeroForAReaderWithoutANumber) {
    open_card();
    const Json expected = {{"key", "card.sugar_card.slider"},
                           {"label", "Try other gums"},
                           {"min", 0.0},
                           {"max", 3.0},
                           {"step", 0.5},
                           {"value", 0.0},
                           {"value_text", "0 (Low)"},
                           {"phase", 1.0},
                           {"action", {{"kind", "explore"}, {"id", kCard}, {"value", ""}}}};
    EXPECT_EQ(slider(), expected);
}

TEST_F(ExploreTest, BeginsAtTheReadersOwnNumberAsFarAsTheSliderGoes) {
    open_card();
    act(ActionKind::answer, "bleeding", "often");
    EXPECT_EQ(said(), "2 (High)");
    EXPECT_NEAR(slider()["phase"].get<double>(), 1.0 / 3, 1e-9);
    act(ActionKind::answer, "smoker", "yes");
    EXPECT_EQ(said(), "3 (High)") << "of 4";
}

TEST_F(ExploreTest, NamesTheNumberTriedByItsBand) {
    open_card();
    explore("1.5");
    EXPECT_EQ(said(), "1.5 (Low)");
    EXPECT_EQ(slider()["phase"], 0.5);
    explore("2");
    EXPECT_EQ(said(), "2 (High)") << "a band begins with its lower edge";
    act(ActionKind::answer, "bleeding", "never");
    EXPECT_EQ(said(), "2 (High)") << "what is tried stays, whatever is answered";
}

TEST_F(ExploreTest, NamesTheEndOfABandByTheBandThatIncludesIt) {
    bundle_ = bundle_to_explore(true);
    session_ = Session(bundle_, "en");
    open_card();
    explore("2");
    EXPECT_EQ(said(), "2 (Low)");
    explore("2.00000001");
    EXPECT_EQ(said(), "2.00000001 (High)");
}

TEST_F(ExploreTest, KeepsToTheSlider) {
    open_card();
    explore("1e9");
    EXPECT_EQ(said(), "0 (Low)") << "no number in digits";
    explore("99999");
    EXPECT_EQ(said(), "3 (High)");
    explore("-99999");
    EXPECT_EQ(said(), "0 (Low)");
    explore("1");
    for (const char* hostile : {"", "nan", "1,5", "0x2", "2; 3"}) {
        explore(hostile);
        EXPECT_EQ(said(), "1 (Low)") << hostile;
    }
    act(ActionKind::explore, "card.brushing", "2");
    act(ActionKind::explore, "sugar_card", "2");
    EXPECT_EQ(said(), "1 (Low)") << "another card, and none";
}

TEST_F(ExploreTest, IsNeitherAnAnswerNorKept) {
    open_card();
    const Json result = session_.result();
    const Json saved = session_.saved();
    explore("2");
    EXPECT_EQ(session_.result(), result);
    EXPECT_EQ(session_.saved(), saved);
}

TEST_F(ExploreTest, EndsWithTheCheck) {
    open_card();
    explore("2");
    act(ActionKind::restart);
    open_card();
    EXPECT_EQ(said(), "0 (Low)");
}

}  // namespace
}  // namespace selfcheck::session
