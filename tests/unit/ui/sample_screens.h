// SPDX-License-Identifier: MIT
//
// sample_screens.h: Screens with every kind of block, in short and in long words, for the tests of
// ui.
//
// Chinese is written as escapes, because sources are ASCII; what it says does not matter, how it
// breaks does.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "session/screen.h"

namespace selfcheck::ui::samples {

using namespace session;

struct Words {
    std::string language;
    std::string word;      // a button's
    std::string phrase;    // a heading's
    std::string sentence;  // a paragraph's
};

inline Words english() {
    return {"en", "Next", "Have you lost height since you were twenty-five?",
            "Stand with your back to a wall, heels together, and have somebody mark 158.5 cm; a "
            "loss of 4 cm or "
            "more since youth, or 2 cm in one year, is worth telling a doctor (see the \"T-score\" "
            "below)."};
}

inline Words chinese() {
    return {"zh-CN", "\xE4\xB8\x8B\xE4\xB8\x80\xE6\xAD\xA5",
            "\xE6\x82\xA8\xE6\x9C\x80\xE8\xBF\x91\xE4\xB8\xA4\xE5\x91\xA8\xE6\x98\xAF\xE5\x90\xA6"
            "\xE6\x84\x9F\xE5\x88"
            "\xB0\xE8\x85\xBF\xE6\xB2\xA1\xE5\x8A\x9B\xE6\xB0\x94\xEF\xBC\x9F",
            "\xE8\x83\x8C\xE9\x9D\xA0\xE5\xA2\x99\xE7\xAB\x99\xE7\x9B\xB4\xEF\xBC\x8C\xE8\xAF\xB7"
            "\xE5\xAE\xB6\xE4\xBA"
            "\xBA\xE9\x87\x8F\xE4\xB8\x80\xE4\xB8\x8B\xE8\xBA\xAB\xE9\xAB\x98\xE3\x80\x82\xE6\xAF"
            "\x94\xE5\xB9\xB4\xE8"
            "\xBD\xBB\xE6\x97\xB6\xE7\x9F\xAE\xE4\xBA\x86"
            "4\xE5\x8E\x98\xE7\xB1\xB3\xE6\x88\x96\xE6\x9B\xB4\xE5\xA4\x9A"
            "\xEF\xBC\x88\xE6\x88\x96\xE4\xB8\x80\xE5\xB9\xB4\xE9\x87\x8C\xE7\x9F\xAE\xE4\xBA\x86"
            "2\xE5\x8E\x98\xE7"
            "\xB1\xB3\xEF\xBC\x89\xEF\xBC\x8C\xE8\xAF\xB7\xE5\x91\x8A\xE8\xAF\x89\xE5\x8C\xBB\xE7"
            "\x94\x9F\xE3\x80\x82"};
}

inline Control control(std::string key, std::string label, bool selected = false) {
    return {std::move(key), std::move(label), {ActionKind::go, "", ""}, selected, false, ""};
}

inline Screen empty(const Words& words, int text_percent) {
    Screen screen;
    screen.id = "sample";
    screen.language = words.language;
    screen.text_percent = text_percent;
    Toolbar bar;
    bar.key = "toolbar";
    bar.groups = {{"Language", {control("zh", "\xE4\xB8\xAD\xE6\x96\x87", true), control("en", "English")}},
                  {"Size", {control("smaller", "A-"), control("larger", "A+")}},
                  {"Theme", {control("theme", "Dark")}}};
    screen.blocks.push_back(std::move(bar));
    return screen;
}

/// A stopwatch that counts from second 10 to second 190.
inline Stopwatch stopwatch(const Words& words, Stopwatch::Phase phase) {
    const std::string key = "stopwatch." + std::to_string(static_cast<int>(phase));
    const bool counts = phase == Stopwatch::Phase::countdown || phase == Stopwatch::Phase::running;
    Stopwatch block;
    block.key = key;
    block.phase = phase;
    block.starts = 10'000;
    block.ends = 190'000;
    block.count = 2;
    if (counts) {
        block.tap = {control(key + ".tap", words.phrase)};
        block.count_text = words.word;
        block.marks = "\xE2\x97\x8F\xE2\x97\x8F\xE2\x97\x8B\xE2\x97\x8B\xE2\x97\x8B";
    } else if (phase != Stopwatch::Phase::closed) {
        block.title = words.phrase;
    }
    if (phase == Stopwatch::Phase::ready) {
        block.steps = {words.sentence, words.phrase};
        block.confirm = {control(key + ".confirm", words.phrase)};
    } else if (!counts) {
        block.texts = {words.phrase, words.sentence};
    }
    block.buttons = {{control(key + ".a", words.phrase), ButtonRole::primary},
                     {control(key + ".b", words.word), ButtonRole::secondary}};
    return block;
}

/// Everything that can be asked.
inline Screen questions(const Words& words, int text_percent) {
    Screen screen = empty(words, text_percent);
    screen.blocks.push_back(Progress{"progress", 3, 12, words.phrase});
    screen.blocks.push_back(Heading{"title", 1, words.phrase});
    screen.blocks.push_back(Paragraph{"intro", words.sentence, Tone::plain});
    Choice one{"one", words.phrase, words.sentence, false, {}, "", {}, ""};
    one.options = {{control("one.a", words.word), ""},
                   {control("one.b", words.sentence, true), words.phrase},
                   {control("one.skip", words.phrase), ""}};
    one.figures = {{"one.figure", "finger_ring", words.phrase}};
    one.options.back().control.action.kind = ActionKind::skip;
    screen.blocks.push_back(one);
    Choice any{"any", words.phrase, "", true, {}, words.sentence, {}, ""};
    any.options = {{control("any.a", words.phrase, true), ""}, {control("any.b", words.phrase, true), words.sentence}};
    screen.blocks.push_back(any);
    Number number{"number", words.phrase, words.sentence, {}, "Unit", {}, {}, "= 62.5 kg", words.sentence, {}};
    number.units = {control("number.cm", "cm", true), control("number.ft", "ft, in"),
                    control("number.x", words.phrase)};
    number.fields = {{"number.0", words.word, "ft", "5", 12, {}}, {"number.1", words.phrase, "in", "6.5", 12, {}}};
    number.figures = {{"number.figure", "calf_tape", words.phrase}};
    number.skip = {control("number.skip", words.phrase)};
    screen.blocks.push_back(number);
    Number stepped{"stepped", words.phrase, words.sentence, {}, "", {}, {}, "", "", {}};
    stepped.fields = {{"stepped.0", words.phrase, "portions a day", "2.5", 12, {}}};
    stepped.steps = {control("stepped.less", "-0.5"), control("stepped.more", "+0.5")};
    screen.blocks.push_back(stepped);
    Choice found{"found", words.phrase, words.sentence, true, {{control("found.a", words.phrase), ""}}, "", {}, ""};
    found.find = {{"found.find", words.phrase, "", words.word, 24, {}}};
    found.found = words.phrase;
    screen.blocks.push_back(found);
    Number single{"single", words.phrase, "", {}, "", {{"single.0", words.phrase, words.phrase, "158", 12, {}}},
                  {},       "",           "", {}};
    screen.blocks.push_back(single);
    screen.blocks.push_back(Callout{"note", Tone::plain, "", {words.sentence}, {}});
    for (const auto phase :
         {Stopwatch::Phase::closed, Stopwatch::Phase::ready, Stopwatch::Phase::countdown, Stopwatch::Phase::done})
        screen.blocks.push_back(stopwatch(words, phase));
    Buttons buttons{"buttons", {}};
    buttons.buttons = {{control("next", words.word), ButtonRole::primary},
                       {control("save", words.word), ButtonRole::secondary},
                       {control("print", words.word), ButtonRole::secondary},
                       {control("long", words.sentence), ButtonRole::secondary},
                       {control("back", words.word), ButtonRole::quiet}};
    screen.blocks.push_back(buttons);
    return screen;
}

/// Everything that can be told.
inline Screen answers(const Words& words, int text_percent) {
    Screen screen = empty(words, text_percent);
    screen.blocks.push_back(Figure{"hero", "bone_and_muscle", words.phrase});
    screen.blocks.push_back(Figure{"unknown", "no such drawing", words.phrase});
    screen.blocks.push_back(Heading{"title", 1, words.phrase});
    for (const Tone tone : {Tone::emergency, Tone::urgent, Tone::soon, Tone::routine, Tone::self_care}) {
        const std::string key = "banner." + std::to_string(static_cast<int>(tone));
        screen.blocks.push_back(Banner{key, tone, words.phrase, words.sentence});
    }
    Control call = control("call", words.word);
    call.href = "tel:120";
    screen.blocks.push_back(Buttons{"calling", {{call, ButtonRole::primary}}});
    screen.blocks.push_back(Heading{"steps.title", 2, words.phrase});
    screen.blocks.push_back(List{"steps", true, {words.sentence, words.phrase, words.sentence}});
    screen.blocks.push_back(List{"bullets", false, {words.sentence, words.word}});
    screen.blocks.push_back(Heading{"small", 3, words.phrase});
    Finding finding{"finding",
                    Tone::soon,
                    words.word,
                    words.phrase,
                    words.sentence,
                    words.sentence,
                    words.word,
                    {},
                    {control("because.all", words.phrase)},
                    words.word,
                    {1, 2}};
    finding.because = {{"because.0", words.word, "158 cm", true, {control("change.0", words.word)}},
                       {"because.1", words.phrase, words.sentence, true, {control("change.1", words.phrase)}},
                       {"because.2", words.phrase, words.word, true, {}}};
    screen.blocks.push_back(finding);
    Answers given{"given", {}};
    given.rows = {{"given.0", words.phrase, words.sentence, true, {control("given.change.0", words.word)}},
                  {"given.1", words.word, words.phrase, false, {control("given.change.1", words.phrase)}}};
    screen.blocks.push_back(given);
    Meter meter{"meter", words.phrase, "5 / 10", 5, 0, 10, {}, 1, words.sentence};
    meter.bands = {
        {0, 4, words.word, Tone::self_care}, {4, 8, words.phrase, Tone::soon}, {8, 10, words.word, Tone::urgent}};
    screen.blocks.push_back(meter);
    Card closed{"closed", control("closed.toggle", words.phrase), words.sentence, false, {}, {}, "", {}, "", {}};
    screen.blocks.push_back(closed);
    Card open{"open",
              control("open.toggle", words.phrase, true),
              "",
              true,
              {words.sentence, words.sentence},
              {{"open.figure",
                "trabeculae",
                words.phrase,
                {{"open.slider", words.phrase, -5, 1, 0.5, -2.5, words.word, {}, 0.6, {}}}}},
              words.word,
              {1},
              "S1, S5",
              {control("open.more", words.phrase)}};
    screen.blocks.push_back(open);
    const Sheet::Part part{words.word, {words.sentence, words.phrase}};
    screen.blocks.push_back(Sheet{"sheet",
                                  {{words.language, words.phrase, words.sentence, {part, part}},
                                   {"en", "For the doctor", "Filled in at home.", {{"Findings", {"None"}}}}}});
    screen.blocks.push_back(Sources{"sources",
                                    {{1, "source.a", words.sentence, "https://example.org/", words.phrase},
                                     {2, "source.b", words.phrase, "", ""},
                                     {13, "source.c", words.word, "https://example.org/", ""}}});
    for (const Tone tone : {Tone::plain, Tone::emergency, Tone::urgent, Tone::soon, Tone::error}) {
        const std::string key = "callout." + std::to_string(static_cast<int>(tone));
        screen.blocks.push_back(Callout{key, tone, words.phrase, {words.sentence}, {words.phrase, words.word}});
    }
    screen.blocks.push_back(Paragraph{"version", words.sentence, Tone::muted});
    return screen;
}

}  // namespace selfcheck::ui::samples
