// SPDX-License-Identifier: MIT
//
// core_entry.cpp: the core without an interface, for JavaScript: packs, assessments, sessions by handle.
//
// Strings are UTF-8. A returned string belongs to the module and lives until the next call that returns
// one. What can go wrong comes back as {"errors": [{"at", "message"}]}; nothing throws.
#include <emscripten/emscripten.h>

#include <map>
#include <memory>
#include <string>

#include "engine/assess.h"
#include "engine/bundle.h"
#include "engine/json.h"
#include "engine/result_json.h"
#include "session/screen_json.h"
#include "session/session.h"

namespace {

namespace engine = selfcheck::engine;
namespace session = selfcheck::session;
using engine::Json;
using engine::Problems;

struct LoadedPack {
    explicit LoadedPack(engine::Bundle loaded) : bundle(std::move(loaded)), assessor(bundle.pack) {}
    engine::Bundle bundle;
    engine::Assessor assessor;
};

struct OpenSession {
    std::shared_ptr<LoadedPack> pack;  // stays while the session is open
    session::Session session;
};

struct Core {
    std::map<int, std::shared_ptr<LoadedPack>> packs;
    std::map<int, OpenSession> sessions;
    int last_handle = 0;
    std::string answer;
};

Core& core() {
    static Core instance;
    return instance;
}

const char* reply_text(std::string text) {
    core().answer = std::move(text);
    return core().answer.c_str();
}

const char* reply(const Json& json) { return reply_text(engine::to_text(json)); }

const char* reply(const Problems& problems) { return reply(engine::to_json(problems)); }

/// The pack or session of a handle; otherwise nullptr.
template <typename Map>
typename Map::mapped_type* find(Map& map, int handle) {
    const auto found = map.find(handle);
    return found == map.end() ? nullptr : &found->second;
}

const char* no_such(const char* what) { return reply(Problems{{"", "", std::string("there is no such ") + what}}); }

const char* open_session(std::shared_ptr<LoadedPack> pack, session::Session opened) {
    const int handle = ++core().last_handle;
    core().sessions.emplace(handle, OpenSession{std::move(pack), std::move(opened)});
    return reply(Json{{"session", handle}});
}

}  // namespace

extern "C" {

/// {"pack": handle} or errors. `bundle` is what engine::Bundle::from_json reads.
EMSCRIPTEN_KEEPALIVE const char* core_load(const char* bundle) {
    const auto json = engine::parse_json(bundle);
    if (!json.ok()) return reply(json.problems());
    auto loaded = engine::Bundle::from_json(json.value());
    if (!loaded.ok()) return reply(loaded.problems());
    const int handle = ++core().last_handle;
    core().packs.emplace(handle, std::make_shared<LoadedPack>(std::move(loaded.value())));
    return reply(Json{{"pack", handle}});
}

EMSCRIPTEN_KEEPALIVE void core_unload(int pack) { core().packs.erase(pack); }

/// What `selfcheck assess` prints for `input`, or errors. `language` may be ""; with `other` the texts speak of
/// somebody else than the reader.
EMSCRIPTEN_KEEPALIVE const char* core_assess(int handle, const char* input, const char* language, bool other) {
    const auto* pack = find(core().packs, handle);
    if (pack == nullptr) return no_such("pack");
    const auto voice = other ? engine::Voice::other : engine::Voice::self;
    auto result = engine::assess_text((*pack)->bundle, (*pack)->assessor, input, language, voice);
    return result.ok() ? reply_text(std::move(result.value())) : reply(result.problems());
}

/// {"session": handle} or errors.
EMSCRIPTEN_KEEPALIVE const char* core_session(int handle, const char* language) {
    const auto* pack = find(core().packs, handle);
    if (pack == nullptr) return no_such("pack");
    if ((*pack)->bundle.first_language().empty()) return reply(Problems{{"", "/interface", "is needed for a session"}});
    return open_session(*pack, session::Session((*pack)->bundle, language));
}

EMSCRIPTEN_KEEPALIVE void core_session_close(int handle) { core().sessions.erase(handle); }

/// The Screen.
EMSCRIPTEN_KEEPALIVE const char* core_session_screen(int handle) {
    const auto* open = find(core().sessions, handle);
    return open == nullptr ? no_such("session") : reply(to_json(open->session.screen()));
}

/// Performs an Action; the Screen after it, or errors when `action` is none.
EMSCRIPTEN_KEEPALIVE const char* core_session_dispatch(int handle, const char* action) {
    auto* open = find(core().sessions, handle);
    if (open == nullptr) return no_such("session");
    const auto json = engine::parse_json(action);
    if (!json.ok()) return reply(json.problems());
    const auto parsed = session::action_from_json(json.value());
    if (!parsed) return reply(Problems{{"", "", "this is no Action"}});
    open->session = open->session.after(*parsed);
    return reply(to_json(open->session.screen()));
}

/// What `selfcheck assess` prints for the answers so far.
EMSCRIPTEN_KEEPALIVE const char* core_session_result(int handle) {
    const auto* open = find(core().sessions, handle);
    return open == nullptr ? no_such("session") : reply(open->session.result());
}

/// The session as JSON, for core_session_restore.
EMSCRIPTEN_KEEPALIVE const char* core_session_save(int handle) {
    const auto* open = find(core().sessions, handle);
    return open == nullptr ? no_such("session") : reply(open->session.saved());
}

/// {"session": handle} or errors; nothing in `saved` is trusted.
EMSCRIPTEN_KEEPALIVE const char* core_session_restore(int handle, const char* saved) {
    const auto* pack = find(core().packs, handle);
    if (pack == nullptr) return no_such("pack");
    const auto json = engine::parse_json(saved);
    if (!json.ok()) return reply(json.problems());
    auto restored = session::Session::restored((*pack)->bundle, json.value());
    if (!restored.ok()) return reply(restored.problems());
    return open_session(*pack, std::move(restored.value()));
}

}  // extern "C"
