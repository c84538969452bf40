#include "events/clues.h"

#include "language/syntax.h"
#include "text/ascii.h"

#include <algorithm>

namespace dragoman {

namespace {

class Clues {
 public:
  Clues(const Story& story, const Arguments& arguments, const Predicate& p, const EventFrame& frame,
        const EventDraft& draft)
      : story_(story), parse_(story.parse), arguments_(arguments), p_(p), frame_(frame), draft_(draft) {}

  std::vector<std::string> all(const Factuality& factuality) {
    add("entry: ", frame_.entry);
    add("carried by: ", p_.kind == PredicateKind::verb        ? "a verb"
                        : p_.kind == PredicateKind::adjective ? "an adjective"
                        : p_.support != kNoToken              ? "a noun with its verb"
                                                              : "a noun");
    const TokenIndex clause = p_.support == kNoToken ? p_.token : p_.support;
    add("clause: ", clause_name(clause));
    if (is_verbal(parse_[clause]) && is_passive(parse_, clause)) add("passive", "");
    if (factuality.governor != kNoToken) {
      add("governed", "");
      add("governor: ", parse_[factuality.governor].lemma);
    }
    actor();
    recipient();
    object(clause);
    const TokenSpan sentence = parse_.sentences[parse_[p_.token].sentence];
    constexpr std::uint32_t kLong = 45;
    if (sentence.size() > kLong) add("long sentence", "");
    return std::move(out_);
  }

 private:
  void add(std::string_view kind, std::string_view what) { out_.push_back(std::string(kind) + std::string(what)); }

  std::string_view clause_name(TokenIndex t) const {
    switch (parse_[t].relation) {
      case Relation::root:
        return "main";
      case Relation::ccomp:
        return "complement";
      case Relation::xcomp:
        return "infinitive";
      case Relation::advcl:
        return "adverbial";
      case Relation::acl:
      case Relation::relcl:
        return "of a noun";
      case Relation::conj:
        return "coordinated";
      case Relation::pcomp:
      case Relation::pobj:
        return "behind a preposition";
      case Relation::dobj:
      case Relation::nsubj:
      case Relation::nsubjpass:
        return "object or subject";
      default:
        return "other";
    }
  }

  bool names(TokenIndex head, const std::vector<Index>& of) const {
    const auto& there = story_.entities_at(head);
    return std::any_of(there.begin(), there.end(),
                       [&](Index e) { return std::find(of.begin(), of.end(), e) != of.end(); });
  }

  void mention(std::string_view side, TokenIndex head) {
    const std::int32_t at = story_.mention_at[head];
    if (at < 0) return;
    const TokenMention& m = story_.mentions[static_cast<std::size_t>(at)];
    static constexpr std::string_view kKinds[] = {"a name", "a title", "a pronoun", "a metonym", "a possessive"};
    add(std::string(side) + " spoken of by: ", kKinds[static_cast<std::size_t>(m.kind)]);
    if (const std::string_view sure = sureness(m); !sure.empty()) add(std::string(side) + " meant: ", sure);
    if (parse_[head].lower == "they" || parse_[head].lower == "it" || parse_[head].lower == "we" ||
        parse_[head].lower == "their" || parse_[head].lower == "its") {
      // The signatories of a document are known from its head; whom one speaker means by "we" is not.
      const bool signatories = parse_[head].lower == "we" && m.entities.size() > 1;
      add(std::string(side) + " pronoun: ", signatories ? "we, the signatories" : parse_[head].lower);
    }
  }

  void actor() {
    const std::vector<Index>& actors = draft_.event.actors;
    if (actors.empty()) return;
    for (const Slot& slot : frame_.actors) {
      const Tokens heads = arguments_.fillers(slot, p_);
      if (heads.empty()) continue;
      const auto direct = std::find_if(heads.begin(), heads.end(), [&](TokenIndex h) { return names(h, actors); });
      if (direct == heads.end()) {
        add("actor by: ", arguments_.parties({slot}, frame_, p_).empty() ? "another clause" : "a noun's owner");
        return;
      }
      if (p_.kind == PredicateKind::noun && p_.support == kNoToken) {
        add("actor by: ", *direct < p_.token ? "a word before the noun" : "a phrase behind the noun");
      } else {
        add("actor by: ", way_to_subject(p_.support == kNoToken ? p_.token : p_.support));
      }
      mention("actor", *direct);
      if (heads.size() > actors.size()) add("actor: some of the subject only", "");
      constexpr std::uint32_t kFar = 12;
      if (*direct + kFar < p_.token) add("actor: far before it", "");
      return;
    }
    add("actor by: ", is_beside_deed(actors)   ? "the deed beside it"
                      : is_between(actors)     ? "a phrase behind the noun"
                      : is_told_before(actors) ? "a word before the noun"
                                               : "another clause");
  }

  // "a rebel raid"
  bool is_told_before(const std::vector<Index>& actors) const {
    if (p_.kind != PredicateKind::noun || actors.size() != 1) return false;
    const std::string& name = story_.record.entities[actors.front()].name;
    const std::size_t blank = name.rfind(' ');
    const std::string last = ascii_lower(blank == std::string::npos ? name : name.substr(blank + 1));
    const Tokens before = premodifiers(parse_, p_.token);
    return std::any_of(before.begin(), before.end(), [&](TokenIndex t) {
      const std::string_view word = parse_[t].lemma;
      return last == word || (last.size() == word.size() + 1 && last.back() == 's' && last.starts_with(word));
    });
  }

  // "talks between Chad and Mali", and not "talks with Chad"
  bool is_between(const std::vector<Index>& actors) const {
    if (p_.kind != PredicateKind::noun || actors.size() < 2) return false;
    return std::any_of(frame_.partners.begin(), frame_.partners.end(), [&](const Slot& slot) {
      if (slot.preposition != "between" && slot.preposition != "among") return false;
      const Tokens heads = arguments_.fillers(slot, p_);
      return std::any_of(heads.begin(), heads.end(), [&](TokenIndex h) { return names(h, actors); });
    });
  }

  // "In cooperation with Togo, Benin has sent nurses"
  bool is_beside_deed(const std::vector<Index>& actors) const {
    const Token& noun = parse_[p_.token];
    if (p_.kind != PredicateKind::noun || noun.relation != Relation::pobj) return false;
    const TokenIndex verb = parse_[noun.head].head;
    if (parse_[noun.head].relation != Relation::prep || !is_verbal(parse_[verb])) return false;
    const Tokens doers = agents(parse_, verb);
    return std::any_of(doers.begin(), doers.end(), [&](TokenIndex t) { return names(t, actors); });
  }

  std::string_view way_to_subject(TokenIndex verb) const {
    for (const TokenIndex c : parse_.children(verb)) {
      const Relation r = parse_[c].relation;
      if (r == Relation::agent) return "a by phrase";
      if (r == Relation::nsubj) return is_relative_pronoun(parse_[c]) ? "an antecedent" : "its subject";
    }
    switch (parse_[verb].relation) {
      case Relation::conj:
        return "a shared subject";
      case Relation::xcomp:
      case Relation::ccomp:
        return "control";
      case Relation::acl:
      case Relation::relcl:
        return "an antecedent";
      default:
        return "the clause above";
    }
  }

  void recipient() {
    if (draft_.recipients.empty()) return;
    static constexpr std::string_view kSlots[] = {"subject", "object",  "dative",  "complement", "attribute", "answer",
                                                  "clause",  "proviso", "purpose", "within",     "heeder"};
    for (const Slot& slot : frame_.recipients) {
      const Participants found = arguments_.parties_and_places({slot}, frame_, p_);
      if (found.empty() ||
          std::find(draft_.recipients.begin(), draft_.recipients.end(), found.front()) == draft_.recipients.end())
        continue;
      add("recipient by: ", slot.kind == Slot::Kind::preposition ? std::string_view(slot.preposition)
                                                                 : kSlots[static_cast<std::size_t>(slot.kind)]);
      if (found.front().place()) add("recipient: a place", "");
      if (found.front().description()) add("recipient: a description", "");
      const Tokens heads = arguments_.fillers(slot, p_);
      if (heads.empty() || !found.front().entity()) return;
      const std::vector<Index> first{*found.front().entity()};
      const auto direct = std::find_if(heads.begin(), heads.end(), [&](TokenIndex h) { return names(h, first); });
      if (direct == heads.end()) {
        add("recipient: a noun's owner", "");
      } else {
        mention("recipient", *direct);
      }
      return;
    }
    add("recipient by: ", "another clause");
  }

  // What the verb acts on: "seized the ship" has a thing for its object, whoever owns it.
  void object(TokenIndex verb) {
    if (!is_verbal(parse_[verb])) return;
    const Tokens objects = patients(parse_, verb);
    if (objects.empty()) {
      add("object: none", "");
      return;
    }
    const bool party = !story_.entities_at(objects.front()).empty();
    add("object: ", party ? "a party" : "a thing");
    if (!party && draft_.recipients.empty()) add("object: a thing of nobody", "");
  }

  const Story& story_;
  const Parse& parse_;
  const Arguments& arguments_;
  const Predicate& p_;
  const EventFrame& frame_;
  const EventDraft& draft_;
  std::vector<std::string> out_;
};

}  // namespace

std::vector<std::string> event_clues(const Story& story, const Arguments& arguments, const Predicate& p,
                                     const EventFrame& frame, const EventDraft& draft, const Factuality& factuality) {
  return Clues(story, arguments, p, frame, draft).all(factuality);
}

}  // namespace dragoman
