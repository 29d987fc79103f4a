// SPDX-License-Identifier: MIT
//
// The shipped pack, operated as in a window and without one: what is clicked is what the Layout
// says lies there.
#include "desktop/input.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <variant>

#include "desktop/content.h"
#include "desktop/operable.h"
#include "session/session.h"
#include "ui/layout.h"

namespace selfcheck::desktop {
namespace {

class HalfEm final : public ui::TextMeasure {
public:
    float advance(char32_t c, ui::Face, int em) const override {
        return (c < 0x2E80 ? 0.5F : 1.0F) * static_cast<float>(em);
    }
};

const engine::Bundle& shipped_bundle() {
    static const auto bundle = read_content(SELFCHECK_CONTENT "/bone-muscle", SELFCHECK_CONTENT "/interface");
    if (!bundle.ok()) {
        for (const auto& problem : bundle.problems()) ADD_FAILURE() << problem.to_string();
        std::abort();
    }
    return bundle.value();
}

/// A reader in front of the window.
class Reader {
public:
    explicit Reader(const char* language = "en", float width = 360)
        : width_(width), session_(shipped_bundle(), language) {
        look();
    }

    [[nodiscard]] const session::Session& session() const { return session_; }
    [[nodiscard]] const session::Screen& screen() const { return screen_; }
    [[nodiscard]] const ui::Layout& layout() const { return layout_; }
    [[nodiscard]] Input& input() { return input_; }

    void act(const Request& request) {
        for (const auto& action : request.actions) session_ = session_.after(action);
        address_ = request.address;
        look();
    }

    [[nodiscard]] ui::Point place_of(const std::string& key) const {
        const ui::Rect* rect = layout_.rect_of(key);
        if (rect == nullptr) ADD_FAILURE() << "no " << key << " on " << screen_.id;
        return rect == nullptr ? ui::Point{-1, -1} : rect->centre();
    }

    void click(const std::string& key) { act(input_.click(place_of(key))); }
    void tab_to(const std::string& key) {
        for (std::size_t i = 0; i <= layout_.controls.size() && input_.ring() != key; ++i) {
            act(input_.move_focus(true));
        }
        EXPECT_EQ(input_.ring(), key);
    }
    void enter(const std::string& key) {
        tab_to(key);
        act(input_.operate_focused());
    }
    void type(const std::string& utf8) { act(input_.type(utf8)); }

    [[nodiscard]] const session::Number& number(const std::string& key) const {
        for (const auto& block : screen_.blocks) {
            const auto* number = std::get_if<session::Number>(&block);
            if (number != nullptr && number->key == key) return *number;
        }
        ADD_FAILURE() << "no number " << key << " on " << screen_.id;
        std::abort();
    }

    [[nodiscard]] const std::string& address() const { return address_; }

private:
    void look() {
        screen_ = session_.screen();
        layout_ = ui::lay_out(screen_, {.width = width_}, HalfEm());
        input_.show(screen_, layout_);
    }

    float width_;
    session::Session session_;
    session::Screen screen_;
    ui::Layout layout_;
    Input input_;
    std::string address_;
};

/// More screens than the pack has.
constexpr int kPatience = 100;

TEST(Input, ClicksReachTheResultFromTheWelcomePage) {
    for (const char* language : {"en", "zh-CN"}) {
        for (const float width : {320.0F, 768.0F}) {
            Reader reader(language, width);
            reader.click("start.button");
            reader.click("age.field.0");
            reader.type("6");
            reader.type("8");
            reader.click("sex.female");
            for (int i = 0; i < kPatience && reader.screen().id != "result"; ++i) reader.click("next");
            EXPECT_EQ(reader.screen().id, "result") << language << ' ' << width;
            EXPECT_EQ(engine::to_text(reader.session().answers_json()), R"({"answers":{"age":68,"sex":"female"}})");
        }
    }
}

TEST(Input, KeysReachTheSameResult) {
    Reader by_keys;
    by_keys.act(by_keys.input().move_focus(true));
    EXPECT_EQ(by_keys.input().ring(), "start.button") << "the toolbar is passed over";
    by_keys.act(by_keys.input().operate_focused());
    by_keys.act(by_keys.input().move_focus(true));
    by_keys.type("68");
    by_keys.enter("sex.female");
    for (int i = 0; i < kPatience && by_keys.screen().id != "result"; ++i) by_keys.enter("next");
    EXPECT_EQ(by_keys.screen().id, "result");
    EXPECT_EQ(engine::to_text(by_keys.session().answers_json()), R"({"answers":{"age":68,"sex":"female"}})");
}

TEST(Input, NothingIsSkippedThatIsRequired) {
    Reader reader;
    reader.click("start.button");
    const std::string first = reader.screen().id;
    reader.click("next");
    EXPECT_EQ(reader.screen().id, first);
    EXPECT_FALSE(reader.number("age").error.empty());
}

TEST(Input, EveryControlOfEveryScreenCanBeOperated) {
    Reader reader;
    reader.click("start.button");
    reader.click("age.field.0");
    reader.type("68");
    reader.click("sex.female");
    bool reviewed = false;
    for (int i = 0; i < kPatience; ++i) {
        for (const ui::ControlArea& control : reader.layout().controls) {
            EXPECT_EQ(control.disabled,
                      std::holds_alternative<std::monostate>(find_operable(reader.screen(), control.key)))
                << reader.screen().id << ": " << control.key;
        }
        if (reader.screen().id == "result") break;
        const bool look_back = reader.screen().id == "pause" && !reviewed;
        reader.click(look_back ? "review" : "next");
        reviewed |= reader.screen().id == "review";
    }
    EXPECT_EQ(reader.screen().id, "result");
    EXPECT_TRUE(reviewed);
}

TEST(Input, TabComesToEachControlOnceAndBack) {
    Reader reader;
    reader.click("start.button");
    std::vector<std::string> forth;
    const auto enabled = std::count_if(reader.layout().controls.begin(), reader.layout().controls.end(),
                                       [](const auto& one) { return !one.disabled; });
    for (int i = 0; i < enabled; ++i) {
        reader.act(reader.input().move_focus(true));
        forth.push_back(reader.input().ring());
    }
    EXPECT_EQ(forth.front(), "age.field.0");
    std::vector<std::string> back{forth.back()};
    for (int i = 1; i < enabled; ++i) {
        reader.act(reader.input().move_focus(false));
        back.push_back(reader.input().ring());
    }
    std::reverse(back.begin(), back.end());
    EXPECT_EQ(forth, back);
    std::sort(forth.begin(), forth.end());
    EXPECT_EQ(std::unique(forth.begin(), forth.end()), forth.end());
}

TEST(Input, WhatIsWrongWithANumberIsSaidWhenItsFieldIsLeft) {
    Reader reader;
    reader.click("start.button");
    reader.click("age.field.0");
    reader.type("x");
    EXPECT_EQ(reader.number("age").error, "");
    reader.click("sex.male");
    EXPECT_NE(reader.number("age").error, "");

    reader.click("age.field.0");
    reader.act(reader.input().erase_last());
    reader.type("9.5");
    EXPECT_EQ(reader.number("age").error, "");
    reader.act(reader.input().operate_focused());
    EXPECT_NE(reader.number("age").error, "") << "after Enter too";
}

TEST(Input, AFieldTakesCharactersNotBytes) {
    Reader reader("zh-CN");
    reader.click("start.button");
    reader.click("age.field.0");
    reader.type("\xEF\xBC\x96\xEF\xBC\x98");  // 68 in full-width digits
    reader.act(reader.input().erase_last());
    EXPECT_EQ(reader.number("age").fields[0].text, "\xEF\xBC\x96");
    for (int i = 0; i < 20; ++i) reader.type("\xEF\xBC\x96");
    EXPECT_EQ(reader.number("age").fields[0].text.size(), 3u * 12);
}

TEST(Input, TypingOutsideOfAFieldDoesNothing) {
    Reader reader;
    reader.click("start.button");
    reader.click("sex.male");
    EXPECT_FALSE(reader.input().in_field());
    EXPECT_TRUE(reader.input().type("1").actions.empty());
    EXPECT_TRUE(reader.input().erase_last().actions.empty());
}

TEST(Input, APressIsTakenBackByLeavingTheControl) {
    Reader reader;
    Input& input = reader.input();
    input.press(reader.place_of("start.button"));
    EXPECT_EQ(input.pressed(), "start.button");
    EXPECT_TRUE(input.release({1, 1}).actions.empty());

    input.press(reader.place_of("start.button"));
    input.forget_press();
    EXPECT_TRUE(input.release(reader.place_of("start.button")).actions.empty());
}

TEST(Input, OnlyTheKeyboardShowsARingAroundAButton) {
    Reader reader;
    reader.click("start.button");
    reader.click("sex.male");
    EXPECT_EQ(reader.input().ring(), "");
    reader.act(reader.input().move_focus(false));
    EXPECT_EQ(reader.input().ring(), "sex.female");
    reader.click("age.field.0");
    EXPECT_EQ(reader.input().ring(), "age.field.0");
}

TEST(Input, AShortcutLeavesTheFocusWhereItIs) {
    Reader reader;
    reader.click("start.button");
    reader.tab_to("sex.male");
    reader.act(reader.input().shortcut("language.zh-CN"));
    EXPECT_EQ(reader.screen().language, "zh-CN");
    EXPECT_EQ(reader.input().ring(), "sex.male");
    EXPECT_TRUE(reader.input().shortcut("text.smaller").actions.empty()) << "disabled at 100 %";
}

TEST(Input, ASliderIsMovedByArrowsAndByAPressOnItsTrack) {
    Reader reader;
    using session::ActionKind;
    reader.act({{{ActionKind::start, "", ""},
                 {ActionKind::type, "age", "0:68"},
                 {ActionKind::answer, "sex", "female"},
                 {ActionKind::go, "", "result"},
                 {ActionKind::expand, "card.what_low_bone_mass_is", ""}},
                ""});
    const std::string slider = "card.what_low_bone_mass_is.slider";
    const auto value = [&] { return std::get<const session::Slider*>(find_operable(reader.screen(), slider))->value; };
    EXPECT_EQ(value(), 0);
    reader.tab_to(slider);
    reader.act(reader.input().slide(-1));
    EXPECT_EQ(value(), -0.5);
    EXPECT_EQ(reader.input().ring(), slider);
    const ui::Rect track = *reader.layout().rect_of(slider);
    reader.act(reader.input().click({track.right() - 1, track.centre().y}));
    EXPECT_EQ(value(), 1);
    reader.act(reader.input().slide(1));
    EXPECT_EQ(value(), 1) << "the end";
    reader.act(reader.input().click({track.x + 1, track.centre().y}));
    EXPECT_EQ(value(), -5);
    reader.act(reader.input().click({track.centre().x, track.centre().y}));
    EXPECT_EQ(value(), -2);
}

TEST(Input, HoverTellsOnlyOfAChange) {
    Reader reader;
    Input& input = reader.input();
    const ui::Point start = reader.place_of("start.button");
    EXPECT_TRUE(input.hover(start));
    EXPECT_FALSE(input.hover({start.x + 1, start.y}));
    EXPECT_EQ(input.hovered(), "start.button");
    EXPECT_TRUE(input.hover_nothing());
    EXPECT_FALSE(input.hover_nothing());
}

TEST(Input, AnEmergencySignLeadsToAPageThatDials) {
    Reader reader("zh-CN");
    reader.click("start.button");
    reader.click("age.field.0");
    reader.type("68");
    reader.click("sex.female");
    reader.click("next");
    const auto& choice = std::get<session::Choice>(
        *std::find_if(reader.screen().blocks.begin(), reader.screen().blocks.end(),
                      [](const auto& block) { return std::holds_alternative<session::Choice>(block); }));
    reader.click(choice.options.front().control.key);
    reader.click("next");
    ASSERT_EQ(reader.screen().id, "alert");
    reader.click("call");
    EXPECT_EQ(reader.address(), "tel:120");
    EXPECT_EQ(reader.screen().id, "alert");
}

}  // namespace
}  // namespace selfcheck::desktop
