// SPDX-License-Identifier: MIT
#include "engine/lint.h"

#include <functional>

#include <gtest/gtest.h>

#include "support/sample_pack.h"

namespace selfcheck::engine {
namespace {

Json golden_json() {
    return parse_json(R"({"cases": [
      {"name": "everything", "answers": {"age": 40, "signs": ["swollen_throat", "fever", "loose"], "loose_since": 15, "smoker": "yes", "bleeding": "often", "sugar_g": 60},
       "expect": {"guidance": "emergency", "findings": ["swollen_throat", "fever", "gum_score", "loose_long", "sugar"], "education": ["sugar_card"], "scores": {"gum": {"value": 4}}}},
      {"name": "nothing", "answers": {"age": 40, "signs": ["none"], "smoker": "no", "bleeding": "often", "sugar_g": 50.4},
       "expect": {"guidance": "self_care", "absent": ["swollen_throat", "fever", "gum_score", "loose_long", "sugar"], "education": ["brushing"]}}
    ]})").value();
}

std::vector<std::string> lint_after(const std::function<void(Json& bundle, Json& golden)>& change) {
    Json json = testing::sample_json();
    Json golden = golden_json();
    change(json, golden);
    std::vector<std::string> messages;
    const auto bundle = Bundle::from_json(json);
    const auto cases = golden_from_json(golden);
    Problems problems = bundle.problems();
    if (!cases.ok()) problems = cases.problems();
    if (problems.empty()) problems = lint(bundle.value(), cases.value());
    for (const Problem& problem : problems) messages.push_back(problem.to_string());
    return messages;
}

using Messages = std::vector<std::string>;

TEST(Lint, IsSilentOnASoundPack) {
    EXPECT_EQ(lint_after([](Json&, Json&) {}), Messages());
}

TEST(Lint, MissesATextInOneLanguage) {
    EXPECT_EQ(lint_after([](Json& b, Json&) { b["texts"]["de"]["rules"]["fever"].erase("action"); }),
              Messages{"de.json /rules/fever/action: this text is missing"});
}

TEST(Lint, FindsATextThatNothingUses) {
    EXPECT_EQ(lint_after([](Json& b, Json&) { b["texts"]["en"]["steps"]["dance"] = "Dance."; }),
              Messages{"en.json /steps/dance: nothing in the pack uses this text"});
}

TEST(Lint, FindsAnUntranslatedText) {
    EXPECT_EQ(lint_after([](Json& b, Json&) { b["texts"]["de"]["steps"]["book"] = "Book a visit in 4 weeks."; }),
              Messages{"de.json /steps/book: is the same as in en.json; is it translated?"});
}

TEST(Lint, FindsANameThatDiffersBetweenLanguages) {
    EXPECT_EQ(lint_after([](Json& b, Json&) { b["texts"]["de"]["rules"]["sugar"]["text"] = "Sie essen {age}."; }),
              Messages{"de.json /rules/sugar/text: has other {names} than en.json"});
}

TEST(Lint, FindsAQuestionThatCanNeverBeAsked) {
    const auto messages = lint_after([](Json& b, Json&) { b["pack"]["questions"][3]["when"] = "%age > 120"; });
    ASSERT_FALSE(messages.empty());
    EXPECT_EQ(messages.front(), "pack.json /questions/3/when: can never be true, so this is never asked");
}

TEST(Lint, FindsARuleThatCanNeverFire) {
    const auto messages = lint_after([](Json& b, Json&) { b["pack"]["rules"][4]["when"] = "%sugar_g > 500"; });
    ASSERT_FALSE(messages.empty());
    EXPECT_EQ(messages.front(), "pack.json /rules/4/when: can never be true");
}

TEST(Lint, FindsAQuestionThatInfluencesNothing) {
    EXPECT_EQ(lint_after([](Json& b, Json&) {
                  b["pack"]["rules"][3]["when"] = "%signs contains 'loose' and %age > 0";
              }),
              Messages{"pack.json /questions/4: nothing reads the answer"});
}

TEST(Lint, FindsASourceNoOneCites) {
    EXPECT_EQ(lint_after([](Json& b, Json&) {
                  b["sources"]["sources"].push_back({{"id", "spare"}, {"text", "A spare"}, {"status", "verified"}});
              }),
              Messages{"sources.json /sources/2: nothing cites \"spare\""});
}

TEST(Lint, WantsAGoldenCaseOnBothSidesOfEveryRule) {
    EXPECT_EQ(lint_after([](Json&, Json& g) { g["cases"][0]["expect"]["findings"].erase(4); }),
              Messages{"pack.json /rules/4: no golden case expects \"sugar\" among its findings"});
    EXPECT_EQ(lint_after([](Json&, Json& g) { g["cases"][1]["expect"]["absent"].erase(4); }),
              Messages{"pack.json /rules/4: no golden case expects \"sugar\" to be absent"});
}

TEST(Lint, RunsTheGoldenCases) {
    EXPECT_EQ(lint_after([](Json&, Json& g) { g["cases"][1]["answers"]["sugar_g"] = 50.5; }),
              (Messages{"golden.json /cases/1/expect/guidance: \"nothing\": expected self_care, found routine",
                        "golden.json /cases/1/expect/absent: \"nothing\": \"sugar\" is among the findings"}));
    EXPECT_EQ(lint_after([](Json&, Json& g) { g["cases"][0]["expect"]["scores"]["gum"]["value"] = 3; }),
              Messages{"golden.json /cases/0/expect/scores/gum/value: \"everything\": expected 3, found 4"});
    EXPECT_EQ(lint_after([](Json&, Json& g) { g["cases"][0]["answers"]["age"] = 4000; }),
              Messages{"golden.json /cases/0/answers/age: 4000 is out of range; expected 0 to 120 a"});
}

}  // namespace
}  // namespace selfcheck::engine
