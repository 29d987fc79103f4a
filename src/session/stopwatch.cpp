// SPDX-License-Identifier: MIT
#include "session/stopwatch.h"

#include <algorithm>

#include "engine/answers.h"  // check_number

namespace selfcheck::session {
namespace {

using engine::Decimal;
using engine::Question;
using Phase = Stopwatch::Phase;

constexpr std::int64_t kStepsPerMs = Decimal::kStepsPerUnit / 1000;
constexpr std::int64_t kStepsPerTenth = Decimal::kStepsPerUnit / 10;

struct Command {
    std::string_view name;
    std::optional<std::int64_t> at;  // ms
};

/// "8123.4": whole milliseconds are enough. Nothing for what no clock says.
std::optional<std::int64_t> milliseconds(std::string_view text) {
    const std::string_view whole = text.substr(0, text.find('.'));
    const auto number = Decimal::parse(whole);
    if (!number || !number->is_whole() || *number < Decimal()) return std::nullopt;
    return number->steps() / Decimal::kStepsPerUnit;
}

Command read(std::string_view value) {
    const std::size_t at = value.find('@');
    if (at == std::string_view::npos) return {value, std::nullopt};
    return {value.substr(0, at), milliseconds(value.substr(at + 1))};
}

bool counts(Phase phase) { return phase == Phase::countdown || phase == Phase::running; }

/// To the nearest tenth.
Decimal seconds_of(std::int64_t ms) { return Decimal::from_steps((ms + 50) / 100 * kStepsPerTenth); }

void end_unfinished(Timing& timing) {
    timing.phase = Phase::done;
    timing.time.reset();
    timing.too_quick = false;
}

void end(Timing& timing, const Question& question, std::int64_t at) {
    end_unfinished(timing);
    const Decimal time = seconds_of(at - timing.starts);
    timing.too_quick = time < question.min || time < question.stopwatch->least;
    if (timing.too_quick || engine::check_number(question, time) != engine::NumberFault::none) return;
    timing.time = time;
    timing.best = timing.best ? std::min(*timing.best, time) : time;
}

void start(Timing& timing, const Question& question, std::int64_t at) {
    if (timing.phase != Phase::ready || !timing.confirmed) return;
    timing.phase = Phase::countdown;
    timing.starts = at + std::int64_t{1000} * question.stopwatch->countdown_s;
    timing.last_tap = timing.starts - kSameTapMs;
    timing.count = 0;
}

void tap(Timing& timing, const Question& question, std::int64_t at) {
    if (!counts(timing.phase) || at < timing.starts || at < timing.last_tap) return;
    timing.phase = Phase::running;
    if (at > ends_of(timing, question)) return end_unfinished(timing);
    const bool same = at - timing.last_tap < kSameTapMs;
    timing.last_tap = at;
    if (same) return;
    if (++timing.count == question.stopwatch->count) end(timing, question, at);
}

/// Before the clock runs there is nothing to give up.
void stop(Timing& timing, std::int64_t at) {
    if (!counts(timing.phase)) return;
    if (at < timing.starts) {
        timing.phase = Phase::ready;
    } else {
        end_unfinished(timing);
    }
}

void operate_at(Timing& timing, const Question& question, std::string_view name, std::int64_t at) {
    if (name == "start") return start(timing, question, at);
    if (name == "tap") return tap(timing, question, at);
    if (name == "stop") return stop(timing, at);
    if (name == "go" && timing.phase == Phase::countdown && at >= timing.starts) timing.phase = Phase::running;
}

}  // namespace

bool may_be_unable(const Timing& timing, const Question& question) {
    return timing.phase == Phase::done && !timing.time && !timing.too_quick &&
           !question.stopwatch->unable_question.empty();
}

TimingOutcome operate(Timing& timing, const Question& question, std::string_view value) {
    const auto [name, at] = read(value);
    const bool done = timing.phase == Phase::done;
    if (at) {
        operate_at(timing, question, name, *at);
    } else if (name == "open") {
        if (timing.phase == Phase::closed) timing.phase = Phase::ready;
    } else if (name == "again") {
        if (done) timing.phase = Phase::ready;
    } else if (name == "confirm") {
        if (timing.phase == Phase::ready) timing.confirmed = !timing.confirmed;
    } else if (name == "sound") {
        timing.sound = !timing.sound;
    } else if (name == "use" && done && timing.best) {
        timing.phase = Phase::closed;
        return TimingOutcome::use;
    } else if (name == "unable" && may_be_unable(timing, question)) {
        timing.phase = Phase::closed;
        return TimingOutcome::unable;
    }
    return TimingOutcome::none;
}

std::int64_t ends_of(const Timing& timing, const Question& question) {
    return timing.starts + question.max.steps() / kStepsPerMs;
}

std::string time_text(Decimal seconds) {
    const std::int64_t tenths = seconds.steps() / kStepsPerTenth;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

}  // namespace selfcheck::session
