// SPDX-License-Identifier: MIT
#include "engine/golden.h"

#include <algorithm>
#include <set>

#include "engine/json_fields.h"
#include "engine/result_json.h"

namespace selfcheck::engine {
namespace {

constexpr const char* kFile = "golden.json";

bool lists(const Json& entries, const std::string& id) {
    return std::any_of(entries.begin(), entries.end(),
                       [&](const Json& entry) { return entry.is_object() ? entry["id"] == id : entry == id; });
}

/// Holds one case against its result.
class CaseChecker {
public:
    CaseChecker(const GoldenCase& golden, const Bundle& bundle, std::string at, Problems& problems)
        : golden_(golden), bundle_(bundle), at_(std::move(at)), problems_(problems) {}

    void check(const Json& result) {
        Problems shape;
        Fields expect(golden_.expect, at_, shape);
        const std::string guidance = expect.optional_text("guidance");
        if (!guidance.empty() && result["guidance"] != guidance) {
            add("guidance", "expected " + guidance + ", found " + result["guidance"].get<std::string>());
        }
        for (const char* part : {"findings", "undetermined", "education"}) {
            for (const std::string& id : expect.texts(part, false)) {
                if (!lists(result[part], id)) add(part, "\"" + id + "\" is not there");
            }
        }
        for (const std::string& id : expect.texts("absent", false)) {
            const bool is_rule = bundle_.pack.rule_index(id).has_value();
            if (!is_rule && !is_card(id)) add("absent", "there is no rule and no card \"" + id + "\"");
            if (lists(result["findings"], id)) add("absent", "\"" + id + "\" is among the findings");
            if (!is_rule && lists(result["education"], id)) add("absent", "the card \"" + id + "\" is shown");
        }
        for (const char* part : {"scores", "plan", "sheet"}) {
            const Json* expected = expect.find(part);
            if (expected != nullptr) check_part(*expected, result.value(part, Json()), part);
        }
        expect.reject_others();
        for (Problem& problem : shape) add_at(problem.at, problem.message);
    }

private:
    /// Every member of `expected` is the same in `found`; null means that it is not there.
    void check_part(const Json& expected, const Json& found, const std::string& path) {
        if (expected.is_object() && found.is_object()) {
            for (const auto& [name, value] : expected.items()) {
                const auto member = found.find(name);
                check_part(value, member == found.end() ? Json() : *member, path + "/" + name);
            }
        } else if (expected != found) {
            add(path, "expected " + to_text(expected) + ", found " + to_text(found));
        }
    }

    bool is_card(const std::string& id) const {
        const auto& cards = bundle_.pack.cards;
        return std::any_of(cards.begin(), cards.end(), [&](const Card& card) { return card.id == id; });
    }

    void add(const std::string& path, const std::string& message) { add_at(at_ + "/" + path, message); }
    void add_at(const std::string& at, const std::string& message) {
        problems_.push_back({kFile, at, "\"" + golden_.name + "\": " + message});
    }

    const GoldenCase& golden_;
    const Bundle& bundle_;
    std::string at_;
    Problems& problems_;
};

}  // namespace

Result<std::vector<GoldenCase>> golden_from_json(const Json& json) {
    Problems problems;
    std::vector<GoldenCase> cases;
    std::set<std::string> names;
    Fields top(json, "", problems);
    const Json& list = top.array("cases");
    for (std::size_t i = 0; i < list.size(); ++i) {
        Fields fields(list[i], pointer("/cases", i), problems);
        GoldenCase golden;
        golden.name = fields.text("name");
        if (!names.insert(golden.name).second) fields.problem("name", "\"" + golden.name + "\" is given twice");
        const Json* answers = fields.find("answers");
        const Json* expect = fields.find("expect");
        if (answers == nullptr) fields.problem("answers", "is missing");
        if (expect == nullptr) fields.problem("expect", "is missing");
        fields.reject_others();
        if (answers == nullptr || expect == nullptr) continue;
        golden.input = {{"answers", *answers}};
        golden.expect = *expect;
        cases.push_back(std::move(golden));
    }
    top.reject_others();
    for (Problem& problem : problems) problem.file = kFile;
    if (!problems.empty()) return problems;
    return cases;
}

Problems check_golden(const Bundle& bundle, const std::vector<GoldenCase>& cases) {
    Problems problems;
    Assessor assessor(bundle.pack);
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const std::string at = pointer("/cases", i);
        const Result<Json> result = assess_json(bundle, assessor, cases[i].input, "");
        if (result.ok()) {
            CaseChecker(cases[i], bundle, at + "/expect", problems).check(result.value());
            continue;
        }
        for (Problem problem : result.problems()) {
            problems.push_back({kFile, at + problem.at, problem.message});
        }
    }
    return problems;
}

}  // namespace selfcheck::engine
