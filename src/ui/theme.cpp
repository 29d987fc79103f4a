// SPDX-License-Identifier: MIT
#include "ui/theme.h"

#include <charconv>
#include <cmath>

namespace selfcheck::ui {
namespace {

constexpr Colour rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8), static_cast<std::uint8_t>(hex)};
}

struct RoleRow {
    Role role;
    std::string_view name;
    std::uint32_t light;
    std::uint32_t dark;
    std::uint32_t contrast_light;
    std::uint32_t contrast_dark;
};

// clang-format off
// The palette. Soft colours carry text; the full colours are read on page, surface and their own soft one.
constexpr RoleRow kPalette[] = {
    // role                name              light     dark      contrast  contrast, dark
    {Role::page,           "page",           0xFAF7F2, 0x14191B, 0xFFFFFF, 0x000000},
    {Role::surface,        "surface",        0xFFFFFF, 0x1E2527, 0xFFFFFF, 0x000000},
    {Role::sunken,         "sunken",         0xF2EDE4, 0x283133, 0xF2F2F2, 0x1A1A1A},
    {Role::line,           "line",           0xE3DBCE, 0x38444A, 0x000000, 0xFFFFFF},
    {Role::control_line,   "control-line",   0x7F8784, 0x87948F, 0x000000, 0xFFFFFF},
    {Role::text,           "text",           0x1C2B2F, 0xEFEBE4, 0x000000, 0xFFFFFF},
    {Role::muted,          "muted",          0x46555A, 0xBCC4C1, 0x262626, 0xE0E0E0},
    {Role::disabled,       "disabled",       0x7F8784, 0x87948F, 0x767676, 0x8C8C8C},
    {Role::accent,         "accent",         0x0B5B62, 0x84D3CE, 0x00434A, 0x9AF0EA},
    {Role::accent_strong,  "accent-strong",  0x084248, 0xA9E4E0, 0x002B30, 0xC8FAF6},
    {Role::accent_soft,    "accent-soft",    0xDDEEEC, 0x1B4245, 0xD8F1EF, 0x083336},
    {Role::on_accent,      "on-accent",      0xFFFFFF, 0x062B2E, 0xFFFFFF, 0x000000},
    {Role::focus,          "focus",          0x1D4FD7, 0xA8C7FF, 0x0033CC, 0xFFE600},
    {Role::emergency,      "emergency",      0xB0102A, 0xFFA29C, 0x8A0019, 0xFFBBB7},
    {Role::emergency_soft, "emergency-soft", 0xFCE6E5, 0x57191D, 0xFFE9E9, 0x430C10},
    {Role::urgent,         "urgent",         0xA3440A, 0xFFB680, 0x762E00, 0xFFC79E},
    {Role::urgent_soft,    "urgent-soft",    0xFCEBDD, 0x4A2A12, 0xFFEDDD, 0x3A1D08},
    {Role::soon,           "soon",           0x775800, 0xEBCB62, 0x574000, 0xFFE28A},
    {Role::soon_soft,      "soon-soft",      0xFAF0CF, 0x3D320D, 0xFFF3CC, 0x302604},
    {Role::routine,        "routine",        0x2C4C93, 0xAEC6FF, 0x1A357A, 0xC4D6FF},
    {Role::routine_soft,   "routine-soft",   0xE5ECF9, 0x233156, 0xE8EFFF, 0x141F42},
    {Role::self_care,      "self-care",      0x2A6A34, 0x9DD79D, 0x144C1E, 0xB5EDB5},
    {Role::self_care_soft, "self-care-soft", 0xE3F2E3, 0x1A3D23, 0xE4F6E4, 0x0A2A12},
    {Role::error,          "error",          0xA6174F, 0xFFA6C2, 0x7E0D3A, 0xFFBFD4},
    {Role::error_soft,     "error-soft",     0xFCE5EE, 0x501A32, 0xFFE6EF, 0x3C0F22},
    {Role::on_tone,        "on-tone",        0xFFFFFF, 0x14191B, 0xFFFFFF, 0x000000},
    {Role::bone,           "bone",           0xF7EACF, 0x4C4534, 0xFFF3D6, 0x2E2A1C},
    {Role::bone_line,      "bone-line",      0x86693A, 0xE6D5AB, 0x5E4715, 0xFFF1CF},
    {Role::muscle,         "muscle",         0xF0BFB1, 0x63352F, 0xF5CFC6, 0x4A1F19},
    {Role::muscle_line,    "muscle-line",    0x963F30, 0xF3AF9F, 0x6E2418, 0xFFD3CA},
};
// clang-format on
static_assert(std::size(kPalette) == kRoles);

constexpr std::array<Theme, kThemes> make_themes() {
    std::array<Theme, kThemes> themes{};
    for (std::size_t kind = 0; kind < kThemes; ++kind) themes[kind].kind = static_cast<ThemeKind>(kind);
    for (const RoleRow& row : kPalette) {
        const auto role = static_cast<std::size_t>(row.role);
        themes[0].colours[role] = rgb(row.light);
        themes[1].colours[role] = rgb(row.dark);
        themes[2].colours[role] = rgb(row.contrast_light);
        themes[3].colours[role] = rgb(row.contrast_dark);
    }
    return themes;
}
constexpr std::array<Theme, kThemes> kThemeTable = make_themes();

constexpr double kText = 4.5;    // WCAG 1.4.3
constexpr double kBody = 7;      // our own aim for what is read at length
constexpr double kGraphics = 3;  // WCAG 1.4.11
constexpr ContrastPair kPairs[] = {
    {Role::text, Role::page, kBody},
    {Role::text, Role::surface, kBody},
    {Role::text, Role::sunken, kBody},
    {Role::text, Role::accent_soft, kBody},
    {Role::text, Role::emergency_soft, kBody},
    {Role::text, Role::urgent_soft, kBody},
    {Role::text, Role::soon_soft, kBody},
    {Role::text, Role::routine_soft, kBody},
    {Role::text, Role::self_care_soft, kBody},
    {Role::text, Role::error_soft, kBody},
    {Role::muted, Role::page, kBody},
    {Role::muted, Role::surface, kBody},
    {Role::muted, Role::sunken, kText},
    {Role::muted, Role::accent_soft, kText},
    {Role::accent, Role::page, kText},
    {Role::accent, Role::surface, kText},
    {Role::accent, Role::sunken, kText},
    {Role::accent, Role::accent_soft, kText},
    {Role::on_accent, Role::accent, kText},
    {Role::on_accent, Role::accent_strong, kText},
    {Role::emergency, Role::page, kText},
    {Role::emergency, Role::surface, kText},
    {Role::emergency, Role::emergency_soft, kText},
    {Role::on_tone, Role::emergency, kText},
    {Role::urgent, Role::page, kText},
    {Role::urgent, Role::surface, kText},
    {Role::urgent, Role::urgent_soft, kText},
    {Role::soon, Role::page, kText},
    {Role::soon, Role::surface, kText},
    {Role::soon, Role::soon_soft, kText},
    {Role::routine, Role::page, kText},
    {Role::routine, Role::surface, kText},
    {Role::routine, Role::routine_soft, kText},
    {Role::self_care, Role::page, kText},
    {Role::self_care, Role::surface, kText},
    {Role::self_care, Role::self_care_soft, kText},
    {Role::error, Role::page, kText},
    {Role::error, Role::surface, kText},
    {Role::error, Role::error_soft, kText},
    {Role::control_line, Role::page, kGraphics},
    {Role::control_line, Role::surface, kGraphics},
    {Role::control_line, Role::sunken, kGraphics},
    {Role::focus, Role::page, kGraphics},
    {Role::focus, Role::surface, kGraphics},
    {Role::focus, Role::sunken, kGraphics},
    {Role::focus, Role::accent_soft, kGraphics},
    {Role::bone_line, Role::sunken, kGraphics},
    {Role::bone_line, Role::bone, kGraphics},
    {Role::muscle_line, Role::sunken, kGraphics},
    {Role::muscle_line, Role::muscle, kGraphics},
};

// https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
double luminance(Colour colour) noexcept {
    const auto linear = [](std::uint8_t part) {
        const double value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

constexpr LengthToken kSpaces[] = {
    {"hair", space::hair},   {"tight", space::tight}, {"small", space::small}, {"medium", space::medium},
    {"large", space::large}, {"wide", space::wide},   {"huge", space::huge},
};
constexpr LengthToken kSizes[] = {
    {"target", size::target},
    {"button", size::button},
    {"option", size::option},
    {"column", size::column},
    {"column-most", size::column_most},
    {"focus-ring", size::focus_ring},
    {"focus-offset", size::focus_offset},
    {"progress", size::progress},
    {"knob", size::knob},
    {"tap", size::tap},
    {"clock", size::clock},
};
constexpr LengthToken kRadii[] = {
    {"small", radius::small},
    {"control", radius::control},
    {"card", radius::card},
};

}  // namespace

std::string_view name_of(Role role) noexcept {
    for (const RoleRow& row : kPalette) {
        if (row.role == role) return row.name;
    }
    return {};
}

const Theme& theme_of(ThemeKind kind) noexcept { return kThemeTable[static_cast<std::size_t>(kind)]; }

const Theme& theme_of(bool dark, bool high_contrast) noexcept {
    if (high_contrast) return theme_of(dark ? ThemeKind::contrast_dark : ThemeKind::contrast_light);
    return theme_of(dark ? ThemeKind::dark : ThemeKind::light);
}

Theme with_accent(const Theme& theme, const Accent& accent) noexcept {
    Theme other = theme;
    if (theme.high_contrast()) return other;
    other.colours[static_cast<std::size_t>(Role::accent)] = accent.plain;
    other.colours[static_cast<std::size_t>(Role::accent_strong)] = accent.strong;
    other.colours[static_cast<std::size_t>(Role::accent_soft)] = accent.soft;
    return other;
}

std::optional<Colour> colour_from(std::string_view hex) noexcept {
    if (hex.size() != 7 || hex[0] != '#') return std::nullopt;
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(hex.data() + 1, hex.data() + 7, value, 16);
    if (error != std::errc() || end != hex.data() + 7) return std::nullopt;
    return rgb(value);
}

Role tone_role(Tone tone) noexcept {
    switch (tone) {
        case Tone::plain:
        case Tone::muted:
            return Role::muted;
        case Tone::accent:
            return Role::accent;
        case Tone::emergency:
            return Role::emergency;
        case Tone::urgent:
            return Role::urgent;
        case Tone::soon:
            return Role::soon;
        case Tone::routine:
            return Role::routine;
        case Tone::self_care:
            return Role::self_care;
        case Tone::error:
            return Role::error;
    }
    return Role::muted;
}

Role tone_soft_role(Tone tone) noexcept {
    switch (tone) {
        case Tone::plain:
        case Tone::muted:
            return Role::sunken;
        case Tone::accent:
            return Role::accent_soft;
        case Tone::emergency:
            return Role::emergency_soft;
        case Tone::urgent:
            return Role::urgent_soft;
        case Tone::soon:
            return Role::soon_soft;
        case Tone::routine:
            return Role::routine_soft;
        case Tone::self_care:
            return Role::self_care_soft;
        case Tone::error:
            return Role::error_soft;
    }
    return Role::sunken;
}

Colour mix(Colour a, Colour b, float share) noexcept {
    const auto part = [&](std::uint8_t from, std::uint8_t to) {
        return static_cast<std::uint8_t>(std::lround(from + (to - from) * share));
    };
    return {part(a.r, b.r), part(a.g, b.g), part(a.b, b.b)};
}

Colour shade_of(const Theme& theme, Tone tone, bool pale) noexcept {
    constexpr float kPale = 0.34F;
    const Colour full = theme[tone_role(tone)];
    return pale ? mix(full, theme[Role::surface], kPale) : full;
}

double contrast(Colour a, Colour b) noexcept {
    const double one = luminance(a) + 0.05;
    const double two = luminance(b) + 0.05;
    return one > two ? one / two : two / one;
}

std::span<const ContrastPair> contrast_pairs() noexcept { return kPairs; }

int em_of(TextSize text_size, int text_percent) noexcept {
    const int em = kTypeScale[static_cast<std::size_t>(text_size)].em;
    return (em * text_percent + 50) / 100;
}

float leading_of(TextSize text_size, bool chinese) noexcept {
    switch (text_size) {
        case TextSize::small:
            return chinese ? 1.55F : 1.45F;
        case TextSize::body:
            return chinese ? 1.65F : 1.5F;
        case TextSize::heading:
            return chinese ? 1.4F : 1.35F;
        case TextSize::title:
            return chinese ? 1.35F : 1.25F;
    }
    return 1.5F;
}

std::span<const LengthToken> space_tokens() noexcept { return kSpaces; }
std::span<const LengthToken> size_tokens() noexcept { return kSizes; }
std::span<const LengthToken> radius_tokens() noexcept { return kRadii; }

}  // namespace selfcheck::ui
