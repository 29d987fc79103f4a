// SPDX-License-Identifier: MIT
//
// citations.h: numbers the sources of a Screen in the order in which it first cites them.
#pragma once

#include <string>
#include <vector>

#include "session/screen_context.h"

namespace selfcheck::session {

class Citations {
public:
    explicit Citations(const ScreenContext& context) : context_(context) {}

    /// The numbers of these sources.
    std::vector<int> cite(const std::vector<std::string>& ids);

    /// All that were cited so far.
    [[nodiscard]] Sources block() const;

private:
    const ScreenContext& context_;
    std::vector<std::string> order_;
};

}  // namespace selfcheck::session
