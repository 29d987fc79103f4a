// SPDX-License-Identifier: MIT
#include "cli/assess_stream.h"
#include "cli/commands.h"

namespace selfcheck::cli {

int assess(const AnswerArguments& arguments, const Streams& streams) {
    return with_input(arguments, streams, [&](const engine::Bundle& bundle, std::istream& in) {
        const auto voice = arguments.other ? engine::Voice::other : engine::Voice::self;
        return assess_stream(bundle, arguments.language, voice, in, streams.out, streams.errors) ? kFine : kWrongInput;
    });
}

}  // namespace selfcheck::cli
