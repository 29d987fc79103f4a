// SPDX-License-Identifier: MIT
//
// theme_css_main.cpp: prints the twin's tokens.css. Run by the build.
#include <cstdio>

#include "ui/theme_css.h"

int main() { return std::fputs(selfcheck::ui::theme_as_css().c_str(), stdout) < 0 ? 1 : 0; }
