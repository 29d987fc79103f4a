// SPDX-License-Identifier: MIT
//
// figures_body.cpp: people who move. Round strokes: the near side in full colour, the far side paler.
#include "ui/figures_parts.h"

namespace selfcheck::ui::figures {
namespace {

constexpr float kLeg = 17;
constexpr float kArm = 13;
constexpr float kBack = 30;

Colour far_of(const Brush& brush, Role role) { return mix(brush.theme()[role], brush.theme()[Role::sunken], 0.45F); }

void floor(Brush& brush, float y) { brush.ink(Role::control_line, 2.4F).move(24, y).line(296, y).stroke(); }

void head(Brush& brush, float x, float y) {
    brush.ink(Role::muscle_line, 14).move(x - 1, y + 12).line(x - 2, y + 24).stroke();
    brush.ink(Role::muscle, 10).move(x - 1, y + 12).line(x - 2, y + 24).stroke();
    brush.ink(Role::muscle_line).disc(x, y, 17);
    brush.ink(Role::muscle).disc(x, y, 15);
    // Grey hair.
    brush.ink(Role::control_line).move(x - 14.5F, y + 1).arc(x, y, 15.5F, 176, 322).curve(x + 4, y - 4, x - 6, y - 5, x - 14.5F, y + 1).fill();
}

void hand(Brush& brush, float x, float y) { brush.ink(Role::muscle_line).disc(x, y, 7.2F).ink(Role::muscle).disc(x, y, 5.4F); }

void shoe(Brush& brush, float x, float y) { brush.ink(Role::text, 10).move(x - 3, y).line(x + 11, y).stroke(); }

void chair(Brush& brush, float x, float seat, float ground) {
    brush.ink(Role::bone_line, 6);
    brush.move(x, seat - 62).line(x, ground - 3).stroke();
    brush.move(x, seat).line(x + 66, seat).stroke();
    brush.move(x + 62, seat).line(x + 62, ground - 3).stroke();
}

/// A back and head that sit upright on a chair.
void sitter(Brush& brush, float x, float seat) {
    head(brush, x + 3, seat - 94);
    brush.ink(Role::accent, kBack);
    limb(brush, {{x, seat - 60}, {x, seat - 18}});
}

}  // namespace

void limb(Brush& brush, std::initializer_list<Point> joints) {
    const Point* last = nullptr;
    for (const Point& joint : joints) {
        if (last != nullptr) brush.move(last->x, last->y).line(joint.x, joint.y).stroke();
        last = &joint;
    }
}

void leg_raise(Brush& brush) {
    floor(brush, 164);
    chair(brush, 78, 112, 164);
    brush.ink(far_of(brush, Role::routine), kLeg);
    limb(brush, {{112, 98}, {160, 100}, {162, 150}});
    shoe(brush, 163, 157);
    sitter(brush, 108, 116);
    brush.ink(Role::routine, kLeg);
    limb(brush, {{112, 98}, {162, 96}, {214, 94}});
    brush.ink(Role::text, 10).move(224, 92).line(224, 76).stroke();
    brush.ink(Role::accent_strong, kArm);
    limb(brush, {{108, 62}, {100, 84}, {112, 104}});
    hand(brush, 114, 106);
    brush.ink(Role::accent, 3.5F);
    arc_arrow(brush, 162, 96, 88, 58, 8, 12);
}

void wall_sit(Brush& brush) {
    floor(brush, 174);
    brush.ink(mix(brush.theme()[Role::sunken], brush.theme()[Role::control_line], 0.45F)).box(70, 14, 14, 160, 2);
    chair(brush, 226, 122, 174);
    brush.ink(far_of(brush, Role::routine), kLeg);
    limb(brush, {{104, 112}, {146, 128}, {148, 160}});
    shoe(brush, 149, 167);
    head(brush, 104, 30);
    brush.ink(Role::accent, kBack);
    limb(brush, {{101, 64}, {101, 104}});
    brush.ink(Role::routine, kLeg);
    limb(brush, {{104, 112}, {140, 130}, {136, 160}});
    shoe(brush, 137, 167);
    brush.ink(Role::accent_strong, kArm);
    limb(brush, {{103, 64}, {108, 88}, {128, 104}});
    hand(brush, 131, 106);
    brush.ink(Role::accent, 3.5F).move(186, 64).line(186, 92).stroke();
    brush.arrow_head(186, 104, 90, 12);
}

void band_pull(Brush& brush) {
    // Seen from the front.
    floor(brush, 166);
    brush.ink(Role::bone_line, 6).move(128, 118).line(192, 118).stroke();
    brush.move(131, 118).line(131, 163).stroke();
    brush.move(189, 118).line(189, 163).stroke();
    brush.ink(Role::routine, kLeg);
    limb(brush, {{148, 112}, {146, 154}});
    limb(brush, {{172, 112}, {174, 154}});
    brush.ink(Role::text, 10).move(139, 160).line(147, 160).stroke();
    brush.move(173, 160).line(181, 160).stroke();
    head(brush, 160, 32);
    brush.ink(Role::accent, 44).move(160, 78).line(160, 96).stroke();
    brush.ink(Role::accent_strong, kArm);
    limb(brush, {{142, 66}, {112, 82}, {92, 72}});
    limb(brush, {{178, 66}, {208, 82}, {228, 72}});
    brush.ink(Role::emergency, 4).move(90, 70).line(230, 70).stroke();
    hand(brush, 90, 70);
    hand(brush, 230, 70);
    brush.ink(Role::accent, 3.5F).move(70, 70).line(52, 70).stroke();
    brush.arrow_head(42, 70, 180, 12);
    brush.move(250, 70).line(268, 70).stroke();
    brush.arrow_head(278, 70, 0, 12);
}

void brisk_walk(Brush& brush) {
    floor(brush, 174);
    brush.ink(far_of(brush, Role::accent_strong), kArm);
    limb(brush, {{152, 68}, {170, 88}, {188, 76}});
    brush.ink(far_of(brush, Role::routine), kLeg);
    limb(brush, {{150, 110}, {136, 136}, {106, 156}});
    brush.ink(far_of(brush, Role::text), 10).move(98, 158).line(104, 168).stroke();
    head(brush, 164, 32);
    brush.ink(Role::accent, kBack);
    limb(brush, {{156, 68}, {151, 104}});
    brush.ink(Role::routine, kLeg);
    limb(brush, {{152, 110}, {178, 132}, {190, 160}});
    shoe(brush, 192, 167);
    brush.ink(Role::accent_strong, kArm);
    limb(brush, {{155, 66}, {136, 90}, {116, 84}});
    hand(brush, 112, 82);
    brush.ink(Role::control_line, 3);
    brush.move(52, 66).line(84, 66).stroke();
    brush.move(40, 92).line(80, 92).stroke();
    brush.move(52, 118).line(84, 118).stroke();
    brush.ink(Role::accent, 3.5F).move(222, 92).line(256, 92).stroke();
    brush.arrow_head(268, 92, 0, 12);
}

}  // namespace selfcheck::ui::figures
