// SPDX-License-Identifier: MIT
#include "session/screen_json.h"

#include <string_view>

namespace selfcheck::session {

using engine::Json;

namespace {

std::string_view name_of(Tone tone) {
    switch (tone) {
        case Tone::plain:
            return "plain";
        case Tone::muted:
            return "muted";
        case Tone::accent:
            return "accent";
        case Tone::emergency:
            return "emergency";
        case Tone::urgent:
            return "urgent";
        case Tone::soon:
            return "soon";
        case Tone::routine:
            return "routine";
        case Tone::self_care:
            return "self_care";
        case Tone::error:
            return "error";
    }
    return "";
}

std::string_view name_of(ButtonRole role) {
    switch (role) {
        case ButtonRole::primary:
            return "primary";
        case ButtonRole::secondary:
            return "secondary";
        case ButtonRole::quiet:
            return "quiet";
    }
    return "";
}

std::string_view name_of(Stopwatch::Phase phase) {
    switch (phase) {
        case Stopwatch::Phase::closed:
            return "closed";
        case Stopwatch::Phase::ready:
            return "ready";
        case Stopwatch::Phase::countdown:
            return "countdown";
        case Stopwatch::Phase::running:
            return "running";
        case Stopwatch::Phase::done:
            return "done";
    }
    return "";
}

/// Writes one object, member by member. A call per member is a third of the code that nested
/// initialiser lists make, and this code is downloaded by every reader.
class Object {
public:
    Object& text(const char* name, std::string_view value) { return put(name, std::string(value)); }
    Object& number(const char* name, double value) { return put(name, value); }
    Object& integer(const char* name, int value) { return put(name, value); }
    Object& flag(const char* name, bool value) { return put(name, value); }
    Object& texts(const char* name, const std::vector<std::string>& values) { return put(name, values); }
    Object& integers(const char* name, const std::vector<int>& values) { return put(name, values); }
    Object& put(const char* name, Json value) {
        json_[name] = std::move(value);
        return *this;
    }
    template <typename T>
    Object& list(const char* name, const std::vector<T>& items) {
        Json array = Json::array();
        for (const T& item : items) array.push_back(write(item));
        return put(name, std::move(array));
    }
    Json take() { return std::move(json_); }

private:
    static Json write(const Control& control);
    static Json write(const Toolbar::Group& group);
    static Json write(const Choice::Option& option);
    static Json write(const Field& field);
    static Json write(const Answers::Row& row);
    static Json write(const Meter::Band& band);
    static Json write(const Slider& slider);
    static Json write(const Ring::Break& broken);
    static Json write(const Ring& ring);
    static Json write(const Figure& figure);
    static Json write(const Sources::Entry& entry);
    static Json write(const Sheet::Part& part);
    static Json write(const Sheet::Page& page);
    static Json write(const Buttons::Button& button);

    friend struct BlockWriter;
    Json json_ = Json::object();
};

Object block(const char* kind, const std::string& key) {
    Object object;
    object.text("kind", kind).text("key", key);
    return object;
}

Json Object::write(const Control& control) {
    Object object;
    object.text("key", control.key)
        .text("label", control.label)
        .put("action", to_json(control.action))
        .flag("selected", control.selected)
        .flag("disabled", control.disabled);
    if (!control.href.empty()) object.text("href", control.href);
    return object.take();
}

Json Object::write(const Toolbar::Group& group) {
    return Object().text("label", group.label).list("controls", group.controls).take();
}

Json Object::write(const Choice::Option& option) {
    Object object;
    object.put("control", write(option.control)).text("hint", option.hint);
    if (!option.warning.empty()) object.text("warning", option.warning).text("tone", name_of(option.tone));
    return object.take();
}

Json Object::write(const Field& field) {
    return Object()
        .text("key", field.key)
        .text("label", field.label)
        .text("unit", field.unit)
        .text("text", field.text)
        .integer("max_length", field.max_length)
        .put("action", to_json(field.action))
        .take();
}

Json Object::write(const Answers::Row& row) {
    return Object()
        .text("key", row.key)
        .text("question", row.question)
        .text("answer", row.answer)
        .flag("answered", row.answered)
        .list("change", row.change)
        .take();
}

Json Object::write(const Meter::Band& band) {
    return Object()
        .number("from", band.from)
        .number("to", band.to)
        .text("label", band.label)
        .text("tone", name_of(band.tone))
        .flag("pale", band.pale)
        .take();
}

Json Object::write(const Slider& slider) {
    return Object()
        .text("key", slider.key)
        .text("label", slider.label)
        .number("min", slider.min)
        .number("max", slider.max)
        .number("step", slider.step)
        .number("value", slider.value)
        .text("value_text", slider.value_text)
        .number("phase", slider.phase)
        .put("action", to_json(slider.action))
        .take();
}

Json Object::write(const Ring::Break& broken) {
    return Object().integer("after", static_cast<int>(broken.after)).text("text", broken.text).take();
}

Json Object::write(const Ring& ring) {
    return Object()
        .text("legend", ring.legend)
        .integer("enters", static_cast<int>(ring.enters))
        .text("caption", ring.caption)
        .text("ways_out", ring.ways_out)
        .list("broken", ring.broken)
        .take();
}

Json Object::write(const Figure& figure) {
    Object object = block("figure", figure.key);
    object.text("name", figure.name).text("alt", figure.alt);
    if (!figure.slider.empty()) object.list("slider", figure.slider);
    if (!figure.ring.empty()) object.list("ring", figure.ring);
    return object.take();
}

Json Object::write(const Sources::Entry& entry) {
    return Object()
        .integer("number", entry.number)
        .text("key", entry.key)
        .text("text", entry.text)
        .text("url", entry.url)
        .text("note", entry.note)
        .take();
}

Json Object::write(const Sheet::Part& part) {
    return Object().text("title", part.title).texts("items", part.items).take();
}

Json Object::write(const Sheet::Page& page) {
    return Object()
        .text("language", page.language)
        .text("title", page.title)
        .text("note", page.note)
        .list("parts", page.parts)
        .take();
}

Json Object::write(const Buttons::Button& button) {
    return Object().put("control", write(button.control)).text("role", name_of(button.role)).take();
}

struct BlockWriter {
    Json operator()(const Heading& one) const {
        return block("heading", one.key).integer("level", one.level).text("text", one.text).take();
    }
    Json operator()(const Paragraph& one) const {
        return block("paragraph", one.key).text("text", one.text).text("tone", name_of(one.tone)).take();
    }
    Json operator()(const List& one) const {
        return block("list", one.key).flag("ordered", one.ordered).texts("items", one.items).take();
    }
    Json operator()(const Progress& one) const {
        return block("progress", one.key)
            .integer("done", one.done)
            .integer("total", one.total)
            .text("label", one.label)
            .take();
    }
    Json operator()(const Toolbar& one) const { return block("toolbar", one.key).list("groups", one.groups).take(); }
    Json operator()(const Choice& one) const {
        return block("choice", one.key)
            .text("legend", one.legend)
            .text("help", one.help)
            .list("figures", one.figures)
            .flag("multiple", one.multiple)
            .list("options", one.options)
            .text("error", one.error)
            .list("find", one.find)
            .text("found", one.found)
            .take();
    }
    Json operator()(const Number& one) const {
        return block("number", one.key)
            .text("legend", one.legend)
            .text("help", one.help)
            .list("figures", one.figures)
            .list("units", one.units)
            .text("units_label", one.units_label)
            .list("fields", one.fields)
            .list("steps", one.steps)
            .text("understood", one.understood)
            .text("error", one.error)
            .list("skip", one.skip)
            .take();
    }
    Json operator()(const Callout& one) const {
        return block("callout", one.key)
            .text("tone", name_of(one.tone))
            .text("title", one.title)
            .texts("texts", one.texts)
            .texts("items", one.items)
            .take();
    }
    Json operator()(const Banner& one) const {
        return block("banner", one.key)
            .text("tone", name_of(one.tone))
            .text("word", one.word)
            .text("text", one.text)
            .take();
    }
    Json operator()(const Answers& one) const { return block("answers", one.key).list("rows", one.rows).take(); }
    Json operator()(const Finding& one) const {
        return block("finding", one.key)
            .text("tone", name_of(one.tone))
            .text("level", one.level)
            .text("title", one.title)
            .text("text", one.text)
            .text("action", one.action)
            .text("because_label", one.because_label)
            .list("because", one.because)
            .list("more", one.more)
            .text("sources_label", one.sources_label)
            .integers("sources", one.sources)
            .take();
    }
    Json operator()(const Meter& one) const {
        return block("meter", one.key)
            .text("title", one.title)
            .text("value_text", one.value_text)
            .number("value", one.value)
            .number("min", one.min)
            .number("max", one.max)
            .list("bands", one.bands)
            .number("current", one.current)
            .text("text", one.text)
            .take();
    }
    Json operator()(const Figure& one) const { return Object::write(one); }
    Json operator()(const Card& one) const {
        return block("card", one.key)
            .put("toggle", Object::write(one.toggle))
            .text("summary", one.summary)
            .flag("open", one.open)
            .texts("body", one.body)
            .list("figures", one.figures)
            .text("sources_label", one.sources_label)
            .integers("sources", one.sources)
            .text("covers", one.covers)
            .list("more", one.more)
            .take();
    }
    Json operator()(const Sources& one) const { return block("sources", one.key).list("entries", one.entries).take(); }
    Json operator()(const Sheet& one) const { return block("sheet", one.key).list("pages", one.pages).take(); }
    Json operator()(const Buttons& one) const { return block("buttons", one.key).list("buttons", one.buttons).take(); }
    Json operator()(const Stopwatch& one) const {
        return block("stopwatch", one.key)
            .text("phase", name_of(one.phase))
            .text("title", one.title)
            .texts("steps", one.steps)
            .texts("texts", one.texts)
            .list("confirm", one.confirm)
            .list("tap", one.tap)
            .number("starts", one.starts)
            .number("ends", one.ends)
            .integer("count", one.count)
            .text("count_text", one.count_text)
            .text("marks", one.marks)
            .flag("sound", one.sound)
            .list("buttons", one.buttons)
            .take();
    }
};

}  // namespace

Json to_json(const Action& action) {
    return Object().text("kind", name_of(action.kind)).text("id", action.id).text("value", action.value).take();
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
    for (const Block& one : screen.blocks) blocks.push_back(std::visit(BlockWriter(), one));
    return Object()
        .text("id", screen.id)
        .text("language", screen.language)
        .text("title", screen.title)
        .text("section", screen.section)
        .integer("text_percent", screen.text_percent)
        .text("theme", screen.theme)
        .flag("contrast", screen.contrast)
        .flag("text_view", screen.text_view)
        .flag("keep", screen.keep)
        .integer("shared_minutes", screen.shared_minutes)
        .put("blocks", std::move(blocks))
        .text("announce", screen.announce)
        .take();
}

}  // namespace selfcheck::session
