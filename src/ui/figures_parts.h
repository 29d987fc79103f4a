// SPDX-License-Identifier: MIT
//
// figures_parts.h: the drawings themselves and what several of them share. Inside figures only.
//
// All are drawn on a grid 320 units wide. An outline around shapes that overlap is made by drawing all of
// them a little larger in the line's colour first, and then all of them again in the fill's.
#pragma once

#include <initializer_list>

#include "ui/brush.h"

namespace selfcheck::ui::figures {

void welcome(Brush& brush);         // figures_bone.cpp
void trabeculae(Brush& brush);
void vertebra(Brush& brush);
void remodelling(Brush& brush);     // figures_concept.cpp
void vicious_circle(Brush& brush);
void t_gauge(Brush& brush);
void leg_raise(Brush& brush);       // figures_body.cpp
void wall_sit(Brush& brush);
void band_pull(Brush& brush);
void brisk_walk(Brush& brush);

/// Line width of outlines.
inline constexpr float kLine = 2;

/// A bone along a line, with a knob of two lobes at each end; `r` is half the shaft's width.
void long_bone(Brush& brush, Point from, Point to, float r);

/// A muscle belly from one end to the other, bulging by `bulge` on each side, with fibres.
void muscle_belly(Brush& brush, Point from, Point to, float bulge, bool tendons = true);

/// A bent line with round joints: an arm, a leg.
void limb(Brush& brush, std::initializer_list<Point> joints);

/// An arrow along a circle around (x, y) from one angle to another, in degrees clockwise from the right.
void arc_arrow(Brush& brush, float x, float y, float r, float from, float to, float head);

/// The mesh inside a bone, in a round window: struts `spacing` long, `worn` from 0 (dense) to 1 (thin and
/// broken in places). The same struts at every degree of wear, so that two windows can be compared.
void sponge(Brush& brush, Point centre, float radius, float spacing, float worn);

}  // namespace selfcheck::ui::figures
