// SPDX-License-Identifier: MIT
#include <map>
#include <set>

#include "engine/lint/checks.h"

namespace selfcheck::engine::lint_checks {
namespace {

std::set<std::string> names_of(const std::string& text) {
    const auto names = names_in(text);
    return {names.begin(), names.end()};
}

/// Names of scores and medicines, numbers and units are the same in every language; a phrase is
/// not.
bool is_phrase(const std::string& text) { return text.find(' ') != std::string::npos; }

/// Not every language has a singular, and a source is named in sources.json already.
bool is_of_one_language(std::string_view at) { return at.ends_with("/unit_one") || at.starts_with("/sources/"); }

class TextChecker {
public:
    explicit TextChecker(const Context& context) : context_(context) {}

    void run() {
        for (const std::string& language : context_.pack.languages) read(language);
        if (by_language_.empty()) return;
        const std::string& first = context_.pack.languages.front();
        const auto originals = by_language_.find(first);
        if (originals == by_language_.end()) return;
        for (const auto& [at, text] : originals->second) check_names(first, at, text);
        for (const std::string& language : context_.pack.languages) {
            const auto texts = by_language_.find(language);
            if (language != first && texts != by_language_.end()) compare(language, texts->second, originals->second);
        }
    }

private:
    using Texts = std::map<std::string, std::string>;  // pointer -> words

    void read(const std::string& language) {
        const auto found = context_.bundle.texts.find(language);
        if (found == context_.bundle.texts.end()) {
            context_.add(language + ".json", "",
                         "is missing; write the texts in this language or take it off /languages");
            return;
        }
        Texts& texts = by_language_[language];
        std::set<std::string> keys;
        for (const Text& text : texts_of(found->second.json())) {
            keys.insert(text.key);
            if (text.words.empty()) {
                context_.add(language + ".json", text.at, "expected a text that is not empty; write it or take it out");
            } else if (!context_.keys.kind(text.key)) {
                context_.add(language + ".json", text.at, "nothing in the pack uses this text; take it out");
            } else {
                texts[text.at] = text.words;
            }
        }
        for (const std::string& key : context_.keys.needed()) {
            if (!keys.contains(key)) context_.add(language + ".json", key, "this text is missing; write it");
        }
    }

    void check_names(const std::string& language, const std::string& at, const std::string& text) {
        for (const std::string& name : names_of(text)) {
            if (name == "emergency_number" || context_.pack.variables.find(name)) continue;
            context_.add(language + ".json", at,
                         "{" + name + "} is no question and no derived value; correct the name");
        }
    }

    void compare(const std::string& language, const Texts& texts, const Texts& originals) {
        const std::string original_file = context_.pack.languages.front() + ".json";
        const std::string file = language + ".json";
        for (const auto& [at, original] : originals) {
            if (is_of_one_language(at)) continue;
            const auto found = texts.find(at);
            if (found == texts.end()) {
                // A text of its own that is missing has been reported; this is a paragraph, or
                // optional.
                if (context_.keys.needed().contains(at)) continue;
                context_.add(file, at, "is in " + original_file + " only; write it here too or take it out there");
            } else if (names_of(found->second) != names_of(original)) {
                context_.add(file, at, "has other {names} than " + original_file + "; use the same");
            } else if (found->second == original && is_phrase(original)) {
                context_.add(file, at, "is the same as in " + original_file + "; translate it");
            }
        }
        for (const auto& [at, text] : texts) {
            if (is_of_one_language(at) || originals.contains(at) || context_.keys.needed().contains(at)) continue;
            context_.add(original_file, at, "is in " + file + " only; write it here too or take it out there");
        }
    }

    const Context& context_;
    std::map<std::string, Texts> by_language_;
};

}  // namespace

void check_texts(const Context& context) { TextChecker(context).run(); }

}  // namespace selfcheck::engine::lint_checks
