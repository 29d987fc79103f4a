// SPDX-License-Identifier: MIT
//
// pack_folder.h: reads a pack from its folder on disk.
#pragma once

#include <filesystem>
#include <vector>

#include "engine/bundle.h"
#include "engine/golden.h"
#include "engine/result.h"

namespace selfcheck::cli {

/// The file's bytes. Problems: it cannot be read, or it is larger than a JSON text may be.
[[nodiscard]] engine::Result<std::string> read_file(const std::filesystem::path& path);

/// {"pack", "sources", "texts"}, as Bundle::from_json reads it: pack.json, sources.json and a file for each
/// language. Problems name the file.
[[nodiscard]] engine::Result<engine::Json> read_bundle_json(const std::filesystem::path& folder);
[[nodiscard]] engine::Result<engine::Bundle> read_bundle(const std::filesystem::path& folder);

/// golden.json.
[[nodiscard]] engine::Result<engine::Json> read_golden_json(const std::filesystem::path& folder);
[[nodiscard]] engine::Result<std::vector<engine::GoldenCase>> read_golden(const std::filesystem::path& folder);

}  // namespace selfcheck::cli
