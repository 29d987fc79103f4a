// SPDX-License-Identifier: MIT
#include "session/session.h"

#include <algorithm>

#include "engine/dates.h"
#include "engine/json_fields.h"
#include "engine/result_json.h"
#include "session/navigation.h"
#include "session/screen_builder.h"

namespace selfcheck::session {
namespace {

using engine::Answers;
using engine::Assessment;
using engine::Assessor;
using engine::Bundle;
using engine::Decimal;
using engine::Fields;
using engine::Json;
using engine::Pack;
using engine::pointer;
using engine::Problems;
using engine::Question;
using engine::QuestionType;
using engine::Result;
using engine::Voice;

constexpr int kSavedVersion = 1;
constexpr std::size_t kMaxTyped = 40;  // bytes kept of what is typed into a field

constexpr std::size_t kMostWaysBack = 4;
constexpr std::size_t kMostUndone = 30;

bool is_theme(std::string_view name) { return name == "auto" || name == "light" || name == "dark"; }

std::string_view name_of(Voice voice) { return voice == Voice::self ? "self" : "other"; }

std::optional<Voice> voice_from(std::string_view name) {
    for (const Voice voice : {Voice::self, Voice::other}) {
        if (name_of(voice) == name) return voice;
    }
    return std::nullopt;
}

std::optional<int> text_percent_from(std::string_view text) {
    for (const int percent : kTextPercents) {
        if (std::to_string(percent) == text) return percent;
    }
    return std::nullopt;
}

std::optional<engine::SymbolId> code_of(const Question& question, std::string_view value) {
    const auto index = question.option_index(value);
    if (!index) return std::nullopt;
    return question.codes[*index];
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) words.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

/// Performs one Action on a State.
class Performer {
public:
    Performer(const Bundle& bundle, State& state) : bundle_(bundle), pack_(bundle.pack), state_(state) {}

    void perform(const Action& action) {
        switch (action.kind) {
            case ActionKind::start:
                set_voice(action.value);
                return start();
            case ActionKind::answer:
                return answer(action);
            case ActionKind::toggle:
                return toggle(action);
            case ActionKind::type:
                return type(action);
            case ActionKind::unit:
                return change_unit(action);
            case ActionKind::commit:
                return commit(action);
            case ActionKind::step:
                return step(action);
            case ActionKind::find:
                return find(action);
            case ActionKind::skip:
                return skip(action);
            case ActionKind::stopwatch:
                return stopwatch(action);
            case ActionKind::next:
                return next();
            case ActionKind::back:
                return back();
            case ActionKind::go:
                return go(action.value);
            case ActionKind::open:
                return open(action.value);
            case ActionKind::acknowledge:
                return acknowledge();
            case ActionKind::expand:
                return expand(action.id);
            case ActionKind::explore:
                return explore(action);
            case ActionKind::set_language:
                if (bundle_.speaks(action.value)) state_.preferences.language = action.value;
                return;
            case ActionKind::set_text_size:
                if (const auto percent = text_percent_from(action.value)) state_.preferences.text_percent = *percent;
                return;
            case ActionKind::set_theme:
                if (is_theme(action.value)) state_.preferences.theme = action.value;
                return;
            case ActionKind::set_date:
                if (engine::date_from(action.value)) state_.preferences.today = action.value;
                return;
            case ActionKind::set_region:
                return set_region(action.value);
            case ActionKind::set_sections:
                return set_sections(action.value);
            case ActionKind::set_cards:
                return set_cards(action.value);
            case ActionKind::set_contrast:
                state_.preferences.contrast = action.value == "on";
                return;
            case ActionKind::set_text_view:
                state_.preferences.text_view = action.value == "on";
                return;
            case ActionKind::set_sheet_language:
                return set_sheet_language(action.value);
            case ActionKind::set_voice:
                return set_voice(action.value);
            case ActionKind::set_keep:
                return set_keep(action.value == "yes");
            case ActionKind::set_shared:
                return set_shared(action.value == "yes");
            case ActionKind::set_offline:
                state_.preferences.offline = action.value == "yes";
                return;
            case ActionKind::come_back:
                return come_back();
            case ActionKind::resume:
                return resume();
            case ActionKind::restart:
                return restart();
            case ActionKind::erase:
                return erase(action.value == "left_alone");
            case ActionKind::undo:         // by the Session, which has the past
            case ActionKind::save_result:  // by the page
            case ActionKind::print:
            case ActionKind::read:
                return;
        }
    }

private:
    Assessment assess() const {
        Assessor assessor(pack_);
        return assessor.assess(state_.answers);
    }

    std::optional<std::size_t> question_of(const Action& action, QuestionType type) const {
        const auto index = pack_.question_index(action.id);
        return index && pack_.questions[*index].type == type ? index : std::nullopt;
    }

    std::optional<std::size_t> number_of(const Action& action) const {
        const auto index = pack_.question_index(action.id);
        return index && pack_.questions[*index].is_number() ? index : std::nullopt;
    }

    void start() {
        if (state_.position.place != Place::welcome) return;
        state_.ways_back.clear();
        state_.left_alone = false;
        move_to(position_after(pack_, assess(), state_));
    }

    void answer(const Action& action) {
        const auto index = question_of(action, QuestionType::choice);
        const auto code = index ? code_of(pack_.questions[*index], action.value) : std::nullopt;
        if (!code) return;
        state_.answers.choose(*index, *code);
        state_.skipped.erase(action.id);
    }

    void toggle(const Action& action) {
        const auto index = question_of(action, QuestionType::multi);
        const auto code = index ? code_of(pack_.questions[*index], action.value) : std::nullopt;
        if (!code) return;
        state_.answers.toggle(pack_, *index, *code);
        state_.skipped.erase(action.id);
        forget_alerts_that_ended();
    }

    void type(const Action& action) {
        const auto index = number_of(action);
        const bool well_formed =
            action.value.size() >= 2 && action.value[1] == ':' && (action.value[0] == '0' || action.value[0] == '1');
        if (!index || !well_formed) return;
        Draft draft = draft_of(state_, bundle_, *index);
        draft.texts[action.value[0] == '1' ? 1 : 0] = action.value.substr(2, kMaxTyped);
        draft.committed = false;
        keep(*index, std::move(draft));
    }

    void change_unit(const Action& action) {
        const auto index = number_of(action);
        if (!index) return;
        const auto& units = pack_.questions[*index].entry;
        const bool known =
            std::any_of(units.begin(), units.end(), [&](const auto& unit) { return unit.unit == action.value; });
        if (!known) return;
        Draft draft = draft_of(state_, bundle_, *index);
        if (draft.unit == action.value) return;
        // A number means something else in another unit: it is typed again rather than silently changed.
        draft = {action.value, {}, false};
        keep(*index, std::move(draft));
    }

    void keep(std::size_t index, Draft draft) {
        const Question& question = pack_.questions[index];
        const auto entry = understand(question, draft, unit_names(bundle_, question, state_.preferences.language));
        if (entry.number) {
            state_.answers.enter(pack_, index, *entry.number);
        } else {
            state_.answers.clear(index);
        }
        state_.skipped.erase(question.id);
        state_.drafts[index] = std::move(draft);
    }

    void commit(const Action& action) {
        const auto index = number_of(action);
        const auto draft = index ? state_.drafts.find(*index) : state_.drafts.end();
        if (draft != state_.drafts.end()) draft->second.committed = true;
    }

    /// To the next or the previous multiple of the step, in the question's own unit.
    void step(const Action& action) {
        const auto index = number_of(action);
        if (!index || pack_.questions[*index].step.is_zero()) return;
        const Question& question = pack_.questions[*index];
        const std::int64_t step = question.step.steps();
        const auto now = state_.answers.value(*index).number();
        std::int64_t to = now ? now->steps() : 0;
        const std::int64_t over = ((to % step) + step) % step;
        if (action.value == "up") to += step - over;
        if (action.value == "down" && now) to -= over == 0 ? step : over;
        to = std::clamp(to, question.min.steps(), question.max.steps());
        keep(*index, {question.entry.front().unit, {Decimal::from_steps(to).to_string(), ""}, true});
    }

    void find(const Action& action) {
        const auto index = pack_.question_index(action.id);
        if (!index || pack_.questions[*index].find.empty()) return;
        state_.finds[*index] = action.value.substr(0, kMaxTyped);
    }

    void skip(const Action& action) {
        const auto index = pack_.question_index(action.id);
        if (!index || pack_.questions[*index].required) return;
        state_.answers.clear(*index);
        state_.drafts.erase(*index);
        state_.skipped.insert(action.id);
        forget_alerts_that_ended();
    }

    void stopwatch(const Action& action) {
        const auto index = number_of(action);
        if (!index || !pack_.questions[*index].stopwatch || !is_here(*index)) return;
        const Question& question = pack_.questions[*index];
        Timing& timing = state_.timings[*index];
        switch (operate(timing, question, action.value)) {
            case TimingOutcome::none:
                return;
            case TimingOutcome::use:
                return keep(*index, {question.unit, {time_text(*timing.best), ""}, true});
            case TimingOutcome::unable:
                return answer(
                    {ActionKind::answer, question.stopwatch->unable_question, question.stopwatch->unable_code});
        }
    }

    bool is_here(std::size_t question) const {
        if (state_.position.place != Place::question) return false;
        const auto& here = pack_.screens[state_.position.screen].questions;
        return std::find(here.begin(), here.end(), question) != here.end();
    }

    void next() {
        const Place place = state_.position.place;
        if (place == Place::welcome || place == Place::alert) return;
        if (place == Place::question) take_times();
        const Assessment assessment = assess();
        if (place == Place::question && !screen_is_complete(state_, bundle_, assessment, state_.position.screen)) {
            state_.show_missing = true;
            return;
        }
        go_on(assessment);
    }

    /// A time that was taken counts though "fill in" was not pressed, unless a number stands there already.
    void take_times() {
        for (const std::size_t index : pack_.screens[state_.position.screen].questions) {
            const auto timing = state_.timings.find(index);
            if (timing == state_.timings.end() || timing->second.phase != Stopwatch::Phase::done) continue;
            const auto draft = state_.drafts.find(index);
            const bool typed = draft != state_.drafts.end() && !draft->second.texts.front().empty();
            if (!timing->second.best || typed || state_.skipped.contains(pack_.questions[index].id)) continue;
            keep(index, {pack_.questions[index].unit, {time_text(*timing->second.best), ""}, true});
        }
    }

    /// On to the next screen, or back to where the reader turned off to change an answer.
    void go_on(const Assessment& assessment) {
        const Position next = position_after(pack_, assessment, state_);
        if (next.place == Place::alert || state_.ways_back.empty()) return move_to(next);
        turn_back(assessment);
    }

    void turn_back(const Assessment& assessment) {
        Position to = state_.ways_back.back();
        state_.ways_back.pop_back();
        const auto asked = asked_screens(pack_, assessment, state_);
        const bool gone =
            to.place == Place::question && std::find(asked.begin(), asked.end(), to.screen) == asked.end();
        move_to(to);
        if (gone) move_to(position_after(pack_, assessment, state_));
    }

    void back() {
        if (state_.position.place == Place::welcome) return;
        const Assessment assessment = assess();
        if (state_.position.place != Place::alert && !state_.ways_back.empty()) return turn_back(assessment);
        move_to(position_before(pack_, assessment, state_));
    }

    /// Remembers where the reader turns off to look at or change something.
    void turn_off() {
        auto& ways = state_.ways_back;
        if (state_.position.place == Place::welcome || state_.position.place == Place::alert) return;
        const auto same = std::find_if(ways.begin(), ways.end(),
                                       [&](const Position& one) { return one.place == state_.position.place; });
        ways.erase(same, ways.end());
        if (ways.size() < kMostWaysBack) ways.push_back(state_.position);
    }

    void go(std::string_view target) {
        const Assessment assessment = assess();
        // An address may ask for a later screen, but what is required comes before it.
        for (std::size_t i = 0; i < pack_.questions.size(); ++i) {
            if (pack_.questions[i].required && !state_.answers.answered(i)) return start();
        }
        const auto question = pack_.question_index(target);
        for (const std::size_t i : asked_screens(pack_, assessment, state_)) {
            const auto& screen = pack_.screens[i];
            const bool holds = question && std::find(screen.questions.begin(), screen.questions.end(), *question) !=
                                               screen.questions.end();
            if (!holds && screen.id != target) continue;
            if (state_.position.place != Place::question) turn_off();
            return move_to({Place::question, i});
        }
        if (target == "review" && state_.position.place != Place::review) {
            turn_off();
            move_to({Place::review, state_.position.screen});
        } else if (target == "result") {
            state_.ways_back.clear();
            move_to({Place::result, state_.position.screen});
        }
    }

    /// A first visit begins with what is always asked; a reader in the middle of the check comes back to it.
    void open(std::string_view target) {
        const auto screen = screen_of(target);
        if (!screen || !is_included(pack_, state_, *screen)) return;
        const Assessment assessment = assess();
        if (always_is_open(assessment, *screen)) {
            state_.wanted = screen;
            return start();
        }
        const auto asked = asked_screens(pack_, assessment, state_);
        if (std::find(asked.begin(), asked.end(), *screen) == asked.end()) return;
        if (state_.position.place == Place::question && state_.position.screen == *screen) return;
        turn_off();
        move_to({Place::question, *screen});
    }

    /// The screen of this id, the one with the question, or the first of the section.
    std::optional<std::size_t> screen_of(std::string_view target) const {
        const auto question = pack_.question_index(target);
        const auto found = std::find_if(pack_.screens.begin(), pack_.screens.end(), [&](const auto& screen) {
            const auto& questions = screen.questions;
            return screen.id == target || screen.section == target ||
                   (question && std::find(questions.begin(), questions.end(), *question) != questions.end());
        });
        if (found == pack_.screens.end()) return std::nullopt;
        return static_cast<std::size_t>(found - pack_.screens.begin());
    }

    /// Whether something that is always asked still lies before the reader, other than on this screen.
    bool always_is_open(const Assessment& assessment, std::size_t but) const {
        const Place place = state_.position.place;
        for (const std::size_t screen : asked_screens(pack_, assessment, state_)) {
            const auto& pack_screen = pack_.screens[screen];
            if (!pack_screen.always || screen == but) continue;
            const bool answered =
                std::all_of(pack_screen.questions.begin(), pack_screen.questions.end(), [&](std::size_t question) {
                    return state_.answers.answered(question) || state_.skipped.contains(pack_.questions[question].id);
                });
            const bool passed = place != Place::welcome && screen < state_.position.screen;
            if (!answered && !passed) return true;
        }
        return false;
    }

    void acknowledge() {
        if (state_.position.place != Place::alert) return;
        const Assessment assessment = assess();
        for (const std::size_t rule : open_alerts(pack_, assessment, state_)) {
            state_.acknowledged.insert(pack_.rules[rule].id);
        }
        go_on(assessment);
    }

    void expand(const std::string& key) {
        if (key.size() > kMaxTyped) return;
        if (state_.expanded.erase(key) == 0) state_.expanded.insert(key);
    }

    void explore(const Action& action) {
        const auto number = Decimal::parse(action.value);
        const auto card = std::find_if(pack_.cards.begin(), pack_.cards.end(),
                                       [&](const auto& one) { return "card." + one.id == action.id; });
        if (!number || card == pack_.cards.end() || !card->explore) return;
        state_.explored[action.id] = std::clamp(*number, card->explore->min, card->explore->max);
    }

    void set_region(const std::string& region) {
        const bool known =
            std::any_of(pack_.regions.begin(), pack_.regions.end(), [&](const auto& one) { return one.id == region; });
        if (known) state_.preferences.region = region;
    }

    void set_sheet_language(const std::string& language) {
        if (language.empty() || bundle_.speaks(language)) state_.preferences.sheet_language = language;
    }

    void set_voice(std::string_view name) {
        if (const auto voice = voice_from(name)) state_.preferences.voice = *voice;
    }

    void set_sections(std::string_view ids) {
        state_.preferences.sections.clear();
        for (std::string& id : words_of(ids)) {
            const auto& known = pack_.sections;
            if (std::find(known.begin(), known.end(), id) != known.end())
                state_.preferences.sections.insert(std::move(id));
        }
    }

    void set_cards(std::string_view ids) {
        state_.preferences.cards.clear();
        for (std::string& id : words_of(ids)) {
            const bool known =
                std::any_of(pack_.cards.begin(), pack_.cards.end(), [&](const auto& card) { return card.id == id; });
            if (known) state_.preferences.cards.insert(std::move(id));
        }
    }

    void come_back() {
        if (state_.position.place == Place::welcome) return;
        state_.ways_back = {state_.position};
        move_to({Place::welcome, 0});
    }

    void resume() {
        if (state_.position.place == Place::welcome && !state_.ways_back.empty()) turn_back(assess());
    }

    /// One of three: keep, do not keep, or a shared computer.
    void set_keep(bool yes) {
        Preferences& now = state_.preferences;
        now.keep = yes ? Keep::yes : Keep::no;
        if (now.shared == Shared::yes) now.shared = Shared::no;
    }

    void set_shared(bool yes) {
        Preferences& now = state_.preferences;
        now.shared = yes ? Shared::yes : Shared::no;
        if (yes && now.keep == Keep::yes) now.keep = Keep::no;
    }

    void erase(bool left_alone) {
        const bool had_answers = state_.answers != Answers(pack_);
        restart();
        if (state_.preferences.keep == Keep::yes) state_.preferences.keep = Keep::no;
        state_.left_alone = left_alone && had_answers;
    }

    void restart() {
        Preferences preferences = std::move(state_.preferences);
        state_ = State(pack_);
        state_.preferences = std::move(preferences);
        state_.preferences.voice = Voice::self;
    }

    void move_to(Position position) {
        state_.position = position;
        if (position.place == Place::question && state_.wanted && position.screen >= *state_.wanted)
            state_.wanted.reset();
        state_.finds.clear();
        state_.show_missing = false;
        for (auto& [question, timing] : state_.timings) timing.phase = Stopwatch::Phase::closed;
    }

    /// A sign that is taken back and given again is shown again.
    void forget_alerts_that_ended() {
        const Assessment assessment = assess();
        std::erase_if(state_.acknowledged, [&](const std::string& id) {
            const auto rule = pack_.rule_index(id);
            return !rule || !assessment.has_fired(*rule);
        });
    }

    const Bundle& bundle_;
    const Pack& pack_;
    State& state_;
};

std::string_view name_of(Place place) {
    switch (place) {
        case Place::welcome:
            return "welcome";
        case Place::question:
            return "question";
        case Place::alert:
            return "alert";
        case Place::pause:
            return "pause";
        case Place::review:
            return "review";
        case Place::result:
            return "result";
    }
    return "";
}

std::optional<Place> place_from(std::string_view name) {
    for (const Place place :
         {Place::welcome, Place::question, Place::alert, Place::pause, Place::review, Place::result}) {
        if (name_of(place) == name) return place;
    }
    return std::nullopt;
}

Json to_json(const Pack& pack, const std::map<std::size_t, Draft>& drafts) {
    Json json = Json::object();
    for (const auto& [question, draft] : drafts) {
        json[pack.questions[question].id] = {
            {"unit", draft.unit}, {"texts", draft.texts}, {"committed", draft.committed}};
    }
    return json;
}

/// Reads what `saved` wrote, trusting nothing.
class StateReader {
public:
    StateReader(const Bundle& bundle, const Json& json)
        : bundle_(bundle), pack_(bundle.pack), top_(json, "", problems_) {}

    Result<State> read() {
        State state(pack_);
        read_head();
        if (const Json* answers = top_.find("answers")) {
            Result<Answers> read = engine::answers_from_json(pack_, *answers, "/answers");
            problems_.insert(problems_.end(), read.problems().begin(), read.problems().end());
            if (read.ok()) state.answers = std::move(read.value());
        } else {
            top_.problem("answers", "is missing");
        }
        read_drafts(state);
        for (const std::string& id : top_.texts("skipped", false)) {
            if (pack_.question_index(id)) state.skipped.insert(id);
        }
        for (const std::string& id : top_.texts("acknowledged", false)) {
            if (pack_.rule_index(id)) state.acknowledged.insert(id);
        }
        for (std::string& key : top_.texts("expanded", false)) {
            if (key.size() <= kMaxTyped) state.expanded.insert(std::move(key));
        }
        read_preferences(state.preferences);
        read_position(state);
        top_.reject_others();
        if (!problems_.empty()) return std::move(problems_);
        return state;
    }

private:
    void read_head() {
        if (top_.number("session") != engine::Decimal::from_integer(kSavedVersion)) {
            top_.problem("session", "is of another version of the program");
        }
        if (top_.text("pack") != pack_.id) top_.problem("pack", "is of another pack than " + pack_.id);
        top_.text("version");
    }

    void read_drafts(State& state) {
        const Json* drafts = top_.find("drafts");
        if (drafts == nullptr) return;
        if (!drafts->is_object()) return top_.problem("drafts", "expected an object");
        for (const auto& [id, value] : drafts->items()) {
            Fields fields(value, pointer("/drafts", id), problems_);
            const auto index = pack_.question_index(id);
            if (!index || !pack_.questions[*index].is_number()) {
                problems_.push_back({"", fields.at(), "there is no number question \"" + id + "\""});
                continue;
            }
            Draft draft;
            draft.unit = fields.text("unit");
            draft.committed = fields.optional_flag("committed");
            const Json& texts = fields.array("texts");
            if (texts.size() != draft.texts.size()) fields.problem("texts", "expected two texts");
            for (std::size_t i = 0; i < std::min(texts.size(), draft.texts.size()); ++i) {
                if (!texts[i].is_string()) {
                    fields.problem("texts", "expected two texts");
                    continue;
                }
                draft.texts[i] = texts[i].get<std::string>().substr(0, kMaxTyped);
            }
            fields.reject_others();
            state.drafts[*index] = std::move(draft);
        }
    }

    void read_preferences(Preferences& preferences) {
        const Json* json = top_.find("preferences");
        if (json == nullptr) return top_.problem("preferences", "is missing");
        Fields fields(*json, "/preferences", problems_);
        preferences.language = fields.text("language");
        const auto& known = pack_.languages;
        if (std::find(known.begin(), known.end(), preferences.language) == known.end()) {
            fields.problem("language", "is not in this pack");
        } else if (!bundle_.speaks(preferences.language)) {
            preferences.language = bundle_.first_language();  // until the host has its texts
        }
        preferences.text_percent = text_percent_from(fields.number("text_percent").to_string()).value_or(100);
        preferences.theme = fields.text("theme");
        if (!is_theme(preferences.theme)) fields.problem("theme", "expected auto, light or dark");
        preferences.contrast = fields.optional_flag("contrast");
        preferences.text_view = fields.optional_flag("text_view");
        preferences.voice = voice_from(fields.optional_text("voice")).value_or(Voice::self);
        preferences.region = fields.optional_text("region");
        fields.reject_others();
    }

    void read_position(State& state) {
        const Json* json = top_.find("position");
        if (json == nullptr) return top_.problem("position", "is missing");
        Fields fields(*json, "/position", problems_);
        const auto place = place_from(fields.text("place"));
        if (!place) return fields.problem("place", "is not known");
        const std::string screen = fields.text("screen");
        for (std::size_t i = 0; i < pack_.screens.size(); ++i) {
            if (pack_.screens[i].id == screen) state.position = {*place, i};
        }
        if (state.position == Position{} && *place != Place::welcome && screen != pack_.screens.front().id) {
            fields.problem("screen", "is not in this pack");
        }
        fields.reject_others();
        // The place may no longer make sense for these answers; then the check goes on from its first screen.
        const Assessment assessment = engine::Assessor(pack_).assess(state.answers);
        const auto asked = asked_screens(pack_, assessment, state);
        const bool is_asked = std::find(asked.begin(), asked.end(), state.position.screen) != asked.end();
        const bool alert_is_open = !open_alerts(pack_, assessment, state).empty();
        if (!is_asked && !asked.empty()) state.position.screen = asked.front();
        if (*place == Place::alert && !alert_is_open) state.position.place = Place::question;
    }

    const Bundle& bundle_;
    const Pack& pack_;
    Problems problems_;
    Fields top_;
};

}  // namespace

std::optional<Paper> paper_from(std::string_view name) {
    if (name == "sheet") return Paper::sheet;
    if (name == "form") return Paper::form;
    return std::nullopt;
}

Session::Session(const Bundle& bundle, std::string_view language) : bundle_(&bundle), state_(bundle.pack) {
    state_.preferences.language = bundle.speaks(language) ? std::string(language) : bundle.first_language();
}

Session Session::after(const Action& action) const {
    Session next = *this;
    if (action.kind == ActionKind::undo) {
        next.undo();
    } else {
        Performer(*bundle_, next.state_).perform(action);
        next.remember(state_, action);
    }
    return next;
}

void Session::remember(const State& before, const Action& action) {
    if (action.kind == ActionKind::restart || action.kind == ActionKind::erase) return past_.clear();
    const bool changed =
        before.answers != state_.answers || before.drafts != state_.drafts || before.skipped != state_.skipped;
    if (!changed || action.kind == ActionKind::commit) return;
    const bool goes_on_typing = action.kind == ActionKind::type && typing_ == action.id;
    typing_ = action.kind == ActionKind::type ? action.id : std::string();
    if (goes_on_typing) return;
    past_.push_back({before.position, before.answers, before.drafts, before.skipped});
    if (past_.size() > kMostUndone) past_.erase(past_.begin());
}

void Session::undo() {
    if (past_.empty()) return;
    Past& past = past_.back();
    state_.position = past.position;
    state_.answers = std::move(past.answers);
    state_.drafts = std::move(past.drafts);
    state_.skipped = std::move(past.skipped);
    state_.show_missing = false;
    past_.pop_back();
    typing_.clear();
}

Screen Session::paper(Paper paper) const { return build_paper(*bundle_, state_, paper); }

Screen Session::screen() const { return build_screen(*bundle_, state_, !past_.empty()); }

Json Session::result() const {
    Assessor assessor(bundle_->pack);
    return engine::result_to_json(*bundle_, assessor.assess(state_.answers), "");
}

Json Session::answers_json() const {
    Json json;
    json["answers"] = engine::to_json(bundle_->pack, state_.answers);
    return json;
}

Json Session::saved() const {
    const Pack& pack = bundle_->pack;
    Json json;
    json["session"] = kSavedVersion;
    json["pack"] = pack.id;
    json["version"] = pack.version;
    json["position"] = {{"place", std::string(name_of(state_.position.place))},
                        {"screen", pack.screens[state_.position.screen].id}};
    json["answers"] = engine::to_json(pack, state_.answers);
    json["drafts"] = to_json(pack, state_.drafts);
    json["skipped"] = state_.skipped;
    json["acknowledged"] = state_.acknowledged;
    json["expanded"] = state_.expanded;
    json["preferences"] = {
        {"language", state_.preferences.language},   {"text_percent", state_.preferences.text_percent},
        {"theme", state_.preferences.theme},         {"contrast", state_.preferences.contrast},
        {"text_view", state_.preferences.text_view}, {"voice", std::string(name_of(state_.preferences.voice))}};
    if (!state_.preferences.region.empty()) json["preferences"]["region"] = state_.preferences.region;
    return json;
}

Result<Session> Session::restored(const Bundle& bundle, const Json& json) {
    Result<State> state = StateReader(bundle, json).read();
    if (!state.ok()) return state.problems();
    Session session(bundle, state.value().preferences.language);
    session.state_ = std::move(state.value());
    return session;
}

}  // namespace selfcheck::session
