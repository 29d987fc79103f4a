// SPDX-License-Identifier: MIT
//
// selfcheck-desktop: the interface in a native window, for developers. Exit status 0 fine, 1 the
// pack is wrong or nothing can be drawn, 2 usage.
#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <iostream>
#include <string>
#include <vector>

#include "app/app.h"
#include "cli/commands.h"  // kFine, kWrongInput, kUsage
#include "desktop/appearance.h"
#include "desktop/content.h"
#include "desktop/event_loop.h"
#include "desktop/screenshot.h"
#include "session/action.h"

namespace {

namespace app = selfcheck::app;
namespace cli = selfcheck::cli;
namespace desktop = selfcheck::desktop;
using selfcheck::session::ActionKind;

struct Arguments {
    std::string pack = SELFCHECK_CONTENT "/" SELFCHECK_DEFAULT_PACK;
    std::string language;
    std::string theme = "auto";
    float density = 0;
    std::vector<std::string> screenshot;  // file and size; empty for a window
};

/// YYYY-MM-DD where this machine is.
std::string today() {
    const std::time_t now = std::time(nullptr);
    char text[16];
    std::strftime(text, sizeof text, "%F", std::localtime(&now));
    return text;
}

int fail(int status, const std::string& message) {
    std::cerr << message << '\n';
    return status;
}

int save(app::App& shown, const Arguments& arguments) {
    int width = 0;
    int height = 0;
    char rest = 0;
    const std::string& size = arguments.screenshot[1];
    const bool read = std::sscanf(size.c_str(), "%dx%d%c", &width, &height, &rest) == 2;
    if (!read || width < 200 || width > 4096 || height < 1 || height > 16384) {
        return fail(cli::kUsage, "--screenshot: " + size + " is no size such as 390x844");
    }
    const app::Viewport viewport{.width = static_cast<float>(width),
                                 .height = static_cast<float>(height),
                                 .density = arguments.density > 0 ? arguments.density : 1};
    app::Appearance still = desktop::appearance_of(shown.screen());
    still.reduced_motion = true;
    shown.set_appearance(still);
    const std::string wrong = desktop::save_screenshot(shown, viewport, arguments.screenshot[0]);
    return wrong.empty() ? cli::kFine : fail(cli::kWrongInput, arguments.screenshot[0] + ": " + wrong);
}

int run(const Arguments& arguments) {
    auto bundle = desktop::read_content(arguments.pack, SELFCHECK_CONTENT "/interface");
    if (!bundle.ok()) {
        for (const auto& problem : bundle.problems()) std::cerr << problem.to_string() << '\n';
        return cli::kWrongInput;
    }
    if (!arguments.language.empty() && !bundle.value().speaks(arguments.language)) {
        return fail(cli::kUsage, "--lang: there is no language \"" + arguments.language + "\" in " + arguments.pack);
    }
    app::App shown;
    shown.load(std::move(bundle.value()), arguments.language);
    shown.perform({ActionKind::set_date, "", today()});
    shown.perform({ActionKind::set_theme, "", arguments.theme});
    if (!shown.open()) return fail(cli::kWrongInput, "there is no window with OpenGL ES 2 to be had");
    if (!arguments.screenshot.empty()) return save(shown, arguments);
    desktop::EventLoop(shown, arguments.density).run();
    return cli::kFine;
}

}  // namespace

int main(int argc, char** argv) {
    Arguments arguments;
    CLI::App command("The self-check in a native window: the same interface as on the page, for developers.");
    command.set_version_flag("--version", SELFCHECK_VERSION);
    command.add_option("--pack", arguments.pack, "Folder of the pack; " SELFCHECK_DEFAULT_PACK " if not given")
        ->type_name("DIR");
    command.add_option("--lang", arguments.language, "Language to begin in, such as zh-CN or en");
    command.add_option("--theme", arguments.theme, "auto, light or dark")
        ->check(CLI::IsMember({"auto", "light", "dark"}));
    command.add_option("--density", arguments.density, "Device pixels per layout pixel; the display's if not given")
        ->check(CLI::Range(0.5, 4.0));
    command.add_option("--screenshot", arguments.screenshot, "Write the welcome page as a PNG of this size instead")
        ->expected(2)
        ->type_name("FILE WIDTHxHEIGHT");
    command.footer(
        "Tab and Enter operate, arrows and page keys scroll; L language, T theme, + and - text "
        "size.\n"
        "Saving the result prints it.\n"
        "Examples:\n"
        "  selfcheck-desktop --lang zh-CN --theme dark\n"
        "  selfcheck-desktop --lang en --screenshot welcome.png 390x844 --density 2");
    try {
        command.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return command.exit(error) == 0 ? cli::kFine : cli::kUsage;
    }
    return run(arguments);
}
