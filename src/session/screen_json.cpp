// SPDX-License-Identifier: MIT
#include "session/screen_json.h"

#include <string_view>

namespace selfcheck::session {

// Static rather than in an unnamed namespace, so that `list` finds them by the type of its items.

using engine::Json;

static std::string_view name_of(Tone tone) {
    switch (tone) {
        case Tone::plain: return "plain";
        case Tone::muted: return "muted";
        case Tone::accent: return "accent";
        case Tone::emergency: return "emergency";
        case Tone::urgent: return "urgent";
        case Tone::soon: return "soon";
        case Tone::routine: return "routine";
        case Tone::self_care: return "self_care";
        case Tone::error: return "error";
    }
    return "";
}

static std::string_view name_of(ButtonRole role) {
    switch (role) {
        case ButtonRole::primary: return "primary";
        case ButtonRole::secondary: return "secondary";
        case ButtonRole::quiet: return "quiet";
    }
    return "";
}

template <typename T>
static Json list(const std::vector<T>& items) {
    Json json = Json::array();
    for (const T& item : items) json.push_back(to_json(item));
    return json;
}

static Json to_json(const Control& control) {
    Json json = {{"key", control.key},
                 {"label", control.label},
                 {"action", to_json(control.action)},
                 {"selected", control.selected},
                 {"disabled", control.disabled}};
    if (!control.href.empty()) json["href"] = control.href;
    return json;
}

static Json to_json(const Toolbar::Group& group) { return {{"label", group.label}, {"controls", list(group.controls)}}; }

static Json to_json(const Choice::Option& option) { return {{"control", to_json(option.control)}, {"hint", option.hint}}; }

static Json to_json(const Number::Field& field) {
    return {{"key", field.key},   {"label", field.label},           {"unit", field.unit},
            {"text", field.text}, {"max_length", field.max_length}, {"action", to_json(field.action)}};
}

static Json to_json(const Finding::Because& because) {
    return {{"key", because.key},
            {"question", because.question},
            {"answer", because.answer},
            {"change", list(because.change)}};
}

static Json to_json(const Meter::Band& band) {
    return {{"from", band.from}, {"to", band.to}, {"label", band.label}, {"tone", name_of(band.tone)}};
}

static Json to_json(const Figure& figure) {
    return {{"kind", "figure"}, {"key", figure.key}, {"name", figure.name}, {"alt", figure.alt}};
}

static Json to_json(const Sources::Entry& entry) {
    return {{"number", entry.number},
            {"key", entry.key},
            {"text", entry.text},
            {"url", entry.url},
            {"note", entry.note}};
}

static Json to_json(const Buttons::Button& button) {
    return {{"control", to_json(button.control)}, {"role", name_of(button.role)}};
}

static Json to_json(const Heading& block) {
    return {{"kind", "heading"}, {"key", block.key}, {"level", block.level}, {"text", block.text}};
}

static Json to_json(const Paragraph& block) {
    return {{"kind", "paragraph"}, {"key", block.key}, {"text", block.text}, {"tone", name_of(block.tone)}};
}

static Json to_json(const List& block) {
    return {{"kind", "list"}, {"key", block.key}, {"ordered", block.ordered}, {"items", block.items}};
}

static Json to_json(const Progress& block) {
    return {{"kind", "progress"},
            {"key", block.key},
            {"done", block.done},
            {"total", block.total},
            {"label", block.label}};
}

static Json to_json(const Toolbar& block) {
    return {{"kind", "toolbar"}, {"key", block.key}, {"groups", list(block.groups)}};
}

static Json to_json(const Choice& block) {
    return {{"kind", "choice"},
            {"key", block.key},
            {"legend", block.legend},
            {"help", block.help},
            {"multiple", block.multiple},
            {"options", list(block.options)},
            {"error", block.error}};
}

static Json to_json(const Number& block) {
    return {{"kind", "number"},
            {"key", block.key},
            {"legend", block.legend},
            {"help", block.help},
            {"units", list(block.units)},
            {"units_label", block.units_label},
            {"fields", list(block.fields)},
            {"understood", block.understood},
            {"error", block.error},
            {"skip", list(block.skip)}};
}

static Json to_json(const Callout& block) {
    return {{"kind", "callout"},     {"key", block.key},     {"tone", name_of(block.tone)},
            {"title", block.title}, {"texts", block.texts}, {"items", block.items}};
}

static Json to_json(const Banner& block) {
    return {{"kind", "banner"},
            {"key", block.key},
            {"tone", name_of(block.tone)},
            {"word", block.word},
            {"text", block.text}};
}

static Json to_json(const Finding& block) {
    return {{"kind", "finding"},
            {"key", block.key},
            {"tone", name_of(block.tone)},
            {"level", block.level},
            {"title", block.title},
            {"text", block.text},
            {"action", block.action},
            {"because_label", block.because_label},
            {"because", list(block.because)},
            {"sources_label", block.sources_label},
            {"sources", block.sources}};
}

static Json to_json(const Meter& block) {
    return {{"kind", "meter"},      {"key", block.key}, {"title", block.title}, {"value_text", block.value_text},
            {"value", block.value}, {"min", block.min}, {"max", block.max},     {"bands", list(block.bands)},
            {"text", block.text}};
}

static Json to_json(const Card& block) {
    return {{"kind", "card"},
            {"key", block.key},
            {"toggle", to_json(block.toggle)},
            {"summary", block.summary},
            {"open", block.open},
            {"body", block.body},
            {"figures", list(block.figures)},
            {"sources_label", block.sources_label},
            {"sources", block.sources},
            {"covers", block.covers}};
}

static Json to_json(const Sources& block) {
    return {{"kind", "sources"}, {"key", block.key}, {"entries", list(block.entries)}};
}

static Json to_json(const Buttons& block) {
    return {{"kind", "buttons"}, {"key", block.key}, {"buttons", list(block.buttons)}};
}

Json to_json(const Action& action) {
    return {{"kind", std::string(name_of(action.kind))}, {"id", action.id}, {"value", action.value}};
}

std::optional<Action> action_from_json(const Json& json) {
    if (!json.is_object()) return std::nullopt;
    Action action;
    bool has_kind = false;
    for (const auto& [name, value] : json.items()) {
        if (!value.is_string()) return std::nullopt;
        const auto& text = value.get_ref<const std::string&>();
        if (name == "kind") {
            const auto kind = action_kind_from(text);
            if (!kind) return std::nullopt;
            action.kind = *kind;
            has_kind = true;
        } else if (name == "id") {
            action.id = text;
        } else if (name == "value") {
            action.value = text;
        } else {
            return std::nullopt;
        }
    }
    return has_kind ? std::optional(std::move(action)) : std::nullopt;
}

Json to_json(const Screen& screen) {
    Json blocks = Json::array();
    for (const Block& block : screen.blocks) {
        blocks.push_back(std::visit([](const auto& one) { return to_json(one); }, block));
    }
    return {{"id", screen.id},
            {"language", screen.language},
            {"title", screen.title},
            {"section", screen.section},
            {"text_percent", screen.text_percent},
            {"theme", screen.theme},
            {"blocks", std::move(blocks)},
            {"announce", screen.announce}};
}

}  // namespace selfcheck::session
