// SPDX-License-Identifier: MIT
#include "cli/diff.h"

#include <algorithm>
#include <ostream>
#include <set>
#include <string>

#include "cli/commands.h"
#include "cli/pack_folder.h"
#include "engine/bundle.h"
#include "engine/golden.h"

namespace selfcheck::cli {
namespace {

using engine::Difference;
using engine::Json;
using engine::Reason;
using engine::Result;
using engine::Transition;

char sign_of(Difference::Kind kind) {
    switch (kind) {
        case Difference::Kind::added:
            return '+';
        case Difference::Kind::removed:
            return '-';
        case Difference::Kind::changed:
            return '~';
    }
    return ' ';
}

void write_difference(const Difference& difference, std::ostream& out) {
    out << "  " << sign_of(difference.kind) << ' ' << (difference.id.empty() ? "(order)" : difference.id) << '\n';
    const auto value = [&](const char* label, const std::optional<std::string>& text) {
        out << "        " << label << "  " << text.value_or("(not there)") << '\n';
    };
    for (const Difference::Member& member : difference.members) {
        if (!member.name.empty()) out << "      " << member.name << '\n';
        if (difference.kind != Difference::Kind::added) value("old", member.before);
        if (difference.kind != Difference::Kind::removed) value("new", member.after);
    }
}

void write_transition(const Transition& transition, std::ostream& out) {
    out << "\n  " << name_of(transition.before) << " -> " << name_of(transition.after) << ": " << transition.count
        << '\n';
    std::vector<std::pair<Reason, std::size_t>> reasons(transition.reasons.begin(), transition.reasons.end());
    std::stable_sort(reasons.begin(), reasons.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    for (const auto& [reason, count] : reasons) {
        out << "    " << (reason.appears ? "+ " : "- ") << reason.rule << " (" << name_of(reason.level)
            << "): " << count << '\n';
    }
    if (reasons.empty()) out << "    whom the pack applies to\n";
    for (const Json& example : transition.examples) out << "    " << engine::to_text(example) << '\n';
}

/// {"pack", "sources", "texts", "golden"}.
Result<Json> read_documents(const std::string& folder) {
    Result<Json> documents = read_bundle_json(folder);
    const Result<Json> golden = read_golden_json(folder);
    engine::Problems problems = documents.problems();
    problems.insert(problems.end(), golden.problems().begin(), golden.problems().end());
    for (engine::Problem& problem : problems) problem.file = folder + "/" + problem.file;
    if (!problems.empty()) return problems;
    documents.value()["golden"] = golden.value();
    return documents;
}

Result<engine::Bundle> read_bundle_of(const std::string& folder, const Json& documents) {
    Result<engine::Bundle> bundle = engine::Bundle::from_json(documents);
    if (bundle.ok()) return bundle;
    engine::Problems problems = bundle.problems();
    for (engine::Problem& problem : problems) problem.file = folder + "/" + problem.file;
    return problems;
}

/// The answers of the golden cases of both packs, each once.
std::vector<Json> golden_answers(const Json& before, const Json& after) {
    std::vector<Json> answers;
    std::set<std::string> seen;
    for (const Json* documents : {&after, &before}) {
        const auto golden = engine::golden_from_json((*documents)["golden"]);
        if (!golden.ok()) continue;
        for (const engine::GoldenCase& one : golden.value()) {
            const Json& given = one.input["answers"];
            if (given.is_object() && seen.insert(engine::to_text(given)).second) answers.push_back(given);
        }
    }
    return answers;
}

}  // namespace

void write_differences(const std::vector<Difference>& differences, std::ostream& out) {
    if (differences.empty()) out << "\nNo difference in what is written.\n";
    std::string part;
    for (const Difference& difference : differences) {
        if (difference.part != part) {
            part = difference.part;
            const auto count = [&](Difference::Kind kind) {
                return std::count_if(differences.begin(), differences.end(),
                                     [&](const Difference& one) { return one.part == part && one.kind == kind; });
            };
            out << '\n'
                << part << ": " << count(Difference::Kind::added) << " added, " << count(Difference::Kind::removed)
                << " removed, " << count(Difference::Kind::changed) << " changed\n";
        }
        write_difference(difference, out);
    }
}

void write_results(const engine::ResultComparison& comparison, std::ostream& out) {
    std::size_t guidance = 0;
    std::size_t findings = 0;
    for (const Transition& transition : comparison.transitions) {
        (transition.before == transition.after ? findings : guidance) += transition.count;
    }
    out << '\n'
        << comparison.compared << " sampled sets of answers: " << guidance << " change guidance, " << findings
        << " change findings only.\n";
    if (comparison.not_comparable != 0) {
        out << comparison.not_comparable
            << " sets could not be used: without answers that only one pack understands, a "
            << "required one was missing.\n";
    }
    if (comparison.answers_left_out != 0) {
        out << comparison.answers_left_out << " answers that only one pack understands were left out.\n";
    }
    for (const bool same : {false, true}) {
        for (const Transition& transition : comparison.transitions) {
            if ((transition.before == transition.after) == same) write_transition(transition, out);
        }
    }
}

int diff(const DiffArguments& arguments, const Streams& streams) {
    const Result<Json> before = read_documents(arguments.before);
    const Result<Json> after = read_documents(arguments.after);
    if (!before.ok() || !after.ok()) {
        report(before.problems(), streams);
        report(after.problems(), streams);
        return kWrongInput;
    }
    const auto old_bundle = read_bundle_of(arguments.before, before.value());
    const auto new_bundle = read_bundle_of(arguments.after, after.value());
    if (!old_bundle.ok() || !new_bundle.ok()) {
        report(old_bundle.problems(), streams);
        report(new_bundle.problems(), streams);
        return kWrongInput;
    }
    const auto head = [&](const char* label, const std::string& folder, const engine::Pack& pack) {
        streams.out << label << "  " << pack.id << ' ' << pack.version << "  " << folder << '\n';
    };
    head("old", arguments.before, old_bundle.value().pack);
    head("new", arguments.after, new_bundle.value().pack);
    write_differences(engine::compare_packs(before.value(), after.value()), streams.out);
    if (arguments.samples == 0) return kFine;
    const auto starts = golden_answers(before.value(), after.value());
    write_results(engine::compare_results(old_bundle.value().pack, new_bundle.value().pack, starts, arguments.samples,
                                          arguments.seed),
                  streams.out);
    return kFine;
}

}  // namespace selfcheck::cli
