// SPDX-License-Identifier: MIT
//
// sample_pack.h: a small pack about teeth, so that no test of the engine depends on the flagship's content.
#pragma once

#include <string_view>

#include "engine/bundle.h"
#include "engine/json.h"

namespace selfcheck::testing {

inline constexpr std::string_view kSampleBundle = R"json({
  "pack": {
    "id": "teeth", "version": "1.2.3", "figure": "tooth", "languages": ["en", "de"],
    "review": {"status": "reviewed", "review_by": "2030-01-01"},
    "applies": "%age >= 18",
    "sections": ["you", "mouth"],
    "screens": [
      {"id": "first", "section": "you", "questions": ["age", "smoker"]},
      {"id": "signs", "section": "mouth", "questions": ["signs"]},
      {"id": "gums", "section": "mouth", "questions": ["bleeding", "loose_since"]},
      {"id": "sugar", "section": "mouth", "questions": ["sugar_g"]}
    ],
    "questions": [
      {"id": "age", "type": "integer", "unit": "a", "min": 0, "max": 120, "required": true},
      {"id": "smoker", "type": "choice", "options": ["no", "yes"]},
      {"id": "signs", "type": "multi", "options": ["swollen_throat", "fever", "loose", "none"],
       "find": {"fever": ["hot", "Temperature"], "loose": ["wobbly"]}},
      {"id": "bleeding", "type": "choice", "options": ["never", "sometimes", "often"], "figure": "gum", "when": "%age < 100"},
      {"id": "loose_since", "type": "integer", "unit": "d", "min": 1, "max": 999, "when": "%signs contains 'loose'"},
      {"id": "sugar_g", "type": "decimal", "unit": "g", "min": 0, "max": 500, "step": 2.5, "figure": "spoon",
       "entry": [{"unit": "g"}, {"unit": "oz", "factor": 28.349523, "default_for": ["de"]},
                 {"unit": "lb_oz", "parts": [{"unit": "lb", "factor": 453.59237}, {"unit": "oz", "factor": 28.349523}], "languages": ["en"]}],
       "plausible": [{"when": "%sugar_g > 300", "text": "much_sugar"}]}
    ],
    "derived": [
      {"id": "bleeding_points", "value": "iif(%bleeding = 'often', 2, iif(%bleeding = 'sometimes', 1, iif(%bleeding = 'never', 0, {})))"},
      {"id": "smoking_points", "value": "iif(%smoker = 'yes', 2, iif(%smoker = 'no', 0, {}))"}
    ],
    "scores": [
      {"id": "gum", "fields": {"value": "iif(%bleeding_points.exists(), %bleeding_points, 0) + iif(%smoking_points.exists(), %smoking_points, 0)",
                               "complete": "%bleeding_points.exists() and %smoking_points.exists()"},
       "range": "%bleeding_points + %smoking_points",
       "meter": {"min": 0, "max": 4, "bands": [{"id": "low", "to": 2, "level": "self_care"}, {"id": "high", "to": 4, "level": "soon"}]}}
    ],
    "rules": [
      {"id": "swollen_throat", "level": "emergency", "when": "%signs contains 'swollen_throat'", "sources": ["textbook"], "steps": ["call"]},
      {"id": "fever", "level": "urgent", "when": "%signs contains 'fever'", "sources": ["textbook"], "steps": ["today"]},
      {"id": "gum_score", "level": "soon", "when": "%bleeding_points + %smoking_points >= 3", "sources": ["textbook"], "steps": ["book"]},
      {"id": "loose_long", "level": "soon", "when": "%loose_since > 14", "sources": ["ours"], "steps": ["book"]},
      {"id": "sugar", "level": "routine", "when": "%sugar_g >= 50.5", "sources": ["ours"], "steps": ["less_sugar"]}
    ],
    "cards": [
      {"id": "brushing", "when": "%guidance != 'emergency'", "covers": ["T1", "T2"], "sources": ["textbook"]},
      {"id": "sugar_card", "when": "%findings contains 'sugar'", "covers": ["T2", "T3"], "sources": ["ours"], "figure": "cube"}
    ],
    "regions": [{"id": "uk", "emergency": "999", "default_for": ["en"], "source": "textbook"},
                {"id": "eu", "emergency": "112", "default_for": ["de"], "source": "textbook"}]
  },
  "sources": {"sources": [
    {"id": "textbook", "text": "A textbook", "url": "https://example.org/", "status": "verified", "edition": "3rd ed."},
    {"id": "ours", "text": "Our choice", "status": "design"}
  ]},
  "texts": {
    "en": {
      "language": "en",
      "pack": {"title": "Teeth", "purpose": "Look after {your|their} teeth.", "limits": "This is no diagnosis.", "list_separator": ", ", "alt": "A tooth"},
      "outcomes": {"self_care": {"word": "Keep {your|their} teeth clean", "text": "None of these asks for a visit.", "steps": ["Brush twice a day."]},
                   "not_applicable": {"word": "For adults", "text": "Milk teeth are other teeth.", "advice": "Ask a children's dentist."}},
      "sections": {"you": "{You|Them}", "mouth": "{Your|Their} mouth"},
      "screens": {"first": {"title": "First"}, "signs": {"title": "Signs"}, "gums": {"title": "Gums", "intro": "About gums."}, "sugar": {"title": "Sugar"}},
      "questions": {
        "age": {"text": "How old are {you|they}?", "short": "Age", "unit": "years"},
        "smoker": {"text": "Do {you|they} smoke?", "short": "Smoking", "options": {"no": {"label": "No"}, "yes": {"label": "Yes"}}},
        "signs": {"text": "Any of these?", "short": "Signs", "options": {"swollen_throat": {"label": "Swollen throat"}, "fever": {"label": "Fever"}, "loose": {"label": "Loose tooth"}, "none": {"label": "None"}}},
        "bleeding": {"text": "Do {your|their} gums bleed?", "short": "Bleeding", "alt": "A gum that bleeds", "options": {"never": {"label": "Never"}, "sometimes": {"label": "At times"}, "often": {"label": "Often"}}},
        "loose_since": {"text": "Loose for how long?", "short": "Loose for", "unit": "days"},
        "sugar_g": {"text": "How much sugar a day?", "short": "Sugar", "alt": "A spoon of sugar", "unit": "g", "help": "0 to 500 g"}
      },
      "units": {"g": "g", "oz": "oz", "lb": "lb", "lb_oz": "lb and oz"},
      "scores": {"gum": {"title": "Gum score", "text": "About gums.", "bands": {"low": "Low", "high": "High"}}},
      "rules": {
        "swollen_throat": {"title": "Swollen throat", "text": "It may close.", "action": "Call {emergency_number}."},
        "fever": {"title": "Fever", "text": "It may spread.", "action": "Go today."},
        "gum_score": {"title": "Gums", "text": "They bleed.", "action": "Book a visit."},
        "loose_long": {"title": "Loose tooth", "text": "Loose for {loose_since}.", "action": "Book a visit soon."},
        "sugar": {"title": "Much sugar", "text": "{You|They} eat {sugar_g}.", "action": "Eat less."}
      },
      "steps": {"call": "Call now.", "today": "Be seen today.", "book": "Book a visit in 4 weeks.", "less_sugar": "Eat less sugar."},
      "cards": {"brushing": {"title": "Brushing", "summary": "Twice.", "body": ["Brush twice a day."]},
                "sugar_card": {"title": "Sugar", "summary": "Less.", "body": ["Less is better."], "alt": "A cube of sugar"}},
      "regions": {"uk": "The UK", "eu": "Europe"},
      "plausible": {"much_sugar": "Is that really for one day?"}
    },
    "de": {
      "language": "de",
      "pack": {"title": "Zaehne", "purpose": "Pflegen Sie Ihre Zaehne.", "limits": "Das ist keine Diagnose.", "list_separator": "; ", "alt": "Ein Zahn"},
      "outcomes": {"self_care": {"word": "Weiter gut putzen", "text": "Nichts davon braucht einen Termin.", "steps": ["Zweimal am Tag putzen."]},
                   "not_applicable": {"word": "Nur Erwachsene", "text": "Milchzaehne sind andere Zaehne.", "advice": "Fragen Sie den Kinderzahnarzt."}},
      "sections": {"you": "Sie", "mouth": "Ihr Mund"},
      "screens": {"first": {"title": "Zuerst"}, "signs": {"title": "Zeichen"}, "gums": {"title": "Zahnfleisch", "intro": "Zum Zahnfleisch."}, "sugar": {"title": "Zucker"}},
      "questions": {
        "age": {"text": "Wie alt sind Sie?", "short": "Alter", "unit": "Jahre"},
        "smoker": {"text": "Rauchen Sie?", "short": "Rauchen", "options": {"no": {"label": "Nein"}, "yes": {"label": "Ja"}}},
        "signs": {"text": "Etwas davon?", "short": "Zeichen", "options": {"swollen_throat": {"label": "Geschwollener Hals"}, "fever": {"label": "Fieber"}, "loose": {"label": "Lockerer Zahn"}, "none": {"label": "Nichts"}}},
        "bleeding": {"text": "Blutet das Zahnfleisch?", "short": "Bluten", "alt": "Blutendes Zahnfleisch", "options": {"never": {"label": "Nie"}, "sometimes": {"label": "Manchmal"}, "often": {"label": "Oft"}}},
        "loose_since": {"text": "Locker seit wann?", "short": "Locker seit", "unit": "Tagen"},
        "sugar_g": {"text": "Wie viel Zucker am Tag?", "short": "Zucker", "alt": "Ein Loeffel Zucker", "unit": "g", "help": "0 bis 500 g"}
      },
      "units": {"g": "g", "oz": "oz", "lb": "lb", "lb_oz": "lb und oz"},
      "scores": {"gum": {"title": "Zahnfleischwert", "text": "Zum Zahnfleisch.", "bands": {"low": "Tief", "high": "Hoch"}}},
      "rules": {
        "swollen_throat": {"title": "Geschwollener Hals", "text": "Er kann zugehen.", "action": "Rufen Sie {emergency_number}."},
        "fever": {"title": "Fieber", "text": "Es kann sich ausbreiten.", "action": "Gehen Sie heute."},
        "gum_score": {"title": "Zahnfleisch", "text": "Es blutet.", "action": "Termin machen."},
        "loose_long": {"title": "Lockerer Zahn", "text": "Locker seit {loose_since}.", "action": "Bald Termin machen."},
        "sugar": {"title": "Viel Zucker", "text": "Sie essen {sugar_g}.", "action": "Weniger essen."}
      },
      "steps": {"call": "Jetzt anrufen.", "today": "Heute gehen.", "book": "Termin in 4 Wochen.", "less_sugar": "Weniger Zucker essen."},
      "cards": {"brushing": {"title": "Putzen", "summary": "Zweimal.", "body": ["Zweimal am Tag putzen."]},
                "sugar_card": {"title": "Zucker", "summary": "Weniger.", "body": ["Weniger ist besser."], "alt": "Ein Wuerfel Zucker"}},
      "regions": {"uk": "Grossbritannien", "eu": "Europa"},
      "plausible": {"much_sugar": "Wirklich an einem Tag?"}
    }
  },
  "interface": {"en": {"language_name": "English"}, "de": {"language_name": "Deutsch"}}
})json";

inline engine::Json sample_json() { return engine::parse_json(kSampleBundle).value(); }

inline engine::Bundle sample_bundle() { return std::move(engine::Bundle::from_json(sample_json()).value()); }

}  // namespace selfcheck::testing
