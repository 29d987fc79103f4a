// SPDX-License-Identifier: MIT
#include "engine/what_if.h"

#include <algorithm>
#include <set>

#include "engine/assess.h"
#include "engine/edges.h"

namespace selfcheck::engine {
namespace {

/// The questions whose answers can reach a rule, through conditions and derived values.
std::vector<bool> questions_behind_rules(const Pack& pack) {
    std::vector<bool> behind(pack.variables.size());
    const auto note = [&](const fhirpath::Program& program) {
        for (const auto variable : program.variables()) behind[variable] = true;
    };
    if (pack.applies) note(*pack.applies);
    for (const Rule& rule : pack.rules) note(rule.when);
    for (auto variable = pack.evaluation_order.rbegin(); variable != pack.evaluation_order.rend(); ++variable) {
        if (!behind[*variable]) continue;
        if (*variable >= pack.questions.size()) {
            note(pack.derived[*variable - pack.questions.size()].value);
        } else if (pack.questions[*variable].when) {
            note(*pack.questions[*variable].when);
        }
    }
    behind.resize(pack.questions.size());
    return behind;
}

/// A multi with the code added or taken away; nothing when no code is left.
bool toggled(const Pack& pack, std::size_t question, SymbolId code, Answers& answers) {
    answers.toggle(pack, question, code);
    return answers.answered(question);
}

class Search {
public:
    Search(const Pack& pack, const Answers& answers)
        : pack_(pack), answers_(answers), changed_(answers), assessor_(pack), edges_(number_edges(pack)) {
        const Assessment& now = assessor_.assess(answers);
        level_ = now.guidance;
        asked_ = now.asked;
        for (const Finding& finding : now.findings) fired_.push_back(finding.rule);
    }

    std::vector<Change> all() {
        return run([](std::size_t) { return true; });
    }

    std::vector<Change> by_the_reader() {
        auto changes = run([&](std::size_t index) {
            const Question& question = pack_.questions[index];
            return answers_.answered(index) && (question.act != Act::none || !question.act_codes.empty());
        });
        std::erase_if(changes, [](const Change& change) { return !change.actionable; });
        for (Change& change : changes) say_plainly(change);
        return changes;
    }

private:
    template <typename IsTried>
    std::vector<Change> run(IsTried&& is_tried) {
        if (level_ == Level::not_applicable) return {};
        const std::vector<bool> behind = questions_behind_rules(pack_);
        for (std::size_t i = 0; i < pack_.questions.size(); ++i) {
            if (!asked_[i] || !behind[i] || !is_tried(i)) continue;
            switch (pack_.questions[i].type) {
                case QuestionType::choice:
                    try_options(i);
                    break;
                case QuestionType::multi:
                    try_codes(i);
                    break;
                case QuestionType::integer:
                case QuestionType::decimal:
                    try_numbers(i);
                    break;
            }
        }
        return std::move(changes_);
    }

    /// The level then, or the present one where the difference counts for nothing.
    Level level_of(const Assessment& then) const {
        if (then.guidance == Level::not_applicable) return level_;
        const bool unsure =
            std::any_of(then.undetermined.begin(), then.undetermined.end(), [&](const Undetermined& open) {
                return pack_.rules[open.rule].level > then.guidance && has_fired(open.rule);
            });
        return unsure && then.guidance < level_ ? level_ : then.guidance;
    }

    void try_options(std::size_t question) {
        for (const SymbolId code : pack_.questions[question].codes) {
            if (answers_.has_code(question, code)) continue;
            changed_.choose(question, code);
            consider(question);
        }
        changed_ = answers_;
    }

    void try_codes(std::size_t question) {
        for (const SymbolId code : pack_.questions[question].codes) {
            if (toggled(pack_, question, code, changed_)) consider(question);
            changed_ = answers_;
        }
    }

    void try_numbers(std::size_t question) {
        struct Probe {
            Decimal value;
            Level level;
        };
        const auto probe = [&](Decimal value) {
            changed_.enter(pack_, question, value);
            return Probe{value, level_of(assessor_.assess(changed_))};
        };
        const std::optional<Decimal> present = answers_.value(question).number();
        std::vector<Probe> probes;
        for (const Decimal value : edges_[question]) probes.push_back(probe(value));
        if (present) probes.push_back({*present, level_});
        const auto by_value = [](const Probe& a, const Probe& b) { return a.value < b.value; };
        std::sort(probes.begin(), probes.end(), by_value);

        // Where two neighbours differ, the very place where they begin to.
        const std::int64_t step = step_of(pack_.questions[question]).steps();
        std::vector<Probe> found;
        for (std::size_t i = 0; i + 1 < probes.size(); ++i) {
            Probe low = probes[i];
            Probe high = probes[i + 1];
            while (low.level != high.level) {
                const std::int64_t steps = (high.value.steps() - low.value.steps()) / step;
                if (steps < 2) break;
                const Probe middle = probe(Decimal::from_steps(low.value.steps() + steps / 2 * step));
                (middle.level == low.level ? low : high) = middle;
            }
            found.push_back(low);
            found.push_back(high);
        }
        probes.insert(probes.end(), found.begin(), found.end());
        std::stable_sort(probes.begin(), probes.end(), by_value);

        const auto home = home_of(probes, present);
        std::vector<Decimal> values;
        const auto walk = [&](auto from, auto end) {
            std::set<Level> seen{level_};
            for (; from != end; ++from) {
                if (seen.insert(from->level).second) values.push_back(from->value);
            }
        };
        walk(std::make_reverse_iterator(home), probes.crend());
        walk(home, probes.cend());
        std::sort(values.begin(), values.end());
        values.erase(std::unique(values.begin(), values.end()), values.end());
        for (const Decimal value : values) {
            changed_.enter(pack_, question, value);
            consider(question);
        }
        changed_ = answers_;
    }

    /// Where to look from: the present value, or the middle one of those that change nothing, or
    /// the first.
    template <typename Probes>
    typename Probes::const_iterator home_of(const Probes& probes, std::optional<Decimal> present) const {
        if (present) {
            return std::find_if(probes.begin(), probes.end(), [&](const auto& one) { return one.value == *present; });
        }
        std::vector<std::size_t> quiet;
        for (std::size_t i = 0; i < probes.size(); ++i) {
            if (probes[i].level == level_) quiet.push_back(i);
        }
        return probes.begin() + static_cast<std::ptrdiff_t>(quiet.empty() ? 0 : quiet[quiet.size() / 2]);
    }

    /// Puts a number that a person would name in the place of the nearest one that counts, where it leads to the same
    /// level: the next multiple of what the question's buttons add ("1.5 cups", not "1.1"), or of a power of ten, at
    /// most a twentieth away ("1600", not "1581.9").
    void say_plainly(Change& change) {
        const Question& question = pack_.questions[change.question];
        if (!question.is_number()) return;
        if (!question.step.is_zero() && name_multiple_of(question.step.steps(), change)) return;
        const std::int64_t value = change.to.front().as_number().steps();
        for (std::int64_t grid = 1000 * Decimal::kStepsPerUnit; grid > step_of(question).steps(); grid /= 10) {
            if (20 * grid <= value && name_multiple_of(grid, change)) return;
        }
    }

    /// Whether the next multiple of `grid` away from the present value leads to the same level; it is then the change.
    bool name_multiple_of(std::int64_t grid, Change& change) {
        const Question& question = pack_.questions[change.question];
        const std::int64_t value = change.to.front().as_number().steps();
        const bool up = value > answers_.value(change.question).number()->steps();
        const std::int64_t rounded = value / grid * grid + (up && value % grid != 0 ? grid : 0);
        const Decimal named = std::clamp(Decimal::from_steps(rounded), question.min, question.max);
        changed_.enter(pack_, change.question, named);
        const std::optional<Change> plain = change_to_now(change.question);
        changed_ = answers_;
        if (!plain || plain->level != change.level) return false;
        change = *plain;
        return true;
    }

    /// Notes changed_ when its level is another.
    void consider(std::size_t question) {
        if (auto change = change_to_now(question)) changes_.push_back(std::move(*change));
    }

    /// What the answers in changed_, other ones to `question`, lead to, if that is another level.
    std::optional<Change> change_to_now(std::size_t question) {
        const Assessment& then = assessor_.assess(changed_);
        const Level level = level_of(then);
        if (level == level_) return std::nullopt;
        Change change;
        change.question = question;
        const fhirpath::Value to = changed_.value(question);
        change.to.assign(to.items().begin(), to.items().end());
        change.level = level;
        for (const Finding& finding : then.findings) {
            if (!has_fired(finding.rule)) change.appearing.push_back(finding.rule);
        }
        for (const std::size_t rule : fired_) {
            if (!then.has_fired(rule)) change.disappearing.push_back(rule);
        }
        change.actionable = is_actionable(question, level);
        return change;
    }

    bool is_actionable(std::size_t index, Level level) const {
        const Question& question = pack_.questions[index];
        if (!answers_.answered(index)) return question.find_out;
        if (level > level_) return false;
        if (question.is_number()) {
            const bool more = *changed_.value(index).number() > *answers_.value(index).number();
            return question.act == Act::either || question.act == (more ? Act::more : Act::less);
        }
        return std::any_of(question.act_codes.begin(), question.act_codes.end(), [&](SymbolId code) {
            return changed_.has_code(index, code) && !answers_.has_code(index, code);
        });
    }

    bool has_fired(std::size_t rule) const { return std::find(fired_.begin(), fired_.end(), rule) != fired_.end(); }

    const Pack& pack_;
    const Answers& answers_;
    Answers changed_;
    Assessor assessor_;
    std::vector<std::vector<Decimal>> edges_;
    Level level_ = Level::self_care;
    std::vector<bool> asked_;
    std::vector<std::size_t> fired_;
    std::vector<Change> changes_;
};

const ScoreValue* find_score(const Assessment& assessment, std::size_t score) {
    const auto found = std::find_if(assessment.scores.begin(), assessment.scores.end(),
                                    [&](const ScoreValue& value) { return value.score == score; });
    return found == assessment.scores.end() ? nullptr : &*found;
}

/// Whether the score is complete with every answer to the question that matters.
bool settles(const Pack& pack, const Answers& answers, Assessor& assessor, std::size_t score, std::size_t index,
             const std::vector<Decimal>& edges) {
    const Question& question = pack.questions[index];
    Answers changed = answers;
    const auto complete = [&] {
        const ScoreValue* value = find_score(assessor.assess(changed), score);
        return value != nullptr && !value->range;
    };
    if (question.is_number()) {
        return std::all_of(edges.begin(), edges.end(), [&](Decimal value) {
            changed.enter(pack, index, value);
            return complete();
        });
    }
    return std::all_of(question.codes.begin(), question.codes.end(), [&](SymbolId code) {
        changed.choose(index, code);
        return complete();
    });
}

}  // namespace

std::vector<Change> what_if(const Pack& pack, const Answers& answers) { return Search(pack, answers).all(); }

std::vector<Change> what_reader_could_change(const Pack& pack, const Answers& answers) {
    return Search(pack, answers).by_the_reader();
}

std::optional<std::size_t> settling_question(const Pack& pack, const Answers& answers, std::size_t score) {
    Assessor assessor(pack);
    const Assessment& now = assessor.assess(answers);
    const ScoreValue* value = find_score(now, score);
    if (value == nullptr || !value->range) return std::nullopt;
    const std::vector<bool> asked = now.asked;
    const auto edges = number_edges(pack);
    for (std::size_t i = 0; i < pack.questions.size(); ++i) {
        if (!asked[i] || answers.answered(i)) continue;
        if (settles(pack, answers, assessor, score, i, edges[i])) return i;
    }
    return std::nullopt;
}

}  // namespace selfcheck::engine
