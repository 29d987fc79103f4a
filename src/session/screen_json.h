// SPDX-License-Identifier: MIT
//
// screen_json.h: Screen and Action as JSON, for JavaScript.
#pragma once

#include <optional>

#include "engine/json.h"
#include "session/action.h"
#include "session/screen.h"

namespace selfcheck::session {

/// Each block becomes {"kind": "choice", ...} with the members it has in screen.h.
[[nodiscard]] engine::Json to_json(const Screen& screen);

/// {"kind": "answer", "id": "sex", "value": "female"}
[[nodiscard]] engine::Json to_json(const Action& action);

/// Nothing when `json` is no Action: not an object, unknown kind, or members that are not strings.
[[nodiscard]] std::optional<Action> action_from_json(const engine::Json& json);

}  // namespace selfcheck::session
