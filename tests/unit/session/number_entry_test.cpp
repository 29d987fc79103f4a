// SPDX-License-Identifier: MIT
#include "session/number_entry.h"

#include <gtest/gtest.h>

#include "support/sample_pack.h"

namespace selfcheck::session {
namespace {

class NumberEntry : public ::testing::Test {
protected:
    Entry typed(const char* question, const char* unit, const char* first, const char* second = "") {
        const auto& one = bundle_.pack.questions[*bundle_.pack.question_index(question)];
        return understand(one, {unit, {first, second}, false}, {{"g", "g"}, {"oz", "oz"}, {"Unze", "oz"}});
    }
    std::string number(const char* unit, const char* first, const char* second = "") {
        const Entry entry = typed("sugar_g", unit, first, second);
        return entry.number ? entry.number->to_string() : "none";
    }

    engine::Bundle bundle_ = testing::sample_bundle();
};

TEST_F(NumberEntry, UnderstandsHowPeopleTypeNumbers) {
    const struct {
        const char* text;
        const char* number;
    } cases[] = {
        {"60", "60"},      {" 60.5 ", "60.5"},   {"60,5", "60.5"}, {"６０．５", "60.5"},
        {"60。5", "60.5"}, {"６０，５", "60.5"}, {".5", "0.5"},    {"60.", "60"},
        {"+7", "7"},       {"60 g", "60"},       {"60g", "60"},    {"　60　", "60"},
    };
    for (const auto& one : cases) EXPECT_EQ(number("g", one.text), one.number) << one.text;
}

TEST_F(NumberEntry, RefusesWhatIsNoNumber) {
    for (const char* text : {"sixty", "6o", "6-0", "1.2.3", "--5", "60 kg", "g", "."}) {
        EXPECT_EQ(typed("sugar_g", "g", text).fault, EntryFault::not_a_number) << text;
    }
}

TEST_F(NumberEntry, TellsEmptyFromWrong) {
    EXPECT_EQ(typed("sugar_g", "g", "").fault, EntryFault::empty);
    EXPECT_EQ(typed("sugar_g", "g", " 　").fault, EntryFault::empty);
}

TEST_F(NumberEntry, KeepsTheRangeWithBothEnds) {
    EXPECT_EQ(number("g", "0"), "0");
    EXPECT_EQ(number("g", "500"), "500");
    EXPECT_EQ(typed("sugar_g", "g", "500.1").fault, EntryFault::too_high);
    EXPECT_EQ(typed("sugar_g", "g", "−0.1").fault, EntryFault::too_low);
    EXPECT_EQ(typed("sugar_g", "g", "99999999999999999999").fault, EntryFault::not_a_number);
    EXPECT_EQ(typed("age", "a", "40.5").fault, EntryFault::not_whole);
}

TEST_F(NumberEntry, ConvertsUnitsAndRoundsToOneDecimal) {
    EXPECT_EQ(number("oz", "1"), "28.3");
    EXPECT_EQ(number("lb_oz", "1", "1"), "481.9");
    EXPECT_EQ(number("lb_oz", "1"), "453.6");
    EXPECT_TRUE(typed("sugar_g", "oz", "1").converted);
    EXPECT_FALSE(typed("sugar_g", "g", "1").converted);
}

TEST_F(NumberEntry, AUnitTypedAfterTheNumberWins) {
    EXPECT_EQ(number("g", "1 oz"), "28.3");
    EXPECT_EQ(number("g", "1Unze"), "28.3");
    EXPECT_EQ(number("oz", "50 g"), "50");
}

}  // namespace
}  // namespace selfcheck::session
