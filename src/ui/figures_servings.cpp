// SPDX-License-Identifier: MIT
//
// figures_servings.cpp: one serving of each food that is asked about, beside or in what everybody knows the
// size of. Wide and low, so that the field below stays in sight.
#include "ui/figures_parts.h"

namespace selfcheck::ui::figures {
namespace {

/// A block seen from the front and a little above, from its lower left corner on.
void block(Brush& brush, Matter matter, float x, float base, float width, float height, float deep) {
    const Paint paint = paint_of(brush.theme(), matter);
    const float y = base - height;
    const float right = x + width;
    const float back = 0.5F * deep;
    const auto outline = [&] {
        brush.move(x, y).line(x + deep, y - back).line(right + deep, y - back).line(right + deep, base - back);
        brush.line(right, base).line(x, base);
    };
    outline();
    brush.ink(paint.fill).fill();
    brush.ink(mix(paint.fill, paint.line, 0.15F)).box(x, y, width, height, 0);
    brush.move(right, y).line(right + deep, y - back).line(right + deep, base - back).line(right, base);
    brush.ink(mix(paint.fill, paint.line, 0.34F)).fill();
    outline();
    brush.ink(paint.line, kLine).stroke(true);
    brush.move(x, y).line(right, y).line(right, base).stroke();
    brush.move(right, y).line(right + deep, y - back).stroke();
}

/// A measuring scoop, filled level.
void scoop(Brush& brush, float x) {
    stroke(brush, Role::accent, 5, "M13 64L34 60", x);
    shape(brush, Matter::china, "M-16 62L14 62 10 84 -12 84", x);
    oval(brush, Matter::milk, x - 1, 62, 14.5F, 4.2F);
}

void small_fish(Brush& brush, float x, float y) {
    shape(brush, Matter::fish, "M-25 0C-14 -9 8 -9 23 -2L36 -8 33 0 36 8 23 2C8 9 -14 9 -25 0", x, y);
    stroke(brush, Matter::fish, 1.5F, "M-12 -5C-8 -2 -8 2 -12 5", x, y);
    stroke(brush, Matter::fish, 3.4F, "M-17 -1.5L-17 -1.4", x, y);
}

/// One leaf on its pale stalk, growing from its root in a direction.
void leaf(Brush& brush, Point root, float degrees) {
    const Paint pale = paint_of(brush.theme(), Matter::milk);
    const Point neck = toward(root, degrees, 30);
    const Point tip = toward(root, degrees, 72);
    brush.ink(pale.line);
    taper(brush, root, neck, 9, 5);
    brush.ink(pale.fill);
    taper(brush, root, neck, 7.2F, 3.4F);
    const Point middle = toward(root, degrees, 52);
    oval(brush, Matter::leaf, middle.x, middle.y, 24, 15, degrees);
    brush.ink(pale.fill, 3).move(neck.x, neck.y).line(tip.x, tip.y).stroke();
}

}  // namespace

void serving_milk(Brush& brush, const Pose&) {
    glass(brush, 96, Matter::milk);
    is_as_much_as(brush, 158);
    block(brush, Matter::china, 202, kTable, 36, 62, 14);
    fill(brush, Role::accent, "M202 56L238 56 238 72 202 72");
    stroke(brush, Role::muted, 3, "M226 26L232 8 242 8");
}

void serving_yoghurt(Brush& brush, const Pose&) {
    oval(brush, Matter::milk, 103, 41, 25, 8);
    shape(brush, Matter::china, "M76 42L130 42 123 90 83 90");
    fill(brush, Role::accent, "M78 56L128 56 126 72 80 72");
    stroke(brush, Role::accent, 4, "M74 42L132 42");
    spoon(brush, 158, 80);
}

void serving_cheese(Brush& brush, const Pose&) {
    oval(brush, Matter::steel, 160, 62, 105, 31);
    block(brush, Matter::cheese, 84, 77, 62, 6, 26);
    block(brush, Matter::cheese, 182, 77, 31, 6, 26);
    grains(brush, Matter::cheese, "100 66 110 61 121 67 131 61 141 66 152 61 198 67 209 61 217 66", 3.2F, 1.8F);
}

void serving_milk_powder(Brush& brush, const Pose&) {
    for (const float x : {40.0F, 104.0F, 168.0F}) scoop(brush, x);
    becomes(brush, 224);
    glass(brush, 276, Matter::milk, 0.95F);
}

void serving_tofu(Brush& brush, const Pose&) {
    open_palm(brush, 108, 60);
    block(brush, Matter::milk, 112, 78, 49, 21, 26);
}

void serving_pressed_tofu(Brush& brush, const Pose&) {
    open_palm(brush, 108, 60);
    block(brush, Matter::brown, 106, 78, 32, 8, 24);
    block(brush, Matter::brown, 160, 74, 32, 8, 24);
}

void serving_soy_milk(Brush& brush, const Pose&) {
    glass(brush, 92, Matter::soy);
    is_as_much_as(brush, 154);
    bowl(brush, 230, Matter::soy, 39);
}

void serving_greens(Brush& brush, const Pose&) {
    for (const float degrees : {-28.0F, 12.0F, -8.0F}) leaf(brush, {42, 60}, degrees);
    becomes(brush, 158);
    bowl(brush, 234, Matter::leaf, 31);
    stroke(brush, Matter::leaf, 2, "M216 51C224 46 230 55 238 50");
    stroke(brush, Matter::leaf, 2, "M232 55C238 51 244 56 250 52");
}

void serving_small_fish(Brush& brush, const Pose&) {
    for (const Point at : {Point{52, 32}, Point{94, 54}, Point{50, 76}}) small_fish(brush, at.x, at.y);
    either_or(brush, 146);
    open_palm(brush, 210, 56, 0.78F);
    for (const Point at : {Point{222, 50}, Point{238, 46}, Point{253, 52}, Point{227, 64}, Point{244, 65}}) {
        shape(brush, Matter::soy,
              "M-7.5 1C-7.5 -9 7.5 -9 7.5 1 7.5 3 4.5 3 4.5 1 4.5 -4 -4.5 -4 -4.5 1 -4.5 3 -7.5 3 -7.5 1", at.x, at.y);
    }
}

void serving_seeds(Brush& brush, const Pose&) {
    spoon(brush, 22, 66);
    oval(brush, Matter::soy, 40, 60, 17, 12);
    grains(brush, Matter::soy, "32 56 40 52 47 57 36 63 45 65 52 63 28 62", 1.6F, 0.9F);
    either_or(brush, 146);
    open_palm(brush, 210, 56, 0.78F);
    grains(brush, Matter::brown, "216 50 228 44 241 44 253 50 216 63 230 56 243 57 255 63 228 68 242 70", 7.5F, 4.6F);
}

void serving_egg(Brush& brush, const Pose&) {
    open_palm(brush, 108, 60);
    shape(brush, Matter::milk,
          "M120 60C120 49 130 42 142 42 156 42 170 51 170 60 170 69 156 78 142 78 130 78 120 71 120 60");
}

void serving_meat(Brush& brush, const Pose&) {
    constexpr std::string_view kPiece =
        "M102 58C102 44 116 35 140 34 160 33 177 42 177 57 177 72 156 79 134 79 114 79 102 70 102 58";
    open_palm(brush, 108, 60);
    shape(brush, Matter::meat, kPiece, 0, 7);
    shape(brush, Matter::meat, kPiece);
    brush.ink(paint_of(brush.theme(), Matter::milk).fill, 3);
    brush.move(122, 60).curve(134, 50, 146, 64, 160, 52).stroke();
    brush.move(128, 70).curve(136, 66, 140, 70, 148, 66).stroke();
}

void serving_beans(Brush& brush, const Pose&) {
    open_palm(brush, 64, 56, 0.78F);
    grains(brush, Matter::cheese, "72 50 83 45 94 45 105 51 72 61 83 57 94 57 105 63 80 68 92 69", 5.6F, 4.8F);
    becomes(brush, 188);
    bowl(brush, 256, Matter::cheese, 25);
    grains(brush, Matter::cheese, "244 52 256 50 268 52 250 56 262 56", 4.4F, 3.2F);
}

void serving_staple(Brush& brush, const Pose&) {
    bowl(brush, 92, Matter::milk, 39);
    shape(brush, Matter::milk, "M54 47C58 14 126 14 130 47 112 58 72 58 54 47");
    constexpr Point kRice[] = {{74, 38}, {88, 32}, {104, 37}, {92, 46}, {112, 47}, {72, 48}};
    for (const Point at : kRice) {
        stroke(brush, Matter::milk, 1.6F, "M0 0L5 -2", at.x, at.y);
    }
    is_as_much_as(brush, 162);
    shape(brush, Matter::milk, "M190 88C180 30 276 30 266 88 250 92 206 92 190 88");
    stroke(brush, Matter::milk, 1.6F, "M216 60C222 54 232 54 238 58");
}

void serving_alcohol(Brush& brush, const Pose&) {
    glass(brush, 66, Matter::cheese, 0.95F);
    shape(brush, Matter::milk, "M42 26C48 20 84 20 90 26L89 36C80 40 52 40 43 36");
    either_or(brush, 120);
    shape(brush, Matter::glass, "M148 16C142 44 150 54 164 55 178 54 186 44 180 16");
    fill(brush, Matter::wine, "M147.6 41C149 50 155 54 164 54 173 54 179 50 180.4 41");
    stroke(brush, Role::muted, 2, "M164 55L164 88");
    stroke(brush, Role::muted, 2, "M149 89L179 89");
    either_or(brush, 208);
    shape(brush, Matter::glass, "M243 64L269 64 266 90 246 90");
    fill(brush, Matter::spirit, "M245 70L267 70 265 88 247 88");
}

}  // namespace selfcheck::ui::figures
