// SPDX-License-Identifier: MIT
//
// screen_context.h: what every screen is built from, and the parts that several screens share.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/assess.h"
#include "engine/bundle.h"
#include "engine/dates.h"
#include "engine/wording.h"
#include "session/screen.h"
#include "session/session.h"

namespace selfcheck::session {

class ScreenContext {
public:
    ScreenContext(const engine::Bundle& bundle, const State& state, const engine::Assessment& assessment);

    const engine::Bundle& bundle;
    const engine::Pack& pack;
    const State& state;
    const engine::Assessment& assessment;
    const engine::Wording wording;  // the pack's texts

    /// A text of the program itself.
    [[nodiscard]] std::string ui(std::initializer_list<std::string_view> path) const;
    /// The same with {name} replaced.
    [[nodiscard]] std::string ui(std::initializer_list<std::string_view> path,
                                 const std::map<std::string, std::string, std::less<>>& values) const;

    /// A control that is labelled by the program.
    [[nodiscard]] Control control(std::string key, std::initializer_list<std::string_view> label, Action action) const;

    /// `level` 2 begins a part of the page, 3 a part of that.
    void add_heading(Screen& screen, int level, std::initializer_list<std::string_view> text, std::string key) const;

    /// The pack's own picture, where it has one.
    void add_picture(Screen& screen) const;

    /// "25 November 2026", as this language writes it.
    [[nodiscard]] std::string date_text(engine::Date date) const;

    /// The number that stands for a score, with its unit; what it may still become while it is incomplete. "" without
    /// one.
    [[nodiscard]] std::string score_text(const engine::ScoreValue& value) const;

    /// "Facts covered: S1, S5": the facts that the card of this id carries; "" when there is none.
    [[nodiscard]] std::string covers_of(std::string_view card) const;

    [[nodiscard]] bool expanded(const std::string& key) const { return state.expanded.contains(key); }

    [[nodiscard]] Toolbar toolbar() const;
    /// What is seldom changed: shown below the toolbar while it is unfolded.
    [[nodiscard]] Toolbar display_bar() const;
    [[nodiscard]] Screen new_screen(std::string id) const;
    [[nodiscard]] Choice region_choice() const;

    /// The button that calls the emergency number where the reader is.
    void add_call(Screen& screen) const;

    /// The way to the number of another place, which the button then calls.
    void add_elsewhere(Screen& screen) const;
    /// A question and its answer; keys begin with `prefix`.
    [[nodiscard]] Answers::Row answer_row(std::size_t question, const std::string& prefix) const;

private:
    const engine::Texts& interface_;
};

[[nodiscard]] Tone tone_of(engine::Level level);

/// What answering so many screens takes most readers, in whole minutes: "3".
[[nodiscard]] std::string minutes_for(std::size_t screens);

[[nodiscard]] Screen welcome_screen(const ScreenContext& context);
[[nodiscard]] Screen question_screen(const ScreenContext& context, bool can_undo);
[[nodiscard]] Screen pause_screen(const ScreenContext& context);
[[nodiscard]] Screen review_screen(const ScreenContext& context);
[[nodiscard]] Screen alert_screen(const ScreenContext& context);
[[nodiscard]] Screen result_screen(const ScreenContext& context);
/// For a printer: the page for the doctor alone, and every question to be answered with a pen.
[[nodiscard]] Screen sheet_screen(const ScreenContext& context);
[[nodiscard]] Screen form_screen(const ScreenContext& context);

}  // namespace selfcheck::session
