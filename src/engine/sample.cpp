// SPDX-License-Identifier: MIT
#include "engine/sample.h"

#include "engine/edges.h"

namespace selfcheck::engine {

Sampler::Sampler(const Pack& pack, std::uint64_t seed) : pack_(pack), state_(seed), edges_(number_edges(pack)) {}

Answers Sampler::next() {
    constexpr int kAnsweredPercent[] = {20, 60, 90, 100};
    const int answered = kAnsweredPercent[below(std::size(kAnsweredPercent))];
    Answers answers(pack_);
    for (std::size_t i = 0; i < pack_.questions.size(); ++i) {
        if (pack_.questions[i].required || chance(answered)) answer(answers, i);
    }
    return answers;
}

void Sampler::answer(Answers& answers, std::size_t index) {
    const Question& question = pack_.questions[index];
    switch (question.type) {
        case QuestionType::choice:
            answers.choose(index, question.codes[below(question.codes.size())]);
            return;
        case QuestionType::integer:
        case QuestionType::decimal:
            answers.enter(pack_, index, number(index));
            return;
        case QuestionType::multi:
            break;
    }
    constexpr int kNonePercent = 60;
    constexpr std::size_t kMostCodes = 4;
    answers.clear(index);
    const auto none = question.option_index(kNone);
    if (none && chance(kNonePercent)) {
        answers.toggle(pack_, index, question.codes[*none]);
        return;
    }
    for (std::size_t count = 1 + below(kMostCodes); count > 0; --count) {
        const SymbolId code = question.codes[below(question.codes.size())];
        if (!answers.has_code(index, code)) answers.toggle(pack_, index, code);
    }
}

Decimal Sampler::number(std::size_t index) {
    const Question& question = pack_.questions[index];
    if (chance(50)) return edges_[index][below(edges_[index].size())];
    const std::int64_t step = step_of(question).steps();
    const auto steps = static_cast<std::size_t>((question.max.steps() - question.min.steps()) / step);
    const Decimal value =
        Decimal::from_steps(question.min.steps() + static_cast<std::int64_t>(below(steps + 1)) * step);
    return check_number(question, value) == NumberFault::none ? value : question.min;
}

// splitmix64 (Steele, Lea, Flood 2014): every seed is good, and it is the same on every machine.
std::size_t Sampler::below(std::size_t count) {
    state_ += 0x9E3779B97F4A7C15u;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
    return static_cast<std::size_t>((mixed ^ (mixed >> 31)) % count);
}

}  // namespace selfcheck::engine
