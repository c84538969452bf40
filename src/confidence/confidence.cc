#include "confidence/confidence.h"

#include "confidence/weights.h"
#include "language/syntax.h"
#include "record/names.h"
#include "story/statements_kept.h"

#include <algorithm>
#include <string>
#include <vector>

namespace dragoman {

namespace {

std::string date_clue(const std::optional<DateValue>& date) {
  return date ? "date: " + std::string(to_string(date->basis)) : "date: none";
}

// Roles of CAMEO's actors that act for a state, or for a body that contends with states or for one.
constexpr std::string_view kPoliticalRoles[] = {"GOV", "MIL", "COP", "JUD", "SPY", "LEG", "PTY", "OPP", "REB",
                                                "IGO", "UAF", "INS", "SEP", "ELI", "NGO", "PRM", "INT"};

bool is_political(std::string_view role) {
  return std::find(std::begin(kPoliticalRoles), std::end(kPoliticalRoles), role) != std::end(kPoliticalRoles);
}

// In what an entity acts: "a state", "politics", "private life", or "who knows" where neither role nor code tells.
std::string_view field_of(const Entity& e) {
  if (e.type == EntityType::country) return "a state";
  bool known = false;
  for (const Role& role : e.roles) {
    if (is_political(role.sector)) return "politics";
    known = known || !role.sector.empty();
  }
  for (std::size_t at = 0; at + 3 <= e.code.size(); at += 3) {
    const std::string_view part = std::string_view(e.code).substr(at, 3);
    if (part == e.country) continue;
    if (is_political(part)) return "politics";
    known = true;
  }
  return known ? "private life" : "who knows";
}

class Weighing {
 public:
  explicit Weighing(Story& story) : story_(story), record_(story.record), weights_(*story.lexicon.confidence) {}

  void run() {
    for (Event& e : record_.events) of_event(e);
    for (std::size_t i = 0; i < record_.statements.size(); ++i) of_statement(i);
    for (Position& p : record_.positions) of_position(p);
    for (Meeting& m : record_.meetings) of_meeting(m);
    for (AgendaItem& a : record_.agenda) of_agenda(a);
    const auto drop = [](auto& list, const ListWeights& weights) {
      std::erase_if(list, [&](const auto& item) { return item.confidence < weights.least; });
    };
    drop_statements();
    // What a user's own verbs code is an event by his say.
    std::erase_if(record_.events,
                  [&](const Event& e) { return e.dictionary.empty() && e.confidence < weights_.events.least; });
    drop(record_.positions, weights_.positions);
    drop(record_.meetings, weights_.meetings);
    drop(record_.agenda, weights_.agenda);
  }

 private:
  void add_participants(std::vector<std::string>& why, std::string_view role, const std::vector<Index>& who) const {
    const std::string begin = std::string(role) + ": ";
    if (who.empty()) why.push_back(begin + "none");
    if (who.size() > 1) why.push_back(begin + "several");
    if (who.size() > 3) why.push_back(begin + "many");
    if (who.empty()) return;
    const Entity& first = record_.entities[who.front()];
    why.push_back(begin + std::string(to_string(first.type)));
    if (std::any_of(who.begin(), who.end(), [&](Index e) { return record_.entities[e].anonymous; }))
      why.push_back(begin + "unnamed");
  }

  // The field of the party that is most of politics; "nobody" where there is none.
  std::string_view field_of_any(const std::vector<Index>& who) const {
    for (const std::string_view field : {"a state", "politics", "private life", "who knows"}) {
      if (std::any_of(who.begin(), who.end(), [&](Index e) { return field_of(record_.entities[e]) == field; }))
        return field;
    }
    return "nobody";
  }

  void add_fields(std::vector<std::string>& why, const Event& e) const {
    const auto of_politics = [](std::string_view field) { return field == "a state" || field == "politics"; };
    const std::string_view actor = field_of_any(e.actors), recipient = field_of_any(e.recipients);
    why.push_back("actor of: " + std::string(actor));
    why.push_back("recipient of: " + std::string(recipient));
    if (of_politics(actor) && of_politics(recipient)) why.emplace_back("both of politics");
    if (!of_politics(actor) && !of_politics(recipient)) {
      why.emplace_back("nobody of politics");
      why.push_back("nobody of politics: " + std::string(to_string(e.type)));
    }
  }

  void add_length(std::vector<std::string>& why, std::string_view what, Span span) const {
    const std::uint32_t length = span.end - span.begin;
    why.push_back(std::string(what) + (length < 15    ? ": a few letters"
                                       : length < 50  ? ": short"
                                       : length < 150 ? ": a line"
                                                      : ": long"));
  }

  void of_event(Event& e) const {
    e.why.push_back("type: " + std::string(to_string(e.type)));
    e.why.push_back("status: " + std::string(to_string(e.status)));
    add_participants(e.why, "actors", e.actors);
    add_participants(e.why, "recipients", e.recipients);
    add_fields(e.why, e);
    if (e.actors.empty()) e.why.push_back("no actor: " + std::string(to_string(e.type)));
    if (e.recipients.empty()) e.why.push_back("no recipient: " + std::string(to_string(e.type)));
    if (!e.sources.empty()) e.why.emplace_back("said by a source");
    if (!e.also.empty()) e.why.emplace_back("told again");
    if (e.date && e.date->basis == DateBasis::text) e.why.emplace_back("dated in the text");
    add_length(e.why, "evidence", e.evidence.span);
    if (e.evidence.sentence < 2) e.why.emplace_back("in the lead");
    weights_.events.weigh(e);
  }

  // "that the road is shut" says something; "the raid" is only what is spoken of.
  bool tells(const std::vector<TokenSpan>& content) const {
    return std::any_of(content.begin(), content.end(), [&](TokenSpan words) {
      for (TokenIndex t = words.begin; t < words.end; ++t) {
        if (is_verbal(story_.parse[t])) return true;
      }
      return false;
    });
  }

  // How sure it is whom the words for the speaker stand for.
  void add_sureness(Statement& s) const {
    const auto begin =
        std::lower_bound(story_.mentions.begin(), story_.mentions.end(), s.speaker_span->begin,
                         [&](const TokenMention& m, std::uint32_t at) { return story_.span(m.span).begin < at; });
    for (auto at = begin; at != story_.mentions.end(); ++at) {
      const TokenMention& m = *at;
      const Span span = story_.span(m.span);
      if (span.begin >= s.speaker_span->end) return;
      if (m.chance == 1 || m.entities != s.speakers || span.end > s.speaker_span->end) continue;
      if (const std::string_view sure = sureness(m); !sure.empty())
        s.why.push_back("speakers meant: " + std::string(sure));
      return;
    }
  }

  void of_statement(std::size_t i) const {
    Statement& s = record_.statements[i];
    s.why.push_back("kind: " + std::string(to_string(s.kind)));
    if (!s.act.empty()) s.why.push_back("act: " + s.act);
    s.why.push_back(s.cue ? "cue: " + s.cue->lemma : std::string("cue: none"));
    s.why.push_back("status: " + std::string(to_string(s.status)));
    add_participants(s.why, "speakers", s.speakers);
    // "the survey says", "State law says", "one in five said": somebody or something, and nobody whom the record knows.
    if (s.speakers.empty() && s.speaker_span) s.why.emplace_back("speakers: not known");
    if (s.speaker_span) add_length(s.why, "speaker's words", *s.speaker_span);
    if (s.speaker_span) add_sureness(s);
    if (!s.chain.empty()) s.why.emplace_back("passed on");
    if (!s.content.empty()) add_length(s.why, "content", s.content.front());
    if (s.content.size() > 1) s.why.emplace_back("content: in pieces");
    if (s.kind == StatementKind::indirect && !tells(story_.statement_contents[i]))
      s.why.emplace_back("content: no clause");
    weights_.statements.weigh(s);
  }

  void of_position(Position& p) const {
    p.why.push_back("stance: " + p.stance);
    add_participants(p.why, "holder", {p.actor});
    p.why.emplace_back(p.by ? "voiced by somebody" : "voiced by nobody");
    p.why.emplace_back(p.statement ? "in a statement" : "in the report's words");
    p.why.push_back("holder of: " + std::string(field_of(record_.entities[p.actor])));
    if (!p.issue) {
      p.why.emplace_back("issue: none");
    } else {
      const std::string& label = record_.issues[*p.issue].label;
      const auto words = 1 + std::count(label.begin(), label.end(), ' ');
      p.why.push_back(words == 1   ? "issue: a word"
                      : words == 2 ? "issue: two words"
                      : words < 6  ? "issue: a phrase"
                                   : "issue: long");
    }
    add_length(p.why, "evidence", p.evidence.span);
    weights_.positions.weigh(p);
  }

  void of_meeting(Meeting& m) const {
    m.why.push_back("status: " + std::string(to_string(m.status)));
    add_participants(m.why, "participants", m.participants);
    m.why.push_back(date_clue(m.date));
    m.why.push_back(m.level.empty() ? std::string("level: none") : "level: " + m.level);
    m.why.emplace_back(m.place ? "place: named" : "place: none");
    weights_.meetings.weigh(m);
  }

  void of_agenda(AgendaItem& a) const {
    add_participants(a.why, "participants", a.participants);
    a.why.push_back(date_clue(a.date));
    weights_.agenda.weigh(a);
  }

  // Positions speak of statements by their place in the list.
  void drop_statements() {
    std::vector<bool> stays;
    for (const Statement& s : record_.statements) stays.push_back(s.confidence >= weights_.statements.least);
    const auto place = keep_statements(story_, stays);
    for (Position& p : record_.positions) {
      if (p.statement) p.statement = place[*p.statement];
    }
  }

  Story& story_;
  Record& record_;
  const ConfidenceWeights& weights_;
};

}  // namespace

void weigh_items(Story& story) {
  Weighing(story).run();
}

}  // namespace dragoman
