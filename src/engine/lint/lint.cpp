// SPDX-License-Identifier: MIT
#include "engine/lint.h"

#include "engine/lint/checks.h"

namespace selfcheck::engine {

Problems lint(const Bundle& bundle, const std::vector<GoldenCase>& golden) {
    Problems problems;
    const TextKeys keys(bundle.pack, bundle.sources);
    const lint_checks::Context context{bundle, bundle.pack, golden, keys, problems};
    lint_checks::check_structure(context);
    lint_checks::check_texts(context);
    lint_checks::check_script(context);
    lint_checks::check_voice(context);
    lint_checks::check_lengths(context);
    lint_checks::check_figures(context);
    lint_checks::check_sources(context);
    lint_checks::check_golden_cases(context);

    std::vector<Answers> seeds;
    for (const GoldenCase& one : golden) {
        const auto answers = answers_from_json(bundle.pack, one.input["answers"], "");
        if (answers.ok()) seeds.push_back(answers.value());
    }
    AnswerSearch search(bundle.pack, std::move(seeds));
    lint_checks::check_reachability(context, search);
    lint_checks::check_influence(context, search);
    return problems;
}

}  // namespace selfcheck::engine
