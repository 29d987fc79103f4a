// SPDX-License-Identifier: MIT
//
// assess_time: the time of one assessment of a full answer set, in microseconds. Google Benchmark is not built
// for WebAssembly; this little is, so that wasm.mjs can compare the same code natively and there.
//
//   assess_time <BUNDLE.json
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "engine/assess.h"
#include "engine/bundle.h"
#include "engine/sample.h"

using namespace selfcheck::engine;

int main() {
    std::string text;
    for (int c = std::getchar(); c != EOF; c = std::getchar()) text += static_cast<char>(c);
    const auto json = parse_json(text);
    if (!json.ok()) return 1;
    const auto bundle = Bundle::from_json(json.value());
    if (!bundle.ok()) return 1;

    const Pack& pack = bundle.value().pack;
    Sampler sampler(pack, 1);
    std::vector<Answers> sets(64, Answers(pack));
    for (Answers& answers : sets) {
        for (std::size_t question = 0; question < pack.questions.size(); ++question) sampler.answer(answers, question);
    }
    Assessor assessor(pack);
    constexpr int kTimes = 60'000;
    std::size_t findings = 0;
    const auto assess = [&](int times) {
        for (int i = 0; i < times; ++i) {
            findings += assessor.assess(sets[static_cast<std::size_t>(i) % sets.size()]).findings.size();
        }
    };
    assess(kTimes / 2);  // warm: a WebAssembly engine compiles again what is hot
    const auto start = std::chrono::steady_clock::now();
    assess(kTimes);
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - start;
    std::printf("%.2f\n", took.count() / kTimes);
    return findings > 0 ? 0 : 1;
}
