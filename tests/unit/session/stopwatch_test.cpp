// SPDX-License-Identifier: MIT
#include "session/stopwatch.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "session/screen_json.h"
#include "session/session.h"
#include "support/sample_pack.h"

namespace selfcheck::session {
namespace {

using engine::Json;
using Phase = Stopwatch::Phase;

/// The sample pack, which on its last screen also times how fast one can brush: three taps.
engine::Bundle timed_bundle() {
    Json json = testing::sample_json();
    json["pack"]["questions"].push_back(engine::parse_json(R"({
        "id": "brushing_s", "type": "decimal", "unit": "s", "min": 0, "max": 180,
        "entry": [{"unit": "min", "factor": 60}, {"unit": "s"}],
        "measure": {"stopwatch": {"count": 3, "countdown_s": 3, "least_s": 2,
                                  "unable": {"question": "smoker", "code": "yes"}}}})")
                                            .value());
    json["pack"]["screens"][3]["questions"].push_back("brushing_s");
    json["texts"]["en"]["questions"]["brushing_s"] = {
        {"unit", "seconds"}, {"stopwatch", {{"how", {"Sit.", "Brush."}}, {"confirm", "I can."}, {"tap", "Tap."}}}};
    json["interface"]["en"]["stopwatch"] = engine::parse_json(R"({
        "title": "Stopwatch", "go": "Go", "count": "{count} of {total}", "get_ready": "Ready?",
        "this_time": "This time: {time} {unit}", "better": "Best: {time} {unit}", "use": "Fill in {time}",
        "entered": "{time} filled in", "rest": "Rest.", "too_quick": "Too quick.", "unfinished": "Not finished"})")
                                               .value();
    return std::move(engine::Bundle::from_json(json).value());
}

class StopwatchTest : public ::testing::Test {
protected:
    void act(ActionKind kind, std::string id = "", std::string value = "") {
        session_ = session_.after({kind, std::move(id), std::move(value)});
    }
    void command(const std::string& value) { act(ActionKind::stopwatch, "brushing_s", value); }
    void go_to_last_screen() {
        act(ActionKind::start);
        act(ActionKind::type, "age", "0:40");
        for (int i = 0; i < 3; ++i) act(ActionKind::next);
    }
    void open() {
        go_to_last_screen();
        command("open");
        command("confirm");
    }
    /// One whole try that takes `seconds` after its countdown.
    void one_try(double seconds) {
        command("start@" + std::to_string(now_));
        now_ += 3000;
        for (const double part : {0.3, 0.6, 1.0}) command("tap@" + std::to_string(now_ + 1000 * seconds * part));
        now_ += 1'000'000;
    }

    Stopwatch block() const {
        const Screen screen = session_.screen();
        for (const Block& one : screen.blocks) {
            if (const auto* stopwatch = std::get_if<Stopwatch>(&one)) return *stopwatch;
        }
        ADD_FAILURE() << "no stopwatch on " << screen.id;
        return {};
    }
    bool offers(std::string_view command) const {
        const Stopwatch now = block();
        return std::any_of(now.buttons.begin(), now.buttons.end(),
                           [&](const auto& button) { return button.control.action.value == command; });
    }
    std::string typed() const { return session_.state().drafts.at(6).texts[0]; }
    Json answers() const { return session_.answers_json()["answers"]; }

    engine::Bundle bundle_ = timed_bundle();
    Session session_{bundle_, "en"};
    double now_ = 50'000.25;
};

TEST_F(StopwatchTest, StandsBesideItsQuestionClosed) {
    go_to_last_screen();
    EXPECT_EQ(block().key, "brushing_s.stopwatch");
    EXPECT_EQ(block().phase, Phase::closed);
    EXPECT_TRUE(offers("open"));
    EXPECT_TRUE(block().tap.empty());
}

TEST_F(StopwatchTest, StartsOnlyOnceTheReaderSaysThatItIsSafe) {
    go_to_last_screen();
    command("start@1000");
    command("open");
    EXPECT_EQ(block().steps, (std::vector<std::string>{"Sit.", "Brush."}));
    EXPECT_FALSE(offers("start@"));
    command("start@1000");
    command("tap@9000");
    EXPECT_EQ(block().phase, Phase::ready);
    command("confirm");
    EXPECT_TRUE(block().confirm.front().selected);
    EXPECT_TRUE(offers("start@"));
    command("confirm");
    EXPECT_FALSE(offers("start@"));
    command("start@1000");
    EXPECT_EQ(block().phase, Phase::ready);
}

TEST_F(StopwatchTest, CountsDownThenCountsTapsAndTheLastOneEndsIt) {
    open();
    command("start@1000.9");
    EXPECT_EQ(block().phase, Phase::countdown);
    EXPECT_EQ(block().starts, 4000);
    EXPECT_EQ(block().ends, 184'000);
    command("tap@3999");
    command("go@3999");
    EXPECT_EQ(block().phase, Phase::countdown);
    EXPECT_EQ(block().count, 0);
    command("go@4000");
    EXPECT_EQ(block().phase, Phase::running);
    EXPECT_EQ(session_.screen().announce, "Go");
    command("tap@6000");
    EXPECT_EQ(block().count_text, "1 of 3");
    EXPECT_EQ(block().marks, "\xE2\x97\x8F\xE2\x97\x8B\xE2\x97\x8B");
    EXPECT_EQ(session_.screen().announce, "1");
    command("tap@9000");
    command("tap@17240");
    EXPECT_EQ(block().phase, Phase::done);
    EXPECT_EQ(block().title, "This time: 13.2 seconds");
    EXPECT_TRUE(block().tap.empty());
    command("tap@18000");
    EXPECT_EQ(block().title, "This time: 13.2 seconds");
}

TEST_F(StopwatchTest, NothingLeadsAwayWhileItCounts) {
    const auto leads_on = [&] {
        const Screen screen = session_.screen();
        return std::any_of(screen.blocks.begin(), screen.blocks.end(),
                           [](const Block& one) { return std::holds_alternative<Buttons>(one); });
    };
    open();
    EXPECT_TRUE(leads_on());
    command("start@0");
    EXPECT_FALSE(leads_on());
    command("tap@4000");
    EXPECT_FALSE(leads_on());
    command("stop@5000");
    EXPECT_TRUE(leads_on());
}

TEST_F(StopwatchTest, TapsCountAfterTheCountdownEvenWhenNobodySaidGo) {
    open();
    command("start@0");
    command("tap@5000");
    EXPECT_EQ(block().phase, Phase::running);
    EXPECT_EQ(block().count, 1);
}

TEST_F(StopwatchTest, RoundsToTheNearestTenth) {
    for (const auto& [seconds, title] : {std::pair{11.949, "11.9"}, {11.95, "12.0"}, {12.0, "12.0"}, {12.04, "12.0"}}) {
        session_ = Session(bundle_, "en");
        now_ = 1000;
        open();
        one_try(seconds);
        EXPECT_EQ(block().title, std::string("This time: ") + title + " seconds");
    }
}

TEST_F(StopwatchTest, TakesTrembleAndAHeldKeyForOneTap) {
    open();
    command("start@0");
    command("tap@5000");
    command("tap@5100");
    command("tap@5249");
    EXPECT_EQ(block().count, 1);
    command("tap@5400");  // 151 ms after the last touch
    EXPECT_EQ(block().count, 1);
    command("tap@5650");
    EXPECT_EQ(block().count, 2);
    command("tap@5000");  // from a page that is behind
    EXPECT_EQ(block().count, 2);
}

TEST_F(StopwatchTest, FillsInTheBetterOfTwoTriesAsIfItWereTyped) {
    open();
    one_try(12.8);
    command("again");
    EXPECT_EQ(block().phase, Phase::ready);
    EXPECT_TRUE(block().confirm.front().selected);
    one_try(14);
    EXPECT_EQ(block().title, "This time: 14.0 seconds");
    EXPECT_EQ(block().texts.front(), "Best: 12.8 seconds");
    EXPECT_FALSE(answers().contains("brushing_s"));
    command("use");
    EXPECT_EQ(typed(), "12.8");
    EXPECT_EQ(session_.state().drafts.at(6).unit, "s");
    EXPECT_EQ(answers()["brushing_s"], 12.8);
    EXPECT_EQ(block().phase, Phase::closed);
    EXPECT_EQ(block().texts, std::vector<std::string>{"12.8 filled in"});
    act(ActionKind::type, "brushing_s", "0:13");
    EXPECT_EQ(answers()["brushing_s"], 13);
    EXPECT_TRUE(block().texts.empty());
}

TEST_F(StopwatchTest, ATimeThatIsNotFilledInCountsWhenTheReaderGoesOn) {
    open();
    one_try(12.8);
    act(ActionKind::next);
    EXPECT_EQ(answers()["brushing_s"], 12.8);
}

TEST_F(StopwatchTest, GoingOnKeepsWhatWasTypedThoughATimeWasTaken) {
    open();
    act(ActionKind::unit, "brushing_s", "s");
    act(ActionKind::type, "brushing_s", "0:15");
    one_try(12.8);
    act(ActionKind::next);
    EXPECT_EQ(answers()["brushing_s"], 15);
}

TEST_F(StopwatchTest, WritesATimeWithItsTenth) {
    open();
    one_try(13);
    command("use");
    EXPECT_EQ(typed(), "13.0");
    EXPECT_EQ(answers()["brushing_s"], 13);
}

TEST_F(StopwatchTest, ATryThatIsGivenUpIsNoTimeAndMayBeTheAnswerThatOneCannot) {
    open();
    command("start@0");
    command("tap@5000");
    command("stop@9000");
    EXPECT_EQ(block().phase, Phase::done);
    EXPECT_EQ(block().title, "Not finished");
    EXPECT_EQ(block().texts, std::vector<std::string>{"Rest."});
    EXPECT_FALSE(offers("use"));
    EXPECT_TRUE(offers("again"));
    command("use");
    EXPECT_FALSE(answers().contains("brushing_s"));
    command("unable");
    EXPECT_EQ(answers()["smoker"], "yes");
    EXPECT_EQ(block().phase, Phase::closed);
}

TEST_F(StopwatchTest, StoppingTheCountdownIsNoTry) {
    open();
    command("start@0");
    command("stop@2000");
    EXPECT_EQ(block().phase, Phase::ready);
}

TEST_F(StopwatchTest, AnEarlierTimeCanBeUsedAfterATryThatWasGivenUp) {
    open();
    one_try(12);
    EXPECT_FALSE(offers("unable"));
    command("unable");
    EXPECT_EQ(block().phase, Phase::done);
    command("again");
    command("start@2000000");
    command("stop@2010000");
    EXPECT_TRUE(offers("use"));
    command("use");
    EXPECT_EQ(typed(), "12.0");
}

TEST_F(StopwatchTest, TooLongIsNotFinishedAndTooQuickWereOtherTaps) {
    open();
    one_try(180);
    EXPECT_EQ(block().title, "This time: 180.0 seconds");
    command("again");
    one_try(180.1);
    EXPECT_EQ(block().title, "Not finished");
    command("again");
    one_try(1.9);
    EXPECT_EQ(block().title, "Not finished");
    EXPECT_EQ(block().texts, std::vector<std::string>{"Too quick."});
    EXPECT_FALSE(offers("unable"));
    EXPECT_EQ(session_.state().timings.at(6).best, engine::Decimal::from_integer(180));
    command("again");
    one_try(2);
    EXPECT_EQ(block().title, "This time: 2.0 seconds");
}

TEST_F(StopwatchTest, CommandsThatMakeNoSenseChangeNothing) {
    open();
    const State before = session_.state();
    for (const char* value :
         {"", "@", "start", "start@", "start@-5", "start@x", "start@1e5", "start@99999999999999999999", "tap@1",
          "stop@1", "go@1", "again", "use", "unable", "open", "dance", "dance@1"}) {
        command(value);
        EXPECT_TRUE(session_.state() == before) << value;
    }
    for (const char* question : {"sugar_g", "smoker", "nobody"}) {
        act(ActionKind::stopwatch, question, "open");
        EXPECT_TRUE(session_.state() == before) << question;
    }
}

TEST_F(StopwatchTest, LeavingTheScreenEndsATryAndKeepsTheBest) {
    open();
    one_try(12);
    command("again");
    command("start@5000000");
    act(ActionKind::set_language, "", "de");
    EXPECT_EQ(block().phase, Phase::countdown);
    act(ActionKind::back);
    command("tap@5006000");
    act(ActionKind::next);
    EXPECT_EQ(block().phase, Phase::closed);
    EXPECT_EQ(session_.state().timings.at(6).count, 0);
    EXPECT_EQ(session_.state().timings.at(6).best, engine::Decimal::from_integer(12));
}

TEST_F(StopwatchTest, ARestoredSessionHasTheAnswerAndNoRunningTry) {
    open();
    one_try(12.3);
    command("use");
    command("open");
    command("start@5000000");
    const auto restored = Session::restored(bundle_, session_.saved());
    ASSERT_TRUE(restored.ok()) << restored.problems().front().to_string();
    session_ = restored.value();
    EXPECT_EQ(block().phase, Phase::closed);
    EXPECT_EQ(typed(), "12.3");
    EXPECT_EQ(answers()["brushing_s"], 12.3);
}

TEST_F(StopwatchTest, TheSoundCanBeTurnedOff) {
    open();
    EXPECT_TRUE(block().sound);
    command("sound");
    EXPECT_FALSE(block().sound);
    command("start@0");
    EXPECT_FALSE(block().sound);
}

TEST_F(StopwatchTest, IsWrittenAsJson) {
    open();
    command("start@0");
    command("tap@4000");
    const Json screen = to_json(session_.screen());
    for (const Json& one : screen["blocks"]) {
        if (one["kind"] != "stopwatch") continue;
        EXPECT_EQ(one["phase"], "running");
        EXPECT_EQ(one["starts"], 3000);
        EXPECT_EQ(one["ends"], 183'000);
        EXPECT_EQ(one["count"], 1);
        EXPECT_EQ(one["tap"][0]["key"], "brushing_s.tap");
        EXPECT_EQ(one["tap"][0]["action"], (Json{{"kind", "stopwatch"}, {"id", "brushing_s"}, {"value", "tap@"}}));
        EXPECT_EQ(one["buttons"][0]["control"]["action"]["value"], "stop@");
        return;
    }
    FAIL() << "no stopwatch";
}

}  // namespace
}  // namespace selfcheck::session
