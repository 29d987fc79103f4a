// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <string_view>

#include "fhirpath_support.h"

namespace selfcheck::engine::fhirpath {
namespace {

struct Case {
    std::string_view text;
    std::string_view value;
};

void check(World& world, std::initializer_list<Case> cases) {
    for (const Case& c : cases) EXPECT_EQ(world.result(c.text), c.value) << c.text;
}

// The tables of FHIRPath N1, 6.5: rows true, false, {}; columns the same.
TEST(FhirpathEvaluate, FollowsTheTruthTables) {
    struct Table {
        std::string_view word;
        std::string_view results[9];
    };
    constexpr Table kTables[] = {
        {"and", {"true", "false", "", "false", "false", "false", "", "false", ""}},
        {"or", {"true", "true", "true", "true", "false", "", "true", "", ""}},
        {"xor", {"false", "true", "", "true", "false", "", "", "", ""}},
        {"implies", {"true", "false", "", "true", "true", "true", "true", "", ""}},
    };
    constexpr std::string_view kOperands[] = {"true", "false", "{}"};
    World world;
    for (const Table& table : kTables) {
        for (std::size_t i = 0; i < 9; ++i) {
            const std::string wanted = "{" + std::string(table.results[i]) + "}";
            const std::string folded =
                std::string(kOperands[i / 3]) + " " + std::string(table.word) + " " + std::string(kOperands[i % 3]);
            EXPECT_EQ(world.result(folded), wanted) << folded;
            // Again with variables, which are not folded; 2 and 1 are true and false in domains.
            world.clear();
            if (i / 3 < 2) world.answer("t", 1 - i / 3);
            if (i % 3 < 2) world.answer("u", 1 - i % 3);
            EXPECT_EQ(world.result("%t " + std::string(table.word) + " %u"), wanted) << folded;
        }
    }
    check(world, {{"true.not()", "{false}"}, {"false.not()", "{true}"}, {"{}.not()", "{}"}});
}

TEST(FhirpathEvaluate, TakesASingleItemForTrue) {
    World world;
    check(world, {{"1 and true", "{true}"},
                  {"0 and true", "{true}"},
                  {"'a' or false", "{true}"},
                  {"0.not()", "{false}"},
                  {"iif('a', 1, 2)", "{1}"},
                  {"(1 | 2).where('a')", "{1, 2}"}});
}

TEST(FhirpathEvaluate, CalculatesLikeFhirpath) {
    World world;
    check(world, {{"1 + 2", "{3}"},
                  {"1 + 2.0", "{3.0}"},
                  {"0.1 + 0.2 = 0.3", "{true}"},
                  {"5 / 2", "{2.5}"},
                  {"4 / 2", "{2.0}"},
                  {"1 / 3", "{0.33333333}"},
                  {"5 div 2", "{2}"},
                  {"-5 div 2", "{-2}"},
                  {"5.5 div 0.7", "{7}"},
                  {"5 mod 2", "{1}"},
                  {"-5 mod 2", "{-1}"},
                  {"5.5 mod 0.7", "{0.6}"},
                  {"2.2 mod 1.8", "{0.4}"},
                  {"1 / 0", "{}"},
                  {"1 div 0", "{}"},
                  {"1 mod 0", "{}"},
                  {"2147483647 + 1", "{}"},
                  {"2147483647 + 1.0", "{2147483648.0}"},
                  {"-2147483647 - 2", "{}"},
                  {"65536 * 65536", "{}"},
                  {"90000000000.0 * 2", "{}"},
                  {"3000000000.0.truncate()", "{}"},
                  {"{} + 1", "{}"},
                  {"1 + {}", "{}"},
                  {"-{}", "{}"},
                  {"- -5", "{5}"},
                  {"+5", "{5}"}});
}

TEST(FhirpathEvaluate, BindsAsTheSpecificationSays) {
    World world;
    check(world, {{"1 + 2 * 3", "{7}"},
                  {"(1 + 2) * 3", "{9}"},
                  {"10 - 2 - 3", "{5}"},
                  {"100 div 10 div 2", "{5}"},
                  {"-7.abs()", "{-7}"},
                  {"(-7).abs()", "{7}"},
                  {"-2 * -3 + 1", "{7}"},
                  {"(1 + 2 | 3).count()", "{1}"},
                  {"2 > 1 = true", "{true}"},
                  {"1 = 1 = true", "{true}"},
                  {"1 in 1 | 2", "{true}"},
                  {"true or false and false", "{true}"},
                  {"true or true xor true", "{false}"},
                  {"false implies false implies false", "{false}"},
                  {"false and false implies false", "{true}"},
                  {"1 = 1 and 2 in (1 | 2)", "{true}"},
                  {"1 /* one */ + 2 // and two", "{3}"}});
}

TEST(FhirpathEvaluate, Compares) {
    World world;
    check(world, {{"1 < 2", "{true}"},
                  {"2 <= 2.0", "{true}"},
                  {"2 > 2.00000001", "{false}"},
                  {"2 >= 3", "{false}"},
                  {"1 < {}", "{}"},
                  {"1 = 1.0", "{true}"},
                  {"1 != 1.0", "{false}"},
                  {"{} = {}", "{}"},
                  {"1 = {}", "{}"},
                  {"{} != 1", "{}"},
                  {"'a' = 'A'", "{false}"},
                  {"('a' | 'b') = ('a' | 'b')", "{true}"},
                  {"('a' | 'b') = ('b' | 'a')", "{false}"},
                  {"('a' | 'b') = 'a'", "{false}"},
                  {"('a' | 'b') != 'a'", "{true}"}});
}

TEST(FhirpathEvaluate, JudgesEquivalence) {
    World world;
    check(world, {{"{} ~ {}", "{true}"},
                  {"{} ~ 1", "{false}"},
                  {"{} !~ {}", "{false}"},
                  {"1 ~ 1.4", "{true}"},
                  {"1 ~ 1.5", "{false}"},
                  {"1.20 ~ 1.24", "{true}"},
                  {"1.23 ~ 1.25", "{false}"},
                  {"2 ~ 3", "{false}"},
                  {"'A b' ~ 'a\\tB'", "{true}"},
                  {"'a  b' ~ 'a b'", "{false}"},
                  {"'a' !~ 'A'", "{false}"},
                  {"('a' | 'b') ~ ('B' | 'a')", "{true}"},
                  {"('a' | 'b') ~ ('a' | 'c')", "{false}"},
                  {"(1 | 2.5) ~ (2.5 | 1)", "{true}"},
                  {"true ~ true", "{true}"}});
}

TEST(FhirpathEvaluate, LooksForMembers) {
    World world;
    check(world, {{"1 in (1.0 | 2)", "{true}"},
                  {"'c' in ('a' | 'b')", "{false}"},
                  {"1 in {}", "{false}"},
                  {"{} in (1 | 2)", "{}"},
                  {"{} in {}", "{}"},
                  {"{} contains 1", "{false}"},
                  {"(1 | 2) contains {}", "{}"},
                  {"{} contains {}", "{}"},
                  {"(1 | 2) contains 2", "{true}"}});
}

TEST(FhirpathEvaluate, WorksOnCollections) {
    World world;
    check(world, {{"1 | 2 | 1.0", "{1, 2}"},
                  {"'b' | 'a' | 'b'", "{'b', 'a'}"},
                  {"{} | {}", "{}"},
                  {"(1 | 2 | 3).where($this > 1)", "{2, 3}"},
                  {"(1 | 2 | 3).where($this > 1).where($this < 3)", "{2}"},
                  {"(1 | 2).where({})", "{}"},
                  {"(1 | 2).where((3 | 4).exists($this = 4))", "{1, 2}"},
                  {"(1 | 2).exists()", "{true}"},
                  {"(1 | 2).exists($this > 2)", "{false}"},
                  {"{}.exists()", "{false}"},
                  {"{}.empty()", "{true}"},
                  {"(1 | 2).count()", "{2}"},
                  {"{}.count()", "{0}"},
                  {"(1 | 2.5).sum()", "{3.5}"},
                  {"{}.sum()", "{}"},
                  {"(3 | 1 | 2).min()", "{1}"},
                  {"(3 | 1 | 2).max()", "{3}"},
                  {"{}.max()", "{}"},
                  {"(3 | 1).first()", "{3}"},
                  {"{}.first()", "{}"},
                  {"(1 | 2).distinct()", "{1, 2}"}});
}

TEST(FhirpathEvaluate, RoundsAndConverts) {
    World world;
    check(world, {{"1.5.round()", "{2.0}"},
                  {"(-1.5).round()", "{-2.0}"},
                  {"2.345.round(2)", "{2.35}"},
                  {"5.round(1)", "{5.0}"},
                  {"(-3.9).truncate()", "{-3}"},
                  {"(-3.1).floor()", "{-4}"},
                  {"(-3.9).ceiling()", "{-3}"},
                  {"(-3.5).abs()", "{3.5}"},
                  {"1.50.toString()", "{'1.5'}"},
                  {"(4 / 2).toString()", "{'2'}"},
                  {"true.toString()", "{'true'}"},
                  {"'a'.toString()", "{'a'}"},
                  {"1.5.toString() = '1.5'", "{true}"},
                  {"'1.5' ~ 1.5.toString()", "{true}"},
                  {"%n.toString() = '2'", "{}"},
                  {"1.5.toString().toDecimal()", "{1.5}"},
                  {"1.5.toString().toInteger()", "{}"},
                  {"'+05'.toInteger()", "{5}"},
                  {"'5.0'.toInteger()", "{}"},
                  {"'x'.toInteger()", "{}"},
                  {"'99999999999'.toInteger()", "{}"},
                  {"true.toInteger()", "{1}"},
                  {"'1.5'.toDecimal()", "{1.5}"},
                  {"'.5'.toDecimal()", "{}"},
                  {"1.toDecimal()", "{1.0}"},
                  {"false.toDecimal()", "{0.0}"},
                  {"iif(false, 1)", "{}"},
                  {"iif({}, 1, 2)", "{2}"}});
}

TEST(FhirpathEvaluate, ReadsStringsAndNamesInAllTheirForms) {
    World world;
    world.answer("n", 3);
    check(world, {{R"('it\'s')", "{'it's'}"},
                  {R"('\u0041\t\\\/\"\`')", "{'A\t\\/\"`'}"},
                  {R"('\u00e9\u4e2d')", "{'\xC3\xA9\xE4\xB8\xAD'}"},
                  {R"('\uD83D\uDE00')", "{'\xF0\x9F\x98\x80'}"},
                  {"%`n`", "{3}"},
                  {"%'n' + 1", "{4}"},
                  {"''", "{''}"}});
}

TEST(FhirpathEvaluate, ReadsAnswers) {
    World world;
    world.answer("x", 1);
    world.answer("m", 4);  // a and c
    world.answer("n", 3);
    check(world, {{"%x", "{'b'}"},
                  {"%m", "{'a', 'c'}"},
                  {"%m contains 'c' and (%m contains 'b').not()", "{true}"},
                  {"%x in %m", "{false}"},
                  {"(%m | %x).count()", "{3}"},
                  {"%m.where($this != 'a')", "{'c'}"},
                  {"%n / 2", "{1.5}"},
                  {"%y", "{}"},
                  {"%y = 'a'", "{}"}});
}

TEST(FhirpathWorkspace, KeepsCollectionsUntilCleared) {
    World world;
    world.answer("m", 6);
    const Traced first = world.traced("%m.where($this != 'b')");
    const Traced second = world.traced("('b' | 'c')");
    EXPECT_EQ(shown(first.value, world.symbols), "{'a', 'c'}");
    EXPECT_EQ(shown(second.value, world.symbols), "{'b', 'c'}");
}

TEST(FhirpathWorkspace, GivesRoomThatDoesNotMove) {
    Workspace workspace;
    std::vector<std::span<Item>> rooms;
    for (std::int32_t i = 0; i < 200; ++i) {
        rooms.push_back(workspace.allocate(static_cast<std::size_t>(i) * 7));
        for (Item& item : rooms.back()) item = Item::integer(i);
    }
    for (std::int32_t i = 0; i < 200; ++i) {
        for (const Item& item : rooms[static_cast<std::size_t>(i)]) {
            ASSERT_EQ(item, Item::integer(i));
        }
    }
    workspace.clear();
    EXPECT_EQ(workspace.allocate(3).data(), rooms[1].data());
}

}  // namespace
}  // namespace selfcheck::engine::fhirpath
