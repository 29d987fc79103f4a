// SPDX-License-Identifier: MIT
#include "ui/text/line_breaks.h"

#include <linebreak.h>  // libunibreak

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "ui/text/code_points.h"
#include "ui/text/utf8.h"

namespace selfcheck::ui::text {
namespace {

using CodePoints = std::u32string_view;

// An opportunity: a line may begin with text[next]; text[last] is the last character before it that
// is not a blank. `spaced` says whether there are blanks between the two.
struct Place {
    CodePoints text;
    std::size_t last;
    std::size_t next;
    bool chinese;

    [[nodiscard]] bool spaced() const { return last + 1 != next; }
    // The character `n` before text[last] or after text[next]; U+0000, which matches nothing,
    // outside the text.
    [[nodiscard]] char32_t before(std::size_t n = 0) const { return n > last ? 0 : text[last - n]; }
    [[nodiscard]] char32_t after(std::size_t n = 0) const { return n >= text.size() - next ? 0 : text[next + n]; }
};

constexpr std::size_t kLongestUnit = 4;  // letters: "mmol", "kcal", "mmHg"

bool is_sign(char32_t c) {  // of a number: plus, hyphen-minus, minus, plus-minus, full-width forms
    return c == U'+' || c == U'-' || c == 0x2212 || c == 0xB1 || c == 0xFF0B || c == 0xFF0D;
}

bool is_percent_like(char32_t c) {  // percent, per mille, degree, Celsius, Fahrenheit
    return c == U'%' || c == 0x2030 || c == 0xB0 || c == 0x2103 || c == 0x2109 || c == 0xFF05;
}

bool is_comparison(char32_t c) {
    switch (c) {
        case U'<':
        case U'>':
        case U'=':
        case 0xB1:    // plus-minus
        case 0x2245:  // approximately equal
        case 0x2248:  // almost equal
        case 0x2260:  // not equal
        case 0x2264:  // less or equal
        case 0x2265:  // greater or equal
        case 0x2266:  // less over equal
        case 0x2267:  // greater over equal
        case 0xFF1C:  // full-width less
        case 0xFF1D:  // full-width equals
        case 0xFF1E:  // full-width greater
            return true;
        default:
            return false;
    }
}

bool is_range_mark(char32_t c) {
    switch (c) {
        case U'-':
        case U'~':
        case 0xD7:    // multiplication sign
        case 0x2010:  // hyphen
        case 0x2013:  // en dash
        case 0x2014:  // em dash
        case 0x223C:  // tilde operator
        case 0x301C:  // wave dash
        case 0xFF0D:  // full-width hyphen-minus
        case 0xFF5E:  // full-width tilde
            return true;
        default:
            return false;
    }
}

// dao, "up to", and zhi, "to"
bool is_range_word(char32_t c) { return c == 0x5230 || c == 0x81F3; }

bool ends_number(char32_t c) { return is_digit(c) || is_percent_like(c); }

bool begins_number(CodePoints text, std::size_t at) {
    if (at < text.size() && is_sign(text[at])) ++at;
    return at < text.size() && is_digit(text[at]);
}

std::size_t skip_blanks(CodePoints text, std::size_t at) {
    while (at < text.size() && is_blank(text[at])) ++at;
    return at;
}

// The number of letters from `at` on; stops counting above kLongestUnit + `more`.
std::size_t letters_from(CodePoints text, std::size_t at, std::size_t more = 1) {
    std::size_t n = 0;
    while (n < kLongestUnit + more && at + n < text.size() && is_letter(text[at + n])) ++n;
    return n;
}

// The number of letters that end with text[at]; stops counting above kLongestUnit.
std::size_t letters_until(CodePoints text, std::size_t at) {
    std::size_t n = 0;
    while (n <= kLongestUnit && n <= at && is_letter(text[at - n])) ++n;
    return n;
}

// Whether a number ends before `end`, blanks skipped.
bool number_ends_at(CodePoints text, std::size_t end) {
    while (end > 0 && is_blank(text[end - 1])) --end;
    return end > 0 && ends_number(text[end - 1]);
}

// Short words that follow a number without being its unit: "12 of 20", "65 and over".
constexpr auto kNoUnits = std::to_array<CodePoints>(
    {U"a",    U"also", U"an",   U"and",  U"are",  U"as",   U"at",   U"both", U"but",  U"by",   U"can",  U"do",
     U"does", U"each", U"for",  U"from", U"had",  U"has",  U"have", U"if",   U"in",   U"is",   U"it",   U"less",
     U"many", U"may",  U"more", U"most", U"must", U"need", U"not",  U"of",   U"on",   U"or",   U"so",   U"some",
     U"than", U"that", U"the",  U"then", U"they", U"to",   U"was",  U"were", U"when", U"will", U"with", U"you"});

// Longer words that are units nevertheless, without the plural's s.
constexpr auto kLongUnits = std::to_array<CodePoints>(
    {U"centimetre", U"degree", U"glass", U"gram", U"hour", U"kilogram", U"metre", U"microgram", U"milligram", U"minute",
     U"month", U"point", U"portion", U"second", U"serving", U"week", U"year"});
constexpr std::size_t kLongestUnitWord = 11;

// What follows a number and a blank is its unit when it is
//   * a sign: percent, degree;
//   * a word of up to four letters that is none of kNoUnits: "mg", "IU", "SD", "kcal", "days".
//     A list of units alone would miss the next one an author writes; a short word kept by mistake
//     costs nothing but a slightly shorter line;
//   * one of kLongUnits, singular or plural.
bool is_unit(CodePoints text, std::size_t at) {
    if (is_percent_like(text[at])) return true;
    const std::size_t n = letters_from(text, at, kLongestUnitWord - kLongestUnit + 1);
    if (n == 0) return false;
    const CodePoints word = text.substr(at, n);
    if (n <= kLongestUnit) return std::ranges::find(kNoUnits, word) == kNoUnits.end();
    return std::ranges::any_of(kLongUnits, [&](CodePoints unit) {
        const CodePoints rest = word.substr(std::min(unit.size(), n));
        return word.starts_with(unit) && (rest.empty() || rest == U"s" || rest == U"es");
    });
}

// Measure words of more than one character; in brackets their meaning.
constexpr auto kMeasureWords = std::to_array<CodePoints>({
    U"\u5206\u949F",              // fenzhong (minutes)
    U"\u5C0F\u65F6",              // xiaoshi (hours)
    U"\u4E2A\u5C0F\u65F6",        // ge xiaoshi
    U"\u661F\u671F",              // xingqi (weeks)
    U"\u4E2A\u661F\u671F",        // ge xingqi
    U"\u4E2A\u6708",              // ge yue (months)
    U"\u5468\u5C81",              // zhousui (years of age)
    U"\u5FAE\u514B",              // weike (micrograms)
    U"\u6BEB\u514B",              // haoke (milligrams)
    U"\u5343\u514B",              // qianke (kilograms)
    U"\u516C\u65A4",              // gongjin (kilograms)
    U"\u6BEB\u5347",              // haosheng (millilitres)
    U"\u6BEB\u7C73",              // haomi (millimetres)
    U"\u5398\u7C73",              // limi (centimetres)
    U"\u5343\u7C73",              // qianmi (kilometres)
    U"\u516C\u91CC",              // gongli (kilometres)
    U"\u5E73\u65B9\u7C73",        // pingfang mi (square metres)
    U"\u5343\u5361",              // qianka (kilocalories)
    U"\u5343\u7126",              // qianjiao (kilojoules)
    U"\u5355\u4F4D",              // danwei (units)
    U"\u4E2A\u5355\u4F4D",        // ge danwei
    U"\u56FD\u9645\u5355\u4F4D",  // guoji danwei (international units)
    U"\u6807\u51C6\u5DEE",        // biaozhun cha (standard deviations)
    U"\u4E2A\u6807\u51C6\u5DEE",  // ge biaozhun cha
    U"\u6444\u6C0F\u5EA6",        // sheshi du (degrees Celsius)
    U"\u767E\u5206\u70B9",        // baifen dian (percentage points)
    U"\u6BEB\u6469\u5C14",        // haomo'er (millimoles)
});
constexpr std::size_t kLongestMeasureWord = 4;

// yi er san si wu liu qi ba jiu shi bai qian wan, liang (two), ban (half), ji (some), shu (several)
constexpr CodePoints kChineseNumerals =
    U"\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341\u767E\u5343\u4E07"
    U"\u4E24\u534A\u51E0\u6570";

// --- The tailorings -----------------------------------------------------------------------------

bool digits(const Place& p) { return !p.spaced() && is_digit(p.before()) && is_digit(p.after()); }

bool sign(const Place& p) { return !p.spaced() && is_sign(p.before()) && is_digit(p.after()); }

bool comparison(const Place& p) { return is_comparison(p.before()) && begins_number(p.text, p.next); }

bool range_begins(const Place& p) {
    if (!ends_number(p.before())) return false;
    const bool word = p.spaced() && p.after() == U't' && p.after(1) == U'o' && is_blank(p.after(2));
    if (!word && !is_range_mark(p.after()) && !is_range_word(p.after())) return false;
    return begins_number(p.text, skip_blanks(p.text, p.next + (word ? 2 : 1)));
}

// After the word "to" only before a short number: "1000 to 1200 mg" in one piece leaves half a line of a phone empty.
bool range_goes_on(const Place& p) {
    constexpr std::size_t kShort = 2;  // digits
    if (!begins_number(p.text, p.next)) return false;
    const bool spelt = p.spaced() && p.before() == U'o' && p.before(1) == U't' && is_blank(p.before(2));
    if ((spelt || is_range_word(p.before())) && is_digit(p.after(kShort))) return false;
    if (!spelt && !is_range_mark(p.before()) && !is_range_word(p.before())) return false;
    return number_ends_at(p.text, p.last - (spelt ? 1 : 0));
}

bool measure(const Place& p) { return is_digit(p.before()) && is_ideograph(p.after()); }

bool measure_word(const Place& p) {
    if (p.spaced()) return false;
    for (std::size_t inside = 1; inside < kLongestMeasureWord && inside < p.next; ++inside) {
        const std::size_t begin = p.next - inside;
        std::size_t number = begin;
        while (number > 0 && is_blank(p.text[number - 1])) --number;
        if (number == 0) continue;
        const char32_t before = p.text[number - 1];
        const bool numeral = kChineseNumerals.find(before) != CodePoints::npos;
        if (!is_digit(before) && !numeral) continue;
        const CodePoints rest = p.text.substr(begin);
        for (const CodePoints word : kMeasureWords) {
            if (word.size() > inside && rest.starts_with(word)) return true;
        }
    }
    return false;
}

bool ordinal(const Place& p) {  // di, "number ..."
    return !p.spaced() && p.before() == 0x7B2C && is_digit(p.after());
}

bool unit(const Place& p) { return p.spaced() && is_digit(p.before()) && is_unit(p.text, p.next); }

bool power(const Place& p) {
    const char32_t c = p.before();
    return !p.spaced() && is_raised_or_lowered(p.after()) &&
           (is_letter(c) || is_digit(c) || c == U')' || is_raised_or_lowered(c));
}

bool is_unit_dot(char32_t c) { return c == 0xB7 || c == 0x22C5; }

bool unit_dot(const Place& p) {
    if (p.spaced()) return false;
    if (is_unit_dot(p.before())) return is_letter(p.before(1)) && is_letter(p.after());
    return is_unit_dot(p.after()) && is_letter(p.before()) && is_letter(p.after(1));
}

bool quotient(const Place& p) {
    if (p.spaced() || p.before() != U'/' || p.last == 0) return false;
    const std::size_t left = letters_until(p.text, p.last - 1);
    const std::size_t right = letters_from(p.text, p.next);
    const char32_t c = p.before(1);
    const bool left_unit =
        (left > 0 && left <= kLongestUnit) || is_ideograph(c) || is_digit(c) || is_raised_or_lowered(c);
    return left_unit && ((right > 0 && right <= kLongestUnit) || is_ideograph(p.after()));
}

bool hyphen(const Place& p) {
    if (p.spaced() || (p.before() != U'-' && p.before() != 0x2010)) return false;
    const bool after_letter = is_letter(p.before(1)) && !is_letter(p.before(2));
    const bool before_letter = is_letter(p.before(1)) && letters_from(p.text, p.next) == 1;
    return after_letter || before_letter || is_digit(p.before(1));
}

bool lone_letter(const Place& p) {
    if (p.spaced()) return false;
    if (is_ideograph(p.after())) return is_letter(p.before()) && !is_letter(p.before(1));
    const bool lone = is_ideograph(p.before()) && letters_from(p.text, p.next) == 1;
    return lone && !is_ideograph(p.after(1));  // or it belongs to what follows it
}

bool vitamin(const Place& p) {
    if (p.spaced()) return false;
    constexpr CodePoints kWord = U"\u7EF4\u751F\u7D20";  // weishengsu
    for (std::size_t inside = 1; inside <= kWord.size() && inside <= p.next; ++inside) {
        const CodePoints rest = p.text.substr(p.next - inside);
        if (rest.starts_with(kWord)) return rest.size() > kWord.size() && is_letter(rest[kWord.size()]);
    }
    return false;
}

bool quoted(const Place& p) {
    constexpr std::size_t kLongest = 6;  // characters: the answers that help texts quote
    constexpr CodePoints kMarks = U"\u201C\u201D";
    const std::size_t begin = p.next - std::min(p.next, kLongest + 1);
    const CodePoints around = p.text.substr(begin, 2 * (kLongest + 1));
    const std::size_t open = around.substr(0, p.next - begin).find_last_of(kMarks);
    if (open == CodePoints::npos || around[open] == kMarks[1]) return false;
    const std::size_t close = around.find_first_of(kMarks, open + 1);
    return close != CodePoints::npos && around[close] == kMarks[1] && close - open - 1 <= kLongest;
}

bool foreign(const Place& p) { return !p.chinese && is_ideograph(p.before()) && is_ideograph(p.after()); }

bool apostrophe(const Place& p) {
    return !p.spaced() && p.before() == 0x2019 && is_letter(p.before(1)) && is_letter(p.after());
}

struct Rule {
    Tailoring tailoring;
    Break instead;  // `none` where even a line too narrow for the piece should break elsewhere
    bool (*applies)(const Place&);
};

constexpr Rule kRules[] = {
    {{"digits", "the digits of a number"}, Break::none, digits},
    {{"sign", "a sign and its digits"}, Break::none, sign},
    {{"comparison", "a comparison sign and its number"}, Break::none, comparison},
    {{"range_begins", "a number and the mark of a range or a product"}, Break::none, range_begins},
    {{"range_goes_on", "that mark and the second number, unless it is a word before a long one"},
     Break::avoided,
     range_goes_on},
    {{"measure", "a number and the Chinese measure word after it"}, Break::avoided, measure},
    {{"measure_word", "the characters of a measure word"}, Break::avoided, measure_word},
    {{"ordinal", "the Chinese ordinal prefix and its number"}, Break::avoided, ordinal},
    {{"unit", "a number, a blank and a unit"}, Break::avoided, unit},
    {{"power", "a unit and its power"}, Break::none, power},
    {{"unit_dot", "units joined by a middle dot"}, Break::none, unit_dot},
    {{"quotient", "short words or units on both sides of a slash"}, Break::avoided, quotient},
    {{"hyphen", "a single letter or a number hyphenated to a word"}, Break::avoided, hyphen},
    {{"lone_letter", "a single letter and the ideograph after it, else the one before it"},
     Break::avoided,
     lone_letter},
    {{"vitamin", "the Chinese word for vitamin and its letter"}, Break::avoided, vitamin},
    {{"quoted", "a few characters in quotation marks"}, Break::avoided, quoted},
    {{"foreign", "Chinese words in another language"}, Break::avoided, foreign},
    {{"apostrophe", "the parts of a word with an apostrophe"}, Break::none, apostrophe},
};

const Rule* rule_for(const Place& place) {
    const auto* const rule = std::ranges::find_if(kRules, [&](const Rule& r) { return r.applies(place); });
    return rule == std::end(kRules) ? nullptr : rule;
}

// Within "2022;33:2049-2102", which is too long for some columns, volume and pages may part from the year.
bool parts_citation(CodePoints text, std::size_t next) {
    const char32_t mark = text[next - 1];
    return next >= 2 && (mark == U';' || mark == U':') && is_digit(text[next - 2]) && is_digit(text[next]);
}

// Calls `visit(byte offset, code point index, break, rule)` for each code point but the first.
template <typename Visit>
void examine(std::string_view utf8, std::string_view lang, Visit visit) {
    std::u32string text;
    std::vector<std::size_t> offsets;
    text.reserve(utf8.size());
    offsets.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size();) {
        const auto [c, length] = decode(utf8, i);
        text.push_back(c);
        offsets.push_back(i);
        i += length;
    }

    // UTF-32, not UTF-8: what libunibreak does with a malformed sequence is not defined, what
    // decode() does is.
    const std::vector<utf32_t> units(text.begin(), text.end());
    std::vector<char> after(units.size());
    set_linebreaks_utf32(units.data(), units.size(), is_chinese(lang) ? "zh" : "en", after.data());

    std::size_t last = 0;  // the last character before `next` that is not a blank
    for (std::size_t next = 1; next < text.size(); ++next) {
        if (!is_blank(text[next - 1])) last = next - 1;
        const Rule* rule = nullptr;
        Break here = Break::none;
        if (after[next - 1] == LINEBREAK_MUSTBREAK) {
            here = Break::mandatory;
        } else if (after[next - 1] == LINEBREAK_ALLOWBREAK) {
            rule = rule_for({text, last, next, is_chinese(lang)});
            here = rule != nullptr ? rule->instead : Break::allowed;
        } else if (parts_citation(text, next)) {
            here = Break::avoided;
        }
        visit(offsets[next], here, rule);
    }
}

}  // namespace

std::vector<Break> line_breaks(std::string_view utf8, std::string_view lang) {
    std::vector<Break> breaks(utf8.size() + 1, Break::none);
    examine(utf8, lang, [&](std::size_t at, Break here, const Rule*) { breaks[at] = here; });
    breaks.back() = Break::mandatory;
    return breaks;
}

std::vector<Tailoring> tailorings() {
    std::vector<Tailoring> all;
    for (const Rule& rule : kRules) all.push_back(rule.tailoring);
    return all;
}

std::string_view tailoring_at(std::string_view utf8, std::string_view lang, std::size_t at) {
    std::string_view name;
    examine(utf8, lang, [&](std::size_t offset, Break, const Rule* rule) {
        if (offset == at && rule != nullptr) name = rule->tailoring.name;
    });
    return name;
}

bool is_chinese(std::string_view lang) noexcept {
    const auto is = [](char c, char lower) { return c == lower || c == lower - 'a' + 'A'; };
    return lang.size() >= 2 && is(lang[0], 'z') && is(lang[1], 'h') &&
           (lang.size() == 2 || lang[2] == '-' || lang[2] == '_');
}

}  // namespace selfcheck::ui::text
