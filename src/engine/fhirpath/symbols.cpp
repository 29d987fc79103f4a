// SPDX-License-Identifier: MIT
#include "engine/fhirpath/symbols.h"

namespace selfcheck::engine::fhirpath {

namespace {

std::string fold(std::string_view text) {
    std::string folded(text);
    for (char& c : folded) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v') c = ' ';
    }
    return folded;
}

}  // namespace

SymbolTable::SymbolTable() {
    intern("false");
    intern("true");
}

SymbolId SymbolTable::intern(std::string_view text) {
    if (const auto known = find(text)) return *known;
    const auto id = static_cast<SymbolId>(entries_.size());
    auto number = Decimal::parse(text);
    if (number && number->to_string() != text) number.reset();
    entries_.push_back({std::string(text), id, number});
    ids_.emplace(entries_.back().text, id);
    const std::string folded = fold(text);
    if (folded != text) {
        const SymbolId folded_id = intern(folded);
        entries_[index(id)].folded = folded_id;
    }
    return id;
}

std::optional<SymbolId> SymbolTable::find(std::string_view text) const {
    const auto found = ids_.find(text);
    if (found == ids_.end()) return std::nullopt;
    return found->second;
}

}  // namespace selfcheck::engine::fhirpath
