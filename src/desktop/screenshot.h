// SPDX-License-Identifier: MIT
//
// screenshot.h: one frame as a PNG file, of any size: drawn beside the window, not read from it.
#pragma once

#include <string>

#include "app/app.h"

namespace selfcheck::desktop {

/// The upper end of what `app` has on show, laid out for the viewport's width. `app` is open.
/// Returns "" or what went wrong.
[[nodiscard]] std::string save_screenshot(app::App& app, const app::Viewport& viewport, const std::string& file);

}  // namespace selfcheck::desktop
