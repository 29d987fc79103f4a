// SPDX-License-Identifier: MIT
//
// line_fitter.h: breaks a paragraph of one style into lines of at most a given width.
//
// A pure greedy loop over the opportunities of line_breaks.h. It knows no font and no ImGui: the
// caller says how far each code point moves the pen.
//
//   const auto advance = [&](char32_t c) { return font.advance(c); };
//   const auto lines = fit_lines(text, advance, {.lang = "zh-CN", .width = 360, .em = 18});
//   for (const Line& line : lines) draw(line.of(text));
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace selfcheck::ui::text {

/// A reference to something callable as `float(char32_t)`: how far a code point moves the pen, in
/// layout pixels, finite and not negative. Owns nothing: pass it down, do not keep it.
class Advance {
public:
    template <typename F>
    requires(!std::same_as<std::remove_cvref_t<F>, Advance> && std::is_object_v<std::remove_reference_t<F>> &&
             std::is_invocable_r_v<float, F&, char32_t>) Advance(F&& function)
    noexcept  // NOLINT(google-explicit-constructor): pass a lambda as it is
        : object_(const_cast<void*>(static_cast<const void*>(std::addressof(function)))),
          call_([](void* object, char32_t c) -> float {
              return (*static_cast<std::remove_reference_t<F>*>(object))(c);
          }) {}

    float operator()(char32_t c) const { return call_(object_, c); }

private:
    void* object_;
    float (*call_)(void*, char32_t);
};

struct FitOptions {
    std::string_view lang = "en";  // BCP 47 tag of the text, see line_breaks()
    float width = 0;               // available, layout pixels; a line takes at least a cluster
    float em = 0;                  // font size, for hanging marks; 0: none hangs
    bool balanced = false;         // headings: lines of similar width, as many as without
    // For each byte of the text, 1 where a character begins that is inside a word, as a dictionary tells; read where
    // `balanced` and for a last line of few characters. Without one a word may be wherever two ideographs meet.
    std::span<const std::uint8_t> inside_word = {};
};

/// One line: bytes [begin, end) of the text, without the blanks and line feeds that end it.
struct Line {
    std::size_t begin = 0;
    std::size_t end = 0;
    float width = 0;    // advances of [begin, end), the hanging mark in full
    float hang = 0;     // how much of `width` lies beyond the available width because a full-width
                        // closing mark hangs (its right half is blank): 0 <= hang <= em / 2.
                        // Do not clip it; align by `width - hang`.
    bool torn = false;  // ends inside a word, for want of room: a smaller font would keep it whole

    [[nodiscard]] std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

/// The lines of `utf8`, in order. None for the empty text; a line feed ends a line and one at the
/// very end begins no further one; "a\n\nb" has an empty line in the middle.
///
/// * Between two lines only blanks, line feeds and U+200B are left out, nothing is reordered;
///   blanks that begin a paragraph are kept.
/// * `width - hang <= options.width` (give or take 1/64 px) unless one cluster alone is wider. A
///   cluster is a code point with its combining marks, variation selectors and joined emoji.
/// * A line ends at an allowed break; where a piece is wider than the line at an avoided one; where
///   even that is too wide, between two clusters.
/// * Chinese: a paragraph's last line of one character (marks not counted) gets the piece before
///   it too, where that fits and leaves at least two characters above.
/// * `balanced`: no more lines and no more avoided breaks, as few ends inside a word as can be, then lines of similar
///   width, where one that ends after a mark may be somewhat shorter or longer.
///
/// Asks `advance` once for each code point, and not at all for those that draw nothing (line feeds,
/// U+200B, joiners: is_zero_width() in code_points.h). Linear in the length of the text; `balanced`
/// as many times that as a line has places to end.
[[nodiscard]] std::vector<Line> fit_lines(std::string_view utf8, Advance advance, const FitOptions& options);

/// The width of the widest line without what hangs; 0 for no lines. With an unlimited width given
/// to fit_lines this is the natural width of a text, for buttons and columns.
[[nodiscard]] float widest(const std::vector<Line>& lines) noexcept;

}  // namespace selfcheck::ui::text
