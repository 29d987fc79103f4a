// SPDX-License-Identifier: MIT
//
// operable.h: what stands behind a key of the Screen that a Layout has a control for.
#pragma once

#include <string_view>
#include <variant>

#include "session/screen.h"

namespace selfcheck::desktop {

/// An address to open outside.
struct Link {
    std::string_view address;
};

/// Nothing, what operating it does, the field that is typed into, or the slider. Points into the Screen.
using Operable =
    std::variant<std::monostate, const session::Action*, Link, const session::Field*, const session::Slider*>;

[[nodiscard]] Operable find_operable(const session::Screen& screen, std::string_view key);

}  // namespace selfcheck::desktop
