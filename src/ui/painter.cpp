// SPDX-License-Identifier: MIT
#include "ui/painter.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "ui/brush.h"
#include "ui/figures.h"
#include "ui/icons.h"

namespace selfcheck::ui {
namespace {

/// How a panel looks at this moment. No colour: nothing is drawn.
struct Look {
    std::optional<Colour> fill{};
    std::optional<Colour> line{};
    float line_width = 1;
    float radius = radius::card;
    bool raised = false;
};

/// What state a control is in, each from 0 to 1 while it changes.
struct Moment {
    float selected = 0;
    float pressed = 0;
    float hovered = 0;
};

class Painter {
public:
    Painter(const Layout& layout, const PaintState& state, ImDrawList& list)
        : layout_(layout), state_(state), theme_(*state.theme), list_(list) {}

    void operator()(const Panel& panel) {
        const Look look = look_of(panel);
        const Rect rect = snapped(panel.rect);
        const float corner = std::min({look.radius, rect.width / 2, rect.height / 2});
        if (look.raised && !theme_.dark() && !theme_.high_contrast()) shadow(rect, corner);
        if (look.line && look.fill) {
            fill(rect, *look.line, corner);
            fill(rect.inset(look.line_width), *look.fill, std::max(corner - look.line_width, 0.0F));
        } else if (look.fill) {
            fill(rect, *look.fill, corner);
        } else if (look.line) {
            outline(rect.inset(look.line_width / 2), *look.line, corner, look.line_width);
        }
    }

    void operator()(const TextItem& text) {
        if (text.typed && !state_.draw_field_text) return;
        ImFont* font = text.face == Face::bold ? state_.fonts.bold : state_.fonts.regular;
        const float size = static_cast<float>(text.em) * state_.fonts.size_per_em;
        const ImFontBaked* baked = font->GetFontBaked(size);
        const float ascent = baked->Ascent * size / baked->Size;
        const Point at = moved(Point{text.x, text.baseline});
        // ImGui cuts text positions down to whole pixels; rounding first keeps every line's error
        // the same.
        const ImVec2 corner{std::round(at.x), std::round(at.y - ascent)};
        const ImU32 colour = packed(theme_[text.role]);
        list_.AddText(font, size, corner, colour, text.text.data(), text.text.data() + text.text.size());
        if (!text.underlined) return;
        const auto em = static_cast<float>(text.em);
        const float thick = std::max(1.0F, std::round(em / 16 * state_.dpr) / state_.dpr);
        const float y = snap(corner.y + ascent + 0.16F * em);
        list_.AddRectFilled({corner.x, y}, {corner.x + text.width, y + thick}, colour);
    }

    void operator()(const IconItem& icon) {
        Brush brush(list_, moved(icon.rect), 24, theme_);
        draw_icon(icon.icon, brush.ink(icon.role, 2));
    }

    void operator()(const Mark& mark) {
        const Moment now = moment(mark.control, mark.selected);
        const Rect rect = moved(mark.rect);
        const Point centre = rect.centre();
        const float r = rect.width / 2;
        const Colour line =
            mix(mix(theme_[Role::control_line], theme_[Role::accent], now.hovered), theme_[Role::accent], now.selected);
        const Colour inside = mix(theme_[Role::surface], theme_[Role::accent], now.selected);
        if (mark.box) {
            fill(rect, line, radius::small);
            fill(rect.inset(2), inside, radius::small - 2);
            if (now.selected <= 0) return;
            Brush brush(list_, rect.inset(rect.width * 0.08F), 24, theme_);
            draw_icon(Icon::check, brush.ink(mix(inside, theme_[Role::on_accent], now.selected), 3.2F));
            return;
        }
        list_.AddCircleFilled(vec(centre), r, packed(line));
        list_.AddCircleFilled(vec(centre), r - 2, packed(inside));
        if (now.selected > 0) {
            list_.AddCircleFilled(vec(centre), r * 0.4F * now.selected, packed(theme_[Role::on_accent]));
        }
    }

    void operator()(const ProgressBar& bar) {
        const Rect rect = snapped(bar.rect);
        const float corner = rect.height / 2;
        const Colour trough = theme_.high_contrast() ? theme_[Role::sunken] : theme_[Role::line];
        fill(rect, trough, corner);
        if (theme_.high_contrast()) outline(rect.inset(0.5F), theme_[Role::line], corner, 1);
        if (bar.fraction <= 0) return;
        const float width = std::max(rect.width * bar.fraction, rect.height);
        fill({rect.x, rect.y, width, rect.height}, theme_[Role::accent], corner);
    }

    void operator()(const Scale& scale) {
        const Rect rect = snapped(scale.rect);
        constexpr float kPointer = 12;  // height of the marker above the bands
        constexpr float kGap = 3;
        const float band = rect.height - kPointer - 4;
        for (std::size_t i = 0; i < scale.parts.size(); ++i) {
            const Scale::Part& part = scale.parts[i];
            const float from = snap(rect.x + part.from * rect.width) + (i > 0 ? kGap : 0);
            const float to = std::max(snap(rect.x + part.to * rect.width), from + 2);
            const float grow = part.current ? 2.0F : 0.0F;
            const Rect bar{from, rect.y + kPointer + 2 - grow, to - from, band + 2 * grow};
            // Round only at the two ends of the scale.
            ImDrawFlags corners = ImDrawFlags_RoundCornersNone;
            if (i == 0) corners = ImDrawFlags_RoundCornersLeft;
            if (i + 1 == scale.parts.size()) corners = ImDrawFlags_RoundCornersRight;
            if (scale.parts.size() == 1) corners = ImDrawFlags_RoundCornersAll;
            list_.AddRectFilled({bar.x, bar.y}, {bar.right(), bar.bottom()},
                                packed(shade_of(theme_, part.tone, part.pale)), bar.height / 2, corners);
        }
        const float x = std::clamp(rect.x + scale.marker * rect.width, rect.x + 9, rect.right() - 9);
        const float tip = rect.y + kPointer - 1;
        list_.AddTriangleFilled({x - 9, rect.y - 2}, {x + 9, rect.y - 2}, {x, tip}, packed(theme_[Role::text]));
        const Rect needle{x - 1.5F, tip - 2, 3, rect.bottom() - tip + 2};
        fill(needle.inset(-1.5F), theme_[Role::surface], 3);
        fill(needle, theme_[Role::text], 1.5F);
    }

    void operator()(const Picture& picture) {
        const Rect rect = moved(picture.rect);
        Brush brush(list_, rect, 320, theme_);
        list_.PushClipRect({rect.x, rect.y}, {rect.right(), rect.bottom()}, true);
        Pose pose = picture.pose;
        if (!picture.held) pose.phase = phase_of(picture);
        draw_figure(picture.name, brush, pose);
        list_.PopClipRect();
    }

    void operator()(const SliderTrack& track) {
        const Moment now = moment(track.control, false);
        const Rect rect = moved(track.rect);
        const float half = size::knob / 2;
        const float y = snap(rect.centre().y);
        constexpr float kThick = 6;
        fill({rect.x + half, y - kThick / 2, rect.width - size::knob, kThick}, theme_[Role::control_line], kThick / 2);
        const Point knob{rect.x + half + track.fraction * (rect.width - size::knob), y};
        list_.AddCircleFilled(vec(knob), half, packed(theme_[Role::surface]));
        list_.AddCircleFilled(
            vec(knob), half - 3,
            packed(mix(theme_[Role::accent], theme_[Role::accent_strong], std::max(0.5F * now.hovered, now.pressed))));
    }

    void operator()(const Clock& clock) {
        const std::string reading = clock.reading(state_.now);
        float width = 0;
        for (const char c : reading) width += cell_of(clock, c);
        const float size = static_cast<float>(clock.em) * state_.fonts.size_per_em;
        const ImFontBaked* baked = state_.fonts.bold->GetFontBaked(size);
        const float ascent = baked->Ascent * size / baked->Size;
        const Point centre = moved(clock.rect).centre();
        const float y = std::round(centre.y + 0.36F * static_cast<float>(clock.em) - ascent);
        float x = centre.x - width / 2;
        for (const char& c : reading) {
            // Every digit has the room of the widest, or the others would tremble.
            const float own = c == '.' ? clock.point : clock.digits[static_cast<std::size_t>(c - '0')];
            const float cell = cell_of(clock, c);
            list_.AddText(state_.fonts.bold, size, {std::round(x + (cell - own) / 2), y}, packed(theme_[clock.role]),
                          &c, &c + 1);
            x += cell;
        }
        counting_ = counting_ || state_.now < clock.ends;
    }

    /// A clock that runs is in sight.
    [[nodiscard]] bool counting() const { return counting_; }

    /// Around the control, with a gap, so that the ring is seen on any fill.
    void focus_ring() {
        for (const ControlArea& control : layout_.controls) {
            if (control.key != state_.focused) continue;
            const float out = size::focus_offset + size::focus_ring / 2;
            const float corner = std::min(control.radius + out, control.rect.height / 2 + out);
            outline(snapped(control.rect).inset(-out), theme_[Role::focus], corner, size::focus_ring);
        }
    }

private:
    static float cell_of(const Clock& clock, char c) {
        return c == '.' ? clock.point : *std::max_element(clock.digits.begin(), clock.digits.end());
    }

    [[nodiscard]] Look look_of(const Panel& panel) {
        const Moment now = moment(panel.control, panel.selected);
        const Colour surface = theme_[Role::surface];
        const Colour accent = theme_[Role::accent];
        const bool strict = theme_.high_contrast();
        const auto press = [&](Colour colour) { return mix(colour, accent, 0.10F * now.pressed); };
        switch (panel.surface) {
            case Surface::card:
                return {.fill = surface, .line = theme_[Role::line], .raised = true};
            case Surface::option:
            case Surface::option_quiet: {
                const bool quiet = panel.surface == Surface::option_quiet;
                const Colour rest =
                    mix(quiet ? theme_[Role::page] : surface, theme_[Role::accent_soft], 0.35F * now.hovered);
                const Colour border = mix(theme_[Role::control_line], accent, std::max(now.hovered, now.selected));
                return {.fill = press(mix(rest, theme_[Role::accent_soft], now.selected)),
                        .line = border,
                        .line_width = snap(1 + 1.5F * now.selected + (strict ? 0.5F : 0)),
                        .raised = !quiet};
            }
            case Surface::field: {
                const bool focused = panel.control != kNoControl && key_of(panel.control) == state_.focused;
                const Colour border = panel.invalid ? theme_[Role::error]
                                      : focused     ? accent
                                                    : theme_[Role::control_line];
                return {.fill = surface, .line = border, .line_width = 2, .radius = radius::control};
            }
            case Surface::track:
                return {.fill = theme_[Role::sunken],
                        .line = strict ? std::optional(theme_[Role::line]) : std::nullopt,
                        .radius = radius::control};
            case Surface::segment: {
                if (now.selected > 0) {
                    return {.fill = mix(theme_[Role::sunken], press(surface), now.selected),
                            .line = mix(theme_[Role::sunken], theme_[Role::control_line], now.selected),
                            .line_width = snap(strict ? 2 : 1),
                            .radius = radius::control};
                }
                if (now.hovered <= 0 && now.pressed <= 0) return {};
                return {
                    .fill = mix(theme_[Role::sunken], theme_[Role::accent_soft], std::max(now.hovered, now.pressed)),
                    .radius = radius::control};
            }
            case Surface::primary: {
                if (panel.disabled) return {.fill = theme_[Role::line], .radius = radius::control};
                const Colour fill = mix(accent, theme_[Role::accent_strong], std::max(0.5F * now.hovered, now.pressed));
                return {.fill = fill, .radius = radius::control, .raised = true};
            }
            case Surface::call: {
                const Colour red = theme_[tone_role(panel.tone)];
                return {.fill = mix(red, theme_[Role::text], 0.15F * std::max(now.hovered, now.pressed)),
                        .radius = radius::control,
                        .raised = true};
            }
            case Surface::secondary:
                return {.fill = press(mix(surface, theme_[Role::accent_soft], std::max(now.hovered, now.selected))),
                        .line = mix(theme_[Role::control_line], accent, std::max(now.hovered, now.selected)),
                        .line_width = 1.5F,
                        .radius = radius::control};
            case Surface::quiet: {
                if (now.hovered <= 0 && now.pressed <= 0) return {};
                const Colour hover = theme_[Role::accent_soft];
                return {.fill = press(hover), .radius = radius::control};
            }
            case Surface::message:
                return {.fill = theme_[tone_soft_role(panel.tone)],
                        .line = strict ? std::optional(theme_[tone_role(panel.tone)]) : std::nullopt,
                        .line_width = 2};
            case Surface::banner:
                if (panel.tone == Tone::emergency) return {.fill = theme_[Role::emergency]};
                return {
                    .fill = theme_[tone_soft_role(panel.tone)], .line = theme_[tone_role(panel.tone)], .line_width = 2};
            case Surface::pill:
                return {.fill = theme_[tone_soft_role(panel.tone)],
                        .line = strict ? std::optional(theme_[tone_role(panel.tone)]) : std::nullopt,
                        .radius = 999};
            case Surface::bar:
                return {.fill = shade_of(theme_, panel.tone, panel.pale), .radius = 3};
            case Surface::rule:
                return {.fill = theme_[Role::line], .radius = 0};
            case Surface::dot:
                return {.fill = theme_[tone_role(panel.tone)], .radius = 999};
            case Surface::picture:
                return {.fill = theme_[Role::sunken]};
            case Surface::header: {
                const float wash = std::max(now.hovered, now.pressed);
                if (wash <= 0) return {};
                return {.fill = mix(surface, theme_[Role::accent_soft], 0.6F * wash), .line = theme_[Role::line]};
            }
        }
        return {};
    }

    [[nodiscard]] std::string_view key_of(int control) const {
        return layout_.controls[static_cast<std::size_t>(control)].key;
    }

    [[nodiscard]] Moment moment(int control, bool selected) {
        if (control == kNoControl) return {.selected = selected ? 1.0F : 0.0F};
        const std::string_view key = key_of(control);
        return {.selected = part(key, 's', selected, motion::change),
                .pressed = part(key, 'p', key == state_.pressed, motion::press),
                .hovered = part(key, 'h', key == state_.hovered, motion::press)};
    }

    [[nodiscard]] float part(std::string_view key, char channel, bool on, float duration) {
        if (state_.motion == nullptr || state_.reduced_motion) return on ? 1.0F : 0.0F;
        return state_.motion->towards(key, channel, on, state_.now, duration);
    }

    [[nodiscard]] float phase_of(const Picture& picture) {
        const float seconds = figure_seconds(picture.name);
        if (seconds <= 0 || state_.motion == nullptr || state_.reduced_motion) return 1;
        const bool seen = state_.sight.contains(picture.rect.centre().y);
        return state_.motion->play(picture.key, seen, state_.now, seconds);
    }

    // Two faint layers below: enough to lift a card off paper.
    void shadow(Rect rect, float corner) {
        const Colour ink = theme_[Role::text];
        for (const auto& [drop, grow, alpha] : {std::tuple{3.0F, 1.0F, 7}, std::tuple{1.0F, 0.5F, 12}}) {
            const Rect below = Rect{rect.x, rect.y + drop, rect.width, rect.height}.inset(-grow);
            list_.AddRectFilled({below.x, below.y}, {below.right(), below.bottom()},
                                IM_COL32(ink.r, ink.g, ink.b, alpha), corner + grow);
        }
    }

    void fill(Rect rect, Colour colour, float corner) {
        // ImGui keeps one pixel of every rounded side straight; a small dot would look square.
        if (rect.width == rect.height && 2 * corner >= rect.width) {
            list_.AddCircleFilled(vec(rect.centre()), rect.width / 2, packed(colour));
            return;
        }
        list_.AddRectFilled({rect.x, rect.y}, {rect.right(), rect.bottom()}, packed(colour), corner);
    }

    void outline(Rect rect, Colour colour, float corner, float width) {
        // ImGui moves an outline's edges inward by half a pixel; this takes it back.
        list_.AddRect({rect.x - 0.5F, rect.y - 0.5F}, {rect.right() + 0.5F, rect.bottom() + 0.5F}, packed(colour),
                      corner, 0, width);
    }

    [[nodiscard]] static ImU32 packed(Colour colour) { return IM_COL32(colour.r, colour.g, colour.b, 255); }
    [[nodiscard]] static ImVec2 vec(Point p) { return {p.x, p.y}; }
    [[nodiscard]] float snap(float value) const { return std::round(value * state_.dpr) / state_.dpr; }
    [[nodiscard]] Point moved(Point p) const { return {p.x + state_.origin.x, p.y + state_.origin.y}; }
    [[nodiscard]] Rect moved(Rect r) const { return {r.x + state_.origin.x, r.y + state_.origin.y, r.width, r.height}; }
    [[nodiscard]] Rect snapped(Rect rect) const {
        const Rect at = moved(rect);
        const float x = snap(at.x);
        const float y = snap(at.y);
        return {x, y, snap(at.right()) - x, std::max(snap(at.bottom()) - y, 1 / state_.dpr)};
    }

    const Layout& layout_;
    const PaintState& state_;
    const Theme& theme_;
    ImDrawList& list_;
    bool counting_ = false;
};

}  // namespace

float Motion::towards(std::string_view key, char channel, bool target, double now, float duration) {
    std::string name(1, channel);
    name += key;
    const float goal = target ? 1.0F : 0.0F;
    const auto [track, is_new] = tracks_.try_emplace(std::move(name), Track{goal, now});
    Track& it = track->second;
    if (is_new) return goal;
    if (it.value != goal) {
        // A pause between frames is not part of the movement: at most a twentieth of a second
        // counts.
        const auto step = static_cast<float>(std::clamp(now - it.at, 0.0, 0.05)) / duration;
        it.value = it.value < goal ? std::min(it.value + step, goal) : std::max(it.value - step, goal);
        if (it.value != goal) running_ = true;
    }
    it.at = now;
    return it.value * it.value * (3 - 2 * it.value);  // eased at both ends
}

float Motion::play(std::string_view key, bool seen, double now, float seconds) {
    auto begun = begun_.find(key);
    if (begun == begun_.end()) {
        if (!seen) return 0;
        begun = begun_.emplace(key, now).first;
    }
    const auto part = static_cast<float>((now - begun->second) / double{seconds});
    if (part < 1) running_ = true;
    return std::clamp(part, 0.0F, 1.0F);
}

void Motion::keep(const Layout& layout) {
    std::erase_if(begun_, [&](const auto& one) { return layout.rect_of(one.first) == nullptr; });
}

bool waits_to_move(const Layout& layout, const Motion& motion, const Span& sight) {
    return std::any_of(layout.items.begin(), layout.items.end(), [&](const Item& item) {
        const auto* picture = std::get_if<Picture>(&item);
        return picture != nullptr && !picture->held && figure_seconds(picture->name) > 0 &&
               !motion.has_begun(picture->key) && sight.contains(picture->rect.centre().y);
    });
}

void smooth_curves(ImGuiStyle& style) {
    style.CircleTessellationMaxError = 0.08F;
    style.CurveTessellationTol = 0.25F;
}

bool paint(const Layout& layout, const PaintState& state, ImDrawList& list) {
    const float fringe = list._FringeScale;
    const ImDrawListFlags flags = list.Flags;
    list._FringeScale = 1 / state.dpr;                      // edges one device pixel soft, not one layout pixel
    list.Flags &= ~ImDrawListFlags_AntiAliasedLinesUseTex;  // lines look alike at every density
    if (state.motion != nullptr) state.motion->begin_frame();

    // Dear ImGui gives its default font the density of the screen, and only that one.
    for (ImFont* font : {state.fonts.regular, state.fonts.bold}) font->CurrentRasterizerDensity = state.dpr;

    const Colour page = (*state.theme)[Role::page];
    list.AddRectFilled({state.origin.x, state.origin.y + state.top},
                       {state.origin.x + layout.width, state.origin.y + state.bottom},
                       IM_COL32(page.r, page.g, page.b, 255));
    Painter painter(layout, state, list);
    for (const Item& item : layout.items) {
        const Rect bounds = bounds_of(item);
        if (bounds.bottom() + space::tight < state.top || bounds.y - space::tight > state.bottom) continue;
        std::visit(painter, item);
    }
    if (!state.focused.empty()) painter.focus_ring();

    list._FringeScale = fringe;
    list.Flags = flags;
    return painter.counting() || (state.motion != nullptr && state.motion->running());
}

}  // namespace selfcheck::ui
