// SPDX-License-Identifier: MIT
//
// sheet_section.cpp: the page for the doctor, on the result page and by itself for the printer.
#include "session/sheet_section.h"

namespace selfcheck::session {
namespace {

/// Writes the sheet in one language; a part with nothing to say is left out.
class SheetWriter {
public:
    explicit SheetWriter(const ScreenContext& context) : context_(context) {}

    Sheet::Page write() && {
        page_.language = context_.state.preferences.language;
        page_.title = context_.ui({"sheet", "title"});
        page_.note = note();
        write_findings();
        write_numbers();
        write_items("questions", context_.pack.sheet.questions, context_.assessment.sheet.questions);
        write_items("tests", context_.pack.sheet.tests, context_.assessment.sheet.tests);
        write_answers();
        return std::move(page_);
    }

private:
    std::string note() const {
        const auto& pack = context_.pack;
        const std::string of = context_.ui(
            {"sheet", "note"},
            {{"title", context_.wording.get({"pack", "title"})}, {"id", pack.id}, {"version", pack.version}});
        const auto today = engine::date_from(context_.state.preferences.today);
        if (!today) return of;
        return context_.ui({"sheet", "date"}, {{"date", context_.date_text(*today)}}) +
               context_.ui({"plan", "sentence_gap"}) + of;
    }

    void write_findings() {
        Sheet::Part part;
        for (const auto& finding : context_.assessment.findings) {
            const std::string& id = context_.pack.rules[finding.rule].id;
            const std::string name = context_.wording.get({"rules", id, "title"});
            const std::string because = answers_text(finding.because);
            part.items.push_back(
                because.empty() ? name : context_.ui({"sheet", "finding"}, {{"name", name}, {"because", because}}));
        }
        add("findings", std::move(part));
    }

    void write_numbers() {
        Sheet::Part part;
        for (const auto& value : context_.assessment.scores) {
            const std::string text = context_.score_text(value);
            if (text.empty()) continue;
            part.items.push_back(
                line(context_.wording.get({"scores", context_.pack.scores[value.score].id, "title"}), text));
        }
        add("numbers", std::move(part));
    }

    void write_items(const char* name, const std::vector<engine::PlanItem>& items,
                     const std::vector<std::size_t>& shown) {
        Sheet::Part part;
        for (const std::size_t index : shown)
            part.items.push_back(context_.wording.get({"sheet", name, items[index].id}));
        add(name, std::move(part));
    }

    /// Every answer, the medicines with the rest, in the order in which they were asked.
    void write_answers() {
        Sheet::Part part;
        for (const auto& pack_screen : context_.pack.screens) {
            for (const std::size_t question : pack_screen.questions) {
                const std::string answer = context_.wording.answer(question);
                if (!answer.empty()) part.items.push_back(line(short_name(question), answer));
            }
        }
        add("answers", std::move(part));
    }

    void add(const char* name, Sheet::Part part) {
        if (part.items.empty()) return;
        part.title = context_.ui({"sheet", name});
        page_.parts.push_back(std::move(part));
    }

    std::string answers_text(const engine::fhirpath::SourceSet& questions) const {
        std::string text;
        questions.for_each([&](std::size_t question) {
            if (!text.empty()) text += context_.ui({"sheet", "separator"});
            text += context_.ui({"sheet", "because"},
                                {{"name", short_name(question)}, {"value", context_.wording.answer(question)}});
        });
        return text;
    }

    std::string line(const std::string& name, const std::string& value) const {
        return context_.ui({"sheet", "line"}, {{"name", name}, {"value", value}});
    }

    std::string short_name(std::size_t question) const {
        return context_.wording.get({"questions", context_.pack.questions[question].id, "short"});
    }

    const ScreenContext& context_;
    Sheet::Page page_;
};

/// Which language the doctor reads. Only where there is another than the reader's.
void add_language_choice(const ScreenContext& context, Screen& screen) {
    const Preferences& preferences = context.state.preferences;
    Choice choice;
    choice.key = "sheet.language";
    choice.legend = context.ui({"sheet", "language"});
    const auto offer = [&](const std::string& language, std::string label) {
        Control one{"sheet.language." + (language.empty() ? "none" : language),
                    std::move(label),
                    {ActionKind::set_sheet_language, "", language},
                    preferences.sheet_language == language,
                    false,
                    ""};
        choice.options.push_back({std::move(one), ""});
    };
    offer("", context.ui({"sheet", "one_language"}));
    for (const std::string& language : context.pack.languages) {
        if (language == preferences.language || !context.bundle.speaks(language)) continue;
        offer(language, context.bundle.interfaces.find(language)->second.get({"language_name"}));
    }
    if (choice.options.size() > 1) screen.blocks.push_back(std::move(choice));
}

bool has_sheet(const engine::Pack& pack) { return !pack.sheet.questions.empty() || !pack.sheet.tests.empty(); }

}  // namespace

Sheet sheet_block(const ScreenContext& context) {
    Sheet sheet{"sheet.page", {SheetWriter(context).write()}};
    const Preferences& preferences = context.state.preferences;
    if (preferences.sheet_language.empty() || preferences.sheet_language == preferences.language) return sheet;
    State other = context.state;
    other.preferences.language = preferences.sheet_language;
    sheet.pages.push_back(SheetWriter(ScreenContext(context.bundle, other, context.assessment)).write());
    return sheet;
}

void add_sheet(const ScreenContext& context, Citations& citations, Screen& screen) {
    if (!has_sheet(context.pack)) return;
    context.add_heading(screen, 2, {"sheet", "title"}, "heading.sheet");
    Card card;
    card.key = "sheet";
    card.open = context.expanded(card.key);
    card.toggle = {
        "sheet.toggle", context.ui({"sheet", "open"}), {ActionKind::expand, card.key, ""}, card.open, false, ""};
    card.summary = context.ui({"sheet", "summary"});
    if (card.open) card.body = {context.ui({"sheet", "opened"})};
    const bool open = card.open;
    screen.blocks.push_back(std::move(card));
    if (!open) return;
    for (const std::size_t index : context.assessment.sheet.questions) {
        citations.cite(context.pack.sheet.questions[index].sources);
    }
    for (const std::size_t index : context.assessment.sheet.tests)
        citations.cite(context.pack.sheet.tests[index].sources);
    add_language_choice(context, screen);
    screen.blocks.push_back(sheet_block(context));
    screen.blocks.push_back(
        Buttons{"sheet.printing",
                {{context.control("sheet.print", {"sheet", "print"}, {ActionKind::print, "", "sheet"}),
                  ButtonRole::secondary}}});
}

}  // namespace selfcheck::session
