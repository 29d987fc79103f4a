// SPDX-License-Identifier: MIT
#include "session/navigation.h"

#include <algorithm>

namespace selfcheck::session {
namespace {

using engine::Assessment;
using engine::EntryUnit;
using engine::Level;
using engine::Pack;
using engine::Question;

bool lists(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_over(const Assessment& assessment) { return assessment.guidance == Level::not_applicable; }

}  // namespace

bool is_included(const Pack& pack, const State& state, std::size_t screen) {
    const auto& sections = state.preferences.sections;
    return sections.empty() || pack.screens[screen].always || sections.contains(pack.screens[screen].section);
}

std::vector<std::size_t> asked_screens(const Pack& pack, const Assessment& assessment, const State& state) {
    std::vector<std::size_t> screens;
    for (std::size_t i = 0; i < pack.screens.size(); ++i) {
        if (!is_included(pack, state, i)) continue;
        const auto& questions = pack.screens[i].questions;
        const bool any =
            std::any_of(questions.begin(), questions.end(), [&](std::size_t q) { return assessment.asked[q]; });
        if (any) screens.push_back(i);
    }
    return screens;
}

std::vector<bool> asked_questions(const Pack& pack, const Assessment& assessment, const State& state) {
    std::vector<bool> asked(pack.questions.size());
    for (const std::size_t screen : asked_screens(pack, assessment, state)) {
        for (const std::size_t question : pack.screens[screen].questions) asked[question] = assessment.asked[question];
    }
    return asked;
}

/// The screen after which the check pauses on the way from `from` to the later `to`.
std::optional<std::size_t> pause_between(const Pack& pack, std::size_t from, std::size_t to) {
    for (std::size_t screen = from; screen < to; ++screen) {
        if (pack.screens[screen].pause_after) return screen;
    }
    return std::nullopt;
}

std::vector<std::size_t> open_alerts(const Pack& pack, const Assessment& assessment, const State& state) {
    std::vector<std::size_t> rules;
    for (const auto& finding : assessment.findings) {
        const auto& rule = pack.rules[finding.rule];
        if (rule.level >= Level::urgent && !state.acknowledged.contains(rule.id)) rules.push_back(finding.rule);
    }
    return rules;
}

bool screen_is_complete(const State& state, const engine::Bundle& bundle, const Assessment& assessment,
                        std::size_t screen) {
    const Pack& pack = bundle.pack;
    const auto& questions = pack.screens[screen].questions;
    return std::all_of(questions.begin(), questions.end(), [&](std::size_t index) {
        const Question& question = pack.questions[index];
        if (!assessment.asked[index] || state.answers.answered(index)) return true;
        if (question.required) return false;
        if (!question.is_number() || state.skipped.contains(question.id)) return true;
        const Draft draft = draft_of(state, bundle, index);
        const auto names = unit_names(bundle, question, state.preferences.language);
        return understand(question, draft, names).fault == EntryFault::empty;
    });
}

Position position_after(const Pack& pack, const Assessment& assessment, const State& state) {
    const bool leaves_screen = state.position.place == Place::question || state.position.place == Place::alert;
    if (leaves_screen && !open_alerts(pack, assessment, state).empty()) return {Place::alert, state.position.screen};
    if (is_over(assessment)) return {Place::result, state.position.screen};
    const std::size_t first = state.position.place == Place::welcome ? 0 : state.position.screen + 1;
    for (const std::size_t screen : asked_screens(pack, assessment, state)) {
        const bool before_wanted = state.wanted && screen < *state.wanted && !pack.screens[screen].always;
        if (screen < first || before_wanted) continue;
        if (state.wanted) return {Place::question, screen};
        const auto pause = pause_between(pack, leaves_screen ? state.position.screen : first, screen);
        return pause ? Position{Place::pause, *pause} : Position{Place::question, screen};
    }
    return {Place::result, state.position.screen};
}

Position position_before(const Pack& pack, const Assessment& assessment, const State& state) {
    if (state.position.place == Place::alert) return {Place::question, state.position.screen};
    const bool from_question = state.position.place == Place::question;
    Position before{Place::welcome, 0};
    for (const std::size_t screen : asked_screens(pack, assessment, state)) {
        if (screen > state.position.screen || (from_question && screen == state.position.screen)) {
            // A result that was looked at between two parts, or the first question of a part.
            const auto pause = pause_between(pack, before.screen, screen);
            const bool passed_pause = state.position.place != Place::pause && before.place == Place::question && pause;
            return passed_pause ? Position{Place::pause, *pause} : before;
        }
        before = {Place::question, screen};
        if (is_over(assessment)) break;  // the check ended on its first screen
    }
    return before;
}

std::vector<std::size_t> screens_of_part(const Pack& pack, const Assessment& assessment, const State& state,
                                         std::size_t screen) {
    std::vector<std::size_t> part;
    for (const std::size_t one : asked_screens(pack, assessment, state)) {
        const bool same = one <= screen ? !pause_between(pack, one, screen) : !pause_between(pack, screen, one);
        if (same) part.push_back(one);
    }
    return part;
}

std::vector<UnitName> unit_names(const engine::Bundle& bundle, const Question& question, std::string_view language) {
    std::vector<UnitName> names;
    const auto texts = bundle.texts.find(language);
    for (const EntryUnit& entry : question.entry) {
        names.push_back({entry.unit, entry.unit});
        if (texts == bundle.texts.end()) continue;
        names.push_back({texts->second.get({"units", entry.unit}), entry.unit});
    }
    if (texts != bundle.texts.end()) {
        names.push_back({texts->second.get({"questions", question.id, "unit"}), question.unit});
    }
    return names;
}

Draft draft_of(const State& state, const engine::Bundle& bundle, std::size_t index) {
    const auto draft = state.drafts.find(index);
    if (draft != state.drafts.end()) return draft->second;
    const std::string& language = state.preferences.language;
    const Question& question = bundle.pack.questions[index];
    const auto own = std::find_if(question.entry.begin(), question.entry.end(),
                                  [&](const EntryUnit& unit) { return lists(unit.default_for, language); });
    return {own == question.entry.end() ? question.entry.front().unit : own->unit, {}, false};
}

}  // namespace selfcheck::session
