// SPDX-License-Identifier: MIT
#include "session/screen_builder.h"

#include "session/screen_context.h"

namespace selfcheck::session {

using engine::Level;

namespace {

constexpr const char* kDisplayKey = "display";

}  // namespace

ScreenContext::ScreenContext(const engine::Bundle& bundle_in, const State& state_in,
                             const engine::Assessment& assessment_in)
    : bundle(bundle_in),
      pack(bundle_in.pack),
      state(state_in),
      assessment(assessment_in),
      wording(bundle_in, assessment_in, bundle_in.texts.find(state_in.preferences.language)->second,
              state_in.preferences.voice, state_in.preferences.region),
      interface_(bundle_in.interfaces.find(state_in.preferences.language)->second) {}

std::string ScreenContext::ui(std::initializer_list<std::string_view> path) const {
    return engine::voiced(interface_.get(path), state.preferences.voice);
}

std::string ScreenContext::ui(std::initializer_list<std::string_view> path,
                              const std::map<std::string, std::string, std::less<>>& values) const {
    return engine::fill(ui(path), [&](std::string_view name) {
        const auto value = values.find(name);
        return value == values.end() ? std::string() : value->second;
    });
}

Control ScreenContext::control(std::string key, std::initializer_list<std::string_view> label, Action action) const {
    return {std::move(key), ui(label), std::move(action), false, false, ""};
}

void ScreenContext::add_heading(Screen& screen, int level, std::initializer_list<std::string_view> text,
                                std::string key) const {
    screen.blocks.push_back(Heading{std::move(key), level, ui(text)});
}

void ScreenContext::add_picture(Screen& screen) const {
    if (pack.figure.empty()) return;
    screen.blocks.push_back(Figure{"hero", pack.figure, wording.get({"pack", "alt"})});
}

std::string ScreenContext::date_text(engine::Date date) const {
    const auto number = [](auto part) { return std::to_string(static_cast<unsigned>(part)); };
    return ui({"date"}, {{"year", std::to_string(static_cast<int>(date.year()))},
                         {"month", ui({"months", number(date.month())})},
                         {"day", number(date.day())}});
}

std::string ScreenContext::score_text(const engine::ScoreValue& value) const {
    if (!value.number) return {};
    if (value.range && value.range->min != value.range->max) {
        return ui({"result", "range"}, {{"min", engine::Wording::number(value.range->min)},
                                        {"max", engine::Wording::number(value.range->max)}});
    }
    const std::string unit = wording.get({"scores", pack.scores[value.score].id, "unit"});
    return engine::Wording::measure(*value.number, unit);
}

std::string ScreenContext::covers_of(std::string_view id) const {
    std::string facts;
    for (const auto& card : pack.cards) {
        if (card.id != id) continue;
        for (const std::string& fact : card.covers) facts += (facts.empty() ? "" : ", ") + fact;
    }
    return facts.empty() ? facts : ui({"sources", "facts"}, {{"facts", facts}});
}

Toolbar ScreenContext::toolbar() const {
    Toolbar bar;
    bar.key = "toolbar";
    Toolbar::Group languages{ui({"toolbar", "language"}), {}};
    for (const std::string& language : pack.languages) {
        const auto texts = bundle.interfaces.find(language);
        if (texts == bundle.interfaces.end()) continue;
        Control one{"language." + language,
                    texts->second.get({"language_name"}),
                    {ActionKind::set_language, "", language},
                    language == state.preferences.language,
                    false,
                    ""};
        languages.controls.push_back(std::move(one));
    }
    Toolbar::Group sizes{ui({"toolbar", "text_size"}), {}};
    const int now = state.preferences.text_percent;
    int smaller = 0;
    int larger = 0;
    for (const int percent : kTextPercents) {
        if (percent < now) smaller = percent;
        if (percent > now && larger == 0) larger = percent;
    }
    const auto size = [&](const char* key, const char* label, int percent) {
        Control one = control(key, {"toolbar", label}, {ActionKind::set_text_size, "", std::to_string(percent)});
        one.disabled = percent == 0;
        sizes.controls.push_back(std::move(one));
    };
    size("text.smaller", "smaller", smaller);
    size("text.larger", "larger", larger);
    Toolbar::Group more{ui({"toolbar", "more"}), {}};
    more.controls.push_back(control(kDisplayKey, {"toolbar", "display"}, {ActionKind::expand, kDisplayKey, ""}));
    more.controls.back().selected = expanded(kDisplayKey);
    bar.groups = {std::move(languages), std::move(sizes), std::move(more)};
    return bar;
}

Toolbar ScreenContext::display_bar() const {
    Toolbar bar;
    bar.key = "display.bar";
    Toolbar::Group themes{ui({"toolbar", "theme"}), {}};
    for (const char* theme : {"auto", "light", "dark"}) {
        Control one = control(std::string("theme.") + theme, {"toolbar", theme}, {ActionKind::set_theme, "", theme});
        one.selected = state.preferences.theme == theme;
        themes.controls.push_back(std::move(one));
    }
    const bool other = state.preferences.voice == engine::Voice::other;
    Toolbar::Group voices{ui({"toolbar", "voice"}), {}};
    for (const char* voice : {"self", "other"}) {
        Control one = control(std::string("voice.") + voice, {"toolbar", voice}, {ActionKind::set_voice, "", voice});
        one.selected = other == (std::string_view(voice) == "other");
        voices.controls.push_back(std::move(one));
    }
    const bool contrast = state.preferences.contrast;
    Toolbar::Group strength{ui({"toolbar", "contrast"}), {}};
    strength.controls.push_back(
        control("contrast", {"toolbar", "contrast_on"}, {ActionKind::set_contrast, "", contrast ? "off" : "on"}));
    strength.controls.back().selected = contrast;
    const bool text_view = state.preferences.text_view;
    Toolbar::Group view{ui({"toolbar", "view"}), {}};
    view.controls.push_back(
        control("text.view", {"toolbar", "text_view"}, {ActionKind::set_text_view, "", text_view ? "off" : "on"}));
    view.controls.back().selected = text_view;
    Toolbar::Group standard{ui({"toolbar", "text_size"}), {}};
    standard.controls.push_back(
        control("text.standard", {"toolbar", "standard"}, {ActionKind::set_text_size, "", "100"}));
    standard.controls.back().disabled = state.preferences.text_percent == 100;
    bar.groups = {std::move(themes), std::move(strength), std::move(standard), std::move(view), std::move(voices)};
    return bar;
}

Screen ScreenContext::new_screen(std::string id) const {
    Screen screen;
    screen.id = std::move(id);
    screen.language = state.preferences.language;
    screen.text_percent = state.preferences.text_percent;
    screen.theme = state.preferences.theme;
    screen.contrast = state.preferences.contrast;
    screen.text_view = state.preferences.text_view;
    screen.keep = state.preferences.keep == Keep::yes;
    screen.shared_minutes = state.preferences.shared == Shared::yes ? kSharedMinutes : 0;
    screen.blocks.push_back(toolbar());
    if (expanded(kDisplayKey)) screen.blocks.push_back(display_bar());
    return screen;
}

Choice ScreenContext::region_choice() const {
    Choice choice;
    choice.key = "region";
    choice.legend = ui({"alert", "region"});
    const std::string& chosen = engine::region_for(pack, state.preferences.region, state.preferences.language).id;
    for (const auto& region : pack.regions) {
        Control control{"region." + region.id,
                        wording.get({"regions", region.id}),
                        {ActionKind::set_region, "", region.id},
                        region.id == chosen,
                        false,
                        ""};
        choice.options.push_back({std::move(control), region.emergency});
    }
    return choice;
}

void ScreenContext::add_call(Screen& screen) const {
    const std::string& number = engine::region_for(pack, state.preferences.region, screen.language).emergency;
    Control call{
        "call",         ui({"alert", "call"}, {{"number", number}}), {ActionKind::commit, "", ""}, false, false,
        "tel:" + number};
    screen.blocks.push_back(Buttons{"calling", {{std::move(call), ButtonRole::primary}}});
}

void ScreenContext::add_elsewhere(Screen& screen) const {
    Control elsewhere = control("regions", {"alert", "elsewhere"}, {ActionKind::expand, "regions", ""});
    elsewhere.selected = expanded("regions");
    const bool open = elsewhere.selected;
    screen.blocks.push_back(Buttons{"elsewhere", {{std::move(elsewhere), ButtonRole::quiet}}});
    if (open) screen.blocks.push_back(region_choice());
}

Answers::Row ScreenContext::answer_row(std::size_t question, const std::string& prefix) const {
    const std::string& id = pack.questions[question].id;
    const std::string name = wording.get({"questions", id, "short"});
    Answers::Row row{prefix + id, name, wording.answer(question), state.answers.answered(question), {}};
    if (!row.answered) row.answer = ui({"answers", state.skipped.contains(id) ? "not_sure" : "open"});
    row.change.push_back({row.key + ".change",
                          ui({"question", row.answered ? "change" : "answer_now"}, {{"question", name}}),
                          {ActionKind::go, "", id},
                          false,
                          false,
                          ""});
    return row;
}

Tone tone_of(Level level) {
    switch (level) {
        case Level::emergency:
            return Tone::emergency;
        case Level::urgent:
            return Tone::urgent;
        case Level::soon:
            return Tone::soon;
        case Level::routine:
            return Tone::routine;
        case Level::self_care:
            return Tone::self_care;
        case Level::not_applicable:
            return Tone::plain;
    }
    return Tone::plain;
}

std::string minutes_for(std::size_t screens) {
    constexpr std::size_t kScreensPerMinute = 3;  // read and answered without haste
    return std::to_string((screens + kScreensPerMinute - 1) / kScreensPerMinute);
}

Screen build_screen(const engine::Bundle& bundle, const State& state, bool can_undo) {
    engine::Assessor assessor(bundle.pack);
    const ScreenContext context(bundle, state, assessor.assess(state.answers));
    switch (state.position.place) {
        case Place::welcome:
            return welcome_screen(context);
        case Place::question:
            return question_screen(context, can_undo);
        case Place::alert:
            return alert_screen(context);
        case Place::pause:
            return pause_screen(context);
        case Place::review:
            return review_screen(context);
        case Place::result:
            return result_screen(context);
    }
    return welcome_screen(context);
}

Screen build_paper(const engine::Bundle& bundle, const State& state, Paper paper) {
    engine::Assessor assessor(bundle.pack);
    if (paper == Paper::sheet) return sheet_screen({bundle, state, assessor.assess(state.answers)});
    State blank(bundle.pack);
    blank.preferences = state.preferences;
    return form_screen({bundle, blank, assessor.assess(blank.answers)});
}

}  // namespace selfcheck::session
