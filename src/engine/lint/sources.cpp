// SPDX-License-Identifier: MIT
#include <set>

#include "engine/lint/checks.h"

namespace selfcheck::engine::lint_checks {
namespace {

/// Whether a year from 1900 to 2099 stands in it.
bool names_a_year(const std::string& text) {
    const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
        if ((i > 0 && digit(i - 1)) || digit(i + 4) || !digit(i + 2) || !digit(i + 3)) continue;
        if (text.compare(i, 2, "19") == 0 || text.compare(i, 2, "20") == 0) return true;
    }
    return false;
}

/// What was read has an edition; professional knowledge and choices of the product have none.
bool needs_edition(const Source& source) { return source.status == "verified" || source.status == "secondary"; }

}  // namespace

void check_sources(const Context& context) {
    std::set<std::string> cited;
    context.pack.for_each_citation([&](const std::string&, const std::string& id) { cited.insert(id); });
    for (std::size_t i = 0; i < context.bundle.sources.size(); ++i) {
        const Source& source = context.bundle.sources[i];
        const std::string at = pointer("/sources", i);
        if (!cited.contains(source.id)) {
            context.add("sources.json", at, "nothing cites \"" + source.id + "\"; cite it or take it out");
        }
        if (source.text.empty()) context.add("sources.json", at + "/text", "is missing");
        if (needs_edition(source) && source.edition.empty() && !names_a_year(source.text)) {
            context.add("sources.json", at,
                        "\"" + source.id +
                            "\" says neither year nor edition; add \"edition\", \"undated\" if it "
                            "has none");
        }
    }
}

}  // namespace selfcheck::engine::lint_checks
