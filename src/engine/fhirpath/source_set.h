// SPDX-License-Identifier: MIT
//
// source_set.h: a set of questions, small enough to be copied with every value.
//
// Sources are numbered 0 to 255 by the pack. The set is four machine words, so a union is four
// instructions.
//
//   const SourceSet both = SourceSet::of(3) | SourceSet::of(7);  // both.size() == 2
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace selfcheck::engine::fhirpath {

class SourceSet {
public:
    static constexpr std::size_t kCapacity = 128;

    constexpr SourceSet() noexcept = default;

    /// The set of one source. Requires source < kCapacity.
    static constexpr SourceSet of(std::size_t source) noexcept {
        SourceSet set;
        set.insert(source);
        return set;
    }

    constexpr void insert(std::size_t source) noexcept { words_[source / 64] |= std::uint64_t{1} << (source % 64); }
    constexpr bool contains(std::size_t source) const noexcept {
        return (words_[source / 64] >> (source % 64) & 1) != 0;
    }
    constexpr bool empty() const noexcept { return (words_[0] | words_[1]) == 0; }
    constexpr std::size_t size() const noexcept {
        std::size_t count = 0;
        for (const std::uint64_t word : words_) count += static_cast<std::size_t>(std::popcount(word));
        return count;
    }

    /// Calls visit(source) for each member, in rising order.
    template <typename Visit>
    constexpr void for_each(Visit&& visit) const {
        for (std::size_t i = 0; i < kWords; ++i) {
            for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
                visit(i * 64 + static_cast<std::size_t>(std::countr_zero(word)));
            }
        }
    }

    constexpr SourceSet& operator|=(const SourceSet& other) noexcept {
        for (std::size_t i = 0; i < kWords; ++i) words_[i] |= other.words_[i];
        return *this;
    }
    friend constexpr SourceSet operator|(SourceSet a, const SourceSet& b) noexcept { return a |= b; }
    friend constexpr bool operator==(const SourceSet&, const SourceSet&) noexcept = default;

private:
    static constexpr std::size_t kWords = kCapacity / 64;
    std::uint64_t words_[kWords] = {};
};

}  // namespace selfcheck::engine::fhirpath
