// SPDX-License-Identifier: MIT
//
// sample_lines: writes sets of answers drawn from a pack, one a line, as `selfcheck assess` reads them.
//
//   sample_lines 100000 >answers.ndjson
#include <cstdio>
#include <cstdlib>
#include <string>

#include "cli/pack_folder.h"
#include "engine/answers.h"
#include "engine/sample.h"

namespace engine = selfcheck::engine;

int main(int argc, char** argv) {
    if (argc < 2 || argc > 3) {
        std::fputs("usage: sample_lines COUNT [PACK]\n", stderr);
        return 2;
    }
    const auto bundle = selfcheck::cli::read_bundle(argc == 3 ? argv[2] : SELFCHECK_DEFAULT_PACK);
    if (!bundle.ok()) {
        for (const auto& problem : bundle.problems()) std::fprintf(stderr, "%s\n", problem.to_string().c_str());
        return 1;
    }
    const engine::Pack& pack = bundle.value().pack;
    engine::Sampler sampler(pack, 1);
    for (long left = std::atol(argv[1]); left > 0; --left) {
        const engine::Json line = {{"answers", engine::to_json(pack, sampler.next())}};
        std::puts(engine::to_text(line).c_str());
    }
}
