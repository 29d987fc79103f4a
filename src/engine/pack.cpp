// SPDX-License-Identifier: MIT
#include "engine/pack.h"

#include <algorithm>
#include <array>
#include <set>

#include "engine/dates.h"
#include "engine/json_fields.h"

namespace selfcheck::engine {
namespace {

using fhirpath::Program;
using fhirpath::Type;
using fhirpath::Variable;
using fhirpath::VariableIndex;

/// Bitsets of answers hold this many; see fhirpath::SourceSet.
constexpr std::size_t kMaxQuestions = fhirpath::SourceSet::kCapacity;

bool is_identifier(std::string_view text) {
    const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
    return !text.empty() && is_lower(text.front()) && std::all_of(text.begin(), text.end(), [&](char c) {
        return is_lower(c) || (c >= '0' && c <= '9') || c == '_';
    });
}

/// Fills a Pack from JSON, part by part in the order in which they build on each other.
class PackReader {
public:
    explicit PackReader(const Json& json) : top_(json, "", problems_) {}

    Result<Pack> read() {
        read_head();
        const Json& questions = top_.array("questions");
        for (std::size_t i = 0; i < questions.size(); ++i) read_question(questions[i], pointer("/questions", i));
        read_derived();
        // What reads a faulty value would be at fault too; the author mends the cause first.
        if (pack_.derived.size() != top_.array("derived", false).size()) return std::move(problems_);
        compile_conditions(questions);
        check_stopwatches();
        read_screens();
        read_scores();
        read_rules();
        read_regions();
        add_conclusions();
        read_plan_and_sheet();
        read_cards();
        order_evaluation();
        top_.find("$schema");
        top_.reject_others();
        if (!problems_.empty()) return std::move(problems_);
        return std::move(pack_);
    }

private:
    void read_head() {
        pack_.id = top_.text("id");
        pack_.version = top_.text("version");
        pack_.figure = top_.optional_text("figure");
        pack_.languages = top_.texts("languages", true);
        pack_.sections = top_.texts("sections", true);
        if (const Json* review = top_.find("review")) {
            Fields fields(*review, top_.at("review"), problems_);
            pack_.review_status = fields.text("status");
            if (pack_.review_status != "reviewed" && pack_.review_status != "not_yet_reviewed") {
                fields.problem("status", "expected reviewed or not_yet_reviewed");
            }
            pack_.review_by = fields.text("review_by");
            if (!date_from(pack_.review_by)) fields.problem("review_by", "expected a date such as 2027-01-31");
            fields.reject_others();
        } else {
            top_.problem("review", "is missing");
        }
    }

    void read_question(const Json& json, const std::string& at) {
        Fields fields(json, at, problems_);
        Question question;
        question.id = new_id(fields);
        question.required = fields.optional_flag("required");
        question.when_at = fields.at("when");
        fields.find("when");  // compiled when every variable is known

        const std::string type = fields.text("type");
        if (type == "choice" || type == "multi") {
            question.type = type == "choice" ? QuestionType::choice : QuestionType::multi;
            read_options(fields, question);
        } else if (type == "integer" || type == "decimal") {
            question.type = type == "integer" ? QuestionType::integer : QuestionType::decimal;
            read_number(fields, question);
        } else if (!type.empty()) {
            fields.problem("type", "expected choice, multi, integer or decimal, found \"" + type + "\"");
        }
        question.figure = fields.optional_text("figure");
        fields.find("plausible");
        read_action(fields, question);
        fields.reject_others();

        Variable variable;
        variable.name = question.id;
        variable.type = type == "integer" ? Type::integer : type == "decimal" ? Type::decimal : Type::code;
        variable.multi = question.type == QuestionType::multi;
        variable.codes = question.codes;
        if (question.is_number()) {
            variable.min = question.min;
            variable.max = question.max;
        }
        pack_.variables.add(std::move(variable));
        pack_.questions.push_back(std::move(question));
        if (pack_.questions.size() > kMaxQuestions) {
            problems_.push_back({"", at, "more than " + std::to_string(kMaxQuestions) + " questions"});
        }
    }

    void read_options(Fields& fields, Question& question) {
        question.options = fields.texts("options", true);
        std::set<std::string> seen;
        for (std::size_t i = 0; i < question.options.size(); ++i) {
            const std::string& code = question.options[i];
            if (!seen.insert(code).second) {
                problems_.push_back({"", pointer(fields.at("options"), i), "\"" + code + "\" is given twice"});
            }
            question.codes.push_back(pack_.symbols.intern(code));
        }
        const Json* words = fields.find("find");
        if (words == nullptr) return;
        Fields by_option(*words, fields.at("find"), problems_);
        for (const std::string& code : question.options) question.find.push_back(by_option.texts(code, false));
        by_option.reject_others();
    }

    /// `act` is true, "less" or "more" for a number, and for options the list of those a person can bring about.
    void read_action(Fields& fields, Question& question) {
        question.find_out = fields.optional_flag("find_out");
        if (question.is_number()) {
            const Json* act = fields.find("act");
            if (act == nullptr) return;
            if (*act == "less") question.act = Act::less;
            if (*act == "more") question.act = Act::more;
            if (*act == true) question.act = Act::either;
            if (question.act == Act::none) fields.problem("act", "expected true, \"less\" or \"more\"");
            return;
        }
        const auto codes = fields.texts("act", false);
        for (std::size_t i = 0; i < codes.size(); ++i) {
            const auto index = question.option_index(codes[i]);
            if (index) {
                question.act_codes.push_back(question.codes[*index]);
            } else {
                problems_.push_back(
                    {"", pointer(fields.at("act"), i), "\"" + codes[i] + "\" is not among the options"});
            }
        }
    }

    void read_number(Fields& fields, Question& question) {
        question.unit = fields.text("unit");
        question.min = fields.number("min");
        question.max = fields.number("max");
        if (question.max < question.min) fields.problem("max", "is below min");
        if (fields.find("step") != nullptr) {
            question.step = fields.number("step");
            if (!(question.step > Decimal())) fields.problem("step", "must be above 0");
        }

        const Json& units = fields.array("entry", false);
        for (std::size_t i = 0; i < units.size(); ++i) {
            question.entry.push_back(read_entry_unit(units[i], pointer(fields.at("entry"), i)));
        }
        if (question.entry.empty()) {
            question.entry.push_back({question.unit, {{question.unit, Decimal::from_integer(1)}}, {}, {}});
        }
        if (const Json* measure = fields.find("measure")) {
            question.stopwatch = stopwatch_from_json(*measure, fields.at("measure"), problems_);
            // Its times are seconds to the tenth, typed for the reader into the field for seconds.
            const auto is_seconds = [](const EntryUnit& unit) {
                return unit.unit == "s" && unit.parts.size() == 1 &&
                       unit.parts.front().factor == Decimal::from_integer(1);
            };
            const bool takes_seconds = std::any_of(question.entry.begin(), question.entry.end(), is_seconds);
            if (question.unit != "s" || question.type != QuestionType::decimal || !takes_seconds) {
                fields.problem("measure", "a stopwatch needs a decimal in \"s\"");
            }
        }
    }

    EntryUnit read_entry_unit(const Json& json, const std::string& at) {
        Fields fields(json, at, problems_);
        EntryUnit unit;
        unit.unit = fields.text("unit");
        unit.languages = fields.texts("languages", false);
        unit.default_for = fields.texts("default_for", false);
        const Json& parts = fields.array("parts", false);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            Fields part(parts[i], pointer(fields.at("parts"), i), problems_);
            unit.parts.push_back({part.text("unit"), part.number("factor")});
            part.reject_others();
        }
        if (unit.parts.empty()) {
            const bool has_factor = fields.find("factor") != nullptr;
            unit.parts.push_back({unit.unit, has_factor ? fields.number("factor") : Decimal::from_integer(1)});
        }
        fields.reject_others();
        return unit;
    }

    void read_derived() {
        const Json& list = top_.array("derived", false);
        for (std::size_t i = 0; i < list.size(); ++i) {
            Fields fields(list[i], pointer("/derived", i), problems_);
            std::string id = new_id(fields);
            auto value = expression(fields, "value");
            fields.reject_others();

            if (!value) return;

            Variable variable;
            variable.name = id;
            variable.type = value->type().type == Type::empty ? Type::boolean : value->type().type;
            variable.multi = value->type().many;
            variable.codes = value->type().codes;
            pack_.variables.add(std::move(variable));
            derived_at_.push_back(pointer(fields.at(), "value"));
            pack_.derived.push_back({std::move(id), std::move(*value)});
        }
    }

    void compile_conditions(const Json& questions) {
        if (top_.find("applies") != nullptr) pack_.applies = expression(top_, "applies");
        for (std::size_t i = 0; i < questions.size(); ++i) {
            Fields fields(questions[i], pointer("/questions", i), problems_);
            if (fields.find("when") != nullptr) pack_.questions[i].when = expression(fields, "when");
            const Json& notes = fields.array("plausible", false);
            for (std::size_t k = 0; k < notes.size(); ++k) {
                Fields note(notes[k], pointer(fields.at("plausible"), k), problems_);
                auto when = expression(note, "when");
                std::string text = note.text("text");
                note.reject_others();
                if (when) pack_.questions[i].plausible.push_back({std::move(*when), std::move(text)});
            }
        }
    }

    void check_stopwatches() {
        for (std::size_t i = 0; i < pack_.questions.size(); ++i) {
            const auto& stopwatch = pack_.questions[i].stopwatch;
            if (!stopwatch || stopwatch->unable_question.empty()) continue;
            const std::string at = pointer("/questions", i) + "/measure/stopwatch/unable";
            const auto question = pack_.question_index(stopwatch->unable_question);
            if (!question || pack_.questions[*question].type != QuestionType::choice) {
                problems_.push_back(
                    {"", at + "/question", "there is no choice question \"" + stopwatch->unable_question + "\""});
            } else if (!pack_.questions[*question].option_index(stopwatch->unable_code)) {
                problems_.push_back({"", at + "/code", "\"" + stopwatch->unable_code + "\" is not among its options"});
            }
        }
    }

    void read_screens() {
        const Json& list = top_.array("screens");
        std::set<std::string> ids;
        std::set<std::size_t> placed;
        for (std::size_t i = 0; i < list.size(); ++i) {
            Fields fields(list[i], pointer("/screens", i), problems_);
            PackScreen screen;
            screen.id = fields.text("id");
            if (!ids.insert(screen.id).second) fields.problem("id", "\"" + screen.id + "\" is given twice");
            screen.section = fields.text("section");
            if (std::find(pack_.sections.begin(), pack_.sections.end(), screen.section) == pack_.sections.end()) {
                fields.problem("section", "\"" + screen.section + "\" is not among the sections");
            }
            const auto names = fields.texts("questions", true);
            for (std::size_t k = 0; k < names.size(); ++k) {
                const auto question = pack_.question_index(names[k]);
                const std::string at = pointer(fields.at("questions"), k);
                if (!question) {
                    problems_.push_back({"", at, "there is no question \"" + names[k] + "\""});
                } else if (!placed.insert(*question).second) {
                    problems_.push_back({"", at, "\"" + names[k] + "\" is already on a screen"});
                } else {
                    screen.questions.push_back(*question);
                }
            }
            screen.pause_after = fields.optional_flag("pause_after");
            screen.always = fields.optional_flag("always") || holds_required(screen);
            fields.reject_others();
            pack_.screens.push_back(std::move(screen));
        }
        for (std::size_t i = 0; i < pack_.questions.size(); ++i) {
            if (!placed.contains(i)) problems_.push_back({"", pointer("/questions", i), "is on no screen"});
        }
    }

    bool holds_required(const PackScreen& screen) const {
        return std::any_of(screen.questions.begin(), screen.questions.end(),
                           [&](std::size_t question) { return pack_.questions[question].required; });
    }

    void read_scores() {
        const Json& list = top_.array("scores", false);
        for (std::size_t i = 0; i < list.size(); ++i) {
            Fields fields(list[i], pointer("/scores", i), problems_);
            Score score;
            score.id = fields.text("id");
            if (fields.find("when") != nullptr) score.when = expression(fields, "when");
            if (fields.find("range") != nullptr) score.range = expression(fields, "range");
            if (const Json* parts = fields.find("fields")) {
                Fields named(*parts, fields.at("fields"), problems_);
                if (parts->is_object()) {
                    for (const auto& [name, value] : parts->items()) {
                        if (auto program = expression(named, name)) score.fields.push_back({name, std::move(*program)});
                    }
                }
            } else if (auto program = expression(fields, "value")) {
                score.fields.push_back({"", std::move(*program)});
            }
            if (const Json* meter = fields.find("meter")) score.meter = read_meter(*meter, fields.at("meter"));
            fields.reject_others();
            pack_.scores.push_back(std::move(score));
        }
    }

    MeterScale read_meter(const Json& json, const std::string& at) {
        Fields fields(json, at, problems_);
        MeterScale meter;
        if (fields.find("value") != nullptr) meter.value = expression(fields, "value");
        meter.min = fields.number("min");
        meter.max = fields.number("max");
        Decimal from = meter.min;
        const Json& bands = fields.array("bands");
        for (std::size_t i = 0; i < bands.size(); ++i) {
            Fields band(bands[i], pointer(fields.at("bands"), i), problems_);
            meter.bands.push_back(
                {band.text("id"), band.number("to"), band.text("level"), band.optional_flag("to_included")});
            if (meter.bands.back().to <= from) band.problem("to", "does not lie above the band before");
            if (meter.bands.back().level != "self_care" && !rule_level_from(meter.bands.back().level)) {
                band.problem("level", "expected self_care, routine, soon, urgent or emergency");
            }
            from = meter.bands.back().to;
            band.reject_others();
        }
        if (from != meter.max) fields.problem("bands", "do not end at max");
        fields.reject_others();
        return meter;
    }

    void read_rules() {
        const Json& list = top_.array("rules");
        std::set<std::string> ids;
        for (std::size_t i = 0; i < list.size(); ++i) {
            Fields fields(list[i], pointer("/rules", i), problems_);
            std::string id = fields.text("id");
            if (!ids.insert(id).second) fields.problem("id", "\"" + id + "\" is given twice");
            const std::string word = fields.text("level");
            const auto level = rule_level_from(word);
            if (!level) fields.problem("level", "expected emergency, urgent, soon or routine, found \"" + word + "\"");
            auto when = scope_.read_condition(fields, "when");
            auto sources = fields.texts("sources", true);
            auto steps = fields.texts("steps", true);
            auto figures = fields.numbers("figures");
            auto covered_by = fields.texts("covered_by", false);
            fields.reject_others();
            if (!when || !level) continue;
            pack_.rule_symbols.push_back(pack_.symbols.intern(id));
            pack_.rules.push_back({std::move(id), *level, std::move(*when), std::move(sources), std::move(steps),
                                   std::move(figures), std::move(covered_by)});
        }
        check_covering_rules();
    }

    /// What covers a rule must be there and at least as urgent.
    void check_covering_rules() {
        for (std::size_t i = 0; i < pack_.rules.size(); ++i) {
            const Rule& rule = pack_.rules[i];
            for (const std::string& id : rule.covered_by) {
                const auto covering = pack_.rule_index(id);
                if (covering && *covering != i && pack_.rules[*covering].level >= rule.level) continue;
                problems_.push_back(
                    {"", pointer("/rules", i) + "/covered_by", "\"" + id + "\" is no other rule at least as urgent"});
            }
        }
    }

    void read_regions() {
        const Json& list = top_.array("regions");
        for (std::size_t i = 0; i < list.size(); ++i) {
            Fields fields(list[i], pointer("/regions", i), problems_);
            pack_.regions.push_back({fields.text("id"), fields.text("emergency"), fields.texts("default_for", false),
                                     fields.text("source")});
            fields.reject_others();
        }
        if (list.empty()) top_.problem("regions", "must not be empty");
    }

    /// What the rules concluded, for the conditions of plan, sheet and cards.
    void add_conclusions() {
        // Only now, so that no rule or derived value can depend on what the rules concluded.
        Variable guidance;
        guidance.name = "guidance";
        guidance.type = Type::code;
        for (const Level level : {Level::self_care, Level::routine, Level::soon, Level::urgent, Level::emergency}) {
            guidance.codes.push_back(pack_.symbols.intern(name_of(level)));
        }
        Variable findings;
        findings.name = "findings";
        findings.type = Type::code;
        findings.multi = true;
        findings.codes = pack_.rule_symbols;
        if (!pack_.variables.add(std::move(guidance)) || !pack_.variables.add(std::move(findings))) {
            problems_.push_back({"", "", "guidance and findings are names of the program itself"});
        }
    }

    void read_cards() {
        const Json& list = top_.array("cards", false);
        for (std::size_t i = 0; i < list.size(); ++i) {
            Fields fields(list[i], pointer("/cards", i), problems_);
            std::string id = fields.text("id");
            auto when = expression(fields, "when");
            auto covers = fields.texts("covers", false);
            auto sources = fields.texts("sources", true);
            std::string figure = fields.optional_text("figure");
            std::optional<Explore> explore;
            std::vector<RingStep> ring;
            if (const Json* tried = fields.find("explore")) {
                explore = read_explore(*tried, fields.at("explore"), pack_, problems_);
                if (figure.empty()) fields.problem("explore", "needs a figure to show what is tried");
            }
            if (const Json* steps = fields.find("ring")) {
                ring = read_ring(*steps, fields.at("ring"), pack_, problems_);
                if (figure.empty()) fields.problem("ring", "needs a figure to show the circle");
            }
            fields.reject_others();
            if (!when) continue;
            pack_.cards.push_back({std::move(id), std::move(*when), std::move(covers), std::move(sources),
                                   std::move(figure), explore, std::move(ring)});
        }
    }

    void read_plan_and_sheet() {
        if (const Json* plan = top_.find("plan")) pack_.plan = read_plan_rules(*plan, "/plan", scope_, problems_);
        if (const Json* sheet = top_.find("sheet")) pack_.sheet = read_sheet_rules(*sheet, "/sheet", scope_, problems_);
    }

    /// Depth first over what each condition and derived value reads.
    void order_evaluation() {
        if (!problems_.empty()) return;
        const std::size_t count = pack_.questions.size() + pack_.derived.size();
        enum class State : std::uint8_t { fresh, open, done };
        std::vector<State> states(count, State::fresh);
        const auto program_of = [&](VariableIndex variable) -> const Program* {
            if (variable >= pack_.questions.size()) return &pack_.derived[variable - pack_.questions.size()].value;
            const auto& when = pack_.questions[variable].when;
            return when ? &*when : nullptr;
        };
        const auto visit = [&](const auto& self, VariableIndex variable) -> void {
            if (states[variable] == State::done) return;
            if (states[variable] == State::open) {
                const bool derived = variable >= pack_.questions.size();
                problems_.push_back(
                    {"", derived ? derived_at_[variable - pack_.questions.size()] : pack_.questions[variable].when_at,
                     "depends on itself"});
                return;
            }
            states[variable] = State::open;
            if (const Program* program = program_of(variable)) {
                for (const VariableIndex read : fhirpath::variables_of(*program)) self(self, read);
            }
            states[variable] = State::done;
            pack_.evaluation_order.push_back(variable);
        };
        for (VariableIndex variable = 0; variable < count; ++variable) visit(visit, variable);
    }

    std::string new_id(Fields& fields) {
        std::string id = fields.text("id");
        if (!id.empty() && !is_identifier(id)) {
            fields.problem("id", "expected lower-case letters, digits and _, found \"" + id + "\"");
        }
        if (pack_.variables.find(id)) fields.problem("id", "\"" + id + "\" is given twice");
        return id;
    }

    std::optional<Program> expression(Fields& fields, std::string_view name) { return scope_.read(fields, name); }

    Problems problems_;
    Fields top_;
    Pack pack_;
    const ExpressionScope scope_{pack_.variables, pack_.symbols};
    std::vector<std::string> derived_at_;
};

}  // namespace

Result<Pack> Pack::from_json(const Json& json) { return PackReader(json).read(); }

void Pack::for_each_program(const std::function<void(const Program&)>& visit) const {
    const auto visit_if = [&](const std::optional<Program>& program) {
        if (program) visit(*program);
    };
    visit_if(applies);
    for (const auto& question : questions) {
        visit_if(question.when);
        for (const auto& note : question.plausible) visit(note.when);
    }
    for (const auto& value : derived) visit(value.value);
    for (const auto& score : scores) {
        visit_if(score.when);
        visit_if(score.range);
        if (score.meter) visit_if(score.meter->value);
        for (const auto& field : score.fields) visit(field.value);
    }
    for (const auto& rule : rules) visit(rule.when);
    for (const auto& card : cards) visit(card.when);
    const auto visit_item = [&](const std::string&, const PlanItem& item) { visit(item.when); };
    for_each_item(sheet, visit_item);
    if (!plan) return;
    for_each_item(*plan, visit_item);
    visit(plan->exercise.allowed);
    visit(plan->exercise.start_minutes);
    visit(plan->exercise.start_days);
    visit(plan->exercise.target_minutes);
    visit(plan->diet.allowed);
    for (const auto& gap : plan->diet.gaps) visit(gap.value);
    for (const auto& recheck : plan->rechecks) visit(recheck.when);
}

void Pack::for_each_citation(const std::function<void(const std::string&, const std::string&)>& visit) const {
    const auto visit_list = [&](const std::string& at, const std::vector<std::string>& ids) {
        for (std::size_t i = 0; i < ids.size(); ++i) visit(pointer(at, i), ids[i]);
    };
    const auto visit_all = [&](const auto& items, const char* at) {
        for (std::size_t i = 0; i < items.size(); ++i) visit_list(pointer(at, i) + "/sources", items[i].sources);
    };
    visit_all(rules, "/rules");
    visit_all(cards, "/cards");
    for (std::size_t i = 0; i < regions.size(); ++i) visit(pointer("/regions", i) + "/source", regions[i].source);
    const auto visit_item = [&](const std::string& at, const PlanItem& item) {
        visit_list(at + "/sources", item.sources);
    };
    for_each_item(sheet, visit_item);
    if (!plan) return;
    for_each_item(*plan, visit_item);
    visit_list("/plan/exercise/sources", plan->exercise.sources);
    visit_list("/plan/diet/sources", plan->diet.sources);
    visit_all(plan->rechecks, "/plan/recheck");
}

std::size_t MeterScale::band_of(Decimal number) const {
    std::size_t band = 0;
    while (band + 1 < bands.size() && number >= bands[band].end()) ++band;
    return band;
}

std::optional<std::size_t> Question::option_index(std::string_view code) const {
    const auto found = std::find(options.begin(), options.end(), code);
    if (found == options.end()) return std::nullopt;
    return static_cast<std::size_t>(found - options.begin());
}

std::optional<std::size_t> Pack::question_index(std::string_view question_id) const {
    const auto variable = variables.find(question_id);
    if (!variable || *variable >= questions.size()) return std::nullopt;
    return *variable;
}

std::optional<std::size_t> Pack::rule_index(std::string_view rule_id) const {
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.id == rule_id; });
    if (found == rules.end()) return std::nullopt;
    return static_cast<std::size_t>(found - rules.begin());
}

}  // namespace selfcheck::engine
