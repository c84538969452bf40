#include "who/body_references.h"

#include "language/syntax.h"
#include "text/ascii.h"
#include "who/backwards.h"

#include <algorithm>
#include <map>

namespace dragoman {

namespace {

bool is_same_word(std::string_view x, std::string_view y) {
  return std::equal(x.begin(), x.end(), y.begin(), y.end(),
                    [](char a, char b) { return ascii_lower(a) == ascii_lower(b); });
}

// "the Lakeside newspaper" is none that has another name.
bool has_name_before(const Parse& parse, TokenIndex t) {
  const Tokens before = premodifiers(parse, t);
  return std::any_of(before.begin(), before.end(), [&](TokenIndex b) { return parse[b].pos == Pos::propn; });
}

class BodiesOfKind {
 public:
  BodiesOfKind(const EntityBuilder& b, TokenIndex t, const ActorNoun& noun, const std::string& country)
      : b_(b), t_(t), noun_(noun), country_(country) {}

  /// Whether the noun may stand for the body of that mention.
  bool may_be(const TokenMention& m) const { return fit(m) != Fit::none; }

  std::optional<NamedBody> last() const {
    constexpr std::uint32_t kFar = 6, kNear = 2;
    std::optional<NamedBody> found;
    backwards(b_, t_, kFar, [&](const TokenMention& m) {
      const Fit fits = fit(m);
      const std::uint32_t distance = b_.parse[t_].sentence - b_.parse[m.head].sentence;
      if (fits == Fit::none || (fits == Fit::open && (distance > kNear || tells_which()))) return false;
      found = {m.entities[0], m.head, fits == Fit::kind};
      return true;
    });
    if ((found && (found->says_kind || noun_.sector != "PTY")) || !is_bare_description(b_.parse, t_)) return found;
    const std::optional<NamedBody> one = only();
    return one && (!found || one->says_kind) ? one : found;
  }

 private:
  enum class Fit : std::uint8_t { none, kind, open };

  Fit fit(const TokenMention& m) const {
    if (m.entities.size() != 1 || m.kind == MentionKind::possessive) return Fit::none;
    const Index e = m.entities[0];
    // "Orbit lost money. It … The firm …": told of again by another word, but a body with a name.
    if (m.kind != MentionKind::name && !b_.notes[e].head.empty()) return Fit::none;
    const EntityType type = b_.entity(e).type;
    if (type != EntityType::organisation && type != EntityType::media && type != EntityType::group) return Fit::none;
    if (!country_.empty() && b_.entity(e).country != country_) return Fit::none;
    const std::string_view word = b_.parse[t_].lower;
    if (heads_name(word, b_.entity(e).name)) return is_named_otherwise(b_, t_, e) ? Fit::none : Fit::kind;
    const auto known = b_.who.body_kinds.find(word);
    const BodyKind kind = known == b_.who.body_kinds.end() ? BodyKind{} : known->second;
    if (type == EntityType::media) return kind.of_media && !has_name_before(b_.parse, t_) ? Fit::kind : Fit::none;
    if (is_of_kind(b_, word, b_.entity(e))) return Fit::kind;
    const std::string& sector = noun_.sector;
    const EntityBuilder::Note& note = b_.notes[e];
    const bool is_known = type == EntityType::group || !note.known_code.empty();
    if (sector == "PTY" && note.sector == sector && is_known && !b_.entity(e).anonymous) return Fit::kind;
    const bool may_be = sector == "BUS" || sector == "CVL" || sector == "PTY" || sector == "REB";
    if (may_be && (note.sector == sector || (note.sector.empty() && note.known_code.empty()))) return Fit::open;
    // "The group", "the organisation": rebels, a charity, a church, but nothing of the state.
    const bool is_private =
        note.sector == "NGO" || note.sector == "HRI" || note.sector == "REB" || note.sector == "REL";
    if (sector == "CVL" && is_private) return Fit::open;
    if (type == EntityType::group && (sector == "CVL" || sector == "PTY" || sector == "REB")) return Fit::open;
    return kind.of_states && note.known_code.starts_with("IGO") ? Fit::open : Fit::none;
  }

  // "the alliance led by Paz": one that nothing before need have named; but "the alliance, which is led by Paz".
  bool tells_which() const {
    const auto children = b_.parse.children(t_);
    return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
      const Relation relation = b_.parse[child].relation;
      const TokenIndex first = b_.parse[child].left_edge;
      return (relation == Relation::acl || relation == Relation::relcl) && first > 0 && b_.parse[first - 1].text != ",";
    });
  }

  // Of all that was named before, the only body of that kind, or else the only one that may be it and that was named
  // again and again.
  std::optional<NamedBody> only() const {
    if (follows_unknown_name(b_, t_)) return std::nullopt;
    std::map<Index, int> of_kind, open;
    for (const TokenMention& m : b_.story.mentions) {
      if (m.span.begin >= t_ || b_.story.boilerplate[m.span.begin]) continue;
      const Fit fits = fit(m);
      if (fits == Fit::kind) ++of_kind[m.entities[0]];
      if (fits == Fit::open) ++open[m.entities[0]];
    }
    constexpr int kOften = 2;
    if (of_kind.size() == 1) return NamedBody{of_kind.begin()->first, 0, true};
    if (of_kind.empty() && open.size() == 1 && open.begin()->second >= kOften && noun_.sector != "PTY")
      return NamedBody{open.begin()->first, 0, false};
    return std::nullopt;
  }

  const EntityBuilder& b_;
  TokenIndex t_;
  const ActorNoun& noun_;
  const std::string& country_;
};

}  // namespace

bool heads_name(std::string_view kind, std::string_view name) {
  const std::vector<std::string_view> words = split_at_blanks(name), wanted = split_at_blanks(kind);
  if (words.size() == 2 && (words[0].ends_with("'s") || words[0].ends_with("\u2019s"))) return false;
  const auto at = std::search(words.begin(), words.end(), wanted.begin(), wanted.end(), is_same_word);
  if (at == words.end()) return false;
  const auto next = at + static_cast<std::ptrdiff_t>(wanted.size());
  return next == words.end() || ((*next)[0] >= 'a' && (*next)[0] <= 'z') || (*next)[0] == '(' || (*next)[0] == '&';
}

bool is_of_kind(const EntityBuilder& b, std::string_view noun, const Entity& body) {
  const auto kind = b.who.body_kinds.find(noun);
  return kind != b.who.body_kinds.end() &&
         std::any_of(kind->second.named.begin(), kind->second.named.end(),
                     [&](const std::string& named) { return heads_name(named, body.name); });
}

bool follows_unknown_name(const EntityBuilder& b, TokenIndex noun) {
  const std::uint32_t sentence = b.parse[noun].sentence;
  for (TokenIndex t = noun; t-- > 0 && b.parse[t].sentence + 1 >= sentence;) {
    const bool name = b.parse[t].pos == Pos::propn && is_subject(b.parse, t);
    if (name && b.parse[t].sentence + 1 == sentence && b.story.mention_at[t] < 0) return true;
  }
  return false;
}

bool is_named_otherwise(const EntityBuilder& b, TokenIndex noun, Index e) {
  const std::string& name = b.entity(e).name;
  const Tokens before = premodifiers(b.parse, noun);
  return std::any_of(before.begin(), before.end(),
                     [&](TokenIndex t) {
                       const bool names = b.parse[t].pos == Pos::propn && b.parse[t].text.size() > 1;
                       return names && b.country_at(t) == EntityBuilder::kNone &&
                              name.find(b.parse[t].text) == std::string::npos;
                     }) ||
         names_other_field(b, noun, name);
}

bool is_field_of_bodies(const WhoLexicon& who, std::string_view word, std::string_view noun) {
  const std::string lower = ascii_lower(word);
  const std::string several = lower.ends_with('y') ? lower.substr(0, lower.size() - 1) + "ies" : lower + "s";
  const auto known = who.noun_phrases.find(noun);
  if (!known || who.nouns[*known].sector != "GOV" || who.nouns[*known].plural) return false;
  return who.title_phrases.find(lower + " minister") || who.title_phrases.find(several + " minister");
}

bool names_other_field(const EntityBuilder& b, TokenIndex noun, std::string_view name) {
  if (noun == 0 || b.parse[noun - 1].head != noun) return false;
  const std::string_view kind = b.parse[noun].lower, field = b.parse[noun - 1].lower;
  if (!is_field_of_bodies(b.who, field, kind)) return false;
  bool has_field = false;
  for (const std::string_view word : split_at_blanks(name)) {
    if (is_same_word(word, kind) || !is_field_of_bodies(b.who, word, kind)) continue;
    if (is_same_word(word, field)) return false;
    has_field = true;
  }
  return has_field;
}

bool is_bare_description(const Parse& parse, TokenIndex noun) {
  for (const TokenIndex child : parse.children(noun)) {
    const Relation r = parse[child].relation;
    if (r == Relation::relcl || r == Relation::acl || r == Relation::appos) return false;
    const std::string_view w = parse[child].lower;
    const bool tells_which = w == "of" || w == "for" || w == "in" || w == "out" || w == "from" || w == "with";
    if (child > noun && tells_which) return false;
    if (child < noun && r != Relation::det && r != Relation::punct && r != Relation::prep) return false;
  }
  return true;
}

namespace {

// What the lexicon has on a word for one body; null where it has nothing.
const ActorNoun* word_for_body(const EntityBuilder& b, TokenIndex noun) {
  const auto known = b.who.noun_phrases.find(b.parse[noun].lower);
  const ActorNoun* of = known ? &b.who.nouns[*known] : nullptr;
  return of != nullptr && of->kind == ActorNoun::Kind::body && !of->plural ? of : nullptr;
}

}  // namespace

std::optional<NamedBody> body_of_kind(const EntityBuilder& b, TokenIndex noun, const std::string& country) {
  const ActorNoun* of = word_for_body(b, noun);
  return of == nullptr ? std::nullopt : BodiesOfKind(b, noun, *of, country).last();
}

bool may_stand_for(const EntityBuilder& b, TokenIndex noun, const TokenMention& body) {
  const ActorNoun* of = word_for_body(b, noun);
  return of != nullptr && BodiesOfKind(b, noun, *of, {}).may_be(body);
}

}  // namespace dragoman
