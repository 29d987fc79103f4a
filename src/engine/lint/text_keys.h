// SPDX-License-Identifier: MIT
//
// text_keys.h: which texts a pack needs in each language, and what kind each is. Internal to lint.
//
//   const TextKeys keys(pack, sources);
//   keys.kind("/questions/age/help");   // TextKind::help: known, though not needed
#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/bundle.h"
#include "engine/json.h"
#include "engine/pack.h"

namespace selfcheck::engine {

/// What a text is, as far as its length and its words are concerned. One row of the table in
/// lengths.cpp each.
enum class TextKind {
    language,
    separator,
    unit,
    name,
    band,
    title,
    statement,
    intro,
    question,
    short_name,
    help,
    label,
    hint,
    note,
    score_text,
    rule_text,
    rule_action,
    step,
    summary,
    paragraph,
    plan_item,
    move,
    ask,
    test,
    alt,
};

class TextKeys {
public:
    TextKeys(const Pack& pack, const std::vector<Source>& sources);

    /// JSON Pointers into a language file of the texts that must be there.
    [[nodiscard]] const std::set<std::string>& needed() const { return needed_; }
    /// Nothing for a text that the pack does not use.
    [[nodiscard]] std::optional<TextKind> kind(const std::string& key) const;

private:
    using Path = std::initializer_list<std::string_view>;
    void need(TextKind kind, Path path);
    void allow(TextKind kind, Path path);
    void add_outcomes(const Pack& pack);
    void add_question(const Question& question);
    void add_plan(const PlanRules& plan);

    std::set<std::string> needed_;
    std::map<std::string, TextKind> kinds_;
};

/// One text of a language file. A list of paragraphs is a text each.
struct Text {
    std::string at;     // its JSON Pointer
    std::string key;    // the same, of the list for a paragraph
    std::string words;  // empty when it is no string
};

/// In the file's order.
[[nodiscard]] std::vector<Text> texts_of(const Json& language_file);

}  // namespace selfcheck::engine
