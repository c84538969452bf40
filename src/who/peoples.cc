#include "who/peoples.h"

#include "who/names.h"

#include <algorithm>
#include <unordered_map>

namespace dragoman {

namespace {

class Peoples {
 public:
  explicit Peoples(Story& story)
      : story_(story), parse_(story.parse), who_(*story.lexicon.who), name_at_(parse_.size(), -1) {
    for (std::size_t i = 0; i < parse_.names.size(); ++i) {
      const TokenSpan span = parse_.names[i].span;
      for (TokenIndex t = span.begin; t < span.end; ++t) name_at_[t] = static_cast<std::int32_t>(i);
    }
    for (Index e = 0; e < story_.record.entities.size(); ++e) {
      const Entity& entity = story_.record.entities[e];
      if (entity.type == EntityType::country && !entity.country.empty()) country_.emplace(entity.country, e);
    }
  }

  void run() {
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      if (story_.boilerplate[t] || parse_[t].is_space) continue;
      if (const auto region = who_.regional.longest(parse_, story_.text, t)) {
        t = region->end - 1;  // "South American" is of more than one country
        continue;
      }
      const auto match = who_.peoples.longest(parse_, story_.text, t);
      if (!match) continue;
      const TokenSpan span{t, match->end};
      const KnownName& known = who_.known[match->value];
      if (!known.country.empty() && names_the_country(span)) add(span, known);
      t = span.end - 1;
    }
  }

 private:
  bool names_the_country(TokenSpan span) const { return !is_language(span) && !is_in_another_name(span); }

  /// "spoke Russian", "said in Turkish": the language alone.
  bool is_language(TokenSpan span) const {
    const Token& last = parse_[span.end - 1];
    if (last.tag == Tag::nnps || last.tag == Tag::nns) return false;
    if (last.relation != Relation::pobj && last.relation != Relation::dobj) return false;
    return span.begin == 0 || parse_[span.begin - 1].tag != Tag::dt;
  }

  /// "Latin American", "the French Open", "German Castro", "the Kenyan Red Cross": a name that is more than these
  /// words.
  bool is_in_another_name(TokenSpan span) const {
    if (const std::int32_t n = name_at_[span.begin]; n >= 0) {
      const NameSpan& name = parse_.names[static_cast<std::size_t>(n)];
      const bool longer = name.span.begin < span.begin || name.span.end > span.end;
      if (longer && !is_pair(span, name.span)) return true;
    }
    const std::int32_t m = story_.mention_at[span.begin];
    if (m < 0) return false;
    const TokenMention& mention = story_.mentions[static_cast<std::size_t>(m)];
    return mention.kind == MentionKind::name && mention.span.size() > span.size();
  }

  /// "Russian-Turkish" as one name: each is a people.
  bool is_pair(TokenSpan span, TokenSpan name) const {
    for (TokenIndex t = name.begin; t < name.end; ++t) {
      if (span.contains(t) || parse_[t].text == "-") continue;
      const auto other = who_.peoples.longest(parse_, story_.text, t);
      if (!other) return false;
      t = other->end - 1;
    }
    return true;
  }

  void add(TokenSpan words, const KnownName& known) {
    const auto [found, is_new] = country_.emplace(known.country, static_cast<Index>(story_.record.entities.size()));
    if (is_new) {
      Entity country;
      country.name = known.name;
      country.type = EntityType::country;
      country.country = known.country;
      country.code = known.code;
      story_.record.entities.push_back(std::move(country));
    }
    auto& mentions = story_.record.entities[found->second].mentions;
    const Span span = story_.span(words);
    const auto at = std::lower_bound(mentions.begin(), mentions.end(), span.begin,
                                     [](const Mention& m, std::uint32_t begin) { return m.span.begin < begin; });
    if (at != mentions.end() && at->span == span) {
      at->kind = MentionKind::name;
    } else {
      mentions.insert(at, {span, MentionKind::name});
    }
  }

  Story& story_;
  const Parse& parse_;
  const WhoLexicon& who_;
  std::vector<std::int32_t> name_at_;
  std::unordered_map<std::string, Index> country_;  // by code
};

}  // namespace

void find_peoples(Story& story) {
  Peoples(story).run();
}

}  // namespace dragoman
