// SPDX-License-Identifier: MIT
//
// action.h: the only way back from the reader to the Session.
//
// Mouse, touch, keyboard, screen reader, host page and test all end in one Action. As JSON:
//
//   {"kind": "answer", "id": "sex", "value": "female"}
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace selfcheck::session {

enum class ActionKind {
    start,               // from the welcome page to the first question; value: a voice or ""
    answer,              // id: a choice question, value: the code
    toggle,              // id: a multi question, value: the code to add or take away
    type,                // id: a number question, value: what is typed, "field:text" with field 0 or 1
    unit,                // id: a number question, value: the unit to type in
    commit,              // id: a number question: the reader left the field, so an error may be shown
    step,                // id: a number question, value: up or down, by the question's step
    find,                // id: a question with a finder, value: what is typed to find options by
    skip,                // id: a question: not sure, so no answer
    stopwatch,           // id: a number question, value: what to do with its stopwatch, see stopwatch.h
    next,                // to the next screen; shows what is missing on this one
    back,                // to the screen before
    go,                  // value: a screen's or question's id
    open,                // value: a question's, screen's or section's id, where the host's page points: after what is
                         // always asked, and then on from there, or back to where the reader was
    acknowledge,         // go on after an emergency message, knowingly
    expand,              // id: a card or list; opens it or closes it
    explore,             // id: the key of a card with a slider, value: the number to show, in digits
    set_language,        // value: BCP 47
    set_text_size,       // value: percent
    set_theme,           // value: auto, light, dark
    set_date,            // value: today, YYYY-MM-DD, as the host knows it
    set_region,          // value: a region of the pack, for its emergency number
    set_sections,        // value: ids with spaces between: no others are asked, but those that always are; "" for all
    set_cards,           // value: ids with spaces between: education cards about which the host's page has more to read
    set_contrast,        // value: on, off
    set_text_view,       // value: on, off: the Screen as text alone, without the canvas
    set_sheet_language,  // value: BCP 47 of the doctor's language, or "" for none
    set_voice,           // value: self, or other when somebody else is answered for
    set_keep,            // value: yes or no; the host says no first, where it can keep anything
    set_shared,          // value: yes or no; the host says no first, where it can erase what a reader left behind
    set_offline,         // value: yes or no; said by the host: whether the check opens without a network
    undo,                // takes the last answer back, where it was given
    come_back,           // said by the host after it restored a Session: asks the reader whether to go on
    resume,              // from there to where the reader was
    restart,             // back to the welcome page, all answers erased
    erase,        // the same, and the host keeps nothing any more; value: "left_alone" when the host says so itself
    save_result,  // asks the page to hand the result to the reader as a file; the Session is unchanged
    print,        // asks the page to print; value: result, sheet or form; the Session is unchanged
    read,         // id: a card; asks the page to lead to what the host has about it; the Session is unchanged
};

struct Action {
    ActionKind kind = ActionKind::next;
    std::string id;
    std::string value;
};

[[nodiscard]] std::string_view name_of(ActionKind kind);
[[nodiscard]] std::optional<ActionKind> action_kind_from(std::string_view name);

}  // namespace selfcheck::session
