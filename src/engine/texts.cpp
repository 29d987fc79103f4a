// SPDX-License-Identifier: MIT
#include "engine/texts.h"

namespace selfcheck::engine {
namespace {

constexpr char kBetween = '|';  // the two sides of an alternation

bool is_alternation(std::string_view braced) { return braced.find(kBetween) != std::string_view::npos; }

/// Calls visit(literal, braced) for each piece; one of the two is empty.
template <typename Visit>
void for_each_piece(std::string_view text, Visit&& visit) {
    while (!text.empty()) {
        const std::size_t open = text.find('{');
        const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) return visit(text, std::string_view());
        visit(text.substr(0, open), std::string_view());
        visit(std::string_view(), text.substr(open + 1, close - open - 1));
        text.remove_prefix(close + 1);
    }
}

}  // namespace

const Json* Texts::find(std::initializer_list<std::string_view> path) const {
    const Json* here = &json_;
    for (const std::string_view name : path) {
        if (!here->is_object()) return nullptr;
        const auto member = here->find(std::string(name));
        if (member == here->end()) return nullptr;
        here = &*member;
    }
    return here;
}

void Texts::add(const Json& more) { json_.update(more, true); }

std::string Texts::get(std::initializer_list<std::string_view> path) const {
    const Json* found = find(path);
    return found != nullptr && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<std::string> Texts::list(std::initializer_list<std::string_view> path) const {
    std::vector<std::string> texts;
    const Json* found = find(path);
    if (found == nullptr || !found->is_array()) return texts;
    for (const Json& item : *found) {
        if (item.is_string()) texts.push_back(item.get<std::string>());
    }
    return texts;
}

std::string voiced(std::string_view text, Voice voice) {
    std::string said;
    for_each_piece(text, [&](std::string_view literal, std::string_view braced) {
        if (is_alternation(braced)) {
            const std::size_t between = braced.find(kBetween);
            said += voice == Voice::self ? braced.substr(0, between) : braced.substr(between + 1);
        } else if (!braced.empty()) {
            said.append("{").append(braced).append("}");
        } else {
            said += literal;
        }
    });
    return said;
}

std::string fill(std::string_view text, const std::function<std::string(std::string_view)>& value_of) {
    std::string filled;
    for_each_piece(text, [&](std::string_view literal, std::string_view name) {
        filled += name.empty() ? std::string(literal) : value_of(name);
    });
    return filled;
}

std::vector<std::string> names_in(std::string_view text) {
    std::vector<std::string> names;
    for_each_piece(text, [&](std::string_view, std::string_view name) {
        if (!name.empty() && !is_alternation(name)) names.emplace_back(name);
    });
    return names;
}

}  // namespace selfcheck::engine
