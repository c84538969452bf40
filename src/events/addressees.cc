#include "events/addressees.h"

#include <algorithm>

namespace dragoman {

namespace {

constexpr TokenIndex kNearMessage = 6;  // "in a letter on Friday to"

class Addressees {
 public:
  Addressees(const Story& story, const Arguments& arguments, const EventLexicon& lexicon,
             const std::vector<Index>& actors)
      : story_(story), parse_(story.parse), arguments_(arguments), lexicon_(lexicon), actors_(actors) {}

  std::vector<Index> of(TokenIndex verb) {
    for (const char* preposition : {"in", "during", "at"}) {
      for (const TokenIndex noun : obliques(parse_, verb, preposition)) of_occasion(noun);
      if (!found_.empty()) return found_;
    }
    of_verb_above(verb);
    if (found_.empty()) of_message_below(verb);
    return found_;
  }

 private:
  void take(const Tokens& heads) {
    std::vector<Index> named;
    for (const TokenIndex head : heads) arguments_.add_mention(named, head);
    for (const Index e : named) {
      const bool known = std::find(found_.begin(), found_.end(), e) != found_.end();
      if (!known && std::find(actors_.begin(), actors_.end(), e) == actors_.end()) found_.push_back(e);
    }
  }

  // "in a meeting with", "in a letter to"; of "a meeting with her on Friday in Oslo, in which" the parser may give
  // Oslo.
  void of_occasion(TokenIndex noun) {
    for (int step = 0; step < 5 && found_.empty(); ++step) {
      if (lexicon_.messages.contains(parse_[noun].lemma)) {
        take(obliques(parse_, noun, "to"));
        take(obliques(parse_, noun, "with"));
        return;
      }
      const Predicate p = arguments_.predicate_at(noun);
      if (p.kind != PredicateKind::adjective) {
        const EventFrame* frame = arguments_.frame_of(p);
        if (frame != nullptr && frame->type == EventType::consult && frame->is_mutual()) {
          for (const Slot& slot : frame->partners) take(arguments_.fillers(slot, p));
          return;
        }
      }
      const TokenIndex head = parse_[noun].head;
      if (head == noun || parse_[noun].relation == Relation::relcl) return;
      noun = head;
    }
  }

  // "asked for the return of the files in a letter on Friday to the bank", where the parser gives the letter to the
  // files.
  void of_message_below(TokenIndex verb) {
    const TokenIndex end = parse_[verb].right_edge;
    for (TokenIndex t = verb + 1; t <= end; ++t) {
      if (!lexicon_.messages.contains(parse_[t].lemma) || parse_[parse_[t].head].lower != "in") continue;
      if (clause_head(parse_, t) != clause_head(parse_, verb)) continue;
      for (TokenIndex to = t + 1; to <= end && to < t + kNearMessage; ++to) {
        if (parse_[to].lower != "to" || !is_under(parse_, t, parse_[to].head)) continue;
        const TokenIndex object = child_of(parse_, to, Relation::pobj);
        if (object != kNoToken) return take(coordinated(parse_, object));
      }
    }
  }

  // "called him to explain it", "sent her a letter threatening to leave"
  void of_verb_above(TokenIndex verb) {
    const Relation r = parse_[verb].relation;
    TokenIndex above = parse_[verb].head;
    const bool hangs = r == Relation::advcl || r == Relation::xcomp || r == Relation::acl;
    if (!hangs || verb_form(parse_, verb).tense != Tense::none) return;
    if (r == Relation::acl && lexicon_.messages.contains(parse_[above].lemma)) {
      take(obliques(parse_, above, "to"));
      above = parse_[above].head;
    }
    if (!found_.empty() || !is_verbal(parse_[above]) || above >= verb) return;
    take(datives(parse_, above));
    const Predicate p = arguments_.predicate_at(above);
    const EventFrame* frame = arguments_.frame_of(p);
    const bool speaks = frame != nullptr && (frame->type == EventType::consult || is_spoken(*frame));
    const Tokens objects = patients(parse_, above);
    const bool writes = lexicon_.writing.contains(parse_[above].lemma) ||
                        std::any_of(objects.begin(), objects.end(),
                                    [&](TokenIndex t) { return lexicon_.messages.contains(parse_[t].lemma); });
    if (speaks && found_.empty()) take(objects);
    if (speaks && found_.empty()) take(obliques(parse_, above, "with", true));
    if ((speaks || writes) && found_.empty()) take(obliques(parse_, above, "to", true));
  }

  const Story& story_;
  const Parse& parse_;
  const Arguments& arguments_;
  const EventLexicon& lexicon_;
  const std::vector<Index>& actors_;
  std::vector<Index> found_;
};

}  // namespace

bool is_spoken(const EventFrame& frame) {
  return frame.type == EventType::request || frame.type == EventType::threaten ||
         (frame.type == EventType::accuse && frame.cameo == "114") ||
         (frame.type == EventType::support && frame.cameo == "051") ||
         (frame.type == EventType::concede && frame.cameo == "055") ||
         (frame.type == EventType::agree && !frame.is_mutual());
}

std::vector<Index> addressees(const Story& story, const Arguments& arguments, const EventLexicon& lexicon,
                              TokenIndex verb, const std::vector<Index>& actors) {
  return Addressees(story, arguments, lexicon, actors).of(verb);
}

}  // namespace dragoman
