// SPDX-License-Identifier: MIT
#include "engine/pack_diff.h"

#include <algorithm>
#include <set>

#include "engine/assess.h"
#include "engine/sample.h"

namespace selfcheck::engine {
namespace {

const Json kNothing;

const Json& member_of(const Json& json, const std::string& name) {
    if (!json.is_object()) return kNothing;
    const auto found = json.find(name);
    return found == json.end() ? kNothing : *found;
}

bool is_plain(const Json& json) {
    if (!json.is_string()) return false;
    const auto& text = json.get_ref<const std::string&>();
    return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

/// Words as they are, lists of words with commas, all else as JSON.
std::string readable(const Json& json) {
    if (is_plain(json)) return json.get<std::string>();
    if (!json.is_array() || !std::all_of(json.begin(), json.end(), is_plain)) return to_text(json);
    std::string text;
    for (const Json& item : json) text += (text.empty() ? "" : ", ") + item.get<std::string>();
    return text;
}

std::optional<std::string> optional_text(const Json& json) {
    return json.is_null() ? std::nullopt : std::optional(readable(json));
}

/// An entry of a part by its name; the names in order.
struct Entries {
    std::vector<std::string> names;
    std::map<std::string, Json> values;

    void add(std::string name, Json value) {
        names.push_back(name);
        values.emplace(std::move(name), std::move(value));
    }
    [[nodiscard]] const Json& find(const std::string& name) const {
        const auto found = values.find(name);
        return found == values.end() ? kNothing : found->second;
    }
};

Entries entries_of(const Json& list, const char* key) {
    Entries entries;
    for (const Json& item : list) entries.add(readable(member_of(item, key)), item);
    return entries;
}

void add_texts(const Json& json, const std::string& at, Entries& entries) {
    if (!json.is_structured()) return entries.add(at, json);
    for (const auto& [name, value] : json.items()) add_texts(value, pointer(at, name), entries);
}

/// What is nested below `json`, down to what has an id, and lists and values without one.
void add_nested(const Json& json, const std::string& at, Entries& entries) {
    const auto has_id = [](const Json& item) { return item.is_object() && item.contains("id"); };
    const bool list_of_ids = json.is_array() && std::all_of(json.begin(), json.end(), has_id);
    if (json.is_null()) return;
    if (has_id(json) || !(json.is_object() || list_of_ids)) return entries.add(at, json);
    for (const auto& [key, value] : json.items()) {
        const std::string name = list_of_ids ? readable(value["id"]) : key;
        add_nested(value, at.empty() ? name : at + "/" + name, entries);
    }
}

class Comparer {
public:
    std::vector<Difference> run(const Json& before, const Json& after) {
        compare_head(member_of(before, "pack"), member_of(after, "pack"));
        for (const char* part : {"screens", "questions", "derived", "scores", "rules", "cards", "regions"}) {
            const Entries old_entries = entries_of(member_of(member_of(before, "pack"), part), "id");
            const Entries new_entries = entries_of(member_of(member_of(after, "pack"), part), "id");
            compare(part, old_entries, new_entries);
            compare_order(part, old_entries, new_entries);
        }
        for (const char* part : {"plan", "sheet"}) {
            Entries old_entries;
            Entries new_entries;
            add_nested(member_of(member_of(before, "pack"), part), "", old_entries);
            add_nested(member_of(member_of(after, "pack"), part), "", new_entries);
            compare(part, old_entries, new_entries);
        }
        compare("sources", entries_of(member_of(member_of(before, "sources"), "sources"), "id"),
                entries_of(member_of(member_of(after, "sources"), "sources"), "id"));
        for (const std::string& language : languages_of(before, after)) {
            Entries old_texts;
            Entries new_texts;
            add_texts(member_of(member_of(before, "texts"), language), "", old_texts);
            add_texts(member_of(member_of(after, "texts"), language), "", new_texts);
            compare("texts " + language, old_texts, new_texts);
        }
        compare("golden cases", entries_of(member_of(member_of(before, "golden"), "cases"), "name"),
                entries_of(member_of(member_of(after, "golden"), "cases"), "name"));
        return std::move(differences_);
    }

private:
    void compare_head(const Json& before, const Json& after) {
        Difference head{"pack", readable(member_of(after, "id")), Difference::Kind::changed, {}};
        for (const char* name : {"id", "version", "figure", "languages", "review", "applies", "sections"}) {
            add_member(head, name, member_of(before, name), member_of(after, name));
        }
        if (!head.members.empty()) differences_.push_back(std::move(head));
    }

    static std::vector<std::string> languages_of(const Json& before, const Json& after) {
        std::vector<std::string> languages;
        for (const Json* bundle : {&after, &before}) {
            for (const auto& [language, texts] : member_of(*bundle, "texts").items()) {
                if (std::find(languages.begin(), languages.end(), language) == languages.end())
                    languages.push_back(language);
            }
        }
        return languages;
    }

    void compare(const std::string& part, const Entries& before, const Entries& after) {
        for (const std::string& name : after.names) {
            const Json& old_entry = before.find(name);
            const Json& new_entry = after.find(name);
            if (old_entry == new_entry) continue;
            add(part, name, old_entry.is_null() ? Difference::Kind::added : Difference::Kind::changed, old_entry,
                new_entry);
        }
        for (const std::string& name : before.names) {
            if (!after.values.contains(name)) add(part, name, Difference::Kind::removed, before.find(name), kNothing);
        }
    }

    void add(const std::string& part, const std::string& id, Difference::Kind kind, const Json& before,
             const Json& after) {
        Difference difference{part, id, kind, {}};
        if (!before.is_object() && !after.is_object()) {
            add_member(difference, "", before, after);
        } else {
            std::set<std::string> named{"id", "name"};
            for (const Json* entry : {&after, &before}) {
                for (const auto& [name, value] : entry->items()) {
                    if (named.insert(name).second)
                        add_member(difference, name, member_of(before, name), member_of(after, name));
                }
            }
        }
        differences_.push_back(std::move(difference));
    }

    static void add_member(Difference& difference, const std::string& name, const Json& before, const Json& after) {
        if (before != after) difference.members.push_back({name, optional_text(before), optional_text(after)});
    }

    /// Of what is in both packs, the stretch between the first and the last that stand elsewhere.
    void compare_order(const std::string& part, const Entries& before, const Entries& after) {
        const auto common = [](const Entries& entries, const Entries& other) {
            std::vector<std::string> names;
            for (const auto& name : entries.names) {
                if (other.values.contains(name)) names.push_back(name);
            }
            return names;
        };
        const auto old_names = common(before, after);
        const auto new_names = common(after, before);
        if (old_names.size() != new_names.size() || old_names == new_names) return;
        const auto first =
            std::mismatch(old_names.begin(), old_names.end(), new_names.begin()).first - old_names.begin();
        const auto last =
            std::mismatch(old_names.rbegin(), old_names.rend(), new_names.rbegin()).first.base() - old_names.begin();
        const auto stretch = [&](const std::vector<std::string>& names) {
            return readable(Json(std::vector<std::string>(names.begin() + first, names.begin() + last)));
        };
        differences_.push_back({part, "", Difference::Kind::changed, {{"", stretch(old_names), stretch(new_names)}}});
    }

    std::vector<Difference> differences_;
};

/// Takes away what `pack` does not understand; returns how many answers that were.
std::size_t keep_understood(const Pack& pack, Json& answers) {
    std::size_t removed = 0;
    const auto read = answers_from_json(pack, answers, "");
    for (const Problem& problem : read.problems()) {
        const std::string question = problem.at.substr(1, problem.at.find('/', 1) - 1);
        removed += answers.erase(question);
    }
    return removed;
}

bool is_complete(const Pack& pack, const Answers& answers) {
    for (std::size_t i = 0; i < pack.questions.size(); ++i) {
        if (pack.questions[i].required && !answers.answered(i)) return false;
    }
    return true;
}

class ResultComparer {
public:
    ResultComparer(const Pack& before, const Pack& after)
        : before_(before), after_(after), old_assessor_(before), new_assessor_(after) {}

    ResultComparison run(const std::vector<Json>& starts, std::size_t samples, std::uint64_t seed) {
        Sampler old_sampler(before_, seed);
        Sampler new_sampler(after_, ~seed);
        for (std::size_t i = 0; i < samples; ++i) {
            if (i < starts.size()) {
                compare(starts[i]);
            } else if (i % 2 == 0) {
                compare(to_json(before_, draw(before_, old_sampler, starts)));
            } else {
                compare(to_json(after_, draw(after_, new_sampler, starts)));
            }
        }
        for (auto& [levels, transition] : transitions_) comparison_.transitions.push_back(std::move(transition));
        return std::move(comparison_);
    }

private:
    /// A set drawn freely, or one of the starts with some answers drawn anew.
    static Answers draw(const Pack& pack, Sampler& sampler, const std::vector<Json>& starts) {
        if (starts.empty() || sampler.below(2) == 0) return sampler.next();
        Json start = starts[sampler.below(starts.size())];
        keep_understood(pack, start);
        Answers answers = answers_from_json(pack, start, "").value();
        constexpr std::size_t kMostRedrawn = 3;
        for (std::size_t count = 1 + sampler.below(kMostRedrawn); count > 0; --count) {
            sampler.answer(answers, sampler.below(pack.questions.size()));
        }
        return answers;
    }

    void compare(Json json) {
        comparison_.answers_left_out += keep_understood(before_, json) + keep_understood(after_, json);
        const auto old_answers = answers_from_json(before_, json, "");
        const auto new_answers = answers_from_json(after_, json, "");
        if (!old_answers.ok() || !new_answers.ok() || !is_complete(before_, old_answers.value()) ||
            !is_complete(after_, new_answers.value())) {
            ++comparison_.not_comparable;
            return;
        }
        ++comparison_.compared;
        const Assessment& then = old_assessor_.assess(old_answers.value());
        const Assessment& now = new_assessor_.assess(new_answers.value());
        const auto lost = only_in_first(before_, then, after_, now, false);
        const auto won = only_in_first(after_, now, before_, then, true);
        if (then.guidance == now.guidance && lost.empty() && won.empty()) return;

        Transition& transition = transitions_[{then.guidance, now.guidance}];
        transition.before = then.guidance;
        transition.after = now.guidance;
        constexpr std::size_t kExamples = 3;
        ++transition.count;
        const Json example = {{"answers", std::move(json)}};
        auto& examples = transition.examples;
        if (examples.size() < kExamples && std::find(examples.begin(), examples.end(), example) == examples.end()) {
            examples.push_back(example);
        }
        const Level lower = std::min(then.guidance, now.guidance);
        for (const auto* reasons : {&lost, &won}) {
            for (const Reason& reason : *reasons) {
                if (then.guidance == now.guidance || reason.level > lower) ++transition.reasons[reason];
            }
        }
    }

    static std::vector<Reason> only_in_first(const Pack& pack, const Assessment& assessment, const Pack& other_pack,
                                             const Assessment& other, bool appears) {
        std::vector<Reason> reasons;
        for (const Finding& finding : assessment.findings) {
            const Rule& rule = pack.rules[finding.rule];
            const auto same = other_pack.rule_index(rule.id);
            if (same && other_pack.rules[*same].level == rule.level && other.has_fired(*same)) continue;
            reasons.push_back({rule.id, rule.level, appears});
        }
        return reasons;
    }

    const Pack& before_;
    const Pack& after_;
    Assessor old_assessor_;
    Assessor new_assessor_;
    ResultComparison comparison_;
    std::map<std::pair<Level, Level>, Transition> transitions_;
};

}  // namespace

std::vector<Difference> compare_packs(const Json& before, const Json& after) { return Comparer().run(before, after); }

ResultComparison compare_results(const Pack& before, const Pack& after, const std::vector<Json>& starts,
                                 std::size_t samples, std::uint64_t seed) {
    return ResultComparer(before, after).run(starts, samples, seed);
}

}  // namespace selfcheck::engine
