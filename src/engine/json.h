// SPDX-License-Identifier: MIT
//
// json.h: the JSON value used throughout, and the one way untrusted text becomes it.
//
// Members keep the order in which they were written, so that printed results are the same bytes
// everywhere. Nothing throws: a syntax error is a value that names its place.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "engine/result.h"

namespace selfcheck::engine {

using Json = nlohmann::ordered_json;

/// Longest text that is parsed at all: 4 MiB. The largest pack is a tenth of it.
inline constexpr std::size_t kMaxJsonBytes = 4u << 20;

/// Deepest nesting that is parsed: a pack uses 8.
inline constexpr int kMaxJsonDepth = 64;

/// Parses one JSON text. Errors name line and column: too long, nested too deep, not UTF-8, a
/// member given twice, or the syntax error itself.
[[nodiscard]] Result<Json> parse_json(std::string_view text);

/// Compact text on one line. Invalid UTF-8 inside strings is replaced, never passed on.
[[nodiscard]] std::string to_text(const Json& json);

/// The same, indented by two spaces, for files that people read.
[[nodiscard]] std::string to_pretty_text(const Json& json);

/// `base` extended by one reference token (RFC 6901): pointer("/answers", "a/b") is
/// "/answers/a~1b".
[[nodiscard]] std::string pointer(std::string_view base, std::string_view token);
[[nodiscard]] std::string pointer(std::string_view base, std::size_t index);

}  // namespace selfcheck::engine
