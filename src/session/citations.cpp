// SPDX-License-Identifier: MIT
#include "session/citations.h"

#include <algorithm>

namespace selfcheck::session {

std::vector<int> Citations::cite(const std::vector<std::string>& ids) {
    std::vector<int> numbers;
    for (const std::string& id : ids) {
        auto found = std::find(order_.begin(), order_.end(), id);
        if (found == order_.end()) found = order_.insert(order_.end(), id);
        numbers.push_back(static_cast<int>(found - order_.begin()) + 1);
    }
    std::ranges::sort(numbers);
    return numbers;
}

Sources Citations::block() const {
    Sources sources;
    sources.key = "sources";
    for (std::size_t i = 0; i < order_.size(); ++i) {
        const engine::Source* source = context_.bundle.source(order_[i]);
        if (source == nullptr) continue;
        const std::string note =
            source->status == "verified" ? std::string() : context_.ui({"sources", source->status});
        const std::string own = context_.wording.get({"sources", source->id});
        sources.entries.push_back(
            {static_cast<int>(i) + 1, "source." + source->id, own.empty() ? source->text : own, source->url, note});
    }
    return sources;
}

}  // namespace selfcheck::session
