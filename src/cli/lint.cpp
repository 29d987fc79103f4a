// SPDX-License-Identifier: MIT
#include "engine/lint.h"

#include "cli/commands.h"
#include "cli/pack_folder.h"

namespace selfcheck::cli {

int lint(const std::string& pack, const Streams& streams) {
    const auto bundle = read_bundle(pack);
    if (!bundle.ok()) return report(bundle.problems(), streams);
    const auto golden = read_golden(pack);
    if (!golden.ok()) return report(golden.problems(), streams);
    return report(engine::lint(bundle.value(), golden.value()), streams);
}

}  // namespace selfcheck::cli
