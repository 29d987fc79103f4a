// SPDX-License-Identifier: MIT
#include "engine/input.h"

#include <gtest/gtest.h>

#include "engine/sample.h"
#include "support/sample_pack.h"

namespace selfcheck::engine {
namespace {

class Input : public ::testing::Test {
protected:
    std::string error(const char* text) {
        const auto answers = answers_from_input(bundle_.pack, text);
        return answers.ok() ? "no error" : answers.problems().front().to_string();
    }

    Bundle bundle_ = testing::sample_bundle();
};

TEST_F(Input, WhatASamplerWritesIsReadAsItWas) {
    Sampler sampler(bundle_.pack, 7);
    for (int i = 0; i < 500; ++i) {
        const Answers answers = sampler.next();
        const auto read = answers_from_input(bundle_.pack, to_text({{"answers", to_json(bundle_.pack, answers)}}));
        ASSERT_TRUE(read.ok());
        EXPECT_EQ(read.value(), answers);
    }
}

TEST_F(Input, TheOrderOfAnswersAndOfCodesDoesNotMatter) {
    const auto one =
        answers_from_input(bundle_.pack, R"({"answers": {"age": 40, "signs": ["fever", "swollen_throat"]}})");
    const auto other =
        answers_from_input(bundle_.pack, R"({"answers": {"signs": ["swollen_throat", "fever"], "age": 4e1}})");
    EXPECT_EQ(one.value(), other.value());
}

TEST_F(Input, WhatIsGivenTwiceIsRefusedEvenWhenItIsEmpty) {
    EXPECT_EQ(error(R"({"answers": {"age": 40, "signs": [], "signs": ["fever"]}})"),
              "the member \"signs\" is given twice");
    EXPECT_EQ(error(R"({"answers": {"age": 40}, "answers": {"age": 41}})"), "the member \"answers\" is given twice");
    EXPECT_EQ(error(R"({"answers": {"age": 40, "signs": ["fever", "fever"]}})"), "/answers/signs/1: is given twice");
}

TEST_F(Input, NamesThePlaceOfWhatIsWrong) {
    EXPECT_EQ(error("[]"), "expected an object");
    EXPECT_EQ(error("{}"), "/answers: is missing");
    EXPECT_EQ(error(R"({"answers": {}})"), "/answers/age: is required");
    EXPECT_EQ(error(R"({"answers": {"age": 40}, "name": "x"})"), "/name: is not known here");
    EXPECT_EQ(error(R"({"answers": {"age": {"years": 40}}})"), "/answers/age: expected a number, 0 to 120 a");
    EXPECT_EQ(error(R"({"answers": {"age": [40]}})"), "/answers/age: expected a number, 0 to 120 a");
    EXPECT_EQ(error(R"({"answers": {"age": 40}} {})"), "line 1, column 26: this is not JSON, at or before: 40}} {");
}

}  // namespace
}  // namespace selfcheck::engine
