// SPDX-License-Identifier: MIT
//
// sample.h: sets of answers drawn from what a pack allows, for searches, comparisons and property tests.
//
// The sequence depends on the pack and the seed alone, so that whatever is found can be found again.
// Numbers are drawn at and next to the thresholds of the pack's expressions more often than elsewhere.
//
//   Sampler sampler(pack, 1);
//   for (int i = 0; i < 10'000; ++i) assessor.assess(sampler.next());
#pragma once

#include <cstdint>
#include <vector>

#include "engine/answers.h"
#include "engine/pack.h"

namespace selfcheck::engine {

class Sampler {
public:
    /// The Pack must outlive the Sampler.
    Sampler(const Pack& pack, std::uint64_t seed);

    /// Another set. Required questions are always answered; of the others few, many or all, also
    /// such that are not asked with these answers.
    [[nodiscard]] Answers next();

    /// Gives the question an answer, perhaps the one it has; never takes one away.
    void answer(Answers& answers, std::size_t question);

    /// A number from 0 to count - 1. Requires count > 0.
    [[nodiscard]] std::size_t below(std::size_t count);

private:
    [[nodiscard]] bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }
    [[nodiscard]] Decimal number(std::size_t question);

    const Pack& pack_;
    std::uint64_t state_;
    std::vector<std::vector<Decimal>> edges_;  // by question, see edges.h
};

}  // namespace selfcheck::engine
