#include "query/answer.h"

#include "dragoman/names.h"
#include "output/dates.h"
#include "output/stance_words.h"
#include "query/find.h"
#include "query/voices.h"
#include "text/ascii.h"

#include <algorithm>
#include <climits>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace dragoman {

namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view with = ", ") {
  return fmt::format("{}", fmt::join(parts, with));
}

bool overlap(const Fact& a, const Fact& b) {
  return a.document == b.document && a.begin < b.end && b.begin < a.end;
}

/// The lists that can answer a question of a timeline.
std::vector<FactList> lists_of(const Question& question) {
  const bool events_alone = !question.types.empty() || !question.issues.empty() || !question.sources.empty() ||
                            question.quad != 0 || question.sort == Sort::intensity;
  if (events_alone) return {FactList::events};
  if (!question.statuses.empty()) return {FactList::meetings, FactList::events};
  return {FactList::meetings, FactList::events, FactList::agenda};
}

/// In the question's order: of time, or those with the greatest value first and the later before the earlier.
void put_in_order(std::vector<Fact>& facts, const Question& question) {
  const auto value = [&](const Fact& fact) {
    return question.sort == Sort::reports      ? static_cast<double>(fact.reports)
           : question.sort == Sort::confidence ? fact.confidence.value_or(-1)
                                               : std::abs(fact.intensity);
  };
  std::stable_sort(facts.begin(), facts.end(), [&](const Fact& a, const Fact& b) {
    if (question.sort == Sort::day) return a.first_day < b.first_day;
    const double of_a = value(a), of_b = value(b);
    return of_a != of_b ? of_a > of_b : a.first_day > b.first_day;
  });
}

/// Leaves what the question shows of the facts in their order: passes over as many as it says, and keeps its limit. Of
/// the latest facts that is counted from the end.
void cut(Answer& answer, const Question& question) {
  std::vector<Fact>& facts = answer.facts;
  const bool from_the_end = question.sort == Sort::day && !question.forward();
  if (from_the_end) std::reverse(facts.begin(), facts.end());
  const auto passed = std::min(facts.size(), static_cast<std::size_t>(question.offset));
  facts.erase(facts.begin(), facts.begin() + static_cast<std::ptrdiff_t>(passed));
  if (const auto limit = static_cast<std::size_t>(question.limit); facts.size() > limit) {
    facts.erase(facts.begin() + static_cast<std::ptrdiff_t>(limit), facts.end());
    answer.more = true;
  }
  if (from_the_end) std::reverse(facts.begin(), facts.end());
}

std::string reports(const Fact& fact) {
  return fact.copies == 0 ? std::to_string(fact.reports) : fmt::format("{} +{}", fact.reports, fact.copies);
}

std::string place_of(const Fact& fact) {
  return fact.place + (fact.place_country.empty() || fact.place.empty() ? "" : ", " + fact.place_country);
}

/// The names in that role, with a mark where the report does not tell them.
std::vector<std::string> shown_names(const Fact& fact, std::string_view role) {
  std::vector<std::string> out;
  for (const FactPart& part : fact.parts) {
    if (part.role == role) out.push_back(part.name + (part.by_register ? " (by the register)" : ""));
  }
  return out;
}

/// " (according to A, B)": who else than those who act says that it happened.
std::string according_to(std::vector<std::string> sources, const std::vector<std::string>& actors) {
  std::erase_if(sources,
                [&](const std::string& s) { return std::find(actors.begin(), actors.end(), s) != actors.end(); });
  return sources.empty() ? "" : " (according to " + joined(sources) + ")";
}

/// The status where it is not the usual one.
std::string unusual_status(const Fact& fact) {
  return fact.status == "happened" || fact.status == "held" ? "" : fact.status;
}

/// What somebody said, or as much as a table has room for.
std::string beginning_of(const std::string& words) {
  constexpr std::size_t kMost = 300;
  if (words.size() <= kMost) return words;
  return words.substr(0, words.rfind(' ', kMost)) + " …";
}

std::string kind_of(const Fact& fact) {
  if (fact.list == FactList::meetings) return "meeting" + (fact.type.empty() ? "" : " (" + fact.type + ")");
  if (fact.list == FactList::agenda) return "agenda: " + fact.words;
  return shown_type(fact);
}

}  // namespace

View view_of(FactList list) {
  return static_cast<View>(list);
}

Answer answer(Database& database, View view, const Question& question) {
  Answer out;
  if (view != View::timeline) {
    const auto list = static_cast<FactList>(view);
    const FoundFacts found = find_facts(database, list, question);
    out.more = found.more;
    for (const std::int64_t id : found.facts) {
      if (auto fact = load_fact(database, list, id)) out.facts.push_back(std::move(*fact));
    }
    return out;
  }
  Question of_each = question;  // the first rows of each list hold those of all
  of_each.limit = static_cast<int>(std::min<std::int64_t>(std::int64_t{question.limit} + question.offset, INT_MAX));
  of_each.offset = 0;
  for (const FactList list : lists_of(question)) {
    const FoundFacts found = find_facts(database, list, of_each);
    out.more = out.more || found.more;
    for (const std::int64_t id : found.facts) {
      auto fact = load_row(database, list, id);
      if (!fact) continue;
      const auto told = [&](const Fact& other) {
        return other.list != list && overlap(other, *fact) && (list == FactList::agenda || fact->type == "CONSULT");
      };
      if (std::any_of(out.facts.begin(), out.facts.end(), told)) continue;
      out.facts.push_back(std::move(*fact));
    }
  }
  put_in_order(out.facts, question);
  cut(out, question);
  for (Fact& fact : out.facts) {
    if (auto whole = load_fact(database, fact.list, fact.id)) fact = std::move(*whole);
  }
  return out;
}

std::string shown_date(const Fact& fact) {
  const bool of_calendar = !fact.date.empty() && is_ascii_digit(fact.date.front());
  if (of_calendar) return fact.date;
  if (std::string day = partial_date(fact.date); !day.empty()) return day;
  return fact.first_day.empty() ? "" : "~" + fact.first_day;
}

std::string shown_parties(const Fact& fact) {
  switch (fact.list) {
    case FactList::events: {
      const auto actors = shown_names(fact, "actor");
      const std::string acting = joined(actors), recipients = joined(shown_names(fact, "recipient"));
      return (acting.empty() && !recipients.empty() ? "—" : acting) + (recipients.empty() ? "" : " → " + recipients) +
             according_to(shown_names(fact, "source"), actors);
    }
    case FactList::statements: {
      const std::string addressees = joined(shown_names(fact, "addressee"));
      return joined(shown_names(fact, "speaker")) + (addressees.empty() ? "" : " → " + addressees);
    }
    case FactList::positions: {
      const auto actor = shown_names(fact, "actor"), speakers = shown_names(fact, "source");
      std::vector<std::string> sources = shown_names(fact, "chain");
      if (!speakers.empty()) sources.push_back(joined(speakers, " and "));
      const auto voices = shown_voices(shown_names(fact, "by"), actor, speakers);
      return joined(actor) + (voices.empty() ? "" : " (" + joined(voices) + ")") +
             (sources.empty() ? "" : " (according to " + joined(sources, ", who cites ") + ")");
    }
    default:
      return joined(shown_names(fact, "participant"));
  }
}

std::string shown_type(const Fact& fact) {
  return fact.type + (fact.mode.empty() ? "" : " (" + fact.mode + ")");
}

std::string shown_act(const Fact& fact) {
  const bool plain = fact.act.empty() || fact.act == "state";
  const std::string act = plain ? "say" : fact.act;
  if (fact.status == "denied") return "did not " + act;
  if (fact.status == "planned") return "is to " + act;
  if (fact.status == "conditional") return "may " + act;
  if (!fact.status.empty() && fact.status != "happened") return act + " (" + fact.status + ")";
  return plain ? "" : act;
}

std::vector<Column> columns_of(View view) {
  const Column id{"ID"}, date{"DATE"}, who{"WHO", true, false, true}, where{"WHERE", true}, status{"STATUS"};
  const Column told{"REPORTS", false, true};
  switch (view) {
    case View::events:
      return {id, date, {"WHAT"}, who, where, status, told};
    case View::timeline:
      return {id, date, {"WHAT", true}, who, where, status, told};
    case View::meetings:
      return {id, date, who, where, {"LEVEL"}, status, told};
    case View::statements:
      return {id, date, who, {"ACT"}, {"SAID", true, false, true}};
    case View::positions:
      return {id, date, who, {"STANCE"}, {"ON", true, false, true}};
    case View::agenda:
      return {id, date, {"WHAT", true}, who, where, told};
  }
  return {};
}

std::vector<std::string> cells_of(View view, const Fact& fact) {
  const std::string id = fact.label(), date = shown_date(fact), who = shown_parties(fact), where = place_of(fact);
  switch (view) {
    case View::events:
      return {id, date, shown_type(fact), who, where, unusual_status(fact), reports(fact)};
    case View::timeline:
      return {id, date, kind_of(fact), who, where, unusual_status(fact), reports(fact)};
    case View::meetings:
      return {id, date, who, where, fact.type, unusual_status(fact), reports(fact)};
    case View::statements:
      return {id, date, who, shown_act(fact), beginning_of(fact.words)};
    case View::positions:
      return {id, date, who, stance_in_list(fact.type, stance_tense(fact.tense)),
              joined(fact.issues) + (fact.condition.empty() ? "" : ", " + condition_in_words(fact.condition))};
    case View::agenda:
      return {id, date, fact.words, who, where, reports(fact)};
  }
  return {};
}

std::vector<std::string> notes_of(const Fact& fact, bool evidence) {
  std::vector<std::string> notes;
  for (const Disagreement& d : fact.disagreements) {
    notes.push_back(fmt::format("reports disagree on {}: {}", d.slot, joined(d.values, " | ")));
  }
  if (!evidence) return notes;
  notes.push_back("“" + fact.evidence + "”");
  std::string from = fact.title.empty() ? fact.uri : fact.title;
  for (const std::string& part :
       {fact.agency, fact.published, fact.title.empty() ? std::string() : fact.uri, fact.link}) {
    if (!part.empty() && part != from) from += " · " + part;
  }
  notes.push_back(from);
  return notes;
}

CalendarItem calendar_item(const Fact& fact, std::string id) {
  CalendarItem item;
  item.id = std::move(id);
  item.what = fact.list == FactList::agenda ? fact.words : "Meeting: " + shown_parties(fact);
  item.date = fact.date.empty() ? fact.first_day : fact.date;
  item.place = place_of(fact);
  item.lat = fact.lat;
  item.lon = fact.lon;
  item.with = fact.names("participant");
  item.words = fact.evidence;
  item.title = fact.title.empty() ? fact.uri : fact.title;
  item.agency = fact.agency;
  item.published = fact.published;
  return item;
}

Row row_of(View view, const Fact& fact) {
  Row row;
  const auto add = [&](const char* name, Value value) { row.emplace_back(name, std::move(value)); };
  const bool timeline = view == View::timeline;
  add("id", fact.label());
  if (timeline) add("list", std::string(table_of(fact.list)));
  add("date", fact.date);
  add("date_basis", fact.basis);
  add("first_day", fact.first_day);
  add("last_day", fact.last_day);
  if (timeline) add("what", kind_of(fact));
  if (view == View::events || timeline) {
    add("type", fact.list == FactList::events ? fact.type : "");
    add("mode", fact.mode);
    add("contexts", fact.contexts);
    add("cameo", fact.cameo);
    add("quad", fact.list == FactList::events ? Value(std::int64_t{fact.quad}) : Value());
    add("goldstein", fact.list == FactList::events ? Value(fact.goldstein) : Value());
    add("intensity", fact.list == FactList::events ? Value(fact.intensity) : Value());
    add("actors", fact.names(fact.list == FactList::events ? "actor" : "participant"));
    add("recipients", fact.names("recipient"));
    add("sources", fact.names("source"));
  }
  if (view == View::meetings) add("level", fact.type), add("ordinal", fact.ordinal);
  if (view == View::agenda) add("what", fact.words);
  if (view == View::meetings || view == View::agenda) add("participants", fact.names("participant"));
  if (view == View::statements) {
    add("speakers", fact.names("speaker"));
    add("addressees", fact.names("addressee"));
    add("chain", fact.names("chain"));
    add("kind", fact.type);
    add("act", fact.act);
    add("cue", fact.cue);
    add("content", fact.words);
    add("venue", fact.venue);
  }
  if (view == View::positions) {
    add("actor", joined(fact.names("actor")));
    add("by", joined(fact.names("by")));
    add("sources", fact.names("source"));
    add("chain", fact.names("chain"));
    add("stance", fact.type);
    add("tense", fact.tense);
    add("condition", fact.condition);
  }
  if (view != View::meetings && view != View::agenda) add("issues", fact.issues);
  if (view != View::positions) {
    add("place", fact.place);
    add("place_country", fact.place_country);
    add("lat", fact.lat ? Value(*fact.lat) : Value());
    add("lon", fact.lon ? Value(*fact.lon) : Value());
  }
  if (view != View::positions && view != View::agenda) add("status", fact.status);
  if (view == View::events) add("dictionary", fact.dictionary);
  add("reports", std::int64_t{fact.reports});
  add("copies", std::int64_t{fact.copies});
  add("confidence", fact.confidence ? Value(*fact.confidence) : Value());
  if (view != View::statements && view != View::positions) {
    std::vector<std::string> disagree;
    for (const Disagreement& d : fact.disagreements) disagree.push_back(d.slot + ": " + joined(d.values, " | "));
    add("disagreements", disagree);
  }
  add("evidence", fact.evidence);
  add("document", fact.uri);
  add("title", fact.title);
  add("agency", fact.agency);
  add("published", fact.published);
  add("link", fact.link);
  return row;
}

std::string to_json(View view, const Fact& fact) {
  std::string line = json_lines({row_of(view, fact)});
  line.pop_back();  // the end of the line
  return line;
}

}  // namespace dragoman
