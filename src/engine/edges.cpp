// SPDX-License-Identifier: MIT
#include "engine/edges.h"

#include <algorithm>
#include <optional>

#include "engine/answers.h"

namespace selfcheck::engine {

Decimal step_of(const Question& question) {
    constexpr Decimal kTenth = Decimal::from_steps(Decimal::kStepsPerUnit / 10);
    return question.type == QuestionType::integer ? Decimal::from_integer(1) : kTenth;
}

std::vector<std::vector<Decimal>> number_edges(const Pack& pack) {
    std::vector<std::vector<Decimal>> edges(pack.questions.size());
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (pack.questions[i].is_number()) edges[i] = {pack.questions[i].min, pack.questions[i].max};
    }
    pack.for_each_program([&](const fhirpath::Program& program) {
        for (const auto& threshold : program.thresholds()) {
            if (threshold.variable >= edges.size()) continue;
            const Question& question = pack.questions[threshold.variable];
            const Decimal step = step_of(question);
            const std::optional<Decimal> around[] = {subtract(threshold.value, step), threshold.value,
                                                     add(threshold.value, step)};
            for (const auto& value : around) {
                if (value && check_number(question, *value) == NumberFault::none) {
                    edges[threshold.variable].push_back(*value);
                }
            }
        }
    });
    for (auto& values : edges) {
        std::sort(values.begin(), values.end());
        values.erase(std::unique(values.begin(), values.end()), values.end());
    }
    return edges;
}

}  // namespace selfcheck::engine
