#include "who/name_spans.h"

#include "language/paragraphs.h"
#include "language/syntax.h"
#include "text/ascii.h"
#include "who/body_phrases.h"
#include "who/context.h"
#include "who/name_syntax.h"
#include "who/name_titles.h"
#include "who/phrases.h"
#include "who/stray_words.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace dragoman {

namespace {

class Spans : NameSyntax {
 public:
  explicit Spans(const EntityBuilder& b)
      : NameSyntax(b), stray_(b), titles_(b), taken_(parse_.size(), false), bodies_(b, taken_) {
    for (const NameSpan& n : parse_.names) {
      const bool alone = n.span.size() == 1 || parse_[n.span.end - 2].text != "-";
      if (n.type == NameType::person && alone) alone_.insert(parse_[n.span.end - 1].text);
    }
  }

  std::vector<NameCandidate> run() {
    recognised(false);
    passed_over();
    recognised(true);  // so that "South African" may be part of "South African Parliament"
    part_from_strays();
    std::sort(names_.begin(), names_.end(),
              [](const NameCandidate& x, const NameCandidate& y) { return x.span.begin < y.span.begin; });
    return std::move(names_);
  }

 private:
  // Names of people without what was read with them.
  void part_from_strays() {
    std::vector<NameCandidate> names;
    for (const NameCandidate& name : names_) {
      const bool place = name.label == NameType::norp || name.label == NameType::gpe || name.label == NameType::loc ||
                         name.label == NameType::fac;
      const auto parts = name.span.size() < 2 || place || has_body_word(name.span)
                             ? std::vector<TokenSpan>{name.span}
                             : stray_.names_within(name.span, name.label == NameType::person);
      for (const TokenSpan part : parts) {
        if (part == name.span) {
          names.push_back(name);
          continue;
        }
        NameCandidate own;
        own.span = part;
        own.label = NameType::person;
        titles_.strip(own);
        names.push_back(own);
      }
    }
    names_ = std::move(names);
  }

  // What the recogniser calls a people's name, or all else.
  void recognised(bool peoples) {
    for (std::size_t i = 0; i < parse_.names.size(); ++i) {
      const NameSpan& name = parse_.names[i];
      if ((name.type == NameType::norp) != peoples || !may_act(name.type) || b_.story.boilerplate[name.span.begin])
        continue;
      if (is_half_of_body(i)) continue;
      TokenSpan span = name.span;
      if (i > 0 && is_half_of_body(i - 1)) span.begin = without_article(parse_.names[i - 1].span);
      for (const TokenSpan part : split(span)) around_title(part, name.type);
    }
  }

  TokenIndex without_article(TokenSpan span) const { return span.begin + (parse_[span.begin].tag == Tag::dt ? 1 : 0); }

  // "Europe" of "the Europe and Central Asia Department": a part of the world that an article or "of" stands before,
  // and "and" behind it, with the rest of the body's name, which has no article.
  bool is_half_of_body(std::size_t i) const {
    if (i + 1 >= parse_.names.size()) return false;
    const NameSpan& half = parse_.names[i];
    const NameSpan& rest = parse_.names[i + 1];
    if (half.type != NameType::loc || rest.type != NameType::org || rest.span.begin != half.span.end + 1) return false;
    const std::string_view link = parse_[half.span.end].lower;
    if ((link != "and" && link != "&") || parse_[half.span.begin].sentence != parse_[rest.span.begin].sentence)
      return false;
    const TokenIndex begin = without_article(half.span);
    if (begin == 0 || begin >= half.span.end || !is_part(rest.span.end - 1, NamePart::Kind::body)) return false;
    const std::string_view before = parse_[begin - 1].lower;
    const bool opens = before == "the" || before == "of";
    return opens && parse_[rest.span.begin].tag != Tag::dt && !b_.who.names.find(b_.words(rest.span));
  }

  static bool may_act(NameType type) {
    switch (type) {
      case NameType::person:
      case NameType::org:
      case NameType::gpe:
      case NameType::loc:
      case NameType::fac:
      case NameType::product:
      case NameType::work_of_art:
      case NameType::norp:
        return true;
      default:
        return false;
    }
  }

  // At brackets, slashes, line ends and commas, except before what a comma belongs to ("Acme, Inc.").
  std::vector<TokenSpan> split(TokenSpan span) const {
    std::vector<TokenSpan> parts;
    TokenIndex begin = span.begin;
    for (TokenIndex t = span.begin; t < span.end; ++t) {
      const Token& token = parse_[t];
      const bool line_end = breaks_paragraph(token);
      const bool comma = token.text == "," && !(t + 1 < span.end && continues(span.begin, t + 1));
      if (line_end || comma || is_glued(token) || token.text == "(" || token.text == ")" || token.text == "/" ||
          token.text == ";") {
        if (t > begin) parts.push_back({begin, t});
        begin = t + 1;
      }
    }
    if (span.end > begin) parts.push_back({begin, span.end});
    return parts;
  }

  // "ESP)/Ana" of "Luis Rojas (ESP)/Ana Paz".
  static bool is_glued(const Token& token) { return token.text.find(")/") != std::string_view::npos; }

  // "Ministry of Industry, Trade and Labour", "Acme, Inc.".
  bool continues(TokenIndex begin, TokenIndex after) const {
    if (is_part(after, NamePart::Kind::body) && parse_[after].head != after) return true;
    if (parse_[begin].tag == Tag::dt) ++begin;
    return is_part(begin, NamePart::Kind::body) && parse_[begin + 1].lower == "of";
  }

  bool is_joined(TokenIndex left, TokenIndex right) const {
    const Token& l = parse_[left];
    const Token& r = parse_[right];
    return l.head == right || r.head == left || (l.head == r.head && l.relation == Relation::compound);
  }

  bool is_free(TokenIndex t) const { return !taken_[t] && !b_.story.boilerplate[t]; }

  // Words beside it that the recogniser left out.
  void extend(NameCandidate& name) const {
    TokenSpan& span = name.span;
    const bool person = name.label == NameType::person;
    bool body = has_body_word(span);
    const auto fits = [&](TokenIndex t) {
      const Token& token = parse_[t];
      if (!is_free(t) || !is_proper(token) || !is_capitalised(token) || starts_title(t) || is_glued(token) ||
          is_title_of_next(t))
        return false;
      if (token.name != NameType::none && token.name != name.label && !(person && token.name == NameType::org)) {
        return body && (token.name == NameType::gpe || token.name == NameType::org || token.name == NameType::norp);
      }
      const NamePart* part = b_.who.part(token.text);
      const bool may_end = part == nullptr || part->kind == NamePart::Kind::particle ||
                           part->kind == NamePart::Kind::before || part->kind == NamePart::Kind::called;  // "Young"
      if (person && !may_end) return false;
      return !(person && b_.country_at(t) != EntityBuilder::kNone);
    };
    while (span.end < parse_.size() && parse_[span.end].sentence == parse_[span.begin].sentence) {
      const TokenIndex last = span.end - 1;
      if (parse_[last].space_after && fits(span.end) && is_joined(last, span.end)) {
        ++span.end;
      } else if (!body && parse_[last].space_after && is_free(span.end) && is_proper(parse_[span.end]) &&
                 is_part(span.end, NamePart::Kind::body) && is_joined(last, span.end) && !is_title_of_next(span.end)) {
        ++span.end;
        body = true;
      } else if (person && has_tail(span.end)) {
        span.end += parse_[span.end + 1].text == "-" ? 3 : 2;  // "el-Sayed"; "Suk-yeol", "Bingu wa Mutharika"
      } else {
        break;
      }
    }
    while (span.begin > 0 && parse_[span.begin - 1].sentence == parse_[span.begin].sentence) {
      const TokenIndex before = span.begin - 1;
      if (person && is_initial(before)) {
        --span.begin;
        continue;
      }
      if (!parse_[before].space_after || !fits(before) || !is_joined(before, span.begin)) break;
      if (person && (titles_.is_portfolio(before) || is_part(before, NamePart::Kind::before))) break;
      if (person && (b_.who.title_phrases.find(parse_[before].text) || b_.who.seats.find(parse_[before].text))) break;
      --span.begin;
    }
    if (body) bodies_.extend(span);
  }

  // "Commissioner" of "HBA Commissioner Ana Paz".
  bool is_title_of_next(TokenIndex t) const {
    return t + 1 < parse_.size() && parse_[t + 1].name == NameType::person && parse_[t + 1].name_begin &&
           b_.who.title_phrases.longest(parse_, b_.story.text, t).has_value();
  }

  // "R" of "Minister R Kamau".
  bool is_initial(TokenIndex t) const {
    const std::string_view w = parse_[t].text;
    if (t > 0 && is_his_excellency(b_, t - 1)) return false;
    const bool letter = !w.empty() && is_ascii_upper(w[0]) && (w.size() == 1 || (w.size() == 2 && w[1] == '.'));
    return letter && is_free(t) && is_proper(parse_[t]);
  }

  // A hyphen and the rest of a given name, or a particle and what follows it.
  bool has_tail(TokenIndex t) const {
    if (t + 1 >= parse_.size() || !is_free(t) || !is_free(t + 1)) return false;
    const Token& link = parse_[t];
    if (link.text == "-" && !parse_[t - 1].space_after && !link.space_after) {
      const Token& rest = parse_[t + 1];
      if (is_capitalised(rest)) return is_proper(rest) && !alone_.contains(rest.text);
      constexpr std::size_t kSyllable = 6;  // "-yeol", "-won", not "-educated"
      const bool syllable = is_proper(rest) || rest.tag == Tag::nn || rest.tag == Tag::in ||
                            (rest.tag == Tag::vbd && t > 1 && is_proper(parse_[t - 2]) && !rest.text.ends_with("ed"));
      return rest.text.size() <= kSyllable && syllable;
    }
    if (is_part(t, NamePart::Kind::particle) && link.text != "-" && !is_capitalised(link) && t + 2 < parse_.size() &&
        parse_[t + 1].text == "-" && is_capitalised(parse_[t + 2]) && is_free(t + 2)) {
      return true;  // "el" of "el-Sayed"
    }
    return is_part(t, NamePart::Kind::particle) && is_proper(parse_[t + 1]) && is_capitalised(parse_[t + 1]) &&
           !is_capitalised(link);
  }

  // "Kenya Airways CEO", "Liberal MPs Ana Paz", "Orbit Chairman Ali Saad": a title inside parts a body from a
  // person.
  void around_title(TokenSpan span, NameType label) {
    if (label == NameType::person) {  // "Jaime & Ana Paz" are two
      for (TokenIndex t = span.begin + 1; t + 1 < span.end; ++t) {
        if (parse_[t].text != "&") continue;
        around_title({span.begin, t}, label);
        return around_title({t + 1, span.end}, label);
      }
    }
    if (label == NameType::org || label == NameType::person) {
      span = after_office(trim(span));
      for (TokenIndex t = span.begin + 1; t < span.end; ++t) {
        const auto title = b_.who.title_phrases.longest(parse_, b_.story.text, t);
        if (!title || !is_capitalised(parse_[t])) continue;
        if (title->end > span.end) {  // "UN Commissioner" of "UN Commissioner of Inland Waters"
          if (label == NameType::org && parse_[t].head != t && !has_body_word(span)) span.end = t;
          continue;
        }
        if (is_part(t - 1, NamePart::Kind::particle)) continue;                      // "bin Sultan"
        if (title->end < span.end && !parse_[title->end - 1].space_after) continue;  // "Emir-Abdollahian"
        if (label == NameType::person && is_surname({t, title->end}, span.end)) continue;
        const bool of = title->end < span.end && parse_[title->end].pos == Pos::adp;
        if (of || (title->end < span.end && has_body_word({title->end, span.end}))) break;  // "… Minister's Office"
        settle({span.begin, t}, NameType::org);
        if (title->end < span.end) settle({title->end, span.end}, NameType::person);
        return;
      }
    }
    settle(span, label);
  }

  // "Ana King", "Leo Bishop": a title of one word that ends a person's name; but not "Ana Paz CEO".
  bool is_surname(TokenSpan title, TokenIndex end) const {
    const std::string_view word = parse_[title.begin].text;
    const bool before_name = end < parse_.size() && parse_[end].name == NameType::person && parse_[end].name_begin &&
                             parse_[end - 1].space_after;  // "Voi City Sheriff" before "Ana Paz"
    return title.size() == 1 && title.end == end && word.size() > 1 && word[1] >= 'a' && word[1] <= 'z' && !before_name;
  }

  // "Rector of Curepipe College" leaves the college.
  TokenSpan after_office(TokenSpan span) const {
    for (TokenIndex t = span.begin + 1; t + 1 < span.end; ++t) {
      if (parse_[t].lower != "of" || is_part(t - 1, NamePart::Kind::body)) continue;
      const auto noun = b_.who.noun_phrases.find(parse_[t - 1].lower);
      const bool people = noun && b_.who.nouns[*noun].kind == ActorNoun::Kind::people;
      if (!people && !b_.who.title_phrases.find(parse_[t - 1].lower)) return span;
      return trim({t + 1, span.end});
    }
    return span;
  }

  // "Park Sun" before "-ae", "Han Seo" before "-hee": a surname and a given name of two syllables, the second small.
  bool is_surname_and_syllable(TokenSpan span) const {
    constexpr std::size_t kSyllable = 6;
    if (span.size() != 2 || span.end + 1 >= parse_.size() || has_body_word(span)) return false;
    for (TokenIndex t = span.begin; t < span.end; ++t) {
      if (!is_proper(parse_[t]) || !is_capitalised(parse_[t]) || parse_[t].text.size() > kSyllable) return false;
      if (b_.country_at(t) != EntityBuilder::kNone || parse_[t].text.find('.') != std::string_view::npos) return false;
    }
    const Token& link = parse_[span.end];
    const Token& rest = parse_[span.end + 1];
    return parse_[span.begin].space_after && !parse_[span.end - 1].space_after && link.text == "-" &&
           !link.space_after && rest.text == rest.lower && rest.text.size() <= kSyllable &&
           (rest.tag == Tag::nnp || (rest.name != NameType::none && !rest.name_begin)) &&
           !b_.who.seats.find(b_.words(span));
  }

  // "daily" before "Aurora", "and" before "Paz", which the recogniser took for the beginning of the name.
  bool is_small_word(TokenIndex t) const {
    constexpr std::size_t kParticle = 4;  // no particle that the lexicon lacks is longer
    const Token& w = parse_[t];
    const bool small = w.text == w.lower && w.text[0] >= 'a' && w.text[0] <= 'z';
    const bool no_particle = w.text.size() > kParticle || w.pos == Pos::cconj;
    return small && no_particle && w.space_after && is_capitalised(parse_[t + 1]) &&
           !is_part(t, NamePart::Kind::particle);
  }

  // Only up to the first word that no name goes on with: "Mwaure 1.4 percent", "PPP central executive committee".
  TokenSpan cut(TokenSpan span) const {
    while (span.size() > 1 && parse_[span.begin].tag == Tag::cd) ++span.begin;
    TokenIndex end = span.begin;
    for (TokenIndex t = span.begin; t < span.end; ++t) {
      const Token& token = parse_[t];
      const bool number = token.tag == Tag::cd && t > span.begin && !is_capitalised(token);
      if (number && (t + 1 == span.end || !is_proper(parse_[t + 1]))) break;
      if (is_capitalised(token) || token.pos == Pos::punct || token.tag == Tag::cd) end = t + 1;
    }
    return end == span.begin ? span : TokenSpan{span.begin, end};
  }

  // Whether a title and "of" stand before it: what the office is of begins here.
  bool is_behind_office(TokenIndex t) const {
    if (t > 0 && parse_[t - 1].lower == "the") --t;
    if (t < 2) return false;
    const TokenIndex end = t - 1;
    const std::string_view link = parse_[end].lower;
    if (link != "of" && link != "at" && link != "for") return false;
    for (TokenIndex begin = end; begin-- > 0 && end - begin <= 3;) {
      const auto title = b_.who.title_phrases.longest(parse_, b_.story.text, begin);
      if (title && title->end == end) return true;
    }
    return false;
  }

  // "CEO of ABC Ana Paz", "Chairman of Laguna Verde Ana Paz": where the name of who holds the office begins that was
  // read as one with the name of what the office is of, at the second word for an acronym, else at a given name. The
  // end of the span where it is one name.
  TokenIndex holder_behind_body(TokenSpan span) const {
    if (span.size() < 3 || !is_behind_office(span.begin)) return span.end;
    const bool acronym = is_of_capitals(parse_[span.begin].text, 2);
    const bool is_body =
        acronym && b_.who.part(parse_[span.begin].text) == nullptr && parse_[span.begin + 1].pos != Pos::punct;
    const bool of_the = parse_[span.begin - 1].lower == "the";  // "the UC Lakeside Students"
    if (is_body && !of_the && !has_body_word(span) && !is_of_capitals(parse_[span.begin + 1].text, 2))
      return span.begin + 1;
    if (body_noun(b_, span.end - 1)) return span.end;
    constexpr TokenIndex kLongest = 3;  // words of a person's name
    for (TokenIndex t = span.end - 2; t > span.begin && span.end - t <= kLongest; --t) {
      if (!is_proper(parse_[t]) || has_body_word({t, span.end})) return span.end;
      const Token& before = parse_[t - 1];
      const bool joined = before.pos == Pos::cconj || before.pos == Pos::adp || before.text == "-";
      if (is_given_name(t) && !joined && !is_given_name(t - 1)) return t;
    }
    return span.end;
  }

  // "Paz Wins Vote", "Paz Is Now Held" of a headline: where the words of a person's name end that the recogniser went
  // on from, at a verb, a pronoun or a preposition with a capital. The end of the span where all of them are the
  // name's.
  TokenIndex end_of_name(TokenSpan span) const {
    if (!has_only_capitals(parse_, parse_.sentences[parse_[span.begin].sentence])) return span.end;
    for (TokenIndex t = span.begin + 1; t < span.end; ++t) {
      const Token& token = parse_[t];
      const bool word = token.text.size() > 1 && token.text.find_first_of("'\u2019") == std::string_view::npos;
      if (!word || !parse_[t - 1].space_after) continue;
      switch (token.tag) {
        case Tag::vbz:
        case Tag::vbp:
        case Tag::vbd:
        case Tag::vbn:
        case Tag::vbg:
        case Tag::md:
        case Tag::rb:
        case Tag::prp:
        case Tag::prp_poss:
        case Tag::wp:
          return t;
        case Tag::in:
          if (is_capitalised(token)) return t;
          break;
        default:
          break;
      }
    }
    return span.end;
  }

  // "Voters Share Thoughts On Ana Paz": the name that ends what was read as one.
  TokenSpan name_at_end(TokenSpan span) const {
    TokenIndex begin = span.end;
    while (begin > span.begin && is_proper(parse_[begin - 1]) && is_capitalised(parse_[begin - 1])) --begin;
    return {begin, span.end};
  }

  void settle(TokenSpan span, NameType label) {
    if (label == NameType::person || label == NameType::work_of_art) {
      if (const TokenIndex end = end_of_name(span); end < span.end) {
        const bool title = label == NameType::work_of_art;
        const TokenSpan first = title ? name_at_end({span.begin, end}) : TokenSpan{span.begin, end};
        const TokenSpan last = name_at_end({end, span.end});
        if (!title || first.size() > 1) settle(first, NameType::person);
        if (last.size() > 1) settle(last, NameType::person);
        return;
      }
    }
    NameCandidate name;
    name.span = trim(label == NameType::person || label == NameType::org ? cut(span) : span);
    name.label = label;
    if (name.span.size() == 0) return;
    while (label == NameType::person && name.span.size() > 1 && is_small_word(name.span.begin)) ++name.span.begin;
    if (is_surname_and_syllable(name.span)) name.label = label = NameType::person;
    name.bracketed = in_brackets(name.span);
    titles_.strip(name);
    if (name.span.size() == 0) return;
    for (TokenIndex t = name.span.begin; t < name.span.end; ++t) {
      if (taken_[t]) return;
    }
    if (label == NameType::person || label == NameType::org) {
      extend(name);
      titles_.strip(name);
    } else if (label != NameType::norp && has_body_word(name.span)) {
      extend(name);
    }
    const bool may_be_both = label == NameType::person || label == NameType::org;
    const TokenIndex holder = may_be_both ? holder_behind_body(name.span) : name.span.end;
    const TokenSpan rest{holder, name.span.end};
    if (rest.size() > 0) {
      name.span.end = holder;
      name.label = NameType::org;
    }
    keep(name);
    if (rest.size() > 0) settle(rest, NameType::person);
  }

  void keep(NameCandidate name) {
    for (TokenIndex t = name.span.begin; t < name.span.end; ++t) taken_[t] = true;
    names_.push_back(name);
  }

  // Runs of capitalised proper nouns that belong to no name yet.
  void passed_over() {
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      if (!starts_a_run(t)) continue;
      TokenIndex end = t + 1;
      while (end < parse_.size() && parse_[end - 1].space_after && starts_a_run(end) && is_joined(end - 1, end)) ++end;
      NameCandidate name;
      name.span = {t, end};
      name.bracketed = in_brackets(name.span);
      titles_.strip(name);
      if (has_body_word(name.span)) extend(name);
      const TokenIndex next = name.span.end;
      keep(name);
      t = next - 1;
    }
  }

  bool in_brackets(TokenSpan span) const {
    return span.begin > 1 && parse_[span.begin - 1].text == "(" && span.end < parse_.size() &&
           parse_[span.end].text == ")";
  }

  bool starts_a_run(TokenIndex t) const {
    return is_free(t) && is_capitalised(parse_[t]) && parse_[t].name == NameType::none && !is_glued(parse_[t]) &&
           (is_proper(parse_[t]) || is_party_in_the_plural(t));
  }

  // "Nationals" of "called so by Nationals leader Ana Paz".
  bool is_party_in_the_plural(TokenIndex t) const {
    return parse_[t].tag == Tag::nns && t > parse_.sentences[parse_[t].sentence].begin && t + 1 < parse_.size() &&
           parse_[t + 1].tag == Tag::nn && b_.who.title_phrases.find(parse_[t + 1].lower) &&
           b_.country_at(t) == EntityBuilder::kNone;
  }

  const StrayWords stray_;
  const NameTitles titles_;
  std::vector<bool> taken_;  // tokens that are a name's
  const BodyPhrases bodies_;
  // Surnames that the recogniser found without another before a hyphen: "Ivanov" is no half of a double one in "the
  // Mori-Ivanov summit".
  std::unordered_set<std::string_view> alone_;
  std::vector<NameCandidate> names_;
};

}  // namespace

std::vector<NameCandidate> find_name_candidates(const EntityBuilder& b) {
  return Spans(b).run();
}

}  // namespace dragoman
