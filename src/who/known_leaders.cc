#include "who/known_leaders.h"

#include "language/syntax.h"

#include <algorithm>
#include <map>
#include <string>

namespace dragoman {

namespace {

class KnownLeaders {
 public:
  explicit KnownLeaders(EntityBuilder& b) : b_(b), published_(b.story.record.document.published) {}

  void run() {
    if (published_.earliest.empty() || published_.latest.empty()) return;
    for (const TokenMention& m : b_.story.mentions) {
      if (m.kind == MentionKind::name && m.entities.size() == 1) first_.try_emplace(m.entities[0], m.span);
    }
    for (TokenIndex t = 0; t < b_.parse.size(); ++t) passed_over(t);
    for (const auto& [person, words] : first_) {
      const Entity& e = b_.entity(person);
      const bool bare = e.is_named_person() && e.roles.empty();
      if (!bare) continue;
      if (const Holder* holder = only_holder(e)) name(person, words, *holder);
    }
  }

 private:
  // "Ilves said": a subject by a leader's surname that was taken for no person's name.
  void passed_over(TokenIndex t) {
    const Token& token = b_.parse[t];
    if (token.tag != Tag::nnp || b_.story.mention_at[t] >= 0 || b_.story.boilerplate[t]) return;
    if (token.relation != Relation::nsubj || !is_verbal(b_.parse[token.head]) || token.left_edge != token.right_edge)
      return;
    if (!b_.who.holders_by_surname.contains(person_key(token.text))) return;
    Entity e;
    e.name = std::string(token.text);
    e.type = EntityType::person;
    const Holder* holder = only_holder(e);
    if (holder == nullptr || !is_head(*holder)) return;
    const Index person = b_.add(std::move(e), {});
    auto& places = b_.story.place_names;
    places.erase(std::remove_if(places.begin(), places.end(), [&](TokenSpan p) { return p.begin == t; }), places.end());
    b_.mention({t, t + 1}, t, MentionKind::name, {person});
    first_.emplace(person, TokenSpan{t, t + 1});
  }

  static bool is_head(const Holder& h) { return !h.office.ends_with(" minister") || h.office == "prime minister"; }

  bool in_office(const Holder& h) const {
    return !h.of_body && h.from <= published_.earliest && (h.to.empty() || h.to >= published_.latest);
  }

  // The one of that surname, or of that full name, who was in office; the higher office where somebody had two.
  const Holder* only_holder(const Entity& e) const {
    const std::string key = person_key(e.name), surname = person_key(std::string(surname_of(e.name)));
    const auto found = b_.who.holders_by_surname.find(surname);
    if (found == b_.who.holders_by_surname.end()) return nullptr;
    const std::set<std::string>& named = b_.countries_named();
    const Holder* best = nullptr;
    bool several = false;
    for (const std::uint32_t index : found->second) {
      const Holder& h = b_.who.holders[index];
      if (!in_office(h) || (key != surname && key != h.key) || (!e.country.empty() && e.country != h.country)) continue;
      const bool spoken = named.contains(h.country);
      if (best != nullptr && best->country != h.country && !spoken) continue;
      if (best != nullptr && best->country != h.country && named.contains(best->country)) several = true;
      const bool other = best == nullptr || best->country != h.country;
      if (!other && best->key != h.key && best->term != h.term && is_head(*best) == is_head(h)) several = true;
      if (other || (is_head(h) && !is_head(*best))) best = &h;
    }
    return best == nullptr || several || !named.contains(best->country) ? nullptr : best;
  }

  void name(Index person, TokenSpan words, const Holder& holder) {
    Entity& e = b_.entity(person);
    e.name = holder.name;
    e.country = holder.country;
    Role role;
    role.title = holder.office;
    role.country = holder.country;
    role.sector = "GOV";
    role.evidence = b_.story.evidence(words);
    e.roles.push_back(std::move(role));
    if (b_.notes[person].sector.empty()) b_.notes[person].sector = "GOV";
    b_.registered.emplace(static_cast<std::uint32_t>(&holder - b_.who.holders.data()), person);
  }

  EntityBuilder& b_;
  const Published& published_;
  std::map<Index, TokenSpan> first_;  // people by their first mention by name
};

}  // namespace

void find_known_leaders(EntityBuilder& b) {
  KnownLeaders(b).run();
}

}  // namespace dragoman
