// SPDX-License-Identifier: MIT
//
// result_json.h: an Assessment as the JSON that the CLI prints, the headless module returns and the page
// saves: the same bytes for the same answers, natively and in WebAssembly.
#pragma once

#include <string>
#include <string_view>

#include "engine/assess.h"
#include "engine/bundle.h"
#include "engine/json.h"

namespace selfcheck::engine {

/// On one line. `language` is one of the pack's, and adds the texts, said to the reader or of another person; with ""
/// the result has ids and numbers only.
[[nodiscard]] std::string result_text(const Bundle& bundle, const Assessment& assessment, std::string_view language,
                                      Voice voice = Voice::self);
[[nodiscard]] Json result_to_json(const Bundle& bundle, const Assessment& assessment, std::string_view language);

/// A code as a string, a number, a boolean; several items as an array.
[[nodiscard]] Json value_to_json(const Pack& pack, const fhirpath::Value& value);

/// answers_from_input and then assesses: what `selfcheck assess` does with one input.
/// With `"language"` unknown to the pack the problem says which there are.
[[nodiscard]] Result<std::string> assess_text(const Bundle& bundle, Assessor& assessor, std::string_view input,
                                              std::string_view language, Voice voice = Voice::self);
[[nodiscard]] Result<Json> assess_json(const Bundle& bundle, Assessor& assessor, const Json& input,
                                       std::string_view language);

/// {"errors": [{"at": "/answers/age", "message": "…"}]}
[[nodiscard]] Json to_json(const Problems& problems);

}  // namespace selfcheck::engine
