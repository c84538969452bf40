#include "who/first_person.h"

#include "language/syntax.h"
#include "statements/cues.h"
#include "story/members.h"
#include "who/names.h"

#include <algorithm>
#include <utility>

namespace dragoman {

namespace {

bool is_singular(std::string_view w) {
  return w == "i" || w == "me" || w == "my" || w == "mine" || w == "myself";
}

bool is_plural(std::string_view w) {
  return w == "we" || w == "us" || w == "our" || w == "ours" || w == "ourselves";
}

// The party, company or union whose office it is; none for an office of the state.
std::optional<Index> body_of(const Record& record, const Role& role) {
  if (!role.of || record.entities[*role.of].type != EntityType::organisation) return std::nullopt;
  const std::string& code = record.entities[*role.of].code;
  const bool of_state = code.find("GOV") != std::string::npos || code.find("MIL") != std::string::npos;
  return of_state ? std::nullopt : role.of;
}

// "director", "director of events" in nothing that is told: whoever bears it does so in some body.
bool lacks_its_body(const WhoLexicon& who, const Role& role) {
  const auto title = who.title_phrases.find(std::string_view(role.title).substr(0, role.title.find(" of ")));
  return !role.of && title && who.titles[*title].of_bodies_alone;
}

// The country that an office holder speaks for, if the report names it.
std::optional<Index> country_of(const Story& story, const Entity& speaker) {
  const Record& record = story.record;
  const bool official = std::any_of(speaker.roles.begin(), speaker.roles.end(), [&](const Role& r) {
    return (r.sector == "GOV" || r.sector == "MIL") && !body_of(record, r) && !lacks_its_body(*story.lexicon.who, r);
  });
  return official ? named_country(record.entities, speaker.country) : std::nullopt;
}

// Who "we" are in the mouth of `speakers`; nobody where it is open.
std::vector<Index> we(const Story& story, const std::vector<Index>& speakers) {
  const Record& record = story.record;
  if (speakers.size() != 1) return speakers;
  const Entity& speaker = record.entities[speakers[0]];
  if (speaker.type != EntityType::person) return speakers;
  if (const auto country = country_of(story, speaker)) return {*country};
  for (const Role& role : speaker.roles) {  // "We object," said the party's spokesman, the company's chief executive
    const auto body = body_of(record, role);
    const auto known = story.lexicon.who->title_phrases.find(role.title);
    if (!body || !known || role.status != RoleStatus::current) continue;
    const Title& title = story.lexicon.who->titles[*known];
    if (title.name == "spokesman" || (title.leads && title.sector == "BUS")) return {*body};
  }
  return {};
}

void add_mention(Story& story, TokenIndex t, std::vector<Index> who) {
  const MentionKind kind = story.parse[t].tag == Tag::prp ? MentionKind::pronoun : MentionKind::possessive;
  for (const Index e : who) story.record.entities[e].mentions.push_back({story.span(t, t + 1), kind});
  story.mention_at.set(t, static_cast<std::int32_t>(story.mentions.size()));
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
  Tokens nouns = appositions(story.parse, we);
  // "We, the ministers of Fiji, met", where the parser takes both for subjects.
  const TokenIndex verb = story.parse[we].head;
  if (nouns.empty() && we + 1 < story.parse.size() && story.parse[we + 1].text == "," && verb > we) {
    for (const TokenIndex c : story.parse.children(verb)) {
      if (c > we && c < verb && story.parse[c].relation == Relation::nsubj) nouns.push_back(c);
    }
  }
  for (const TokenIndex noun : nouns) {
    Tokens heads = obliques(story.parse, noun, "of");
    const auto named = [&](TokenIndex t) { return !story.entities_at(t).empty(); };
    // "the ministers of foreign affairs of Fiji and Tonga"
    if (std::none_of(heads.begin(), heads.end(), named)) {
      const Tokens fields = std::exchange(heads, {});
      for (const TokenIndex field : fields) {
        for (const TokenIndex of : obliques(story.parse, field, "of")) heads.push_back(of);
      }
    }
    for (const TokenIndex of : heads) {
      for (const Index e : story.entities_at(of)) {
        if (std::find(who.begin(), who.end(), e) == who.end()) who.push_back(e);
      }
    }
    if (who.empty()) who = story.entities_at(noun);
  }
  return who;
}

// Of a document that is headed "Statement by the Embassy of Fiji" and begins "The embassy has seen": the embassy.
std::vector<Index> authors_below_title(const Story& story) {
  const Parse& parse = story.parse;
  constexpr TokenIndex kTitle = 4;   // words within which it says what it is: "Joint statement by"
  constexpr TokenIndex kBegin = 40;  // within which its text begins
  const TokenIndex last = std::min(parse.size(), kBegin);
  TokenIndex t = 0;
  bool is_document = false;
  for (; t < last && parse[t].text.find('\n') == std::string_view::npos; ++t) {
    is_document |= t < kTitle && story.lexicon.cues->venues.contains(parse[t].lower);
  }
  while (t < last && (story.boilerplate[t] || parse[t].is_space)) ++t;
  if (!is_document || t == last) return {};
  for (const TokenSpan sentence : parse.sentences) {
    if (sentence.end <= t) continue;
    for (TokenIndex i = std::max(t, sentence.begin); i < sentence.end; ++i) {
      if (parse[i].relation != Relation::nsubj || parse[parse[i].head].head != parse[i].head) continue;
      const auto& who = story.entities_at(i);
      const bool body = who.size() == 1 && story.record.entities[who[0]].type == EntityType::organisation;
      return body ? who : std::vector<Index>();
    }
    return {};
  }
  return {};
}

}  // namespace

void find_authors(Story& story) {
  const Parse& parse = story.parse;
  std::vector<Index> authors = authors_below_title(story);
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
          who = we(story, statement.speakers);
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
