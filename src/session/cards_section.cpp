// SPDX-License-Identifier: MIT
#include "session/cards_section.h"

#include <algorithm>
#include <cstdint>

#include "session/plan_section.h"

namespace selfcheck::session {
namespace {

using engine::Wording;

/// The number with the name of its band.
std::string named_number(const ScreenContext& context, const engine::Score& score, engine::Decimal number) {
    const std::string& id = score.meter->bands[score.meter->band_of(number)].id;
    const std::string band = context.wording.get({"scores", score.id, "bands", id});
    return context.ui({"result", "explored"}, {{"value", Wording::number(number)}, {"band", band}});
}

/// The number tried, else the reader's own, else 0, as far as the slider goes.
engine::Decimal explored_number(const ScreenContext& context, const std::string& key, const engine::Explore& explore) {
    const auto tried = context.state.explored.find(key);
    if (tried != context.state.explored.end()) return tried->second;
    const auto& scores = context.assessment.scores;
    const auto own =
        std::find_if(scores.begin(), scores.end(), [&](const auto& one) { return one.score == explore.score; });
    const auto number = own != scores.end() && own->number ? *own->number : engine::Decimal();
    return std::clamp(number, explore.min, explore.max);
}

Slider slider_of(const ScreenContext& context, const std::string& key, const engine::Card& card) {
    const engine::Score& score = context.pack.scores[card.explore->score];
    const engine::Decimal number = explored_number(context, key, *card.explore);
    Slider slider;
    slider.key = key + ".slider";
    slider.label = context.wording.get({"cards", card.id, "explore"});
    slider.min = card.explore->min.to_double();
    slider.max = card.explore->max.to_double();
    slider.value = number.to_double();
    slider.value_text = named_number(context, score, number);
    const std::int64_t step = engine::Decimal::kStepsPerUnit / 2;  // of half a unit, as slider.step says
    for (std::int64_t at = card.explore->min.steps(); at <= card.explore->max.steps(); at += step) {
        slider.all_texts.push_back(named_number(context, score, engine::Decimal::from_steps(at)));
    }
    slider.all_texts.push_back(slider.value_text);  // the reader's own number may lie between two steps
    slider.phase = (slider.max - slider.value) / (slider.max - slider.min);
    slider.action = {ActionKind::explore, key, ""};
    return slider;
}

/// Where the plan breaks it after this step: what does so, in words; "" where nothing does.
std::string ways_out_of(const ScreenContext& context, const engine::RingStep& step) {
    if (!context.assessment.plan) return "";
    const engine::Plan& plan = *context.assessment.plan;
    std::vector<std::string> ways;
    for (const std::size_t move : step.moves) {
        const auto& shown = plan.exercise.moves;
        if (!plan.exercise.allowed || std::find(shown.begin(), shown.end(), move) == shown.end()) continue;
        ways.push_back(context.wording.get({"moves", context.pack.plan->exercise.moves[move].item.id, "title"}));
    }
    for (const std::size_t gap : step.gaps) {
        if (!plan.diet.allowed || !plan.diet.is_open(gap)) continue;
        ways.push_back(context.wording.get({"gaps", context.pack.plan->diet.gaps[gap].id, "enough"}));
    }
    return context.wording.joined(ways);
}

/// The circle begins at the step of the most urgent finding that is one of its steps.
Ring ring_of(const ScreenContext& context, const engine::Card& card) {
    Ring ring;
    const auto label = [&](std::size_t step) {
        return context.ui({"ring", "step"},
                          {{"number", std::to_string(step + 1)},
                           {"step", context.wording.get({"cards", card.id, "ring", card.ring[step].id})}});
    };
    std::vector<std::string> steps;
    for (std::size_t i = 0; i < card.ring.size(); ++i) steps.push_back(label(i));
    ring.legend = context.wording.joined(steps);
    for (const auto& finding : context.assessment.findings) {
        const auto step = std::find_if(card.ring.begin(), card.ring.end(), [&](const engine::RingStep& one) {
            return std::find(one.enters.begin(), one.enters.end(), finding.rule) != one.enters.end();
        });
        if (step == card.ring.end()) continue;
        ring.enters = static_cast<std::size_t>(step - card.ring.begin());
        const std::string& rule = context.pack.rules[finding.rule].id;
        ring.caption = context.ui({"ring", "enters"}, {{"step", label(ring.enters)},
                                                       {"finding", context.wording.get({"rules", rule, "title"})}});
        break;
    }
    for (std::size_t i = 0; i < card.ring.size(); ++i) {
        const std::string ways = ways_out_of(context, card.ring[i]);
        if (ways.empty()) continue;
        ring.broken.push_back({i, context.ui({"ring", "way_out"}, {{"step", label(i)}, {"ways", ways}})});
    }
    if (!ring.broken.empty()) ring.ways_out = context.ui({"ring", "ways_out"});
    return ring;
}

Figure figure_of(const ScreenContext& context, const std::string& key, const engine::Card& card) {
    Figure figure{key + ".figure", card.figure, context.wording.get({"cards", card.id, "alt"})};
    if (card.explore) figure.slider.push_back(slider_of(context, key, card));
    if (!card.ring.empty()) figure.ring.push_back(ring_of(context, card));
    return figure;
}

}  // namespace

void add_cards(const ScreenContext& context, Citations& citations, Screen& screen) {
    if (context.assessment.cards.empty()) return;
    context.add_heading(screen, 2, {"result", "learn"}, "heading.learn");
    for (const std::size_t index : context.assessment.cards) {
        const auto& pack_card = context.pack.cards[index];
        if (is_move_of_plan(context, pack_card.id)) continue;
        Card card;
        card.key = "card." + pack_card.id;
        card.open = context.expanded(card.key);
        card.toggle = {card.key + ".toggle",
                       context.wording.get({"cards", pack_card.id, "title"}),
                       {ActionKind::expand, card.key, ""},
                       card.open,
                       false,
                       ""};
        card.summary = context.wording.get({"cards", pack_card.id, "summary"});
        if (card.open) {
            card.body = context.wording.list({"cards", pack_card.id, "body"});
            if (!pack_card.figure.empty()) card.figures.push_back(figure_of(context, card.key, pack_card));
            card.sources_label = context.ui({"sources", "label"});
            card.sources = citations.cite(pack_card.sources);
            card.covers = context.covers_of(pack_card.id);
            if (context.state.preferences.cards.contains(pack_card.id)) {
                card.more.push_back(
                    context.control(card.key + ".more", {"result", "read_more"}, {ActionKind::read, pack_card.id, ""}));
            }
        }
        screen.blocks.push_back(std::move(card));
    }
}

}  // namespace selfcheck::session
