// SPDX-License-Identifier: MIT
#include "engine/lint.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/assess.h"
#include "engine/fhirpath/possible.h"

namespace selfcheck::engine {
namespace {

using fhirpath::Possibility;
using fhirpath::Program;

bool reads_alike_everywhere(const std::string& text) {
    // Numbers, units and names of scores are the same in every language; words are not.
    return text.find(' ') == std::string::npos && text.size() <= 12;
}

/// The texts a pack needs, as JSON Pointers into a language file, and whether each must be there.
class TextKeys {
public:
    explicit TextKeys(const Pack& pack) {
        need({"language"});
        for (const char* name : {"title", "purpose", "limits", "list_separator"}) need({"pack", name});
        for (const auto& section : pack.sections) need({"sections", section});
        for (const auto& screen : pack.screens) {
            need({"screens", screen.id, "title"});
            may({"screens", screen.id, "intro"});
        }
        for (const auto& question : pack.questions) add_question(question);
        for (const auto& derived : pack.derived) {
            may({"derived", derived.id, "short"});
            may({"derived", derived.id, "unit"});
        }
        for (const auto& score : pack.scores) {
            need({"scores", score.id, "title"});
            need({"scores", score.id, "text"});
            may({"scores", score.id, "unit"});
            if (!score.meter) continue;
            for (const auto& band : score.meter->bands) need({"scores", score.id, "bands", band.id});
        }
        for (const auto& rule : pack.rules) {
            for (const char* part : {"title", "text", "action"}) need({"rules", rule.id, part});
            for (const auto& step : rule.steps) need({"steps", step});
        }
        for (const auto& card : pack.cards) {
            for (const char* part : {"title", "summary", "body"}) need({"cards", card.id, part});
            if (!card.figure.empty()) need({"cards", card.id, "alt"});
        }
        for (const auto& region : pack.regions) need({"regions", region.id});
        for (const auto& question : pack.sheet.questions) need({"sheet", "questions", question.id});
        for (const auto& test : pack.sheet.tests) need({"sheet", "tests", test.id});
        if (pack.plan) add_plan(*pack.plan);
    }

    [[nodiscard]] const std::set<std::string>& needed() const { return needed_; }
    [[nodiscard]] bool known(const std::string& at) const { return needed_.contains(at) || allowed_.contains(at); }

private:
    void add_question(const Question& question) {
        need({"questions", question.id, "text"});
        need({"questions", question.id, "short"});
        may({"questions", question.id, "help"});
        for (const auto& code : question.options) {
            need({"questions", question.id, "options", code, "label"});
            may({"questions", question.id, "options", code, "hint"});
        }
        if (!question.is_number()) return;
        need({"questions", question.id, "unit"});
        for (const auto& entry : question.entry) {
            if (question.entry.size() > 1) need({"units", entry.unit});
            for (const auto& part : entry.parts) {
                if (entry.parts.size() > 1) need({"units", part.unit});
            }
        }
        for (const auto& note : question.plausible) need({"plausible", note.text});
    }

    void add_plan(const PlanRules& plan) {
        for (const auto& gate : plan.gates) {
            for (const char* part : {"title", "text"}) need({"gates", gate.id, part});
        }
        for (const auto& precaution : plan.exercise.precautions) need({"precautions", precaution.id});
        for (const auto& move : plan.exercise.moves) {
            for (const char* part : {"title", "text"}) need({"moves", move.item.id, part});
            if (!move.figure.empty()) need({"moves", move.item.id, "alt"});
        }
        for (const auto& gap : plan.diet.gaps) {
            for (const char* part : {"title", "unit"}) need({"gaps", gap.id, part});
        }
        for (const auto& swap : plan.diet.swaps) need({"swaps", swap.item.id});
        if (!plan.rechecks.empty()) need({"recheck", "text"});
    }

    static std::string join(std::initializer_list<std::string_view> path) {
        std::string at;
        for (const auto name : path) at = pointer(at, name);
        return at;
    }
    void need(std::initializer_list<std::string_view> path) { needed_.insert(join(path)); }
    void may(std::initializer_list<std::string_view> path) { allowed_.insert(join(path)); }

    std::set<std::string> needed_;
    std::set<std::string> allowed_;
};

class Linter {
public:
    Linter(const Bundle& bundle, const std::vector<GoldenCase>& golden)
        : bundle_(bundle), pack_(bundle.pack), golden_(golden) {}

    Problems run() {
        check_texts();
        check_reachable();
        check_influence();
        check_sources();
        check_golden_cases();
        return std::move(problems_);
    }

private:
    void add(const std::string& file, const std::string& at, const std::string& message) {
        problems_.push_back({file, at, message});
    }

    // Texts --------------------------------------------------------------------------------------

    void check_texts() {
        const TextKeys keys(pack_);
        std::map<std::string, std::map<std::string, std::string>> texts;  // pointer -> language -> text
        for (const std::string& language : pack_.languages) {
            const std::string file = language + ".json";
            std::set<std::string> found;
            for_each_text(bundle_.texts.find(language)->second.json(), "", [&](const std::string& at, const Json& text) {
                found.insert(at);
                const std::string words = text.is_array() ? joined(text) : text.is_string() ? text.get<std::string>() : "";
                if (words.empty()) return add(file, at, "expected a text that is not empty");
                if (!keys.known(at)) add(file, at, "nothing in the pack uses this text");
                texts[at][language] = words;
            });
            for (const std::string& at : keys.needed()) {
                if (!found.contains(at)) add(file, at, "this text is missing");
            }
        }
        for (const auto& [at, by_language] : texts) compare_languages(at, by_language);
    }

    template <typename Visit>
    static void for_each_text(const Json& json, const std::string& at, Visit&& visit) {
        if (!json.is_object()) return visit(at, json);
        for (const auto& [name, value] : json.items()) for_each_text(value, pointer(at, name), visit);
    }

    static std::string joined(const Json& list) {
        std::string text;
        for (const Json& item : list) {
            if (!item.is_string() || item.get_ref<const std::string&>().empty()) return "";
            text += item.get<std::string>() + "\n";
        }
        return text;
    }

    void compare_languages(const std::string& at, const std::map<std::string, std::string>& by_language) {
        const std::string& first_language = pack_.languages.front();
        const auto first = by_language.find(first_language);
        if (first == by_language.end() || at == "/language") return;
        const auto names = names_of(first->second);
        for (const auto& [language, text] : by_language) {
            if (language == first_language) continue;
            if (names_of(text) != names) {
                add(language + ".json", at, "has other {names} than " + first_language + ".json");
            }
            if (text == first->second && !reads_alike_everywhere(text)) {
                add(language + ".json", at, "is the same as in " + first_language + ".json; is it translated?");
            }
        }
        for (const std::string& name : names) {
            if (name != "emergency_number" && !pack_.variables.find(name)) {
                add(first_language + ".json", at, "{" + name + "} is no question and no derived value");
            }
        }
    }

    static std::set<std::string> names_of(const std::string& text) {
        const auto names = names_in(text);
        return {names.begin(), names.end()};
    }

    // Reachability -------------------------------------------------------------------------------

    void check_reachable() {
        std::vector<Possibility> anything(pack_.variables.size());
        for (const auto variable : pack_.evaluation_order) {
            if (variable >= pack_.questions.size()) {
                const auto& derived = pack_.derived[variable - pack_.questions.size()];
                anything[variable] = possible(derived.value, anything, pack_.symbols);
                continue;
            }
            anything[variable] = Possibility::any_of(pack_.variables[variable], false);
            const auto& when = pack_.questions[variable].when;
            if (when && !possible(*when, anything, pack_.symbols).may_be_true()) {
                add("pack.json", pack_.questions[variable].when_at, "can never be true, so this is never asked");
            }
        }
        for (std::size_t i = 0; i < pack_.rules.size(); ++i) {
            if (possible(pack_.rules[i].when, anything, pack_.symbols).may_be_true()) continue;
            add("pack.json", pointer(pointer("/rules", i), "when"), "can never be true");
        }
        for (const auto variable : {pack_.guidance_variable(), pack_.findings_variable()}) {
            anything[variable] = Possibility::any_of(pack_.variables[variable], false);
        }
        for (std::size_t i = 0; i < pack_.cards.size(); ++i) {
            if (possible(pack_.cards[i].when, anything, pack_.symbols).may_be_true()) continue;
            add("pack.json", pointer(pointer("/cards", i), "when"), "can never be true");
        }
    }

    // Influence ----------------------------------------------------------------------------------

    void check_influence() {
        std::set<fhirpath::VariableIndex> read;
        const auto note = [&](const Program& program) {
            for (const auto variable : fhirpath::variables_of(program)) read.insert(variable);
        };
        pack_.for_each_program(note);
        for (std::size_t i = 0; i < pack_.questions.size(); ++i) {
            if (!read.contains(i)) add("pack.json", pointer("/questions", i), "nothing reads the answer");
        }
        for (std::size_t i = 0; i < pack_.derived.size(); ++i) {
            if (!read.contains(pack_.derived_variable(i))) add("pack.json", pointer("/derived", i), "nothing reads it");
        }
    }

    void check_sources() {
        std::set<std::string> cited;
        pack_.for_each_citation([&](const std::string&, const std::string& id) { cited.insert(id); });
        for (std::size_t i = 0; i < bundle_.sources.size(); ++i) {
            if (cited.contains(bundle_.sources[i].id)) continue;
            add("sources.json", pointer("/sources", i), "nothing cites \"" + bundle_.sources[i].id + "\"");
        }
    }

    // Golden cases -------------------------------------------------------------------------------

    void check_golden_cases() {
        for (Problem& problem : check_golden(bundle_, golden_)) problems_.push_back(std::move(problem));
        std::set<std::string> fired;
        std::set<std::string> absent;
        std::set<std::string> shown;
        for (const GoldenCase& golden : golden_) {
            note_ids(golden.expect, "findings", fired);
            note_ids(golden.expect, "absent", absent);
            note_ids(golden.expect, "education", shown);
        }
        for (std::size_t i = 0; i < pack_.rules.size(); ++i) {
            const std::string& id = pack_.rules[i].id;
            const std::string at = pointer("/rules", i);
            if (!fired.contains(id)) add("pack.json", at, "no golden case expects \"" + id + "\" among its findings");
            if (!absent.contains(id)) add("pack.json", at, "no golden case expects \"" + id + "\" to be absent");
        }
        for (std::size_t i = 0; i < pack_.cards.size(); ++i) {
            const std::string& id = pack_.cards[i].id;
            if (!shown.contains(id)) add("pack.json", pointer("/cards", i), "no golden case expects the card \"" + id + "\"");
        }
    }

    static void note_ids(const Json& expect, const char* part, std::set<std::string>& ids) {
        if (!expect.is_object() || !expect.contains(part) || !expect[part].is_array()) return;
        for (const Json& id : expect[part]) {
            if (id.is_string()) ids.insert(id.get<std::string>());
        }
    }

    const Bundle& bundle_;
    const Pack& pack_;
    const std::vector<GoldenCase>& golden_;
    Problems problems_;
};

}  // namespace

Problems lint(const Bundle& bundle, const std::vector<GoldenCase>& golden) { return Linter(bundle, golden).run(); }

}  // namespace selfcheck::engine
