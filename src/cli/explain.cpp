// SPDX-License-Identifier: MIT
#include "cli/explain.h"

#include <algorithm>
#include <istream>
#include <iterator>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "engine/assess.h"
#include "engine/fhirpath/evaluate.h"
#include "engine/input.h"
#include "engine/result_json.h"
#include "engine/what_if.h"
#include "engine/wording.h"

namespace selfcheck::cli {
namespace {

using engine::Json;
using engine::fhirpath::Program;
using engine::fhirpath::SourceSet;
using engine::fhirpath::Traced;
using engine::fhirpath::Value;
using engine::fhirpath::VariableIndex;

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(width, text.size()), ' ');
    return text;
}

constexpr std::size_t kLevelWidth = 11;   // "emergency" and two blanks
constexpr std::size_t kMemberWidth = 12;  // "settled by" and two blanks

class Explanation {
public:
    Explanation(const engine::Bundle& bundle, const engine::Answers& answers, std::string_view language,
                std::ostream& out)
        : bundle_(bundle),
          pack_(bundle.pack),
          answers_(answers),
          language_(language),
          out_(out),
          assessor_(pack_),
          assessment_(assessor_.assess(answers)) {}

    void write() {
        out_ << "Pack      " << pack_.id << ' ' << pack_.version << '\n';
        out_ << "Guidance  " << name_of(assessment_.guidance) << '\n';
        if (assessment_.guidance == engine::Level::not_applicable) {
            out_ << "\nThe pack is for those with\n";
            member("condition", pack_.applies->text());
            write_reads(*pack_.applies);
            return;
        }
        write_findings();
        write_undetermined();
        write_scores();
        write_changes();
        write_cards();
    }

private:
    void heading(const std::string& text) { out_ << '\n' << text << "\n\n"; }
    void nothing() { out_ << "  none\n"; }
    void member(std::string name, const std::string& value, std::size_t width = kMemberWidth) {
        out_ << "    " << padded(std::move(name), width) << value << '\n';
    }

    /// ": Title" in the language asked for.
    std::string title(const char* part, const std::string& id) const {
        const auto texts = bundle_.texts.find(language_);
        if (texts == bundle_.texts.end()) return {};
        const std::string words =
            engine::Wording(bundle_, assessment_, texts->second, engine::Voice::self, {}).get({part, id, "title"});
        return words.empty() ? words : ": " + words;
    }

    std::string text_of(const Value& value) const {
        const Json json = value_to_json(pack_, value);
        if (json.is_string()) return json.get<std::string>();
        if (!json.is_array()) return engine::to_text(json);
        std::string text;
        for (const Json& item : json) text += (text.empty() ? "" : ", ") + item.get<std::string>();
        return text;
    }

    std::string name_of_variable(VariableIndex variable) const {
        return variable < pack_.questions.size() ? pack_.questions[variable].id
                                                 : pack_.derived[variable - pack_.questions.size()].id;
    }

    std::string list(const SourceSet& questions, bool with_answers) const {
        std::string text;
        questions.for_each([&](std::size_t question) {
            text += (text.empty() ? "" : with_answers ? "; " : ", ") + pack_.questions[question].id;
            if (with_answers) text += " = " + text_of(assessment_.variables[question].value);
        });
        return text;
    }

    // What a condition read ----------------------------------------------------------------------

    struct Read {
        std::string name;  // indented below what is derived from it
        std::string value;
    };

    void collect_reads(const Program& program, std::size_t depth, std::set<VariableIndex>& seen,
                       std::vector<Read>& reads) {
        for (const VariableIndex variable : program.variables()) {
            if (!seen.insert(variable).second) continue;
            const Value& value = assessment_.variables[variable].value;
            std::string text = text_of(value);
            const bool question = variable < pack_.questions.size();
            if (value.empty())
                text = !question ? "(unknown)" : assessment_.asked[variable] ? "(no answer)" : "(not asked)";
            reads.push_back({std::string(depth * 2, ' ') + name_of_variable(variable), std::move(text)});
            if (!question)
                collect_reads(pack_.derived[variable - pack_.questions.size()].value, depth + 1, seen, reads);
        }
    }

    void write_reads(const Program& program) {
        std::set<VariableIndex> seen;
        std::vector<Read> reads;
        collect_reads(program, 0, seen, reads);
        std::size_t width = 0;
        for (const Read& read : reads) width = std::max(width, read.name.size());
        for (std::size_t i = 0; i < reads.size(); ++i) {
            member(i == 0 ? "read" : "", padded(reads[i].name, width) + " = " + reads[i].value);
        }
    }

    // Sections -----------------------------------------------------------------------------------

    void write_findings() {
        heading("Findings");
        for (const engine::Finding& finding : assessment_.findings) {
            const engine::Rule& rule = pack_.rules[finding.rule];
            out_ << "  " << padded(std::string(name_of(rule.level)), kLevelWidth) << rule.id << title("rules", rule.id)
                 << '\n';
            member("condition", rule.when.text());
            write_reads(rule.when);
            member("because", list(finding.because, true));
        }
        if (assessment_.findings.empty()) nothing();
    }

    void write_undetermined() {
        heading("Undetermined: could fire, and at which level, if what is missing were answered");
        std::size_t width = 0;
        for (const auto& open : assessment_.undetermined) width = std::max(width, pack_.rules[open.rule].id.size());
        for (const engine::Undetermined& open : assessment_.undetermined) {
            const engine::Rule& rule = pack_.rules[open.rule];
            out_ << "  " << padded(std::string(name_of(rule.level)), kLevelWidth) << padded(rule.id, width)
                 << "  missing " << list(open.missing, false) << '\n';
        }
        if (assessment_.undetermined.empty()) nothing();
    }

    void write_scores() {
        heading("Scores");
        for (std::size_t i = 0; i < pack_.scores.size(); ++i) {
            const auto found = std::find_if(assessment_.scores.begin(), assessment_.scores.end(),
                                            [&](const engine::ScoreValue& value) { return value.score == i; });
            out_ << "  " << pack_.scores[i].id << title("scores", pack_.scores[i].id) << '\n';
            if (found == assessment_.scores.end()) {
                write_missing_score(pack_.scores[i]);
            } else {
                write_score(*found);
            }
        }
        if (pack_.scores.empty()) nothing();
    }

    void write_score(const engine::ScoreValue& value) {
        const engine::Score& score = pack_.scores[value.score];
        std::size_t width = kMemberWidth;
        for (const auto& field : score.fields) width = std::max(width, field.name.size() + 2);
        const auto values = assessment_.fields_of(value);
        for (std::size_t i = 0; i < score.fields.size(); ++i) {
            const std::string& name = score.fields[i].name;
            member(name.empty() ? "value" : name, values[i].empty() ? "(unknown)" : text_of(values[i]), width);
        }
        if (!value.range) return;
        member("range", value.range->min.to_string() + " to " + value.range->max.to_string(), width);
        const auto settling = engine::settling_question(pack_, answers_, value.score);
        member("settled by", settling ? pack_.questions[*settling].id : "no single answer", width);
    }

    void write_missing_score(const engine::Score& score) {
        SourceSet missing;
        const auto note = [&](const Program& program) {
            const Traced traced = evaluate(program, {assessment_.variables, &pack_.symbols}, workspace_);
            missing |= traced.missing;
            return traced;
        };
        const bool applies = !score.when || note(*score.when).is_true();
        if (applies) {
            for (const auto& field : score.fields) note(field.value);
        }
        member("no value", missing.empty() ? "does not apply to these answers" : "missing " + list(missing, false));
    }

    void write_changes() {
        heading("One other answer that would change the guidance (* the reader can act on it)");
        const auto changes = engine::what_if(pack_, answers_);
        const auto answer_of = [&](const engine::Change& change) {
            return pack_.questions[change.question].id + " = " + text_of(change.value());
        };
        std::size_t width = 0;
        for (const engine::Change& change : changes) width = std::max(width, answer_of(change).size());
        for (const bool lower : {true, false}) {
            for (const engine::Change& change : changes) {
                if ((change.level < assessment_.guidance) != lower) continue;
                out_ << (change.actionable ? "* " : "  ") << (lower ? "lower  " : "raise  ")
                     << padded(std::string(name_of(change.level)), kLevelWidth) << padded(answer_of(change), width)
                     << ' ';
                for (const std::size_t rule : change.disappearing) out_ << " -" << pack_.rules[rule].id;
                for (const std::size_t rule : change.appearing) out_ << " +" << pack_.rules[rule].id;
                out_ << '\n';
            }
        }
        if (changes.empty()) nothing();
    }

    void write_cards() {
        heading("Cards shown");
        for (const std::size_t card : assessment_.cards) {
            out_ << "  " << pack_.cards[card].id << title("cards", pack_.cards[card].id) << '\n';
        }
        if (assessment_.cards.empty()) nothing();
    }

    const engine::Bundle& bundle_;
    const engine::Pack& pack_;
    const engine::Answers& answers_;
    std::string_view language_;
    std::ostream& out_;
    engine::Assessor assessor_;
    const engine::Assessment& assessment_;
    engine::fhirpath::Workspace workspace_;
};

}  // namespace

void write_explanation(const engine::Bundle& bundle, const engine::Answers& answers, std::string_view language,
                       std::ostream& out) {
    Explanation(bundle, answers, language, out).write();
}

int explain(const AnswerArguments& arguments, const Streams& streams) {
    return with_input(arguments, streams, [&](const engine::Bundle& bundle, std::istream& in) {
        std::string text(engine::kMaxJsonBytes + 1, '\0');
        in.read(text.data(), static_cast<std::streamsize>(text.size()));
        text.resize(static_cast<std::size_t>(in.gcount()));
        const auto answers = engine::answers_from_input(bundle.pack, text);
        if (!answers.ok()) return report(answers.problems(), streams);
        write_explanation(bundle, answers.value(), arguments.language, streams.out);
        return kFine;
    });
}

}  // namespace selfcheck::cli
