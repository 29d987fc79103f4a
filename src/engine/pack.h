// SPDX-License-Identifier: MIT
//
// pack.h: a self-check as data: questions, derived values, scores, rules, cards. See docs/pack-format.md.
//
// Reading a pack compiles every expression and reports every problem with its JSON Pointer. A Pack that
// was read can be assessed without further checks; it never changes.
//
//   Result<Pack> pack = Pack::from_json(*parse_json(text));
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/card_figures.h"
#include "engine/decimal.h"
#include "engine/fhirpath/program.h"
#include "engine/fhirpath/symbols.h"
#include "engine/json.h"
#include "engine/level.h"
#include "engine/plan_rules.h"
#include "engine/result.h"
#include "engine/stopwatch_rules.h"

namespace selfcheck::engine {

using fhirpath::SymbolId;

enum class QuestionType { choice, multi, integer, decimal };

/// A unit a number may be typed in. One part, or two for feet and inches; typed parts are multiplied by
/// their factors and added, which gives the stored unit.
struct EntryUnit {
    struct Part {
        std::string unit;
        Decimal factor = Decimal::from_integer(1);
    };
    std::string unit;
    std::vector<Part> parts;
    std::vector<std::string> languages;    // offered in these; empty: in all
    std::vector<std::string> default_for;  // chosen at first in these languages
};

struct Plausibility {
    fhirpath::Program when;
    std::string text;  // key into the texts' "plausible"
};

/// Which way a person can change a number for the better.
enum class Act : std::uint8_t { none, less, more, either };

struct Question {
    std::string id;
    QuestionType type = QuestionType::choice;
    bool required = false;
    std::optional<fhirpath::Program> when;       // asked only while true; none: always
    std::string when_at;                         // JSON Pointer of the condition, for lint
    std::vector<std::string> options;            // codes, for choice and multi
    std::vector<SymbolId> codes;                 // the same as symbols
    std::vector<std::vector<std::string>> find;  // by option: words that lead to it; empty without a finder
    std::string unit;                            // UCUM code of the stored number
    Decimal min;                                 // both ends included
    Decimal max;
    Decimal step;                  // of the buttons beside the field; 0: none
    std::vector<EntryUnit> entry;  // never empty for a number
    std::vector<Plausibility> plausible;
    std::optional<StopwatchRules> stopwatch;  // a number of seconds: it can be taken while answering
    Act act = Act::none;                      // number: a person can change it
    std::vector<SymbolId> act_codes;          // choice and multi: what a person can bring about
    std::string figure;                       // a drawing of how it is measured; may be empty
    bool find_out = false;                    // a person can measure it or have it tested

    [[nodiscard]] bool is_number() const { return type == QuestionType::integer || type == QuestionType::decimal; }
    [[nodiscard]] std::optional<std::size_t> option_index(std::string_view code) const;
};

/// The code that excludes all others of a multi.
inline constexpr std::string_view kNone = "none";

struct DerivedValue {
    std::string id;
    fhirpath::Program value;
};

/// How a score is drawn: a scale with bands, each reaching from the end of the one before to `to`.
struct MeterScale {
    struct Band {
        std::string id;
        Decimal to;
        std::string level;         // the tone: a rule's level or self_care
        bool to_included = false;  // `to` itself is of this band, not of the next

        /// The least number above all of this band.
        [[nodiscard]] Decimal end() const { return to_included ? Decimal::from_steps(to.steps() + 1) : to; }
    };
    std::optional<fhirpath::Program> value;  // the number drawn; none: that of the score
    Decimal min;
    Decimal max;
    std::vector<Band> bands;

    /// Index of the band that holds the number; of the first or the last one where it lies beyond both ends.
    [[nodiscard]] std::size_t band_of(Decimal number) const;
};

struct Score {
    struct Field {
        std::string name;  // empty: the score is this one value
        fhirpath::Program value;
    };
    std::string id;
    std::optional<fhirpath::Program> when;
    std::vector<Field> fields;
    std::optional<fhirpath::Program> range;
    std::optional<MeterScale> meter;  // shown on the result page only with one
};

struct Rule {
    std::string id;
    Level level = Level::routine;
    fhirpath::Program when;
    std::vector<std::string> sources;
    std::vector<std::string> steps;
    std::vector<Decimal> figures;         // what its texts mention beyond the numbers of its condition
    std::vector<std::string> covered_by;  // rules that say as much and more; shown only where none of them fires
};

struct Card {
    std::string id;
    fhirpath::Program when;
    std::vector<std::string> covers;
    std::vector<std::string> sources;
    std::string figure;  // may be empty
    std::optional<Explore> explore;
    std::vector<RingStep> ring;  // of the circle that the figure shows, from its top clockwise; may be empty
};

struct Region {
    std::string id;
    std::string emergency;  // the number to call
    std::vector<std::string> default_for;
    std::string source;
};

struct PackScreen {
    std::string id;
    std::string section;
    std::vector<std::size_t> questions;  // indexes into Pack::questions
    bool pause_after = false;            // the reader may look at the result so far before going on
    bool always = false;                 // asked even where the host leaves its section out
};

class Pack {
public:
    /// Errors name the JSON Pointer in pack.json.
    static Result<Pack> from_json(const Json& json);

    std::string id;
    std::string version;
    std::string figure;  // on the first page; may be empty
    std::string review_status;
    std::string review_by;  // YYYY-MM-DD
    std::vector<std::string> languages;
    std::vector<std::string> sections;
    std::vector<PackScreen> screens;
    std::vector<Question> questions;
    std::vector<DerivedValue> derived;
    std::vector<Score> scores;
    std::vector<Rule> rules;
    std::vector<Card> cards;
    std::vector<Region> regions;
    std::optional<fhirpath::Program> applies;
    std::optional<PlanRules> plan;
    SheetRules sheet;

    /// Variables: questions first, by their index, then derived values, then (for cards, plan and sheet
    /// only) guidance and findings.
    fhirpath::VariableTable variables;
    fhirpath::SymbolTable symbols;
    std::vector<SymbolId> rule_symbols;  // the rules' ids, for %findings

    /// Questions and derived values in an order in which each comes after all that it reads.
    std::vector<fhirpath::VariableIndex> evaluation_order;

    /// Calls visit(program) for every expression of the pack.
    void for_each_program(const std::function<void(const fhirpath::Program&)>& visit) const;

    /// Calls visit(place, id) for every source that is cited, with its JSON Pointer in pack.json.
    void for_each_citation(const std::function<void(const std::string&, const std::string&)>& visit) const;

    [[nodiscard]] std::optional<std::size_t> question_index(std::string_view question_id) const;
    [[nodiscard]] std::optional<std::size_t> rule_index(std::string_view rule_id) const;
    [[nodiscard]] fhirpath::VariableIndex derived_variable(std::size_t index) const { return questions.size() + index; }
    [[nodiscard]] fhirpath::VariableIndex guidance_variable() const { return questions.size() + derived.size(); }
    [[nodiscard]] fhirpath::VariableIndex findings_variable() const { return guidance_variable() + 1; }
};

}  // namespace selfcheck::engine
