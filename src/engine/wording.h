// SPDX-License-Identifier: MIT
//
// wording.h: a pack's texts with the reader's own numbers in them.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "engine/assess.h"
#include "engine/bundle.h"

namespace selfcheck::engine {

/// The region whose emergency number is shown: the chosen one, else the language's own, else the first.
[[nodiscard]] const Region& region_for(const Pack& pack, std::string_view chosen, std::string_view language);

/// Looks texts up and fills in {question or derived value} and {emergency_number}.
class Wording {
public:
    /// All three must outlive the Wording. `region` is the reader's choice, or "".
    Wording(const Bundle& bundle, const Assessment& assessment, const Texts& texts, Voice voice,
            std::string_view region);

    [[nodiscard]] std::string get(std::initializer_list<std::string_view> path) const;
    [[nodiscard]] std::vector<std::string> list(std::initializer_list<std::string_view> path) const;

    /// What the reader answered, in words: "Female", "158 cm", "Hip, wrist"; "" when not answered.
    [[nodiscard]] std::string answer(std::size_t question) const;
    /// Another answer to the question in the same words.
    [[nodiscard]] std::string answer(std::size_t question, const fhirpath::Value& value) const;

    /// "Hip, wrist": with the language's own separator.
    [[nodiscard]] std::string joined(const std::vector<std::string>& parts) const;

    /// The number with a typographic minus sign (U+2212).
    [[nodiscard]] static std::string number(Decimal value);

    /// The same with its unit, if any: "5 kg", and without a blank before a Chinese one.
    [[nodiscard]] static std::string measure(Decimal value, const std::string& unit);

private:
    [[nodiscard]] std::string say(std::string_view text) const;
    [[nodiscard]] std::string value_of(std::string_view name) const;

    const Bundle& bundle_;
    const Assessment& assessment_;
    const Texts& texts_;
    Voice voice_;
    std::string region_;
};

}  // namespace selfcheck::engine
