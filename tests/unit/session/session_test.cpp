// SPDX-License-Identifier: MIT
#include "session/session.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "session/screen_json.h"
#include "support/sample_pack.h"

namespace selfcheck::session {
namespace {

using engine::Json;

/// A reader who operates what the Screen offers, by key, as every renderer does.
class SessionTest : public ::testing::Test {
protected:
    Json screen() const { return to_json(session_.screen()); }
    std::string id() const { return session_.screen().id; }

    void act(ActionKind kind, std::string id = "", std::string value = "") {
        session_ = session_.after({kind, std::move(id), std::move(value)});
    }
    void type(const char* question, const char* text) { act(ActionKind::type, question, std::string("0:") + text); }
    void next() { act(ActionKind::next); }

    const Json* block(std::string_view key) {
        last_ = screen();
        for (const Json& one : last_["blocks"]) {
            if (one["key"] == std::string(key)) return &one;
        }
        return nullptr;
    }
    bool selected(std::string_view question, std::string_view code) {
        const Json* choice = block(question);
        if (choice == nullptr) return false;
        for (const Json& option : (*choice)["options"]) {
            const Json& control = option["control"];
            if (control["key"] == std::string(question) + "." + std::string(code))
                return control["selected"].get<bool>();
        }
        return false;
    }

    /// To the screen with the gums, nothing wrong so far.
    void answer_until_gums() {
        act(ActionKind::start);
        type("age", "40");
        next();
        act(ActionKind::toggle, "signs", "none");
        next();
    }

    engine::Bundle bundle_ = testing::sample_bundle();
    Session session_{bundle_, "en"};
    Json last_;
};

TEST_F(SessionTest, WalksFromWelcomeToResult) {
    EXPECT_EQ(id(), "welcome");
    answer_until_gums();
    EXPECT_EQ(id(), "gums");
    next();
    EXPECT_EQ(id(), "sugar");
    next();
    EXPECT_EQ(id(), "result");
}

TEST_F(SessionTest, AQuestionComesWithThePictureOfHowItIsMeasured) {
    answer_until_gums();
    EXPECT_EQ(
        (*block("bleeding"))["figures"],
        Json::array({{{"kind", "figure"}, {"key", "bleeding.figure"}, {"name", "gum"}, {"alt", "A gum that bleeds"}}}));
    next();
    EXPECT_EQ((*block("sugar_g"))["figures"][0]["alt"], "A spoon of sugar");
    act(ActionKind::set_language, "", "de");
    EXPECT_EQ((*block("sugar_g"))["figures"][0]["alt"], "Ein Loeffel Zucker");
    act(ActionKind::back);
    act(ActionKind::back);
    EXPECT_EQ((*block("signs"))["figures"], Json::array());
}

TEST_F(SessionTest, EveryScreenHasExactlyOneTitle) {
    const auto titles = [&] {
        const Json now = screen();
        return std::count_if(now["blocks"].begin(), now["blocks"].end(),
                             [](const Json& one) { return one["kind"] == "heading" && one["level"] == 1; });
    };
    for (const char* expected : {"welcome", "first", "signs", "gums", "sugar", "result"}) {
        EXPECT_EQ(id(), expected);
        EXPECT_EQ(titles(), 1) << expected;
        if (id() == "welcome") act(ActionKind::start);
        if (id() == "first") type("age", "40");
        if (expected != std::string("welcome")) next();
    }
}

TEST_F(SessionTest, DoesNotGoOnWithoutARequiredAnswerAndSaysWhy) {
    act(ActionKind::start);
    EXPECT_EQ((*block("age"))["error"], "");
    next();
    EXPECT_EQ(id(), "first");
    EXPECT_TRUE(session_.state().show_missing);
    type("age", "40");
    next();
    EXPECT_EQ(id(), "signs");
}

TEST_F(SessionTest, KeepsAWrongNumberAsTypedAndDoesNotGoOnWithIt) {
    answer_until_gums();
    next();
    type("sugar_g", "5o");
    next();
    EXPECT_EQ(id(), "sugar");
    EXPECT_EQ((*block("sugar_g"))["fields"][0]["text"], "5o");
    EXPECT_EQ(session_.answers_json()["answers"].contains("sugar_g"), false);
    type("sugar_g", "50");
    next();
    EXPECT_EQ(id(), "result");
}

TEST_F(SessionTest, ShowsAnErrorOnlyOnceTheFieldWasLeft) {
    const auto has_error = [&] { return session_.state().drafts.at(5).committed; };
    answer_until_gums();
    next();
    type("sugar_g", "x");
    EXPECT_FALSE(has_error());
    act(ActionKind::commit, "sugar_g");
    EXPECT_TRUE(has_error());
    type("sugar_g", "1");
    EXPECT_FALSE(has_error());
}

TEST_F(SessionTest, AsksAFollowUpOnlyWhileItsConditionHolds) {
    answer_until_gums();
    EXPECT_EQ(block("loose_since"), nullptr);
    act(ActionKind::back);
    act(ActionKind::toggle, "signs", "loose");
    next();
    EXPECT_NE(block("loose_since"), nullptr);
}

TEST_F(SessionTest, CountsOnlyTheScreensThatWillBeAsked) {
    answer_until_gums();
    EXPECT_EQ((*block("progress"))["done"], 2);
    EXPECT_EQ((*block("progress"))["total"], 4);
}

TEST_F(SessionTest, NoneAndTheOthersExcludeEachOther) {
    act(ActionKind::start);
    type("age", "40");
    next();
    act(ActionKind::toggle, "signs", "none");
    act(ActionKind::toggle, "signs", "loose");
    EXPECT_FALSE(selected("signs", "none"));
    EXPECT_TRUE(selected("signs", "loose"));
    act(ActionKind::toggle, "signs", "none");
    EXPECT_TRUE(selected("signs", "none"));
    EXPECT_FALSE(selected("signs", "loose"));
}

TEST_F(SessionTest, AnEmergencySignInterruptsAtOnce) {
    act(ActionKind::start);
    type("age", "40");
    next();
    act(ActionKind::toggle, "signs", "swollen_throat");
    EXPECT_NE(block("alert.now"), nullptr);
    next();
    EXPECT_EQ(id(), "alert");
    EXPECT_NE(block("alert.swollen_throat"), nullptr);
    act(ActionKind::acknowledge);
    EXPECT_EQ(id(), "gums");
}

TEST_F(SessionTest, AnAlertIsShownAgainForASignTakenBackAndGivenAgain) {
    act(ActionKind::start);
    type("age", "40");
    next();
    act(ActionKind::toggle, "signs", "fever");
    next();
    act(ActionKind::acknowledge);
    act(ActionKind::back);
    next();
    EXPECT_EQ(id(), "gums");
    act(ActionKind::back);
    act(ActionKind::toggle, "signs", "fever");
    act(ActionKind::toggle, "signs", "fever");
    next();
    EXPECT_EQ(id(), "alert");
}

TEST_F(SessionTest, EndsKindlyForThoseThePackIsNotFor) {
    act(ActionKind::start);
    type("age", "12");
    next();
    EXPECT_EQ(id(), "result");
    const Json* advice = block("not_applicable");
    ASSERT_NE(advice, nullptr);
    EXPECT_EQ((*advice)["text"], "Ask a children's dentist.");
    EXPECT_EQ((*block("banner"))["word"], "For adults");
    act(ActionKind::back);
    EXPECT_EQ(id(), "first");
}

TEST_F(SessionTest, ChangingTheLanguageKeepsEveryAnswerAndThePlace) {
    answer_until_gums();
    act(ActionKind::answer, "bleeding", "often");
    const Json before = session_.answers_json();
    act(ActionKind::set_language, "", "de");
    EXPECT_EQ(id(), "gums");
    EXPECT_EQ(screen()["language"], "de");
    EXPECT_EQ(session_.answers_json(), before);
    EXPECT_TRUE(selected("bleeding", "often"));
}

TEST_F(SessionTest, OffersUnitsOfTheLanguageAndNeverReinterpretsANumber) {
    answer_until_gums();
    next();
    EXPECT_EQ((*block("sugar_g"))["units"].size(), 3u);
    type("sugar_g", "100");
    act(ActionKind::unit, "sugar_g", "oz");
    EXPECT_EQ((*block("sugar_g"))["fields"][0]["text"], "");
    EXPECT_FALSE(session_.answers_json()["answers"].contains("sugar_g"));
    type("sugar_g", "2");
    EXPECT_EQ((*block("sugar_g"))["understood"], "= 56.7 g");
    act(ActionKind::unit, "sugar_g", "lb_oz");
    EXPECT_EQ((*block("sugar_g"))["fields"].size(), 2u);

    Session german(bundle_, "de");
    for (const Action& action : {Action{ActionKind::start, "", ""}, Action{ActionKind::type, "age", "0:40"},
                                 Action{ActionKind::go, "", "sugar_g"}}) {
        german = german.after(action);
    }
    const Json blocks = to_json(german.screen())["blocks"];
    const auto number =
        std::find_if(blocks.begin(), blocks.end(), [](const Json& one) { return one["key"] == "sugar_g"; });
    ASSERT_NE(number, blocks.end());
    EXPECT_EQ((*number)["units"].size(), 2u);
    EXPECT_EQ((*number)["fields"][0]["unit"], "oz");
}

TEST_F(SessionTest, AStepThatLeadsNowhereIsDisabled) {
    answer_until_gums();
    next();
    const auto disabled = [&] {
        const Json steps = (*block("sugar_g"))["steps"];
        return std::pair(steps[0]["disabled"].get<bool>(), steps[1]["disabled"].get<bool>());
    };
    EXPECT_EQ(disabled(), std::pair(true, false)) << "nothing is there to take away from";
    type("sugar_g", "0");
    EXPECT_EQ(disabled(), std::pair(true, false));
    type("sugar_g", "2.5");
    EXPECT_EQ(disabled(), std::pair(false, false));
    type("sugar_g", "500");
    EXPECT_EQ(disabled(), std::pair(false, true));
}

TEST_F(SessionTest, ANumberOutOfRangeMayBeInTheWrongUnitWhereThereAreSeveral) {
    Json json = testing::sample_json();
    json["interface"]["en"]["question"]["too_high"] = "{max} at most.";
    json["interface"]["en"]["question"]["check_unit"] = " Check the unit.";
    bundle_ = std::move(engine::Bundle::from_json(json).value());
    session_ = Session(bundle_, "en");
    act(ActionKind::start);
    type("age", "121");
    act(ActionKind::commit, "age");
    EXPECT_EQ((*block("age"))["error"], "120 at most.");
    type("age", "40");
    next();
    act(ActionKind::toggle, "signs", "none");
    next();
    next();
    type("sugar_g", "501");
    act(ActionKind::commit, "sugar_g");
    EXPECT_EQ((*block("sugar_g"))["error"], "500 at most. Check the unit.");
}

TEST_F(SessionTest, AsksKindlyAboutAnUnlikelyNumber) {
    answer_until_gums();
    next();
    type("sugar_g", "300");
    EXPECT_EQ(block("sugar_g.note.much_sugar"), nullptr);
    type("sugar_g", "301");
    EXPECT_NE(block("sugar_g.note.much_sugar"), nullptr);
}

TEST_F(SessionTest, SkippingTakesTheAnswerAway) {
    answer_until_gums();
    act(ActionKind::answer, "bleeding", "often");
    act(ActionKind::skip, "bleeding");
    EXPECT_FALSE(session_.answers_json()["answers"].contains("bleeding"));
    EXPECT_TRUE(selected("bleeding", "skip"));
    act(ActionKind::answer, "bleeding", "often");
    EXPECT_FALSE(selected("bleeding", "skip"));
}

TEST_F(SessionTest, TheResultIsWhatTheCommandLineGivesForTheSameAnswers) {
    answer_until_gums();
    act(ActionKind::answer, "bleeding", "often");
    EXPECT_EQ(session_.result()["guidance"], "self_care");
    EXPECT_EQ(session_.answers_json(),
              engine::parse_json(R"({"answers": {"age": 40, "signs": ["none"], "bleeding": "often"}})").value());
}

TEST_F(SessionTest, WithNothingToActOnThePackSaysSoInItsOwnWords) {
    answer_until_gums();
    next();
    next();
    EXPECT_EQ(id(), "result");
    EXPECT_EQ((*block("banner"))["word"], "Keep your teeth clean");
    EXPECT_EQ((*block("banner"))["text"], "None of these asks for a visit.");
    EXPECT_EQ((*block("steps"))["items"], Json::array({"Brush twice a day."}));
}

TEST_F(SessionTest, TheFirstPageHasThePictureThatThePackNames) {
    const Json* picture = block("hero");
    ASSERT_NE(picture, nullptr);
    EXPECT_EQ((*picture)["name"], "tooth");
    EXPECT_EQ((*picture)["alt"], "A tooth");
}

TEST_F(SessionTest, TheResultShowsWhyInTheReadersOwnAnswers) {
    answer_until_gums();
    next();
    type("sugar_g", "60");
    next();
    const Json* finding = block("finding.sugar");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ((*finding)["text"], "You eat 60 g.");
    EXPECT_EQ((*finding)["because"][0]["question"], "Sugar");
    EXPECT_EQ((*finding)["because"][0]["answer"], "60 g");
    act(ActionKind::go, "", "sugar_g");
    EXPECT_EQ(id(), "sugar");
}

TEST_F(SessionTest, SavesAndGoesOnExactlyWhereItWas) {
    answer_until_gums();
    act(ActionKind::answer, "bleeding", "often");
    next();
    type("sugar_g", "12x");
    act(ActionKind::commit, "sugar_g");
    act(ActionKind::set_text_size, "", "150");
    const auto restored = Session::restored(bundle_, session_.saved());
    ASSERT_TRUE(restored.ok());
    EXPECT_EQ(restored.value().state(), session_.state());
}

TEST_F(SessionTest, RestartErasesAnswersAndKeepsHowTheReaderLikesToRead) {
    answer_until_gums();
    act(ActionKind::set_text_size, "", "200");
    act(ActionKind::restart);
    EXPECT_EQ(id(), "welcome");
    EXPECT_EQ(session_.answers_json()["answers"], Json::object());
    EXPECT_EQ(screen()["text_percent"], 200);
}

TEST_F(SessionTest, SpeaksOfAnotherPersonThroughoutWhenTheReaderAnswersForThem) {
    act(ActionKind::start, "", "other");
    EXPECT_EQ((*block("age"))["legend"], "How old are they?");
    type("age", "40");
    next();
    act(ActionKind::toggle, "signs", "none");
    next();
    next();
    type("sugar_g", "60");
    next();
    EXPECT_EQ((*block("finding.sugar"))["text"], "They eat 60 g.");
    act(ActionKind::set_voice, "", "self");
    EXPECT_EQ((*block("finding.sugar"))["text"], "You eat 60 g.");
    act(ActionKind::set_voice, "", "nobody");
    EXPECT_EQ((*block("finding.sugar"))["text"], "You eat 60 g.");
}

TEST_F(SessionTest, GoesOnAboutTheSamePersonAndStartsAnewWithTheReader) {
    act(ActionKind::start, "", "other");
    session_ = Session::restored(bundle_, session_.saved()).value();
    EXPECT_EQ((*block("age"))["legend"], "How old are they?");
    act(ActionKind::restart);
    act(ActionKind::start);
    EXPECT_EQ((*block("age"))["legend"], "How old are you?");
}

TEST_F(SessionTest, AnActionThatMakesNoSenseChangesNothing) {
    answer_until_gums();
    const State before = session_.state();
    for (const Action& action : {
             Action{ActionKind::answer, "nobody", "yes"},
             Action{ActionKind::answer, "bleeding", "perhaps"},
             Action{ActionKind::answer, "signs", "fever"},
             Action{ActionKind::toggle, "bleeding", "often"},
             Action{ActionKind::type, "sugar_g", "2:1"},
             Action{ActionKind::type, "bleeding", "0:1"},
             Action{ActionKind::unit, "sugar_g", "stone"},
             Action{ActionKind::commit, "sugar_g", ""},
             Action{ActionKind::skip, "age", ""},
             Action{ActionKind::start, "", ""},
             Action{ActionKind::acknowledge, "", ""},
             Action{ActionKind::go, "", "nowhere"},
             Action{ActionKind::go, "", "loose_since"},
             Action{ActionKind::set_language, "", "fr"},
             Action{ActionKind::set_text_size, "", "1000"},
             Action{ActionKind::set_theme, "", "pink"},
             Action{ActionKind::set_region, "", "moon"},
             Action{ActionKind::save_result, "", ""},
         }) {
        act(action.kind, action.id, action.value);
        EXPECT_EQ(session_.state(), before) << name_of(action.kind) << " " << action.id << " " << action.value;
        session_ = session_;
    }
}

TEST_F(SessionTest, RefusesAHostileSavedSession) {
    answer_until_gums();
    const Json good = session_.saved();
    const struct {
        const char* what;
        void (*change)(Json&);
    } cases[] = {
        {"no object", [](Json& j) { j = Json::array(); }},
        {"other version", [](Json& j) { j["session"] = 99; }},
        {"other pack", [](Json& j) { j["pack"] = "hair"; }},
        {"wrong answer", [](Json& j) { j["answers"]["age"] = 4000; }},
        {"unknown member", [](Json& j) { j["script"] = "x"; }},
        {"unknown place", [](Json& j) { j["position"]["place"] = "moon"; }},
        {"unknown screen", [](Json& j) { j["position"]["screen"] = "moon"; }},
        {"draft of a choice",
         [](Json& j) {
             j["drafts"]["bleeding"] = {{"unit", "g"}, {"texts", {"", ""}}};
         }},
        {"draft of wrong shape",
         [](Json& j) {
             j["drafts"]["sugar_g"] = {{"unit", "g"}, {"texts", {1}}};
         }},
        {"unknown language", [](Json& j) { j["preferences"]["language"] = "fr"; }},
        {"answers no object", [](Json& j) { j["answers"] = 3; }},
    };
    EXPECT_TRUE(Session::restored(bundle_, good).ok());
    for (const auto& one : cases) {
        Json bad = good;
        one.change(bad);
        EXPECT_FALSE(Session::restored(bundle_, bad).ok()) << one.what;
    }
}

TEST(Action, IsTheSameThroughJson) {
    const Action action{ActionKind::answer, "sex", "female"};
    const auto read = action_from_json(to_json(action));
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->kind, action.kind);
    EXPECT_EQ(read->id, action.id);
    EXPECT_EQ(read->value, action.value);
}

TEST(Action, RefusesWhatIsNone) {
    for (const char* text : {"null", "[]", "{}", R"({"kind": "dance"})", R"({"kind": 1})",
                             R"({"kind": "next", "id": 3})", R"({"kind": "next", "extra": "x"})"}) {
        EXPECT_FALSE(action_from_json(engine::parse_json(text).value()).has_value()) << text;
    }
}

}  // namespace
}  // namespace selfcheck::session
