// SPDX-License-Identifier: MIT
//
// screen.h: what the reader sees at one moment, as a plain value.
//
// A Screen is a list of blocks with texts and state, already in the reader's language. The canvas
// paints it, the HTML twin mirrors it, paper prints it; none of them knows a question, a rule or a
// language by itself. What is on one side and not on the other is a defect, so a new kind of block
// is added to every renderer in the same commit.
//
// Everything the reader can operate is a Control. Its key is unique within the Screen, stays the
// same from Screen to Screen while it stands for the same thing (so focus and elements are kept), and
// it carries the Action that operating it causes.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "session/action.h"

namespace selfcheck::session {

/// The meaning of a colour and icon. A renderer adds the word's icon, never relies on colour alone.
enum class Tone {
    plain,
    muted,
    accent,  // the product's own colour: progress, chosen answers
    emergency,
    urgent,
    soon,
    routine,
    self_care,
    error,  // something typed needs another look
};

struct Control {
    std::string key;
    std::string label;
    Action action;
    bool selected = false;  // chosen option, open card, current language
    bool disabled = false;
    std::string href;  // a link ("tel:120") instead of an Action when not empty
};

/// level 1 is the Screen's title (exactly one a Screen, focused when the Screen appears).
struct Heading {
    std::string key;
    int level = 1;
    std::string text;
};

struct Paragraph {
    std::string key;
    std::string text;
    Tone tone = Tone::plain;
};

struct List {
    std::string key;
    bool ordered = false;
    std::vector<std::string> items;
};

/// How far along the check is. Only shown while questions are asked.
struct Progress {
    std::string key;
    int done = 0;
    int total = 1;
    std::string label;  // "Step 3 of about 12"
};

/// One row of small controls at the top: language, text size, theme. `groups` are read out by name.
struct Toolbar {
    struct Group {
        std::string label;
        std::vector<Control> controls;
    };
    std::string key;
    std::vector<Group> groups;
};

/// A line that the reader types into.
struct Field {
    std::string key;
    std::string label;  // accessible name
    std::string unit;   // word after the field, may be empty
    std::string text;   // exactly what the reader typed
    int max_length = 12;
    Action action;  // the renderer puts what is typed behind its `value`
};

/// A number to try out on the figure above it.
struct Slider {
    std::string key;
    std::string label;
    double min = 0;
    double max = 1;
    double step = 0.5;
    double value = 0;
    std::string value_text;              // the number and what it is called: "-2.5 | osteoporosis range"
    std::vector<std::string> all_texts;  // what it may say, so that it has the same room all the time; not in JSON
    double phase = 0;                    // of the figure: 0 whole, 1 worn
    Action action;                       // the renderer puts the number chosen into its `value`
};

/// Where this reader comes into the circle that a figure shows, and where their plan breaks it.
struct Ring {
    struct Break {
        std::size_t after = 0;  // the step
        std::string text;       // what breaks it there
    };
    std::string legend;         // what the numbers of its steps stand for
    std::size_t enters = 0;     // the step it begins at, from the top clockwise
    std::string caption;        // why there; may be empty
    std::string ways_out;       // over the breaks; empty without any
    std::vector<Break> broken;  // in the order of the steps
};

/// A picture drawn by the program. `name` picks the drawing; `alt` says in words what it shows.
struct Figure {
    std::string key;
    std::string name;
    std::string alt;
    std::vector<Slider> slider{};  // 0 or 1: the reader moves the picture
    std::vector<Ring> ring{};      // 0 or 1
};

/// A choice (one of) or multi (any of) question. Options are large cards.
struct Choice {
    struct Option {
        Control control;
        std::string hint;          // smaller second line, may be empty
        std::string warning = {};  // what a chosen sign asks for at once, may be empty
        Tone tone = Tone::plain;   // of the warning
    };
    std::string key;
    std::string legend;  // the question
    std::string help;    // may be empty
    bool multiple = false;
    std::vector<Option> options;
    std::string error;              // may be empty
    std::vector<Field> find;        // to find options by (0 or 1); `options` are those found and those chosen
    std::string found;              // "3 found", may be empty
    std::vector<Figure> figures{};  // how it is measured (0 or 1); stands under the help
};

/// A number typed by the reader, in one unit out of several and in one or two fields (feet, inches).
struct Number {
    std::string key;
    std::string legend;
    std::string help;            // with the range, so that it is known before typing
    std::vector<Control> units;  // empty when there is only one
    std::string units_label;     // accessible name of the unit switch, empty without one
    std::vector<Field> fields;   // of actions of kind type
    std::vector<Control> steps;  // less and more, beside a single field (0 or 2)
    std::string understood;      // "= 62.5 kg" when what was typed was converted, else empty
    std::string error;
    std::vector<Control> skip;      // "not sure" (0 or 1 of it)
    std::vector<Figure> figures{};  // how it is measured (0 or 1); stands under the help
};

/// A message in a coloured box with an icon.
struct Callout {
    std::string key;
    Tone tone = Tone::plain;
    std::string title;
    std::vector<std::string> texts;
    std::vector<std::string> items;  // bullet points after the texts
};

/// The result's banner: level as icon, word and colour.
struct Banner {
    std::string key;
    Tone tone = Tone::self_care;
    std::string word;  // "See a doctor soon"
    std::string text;  // what the level means, in a sentence
};

/// Questions with the reader's answers, each with the way to change it.
struct Answers {
    struct Row {
        std::string key;
        std::string question;  // "Height now"
        std::string answer;    // "158 cm", or that there is none
        bool answered = true;
        std::vector<Control> change;  // jump to the question (0 or 1)
    };
    std::string key;
    std::vector<Row> rows;
};

/// Why the result is what it is: one rule that fired, with the reader's own answers.
struct Finding {
    std::string key;
    Tone tone = Tone::routine;
    std::string level;  // "Soon"
    std::string title;
    std::string text;
    std::string action;
    std::string because_label;
    std::vector<Answers::Row> because;
    std::vector<Control> more;  // shows the rest of them (0 or 1)
    std::string sources_label;
    std::vector<int> sources;  // numbers into the Sources block of the same Screen
};

/// A value on a scale with bands, one of which it is in.
struct Meter {
    struct Band {
        double from = 0;
        double to = 0;
        std::string label;
        Tone tone = Tone::plain;
        bool pale = false;  // a paler shade: the nearest band before it with this tone has the full one
    };
    std::string key;
    std::string title;
    std::string value_text;  // "5 of 10"
    double value = 0;
    double min = 0;
    double max = 1;
    std::vector<Band> bands;
    int current = -1;  // index of the band the value is in; -1: of none
    std::string text;  // what it means
};

/// An education card that opens and closes.
struct Card {
    std::string key;
    Control toggle;  // label = title, selected = open
    std::string summary;
    bool open = false;
    std::vector<std::string> body;  // only while open
    std::vector<Figure> figures;    // 0 or 1, only while open
    std::string sources_label;
    std::vector<int> sources;
    std::string covers;         // "Facts covered: S1, S5", by the numbers of the article the pack is based on
    std::vector<Control> more;  // to what the host's page says about it (0 or 1), only while open
};

/// Numbered list of sources with links that open in a new tab.
struct Sources {
    struct Entry {
        int number = 0;
        std::string key;
        std::string text;
        std::string url;   // may be empty
        std::string note;  // "not yet confirmed at the source", may be empty
    };
    std::string key;
    std::vector<Entry> entries;
};

/// The page for the doctor, once in the reader's language and, when asked for, once in the doctor's.
struct Sheet {
    struct Part {
        std::string title;
        std::vector<std::string> items;
    };
    struct Page {
        std::string language;  // BCP 47
        std::string title;
        std::string note;  // when and by whom it was filled in, and what it is not
        std::vector<Part> parts;
    };
    std::string key;
    std::vector<Page> pages;  // the reader's language first
};

enum class ButtonRole { primary, secondary, quiet };

struct Buttons {
    struct Button {
        Control control;
        ButtonRole role = ButtonRole::secondary;
    };
    std::string key;
    std::vector<Button> buttons;
};

/// Takes a time for the number question before it. While it counts there is one area to tap, as large as a thumb
/// can want. The Session has no clock: a renderer adds its own to an Action whose value ends in "@" (monotonic
/// milliseconds: "tap@8123.4"), shows the time that has passed, says "go@" when the countdown is over, and "stop@" at
/// `ends`.
struct Stopwatch {
    enum class Phase {
        closed,     // a button opens it
        ready,      // how it is done, and whether the reader can do so safely
        countdown,  // until `starts`
        running,
        done,
    };
    std::string key;
    Phase phase = Phase::closed;
    std::string title;               // empty while closed, and while it counts
    std::vector<std::string> steps;  // how it is done; only when ready
    std::vector<std::string> texts;  // what came of it
    std::vector<Control> confirm;    // "I can do this safely", selected or not (0 or 1 of it)
    std::vector<Control> tap;        // only while it counts (0 or 1 of it)
    double starts = 0;               // when the clock reads 0, of the clock that was in "start@"
    double ends = 0;                 // when it is too long
    int count = 0;
    std::string count_text;  // "2 of 5"
    std::string marks;       // the same as filled and empty circles, when they are few
    bool sound = true;
    std::vector<Buttons::Button> buttons;
};

using Block = std::variant<Heading, Paragraph, List, Progress, Toolbar, Choice, Number, Callout, Banner, Answers,
                           Finding, Meter, Figure, Card, Sources, Sheet, Buttons, Stopwatch>;

struct Screen {
    std::string id;              // "welcome", a screen of the pack, "emergency", "result"
    std::string language;        // BCP 47
    std::string title;           // for the document's title
    std::string section;         // id of the pack's section, may be empty
    int text_percent = 100;      // 100, 115, 130, 150, 175 or 200
    std::string theme = "auto";  // auto, light, dark
    bool contrast = false;       // high contrast, whatever the system says
    bool text_view = false;      // the reader wants no drawing
    bool keep = false;           // the reader agreed that the host keeps the Session between visits
    int shared_minutes = 0;      // a shared computer: untouched for so long, or closed, the host erases it all; 0: not
    std::vector<Block> blocks;
    std::string announce;  // said politely by screen readers when not empty
};

}  // namespace selfcheck::session
