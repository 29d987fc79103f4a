// SPDX-License-Identifier: MIT
//
// text_line_breaks_test.cpp: each tailoring on its own, what is left alone, and that nothing is
// ever added to what the Unicode algorithm offers.
#include <gtest/gtest.h>
#include <linebreak.h>  // libunibreak

#include <array>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ui/text/line_breaks.h"
#include "ui/text/utf8.h"

namespace selfcheck::ui::text {
namespace {

// "|" where a line may begin, "_" where it rather should not, "!" where it must.
std::string marked(std::string_view text, std::string_view lang) {
    const std::vector<Break> breaks = line_breaks(text, lang);
    std::string all;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (breaks[i] == Break::mandatory) all += '!';
        if (breaks[i] == Break::allowed) all += '|';
        if (breaks[i] == Break::avoided) all += '_';
        all += text[i];
    }
    return all;
}

// --- What the tailorings take away --------------------------------------------------------------

struct Taken {
    std::string_view rule;
    std::string_view lang;
    std::string_view text;  // "^" where the rule takes an opportunity away
    Break left;
};

constexpr Taken kTaken[] = {
    {"measure", "zh", "年满65^岁者", Break::avoided},
    {"measure", "zh", "年满65 ^岁者", Break::avoided},
    {"measure", "zh", "6^米步速", Break::avoided},
    {"measure", "zh", "６^秒", Break::avoided},
    {"measure_word", "zh", "30分^钟以内", Break::avoided},
    {"measure_word", "zh", "最近3 个^月", Break::avoided},
    {"measure_word", "zh", "半小^时", Break::avoided},
    {"measure_word", "zh", "400国^际单位", Break::avoided},
    {"measure_word", "zh", "400国际^单位", Break::avoided},
    {"measure_word", "zh", "400国际单^位", Break::avoided},
    {"unit", "zh", "钙1000 ^mg", Break::avoided},
    {"unit", "zh", "−2.5 ^SD以下", Break::avoided},
    {"unit", "zh", "10 ^μg", Break::avoided},
    {"unit", "zh", "10 ^µg", Break::avoided},
    {"unit", "en", "37 ^°C", Break::avoided},
    {"unit", "en", "80 ^% of all", Break::avoided},
    {"unit", "en", "80  ^%", Break::avoided},
    {"unit", "en", "5 ^days", Break::avoided},
    {"unit", "en", "30 ^minutes a day", Break::avoided},
    {"unit", "en", "1 ^minute", Break::avoided},
    {"unit", "en", "2 ^glasses", Break::avoided},
    {"range_begins", "zh", "800^～1000", Break::none},
    {"range_begins", "zh", "−1.0^～−2.5", Break::none},
    {"range_begins", "zh", "−1.0 ^～ −2.5", Break::none},
    {"range_begins", "zh", "10%^～20%", Break::none},
    {"range_begins", "zh", "800^—1000", Break::none},
    {"range_begins", "zh", "60^×60", Break::none},
    {"range_begins", "zh", "0.5^－1.0", Break::none},
    {"range_begins", "en", "10 ^– 20", Break::none},
    {"range_begins", "en", "10 ^to 20", Break::none},
    {"range_goes_on", "zh", "800～^1000", Break::avoided},
    {"range_goes_on", "zh", "−1.0～^−2.5", Break::avoided},
    {"range_goes_on", "zh", "−1.0 ～ ^−2.5", Break::avoided},
    {"range_goes_on", "zh", "800—^1000", Break::avoided},
    {"range_goes_on", "zh", "3至^5次", Break::avoided},
    {"range_goes_on", "en", "10–^20", Break::avoided},
    {"range_goes_on", "en", "10 - ^20", Break::avoided},
    {"range_goes_on", "en", "10 to ^20", Break::avoided},
    {"comparison", "zh", "年龄≥^65", Break::none},
    {"comparison", "zh", "年龄≥ ^65", Break::none},
    {"comparison", "zh", "T值≤^−2.5", Break::none},
    {"comparison", "zh", "年龄＞^65", Break::none},
    {"comparison", "zh", "年龄＜^65", Break::none},
    {"comparison", "zh", "约≈^65", Break::none},
    {"comparison", "en", "> ^65", Break::none},
    {"comparison", "en", "< ^65", Break::none},
    {"hyphen", "en", "the T-^score", Break::avoided},
    {"hyphen", "zh", "T-^score值", Break::avoided},
    {"hyphen", "zh", "25-^羟维生素", Break::avoided},
    {"hyphen", "en", "25-OH-^D", Break::avoided},
    {"hyphen", "en", "5-^year", Break::avoided},
    {"sign", "zh", "约±^2", Break::none},
    {"sign", "zh", "约－^2", Break::none},
    {"digits", "zh", "６^５", Break::none},
    {"ordinal", "zh", "第^3天", Break::avoided},
    {"power", "zh", "24 kg/m^²", Break::none},
    {"power", "zh", "维生素D^₃", Break::none},
    {"unit_dot", "zh", "N^·m", Break::none},
    {"unit_dot", "zh", "N·^m", Break::none},
    {"quotient", "zh", "24 kg/^m²", Break::avoided},
    {"quotient", "en", "50 nmol/^L", Break::avoided},
    {"quotient", "zh", "毫克/^日", Break::avoided},
    {"quotient", "zh", "次/^周", Break::avoided},
    {"quotient", "zh", "g/kg/^d", Break::avoided},
    {"lone_letter", "zh", "X^线检查", Break::avoided},
    {"lone_letter", "zh", "T^值", Break::avoided},
    {"lone_letter", "zh", "维生素^D", Break::avoided},
    {"lone_letter", "zh", "维生素^B12", Break::avoided},
    {"lone_letter", "en", "T-score或^T", Break::avoided},
    {"vitamin", "zh", "钙和维^生素D", Break::avoided},
    {"vitamin", "zh", "钙和维生^素D", Break::avoided},
    {"vitamin", "zh", "维生素^D是", Break::avoided},
    {"quoted", "zh", "请选“不^确定”。", Break::avoided},
    {"quoted", "zh", "请选“以上都没^有”。", Break::avoided},
    {"foreign", "en", "omeprazole (奥美^拉唑)", Break::avoided},
    {"apostrophe", "zh", "Crohn’^s病", Break::none},
};

TEST(LineBreaks, TakeAwayWhatPartsMedicalText) {
    for (const Taken& taken : kTaken) {
        const std::size_t at = taken.text.find('^');
        ASSERT_NE(at, std::string_view::npos) << taken.text;
        const std::string text = std::string(taken.text.substr(0, at)).append(taken.text.substr(at + 1));
        const std::string_view rule = tailoring_at(text, taken.lang, at);
        const Break left = line_breaks(text, taken.lang)[at];
        EXPECT_EQ(left, taken.left) << taken.text;
        // Some opportunities exist in a part of the library's versions only.
        if (!rule.empty() || taken.left == Break::avoided) {
            EXPECT_EQ(rule, taken.rule) << taken.text;
        }
    }
}

TEST(LineBreaks, ProveEachTailoring) {
    std::set<std::string_view> proved;
    for (const Taken& taken : kTaken) {
        const std::size_t at = taken.text.find('^');
        const std::string text = std::string(taken.text.substr(0, at)).append(taken.text.substr(at + 1));
        proved.insert(tailoring_at(text, taken.lang, at));
    }
    for (const Tailoring& tailoring : tailorings()) {
        EXPECT_TRUE(proved.contains(tailoring.name)) << tailoring.name << " has no case that needs it";
        EXPECT_FALSE(tailoring.keeps.empty()) << tailoring.name;
    }
}

// --- What they leave ----------------------------------------------------------------------------

struct Left {
    std::string_view lang;
    std::string_view marked;
};

constexpr Left kLeft[] = {
    {"zh", "65_岁|以|上"},  // after the measure word
    {"zh", "1000 _mg|钙"},  // after the unit
    {"zh", "统|一|用|量"},
    {"zh", "最|近|两|周"},
    {"zh", "骨|～|肉"},  // no range
    {"zh", "从|头|至|脚"},
    {"zh", "甲|≥|乙"},  // no number
    {"zh", "缺|钙，|不|是|病。"},
    {"zh", "他|说|“骨_质_减_少”|（不|是|病）"},
    {"zh", "“这|是|很|长|的|一|句|话”"},
    {"zh", "不|管|T_值|多|少"},   // the letter belongs to what follows
    {"zh", "1000到|1200_毫_克"},  // more than fits behind a word on a phone
    {"zh", "维|生|素"},
    {"en", "1000 to |1200 _mg"},
    {"en", "Int |2022;_33:_2049-2102"},
    {"zh", "不|是……|病"},
    {"zh", "−2.5"},
    {"zh", "患|者|Doctor|说"},  // a word is no lone letter
    {"en", "12 |of |20"},
    {"en", "age |65 |and |over"},
    {"en", "5 _days |or |more"},
    {"en", "3 |important |things"},
    {"en", "go |to |bed"},
    {"en", "from |10 to _20 _minutes"},
    {"en", "long-|term"},
    {"en", "don’t |worry"},
    {"en", "calcium/|phosphate"},
    {"en", "65\u200B |kg"},  // the author's own break
    {"en", "65\u200B|kg"},
    {"en", "65\u00A0kg"},
    {"en", "a\n!b"},
    {"en", "a\r\n!b"},
    {"en", "a\u2028!b"},
};

TEST(LineBreaks, LeaveOtherOpportunities) {
    for (const Left& left : kLeft) {
        std::string text;
        for (const char c : left.marked) {
            if (c != '|' && c != '_' && c != '!') text += c;
        }
        EXPECT_EQ(marked(text, left.lang), left.marked);
    }
}

TEST(LineBreaks, HoldForTheHeaderExample) {
    const auto breaks = line_breaks("65 kg or more", "en");
    EXPECT_EQ(breaks[3], Break::avoided);
    EXPECT_EQ(breaks[6], Break::allowed);
}

TEST(LineBreaks, HaveOneEntryPerByteAndOneForTheEnd) {
    EXPECT_EQ(line_breaks("", "zh"), std::vector<Break>{Break::mandatory});
    const auto breaks = line_breaks("中a", "zh");
    ASSERT_EQ(breaks.size(), 5U);
    EXPECT_EQ(breaks.front(), Break::none);
    EXPECT_EQ(breaks[1], Break::none);
    EXPECT_EQ(breaks[2], Break::none);
    EXPECT_EQ(breaks.back(), Break::mandatory);
}

TEST(LineBreaks, KnowChineseByItsLanguageTag) {
    for (const std::string_view lang : {"zh", "zh-CN", "ZH", "zh-Hant-TW", "zh_CN"}) {
        EXPECT_TRUE(is_chinese(lang)) << lang;
    }
    for (const std::string_view lang : {"", "z", "en", "zha", "en-zh"}) {
        EXPECT_FALSE(is_chinese(lang)) << lang;
    }
}

TEST(LineBreaks, TreatQuotationMarksByLanguage) { EXPECT_EQ(marked("说“骨”吗", "zh"), "说|“骨”|吗"); }

// --- For any text -------------------------------------------------------------------------------

TEST(LineBreaks, OfferNothingTheUnicodeAlgorithmDoesNot) {
    constexpr std::array<std::string_view, 44> kPieces = {
        "中", "岁", "分钟", "至",  "第", "，", "。", "（", "）", "“",  "”",      "’",      "…",  "—",     "～",
        "·",  "0",  "65",   "1.5", "６", "a",  "T",  "mg", "to", "μg", "²",      "/",      "%",  "℃",     "≥",
        "<",  "±",  "×",    "+",   "-",  "−",  "–",  " ",  "\t", "　", "\u200B", "\u00A0", "\n", "\u0301"};
    std::mt19937 random(3);
    std::uniform_int_distribution<std::size_t> any(0, kPieces.size() - 1);
    for (int i = 0; i < 500; ++i) {
        std::string text;
        for (int n = 0; n < 30; ++n) text += kPieces[any(random)];
        for (const char* const lang : {"zh", "en"}) {
            std::vector<utf8_t> bytes(text.begin(), text.end());
            std::vector<char> plain(text.size());
            set_linebreaks_utf8(bytes.data(), bytes.size(), lang, plain.data());
            const std::vector<Break> breaks = line_breaks(text, lang);
            for (std::size_t at = 1; at < text.size(); ++at) {
                const char offered = plain[at - 1];
                const bool must = offered == LINEBREAK_MUSTBREAK;
                ASSERT_EQ(breaks[at] == Break::mandatory, must) << text;
                if (breaks[at] == Break::allowed || breaks[at] == Break::avoided) {
                    ASSERT_EQ(offered, LINEBREAK_ALLOWBREAK) << text;
                }
                const bool taken = !must && offered == LINEBREAK_ALLOWBREAK && breaks[at] != Break::allowed;
                ASSERT_EQ(taken, !tailoring_at(text, lang, at).empty()) << text;
            }
        }
    }
}

TEST(LineBreaks, BreakInsideNoCodePointOfBytesThatAreNotUtf8) {
    std::mt19937 random(5);
    std::uniform_int_distribution<int> byte(0, 255);
    for (int i = 0; i < 3000; ++i) {
        std::string text(20, '\0');
        for (char& c : text) c = static_cast<char>(byte(random));
        const std::vector<Break> breaks = line_breaks(text, "zh");
        ASSERT_EQ(breaks.size(), text.size() + 1);
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t length = decode(text, at).length;
            for (std::size_t n = 1; n < length; ++n) ASSERT_EQ(breaks[at + n], Break::none);
            at += length;
        }
    }
}

}  // namespace
}  // namespace selfcheck::ui::text
