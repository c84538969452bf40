#include "confidence/persons.h"

#include "confidence/weights.h"
#include "language/syntax.h"
#include "record/entity_numbers.h"
#include "story/retract.h"
#include "text/ascii.h"
#include "who/names.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

namespace {

/// What the words around a person's mentions show, gathered over the whole story.
struct Traces {
  int names = 0;                     // mentions by name
  int called_person = 0;             // of these such as the recogniser calls a person's
  std::set<std::string_view> forms;  // the words that the names begin with: "Ana" of "Ana Paz", "Paz" where it is alone
  std::set<std::string> clues;
};

class PersonWeighing {
 public:
  explicit PersonWeighing(Story& story)
      : story_(story), parse_(story.parse), who_(*story.lexicon.who), weights_(story.lexicon.confidence->persons) {}

  void run() {
    std::vector<Entity>& entities = story_.record.entities;
    traces_.resize(entities.size());
    for (const TokenMention& m : story_.mentions) {
      for (const Index e : m.entities) {
        if (entities[e].is_named_person()) look_around(m, m.entities.size() > 1, traces_[e]);
      }
    }
    const std::vector<bool> named = take_parts();
    std::vector<bool> doubtful(entities.size());
    for (Index e = 0; e < entities.size(); ++e) {
      if (!entities[e].is_named_person()) continue;
      weigh(entities[e], traces_[e]);
      doubtful[e] = !named[e] && entities[e].confidence < weights_.least;
    }
    take_back(doubtful);
  }

 private:
  void look_around(const TokenMention& m, bool one_of_several, Traces& to) const {
    if (m.kind == MentionKind::title) to.clues.emplace(one_of_several ? "meant by a shared title" : "meant by a title");
    if (m.kind == MentionKind::pronoun || m.kind == MentionKind::possessive) {
      const std::string_view morph = parse_[m.head].morph;
      const bool of_people = morph.find("Gender=Masc") != std::string_view::npos ||
                             morph.find("Gender=Fem") != std::string_view::npos ||
                             morph.find("Person=1") != std::string_view::npos;
      to.clues.emplace(of_people ? "meant by he, she or I" : "meant by another pronoun");
    }
    if (m.kind == MentionKind::name) look_around_name(m, to);
  }

  void look_around_name(const TokenMention& m, Traces& to) const {
    ++to.names;
    to.called_person += parse_[m.head].name == NameType::person ? 1 : 0;
    to.forms.insert(parse_[m.span.begin].text);
    if (parse_[m.head].relation == Relation::nsubj) to.clues.emplace("a clause's subject");
    if (parse_[m.head].relation == Relation::appos) to.clues.emplace("an apposition");
    if (parse_[m.head].relation == Relation::pobj)
      to.clues.insert("behind: " + std::string(parse_[parse_[m.head].head].lower));
    if (m.span.begin > 0 && parse_[m.span.begin - 1].sentence == parse_[m.span.begin].sentence)
      look_before(m.span.begin - 1, to);
    if (m.span.end < parse_.size() && parse_[m.span.end].sentence == parse_[m.head].sentence) look_behind(m, to);
  }

  void look_before(TokenIndex t, Traces& to) const {
    const Token& before = parse_[t];
    if (who_.is_part(before.text, NamePart::Kind::honorific)) to.clues.emplace("an honorific before it");
    if (before.tag == Tag::dt) to.clues.emplace("an article before it");
    if (is_proper(before)) to.clues.emplace("a name before it");
    if (before.tag == Tag::nn || before.tag == Tag::nns) to.clues.emplace("a noun before it");
  }

  void look_behind(const TokenMention& m, Traces& to) const {
    const Token& behind = parse_[m.span.end];
    if (is_proper(behind) && parse_[m.span.end - 1].space_after) to.clues.emplace("a name behind it");
    if (behind.tag == Tag::nn || behind.tag == Tag::nns) to.clues.emplace("a noun behind it");
    if (behind.lower == "who" || behind.lower == "whose") to.clues.emplace("who behind it");
    if (behind.text == "," && is_age(parse_, m.span.end + 1)) to.clues.emplace("an age behind it");
    if (behind.tag == Tag::vbd || behind.tag == Tag::vbz) to.clues.emplace("a verb behind it");
  }

  /// Lays down what part each person has in the record's items; which entities an item or an office names.
  std::vector<bool> take_parts() {
    std::vector<bool> named(story_.record.entities.size());
    for_each_entity_number(story_.record, [&](Index& e) { named[e] = true; });
    const auto part = [&](const std::vector<Index>& who, std::string_view as) {
      for (const Index e : who) traces_[e].clues.emplace(as);
    };
    for (const Statement& s : story_.record.statements) part(s.speakers, "speaks");
    for (const Event& e : story_.record.events) {
      part(e.actors, "acts");
      part(e.recipients, "is acted on");
    }
    for (const Meeting& m : story_.record.meetings) part(m.participants, "meets");
    for (const Position& p : story_.record.positions) part({p.actor}, "holds a position");
    return named;
  }

  void add_words(std::vector<std::string>& why, const std::string& name) const {
    const auto words = split_at_blanks(name);
    constexpr std::string_view kCounts[] = {"one", "two", "three", "many"};
    why.push_back("words: " + std::string(kCounts[std::clamp<std::size_t>(words.size(), 1, 4) - 1]));
    if (who_.given_names.contains(words.front())) why.emplace_back("a given name first");
    if (words.size() == 1 && who_.holders_by_surname.contains(person_key(name)))
      why.emplace_back("a surname of the register");
    const NamePart* last = who_.part(words.back());
    if (last != nullptr && last->kind != NamePart::Kind::honorific) why.emplace_back("a word of other names last");
    const auto in_capitals = [](std::string_view w) {
      return w.size() > 3 && std::none_of(w.begin(), w.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    };
    if (std::any_of(words.begin(), words.end(), in_capitals)) why.emplace_back("in capitals");
    if (name.find('-') != std::string::npos) why.emplace_back("with a hyphen");
  }

  void weigh(Entity& e, const Traces& found) const {
    add_words(e.why, e.name);
    e.why.push_back(e.roles.empty() ? "office: none" : e.roles.size() == 1 ? "office: one" : "office: several");
    if (std::any_of(e.roles.begin(), e.roles.end(), [](const Role& r) { return r.of || !r.country.empty(); }))
      e.why.emplace_back("office of somebody");
    e.why.emplace_back(e.country.empty() ? "country: none" : "country: known");
    e.why.emplace_back(found.names < 2 ? "named once" : found.names < 4 ? "named again" : "named often");
    if (found.forms.size() > 1) e.why.emplace_back("named in several ways");
    e.why.emplace_back(found.called_person == found.names ? "called a person"
                       : found.called_person > 0          ? "called a person at times"
                                                          : "never called a person");
    e.why.insert(e.why.end(), found.clues.begin(), found.clues.end());
    weights_.weigh(e);
  }

  void take_back(const std::vector<bool>& doubtful) {
    std::vector<bool> gone(story_.mentions.size());
    for (std::size_t m = 0; m < gone.size(); ++m) {
      const std::vector<Index>& entities = story_.mentions[m].entities;
      gone[m] = entities.size() == 1 && doubtful[entities.front()];
    }
    retract_mentions(story_, gone);
  }

  Story& story_;
  const Parse& parse_;
  const WhoLexicon& who_;
  const ListWeights& weights_;
  std::vector<Traces> traces_;  // parallel to the record's entities
};

}  // namespace

void weigh_persons(Story& story) {
  PersonWeighing(story).run();
}

}  // namespace dragoman
