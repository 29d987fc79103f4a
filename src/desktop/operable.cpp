// SPDX-License-Identifier: MIT
#include "desktop/operable.h"

namespace selfcheck::desktop {
namespace {

class Finder {
public:
    explicit Finder(std::string_view key) : key_(key) {}

    void operator()(const session::Toolbar& block) {
        for (const auto& group : block.groups) look_at(group.controls);
    }
    void operator()(const session::Choice& block) {
        look_at(block.find);
        for (const auto& option : block.options) look_at(option.control);
    }
    void operator()(const session::Number& block) {
        look_at(block.units);
        look_at(block.fields);
        look_at(block.steps);
        look_at(block.skip);
    }
    void operator()(const session::Answers& block) { look_at(block.rows); }
    void operator()(const session::Finding& block) {
        look_at(block.because);
        look_at(block.more);
    }
    void operator()(const session::Card& block) {
        look_at(block.toggle);
        for (const auto& figure : block.figures) look_at(figure.slider);
    }
    void operator()(const session::Sources& block) {
        for (const auto& entry : block.entries) {
            if (entry.key == key_ && !entry.url.empty()) found_ = Link{entry.url};
        }
    }
    void operator()(const session::Buttons& block) {
        for (const auto& button : block.buttons) look_at(button.control);
    }

    void operator()(const session::Stopwatch& block) {
        look_at(block.confirm);
        look_at(block.tap);
        for (const auto& button : block.buttons) look_at(button.control);
    }

    // Only to be read.
    void operator()(const session::Heading&) {}
    void operator()(const session::Paragraph&) {}
    void operator()(const session::List&) {}
    void operator()(const session::Progress&) {}
    void operator()(const session::Callout&) {}
    void operator()(const session::Banner&) {}
    void operator()(const session::Meter&) {}
    void operator()(const session::Figure&) {}
    void operator()(const session::Sheet&) {}

    [[nodiscard]] const Operable& found() const { return found_; }

private:
    void look_at(const std::vector<session::Field>& fields) {
        for (const auto& field : fields) {
            if (field.key == key_) found_ = &field;
        }
    }
    void look_at(const std::vector<session::Slider>& sliders) {
        for (const auto& slider : sliders) {
            if (slider.key == key_) found_ = &slider;
        }
    }
    void look_at(const std::vector<session::Answers::Row>& rows) {
        for (const auto& row : rows) look_at(row.change);
    }
    void look_at(const std::vector<session::Control>& controls) {
        for (const auto& control : controls) look_at(control);
    }
    void look_at(const session::Control& control) {
        if (control.key != key_ || control.disabled) return;
        if (control.href.empty()) {
            found_ = &control.action;
        } else {
            found_ = Link{control.href};
        }
    }

    std::string_view key_;
    Operable found_;
};

}  // namespace

Operable find_operable(const session::Screen& screen, std::string_view key) {
    Finder finder(key);
    for (const auto& block : screen.blocks) std::visit(finder, block);
    return finder.found();
}

}  // namespace selfcheck::desktop
