// SPDX-License-Identifier: MIT
//
// theme.h: the design tokens. Every colour, size, space, radius and duration of the interface is
// here and nowhere else; the HTML twin's stylesheet gets the same values from theme_css.h.
//
// The look: warm paper and deep ink, quiet until something matters. One accent, a deep teal: far
// from the red, orange, ochre, blue and green of the five levels, readable at 7:1 on paper, and not
// the colour of any alarm. A level is never told by colour alone: icons.h has a shape for each.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "session/screen.h"  // Tone

namespace selfcheck::ui {

using session::Tone;

// ---- colour ------------------------------------------------------------------------------------

struct Colour {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;

    friend constexpr bool operator==(Colour, Colour) = default;
};

/// What a colour is for. Drawing code names roles, never colours.
enum class Role : std::uint8_t {
    page,           // behind everything
    surface,        // cards, options, fields
    sunken,         // quiet areas: switches, plain messages, pictures
    line,           // hairlines that only group; nothing depends on seeing them
    control_line,   // outlines of what can be operated, >= 3:1
    text,           // deep ink
    muted,          // second lines, labels
    disabled,       // what cannot be operated just now
    accent,         // chosen, primary, links
    accent_strong,  // accent while pressed
    accent_soft,    // behind what is chosen
    on_accent,      // text on accent
    focus,          // focus ring
    emergency,
    emergency_soft,
    urgent,
    urgent_soft,
    soon,
    soon_soft,
    routine,
    routine_soft,
    self_care,
    self_care_soft,
    error,
    error_soft,
    on_tone,  // text and icons on the full colour of a level
    bone,     // figures
    bone_line,
    muscle,
    muscle_line,
};
inline constexpr std::size_t kRoles = static_cast<std::size_t>(Role::muscle_line) + 1;

/// As in the custom property --sc-colour-NAME: "accent-soft".
[[nodiscard]] std::string_view name_of(Role role) noexcept;

enum class ThemeKind : std::uint8_t { light, dark, contrast_light, contrast_dark };
inline constexpr std::size_t kThemes = 4;

struct Theme {
    ThemeKind kind = ThemeKind::light;
    std::array<Colour, kRoles> colours{};

    [[nodiscard]] constexpr Colour operator[](Role role) const noexcept {
        return colours[static_cast<std::size_t>(role)];
    }
    [[nodiscard]] constexpr bool dark() const noexcept {
        return kind == ThemeKind::dark || kind == ThemeKind::contrast_dark;
    }
    /// Outlines around what is otherwise only tinted, no shadows.
    [[nodiscard]] constexpr bool high_contrast() const noexcept {
        return kind == ThemeKind::contrast_light || kind == ThemeKind::contrast_dark;
    }
};

[[nodiscard]] const Theme& theme_of(ThemeKind kind) noexcept;
[[nodiscard]] const Theme& theme_of(bool dark, bool high_contrast) noexcept;

/// A product colour in the place of the theme's own. Whoever gives it has seen to its contrast.
struct Accent {
    Colour plain;
    Colour strong;
    Colour soft;
};
/// The theme with another accent; one of high contrast keeps its own.
[[nodiscard]] Theme with_accent(const Theme& theme, const Accent& accent) noexcept;

/// "#0b5b62"
[[nodiscard]] std::optional<Colour> colour_from(std::string_view hex) noexcept;

/// The strong and the soft colour of a tone. plain and muted are muted on sunken.
[[nodiscard]] Role tone_role(Tone tone) noexcept;
[[nodiscard]] Role tone_soft_role(Tone tone) noexcept;

/// `share` of `b` in `a`: 0 is a, 1 is b.
[[nodiscard]] Colour mix(Colour a, Colour b, float share) noexcept;

/// The full colour of a tone, or a paler shade of it, for a graphic on surface: >= 3:1 there. Two bands of a meter
/// that have one tone are told apart by it.
[[nodiscard]] Colour shade_of(const Theme& theme, Tone tone, bool pale) noexcept;

/// Contrast ratio of WCAG 2.2, 1 to 21.
[[nodiscard]] double contrast(Colour a, Colour b) noexcept;

/// Every pair of colours that the painter puts on each other, with the ratio it needs in every
/// theme (7 in the high-contrast themes where it is text). A test computes each.
struct ContrastPair {
    Role front;
    Role back;
    double at_least;
};
[[nodiscard]] std::span<const ContrastPair> contrast_pairs() noexcept;

// ---- type --------------------------------------------------------------------------------------

enum class Face : std::uint8_t { regular, bold };

/// Four sizes and no more: each is a set of glyphs in the atlas.
enum class TextSize : std::uint8_t { small, body, heading, title };

/// Em size in whole pixels at a text size in percent: 18 for body at 100.
[[nodiscard]] int em_of(TextSize size, int text_percent) noexcept;

/// Line height as a multiple of em. Han fills its square, so it needs more air than Latin.
[[nodiscard]] float leading_of(TextSize size, bool chinese) noexcept;

struct TypeToken {
    std::string_view name;
    TextSize size;
    int em;  // at 100 %
};
inline constexpr std::array kTypeScale{
    TypeToken{"small", TextSize::small, 16},
    TypeToken{"body", TextSize::body, 18},
    TypeToken{"heading", TextSize::heading, 21},
    TypeToken{"title", TextSize::title, 27},
};

// ---- space -------------------------------------------------------------------------------------

/// Spaces between and inside things; a multiple of 4 each, not scaled with the text.
namespace space {
inline constexpr float hair = 4;     // label and its field
inline constexpr float tight = 8;    // least gap between two things to tap
inline constexpr float small = 12;   // options of one question
inline constexpr float medium = 16;  // inside cards, page margin
inline constexpr float large = 20;   // block and block
inline constexpr float wide = 32;    // topic and topic
inline constexpr float huge = 48;    // below everything
}  // namespace space

/// Lengths that are not spaces.
namespace size {
inline constexpr float target = 48;        // least height and width of what is tapped
inline constexpr float button = 56;        // primary and secondary buttons
inline constexpr float option = 64;        // an answer
inline constexpr float column = 480;       // widest text column at 100 %
inline constexpr float column_most = 760;  // and at any text size
inline constexpr float focus_ring = 3;
inline constexpr float focus_offset = 2;
inline constexpr float progress = 8;  // thickness of the progress bar
inline constexpr float knob = 32;     // of a slider, across
inline constexpr float tap = 380;     // height of what is tapped while something is counted
inline constexpr float clock = 88;    // em of a running clock, which has digits of its own
}  // namespace size

namespace radius {
inline constexpr float small = 8;     // checkbox marks, bands
inline constexpr float control = 14;  // buttons, fields, segments
inline constexpr float card = 18;     // cards, options, messages
}  // namespace radius

/// Seconds. Nothing moves under reduced motion.
namespace motion {
inline constexpr float press = 0.10F;
inline constexpr float change = 0.18F;
}  // namespace motion

struct LengthToken {
    std::string_view name;
    float value;
};
/// The lengths the twin uses too, as --sc-space-NAME, --sc-size-NAME, --sc-radius-NAME (no unit).
[[nodiscard]] std::span<const LengthToken> space_tokens() noexcept;
[[nodiscard]] std::span<const LengthToken> size_tokens() noexcept;
[[nodiscard]] std::span<const LengthToken> radius_tokens() noexcept;

}  // namespace selfcheck::ui
