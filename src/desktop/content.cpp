// SPDX-License-Identifier: MIT
#include "desktop/content.h"

#include <string>

#include "cli/pack_folder.h"
#include "engine/json.h"

namespace selfcheck::desktop {

using engine::Json;
using engine::Problem;
using engine::Problems;
using engine::Result;

Result<engine::Bundle> read_content(const std::filesystem::path& pack, const std::filesystem::path& interface) {
    Result<Json> bundle = cli::read_bundle_json(pack);
    if (!bundle.ok()) return bundle.problems();
    Problems problems;
    Json texts = Json::object();
    for (const auto& [language, unused] : bundle.value()["texts"].items()) {
        const std::filesystem::path path = interface / (language + ".json");
        const Result<std::string> text = cli::read_file(path);
        Result<Json> json = text.ok() ? engine::parse_json(text.value()) : text.problems();
        if (json.ok()) {
            texts[language] = std::move(json.value());
            continue;
        }
        for (Problem problem : json.problems()) {
            problem.file = path.string();
            problems.push_back(std::move(problem));
        }
    }
    if (!problems.empty()) return problems;
    bundle.value()["interface"] = std::move(texts);
    return engine::Bundle::from_json(bundle.value());
}

}  // namespace selfcheck::desktop
