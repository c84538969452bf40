#include "statements/statements.h"

#include "language/syntax.h"
#include "lexicon/lexicon.h"
#include "statements/cues.h"
#include "statements/quotations.h"

#include <algorithm>
#include <optional>

namespace dragoman {

namespace {

// A statement while it is being put together, in tokens.
struct Draft {
  TokenIndex cue = kNoToken;
  TokenSpan cue_span;
  TokenIndex speaker = kNoToken;  // head of the speaker's phrase
  std::vector<Index> speakers, addressees, chain;
  std::vector<TokenSpan> content;
  TokenIndex content_head = kNoToken;
  bool weak = false;  // needs a quotation in its content to count
};

bool is_quote_mark(const Token& t) {
  return t.text == "\"" || t.text == "``" || t.text == "''" || t.text == "`" || t.text == "\xE2\x80\x9C" ||
         t.text == "\xE2\x80\x9D" || t.tag == Tag::open_quote || t.tag == Tag::close_quote;
}

class Statements {
 public:
  explicit Statements(Story& story)
      : story_(story), parse_(story.parse), cues_(*story.lexicon.cues), quotations_(find_quotations(story.parse)) {
    quotation_at_.assign(parse_.size(), -1);
    for (std::size_t q = 0; q < quotations_.size(); ++q) {
      for (TokenIndex t = quotations_[q].outside.begin; t < quotations_[q].outside.end; ++t) {
        quotation_at_[t] = static_cast<std::int32_t>(q);
      }
    }
    used_.assign(quotations_.size(), false);
  }

  void run() {
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      if (story_.boilerplate[t]) continue;
      if (parse_[t].lower == "according") according_to(t);
      if (is_verbal(parse_[t])) verb(t);
      if (parse_[t].pos == Pos::noun) noun(t);
    }
    loose_quotations();
    drop_doubles();
    std::sort(drafts_.begin(), drafts_.end(), [](const Draft& a, const Draft& b) {
      return a.content.front().begin != b.content.front().begin ? a.content.front().begin < b.content.front().begin
                                                                : a.cue < b.cue;
    });
    set_chains();
    for (Draft& draft : drafts_) emit(draft);
  }

 private:
  // ---- spans

  // The words of a clause or phrase without a conjunction, comma or mark at its edges.
  TokenSpan trim(TokenSpan span) const {
    const auto loose = [&](const Token& t) {
      return t.is_space || t.text == "," || t.text == ":" || t.text == ";" || t.text == "." ||
             t.text == "\xE2\x80\x94" || t.text == "\xE2\x80\x93" || t.text == "--" || t.text == "-" || t.text == "_";
    };
    while (span.size() > 0 && loose(parse_[span.begin])) ++span.begin;
    while (span.size() > 0 && loose(parse_[span.end - 1])) --span.end;
    return span;
  }

  // Cuts `hole` out of spans.
  std::vector<TokenSpan> without(const std::vector<TokenSpan>& spans, TokenSpan hole) const {
    std::vector<TokenSpan> out;
    for (const TokenSpan s : spans) {
      if (hole.end <= s.begin || hole.begin >= s.end) {
        out.push_back(s);
        continue;
      }
      for (const TokenSpan part : {TokenSpan{s.begin, hole.begin}, TokenSpan{hole.end, s.end}}) {
        if (part.begin >= part.end) continue;
        const TokenSpan trimmed_part = trim(part);
        if (trimmed_part.size() > 0) out.push_back(trimmed_part);
      }
    }
    return out;
  }

  TokenSpan sentence_of(TokenIndex t) const { return parse_.sentences[parse_[t].sentence]; }

  // Marks at the very edges of a single span go; they stay inside.
  TokenSpan without_marks(TokenSpan span) const {
    const auto outer = [&](const Token& t) { return t.is_space || is_quote_mark(t); };
    while (span.size() > 0 && outer(parse_[span.begin])) ++span.begin;
    while (span.size() > 0 && outer(parse_[span.end - 1])) --span.end;
    return span;
  }

  // ---- cues

  bool inside_quotation(TokenIndex t) const { return quotation_at_[t] >= 0; }

  // Not in a question, not negated, no "if".
  void verb(TokenIndex v) {
    const Cue* cue = cues_.verb(parse_[v].lemma);
    if (cue == nullptr) return;
    if (parse_[v].relation == Relation::amod || parse_[v].relation == Relation::compound) return;
    const VerbForm form = verb_form(parse_, v);
    Draft d;
    d.cue = v;
    d.cue_span = cue_span(v);
    if (!find_speaker(v, form, d)) return;
    if (cue->addressee || parse_[v].lemma == "ask") find_addressee(v, d);
    if (!find_content(v, *cue, d)) return;
    add_quotations(v, d);
    if (d.weak && !has_quotation(d)) return;
    finish(std::move(d));
  }

  TokenSpan cue_span(TokenIndex v) const { return {v, v + 1}; }

  // Subject; agent of a passive; the subject of "was quoted as saying" through its verb.
  bool find_speaker(TokenIndex v, const VerbForm& form, Draft& d) {
    Tokens heads;
    if (form.passive) {
      heads = agents(parse_, v);
      const bool known_thing = parse_[v].lemma == "say" || parse_[v].lemma == "report" ||
                               parse_[v].lemma == "believe" || parse_[v].lemma == "think" ||
                               parse_[v].lemma == "know" || parse_[v].lemma == "expect";
      if (heads.empty() && !known_thing) return false;
      // "is said to", "was told that": nobody named; with an object told, the subject heard it.
      if (heads.empty()) {
        d.weak = true;
        return true;
      }
    } else {
      heads = surface_subjects(parse_, v);
      if (heads.empty() && parse_[v].lemma == "say") {
        // "was quoted as saying": the quoted one.
        const Token& link = parse_[parse_[v].head];
        if (link.lower == "as" && parse_[link.head].lemma == "quote") heads = surface_subjects(parse_, link.head);
      }
    }
    if (heads.empty()) return false;
    const TokenIndex subject = heads.front();
    const Token& s = parse_[subject];
    if (s.relation == Relation::expl || (s.lower == "it" && form.passive) || s.lower == "there") return false;
    d.speaker = subject;
    for (const TokenIndex head : heads) {
      for (const Index e : story_.entities_at(head)) add_unique(d.speakers, e);
    }
    if (d.speakers.empty()) relative_speaker(subject, d);
    if (parse_[v].lemma == "say" && parse_[v].relation == Relation::pcomp) d.cue_span = {v, v + 1};
    return true;
  }

  // "who", "the statement", "a Kremlin statement": the antecedent, or whose statement it is.
  void relative_speaker(TokenIndex subject, Draft& d) {
    for (const TokenIndex owner : possessors(parse_, subject)) {
      for (const Index e : story_.entities_at(owner)) add_unique(d.speakers, e);
    }
    for (const TokenIndex before : premodifiers(parse_, subject)) {
      for (const Index e : story_.entities_at(before)) add_unique(d.speakers, e);
    }
  }

  static void add_unique(std::vector<Index>& list, Index e) {
    if (std::find(list.begin(), list.end(), e) == list.end()) list.push_back(e);
  }

  void find_addressee(TokenIndex v, Draft& d) {
    Tokens told = datives(parse_, v);
    if (told.empty()) {
      for (const TokenIndex child : parse_.children(v)) {
        if (parse_[child].relation == Relation::dobj) told.push_back(child);
      }
    }
    for (const TokenIndex t : told) {
      for (const Index e : story_.entities_at(t)) add_unique(d.addressees, e);
    }
  }

  bool find_content(TokenIndex v, const Cue& cue, Draft& d) {
    if (cue.clause && clause_content(v, d)) return true;
    if (cue.infinitive || cue.object_clause) {
      for (const TokenIndex child : parse_.children(v)) {
        const Relation r = parse_[child].relation;
        if (r != Relation::xcomp && !(cue.object_clause && r == Relation::ccomp)) continue;
        return set_content(child, v, d);
      }
    }
    if (cue.gerund) {
      for (const TokenIndex child : parse_.children(v)) {
        if (parse_[child].relation == Relation::xcomp || parse_[child].relation == Relation::pcomp) {
          return set_content(child, v, d);
        }
      }
    }
    if (cue.with_for) {
      for (const TokenIndex child : parse_.children(v)) {
        if (parse_[child].relation != Relation::prep || parse_[child].lower != "for") continue;
        for (const TokenIndex object : parse_.children(child)) {
          if (parse_[object].relation == Relation::pobj || parse_[object].relation == Relation::pcomp) {
            return set_content(object, v, d);
          }
        }
      }
    }
    if (cue.noun || cue.kind == Cue::Kind::stance) {
      for (const TokenIndex child : parse_.children(v)) {
        if (parse_[child].relation != Relation::dobj || child < v) continue;
        if (parse_[child].tag == Tag::prp) return false;
        // A judgement of something is a statement when it is quoted or held by someone known.
        if (cue.kind == Cue::Kind::stance) d.weak = true;
        return set_content(child, v, d);
      }
    }
    // A quotation beside a verb of speech needs no grammar.
    if (cue.kind == Cue::Kind::speech && (cue.clause || cue.question) && quoted_beside(v)) {
      d.weak = true;
      return true;
    }
    return false;
  }

  bool set_content(TokenIndex head, TokenIndex v, Draft& d) {
    TokenSpan span = trim(subtree(parse_, head));
    if (span.contains(v)) return false;
    // What attributes within it, "…, according to X", is no part of it.
    d.content = {span};
    d.content_head = head;
    return span.size() > 0;
  }

  // The complement clause, before, behind or around the cue.
  bool clause_content(TokenIndex v, Draft& d) {
    TokenIndex complement = kNoToken;
    for (const TokenIndex child : parse_.children(v)) {
      const Relation r = parse_[child].relation;
      if (r == Relation::ccomp) {
        complement = child;
        if (child > v) break;
      }
    }
    if (complement != kNoToken) {
      d.content_head = complement;
      TokenSpan span = subtree(parse_, complement);
      d.content = {trim(span)};
      if (span.contains(v)) d.content = without(d.content, whole_cue(v, d));
      return !d.content.empty();
    }
    // "…, Lavrov said, …": the cue hangs on the clause that it reports.
    if (parse_[v].relation == Relation::parataxis || parse_[v].relation == Relation::intj ||
        (parse_[v].relation == Relation::ccomp && parse_[v].head < v && !has_mark(v))) {
      const TokenIndex top = parse_[v].head;
      const TokenSpan around = subtree(parse_, top);
      d.content_head = top;
      d.content = without({trim(around)}, whole_cue(v, d));
      return !d.content.empty();
    }
    return false;
  }

  bool has_mark(TokenIndex v) const { return child_of(parse_, v, Relation::mark) != kNoToken; }

  // The cue with its speaker and adverbs, from the first to the last word, to be cut out of what surrounds it.
  TokenSpan whole_cue(TokenIndex v, const Draft& d) const {
    TokenSpan span{v, v + 1};
    for (const TokenIndex child : parse_.children(v)) {
      const Relation r = parse_[child].relation;
      if (r == Relation::ccomp || r == Relation::punct || r == Relation::parataxis) continue;
      const TokenSpan part = subtree(parse_, child);
      span.begin = std::min(span.begin, part.begin);
      span.end = std::max(span.end, part.end);
    }
    if (d.speaker != kNoToken && d.speaker + 40 > v && d.speaker < v + 40) {
      const TokenSpan part = noun_phrase(parse_, d.speaker);
      span.begin = std::min(span.begin, part.begin);
      span.end = std::max(span.end, part.end);
    }
    return span;
  }

  // ---- quotations

  // A quotation in the same sentence, or one that ends right before it.
  bool quoted_beside(TokenIndex v) const {
    const TokenSpan sentence = sentence_of(v);
    for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
      if (quotation_at_[t] >= 0 && quotation_at_[t] != quotation_at_[v]) return true;
    }
    return sentence.begin > 0 && quotation_at_[sentence.begin - 1] >= 0 && quotation_at_[v] < 0;
  }

  bool is_sentence_like(const Quotation& q) const {
    if (q.inside.size() < 4) return false;
    return std::any_of(parse_.tokens.begin() + q.inside.begin, parse_.tokens.begin() + q.inside.end,
                       [](const Token& t) { return is_verbal(t); });
  }

  // Quotations that belong to the cue although the parse parts them from it: the rest of one that its content begins,
  // those before and behind it in its sentence, and what a cut sentence left over.
  void add_quotations(TokenIndex v, Draft& d) {
    if (inside_quotation(v)) return;
    const TokenSpan sentence = sentence_of(v);
    auto q = static_cast<std::size_t>(
        std::lower_bound(quotations_.begin(), quotations_.end(), sentence.begin,
                         [](const Quotation& x, TokenIndex begin) { return x.outside.end + 1 < begin; }) -
        quotations_.begin());
    for (; q < quotations_.size() && quotations_[q].outside.begin <= sentence.end; ++q) {
      const Quotation& quotation = quotations_[q];
      if (used_[q]) continue;
      bool touches = false;
      for (const TokenSpan s : d.content)
        touches = touches || (s.begin < quotation.outside.end && quotation.outside.begin < s.end);
      const bool before = quotation.outside.end >= sentence.begin && quotation.outside.end <= v &&
                          is_sentence_like(quotation) && near_cue(quotation.outside.end, v);
      const bool behind = quotation.outside.begin > v && quotation.outside.begin <= sentence.end &&
                          is_sentence_like(quotation) && near_cue(v, quotation.outside.begin);
      if (!touches && !before && !behind) continue;
      used_[q] = true;
      join(quotation.inside, d);
    }
  }

  // No more than a speaker and a few words lie between a quotation and its cue.
  bool near_cue(TokenIndex from, TokenIndex to) const {
    constexpr TokenIndex kFar = 16;
    return to - from <= kFar;
  }

  // Adds a stretch to the content, merged with what it overlaps or touches.
  void join(TokenSpan span, Draft& d) const {
    std::vector<TokenSpan> kept;
    for (const TokenSpan s : d.content) {
      if (s.begin <= span.end + 2 && span.begin <= s.end + 2 && !(span.begin <= d.cue && d.cue < span.end)) {
        const TokenSpan both{std::min(s.begin, span.begin), std::max(s.end, span.end)};
        if (!both.contains(d.cue)) {
          span = both;
          continue;
        }
      }
      kept.push_back(s);
    }
    kept.push_back(span);
    std::sort(kept.begin(), kept.end(), [](TokenSpan a, TokenSpan b) { return a.begin < b.begin; });
    d.content = kept;
  }

  bool has_quotation(const Draft& d) const {
    for (const TokenSpan s : d.content) {
      for (TokenIndex t = s.begin; t < s.end; ++t) {
        if (quotation_at_[t] >= 0) return true;
      }
    }
    return false;
  }

  // A quotation with no cue of its own goes on with the speaker of the one before it in the paragraph or the one
  // before.
  void loose_quotations() {
    constexpr TokenIndex kFar = 60;
    const auto last = [](const Draft& d) { return d.content.back().begin; };
    std::stable_sort(drafts_.begin(), drafts_.end(), [&](const Draft& a, const Draft& b) { return last(a) < last(b); });
    std::vector<Draft> added;
    std::size_t next = 0;
    std::optional<Draft> before;  // the last statement with a quotation before the one at hand
    for (std::size_t q = 0; q < quotations_.size(); ++q) {
      const TokenIndex begin = quotations_[q].inside.begin;
      for (; next < drafts_.size() && last(drafts_[next]) < begin; ++next) {
        if (has_quotation(drafts_[next])) before = drafts_[next];
      }
      if (used_[q] || !before || !is_sentence_like(quotations_[q]) || story_.boilerplate[begin]) continue;
      if (std::max(before->content.back().end, before->cue) + kFar < begin) continue;
      before->content = {quotations_[q].inside};
      before->content_head = kNoToken;
      used_[q] = true;
      added.push_back(*before);
    }
    for (Draft& d : added) finish(std::move(d));
  }

  // ---- other attributions

  void according_to(TokenIndex t) {
    if (t + 1 >= parse_.size() || parse_[t + 1].lower != "to") return;
    TokenIndex source = kNoToken;
    for (const TokenIndex at : {t, t + 1}) {
      for (const TokenIndex child : parse_.children(at)) {
        if (parse_[child].relation == Relation::pobj && child > t + 1) source = child;
      }
    }
    if (source == kNoToken) return;
    Draft d;
    d.cue = t;
    d.cue_span = {t, t + 2};
    d.speaker = source;
    for (const TokenIndex part : coordinated(parse_, source)) {
      for (const Index e : story_.entities_at(part)) add_unique(d.speakers, e);
    }
    if (d.speakers.empty()) relative_speaker(source, d);
    const TokenSpan phrase{t, std::max(subtree(parse_, source).end, t + 2)};
    const TokenSpan sentence = sentence_of(t);
    // What it stands in: the sentence, or the clause of another's statement that it closes.
    TokenSpan whole = trim(sentence);
    d.content = without({whole}, phrase);
    d.content_head = parse_.sentences[parse_[t].sentence].begin;
    if (d.content.empty()) return;
    finish(std::move(d));
  }

  // "his claim that …", "a vow to …".
  void noun(TokenIndex n) {
    if (!cues_.is_noun(parse_[n].lemma)) return;
    TokenIndex head = kNoToken;
    for (const TokenIndex child : parse_.children(n)) {
      const Relation r = parse_[child].relation;
      if (child > n && r == Relation::acl &&
          (child_word(parse_, child, "that") != kNoToken || child_word(parse_, child, "to") != kNoToken)) {
        head = child;
      }
    }
    if (head == kNoToken) return;
    Draft d;
    d.cue = n;
    d.cue_span = {n, n + 1};
    Tokens owners = possessors(parse_, n);
    if (owners.empty()) {
      const TokenIndex verb = parse_[n].head;
      if (parse_[n].relation == Relation::dobj && is_verbal(parse_[verb])) owners = surface_subjects(parse_, verb);
    }
    if (!owners.empty()) d.speaker = owners.front();
    for (const TokenIndex owner : owners) {
      for (const Index e : story_.entities_at(owner)) add_unique(d.speakers, e);
    }
    if (d.speaker == kNoToken) return;
    if (!set_content(head, n, d)) return;
    finish(std::move(d));
  }

  // ---- the record

  void finish(Draft d) {
    for (TokenSpan& s : d.content) s = without_marks(trim(without_marks(s)));
    // What no sentence of a report comes near to is no content; bounded, nested ones take time in proportion.
    constexpr TokenIndex kLongest = 600;
    std::erase_if(d.content, [](TokenSpan s) { return s.size() == 0 || s.size() > kLongest; });
    if (d.content.empty()) return;
    // A clause's "that" is no part of what was said.
    TokenSpan& first = d.content.front();
    if (parse_[first.begin].lower == "that" && parse_[first.begin].relation == Relation::mark && first.size() > 1)
      ++first.begin;
    drafts_.push_back(std::move(d));
  }

  // The same words under two cues of one speaker are one statement.
  void drop_doubles() {
    std::vector<Draft> kept;
    for (Draft& d : drafts_) {
      constexpr std::ptrdiff_t kNear = 40;
      const auto near = kept.end() - std::min<std::ptrdiff_t>(kNear, static_cast<std::ptrdiff_t>(kept.size()));
      const bool twice = std::any_of(near, kept.end(), [&](const Draft& other) {
        return other.content == d.content && (other.speakers == d.speakers || other.cue == d.cue);
      });
      if (!twice) kept.push_back(std::move(d));
    }
    drafts_ = std::move(kept);
  }

  // A statement whose cue stands in another's content was passed on by that one's speaker.
  void set_chains() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      Draft& d = drafts_[i];
      std::vector<const Draft*> around;
      constexpr std::size_t kNear = 40;  // statements before and behind in the text
      for (std::size_t j = i < kNear ? 0 : i - kNear; j < std::min(drafts_.size(), i + kNear); ++j) {
        const Draft& other = drafts_[j];
        if (&other == &d || other.cue == d.cue) continue;
        const bool holds =
            std::any_of(other.content.begin(), other.content.end(), [&](TokenSpan s) { return s.contains(d.cue); });
        if (holds) around.push_back(&other);
      }
      // The widest first.
      const auto width = [](const Draft* x) {
        TokenIndex sum = 0;
        for (const TokenSpan s : x->content) sum += s.size();
        return sum;
      };
      std::stable_sort(around.begin(), around.end(),
                       [&](const Draft* a, const Draft* b) { return width(a) > width(b); });
      for (const Draft* other : around) {
        for (const Index e : other->speakers) {
          if (other->speakers.size() == 1 && d.chain.size() < 4) add_unique(d.chain, e);
        }
      }
      quoted_by(d);
    }
  }

  // "was quoted as saying by the agency", or by the medium of the paragraph before.
  void quoted_by(Draft& d) {
    if (d.cue == kNoToken || parse_[d.cue].relation != Relation::pcomp) return;
    const TokenIndex quote = parse_[parse_[d.cue].head].head;
    if (parse_[quote].lemma != "quote") return;
    bool found = false;
    for (const TokenIndex at : {quote, d.cue}) {
      for (const TokenIndex agent : agents(parse_, at)) {
        for (const Index e : story_.entities_at(agent)) {
          if (std::find(d.speakers.begin(), d.speakers.end(), e) != d.speakers.end()) continue;
          add_unique(d.chain, e);
          found = true;
        }
      }
      for (const TokenIndex source : obliques(parse_, at, "by")) {
        for (const Index e : story_.entities_at(source)) {
          add_unique(d.chain, e);
          found = true;
        }
      }
    }
    if (found) return;
    const TokenSpan sentence = sentence_of(quote);
    for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
      for (const Index e : story_.entities_at(t)) {
        if (story_.record.entities[e].type != EntityType::media) continue;
        add_unique(d.chain, e);
        return;
      }
    }
    constexpr TokenIndex kParagraph = 120;
    for (TokenIndex t = quote; t-- > 0 && quote - t < kParagraph;) {
      for (const Index e : story_.entities_at(t)) {
        if (story_.record.entities[e].type != EntityType::media) continue;
        add_unique(d.chain, e);
        return;
      }
    }
  }

  StatementKind kind_of(const Draft& d) const {
    std::size_t quoted = 0, words = 0;
    for (const TokenSpan s : d.content) {
      for (TokenIndex t = s.begin; t < s.end; ++t) {
        if (parse_[t].is_space || parse_[t].pos == Pos::punct) continue;
        ++words;
        if (quotation_at_[t] >= 0) ++quoted;
      }
    }
    if (quoted == 0) return StatementKind::indirect;
    return quoted * 10 >= words * 9 ? StatementKind::direct : StatementKind::mixed;
  }

  // Words around the cue that name the occasion.
  std::string venue_of(const Draft& d) const {
    if (d.cue == kNoToken) return {};
    for (const TokenIndex child : parse_.children(d.cue)) {
      const Token& t = parse_[child];
      if (t.relation != Relation::prep ||
          (t.lower != "at" && t.lower != "in" && t.lower != "on" && t.lower != "during"))
        continue;
      for (const TokenIndex object : parse_.children(child)) {
        if (parse_[object].relation != Relation::pobj) continue;
        const std::string_view n = parse_[object].lemma;
        if (n == "conference" || n == "interview" || n == "statement" || n == "briefing" || n == "speech" ||
            n == "address" || n == "letter" || n == "meeting" || n == "summit" || n == "post" || n == "tweet" ||
            n == "remark" || n == "report" || n == "session" || n == "hearing" || n == "debate" || n == "rally" ||
            n == "call") {
          TokenSpan phrase = core_phrase(parse_, object);
          while (phrase.begin < object && parse_[phrase.begin].tag == Tag::dt) ++phrase.begin;
          return std::string(story_.text.view(parse_[phrase.begin].begin, parse_[object].end));
        }
      }
    }
    return {};
  }

  void emit(const Draft& d) {
    Statement s;
    s.speakers = d.speakers;
    std::sort(s.speakers.begin(), s.speakers.end());
    if (d.speaker != kNoToken) {
      const std::int32_t mention = story_.mention_at[d.speaker];
      const TokenSpan phrase =
          mention >= 0 ? story_.mentions[static_cast<std::size_t>(mention)].span : core_phrase(parse_, d.speaker);
      s.speaker_span = story_.span(phrase);
    }
    s.addressees = d.addressees;
    if (d.cue != kNoToken) s.cue = Trigger{story_.span(d.cue_span), std::string(parse_[d.cue].lemma)};
    s.kind = kind_of(d);
    for (const TokenSpan c : d.content) s.content.push_back(story_.span(c));
    s.chain = d.chain;
    std::erase_if(s.chain,
                  [&](Index e) { return s.speakers.size() == 1 && s.speakers[0] == e && !says_of_self(d, e); });
    s.venue = venue_of(d);
    TokenSpan evidence{d.content.front().begin, d.content.back().end};
    if (d.cue != kNoToken && parse_[d.cue].sentence == parse_[evidence.begin].sentence) {
      evidence.begin = std::min(evidence.begin, d.cue);
      evidence.end = std::max(evidence.end, d.cue + 1);
    }
    s.evidence = story_.evidence(evidence);
    story_.record.statements.push_back(std::move(s));
    story_.statement_cues.push_back(d.cue == kNoToken ? TokenSpan{} : d.cue_span);
    story_.statement_contents.push_back(d.content);
  }

  // "Lavrov said he told Kishida that …" has Lavrov in its chain.
  bool says_of_self(const Draft& d, Index) const { return parse_[d.cue].lemma == "tell"; }

  Story& story_;
  const Parse& parse_;
  const CueLexicon& cues_;
  std::vector<Quotation> quotations_;
  std::vector<std::int32_t> quotation_at_;  // per token
  std::vector<bool> used_;                  // per quotation
  std::vector<Draft> drafts_;
};

}  // namespace

void find_statements(Story& story) {
  Statements(story).run();
}

}  // namespace dragoman
