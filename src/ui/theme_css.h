// SPDX-License-Identifier: MIT
//
// theme_css.h: the design tokens of theme.h as CSS custom properties, for the HTML twin.
//
//   --sc-colour-accent: #0b5b62;  --sc-space-large: 20;  --sc-size-body: 18;  --sc-radius-card: 18;
//
// Lengths have no unit: the stylesheet multiplies those of text by the reader's text size, and all by 1px.
#pragma once

#include <string>

namespace selfcheck::ui {

/// A whole stylesheet. Light is the default and what paper gets. `data-theme` ("light" or "dark") on the
/// root decides; without it the system's wish does. prefers-contrast: more takes the contrast palettes.
[[nodiscard]] std::string theme_as_css();

}  // namespace selfcheck::ui
