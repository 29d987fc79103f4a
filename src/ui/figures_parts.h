// SPDX-License-Identifier: MIT
//
// figures_parts.h: the drawings themselves and what several of them share. Inside figures only.
//
// All are drawn on a grid 320 units wide. An outline around shapes that overlap is made by drawing
// all of them a little larger in the line's colour first, and then all of them again in the fill's.
#pragma once

#include <initializer_list>
#include <string_view>

#include "ui/brush.h"
#include "ui/figures.h"

namespace selfcheck::ui::figures {

// The still ones ignore the pose.
void bone_and_muscle(Brush& brush, const Pose& pose);  // figures_bone.cpp
void trabeculae(Brush& brush, const Pose& pose);
void vertebra(Brush& brush, const Pose& pose);
void remodelling(Brush& brush, const Pose& pose);  // figures_concept.cpp
void vicious_circle(Brush& brush, const Pose& pose);
[[nodiscard]] std::vector<Point> vicious_circle_steps();
void t_gauge(Brush& brush, const Pose& pose);
void leg_raise(Brush& brush, const Pose& pose);  // figures_body.cpp
void wall_sit(Brush& brush, const Pose& pose);
void band_pull(Brush& brush, const Pose& pose);
void heel_raise(Brush& brush, const Pose& pose);
void heel_to_toe(Brush& brush, const Pose& pose);
void brisk_walk(Brush& brush, const Pose& pose);
void finger_ring(Brush& brush, const Pose& pose);  // figures_measure.cpp
void calf_tape(Brush& brush, const Pose& pose);
void height_wall(Brush& brush, const Pose& pose);
void serving_milk(Brush& brush, const Pose& pose);  // figures_servings.cpp
void serving_yoghurt(Brush& brush, const Pose& pose);
void serving_cheese(Brush& brush, const Pose& pose);
void serving_milk_powder(Brush& brush, const Pose& pose);
void serving_tofu(Brush& brush, const Pose& pose);
void serving_pressed_tofu(Brush& brush, const Pose& pose);
void serving_soy_milk(Brush& brush, const Pose& pose);
void serving_greens(Brush& brush, const Pose& pose);
void serving_small_fish(Brush& brush, const Pose& pose);
void serving_seeds(Brush& brush, const Pose& pose);
void serving_egg(Brush& brush, const Pose& pose);
void serving_meat(Brush& brush, const Pose& pose);
void serving_beans(Brush& brush, const Pose& pose);
void serving_staple(Brush& brush, const Pose& pose);
void serving_alcohol(Brush& brush, const Pose& pose);

/// Radians in a degree.
inline constexpr float kDegrees = 3.14159265F / 180;

/// A share, 0 to 1, that begins and ends slowly.
[[nodiscard]] constexpr float ease(float share) { return share * share * (3 - 2 * share); }

/// Line width of outlines.
inline constexpr float kLine = 2;

/// A bone along a line, with a knob of two lobes at each end; `r` is half the shaft's width.
void long_bone(Brush& brush, Point from, Point to, float r);

/// A muscle belly from one end to the other, bulging by `bulge` on each side, with fibres.
void muscle_belly(Brush& brush, Point from, Point to, float bulge, bool tendons = true);

/// A bent line with round joints.
void limb(Brush& brush, std::initializer_list<Point> joints);

/// An arrow along a circle around (x, y) from one angle to another, in degrees clockwise from the
/// right.
void arc_arrow(Brush& brush, float x, float y, float r, float from, float to, float head);

/// The mesh inside a bone, in a round window: struts `spacing` long, `worn` from 0 (dense) to 1
/// (thin and broken in places). The same struts at every degree of wear, so that two windows can be
/// compared.
void sponge(Brush& brush, Point centre, float radius, float spacing, float worn);

// ---- people, about 150 units tall, facing right; figures_person.cpp

inline constexpr float kThigh = 40;
inline constexpr float kShank = 38;
inline constexpr float kUpperArm = 29;
inline constexpr float kForearm = 25;

/// The point `length` away in a direction, degrees clockwise from the right.
[[nodiscard]] Point toward(Point from, float degrees, float length);
/// The joint of two bones that reach from one point to another: on the right of the way there with `side` 1,
/// on the left with -1.
[[nodiscard]] Point bend(Point from, Point to, float upper, float lower, float side);
/// How far an exercise is carried out, 1 at both ends of the phase and held there, `times` times let go.
[[nodiscard]] float rise(float phase, int times);

[[nodiscard]] Colour skin_of(const Theme& theme);
[[nodiscard]] Colour skin_line_of(const Theme& theme);
[[nodiscard]] Colour eye_of(const Theme& theme);
/// A colour of the far side.
[[nodiscard]] Colour paler(const Theme& theme, Role role);

/// In the ink that is set: a limb with round ends of two radii.
void taper(Brush& brush, Point a, Point b, float ra, float rb);
void leg(Brush& brush, Point hip, Point ankle, Colour cloth);
void arm(Brush& brush, Point shoulder, Point wrist, float side, Colour cloth);
void hand(Brush& brush, Point p);
/// Turned about the ankle: the heel up for degrees above 0.
void shoe(Brush& brush, Point ankle, float turned, Colour colour);
void torso(Brush& brush, Point shoulder, Point hip);
void head(Brush& brush, Point neck);
void ground_line(Brush& brush, float y);
/// From the side; `facing` 1 has its back on the left.
void chair(Brush& brush, float back, float seat, float ground, float facing);

// ---- food, and what it is measured by; figures_tableware.cpp

inline constexpr float kTable = 90;  // on which everything stands

struct Paint {
    Colour fill;
    Colour line;
};
enum class Matter { milk, soy, cheese, brown, leaf, fish, meat, wine, spirit, glass, steel, china, skin };
[[nodiscard]] Paint paint_of(const Theme& theme, Matter matter);

/// Paths are written as in SVG, "M0 0L9 0C9 4 5 9 0 9", and moved by (x, y) after they are scaled. In the matter's
/// own colour for areas or for lines.
void fill(Brush& brush, Role role, std::string_view path, float x = 0, float y = 0, float scale = 1);
void fill(Brush& brush, Matter matter, std::string_view path, float x = 0, float y = 0, float scale = 1);
void stroke(Brush& brush, Role role, float width, std::string_view path, float x = 0, float y = 0, float scale = 1);
void stroke(Brush& brush, Matter matter, float width, std::string_view path, float x = 0, float y = 0);
/// Filled, and with a line around.
void shape(Brush& brush, Matter matter, std::string_view path, float x = 0, float y = 0, float scale = 1);
void oval(Brush& brush, Matter matter, float x, float y, float rx, float ry, float turned = 0);
/// An oval at each of the places "x y x y", turned this way and that.
void grains(Brush& brush, Matter matter, std::string_view places, float rx, float ry);

/// A hand that shows its palm, its wrist at (x, y), fingers to the right; at scale 1 seven units to a
/// centimetre, as everything here.
void open_palm(Brush& brush, float x, float y, float scale = 1);
/// 250 ml, nearly full.
void glass(Brush& brush, float x, Matter drink, float scale = 1);
/// From a little above; what is in it is `wide` at its surface, half of it: 39 is full.
void bowl(Brush& brush, float x, Matter content, float wide);
/// A teaspoon, its handle to the right.
void spoon(Brush& brush, float x, float y);
/// Between two pictures of one serving, of one that is cooked or mixed, and of two kinds.
void is_as_much_as(Brush& brush, float x);
void becomes(Brush& brush, float x);
void either_or(Brush& brush, float x);

}  // namespace selfcheck::ui::figures
