#include "events/doers.h"

#include "events/token_lists.h"
#include "language/syntax.h"

#include <algorithm>

namespace dragoman {

namespace {

class Doers {
 public:
  Doers(const Story& story, const Arguments& arguments, const EventLexicon& lexicon)
      : story_(story), parse_(story.parse), arguments_(arguments), lexicon_(lexicon) {}

  void find(const EventFrame& frame, const Predicate& p, std::vector<Index>& actors) const {
    if (actors.empty()) own_subject(frame, p, actors);
    if (actors.empty()) of_guest(p, actors);
    if (actors.empty()) of_violence(p, actors);
    if (actors.empty()) of_measure(frame, p, actors);
    if (p.kind == PredicateKind::noun && frame.mode == "visit" && actors.empty()) traveller(p, actors);
    if (p.kind == PredicateKind::noun && frame.is_mutual() && actors.empty()) beside_deed(p, actors);
    if (p.kind == PredicateKind::noun && frame.is_mutual() && actors.empty()) of_errand(p, actors);
    speaks_for_own(p, actors);
  }

 private:
  // "arrived in Oslo after a visit to Bergen": whoever acts in the clause was there.
  void traveller(const Predicate& p, std::vector<Index>& actors) const {
    const TokenIndex preposition = parse_[p.token].head;
    if (parse_[p.token].relation != Relation::pobj || is_definite_noun(parse_, p.token) ||
        !is_verbal(parse_[parse_[preposition].head]))
      return;
    const std::string_view w = parse_[preposition].lower;
    if (w != "after" && w != "following" && w != "before" && w != "during" && w != "on" && w != "for") return;
    for (const TokenIndex head : agents(parse_, parse_[preposition].head)) arguments_.add_mention(actors, head);
    std::erase_if(actors, [&](Index e) { return story_.record.entities[e].type == EntityType::country; });
  }

  // "In close cooperation with Togo, Benin has sent nurses": whoever does what the phrase stands beside.
  void beside_deed(const Predicate& p, std::vector<Index>& actors) const {
    const TokenIndex preposition = parse_[p.token].head;
    if (parse_[p.token].relation != Relation::pobj || parse_[preposition].lower != "in") return;
    const TokenIndex verb = parse_[preposition].head;
    const bool bare = child_of(parse_, p.token, Relation::det) == kNoToken && possessors(parse_, p.token).empty();
    if (!bare || !is_verbal(parse_[verb]) || obliques(parse_, p.token, "with").empty()) return;
    for (const TokenIndex head : agents(parse_, verb)) arguments_.add_mention(actors, head);
  }

  // "sent an envoy to Oslo for talks with": whoever is sent.
  void of_errand(const Predicate& p, std::vector<Index>& actors) const {
    const TokenIndex preposition = parse_[p.token].head;
    if (parse_[p.token].relation != Relation::pobj || parse_[preposition].lower != "for") return;
    if (obliques(parse_, p.token, "with").empty()) return;
    for (TokenIndex verb = parse_[preposition].head, steps = 0; steps < 3; verb = parse_[verb].head, ++steps) {
      if (is_verbal(parse_[verb])) {
        if (!lexicon_.errands.contains(parse_[verb].lemma)) return;
        for (const TokenIndex head : patients(parse_, verb)) arguments_.add_mention(actors, head);
        return;
      }
      if (parse_[verb].head == verb) return;
    }
  }

  // "At the invitation of A, minister of X, B, minister of Y, paid a visit": the parser makes one list of all of them,
  // and leaves the verb without a subject.
  void of_guest(const Predicate& p, std::vector<Index>& actors) const {
    if (p.kind != PredicateKind::verb || verb_form(parse_, p.token).tense != Tense::past ||
        dragoman::own_subject(parse_, p.token) != kNoToken)
      return;
    const TokenIndex at = child_word(parse_, p.token, "at");
    if (at == kNoToken || at > p.token || parse_[at].relation != Relation::prep) return;
    std::vector<Index> people;  // in the order of the text
    for (TokenIndex t = at; t < p.token; ++t) {
      for (const Index e : story_.entities_at(t)) {
        const bool known = std::find(people.begin(), people.end(), e) != people.end();
        if (!known && parse_[t].pos == Pos::propn && story_.record.entities[e].type == EntityType::person)
          people.push_back(e);
      }
    }
    if (people.size() == 2) actors.push_back(people.back());
  }

  // "were killed in an attack by rebels", "were killed fighting rebels": whoever does what they were harmed in.
  void of_violence(const Predicate& p, std::vector<Index>& actors) const {
    if (p.kind != PredicateKind::verb || !is_passive(parse_, p.token)) return;
    if (!lexicon_.harms.contains(parse_[p.token].lemma)) return;
    for (const char* preposition : {"in", "by", "during", "from"}) {
      Tokens nouns = obliques(parse_, p.token, preposition);
      for (const TokenIndex noun : Tokens(nouns)) add_tokens(nouns, obliques(parse_, noun, "of"));
      for (const TokenIndex noun : nouns) {  // "in two days of fighting": in the fighting
        if (!actors.empty() || parse_[noun].pos != Pos::noun) continue;
        const Predicate deed = arguments_.predicate_at(noun);
        const EventFrame* frame = arguments_.frame_of(deed);
        if (frame == nullptr || frame->type != EventType::assault) continue;
        // "in clashes between police and rebels": both, where both are known
        actors = arguments_.parties(frame->is_mutual() ? frame->partners : frame->actors, *frame, deed);
        if (obliques(parse_, noun, "between").size() > actors.size()) actors.clear();
      }
    }
    for (const TokenIndex c : parse_.children(p.token)) {
      if (!actors.empty() || parse_[c].relation != Relation::advcl || parse_[c].tag != Tag::vbg) continue;
      const EventFrame* frame = arguments_.frame_of(arguments_.predicate_at(c));
      if (frame == nullptr || frame->type != EventType::assault) continue;
      for (const TokenIndex enemy : patients(parse_, c)) arguments_.add_mention(actors, enemy);
    }
  }

  // "EU sanctions against Mali were extended": by whoever imposes them, unless somebody else is said to have done it.
  void of_measure(const EventFrame& frame, const Predicate& p, std::vector<Index>& actors) const {
    if (p.kind != PredicateKind::verb || !is_passive(parse_, p.token)) return;
    if (frame.type != EventType::sanction && frame.type != EventType::concede) return;
    for (const TokenIndex measure : patients(parse_, p.token)) {
      if (!lexicon_.measures_taken.contains(parse_[measure].lemma)) continue;
      for (const Tokens& heads : arguments_.doers_of(measure)) {
        for (const TokenIndex t : heads) arguments_.add_mention(actors, t);
        if (!actors.empty()) return;
      }
    }
  }

  // "Paz said her cabinet would never allow it": she refuses.
  void speaks_for_own(const Predicate& p, std::vector<Index>& actors) const {
    if (p.kind != PredicateKind::verb || actors.size() != 1) return;
    const VerbForm form = verb_form(parse_, p.token);
    const TokenIndex subject = child_of(parse_, p.token, Relation::nsubj);
    const TokenIndex clause = clause_head(parse_, p.token);
    if ((form.modal == kNoToken && form.tense != Tense::future) || subject == kNoToken || clause != p.token) return;
    if (parse_[clause].relation != Relation::ccomp || !lexicon_.realms.contains(parse_[subject].lemma)) return;
    std::vector<Index> owners, speakers;
    for (const TokenIndex owner : possessors(parse_, subject)) {
      if (parse_[owner].pos == Pos::pron) arguments_.add_mention(owners, owner);
    }
    for (const TokenIndex speaker : surface_subjects(parse_, parse_[clause].head))
      arguments_.add_mention(speakers, speaker);
    if (owners.size() == 1 && owners == speakers && story_.record.entities[owners[0]].type == EntityType::person) {
      actors = owners;
    }
  }

  // A subject that is no party itself but belongs to one: "Israeli jets bombed".
  void own_subject(const EventFrame& frame, const Predicate& p, std::vector<Index>& actors) const {
    if (p.kind == PredicateKind::noun) return;
    const TokenIndex subject = child_of(parse_, p.token, Relation::nsubj);
    if (subject != kNoToken && is_relative_pronoun(parse_[subject])) {
      if (is_in_words(frame)) of_author(p.token, actors);
      return;
    }
    // "an agreement that allows": what it says, and no deed of those who made it.
    if (subject != kNoToken && lexicon_.documents.contains(parse_[subject].lemma)) return;
    for (const TokenIndex head : arguments_.fillers(Slot{}, p)) {
      if (!arguments_.is_mute(head, frame)) arguments_.add_agent(actors, head);
    }
    if (actors.empty()) of_speaker(frame, p, actors);
    if (actors.empty()) of_author(p.token, actors);
  }

  // What a state does, in whose name anybody may say "we": "We are at war".
  static bool is_by_force(const EventFrame& frame) {
    return frame.type == EventType::assault || frame.type == EventType::coerce || frame.type == EventType::mobilize;
  }

  // What papers do by their words; they support and allow by what they bring about.
  static bool is_in_words(const EventFrame& frame) {
    return frame.type == EventType::request || frame.type == EventType::accuse || frame.type == EventType::reject;
  }

  // "issued a statement condemning", "in a resolution that urges": whoever writes it.
  void of_author(TokenIndex verb, std::vector<Index>& actors) const {
    const TokenIndex noun = parse_[verb].head;
    const bool participle = parse_[verb].relation == Relation::acl && parse_[verb].tag == Tag::vbg;
    // "passed a resolution that condemns", but a plan provides, and "to draft a resolution" is not yet done.
    const bool clause = parse_[verb].relation == Relation::relcl && !is_passive(parse_, verb) &&
                        lexicon_.utterances.contains(parse_[noun].lemma);
    if ((!participle && !clause) || story_.mention_at[noun] >= 0) return;
    // "a letter to the mayor from the nurses asking for": not whoever prints it.
    for (const std::string_view preposition : {"from", "by"}) {
      for (const TokenIndex author : obliques(parse_, noun, preposition)) arguments_.add_mention(actors, author);
      if (!actors.empty()) return;
    }
    if (lexicon_.humans.contains(parse_[noun].lemma) || lexicon_.forces.contains(parse_[noun].lemma)) return;
    TokenIndex above = parse_[noun].head;
    if (parse_[noun].relation == Relation::pobj && parse_[above].lower == "in")
      above = parse_[above].head;
    else if (parse_[noun].relation != Relation::dobj && parse_[noun].relation != Relation::nsubjpass)
      return;
    if (!is_verbal(parse_[above]) || (clause && verb_form(parse_, above).tense != Tense::past)) return;
    for (const TokenIndex author : agents(parse_, above)) arguments_.add_mention(actors, author);
  }

  // Whether the pronoun can stand for those who say the sentence that it is the subject of. Of what is said in other
  // words than theirs "we" are not they.
  bool can_be_speaker(TokenIndex pronoun, const std::vector<Index>& speakers, bool own_words) const {
    if (speakers.empty()) return false;
    const Entity& first = story_.record.entities[speakers.front()];
    const bool person = speakers.size() == 1 && first.type == EntityType::person;
    const std::string_view w = parse_[pronoun].lower;
    if (w == "i") return person && own_words;
    if (w == "we") return own_words;
    if (w == "he" || w == "she") return person;
    if (w == "they") return !person;
    return w == "it" && speakers.size() == 1 && !person && first.type != EntityType::group;
  }

  // "The rebels said they would": a pronoun that found nobody is whoever says so.
  void of_speaker(const EventFrame& frame, const Predicate& p, std::vector<Index>& actors) const {
    const TokenIndex verb = p.support == kNoToken ? p.token : p.support;
    if (is_passive(parse_, verb)) return;  // "he said he was arrested"
    const Tokens subjects = surface_subjects(parse_, verb);
    if (subjects.empty() || parse_[subjects.front()].pos != Pos::pron) return;
    const TokenIndex clause = clause_head(parse_, verb), says = parse_[clause].head;
    if (parse_[clause].relation != Relation::ccomp || !is_verbal(parse_[says])) return;
    std::vector<Index> speakers;
    for (const TokenIndex speaker : surface_subjects(parse_, says)) arguments_.add_mention(speakers, speaker);
    if (can_be_speaker(subjects.front(), speakers, clause < says && !is_by_force(frame))) actors = speakers;
  }

  const Story& story_;
  const Parse& parse_;
  const Arguments& arguments_;
  const EventLexicon& lexicon_;
};

}  // namespace

bool is_definite_noun(const Parse& parse, TokenIndex n) {
  for (const TokenIndex child : parse.children(n)) {
    const Token& c = parse[child];
    if (child > n) break;
    if (c.lower == "the" || c.lower == "this" || c.lower == "these" || c.lower == "that" ||
        c.relation == Relation::poss)
      return true;
  }
  return false;
}

void find_doers(const Story& story, const Arguments& arguments, const EventLexicon& lexicon, const EventFrame& frame,
                const Predicate& p, std::vector<Index>& actors) {
  Doers(story, arguments, lexicon).find(frame, p, actors);
}

}  // namespace dragoman
