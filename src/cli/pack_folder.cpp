// SPDX-License-Identifier: MIT
#include "cli/pack_folder.h"

#include <fstream>

#include "engine/json.h"

namespace selfcheck::cli {
namespace {

using engine::Json;
using engine::Problem;
using engine::Problems;
using engine::Result;

Result<Json> read_json(const std::filesystem::path& folder, const std::string& name) {
    const Result<std::string> text = read_file(folder / name);
    Problems problems = text.problems();
    if (text.ok()) {
        Result<Json> json = engine::parse_json(text.value());
        if (json.ok()) return json;
        problems = json.problems();
    }
    for (Problem& problem : problems) problem.file = name;
    return problems;
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::error_code error;
    if (!file || std::filesystem::is_directory(path, error)) return Problem{path.string(), "", "cannot be read"};
    std::string text(engine::kMaxJsonBytes + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (text.size() > engine::kMaxJsonBytes) {
        return Problem{path.string(), "",
                       "larger than " + std::to_string(engine::kMaxJsonBytes >> 20) + " MiB, the most that is read"};
    }
    return text;
}

Result<Json> read_bundle_json(const std::filesystem::path& folder) {
    Problems problems;
    const auto part = [&](const std::string& name) {
        Result<Json> json = read_json(folder, name);
        problems.insert(problems.end(), json.problems().begin(), json.problems().end());
        return json.ok() ? std::move(json.value()) : Json::object();
    };
    Json bundle;
    bundle["pack"] = part("pack.json");
    bundle["sources"] = part("sources.json");
    bundle["texts"] = Json::object();
    const Json& languages = bundle["pack"]["languages"];
    if (languages.is_array()) {
        for (const Json& language : languages) {
            if (!language.is_string()) continue;
            const auto name = language.get<std::string>();
            bundle["texts"][name] = part(name + ".json");
        }
    }
    if (!problems.empty()) return problems;
    return bundle;
}

Result<engine::Bundle> read_bundle(const std::filesystem::path& folder) {
    const Result<Json> bundle = read_bundle_json(folder);
    if (!bundle.ok()) return bundle.problems();
    return engine::Bundle::from_json(bundle.value());
}

Result<Json> read_golden_json(const std::filesystem::path& folder) { return read_json(folder, "golden.json"); }

Result<std::vector<engine::GoldenCase>> read_golden(const std::filesystem::path& folder) {
    const Result<Json> json = read_golden_json(folder);
    if (!json.ok()) return json.problems();
    return engine::golden_from_json(json.value());
}

}  // namespace selfcheck::cli
