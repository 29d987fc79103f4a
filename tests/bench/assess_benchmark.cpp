// SPDX-License-Identifier: MIT
//
// What one set of answers costs, in memory and as the lines that `selfcheck assess` reads and writes.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "cli/pack_folder.h"
#include "engine/assess.h"
#include "engine/result_json.h"
#include "engine/sample.h"

namespace {

using namespace selfcheck::engine;

const Bundle& bundle() {
    static const auto read = selfcheck::cli::read_bundle(SELFCHECK_DEFAULT_PACK);
    if (!read.ok()) std::abort();
    return read.value();
}

Answers answers_of(const char* json) { return answers_from_json(bundle().pack, parse_json(json).value(), "").value(); }

/// Everything answered, whether it is asked or not.
std::vector<Answers> full() {
    const Pack& pack = bundle().pack;
    Sampler sampler(pack, 1);
    std::vector<Answers> sets;
    for (int i = 0; i < 64; ++i) {
        Answers& answers = sets.emplace_back(pack);
        for (std::size_t question = 0; question < pack.questions.size(); ++question) {
            sampler.answer(answers, question);
        }
    }
    return sets;
}

/// Of the optional questions few, many or all are answered.
std::vector<Answers> sampled() {
    Sampler sampler(bundle().pack, 1);
    std::vector<Answers> sets;
    for (int i = 0; i < 1024; ++i) sets.push_back(sampler.next());
    return sets;
}

/// Only the two answers that are required.
std::vector<Answers> sparse() {
    return {answers_of(R"({"age": 68, "sex": "female"})"), answers_of(R"({"age": 40, "sex": "male"})")};
}

template <std::vector<Answers> (*sets)()>
void assess(benchmark::State& state) {
    const std::vector<Answers> answers = sets();
    Assessor assessor(bundle().pack);
    std::size_t i = 0;
    for (auto _ : state) benchmark::DoNotOptimize(&assessor.assess(answers[i++ % answers.size()]));
}
BENCHMARK(assess<full>)->Unit(benchmark::kMicrosecond);
BENCHMARK(assess<sparse>)->Unit(benchmark::kMicrosecond);
BENCHMARK(assess<sampled>)->Unit(benchmark::kMicrosecond);

/// As the session assesses: once, with an Assessor of its own.
template <std::vector<Answers> (*sets)()>
void assess_once(benchmark::State& state) {
    const std::vector<Answers> answers = sets();
    std::size_t i = 0;
    for (auto _ : state) {
        Assessor assessor(bundle().pack);
        benchmark::DoNotOptimize(&assessor.assess(answers[i++ % answers.size()]));
    }
}
BENCHMARK(assess_once<full>)->Unit(benchmark::kMicrosecond);
BENCHMARK(assess_once<sparse>)->Unit(benchmark::kMicrosecond);

/// From the text of a line to the text of its result.
template <std::vector<Answers> (*sets)()>
void line(benchmark::State& state) {
    std::vector<std::string> lines;
    for (const Answers& answers : sets()) {
        lines.push_back(to_text(Json{{"answers", to_json(bundle().pack, answers)}}));
    }
    Assessor assessor(bundle().pack);
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(assess_text(bundle(), assessor, lines[i++ % lines.size()], "").value());
    }
}
BENCHMARK(line<full>)->Unit(benchmark::kMicrosecond);
BENCHMARK(line<sparse>)->Unit(benchmark::kMicrosecond);
BENCHMARK(line<sampled>)->Unit(benchmark::kMicrosecond);

}  // namespace
