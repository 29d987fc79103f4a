// SPDX-License-Identifier: MIT
//
// assess_stream.h: `selfcheck assess`: one answer set, or one a line (NDJSON) in constant memory.
#pragma once

#include <iosfwd>
#include <string_view>

#include "engine/bundle.h"

namespace selfcheck::cli {

/// Reads `in` and writes one result a line to `out`, errors to `errors` with their place. When the first
/// line is a whole JSON text the input is NDJSON and a faulty line stops nothing: its place in `out` is
/// taken by {"errors": […]}. Otherwise the whole input is one JSON text.
/// Returns whether every input was right.
bool assess_stream(const engine::Bundle& bundle, std::string_view language, engine::Voice voice, std::istream& in,
                   std::ostream& out, std::ostream& errors);

}  // namespace selfcheck::cli
