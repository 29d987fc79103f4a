// SPDX-License-Identifier: MIT
//
// app_entry.cpp: the page's module, for JavaScript: one check on one canvas. See ARCHITECTURE.md.
//
// Strings are UTF-8. A returned string belongs to the module and lives until the next call that returns
// one. What can go wrong comes back as {"errors": [{"at", "message"}]}; nothing throws.
#include <emscripten/emscripten.h>

#include <cmath>
#include <string>
#include <utility>

#include "app/app.h"
#include "engine/bundle.h"
#include "engine/json.h"
#include "engine/result_json.h"
#include "session/action.h"
#include "session/screen.h"
#include "session/screen_json.h"

namespace {

namespace engine = selfcheck::engine;
namespace session = selfcheck::session;
namespace ui = selfcheck::ui;
using engine::Json;
using engine::Problems;

selfcheck::app::App& app() {
    static selfcheck::app::App instance;
    return instance;
}

const char* reply(std::string text) {
    static std::string answer;
    answer = std::move(text);
    return answer.c_str();
}

const char* reply(const Json& json) { return reply(engine::to_text(json)); }

/// "" when there are none.
const char* reply(const Problems& problems) {
    return problems.empty() ? reply(std::string()) : reply(engine::to_json(problems));
}

const char* not_loaded() { return reply(Problems{{"", "", "nothing is loaded"}}); }

/// A length to two decimals: what is painted ends on device pixels, not on longer fractions.
double length(float pixels) { return std::round(double{pixels} * 100) / 100; }

Json to_json(const ui::Layout& layout) {
    Json rects = Json::object();
    for (const auto& [key, rect] : layout.rects) {
        rects[key] = {length(rect.x), length(rect.y), length(rect.width), length(rect.height)};
    }
    return {{"height", length(layout.height)}, {"rects", std::move(rects)}};
}

bool is_true(const Json& json, const char* member) {
    const auto found = json.find(member);
    return found != json.end() && found->is_boolean() && found->get<bool>();
}

std::optional<ui::Colour> colour(const Json& json, const char* member) {
    const auto found = json.find(member);
    const bool is_text = found != json.end() && found->is_string();
    return is_text ? ui::colour_from(found->get_ref<const std::string&>()) : std::nullopt;
}

std::optional<ui::Accent> accent_in(const Json& json) {
    const auto plain = colour(json, "accent");
    const auto strong = colour(json, "accent_strong");
    const auto soft = colour(json, "accent_soft");
    if (!plain || !strong || !soft) return std::nullopt;
    return ui::Accent{*plain, *strong, *soft};
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE const char* sc_load(const char* bundle) {
    auto json = engine::parse_json(bundle);
    if (!json.ok()) return reply(json.problems());
    std::string language;
    if (json.value().is_object()) {
        const auto found = json.value().find("language");
        if (found != json.value().end()) {
            if (!found->is_string()) return reply(Problems{{"", "/language", "must be a string"}});
            language = found->get<std::string>();
            json.value().erase("language");
        }
    }
    auto loaded = engine::Bundle::from_json(json.value());
    if (!loaded.ok()) return reply(loaded.problems());
    if (loaded.value().first_language().empty()) {
        return reply(Problems{{"", "/interface", "is needed for a session"}});
    }
    app().load(std::move(loaded.value()), language);
    return reply(Problems{});
}

EMSCRIPTEN_KEEPALIVE const char* sc_add_texts(const char* language, const char* texts) {
    if (!app().loaded()) return not_loaded();
    const auto json = engine::parse_json(texts);
    if (!json.ok()) return reply(json.problems());
    return reply(app().add_texts(language, json.value()));
}

EMSCRIPTEN_KEEPALIVE const char* sc_screen() { return app().loaded() ? reply(to_json(app().screen())) : not_loaded(); }

EMSCRIPTEN_KEEPALIVE const char* sc_dispatch(const char* action) {
    if (!app().loaded()) return not_loaded();
    const auto json = engine::parse_json(action);
    if (!json.ok()) return reply(json.problems());
    const auto parsed = session::action_from_json(json.value());
    if (!parsed) return reply(Problems{{"", "", "this is no Action"}});
    app().perform(*parsed);
    return reply(to_json(app().screen()));
}

EMSCRIPTEN_KEEPALIVE const char* sc_result() { return app().loaded() ? reply(app().session().result()) : not_loaded(); }

EMSCRIPTEN_KEEPALIVE const char* sc_paper(const char* name) {
    if (!app().loaded()) return not_loaded();
    const auto paper = session::paper_from(name);
    return paper ? reply(to_json(app().session().paper(*paper))) : reply(Problems{{"", "", "there is no such paper"}});
}

EMSCRIPTEN_KEEPALIVE const char* sc_save() { return app().loaded() ? reply(app().session().saved()) : not_loaded(); }

EMSCRIPTEN_KEEPALIVE const char* sc_restore(const char* saved) {
    if (!app().loaded()) return not_loaded();
    const auto json = engine::parse_json(saved);
    return reply(json.ok() ? app().restore(json.value()) : json.problems());
}

EMSCRIPTEN_KEEPALIVE int sc_open() { return app().open(); }

EMSCRIPTEN_KEEPALIVE void sc_appearance(const char* appearance) {
    const auto json = engine::parse_json(appearance);
    if (!json.ok() || !json.value().is_object()) return;
    app().set_appearance({.dark = is_true(json.value(), "dark"),
                          .contrast = is_true(json.value(), "contrast"),
                          .reduced_motion = is_true(json.value(), "reduced_motion"),
                          .accent = accent_in(json.value())});
}

EMSCRIPTEN_KEEPALIVE const char* sc_layout(float width) {
    return app().loaded() ? reply(to_json(app().lay_out(width))) : not_loaded();
}

EMSCRIPTEN_KEEPALIVE void sc_viewport(float top, float width, float height, float dpr) {
    app().set_viewport({.top = top, .width = width, .height = height, .density = dpr});
}

EMSCRIPTEN_KEEPALIVE int sc_sight(float top, float bottom) { return app().see({.top = top, .bottom = bottom}); }

EMSCRIPTEN_KEEPALIVE void sc_point(const char* focused, const char* pressed, const char* hovered) {
    app().point({.focused = focused, .pressed = pressed, .hovered = hovered});
}

EMSCRIPTEN_KEEPALIVE int sc_frame(double now_ms) { return app().frame(now_ms / 1000); }

EMSCRIPTEN_KEEPALIVE void sc_lost() { app().context_lost(); }

EMSCRIPTEN_KEEPALIVE int sc_restored() { return app().context_restored() ? 1 : 0; }

EMSCRIPTEN_KEEPALIVE void sc_close() { app().close(); }

}  // extern "C"
