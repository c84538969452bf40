#include "output/summary.h"

#include "output/dates.h"
#include "output/main_issues.h"
#include "output/matter_words.h"
#include "output/plain.h"
#include "output/said_once.h"
#include "output/stance_words.h"
#include "output/summary_who.h"
#include "output/summary_words.h"
#include "output/table.h"
#include "record/names.h"
#include "record/sources.h"
#include "text/ascii.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

namespace dragoman {

namespace {

class SummaryWriter {
 public:
  SummaryWriter(std::string& out, const Record& record, const Text& text, const SummaryStyle& style)
      : out_(out),
        record_(record),
        style_(style),
        words_(record, text, style.countries),
        elsewhere_(told_elsewhere(record)),
        main_issues_(main_issues(record)) {
    for (const Place& p : record.places) places_.insert(p.name);
    for (const Time& t : record.times) times_.insert(words_.quoted(t.span));
    for (std::size_t i = 0; i < record.positions.size(); ++i) {
      const Position& p = record.positions[i];
      if (p.issue && !is_doubtful(p) && style.envisaged.contains(p.stance))
        envisaged_[p.evidence.sentence].push_back(static_cast<Index>(i));
    }
  }

  void write() {
    head();
    about();
    who();
    what();
    section("Who said what", record_.statements, elsewhere_.statements, [&](const Statement& s) { statement(s); });
    section("Meetings", record_.meetings, elsewhere_.meetings, [&](const Meeting& m) { meeting(m); });
    positions("Who stands where", [](const Position& p) { return !is_doubtful(p); });
    section("What comes next", record_.agenda, {}, [&](const AgendaItem& a) { agenda_item(a); });
    doubtful();
    where();
    when();
    out_.push_back('\n');
  }

 private:
  static constexpr const char* kDoubtful = "Doubtful: read so, but as likely wrong as right";
  static constexpr const char* kBold = "1";
  static constexpr const char* kDim = "2";

  std::string styled(const char* code, std::string_view s) const {
    return style_.colour ? in_style(code, s) : std::string(s);
  }

  void heading(std::string_view name) { out_.append("\n").append(styled(kBold, name)).append("\n"); }

  /// A paragraph, wrapped; `code` styles it when it is not null.
  void wrapped(std::string_view s, int indent, const char* code = nullptr) {
    append_wrapped(out_, s, indent, style_.width, style_.colour ? code : nullptr);
  }

  /// The words that state a fact, unless those quoted right before hold them.
  void evidence(const Evidence& e, const std::vector<Index>& actors, bool first = false) {
    const std::string words = words_.evidence(e, actors, first);
    if (!shown_.empty() && shown_.back().find(words) != std::string::npos) return;
    shown_.push_back(words);
    wrapped(in_quotation_marks(words), 6, kDim);
  }

  /// " · according to A, who cites B": those who passed something on, outermost first.
  std::string according_to(const std::vector<Index>& chain) const { return according_to(outermost_first({chain, {}})); }
  /// The same of several who say so together: "according to A, who cites B and C".
  std::string according_to(const std::vector<std::vector<Index>>& chain) const {
    std::string out;
    for (const auto& together : chain)
      out += (out.empty() ? " · according to " : ", who cites ") + words_.labels(together);
    return out;
  }

  /// " · as A fears": whose hope, fear, demand or claim an event is that nobody else is the source of.
  std::string as_held(const Event& e) const {
    const auto envisaged = envisaged_.find(e.evidence.sentence);
    if (envisaged == envisaged_.end()) return "";
    for (const Index position : envisaged->second) {
      const Position& p = record_.positions[position];
      const bool own = std::find(e.actors.begin(), e.actors.end(), p.actor) != e.actors.end();
      const auto& words = record_.issues[*p.issue].mentions;
      const bool inside = std::any_of(words.begin(), words.end(), [&](Span w) { return lies_in(e.trigger.span, w); });
      if (own || !inside) continue;
      return " · as " + words_.label(p.actor) + " " +
             stance_in_words(p.stance, {are_many(record_.entities[p.actor]), p.tense});
    }
    return "";
  }

  bool is_main(Index issue) const {
    return std::find(main_issues_.begin(), main_issues_.end(), issue) != main_issues_.end();
  }

  /// " · about A, B": of what it is about that which the report as a whole is about.
  std::string on_issues(const std::vector<Index>& issues) const {
    std::string out;
    for (const Index i : issues) {
      if (!is_main(i)) continue;
      out += (out.empty() ? " · about " : ", ") + plain_line(record_.issues[i].label);
    }
    return out;
  }

  /// The issue of an event: what it is done to, where nobody is told to whom it is done.
  std::string on_issue(const Event& e, const std::vector<Index>& parties) const {
    if (!e.issue || !(e.recipients.empty() || is_main(*e.issue))) return "";
    const std::string& label = record_.issues[*e.issue].label;
    if (places_.contains(label) || is_one_of(label, parties)) return "";
    // What is supported or rejected is told in the report's words; the object of other verbs is often a person ("urged
    // both sides to leave"), so for them the issue's label stands.
    const bool on_matter = e.type == EventType::support || e.type == EventType::reject;
    return " · about " + plain_line(on_matter && !is_time(e.theme) ? matter_in_words(label, e.theme) : label);
  }

  /// "on Tuesday": when, and not about what.
  bool is_time(const std::string& theme) const {
    constexpr std::size_t kPreposition = 7;  // "during "
    for (std::size_t before = 0; before <= std::min(kPreposition, theme.size()); ++before) {
      if (times_.contains(theme.substr(before))) return true;
    }
    return false;
  }

  /// The day in words, or what is known of it: "Thursday".
  static std::string known_of(const std::string& value) {
    const std::string day = plain_date(value);
    return day.empty() ? partial_date(value) : day;
  }

  bool is_one_of(const std::string& name, const std::vector<Index>& entities) const {
    return std::any_of(entities.begin(), entities.end(), [&](Index e) { return record_.entities[e].name == name; });
  }

  /// Day and place; not a place that is a party itself. A day that other sentences tell is marked.
  std::string when_and_where(const std::optional<DateValue>& date, const std::optional<Index>& place,
                             const std::vector<Index>& parties = {}) const {
    std::string out;
    if (const std::string day = date ? known_of(date->value) : ""; !day.empty()) {
      out += ", " + day;
      if (date->basis == DateBasis::inferred) out += " (inferred)";
    }
    if (place && !is_one_of(record_.places[*place].name, parties)) {
      out += ", " + plain_line(record_.places[*place].name);
    }
    return out;
  }

  void head() {
    const DocumentInfo& d = record_.document;
    out_ += styled(kBold, plain_line(d.title.empty() ? d.uri : d.title)) + "\n";
    std::string line = d.title.empty() ? "" : plain_line(d.uri);
    const auto add = [&](const std::string& part) { line += (line.empty() ? "" : " · ") + part; };
    if (!d.agency.empty()) add(plain_line(d.agency));
    if (!d.byline.empty()) add("by " + plain_line(d.byline));
    const Published& p = d.published;
    if (!p.value.empty()) {
      add(plain_date(p.value) + (p.time.empty() ? "" : " " + p.time) +
          (p.basis == PublishedBasis::given ? "" : fmt::format(" ({})", to_string(p.basis))));
    } else if (!p.earliest.empty() && !p.latest.empty()) {
      add(fmt::format("published between {} and {} (inferred)", plain_date(p.earliest), plain_date(p.latest)));
    } else if (!p.earliest.empty() || !p.latest.empty()) {
      add(fmt::format("published {} {} (inferred)", p.latest.empty() ? "after" : "before",
                      plain_date(p.latest.empty() ? p.earliest : p.latest)));
    }
    const std::size_t told = sentences_of_story();
    add(fmt::format("{} sentence{}", told, told == 1 ? "" : "s"));
    wrapped(line, 0, kDim);
  }

  /// How many sentences tell the story: without headlines, bylines, datelines and marks that stand alone.
  std::size_t sentences_of_story() const {
    std::vector<Span> apart;
    for (const Boilerplate& b : record_.document.boilerplate) apart.push_back(b.span);
    std::sort(apart.begin(), apart.end(), [](Span a, Span b) { return a.begin < b.begin; });
    const auto is_word = [](char c) { return c != '"' && c != '\'' && c != ' '; };
    std::size_t count = 0;
    auto next = apart.begin();                       // the first that begins behind the sentence
    std::uint32_t set_aside = 0;                     // up to where those before it reach
    for (const Span sentence : record_.sentences) {  // in text order
      for (; next != apart.end() && next->begin < sentence.end; ++next) set_aside = std::max(set_aside, next->end);
      if (set_aside > sentence.begin) continue;
      const std::string words = words_.quoted(sentence);
      if (std::any_of(words.begin(), words.end(), is_word)) ++count;
    }
    return count;
  }

  /// The issues that matter by topic, then those under none.
  void about() {
    const auto& issues = record_.issues;
    std::vector<std::optional<Index>> topics;  // that of the weightiest issue first
    for (const Index i : main_issues_) {
      const auto& topic = issues[i].parent;
      if (topic && std::find(topics.begin(), topics.end(), topic) == topics.end()) topics.push_back(topic);
    }
    topics.emplace_back(std::nullopt);
    if (!main_issues_.empty()) heading("About");
    for (const std::optional<Index>& topic : topics) {
      std::string line;
      for (const Index i : main_issues_) {
        if (issues[i].parent == topic) line += (line.empty() ? "" : "; ") + plain_line(issues[i].label);
      }
      if (!line.empty()) wrapped((topic ? plain_line(issues[*topic].label) + ": " : "") + line, 2);
    }
  }

  void who() {
    if (record_.entities.empty()) return;
    heading("Who");
    const WhoLines lines = who_lines(record_, words_);
    for (const std::string& line : lines.people) wrapped(line, 2);
    if (!lines.countries.empty()) wrapped("Countries: " + lines.countries, 2);
    for (const std::string& line : lines.bodies) wrapped(line, 2);
    if (!lines.not_named.empty()) wrapped("Not named: " + lines.not_named, 2);
    if (!lines.only_named.empty()) wrapped("Also named: " + lines.only_named, 2, kDim);
    if (!lines.by_register.empty())
      wrapped("By the register of office holders, not named in the report: " + lines.by_register, 2, kDim);
  }

  /// "AGREE (offered)": PLOVER's AGREE holds offers and promises too, which nobody need have taken up.
  std::string kind_of(const Event& e) const {
    const std::string type{to_string(e.type)};
    if (!e.mode.empty()) return type + " (" + e.mode + ")";
    const std::string word = ascii_lower(words_.quoted(e.trigger.span));
    return e.type != EventType::agree || word.starts_with(ascii_lower(type)) ? type : type + " (" + word + ")";
  }

  void event(const Event& e) {
    std::string line = kind_of(e) + "  ";
    line += e.actors.empty() ? "—" : words_.labels(e.actors);
    if (!e.recipients.empty()) line += " → " + words_.labels(e.recipients);
    std::vector<Index> parties = e.actors;
    parties.insert(parties.end(), e.recipients.begin(), e.recipients.end());
    line += when_and_where(e.date, e.place, parties);
    line += on_issue(e, parties);
    const std::string held = e.sources.empty() ? as_held(e) : "";  // says itself that it is no fact
    if (e.status != EventStatus::happened && held.empty()) line += fmt::format(" · {}", to_string(e.status));
    line += held + according_to(e.sources);
    std::set<Index> told{e.evidence.sentence};
    for (const Evidence& again : e.also) told.insert(again.sentence);
    if (told.size() > 1) line += fmt::format(" · told in {} sentences", told.size());
    wrapped(line, 2);
    evidence(in_one_go(e), e.actors.empty() ? parties : e.actors, e.actors.empty());
  }

  /// With what the sentence goes on to tell of the same event: "six were killed and 30 were wounded".
  static Evidence in_one_go(const Event& e) {
    constexpr std::uint32_t kLink = 8;  // characters: ", and "
    Evidence whole = e.evidence;
    for (const Evidence& again : e.also) {
      const bool next = again.sentence == whole.sentence && again.span.begin >= whole.span.end &&
                        again.span.begin - whole.span.end <= kLink;
      if (next) whole.span.end = again.span.end;
    }
    return whole;
  }

  void what() {
    const auto took_place = [](const Event& e) {
      return e.status == EventStatus::happened || e.status == EventStatus::ongoing || e.status == EventStatus::reported;
    };
    for (const bool done : {true, false}) {
      bool any = false;
      for (std::size_t i = 0; i < record_.events.size(); ++i) {
        const Event& e = record_.events[i];
        if (took_place(e) != done || is_doubtful(e) || elsewhere_.events[i]) continue;
        if (!any) heading(done ? "What happened" : "What is planned, asked for, hoped or denied");
        any = true;
        event(e);
      }
    }
  }

  /// Calls `write` with each sure item that is not told elsewhere, under the heading where there is any.
  template <class Item, class Write>
  void section(std::string_view name, const std::vector<Item>& items, const std::vector<bool>& elsewhere, Write write) {
    bool any = false;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (is_doubtful(items[i]) || (i < elsewhere.size() && elsewhere[i])) continue;
      if (!any) heading(name);
      any = true;
      write(items[i]);
    }
  }

  /// The word for saying so, with whether it was said: "said", "did not say", "will say".
  std::string cue_of(const Statement& s) const {
    if (!s.cue) return "";
    std::string cue = words_.quoted(s.cue->span);
    if (!cue.empty()) cue.front() = ascii_lower(cue.front());
    const bool base = cue == s.cue->lemma;
    switch (s.status) {
      case EventStatus::denied:
        return (base ? "did not " : "not ") + cue;
      case EventStatus::reported:
        return "reportedly " + cue;
      case EventStatus::planned:
        return (base ? "will " : "to come: ") + cue;
      case EventStatus::conditional:
        return (base ? "would " : "perhaps ") + cue;
      default:
        return cue;
    }
  }

  void statement(const Statement& s) {
    std::string line = !s.speakers.empty() ? words_.labels(s.speakers)
                       : s.speaker_span    ? words_.quoted(*s.speaker_span)
                                           : "—";
    if (const std::string cue = cue_of(s); !cue.empty()) line += " · " + cue;
    if (!s.addressees.empty()) line += (s.cue ? " " : " · to ") + words_.labels(s.addressees);
    if (!s.venue.empty()) line += " · " + plain_line(s.venue);
    line += when_and_where(s.date, s.place);
    line += on_issues(s.issues) + according_to(s.chain);
    wrapped(line, 2);
    std::string content;
    for (const Span part : s.content) {
      content += (content.empty() ? "" : " … ") + words_.quoted(part);
    }
    shown_.push_back(content);
    wrapped(s.kind == StatementKind::direct ? in_quotation_marks(content) : with_closed_quotes(content), 6, kDim);
  }

  void meeting(const Meeting& m) {
    std::string line =
        words_.labels(m.participants) + when_and_where(m.date, m.place) + " · " + std::string(to_string(m.status));
    if (!m.level.empty()) line += ", " + m.level;
    if (!m.ordinal.empty()) line += ", " + plain_line(m.ordinal);
    wrapped(line, 2);
    evidence(m.evidence, m.participants);
  }

  /// The positions, one line for those who hold the same in the same words.
  template <class Take>
  void positions(std::string_view name, Take take) {
    const auto& all = record_.positions;
    std::vector<bool> told(all.size(), false);
    bool any = false;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (told[i] || !take(all[i])) continue;
      std::vector<Index> holders;
      // In order of their evidence: those of the same words stand together.
      for (std::size_t k = i; k < all.size() && all[k].evidence.span.begin == all[i].evidence.span.begin; ++k) {
        const Position& q = all[k];
        if (told[k] || !take(q) || q.stance != all[i].stance || q.issue != all[i].issue) {
          continue;
        }
        told[k] = true;
        holders.push_back(q.actor);
      }
      if (!any && !name.empty()) heading(name);
      any = true;
      position(all[i], holders);
    }
  }

  /// "members" of "members of the union", "police" of "police in Lima".
  static std::string_view head_of(std::string_view description) {
    std::size_t end = description.size();
    for (const std::string_view link : {" of ", " in ", " from ", " at ", " for ", " on ", " with ", " who "}) {
      end = std::min(end, description.find(link));
    }
    return description.substr(0, end);
  }

  /// Whether a verb of it is in the plural: "farmers", "Authorities", "police"; not "Reuters".
  static bool are_many(const Entity& e) {
    const auto named = [](const Mention& m) { return m.kind == MentionKind::name; };
    const bool common = std::none_of(e.mentions.begin(), e.mentions.end(), named);
    const std::string_view noun = common ? head_of(e.name) : e.name;
    const auto ends = [&](std::string_view ending) { return noun.ends_with(ending); };
    if (e.type == EntityType::country || e.type == EntityType::person) return false;
    if (ends("people") || ends("men") || ends("children") || ends("police")) return common;
    return (common || e.type == EntityType::group) && ends("s") && !ends("ss");
  }

  /// Whether words have been quoted already, as far back as a reader remembers.
  bool was_shown(const std::string& words) const {
    constexpr std::ptrdiff_t kRemembered = 500;
    const auto since = shown_.end() - std::min(kRemembered, std::ssize(shown_));
    return std::any_of(since, shown_.end(),
                       [&](const std::string& shown) { return shown.find(words) != std::string::npos; });
  }

  void position(const Position& p, const std::vector<Index>& holders) {
    const Entity& first = record_.entities[holders.front()];
    const bool many = holders.size() > 1 || are_many(first);
    const StanceForm form{many, p.tense};
    const std::string stance = plain_line(p.stance);
    std::string line = words_.labels(holders) + " " +
                       (p.issue ? stance_on_issue(stance, form, plain_line(record_.issues[*p.issue].label),
                                                  words_.quoted(p.evidence.span))
                                : stance_in_words(stance, form));
    if (p.date && p.date->value != record_.document.published.value) line += when_and_where(p.date, std::nullopt);
    if (p.condition) line += " · " + condition_in_words(words_.quoted(*p.condition));
    if (const auto voice = voice_of(record_, p); voice && holders.size() == 1)
      line += " · voiced by " + words_.label(*voice);
    line += according_to(outermost_first(sources_of(record_, p)));
    wrapped(line, 2);
    const std::string words = words_.quoted(p.evidence.span);
    if (was_shown(words)) return;
    evidence(p.evidence, p.by ? std::vector<Index>{p.actor, *p.by} : std::vector<Index>{p.actor});
  }

  void agenda_item(const AgendaItem& a) {
    // Its words often name place and people already: "Ilunga-Okello meeting", "visit to Kampala".
    const auto is_told = [&](const std::string& name) {
      return a.what.find(name.substr(name.rfind(' ') + 1)) != std::string::npos;
    };
    const bool place_told = a.place && a.what.find(record_.places[*a.place].name) != std::string::npos;
    std::string line = plain_line(a.what) + when_and_where(a.date, place_told ? std::nullopt : a.place);
    if (!std::all_of(a.participants.begin(), a.participants.end(),
                     [&](Index e) { return is_told(record_.entities[e].name); })) {
      line += " · " + words_.labels(a.participants);
    }
    wrapped(line, 2);
    evidence(a.evidence, a.participants);
  }

  void doubtful() {
    bool any = false;
    const auto all = [&](const auto& items, const std::vector<bool>& elsewhere, auto write) {
      for (std::size_t i = 0; i < items.size(); ++i) {
        if (!is_doubtful(items[i]) || (i < elsewhere.size() && elsewhere[i])) continue;
        if (!any) heading(kDoubtful);
        any = true;
        write(items[i]);
      }
    };
    all(record_.events, elsewhere_.events, [&](const Event& e) { event(e); });
    all(record_.statements, elsewhere_.statements, [&](const Statement& s) { statement(s); });
    all(record_.meetings, elsewhere_.meetings, [&](const Meeting& m) { meeting(m); });
    const auto unsure = [](const Position& p) { return is_doubtful(p); };
    if (std::any_of(record_.positions.begin(), record_.positions.end(), unsure)) {
      if (!any) heading(kDoubtful);
      any = true;
      positions("", unsure);
    }
    all(record_.agenda, {}, [&](const AgendaItem& a) { agenda_item(a); });
  }

  void where() {
    if (record_.places.empty()) return;
    heading("Where");
    std::string line;
    for (const Place& p : record_.places) {
      line += (line.empty() ? "" : "; ") + plain_line(p.name);
      if (const std::string country = words_.country(p.country); !country.empty() && country != p.name) {
        line += ", " + country;
      }
      if (p.lat && p.lon) line += fmt::format(" ({:.2f}, {:.2f})", *p.lat, *p.lon);
    }
    wrapped(line, 2);
  }

  /// The days, months and years that the report speaks of, in their order, each with the words for it that tell
  /// less: "12 February 2019 (Tuesday)". What only lasts or recurs names none.
  void when() {
    struct Day {
      std::string value, day;
      std::vector<std::string> words;
    };
    std::vector<Day> days;
    for (const Time& t : record_.times) {
      if (t.type != TimeType::date && t.type != TimeType::time) continue;
      const std::string day = known_of(t.value);
      if (day.empty() || t.value.starts_with("XXXX-W")) continue;
      auto at = std::find_if(days.begin(), days.end(), [&](const Day& d) { return d.day == day; });
      if (at == days.end()) at = days.insert(at, {t.value, day, {}});
      const std::string words = words_.quoted(t.span);
      const bool same = t.value.starts_with('X') || words.find(t.value.substr(0, 4)) != std::string::npos;
      if (!same && std::find(at->words.begin(), at->words.end(), words) == at->words.end()) {
        at->words.push_back(words);
      }
    }
    if (days.empty()) return;
    std::stable_sort(days.begin(), days.end(), [](const Day& a, const Day& b) { return a.value < b.value; });
    std::string line;
    for (const Day& d : days) {
      std::string words;
      for (const std::string& w : d.words) words += (words.empty() ? "" : ", ") + w;
      line += (line.empty() ? "" : "; ") + d.day + (words.empty() ? "" : " (" + words + ")");
    }
    heading("When");
    wrapped(line, 2);
  }

  std::string& out_;
  const Record& record_;
  const SummaryStyle& style_;
  const SummaryWords words_;
  const ToldElsewhere elsewhere_;
  const std::vector<Index> main_issues_;
  std::unordered_map<Index, std::vector<Index>> envisaged_;  // by sentence: positions whose matter is in a mind alone
  std::unordered_set<std::string> places_;                   // names of those that the report tells of
  std::unordered_set<std::string> times_;                    // its words for days and times
  std::vector<std::string> shown_;                           // what has been quoted so far
};

}  // namespace

void append_summary(std::string& out, const Record& record, const Text& text, const SummaryStyle& style) {
  SummaryWriter(out, record, text, style).write();
}

}  // namespace dragoman
