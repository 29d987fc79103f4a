// SPDX-License-Identifier: MIT
#include "engine/json.h"

#include <gtest/gtest.h>

namespace selfcheck::engine {
namespace {

std::string error_of(std::string_view text) {
    const Result<Json> json = parse_json(text);
    return json.ok() ? "no error" : json.problems().front().to_string();
}

TEST(Json, KeepsMembersInTheOrderWritten) {
    EXPECT_EQ(to_text(parse_json(R"({"b": 1, "a": [true, null, "x"]})").value()), R"({"b":1,"a":[true,null,"x"]})");
}

TEST(Json, SaysWhereASyntaxErrorIs) {
    EXPECT_EQ(error_of("{\n  \"a\": 1,\n  oops\n}").substr(0, 17), "line 3, column 3:");
}

TEST(Json, SaysThatTheTextEndsTooEarly) {
    EXPECT_NE(error_of("{\"a\": 1").find("ends too early"), std::string::npos);
    EXPECT_NE(error_of("").find("ends too early"), std::string::npos);
}

TEST(Json, RefusesAMemberGivenTwice) {
    EXPECT_EQ(error_of(R"({"age": 1, "b": {"age": 2}, "age": 3})"), "the member \"age\" is given twice");
}

TEST(Json, RefusesTextAfterTheEnd) { EXPECT_NE(error_of("{} {}"), "no error"); }

TEST(Json, RefusesTextsLongerThanTheLimit) {
    EXPECT_EQ(parse_json(std::string(kMaxJsonBytes - 2, ' ') + "{}").ok(), true);
    EXPECT_EQ(error_of(std::string(kMaxJsonBytes - 1, ' ') + "{}"), "longer than 4 MiB");
}

TEST(Json, RefusesDeepNestingWithoutOverflowingTheStack) {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    EXPECT_EQ(error_of(nested(kMaxJsonDepth)), "no error");
    EXPECT_EQ(error_of(nested(kMaxJsonDepth + 1)), "nested deeper than 64 levels");
    EXPECT_EQ(error_of(nested(1'000'000)), "nested deeper than 64 levels");
}

TEST(Json, RefusesInvalidUtf8) { EXPECT_NE(error_of("\"\xff\""), "no error"); }

TEST(Json, EscapesPointerTokens) {
    EXPECT_EQ(pointer("/answers", "a/b~c"), "/answers/a~1b~0c");
    EXPECT_EQ(pointer("/rules", std::size_t{3}), "/rules/3");
}

}  // namespace
}  // namespace selfcheck::engine
