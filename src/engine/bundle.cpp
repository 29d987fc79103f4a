// SPDX-License-Identifier: MIT
#include "engine/bundle.h"

#include <algorithm>
#include <array>
#include <set>

#include "engine/json_fields.h"

namespace selfcheck::engine {
namespace {

constexpr std::array kStatuses{"verified", "secondary", "recalled", "design"};

const Json kNoObject = Json::object();

const Json& member(const Json& json, const char* name) {
    if (!json.is_object()) return kNoObject;
    const auto found = json.find(name);
    return found == json.end() ? kNoObject : *found;
}

void add_all(Problems& problems, Problems more, const std::string& file) {
    for (Problem& problem : more) {
        problem.file = file;
        problems.push_back(std::move(problem));
    }
}

std::vector<Source> read_sources(const Json& json, Problems& problems) {
    std::vector<Source> sources;
    std::set<std::string> ids;
    Fields top(json, "", problems);
    const Json& list = top.array("sources");
    for (std::size_t i = 0; i < list.size(); ++i) {
        Fields fields(list[i], pointer("/sources", i), problems);
        Source source{fields.text("id"), fields.optional_text("text"), fields.optional_text("url"),
                      fields.text("status"), fields.optional_text("edition")};
        if (!ids.insert(source.id).second) fields.problem("id", "\"" + source.id + "\" is given twice");
        if (std::find(kStatuses.begin(), kStatuses.end(), source.status) == kStatuses.end()) {
            fields.problem("status", "expected verified, secondary, recalled or design");
        }
        fields.reject_others();
        sources.push_back(std::move(source));
    }
    top.reject_others();
    return sources;
}

void read_texts(const Json& json, std::map<std::string, Texts, std::less<>>& texts) {
    if (!json.is_object()) return;
    for (const auto& [language, value] : json.items()) texts.emplace(language, Texts(value));
}

/// Every source that is cited exists.
void check_citations(const Bundle& bundle, Problems& problems) {
    bundle.pack.for_each_citation([&](const std::string& at, const std::string& id) {
        if (bundle.source(id) == nullptr) problems.push_back({"pack.json", at, "there is no source \"" + id + "\""});
    });
}

}  // namespace

const Source* Bundle::source(std::string_view id) const {
    const auto found =
        std::find_if(sources.begin(), sources.end(), [&](const Source& source) { return source.id == id; });
    return found == sources.end() ? nullptr : &*found;
}

Result<Bundle> Bundle::from_json(const Json& json) {
    Problems problems;
    Result<Pack> pack = Pack::from_json(member(json, "pack"));
    if (!pack.ok()) add_all(problems, pack.problems(), "pack.json");

    Problems source_problems;
    auto sources = read_sources(member(json, "sources"), source_problems);
    add_all(problems, std::move(source_problems), "sources.json");
    if (!problems.empty()) return problems;

    Bundle bundle{std::move(pack.value()), std::move(sources), {}, {}};
    read_texts(member(json, "texts"), bundle.texts);
    read_texts(member(json, "interface"), bundle.interfaces);
    const auto& languages = bundle.pack.languages;
    const bool any = std::any_of(languages.begin(), languages.end(),
                                 [&](const std::string& language) { return bundle.texts.contains(language); });
    if (!any) problems.push_back({languages.front() + ".json", "", "is missing"});
    check_citations(bundle, problems);
    if (!problems.empty()) return problems;
    return bundle;
}

std::string Bundle::first_language() const {
    const auto found = std::find_if(pack.languages.begin(), pack.languages.end(),
                                    [&](const std::string& language) { return speaks(language); });
    return found == pack.languages.end() ? std::string() : *found;
}

Problems Bundle::add_texts(std::string_view language, const Json& json) {
    const std::string file = std::string(language) + ".json";
    const bool known = std::find(pack.languages.begin(), pack.languages.end(), language) != pack.languages.end();
    if (!known) return {{file, "", "is no language of this pack"}};
    if (!json.is_object()) return {{file, "", "expected an object"}};
    Json words = json;
    if (const auto program = words.find("interface"); program != words.end()) {
        if (!program->is_object()) return {{file, "/interface", "expected an object"}};
        interfaces[std::string(language)].add(*program);
        words.erase(program);
    }
    texts[std::string(language)].add(words);
    return {};
}

}  // namespace selfcheck::engine
