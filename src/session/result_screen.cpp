// SPDX-License-Identifier: MIT
#include <algorithm>

#include "engine/what_if.h"
#include "session/cards_section.h"
#include "session/citations.h"
#include "session/keeping_section.h"
#include "session/navigation.h"
#include "session/plan_section.h"
#include "session/screen_context.h"
#include "session/sheet_section.h"

namespace selfcheck::session {
namespace {

using engine::Assessment;
using engine::Level;
using engine::Wording;

constexpr std::size_t kMaxSteps = 3;
constexpr std::size_t kMostBecause = 4;  // answers behind a finding, before the reader asks for all
constexpr std::size_t kMostOpen = 6;     // answers that are missing, likewise

void add_heading(Screen& screen, const ScreenContext& context, const char* name) {
    context.add_heading(screen, 2, {"result", name}, std::string("heading.") + name);
}

/// How soon to act is said alike in every check; that there is nothing to act on, by each for its subject.
Banner banner_for(const ScreenContext& context, Level level, const std::string& emergency_number) {
    const std::string name(engine::name_of(level));
    if (level < Level::routine) {
        return {"banner", tone_of(level), context.wording.get({"outcomes", name, "word"}),
                context.wording.get({"outcomes", name, "text"})};
    }
    return {"banner", tone_of(level), context.ui({"levels", name, "word"}),
            context.ui({"levels", name, "text"}, {{"emergency_number", emergency_number}})};
}

void add_banner(const ScreenContext& context, Screen& screen) {
    const Level level = context.assessment.guidance;
    const auto& region = engine::region_for(context.pack, context.state.preferences.region, screen.language);
    screen.blocks.push_back(banner_for(context, level, region.emergency));
    if (level != Level::emergency) return;
    context.add_call(screen);
    context.add_elsewhere(screen);
}

void add_steps(const ScreenContext& context, Screen& screen) {
    std::vector<std::string> ids;
    for (const auto& finding : context.assessment.findings) {
        for (const std::string& step : context.pack.rules[finding.rule].steps) {
            if (std::find(ids.begin(), ids.end(), step) == ids.end()) ids.push_back(step);
        }
    }
    if (ids.size() > kMaxSteps) ids.resize(kMaxSteps);
    List steps{"steps", true, {}};
    for (const std::string& id : ids) steps.items.push_back(context.wording.get({"steps", id}));
    if (steps.items.empty()) steps.items = context.wording.list({"outcomes", "self_care", "steps"});
    add_heading(screen, context, "what_to_do");
    screen.blocks.push_back(std::move(steps));
}

/// The result was looked at before the last question: the way on. Whoever needs help now is not asked to go on.
void add_rest(const ScreenContext& context, Screen& screen) {
    if (context.assessment.guidance == Level::emergency) return;
    const auto asked = asked_screens(context.pack, context.assessment, context.state);
    const auto left =
        std::count_if(asked.begin(), asked.end(), [&](std::size_t one) { return one > context.state.position.screen; });
    if (left == 0 || !context.state.ways_back.empty()) return;
    screen.blocks.push_back(Callout{"rest",
                                    Tone::plain,
                                    context.ui({"result", "so_far"}),
                                    {context.ui({"result", "so_far_text"}, {{"steps", std::to_string(left)}})},
                                    {}});
    screen.blocks.push_back(
        Buttons{"rest.go_on",
                {{context.control("next", {"pause", "go_on"}, {ActionKind::next, "", ""}), ButtonRole::secondary}}});
}

/// Leaves the first `most` rows and a control for the rest, unless the reader asked for all.
void fold(const ScreenContext& context, std::size_t most, const std::string& key, std::vector<Answers::Row>& rows,
          std::vector<Control>& more) {
    if (rows.size() <= most + 1 || context.expanded(key)) return;
    more.push_back({key,
                    context.ui({"result", "more"}, {{"count", std::to_string(rows.size() - most)}}),
                    {ActionKind::expand, key, ""},
                    false,
                    false,
                    ""});
    rows.resize(most);
}

/// The host has only some of the sections asked: what was never asked about was not judged.
void add_left_out(const ScreenContext& context, Screen& screen) {
    std::vector<std::string> names;
    for (const std::string& section : context.pack.sections) {
        if (!context.state.preferences.sections.contains(section)) continue;
        names.push_back(context.wording.get({"sections", section}));
    }
    if (names.empty()) return;
    const std::string sections = context.wording.joined(names);
    screen.blocks.push_back(Callout{"left_out",
                                    Tone::plain,
                                    context.ui({"result", "left_out"}),
                                    {context.ui({"result", "left_out_text"}, {{"sections", sections}})},
                                    {}});
}

/// A finding that says as much and more stands in its place.
bool is_covered(const ScreenContext& context, const engine::Rule& rule) {
    return std::ranges::any_of(rule.covered_by, [&](const std::string& id) {
        const auto covering = context.pack.rule_index(id);
        return covering && context.assessment.has_fired(*covering);
    });
}

void add_findings(const ScreenContext& context, Citations& citations, Screen& screen) {
    if (context.assessment.findings.empty()) return;
    add_heading(screen, context, "why");
    for (const auto& found : context.assessment.findings) {
        const auto& rule = context.pack.rules[found.rule];
        if (is_covered(context, rule)) continue;
        Finding finding;
        finding.key = "finding." + rule.id;
        finding.tone = tone_of(rule.level);
        finding.level = context.ui({"levels", std::string(engine::name_of(rule.level)), "short"});
        finding.title = context.wording.get({"rules", rule.id, "title"});
        finding.text = context.wording.get({"rules", rule.id, "text"});
        finding.action = context.wording.get({"rules", rule.id, "action"});
        finding.because_label = context.ui({"result", "because"});
        found.because.for_each(
            [&](std::size_t index) { finding.because.push_back(context.answer_row(index, finding.key + ".")); });
        fold(context, kMostBecause, finding.key + ".all", finding.because, finding.more);
        finding.sources_label = context.ui({"sources", "label"});
        finding.sources = citations.cite(rule.sources);
        screen.blocks.push_back(std::move(finding));
    }
}

/// The one answer that would complete the score, if any single one does.
std::string settling_text(const ScreenContext& context, std::size_t score) {
    const auto question = engine::settling_question(context.pack, context.state.answers, score);
    if (!question) return {};
    return context.ui(
        {"result", "settles"},
        {{"question", context.wording.get({"questions", context.pack.questions[*question].id, "short"})}});
}

void add_scores(const ScreenContext& context, Screen& screen) {
    std::vector<Block> meters;
    for (const auto& value : context.assessment.scores) {
        const auto& score = context.pack.scores[value.score];
        if (!value.number || !score.meter) continue;
        Meter meter;
        meter.key = "score." + score.id;
        meter.title = context.wording.get({"scores", score.id, "title"});
        meter.value = value.number->to_double();
        meter.min = score.meter->min.to_double();
        meter.max = score.meter->max.to_double();
        meter.value_text = context.score_text(value);
        engine::Decimal from = score.meter->min;
        for (const auto& band : score.meter->bands) {
            const auto level = engine::rule_level_from(band.level);
            const Tone tone = level ? tone_of(*level) : Tone::self_care;
            const auto alike = std::ranges::count(meter.bands, tone, &Meter::Band::tone);
            meter.bands.push_back({.from = from.to_double(),
                                   .to = band.to.to_double(),
                                   .label = context.wording.get({"scores", score.id, "bands", band.id}),
                                   .tone = tone,
                                   .pale = alike % 2 == 1});
            from = band.to;
        }
        meter.current = static_cast<int>(score.meter->band_of(*value.number));
        meter.text = context.wording.get({"scores", score.id, "text"});
        if (value.range) meter.text += settling_text(context, value.score);
        meters.push_back(std::move(meter));
    }
    if (meters.empty()) return;
    add_heading(screen, context, "numbers");
    for (Block& meter : meters) screen.blocks.push_back(std::move(meter));
}

/// What could not be judged, one line a missing answer, the one that could matter most first. Nothing of it matters
/// while help is needed now.
void add_undetermined(const ScreenContext& context, Screen& screen) {
    if (context.assessment.guidance == Level::emergency) return;
    struct Missing {
        std::size_t question;
        Level level;
    };
    std::vector<Missing> missing;
    const auto asked = asked_questions(context.pack, context.assessment, context.state);
    for (const auto& open : context.assessment.undetermined) {  // most urgent first
        open.missing.for_each([&](std::size_t question) {
            const bool known = std::any_of(missing.begin(), missing.end(),
                                           [&](const Missing& one) { return one.question == question; });
            if (!known && asked[question]) missing.push_back({question, context.pack.rules[open.rule].level});
        });
    }
    if (missing.empty()) return;
    add_heading(screen, context, "open");
    screen.blocks.push_back(Paragraph{"open.intro", context.ui({"result", "open_intro"}), Tone::plain});
    Answers rows{"open.questions", {}};
    for (const Missing& one : missing) {
        Answers::Row row = context.answer_row(one.question, "open.");
        row.answer = context.ui({"result", "open_item"},
                                {{"level", context.ui({"levels", std::string(engine::name_of(one.level)), "word"})}});
        rows.rows.push_back(std::move(row));
    }
    std::vector<Control> more;
    fold(context, kMostOpen, "open.all", rows.rows, more);
    screen.blocks.push_back(std::move(rows));
    for (Control& one : more) screen.blocks.push_back(Buttons{"open.more", {{std::move(one), ButtonRole::quiet}}});
}

/// What the reader could do that would lower the guidance: for each level it could come to a few ways, any one of which
/// is enough.
void add_what_if(const ScreenContext& context, Screen& screen) {
    constexpr std::size_t kMostWays = 3;
    const auto changes = engine::what_reader_could_change(context.pack, context.state.answers);
    if (changes.empty()) return;
    add_heading(screen, context, "what_if");
    screen.blocks.push_back(Paragraph{"what_if.intro", context.ui({"result", "what_if_intro"}), Tone::plain});
    for (const Level level : {Level::self_care, Level::routine, Level::soon, Level::urgent}) {
        std::vector<std::string> items;
        for (const engine::Change& change : changes) {
            if (change.level != level || items.size() == kMostWays) continue;
            items.push_back(context.ui(
                {"result", "what_if_item"},
                {{"question", context.wording.get({"questions", context.pack.questions[change.question].id, "short"})},
                 {"answer", context.wording.answer(change.question, change.value())}}));
        }
        if (items.empty()) continue;
        const std::string name(engine::name_of(level));
        const std::string key = "what_if." + name;
        screen.blocks.push_back(
            Paragraph{key,
                      context.ui({"result", items.size() == 1 ? "what_if_one" : "what_if_any"},
                                 {{"level", level < Level::routine ? context.wording.get({"outcomes", name, "word"})
                                                                   : context.ui({"levels", name, "word"})}}),
                      Tone::plain});
        screen.blocks.push_back(List{key + ".ways", false, std::move(items)});
    }
}

void add_end(const ScreenContext& context, Screen& screen) {
    screen.blocks.push_back(Callout{
        "limits", Tone::plain, context.ui({"result", "limits"}), {context.wording.get({"pack", "limits"})}, {}});
    add_keeping(context, screen);
    add_privacy(context, screen);
    Buttons buttons{"end", {}};
    buttons.buttons.push_back(
        {context.control("review", {"question", "review"}, {ActionKind::go, "", "review"}), ButtonRole::secondary});
    buttons.buttons.push_back(
        {context.control("print", {"result", "print"}, {ActionKind::print, "", "result"}), ButtonRole::secondary});
    if (screen.shared_minutes == 0) {  // a file would stay behind
        buttons.buttons.push_back(
            {context.control("save", {"result", "save"}, {ActionKind::save_result, "", ""}), ButtonRole::secondary});
    }
    buttons.buttons.push_back(
        {context.control("back", {"question", "back"}, {ActionKind::back, "", ""}), ButtonRole::secondary});
    buttons.buttons.push_back(
        {context.control("restart", {"result", "restart"}, {ActionKind::erase, "", ""}), ButtonRole::quiet});
    screen.blocks.push_back(std::move(buttons));
    add_offline(context, screen);
}

void add_version(const ScreenContext& context, Screen& screen) {
    const auto& pack = context.pack;
    screen.blocks.push_back(Paragraph{
        "version",
        context.ui({"result", "version"},
                   {{"title", context.wording.get({"pack", "title"})}, {"id", pack.id}, {"version", pack.version}}) +
            context.ui({"plan", "sentence_gap"}) + context.ui({"review", pack.review_status}),
        Tone::muted});
    if (context.state.preferences.today <= pack.review_by) return;  // "" before any date
    const std::string due = context.date_text(*engine::date_from(pack.review_by));
    screen.blocks.push_back(Callout{"review.overdue",
                                    Tone::routine,
                                    context.ui({"review", "overdue"}),
                                    {context.ui({"review", "overdue_text"}, {{"date", due}})},
                                    {}});
}

}  // namespace

Screen result_screen(const ScreenContext& context) {
    Screen screen = context.new_screen("result");
    const Level level = context.assessment.guidance;
    const std::string title = context.ui({"result", "title"});
    screen.title = title + " - " + context.wording.get({"pack", "title"});
    screen.blocks.push_back(Heading{"title", 1, title});
    add_banner(context, screen);
    if (level == Level::not_applicable) {
        screen.blocks.push_back(
            Paragraph{"not_applicable", context.wording.get({"outcomes", "not_applicable", "advice"}), Tone::plain});
        add_end(context, screen);
        return screen;
    }
    Citations citations(context);
    add_steps(context, screen);
    add_rest(context, screen);
    add_left_out(context, screen);
    add_findings(context, citations, screen);
    add_scores(context, screen);
    add_cards(context, citations, screen);
    add_plan(context, citations, screen);
    add_sheet(context, citations, screen);
    add_undetermined(context, screen);
    add_what_if(context, screen);
    if (Sources sources = citations.block(); !sources.entries.empty()) {
        add_heading(screen, context, "sources");
        screen.blocks.push_back(std::move(sources));
    }
    add_version(context, screen);
    add_end(context, screen);
    return screen;
}

}  // namespace selfcheck::session
