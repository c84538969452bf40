#include "who/description_candidates.h"

#include "language/paragraphs.h"
#include "language/syntax.h"
#include "text/ascii.h"
#include "who/backwards.h"
#include "who/body_references.h"
#include "who/context.h"
#include "who/descriptions.h"
#include "who/phrases.h"

#include <algorithm>
#include <utility>

namespace dragoman {

namespace {

using Of = DescriptionClue;

bool has(const DescriptionCandidate& c, Of of) {
  return clue_of(c.clues, of) > 0;
}

bool has_word(std::string_view words, std::string_view word) {
  const std::size_t at = words.find(word);
  if (at == std::string_view::npos) return false;
  const std::size_t end = at + word.size();
  return (at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ');
}

class Search {
 public:
  Search(const EntityBuilder& b, const DescribedPhrase& phrase)
      : b_(b),
        parse_(b.parse),
        phrase_(phrase),
        t_(phrase.noun),
        syntax_(b),
        quoted_(syntax_.is_quoted(t_)),
        speaks_(syntax_.is_speaker(t_)),
        owned_(child_of(b.parse, t_, Relation::poss) != kNoToken),
        sector_(phrase.title != nullptr ? phrase.title->sector : phrase.of->sector),
        own_words_(syntax_.words_of_speaker(t_)) {
    const auto& owners = b.story.entities_at(child_of(parse_, t_, Relation::poss));
    if (owners.size() == 1) owner_ = owners[0];
  }

  DescriptionCase run(const ByRule& rule) {
    gather();
    gather_behind();
    if (rule.entity != EntityBuilder::kNone) {
      DescriptionCandidate& c = candidate(rule.entity);
      set_clue(c, rule.by);
    }
    for (std::size_t i = 0; i < found_.size(); ++i) {
      set_clue(found_[i], Of::only_quoted, !outside_[i] && !quoted_);
      set_clue(found_[i], Of::only_outside, outside_[i] && quoted_);
      add_kind(found_[i]);
    }
    drop_unfit(rule.entity);
    add_unfit(rule.entity);
    add_frequency();
    add_who_stands_alone(Of::holds_office, Of::holds_office, Of::of_office_alone);
    add_who_stands_alone(Of::same_sector, Of::same_sector, Of::of_sector_alone);
    add_who_stands_alone(Of::name_has_noun, Of::of_kind, Of::of_kind_alone);
    add_nobody(rule.entity == EntityBuilder::kNone);
    set_chances(found_, b_.who.descriptions.clues[static_cast<std::size_t>(phrase_.form)]);
    return {t_, phrase_.form, std::move(found_)};
  }

 private:
  bool may_be(Index e) const {
    const EntityType type = b_.entity(e).type;
    if (owned_ && has_no_name(b_, e)) return false;  // "his campaign" is not the campaign that was last told of
    if (phrase_.form == DescribedForm::person) return type == EntityType::person;
    if (names_other_field(b_, t_, b_.entity(e).name)) return false;
    return type == EntityType::organisation || type == EntityType::media ||
           (type == EntityType::group && (!b_.entity(e).anonymous || !b_.notes[e].plural));
  }

  // Whose he is, who does something to whoever is meant, or is named in his own words; "the candidate" is no chairman
  // of a campaign.
  bool cannot_be(const TokenMention& m) const {
    if (owner_ == m.entities[0]) return true;
    if (own_words_.contains(m.head) || (speaks_ && is_under(parse_, m.head, parse_[t_].head)) ||
        tells_or_does(b_, m.entities[0], t_))
      return true;
    return sector_ == "PTY" && holds_another_party_office(b_, m.entities[0], std::string(parse_[t_].lower));
  }

  DescriptionCandidate& candidate(Index e) {
    const auto known = std::find_if(found_.begin(), found_.end(), [&](const auto& c) { return c.entity == e; });
    if (known != found_.end()) return *known;
    outside_.push_back(false);
    found_.push_back({});
    found_.back().entity = e;
    return found_.back();
  }

  void gather() {
    constexpr std::uint32_t kBack = 40;  // sentences
    TokenIndex last = t_;
    backwards(b_, t_, kBack, [&](const TokenMention& m) {
      for (TokenIndex i = m.span.begin; i < last; ++i) paragraphs_ += breaks_paragraph(parse_[i]) ? 1 : 0;
      last = m.span.begin;
      if (m.entities.size() != 1 || !may_be(m.entities[0]) || is_under(parse_, m.head, t_)) return false;
      if (phrase_.form == DescribedForm::person && cannot_be(m)) return false;
      const std::size_t before = found_.size();
      DescriptionCandidate& c = candidate(m.entities[0]);
      if (c.head == kNoToken) {
        c.head = m.head;
        add_place(c, m, before);
      }
      add_relation(c, m);
      return false;
    });
  }

  // "The minister will travel on Friday. Paz was asked …": who is named in the phrase's sentence or the two behind it,
  // and not before.
  void gather_behind() {
    constexpr std::uint32_t kSentences = 2;
    const std::uint32_t here = parse_[t_].sentence;
    for (TokenIndex i = t_ + 1; i < parse_.size() && parse_[i].sentence <= here + kSentences; ++i) {
      const std::int32_t at = b_.story.mention_at[i];
      if (at < 0) continue;
      const TokenMention& m = b_.story.mentions[static_cast<std::size_t>(at)];
      if (m.span.begin != i || m.kind != MentionKind::name || m.entities.size() != 1) continue;
      const Index e = m.entities[0];
      // "The minister met Paz" and "the minister said Paz had left" are of two.
      if (!may_be(e) || has_no_name(b_, e) || cannot_be(m) || is_under(parse_, m.head, parse_[t_].head)) continue;
      const std::size_t before = found_.size();
      DescriptionCandidate& c = candidate(e);
      if (found_.size() == before) continue;
      c.head = m.head;
      set_clue(c, Of::behind);
      set_clue(c, Of::behind_here, parse_[i].sentence == here);
      set_clue(c, Of::behind_next, parse_[i].sentence == here + 1);
      set_clue(c, Of::as_subject, is_subject(parse_, first_conjunct(parse_, m.head)));
      if (!syntax_.is_quoted(m.head)) outside_.back() = true;
    }
  }

  // Of the nearest mention.
  void add_place(DescriptionCandidate& c, const TokenMention& m, std::size_t nearer) {
    const std::uint32_t distance = syntax_.distance(m.head, t_);
    set_clue(c, Of::here, distance == 0);
    set_clue(c, Of::sentence_before, distance == 1);
    set_clue(c, Of::two_sentences_before, distance == 2);
    constexpr std::uint32_t kMost = 6;
    if (distance > 2) clue_of(c.clues, Of::sentences_further) = static_cast<float>(std::min(distance - 2, kMost));
    set_clue(c, Of::far, distance > 2 + kMost);
    set_clue(c, Of::nearest, nearer == 0);
    clue_of(c.clues, Of::others_nearer) = static_cast<float>(std::min<std::size_t>(nearer, 5));
    set_clue(c, Of::same_paragraph, paragraphs_ == 0);
    set_clue(c, Of::as_subject, is_subject(parse_, first_conjunct(parse_, m.head)));
    set_clue(c, Of::by_name, m.kind == MentionKind::name);
    set_clue(c, Of::by_description, m.kind == MentionKind::title);
    set_clue(c, Of::by_pronoun, m.kind == MentionKind::pronoun || m.kind == MentionKind::possessive);
  }

  // Of any mention.
  void add_relation(DescriptionCandidate& c, const TokenMention& m) {
    const TokenIndex first = first_conjunct(parse_, m.head);
    const std::uint32_t distance = syntax_.distance(m.head, t_);
    set_clue(c, Of::governs, syntax_.governs(first, t_));
    set_clue(c, Of::own_clause, syntax_.shares_clause(t_, m.head) || syntax_.same_coordination(t_, m.head));
    if (is_subject(parse_, first)) {
      const TokenIndex lead = clause_lead(parse_, parse_[first].head);
      set_clue(c, Of::main_subject_before, distance == 1 && parse_[lead].head == lead);
      set_clue(c, Of::last_subject, !std::exchange(subject_seen_, true));
      if (syntax_.is_speaker(first))
        set_clue(c, Of::last_speaker_of_speaker, !std::exchange(speaker_seen_, true) && speaks_);
    }
    if (m.kind == MentionKind::title && parse_[m.head].lemma == parse_[t_].lemma) {
      set_clue(c, Of::called_so);
      set_clue(c, Of::last_of_noun, !std::exchange(noun_seen_, true));
    }
    if (!syntax_.is_quoted(m.head)) outside_[static_cast<std::size_t>(&c - found_.data())] = true;
  }

  // Who it is, and how that fits the words of the phrase.
  void add_kind(DescriptionCandidate& c) {
    const Entity& e = b_.entity(c.entity);
    const EntityBuilder::Note& note = b_.notes[c.entity];
    set_clue(c, Of::without_name, has_no_name(b_, c.entity));
    set_clue(c, Of::same_noun, note.head == parse_[t_].lemma);
    set_clue(c, Of::other_noun, !note.head.empty() && note.head != parse_[t_].lemma);
    set_clue(c, Of::of_no_country, !phrase_.country.empty() && e.country.empty());
    set_clue(c, Of::same_country, !phrase_.country.empty() && e.country == phrase_.country);
    const bool other = !phrase_.country.empty() && !e.country.empty() && e.country != phrase_.country;
    set_clue(c, Of::other_country, other || !phrase_.may_be_of(e.country));
    set_clue(c, Of::in_lead, is_in_lead(b_, {c.entity}, t_));
    const bool known = !note.sector.empty() && !sector_.empty();
    set_clue(c, Of::same_sector, known && note.sector == sector_);
    set_clue(c, Of::other_sector, known && note.sector != sector_);
    set_clue(c, Of::named_otherwise, is_named_otherwise(b_, t_, c.entity));
    add_owner(c, e);
    if (phrase_.form == DescribedForm::person) {
      add_offices(c, e);
      set_clue(c, Of::other_gender, is_of_other_gender(b_, c.entity, parse_[t_].lower));
    } else {
      const std::string name = ascii_lower(e.name);
      const bool first = name.starts_with(parse_[t_].lower) && has_word(name, parse_[t_].lower);  // "Bank Tarn"
      const bool heads = first || heads_name(parse_[t_].lower, e.name);
      set_clue(c, Of::name_has_noun, heads);
      set_clue(c, Of::noun_within_name, !heads && has_word(name, parse_[t_].lower));
      set_clue(c, Of::of_kind, is_of_kind(b_, parse_[t_].lower, e));
      set_clue(c, Of::media, e.type == EntityType::media);
      set_clue(c, Of::group, e.type == EntityType::group);
      set_clue(c, Of::known, !note.known_code.empty());
    }
  }

  // "The Chilean ministry" is Chile's, "the council" no Council Tower, "the farmer" not the chairman of a board.
  void drop_unfit(Index by_rule) {
    std::erase_if(found_, [&](const DescriptionCandidate& c) {
      if (c.entity == by_rule) return false;
      if (has(c, Of::other_country)) return true;
      if (has(c, Of::called_so)) return false;
      if (phrase_.form == DescribedForm::body) return has(c, Of::of_no_country) || has(c, Of::noun_within_name);
      return has(c, Of::other_office) && !may_be_one(b_.notes[c.entity].sector, sector_);
    });
  }

  // "The senator" is hardly the chairman of a party, nor "the president" one of the senate where the state's is told
  // of; "his lawyer" has been called so, or is one.
  void add_unfit(Index by_rule) {
    if (phrase_.form == DescribedForm::body) return;
    const bool of_state = std::any_of(found_.begin(), found_.end(), [](const DescriptionCandidate& c) {
      return has(c, Of::holds_office) && !has(c, Of::in_a_body);
    });
    for (DescriptionCandidate& c : found_) {
      if (c.entity == by_rule) continue;
      const bool fits = has(c, Of::holds_office) || has(c, Of::held_office) || has(c, Of::word_in_office);
      set_clue(c, Of::in_a_body_alone, of_state && has(c, Of::in_a_body));
      set_clue(c, Of::owned_unfit, owned_ && !fits && !has(c, Of::called_so));
      set_clue(c, Of::other_trade, has(c, Of::other_office) && has(c, Of::other_sector) && !has(c, Of::called_so));
    }
  }

  void add_owner(DescriptionCandidate& c, const Entity& e) {
    if (!owner_) return;
    const auto serves = [](const Entity& person, Index body) {
      return std::any_of(person.roles.begin(), person.roles.end(), [&](const Role& role) { return role.of == body; });
    };
    set_clue(c, Of::owner, *owner_ == c.entity);
    set_clue(c, Of::owner_serves_it, serves(b_.entity(*owner_), c.entity));
    set_clue(c, Of::has_owner, serves(e, *owner_));
  }

  void add_offices(DescriptionCandidate& c, const Entity& e) {
    if (e.roles.empty()) return set_clue(c, Of::without_office);
    const std::string_view word = parse_[t_].lower;
    const std::string& office = phrase_.office;
    const bool now = !office.empty() && holds_office(b_, e, office);
    const bool past = !now && !office.empty() && holds_office(b_, e, office, Term::past);
    const bool named =
        std::any_of(e.roles.begin(), e.roles.end(), [&](const Role& role) { return has_word(role.title, word); });
    set_clue(c, Of::holds_office, now);
    set_clue(c, Of::held_office, past);
    set_clue(c, Of::word_in_office, named);
    set_clue(c, Of::other_office, !now && !past && !named);
    set_clue(c, Of::in_a_body, now && phrase_.country.empty() && holds_in_a_body(e, office));
  }

  bool holds_in_a_body(const Entity& e, const std::string& office) const {
    const auto in_body = [&](const Role& role) {
      return role.title == office && role.of && b_.entity(*role.of).type == EntityType::organisation;
    };
    return std::any_of(e.roles.begin(), e.roles.end(), in_body) &&
           std::none_of(e.roles.begin(), e.roles.end(),
                        [&](const Role& role) { return role.title == office && !in_body(role); });
  }

  // A story goes on about whom it is about.
  void add_frequency() {
    constexpr std::uint32_t kSentences = 60;
    constexpr float kMostTimes = 6;
    std::vector<float> times(found_.size(), 0.0F);
    backwards(b_, t_, kSentences, [&](const TokenMention& m) {
      if (m.entities.size() != 1) return false;
      for (std::size_t i = 0; i < found_.size(); ++i) times[i] += found_[i].entity == m.entities[0] ? 1.0F : 0.0F;
      return false;
    });
    const float most = times.empty() ? 0.0F : *std::max_element(times.begin(), times.end());
    for (std::size_t i = 0; i < found_.size(); ++i) {
      clue_of(found_[i].clues, Of::times) = std::clamp(times[i] - 1, 0.0F, kMostTimes);
      set_clue(found_[i], Of::most_often, times[i] == most);
    }
  }

  // The only one among those with a name who has one of two clues.
  void add_who_stands_alone(Of one, Of other, Of alone) {
    DescriptionCandidate* only = nullptr;
    for (DescriptionCandidate& c : found_) {
      if ((!has(c, one) && !has(c, other)) || has(c, Of::without_name)) continue;
      if (only != nullptr) return;
      only = &c;
    }
    if (only != nullptr) set_clue(*only, alone);
  }

  void add_nobody(bool without_rule) {
    DescriptionCandidate nobody;
    const Token& noun = parse_[t_];
    set_clue(nobody, Of::nobody);
    set_clue(nobody, Of::nobody_without_rule, without_rule);
    bool bare = true, which = false, modified = false, demonstrative = false;
    for (const TokenIndex child : parse_.children(t_)) {
      const Token& c = parse_[child];
      const Relation r = c.relation;
      demonstrative = demonstrative || c.lower == "this" || c.lower == "that";
      const bool clause = r == Relation::relcl || r == Relation::acl;
      which = which || (child > t_ && (clause || r == Relation::prep));
      modified = modified || (child < t_ && (r == Relation::amod || r == Relation::compound || r == Relation::nmod ||
                                             r == Relation::nummod));
      bare = bare && (r == Relation::det || r == Relation::punct);
    }
    set_clue(nobody, Of::nobody_bare, bare);
    set_clue(nobody, Of::nobody_told_which, which);
    set_clue(nobody, Of::nobody_modified, modified);
    set_clue(nobody, Of::nobody_demonstrative, demonstrative);
    set_clue(nobody, Of::nobody_owned, owned_);
    set_clue(nobody, Of::nobody_in_office, phrase_.title != nullptr);
    set_clue(nobody, Of::nobody_of_state, is_of_state(sector_) || sector_ == "JUD");
    set_clue(nobody, Of::nobody_to_come, is_yet_to_be(parse_, t_));
    const bool as = noun.relation == Relation::pobj && parse_[noun.head].lower == "as";
    set_clue(nobody, Of::nobody_predicate, noun.relation == Relation::attr || noun.relation == Relation::oprd || as);
    set_clue(nobody, Of::nobody_quoted, quoted_);
    set_clue(nobody, Of::nobody_as_subject, is_subject(parse_, t_));
    set_clue(nobody, Of::nobody_fitting,
             without_rule && std::none_of(found_.begin(), found_.end(), [](const DescriptionCandidate& c) {
               return has(c, Of::holds_office) || has(c, Of::held_office) || has(c, Of::word_in_office) ||
                      has(c, Of::same_noun) || has(c, Of::name_has_noun) || has(c, Of::of_kind) ||
                      has(c, Of::same_sector) || has(c, Of::called_so);
             }));
    set_clue(nobody, Of::nobody_near, std::none_of(found_.begin(), found_.end(), [](const DescriptionCandidate& c) {
               return has(c, Of::here) || has(c, Of::sentence_before) || has(c, Of::two_sentences_before);
             }));
    set_clue(nobody, Of::nobody_capital, noun.tag == Tag::nnp);
    set_clue(nobody, Of::nobody_of_country, !phrase_.country.empty());
    set_clue(nobody, Of::nobody_behind_unknown_name, follows_unknown_name(b_, t_));
    set_clue(nobody, Of::nobody_told, phrase_.title != nullptr ? phrase_.title->told : phrase_.of->told);
    set_clue(nobody, Of::nobody_of_kin, b_.who.gender_of(noun.lower) != Gender::unknown);
    found_.push_back(nobody);
  }

  const EntityBuilder& b_;
  const Parse& parse_;
  const DescribedPhrase& phrase_;
  const TokenIndex t_;
  const PronounSyntax syntax_;
  const bool quoted_, speaks_, owned_;
  const std::string& sector_;
  const TokenSpan own_words_;  // what whoever is meant says right before
  std::optional<Index> owner_;
  std::uint32_t paragraphs_ = 0;  // that were gone back
  bool subject_seen_ = false, speaker_seen_ = false, noun_seen_ = false;
  std::vector<bool> outside_;  // by candidate: some mention is outside of quotations
  std::vector<DescriptionCandidate> found_;
};

}  // namespace

bool has_no_name(const EntityBuilder& b, Index e) {
  return b.entity(e).anonymous || !b.notes[e].head.empty();
}

DescriptionCase candidates_of(const EntityBuilder& b, const DescribedPhrase& phrase, const ByRule& rule) {
  return Search(b, phrase).run(rule);
}

}  // namespace dragoman
