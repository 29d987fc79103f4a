// SPDX-License-Identifier: MIT
#include "ui/icons.h"

#include "ui/brush.h"

namespace selfcheck::ui {
namespace {

// The exclamation mark inside a sign.
void mark(Brush& brush, float top, float bottom, float dot) {
    brush.move(12, top).line(12, bottom).stroke();
    brush.disc(12, dot, 1.25F);
}

void info(Brush& brush) {
    brush.ring(12, 12, 9);
    brush.disc(12, 7.9F, 1.25F);
    brush.move(12, 11.4F).line(12, 16.4F).stroke();
}

void emergency(Brush& brush) {
    brush.move(8.3F, 3).line(15.7F, 3).line(21, 8.3F).line(21, 15.7F).line(15.7F, 21).line(8.3F, 21);
    brush.line(3, 15.7F).line(3, 8.3F).stroke(true);
    mark(brush, 7.6F, 12.8F, 16.3F);
}

void urgent(Brush& brush) {
    brush.move(12, 3.8F).line(21.2F, 19.8F).line(2.8F, 19.8F).stroke(true);
    mark(brush, 9.8F, 14, 17);
}

void soon(Brush& brush) {
    brush.frame(3.5F, 5, 17, 15.5F, 2.5F);
    brush.move(3.5F, 10).line(20.5F, 10).stroke();
    brush.move(8.2F, 2.8F).line(8.2F, 6.6F).stroke();
    brush.move(15.8F, 2.8F).line(15.8F, 6.6F).stroke();
    brush.disc(8.4F, 14.8F, 1.6F);
}

void routine(Brush& brush) {
    brush.frame(4.8F, 4.6F, 14.4F, 16.6F, 2.4F);
    brush.box(8.6F, 2.6F, 6.8F, 4.2F, 1.4F);
    brush.move(8.8F, 13.6F).line(11.2F, 16).line(15.4F, 11.2F).stroke();
}

void self_care(Brush& brush) {
    brush.move(12, 20.4F).curve(6.5F, 16.5F, 3, 13.3F, 3, 9.2F).curve(3, 6.3F, 5.2F, 4.2F, 7.8F, 4.2F);
    brush.curve(9.5F, 4.2F, 11.1F, 5.1F, 12, 6.6F).curve(12.9F, 5.1F, 14.5F, 4.2F, 16.2F, 4.2F);
    brush.curve(18.8F, 4.2F, 21, 6.3F, 21, 9.2F).curve(21, 13.3F, 17.5F, 16.5F, 12, 20.4F).stroke(true);
}

void error(Brush& brush) {
    brush.ring(12, 12, 9);
    mark(brush, 7.4F, 12.8F, 16.3F);
}

void check(Brush& brush) { brush.move(5, 12.6F).line(10, 17.4F).line(19, 7).stroke(); }

void chevron(Brush& brush) { brush.move(6, 9).line(12, 15).line(18, 9).stroke(); }

void chevron_up(Brush& brush) { brush.move(6, 15).line(12, 9).line(18, 15).stroke(); }

void outward(Brush& brush) {
    brush.move(14, 4).line(20, 4).line(20, 10).stroke();
    brush.move(20, 4).line(11, 13).stroke();
    brush.move(18, 14.5F).line(18, 20).line(4, 20).line(4, 6).line(9.5F, 6).stroke();
}

void phone(Brush& brush) {
    brush.move(5.2F, 3.6F).line(8.6F, 3.6F).line(10.4F, 8).line(8, 9.9F).curve(9, 12.4F, 11.6F, 15, 14.1F, 16);
    brush.line(16, 13.6F).line(20.4F, 15.4F).line(20.4F, 18.8F).curve(20.4F, 19.8F, 19.6F, 20.5F, 18.6F, 20.4F);
    brush.curve(10.4F, 19.8F, 4.2F, 13.6F, 3.6F, 5.4F).curve(3.5F, 4.4F, 4.2F, 3.6F, 5.2F, 3.6F).stroke(true);
}

}  // namespace

Icon icon_of(session::Tone tone) noexcept {
    switch (tone) {
        case session::Tone::plain:
        case session::Tone::muted:
        case session::Tone::accent:
            return Icon::info;
        case session::Tone::emergency:
            return Icon::emergency;
        case session::Tone::urgent:
            return Icon::urgent;
        case session::Tone::soon:
            return Icon::soon;
        case session::Tone::routine:
            return Icon::routine;
        case session::Tone::self_care:
            return Icon::self_care;
        case session::Tone::error:
            return Icon::error;
    }
    return Icon::info;
}

void draw_icon(Icon icon, Brush& brush) {
    switch (icon) {
        case Icon::info:
            return info(brush);
        case Icon::emergency:
            return emergency(brush);
        case Icon::urgent:
            return urgent(brush);
        case Icon::soon:
            return soon(brush);
        case Icon::routine:
            return routine(brush);
        case Icon::self_care:
            return self_care(brush);
        case Icon::error:
            return error(brush);
        case Icon::check:
            return check(brush);
        case Icon::chevron:
            return chevron(brush);
        case Icon::chevron_up:
            return chevron_up(brush);
        case Icon::outward:
            return outward(brush);
        case Icon::phone:
            return phone(brush);
    }
}

}  // namespace selfcheck::ui
