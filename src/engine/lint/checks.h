// SPDX-License-Identifier: MIT
//
// checks.h: what lint looks for, a function a concern. Internal to lint.
#pragma once

#include <vector>

#include "engine/bundle.h"
#include "engine/golden.h"
#include "engine/lint/search.h"
#include "engine/lint/text_keys.h"
#include "engine/result.h"

namespace selfcheck::engine::lint_checks {

/// What is linted, and where problems go.
struct Context {
    const Bundle& bundle;
    const Pack& pack;
    const std::vector<GoldenCase>& golden;
    const TextKeys& keys;
    Problems& problems;

    void add(std::string file, std::string at, std::string message) const {
        problems.push_back({std::move(file), std::move(at), std::move(message)});
    }
};

/// No id given twice, no screen with more than four questions.
void check_structure(const Context& context);

/// Every text there is in every language, none that is empty or that nothing uses, none left
/// untranslated; the same {names} in each language, all of them known.
void check_texts(const Context& context);

/// Chinese texts in Chinese words and punctuation, others without Chinese outside brackets.
void check_script(const Context& context);

/// Texts that speak to the reader say what stands there when the reader answers for somebody else: "{you|they}".
void check_voice(const Context& context);

/// No text longer than its kind has room for on a small phone.
void check_lengths(const Context& context);

/// Figures in a rule's texts are those of its condition; languages agree on their figures.
void check_figures(const Context& context);

/// Every source is cited and says which edition it is.
void check_sources(const Context& context);

/// Every case gives what it says; every rule is in one that fires it and in one that does not,
/// every card in one that shows it, every threshold between two.
void check_golden_cases(const Context& context);

/// Some answers ask each question and note, fire each rule, show each card, give each score and
/// band.
void check_reachability(const Context& context, AnswerSearch& search);

/// Some answers exist in which another answer to a question, or one more code of a multi, changes
/// the result. Tried on the answers that `search` has gathered.
void check_influence(const Context& context, AnswerSearch& search);

}  // namespace selfcheck::engine::lint_checks
