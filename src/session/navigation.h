// SPDX-License-Identifier: MIT
//
// navigation.h: skip logic: which screen comes next, which before, and how far along the reader is.
#pragma once

#include <optional>
#include <vector>

#include "engine/assess.h"
#include "engine/pack.h"
#include "session/session.h"

namespace selfcheck::session {

/// Whether the host has the screen's section asked, or it always is.
[[nodiscard]] bool is_included(const engine::Pack& pack, const State& state, std::size_t screen);

/// Screens that are included and have at least one question that is asked, in order.
[[nodiscard]] std::vector<std::size_t> asked_screens(const engine::Pack& pack, const engine::Assessment& assessment,
                                                     const State& state);

/// By question: whether it is asked, on one of these screens.
[[nodiscard]] std::vector<bool> asked_questions(const engine::Pack& pack, const engine::Assessment& assessment,
                                                const State& state);

/// Those of them that belong to the same part of the check as `screen`: parts end where the check pauses.
[[nodiscard]] std::vector<std::size_t> screens_of_part(const engine::Pack& pack, const engine::Assessment& assessment,
                                                       const State& state, std::size_t screen);

/// Rules that interrupt the check: fired, emergency or urgent, and not yet acknowledged.
[[nodiscard]] std::vector<std::size_t> open_alerts(const engine::Pack& pack, const engine::Assessment& assessment,
                                                   const State& state);

/// Required questions of the screen that have no answer, and numbers typed that are not understood.
[[nodiscard]] bool screen_is_complete(const State& state, const engine::Bundle& bundle,
                                      const engine::Assessment& assessment, std::size_t screen);

[[nodiscard]] Position position_after(const engine::Pack& pack, const engine::Assessment& assessment,
                                      const State& state);
[[nodiscard]] Position position_before(const engine::Pack& pack, const engine::Assessment& assessment,
                                       const State& state);

/// Words that may follow a typed number, in the reader's language: "kg", "jin".
[[nodiscard]] std::vector<UnitName> unit_names(const engine::Bundle& bundle, const engine::Question& question,
                                               std::string_view language);

/// The draft as it is, or a fresh one in the language's own unit.
[[nodiscard]] Draft draft_of(const State& state, const engine::Bundle& bundle, std::size_t question);

}  // namespace selfcheck::session
