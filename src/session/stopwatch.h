// SPDX-License-Identifier: MIT
//
// stopwatch.h: taking a time while a question is answered: countdown, taps, the best of the tries.
//
// Pure like the rest of the Session: every command that needs the time carries it, as the host's monotonic
// milliseconds. The commands are values of Actions of kind stopwatch:
//
//   open         shows how it is done
//   confirm      "I can do this safely", or takes that back; nothing starts without it
//   sound        on or off
//   start@MS     begins the countdown
//   go@MS        the countdown is over; only for what is shown, since taps count from then on anyway
//   tap@MS       counts one; the last one ends the try
//   stop@MS      gives the try up
//   again        back to how it is done
//   use          the best time becomes the answer
//   unable       what the pack calls not getting through becomes the answer
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/decimal.h"
#include "engine/pack.h"
#include "session/screen.h"  // Stopwatch::Phase

namespace selfcheck::session {

/// A second touch within this time is the same one: fingers tremble, and a held key repeats.
inline constexpr std::int64_t kSameTapMs = 250;

/// What was done with one stopwatch.
struct Timing {
    Stopwatch::Phase phase = Stopwatch::Phase::closed;
    bool confirmed = false;
    bool sound = true;
    std::int64_t starts = 0;    // ms: the end of the countdown
    std::int64_t last_tap = 0;  // ms
    int count = 0;
    std::optional<engine::Decimal> time;  // of the try that is done; nothing when it was not finished
    bool too_quick = false;               // why there is none
    std::optional<engine::Decimal> best;  // the shortest of all tries, seconds to the tenth

    friend bool operator==(const Timing&, const Timing&) = default;
};

/// What is left for the Session to do.
enum class TimingOutcome { none, use, unable };

/// The last try was given up or took too long: its reader may be unable.
[[nodiscard]] bool may_be_unable(const Timing& timing, const engine::Question& question);

/// Performs a command. One that makes no sense at this moment changes nothing.
[[nodiscard]] TimingOutcome operate(Timing& timing, const engine::Question& question, std::string_view command);

/// ms: when a try takes longer than the question allows.
[[nodiscard]] std::int64_t ends_of(const Timing& timing, const engine::Question& question);

/// Always with its tenth: "13.0".
[[nodiscard]] std::string time_text(engine::Decimal seconds);

}  // namespace selfcheck::session
