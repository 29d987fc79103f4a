// SPDX-License-Identifier: MIT
#include "engine/lint/text_keys.h"

namespace selfcheck::engine {
namespace {

std::string join(std::initializer_list<std::string_view> path) {
    std::string at;
    for (const auto name : path) at = pointer(at, name);
    return at;
}

void collect(const Json& json, const std::string& at, const std::string& key, std::vector<Text>& texts) {
    if (json.is_object()) {
        for (const auto& [name, value] : json.items()) collect(value, pointer(at, name), pointer(at, name), texts);
    } else if (json.is_array()) {
        for (std::size_t i = 0; i < json.size(); ++i) collect(json[i], pointer(at, i), key, texts);
    } else {
        texts.push_back({at, key, json.is_string() ? json.get<std::string>() : std::string()});
    }
}

}  // namespace

std::vector<Text> texts_of(const Json& language_file) {
    std::vector<Text> texts;
    collect(language_file, "", "", texts);
    return texts;
}

TextKeys::TextKeys(const Pack& pack, const std::vector<Source>& sources) {
    need(TextKind::language, {"language"});
    need(TextKind::title, {"pack", "title"});
    need(TextKind::statement, {"pack", "purpose"});
    need(TextKind::statement, {"pack", "limits"});
    need(TextKind::separator, {"pack", "list_separator"});
    if (!pack.figure.empty()) need(TextKind::alt, {"pack", "alt"});
    add_outcomes(pack);
    for (const auto& section : pack.sections) need(TextKind::name, {"sections", section});
    for (const auto& screen : pack.screens) {
        need(TextKind::title, {"screens", screen.id, "title"});
        allow(TextKind::intro, {"screens", screen.id, "intro"});
    }
    for (const auto& question : pack.questions) add_question(question);
    for (const auto& derived : pack.derived) {
        allow(TextKind::short_name, {"derived", derived.id, "short"});
        allow(TextKind::unit, {"derived", derived.id, "unit"});
    }
    for (const auto& score : pack.scores) {
        need(TextKind::title, {"scores", score.id, "title"});
        need(TextKind::score_text, {"scores", score.id, "text"});
        allow(TextKind::unit, {"scores", score.id, "unit"});
        if (!score.meter) continue;
        for (const auto& band : score.meter->bands) need(TextKind::band, {"scores", score.id, "bands", band.id});
    }
    for (const auto& rule : pack.rules) {
        need(TextKind::title, {"rules", rule.id, "title"});
        need(TextKind::rule_text, {"rules", rule.id, "text"});
        need(TextKind::rule_action, {"rules", rule.id, "action"});
        for (const auto& step : rule.steps) need(TextKind::step, {"steps", step});
    }
    for (const auto& card : pack.cards) {
        need(TextKind::title, {"cards", card.id, "title"});
        need(TextKind::summary, {"cards", card.id, "summary"});
        need(TextKind::paragraph, {"cards", card.id, "body"});
        if (!card.figure.empty()) need(TextKind::alt, {"cards", card.id, "alt"});
        if (card.explore) need(TextKind::label, {"cards", card.id, "explore"});
        for (const auto& step : card.ring) {
            need(TextKind::label, {"cards", card.id, "ring", step.id});
            for (const std::size_t gap : step.gaps)
                need(TextKind::label, {"gaps", pack.plan->diet.gaps[gap].id, "enough"});
        }
    }
    for (const auto& region : pack.regions) need(TextKind::name, {"regions", region.id});
    for (const auto& question : pack.sheet.questions) need(TextKind::ask, {"sheet", "questions", question.id});
    for (const auto& test : pack.sheet.tests) need(TextKind::test, {"sheet", "tests", test.id});
    if (pack.plan) add_plan(*pack.plan);
    for (const Source& source : sources) allow(TextKind::paragraph, {"sources", source.id});
}

void TextKeys::add_outcomes(const Pack& pack) {
    need(TextKind::title, {"outcomes", "self_care", "word"});
    need(TextKind::statement, {"outcomes", "self_care", "text"});
    need(TextKind::plan_item, {"outcomes", "self_care", "steps"});
    if (!pack.applies) return;
    need(TextKind::title, {"outcomes", "not_applicable", "word"});
    need(TextKind::statement, {"outcomes", "not_applicable", "text"});
    need(TextKind::rule_text, {"outcomes", "not_applicable", "advice"});
}

void TextKeys::add_plan(const PlanRules& plan) {
    for (const auto& gate : plan.gates) {
        need(TextKind::title, {"gates", gate.id, "title"});
        need(TextKind::plan_item, {"gates", gate.id, "text"});
    }
    for (const auto& precaution : plan.exercise.precautions) need(TextKind::plan_item, {"precautions", precaution.id});
    for (const auto& move : plan.exercise.moves) {
        need(TextKind::title, {"moves", move.item.id, "title"});
        need(TextKind::move, {"moves", move.item.id, "text"});
        if (!move.figure.empty()) need(TextKind::alt, {"moves", move.item.id, "alt"});
    }
    for (const auto& gap : plan.diet.gaps) {
        need(TextKind::title, {"gaps", gap.id, "title"});
        need(TextKind::label, {"gaps", gap.id, "unit"});  // with the target, if the pack names it
    }
    if (!plan.diet.gaps.empty()) {
        need(TextKind::paragraph, {"diet", "unknown"});
        need(TextKind::paragraph, {"diet", "enough"});
    }
    for (const auto& swap : plan.diet.swaps) need(TextKind::plan_item, {"swaps", swap.item.id});
    if (!plan.rechecks.empty()) need(TextKind::paragraph, {"recheck", "text"});
}

void TextKeys::add_question(const Question& question) {
    need(TextKind::question, {"questions", question.id, "text"});
    need(TextKind::short_name, {"questions", question.id, "short"});
    allow(TextKind::help, {"questions", question.id, "help"});
    if (!question.figure.empty()) need(TextKind::alt, {"questions", question.id, "alt"});
    for (const auto& code : question.options) {
        need(TextKind::label, {"questions", question.id, "options", code, "label"});
        allow(TextKind::hint, {"questions", question.id, "options", code, "hint"});
    }
    if (!question.is_number()) return;
    const bool bare = question.unit == "1";  // UCUM: of a number without a unit, such as a T-score
    if (!bare) need(TextKind::unit, {"questions", question.id, "unit"});
    allow(TextKind::unit, {"questions", question.id, "unit_one"});
    if (question.stopwatch) {
        need(TextKind::plan_item, {"questions", question.id, "stopwatch", "how"});
        need(TextKind::label, {"questions", question.id, "stopwatch", "confirm"});
        need(TextKind::label, {"questions", question.id, "stopwatch", "tap"});
    }
    for (const auto& entry : question.entry) {
        if (question.entry.size() > 1) need(TextKind::unit, {"units", entry.unit});
        for (const auto& part : entry.parts) {
            if (entry.parts.size() > 1) need(TextKind::unit, {"units", part.unit});
        }
    }
    for (const auto& note : question.plausible) need(TextKind::note, {"plausible", note.text});
}

std::optional<TextKind> TextKeys::kind(const std::string& key) const {
    const auto found = kinds_.find(key);
    return found == kinds_.end() ? std::nullopt : std::optional(found->second);
}

void TextKeys::need(TextKind kind, Path path) {
    needed_.insert(join(path));
    allow(kind, path);
}

void TextKeys::allow(TextKind kind, Path path) { kinds_.emplace(join(path), kind); }

}  // namespace selfcheck::engine
