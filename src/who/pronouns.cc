// Whom a pronoun stands for: candidates before it that agree in number, person and gender are scored by distance and
// by their place in the sentence. When none fits well enough, or two fit as well, nobody is named.
#include "language/syntax.h"
#include "statements/cues.h"
#include "who/backwards.h"

#include <algorithm>
#include <map>
#include <optional>

namespace dragoman {

namespace {

class Pronouns {
 public:
  explicit Pronouns(EntityBuilder& b) : b_(b), parse_(b.parse) {}

  std::vector<Index> find(TokenIndex t) {
    const std::string_view w = parse_[t].lower;
    if (w == "latter") return last_named(t);
    const bool styled = b_.who.is_part(parse_[parse_[t].head].text, NamePart::Kind::honorific);
    if (styled && !stands_for_bearer(t)) return {};  // "His Highness Paul Okoye"
    if (w == "he" || w == "him" || w == "his" || w == "himself") return person(t, Gender::male);
    if (w == "she" || w == "her" || w == "hers" || w == "herself") return person(t, Gender::female);
    if (w == "they" || w == "them" || w == "their" || w == "theirs" || w == "themselves") return several(t);
    if (w == "it" || w == "its" || w == "itself") return thing(t);
    if (w == "both") return two(t);
    return {};
  }

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

  struct Best {
    double score = 0, second = 0;
    std::vector<Index> entities;
    void offer(double points, std::vector<Index> who) {
      if (who == entities) {
        score = std::max(score, points);
      } else if (points > score) {
        second = score;
        score = points;
        entities = std::move(who);
      } else {
        second = std::max(second, points);
      }
    }
  };

  // The subject of a verb that stands above the pronoun: "Ivanov said he …", "Tanaka praised his …".
  bool governs(TokenIndex candidate, TokenIndex pronoun) const {
    if (!is_subject(parse_, candidate) || parse_[candidate].sentence != parse_[pronoun].sentence) return false;
    // "Chad will leave if the talks fail, its envoy said": what the envoy's clause is about.
    const Token& p = parse_[pronoun];
    const TokenIndex said = p.relation == Relation::poss && is_subject(parse_, p.head) ? parse_[p.head].head : kNoToken;
    const Token& verb = parse_[parse_[candidate].head];
    if (said != kNoToken && verb.relation == Relation::ccomp && verb.head == said) return true;
    return is_under(parse_, pronoun, parse_[candidate].head);
  }

  // "an official who asked not to be named because he …": the subject of the relative clause that it stands in.
  bool is_said_of(TokenIndex candidate, TokenIndex pronoun) const {
    if (parse_[candidate].sentence != parse_[pronoun].sentence) return false;
    return std::any_of(parse_.children(candidate).begin(), parse_.children(candidate).end(), [&](TokenIndex clause) {
      if (parse_[clause].relation != Relation::relcl || !is_under(parse_, pronoun, clause)) return false;
      const TokenIndex subject = child_of(parse_, clause, Relation::nsubj);
      return subject != kNoToken && is_relative_pronoun(parse_[subject]);
    });
  }

  // "Mori met him": object and subject of one verb are not the same.
  bool shares_clause(TokenIndex pronoun, TokenIndex other) const {
    const Token& p = parse_[pronoun];
    if (p.tag == Tag::prp_poss || p.lower.ends_with("self")) return false;
    TokenIndex head = p.head;
    if (is_subject(parse_, pronoun)) {  // "the police let them march": the verb above has them for its object
      if (p.lower != "them" && p.lower != "him") return false;
      head = parse_[head].head;
    }
    if (parse_[head].pos == Pos::adp) head = parse_[head].head;  // "Mori met with him"
    if (is_subject(parse_, other) && parse_[other].head == head) return true;
    // "he thanked Paz for supporting him": she supports.
    if (parse_[head].relation == Relation::pcomp && parse_[parse_[head].head].lower == "for") return false;
    // "called her to thank her", "received him, welcoming him": nor with the subject that is understood.
    if (!is_verbal(parse_[head])) return false;
    const Tokens subjects = surface_subjects(parse_, head);
    return std::any_of(subjects.begin(), subjects.end(), [&](TokenIndex s) {
      const auto& entities = b_.story.entities_at(s);
      return s == other || (!entities.empty() && entities == b_.story.entities_at(other));
    });
  }

  // "Paz thanked Rojas for his help", "arrested him for his part": what somebody is thanked or blamed for is his own.
  bool is_thanked_for(TokenIndex other, TokenIndex pronoun) const {
    if (parse_[pronoun].tag != Tag::prp_poss || parse_[other].relation != Relation::dobj) return false;
    const TokenIndex verb = parse_[other].head;
    return std::any_of(parse_.children(verb).begin(), parse_.children(verb).end(), [&](TokenIndex child) {
      return child > other && parse_[child].lower == "for" && is_under(parse_, pronoun, child);
    });
  }

  // "Hassan, his commander": nor somebody and who owns him.
  bool owns_apposition(TokenIndex pronoun, TokenIndex other) const {
    const Token& owned = parse_[parse_[pronoun].head];
    return parse_[pronoun].relation == Relation::poss && owned.relation == Relation::appos && owned.head == other;
  }

  // "the king and his brother": not both members of one coordination.
  bool same_coordination(TokenIndex pronoun, TokenIndex other) const {
    return parse_[pronoun].tag == Tag::prp && first_conjunct(parse_, pronoun) == first_conjunct(parse_, other);
  }

  // Who says what the pronoun stands in: the subject of the verb of saying right behind the quotation or before it.
  // Speakers do not call themselves "he".
  std::vector<Index> speaker_around(TokenIndex t) const {
    if (!is_quoted(t)) return {};
    const Quotation& quotation = *last_quotation(t);
    constexpr TokenIndex kReach = 10;
    const auto subject_in = [&](TokenIndex begin, TokenIndex end) -> std::vector<Index> {
      for (TokenIndex s = begin; s < end && s < parse_.size(); ++s) {
        const auto& who = b_.story.entities_at(s);
        if (who.size() != 1 || parse_[s].relation != Relation::nsubj) continue;
        if (is_speaker(s)) return who;
      }
      return {};
    };
    auto speaker = subject_in(quotation.outside.end, quotation.outside.end + kReach);
    if (!speaker.empty()) return speaker;
    const TokenIndex begin = quotation.outside.begin;
    return subject_in(begin - std::min(begin, kReach), begin);
  }

  // “There is no plan. Savimbi wants a pretext,” he said: whoever the quotation right before names is not its speaker.
  TokenSpan words_of_speaker(TokenIndex t) const {
    const Quotation* last = is_speaker(t) ? last_quotation(t) : nullptr;
    constexpr TokenIndex kNear = 3;
    const bool beside = last != nullptr && t >= last->outside.end && t < last->outside.end + kNear;
    return beside ? last->inside : TokenSpan{};
  }

  // "he suggested that Lew looked elsewhere": whom the rest of his own clause names he is not.
  TokenSpan rest_of_clause(TokenIndex t) const {
    if (parse_[t].tag != Tag::prp || !is_subject(parse_, t)) return {};
    const TokenIndex verb = parse_[t].head;
    constexpr TokenIndex kLongest = 80;
    return verb < t ? TokenSpan{} : TokenSpan{verb + 1, std::min(parse_[verb].right_edge + 1, verb + kLongest)};
  }

  // "Lew should leave, he said": nor whom the clause before it names that he says.
  TokenSpan clause_said_before(TokenIndex t) const {
    if (parse_[t].tag != Tag::prp || !is_subject(parse_, t)) return {};
    const TokenIndex said = child_of(parse_, parse_[t].head, Relation::ccomp);
    if (said == kNoToken || said > t || !is_speaker(t)) return {};
    return {parse_[said].left_edge, std::min(parse_[said].right_edge + 1, t)};
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

  // Of the subjects above a pronoun the one whose clause it stands in: "Paz said that Ivanov would leave his post".
  TokenIndex nearest_subject(TokenIndex pronoun) const {
    constexpr int kDeepest = 40;
    TokenIndex at = pronoun;
    for (int depth = 0; depth < kDeepest && parse_[at].head != at; ++depth) {
      at = parse_[at].head;
      if (!is_verbal(parse_[at])) continue;
      for (const TokenIndex child : parse_.children(at)) {
        if (!is_subject(parse_, child) || child >= pronoun) continue;
        return is_relative_pronoun(parse_[child]) ? antecedent(parse_, at) : child;
      }
    }
    return kNoToken;
  }

  // "The ships left their port", "52 percent of voters said they": the subject of the pronoun's clause is of several
  // that the record does not list.
  bool is_of_unlisted_ones(TokenIndex nearest) const {
    if (nearest == kNoToken || b_.story.mention_at[nearest] >= 0) return false;
    return parse_[nearest].tag == Tag::nns || parse_[nearest].lemma == "percent" || parse_[nearest].lower == "%";
  }

  struct Candidate {
    Index person = 0;
    double score = 0;
  };

  // A story goes on about whom it is about: points for how often what goes before speaks of each of them.
  void add_for_times(TokenIndex t, std::vector<Candidate>& candidates) const {
    if (candidates.empty()) return;
    constexpr std::uint32_t kSentences = 60;
    std::map<Index, int> times;
    for (const Candidate& c : candidates) times.emplace(c.person, 0);
    backwards(b_, t, kSentences, [&](const TokenMention& m) {
      if (m.entities.size() != 1) return false;
      if (const auto found = times.find(m.entities[0]); found != times.end()) ++found->second;
      return false;
    });
    for (Candidate& c : candidates) c.score += kEachTime * std::min(times.at(c.person) - 1, kOften);
  }

  bool is_speaker(TokenIndex t) const {
    if (!is_subject(parse_, t)) return false;
    const Cue* cue = b_.story.lexicon.cues->verb(parse_[parse_[t].head].lemma);
    return cue != nullptr && cue->kind == Cue::Kind::speech;
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

  // The last one whose words begin at `t` or before it; null where there is none.
  const Quotation* last_quotation(TokenIndex t) const {
    const auto behind = std::upper_bound(b_.quotations.begin(), b_.quotations.end(), t,
                                         [](TokenIndex x, const Quotation& q) { return x < q.inside.begin; });
    return behind == b_.quotations.begin() ? nullptr : &*(behind - 1);
  }

  bool is_quoted(TokenIndex t) const {
    const Quotation* last = last_quotation(t);
    return last != nullptr && last->inside.contains(t);
  }

  // How many sentences lie between, without those that are quoted from end to end where the pronoun is not: “…. …. …,”
  // he said.
  std::uint32_t distance(TokenIndex other, TokenIndex pronoun) const {
    const std::uint32_t from = parse_[other].sentence, to = parse_[pronoun].sentence;
    std::uint32_t count = to - from;
    if (is_quoted(pronoun)) return count;
    for (std::uint32_t s = from + 1; s < to; ++s) {
      const TokenSpan sentence = parse_.sentences[s];
      if (is_quoted(sentence.begin + 1) && is_quoted(sentence.begin + sentence.size() / 2)) --count;
    }
    return count;
  }

  double place_of(const TokenMention& m, TokenIndex pronoun) const {
    const Token& head = parse_[m.head];
    const std::uint32_t distance = this->distance(m.head, pronoun);
    double score = 10.0 - 2.0 * distance - kEachWord * std::min<TokenIndex>(pronoun - m.head, 100);
    const TokenIndex first = first_conjunct(parse_, m.head);
    const bool described = is_said_of(m.head, pronoun);
    if (is_subject(parse_, first) || described) score += distance == 0 ? 1.8 : 1.6;
    if (governs(first, pronoun)) score += 1.0;
    if (described) score += 3.5;
    if (m.kind == MentionKind::possessive || head.relation == Relation::poss) score -= 0.6;
    if (head.relation == Relation::pobj) score -= 0.8;
    if (head.relation == Relation::compound || head.relation == Relation::amod) score -= 3.0;
    return score;
  }

  static constexpr double kEachWord = 0.01, kQuoted = 1.0, kObject = 3.5;
  static constexpr double kSameGender = 0.2, kNoName = 0.8, kOwnClause = 0.8, kSpeaker = 1.2, kEachTime = 0.3,
                          kThanked = 4.0;
  static constexpr int kOften = 6;

  std::vector<Index> person(TokenIndex t, Gender gender) {
    std::vector<Candidate> candidates;
    const std::vector<Index> speaker = speaker_around(t);
    const TokenSpan own_words = words_of_speaker(t), rest = rest_of_clause(t), said = clause_said_before(t);
    const TokenIndex nearest = nearest_subject(t);
    constexpr std::uint32_t kBack = 8;  // sentences, of which those wholly quoted do not count
    backwards(b_, t, kBack, [&](const TokenMention& m) {
      if (m.entities.size() != 1 || m.entities == speaker || own_words.contains(m.head) || said.contains(m.head))
        return false;
      const Index e = m.entities[0];
      if (b_.entity(e).type != EntityType::person) return false;
      const Gender known = b_.notes[e].gender;
      if (known != Gender::unknown && known != gender) return false;
      if (shares_clause(t, m.head) || same_coordination(t, m.head) || is_named_in(own_words, e)) return false;
      if (owns_apposition(t, m.head)) return false;
      if (is_named_in(rest, e) || is_named_in(said, e)) return false;
      double score = place_of(m, t);
      if (known == gender) score += kSameGender;
      if (b_.entity(e).anonymous) score -= kNoName;
      if (first_conjunct(parse_, m.head) == nearest) score += kOwnClause;
      if (is_thanked_for(m.head, t)) score += kThanked;
      if (is_speaker(t) && is_speaker(m.head)) score += kSpeaker;
      if (is_quoted(m.head) && !is_quoted(t)) score -= kQuoted;
      candidates.push_back({e, score});
      return false;
    });
    add_for_times(t, candidates);
    Best best;
    for (const Candidate& c : candidates) best.offer(c.score, {c.person});
    if (best.entities.empty() || best.score < 3.0) return says_of_himself(said, gender);
    Gender& known = b_.notes[best.entities[0]].gender;
    if (known == Gender::unknown) known = gender;
    return best.entities;
  }

  // "A met in Jeddah with B. They signed": the two of them.
  std::vector<Index> with_partner(const TokenMention& m) const {
    if (m.entities.size() != 1 || !is_subject(parse_, m.head)) return {};
    std::vector<Index> both;
    for (const TokenIndex partner : obliques(parse_, parse_[m.head].head, "with")) {
      const auto& entities = b_.story.entities_at(partner);
      if (entities.size() != 1 || entities == m.entities) return {};
      if (b_.entity(entities[0]).type != b_.entity(m.entities[0]).type) return {};
      if (both.empty()) both = m.entities;
      both.push_back(entities[0]);
    }
    return both;
  }

  std::vector<Index> several(TokenIndex t) {
    const TokenIndex nearest = nearest_subject(t);
    if (is_of_unlisted_ones(nearest)) return {};
    Best best;
    backwards(b_, t, 3, [&](const TokenMention& m) {
      std::vector<Index> members = m.entities;
      if (members.size() < 2) members = coordinated_entities(b_, m);
      if (members.size() < 2 && is_subject(parse_, t)) {
        if (auto both = with_partner(m); !both.empty()) members = std::move(both);
      }
      const bool group = members.size() == 1 && (b_.notes[members[0]].plural || b_.notes[members[0]].is_body) &&
                         b_.entity(members[0]).type != EntityType::country;
      if (members.size() < 2 && !group) return false;
      if (shares_clause(t, m.head) || same_coordination(t, m.head)) return false;
      double score = place_of(m, t);
      if (members.size() > 1) score += 0.3;
      if (first_conjunct(parse_, m.head) == nearest) score += kOwnClause;
      if (group && !b_.notes[members[0]].plural) score -= governs(m.head, t) ? 1.0 : 3.0;
      best.offer(score, members);
      return false;
    });
    return best.score < 4.0 ? std::vector<Index>{} : best.entities;
  }

  // "warned both": the last two who stand side by side, else the only two countries or people that are near.
  std::vector<Index> two(TokenIndex t) {
    std::vector<Index> pair;
    bool others = false;
    std::optional<EntityType> type;
    backwards(b_, t, 3, [&](const TokenMention& m) {
      if (shares_clause(t, m.head)) return false;
      const std::vector<Index> members = m.entities.size() > 1 ? m.entities : coordinated_entities(b_, m);
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

  // "It is easy to …", "when it comes to", "it said that": the first two stand for nothing.
  bool is_empty(TokenIndex t) const {
    const Token& token = parse_[t];
    if (token.relation == Relation::expl) return true;
    if (token.tag != Tag::prp || !is_subject(parse_, t)) return false;
    const Token& verb = parse_[token.head];
    if (verb.lemma == "be" || verb.lemma == "seem" || verb.lemma == "appear" || verb.lemma == "rain") return true;
    if (verb.lower == "\xE2\x80\x99s" || verb.lower == "'s")
      return true;  // "It’s a vote", which the parser takes for "has"
    const bool comes_to = verb.lemma == "come" && child_word(parse_, token.head, "when") != kNoToken &&
                          child_word(parse_, token.head, "to") != kNoToken;
    return comes_to || is_passive(parse_, token.head);  // "it was announced that"
  }

  // The subject of the last sentence before that of `t`.
  TokenIndex subject_before(TokenIndex t) const {
    const std::uint32_t sentence = parse_[t].sentence;
    if (sentence == 0) return kNoToken;
    const TokenSpan before = parse_.sentences[sentence - 1];
    for (TokenIndex s = before.begin; s < before.end; ++s) {
      if (parse_[s].head == s) return own_subject(parse_, s);
    }
    return kNoToken;
  }

  // "The plan cost millions. It forced …", "the ruling meant that it would": what was spoken of is a thing.
  bool is_of_thing(TokenIndex subject) const {
    if (subject == kNoToken || b_.story.mention_at[subject] >= 0 || parse_[subject].tag != Tag::nn) return false;
    const bool owned = !possessors(parse_, subject).empty() || !obliques(parse_, subject, "of").empty();
    return !owned && !is_speaker(subject);
  }

  std::vector<Index> thing(TokenIndex t) {
    if (is_empty(t)) return {};
    if (parse_[t].tag == Tag::prp && is_subject(parse_, t)) {
      const TokenIndex nearest = nearest_subject(t);
      // "It defended the rules it had upheld": the same as before.
      if (nearest != kNoToken && parse_[nearest].lower == "it" && !is_empty(nearest))
        return b_.story.entities_at(nearest);
      if (is_of_thing(nearest == kNoToken ? subject_before(t) : nearest)) return {};
    }
    Best best;
    backwards(b_, t, 2, [&](const TokenMention& m) {
      if (m.entities.size() != 1) return false;
      const Index e = m.entities[0];
      if (b_.entity(e).type == EntityType::person || (b_.notes[e].plural && b_.entity(e).anonymous)) return false;
      if (shares_clause(t, m.head) || same_coordination(t, m.head)) return false;
      double score = place_of(m, t);
      if (is_speaker(t) && is_speaker(m.head)) score += kSpeaker;
      if (parse_[t].tag == Tag::prp && !is_subject(parse_, t)) score -= kObject;  // "rejected it": rather a thing
      if (parse_[m.head].relation == Relation::pobj && parse_[parse_[m.head].head].lower == "in") score -= 1.0;
      if (parse_[t].tag == Tag::prp_poss && parse_[m.head].sentence == parse_[t].sentence) score += 0.5;
      best.offer(score, m.entities);
      return false;
    });
    // Things that are no one's names compete unseen, so "it" asks for a good place.
    return best.score < 8.5 ? std::vector<Index>{} : best.entities;
  }

  EntityBuilder& b_;
  const Parse& parse_;
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
  if (token.tag == Tag::prp_poss && pronouns.stands_for_bearer(t)) {
    return b.mention({t, token.head + 1}, token.head, MentionKind::pronoun, std::move(found));
  }
  return b.mention({t, t + 1}, t, kind, std::move(found));
}

}  // namespace dragoman
