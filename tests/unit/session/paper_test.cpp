// SPDX-License-Identifier: MIT
//
// The page for the doctor, on the result page and for a printer, and the questions to answer with a pen.
#include <gtest/gtest.h>

#include "session/screen_json.h"
#include "session/session.h"
#include "support/sample_plan.h"

namespace selfcheck::session {
namespace {

using engine::Json;

Json bundle_json() {
    Json json = testing::sample_with_plan();
    json["texts"]["en"]["sheet"] = {{"questions", {{"why", "Why?"}}}, {"tests", {{"xray", "An X-ray."}}}};
    json["texts"]["de"]["sheet"] = {{"questions", {{"why", "Warum?"}}}, {"tests", {{"xray", "Ein Bild."}}}};
    const Json words = engine::parse_json(R"json({
      "date": "{day} {month} {year}",
      "months": {"11": "November"},
      "plan": {"sentence_gap": " "},
      "sheet": {"title": "For the doctor", "findings": "Findings", "line": "{name}: {value}", "because": "{name}: {value}",
                "finding": "{name} ({because})",
                "separator": "; ", "note": "{title} {version}.", "date": "{date}.", "one_language": "None"},
      "levels": {"emergency": {"word": "Now"}, "urgent": {"word": "Today"}},
      "form": {"title": "On paper", "condition": "Only if it fits.", "emergency": "Call {emergency_number}.", "urgent": "Go today."}
    })json")
                           .value();
    for (const char* language : {"en", "de"}) json["interface"][language].update(words);
    return json;
}

class Papers : public ::testing::Test {
protected:
    void act(ActionKind kind, std::string id = "", std::string value = "") {
        session_ = session_.after({kind, std::move(id), std::move(value)});
    }
    void answer() {
        act(ActionKind::start);
        act(ActionKind::type, "age", "0:50");
        act(ActionKind::answer, "smoker", "yes");
        act(ActionKind::answer, "bleeding", "often");
        act(ActionKind::go, "", "result");
    }
    static const Json* block(const Json& screen, std::string_view key) {
        for (const Json& one : screen["blocks"]) {
            if (one["key"] == std::string(key)) return &one;
        }
        return nullptr;
    }
    /// The page of the sheet as it is printed, or null.
    Json page(std::size_t index) {
        const Json screen = to_json(session_.paper(Paper::sheet));
        const Json& pages = (*block(screen, "sheet.page"))["pages"];
        return index < pages.size() ? pages[index] : Json();
    }

    engine::Bundle bundle_ = std::move(engine::Bundle::from_json(bundle_json()).value());
    Session session_{bundle_, "en"};
};

TEST_F(Papers, TheSheetHasFindingsNumbersQuestionsTestsAndAllAnswers) {
    answer();
    EXPECT_EQ(page(0)["parts"], Json::parse(R"json([
        {"title": "Findings", "items": ["Gums (Smoking: Yes; Bleeding: Often)"]},
        {"title": "", "items": ["Gum score: 4"]},
        {"title": "", "items": ["Why?"]},
        {"title": "", "items": ["An X-ray."]},
        {"title": "", "items": ["Age: 50 years", "Smoking: Yes", "Bleeding: Often"]}])json"));
}

TEST_F(Papers, TheSheetSaysWhenItWasFilledInAndByWhat) {
    answer();
    EXPECT_EQ(page(0)["note"], "Teeth 1.2.3.") << "no date while the host has said none";
    act(ActionKind::set_date, "", "2026-11-30");
    EXPECT_EQ(page(0)["note"], "30 November 2026. Teeth 1.2.3.");
}

TEST_F(Papers, TheSheetIsFoldedOnTheResultPageUntilTheReaderOpensIt) {
    answer();
    EXPECT_EQ(block(to_json(session_.screen()), "sheet.page"), nullptr);
    act(ActionKind::expand, "sheet");
    const Json screen = to_json(session_.screen());
    ASSERT_NE(block(screen, "sheet.page"), nullptr);
    EXPECT_EQ((*block(screen, "sheet.page"))["pages"][0], page(0));
}

TEST_F(Papers, TheDoctorsLanguageStandsBesideTheReadersWhenItIsChosen) {
    answer();
    EXPECT_EQ(page(1), Json());
    act(ActionKind::set_sheet_language, "", "de");
    EXPECT_EQ(page(0)["language"], "en");
    EXPECT_EQ(page(1)["language"], "de");
    EXPECT_EQ(page(1)["parts"][2]["items"][0], "Warum?");
    act(ActionKind::set_sheet_language, "", "fr");
    EXPECT_EQ(page(1)["language"], "de") << "a language that is not spoken changes nothing";
    act(ActionKind::set_language, "", "de");
    EXPECT_EQ(page(1), Json()) << "the reader reads the doctor's language";
    act(ActionKind::set_sheet_language, "", "");
    act(ActionKind::set_language, "", "en");
    EXPECT_EQ(page(1), Json());
}

TEST_F(Papers, TheFormHasEveryQuestionBlankWhateverWasAnswered) {
    answer();
    const Json form = to_json(session_.paper(Paper::form));
    for (const char* question : {"age", "smoker", "signs", "bleeding", "loose_since", "sugar_g"}) {
        ASSERT_NE(block(form, question), nullptr) << question;
    }
    EXPECT_EQ((*block(form, "age"))["fields"][0]["text"], "");
    for (const Json& option : (*block(form, "smoker"))["options"]) EXPECT_FALSE(option["control"]["selected"]);
}

TEST_F(Papers, TheFormSaysWhatIsAskedOnlySometimesAndWhatCannotWait) {
    const Json form = to_json(session_.paper(Paper::form));
    EXPECT_EQ((*block(form, "loose_since"))["help"], "Only if it fits.");
    EXPECT_EQ((*block(form, "age"))["help"], "");
    ASSERT_NE(block(form, "signs.warning"), nullptr);
    EXPECT_EQ((*block(form, "signs.warning"))["texts"], Json::parse(R"(["Call 999."])"));
    EXPECT_EQ(block(form, "bleeding.warning"), nullptr);
}

}  // namespace
}  // namespace selfcheck::session
