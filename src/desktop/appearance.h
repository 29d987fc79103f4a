// SPDX-License-Identifier: MIT
//
// appearance.h: a native window looks as the reader chose; SDL2 does not tell the system's wishes.
#pragma once

#include "app/app.h"
#include "session/screen.h"

namespace selfcheck::desktop {

[[nodiscard]] inline app::Appearance appearance_of(const session::Screen& screen) {
    return {.dark = screen.theme == "dark", .contrast = screen.contrast};
}

}  // namespace selfcheck::desktop
