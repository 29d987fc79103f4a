// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "fhirpath_support.h"

namespace selfcheck::engine::fhirpath {
namespace {

/// %x = 'a', %t true and %n = 0 are answered; %y, %m, %d and %u are missing.
World partly_answered() {
    World world;
    world.answer("x", 0);
    world.answer("t", 1);
    world.answer("n", 0);
    return world;
}

TEST(FhirpathTrace, NamesWhatDecidedAndWhatIsMissing) {
    struct Case {
        std::string_view text, value, used, missing;
    };
    constexpr Case kCases[] = {
        {"%x", "{'a'}", "x", ""},
        {"%y", "{}", "", "y"},
        {"1 + 1", "{2}", "", ""},
        // A solid false settles `and`, and is the only reason.
        {"%t.not() and %u", "{false}", "t", ""},
        {"%u and %t.not()", "{false}", "t", ""},
        {"%x = 'b' and %n = 1", "{false}", "x", ""},
        {"%t and %x = 'a'", "{true}", "xt", ""},
        {"%t and %u", "{}", "t", "u"},
        // A solid true settles `or`; all that are true are reasons.
        {"%t or %u", "{true}", "t", ""},
        {"%u or %t", "{true}", "t", ""},
        {"%t or %x = 'a'", "{true}", "xt", ""},
        {"%x = 'b' or %t", "{true}", "t", ""},
        {"%x = 'b' or %u", "{}", "x", "u"},
        {"%x = 'b' implies %u", "{true}", "x", ""},
        {"%u implies %t", "{true}", "t", ""},
        {"%t implies %u", "{}", "t", "u"},
        {"%t xor %x = 'a'", "{false}", "xt", ""},
        {"%t xor %u", "{}", "t", "u"},
        {"%u.not()", "{}", "", "u"},
        // FHIRPath's values for {}, but soft: an answer could change them.
        {"%m contains 'a'", "{false}", "", "m"},
        {"%m.exists()", "{false}", "", "m"},
        {"%m.empty()", "{true}", "", "m"},
        {"%m.count()", "{0}", "", "m"},
        {"%m.exists() and %t", "{false}", "", "m"},
        {"%m.exists() and %x = 'b'", "{false}", "x", ""},
        {"%m.empty() or %x = 'b'", "{true}", "", "m"},
        {"%m.empty() or %t", "{true}", "t", ""},
        {"%x in %m", "{false}", "x", "m"},
        {"%d > 0", "{}", "", "d"},
        {"%d + %n", "{}", "", "d"},
        // A zero addend decides nothing.
        {"%n + 2", "{2}", "", ""},
        {"%n + iif(%x = 'a', 2, 0)", "{2}", "x", ""},
        {"iif(%x = 'a', %n, %d)", "{0}", "xn", ""},
        {"iif(%u, %x, %d.toString())", "{}", "", "du"},
        {"%x | %m", "{'a'}", "x", "m"},
        {"(%x | 'b').where(%y = $this)", "{}", "x", "y"},
    };
    World world = partly_answered();
    for (const Case& c : kCases) {
        const Traced result = world.traced(c.text);
        EXPECT_EQ(shown(result.value, world.symbols), c.value) << c.text;
        EXPECT_EQ(world.names(result.used), c.used) << c.text;
        EXPECT_EQ(world.names(result.missing), c.missing) << c.text;
    }
}

TEST(FhirpathTrace, WhatIsNotAskedSettlesAnOperatorThatNeedsIt) {
    World world;
    world.not_asked(*world.variables.find("d"));
    for (const std::string_view text : {"%d > %n", "%n + %d", "%d * %n", "%n = %d", "%d in (%n | 1)"}) {
        const Traced result = world.traced(text);
        EXPECT_TRUE(result.value.empty()) << text;
        EXPECT_TRUE(result.is_solid()) << text;
        EXPECT_FALSE(result.is_undetermined()) << text;
    }
}

TEST(FhirpathTrace, AnswersThatAreNotMissingNeverChangeTheValue) {
    Generator generator(3);
    World world;
    std::mt19937 random(4);
    for (int i = 0; i < 20'000; ++i) {
        const std::string text = generator.any(static_cast<int>(random() % 4));
        const Compiled program = compile(text, world.variables, world.symbols);
        if (!program) continue;
        world.shuffle(random);
        world.workspace.clear();
        const Traced before = world.evaluate(*program);
        for (std::size_t v = 0; v < World::kVariables; ++v) {
            const bool unanswered = world.answers[v].missing.contains(v);
            if (unanswered && !before.missing.contains(v) && random() % 2) {
                world.answer(v, random() % world.domains[v].size());
            }
        }
        const Traced after = world.evaluate(*program);
        ASSERT_EQ(before.value, after.value) << text;
    }
}

TEST(FhirpathTrace, AnswersThatDidNotDecideNeverChangeTheValue) {
    Generator generator(5);
    World world;
    std::mt19937 random(6);
    // Without sums and without zero answers, since a zero addend is deliberately not named.
    world.domains[3].erase(world.domains[3].begin());
    world.domains[4].erase(world.domains[4].begin() + 2);
    for (int i = 0; i < 20'000; ++i) {
        std::string text = generator.any(static_cast<int>(random() % 4));
        if (text.find(" + ") != std::string::npos) continue;
        const Compiled program = compile(text, world.variables, world.symbols);
        if (!program) continue;
        world.shuffle(random);
        world.workspace.clear();
        const Traced before = world.evaluate(*program);
        for (std::size_t v = 0; v < World::kVariables; ++v) {
            const bool answered = world.answers[v].used.contains(v);
            if (!answered || before.used.contains(v)) continue;
            if (random() % 3 == 0) {
                world.leave_out(v);
            } else {
                world.answer(v, random() % world.domains[v].size());
            }
        }
        const Traced after = world.evaluate(*program);
        ASSERT_EQ(before.value, after.value) << text;
    }
}

TEST(FhirpathTrace, AFiredRuleStillFiresOnItsReasonsAlone) {
    // Expressions in which no answer counts for anything: without exists, empty, count and iif.
    World world;
    std::mt19937 random(7);
    constexpr std::string_view kParts[] = {
        "%x = 'a'", "%y != 'b'",         "%m contains 'c'", "%n >= 2", "%d < 0.5",
        "%t",       "(%m contains 'a')", "%x in ('a'|'b')", "%u",      "%n + %d > 2",
    };
    constexpr std::string_view kJoints[] = {" and ", " or ", " and ", " or ", " xor ", " implies "};
    int fired = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string text(kParts[random() % std::size(kParts)]);
        for (std::size_t more = random() % 4; more > 0; --more) {
            text = "(" + text + ")" + std::string(kJoints[random() % std::size(kJoints)]) + "(" +
                   std::string(kParts[random() % std::size(kParts)]) + ")";
        }
        const Compiled program = compile(text, world.variables, world.symbols);
        ASSERT_TRUE(program) << text;
        world.shuffle(random);
        if (world.answers[3].value.number() == Decimal() || world.answers[4].value.number() == Decimal()) {
            continue;
        }
        const Traced before = world.evaluate(*program);
        if (!before.is_true()) continue;
        ++fired;
        for (std::size_t v = 0; v < World::kVariables; ++v) {
            if (!before.used.contains(v)) world.leave_out(v);
        }
        ASSERT_TRUE(world.evaluate(*program).is_true()) << text;
    }
    EXPECT_GT(fired, 2000);
}

}  // namespace
}  // namespace selfcheck::engine::fhirpath
