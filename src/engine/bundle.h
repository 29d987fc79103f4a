// SPDX-License-Identifier: MIT
//
// bundle.h: a pack together with its texts and sources, as it is shipped and loaded.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/json.h"
#include "engine/pack.h"
#include "engine/texts.h"

namespace selfcheck::engine {

struct Source {
    std::string id;
    std::string text;     // the reference as a reader sees it; may be empty while each language's texts name it
    std::string url;      // may be empty
    std::string status;   // verified, secondary, recalled or design
    std::string edition;  // year or edition of what was read, or "undated"; may be empty when text names the year
};

struct Bundle {
    Pack pack;
    std::vector<Source> sources;
    std::map<std::string, Texts, std::less<>> texts;       // of the pack, by language
    std::map<std::string, Texts, std::less<>> interfaces;  // of the program, by language

    [[nodiscard]] const Source* source(std::string_view id) const;

    /// Whether there are texts of both the pack and the program in the language.
    [[nodiscard]] bool speaks(std::string_view language) const {
        return texts.contains(language) && interfaces.contains(language);
    }
    /// The first of the pack's languages that it speaks; "" when there is none.
    [[nodiscard]] std::string first_language() const;

    /// Reads {"pack": …, "sources": …, "texts": {lang: …}, "interface": {lang: …}}. `texts` has at least
    /// one of the pack's languages; others may be added later. `interface` may be missing: assessing
    /// needs none. Problems name the file they are in: pack.json, en.json …
    static Result<Bundle> from_json(const Json& json);

    /// Adds texts in one of the pack's languages, its whole file or any part of it, to what is there; the
    /// member "interface" to those of the program. With problems nothing changes.
    [[nodiscard]] Problems add_texts(std::string_view language, const Json& json);
};

}  // namespace selfcheck::engine
