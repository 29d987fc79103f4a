// SPDX-License-Identifier: MIT
#include <set>

#include "engine/lint/checks.h"

namespace selfcheck::engine::lint_checks {
namespace {

/// More and a phone no longer shows the question together with what it belongs to.
constexpr std::size_t kMostQuestionsOfAScreen = 4;

template <typename List, typename IdOf>
void check_ids(const Context& context, const std::string& at, const List& list, IdOf&& id_of) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string& id = id_of(list[i]);
        if (seen.insert(id).second) continue;
        context.add("pack.json", pointer(at, i), "\"" + id + "\" is given twice; give each its own id");
    }
}

}  // namespace

void check_structure(const Context& context) {
    const Pack& pack = context.pack;
    const auto id_of = [](const auto& part) -> const std::string& { return part.id; };
    check_ids(context, "/languages", pack.languages,
              [](const std::string& name) -> const std::string& { return name; });
    check_ids(context, "/sections", pack.sections, [](const std::string& id) -> const std::string& { return id; });
    check_ids(context, "/scores", pack.scores, id_of);
    check_ids(context, "/cards", pack.cards, id_of);
    check_ids(context, "/regions", pack.regions, id_of);
    for (std::size_t i = 0; i < pack.screens.size(); ++i) {
        const std::size_t count = pack.screens[i].questions.size();
        if (count <= kMostQuestionsOfAScreen) continue;
        context.add("pack.json", pointer(pointer("/screens", i), "questions"),
                    std::to_string(count) + " questions; a screen has room for " +
                        std::to_string(kMostQuestionsOfAScreen) + ", make it two screens");
    }
}

}  // namespace selfcheck::engine::lint_checks
