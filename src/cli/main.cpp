// SPDX-License-Identifier: MIT
//
// selfcheck: assesses and explains answers, checks and compares packs. Exit status 0 fine, 1 the
// input is wrong, 2 usage.
#include <CLI/CLI.hpp>
#include <iostream>
#include <string>

#include "cli/commands.h"

namespace {

namespace cli = selfcheck::cli;

void add_answer_options(CLI::App& command, cli::AnswerArguments& arguments, const std::string& input) {
    command.add_option("--pack", arguments.pack, "Folder of the pack; " SELFCHECK_DEFAULT_PACK " if not given")
        ->type_name("DIR");
    command.add_option("--lang", arguments.language, "Add the texts in this language, such as zh-CN or en");
    command.add_option("file", arguments.input, input + "; - reads standard input")->type_name("FILE");
}

}  // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    CLI::App app(
        "Self-check: what published guidance says about answers like these.\n"
        "Everything is computed here; nothing is sent anywhere.");
    app.set_version_flag("--version", SELFCHECK_VERSION);
    app.require_subcommand(1);
    app.footer(
        "Exit status: 0 fine, 1 the input is wrong, 2 wrong usage.\n"
        "selfcheck COMMAND --help shows the options of a command and examples.");
    const cli::Streams streams{std::cin, std::cout, std::cerr};
    int status = cli::kFine;

    cli::AnswerArguments answers;
    answers.pack = SELFCHECK_CONTENT "/" SELFCHECK_DEFAULT_PACK;
    CLI::App* assess = app.add_subcommand("assess", "Assess answers and print the result as JSON");
    add_answer_options(*assess, answers, "A JSON object {\"answers\": {...}}, or one such object a line");
    assess->add_flag("--other", answers.other, "Let the texts speak of another person, whom the answers are about");
    assess->footer(
        "Examples:\n"
        "  echo '{\"answers\": {}}' | selfcheck assess --lang en\n"
        "  selfcheck assess many.ndjson > results.ndjson    # a result a line, in constant memory");
    assess->callback([&] { status = cli::assess(answers, streams); });

    CLI::App* explain = app.add_subcommand("explain", "Show how the result for one set of answers comes about");
    add_answer_options(*explain, answers, "A JSON object {\"answers\": {...}}");
    explain->footer(
        "Prints each finding with its condition, what it read and which answers decided; what "
        "could not be\n"
        "judged and why; scores; which single answer would change the guidance; the cards shown.\n"
        "Examples:\n"
        "  selfcheck explain --lang en answers.json | less\n"
        "  selfcheck explain --pack content/" SELFCHECK_DEFAULT_PACK " answers.json");
    explain->callback([&] { status = cli::explain(answers, streams); });

    cli::DiffArguments packs;
    CLI::App* diff =
        app.add_subcommand("diff", "Compare two packs for a reviewer: content, and results of sampled answers");
    diff->add_option("old", packs.before, "Folder of the pack before")->required()->type_name("OLD");
    diff->add_option("new", packs.after, "Folder of the pack after")->required()->type_name("NEW");
    diff->add_option("--samples", packs.samples,
                     "How many sets of answers to compare, golden cases among them; 0 for none")
        ->capture_default_str();
    diff->add_option("--seed", packs.seed, "The same seed draws the same answers")->capture_default_str();
    diff->footer(
        "Exit status 0 whether or not they differ. The example answers can be piped to assess or "
        "explain.\n"
        "Examples:\n"
        "  selfcheck diff ../released/content/" SELFCHECK_DEFAULT_PACK " content/" SELFCHECK_DEFAULT_PACK
        "\n"
        "  selfcheck diff --samples 100000 --seed 7 old-pack new-pack");
    diff->callback([&] { status = cli::diff(packs, streams); });

    std::string linted;
    CLI::App* lint = app.add_subcommand("lint", "Check a pack and run its golden cases");
    lint->add_option("pack", linted, "Folder of the pack")->required()->type_name("DIR");
    lint->footer(
        "Prints nothing when nothing is wrong.\n"
        "Example:\n  selfcheck lint content/" SELFCHECK_DEFAULT_PACK);
    lint->callback([&] { status = cli::lint(linted, streams); });

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? cli::kFine : cli::kUsage;
    }
    return status;
}
