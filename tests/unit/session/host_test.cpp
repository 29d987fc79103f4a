// SPDX-License-Identifier: MIT
//
// What a host's page may ask for: some sections only, a question to begin with, cards that it has more to read about.
#include <gtest/gtest.h>

#include <algorithm>

#include "session/session.h"
#include "support/sample_pack.h"

namespace selfcheck::session {
namespace {

using engine::Json;

/// The sample with three sections; the signs are always asked.
engine::Bundle bundle_in_sections() {
    Json json = testing::sample_json();
    json["pack"]["sections"].push_back("food");
    json["pack"]["screens"][1]["always"] = true;
    json["pack"]["screens"][3]["section"] = "food";
    json["texts"]["en"]["sections"]["food"] = "Food";
    json["texts"]["de"]["sections"]["food"] = "Essen";
    json["interface"]["en"]["result"] = {{"left_out", "Not everything"}, {"left_out_text", "Only: {sections}"}};
    return std::move(engine::Bundle::from_json(json).value());
}

class Host : public ::testing::Test {
protected:
    void act(ActionKind kind, std::string id = "", std::string value = "") {
        session_ = session_.after({kind, std::move(id), std::move(value)});
    }
    void sections(const char* ids) { act(ActionKind::set_sections, "", ids); }
    void open(const char* target) { act(ActionKind::open, "", target); }
    std::string id() const { return session_.screen().id; }

    /// The screens from here to the result.
    std::vector<std::string> walk() {
        std::vector<std::string> seen;
        while (seen.size() < 9) {
            seen.push_back(id());
            if (id() == "result") break;
            if (id() == "welcome")
                act(ActionKind::start);
            else if (id() == "first")
                act(ActionKind::type, "age", "0:40"), act(ActionKind::next);
            else
                act(ActionKind::next);
        }
        return seen;
    }
    template <typename Kind>
    const Kind* block(std::string_view key) {
        screen_ = session_.screen();
        for (const Block& one : screen_.blocks) {
            const Kind* found = std::get_if<Kind>(&one);
            if (found != nullptr && found->key == key) return found;
        }
        return nullptr;
    }

    engine::Bundle bundle_ = bundle_in_sections();
    Session session_{bundle_, "en"};
    Screen screen_;
};

using Screens = std::vector<std::string>;

TEST_F(Host, AsksOnlyTheSectionsItWantsAndWhatIsAlwaysAsked) {
    sections("food");
    EXPECT_EQ(walk(), (Screens{"welcome", "first", "signs", "sugar", "result"}));
}

TEST_F(Host, AsksEverythingWhereNoWantedSectionIsKnown) {
    sections("feet  hands");
    EXPECT_EQ(walk(), (Screens{"welcome", "first", "signs", "gums", "sugar", "result"}));
}

TEST_F(Host, ItsSectionsOutliveANewStart) {
    sections("food");
    act(ActionKind::start);
    act(ActionKind::restart);
    EXPECT_EQ(walk(), (Screens{"welcome", "first", "signs", "sugar", "result"}));
}

TEST_F(Host, TheResultSaysWhichSectionsWereAsked) {
    walk();
    EXPECT_EQ(block<Callout>("left_out"), nullptr);
    sections("food you");
    ASSERT_NE(block<Callout>("left_out"), nullptr);
    EXPECT_EQ(block<Callout>("left_out")->texts, (std::vector<std::string>{"Only: You, Food"}));
}

TEST_F(Host, WhatIsNotAskedIsNotOfferedForAnAnswer) {
    walk();
    const auto* open = block<Answers>("open.questions");
    ASSERT_NE(open, nullptr);
    const auto offers = [](const Answers& all, std::string_view key) {
        return std::any_of(all.rows.begin(), all.rows.end(), [&](const auto& row) { return row.key == key; });
    };
    EXPECT_TRUE(offers(*open, "open.bleeding"));
    sections("food");
    const auto* fewer = block<Answers>("open.questions");
    ASSERT_NE(fewer, nullptr);
    EXPECT_FALSE(offers(*fewer, "open.bleeding"));
    EXPECT_TRUE(offers(*fewer, "open.sugar_g"));
}

TEST_F(Host, OpensAQuestionAfterWhatIsAlwaysAsked) {
    open("sugar_g");
    EXPECT_EQ(walk(), (Screens{"first", "signs", "sugar", "result"}));
}

TEST_F(Host, OpensASectionAtItsFirstScreen) {
    open("food");
    EXPECT_EQ(walk(), (Screens{"first", "signs", "sugar", "result"}));
}

TEST_F(Host, LeadsBackFromAQuestionOpenedOnTheWay) {
    act(ActionKind::start);
    act(ActionKind::type, "age", "0:40");
    act(ActionKind::next);
    act(ActionKind::next);
    ASSERT_EQ(id(), "gums");
    open("sugar_g");
    EXPECT_EQ(id(), "sugar");
    act(ActionKind::next);
    EXPECT_EQ(id(), "gums");
}

TEST_F(Host, LeadsBackFromAQuestionOpenedAtTheResult) {
    walk();
    open("bleeding");
    EXPECT_EQ(id(), "gums");
    act(ActionKind::next);
    EXPECT_EQ(id(), "result");
}

TEST_F(Host, CannotLeadPastAnUnansweredSign) {
    act(ActionKind::start);
    open("sugar_g");
    EXPECT_EQ(id(), "first");
    act(ActionKind::type, "age", "0:40");
    act(ActionKind::next);
    EXPECT_EQ(id(), "signs");
    open("sugar_g");
    EXPECT_EQ(id(), "signs");
}

TEST_F(Host, OpeningWhatIsUnknownOrLeftOutChangesNothing) {
    sections("food");
    act(ActionKind::start);
    const State before = session_.state();
    open("feet");
    open("bleeding");
    EXPECT_EQ(session_.state(), before);
}

TEST_F(Host, ACardThatItListedLeadsToItsPageWhileOpen) {
    act(ActionKind::set_cards, "", "brushing feet");
    walk();
    ASSERT_NE(block<Card>("card.brushing"), nullptr);
    EXPECT_TRUE(block<Card>("card.brushing")->more.empty());
    act(ActionKind::expand, "card.brushing");
    const auto* card = block<Card>("card.brushing");
    ASSERT_EQ(card->more.size(), 1U);
    EXPECT_EQ(card->more[0].action.kind, ActionKind::read);
    EXPECT_EQ(card->more[0].action.id, "brushing");
    const State before = session_.state();
    session_ = session_.after(card->more[0].action);
    EXPECT_EQ(session_.state(), before);
}

TEST_F(Host, ACardThatItDidNotListLeadsNowhere) {
    walk();
    act(ActionKind::expand, "card.brushing");
    ASSERT_TRUE(block<Card>("card.brushing")->open);
    EXPECT_TRUE(block<Card>("card.brushing")->more.empty());
}

}  // namespace
}  // namespace selfcheck::session
