// SPDX-License-Identifier: MIT
//
// selfcheck: assesses answers, checks packs. Exit status 0 fine, 1 the input is wrong, 2 usage.
#include <fstream>
#include <iostream>
#include <string>

#include <CLI/CLI.hpp>

#include "cli/assess_stream.h"
#include "cli/pack_folder.h"
#include "engine/lint.h"

namespace {

namespace cli = selfcheck::cli;
namespace engine = selfcheck::engine;

constexpr int kFine = 0;
constexpr int kWrongInput = 1;
constexpr int kUsage = 2;

int report(const engine::Problems& problems) {
    for (const engine::Problem& problem : problems) std::cerr << problem.to_string() << '\n';
    return problems.empty() ? kFine : kWrongInput;
}

int assess(const std::string& pack, const std::string& language, const std::string& input) {
    const auto bundle = cli::read_bundle(pack);
    if (!bundle.ok()) return report(bundle.problems());
    if (!language.empty() && !bundle.value().texts.contains(language)) {
        std::cerr << "--lang: there is no language \"" << language << "\" in " << pack << '\n';
        return kUsage;
    }
    std::ios::sync_with_stdio(false);
    std::ifstream file;
    if (input != "-") {
        file.open(input, std::ios::binary);
        if (!file || file.peek() == std::ifstream::traits_type::eof()) {
            return report({{input, "", file ? "is empty" : "cannot be read"}});
        }
    }
    std::istream& in = input == "-" ? std::cin : file;
    return cli::assess_stream(bundle.value(), language, in, std::cout, std::cerr) ? kFine : kWrongInput;
}

int lint(const std::string& pack) {
    const auto bundle = cli::read_bundle(pack);
    if (!bundle.ok()) return report(bundle.problems());
    const auto golden = cli::read_golden(pack);
    if (!golden.ok()) return report(golden.problems());
    return report(engine::lint(bundle.value(), golden.value()));
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Bone and muscle self-check: what published guidance says about answers like these.\n"
                 "Everything is computed here; nothing is sent anywhere.");
    app.set_version_flag("--version", SELFCHECK_VERSION);
    app.require_subcommand(1);
    std::string pack = SELFCHECK_DEFAULT_PACK;
    std::string language;
    std::string input = "-";

    CLI::App* assess_command = app.add_subcommand("assess", "Assess answers and print the result as JSON");
    assess_command->add_option("--pack", pack, "Folder of the pack")->type_name("DIR");
    assess_command->add_option("--lang", language, "Add the texts in this language, such as zh-CN or en");
    assess_command->add_option("file", input, "A JSON object {\"answers\": {...}}, or one such object a line; - reads standard input")
        ->type_name("FILE");
    assess_command->footer("Example:\n  echo '{\"answers\": {\"age\": 68, \"sex\": \"female\"}}' | selfcheck assess --lang en");

    CLI::App* lint_command = app.add_subcommand("lint", "Check a pack and run its golden cases");
    lint_command->add_option("pack", pack, "Folder of the pack")->required()->type_name("DIR");
    lint_command->footer("Example:\n  selfcheck lint content/bone-muscle");

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kFine : kUsage;
    }
    return assess_command->parsed() ? assess(pack, language, input) : lint(pack);
}
