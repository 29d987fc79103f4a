// SPDX-License-Identifier: MIT
#include "ui/layout.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "ui/sample_screens.h"
#include "ui/text/code_points.h"

namespace selfcheck::ui {
namespace {

/// Han as wide as high, Latin a little over half, bold a little more.
class SyntheticMeasure final : public TextMeasure {
public:
    float advance(char32_t c, Face face, int em) const override {
        const bool full =
            text::is_ideograph(c) || text::is_between(c, 0x3000, 0x30FF) || text::is_between(c, 0xFF00, 0xFF60);
        const float wide = full ? 1.0F : face == Face::bold ? 0.6F : 0.55F;
        return wide * static_cast<float>(em);
    }
};

struct Case {
    std::string name;
    session::Screen screen;
    float width;
    Layout layout;
};

/// Both samples, both languages, every width and text size.
const std::vector<Case>& cases() {
    static const std::vector<Case> all = [] {
        std::vector<Case> made;
        const SyntheticMeasure measure;
        for (const auto& words : {samples::english(), samples::chinese()}) {
            for (const int percent : {100, 150, 200}) {
                for (const auto& screen : {samples::questions(words, percent), samples::answers(words, percent)}) {
                    for (const float width : {320.0F, 360.0F, 768.0F, 1280.0F}) {
                        made.push_back({words.language + " " + std::to_string(percent) + " % " +
                                            std::to_string(static_cast<int>(width)) + " px " +
                                            (std::holds_alternative<session::Progress>(screen.blocks[1]) ? "questions"
                                                                                                         : "answers"),
                                        screen, width, lay_out(screen, {.width = width}, measure)});
                    }
                }
            }
        }
        return made;
    }();
    return all;
}

bool overlap(const Rect& a, const Rect& b, float gap = 0) {
    return a.x < b.right() + gap && b.x < a.right() + gap && a.y < b.bottom() + gap && b.y < a.bottom() + gap;
}

/// Every key of the Screen, in document order.
class Keys {
public:
    explicit Keys(const session::Screen& screen) {
        for (const auto& block : screen.blocks) std::visit([&](const auto& one) { add(one.key), inside(one); }, block);
    }
    std::vector<std::string> all;
    std::vector<std::string> controls;

private:
    void add(const std::string& key) { all.push_back(key); }
    void add_control(const std::string& key) { all.push_back(key), controls.push_back(key); }
    template <typename T>
    void inside(const T&) {}
    void inside(const session::Toolbar& bar) {
        for (const auto& group : bar.groups) {
            for (const auto& control : group.controls) add_control(control.key);
        }
    }
    void inside(const session::Choice& choice) {
        for (const auto& figure : choice.figures) add(figure.key);
        for (const auto& field : choice.find) add_control(field.key);
        for (const auto& option : choice.options) add_control(option.control.key);
    }
    void inside(const session::Number& number) {
        for (const auto& figure : number.figures) add(figure.key);
        for (const auto& unit : number.units) add_control(unit.key);
        for (std::size_t i = 0; i < number.steps.size() / 2; ++i) add_control(number.steps[i].key);
        for (const auto& field : number.fields) add_control(field.key);
        for (std::size_t i = number.steps.size() / 2; i < number.steps.size(); ++i) add_control(number.steps[i].key);
        for (const auto& skip : number.skip) add_control(skip.key);
    }
    void inside(const session::Answers& answers) { rows(answers.rows); }
    void inside(const session::Finding& finding) {
        rows(finding.because);
        for (const auto& more : finding.more) add_control(more.key);
    }
    void rows(const std::vector<session::Answers::Row>& all_rows) {
        for (const auto& row : all_rows) {
            add(row.key);
            for (const auto& change : row.change) add_control(change.key);
        }
    }
    void inside(const session::Card& card) {
        add_control(card.toggle.key);
        for (const auto& figure : card.figures) {
            add(figure.key);
            for (const auto& slider : figure.slider) add_control(slider.key);
        }
        for (const auto& more : card.more) add_control(more.key);
    }
    void inside(const session::Sources& sources) {
        for (const auto& entry : sources.entries) entry.url.empty() ? add(entry.key) : add_control(entry.key);
    }
    void inside(const session::Stopwatch& stopwatch) {
        for (const auto& confirm : stopwatch.confirm) add_control(confirm.key);
        for (const auto& tap : stopwatch.tap) add_control(tap.key);
        for (const auto& button : stopwatch.buttons) add_control(button.control.key);
    }
    void inside(const session::Buttons& buttons) {
        for (const auto& button : buttons.buttons) add_control(button.control.key);
    }
};

TEST(Layout, GivesEveryKeyOneRectangleInDocumentOrder) {
    for (const Case& one : cases()) {
        std::vector<std::string> keys;
        for (const KeyRect& rect : one.layout.rects) keys.push_back(rect.key);
        EXPECT_EQ(keys, Keys(one.screen).all) << one.name;
        std::vector<std::string> controls;
        for (const ControlArea& control : one.layout.controls) {
            controls.push_back(control.key);
            ASSERT_NE(one.layout.rect_of(control.key), nullptr);
            EXPECT_EQ(*one.layout.rect_of(control.key), control.rect) << one.name << ": " << control.key;
        }
        EXPECT_EQ(controls, Keys(one.screen).controls) << one.name;
    }
}

TEST(Layout, ControlsAreLargeEnoughForAThumbAndApart) {
    for (const Case& one : cases()) {
        const auto& controls = one.layout.controls;
        for (std::size_t i = 0; i < controls.size(); ++i) {
            EXPECT_GE(controls[i].rect.height, 48) << one.name << ": " << controls[i].key;
            EXPECT_GE(controls[i].rect.width, 48) << one.name << ": " << controls[i].key;
            for (std::size_t j = 0; j < i; ++j) {
                EXPECT_FALSE(overlap(controls[i].rect, controls[j].rect, 7.99F))
                    << one.name << ": " << controls[i].key << " and " << controls[j].key;
            }
        }
    }
}

TEST(Layout, StaysInsideTheColumn) {
    for (const Case& one : cases()) {
        const Rect page{0, 0, one.width, one.layout.height};
        const Rect column = *one.layout.rect_of("title");
        EXPECT_LE(column.width, 760) << one.name;
        EXPECT_NEAR(column.x, one.width - column.right(), 1) << one.name;
        EXPECT_GE(column.x, 16) << one.name;
        for (const Item& item : one.layout.items) {
            const Rect bounds = bounds_of(item);
            EXPECT_GE(bounds.x, column.x - 0.1F) << one.name;
            const auto* text = std::get_if<TextItem>(&item);
            const float hang = text == nullptr ? 0 : static_cast<float>(text->em) / 2;  // a closing mark may
            EXPECT_LE(bounds.right(), column.right() + 0.1F + hang) << one.name << (text ? ": " + text->text : "");
            EXPECT_GE(bounds.y, 0) << one.name;
            EXPECT_LE(bounds.bottom(), page.bottom()) << one.name;
        }
        for (const KeyRect& rect : one.layout.rects) {
            EXPECT_GE(rect.rect.x, column.x - 0.1F) << one.name << ": " << rect.key;
            EXPECT_LE(rect.rect.right(), column.right() + 0.1F) << one.name << ": " << rect.key;
        }
    }
}

TEST(Layout, TextOfAControlIsInsideIt) {
    for (const Case& one : cases()) {
        for (const Item& item : one.layout.items) {
            const auto* text = std::get_if<TextItem>(&item);
            if (text == nullptr || text->control == kNoControl) continue;
            const ControlArea& control = one.layout.controls[static_cast<std::size_t>(text->control)];
            const auto em = static_cast<float>(text->em);
            EXPECT_GE(text->x, control.rect.x) << one.name << ": " << text->text;
            EXPECT_LE(text->x + text->width, control.rect.right() + em / 2) << one.name << ": " << text->text;
            EXPECT_GE(text->baseline - 0.88F * em, control.rect.y) << one.name << ": " << text->text;
            EXPECT_LE(text->baseline + 0.2F * em, control.rect.bottom()) << one.name << ": " << text->text;
        }
    }
}

TEST(Layout, NoTwoLinesOfTextOverlap) {
    for (const Case& one : cases()) {
        std::vector<const TextItem*> lines;
        for (const Item& item : one.layout.items) {
            if (const auto* text = std::get_if<TextItem>(&item)) lines.push_back(text);
        }
        const auto ink = [](const TextItem& line) {
            const auto em = static_cast<float>(line.em);
            return Rect{line.x, line.baseline - 0.85F * em, line.width, em};
        };
        for (std::size_t i = 0; i < lines.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                EXPECT_FALSE(overlap(ink(*lines[i]), ink(*lines[j])))
                    << one.name << ": " << lines[i]->text << " | " << lines[j]->text;
            }
        }
    }
}

TEST(Layout, TextIsCoveredByNoPictureOrIcon) {
    for (const Case& one : cases()) {
        std::vector<Rect> marks;
        for (const Item& item : one.layout.items) {
            const bool solid = std::holds_alternative<IconItem>(item) || std::holds_alternative<Mark>(item) ||
                               std::holds_alternative<Picture>(item) || std::holds_alternative<Scale>(item) ||
                               std::holds_alternative<ProgressBar>(item);
            if (solid) marks.push_back(bounds_of(item));
        }
        for (const Item& item : one.layout.items) {
            const auto* text = std::get_if<TextItem>(&item);
            if (text == nullptr) continue;
            const auto em = static_cast<float>(text->em);
            const Rect ink{text->x, text->baseline - 0.8F * em, text->width, 0.9F * em};
            for (const Rect& mark : marks) EXPECT_FALSE(overlap(ink, mark)) << one.name << ": " << text->text;
        }
    }
}

TEST(Layout, BlocksFollowEachOtherDownThePage) {
    for (const Case& one : cases()) {
        float bottom = 0;
        for (const auto& block : one.screen.blocks) {
            const std::string key = std::visit([](const auto& any) { return any.key; }, block);
            const Rect rect = *one.layout.rect_of(key);
            EXPECT_GE(rect.y, bottom) << one.name << ": " << key;
            bottom = rect.bottom();
        }
        EXPECT_GT(one.layout.height, bottom) << one.name;
    }
}

/// A figure with a slider, and where its track and its end are.
Layout layout_of_slider(const char* value_text, double value, int percent = 100) {
    session::Screen screen = samples::empty(samples::english(), percent);
    session::Card card{"card", {"toggle", "Bone", {}, true, false, ""}, "", true, {}, {}, "", {}, "", {}};
    const std::vector<std::string> all{"0 | Normal", "-2.5 | Osteoporosis range"};
    const session::Slider slider{"slider", "Try", -5, 1, 0.5, value, value_text, all, 0.6, {}};
    card.figures = {{"figure", "trabeculae", "in words", {slider}}};
    screen.blocks.push_back(card);
    return lay_out(screen, {.width = 360}, SyntheticMeasure{});
}

TEST(Layout, ASliderStaysUnderTheFingerWhateverItSays) {
    for (const int percent : {100, 200}) {
        const Layout brief = layout_of_slider("0 | Normal", 0, percent);
        const Layout wordy = layout_of_slider("-2.5 | Osteoporosis range", -2.5, percent);
        EXPECT_EQ(brief.height, wordy.height) << percent;
        EXPECT_EQ(*brief.rect_of("slider"), *wordy.rect_of("slider")) << percent;
        EXPECT_GE(brief.rect_of("slider")->height, size::target);
    }
}

/// The lines of a text of its own at 200 %, as wide as a phone.
std::vector<TextItem> lines_of(const std::string& text) {
    session::Screen screen = samples::empty(samples::english(), 200);
    screen.blocks.push_back(session::Paragraph{"text", text});
    const Layout layout = lay_out(screen, {.width = 360}, SyntheticMeasure{});
    const Rect rect = *layout.rect_of("text");
    std::vector<TextItem> lines;
    for (const Item& item : layout.items) {
        const auto* line = std::get_if<TextItem>(&item);
        if (line != nullptr && line->baseline > rect.y && line->baseline < rect.bottom()) lines.push_back(*line);
    }
    return lines;
}

TEST(Layout, ALongWordIsSetSmallerRatherThanTorn) {
    const int whole = em_of(TextSize::body, 200);
    const auto plain = lines_of("Some corticosteroids");
    ASSERT_EQ(plain.size(), 2U);
    EXPECT_EQ(plain[0].em, whole);
    const auto smaller = lines_of("Some glucocorticosteroids");
    ASSERT_EQ(smaller.size(), 2U);
    EXPECT_EQ(smaller[1].text, "glucocorticosteroids");
    EXPECT_LT(smaller[1].em, whole);
    EXPECT_EQ(smaller[0].em, smaller[1].em) << "one text, one size";
    for (const TextItem& line : lines_of(std::string(60, 'x'))) EXPECT_EQ(line.em, whole) << "not to a whisper";
}

TEST(Layout, AnUnknownFigureTakesNoSpace) {
    for (const Case& one : cases()) {
        const Rect* rect = one.layout.rect_of("unknown");
        EXPECT_TRUE(rect == nullptr || rect->height == 0) << one.name;
    }
}

TEST(Layout, ChoosingAnAnswerMovesNothing) {
    const SyntheticMeasure measure;
    session::Screen screen = samples::questions(samples::chinese(), 100);
    const Layout before = lay_out(screen, {.width = 360}, measure);
    for (auto& block : screen.blocks) {
        if (auto* choice = std::get_if<session::Choice>(&block)) {
            for (auto& option : choice->options) option.control.selected = !option.control.selected;
        }
        if (auto* number = std::get_if<session::Number>(&block)) {
            for (auto& unit : number->units) unit.selected = !unit.selected;
        }
    }
    const Layout after = lay_out(screen, {.width = 360}, measure);
    ASSERT_EQ(before.rects.size(), after.rects.size());
    for (std::size_t i = 0; i < before.rects.size(); ++i)
        EXPECT_EQ(before.rects[i].rect, after.rects[i].rect) << before.rects[i].key;
}

TEST(Layout, ToolbarFitsOneRowOnAPhone) {
    const SyntheticMeasure measure;
    const Layout layout = lay_out(samples::questions(samples::english(), 100), {.width = 360}, measure);
    EXPECT_EQ(layout.rect_of("toolbar")->height, 48);
}

TEST(Layout, FindsTheControlAtAPoint) {
    const SyntheticMeasure measure;
    const Layout layout = lay_out(samples::questions(samples::english(), 100), {.width = 360}, measure);
    const ControlArea* found = layout.control_at(layout.rect_of("one.b")->centre());
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->key, "one.b");
    EXPECT_EQ(layout.control_at({1, 1}), nullptr);
}

TEST(Layout, TheAreaToTapIsTwoFifthsOfAnyPhoneAndHoldsItsClock) {
    constexpr float kTallestPhone = 932;
    for (const Case& one : cases()) {
        for (const Item& item : one.layout.items) {
            const auto* clock = std::get_if<Clock>(&item);
            if (clock == nullptr) continue;
            const Rect area = one.layout.controls[static_cast<std::size_t>(clock->control)].rect;
            const Rect column = *one.layout.rect_of("title");
            EXPECT_GE(area.height, 0.4F * kTallestPhone) << one.name;
            EXPECT_EQ(area.width, column.width) << one.name;
            EXPECT_GE(clock->rect.height, static_cast<float>(clock->em)) << one.name;
            EXPECT_LE(4 * clock->digits[0] + clock->point, clock->rect.width) << one.name;
            EXPECT_GE(clock->rect.y, area.y) << one.name;
            EXPECT_LE(clock->rect.bottom(), area.bottom()) << one.name;
        }
    }
}

TEST(Layout, AClockCountsDownThenUpAndStopsAtItsEnd) {
    Clock clock;
    clock.starts = 10;
    clock.ends = 190;
    const std::pair<double, const char*> readings[] = {{6.99, "3"},    {7.0, "3"},    {8.1, "2"},    {9.5, "1"},
                                                       {9.99, "1"},    {10, "0.0"},   {10.1, "0.1"}, {23.24, "13.2"},
                                                       {190, "180.0"}, {500, "180.0"}};
    for (const auto& [now, reading] : readings) EXPECT_EQ(clock.reading(now), reading) << now;
}

TEST(Layout, ANumberHasItsUnitBesideOrBelowIt) {
    for (const Case& one : cases()) {
        if (one.name.ends_with("answers")) continue;
        const auto written = std::count_if(one.layout.items.begin(), one.layout.items.end(), [](const Item& item) {
            const auto* text = std::get_if<TextItem>(&item);
            return text != nullptr && text->text.starts_with("portions");
        });
        EXPECT_EQ(written, 1) << one.name;
    }
}

TEST(Layout, BreaksNoNumberFromItsUnit) {
    for (const Case& one : cases()) {
        for (const Item& item : one.layout.items) {
            const auto* text = std::get_if<TextItem>(&item);
            EXPECT_FALSE(text != nullptr && text->text.ends_with("158.5")) << one.name;
        }
    }
}

}  // namespace
}  // namespace selfcheck::ui
