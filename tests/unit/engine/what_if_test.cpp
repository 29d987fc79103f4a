// SPDX-License-Identifier: MIT
#include "engine/what_if.h"

#include <gtest/gtest.h>

#include "engine/result_json.h"
#include "support/sample_pack.h"

namespace selfcheck::engine {
namespace {

class WhatIf : public ::testing::Test {
protected:
    static Pack sample_pack() {
        Json json = testing::sample_json()["pack"];
        json["questions"][1]["act"] = {"no"};     // smoker
        json["questions"][5]["find_out"] = true;  // sugar_g
        return std::move(Pack::from_json(json).value());
    }

    Answers answers(const char* json) const { return answers_from_json(pack_, parse_json(json).value(), "").value(); }

    /// "level question=value -rule +rule", with * in front when the reader can act on it.
    std::vector<std::string> changes(const char* json) const {
        std::vector<std::string> lines;
        for (const Change& change : what_if(pack_, answers(json))) {
            std::string line = change.actionable ? "*" : "";
            line += std::string(name_of(change.level)) + " " + pack_.questions[change.question].id + "=" +
                    to_text(value_to_json(pack_, change.value()));
            for (const std::size_t rule : change.disappearing) line += " -" + pack_.rules[rule].id;
            for (const std::size_t rule : change.appearing) line += " +" + pack_.rules[rule].id;
            lines.push_back(line);
        }
        return lines;
    }

    Pack pack_ = sample_pack();
};

using Lines = std::vector<std::string>;

TEST_F(WhatIf, SaysWhichAnswersWouldLowerAndWhichWouldRaise) {
    EXPECT_EQ(changes(R"({"age": 40, "smoker": "yes", "signs": ["none"], "bleeding": "sometimes", "sugar_g": 1})"),
              (Lines{"self_care age=100 -gum_score",  // whose gums are not asked about
                     "*self_care smoker=\"no\" -gum_score", "emergency signs=\"swollen_throat\" +swollen_throat",
                     "urgent signs=\"fever\" +fever", "self_care bleeding=\"never\" -gum_score"}));
}

TEST_F(WhatIf, NamesTheNumberAtWhichItChanges) {
    EXPECT_EQ(
        changes(
            R"({"age": 40, "smoker": "no", "signs": ["loose"], "bleeding": "never", "loose_since": 30, "sugar_g": 60})"),
        (Lines{"emergency signs=[\"swollen_throat\",\"loose\"] +swollen_throat",
               "urgent signs=[\"fever\",\"loose\"] +fever", "routine signs=\"none\" -loose_long",
               "routine loose_since=14 -loose_long"}));
}

TEST_F(WhatIf, FindsTheNumberBehindADerivedValueToo) {
    Json json = testing::sample_json()["pack"];
    json["derived"].push_back({{"id", "sugar_week"}, {"value", "%sugar_g * 7"}});
    json["rules"][4]["when"] = "%sugar_week > 350";
    const Pack pack = std::move(Pack::from_json(json).value());
    const Json given = {{"age", 40}, {"smoker", "no"}, {"signs", {"none"}}, {"bleeding", "never"}, {"sugar_g", 99}};
    const auto found = what_if(pack, answers_from_json(pack, given, "").value());
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(pack.questions[found.back().question].id, "sugar_g");
    EXPECT_EQ(found.back().value().number(), Decimal::from_integer(50));
}

TEST_F(WhatIf, TellsAReaderANumberThatAPersonWouldName) {
    Json json = testing::sample_json()["pack"];
    json["rules"][4]["when"] = "%sugar_g > 147.3";
    json["questions"][5]["act"] = true;
    json["questions"][5].erase("step");
    const auto told = [&](double sugar) {
        const Pack pack = std::move(Pack::from_json(json).value());
        const Json given = {
            {"age", 40}, {"smoker", "no"}, {"signs", {"none"}}, {"bleeding", "never"}, {"sugar_g", sugar}};
        const auto found = what_reader_could_change(pack, answers_from_json(pack, given, "").value());
        return found.size() == 1 ? found.front().value().number() : std::nullopt;
    };
    EXPECT_EQ(told(200), Decimal::from_integer(147)) << "not 147.3, which counts as well";
    json["rules"][4]["when"] = "%sugar_g < 147.3";
    EXPECT_EQ(told(100), Decimal::from_integer(148));
    json["rules"][4]["when"] = "%sugar_g < 147.3 or %sugar_g > 147.6";
    EXPECT_EQ(told(100), Decimal::parse("147.3")) << "the rounder one leads elsewhere";
    json["questions"][5]["step"] = 2.5;
    json["rules"][4]["when"] = "%sugar_g < 147.3";
    EXPECT_EQ(told(100), Decimal::parse("147.5")) << "what the buttons reach";
}

TEST_F(WhatIf, TellsAReaderOnlyToChangeANumberTheWayThatIsOfUse) {
    Json json = testing::sample_json()["pack"];
    json["rules"][4]["when"] = "%sugar_g < 20 or %sugar_g > 60";
    const auto told = [&](const char* act, double sugar) {
        json["questions"][5]["act"] = act;
        const Pack pack = std::move(Pack::from_json(json).value());
        const Json given = {
            {"age", 40}, {"smoker", "no"}, {"signs", {"none"}}, {"bleeding", "never"}, {"sugar_g", sugar}};
        return what_reader_could_change(pack, answers_from_json(pack, given, "").value()).size();
    };
    EXPECT_EQ(told("less", 70), 1U);
    EXPECT_EQ(told("less", 10), 0U);
    EXPECT_EQ(told("more", 10), 1U);
    EXPECT_EQ(told("more", 70), 0U);
}

TEST_F(WhatIf, LeavesOutQuestionsThatAreNotAsked) {
    for (const Change& change : what_if(pack_, answers(R"({"age": 40, "signs": ["none"]})"))) {
        EXPECT_NE(pack_.questions[change.question].id, "loose_since");
    }
}

TEST_F(WhatIf, WhatIsNotAnsweredCanBeFoundOut) {
    const Lines lines = changes(R"({"age": 40, "smoker": "no", "signs": ["none"], "bleeding": "never"})");
    EXPECT_EQ(lines.back(), "*routine sugar_g=50.5 +sugar");
}

TEST_F(WhatIf, NotKnowingIsNotLower) {
    // Another sign opens a question that has no answer yet: the rule would be undetermined, not
    // settled.
    Json json = testing::sample_json()["pack"];
    json["rules"][3]["when"] = "%smoker = 'yes' and (%bleeding = 'never' or %loose_since > 14)";
    const Pack pack = std::move(Pack::from_json(json).value());
    const Json given = {{"age", 40}, {"smoker", "yes"}, {"signs", {"loose"}}, {"bleeding", "never"}, {"sugar_g", 1}};
    for (const Change& change : what_if(pack, answers_from_json(pack, given, "").value())) {
        EXPECT_NE(pack.questions[change.question].id, "bleeding");
    }
}

TEST_F(WhatIf, HasNothingToSayToThoseThePackIsNotFor) { EXPECT_EQ(changes(R"({"age": 17})"), Lines{}); }

TEST_F(WhatIf, NamesTheOneAnswerThatSettlesAScore) {
    const auto smoker = settling_question(pack_, answers(R"({"age": 40, "bleeding": "often"})"), 0);
    EXPECT_EQ(smoker, pack_.question_index("smoker"));
    EXPECT_EQ(settling_question(pack_, answers(R"({"age": 40, "bleeding": "often", "smoker": "no"})"), 0),
              std::nullopt);
}

TEST(PackActions, RefusesACodeThatIsNoOption) {
    Json json = testing::sample_json()["pack"];
    json["questions"][1]["act"] = {"perhaps"};
    const auto pack = Pack::from_json(json);
    ASSERT_FALSE(pack.ok());
    EXPECT_EQ(pack.problems().front().at, "/questions/1/act/0");
}

}  // namespace
}  // namespace selfcheck::engine
