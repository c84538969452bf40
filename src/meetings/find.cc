#include "meetings/find.h"

#include "language/syntax.h"
#include "meetings/details.h"
#include "meetings/participants.h"
#include "meetings/phrases.h"
#include "meetings/standing.h"
#include "story/members.h"
#include "who/pairs.h"

#include <algorithm>

namespace dragoman {

namespace {

constexpr std::size_t kLookBack = 40;  // companies
constexpr int kClauses = 3;            // above a meeting, in which who acts is looked for

class Finder {
 public:
  explicit Finder(Story& story)
      : story_(story),
        parse_(story.parse),
        words_(*story.lexicon.meetings),
        who_(story, words_),
        details_(story, words_),
        standings_(story, words_),
        nouns_(story, words_, who_, details_, standings_),
        first_heads_(story) {}

  Found run() {
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      if (story_.boilerplate[t]) continue;
      const Token& token = parse_[t];
      if (is_visiting(token) && token.relation == Relation::pcomp) continue;
      if (is_verbal(token) && token.relation != Relation::aux && token.relation != Relation::auxpass &&
          token.relation != Relation::amod) {
        verb(t);
      } else if (token.pos == Pos::noun || token.pos == Pos::propn) {
        noun(t);
      }
    }
    return std::move(found_);
  }

 private:
  // ---- verbs

  void verb(TokenIndex v) {
    if (story_.mention_at[v] >= 0 || parse_[v].name == NameType::org || parse_[v].name == NameType::work_of_art) return;
    const auto word = words_.verbs.find(parse_[v].lemma);
    if (word != words_.verbs.end() && std::any_of(word->second.begin(), word->second.end(),
                                                  [&](const MeetingVerb& sense) { return meeting_verb(v, sense); })) {
      return;
    }
    deed(v);
  }

  // Several who did one thing together.
  void deed(TokenIndex v) {
    std::vector<Index> members;
    who_.add(members, who_.actors(v));
    if (members.size() < 2 || !std::all_of(members.begin(), members.end(), [&](Index e) { return who_.is_person(e); }))
      return;
    Company company{std::move(members), v, {}, Standing::own, {}};
    if (standings_.of_verb(v) == Standing::held) {
      if (const auto date = details_.day({v})) company.date = date->value;
    }
    found_.companies.push_back(std::move(company));
  }

  bool stands_after(TokenIndex v, const std::vector<std::string>& words) const {
    const TokenIndex end = std::min(parse_[v].right_edge + 1, v + 16);
    for (TokenIndex t = v + 1; t < end; ++t) {
      if (holds_word(words, parse_[t].lower)) return true;
    }
    return false;
  }

  // Whether the verb has been understood, as a meeting or as none.
  bool meeting_verb(TokenIndex v, const MeetingVerb& word) {
    if (!word.needs.empty() && !stands_after(v, word.needs)) return false;
    if (word.bare && says_something_of_object(v)) return false;
    if (!word.only_to.empty() && is_to_do_something_else(v, word.only_to)) return false;
    MeetingDraft d;
    std::vector<Index>& all = d.meeting.participants;
    const Tokens actors = who_.actors(v);
    const auto has_rank = [&](TokenIndex t) { return words_.rank_of(parse_[t].lemma) != Rank::none; };
    if (word.ranked && std::none_of(actors.begin(), actors.end(), has_rank)) return false;
    who_.add(all, actors);
    if (all.empty()) return false;
    const std::vector<Index> partners = partners_of_verb(v, word);
    for (const Index e : partners) {
      if (!holds(all, e)) all.push_back(e);
    }
    if (word.two_sided && partners.empty()) return false;
    if (is_game(v, actors) || (!partners.empty() && is_in_life(v))) return true;
    part(all);
    if (all.size() < 2) {
      if (!word.alone || has_object(v) || !who_.is_collective(all[0])) return false;
      // "The shops wait. They will meet": of those who meet as a body or for one.
      const bool pronoun = actors.size() == 1 && parse_[actors[0]].pos == Pos::pron;
      if (pronoun && story_.record.entities[all[0]].type == EntityType::group && !who_.is_partner(all[0])) return false;
    }
    if (partners.empty() && has_object(v) && word.object) return false;  // "the ministers met the deadline"
    if (partners.empty() && !word.alone && !holds_word(word.prepositions, "with")) return false;
    if (word.weak && std::any_of(all.begin(), all.end(), [&](Index e) { return !who_.is_person(e); })) return false;
    d.standing = standings_.of_verb(v);
    if (d.standing == Standing::nothing) return true;
    // "when he sees her" may be any day.
    if (word.to_come && (d.standing != Standing::planned || parse_[v].relation == Relation::advcl)) return true;
    d.trigger = v;
    d.span = clause_span(parse_, v);
    d.weak = word.weak;
    d.meeting.level = word.level;
    set_when_and_where_of_verb(v, d);
    const bool unsettled = !d.meeting.date && !d.meeting.place;
    if (unsettled && (word.settled || (d.weak && d.standing != Standing::held))) return true;
    if (d.standing == Standing::own) d.standing = d.meeting.date ? Standing::own : Standing::held;
    keep(std::move(d));
    return true;
  }

  std::vector<Index> partners_of_verb(TokenIndex v, const MeetingVerb& word) {
    std::vector<Index> partners;
    if (word.object) {
      if (word.bodies || word.people) {
        who_.add_partners(partners, patients(parse_, v));
      } else {
        who_.add(partners, patients(parse_, v));
      }
      // "Kenya met Uganda" is sport, or a figure of speech; countries meet "with" each other.
      std::erase_if(partners, [&](Index e) {
        const Entity& entity = story_.record.entities[e];
        if (who_.is_country(e)) return true;
        if (word.people && entity.anonymous && who_.is_partner(e)) return false;
        return !word.bodies && (entity.type != EntityType::person || entity.anonymous);
      });
    }
    for (const std::string& preposition : word.prepositions) {
      who_.add_partners(partners, obliques(parse_, v, preposition, word.weak));
      // "exchanged views with B": the parser hangs it on the views.
      for (const TokenIndex object : word.needs.empty() ? Tokens{} : patients(parse_, v)) {
        if (holds_word(word.needs, parse_[object].lower))
          who_.add_partners(partners, obliques(parse_, object, preposition));
      }
    }
    return partners;
  }

  void set_when_and_where_of_verb(TokenIndex v, MeetingDraft& d) const {
    d.meeting.date = details_.day({v});
    // "on Wednesday they are to meet"
    const TokenIndex above = parse_[v].relation == Relation::xcomp ? parse_[v].head : kNoToken;
    if (!d.meeting.date && d.standing == Standing::planned && above != kNoToken && parse_[above].lemma == "be")
      d.meeting.date = details_.day({above});
    if (!d.meeting.date) d.meeting.date = details_.shared_date(v);
    d.meeting.place = details_.place({v});
    if (!d.meeting.place) d.meeting.place = nouns_.place_on_time_or_name(v);
    if (!d.meeting.place) d.meeting.place = nouns_.place_of_journey(v);
  }

  // "The two teams met in May", but "the negotiating teams", "teams from Peru and Chile".
  bool is_game(TokenIndex v, const Tokens& actors) const {
    return parse_[v].lemma == "meet" && actors.size() == 1 && words_.rivals.contains(parse_[actors[0]].lemma) &&
           premodifiers(parse_, actors[0]).empty() && child_of(parse_, actors[0], Relation::prep) == kNoToken;
  }

  // "a man whom she met", "met good people": nobody whom one has a meeting with, where no day is said.
  bool is_in_life(TokenIndex v) const {
    const Tokens whom = patients(parse_, v);
    return !whom.empty() && !details_.day({v}) && std::all_of(whom.begin(), whom.end(), [&](TokenIndex t) {
      return words_.strangers.contains(parse_[t].lemma);
    });
  }

  // "called on him to resign": with an infinitive that is none of the words.
  bool is_to_do_something_else(TokenIndex v, const std::vector<std::string>& words) const {
    for (TokenIndex t = v + 1; t <= parse_[v].right_edge; ++t) {
      const TokenIndex act = parse_[t].head;
      if (parse_[t].tag != Tag::to || parse_[t].relation != Relation::aux || act <= t) continue;
      return !holds_word(words, parse_[act].lemma);
    }
    return false;
  }

  // "called him a liar", "called them off", "called on him to go".
  bool says_something_of_object(TokenIndex v) const {
    // "called him his friend": two objects, or the one in apposition to the other.
    int objects = 0;
    for (const TokenIndex c : parse_.children(v)) {
      if (parse_[c].relation != Relation::dobj || c < v) continue;
      for (const TokenIndex a : appositions(parse_, c)) {
        const TokenIndex owner = child_of(parse_, a, Relation::poss);
        objects += owner != kNoToken && parse_[owner].tag == Tag::prp_poss && parse_[owner - 1].text != "," ? 1 : 0;
      }
      ++objects;
    }
    if (objects > 1) return true;
    return std::any_of(parse_.children(v).begin(), parse_.children(v).end(), [&](TokenIndex c) {
      const Relation r = parse_[c].relation;
      return r == Relation::oprd || r == Relation::ccomp || r == Relation::prt || r == Relation::attr ||
             r == Relation::acomp || r == Relation::dative ||
             (r == Relation::prep && (parse_[c].lower == "as" || parse_[c].lower == "for"));
    });
  }

  bool has_object(TokenIndex v) const {
    return std::any_of(parse_.children(v).begin(), parse_.children(v).end(), [&](TokenIndex c) {
      return parse_[c].relation == Relation::dobj ||
             (parse_[c].relation == Relation::prep && parse_[c].lower == "with");
    });
  }

  // ---- nouns

  // The noun's entry, by two words ("phone call") or one.
  const MeetingNoun* entry(TokenIndex n, std::string& name) const {
    name = parse_[n].lemma;
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
    const auto single = words_.nouns.find(name);
    if (n > 0 && parse_[n - 1].head == n) {
      const auto both = words_.nouns.find(std::string(parse_[n - 1].lower) + " " + name);
      if (both != words_.nouns.end()) {
        name = both->first;
        return &both->second;
      }
    }
    if (single == words_.nouns.end()) return nullptr;
    for (const TokenIndex before : premodifiers(parse_, n)) {
      if (holds_word(single->second.unless, parse_[before].lower)) return nullptr;
    }
    return &single->second;
  }

  // A noun that may tell of a meeting, and the words around it that lend it parties, a day and a place.
  struct Occasion {
    TokenIndex noun;
    const MeetingNoun& word;
    TokenIndex light;                  // "held | talks"
    const MeetingLightVerb* around;    // its entry
    TokenIndex participle;             // "talks | held with"
    std::vector<Index> owners = {};    // "their talks"
    std::vector<Index> partners = {};  // with whom
    bool with = false;                 // … as "with" says
  };

  void noun(TokenIndex n) {
    std::string name;
    const MeetingNoun* word = entry(n, name);
    if (word == nullptr || parse_[n].relation == Relation::compound || parse_[n].relation == Relation::nmod) return;
    const bool plural = parse_[n].tag == Tag::nns || parse_[n].tag == Tag::nnps;
    if (word->plural == MeetingNoun::Plural::only && !plural) return;
    MeetingDraft d;
    d.trigger = n;
    d.noun = name;
    d.process = !word->occasion;
    d.standing = standings_.of_noun(n);
    if (d.standing == Standing::nothing) return;
    const TokenIndex light = standings_.light_verb(n);
    const MeetingLightVerb* const around = light == kNoToken ? nullptr : standings_.light(light);
    if (around != nullptr && holds_word(around->without, name)) return;
    const bool several = plural && word->plural == MeetingNoun::Plural::several;
    Occasion o{n, *word, light, around, nouns_.held_participle(n)};
    who_.add(o.owners, possessors(parse_, n));

    std::vector<Index>& all = d.meeting.participants;
    add_hosts(o, all);
    const std::size_t hosts = all.size();
    find_partners(o);
    if (word->persons) {
      // "At a meeting with B, A said": who acts in the clause met B.
      std::erase_if(o.partners, [&](Index e) { return !who_.is_person(e); });
      if (o.partners.empty()) return;
      for (const char* preposition : {"of", "by"}) who_.add(all, obliques(parse_, n, preposition));
    }
    add_actors_above(o, all);
    for (const Index e : o.partners) {
      if (!holds(all, e)) all.push_back(e);
    }
    // Who comes to a meeting of others is told by the verb.
    if (around != nullptr && around->comes) d.tellings = {light};
    if (is_of_those_before(o)) {
      MeetingDraft before = d;
      if (look_back(before, {})) {
        attend(before, all);
        d = std::move(before);
      }
    }
    part(all);
    const bool alone =
        all.size() == 1 && who_.is_collective(all[0]) && word->occasion && !plural && story_.mention_at[n] < 0;
    if (all.size() < 2 && !alone && (!word->looks_back || several || !refer(d, n))) {
      // "their talks": whom the pronoun means is told better by who acts in the clause and who met before.
      if (o.owners.size() < 2 || several) return;
      all = o.owners;
      d.refers = true;
    }
    set_when_and_where(o, d);
    if (!is_worth_telling(o, d, alone)) return;
    if (several && hosts == 1 && o.partners.size() > 1) {
      keep_each(d, all[0], o.partners);
    } else {
      keep(std::move(d));
    }
  }

  // "A met B. The meeting was attended by the envoys C and D": of A and B, whoever else was there.
  bool is_of_those_before(const Occasion& o) const {
    const TokenIndex det = child_of(parse_, o.noun, Relation::det);
    return o.word.looks_back && det != kNoToken && parse_[det].lower == "the" && o.owners.empty() &&
           o.partners.empty() && is_plain(o.noun) && parse_[o.noun].relation == Relation::nsubjpass &&
           !nouns_.attenders(o.noun).empty();
  }

  // They were at the meeting that was told before, too.
  void attend(MeetingDraft& d, const std::vector<Index>& attenders) {
    const std::vector<Index> first = d.meeting.participants;
    std::vector<Index> all = first;
    for (const Index e : attenders) {
      if (!holds(all, e)) all.push_back(e);
    }
    for (MeetingDraft& told : found_.meetings) {
      if (told.standing == d.standing && told.meeting.participants == first) told.meeting.participants = all;
    }
    for (Company& company : found_.companies) {
      if (company.standing == d.standing && company.members == first) company.members = all;
    }
    d.meeting.participants = std::move(all);
  }

  // Separate meetings: "meetings with B and C".
  void keep_each(const MeetingDraft& d, Index host, const std::vector<Index>& partners) {
    for (const Index e : partners) {
      MeetingDraft each = d;
      each.meeting.participants = {host, e};
      keep(std::move(each));
    }
  }

  // Whose it is: those before the noun, in its name, and who acts where a verb lends it a subject.
  void add_hosts(const Occasion& o, std::vector<Index>& all) const {
    const TokenIndex n = o.noun;
    if (!nouns_.is_theirs(n)) all = o.owners;
    who_.add_named_before(all, n);
    std::vector<Index> named;
    for (const char* preposition : {"between", "among"}) who_.add(named, obliques(parse_, n, preposition));
    const bool subject = parse_[n].relation == Relation::nsubj || parse_[n].relation == Relation::nsubjpass;
    if (o.around != nullptr && o.around->subject && named.size() < 2 && !subject &&
        (o.around->comes || !is_of_body(o.owners))) {
      who_.add(all, who_.actors(o.light));
    }
    who_.add(all, nouns_.attenders(n));
  }

  // With whom, after the noun and after the verb that it stands with.
  void find_partners(Occasion& o) {
    const TokenIndex n = o.noun;
    const bool persons = o.word.persons;
    std::vector<Index>& partners = o.partners;
    const auto add = [&](TokenIndex head, std::string_view preposition) {
      if (head != kNoToken) who_.add_partners(partners, obliques(parse_, head, preposition));
    };
    for (const char* preposition : {"with", "between", "among", "of", "by"}) {
      if (!persons) add(n, preposition);
    }
    for (const std::string& link : o.word.links) {
      add(n, link);
      if (partners.empty()) add(o.light, link);
    }
    const Tokens right_behind = nouns_.with_right_behind(n);
    if (partners.empty() && !persons) who_.add_partners(partners, right_behind);
    // "took place on Monday between", where the parser hangs it on the object.
    if (const TokenIndex verb = nouns_.subject_of(n); verb != kNoToken && partners.empty() && !persons) {
      who_.add_partners(partners, obliques(parse_, verb, "between", true));
    }
    for (const TokenIndex verb : {o.light, o.participle}) {
      if (!persons) add(verb, "with");
    }
    add(o.participle, "between");
    if (parse_[n].relation == Relation::pobj && parse_[parse_[n].head].lower == "of") {
      const TokenIndex above =
          parse_[parse_[n].head].head;  // "a round of talks with": the phrase may hang on the round
      add(above, "with");
      add(above, "between");
    }
    o.with = !obliques(parse_, n, "with").empty() || !right_behind.empty() ||
             (o.participle != kNoToken && !obliques(parse_, o.participle, "with").empty());
  }

  // "stressed the need for working on during a meeting with B": who acts above, where nobody does in the clause.
  void add_actors_above(const Occasion& o, std::vector<Index>& all) const {
    const auto& partners = o.partners;
    if (!all.empty() || partners.empty() || o.light != kNoToken || parse_[o.noun].relation != Relation::pobj) return;
    if (!o.with && (partners.size() > 1 || !who_.is_person(partners[0]))) return;
    const std::string_view linked = parse_[parse_[o.noun].head].lower;
    const int clauses = linked == "during" || linked == "at" ? kClauses : 1;
    TokenIndex clause = clause_head(parse_, o.noun);
    for (int i = 0; i < clauses && all.empty() && clause != kNoToken && is_verbal(parse_[clause]); ++i) {
      for (const Index e : subjects(clause)) {
        if (who_.is_person(e) && !holds(partners, e)) all.push_back(e);
      }
      clause = parse_[clause].relation == Relation::relcl ? kNoToken : parent_clause(parse_, clause);
    }
  }

  void set_when_and_where(const Occasion& o, MeetingDraft& d) const {
    const TokenIndex n = o.noun;
    Meeting& meeting = d.meeting;
    meeting.level = nouns_.level(n, o.word);
    meeting.ordinal = details_.ordinal(n);
    meeting.date = nouns_.date(n, o.light);
    if (!meeting.date && o.light != kNoToken) meeting.date = details_.shared_date(o.light);
    const bool in_phrase = parse_[n].relation == Relation::pobj;
    meeting.place = details_.place({n, o.light, o.participle, nouns_.subject_of(n)});
    if (!meeting.place && in_phrase) meeting.place = details_.place({nouns_.round_of(n)});
    const auto find_behind = [&](TokenIndex head, std::string_view link) {  // "held talks with his host in Oslo"
      for (const TokenIndex partner : obliques(parse_, head, link)) {
        if (!meeting.place) meeting.place = details_.place({partner});
      }
    };
    for (const TokenIndex head : {n, o.light}) {
      if (meeting.place || head == kNoToken) continue;
      find_behind(head, "with");
      find_behind(head, "between");
      for (const std::string& link : o.word.links) find_behind(head, link);
    }
    if (!meeting.place && in_phrase) meeting.place = nouns_.place_behind(n);
    if (!meeting.place) meeting.place = nouns_.place_of_journey(n);
    d.span = nouns_.span(n, o.light);
  }

  bool is_worth_telling(const Occasion& o, const MeetingDraft& d, bool alone) const {
    const Meeting& meeting = d.meeting;
    // "a joint session of Congress": somewhere to speak, unless it is said when or where it met.
    if (alone && !meeting.date && !meeting.place) return false;
    // "on the sidelines of an IMF conference": where others met.
    if ((alone || d.refers) && words_.margins.contains(parse_[nouns_.above_of(o.noun)].lemma)) return false;
    // "agreed to continue talks": no occasion of its own.
    if (o.around != nullptr && d.standing != Standing::held && o.around->lasts && !meeting.date) return false;
    // A process without a day or a place is no meeting when no persons are named: "in talks with Iran".
    const auto& all = meeting.participants;
    const bool persons = std::all_of(all.begin(), all.end(), [&](Index e) { return !who_.is_country(e); });
    return !d.process || d.refers || persons || meeting.date || meeting.place;
  }

  // "agreed to hold its first meeting in May": of the committee, not of those who agreed on it.
  bool is_of_body(const std::vector<Index>& owners) const {
    return owners.size() == 1 && who_.is_collective(owners[0]) &&
           story_.record.entities[owners[0]].type == EntityType::organisation;
  }

  // ---- looking back

  std::vector<Index> subjects(TokenIndex clause) const {
    std::vector<Index> out;
    who_.add(out, who_.actors(clause));
    return out;
  }

  // True when nothing before the noun makes it a meeting of its own.
  bool is_plain(TokenIndex n) const {
    for (const TokenIndex before : premodifiers(parse_, n)) {
      if (parse_[before].name == NameType::ordinal || parse_[before].relation == Relation::nummod) continue;
      const std::string lower(parse_[before].lower);
      if (!words_.modifiers.contains(lower) && lower.find('-') == std::string::npos) return false;
    }
    return true;
  }

  // "said of Paz, the chief negotiator in the talks": of him, and not of who acts in the clause.
  bool is_of_person(TokenIndex n) const {
    const TokenIndex above = parse_[n].relation == Relation::pobj ? parse_[parse_[n].head].head : n;
    const auto& who = story_.entities_at(above);
    return above != n && parse_[above].pos == Pos::noun && who.size() == 1 && who_.is_person(who[0]);
  }

  // "the talks", "their meeting": of those who act in the clause, or who met or acted together before.
  bool refer(MeetingDraft& d, TokenIndex n) {
    const bool possessed = nouns_.is_pronoun_possessed(n);
    const TokenIndex determiner = child_of(parse_, n, Relation::det);
    const bool definite =
        determiner != kNoToken &&
        (parse_[determiner].lower == "the" || parse_[determiner].lower == "this" || parse_[determiner].lower == "that");
    if (!possessed && !definite) return of_those_who_act(d, n);
    if (!is_plain(n) || is_of_person(n)) return false;
    if (possessed && d.meeting.participants.size() == 1) {
      // "his meeting": one who takes part is known.
      return look_back(d, d.meeting.participants);
    }
    d.meeting.participants.clear();
    TokenIndex clause = clause_head(parse_, n);
    if (!is_verbal(parse_[clause])) return look_back(d, {});
    std::vector<Index> here = subjects(clause);
    // "While the summit was under way, A complained to B": the meeting's own clause has no other subject.
    for (int i = 0; i < 3 && std::none_of(here.begin(), here.end(), [&](Index e) { return who_.is_person(e); }); ++i) {
      const TokenIndex above = parent_clause(parse_, clause);
      if (above == kNoToken || !is_verbal(parse_[above])) break;
      clause = above;
      here = subjects(clause);
    }
    std::erase_if(here, [&](Index e) { return !who_.is_person(e); });
    const std::vector<Index> actors = here;
    for (const char* preposition : {"to", "with"}) who_.add(here, obliques(parse_, clause, preposition, true));
    who_.add(here, datives(parse_, clause));
    who_.add(here, patients(parse_, clause));
    std::erase_if(here, [&](Index e) { return !who_.is_person(e); });
    if (here.size() == 2 && (possessed || !look_back(d, here))) {
      d.meeting.participants = here;
      d.refers = true;
      return true;
    }
    if (!d.meeting.participants.empty()) return true;
    return look_back(d, actors.size() <= 2 ? actors : std::vector<Index>{});
  }

  // "Ann and Bo announced it after a second day of talks". "At the meeting" may be anybody's; "at a summit" is where
  // the heads who act there meet.
  bool of_those_who_act(MeetingDraft& d, TokenIndex n) const {
    const TokenIndex top = nouns_.round_of(n) == kNoToken ? n : nouns_.round_of(n);
    if (parse_[top].relation != Relation::pobj) return false;
    const std::string_view preposition = parse_[parse_[top].head].lower;
    if (preposition != "after" && preposition != "following" && preposition != "during" && preposition != "in" &&
        (preposition != "at" || d.noun == "summit"))
      return false;
    const TokenIndex clause = clause_head(parse_, top);
    if (!is_verbal(parse_[clause]) || standings_.of_verb(clause) != Standing::held) return false;
    std::vector<Index> here = subjects(clause);
    const auto is_person = [&](Index e) { return who_.is_person(e); };
    if (here.size() < 2 || !std::all_of(here.begin(), here.end(), is_person)) return false;
    d.meeting.participants = std::move(here);
    d.refers = true;
    return true;
  }

  bool look_back(MeetingDraft& d, const std::vector<Index>& must) {
    std::size_t looked = 0;
    for (auto c = found_.companies.rbegin(); c != found_.companies.rend() && looked < kLookBack; ++c, ++looked) {
      if (d.noun == "summit" && c->noun != "summit") continue;
      if (must.empty() && c->noun.empty()) continue;
      if (d.standing == Standing::planned && c->standing == Standing::held && !c->noun.empty()) continue;
      if (d.standing == Standing::held && c->standing == Standing::planned) continue;
      const bool all = std::all_of(must.begin(), must.end(), [&](Index e) { return holds(c->members, e); });
      if (!all) continue;
      d.meeting.participants = c->members;
      d.refers = true;
      return true;
    }
    return false;
  }

  // ----

  // "Teams from Norway and Kenya" alone: the two with each other. "The presidents of Norway and Kenya" stand for them
  // beside others, too, and so does "the presidents of Norway" beside "Kenya", where the parser joins the two.
  void part(std::vector<Index>& participants) {
    if (participants.size() > 1) {
      std::vector<Index> all;
      for (const Index e : participants) {
        std::vector<Index> states = states_led(e, participants);
        if (states.empty()) states.push_back(e);
        for (const Index state : states) {
          if (!holds(all, state)) all.push_back(state);
        }
      }
      if (all.size() > 1) participants = std::move(all);
    }
    if (participants.size() != 1) return;
    const std::vector<Index> countries = sides_of_group(story_, first_heads_, participants[0]);
    if (!countries.empty()) participants = countries;
  }

  // Those for whom leaders or ministers without a name meet.
  std::vector<Index> states_led(Index group, const std::vector<Index>& participants) {
    const std::vector<Entity>& all = story_.record.entities;
    if (!all[group].anonymous || all[group].type != EntityType::group) return {};
    const auto head = first_heads_.of(group);
    if (!head || words_.rank_of(parse_[*head].lemma) < Rank::minister || parse_[*head].tag != Tag::nns) return {};
    std::vector<Index> states = sides_of_group(story_, first_heads_, group);
    if (!states.empty()) return states;
    const auto own = named_country(all, all[group].sure_country());
    const bool with_states = std::all_of(participants.begin(), participants.end(),
                                         [&](Index e) { return e == group || (who_.is_country(e) && e != own); });
    return own && with_states ? std::vector<Index>{*own} : std::vector<Index>{};
  }

  // "Chad's ministry of labour and Chad": a state is no other side beside a body of its own, who are named for it.
  void drop_own_country(std::vector<Index>& participants) const {
    if (participants.size() != 2) return;
    const std::vector<Entity>& all = story_.record.entities;
    const std::vector<Index> both = participants;
    std::erase_if(participants, [&](Index e) {
      return who_.is_country(e) && std::any_of(both.begin(), both.end(), [&](Index other) {
               return other != e && all[other].type == EntityType::organisation && !all[e].country.empty() &&
                      all[other].sure_country() == all[e].country;
             });
    });
  }

  void keep(MeetingDraft d) {
    part(d.meeting.participants);
    drop_own_country(d.meeting.participants);
    const auto& date = d.meeting.date;
    d.detail = (!date                           ? 0
                : date->value.size() >= 10      ? 3
                : date->value.ends_with("_REF") ? 0
                                                : 1) +
               (d.meeting.place ? 2 : 0) + (d.meeting.ordinal.empty() ? 0 : 3) + (d.meeting.level.empty() ? 0 : 1) +
               (d.refers ? 0 : 2) - (d.weak ? 3 : 0);
    Company company{d.meeting.participants, d.trigger, d.noun.empty() ? "meeting" : d.noun, d.standing, {}};
    if (d.meeting.level == "summit") company.noun = "summit";
    if (company.members.size() > 1) found_.companies.push_back(std::move(company));
    d.tellings.push_back(d.trigger);
    found_.meetings.push_back(std::move(d));
  }

  Story& story_;
  const Parse& parse_;
  const MeetingLexicon& words_;
  Participants who_;
  Details details_;
  Standings standings_;
  MeetingPhrases nouns_;
  FirstHeads first_heads_;
  Found found_;
};

}  // namespace

Found find_drafts(Story& story) {
  return Finder(story).run();
}

}  // namespace dragoman
