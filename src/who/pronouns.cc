// Whom a pronoun stands for: candidates before it that agree in number, person and gender compete by their clues
// (antecedents.h). Where none is likely enough, nobody is named.
#include "language/syntax.h"
#include "who/antecedents.h"
#include "who/backwards.h"
#include "who/joined.h"
#include "who/pronoun_syntax.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace dragoman {

namespace {

class Pronouns {
 public:
  explicit Pronouns(EntityBuilder& b) : b_(b), parse_(b.parse), syntax_(b) {}

  std::vector<Index> find(TokenIndex t) {
    chance_ = 1;
    const std::string_view w = parse_[t].lower;
    if (w == "latter") return last_named(t);
    const bool styled = b_.who.is_part(parse_[parse_[t].head].text, NamePart::Kind::honorific);
    if (styled && !stands_for_bearer(t)) return {};  // "His Highness Paul Okoye"
    if (w == "himself" || w == "herself" || w == "itself" || w == "themselves") {
      if (auto bound = own_subject_of(t)) return *bound;
    }
    if (w == "he" || w == "him" || w == "his" || w == "himself") return person(t, Gender::male);
    if (w == "she" || w == "her" || w == "hers" || w == "herself") return person(t, Gender::female);
    if (w == "they" || w == "them" || w == "their" || w == "theirs" || w == "themselves") return several(t);
    if (w == "it" || w == "its" || w == "itself") return thing(t);
    if (w == "both") return two(t);
    return {};
  }

  /// The chance that it is those who were last found.
  double chance() const { return chance_; }

  /// "His Majesty left": the words of respect behind the pronoun stand for a person, where no name or office follows
  /// them.
  bool stands_for_bearer(TokenIndex pronoun) const {
    const TokenIndex style = parse_[pronoun].head, next = style + 1;
    const Relation r = parse_[style].relation;
    const bool argument = is_subject(parse_, style) || r == Relation::dobj || r == Relation::pobj;
    return style == pronoun + 1 && argument && b_.who.is_part(parse_[style].text, NamePart::Kind::honorific) &&
           (next >= parse_.size() || !(parse_[next].pos == Pos::propn || parse_[next].pos == Pos::det ||
                                       parse_[next].pos == Pos::adj || parse_[next].text == ","));
  }

 private:
  // Who a reflexive is: the subject of its own clause, "the governors" of "Chad said the governors would help
  // themselves", or the noun that it stresses, "the voters themselves". Nothing where that is open or cannot be meant.
  std::optional<std::vector<Index>> own_subject_of(TokenIndex t) const {
    Tokens subjects{parse_[t].head};
    if (!is_nominal(parse_[parse_[t].head]) || b_.story.entities_at(parse_[t].head).empty()) {
      const TokenIndex verb = clause_head(parse_, t);
      if (!is_verbal(parse_[verb])) return std::nullopt;
      subjects = surface_subjects(parse_, verb);
    }
    std::vector<Index> bound;
    for (const TokenIndex subject : subjects) {
      if (subject >= t) return std::nullopt;
      for (const Index e : b_.story.entities_at(subject)) {
        if (std::find(bound.begin(), bound.end(), e) == bound.end()) bound.push_back(e);
      }
    }
    if (subjects.empty()) return std::nullopt;
    const std::string_view w = parse_[t].lower;
    for (const Index e : bound) {
      const bool person = b_.entity(e).type == EntityType::person;
      const Gender gender = b_.notes[e].gender, other = w == "himself" ? Gender::female : Gender::male;
      const bool one = w == "himself" || w == "herself";
      if (one != person && (w != "themselves" || bound.size() == 1)) return std::nullopt;
      if (one && gender == other) return std::nullopt;
    }
    return bound;
  }

  // "Ortiz met Holm. The latter left": the last one named in the sentence before.
  std::vector<Index> last_named(TokenIndex t) {
    std::vector<Index> found;
    backwards(b_, t, 1, [&](const TokenMention& m) {
      if (m.entities.size() != 1 || b_.notes[m.entities[0]].plural) return false;
      const Entity& entity = b_.entity(m.entities[0]);
      if (entity.type != EntityType::person && (entity.type != EntityType::organisation || entity.anonymous))
        return false;
      found = m.entities;
      return true;
    });
    return found;
  }

  // "Skipper Nils Berg is leaving, he said", at the head of a story: where nobody else has been named, the one whom the
  // clause names in full, unless it says what he should do.
  std::vector<Index> says_of_himself(TokenSpan said, Gender gender) const {
    for (TokenIndex s = said.begin; s < said.end; ++s) {
      const auto& who = b_.story.entities_at(s);
      if (!is_subject(parse_, s) || who.size() != 1 || b_.entity(who.front()).type != EntityType::person) continue;
      const TokenMention& m = b_.story.mentions[static_cast<std::size_t>(b_.story.mention_at[s])];
      if (m.kind != MentionKind::name || m.span.size() < 2 || verb_form(parse_, parse_[s].head).modal != kNoToken)
        return {};
      const Gender known = b_.notes[who.front()].gender;
      return known == Gender::unknown || known == gender ? who : std::vector<Index>{};
    }
    return {};
  }

  bool is_named_in(TokenSpan words, Index e) const {
    for (TokenIndex s = words.begin; s < words.end; ++s) {
      const std::int32_t at = b_.story.mention_at[s];
      if (at < 0) continue;
      const TokenMention& m = b_.story.mentions[static_cast<std::size_t>(at)];
      if (m.kind == MentionKind::name && m.entities.size() == 1 && m.entities[0] == e) return true;
    }
    return false;
  }

  // In another part of the pronoun's own clause, or coordinated with it: somebody else.
  bool stands_beside(TokenIndex pronoun, TokenIndex other) const {
    return syntax_.shares_clause(pronoun, other) || syntax_.same_coordination(pronoun, other);
  }

  using Offers = AntecedentSearch::Offers;

  // The likeliest of those who compete, if it is likely enough.
  std::vector<Index> likeliest(AntecedentSearch& search) {
    PronounCase found = search.result();
    const double least = b_.who.antecedents.least[static_cast<std::size_t>(found.form)];
    std::vector<Index> best;
    double chance = 0;
    for (const Antecedent& c : found.candidates) {
      if (c.entities.empty() || c.chance < least || c.chance <= chance) continue;
      chance = c.chance;
      best = c.entities;
    }
    if (b_.pronoun_cases != nullptr) b_.pronoun_cases->push_back(std::move(found));
    chance_ = chance;
    return best;
  }

  // "In his speech, Ortiz said"
  template <class F>
  void add_subject_behind(AntecedentSearch& search, TokenIndex t, const F& offers) const {
    const TokenIndex subject = syntax_.subject_behind(t);
    if (subject == kNoToken || b_.story.mention_at[subject] < 0) return;
    const auto& mention = b_.story.mentions[static_cast<std::size_t>(b_.story.mention_at[subject])];
    for (const auto& entities : offers(mention)) search.add_behind(entities, subject);
  }

  // Of the person, or of a noun beside the name: "her husband, Nils Berg".
  Gender gender_at(const TokenMention& m) const {
    const Gender known = b_.notes[m.entities[0]].gender;
    if (known != Gender::unknown) return known;
    Tokens nouns = appositions(parse_, m.head);
    nouns.push_back(m.head);
    if (parse_[m.head].relation == Relation::appos) nouns.push_back(parse_[m.head].head);
    for (const TokenIndex noun : nouns) {
      if (const Gender of = b_.who.gender_of(parse_[noun].lower); of != Gender::unknown) return of;
    }
    return Gender::unknown;
  }

  std::vector<Index> person(TokenIndex t, Gender gender) {
    const std::vector<Index> speaker = syntax_.speaker_around(t);  // speakers do not call themselves "he"
    // Whom its own words or the rest of its clause name it is not.
    const TokenSpan own_words = syntax_.words_of_speaker(t), rest = syntax_.rest_of_clause(t),
                    said = syntax_.clause_said_before(t);
    constexpr std::uint32_t kBack = 8;  // sentences
    AntecedentSearch search(b_, syntax_, t, PronounForm::person);
    const auto offers = [&](const TokenMention& m) -> Offers {
      if (m.entities.size() != 1 || m.entities == speaker || own_words.contains(m.head) || said.contains(m.head))
        return {};
      const Index e = m.entities[0];
      if (b_.entity(e).type != EntityType::person) return {};
      const Gender known = gender_at(m);
      if (known != Gender::unknown && known != gender) return {};
      if (stands_beside(t, m.head) || syntax_.owns_apposition(t, m.head)) return {};
      if (is_named_in(own_words, e) || is_named_in(rest, e) || is_named_in(said, e)) return {};
      return {m.entities};
    };
    search.run(kBack, offers, nullptr);
    add_subject_behind(search, t, offers);
    const std::vector<Index> best = likeliest(search);
    if (best.empty()) return says_of_himself(said, gender);
    Gender& known = b_.notes[best[0]].gender;
    if (known == Gender::unknown) known = gender;
    return best;
  }

  // A noun that may be what "they" or "it" stands for, though the record lists nobody for it.
  bool is_unlisted(TokenIndex t, bool plural) const {
    const Token& token = parse_[t];
    const bool noun =
        plural ? token.tag == Tag::nns || token.tag == Tag::nnps : token.tag == Tag::nn || token.tag == Tag::nnp;
    if (!noun || b_.story.time_at[t] >= 0) return false;
    const Relation r = token.relation;
    return r != Relation::compound && r != Relation::amod && r != Relation::nmod && r != Relation::npadvmod;
  }

  std::vector<Index> several(TokenIndex t) {
    // "61 percent of voters said they": a share of people, whom no record lists.
    const TokenIndex nearest = syntax_.nearest_subject(t);
    if (nearest != kNoToken && b_.story.mention_at[nearest] < 0 &&
        (parse_[nearest].lemma == "percent" || parse_[nearest].lower == "%"))
      return {};
    constexpr std::uint32_t kBack = 4;  // sentences
    AntecedentSearch search(b_, syntax_, t, PronounForm::several);
    const auto offers = [&](const TokenMention& m) -> Offers {
      if (stands_beside(t, m.head)) return {};
      Offers found;
      if (first_conjunct(parse_, m.head) == m.head || m.entities.size() > 1) {
        std::vector<Index> members = named_together_at(b_, m);
        if (members.empty()) members = named_side_by_side(b_, m);
        if (members.empty()) members = met_by_clause(b_, m);
        if (!members.empty()) found.push_back(std::move(members));
      }
      if (m.entities.size() == 1) {
        const EntityBuilder::Note& note = b_.notes[m.entities[0]];
        // A country is "they" in talk, and "it" in a report.
        const bool country = b_.entity(m.entities[0]).type == EntityType::country;
        const bool group = country ? syntax_.is_quoted(t) : note.plural || note.is_body;
        if (group) found.push_back(m.entities);
      }
      return found;
    };
    search.run(kBack, offers, [&](TokenIndex noun) { return is_unlisted(noun, true) && !stands_beside(t, noun); });
    add_subject_behind(search, t, offers);
    return likeliest(search);
  }

  // "warned both": the last two who stand side by side, else the only two countries or people that are near.
  std::vector<Index> two(TokenIndex t) {
    std::vector<Index> pair;
    bool others = false;
    std::optional<EntityType> type;
    backwards(b_, t, 3, [&](const TokenMention& m) {
      if (syntax_.shares_clause(t, m.head)) return false;
      const std::vector<Index> members = listed_at(b_, m);
      if (members.size() == 2 && parse_[t].sentence - parse_[m.head].sentence < 2) {
        pair = members;
        others = false;
        return true;
      }
      for (const Index e : m.entities) {
        const EntityType kind = b_.entity(e).type;
        if (kind != EntityType::country && kind != EntityType::person) continue;
        if (!type) type = kind;
        if (kind != *type || std::find(pair.begin(), pair.end(), e) != pair.end()) continue;
        others = others || pair.size() == 2;
        if (pair.size() < 2) pair.push_back(e);
      }
      return false;
    });
    return others || pair.size() != 2 ? std::vector<Index>{} : pair;
  }

  // "when it comes to", "it rained": these stand for nothing.
  bool is_empty(TokenIndex t) const {
    const Token& token = parse_[t];
    if (token.relation == Relation::expl) return true;
    if (token.tag != Tag::prp || !is_subject(parse_, t)) return false;
    const TokenIndex verb = token.head;
    if (parse_[verb].lemma == "rain" || is_extraposed(t)) return true;
    if (parse_[verb].lower == "'s" || parse_[verb].lower == "\xE2\x80\x99s") return true;  // "It’s a vote"
    return parse_[verb].lemma == "come" && child_word(parse_, verb, "when") != kNoToken &&
           child_word(parse_, verb, "to") != kNoToken;
  }

  // "it is clear that", "it is not known how", "it was easy to": the clause behind is what is meant.
  bool is_extraposed(TokenIndex t) const {
    const TokenIndex verb = parse_[t].head;
    const std::string_view lemma = parse_[verb].lemma;
    if (lemma != "be" && lemma != "seem" && lemma != "appear" && !is_passive(parse_, verb)) return false;
    Tokens heads{verb};
    for (const TokenIndex c : parse_.children(verb)) {
      const Relation r = parse_[c].relation;
      if (r == Relation::acomp || (r == Relation::attr && lemma == "be")) heads.push_back(c);
    }
    return std::any_of(heads.begin(), heads.end(), [&](TokenIndex head) {
      return std::any_of(parse_.children(head).begin(), parse_.children(head).end(), [&](TokenIndex c) {
        const Relation r = parse_[c].relation;
        if (c < t || r == Relation::advcl) return false;
        return r == Relation::ccomp || r == Relation::csubj || (r == Relation::xcomp && lemma == "be" && head != verb);
      });
    });
  }

  std::vector<Index> thing(TokenIndex t) {
    if (is_empty(t)) return {};
    constexpr std::uint32_t kBack = 3;  // sentences
    AntecedentSearch search(b_, syntax_, t, PronounForm::thing);
    const auto offers = [&](const TokenMention& m) -> Offers {
      if (m.entities.size() != 1) return {};
      const Index e = m.entities[0];
      if (b_.entity(e).type == EntityType::person || (b_.notes[e].plural && b_.entity(e).anonymous)) return {};
      if (stands_beside(t, m.head)) return {};
      return {m.entities};
    };
    search.run(kBack, offers, [&](TokenIndex noun) { return is_unlisted(noun, false) && !stands_beside(t, noun); });
    add_subject_behind(search, t, offers);
    return likeliest(search);
  }

  EntityBuilder& b_;
  const Parse& parse_;
  const PronounSyntax syntax_;
  double chance_ = 1;
};

// "both" that stands for somebody, and before no noun.
bool is_both(const Parse& parse, TokenIndex t) {
  if (parse[t].lower != "both" || !parse.children(t).empty()) return false;
  const Relation r = parse[t].relation;
  if (r == Relation::dep) return t > 0 && parse[t].head == t - 1 && is_verbal(parse[t - 1]);
  if (r == Relation::pobj) return parse[parse[t].head].lower != "of";
  if (r == Relation::dobj) return true;
  return (r == Relation::nsubj || r == Relation::nsubjpass) && own_subject(parse, parse[t].head) == t;
}

// "the latter", before no noun.
bool is_latter(const Parse& parse, TokenIndex t) {
  const Relation r = parse[t].relation;
  return parse[t].lower == "latter" && t > 0 && parse[t - 1].lower == "the" &&
         (r == Relation::nsubj || r == Relation::nsubjpass || r == Relation::dobj || r == Relation::pobj);
}

}  // namespace

bool resolve_pronoun(EntityBuilder& b, TokenIndex t) {
  const Token& token = b.parse[t];
  if (token.tag != Tag::prp && token.tag != Tag::prp_poss && !is_both(b.parse, t) && !is_latter(b.parse, t))
    return false;
  const MentionKind kind = token.tag == Tag::prp_poss ? MentionKind::possessive : MentionKind::pronoun;
  Pronouns pronouns(b);
  std::vector<Index> found = pronouns.find(t);
  if (found.empty()) return false;
  const bool bearer = token.tag == Tag::prp_poss && pronouns.stands_for_bearer(t);
  const bool added = bearer ? b.mention({t, token.head + 1}, token.head, MentionKind::pronoun, std::move(found))
                            : b.mention({t, t + 1}, t, kind, std::move(found));
  if (added) b.story.mentions.back().chance = pronouns.chance();
  return added;
}

}  // namespace dragoman
