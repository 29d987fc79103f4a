// SPDX-License-Identifier: MIT
//
// content.h: all that a session needs, read from a checkout's folders.
#pragma once

#include <filesystem>

#include "engine/bundle.h"
#include "engine/result.h"

namespace selfcheck::desktop {

/// The pack in `pack` with its texts, and the interface's texts in its languages from `interface`.
[[nodiscard]] engine::Result<engine::Bundle> read_content(const std::filesystem::path& pack,
                                                          const std::filesystem::path& interface);

}  // namespace selfcheck::desktop
