#include "who/home_candidates.h"

#include "language/syntax.h"
#include "who/backwards.h"
#include "who/context.h"
#include "who/home_evidence.h"
#include "who/phrases.h"
#include "who/pronoun_syntax.h"
#include "who/roles.h"

#include <algorithm>
#include <cstdint>
#include <set>

namespace dragoman {

namespace {

bool is_public(std::string_view sector) {
  return sector == "JUD" || sector == "PTY" || sector == "OPP" || sector == "LAB";
}

bool is_of_the_people(std::string_view sector) {
  return sector == "CVL" || sector == "EDU" || sector == "HLH" || sector == "AGR" || sector == "SET";
}

bool is_international(std::string_view code) {
  return code.starts_with("IGO") || code.starts_with("NGO") || code.starts_with("MNC") || code.starts_with("NGM");
}

bool overlap(TokenSpan x, TokenSpan y) {
  return x.begin < y.end && y.begin < x.end;
}

// What competes for one entity.
class HomeSearch {
  using Of = HomeClue;

 public:
  HomeSearch(const HomeEvidence& evidence, Index entity)
      : ev_(evidence),
        b_(evidence.b),
        parse_(evidence.b.parse),
        syntax_(evidence.b),
        i_(entity),
        e_(b_.entity(entity)),
        note_(b_.notes[entity]) {}

  std::optional<HomeCase> run() {
    constexpr double kLeast = 1.2;  // of evidence in all: one word tells nothing
    if (ev_.all < kLeast || !find_mentions() || is_one_of_several()) return std::nullopt;
    // "foreign officials", "world leaders": of what country nobody can tell from the story, unless it is a body by
    // name.
    const bool of_world = is_of_world();
    const bool named_body = e_.type == EntityType::organisation && note_.head.empty();
    if (of_world && !named_body) return std::nullopt;
    find_sector();
    HomeCase out{i_, form(), first_.begin, {}};
    found_.resize(ev_.countries.size());
    for (std::size_t c = 0; c < found_.size(); ++c) add_standing(c);
    add_near();
    for (const std::size_t m : mentions_) add_syntax(b_.story.mentions[m]);
    add_who_it_is();
    drop_unfit();
    if (found_.empty()) return std::nullopt;
    add_nobody(of_world);
    set_chances(found_, b_.who.homes.clues[static_cast<std::size_t>(out.form)]);
    out.candidates = std::move(found_);
    return out;
  }

 private:
  bool find_mentions() {
    constexpr std::size_t kMost = 30;
    const TokenMention* first = nullptr;
    for (const std::size_t m : ev_.mentions[i_]) {
      const TokenMention& mention = b_.story.mentions[m];
      if (mentions_.size() < kMost) mentions_.push_back(m);
      const bool pronoun = mention.kind == MentionKind::pronoun || mention.kind == MentionKind::possessive;
      if (pronoun) continue;
      if (first == nullptr || mention.span.begin < first->span.begin) first = &mention;
    }
    if (first == nullptr) return false;
    first_ = first->span;
    return true;
  }

  void find_sector() {
    sector_ = note_.sector;
    for (const Role& role : e_.roles) {
      if (is_of_state(role.sector) || is_public(role.sector)) sector_ = role.sector;
    }
  }

  HomeForm form() const {
    if (e_.type == EntityType::organisation) return HomeForm::body;
    if (!e_.is_named_person()) return HomeForm::group;
    const bool in_office = std::any_of(e_.roles.begin(), e_.roles.end(), is_post);
    if (!in_office) return HomeForm::person;
    return is_of_state(sector_) || is_public(sector_) ? HomeForm::official : HomeForm::employed;
  }

  // How the story speaks of a country, wherever that is.
  void add_standing(std::size_t at) {
    const HomeEvidence::Country& country = ev_.countries[at];
    HomeCandidate& c = found_[at];
    c.country = country.code;
    clue_of(c.clues, Of::share) = static_cast<float>(country.weight / ev_.all);
    set_clue(c, Of::most_named, country.weight >= ev_.most);
    set_clue(c, Of::alone, found_.size() == 1);
    const bool home = country.code == ev_.home;
    set_clue(c, Of::at_home, home);
    set_clue(c, Of::home_of_state, home && is_of_state(sector_));
    set_clue(c, Of::home_of_public, home && is_public(sector_));
    set_clue(c, Of::home_of_people, home && is_of_the_people(sector_));
    set_clue(c, Of::dateline, country.code == ev_.context.dateline());
    set_clue(c, Of::in_lead, country.in_lead);
    set_clue(c, Of::by_name_alone, !country.named);
    set_clue(c, Of::first_named, country.begin == ev_.begin);
    set_clue(c, Of::by_towns_alone, !country.beyond_towns);
    if (ev_.places > 0) clue_of(c.clues, Of::place_share) = static_cast<float>(country.places / ev_.places);
  }

  void add_near() {
    const std::uint32_t sentence = parse_[first_.begin].sentence;
    const HomeEvidence::Word *before = nullptr, *behind = nullptr;
    ev_.in_sentence(sentence, [&](const HomeEvidence::Word& w) {
      if (overlap(w.span, first_)) return;
      HomeCandidate& c = found_[w.country];
      set_clue(c, Of::here);
      set_clue(c, Of::place_here, w.place);
      if (w.span.end <= first_.begin) before = &w;
      if (w.span.begin >= first_.end && behind == nullptr) behind = &w;
      set_clue(c, Of::opens, opens_sentence(w));
      constexpr TokenIndex kBeside = 3;
      const bool word = !w.place && b_.country_at(w.span.begin) != EntityBuilder::kNone;
      set_clue(c, Of::beside, word && w.span.end <= first_.begin && first_.begin < w.span.end + kBeside);
      constexpr TokenIndex kFew = 4;
      const bool close =
          w.span.begin >= first_.end ? w.span.begin < first_.end + kFew : w.span.end + kFew > first_.begin;
      set_clue(c, Of::actor_beside, close && b_.country_at(w.span.begin) == EntityBuilder::kNone && !w.place);
      set_clue(c, Of::place_behind, w.place && w.span.begin >= first_.end && w.span.begin < first_.end + kFew);
    });
    if (before != nullptr) set_clue(found_[before->country], Of::right_before);
    if (behind != nullptr) set_clue(found_[behind->country], Of::right_behind);
    if (sentence > 0)
      ev_.in_sentence(sentence - 1,
                      [&](const HomeEvidence::Word& w) { set_clue(found_[w.country], Of::sentence_before); });
    if (sentence + 1 < parse_.sentences.size())
      ev_.in_sentence(sentence + 1,
                      [&](const HomeEvidence::Word& w) { set_clue(found_[w.country], Of::sentence_behind); });
    add_side();
    add_last();
    add_nearest();
    add_near_share();
    add_leaders(sentence);
    add_mentions();
  }

  // "On the Kenyan side, Ana Paz, the energy minister, and Luis Rojas": the last side that is named before him.
  void add_side() {
    const HomeEvidence::Word* last = nullptr;
    ev_.in_sentence(parse_[first_.begin].sentence, [&](const HomeEvidence::Word& w) {
      if (w.side && w.span.end <= first_.begin) last = &w;
    });
    if (last != nullptr) set_clue(found_[last->country], Of::of_side);
  }

  // "In Voi, a spokesman, Ana Paz, said", where he stands behind it.
  bool opens_sentence(const HomeEvidence::Word& w) const {
    if (w.span.end >= first_.begin || parse_[w.span.end].text != ",") return false;
    TokenIndex begin = parse_.sentences[parse_[first_.begin].sentence].begin;
    while (parse_[begin].is_space && begin < w.span.begin) ++begin;
    constexpr TokenIndex kFar = 3;
    return parse_[begin].lower == "in" && w.span.begin <= begin + kFar;
  }

  bool is_official(Index i) const {
    const auto& roles = b_.entity(i).roles;
    return is_of_state(b_.notes[i].sector) ||
           std::any_of(roles.begin(), roles.end(), [](const Role& r) { return is_of_state(r.sector); });
  }

  // "the foreign ministers Ana Paz and Luis Rojas": a government has but one.
  bool is_peer(Index i) const {
    const auto& roles = b_.entity(i).roles;
    return std::any_of(roles.begin(), roles.end(), [&](const Role& r) {
      return r.sector == "GOV" &&
             std::any_of(e_.roles.begin(), e_.roles.end(), [&](const Role& own) { return own.title == r.title; });
    });
  }

  // Those who are spoken of last before him.
  void add_last() {
    constexpr std::uint32_t kBack = 2;
    constexpr int kMost = 12;
    const std::uint32_t here = parse_[first_.begin].sentence;
    auto at = std::lower_bound(ev_.actors.begin(), ev_.actors.end(), first_.begin,
                               [](const HomeEvidence::Actor& a, TokenIndex t) { return a.begin < t; });
    bool official = false, person = false;
    for (int n = 0; at != ev_.actors.begin() && n < kMost; ++n) {
      --at;
      if (parse_[at->begin].sentence + kBack < here) return;
      const auto country = ev_.numbers.find(b_.entity(at->entity).country);
      if (at->entity == i_ || country == ev_.numbers.end()) continue;
      HomeCandidate& c = found_[country->second];
      if (!official && is_official(at->entity)) set_clue(c, Of::last_official), official = true;
      if (!person && b_.entity(at->entity).is_named_person()) set_clue(c, Of::last_person), person = true;
    }
  }

  void add_near_share() {
    constexpr std::uint32_t kAround = 3;
    const std::uint32_t here = parse_[first_.begin].sentence;
    const auto last = std::min<std::uint32_t>(here + kAround, static_cast<std::uint32_t>(parse_.sentences.size()) - 1);
    std::vector<float> counts(found_.size(), 0.0F);
    float all = 0;
    for (std::uint32_t s = here - std::min(here, kAround); s <= last; ++s) {
      ev_.in_sentence(s, [&](const HomeEvidence::Word& w) {
        if (overlap(w.span, first_)) return;
        counts[w.country] += 1;
        all += 1;
      });
    }
    for (std::size_t c = 0; all > 0 && c < found_.size(); ++c)
      clue_of(found_[c].clues, Of::near_share) = counts[c] / all;
  }

  // Who are the main subjects of the sentence, up to him, and of the one before.
  void add_leaders(std::uint32_t sentence) {
    const auto lead = [&](std::uint32_t s, TokenIndex before, Of clue) {
      const TokenSpan all = parse_.sentences[s];
      for (TokenIndex t = all.begin; t < std::min(all.end, before); ++t) {
        if (!is_subject(parse_, t) || parse_[parse_[t].head].head != parse_[t].head) continue;
        if (const auto c = country_at(t)) set_clue(found_[*c], clue);
      }
    };
    lead(sentence, first_.begin, Of::leads_here);
    if (sentence > 0) lead(sentence - 1, first_.begin, Of::leads_before);
  }

  void add_nearest() {
    const HomeEvidence::Word* nearest = nullptr;
    TokenIndex least = 0;
    const auto at = ev_.first_behind(first_.begin);
    const auto consider = [&](const HomeEvidence::Word& w) {
      if (overlap(w.span, first_)) return;
      const TokenIndex far = w.span.begin >= first_.end ? w.span.begin - first_.end : first_.begin - w.span.end;
      if (nearest == nullptr || far < least) nearest = &w, least = far;
    };
    if (at != ev_.words.begin()) consider(*std::prev(at));
    if (at != ev_.words.end()) consider(*at);
    if (at != ev_.words.end() && std::next(at) != ev_.words.end()) consider(*std::next(at));
    if (nearest != nullptr) set_clue(found_[nearest->country], Of::nearest);
  }

  // In how many of the sentences that speak of it, and whether its names say so.
  void add_mentions() {
    std::set<std::uint32_t> sentences;
    std::set<std::pair<std::uint32_t, std::uint32_t>> with;
    for (const std::size_t i : mentions_) {
      const TokenMention& m = b_.story.mentions[i];
      const std::uint32_t sentence = parse_[m.head].sentence;
      if (!sentences.insert(sentence).second && m.kind != MentionKind::name) continue;
      ev_.in_sentence(sentence, [&](const HomeEvidence::Word& w) {
        const bool inside = overlap(w.span, m.span);
        if (inside && m.kind == MentionKind::name) set_clue(found_[w.country], Of::in_name);
        if (!inside) with.emplace(w.country, sentence);
      });
    }
    for (const auto& [country, sentence] : with) {
      clue_of(found_[country].clues, Of::mentions) += 1.0F / static_cast<float>(sentences.size());
      near_ = true;
    }
  }

  std::optional<std::uint32_t> country_at(TokenIndex t) const {
    const auto& there = b_.story.entities_at(t);
    if (there.size() != 1 || there[0] == i_) return std::nullopt;
    const auto at = ev_.numbers.find(b_.entity(there[0]).country);
    return at == ev_.numbers.end() ? std::nullopt : std::optional(at->second);
  }

  void add_syntax(const TokenMention& m) {
    const TokenIndex first = first_conjunct(parse_, m.head);
    for (const TokenIndex other : coordinated(parse_, first)) {
      if (const auto c = country_at(other))
        set_clue(found_[*c], is_peer(b_.story.entities_at(other)[0]) ? Of::peer_near : Of::coordinated);
    }
    add_owner(m);
    add_owned(m);
    const bool subject = is_subject(parse_, first);
    const Relation relation = parse_[first].relation;
    TokenIndex verb = parse_[first].head;
    if (relation == Relation::pobj) verb = parse_[verb].head;
    if (!is_verbal(parse_[verb])) return;
    if (subject) {
      for (const TokenIndex object : patients(parse_, verb)) {
        if (const auto c = country_at(object)) set_clue(found_[*c], Of::done_to);
      }
      add_journey(m);
      return;
    }
    for (const TokenIndex agent : agents(parse_, verb)) {
      if (const auto c = country_at(agent)) set_clue(found_[*c], Of::does_to);
    }
  }

  // "Paz came to Chile after a visit to Peru": of none of the countries there.
  void add_journey(const TokenMention& m) {
    std::set<std::uint32_t> near;
    ev_.in_sentence(parse_[m.head].sentence, [&](const HomeEvidence::Word& w) { near.insert(w.country); });
    const bool travels = std::any_of(near.begin(), near.end(), [&](std::uint32_t c) {
      return ev_.context.is_guest(m.head, found_[c].country, true);
    });
    if (!travels) return;
    ev_.in_sentence(parse_[m.head].sentence, [&](const HomeEvidence::Word& w) {
      if (w.span.begin > m.head) guest_.insert(w.country);
    });
  }

  // "Paz's spokesman, Luis Rojas", "its director, Ana Paz"
  void add_owner(const TokenMention& m) {
    Tokens nouns = appositions(parse_, m.head);
    nouns.push_back(m.head);
    const Relation relation = parse_[m.head].relation;
    if (relation == Relation::appos || relation == Relation::compound) nouns.push_back(parse_[m.head].head);
    for (const TokenIndex noun : nouns) {
      for (const TokenIndex owner : possessors(parse_, noun)) {
        if (const auto c = country_at(owner)) set_clue(found_[*c], Of::owner);
      }
    }
  }

  // "her visit to Peru", "their ties to China"
  void add_owned(const TokenMention& m) {
    if (parse_[m.head].relation != Relation::poss) return;
    for (const TokenIndex object : obliques(parse_, parse_[m.head].head, "to")) {
      ev_.in_sentence(parse_[m.head].sentence, [&](const HomeEvidence::Word& w) {
        if (w.span.contains(object)) guest_.insert(w.country);
      });
    }
  }

  void set_of(const std::string& country, Of clue) {
    const auto at = ev_.numbers.find(country);
    if (at != ev_.numbers.end()) set_clue(found_[at->second], clue);
  }

  void set_all(const std::map<std::string, std::set<std::string>>& countries, const std::string& of, Of clue) {
    const auto at = countries.find(of);
    if (at == countries.end()) return;
    for (const std::string& country : at->second) set_of(country, clue);
  }

  // How many of the people by name whose country is known are of each.
  void add_people() {
    int all = 0;
    for (const auto& [country, n] : ev_.people) all += n;
    for (const auto& [country, n] : ev_.people) {
      const auto at = ev_.numbers.find(country);
      if (at == ev_.numbers.end()) continue;
      clue_of(found_[at->second].clues, Of::people_share) = static_cast<float>(n) / static_cast<float>(all);
    }
  }

  void add_who_it_is() {
    if (note_.by_context) set_of(e_.country, Of::by_context);
    for (const Role& role : e_.roles) {
      if (role.of && b_.entity(*role.of).type != EntityType::media) set_of(b_.entity(*role.of).country, Of::own_body);
      set_all(ev_.offices, role.title, Of::same_office);
    }
    const auto [begin, end] = ev_.officials.equal_range(i_);
    for (auto at = begin; at != end; ++at) set_of(b_.entity(at->second).country, Of::its_official);
    if (!e_.is_named_person()) return;
    add_people();
    add_name();
    set_all(ev_.surnames, std::string(surname_of(e_.name)), Of::namesake);
  }

  // Names go with countries: by their letters, and by parts that holders of offices bear.
  void add_name() {
    const NameOrigins::Name name = b_.who.name_origins.read(e_.name);
    for (HomeCandidate& c : found_) {
      const NameOrigins::Likeness like = b_.who.name_origins.likeness(name, c.country);
      clue_of(c.clues, Of::name_like) = static_cast<float>(std::clamp(like.sum / 2, -3.0, 3.0));
      clue_of(c.clues, Of::name_like_mean) = static_cast<float>(std::clamp(like.mean * 2, -1.5, 1.5));
      clue_of(c.clues, Of::name_parts) = static_cast<float>(like.parts);
    }
  }

  // Who comes to a country or leaves it is hardly of it, nor are ambassadors of that which the story is at home in.
  void drop_unfit() {
    const bool envoy = e_.is_named_person() && is_posted_abroad();
    std::erase_if(found_, [&](const HomeCandidate& c) {
      return guest_.contains(ev_.numbers.at(c.country)) || (envoy && clue_of(c.clues, Of::at_home) > 0);
    });
  }

  // "Chilean teachers and Peruvian teachers … the teachers"
  bool is_one_of_several() const {
    if (note_.head.empty()) return false;
    const auto others = ev_.of_noun.find(note_.head);
    return others != ev_.of_noun.end() && others->second.size() > 1;
  }

  bool is_posted_abroad() const {
    const auto noun = b_.who.noun_phrases.find(note_.head);
    return ev_.context.is_abroad(e_) || (noun && b_.who.nouns[*noun].abroad);
  }

  // "foreign" of "the foreign minister", "the foreign ministry"
  bool begins_office(TokenIndex t) const {
    const auto title = b_.who.title_phrases.longest(parse_, b_.story.text, t);
    const auto noun = b_.who.noun_phrases.longest(parse_, b_.story.text, t);
    return (title && title->end > t + 1) || (noun && noun->end > t + 1);
  }

  // "foreign officials", "European lawmakers", the envoy of a world body.
  bool is_of_world() const {
    for (const Role& role : e_.roles) {
      if (role.of && is_international(b_.notes[*role.of].known_code)) return true;
    }
    for (TokenIndex t = first_.begin; t < first_.end; ++t) {
      if (begins_office(t)) continue;
      const std::string_view w = parse_[t].lower;
      for (const std::string_view abroad :
           {"foreign", "international", "world", "global", "visiting", "other", "western"}) {
        if (w == abroad) return true;
      }
      if (b_.who.regional.longest(parse_, b_.story.text, t)) return true;
    }
    return false;
  }

  void add_nobody(bool of_world) {
    HomeCandidate none;
    set_clue(none, Of::nobody);
    set_clue(none, Of::nobody_without_home, ev_.home.empty());
    constexpr std::size_t kMost = 8;
    clue_of(none.clues, Of::nobody_countries) = static_cast<float>(std::min(found_.size(), kMost));
    set_clue(none, Of::nobody_near, !near_);
    set_clue(none, Of::nobody_posted_abroad, is_posted_abroad());
    set_clue(none, Of::nobody_of_world, of_world);
    const auto noun = b_.who.noun_phrases.find(note_.head);
    const bool title = !noun && !note_.head.empty() && b_.who.title_phrases.find(note_.head);
    set_clue(none, Of::nobody_of_any,
             (noun && (b_.who.nouns[*noun].or_state || b_.who.nouns[*noun].name == "man")) ||
                 (title && e_.type == EntityType::group));
    set_clue(none, Of::nobody_in_body, std::any_of(e_.roles.begin(), e_.roles.end(), [&](const Role& role) {
               return is_post(role) && role.of && b_.entity(*role.of).country.empty();
             }));
    set_clue(none, Of::nobody_of_state, is_of_state(sector_));
    set_clue(none, Of::nobody_of_public, is_public(sector_));
    set_clue(none, Of::nobody_of_people, is_of_the_people(sector_));
    set_clue(none, Of::nobody_of_faith, sector_ == "REL");
    set_clue(none, Of::nobody_of_business, sector_ == "BUS" || sector_ == "MNC");
    set_clue(none, Of::nobody_of_media, sector_ == "MED");
    set_clue(none, Of::nobody_plural, note_.plural);
    set_clue(none, Of::nobody_without_name, e_.anonymous || !note_.head.empty());
    set_clue(none, Of::nobody_once, mentions_.size() == 1);
    set_clue(none, Of::nobody_one_word, e_.name.find(' ') == std::string::npos);
    set_clue(none, Of::nobody_quoted, std::all_of(mentions_.begin(), mentions_.end(), [&](std::size_t m) {
               return syntax_.is_quoted(b_.story.mentions[m].head);
             }));
    if (!note_.head.empty()) add_phrase(none);
    found_.push_back(std::move(none));
  }

  // How the common noun of a body, a group or somebody without a name stands there first.
  void add_phrase(HomeCandidate& none) {
    const TokenIndex noun = first_.end - 1;
    const bool definite = is_definite(parse_, noun);
    const bool indefinite = child_word(parse_, noun, "a") != kNoToken || child_word(parse_, noun, "an") != kNoToken ||
                            child_word(parse_, noun, "another") != kNoToken;
    const bool counted = child_of(parse_, noun, Relation::nummod) != kNoToken;
    set_clue(none, Of::nobody_definite, definite);
    set_clue(none, Of::nobody_indefinite, indefinite);
    set_clue(none, Of::nobody_counted, counted);
    set_clue(none, Of::nobody_bare, !definite && !indefinite && !counted);
    set_clue(none, Of::nobody_of_bodies, body_noun(b_, noun) != nullptr && parse_[noun].tag == Tag::nns);
    bool which = false;
    for (const TokenIndex child : parse_.children(noun)) {
      const Relation r = parse_[child].relation;
      which = which || (child > noun && (r == Relation::relcl || r == Relation::acl || r == Relation::prep));
    }
    set_clue(none, Of::nobody_told_which, which);
  }

  const HomeEvidence& ev_;
  const EntityBuilder& b_;
  const Parse& parse_;
  const PronounSyntax syntax_;
  const Index i_;
  const Entity& e_;
  const EntityBuilder::Note& note_;
  std::string_view sector_;
  std::vector<std::size_t> mentions_;  // the first of them: indexes into story.mentions
  TokenSpan first_;                    // the first that is no pronoun
  std::set<std::uint32_t> guest_;      // countries that he comes to or leaves: indexes into ev_.countries
  bool near_ = false;                  // a country is spoken of where it is
  std::vector<HomeCandidate> found_;
};

}  // namespace

HomeCandidates::HomeCandidates(const EntityBuilder& b, const std::vector<bool>& open)
    : evidence_(std::make_unique<HomeEvidence>(b, open)) {}

HomeCandidates::~HomeCandidates() = default;

std::optional<HomeCase> HomeCandidates::candidates_of(Index entity) const {
  return HomeSearch(*evidence_, entity).run();
}

}  // namespace dragoman
