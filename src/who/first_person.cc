#include "who/first_person.h"

#include "language/syntax.h"

#include <algorithm>

namespace dragoman {

namespace {

bool is_singular(std::string_view w) {
  return w == "i" || w == "me" || w == "my" || w == "mine" || w == "myself";
}

bool is_plural(std::string_view w) {
  return w == "we" || w == "us" || w == "our" || w == "ours" || w == "ourselves";
}

// The country that an office holder speaks for, if the report names it.
std::optional<Index> country_of(const Record& record, const Entity& speaker) {
  const bool official = std::any_of(speaker.roles.begin(), speaker.roles.end(),
                                    [](const Role& r) { return r.sector == "GOV" || r.sector == "MIL"; });
  if (!official || speaker.country.empty()) return std::nullopt;
  for (Index i = 0; i < record.entities.size(); ++i) {
    const Entity& e = record.entities[i];
    if (e.type == EntityType::country && e.country == speaker.country) return i;
  }
  return std::nullopt;
}

// Who "we" are in the mouth of `speakers`; nobody where it is open.
std::vector<Index> we(const Record& record, const std::vector<Index>& speakers) {
  if (speakers.size() != 1) return speakers;
  const Entity& speaker = record.entities[speakers[0]];
  if (speaker.type != EntityType::person) return speakers;
  if (const auto country = country_of(record, speaker)) return {*country};
  return {};
}

void add_mention(Story& story, TokenIndex t, std::vector<Index> who) {
  const MentionKind kind = story.parse[t].tag == Tag::prp ? MentionKind::pronoun : MentionKind::possessive;
  for (const Index e : who) story.record.entities[e].mentions.push_back({story.span(t, t + 1), kind});
  story.mention_at[t] = static_cast<std::int32_t>(story.mentions.size());
  story.mentions.push_back({{t, t + 1}, t, kind, std::move(who)});
}

void sort_mentions(Story& story) {
  story.sort_mentions();
  for (Entity& e : story.record.entities) {
    std::stable_sort(e.mentions.begin(), e.mentions.end(),
                     [](const Mention& x, const Mention& y) { return x.span.begin < y.span.begin; });
  }
}

// "We, the ministers of Fiji and Tonga": Fiji and Tonga; "We, the leaders of the club": they themselves.
std::vector<Index> authors_at(const Story& story, TokenIndex we) {
  std::vector<Index> who;
  for (const TokenIndex noun : appositions(story.parse, we)) {
    for (const TokenIndex of : obliques(story.parse, noun, "of")) {
      for (const Index e : story.entities_at(of)) {
        if (std::find(who.begin(), who.end(), e) == who.end()) who.push_back(e);
      }
    }
    if (who.empty()) who = story.entities_at(noun);
  }
  return who;
}

}  // namespace

void find_authors(Story& story) {
  const Parse& parse = story.parse;
  std::vector<Index> authors;
  bool quoted = false, found = false;
  for (TokenIndex t = 0; t < parse.size(); ++t) {
    const Token& token = parse[t];
    if (token.tag == Tag::open_quote || token.text == "“") quoted = true;
    if (token.tag == Tag::close_quote || token.text == "”" || token.text.find("\n\n") != std::string_view::npos) {
      quoted = false;
    }
    if (quoted || story.boilerplate[t] || !is_plural(token.lower)) continue;
    if (token.tag != Tag::prp && token.tag != Tag::prp_poss) continue;
    if (authors.empty() && token.lower == "we") authors = authors_at(story, t);
    if (authors.empty() || story.mention_at[t] >= 0) continue;
    add_mention(story, t, authors);
    found = true;
  }
  if (found) sort_mentions(story);
}

void find_first_person(Story& story) {
  Record& record = story.record;
  const std::size_t before = story.mentions.size();
  for (std::size_t s = 0; s < record.statements.size(); ++s) {
    const Statement& statement = record.statements[s];
    if (statement.kind == StatementKind::indirect || statement.speakers.empty()) continue;
    for (const TokenSpan content : story.statement_contents[s]) {
      for (TokenIndex t = content.begin; t < content.end; ++t) {
        const Token& token = story.parse[t];
        if ((token.tag != Tag::prp && token.tag != Tag::prp_poss) || story.mention_at[t] >= 0) continue;
        std::vector<Index> who;
        if (is_singular(token.lower) && statement.speakers.size() == 1 &&
            record.entities[statement.speakers[0]].type == EntityType::person) {
          who = statement.speakers;
        } else if (is_plural(token.lower)) {
          who = we(record, statement.speakers);
        }
        if (who.empty()) continue;
        add_mention(story, t, std::move(who));
      }
    }
  }
  if (story.mentions.size() == before) return;
  sort_mentions(story);
}

}  // namespace dragoman
