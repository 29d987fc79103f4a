// SPDX-License-Identifier: MIT
//
// figures_servings.cpp: one serving of each food that is asked about, beside or in what everybody knows the
// size of. Wide and low, so that the field below stays in sight.
#include <cmath>
#include <initializer_list>

#include "ui/figures_parts.h"

namespace selfcheck::ui::figures {
namespace {

constexpr float kTable = 90;  // on which everything stands

/// A block seen from the front and a little above; the corner is the lower left one of its front.
void block(Brush& brush, Point corner, float width, float height, float deep, Paint paint) {
    const Theme& theme = brush.theme();
    const float x = corner.x;
    const float y = corner.y - height;
    const float right = x + width;
    const float back = 0.5F * deep;
    const Colour shade = mix(paint.fill, paint.line, 0.18F);
    const Colour lit = theme.dark() ? paint.fill : mix(paint.fill, theme[Role::surface], 0.5F);
    brush.ink(shade).move(x, y).line(right, y).line(right, corner.y).line(x, corner.y).fill();
    brush.ink(mix(paint.fill, paint.line, 0.34F));
    brush.move(right, y).line(right + deep, y - back).line(right + deep, corner.y - back).line(right, corner.y).fill();
    brush.ink(lit).move(x, y).line(x + deep, y - back).line(right + deep, y - back).line(right, y).fill();
    brush.ink(paint.line, kLine);
    brush.move(x, y).line(x + deep, y - back).line(right + deep, y - back).line(right + deep, corner.y - back);
    brush.line(right, corner.y).line(x, corner.y).stroke(true);
    brush.move(x, y).line(right, y).line(right, corner.y).stroke();
    brush.move(right, y).line(right + deep, y - back).stroke();
}

/// Beans, almonds, flakes: each an ellipse in its outline.
void grains(Brush& brush, std::initializer_list<Point> places, float rx, float ry, Paint paint) {
    float turned = 20;
    for (const Point& p : places) {
        brush.ink(paint.line).ellipse(p.x, p.y, rx + 1, ry + 1, turned);
        brush.ink(paint.fill).ellipse(p.x, p.y, rx - 0.4F, ry - 0.4F, turned);
        turned += 67;
    }
}

/// A measuring scoop, filled level.
void scoop(Brush& brush, float x, Paint powder) {
    const auto cup = [&] { brush.move(x - 16, 62).line(x + 14, 62).line(x + 10, 84).line(x - 12, 84); };
    brush.ink(Role::accent, 5).move(x + 13, 64).line(x + 34, 60).stroke();
    cup();
    brush.ink(Role::accent_soft).fill();
    cup();
    brush.ink(Role::accent, 2).stroke(true);
    brush.ink(powder.line).ellipse(x - 1, 62, 15.5F, 5);
    brush.ink(powder.fill).ellipse(x - 1, 62, 13.5F, 3.4F);
}

void small_fish(Brush& brush, float x, float y, Paint paint) {
    const auto body = [&](float grow) {
        brush.ellipse(x, y, 25 + grow, 7 + grow);
        brush.move(x + 20, y).line(x + 37 + grow, y - 8 - grow).line(x + 33 + grow, y).line(x + 37 + grow, y + 8 + grow).fill();
    };
    brush.ink(paint.line);
    body(1);
    brush.ink(paint.fill);
    body(-0.8F);
    brush.ink(paint.line, 1.5F).move(x - 13, y - 5).curve(x - 9, y - 2, x - 9, y + 2, x - 13, y + 5).stroke();
    brush.disc(x - 19, y - 1.5F, 1.7F);
}

/// One leaf on its pale stalk, growing from its root in a direction.
void leaf(Brush& brush, Point root, float degrees, Paint green, Paint pale) {
    const Point neck = toward(root, degrees, 30);
    const Point middle = toward(root, degrees, 52);
    const Point tip = toward(root, degrees, 72);
    brush.ink(pale.line);
    taper(brush, root, neck, 7, 4);
    brush.ink(pale.fill);
    taper(brush, root, neck, 5.2F, 2.4F);
    brush.ink(green.line).ellipse(middle.x, middle.y, 25, 16, degrees);
    brush.ink(green.fill).ellipse(middle.x, middle.y, 23, 14, degrees);
    brush.ink(pale.fill, 3).move(neck.x, neck.y).line(tip.x, tip.y).stroke();
}

/// A box of milk with its straw.
void carton(Brush& brush, float x) {
    const Theme& theme = brush.theme();
    block(brush, {x - 20, kTable}, 36, 62, 14, {theme[Role::accent_soft], theme[Role::accent]});
    brush.ink(Role::accent).box(x - 20, 56, 36, 16, 0);
    brush.ink(Role::muted, 3).move(x + 4, 26).line(x + 10, 8).line(x + 20, 8).stroke();
}

void stem_glass(Brush& brush, float x, float level) {
    const Theme& theme = brush.theme();
    const auto cup = [&](float top, float wide) {
        brush.move(x - wide, top).curve(x - 22, 44, x - 14, 54, x, 55).curve(x + 14, 54, x + 22, 44, x + wide, top);
    };
    cup(16, 16);
    brush.ink(mix(theme[Role::sunken], theme[Role::surface], 0.6F)).fill();
    cup(level, 19.5F);
    brush.ink(food(theme, Food::wine).fill).fill();
    cup(16, 16);
    brush.ink(Role::muted, 2).stroke();
    brush.move(x, 55).line(x, 88).stroke().move(x - 15, kTable - 1).line(x + 15, kTable - 1).stroke();
}

}  // namespace

void serving_milk(Brush& brush, float) {
    glass(brush, 96, kTable, 52, 80, 0.86F, food(brush.theme(), Food::milk).fill);
    is_as_much_as(brush, 158);
    carton(brush, 222);
}

void serving_yoghurt(Brush& brush, float) {
    const Theme& theme = brush.theme();
    const Paint milk = food(theme, Food::milk);
    const auto pot = [&] { brush.move(76, 42).line(130, 42).line(123, kTable).line(83, kTable); };
    brush.ink(milk.line).ellipse(103, 40, 26, 11);
    brush.ink(milk.fill).ellipse(103, 40, 24, 9);
    pot();
    brush.ink(Role::accent_soft).fill();
    brush.ink(Role::accent).move(78, 56).line(128, 56).line(126, 72).line(80, 72).fill();
    pot();
    brush.ink(Role::accent, 2).stroke(true);
    brush.ink(Role::accent, 4).move(74, 42).line(132, 42).stroke();
    spoon(brush, {158, 80}, 104);
}

void serving_cheese(Brush& brush, float) {
    const Theme& theme = brush.theme();
    const Paint cheese = food(theme, Food::cheese);
    brush.ink(Role::muted).ellipse(160, 62, 106, 32);
    brush.ink(mix(theme[Role::sunken], theme[Role::surface], 0.7F)).ellipse(160, 61, 104, 29.5F);
    brush.ink(Role::control_line, 1.2F);
    const auto slice = [&](float x, float width) {
        block(brush, {x, 77}, width, 6, 26, cheese);
        for (float hole = x + 16; hole < x + width + 4; hole += 20) {
            brush.ink(mix(cheese.fill, cheese.line, 0.5F)).ellipse(hole, 66, 4, 2);
            brush.ellipse(hole + 10, 61, 3, 1.5F);
        }
    };
    slice(84, 62);
    slice(182, 31);
}

void serving_milk_powder(Brush& brush, float) {
    const Paint milk = food(brush.theme(), Food::milk);
    for (const float x : {40.0F, 104.0F, 168.0F}) scoop(brush, x, milk);
    becomes(brush, 224);
    glass(brush, 276, kTable, 50, 76, 0.8F, milk.fill);
}

void serving_tofu(Brush& brush, float) {
    open_palm(brush, {108, 60}, 1);
    block(brush, {112, 78}, 49, 21, 26, food(brush.theme(), Food::milk));
}

void serving_pressed_tofu(Brush& brush, float) {
    open_palm(brush, {108, 60}, 1);
    const Paint brown = food(brush.theme(), Food::brown);
    block(brush, {106, 78}, 32, 8, 24, brown);
    block(brush, {160, 74}, 32, 8, 24, brown);
}

void serving_soy_milk(Brush& brush, float) {
    const Paint soy = food(brush.theme(), Food::soy);
    glass(brush, 92, kTable, 52, 80, 0.86F, soy.fill);
    is_as_much_as(brush, 154);
    bowl(brush, {230, 48}, 84, 0.95F, soy);
}

void serving_greens(Brush& brush, float) {
    const Theme& theme = brush.theme();
    const Paint green = food(theme, Food::leaf);
    const Paint pale = food(theme, Food::milk);
    for (const float degrees : {-28.0F, 12.0F, -8.0F}) leaf(brush, {42, 60}, degrees, green, pale);
    becomes(brush, 158);
    bowl(brush, {234, 48}, 84, 0.55F, green);
    brush.ink(green.line, 2).move(216, 51).curve(224, 46, 230, 55, 238, 50).stroke();
    brush.move(232, 55).curve(238, 51, 244, 56, 250, 52).stroke();
}

void serving_small_fish(Brush& brush, float) {
    const Theme& theme = brush.theme();
    const Paint fish = food(theme, Food::fish);
    for (const Point& p : {Point{52, 32}, Point{94, 54}, Point{50, 76}}) small_fish(brush, p.x, p.y, fish);
    either_or(brush, 148);
    open_palm(brush, {196, 56}, 0.78F);
    const Paint shrimp = food(theme, Food::meat);
    for (const Point& p : {Point{206, 52}, Point{218, 46}, Point{230, 52}, Point{212, 62}, Point{225, 61}, Point{238, 60}}) {
        brush.ink(shrimp.line, 4).arc(p.x, p.y, 4.5F, 150, 390).stroke();
    }
}

void serving_seeds(Brush& brush, float) {
    const Theme& theme = brush.theme();
    const Paint sesame = food(theme, Food::soy);
    spoon(brush, {22, 66}, 104);
    brush.ink(sesame.line).ellipse(40, 60, 18, 13);
    brush.ink(sesame.fill).ellipse(40, 60, 16.4F, 11.4F);
    for (const Point& p : {Point{32, 56}, Point{40, 52}, Point{47, 57}, Point{36, 63}, Point{45, 65}, Point{52, 63}, Point{28, 62}}) {
        brush.ink(sesame.line).ellipse(p.x, p.y, 2.2F, 1.2F, 30);
    }
    either_or(brush, 148);
    open_palm(brush, {196, 56}, 0.78F);
    grains(brush, {{202, 50}, {214, 44}, {227, 44}, {239, 50}, {202, 63}, {216, 56}, {229, 57}, {241, 63}, {214, 68}, {228, 70}}, 7.5F, 4.6F,
           food(theme, Food::brown));
}

void serving_egg(Brush& brush, float) {
    open_palm(brush, {108, 60}, 1);
    const Paint egg = food(brush.theme(), Food::brown);
    const Colour shell = mix(egg.fill, food(brush.theme(), Food::milk).fill, 0.45F);
    const auto shape = [&](float grow) {
        brush.blob({{116 - grow, 60}, {126, 44 - grow}, {144, 43 - grow}, {164, 52}, {170 + grow, 60}, {164, 68}, {144, 77 + grow}, {126, 76 + grow}});
    };
    brush.ink(egg.line);
    shape(2);
    brush.ink(shell);
    shape(0);
}

void serving_meat(Brush& brush, float) {
    const Theme& theme = brush.theme();
    open_palm(brush, {108, 60}, 1);
    const Paint meat = food(theme, Food::meat);
    const auto piece = [&](float down, float grow) {
        brush.blob({{103 - grow, 58 + down}, {112, 40 + down - grow}, {140, 35 + down - grow}, {168, 42 + down - grow},
                    {176 + grow, 58 + down}, {164, 74 + down + grow}, {134, 78 + down + grow}, {110, 72 + down + grow}});
    };
    brush.ink(meat.line);
    piece(7, 2);
    piece(0, 2);
    brush.ink(mix(meat.fill, meat.line, 0.4F));
    piece(7, 0);
    brush.ink(meat.fill);
    piece(0, 0);
    brush.ink(food(theme, Food::milk).fill, 3).move(122, 60).curve(134, 50, 146, 64, 160, 52).stroke();
    brush.move(128, 70).curve(136, 66, 140, 70, 148, 66).stroke();
}

void serving_beans(Brush& brush, float) {
    const Paint bean = food(brush.theme(), Food::cheese);
    open_palm(brush, {58, 56}, 0.78F);
    grains(brush, {{66, 50}, {77, 45}, {88, 45}, {99, 51}, {66, 61}, {77, 57}, {88, 57}, {99, 63}, {74, 68}, {86, 69}}, 5.6F, 4.8F, bean);
    becomes(brush, 184);
    bowl(brush, {254, 48}, 84, 0.2F, bean);
    grains(brush, {{242, 52}, {254, 50}, {266, 52}, {248, 56}, {260, 56}}, 4.4F, 3.2F, bean);
}

void serving_staple(Brush& brush, float) {
    const Theme& theme = brush.theme();
    const Paint rice = food(theme, Food::milk);
    bowl(brush, {92, 48}, 84, 0.95F, rice);
    const auto mound = [&](float grow) {
        brush.move(54 - grow, 47 + grow).curve(58, 14 - grow, 126, 14 - grow, 130 + grow, 47 + grow);
        brush.curve(112, 58 + grow, 72, 58 + grow, 54 - grow, 47 + grow).fill();
    };
    brush.ink(rice.line);
    mound(1.6F);
    brush.ink(rice.fill);
    mound(0);
    for (const Point& p : {Point{74, 38}, Point{88, 32}, Point{104, 37}, Point{92, 46}, Point{112, 47}, Point{72, 48}}) {
        brush.ink(rice.line, 1.6F).move(p.x, p.y).line(p.x + 5, p.y - 2).stroke();
    }
    is_as_much_as(brush, 162);
    const auto bun = [&] { brush.move(190, 88).curve(180, 30, 276, 30, 266, 88).curve(250, 92, 206, 92, 190, 88); };
    bun();
    brush.ink(rice.fill).fill();
    bun();
    brush.ink(rice.line, kLine).stroke(true);
    brush.ink(rice.line, 1.6F).move(216, 60).curve(222, 54, 232, 54, 238, 58).stroke();
}

void serving_alcohol(Brush& brush, float) {
    const Theme& theme = brush.theme();
    glass(brush, 66, kTable, 48, 78, 0.72F, food(theme, Food::cheese).fill);
    brush.ink(Role::muted).box(42.5F, 24, 47, 13, 6);
    brush.ink(food(theme, Food::milk).fill).box(44, 25.5F, 44, 10, 5);
    either_or(brush, 120);
    stem_glass(brush, 164, 40);
    either_or(brush, 208);
    glass(brush, 256, kTable, 26, 26, 0.8F, mix(theme[Role::surface], theme[Role::routine], 0.18F));
}

}  // namespace selfcheck::ui::figures
