// SPDX-License-Identifier: MIT
#include "app/app.h"

#include <utility>

#include "ui/theme.h"

namespace selfcheck::app {

void App::load(engine::Bundle bundle, std::string_view language) {
    bundle_ = std::make_unique<engine::Bundle>(std::move(bundle));
    session_.emplace(*bundle_, language);
    show();
}

engine::Problems App::add_texts(std::string_view language, const engine::Json& texts) {
    engine::Problems problems = bundle_->add_texts(language, texts);
    show();
    return problems;
}

void App::perform(const session::Action& action) {
    session_ = session_->after(action);
    show();
}

engine::Problems App::restore(const engine::Json& saved) {
    auto restored = session::Session::restored(*bundle_, saved);
    if (!restored.ok()) {
        return restored.problems();
    }
    session_ = std::move(restored.value());
    show();
    return {};
}

void App::show() {
    session::Screen next = session_->screen();
    if (next.id != screen_.id) {
        motion_.forget();
    }
    screen_ = std::move(next);
}

bool App::open() {
    if (!canvas_) {
        canvas_ = Canvas::open();
    }
    return canvas_ != nullptr;
}

const ui::Layout& App::lay_out(float width) {
    if (canvas_) {
        canvas_->glyphs().use({screen_.language, appearance_.dark, viewport_.density});
        layout_ = ui::lay_out(screen_, {.width = width}, canvas_->glyphs());
        motion_.keep(layout_);
    }
    return layout_;
}

bool App::see(const ui::Span& sight) {
    sight_ = sight;
    return !appearance_.reduced_motion && ui::waits_to_move(layout_, motion_, sight);
}

bool App::frame(double seconds) {
    if (!canvas_) {
        return false;
    }
    canvas_->glyphs().use({screen_.language, appearance_.dark, viewport_.density});
    canvas_->resize(viewport_.width, viewport_.height, viewport_.density);

    ui::Theme theme = ui::theme_of(appearance_.dark, appearance_.contrast);
    if (appearance_.accent) theme = ui::with_accent(theme, *appearance_.accent);
    const ui::PaintState state{.theme = &theme,
                               .fonts = canvas_->glyphs().fonts(),
                               .origin = {0, -viewport_.top},
                               .top = viewport_.top,
                               .bottom = viewport_.top + viewport_.height,
                               .sight = sight_,
                               .dpr = viewport_.density,
                               .focused = pointed_.focused,
                               .pressed = pointed_.pressed,
                               .hovered = pointed_.hovered,
                               .now = seconds,
                               .reduced_motion = appearance_.reduced_motion,
                               .draw_field_text = paint_typed_,
                               .motion = &motion_};
    bool again = false;
    canvas_->draw(theme[ui::Role::page], [&](ImDrawList& list) { again = ui::paint(layout_, state, list); });
    return again;
}

void App::context_lost() {
    if (canvas_) {
        canvas_->lost();
    }
}

bool App::context_restored() {
    if (canvas_ && !canvas_->restored()) {
        canvas_.reset();
    }
    return canvas_ != nullptr;
}

}  // namespace selfcheck::app
