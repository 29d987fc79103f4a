// SPDX-License-Identifier: MIT
//
// Turning off and coming back: the pause between two parts, all answers, undo, a return on another day.
#include <gtest/gtest.h>

#include <algorithm>

#include "session/screen_json.h"
#include "session/session.h"
#include "support/sample_pack.h"

namespace selfcheck::session {
namespace {

using engine::Json;

engine::Bundle bundle_with_pause() {
    Json json = testing::sample_json();
    json["pack"]["screens"][1]["pause_after"] = true;
    return std::move(engine::Bundle::from_json(json).value());
}

class Ways : public ::testing::Test {
protected:
    void act(ActionKind kind, std::string id = "", std::string value = "") {
        session_ = session_.after({kind, std::move(id), std::move(value)});
    }
    std::string id() const { return session_.screen().id; }
    /// Operates the control of this key, which must be on show.
    void press(const std::string& key) {
        for (const Control& control : controls(session_.screen())) {
            if (control.key != key) continue;
            session_ = session_.after(control.action);
            return;
        }
        ADD_FAILURE() << "no \"" << key << "\" on " << id();
    }
    static std::vector<Control> controls(const Screen& screen) {
        std::vector<Control> all;
        for (const Block& block : screen.blocks) {
            if (const auto* buttons = std::get_if<Buttons>(&block)) {
                for (const auto& button : buttons->buttons) all.push_back(button.control);
            } else if (const auto* answers = std::get_if<Answers>(&block)) {
                for (const auto& row : answers->rows) all.insert(all.end(), row.change.begin(), row.change.end());
            } else if (const auto* choice = std::get_if<Choice>(&block)) {
                for (const auto& option : choice->options) all.push_back(option.control);
            }
        }
        return all;
    }
    bool offers(const std::string& key) const {
        const auto all = controls(session_.screen());
        return std::any_of(all.begin(), all.end(), [&](const Control& one) { return one.key == key; });
    }
    /// Whether a block of this key is on show.
    bool block(const std::string& key) const {
        const Screen screen = session_.screen();
        return std::any_of(screen.blocks.begin(), screen.blocks.end(), [&](const Block& one) {
            return std::visit([&](const auto& kind) { return kind.key == key; }, one);
        });
    }
    Json answers() const { return session_.answers_json()["answers"]; }

    void to_the_pause() {
        act(ActionKind::start);
        act(ActionKind::type, "age", "0:40");
        press("next");
        press("signs.none");
        press("next");
    }

    engine::Bundle bundle_ = bundle_with_pause();
    Session session_{bundle_, "en"};
};

TEST_F(Ways, TheFirstPartEndsWithTheChoiceOfTheResultSoFar) {
    to_the_pause();
    EXPECT_EQ(id(), "pause");
    press("so_far");
    EXPECT_EQ(id(), "result");
    press("next");
    EXPECT_EQ(id(), "gums");
    press("back");
    EXPECT_EQ(id(), "pause");
    press("back");
    EXPECT_EQ(id(), "signs");
    press("next");
    press("next");
    EXPECT_EQ(id(), "gums");
}

TEST_F(Ways, BackFromTheResultSoFarLeadsToThePause) {
    to_the_pause();
    press("so_far");
    press("back");
    EXPECT_EQ(id(), "pause");
}

TEST_F(Ways, TheWholeResultOffersNoMoreQuestions) {
    to_the_pause();
    press("next");
    press("next");
    press("next");
    EXPECT_EQ(id(), "result");
    EXPECT_FALSE(offers("next"));
    press("back");
    EXPECT_EQ(id(), "sugar");
}

TEST_F(Ways, ProgressCountsTheScreensOfItsOwnPart) {
    const auto progress = [&] {
        const Json screen = to_json(session_.screen());
        for (const Json& block : screen["blocks"]) {
            if (block["kind"] == "progress") return block["done"].dump() + "/" + block["total"].dump();
        }
        return std::string();
    };
    act(ActionKind::start);
    EXPECT_EQ(progress(), "0/2");
    to_the_pause();
    press("next");
    EXPECT_EQ(progress(), "0/2");
}

TEST_F(Ways, AnAnswerChangedFromTheReviewLeadsBackToIt) {
    to_the_pause();
    press("review");
    EXPECT_EQ(id(), "review");
    press("review.smoker.change");
    EXPECT_EQ(id(), "first");
    press("smoker.yes");
    press("next");
    EXPECT_EQ(id(), "review");
    press("next");
    EXPECT_EQ(id(), "pause");
    EXPECT_EQ(answers()["smoker"], "yes");
}

TEST_F(Ways, ReviewShowsWhatIsAskedAndWhetherItIsAnswered) {
    to_the_pause();
    press("next");
    act(ActionKind::skip, "bleeding");
    press("review");
    std::map<std::string, std::string> rows;
    for (const Block& block : session_.screen().blocks) {
        if (const auto* answers = std::get_if<Answers>(&block)) {
            for (const auto& row : answers->rows) rows[row.key] = row.answered ? row.answer : "";
        }
    }
    EXPECT_EQ(rows["review.age"], "40 years");
    EXPECT_TRUE(rows.contains("review.bleeding"));
    EXPECT_EQ(rows["review.bleeding"], "");
    EXPECT_FALSE(rows.contains("review.loose_since"));
}

TEST_F(Ways, AChangeFromTheResultLeadsBackToItEvenThroughAnAlert) {
    to_the_pause();
    press("so_far");
    act(ActionKind::go, "", "signs");
    press("signs.fever");
    press("next");
    EXPECT_EQ(id(), "alert");
    act(ActionKind::acknowledge);
    EXPECT_EQ(id(), "result");
}

TEST_F(Ways, UndoTakesBackOneAnswerAfterTheOther) {
    act(ActionKind::start);
    act(ActionKind::type, "age", "0:4");
    act(ActionKind::type, "age", "0:40");
    press("smoker.yes");
    press("next");
    press("signs.fever");
    press("signs.none");
    EXPECT_EQ(answers()["signs"], Json::array({"none"}));
    press("undo");
    EXPECT_EQ(answers()["signs"], Json::array({"fever"}));
    press("undo");
    EXPECT_FALSE(answers().contains("signs"));
    press("undo");
    EXPECT_EQ(id(), "first") << "where the answer was given";
    EXPECT_FALSE(answers().contains("smoker"));
    press("undo");
    EXPECT_FALSE(answers().contains("age")) << "what was typed in one go is one step";
    EXPECT_FALSE(offers("undo"));
}

TEST_F(Ways, StepsGoToTheMultiplesOfTheStepAndStayInTheRange) {
    to_the_pause();
    press("next");
    press("next");
    const auto sugar = [&] { return answers().contains("sugar_g") ? answers()["sugar_g"].dump() : "none"; };
    act(ActionKind::step, "sugar_g", "up");
    EXPECT_EQ(sugar(), "2.5") << "from nothing up";
    act(ActionKind::step, "sugar_g", "down");
    act(ActionKind::step, "sugar_g", "down");
    EXPECT_EQ(sugar(), "0") << "not below the least";
    act(ActionKind::type, "sugar_g", "0:7");
    act(ActionKind::step, "sugar_g", "up");
    EXPECT_EQ(sugar(), "7.5");
    act(ActionKind::type, "sugar_g", "0:7");
    act(ActionKind::step, "sugar_g", "down");
    EXPECT_EQ(sugar(), "5");
    act(ActionKind::type, "sugar_g", "0:499");
    act(ActionKind::step, "sugar_g", "up");
    act(ActionKind::step, "sugar_g", "up");
    EXPECT_EQ(sugar(), "500") << "not above the most";
    act(ActionKind::step, "age", "up");
    EXPECT_EQ(answers()["age"], 40) << "only where the pack offers it";
}

TEST_F(Ways, FindingLeavesWhatIsFoundAndWhatIsChosen) {
    act(ActionKind::start);
    act(ActionKind::type, "age", "0:40");
    press("next");
    press("signs.swollen_throat");
    const auto options = [&] {
        std::vector<std::string> keys;
        for (const Block& block : session_.screen().blocks) {
            if (const auto* choice = std::get_if<Choice>(&block)) {
                for (const auto& option : choice->options) keys.push_back(option.control.key);
            }
        }
        return keys;
    };
    using Keys = std::vector<std::string>;
    act(ActionKind::find, "signs", " TEMP");
    EXPECT_EQ(options(), (Keys{"signs.swollen_throat", "signs.fever", "signs.skip"}));
    act(ActionKind::find, "signs", "wobbly");
    EXPECT_EQ(options(), (Keys{"signs.swollen_throat", "signs.loose", "signs.skip"}));
    act(ActionKind::find, "signs", "no such word");
    EXPECT_EQ(options(), (Keys{"signs.swollen_throat", "signs.skip"}));
    act(ActionKind::find, "signs", "");
    EXPECT_EQ(options().size(), 5U);
    act(ActionKind::find, "signs", "hot");
    press("signs.fever");
    EXPECT_EQ(answers()["signs"], Json::array({"swollen_throat", "fever"}));
}

TEST_F(Ways, WhatWasErasedCannotBeBroughtBack) {
    to_the_pause();
    act(ActionKind::restart);
    act(ActionKind::undo);
    EXPECT_EQ(answers(), Json::object());
}

TEST_F(Ways, KeepingIsOfferedOnlyWhereTheHostCanAndIsOffAtFirst) {
    EXPECT_FALSE(offers("keep.yes"));
    act(ActionKind::set_keep, "", "no");
    EXPECT_TRUE(offers("keep.yes"));
    EXPECT_FALSE(session_.screen().keep);
    press("keep.yes");
    EXPECT_TRUE(session_.screen().keep);
}

TEST_F(Ways, AReturnGoesOnWhereItWas) {
    to_the_pause();
    press("next");
    session_ = Session::restored(bundle_, session_.saved()).value();
    act(ActionKind::set_keep, "", "yes");
    act(ActionKind::come_back);
    EXPECT_EQ(id(), "welcome");
    press("resume");
    EXPECT_EQ(id(), "gums");
    press("next");
    EXPECT_EQ(id(), "sugar");
}

TEST_F(Ways, AReturnMayStartAgainOrEraseEverything) {
    to_the_pause();
    act(ActionKind::set_keep, "", "yes");
    act(ActionKind::come_back);
    const Session returned = session_;
    press("restart");
    EXPECT_EQ(answers(), Json::object());
    EXPECT_TRUE(session_.screen().keep);
    session_ = returned;
    press("erase");
    EXPECT_EQ(answers(), Json::object());
    EXPECT_FALSE(session_.screen().keep);
    EXPECT_TRUE(offers("start.button"));
}

TEST_F(Ways, ASharedComputerIsOfferedWhereTheHostCanEraseWhatIsLeftBehind) {
    EXPECT_FALSE(offers("keep.shared"));
    act(ActionKind::set_shared, "", "no");
    EXPECT_TRUE(offers("keep.shared"));
    EXPECT_FALSE(offers("keep.yes"));
    EXPECT_EQ(session_.screen().shared_minutes, 0);
    press("keep.shared");
    EXPECT_EQ(session_.screen().shared_minutes, kSharedMinutes);
    press("keep.no");
    EXPECT_EQ(session_.screen().shared_minutes, 0);
}

TEST_F(Ways, OnASharedComputerNothingIsKeptAndNothingIsOfferedToBe) {
    act(ActionKind::set_keep, "", "no");
    act(ActionKind::set_shared, "", "no");
    press("keep.yes");
    press("keep.shared");
    EXPECT_FALSE(session_.screen().keep);
    to_the_pause();
    EXPECT_FALSE(offers("keep.yes"));
    press("so_far");
    EXPECT_FALSE(offers("keep.yes"));
    EXPECT_FALSE(offers("save"));
    press("restart");
    EXPECT_EQ(id(), "welcome");
    EXPECT_EQ(session_.screen().shared_minutes, kSharedMinutes) << "the next reader has the same computer";
    press("keep.yes");
    EXPECT_TRUE(session_.screen().keep);
    EXPECT_EQ(session_.screen().shared_minutes, 0);
}

TEST_F(Ways, WhoComesBackToAnErasedCheckIsToldWhy) {
    const auto told = [&] { return block("left_alone"); };
    act(ActionKind::set_shared, "", "yes");
    act(ActionKind::erase, "", "left_alone");
    EXPECT_FALSE(told()) << "there was nothing to erase";
    to_the_pause();
    act(ActionKind::erase, "", "left_alone");
    EXPECT_EQ(answers(), Json::object());
    EXPECT_TRUE(told());
    act(ActionKind::start);
    press("back");
    EXPECT_FALSE(told());
}

TEST_F(Ways, TheCheckSaysThatItOpensWithoutANetworkOnceTheHostHasSaidSo) {
    EXPECT_FALSE(block("offline"));
    act(ActionKind::set_offline, "", "yes");
    EXPECT_TRUE(block("offline"));
    to_the_pause();
    press("so_far");
    EXPECT_TRUE(block("offline"));
    act(ActionKind::set_offline, "", "no");
    EXPECT_FALSE(block("offline"));
}

TEST_F(Ways, WhatIsKeptWhereOpensAndOffersToEraseAllOfIt) {
    EXPECT_FALSE(offers("privacy.erase"));
    act(ActionKind::expand, "privacy");
    EXPECT_TRUE(offers("privacy.erase"));
    act(ActionKind::expand, "privacy");
    EXPECT_FALSE(offers("privacy.erase"));
}

}  // namespace
}  // namespace selfcheck::session
