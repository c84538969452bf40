// One event told several times in a document is one event with several evidences.
#include "clauses/headline_passives.h"
#include "events/arguments.h"
#include "events/draft.h"
#include "story/members.h"
#include "text/ascii.h"
#include "who/names.h"

#include <algorithm>

namespace dragoman {

namespace {

bool same(std::vector<Index> a, std::vector<Index> b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  return a == b;
}

bool done(EventStatus s) {
  return s == EventStatus::happened || s == EventStatus::ongoing;
}

// The text itself gives both of them a day, and not the same.
bool dates_differ(const Event& a, const Event& b) {
  return a.date && b.date && a.date->basis == DateBasis::text && b.date->basis == DateBasis::text &&
         a.date->value != b.date->value;
}

// The same, where both days are told in one way: a weekday of no known week and a day of a month may be one.
bool days_differ(const Event& a, const Event& b) {
  const auto is_weekday = [](const Event& e) { return e.date->value.starts_with("XXXX-W"); };
  return dates_differ(a, b) && is_weekday(a) == is_weekday(b);
}

class Merge {
 public:
  explicit Merge(const Story& story)
      : parse_(story.parse), entities_(story.record.entities), places_(story.record.places), who_(*story.lexicon.who) {}

  // Two tellings: the same verb or noun, or a definite noun that refers back to a meeting.
  bool tells_again(const EventDraft& first, const EventDraft& second, const EventLexicon& lexicon) const {
    if (is_same_violence(first, second, lexicon) || is_same_occasion(first, second)) return true;
    if (cause_and_effect(first, second) || is_part_of(first, second) || is_same_meeting(first, second)) return true;
    if (is_same_visit(first, second) || is_same_victim(first, second) || is_own_deed(first, second)) return true;
    if (is_same_defendant(first, second, lexicon) || names_captive(first, second)) return true;
    if (is_told_by_headline(first, second) || is_same_arrest(first, second, lexicon)) return true;
    if (!compatible(first.event, second.event)) return false;
    if (is_same_judgement(first, second) || is_known_by_noun(first, second)) return true;
    if (is_same_day_of_talks(first.event, second.event) || is_told_by_participle(first, second)) return true;
    if (is_done_once(first, second) || is_same_protest(first, second)) return true;
    const bool charged = first.event.type == EventType::accuse && first.event.mode == "allege";
    if (charged && !is_same_charge(first.trigger, second.trigger)) return false;
    if (first.event.trigger.lemma == second.event.trigger.lemma) {
      return parse_[second.trigger].pos == Pos::noun || first.event.theme == second.event.theme ||
             is_same_object(first.object, second.object);
    }
    // "they discussed the war": that they met is another thing to tell.
    const bool of_people = first.object != kNoToken && parse_[first.object].pos != Pos::noun;
    const bool says_what =
        first.object != kNoToken || (is_verbal(parse_[first.trigger]) && !complements(parse_, first.trigger).empty());
    const bool discusses =
        is_verbal(parse_[first.trigger]) && says_what && !of_people && first.event.trigger.lemma != "hold";
    if (discusses && first.event.mode.empty()) return false;
    return first.event.type == EventType::consult && (second.definite || first.event.mode == "visit");
  }

  // "A blast tore through the market, killing ten and hurting thirty": one deed, though three words tell it; "the
  // attack", of nobody in particular, is the last that was told.
  bool is_same_violence(const EventDraft& first, const EventDraft& second, const EventLexicon& lexicon) const {
    const Event &a = first.event, &b = second.event;
    if (a.type != EventType::assault || b.type != EventType::assault || !done(a.status) || !done(b.status))
      return false;
    if (tells_how(first, second)) return !places_differ(a, b);
    if (!b.actors.empty() && !is_same_side(a.actors, b.actors)) return false;
    if (places_differ(a, b)) return false;
    const std::uint32_t apart = parse_[second.trigger].sentence - parse_[first.trigger].sentence;
    const auto tells_harm = [&](const EventDraft& d) { return lexicon.harms.contains(d.event.trigger.lemma); };
    if (apart == 0 && (tells_harm(first) || tells_harm(second) || does(second.trigger, first.trigger))) return true;
    if (tells_harm(second) && is_of_known_deed(second.trigger, lexicon)) return true;
    if (apart == 1 && tells_harm(second) && is_toll_of(first, second, lexicon)) return true;
    constexpr std::uint32_t kSentences = 8;
    return apart <= kSentences && second.definite && (b.recipients.empty() || share(a.recipients, b.recipients));
  }

  // "Rebels raided Gao. Nine farmers were killed": harm without a doer or a deed of its own, and not to those who did
  // it.
  bool is_toll_of(const EventDraft& first, const EventDraft& second, const EventLexicon& lexicon) const {
    const Event &a = first.event, &b = second.event;
    if (!b.actors.empty() || !is_verbal(parse_[second.trigger]) || !is_passive(parse_, second.trigger)) return false;
    if (dates_differ(a, b) || b.recipients.empty() || says_how(second.trigger)) return false;
    for (const std::string_view preposition : {"in", "by", "during", "after"}) {
      for (const TokenIndex deed : obliques(parse_, second.trigger, preposition)) {
        if (lexicon.violence.contains(parse_[deed].lemma)) return false;
      }
    }
    const bool of_many =
        std::all_of(b.recipients.begin(), b.recipients.end(), [&](Index e) { return entities_[e].anonymous; }) &&
        std::none_of(a.recipients.begin(), a.recipients.end(),
                     [&](Index e) { return entities_[e].type == EntityType::person; });
    // "Troops stormed the camp. Nine soldiers died": who bears arms may be of either side.
    const bool of_a_side =
        std::any_of(b.recipients.begin(), b.recipients.end(), [&](Index e) { return bears_arms(entities_[e]); });
    return of_many && (a.actors.empty() || !are_alike(a.actors, b.recipients)) &&
           (!of_a_side || (!a.recipients.empty() && are_alike(a.recipients, b.recipients)));
  }

  bool hits_people(const Event& e) const {
    return std::any_of(e.recipients.begin(), e.recipients.end(), [&](Index r) { return entities_[r].anonymous; });
  }

  // "were killed when", "were killed and hurt as", "since May": a clause or a time of its own says how.
  bool says_how(TokenIndex verb) const {
    const Tokens verbs = coordinated(parse_, verb);
    return std::any_of(verbs.begin(), verbs.end(), [&](TokenIndex v) {
      return child_of(parse_, v, Relation::advcl) != kNoToken || child_word(parse_, v, "since") != kNoToken;
    });
  }

  // "were shot dead when soldiers opened fire", "after soldiers opened fire": who did it, and how.
  bool tells_how(const EventDraft& first, const EventDraft& second) const {
    if (!first.event.actors.empty() || !is_verbal(parse_[first.trigger]) || !is_passive(parse_, first.trigger))
      return false;
    const Token& verb = parse_[second.trigger];
    return verb.relation == Relation::advcl && verb.head == first.trigger &&
           (child_word(parse_, second.trigger, "when") != kNoToken ||
            child_word(parse_, second.trigger, "as") != kNoToken ||
            child_word(parse_, second.trigger, "after") != kNoToken);
  }

  // "were hit by Turkish strikes": the strikes are what hit them.
  bool does(TokenIndex noun, TokenIndex verb) const {
    if (!is_verbal(parse_[verb])) return false;
    const Tokens doers = agents(parse_, verb);
    return std::find(doers.begin(), doers.end(), noun) != doers.end();
  }

  // "Turkish jets … Turkey launched the attack": the same, or of one country.
  bool is_same_side(const std::vector<Index>& a, const std::vector<Index>& b) const {
    if (same(a, b)) return true;
    if (a.empty() || b.empty()) return false;
    const std::string_view country = entities_[a.front()].sure_country();
    const auto of_it = [&](Index e) { return !country.empty() && entities_[e].sure_country() == country; };
    return std::all_of(a.begin(), a.end(), of_it) && std::all_of(b.begin(), b.end(), of_it);
  }

  bool is_the_violence(TokenIndex noun, const EventLexicon& lexicon) const {
    return lexicon.violence.contains(parse_[noun].lemma) && child_word(parse_, noun, "the") != kNoToken;
  }

  // "two more died in the blast": of the blast that was told before.
  bool is_of_known_deed(TokenIndex verb, const EventLexicon& lexicon) const {
    for (const std::string_view preposition : {"in", "by", "during"}) {
      for (const TokenIndex deed : obliques(parse_, verb, preposition)) {
        if (is_the_violence(deed, lexicon)) return true;
      }
    }
    const Tokens subjects = surface_subjects(parse_, verb);  // "the raid, which wounded six"
    return !is_passive(parse_, verb) && subjects.size() == 1 && is_the_violence(subjects[0], lexicon);
  }

  // "condemned the raid … deplored it": one judgement of the same people in two words.
  bool is_same_judgement(const EventDraft& first, const EventDraft& second) const {
    const Event &a = first.event, &b = second.event;
    constexpr std::uint32_t kSentences = 3;
    const bool judges =
        (a.type == EventType::accuse && a.mode == "disapprove") || (a.type == EventType::support && a.cameo == "051");
    return judges && a.cameo == b.cameo && !a.recipients.empty() &&
           parse_[second.trigger].sentence - parse_[first.trigger].sentence <= kSentences;
  }

  // "Mali joined the union … Mali's entry": the noun names what was told before by another word.
  bool is_known_by_noun(const EventDraft& first, const EventDraft& second) const {
    return second.definite && parse_[second.trigger].pos == Pos::noun && !first.event.recipients.empty() &&
           (first.event.cameo == second.event.cameo || first.event.type == EventType::assault);
  }

  // "They met on Monday. The discussions …": told again within a sentence or two by those who are among them.
  bool is_same_occasion(const EventDraft& first, const EventDraft& second) const {
    const Event &a = first.event, &b = second.event;
    if (a.type != EventType::consult || b.type != EventType::consult || a.mode == "visit" || b.mode == "visit")
      return false;
    if (!done(a.status) || !done(b.status) || b.actors.empty()) return false;
    if (dates_differ(a, b)) return false;
    constexpr std::uint32_t kSentences = 2;
    if (parse_[second.trigger].sentence - parse_[first.trigger].sentence > kSentences) return false;
    const bool next_sentence = is_verbal(parse_[first.trigger]) && is_verbal(parse_[second.trigger]) &&
                               parse_[second.trigger].sentence != parse_[first.trigger].sentence;
    if (next_sentence && !second.definite && !goes_on(first, second)) return false;
    const auto among = [](const Event& few, const Event& many) {
      return std::all_of(few.actors.begin(), few.actors.end(), [&](Index e) {
        return std::find(many.actors.begin(), many.actors.end(), e) != many.actors.end() ||
               std::find(many.recipients.begin(), many.recipients.end(), e) != many.recipients.end();
      });
    };
    return among(b, a);
  }

  // "met Paz on Monday … a Monday meeting between the two": one day, told for both.
  static bool is_same_day_of_talks(const Event& a, const Event& b) {
    return a.type == EventType::consult && a.mode != "visit" && b.mode != "visit" && a.actors.size() > 1 && a.date &&
           b.date && a.date->basis == DateBasis::text && a.date->value == b.date->value;
  }

  // "lashed out at Paz, accusing her of", "sent her a letter asking her to", "attacked her by accusing her": the
  // participle says how.
  bool is_told_by_participle(const EventDraft& first, const EventDraft& second) const {
    const Token& participle = parse_[second.trigger];
    const Relation r = participle.relation;
    const bool beside = r == Relation::advcl || r == Relation::acl || r == Relation::xcomp ||
                        (r == Relation::pcomp && parse_[participle.head].lower == "by");
    return participle.tag == Tag::vbg && beside && !first.event.actors.empty() && !first.event.recipients.empty() &&
           is_under(parse_, second.trigger, first.trigger);
  }

  // "They met on Monday. The two also exchanged views on trade": the same people, at no other time or place.
  bool goes_on(const EventDraft& first, const EventDraft& second) const {
    const Event &a = first.event, &b = second.event;
    return a.actors.size() > 1 && same(a.actors, b.actors) && !places_differ(a, b) && b.recipients.empty() &&
           child_word(parse_, second.trigger, "again") == kNoToken;
  }

  // "apologised to Chile … her apology": the noun of the verb, which does not say again to whom.
  bool is_own_deed(const EventDraft& first, const EventDraft& second) const {
    constexpr std::size_t kStem = 4;
    const Event &a = first.event, &b = second.event;
    if (a.type != b.type || a.cameo != b.cameo || a.type == EventType::consult || !b.recipients.empty()) return false;
    if (!done(a.status) || !done(b.status) || !is_verbal(parse_[first.trigger])) return false;
    const bool owned = parse_[second.trigger].pos == Pos::noun && !possessors(parse_, second.trigger).empty();
    return owned && !a.actors.empty() && same(a.actors, b.actors) && !places_differ(a, b) && !dates_differ(a, b) &&
           a.trigger.lemma.substr(0, kStem) == b.trigger.lemma.substr(0, kStem);
  }

  // "visited Chile … her visit": the noun does not say again where.
  bool is_same_visit(const EventDraft& first, const EventDraft& second) const {
    const Event &a = first.event, &b = second.event;
    if (a.mode != "visit" || b.mode != "visit" || !second.definite || parse_[second.trigger].pos != Pos::noun)
      return false;
    for (const std::string_view preposition : {"to", "in"}) {  // "her visit to the fair" is another
      if (!obliques(parse_, second.trigger, preposition).empty()) return false;
    }
    if (!b.recipients.empty() || !same(a.actors, b.actors) || done(a.status) != done(b.status)) return false;
    return !dates_differ(a, b);
  }

  // "was murdered in May … shot from a car": what is done to one person is told once more, in whatever words.
  bool is_same_victim(const EventDraft& first, const EventDraft& second) const {
    const Event &a = first.event, &b = second.event;
    if (a.type != EventType::assault || b.type != EventType::assault || !done(a.status) || !done(b.status))
      return false;
    if (a.recipients.size() != 1 || !same(a.recipients, b.recipients) || (a.mode == "abduct") != (b.mode == "abduct"))
      return false;
    const Entity& victim = entities_[a.recipients.front()];
    if (victim.type != EntityType::person || victim.anonymous) return false;
    if (!a.actors.empty() && !b.actors.empty() && !is_same_side(a.actors, b.actors)) return false;
    if (places_differ(a, b)) return false;
    return !(a.date && b.date && a.date->value != b.date->value);
  }

  // "sentenced to nine years", "jailed for a year", "got a life term": what a court does, and no arrest.
  bool is_sentence(const EventDraft& d, const EventLexicon& lexicon) const {
    const auto is_term = [&](TokenIndex t) { return lexicon.prison_terms.contains(parse_[t].lemma); };
    if (d.event.mode != "arrest" || !is_verbal(parse_[d.trigger])) return false;
    if (lexicon.sentencing.contains(d.event.trigger.lemma) || (d.object != kNoToken && is_term(d.object))) return true;
    const Tokens terms = obliques(parse_, d.trigger, "for");
    return lexicon.jailing.contains(d.event.trigger.lemma) && std::any_of(terms.begin(), terms.end(), is_term);
  }

  bool are_both_seized(const EventDraft& first, const EventDraft& second, const EventLexicon& lexicon) const {
    const auto seizes = [&](const EventDraft& d) { return lexicon.seizing.contains(d.event.trigger.lemma); };
    return seizes(first) && seizes(second) && is_sentence(first, lexicon) == is_sentence(second, lexicon);
  }

  // "was arrested in May … has been detained since", "is charged with fraud … was charged": what the law does to one
  // person is told once more.
  bool is_same_defendant(const EventDraft& first, const EventDraft& second, const EventLexicon& lexicon) const {
    const Event &a = first.event, &b = second.event;
    if (a.type != b.type || a.mode != b.mode || !done(a.status) || !done(b.status)) return false;
    const bool held = are_both_seized(first, second, lexicon);
    const bool tried = a.type == EventType::sanction && a.mode == "convict";
    const bool charged = a.type == EventType::accuse && a.mode == "allege" && a.actors.empty() && b.actors.empty();
    if (!held && !tried && !charged) return false;
    if (a.recipients.size() != 1 || !same(a.recipients, b.recipients)) return false;
    const Entity& defendant = entities_[a.recipients.front()];
    if (defendant.type != EntityType::person || defendant.anonymous) return false;
    if (!a.actors.empty() && !b.actors.empty() && !is_same_side(a.actors, b.actors)) return false;
    return !places_differ(a, b) && !days_differ(a, b) && (held || is_same_charge(first.trigger, second.trigger));
  }

  // "accused of fraud … the fraud that he was accused of": one charge, unless both say what and not the same.
  bool is_same_charge(TokenIndex first, TokenIndex second) const {
    const auto charges = [&](TokenIndex verb) {
      std::vector<std::string_view> lemmas;
      for (const std::string_view preposition : {"of", "with", "for"}) {
        for (const TokenIndex t : obliques(parse_, verb, preposition)) lemmas.push_back(parse_[t].lemma);
      }
      return lemmas;
    };
    const std::vector<std::string_view> a = charges(first), b = charges(second);
    return b.empty() || a == b;
  }

  // "police arrested Diaz and two guards … the guards were held": some of those who were seized, seized once.
  bool is_same_arrest(const EventDraft& first, const EventDraft& second, const EventLexicon& lexicon) const {
    const Event &a = first.event, &b = second.event;
    if (a.type != b.type || a.mode != b.mode || !done(a.status) || !done(b.status) || b.recipients.empty())
      return false;
    // "was detained and sent to jail"
    const bool goes_on = a.mode == "arrest" && parse_[second.trigger].relation == Relation::conj &&
                         first_conjunct(parse_, second.trigger) == first_conjunct(parse_, first.trigger) &&
                         is_sentence(first, lexicon) == is_sentence(second, lexicon);
    if (!goes_on && !are_both_seized(first, second, lexicon)) return false;
    const bool among = std::all_of(b.recipients.begin(), b.recipients.end(), [&](Index e) {
      return std::find(a.recipients.begin(), a.recipients.end(), e) != a.recipients.end();
    });
    if (!among || (!a.actors.empty() && !b.actors.empty() && !is_same_side(a.actors, b.actors))) return false;
    return !places_differ(a, b) && !days_differ(a, b);
  }

  // "pardoned Diaz … who was pardoned by Paz", "invaded Togo": what one does to another by one word is done once, if it
  // is no word of speech, of trade or of help.
  bool is_done_once(const EventDraft& first, const EventDraft& second) const {
    const Event &a = first.event, &b = second.event;
    const bool resigns = a.type == EventType::retreat && a.mode == "resign" && b.mode == "resign" && !a.actors.empty();
    if ((a.trigger.lemma != b.trigger.lemma && !resigns) || child_word(parse_, second.trigger, "again") != kNoToken)
      return false;
    if (!done(a.status) || a.actors.empty() || (a.recipients.empty() && !resigns)) return false;
    switch (a.type) {
      case EventType::concede:
      case EventType::retreat:
      case EventType::sanction:
      case EventType::assault:
      case EventType::reject:
      case EventType::support:
        return true;
      case EventType::accuse:
        return a.mode == "disapprove" && b.mode == "disapprove";
      default:
        return false;
    }
  }

  // "stormed and occupied the palace", "marched … their protest": one crowd's doings against the same in a few
  // sentences.
  bool is_same_protest(const EventDraft& first, const EventDraft& second) const {
    constexpr std::uint32_t kSentences = 2;
    return first.event.type == EventType::protest && !first.event.actors.empty() && done(first.event.status) &&
           parse_[second.trigger].sentence - parse_[first.trigger].sentence <= kSentences;
  }

  // "A banker was arrested in Lima … Diaz was arrested on Friday": the head of a story tells who first, and then his
  // name.
  bool names_captive(const EventDraft& first, const EventDraft& second) const {
    const Event &a = first.event, &b = second.event;
    constexpr std::uint32_t kHead = 3, kSentences = 10;
    if (parse_[first.trigger].sentence > kHead ||
        parse_[second.trigger].sentence - parse_[first.trigger].sentence > kSentences)
      return false;
    if (a.type != EventType::coerce || b.type != EventType::coerce || a.mode != "arrest" || b.mode != "arrest")
      return false;
    if (!done(a.status) || !done(b.status) || a.recipients.size() != 1 || b.recipients.size() != 1) return false;
    const Entity &described = entities_[a.recipients.front()], &named = entities_[b.recipients.front()];
    if (described.type != EntityType::person || !described.anonymous) return false;
    if (named.type != EntityType::person || named.anonymous) return false;
    if (!a.actors.empty() && !b.actors.empty() && !is_same_side(a.actors, b.actors)) return false;
    return !places_differ(a, b) && !days_differ(a, b);
  }

  // "Envoy scolds Niger", and below it "Lund rebuked Niger": a headline tells what the story begins with.
  bool is_told_by_headline(const EventDraft& first, const EventDraft& second) const {
    const Event &a = first.event, &b = second.event;
    constexpr std::uint32_t kSentences = 6, kLead = 3;
    const std::uint32_t line = parse_[first.trigger].sentence, below = parse_[second.trigger].sentence;
    if (!is_headline(parse_, line) || below == line || below - line > kSentences) return false;
    if (a.type != b.type || !done(a.status) || !done(b.status) || dates_differ(a, b)) return false;
    if (a.mode == b.mode && is_told_in_full(a, b)) return true;
    const bool of_a_kind = a.mode == b.mode || a.mode.empty() || b.mode.empty() || a.type == EventType::assault;
    return of_a_kind && below - line <= kLead && are_alike(a.actors, b.actors) &&
           (are_alike(a.recipients, b.recipients) || are_unnamed(a.recipients));
  }

  bool is_told_in_full(const Event& line, const Event& below) const {
    if (line.actors.empty() || (!same(line.actors, below.actors) && !names_doer(line, below))) return false;
    if (line.recipients.empty() || below.recipients.empty()) return line.trigger.lemma == below.trigger.lemma;
    return share(line.recipients, below.recipients);
  }

  // Both of one country or body, or called by one noun: "Peru" and its minister, "teachers" and "thousands of
  // teachers".
  bool are_alike(const std::vector<Index>& a, const std::vector<Index>& b) const {
    if (a.empty() || b.empty()) return a.empty() && b.empty();
    return share(a, b) || is_same_side(a, b) || is_same_body(entities_[a.front()], entities_[b.front()]) ||
           has_same_noun(entities_[a.front()], entities_[b.front()]);
  }

  // "the UN" and its council: of one body of states.
  static bool is_same_body(const Entity& a, const Entity& b) {
    return a.type == EntityType::organisation && b.type == EntityType::organisation && a.code == b.code &&
           a.code.starts_with("IGO") && a.code.size() > 3;
  }

  static bool has_same_noun(const Entity& a, const Entity& b) {
    const auto noun = [](const Entity& e) { return std::string_view(e.name).substr(e.name.rfind(' ') + 1); };
    return a.anonymous && b.anonymous && ascii_lower(noun(a)) == ascii_lower(noun(b));
  }

  // "two diplomats", of nobody's country.
  bool are_unnamed(const std::vector<Index>& who) const {
    return !who.empty() && std::all_of(who.begin(), who.end(), [&](Index e) {
      return entities_[e].anonymous && entities_[e].sure_country().empty();
    });
  }

  bool names_doer(const Event& line, const Event& below) const {
    if (line.actors.size() != 1 || below.actors.size() != 1) return false;
    const Entity &described = entities_[line.actors.front()], &named = entities_[below.actors.front()];
    return described.type == EntityType::person && described.anonymous && named.type == EntityType::person &&
           !named.anonymous;
  }

  // "signed a plan", later "signed the plan".
  bool is_same_object(TokenIndex first, TokenIndex second) const {
    if (first == kNoToken || second == kNoToken || parse_[first].lemma != parse_[second].lemma) return false;
    const TokenIndex article = child_of(parse_, second, Relation::det);
    return article != kNoToken && parse_[article].lower == "the";
  }

  // The meeting that is to come, in a noun or a "when" clause: "the summit", "when Mori meets Ivanov".
  bool is_same_meeting(const EventDraft& first, const EventDraft& second) const {
    if (first.event.type != EventType::consult || second.event.type != EventType::consult) return false;
    if ((first.event.mode == "visit") != (second.event.mode == "visit")) return false;
    return !done(first.event.status) && !done(second.event.status) && same(first.event.actors, second.event.actors);
  }

  // "provided 3 million in assistance": a noun within a clause of its own type says the same, and so does what a crowd
  // comes together for: "filled the square to protest".
  bool is_part_of(const EventDraft& whole, const EventDraft& part) const {
    if (whole.event.type != part.event.type || !is_verbal(parse_[whole.trigger])) return false;
    const Relation r = parse_[part.trigger].relation;
    const bool inner = parse_[part.trigger].pos == Pos::noun || r == Relation::pcomp;
    const bool purpose = (r == Relation::advcl || r == Relation::xcomp) && same(whole.event.actors, part.event.actors);
    const bool to_talk =
        whole.event.type == EventType::consult && whole.event.mode != "visit" && whole.event.actors.size() > 1;
    const bool says_same =
        whole.event.type == EventType::aid ? inner
        : to_talk ? (r == Relation::advcl || r == Relation::xcomp) && share(part.event.actors, whole.event.actors)
                  : whole.event.type == EventType::protest && purpose;
    return says_same && is_under(parse_, part.trigger, whole.trigger);
  }

  // "An air strike killed ten": the deed and what it did are one event.
  bool cause_and_effect(const EventDraft& deed, const EventDraft& effect) const {
    if (deed.event.type != EventType::assault || effect.event.type != EventType::assault ||
        parse_[deed.trigger].pos != Pos::noun)
      return false;
    return parse_[deed.trigger].head == effect.trigger && parse_[deed.trigger].relation == Relation::nsubj;
  }

 private:
  bool compatible(const Event& a, const Event& b) const {
    if (a.type != b.type || !same(a.actors, b.actors) || !same(a.recipients, b.recipients)) return false;
    if (a.status != b.status && !(done(a.status) && done(b.status))) return false;
    if (places_differ(a, b)) return false;
    return !dates_differ(a, b);
  }

  // "in Lima" and "in Peru" may be one place.
  bool places_differ(const Event& a, const Event& b) const {
    if (!a.place || !b.place || *a.place == *b.place) return false;
    const Place &first = places_[*a.place], &second = places_[*b.place];
    return first.country != second.country || (!is_whole_country(first) && !is_whole_country(second));
  }

  bool is_whole_country(const Place& place) const {
    const auto known = who_.country_by_code.find(place.country);
    return known != who_.country_by_code.end() && who_.known[known->second].name == place.name;
  }

  const Parse& parse_;
  const std::vector<Entity>& entities_;
  const std::vector<Place>& places_;
  const WhoLexicon& who_;
};

void join(std::vector<Index>& list, const std::vector<Index>& more) {
  for (const Index e : more) {
    if (std::find(list.begin(), list.end(), e) == list.end()) list.push_back(e);
  }
}

/// The event is told in the words of its second telling from now on.
void retell(EventDraft& first, EventDraft& second) {
  std::swap(first.event.trigger, second.event.trigger);
  std::swap(first.event.evidence, second.event.evidence);
  std::swap(first.trigger, second.trigger);
}

}  // namespace

EventDrafts merged(const Story& story, const EventLexicon& lexicon, EventDrafts drafts) {
  constexpr std::size_t kNear = 60;
  const Merge merge(story);
  EventDrafts kept;
  for (EventDraft& d : drafts) {
    EventDraft* first = nullptr;
    for (std::size_t i = kept.size(); i-- > 0 && kept.size() - i <= kNear && first == nullptr;) {
      if (merge.tells_again(kept[i], d, lexicon)) first = &kept[i];
    }
    if (first == nullptr) {
      kept.push_back(std::move(d));
      continue;
    }
    if (!first->event.date && d.event.date && is_verbal(story.parse[d.trigger]) &&
        !is_verbal(story.parse[first->trigger]) && first->event.type == EventType::consult) {
      // The telling that says most stands for the event.
      retell(*first, d);
      first->event.status = d.event.status;
    }
    if (merge.is_told_by_headline(*first, d)) {
      retell(*first, d);
      first->event.status = d.event.status;
      first->event.actors = d.event.actors;
      if (!d.event.recipients.empty()) first->event.recipients = d.event.recipients;
    }
    if (!first->event.sources.empty() && d.event.sources.empty() && first->event.mode == "visit") {
      // What the report says itself stands on nobody's word.
      retell(*first, d);
      first->event.sources.clear();
    }
    // A sentence further down counts the victims of who was hit: "fired at the drivers. Ten people were hurt".
    const bool one_blow = first->event.type == EventType::assault &&
                          (story.parse[first->trigger].sentence == story.parse[d.trigger].sentence ||
                           (lexicon.harms.contains(d.event.trigger.lemma) && !merge.hits_people(first->event)));
    const bool by_force = first->event.type == EventType::assault || first->event.type == EventType::coerce;
    if (by_force && first->event.actors.empty()) first->event.actors = d.event.actors;
    if (first->event.recipients.empty() || one_blow) {
      // "killed nine in a raid on their camp": nobody strikes himself.
      std::erase_if(d.event.recipients, [&](Index e) {
        const auto& doers = first->event.actors;
        return std::find(doers.begin(), doers.end(), e) != doers.end();
      });
      join(first->event.recipients, d.event.recipients);
    }
    if (merge.names_captive(*first, d)) first->event.recipients = d.event.recipients;
    if (!first->event.date) first->event.date = d.event.date;
    if (!first->event.place) first->event.place = d.event.place;
    if (first->event.mode.empty()) first->event.mode = d.event.mode;
    first->event.also.push_back(d.event.evidence);
  }
  return kept;
}

}  // namespace dragoman
