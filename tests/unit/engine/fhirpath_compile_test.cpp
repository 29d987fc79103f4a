// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "fhirpath_support.h"

namespace selfcheck::engine::fhirpath {
namespace {

TEST(FhirpathCompile, RefusesWithThePlaceAndAPlainSentence) {
    struct Case {
        std::string_view text;
        std::size_t offset;
        std::string_view says;  // a part of the message
    };
    constexpr Case kCases[] = {
        {"", 0, "ends too soon"},
        {"   ", 3, "ends too soon"},
        {"1 +", 3, "ends too soon"},
        {"1 + * 2", 4, "'*' does not belong here"},
        {"1 2", 2, "'2' does not belong here"},
        {"%t %u", 3, "an operator is missing"},
        {"(1", 2, "')' is missing"},
        {"1)", 1, "')' does not belong"},
        {"{1}", 1, "'}' is missing"},
        {"iif(%t", 0, "'iif' takes 2 or 3"},
        // What is not there.
        {"%nothing", 0, "there is no variable %nothing"},
        {"1 + %N", 4, "there is no variable %N"},
        {"%", 0, "a variable's name must follow"},
        {"age > 5", 0, "'age': a variable is written with '%'"},
        {"%x.length()", 3, "the function 'length' is not in the subset"},
        {"%x.contains('a')", 3, "the function 'contains' is not in the subset"},
        {"Patient.name", 0, "'Patient'"},
        {"%x.code", 3, "paths into resources"},
        {"%m[0]", 2, "indexing"},
        {"@2020-01-01 > 1", 0, "dates"},
        {"'a' & 'b'", 4, "joining strings"},
        {"%n is Integer", 3, "type tests"},
        {"$index > 1", 0, "'$this' is the only name"},
        {"$this > 1", 0, "only inside where()"},
        {"not(%t)", 0, "needs a value and '.' before it"},
        {"%t.iif(1, 2)", 3, "write 'iif(' alone"},
        {"4 'mg'", 2, "an operator is missing"},
        {"%n # 1", 3, "cannot begin a word"},
        // Words.
        {"'abc", 0, "does not end"},
        {"'a\\qb'", 2, "escape"},
        {"'\\u12'", 1, "escape"},
        {"'\\uD800'", 1, "escape"},
        {"1 /* 2", 2, "comment does not end"},
        {"99999999999999999999", 0, "at most 8 decimals"},
        {"0.123456789", 0, "at most 8 decimals"},
        {"2147483648", 0, "needs a point"},
        // Kinds.
        {"%x = 1", 3, "'=' has a string and a number"},
        {"%x ~ true", 3, "'~' has a string and a boolean"},
        {"1 in %m", 2, "'in' has a number and a string"},
        {"%x | 1", 3, "'|' has a string and a number"},
        {"iif(%t, 'a', 1)", 0, "'iif' has a string and a number"},
        {"%x + 1", 0, "'+' needs a number and this is a string"},
        {"1 < %t", 4, "'<' needs a number and this is a boolean"},
        {"-%x", 1, "'-' needs a number"},
        {"%x.round(1)", 0, "'round' needs a number"},
        {"%m.sum()", 0, "'sum' needs a number"},
        {"%d.toInteger()", 0, "always empty"},
        // Codes.
        {"%x = 'd'", 5, "'d' is not a code of %x, which has 'a', 'b', 'c'"},
        {"'A' = %x", 0, "'A' is not a code of %x; perhaps 'a'"},
        {"%m contains 'd'", 12, "'d' is not a code of %m"},
        {"%x in ('a' | 'd')", 13, "'d' is not a code of %x"},
        {"%m.where($this = 'd')", 17, "'d' is not a code"},
        {"iif(%t, 'p', 'q') = 'r'", 20, "'r' is not a code"},
        // Counts.
        {"%m and %t", 0, "'and' needs a single value"},
        {"%m in %m", 0, "'in' needs a single value"},
        {"%m contains %m", 12, "'contains' needs a single value"},
        {"(1 | 2) + 1", 3, "'+' needs a single value"},
        {"%m.not()", 0, "'not' needs a single value"},
        {"%m.toString()", 0, "'toString' needs a single value"},
        {"%m.where(%m)", 9, "'where' needs a single value"},
        {"%m.count(1)", 3, "'count' takes no argument"},
        {"%m.where()", 3, "'where' takes 1 argument"},
        {"%m.where(true, true)", 3, "'where' takes 1 argument"},
        {"%m.exists(true, true)", 3, "'exists' takes 1 argument"},
        {"iif(%t)", 0, "'iif' takes 2 or 3"},
        {"iif(%t, 1, 2, 3)", 0, "'iif' takes 2 or 3"},
        {"%d.round(9)", 9, "0 to 8"},
        {"%d.round(%n)", 9, "0 to 8"},
        {"%d.round(-1)", 9, "0 to 8"},
        {"%d.round(1, 2)", 10, "')' is missing"},
    };
    World world;
    for (const Case& c : kCases) {
        const Compiled program = compile(c.text, world.variables, world.symbols);
        ASSERT_FALSE(program) << c.text;
        EXPECT_EQ(program.error().offset, c.offset) << c.text << ": " << program.error().message;
        EXPECT_NE(program.error().message.find(c.says), std::string::npos) << c.text << ": " << program.error().message;
    }
}

TEST(FhirpathCompile, LimitsNestingAndLength) {
    World world;
    const auto compiles = [&world](const std::string& text) {
        return static_cast<bool>(compile(text, world.variables, world.symbols));
    };
    const auto repeated = [](std::string_view text, int times) {
        std::string result;
        for (int i = 0; i < times; ++i) result += text;
        return result;
    };
    EXPECT_TRUE(compiles(repeated("(", 50) + "1" + repeated(")", 50)));
    EXPECT_FALSE(compiles(repeated("(", 5000) + "1" + repeated(")", 5000)));
    EXPECT_FALSE(compiles(repeated("-", 5000) + "1"));
    EXPECT_TRUE(compiles("%t" + repeated(" or %t", 80)));
    EXPECT_FALSE(compiles("%t" + repeated(" or %t", 2000)));
    EXPECT_FALSE(compiles("%t" + repeated(".not()", 2000)));
    EXPECT_FALSE(compiles(repeated("%m.where(", 1000)));
    EXPECT_FALSE(compiles("1" + repeated(" ", 20000)));
}

TEST(FhirpathCompile, NeverFailsOtherwiseOnBrokenText) {
    World world;
    Generator generator(21);
    std::mt19937 random(22);
    constexpr std::string_view kScraps = "()%{}'\\.,|$+-*/<>=!~ \"`@&[]0u\n\xC3\x00";
    for (int i = 0; i < 20'000; ++i) {
        std::string text = generator.any(3);
        for (int k = 0; k < 3 && !text.empty(); ++k) {
            const std::size_t at = random() % text.size();
            switch (random() % 3) {
                case 0:
                    text.erase(at, 1 + random() % 4);
                    break;
                case 1:
                    text.insert(at, 1, kScraps[random() % kScraps.size()]);
                    break;
                default:
                    text[at] = kScraps[random() % kScraps.size()];
            }
        }
        const Compiled program = compile(text, world.variables, world.symbols);
        if (program) {
            world.evaluate(*program);
            world.workspace.clear();
        } else {
            ASSERT_LE(program.error().offset, text.size());
            ASSERT_FALSE(program.error().message.empty());
        }
    }
}

TEST(FhirpathCompile, TellsTheTypeOfItsResult) {
    struct Case {
        std::string_view text;
        Type type;
        bool many;
        std::string_view codes;
    };
    constexpr Case kCases[] = {
        {"{}", Type::empty, false, ""},
        {"%n + 1", Type::integer, false, ""},
        {"%n / 2", Type::decimal, false, ""},
        {"%n + 0.5", Type::decimal, false, ""},
        {"%d div 2", Type::integer, false, ""},
        {"%d.floor()", Type::integer, false, ""},
        {"%n.round(1)", Type::decimal, false, ""},
        {"iif(%t, 1, 0.5)", Type::decimal, false, ""},
        {"iif(%t, {}, 1)", Type::integer, false, ""},
        {"%x = 'a'", Type::boolean, false, ""},
        {"%m", Type::code, true, "abc"},
        {"%m.first()", Type::code, false, "abc"},
        {"%m.where($this = 'a')", Type::code, true, "abc"},
        {"%x | {}", Type::code, false, "abc"},
        {"%x | %y", Type::code, true, "abc"},
        {"iif(%t, 'p', iif(%u, 'q', {}))", Type::code, false, "pq"},
        {"%m.count()", Type::integer, false, ""},
    };
    World world;
    for (const Case& c : kCases) {
        const Compiled program = compile(c.text, world.variables, world.symbols);
        ASSERT_TRUE(program) << c.text << program.error().message;
        EXPECT_EQ(program->type().type, c.type) << c.text;
        EXPECT_EQ(program->type().many, c.many) << c.text;
        std::string codes;
        for (const SymbolId code : program->type().codes) codes += world.symbols.text(code);
        EXPECT_EQ(codes, c.codes) << c.text;
    }
}

TEST(FhirpathCompile, ListsVariablesThresholdsAndNumbers) {
    World world;
    const Compiled program =
        compile("%d <= -0.5 and 2 > %n or %n + %d = 60 + 5 or %x = 'a' or %n = 1", world.variables, world.symbols);
    ASSERT_TRUE(program);
    EXPECT_EQ(variables_of(*program), (std::vector<VariableIndex>{0, 3, 4}));
    ASSERT_EQ(program->thresholds().size(), 3U);
    EXPECT_EQ(program->thresholds()[0].variable, 4U);
    EXPECT_EQ(program->thresholds()[0].op, detail::Op::less_equal);
    EXPECT_EQ(program->thresholds()[0].value.to_string(), "-0.5");
    EXPECT_EQ(program->thresholds()[1].variable, 3U);
    EXPECT_EQ(program->thresholds()[1].op, detail::Op::less);
    EXPECT_EQ(program->thresholds()[2].op, detail::Op::equal);
    std::string numbers;
    for (const Decimal number : program->numbers()) numbers += number.to_string() + " ";
    EXPECT_EQ(numbers, "-0.5 2 65 1 ");
}

TEST(FhirpathCompile, FoldsWhatReadsNoVariable) {
    World world;
    for (const std::string_view text : {"1 + 2 * 3", "iif(true, 1 + 1, 2)", "('5'.toInteger() > 4).not()", "1 / 0"}) {
        const Compiled program = compile(text, world.variables, world.symbols);
        ASSERT_TRUE(program) << text;
        EXPECT_EQ(program->nodes().size(), 1U) << text;
    }
}

TEST(FhirpathSymbols, KeepOneIdPerTextThroughMoves) {
    SymbolTable symbols;
    const SymbolId a = symbols.intern("Short");
    const SymbolId b = symbols.intern("a text that is too long to be stored inside a string object");
    SymbolTable moved = std::move(symbols);
    EXPECT_EQ(moved.intern("Short"), a);
    EXPECT_EQ(moved.find("a text that is too long to be stored inside a string object"), b);
    EXPECT_EQ(moved.folded(a), moved.find("short"));
    EXPECT_EQ(moved.find("never"), std::nullopt);
    EXPECT_EQ(moved.number(moved.intern("1.5")), Decimal::parse("1.5"));
    EXPECT_EQ(moved.number(moved.intern("1.50")), std::nullopt);
    EXPECT_EQ(moved.text(kTrueText), "true");
}

TEST(FhirpathSourceSet, HoldsAllItsSources) {
    SourceSet set;
    EXPECT_TRUE(set.empty());
    for (std::size_t i = 0; i < SourceSet::kCapacity; i += 3) set.insert(i);
    EXPECT_EQ(set.size(), (SourceSet::kCapacity + 2) / 3);
    std::size_t expected = 0;
    set.for_each([&](std::size_t i) {
        EXPECT_EQ(i, expected);
        expected += 3;
    });
    EXPECT_TRUE((set | SourceSet::of(SourceSet::kCapacity - 1)).contains(SourceSet::kCapacity - 1));
    EXPECT_FALSE(set.contains(1));
}

}  // namespace
}  // namespace selfcheck::engine::fhirpath
