#include "who/affiliations.h"

#include "gazetteer/place_words.h"
#include "language/syntax.h"
#include "who/context.h"
#include "who/phrases.h"

#include <algorithm>
#include <string>

namespace dragoman {

namespace {

class Affiliations {
 public:
  explicit Affiliations(EntityBuilder& b) : b_(b), parse_(b.parse) {}

  void run() {
    for (const TokenMention& m : b_.story.mentions) {
      if (m.entities.size() != 1) continue;
      const Entity& e = b_.entity(m.entities[0]);
      if (e.type != EntityType::person) continue;
      if (m.kind == MentionKind::name && !e.anonymous) {
        if (const auto body = body_beside(m)) join(m, *body);
      } else if (m.kind == MentionKind::title && e.anonymous && !e.roles.empty()) {
        if (const auto body = body_of_office(m)) join(m, *body);
      }
    }
  }

 private:
  struct Body {
    Index entity = 0;
    TokenIndex end = 0;  // of its mention
    bool by_name = false;
  };

  std::optional<Body> body_beside(const TokenMention& name) const {
    if (const auto body = body_behind(name)) return body;
    if (const auto body = body_in_brackets(name)) return body;
    return owner_before(name);
  }

  // "of the Harbour Institute", ", from Lakes Radio": what stands right behind the name, and no more of a phrase.
  std::optional<Body> body_behind(const TokenMention& name) const {
    TokenIndex t = name.span.end;
    if (t < parse_.size() && parse_[t].text == ",") ++t;
    if (t + 2 >= parse_.size() || parse_[t].sentence != parse_[name.head].sentence) return std::nullopt;
    const std::string_view link = parse_[t].lower;
    // "told Ana Paz from the harbour", "informed her of the Council": what hangs on the name alone says whose she is.
    const bool hangs = parse_[t].head == name.head;
    if (!hangs || (link != "of" && link != "from" && link != "with")) return std::nullopt;
    std::optional<Body> body = body_at(t + 1);
    if (!body && parse_[t + 1].lower == "the") body = body_at(t + 2);
    if (!body) body = behind_its_kind(t + 1);
    if (!body || (!body->by_name && !has_officials(body->entity))) return std::nullopt;
    const bool goes_on =
        body->end < parse_.size() && (parse_[body->end].tag == Tag::pos || parse_[body->end].text == "-" ||
                                      (is_nominal(parse_[body->end]) && parse_[body->end].pos != Pos::pron));
    return goes_on ? std::nullopt : body;
  }

  // "of the consulting firm Tarn & Sons".
  std::optional<Body> behind_its_kind(TokenIndex t) const {
    constexpr TokenIndex kMost = 5;
    for (const TokenIndex begin = t; t < parse_.size() && t - begin < kMost; ++t) {
      const Token& token = parse_[t];
      if (t > begin && body_noun(b_, t - 1) != nullptr) {
        if (const auto body = body_at(t)) return body;
      }
      const bool describes = token.pos == Pos::det || token.pos == Pos::adj || token.tag == Tag::nn;
      if (!describes || token.text != token.lower) return std::nullopt;
    }
    return std::nullopt;
  }

  // "Ana Paz (Harvest Party)".
  std::optional<Body> body_in_brackets(const TokenMention& name) const {
    const TokenIndex open = name.span.end;
    if (open + 2 >= parse_.size() || parse_[open].text != "(") return std::nullopt;
    const auto body = body_at(open + 1);
    if (!body || !body->by_name || body->end >= parse_.size() || parse_[body->end].text != ")") return std::nullopt;
    if (b_.entity(body->entity).type == EntityType::media) return std::nullopt;               // who took the picture
    const bool nickname = body->end + 1 < parse_.size() && is_proper(parse_[body->end + 1]);  // "Luis (Lucho) Rojas"
    const std::string words = b_.words({open + 1, body->end});
    const bool country = b_.who.country_by_code.contains(words);
    const bool seat = b_.story.lexicon.where->parties.contains(words.substr(0, words.find('-')));  // "(D-Ohio)"
    return nickname || country || seat ? std::nullopt : body;
  }

  // "the Harbour Institute's Ana Paz".
  std::optional<Body> owner_before(const TokenMention& name) const {
    const TokenIndex mark = name.span.begin;
    // "the Dragon's Den": of one word it may be anything's name.
    if (mark < 2 || name.span.size() < 2 || parse_[mark - 1].tag != Tag::pos || b_.story.mention_at[mark - 2] < 0)
      return std::nullopt;
    const TokenMention& owner = b_.story.mentions[static_cast<std::size_t>(b_.story.mention_at[mark - 2])];
    const auto body = body_at(owner.span.begin);
    return body && body->by_name ? std::optional(Body{body->entity, name.span.end, true}) : std::nullopt;
  }

  // "a spokesman for the provincial court", "the chairman of the port authority".
  std::optional<Body> body_of_office(const TokenMention& office) const {
    for (const char* link : {"of", "for"}) {
      const Tokens objects = obliques(parse_, office.head, link);
      if (objects.size() != 1 || objects[0] < office.head) continue;
      const auto& there = b_.story.entities_at(objects[0]);
      if (there.size() == 1 && is_body(there[0])) return Body{there[0], objects[0] + 1, false};
    }
    return std::nullopt;
  }

  bool is_body(Index e) const {
    return b_.entity(e).type == EntityType::organisation || b_.entity(e).type == EntityType::media;
  }

  // The body that is named by a mention which begins there.
  std::optional<Body> body_at(TokenIndex t) const {
    const std::int32_t at = b_.story.mention_at[t];
    if (at < 0) return std::nullopt;
    const TokenMention& m = b_.story.mentions[static_cast<std::size_t>(at)];
    const bool named = m.kind == MentionKind::name || m.kind == MentionKind::title;
    if (!named || m.span.begin != t || m.entities.size() != 1) return std::nullopt;
    const Entity& body = b_.entity(m.entities[0]);
    if (!is_body(m.entities[0]) || body.anonymous) return std::nullopt;
    return Body{m.entities[0], m.span.end, m.kind == MentionKind::name};
  }

  // Not a "minister" or a "mayor", which a body of that kind has none of.
  bool may_be_in_a_body(const Role& role) const {
    if (role.of || !role.country.empty()) return false;
    const auto known = b_.who.title_phrases.find(role.title);
    if (!known) return true;
    const Title& title = b_.who.titles[*known];
    if (title.abroad || title.first_name || title.local || title.name == "candidate") return false;
    return title.sector != "GOV" || title.of_body || title.serves;
  }

  void join(const TokenMention& name, const Body& body) {
    Entity& e = b_.entity(name.entities[0]);
    if (e.roles.empty() || reports_besides(e, body.entity)) {
      Role role;
      role.title = title_of_one(body.entity);
      const auto title = b_.who.title_phrases.find(role.title);
      role.sector = title ? b_.who.titles[*title].sector : std::string();
      role.of = body.entity;
      role.country = b_.entity(body.entity).country;
      role.evidence = b_.story.evidence({name.span.begin, std::max(name.span.end, body.end)});
      role.status = RoleStatus::current;
      if (e.country.empty()) e.country = role.country;
      if (b_.notes[name.entities[0]].sector.empty()) b_.notes[name.entities[0]].sector = b_.notes[body.entity].sector;
      e.roles.push_back(std::move(role));
      return;
    }
    const auto open = std::find_if(e.roles.begin(), e.roles.end(), [&](const Role& r) { return may_be_in_a_body(r); });
    if (e.roles.size() != 1 || open == e.roles.end()) return;
    open->of = body.entity;
    open->country = b_.entity(body.entity).country;
    if (e.country.empty()) e.country = open->country;
  }

  // "Ana Paz of Lakes Radio, winner of the Harbour Prize": who works for a medium, whatever else she is there.
  bool reports_besides(const Entity& e, Index body) const {
    if (b_.entity(body).type != EntityType::media) return false;
    return std::all_of(e.roles.begin(), e.roles.end(), [&](const Role& role) {
      return role.of && role.of != body && !b_.who.title_phrases.find(role.title) && !is_of_state(role.sector);
    });
  }

  const char* title_of_one(Index body) const {
    if (b_.entity(body).type == EntityType::media) return "journalist";
    return has_officials(body) ? "official" : "member";
  }

  bool has_officials(Index body) const {
    const std::string& sector = b_.notes[body].sector;
    return sector == "GOV" || sector == "IGO" || sector == "JUD" || sector == "COP";
  }

  EntityBuilder& b_;
  const Parse& parse_;
};

}  // namespace

void find_affiliations(EntityBuilder& b) {
  Affiliations(b).run();
}

}  // namespace dragoman
