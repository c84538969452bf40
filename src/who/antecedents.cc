#include "who/antecedents.h"

#include "language/paragraphs.h"
#include "language/syntax.h"
#include "who/backwards.h"
#include "who/joined.h"

#include <algorithm>
#include <map>
#include <utility>

namespace dragoman {

namespace {

using Of = AntecedentClue;

// he, him, his: one form of pronoun, whatever its case.
std::string_view form_of(std::string_view word) {
  if (word == "she" || word.starts_with("her")) return "she";
  if (word == "they" || word.starts_with("the")) return "they";
  if (word == "it" || word.starts_with("its")) return "it";
  return "he";
}

// The main verb of its sentence, or one that is coordinated with it.
bool is_main_verb(const Parse& parse, TokenIndex verb) {
  return parse[clause_lead(parse, verb)].head == clause_lead(parse, verb);
}

// "it is", "it seems", "It’s a vote", which the parser takes for "has".
bool is_of_being(const Token& verb) {
  return verb.lemma == "be" || verb.lemma == "seem" || verb.lemma == "appear" || verb.lower == "'s" ||
         verb.lower == "\xE2\x80\x99s";
}

// "farmer", "investor", "tourist"
bool is_agent(std::string_view noun) {
  return noun.ends_with("er") || noun.ends_with("or") || noun.ends_with("ist") || noun.ends_with("ee") ||
         noun.ends_with("man") || noun.ends_with("ian");
}

constexpr float kMostTimes = 6;

}  // namespace

AntecedentSearch::AntecedentSearch(const EntityBuilder& b, const PronounSyntax& syntax, TokenIndex pronoun,
                                   PronounForm form)
    : b_(b),
      parse_(b.parse),
      syntax_(syntax),
      pronoun_(pronoun),
      form_(form),
      own_subject_(syntax.nearest_subject(pronoun)),
      quoted_(syntax.is_quoted(pronoun)),
      as_subject_(is_subject(b.parse, pronoun)),
      as_possessor_(b.parse[pronoun].relation == Relation::poss),
      as_object_(!as_subject_ && !as_possessor_) {}

bool AntecedentSearch::opens_paragraph(std::uint32_t sentence) const {
  const TokenIndex begin = parse_.sentences[sentence].begin;
  return begin == 0 || breaks_paragraph(parse_[begin]) || breaks_paragraph(parse_[begin - 1]);
}

void AntecedentSearch::run(std::uint32_t sentences, const std::function<Offers(const TokenMention&)>& offers,
                           const std::function<bool(TokenIndex)>& nouns) {
  const std::uint32_t here = parse_[pronoun_].sentence;
  constexpr TokenIndex kFar = 2000;  // however long a sentence is
  for (TokenIndex i = pronoun_; i-- > 0 && pronoun_ - i < kFar;) {
    if (parse_[i].sentence + sentences < here) break;
    if (breaks_paragraph(parse_[i])) ++paragraphs_;
    const std::int32_t at = b_.story.mention_at[i];
    if (at < 0) {
      if (nouns && !b_.story.boilerplate[i] && nouns(i)) add({}, i, nullptr);
      continue;
    }
    const TokenMention& m = b_.story.mentions[static_cast<std::size_t>(at)];
    if (m.span.begin != i) continue;
    for (const std::vector<Index>& entities : offers(m)) add(entities, m.head, &m);
  }
}

void AntecedentSearch::add_behind(const std::vector<Index>& entities, TokenIndex head) {
  if (std::any_of(found_.begin(), found_.end(), [&](const Antecedent& c) { return c.entities == entities; })) {
    return set_clue(candidate(entities, head), Of::subject_behind);
  }
  Antecedent& c = candidate(entities, head);
  c.noun = head;
  set_clue(c, Of::subject_behind);
  set_clue(c, Of::here);
  add_kind(c);
  outside_.back() = syntax_.is_quoted(head) ? 0 : 1;
}

Antecedent& AntecedentSearch::candidate(const std::vector<Index>& entities, TokenIndex noun) {
  const auto known = std::find_if(found_.begin(), found_.end(), [&](const Antecedent& c) {
    return entities.empty() ? c.noun == noun && c.entities.empty() : c.entities == entities;
  });
  if (known != found_.end()) return *known;
  outside_.push_back(0);
  return found_.emplace_back(Antecedent{entities, kNoToken, {}, 0});
}

void AntecedentSearch::add(const std::vector<Index>& entities, TokenIndex head, const TokenMention* mention) {
  const std::size_t before = found_.size();
  Antecedent& c = candidate(entities, head);
  if (c.noun == kNoToken) {
    c.noun = head;
    clue_of(c.clues, Of::others_nearer) = static_cast<float>(std::min<std::size_t>(before, 5));
    set_clue(c, Of::nearest, before == 0);
    add_place(c, head, mention);
    add_kind(c);
  }
  add_relation(c, head, mention);
}

// Of the nearest mention.
void AntecedentSearch::add_place(Antecedent& c, TokenIndex head, const TokenMention* mention) {
  const TokenIndex first = first_conjunct(parse_, head);
  const Token& token = parse_[first];
  const std::uint32_t distance = syntax_.distance(head, pronoun_);
  set_clue(c, Of::here, distance == 0);
  set_clue(c, Of::sentence_before, distance == 1);
  set_clue(c, Of::two_sentences_before, distance == 2);
  if (distance > 2)
    clue_of(c.clues, Of::sentences_further) = static_cast<float>(std::min<std::uint32_t>(distance - 2, 6));
  clue_of(c.clues, Of::tens_of_words) = static_cast<float>(std::min<TokenIndex>(pronoun_ - head, 100)) / 10;
  const bool possessor = token.relation == Relation::poss || (mention && mention->kind == MentionKind::possessive);
  const bool subject = is_subject(parse_, first);
  set_clue(c, Of::as_subject, subject);
  set_clue(c, Of::as_object, token.relation == Relation::dobj);
  set_clue(c, Of::as_possessor, possessor);
  set_clue(c, Of::behind_preposition, token.relation == Relation::pobj);
  set_clue(c, Of::behind_in, token.relation == Relation::pobj && parse_[token.head].lower == "in");
  set_clue(c, Of::as_modifier, token.relation == Relation::compound || token.relation == Relation::amod);
  if (mention != nullptr) {
    const bool apart = c.entities.size() == 2 && mention->entities.size() == 1;
    set_clue(c, Of::joined, apart && named_side_by_side(b_, *mention).empty());
    set_clue(c, Of::in_coordination, c.entities.size() == 1 && coordinated(parse_, first).size() > 1);
    const bool pronoun = mention->kind == MentionKind::pronoun || mention->kind == MentionKind::possessive;
    const std::string_view opening = parse_[mention->span.begin].lower;
    const std::string_view before = mention->span.begin > 0 ? parse_[mention->span.begin - 1].lower : "";
    const bool indefinite = opening == "a" || opening == "an" || before == "a" || before == "an";
    set_clue(c, Of::by_pronoun, pronoun);
    set_clue(c, Of::by_name, mention->kind == MentionKind::name);
    set_clue(c, Of::by_description, mention->kind == MentionKind::title);
    set_clue(c, Of::by_indefinite_description, mention->kind == MentionKind::title && indefinite);
  }
  const bool governs = syntax_.governs(first, pronoun_);
  set_clue(c, Of::here_for_possessive, distance == 0 && as_possessor_);
  set_clue(c, Of::nearest_for_possessive, as_possessor_ && clue_of(c.clues, Of::nearest) > 0);
  set_clue(c, Of::governs_for_possessive, governs && as_possessor_);
  set_clue(c, Of::here_for_object, distance == 0 && as_object_);
  set_clue(c, Of::nearest_for_object, as_object_ && clue_of(c.clues, Of::nearest) > 0);
  set_clue(c, Of::as_subject_for_subject, subject && as_subject_);
}

// Of any mention.
void AntecedentSearch::add_relation(Antecedent& c, TokenIndex head, const TokenMention* mention) {
  const TokenIndex first = first_conjunct(parse_, head);
  const Token& token = parse_[first];
  const std::uint32_t distance = syntax_.distance(head, pronoun_);
  const bool subject = is_subject(parse_, first);
  const bool own_clause = first == own_subject_;
  set_clue(c, Of::same_paragraph, paragraphs_ == 0);
  set_clue(c, Of::governs, syntax_.governs(first, pronoun_));
  set_clue(c, Of::own_clause, own_clause);
  set_clue(c, Of::own_clause_for_possessive, own_clause && as_possessor_);
  set_clue(c, Of::relative_clause, syntax_.is_said_of(head, pronoun_));
  set_clue(c, Of::thanked_for, syntax_.is_thanked_for(head, pronoun_));
  set_clue(c, Of::beside_owned,
           as_possessor_ && parse_[parse_[pronoun_].head].relation == Relation::conj &&
               first_conjunct(parse_, parse_[pronoun_].head) == first);
  set_clue(c, Of::parallel, distance < 2 && token.relation == parse_[pronoun_].relation);
  if (subject) {
    set_clue(c, Of::subject_here, distance == 0);
    set_clue(c, Of::subject_before, distance == 1);
    set_clue(c, Of::main_subject_before, distance == 1 && is_main_verb(parse_, token.head));
    set_clue(c, Of::last_subject, !std::exchange(subject_seen_, true));
    const bool of_this = paragraphs_ == 0 && distance > 0;
    const bool of_last = paragraphs_ == 1 && opens_paragraph(parse_[pronoun_].sentence);
    set_clue(c, Of::opens_paragraph, (of_this || of_last) && opens_paragraph(token.sentence));
    set_clue(c, Of::same_verb, as_subject_ && parse_[token.head].lemma == parse_[parse_[pronoun_].head].lemma);
    if (syntax_.is_speaker(first)) {
      set_clue(c, Of::both_speak, syntax_.is_speaker(pronoun_));
      const bool last = !std::exchange(speaker_seen_, true);
      set_clue(c, Of::last_speaker, last);
      set_clue(c, Of::last_speaker_of_speaker, last && syntax_.is_speaker(pronoun_));
    }
  }
  const bool pronoun = mention != nullptr && parse_[head].tag != Tag::nn &&
                       (mention->kind == MentionKind::pronoun || mention->kind == MentionKind::possessive) &&
                       form_of(parse_[head].lower) == form_of(parse_[pronoun_].lower);
  if (pronoun && !std::exchange(same_form_seen_, true)) {
    set_clue(c, Of::last_pronoun);
    set_clue(c, Of::last_pronoun_here, distance == 0);
    set_clue(c, Of::last_pronoun_parallel, subject && as_subject_);
  }
  const bool quoted = syntax_.is_quoted(head);
  if (!quoted) outside_[static_cast<std::size_t>(&c - found_.data())] = 1;
  set_clue(c, Of::same_quotation,
           quoted && quoted_ && syntax_.last_quotation(head) == syntax_.last_quotation(pronoun_));
}

// Who or what it is.
void AntecedentSearch::add_kind(Antecedent& c) {
  const bool speaks = syntax_.is_speaker(pronoun_);
  if (c.entities.empty()) {
    const auto noun = b_.who.noun_phrases.find(parse_[c.noun].lower);
    set_clue(c, Of::unlisted);
    set_clue(c, Of::unlisted_people, noun.has_value());
    set_clue(c, Of::unlisted_agent, !noun && is_agent(parse_[c.noun].lemma));
    return set_clue(c, Of::unlisted_for_speaker, speaks);
  }
  set_clue(c, Of::pair, c.entities.size() == 2);
  set_clue(c, Of::several, c.entities.size() > 2);
  set_clue(c, Of::mixed, std::any_of(c.entities.begin(), c.entities.end(), [&](Index e) {
             return (b_.entity(e).type == EntityType::person) != (b_.entity(c.entities[0]).type == EntityType::person);
           }));
  const Index e = c.entities[0];
  const EntityBuilder::Note& note = b_.notes[e];
  if (form_ == PronounForm::person) {
    set_clue(c, Of::same_gender, note.gender != Gender::unknown);
    set_clue(c, Of::without_name, b_.entity(e).anonymous);
  }
  set_clue(c, Of::in_lead, is_in_lead(b_, c.entities, parse_.size()));
  if (form_ == PronounForm::person || c.entities.size() > 1) return;
  set_clue(c, Of::without_name, b_.entity(e).anonymous);
  set_clue(c, Of::body, note.is_body && b_.entity(e).type != EntityType::country);
  set_clue(c, Of::country, b_.entity(e).type == EntityType::country);
  const bool institution = note.is_body || b_.entity(e).type == EntityType::country;
  set_clue(c, Of::body_for_speaker, institution && speaks);
  set_clue(c, Of::body_for_possessive, institution && as_possessor_);
  set_clue(c, Of::group, b_.entity(e).type == EntityType::group);
  set_clue(c, Of::plural, note.plural);
}

// A story goes on about whom it is about.
void AntecedentSearch::add_frequency() {
  constexpr std::uint32_t kSentences = 60;
  std::map<std::vector<Index>, float> times;
  for (const Antecedent& c : found_) {
    if (!c.entities.empty()) times.emplace(c.entities, 0.0F);
  }
  if (times.empty()) return;
  backwards(b_, pronoun_, kSentences, [&](const TokenMention& m) {
    if (const auto found = times.find(m.entities); found != times.end()) ++found->second;
    return false;
  });
  float most = 0;
  for (const auto& [entities, count] : times) most = std::max(most, count);
  for (Antecedent& c : found_) {
    if (c.entities.empty()) continue;
    const float count = times.at(c.entities);
    clue_of(c.clues, Of::times) = std::clamp(count - 1, 0.0F, kMostTimes);
    set_clue(c, Of::most_often, count == most);
  }
}

void AntecedentSearch::add_nobody() {
  Antecedent nobody;
  const Token& token = parse_[pronoun_];
  set_clue(nobody, Of::nobody);
  set_clue(nobody, Of::nobody_as_possessor, as_possessor_);
  set_clue(nobody, Of::nobody_as_object, as_object_);
  set_clue(nobody, Of::nobody_in_quotation, quoted_);
  if (as_subject_) {
    const auto children = parse_.children(token.head);
    set_clue(nobody, Of::nobody_with_be, is_of_being(parse_[token.head]));
    set_clue(nobody, Of::nobody_with_passive, is_passive(parse_, token.head));
    set_clue(nobody, Of::nobody_with_clause, std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
               const Relation r = parse_[c].relation;
               return c > pronoun_ && (r == Relation::ccomp || r == Relation::xcomp || r == Relation::advcl);
             }));
  }
  set_clue(nobody, Of::nobody_before, std::none_of(found_.begin(), found_.end(), [&](const Antecedent& c) {
             return !c.entities.empty() && (c.noun > pronoun_ || syntax_.distance(c.noun, pronoun_) < 2);
           }));
  found_.push_back(nobody);
}

PronounCase AntecedentSearch::result() {
  for (std::size_t i = 0; i < found_.size(); ++i) {
    Antecedent& c = found_[i];
    set_clue(c, Of::only_quoted, outside_[i] == 0 && !quoted_);
    set_clue(c, Of::only_outside, outside_[i] == 1 && quoted_ && clue_of(c.clues, Of::same_quotation) == 0);
  }
  add_frequency();
  add_nobody();
  set_chances(found_, b_.who.antecedents.clues[static_cast<std::size_t>(form_)]);
  return {pronoun_, form_, std::move(found_)};
}

}  // namespace dragoman
