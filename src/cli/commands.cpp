// SPDX-License-Identifier: MIT
#include "cli/commands.h"

#include <fstream>
#include <ostream>

#include "cli/pack_folder.h"

namespace selfcheck::cli {

int report(const engine::Problems& problems, const Streams& streams) {
    for (const engine::Problem& problem : problems) streams.errors << problem.to_string() << '\n';
    return problems.empty() ? kFine : kWrongInput;
}

int with_input(const AnswerArguments& arguments, const Streams& streams,
               const std::function<int(const engine::Bundle&, std::istream&)>& command) {
    const auto bundle = read_bundle(arguments.pack);
    if (!bundle.ok()) return report(bundle.problems(), streams);
    if (!arguments.language.empty() && !bundle.value().texts.contains(arguments.language)) {
        streams.errors << "--lang: there is no language \"" << arguments.language << "\" in " << arguments.pack << '\n';
        return kUsage;
    }
    if (arguments.input == "-") return command(bundle.value(), streams.in);
    std::ifstream file(arguments.input, std::ios::binary);
    if (!file || file.peek() == std::ifstream::traits_type::eof()) {
        return report({{arguments.input, "", file ? "is empty" : "cannot be read"}}, streams);
    }
    return command(bundle.value(), file);
}

}  // namespace selfcheck::cli
