// SPDX-License-Identifier: MIT
//
// session.h: where the reader is and what was answered. A value: an Action makes a new one.
//
//   Session session(bundle, "en");
//   session = session.after({ActionKind::start, "", ""});
//   const Screen screen = session.screen();
//
// An Action that makes no sense where the reader is (an unknown id, a code of another question) changes
// nothing: it may come from a page that is a moment behind.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/answers.h"
#include "engine/assess.h"
#include "engine/bundle.h"
#include "engine/json.h"
#include "engine/result.h"
#include "session/action.h"
#include "session/number_entry.h"
#include "session/screen.h"
#include "session/stopwatch.h"

namespace selfcheck::session {

enum class Place {
    welcome,
    question,  // Position::screen says which
    alert,     // an emergency or urgent message that interrupts the questions after Position::screen
    pause,     // between two parts, after Position::screen: the result so far, or on
    review,    // every answer, with the way to change it
    result,
};

struct Position {
    Place place = Place::welcome;
    std::size_t screen = 0;  // index into Pack::screens

    friend bool operator==(const Position&, const Position&) = default;
};

/// Whether the host keeps the Session between visits.
enum class Keep {
    unavailable,  // it cannot, or has not said so yet
    no,
    yes,  // the reader agreed
};

/// Whether others use this computer too, so that the host erases what a reader leaves behind.
enum class Shared {
    unavailable,  // the host cannot, or has not said so yet
    no,
    yes,
};

/// How long the answers of a shared computer outlive the last touch.
inline constexpr int kSharedMinutes = 5;

/// What can be printed besides the Screen on show.
enum class Paper {
    sheet,  // the page for the doctor alone
    form,   // every question, to be answered with a pen
};

/// By the value of an Action to print: "sheet", "form".
[[nodiscard]] std::optional<Paper> paper_from(std::string_view name);

/// How the reader wants to see the check. Kept when the check is started anew, but for the voice.
struct Preferences {
    std::string language;
    int text_percent = 100;
    std::string theme = "auto";
    bool contrast = false;          // high contrast even where the system does not ask for it
    bool text_view = false;         // nothing drawn: the twin alone
    Keep keep = Keep::unavailable;  // never saved
    engine::Voice voice = engine::Voice::self;
    std::string sheet_language;           // the doctor's, beside the reader's own; "" for none; never saved
    Shared shared = Shared::unavailable;  // never saved
    bool offline = false;                 // the check opens without a network; never saved
    std::string region;                   // "" until the reader has chosen one
    std::string today;                    // YYYY-MM-DD; "" while the host has not said it; never saved
    std::set<std::string> sections;       // only these are asked, and what always is; all when empty; never saved
    std::set<std::string> cards;          // about which the host's page has more to read; never saved

    friend bool operator==(const Preferences&, const Preferences&) = default;
};

inline constexpr int kTextPercents[] = {100, 115, 130, 150, 175, 200};

struct State {
    explicit State(const engine::Pack& pack) : answers(pack) {}

    Position position;
    std::optional<std::size_t> wanted;  // screen the host's page points to, after what is always asked; never saved
    std::vector<Position> ways_back;    // from a question changed on the way: where to return to, the last first
    engine::Answers answers;
    std::map<std::size_t, Draft> drafts;              // by question: numbers as they were typed
    std::map<std::size_t, std::string> finds;         // by question: what is typed to find options by
    std::map<std::size_t, Timing> timings;            // by question: tries with its stopwatch; never saved
    std::set<std::string> skipped;                    // questions the reader said "not sure" to
    std::set<std::string> acknowledged;               // rules whose alert the reader has passed
    std::set<std::string> expanded;                   // keys of open cards and lists
    std::map<std::string, engine::Decimal> explored;  // by the key of a card: the number tried; never saved
    bool left_alone = false;                          // the host erased what a reader had left behind
    bool show_missing = false;                        // the reader wanted to go on while something required was open
    Preferences preferences;

    friend bool operator==(const State&, const State&) = default;
};

class Session {
public:
    /// The bundle must outlive the Session and speak at least one language; `language` if it can.
    Session(const engine::Bundle& bundle, std::string_view language);

    [[nodiscard]] Session after(const Action& action) const;
    [[nodiscard]] Screen screen() const;
    /// Not for the canvas: what a page lays out for a printer.
    [[nodiscard]] Screen paper(Paper paper) const;

    /// What `selfcheck assess` gives for the answers so far, without texts.
    [[nodiscard]] engine::Json result() const;

    /// {"answers": {…}}: input for `selfcheck assess`.
    [[nodiscard]] engine::Json answers_json() const;

    /// Everything needed to go on later. `restored` reads it as hostile input: problems name the place.
    [[nodiscard]] engine::Json saved() const;
    [[nodiscard]] static engine::Result<Session> restored(const engine::Bundle& bundle, const engine::Json& json);

    [[nodiscard]] const State& state() const { return state_; }
    [[nodiscard]] const engine::Bundle& bundle() const { return *bundle_; }

private:
    /// What undo brings back.
    struct Past {
        Position position;
        engine::Answers answers;
        std::map<std::size_t, Draft> drafts;
        std::set<std::string> skipped;
    };

    void remember(const State& before, const Action& action);
    void undo();

    const engine::Bundle* bundle_;
    State state_;
    std::vector<Past> past_;  // the newest last
    std::string typing_;      // the question being typed into: all of it is one step to undo
};

}  // namespace selfcheck::session
