#include "events/frames.h"

#include "events/schema.h"
#include "language/syntax.h"
#include "lexicon/codebooks.h"
#include "record/names.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

namespace dragoman {

namespace {

constexpr std::string_view kNoEvent = "none.txt";  // frames that keep a word from telling of an event

double number(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// `prepositions`: those that may name a slot.
std::optional<Slot> slot_from(std::string_view name, const WordSet& prepositions) {
  using Kind = Slot::Kind;
  constexpr std::array<std::pair<std::string_view, Kind>, 11> kNames = {{{"subject", Kind::subject},
                                                                         {"answer", Kind::answer},
                                                                         {"attribute", Kind::attribute},
                                                                         {"object", Kind::object},
                                                                         {"dative", Kind::dative},
                                                                         {"complement", Kind::complement},
                                                                         {"clause", Kind::clause},
                                                                         {"proviso", Kind::proviso},
                                                                         {"purpose", Kind::purpose},
                                                                         {"within", Kind::within},
                                                                         {"heeder", Kind::heeder}}};
  for (const auto& [word, kind] : kNames) {
    if (word == name) return Slot{kind, {}};
  }
  if (!prepositions.contains(name)) return std::nullopt;
  return Slot{Kind::preposition, std::string(name)};
}

// Reads the files of frames one by one into a lexicon whose scales and classes are there already.
class FrameReader {
 public:
  FrameReader(EventLexicon& lexicon, const ByWord<std::uint32_t>& classes, const std::filesystem::path& folder)
      : lexicon_(lexicon), classes_(classes), words_(kEventsSchema.words(folder)) {
    const auto found = classes.find("preposition");
    if (found != classes.end()) prepositions_ = lexicon.classes[found->second];
  }

  std::optional<Error> read(const std::filesystem::path& path, std::optional<EventType> default_type) {
    const auto file = read_entries(path, kEventsSchema, words_);
    if (!file) return file.error();
    for (const Stanza& stanza : (*file)->stanzas) {
      EventFrame frame;
      frame.type = default_type;
      frame.actors = {Slot{}};
      frame.entry = path.filename().string() + ":" + std::to_string(stanza.line);
      for (const Field& field : stanza.fields) fill(field, frame);
      add_predicates(stanza, frame);
    }
    return std::nullopt;
  }

 private:
  void fill(const Field& field, EventFrame& frame) const {
    const std::string_view key = field.key, value = field.value;
    if (key == "type") {
      frame.type = event_type(value);
    } else if (key == "mode") {
      frame.mode = value;
    } else if (key == "cameo") {
      frame.cameo = value;
    } else if (key == "context") {
      for (const auto part : split_values(value)) frame.contexts.emplace_back(part);
    } else if (key == "voice") {
      frame.voice = value == "passive" ? EventFrame::Voice::passive : EventFrame::Voice::active;
    } else if (key == "absorbs") {
      frame.absorbs = value == "yes";
    } else if (key == "needs") {
      frame.infinitive_below |= value == "infinitive";
      frame.future_below |= value == "future";
      frame.several_needed |= value == "several";
      frame.recipient_needed |= value == "recipient";
    } else if (key == "actor" || key == "recipient" || key == "partner") {
      auto& slots = key == "actor" ? frame.actors : key == "recipient" ? frame.recipients : frame.partners;
      slots.clear();
      for (const auto part : split_values(value)) {
        if (const auto slot = slot_from(part, prepositions_)) slots.push_back(*slot);  // none for "none"
      }
    } else if (const auto slot = slot_from(key, prepositions_)) {
      frame.conditions.push_back(condition(value, *slot));
    }
  }

  SlotCondition condition(std::string_view value, const Slot& slot) const {
    SlotCondition c;
    c.slot = slot;
    for (const auto part : split_values(value)) {
      if (part == "any") {
        c.any = true;
      } else if (part == "none") {
        c.none = true;
      } else if (part == "#actor") {
        c.actor = true;
      } else if (part == "#person") {
        c.person = true;
      } else if (part == "#people") {
        c.people = true;
      } else if (part == "#politician") {
        c.politician = true;
      } else if (part == "#armed") {
        c.armed = true;
      } else if (part == "#body") {
        c.body = true;
      } else if (part == "#state") {
        c.state = true;
      } else if (part == "#media") {
        c.media = true;
      } else if (part == "#place") {
        c.place = true;
      } else if (part.starts_with('@')) {
        c.classes.push_back(classes_.find(part.substr(1))->second);
      } else {
        c.words.emplace_back(part);
      }
    }
    return c;
  }

  // "call off" is the verb "call" with a particle, "news conference" the noun "conference" with a modifier.
  void add_predicates(const Stanza& stanza, const EventFrame& frame) {
    constexpr std::array<std::string_view, 3> kKeys = {"verb", "noun", "adjective"};
    for (std::size_t kind = 0; kind < kKeys.size(); ++kind) {
      for (const auto value : stanza.all(kKeys[kind])) {
        for (const std::string_view predicate : split_values(value)) {
          EventFrame own = frame;
          std::string_view lemma = predicate;
          const std::size_t blank = predicate.find(' ');
          if (blank != std::string_view::npos && kind == 1) {
            own.modifier = predicate.substr(0, blank);
            lemma = predicate.substr(blank + 1);
          } else if (blank != std::string_view::npos) {
            own.particle = predicate.substr(blank + 1);
            lemma = predicate.substr(0, blank);
          }
          lexicon_.frames[kind][std::string(lemma)].push_back(std::move(own));
        }
      }
    }
  }

  EventLexicon& lexicon_;
  const ByWord<std::uint32_t>& classes_;
  WordSet prepositions_;
  const std::vector<NamedWords> words_;  // what the schema of frames refers to
};

std::optional<Error> read_scales(const std::filesystem::path& path, EventLexicon& lexicon) {
  auto file = read_entries(path, kEventsSchema);
  if (!file) return file.error();
  std::array<bool, kEventTypeCount> given{};
  const auto number_of = [](std::string_view type) { return static_cast<std::size_t>(*event_type(type)); };
  for (const Stanza& stanza : (*file)->stanzas) {
    if (!stanza["goldstein"].empty()) {
      lexicon.goldstein.emplace_back(stanza["cameo"], number(stanza["goldstein"]));
    } else if (!stanza["mode"].empty()) {
      lexicon.types[number_of(stanza["of"])].modes[std::string(stanza["mode"])] = number(stanza["score"]);
    } else {
      const std::size_t type = number_of(stanza["type"]);
      given[type] = true;
      TypeScale& scale = lexicon.types[type];
      scale.quad = static_cast<int>(number(stanza["quad"]));
      scale.score = number(stanza["score"]);
      scale.refusal = stanza["refusal"];
      scale.threat = stanza["threat"];
      scale.places = stanza["places"] == "yes";
    }
  }
  std::stable_sort(lexicon.goldstein.begin(), lexicon.goldstein.end(),
                   [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  for (const std::string_view type : split_values(kEventTypes)) {
    if (!given[number_of(type)]) {
      return (*file)->error(1, "expected an entry with type: " + std::string(type));
    }
  }
  return std::nullopt;
}

// Each entry of the file gives the words of its field `key`.
template <class Take>
std::optional<Error> read_words(const std::filesystem::path& path, std::string_view key, Take take) {
  auto file = read_entries(path, kEventsSchema);
  if (!file) return file.error();
  for (const Stanza& stanza : (*file)->stanzas) take(stanza, split_values(stanza[key]));
  return std::nullopt;
}

// The classes of words that rules ask for by name; of two for one set, both.
struct NamedClass {
  WordSet EventLexicon::*set;
  std::string_view name;
};
constexpr NamedClass kNamedClasses[] = {
    {&EventLexicon::places_and_uses, "place and use"},
    {&EventLexicon::measures, "measure"},
    {&EventLexicon::crowds, "crowd"},
    {&EventLexicon::attitudes, "attitude"},
    {&EventLexicon::opposing, "opposing"},
    {&EventLexicon::aims, "aimed at"},
    {&EventLexicon::errands, "errand"},
    {&EventLexicon::proposing, "proposing"},
    {&EventLexicon::resigning, "resigning"},
    {&EventLexicon::rulings, "ruling"},
    {&EventLexicon::telling, "telling"},
    {&EventLexicon::violence, "violence"},
    {&EventLexicon::documents, "agreement"},
    {&EventLexicon::documents, "rule"},
    {&EventLexicon::documents, "proposal"},
    {&EventLexicon::harms, "harm"},
    {&EventLexicon::harms_things, "harm to things"},
    {&EventLexicon::done_to_people, "done to people"},
    {&EventLexicon::seizing, "seizing"},
    {&EventLexicon::sentencing, "sentencing"},
    {&EventLexicon::jailing, "jailing"},
    {&EventLexicon::prison_terms, "prison term"},
    {&EventLexicon::mishaps, "mishap"},
    {&EventLexicon::blazes, "blaze"},
    {&EventLexicon::additions, "addition"},
    {&EventLexicon::utterances, "utterance"},
    {&EventLexicon::writing, "writing"},
    {&EventLexicon::things, "money"},
    {&EventLexicon::things, "weapon"},
    {&EventLexicon::measures_taken, "measure taken"},
    {&EventLexicon::judging, "judging"},
    {&EventLexicon::answers, "answer"},
    {&EventLexicon::forces, "forces"},
    {&EventLexicon::acting, "acting"},
    {&EventLexicon::protesting, "protesting"},
    {&EventLexicon::targets, "target"},
    {&EventLexicon::humans, "human"},
    {&EventLexicon::anybodies, "anybody"},
    {&EventLexicon::linking, "linking"},
    {&EventLexicon::implicating, "implicating"},
    {&EventLexicon::polities, "polity"},
    {&EventLexicon::departures, "departure"},
    {&EventLexicon::arrivals, "arrival"},
    {&EventLexicon::candidacies, "candidacy"},
    {&EventLexicon::offices, "tenure"},
    {&EventLexicon::realms, "realm"},
    {&EventLexicon::messages, "message"},
    {&EventLexicon::asking, "asking"},
    {&EventLexicon::charges, "charge"},
    {&EventLexicon::letting, "letting"},
    {&EventLexicon::helping, "helping"},
    {&EventLexicon::alleging, "alleging"},
    {&EventLexicon::benefiting, "benefiting"},
    {&EventLexicon::suits, "suit"},
    {&EventLexicon::heeding, "heeding"},
    {&EventLexicon::ousting, "ousting"},
    {&EventLexicon::carrying, "carrying"},
    {&EventLexicon::agreements, "agreement"},
    {&EventLexicon::proposals, "proposal"},
    {&EventLexicon::targeting, "targeting"},
    {&EventLexicon::worries, "worry"},
    {&EventLexicon::findings, "finding"},
    {&EventLexicon::hardship, "hardship"},
    {&EventLexicon::deeds, "deed"},
    {&EventLexicon::authored, "authored"},
    {&EventLexicon::authoring, "authoring"},
    {&EventLexicon::obligations, "obligation"},
};

}  // namespace

std::size_t EventFrame::weight() const {
  std::size_t sum = 10 * !particle.empty() + 2 * !modifier.empty() + (voice != Voice::any) + infinitive_below +
                    future_below + several_needed;
  for (const SlotCondition& c : conditions) sum += c.names_words() || c.media ? 2 : 1;
  return sum;
}

const std::vector<EventFrame>* EventLexicon::find(PredicateKind kind, const Token& token) const {
  const auto& table = frames[static_cast<std::size_t>(kind)];
  const auto found = table.find(token.lemma);
  return found == table.end() ? nullptr : &found->second;
}

bool EventLexicon::is_done_to(const Token& verb) const {
  const auto* entries = find(PredicateKind::verb, verb);
  if (entries == nullptr) return false;
  bool known = false;
  for (const EventFrame& frame : *entries) {
    if (!frame.is_event() || !frame.particle.empty()) continue;
    // People protest, meet, gather and plead as well without saying against whom or with whom.
    const bool alone = frame.type == EventType::protest || frame.type == EventType::consult ||
                       frame.type == EventType::mobilize || frame.type == EventType::request;
    const bool to_object = !frame.recipients.empty() && frame.recipients.front().kind == Slot::Kind::object;
    if (alone || (!to_object && frame.conditions.empty())) return false;
    known |= to_object;
  }
  return known;
}

bool EventLexicon::is_told_to(const Token& verb) const {
  const auto* entries = find(PredicateKind::verb, verb);
  return entries != nullptr && std::any_of(entries->begin(), entries->end(), [](const EventFrame& frame) {
           return frame.type == EventType::request && frame.particle.empty() && !frame.recipients.empty() &&
                  frame.recipients.front().kind == Slot::Kind::object;
         });
}

bool EventLexicon::takes(const Token& verb, const Token& noun) const {
  const auto* entries = find(PredicateKind::verb, verb);
  if (entries == nullptr) return false;
  const auto named = [&](const SlotCondition& c, std::string_view word) {
    return std::find(c.words.begin(), c.words.end(), word) != c.words.end() ||
           std::any_of(c.classes.begin(), c.classes.end(), [&](std::uint32_t k) { return classes[k].contains(word); });
  };
  return std::any_of(entries->begin(), entries->end(), [&](const EventFrame& frame) {
    return frame.is_event() && std::any_of(frame.conditions.begin(), frame.conditions.end(), [&](const auto& c) {
             return c.slot.kind == Slot::Kind::object && (named(c, noun.lemma) || named(c, noun.lower));
           });
  });
}

double EventLexicon::goldstein_of(std::string_view cameo) const {
  for (const auto& [code, value] : goldstein) {
    if (cameo.starts_with(code)) return value;
  }
  return 0;
}

void EventLexicon::rate(Event& event) const {
  const TypeScale& of_type = scale(event.type);
  const auto mode = of_type.modes.find(event.mode);
  event.quad = of_type.quad;
  event.score = mode == of_type.modes.end() ? of_type.score : mode->second;
  event.goldstein = goldstein_of(event.cameo);
}

Result<EventLexicon> EventLexicon::load(const std::filesystem::path& folder) {
  EventLexicon lexicon;
  if (auto error = read_scales(folder / "scales.txt", lexicon)) return *error;
  ByWord<std::uint32_t> classes;
  if (auto error = read_words(folder / "classes.txt", "words", [&](const Stanza& stanza, const auto& words) {
        classes.emplace(stanza["class"], static_cast<std::uint32_t>(lexicon.classes.size()));
        WordSet& set = lexicon.classes.emplace_back();
        for (const auto word : words) set.emplace(word);
      })) {
    return *error;
  }
  for (const NamedClass& named : kNamedClasses) {
    const auto found = classes.find(named.name);
    if (found == classes.end()) continue;
    const WordSet& words = lexicon.classes[found->second];
    (lexicon.*named.set).insert(words.begin(), words.end());
  }
  std::vector<std::string_view> types = split_values(kEventTypes);
  std::sort(types.begin(), types.end());
  FrameReader reader(lexicon, classes, folder);
  for (const std::string_view type : types) {
    std::string name(type);
    std::transform(name.begin(), name.end(), name.begin(), [](char c) { return static_cast<char>(c | 0x20); });
    if (auto error = reader.read(folder / (name + ".txt"), event_type(type))) return *error;
  }
  if (auto error = reader.read(folder / kNoEvent, std::nullopt)) return *error;
  for (auto& table : lexicon.frames) {
    for (auto& [lemma, frames] : table) {
      std::stable_sort(frames.begin(), frames.end(),
                       [](const EventFrame& a, const EventFrame& b) { return a.weight() > b.weight(); });
    }
  }
  if (auto error = read_words(folder / "light_verbs.txt", "verb", [&](const Stanza&, const auto& words) {
        for (const auto word : words) lexicon.light_verbs.emplace(word);
      })) {
    return *error;
  }
  if (auto error = read_words(folder / "contexts.txt", "words", [&](const Stanza& stanza, const auto& words) {
        for (const auto word : words) lexicon.contexts[std::string(word)].emplace_back(stanza["context"]);
      })) {
    return *error;
  }
  return lexicon;
}

}  // namespace dragoman
