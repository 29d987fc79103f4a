// SPDX-License-Identifier: MIT
#include "session/stopwatch_block.h"

#include <algorithm>

namespace selfcheck::session {
namespace {

using engine::Decimal;
using engine::Question;
using Phase = Stopwatch::Phase;

constexpr int kMostMarks = 10;                   // of one line
constexpr const char* kFilled = "\xE2\x97\x8F";  // U+25CF
constexpr const char* kEmpty = "\xE2\x97\x8B";   // U+25CB

class Writer {
public:
    Writer(const ScreenContext& context, std::size_t index)
        : context_(context), index_(index), question_(context.pack.questions[index]) {
        const auto found = context.state.timings.find(index);
        if (found != context.state.timings.end()) timing_ = found->second;
        block_.key = question_.id + ".stopwatch";
        block_.phase = timing_.phase;
        block_.sound = timing_.sound;
    }

    Stopwatch write() {
        switch (timing_.phase) {
            case Phase::closed:
                closed();
                break;
            case Phase::ready:
                ready();
                break;
            case Phase::countdown:
            case Phase::running:
                counting();
                break;
            case Phase::done:
                done();
                break;
        }
        return std::move(block_);
    }

private:
    void closed() {
        const auto draft = context_.state.drafts.find(index_);
        const bool used = timing_.best && draft != context_.state.drafts.end() &&
                          draft->second.texts.front() == time_text(*timing_.best);
        if (used) block_.texts.push_back(with_time("entered", *timing_.best));
        button("open", used ? "open_again" : "open", ButtonRole::secondary);
    }

    void ready() {
        block_.title = context_.ui({"stopwatch", "title"});
        block_.steps = context_.wording.list({"questions", question_.id, "stopwatch", "how"});
        block_.confirm.push_back(
            {question_.id + ".confirm", own("confirm"), action("confirm"), timing_.confirmed, false, ""});
        if (timing_.confirmed) button("start@", "start", ButtonRole::primary);
        button("sound", timing_.sound ? "sound_off" : "sound_on", ButtonRole::quiet);
    }

    void counting() {
        const bool running = timing_.phase == Phase::running;
        const int total = question_.stopwatch->count;
        block_.tap.push_back({question_.id + ".tap", running ? own("tap") : context_.ui({"stopwatch", "get_ready"}),
                              action("tap@"), false, false, ""});
        block_.starts = static_cast<double>(timing_.starts);
        block_.ends = static_cast<double>(ends_of(timing_, question_));
        block_.count = timing_.count;
        block_.count_text = context_.ui({"stopwatch", "count"},
                                        {{"count", std::to_string(timing_.count)}, {"total", std::to_string(total)}});
        for (int i = 0; i < total && total <= kMostMarks; ++i) block_.marks += i < timing_.count ? kFilled : kEmpty;
        button("stop@", "stop", ButtonRole::secondary);
    }

    void done() {
        if (timing_.time) {
            block_.title = with_time("this_time", *timing_.time);
            if (*timing_.best < *timing_.time) block_.texts.push_back(with_time("better", *timing_.best));
            block_.texts.push_back(context_.ui({"stopwatch", "once_more"}));
        } else {
            block_.title = context_.ui({"stopwatch", "unfinished"});
            block_.texts.push_back(context_.ui({"stopwatch", timing_.too_quick ? "too_quick" : "rest"}));
        }
        if (timing_.best) {
            Control use{key_of("use"), with_time("use", *timing_.best), action("use"), false, false, ""};
            block_.buttons.push_back({std::move(use), timing_.time ? ButtonRole::primary : ButtonRole::secondary});
        }
        button("again", "again", ButtonRole::secondary);
        if (may_be_unable(timing_, question_)) button("unable", "unable", ButtonRole::secondary);
    }

    Action action(const char* command) const { return {ActionKind::stopwatch, question_.id, command}; }

    std::string key_of(std::string_view command) const {
        return question_.id + "." + std::string(command.substr(0, command.find('@')));
    }

    void button(const char* command, const char* label, ButtonRole role) {
        block_.buttons.push_back({context_.control(key_of(command), {"stopwatch", label}, action(command)), role});
    }

    std::string own(const char* part) const {
        return context_.wording.get({"questions", question_.id, "stopwatch", part});
    }

    std::string with_time(const char* text, Decimal seconds) const {
        return context_.ui({"stopwatch", text}, {{"time", time_text(seconds)},
                                                 {"unit", context_.wording.get({"questions", question_.id, "unit"})}});
    }

    const ScreenContext& context_;
    std::size_t index_;
    const Question& question_;
    Timing timing_;
    Stopwatch block_;
};

}  // namespace

void add_stopwatch(const ScreenContext& context, std::size_t question, Screen& screen) {
    Stopwatch block = Writer(context, question).write();
    if (block.phase == Phase::running) {
        screen.announce = block.count > 0 ? std::to_string(block.count) : context.ui({"stopwatch", "go"});
    }
    screen.blocks.push_back(std::move(block));
}

bool is_counting(const Screen& screen) {
    return std::any_of(screen.blocks.begin(), screen.blocks.end(), [](const Block& block) {
        const auto* stopwatch = std::get_if<Stopwatch>(&block);
        return stopwatch != nullptr && !stopwatch->tap.empty();
    });
}

}  // namespace selfcheck::session
