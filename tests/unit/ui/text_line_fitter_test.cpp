// SPDX-License-Identifier: MIT
//
// text_line_fitter_test.cpp: golden lines, the rules of the fitting loop, and what holds for any
// text at any width.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <limits>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ui/text/code_points.h"
#include "ui/text/line_breaks.h"
#include "ui/text/line_fitter.h"
#include "ui/text/utf8.h"

namespace selfcheck::ui::text {
namespace {

// One em for what is full-width in a Chinese font, half an em for the rest.
float em_advance(char32_t c) {
    const std::u32string_view wide_quotes_and_dashes = U"“”‘’…—";
    const bool wide = c >= 0x2E80 || wide_quotes_and_dashes.find(c) != std::u32string_view::npos || c == U'≥' ||
                      c == U'≤' || c == U'≈';
    return wide ? 1.0F : 0.5F;
}

std::vector<Line> fit(std::string_view text, std::string_view lang, float width, float em = 0, bool balanced = false) {
    const auto advance = [](char32_t c) { return em_advance(c); };
    return fit_lines(text, advance, {.lang = lang, .width = width, .em = em, .balanced = balanced});
}

std::string joined(std::string_view text, const std::vector<Line>& lines) {
    std::string all;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0) all += '|';
        all += lines[i].of(text);
    }
    return all;
}

// --- Golden lines -------------------------------------------------------------------------------

struct Golden {
    float em;  // width
    std::string_view lang;
    std::string_view lines;  // "|" between them
};

// Texts and widths of the wrapping measurements; where the plain algorithm parts a number from its
// unit, cuts a range or leaves a single character, the tailored lines are expected.
constexpr Golden kGolden[] = {
    {12, "zh-CN",
     "您最近两周是否感到情绪低|落、沮丧或绝望？请选择最|"
     "符合您情况的一项。如有不|适，请及时就医。"},
    {8, "zh-CN", "本结果仅供参考，|不能代替医生|诊断！"},
    {9, "zh-CN", "年龄：65岁；体重：|70.5kg（BMI 24.3）"},
    {12, "zh-CN", "他说“骨质减少”（T值|−1.0～−2.5）……不是病。"},
    {8, "zh-CN", "每天钙|800～1000 mg，|维生素D 10 μg|（400 IU）"},
    {9, "zh-CN", "（T值|−1.0～−2.5）……不|是病。"},
    {10, "zh-CN", "每周至少150分钟中等|强度运动，每次|30～60分钟，每周|3至5次，坚持3个月。"},
    {10, "zh-CN", "女性握力<18 kg；6 米|步速<1.0 m/s；25-羟|维生素D≥20 ng/mL"},
    {10, "en",
     "Take 1000 mg of |calcium with 10 µg |vitamin D each day; |"
     "a T-score of −2.5 SD |or below needs a |doctor."},
};

TEST(LineFitter, BreaksTheGoldenSamplesAsExpected) {
    for (const Golden& golden : kGolden) {
        std::string text;
        std::string expected;
        for (const char c : golden.lines) {
            if (c == '|') {
                while (expected.ends_with(' ')) expected.pop_back();
            } else {
                text += c;
            }
            expected += c;
        }
        EXPECT_EQ(joined(text, fit(text, golden.lang, golden.em)), expected) << golden.em << " em, " << golden.lang;
    }
}

TEST(LineFitter, TurnsTheHeaderExampleIntoLines) {
    const std::string_view text = "请选择最符合您情况的一项";
    std::string drawn;
    const auto advance = [](char32_t) { return 18.0F; };
    const auto lines = fit_lines(text, advance, {.lang = "zh-CN", .width = 126, .em = 18});
    for (const Line& line : lines) drawn.append(line.of(text)).append("/");
    EXPECT_EQ(drawn, "请选择最符合您/情况的一项/");
}

// --- Line feeds, blanks, the empty text ---------------------------------------------------------

TEST(LineFitter, MakesNoLineOfTheEmptyText) {
    EXPECT_TRUE(fit("", "zh", 10).empty());
    EXPECT_EQ(widest(fit("", "zh", 10)), 0.0F);
}

TEST(LineFitter, EndsALineAtALineFeed) {
    EXPECT_EQ(joined("a\nb", fit("a\nb", "en", 10)), "a|b");
    EXPECT_EQ(joined("a\n\nb", fit("a\n\nb", "en", 10)), "a||b");
    EXPECT_EQ(joined("a\r\nb", fit("a\r\nb", "en", 10)), "a|b");
    EXPECT_EQ(joined("a  \nb", fit("a  \nb", "en", 10)), "a|b");
}

TEST(LineFitter, BeginsNoLineAfterALastLineFeed) {
    EXPECT_EQ(fit("a\n", "en", 10).size(), 1U);
    EXPECT_EQ(fit("\n", "en", 10).size(), 1U);
    EXPECT_EQ(fit("a\n\n", "en", 10).size(), 2U);
}

TEST(LineFitter, GivesBlanksAtALineEndNoWidth) {
    const std::string_view text = "aaaa    bbbb　　中";
    const auto lines = fit(text, "zh", 2);
    ASSERT_EQ(joined(text, lines), "aaaa|bbbb|中");
    EXPECT_EQ(lines[0].width, 2.0F);
    EXPECT_EQ(lines[1].width, 2.0F);
}

TEST(LineFitter, KeepsBlanksThatBeginAParagraph) { EXPECT_EQ(joined("a\n  b", fit("a\n  b", "en", 10)), "a|  b"); }

TEST(LineFitter, BreaksAtAZeroWidthSpaceWithoutMeasuringIt) {
    const std::string_view text = "aaaa\u200Bbbbb";
    std::set<char32_t> asked;
    const auto advance = [&](char32_t c) {
        asked.insert(c);
        return 0.5F;
    };
    const auto lines = fit_lines(text, advance, {.lang = "en", .width = 3});
    EXPECT_EQ(joined(text, lines), "aaaa|bbbb");
    EXPECT_EQ(asked, (std::set<char32_t>{U'a', U'b'}));
}

// --- Hanging marks ------------------------------------------------------------------------------

TEST(LineFitter, LetsAFullWidthMarkHangByHalfAnEm) {
    const std::string_view text = "不能代替医生，诊断";
    const auto lines = fit(text, "zh", 6.5F, 1);
    ASSERT_EQ(joined(text, lines), "不能代替医生，|诊断");
    EXPECT_EQ(lines[0].width, 7.0F);
    EXPECT_EQ(lines[0].hang, 0.5F);
    EXPECT_EQ(lines[1].hang, 0.0F);
    EXPECT_EQ(widest(lines), 6.5F);
}

TEST(LineFitter, HangsNoMoreThanHalfAnEm) {
    const std::string_view text = "不能代替医生，诊断";
    EXPECT_EQ(joined(text, fit(text, "zh", 6.25F, 1)), "不能代替医|生，诊断");
}

TEST(LineFitter, HangsNothingWithoutAnEm) {
    const std::string_view text = "不能代替医生，诊断";
    EXPECT_EQ(joined(text, fit(text, "zh", 6.5F, 0)), "不能代替医|生，诊断");
}

TEST(LineFitter, HangsTheLastMarkOfTheText) {
    const std::string_view text = "不能代替医生。";
    const auto lines = fit(text, "zh", 6.5F, 1);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].hang, 0.5F);
}

TEST(LineFitter, HangsOnlyTheOuterOfTwoMarks) {
    const std::string_view text = "（骨质减少），不是病";
    EXPECT_EQ(joined(text, fit(text, "zh", 6.5F, 1)), "（骨质减少），|不是病");  // the comma
    EXPECT_EQ(joined(text, fit(text, "zh", 5.5F, 1)), "（骨质减|少），不|是病");
}

TEST(LineFitter, HangsNoMarkThatTheFontDrawsNarrow) {
    const std::string_view text = "中中中中”中";
    const auto narrow_quotes = [](char32_t c) { return c == U'”' ? 0.5F : 1.0F; };
    const auto lines = fit_lines(text, narrow_quotes, {.lang = "zh", .width = 4.25F, .em = 1});
    EXPECT_EQ(joined(text, lines), "中中中|中”中");
}

// --- The last line ------------------------------------------------------------------------------

TEST(LineFitter, LeavesNoSingleCharacterOnTheLastLine) {
    EXPECT_EQ(joined("不能代替医生", fit("不能代替医生", "zh", 5)), "不能代替|医生");
    EXPECT_EQ(joined("不能代替医生。", fit("不能代替医生。", "zh", 5)), "不能代替|医生。");
}

TEST(LineFitter, PullsDownTheLastPieceOfEachParagraph) {
    const std::string_view text = "不能代替医生\n不能代替医生";
    EXPECT_EQ(joined(text, fit(text, "zh", 5)), "不能代替|医生|不能代替|医生");
}

TEST(LineFitter, PullsDownAWholePiece) {
    EXPECT_EQ(joined("年满男性65岁者", fit("年满男性65岁者", "zh", 6)), "年满男性|65岁者");
}

TEST(LineFitter, LeavesTheSingleCharacterWhereTheLineAboveWouldBecomeOneToo) {
    EXPECT_EQ(joined("医生说", fit("医生说", "zh", 2)), "医生|说");
    EXPECT_EQ(joined("不\n能", fit("不\n能", "zh", 5)), "不|能");
}

TEST(LineFitter, LeavesAShortLastLineInEnglish) {
    EXPECT_EQ(joined("as plan B", fit("as plan B", "en", 4)), "as plan|B");
}

// --- Pieces wider than the line -----------------------------------------------------------------

TEST(LineFitter, CutsAWideNumberWithUnitAtItsAvoidedBreaksFirst) {
    const std::string_view text = "钙800～1000 mg";
    EXPECT_EQ(joined(text, fit(text, "zh", 7)), "钙800～1000 mg");
    EXPECT_EQ(joined(text, fit(text, "zh", 6)), "钙|800～1000 mg");
    EXPECT_EQ(joined(text, fit(text, "zh", 5)), "钙|800～1000|mg");
    EXPECT_EQ(joined(text, fit(text, "zh", 3)), "钙|800～|1000|mg");
}

TEST(LineFitter, CutsAWordWiderThanTheLine) {
    EXPECT_EQ(joined("an osteoporosis", fit("an osteoporosis", "en", 3)), "an|osteop|orosis");
}

TEST(LineFitter, PutsAtLeastOneClusterOnALine) {
    EXPECT_EQ(joined("中文", fit("中文", "en", 0)), "中|文");
    EXPECT_EQ(joined("a b", fit("a b", "en", 0)), "a|b");
    EXPECT_EQ(joined("ab\u00A0c", fit("ab\u00A0c", "en", 0)), "a|b|\u00A0|c");
    EXPECT_EQ(joined("a \n b", fit("a \n b", "en", 0)), "a| b");
}

TEST(LineFitter, KeepsClustersWhole) {
    const std::array<std::string_view, 5> clusters = {"e\u0301",                     // letter and accent
                                                      "\u845B\U000E0100",            // ideograph and variation selector
                                                      "\u2764\uFE0F",                // heart as an emoji
                                                      "\U0001F469\u200D\U0001F9B3",  // woman, joiner, white hair
                                                      "\U0001F1E8\U0001F1F3"};  // two regional indicators, one flag
    for (const std::string_view cluster : clusters) {
        std::string text;
        std::string expected;
        for (int i = 0; i < 3; ++i) {
            text += cluster;
            expected.append(i > 0 ? "|" : "").append(cluster);
        }
        EXPECT_EQ(joined(text, fit(text, "en", 0)), expected);
    }
}

// --- Balanced headings --------------------------------------------------------------------------

TEST(LineFitter, BalancesAHeading) {
    const std::string_view text = "你的骨骼和肌肉健康情况";
    EXPECT_EQ(joined(text, fit(text, "zh", 9)), "你的骨骼和肌肉健康|情况");
    EXPECT_EQ(joined(text, fit(text, "zh", 9, 0, true)), "你的骨骼和|肌肉健康情况");
    const std::string_view english = "How strong are your bones and muscles today";
    EXPECT_EQ(joined(english, fit(english, "en", 19)), "How strong are your bones and muscles|today");
    EXPECT_EQ(joined(english, fit(english, "en", 19, 0, true)), "How strong are your|bones and muscles today");
}

TEST(LineFitter, BreaksAHeadingAfterItsCommaRatherThanInTheMiddle) {
    const std::string_view text = "用双手的拇指和食指，圈得住小腿吗？";
    EXPECT_EQ(joined(text, fit(text, "zh", 14, 0, true)), "用双手的拇指和食指，|圈得住小腿吗？");
    EXPECT_EQ(joined(text, fit(text, "zh", 9, 0, true)), "用双手的拇指和食|指，圈得住小腿吗？")
        << "where there is room";
}

TEST(LineFitter, BreaksAHeadingBetweenTheWordsThatADictionaryKnows) {
    const std::string_view text = "骨骼与肌肉自查";
    std::vector<std::uint8_t> inside(text.size());
    for (const std::size_t character : {1, 4, 6}) inside[3 * character] = 1;  // bones, muscles, self-check
    const auto one = [](char32_t) { return 1.0F; };
    const auto lines =
        fit_lines(text, one, {.lang = "zh", .width = 5, .em = 0, .balanced = true, .inside_word = inside});
    EXPECT_EQ(joined(text, lines), "骨骼与|肌肉自查");
}

TEST(LineFitter, BreaksAHeadingAfterItsCommaRatherThanBetweenTwoWords) {
    const auto lines = [](std::string_view text, std::initializer_list<std::size_t> characters_inside) {
        std::vector<std::uint8_t> inside(text.size());
        for (const std::size_t character : characters_inside) inside[3 * character] = 1;
        const auto one = [](char32_t) { return 1.0F; };
        return joined(
            text, fit_lines(text, one, {.lang = "zh", .width = 10, .em = 0, .balanced = true, .inside_word = inside}));
    };
    EXPECT_EQ(lines("您没有刻意减重，体重下降？", {2, 4, 9, 11}), "您没有刻意减重，|体重下降？");
    EXPECT_EQ(lines("您没有刻意减重，对吗？", {2, 4}), "您没有刻意|减重，对吗？")
        << "unless one line is then much the longer one";
}

TEST(LineFitter, BreaksAnEnglishHeadingAfterItsComma) {
    const std::string_view text = "Have you lost any weight, without meaning to do so?";
    EXPECT_EQ(joined(text, fit(text, "en", 20, 0, true)), "Have you lost any weight,|without meaning to do so?");
}

TEST(LineFitter, BalancesWithinAnUnlimitedWidth) {
    const float unlimited = std::numeric_limits<float>::infinity();
    EXPECT_EQ(joined("一\n二三四", fit("一\n二三四", "zh", unlimited, 1, true)), "一|二三四");
}

TEST(LineFitter, DoesNotCutAWordToBalance) {
    const std::string_view text = "of osteoporosis";
    EXPECT_EQ(joined(text, fit(text, "en", 7, 0, true)), "of|osteoporosis");
}

TEST(LineFitter, MeasuresTheNaturalWidth) {
    const float unlimited = std::numeric_limits<float>::infinity();
    const std::string_view text = "骨质减少。\n不是病";
    const float natural = widest(fit(text, "zh", unlimited));
    EXPECT_EQ(natural, 5.0F);
    EXPECT_EQ(fit(text, "zh", natural).size(), 2U);
}

// --- What holds for any text --------------------------------------------------------------------

const std::vector<std::string_view>& alphabet() {
    static const std::vector<std::string_view> pieces = {
        "中",       "岁",     "分钟",   "个月",   "至",         "第",         "々",         "，",   "。",
        "、",       "！",     "？",     "：",     "；",         "（",         "）",         "“",    "”",
        "《",       "》",     "……",     "——",     "～",         "·",          "0",          "1",    "65",
        "70.5",     "６",     "a",      "T",      "mg",         "score",      "to",         "μg",   "m²",
        "kg/m²",    "/",      "%",      "℃",      "°",          "≥",          "≤",          "<",    "±",
        "≈",        "×",      "+",      "-",      "−",          "–",          "—",          " ",    "  ",
        "\t",       "　",     "\u00A0", "\u200B", "\u2060",     "\u00AD",     "\n",         "\r\n", "\u2028",
        "e\u0301",  "\u0301", "\uFE0F", "\u200D", "\U0001F469", "\U0001F3FB", "\U0001F1E8", "\xFF", "\xE4\xB8",
        "\xC0\xAF", "'",      "’",      "(",      ")",          ",",          ".",          "!"};
    return pieces;
}

std::string random_text(std::mt19937& random, std::size_t pieces) {
    std::uniform_int_distribution<std::size_t> any(0, alphabet().size() - 1);
    std::string text;
    for (std::size_t i = 0; i < pieces; ++i) text += alphabet()[any(random)];
    return text;
}

std::string escaped(std::string_view text) {
    std::string all;
    for (std::size_t i = 0; i < text.size();) {
        const auto [c, length] = decode(text, i);
        std::array<char, 16> code{};
        std::snprintf(code.data(), code.size(), "%04X ", static_cast<unsigned>(c));
        all += code.data();
        i += length;
    }
    return all;
}

std::vector<std::size_t> code_point_offsets(std::string_view text) {
    std::vector<std::size_t> offsets;
    for (std::size_t i = 0; i < text.size(); i += decode(text, i).length) offsets.push_back(i);
    return offsets;
}

double width_of(std::string_view text) {
    double width = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto [c, length] = decode(text, i);
        if (!is_zero_width(c)) width += double{em_advance(c)};
        i += length;
    }
    return width;
}

// Blanks at the begin of a line, which stay with what they indent.
bool is_indent(char32_t c) { return is_blank(c) || c == 0x200B; }

// The whole contract of fit_lines() for one text, checked without the fitter's own notions.
void expect_sound(std::string_view text, std::string_view lang, float width, float em, const std::vector<Line>& lines) {
    const std::vector<Break> breaks = line_breaks(text, lang);
    const std::vector<std::size_t> offsets = code_point_offsets(text);
    std::set<std::size_t> boundaries(offsets.begin(), offsets.end());
    boundaries.insert(text.size());
    ASSERT_EQ(lines.empty(), text.empty());

    std::size_t reached = 0;
    for (const Line& line : lines) {
        ASSERT_LE(reached, line.begin);
        ASSERT_LE(line.begin, line.end);
        ASSERT_LE(line.end, text.size());
        // Nothing lost: what lies between two lines cannot be seen.
        for (std::size_t i = reached; i < line.begin;) {
            const auto [c, length] = decode(text, i);
            ASSERT_TRUE(is_blank(c) || is_zero_width(c)) << "lost U+" << std::hex << unsigned{c};
            i += length;
        }
        reached = line.end;
        // Nothing torn.
        ASSERT_TRUE(boundaries.contains(line.begin));
        ASSERT_TRUE(boundaries.contains(line.end));
        // No line feed inside.
        for (std::size_t i = line.begin + 1; i < line.end; ++i) {
            ASSERT_NE(breaks[i], Break::mandatory);
        }
        // Measured right.
        ASSERT_NEAR(double{line.width}, width_of(line.of(text)), 1e-3);
        ASSERT_GE(line.hang, 0.0F);
        ASSERT_LE(line.hang, em / 2);
        // Begins where it may. What is not allowed happens only where there was no allowed break on
        // the line before, and what is not even avoided only where there was none of these either.
        if (&line != &lines.front()) {
            const Line& above = *(&line - 1);
            Break best = Break::none;  // of the break, which may be anywhere in the blanks
            for (std::size_t i = above.end; i <= line.begin; ++i) best = std::max(best, breaks[i]);
            ASSERT_EQ(above.torn, best == Break::none) << escaped(above.of(text));
            std::size_t visible = above.begin;
            while (visible < above.end && is_indent(decode(text, visible).code_point)) {
                visible += decode(text, visible).length;
            }
            for (std::size_t i = visible + 1; best < Break::allowed && i < above.end; ++i) {
                ASSERT_LE(breaks[i], best) << "a better break at byte " << i;
            }
        }
        // Fits, unless it is a single cluster.
        if (line.width - line.hang > width + 0.02F) {
            std::size_t bases = 0;
            char32_t previous = 0;
            bool half_flag = false;
            for (std::size_t i = line.begin; i < line.end;) {
                const auto [c, length] = decode(text, i);
                const bool regional = is_between(c, 0x1F1E6, 0x1F1FF);
                const bool joined_on =
                    i > line.begin && (extends_cluster(c) || previous == 0x200D || (half_flag && regional));
                half_flag = regional && !half_flag;
                const bool indent = bases == 0 && is_indent(c);
                if (!joined_on && !indent && !is_zero_width(c)) ++bases;
                previous = c;
                i += length;
            }
            ASSERT_LE(bases, 1U) << "too wide: " << line.width << " with hang " << line.hang << ": "
                                 << escaped(line.of(text));
        }
    }
    for (std::size_t i = reached; i < text.size();) {
        const auto [c, length] = decode(text, i);
        ASSERT_TRUE(is_blank(c) || is_zero_width(c));
        i += length;
    }
}

TEST(LineFitter, HoldsItsContractForRandomTexts) {
    std::mt19937 random(20240229);  // always the same texts
    std::uniform_int_distribution<std::size_t> pieces(0, 40);
    std::uniform_int_distribution<int> half_ems(0, 40);
    for (int i = 0; i < 20000; ++i) {
        const std::string text = random_text(random, pieces(random));
        const std::string_view lang = i % 3 == 0 ? "en" : "zh-CN";
        const float width = static_cast<float>(half_ems(random)) / 2;
        const float em = i % 2 == 0 ? 1.0F : 0.0F;
        SCOPED_TRACE(testing::Message() << lang << ", " << width << " em: " << escaped(text));
        const auto lines = fit(text, lang, width, em);
        expect_sound(text, lang, width, em, lines);
        if (testing::Test::HasFatalFailure()) return;

        const auto balanced = fit(text, lang, width, em, true);
        expect_sound(text, lang, width, em, balanced);
        if (testing::Test::HasFatalFailure()) return;
        ASSERT_LE(balanced.size(), lines.size());
    }
}

// Where every piece fits, no line begins or ends with a mark that may not stand there.
TEST(LineFitter, NeverBeginsOrEndsALineWithAForbiddenMark) {
    const std::u32string_view no_begin = U"，。、！？：；）》”’」】";
    const std::u32string_view no_end = U"（《“‘「【";
    const std::vector<std::string_view> pieces = {"中", "骨", "65", "岁", "mg", "，", "。", "（",
                                                  "）", "“",  "”",  "《", "》", "？", "…",  " "};
    std::mt19937 random(7);
    std::uniform_int_distribution<std::size_t> any(0, pieces.size() - 1);
    std::size_t checked = 0;
    for (int i = 0; i < 5000; ++i) {
        std::string text = "中";
        for (int n = 0; n < 40; ++n) text += pieces[any(random)];
        text += "中";
        const auto breaks = line_breaks(text, "zh");
        const auto lines = fit(text, "zh", 12, 1);
        for (std::size_t n = 0; n < lines.size(); ++n) {
            if (n > 0 && breaks[lines[n].begin] == Break::allowed) {
                const char32_t first = decode(text, lines[n].begin).code_point;
                EXPECT_EQ(no_begin.find(first), std::u32string_view::npos) << joined(text, lines);
                const std::string_view above = lines[n - 1].of(text);
                char32_t last = 0;
                for (const std::size_t at : code_point_offsets(above)) {
                    last = decode(above, at).code_point;
                }
                EXPECT_EQ(no_end.find(last), std::u32string_view::npos) << joined(text, lines);
                ++checked;
            }
        }
    }
    EXPECT_GT(checked, 5000U);
}

// --- Cost ---------------------------------------------------------------------------------------

TEST(LineFitter, AsksForEachAdvanceOnceHoweverLongTheParagraph) {
    std::mt19937 random(1);
    const std::array<std::string, 4> texts = {random_text(random, 20000),
                                              [] {
                                                  std::string all;
                                                  for (int i = 0; i < 20000; ++i) all += "中";
                                                  return all;
                                              }(),
                                              std::string(20000, 'a'),   // one word: only cuts
                                              std::string(20000, ' ')};  // one blank
    for (const std::string& text : texts) {
        for (const bool balanced : {false, true}) {
            std::size_t calls = 0;
            const auto advance = [&](char32_t c) {
                ++calls;
                return em_advance(c);
            };
            const auto lines = fit_lines(text, advance, {.lang = "zh", .width = 20, .em = 1, .balanced = balanced});
            EXPECT_FALSE(lines.empty());
            EXPECT_LE(calls, code_point_offsets(text).size());
        }
    }
}

}  // namespace
}  // namespace selfcheck::ui::text
