// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "engine/fhirpath/possible.h"
#include "fhirpath_support.h"

namespace selfcheck::engine::fhirpath {
namespace {

std::vector<Possibility> possibilities(const World& world, bool assume_answered = true) {
    std::vector<Possibility> result;
    for (std::size_t v = 0; v < World::kVariables; ++v) {
        const Traced& answer = world.answers[v];
        result.push_back(answer.is_solid() ? Possibility::exactly(answer.value)
                                           : Possibility::any_of(world.variables[v], assume_answered));
    }
    return result;
}

Possibility possible_now(World& world, std::string_view text, bool assume_answered = true) {
    const Compiled program = compile(text, world.variables, world.symbols);
    EXPECT_TRUE(program) << text;
    if (!program) return {};
    return possible(*program, possibilities(world, assume_answered), world.symbols);
}

std::string shown_range(const Possibility& possibility) {
    const auto range = possibility.numbers();
    if (!range) return "none";
    return range->min.to_string() + " to " + range->max.to_string() + (possibility.may_be_empty() ? " or {}" : "");
}

TEST(FhirpathPossible, GivesTheRangeOfAScore) {
    constexpr std::string_view kItem = "iif(%x = 'a', 2, iif(%x = 'b', 1, iif(%x = 'c', 0, {})))";
    World world;
    EXPECT_EQ(shown_range(possible_now(world, kItem)), "0 to 2");
    EXPECT_EQ(shown_range(possible_now(world, kItem, false)), "0 to 2 or {}");
    EXPECT_EQ(shown_range(possible_now(world, std::string(kItem) + " + 3")), "3 to 5");
    EXPECT_EQ(shown_range(possible_now(world, std::string(kItem) + " + %n")), "0 to 5");
    world.answer("x", 0);
    EXPECT_EQ(shown_range(possible_now(world, std::string(kItem) + " + %n")), "2 to 5");
    world.not_asked(0);
    EXPECT_EQ(shown_range(possible_now(world, kItem)), "none");
}

TEST(FhirpathPossible, KnowsRulesThatCanNoLongerFire) {
    World world;
    world.answer("n", 1);
    EXPECT_FALSE(possible_now(world, "%n >= 2 and %x = 'a'").may_be_true());
    EXPECT_TRUE(possible_now(world, "%n >= 1 and %x = 'a'").may_be_true());
    // The domain itself may rule it out.
    EXPECT_FALSE(possible_now(world, "%d > 1").may_be_true());
    EXPECT_TRUE(possible_now(world, "%d >= 1").may_be_true());
    EXPECT_FALSE(possible_now(world, "%n + %d > 2").may_be_true());
    EXPECT_TRUE(possible_now(world, "%n + %d >= 2").may_be_true());
    // Both sides of one variable.
    EXPECT_FALSE(possible_now(world, "%x = 'a' and %x = 'b'").may_be_true());
    EXPECT_FALSE(possible_now(world, "%d < 0.5 and %d >= 0.5").may_be_true());
    EXPECT_FALSE(possible_now(world, "%x = 'a' or %x = 'b' or %x = 'c'").may_be_false());
    EXPECT_FALSE(possible_now(world, "%d < 0.5 or %d >= 0.5").may_be_false());
    EXPECT_FALSE(possible_now(world, "%m.where($this = 'a').count() > 1").may_be_true());
    EXPECT_FALSE(possible_now(world, "%m.empty()").may_be_true());
    EXPECT_TRUE(possible_now(world, "%m.empty()", false).may_be_true());
}

/// Every value a completion of the answers gives must be admitted. Here every completion is tried.
TEST(FhirpathPossible, ContainsEveryCompletion) {
    Generator generator(11);
    World world;
    std::mt19937 random(12);
    int programs = 0;
    long completions = 0;
    for (int i = 0; i < 30'000; ++i) {
        const std::string text = generator.any(static_cast<int>(random() % 4));
        const Compiled program = compile(text, world.variables, world.symbols);
        if (!program) continue;
        const bool assume_answered = random() % 2 == 0;
        world.shuffle(random);
        const Possibility possibility = possible(*program, possibilities(world, assume_answered), world.symbols);
        std::vector<std::size_t> open;
        for (const VariableIndex v : variables_of(*program)) {
            if (!world.answers[v].is_solid()) open.push_back(v);
        }
        if (open.size() > 4) continue;
        ++programs;
        std::vector<std::size_t> choice(open.size(), 0);
        for (bool more = true; more;) {
            for (std::size_t k = 0; k < open.size(); ++k) {
                // One choice past the domain stands for "no answer".
                if (choice[k] == world.domains[open[k]].size()) {
                    world.not_asked(open[k]);
                } else {
                    world.answer(open[k], choice[k]);
                }
            }
            world.workspace.clear();
            const Value value = world.evaluate(*program).value;
            ++completions;
            ASSERT_TRUE(admits(possibility, value)) << text << " = " << shown(value, world.symbols);
            more = false;
            for (std::size_t k = 0; k < open.size() && !more; ++k) {
                const std::size_t choices = world.domains[open[k]].size() + (assume_answered ? 0 : 1);
                if (++choice[k] < choices) {
                    more = true;
                } else {
                    choice[k] = 0;
                }
            }
        }
    }
    EXPECT_GT(programs, 5000);
    EXPECT_GT(completions, 100'000);
}

/// Derived values enter by their own possibility; what is composed must still contain every
/// completion.
TEST(FhirpathPossible, StaysSoundThroughDerivedValues) {
    World world;
    VariableTable table = world.variables;
    const Compiled points = compile("iif(%x = 'a', 2, iif(%x = 'b', 1, iif(%x = 'c', 0)))", table, world.symbols);
    ASSERT_TRUE(points);
    EXPECT_EQ(points->type().type, Type::integer);
    const auto derived = table.add({.name = "points", .type = points->type().type});
    const Compiled rule = compile("%points + %n >= 4 and %points > 0", table, world.symbols);
    ASSERT_TRUE(rule);
    std::vector<Possibility> known = possibilities(world);
    known.push_back(possible(*points, known, world.symbols));
    EXPECT_EQ(shown_range(known[*derived]), "0 to 2");
    EXPECT_TRUE(possible(*rule, known, world.symbols).may_be_true());
    known[3] = Possibility::exactly(Item::integer(1));
    EXPECT_FALSE(possible(*rule, known, world.symbols).may_be_true());
}

TEST(FhirpathPossible, HoldsMoreCodesThanItsSetHasRoomFor) {
    SymbolTable symbols;
    Variable choice{.name = "big", .type = Type::code};
    for (int i = 0; i < 700; ++i) choice.codes.push_back(symbols.intern("c" + std::to_string(i)));
    VariableTable table;
    table.add(choice);
    const std::vector<Possibility> known = {Possibility::any_of(choice)};
    for (const std::string_view text : {"%big = 'c3'", "%big = 'c650'", "%big in ('c1' | 'c699')"}) {
        const Compiled program = compile(text, table, symbols);
        ASSERT_TRUE(program);
        const Possibility result = possible(*program, known, symbols);
        EXPECT_TRUE(result.may_be_true()) << text;
        EXPECT_TRUE(result.may_be_false()) << text;
    }
}

}  // namespace
}  // namespace selfcheck::engine::fhirpath
