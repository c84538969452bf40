#include "who/phrases.h"

#include "language/syntax.h"
#include "who/portfolios.h"

#include <algorithm>

namespace dragoman {

TokenSpan free_phrase(const EntityBuilder& b, TokenIndex head) {
  TokenSpan phrase = core_phrase(b.parse, head);
  for (TokenIndex t = head; t-- > phrase.begin;) {
    if (b.story.mention_at[t] >= 0 || b.parse[t].tag == Tag::pos || b.parse[t].tag == Tag::prp_poss ||
        b.parse[t].tag == Tag::wp_poss) {
      phrase.begin = t + 1;
      while (phrase.begin < head && !b.parse[phrase.begin - 1].space_after) ++phrase.begin;  // "UK" + "-based monitor"
      break;
    }
  }
  const auto outside = [&](const Token& t) {
    return t.is_space || t.pos == Pos::punct || t.pos == Pos::cconj || t.lower == "not";
  };
  while (phrase.begin < head && outside(b.parse[phrase.begin])) ++phrase.begin;
  return phrase;
}

bool is_definite(const Parse& parse, TokenIndex t) {
  for (const TokenIndex child : parse.children(t)) {
    const std::string_view w = parse[child].lower;
    if (w == "the" || w == "this" || w == "that" || w == "both" || w == "these" || w == "those") return true;
    if (parse[child].relation == Relation::poss) return true;
  }
  return false;
}

const ActorNoun* body_noun(const EntityBuilder& b, TokenIndex t) {
  const auto noun = b.who.noun_phrases.find(b.parse[t].lower);
  return noun && b.who.nouns[*noun].kind == ActorNoun::Kind::body ? &b.who.nouns[*noun] : nullptr;
}

bool is_his_excellency(const EntityBuilder& b, TokenIndex t) {
  return t + 1 < b.parse.size() && b.parse[t].text == "H" &&
         (b.parse[t + 1].text == "E" || b.parse[t + 1].text == "E.");
}

bool is_honorific(const EntityBuilder& b, TokenIndex t) {
  const Token& token = b.parse[t];
  if (is_his_excellency(b, t) || (t > 0 && is_his_excellency(b, t - 1))) return true;
  return b.who.is_part(token.text, NamePart::Kind::honorific) ||
         (token.text == "." && t > 0 && b.who.is_part(b.parse[t - 1].text, NamePart::Kind::honorific));
}

bool is_longer_wording(const EntityBuilder& b, const std::string& title, const std::string& office) {
  if (title.find(' ') == std::string::npos) return false;
  if (const auto known = b.who.title_phrases.find(title))  // "presidential candidate" for "candidate"
    return title != office && b.who.titles[*known].name == office && title.ends_with(office);
  std::string rest = title;
  for (std::size_t blank = rest.find(' '); blank != std::string::npos; blank = rest.find(' ')) {
    if (b.who.ranks.contains(rest.substr(0, blank))) return false;
    rest.erase(0, blank + 1);
    if (const auto known = b.who.title_phrases.find(rest)) return b.who.titles[*known].name == office;
  }
  return false;
}

bool is_with_field(const std::string& title, const std::string& office) {
  return title.starts_with(office + " of ") || title.starts_with(office + " for ") ||
         title.starts_with(office + " on ");
}

bool holds_office(const EntityBuilder& b, const Entity& e, const std::string& office, Term term) {
  return std::any_of(e.roles.begin(), e.roles.end(), [&](const Role& role) {
    const std::string& title = role.title;
    const bool past = role.status == RoleStatus::former || role.status == RoleStatus::late;
    if (term != Term::any && past != (term == Term::past)) return false;
    if (title == office || is_longer_wording(b, title, office) || includes_portfolio(title, office)) return true;
    if (is_with_field(title, office)) return true;
    if (office == "top diplomat") {
      return title == "foreign minister" || title == "secretary of state" || title == "foreign secretary" ||
             title == "foreign policy chief";
    }
    if (office == "minister") return title.ends_with("minister") || has_portfolio(title);
    if (office == "head of state")
      return title == "president" || title == "king" || title == "queen" || title == "emir";
    if (office == "head of government") return title == "prime minister" || title == "chancellor";
    if (office == "envoy") return title.find("envoy") != std::string::npos;
    return office == "leader" && (title == "president" || title == "prime minister" || title == "chancellor" ||
                                  title == "king" || title == "supreme leader");
  });
}

}  // namespace dragoman
