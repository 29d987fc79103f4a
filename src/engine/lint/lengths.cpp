// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "engine/lint/characters.h"
#include "engine/lint/checks.h"
#include "engine/texts.h"

namespace selfcheck::engine::lint_checks {
namespace {

/// How many characters a text may have. A phone of 360 px has about 17 Chinese or 36 Latin
/// characters of 18 px on a line, and 12 or 27 of a heading.
struct Budget {
    TextKind kind;
    std::size_t chinese;
    std::size_t latin;
};

// clang-format off
constexpr std::array kBudgets{
    Budget{TextKind::language,     20,  20},  // a BCP 47 name
    Budget{TextKind::separator,     3,   3},  // stands between two items
    Budget{TextKind::unit,          8,  16},  // beside the number field, on its line
    Budget{TextKind::name,         17,  40},  // one line of a list or of the progress
    Budget{TextKind::band,          8,  20},  // under its part of a meter
    Budget{TextKind::title,        24,  54},  // two lines of a heading
    Budget{TextKind::statement,    85, 252},  // seven lines: the start button stays in sight
    Budget{TextKind::intro,        51, 162},  // below the title, above the first question
    Budget{TextKind::question,     34,  81},  // three lines of a heading: answers stay in sight
    Budget{TextKind::short_name,   17,  36},  // one line in the list of answers
    Budget{TextKind::help,         68, 222},  // six lines: the field it explains stays in sight
    Budget{TextKind::label,        28,  62},  // two lines of a tile, ten tiles on a screen
    Budget{TextKind::hint,         90, 180},  // five smaller lines: medicines in two scripts
    Budget{TextKind::note,         51, 150},  // beside the field, above the button to go on
    Budget{TextKind::score_text,  110, 310},  // below its meter, on the same screen
    Budget{TextKind::rule_text,   112, 330},  // nine lines: a finding fills one screen
    Budget{TextKind::rule_action, 102, 306},  // eight lines, as above
    Budget{TextKind::step,         34,  90},  // one of three, read standing up
    Budget{TextKind::summary,      34, 108},  // all that a folded card shows
    Budget{TextKind::paragraph,   102, 300},  // eight lines, then the eye wants a rest
    Budget{TextKind::plan_item,    85, 216},  // one of a list, a few lines each
    Budget{TextKind::move,        102, 306},  // eight lines beside the picture, read while moving
    Budget{TextKind::ask,          51, 110},  // one line of the printed sheet
    Budget{TextKind::test,         85, 216},  // two lines of the printed sheet
    Budget{TextKind::alt,          60, 160},  // listened to, not skimmed
};
// clang-format on

const Budget& budget_for(TextKind kind) {
    static_assert(kBudgets.size() == static_cast<std::size_t>(TextKind::alt) + 1);
    return kBudgets[static_cast<std::size_t>(kind)];
}

constexpr bool in_order_of_kinds() {
    for (std::size_t i = 0; i < kBudgets.size(); ++i) {
        if (kBudgets[i].kind != static_cast<TextKind>(i)) return false;
    }
    return true;
}
static_assert(in_order_of_kinds());

/// What stands in for a {name}: a number of four digits, about as long as they get.
std::string filled_in(std::string_view) { return "0000"; }

std::size_t length_of(const Text& text, Voice voice) {
    return code_points(fill(voiced(text.words, voice), filled_in)).size();
}

}  // namespace

void check_lengths(const Context& context) {
    for (const auto& [language, texts] : context.bundle.texts) {
        for (const Text& text : texts_of(texts.json())) {
            const auto kind = context.keys.kind(text.key);
            if (!kind) continue;
            const std::size_t length = std::max(length_of(text, Voice::self), length_of(text, Voice::other));
            const Budget& budget = budget_for(*kind);
            const std::size_t most = is_chinese_language(language) ? budget.chinese : budget.latin;
            if (length <= most) continue;
            context.add(language + ".json", text.at,
                        "has " + std::to_string(length) + " characters; shorten it to " + std::to_string(most));
        }
    }
}

}  // namespace selfcheck::engine::lint_checks
