// SPDX-License-Identifier: MIT
#include "session/plan_section.h"

namespace selfcheck::session {
namespace {

/// Writes the opened sheet, a heading and a list a part; a part with nothing to say is left out.
class SheetWriter {
public:
    SheetWriter(const ScreenContext& context, Citations& citations, Screen& screen)
        : context_(context), citations_(citations), screen_(screen) {}

    void write() {
        write_findings();
        write_numbers();
        write_items("questions", context_.pack.sheet.questions, context_.assessment.sheet.questions);
        write_items("tests", context_.pack.sheet.tests, context_.assessment.sheet.tests);
        write_answers();
    }

private:
    void write_findings() {
        List list{"sheet.findings", false, {}};
        for (const auto& finding : context_.assessment.findings) {
            const std::string& id = context_.pack.rules[finding.rule].id;
            list.items.push_back(line(context_.wording.get({"rules", id, "title"}), answers_text(finding.because)));
        }
        add("findings", std::move(list));
    }

    void write_numbers() {
        List list{"sheet.numbers", false, {}};
        for (const auto& value : context_.assessment.scores) {
            const std::string text = context_.score_text(value);
            if (text.empty()) continue;
            list.items.push_back(line(context_.wording.get({"scores", context_.pack.scores[value.score].id, "title"}), text));
        }
        add("numbers", std::move(list));
    }

    void write_items(const char* part, const std::vector<engine::PlanItem>& items, const std::vector<std::size_t>& shown) {
        List list{std::string("sheet.") + part, false, {}};
        for (const std::size_t index : shown) {
            list.items.push_back(context_.wording.get({"sheet", part, items[index].id}));
            citations_.cite(items[index].sources);
        }
        add(part, std::move(list));
    }

    /// Every answer, the medicines with the rest, in the order in which they were asked.
    void write_answers() {
        List list{"sheet.answers", false, {}};
        for (const auto& pack_screen : context_.pack.screens) {
            for (const std::size_t question : pack_screen.questions) {
                const std::string answer = context_.wording.answer(question);
                if (!answer.empty()) list.items.push_back(line(short_name(question), answer));
            }
        }
        add("answers", std::move(list));
    }

    void add(const char* part, List list) {
        if (list.items.empty()) return;
        context_.add_heading(screen_, 3, {"sheet", part}, std::string("heading.sheet.") + part);
        screen_.blocks.push_back(std::move(list));
    }

    std::string answers_text(const engine::fhirpath::SourceSet& questions) const {
        std::string text;
        questions.for_each([&](std::size_t question) {
            if (!text.empty()) text += context_.ui({"sheet", "separator"});
            text += line(short_name(question), context_.wording.answer(question));
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
    Citations& citations_;
    Screen& screen_;
};

}  // namespace

void add_sheet(const ScreenContext& context, Citations& citations, Screen& screen) {
    if (context.pack.sheet.questions.empty() && context.pack.sheet.tests.empty()) return;
    context.add_heading(screen, 2, {"sheet", "title"}, "heading.sheet");
    Card card;
    card.key = "sheet";
    card.open = context.expanded(card.key);
    card.toggle = {"sheet.toggle", context.ui({"sheet", "open"}), {ActionKind::expand, card.key, ""}, card.open, false, ""};
    card.summary = context.ui({"sheet", "summary"});
    if (card.open) card.body = {context.ui({"sheet", "opened"})};
    const bool open = card.open;
    screen.blocks.push_back(std::move(card));
    if (open) SheetWriter(context, citations, screen).write();
}

}  // namespace selfcheck::session
