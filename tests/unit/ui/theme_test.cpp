// SPDX-License-Identifier: MIT
#include "ui/theme.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "ui/theme_css.h"

namespace selfcheck::ui {
namespace {

constexpr ThemeKind kKinds[] = {ThemeKind::light, ThemeKind::dark, ThemeKind::contrast_light, ThemeKind::contrast_dark};

TEST(Contrast, IsThatOfTheStandard) {
    EXPECT_DOUBLE_EQ(contrast({0, 0, 0}, {255, 255, 255}), 21);
    EXPECT_DOUBLE_EQ(contrast({90, 90, 90}, {90, 90, 90}), 1);
    EXPECT_NEAR(contrast({0x77, 0x77, 0x77}, {255, 255, 255}), 4.48, 0.01);
}

TEST(Theme, EveryPairIsReadableInEveryTheme) {
    for (const ThemeKind kind : kKinds) {
        const Theme& theme = theme_of(kind);
        for (const ContrastPair& pair : contrast_pairs()) {
            const bool text = pair.at_least >= 4.5;
            const double least = theme.high_contrast() && text ? 7 : pair.at_least;
            EXPECT_GE(contrast(theme[pair.front], theme[pair.back]), least)
                << name_of(pair.front) << " on " << name_of(pair.back) << ", theme " << static_cast<int>(kind);
        }
    }
}

TEST(Theme, EveryToneIsReadableOnItsSoftColour) {
    for (const Tone tone : {Tone::plain, Tone::muted, Tone::accent, Tone::emergency, Tone::urgent, Tone::soon,
                            Tone::routine, Tone::self_care, Tone::error}) {
        for (const ThemeKind kind : kKinds) {
            const Theme& theme = theme_of(kind);
            EXPECT_GE(contrast(theme[tone_role(tone)], theme[tone_soft_role(tone)]), 4.5) << static_cast<int>(tone);
            EXPECT_GE(contrast(theme[Role::text], theme[tone_soft_role(tone)]), 7) << static_cast<int>(tone);
        }
    }
}

TEST(Theme, BothShadesOfAToneAreSeenOnACardAndToldApart) {
    for (const Tone tone : {Tone::emergency, Tone::urgent, Tone::soon, Tone::routine, Tone::self_care}) {
        for (const ThemeKind kind : kKinds) {
            const Theme& theme = theme_of(kind);
            const Colour pale = shade_of(theme, tone, true);
            EXPECT_GE(contrast(pale, theme[Role::surface]), 3) << static_cast<int>(tone) << static_cast<int>(kind);
            EXPECT_GE(contrast(pale, shade_of(theme, tone, false)), 1.5)
                << static_cast<int>(tone) << static_cast<int>(kind);
        }
    }
}

TEST(Theme, NoTwoLevelsShareAColour) {
    for (const ThemeKind kind : kKinds) {
        std::set<std::string> seen;
        for (const Tone tone : {Tone::emergency, Tone::urgent, Tone::soon, Tone::routine, Tone::self_care}) {
            const Colour colour = theme_of(kind)[tone_role(tone)];
            EXPECT_TRUE(
                seen.insert({static_cast<char>(colour.r), static_cast<char>(colour.g), static_cast<char>(colour.b)})
                    .second);
        }
    }
}

TEST(Theme, EveryRoleHasANameOfItsOwn) {
    std::set<std::string_view> names;
    for (std::size_t role = 0; role < kRoles; ++role) names.insert(name_of(static_cast<Role>(role)));
    EXPECT_EQ(names.size(), kRoles);
    EXPECT_EQ(names.count(""), 0U);
}

TEST(TypeScale, IsWholePixelsAndNeverUnderFifteen) {
    EXPECT_EQ(em_of(TextSize::body, 100), 18);
    EXPECT_EQ(em_of(TextSize::body, 115), 21);
    EXPECT_EQ(em_of(TextSize::title, 200), 54);
    for (const TypeToken& token : kTypeScale) EXPECT_GE(em_of(token.size, 100), 15) << token.name;
}

TEST(ThemeCss, PrintsEveryTokenOnceForLight) {
    const std::string css = theme_as_css();
    const std::string light = css.substr(0, css.find("@media"));
    for (std::size_t role = 0; role < kRoles; ++role) {
        const std::string name = "--sc-colour-" + std::string(name_of(static_cast<Role>(role))) + ":";
        const auto at = light.find(name);
        EXPECT_NE(at, std::string::npos) << name;
        EXPECT_EQ(light.find(name, at + 1), std::string::npos) << name;
    }
    for (const char* line : {"--sc-colour-page: #faf7f2;", "--sc-size-body: 18;", "--sc-size-target: 48;",
                             "--sc-space-large: 20;", "--sc-radius-card: 18;"}) {
        EXPECT_NE(light.find(line), std::string::npos) << line;
    }
}

TEST(ThemeCss, HasDarkAndContrastForScreensOnly) {
    const std::string css = theme_as_css();
    EXPECT_NE(css.find("@media screen {\n  :root[data-theme=\"dark\"] {"), std::string::npos);
    EXPECT_NE(css.find("@media screen and (prefers-contrast: more) {"), std::string::npos);
    EXPECT_NE(css.find(":root:not([data-theme])"), std::string::npos);
    EXPECT_NE(css.find(":root[data-contrast][data-theme=\"dark\"]"), std::string::npos);
}

TEST(Theme, TakesAnAccentExceptInHighContrast) {
    const Accent accent{*colour_from("#7a1f5c"), *colour_from("#601848"), *colour_from("#EFE0EA")};
    const Theme light = with_accent(theme_of(ThemeKind::light), accent);
    EXPECT_EQ(light[Role::accent], (Colour{0x7A, 0x1F, 0x5C}));
    EXPECT_EQ(light[Role::accent_strong], accent.strong);
    EXPECT_EQ(light[Role::accent_soft], (Colour{0xEF, 0xE0, 0xEA}));
    EXPECT_EQ(light[Role::text], theme_of(ThemeKind::light)[Role::text]);
    const Theme& contrast = theme_of(ThemeKind::contrast_dark);
    EXPECT_EQ(with_accent(contrast, accent).colours, contrast.colours);
}

TEST(Theme, ReadsOnlyColoursOfSixDigits) {
    for (const char* wrong : {"", "#", "#fff", "7a1f5c", "#7a1f5", "#7a1f5c0", "#7a1f5g", "#-a1f5c", "#+a1f5c"}) {
        EXPECT_FALSE(colour_from(wrong)) << wrong;
    }
}

}  // namespace
}  // namespace selfcheck::ui
