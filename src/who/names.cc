#include "who/names.h"

#include "gazetteer/fold.h"
#include "who/register.h"
#include "who/schema.h"

#include <algorithm>

namespace dragoman {

namespace {

std::string text(std::string_view s) {
  return std::string(s);
}

// Gives each entry of a file to `take`.
template <class Take>
Result<void> each_stanza(const std::filesystem::path& path, const Take& take) {
  auto file = read_entries(path, kWhoSchema);
  if (!file) return file.error();
  for (const Stanza& stanza : (*file)->stanzas) take(stanza);
  return {};
}

template <class Add>
void each_name(const Stanza& stanza, const char* key, const Add& add) {
  add(stanza[key]);
  for (const auto also : stanza.all("also")) {
    for (const auto name : split_values(also)) add(name);
  }
}

Gender gender_from(std::string_view word) {
  return word == "male" ? Gender::male : word == "female" ? Gender::female : Gender::unknown;
}

// "armies", "men", "coaches": the plural of a noun, of its last word where it has several.
std::string plural_of(std::string_view noun) {
  const auto ends = [&](std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return noun.ends_with(e); });
  };
  std::string out(noun);
  if (ends({"man"})) {
    out.replace(out.size() - 2, 2, "en");
  } else if (ends({"child"})) {
    out += "ren";
  } else if (ends({"wife"})) {
    out.replace(out.size() - 2, 2, "ves");
  } else if (ends({"y"}) && !ends({"ay", "ey", "oy", "uy"})) {
    out.replace(out.size() - 1, 1, "ies");
  } else {
    out += ends({"s", "x", "ch", "sh"}) ? "es" : "s";
  }
  return out;
}

// "energy minister", "party leader", whose last word is what there are several of; not "minister of trade".
bool is_compound(std::string_view title) {
  const auto has = [&](std::string_view word) { return title.find(word) != std::string_view::npos; };
  return has(" ") && !has(" of ") && !has(" for ") && !has(" to ") && !has(" in ") && !has(" at ") && !has(" and ") &&
         !title.ends_with("s");
}

/// "Republic of Kenya", "Republic of the Philippines": for the first `countries` of what is known.
void add_formal_names(std::string_view form, const std::vector<std::string_view>& without, std::size_t countries,
                      WhoLexicon& who) {
  for (std::uint32_t i = 0; i < countries; ++i) {
    const std::string& name = who.known[i].name;
    if (std::find(without.begin(), without.end(), name) != without.end()) continue;
    for (const char* article : {" ", " the "}) who.names.add(std::string(form) + article + name, i);
  }
}

// "AUSTRALIA": countries as headlines and the first words of papers write them.
void add_in_capitals(WhoLexicon& who) {
  const auto capitals = [](std::string name) {
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return name;
  };
  constexpr std::size_t kShortest = 4;  // "US", "UAE" are other words in capitals
  for (std::uint32_t i = 0; i < who.known.size(); ++i) {
    if (who.known[i].type != EntityType::country || who.known[i].name.size() < kShortest) continue;
    who.names.add(capitals(who.known[i].name), i);
  }
}

// "former", "ex" before a title, "elect" behind it.
void add_status(const Stanza& stanza, WhoLexicon& who) {
  constexpr std::pair<std::string_view, RoleStatus> kAll[] = {
      {"current", RoleStatus::current},     {"former", RoleStatus::former},
      {"acting", RoleStatus::acting},       {"elect", RoleStatus::elect},
      {"designate", RoleStatus::designate}, {"outgoing", RoleStatus::outgoing},
      {"honorary", RoleStatus::honorary},   {"late", RoleStatus::late}};
  const auto* const status =
      std::find_if(std::begin(kAll), std::end(kAll), [&](const auto& s) { return s.first == stanza["status"]; });
  if (status == std::end(kAll)) return;
  const auto value = static_cast<std::uint32_t>(status->second);
  for (const auto list : stanza.all("before")) {
    for (const auto word : split_values(list)) who.status_before.add(word, value);
  }
  for (const auto list : stanza.all("behind")) {
    for (const auto word : split_values(list)) {
      who.status_behind.add(word, value);
      who.behind_titles.push_back(text(word));
    }
  }
}

// A title under its name, and each office of its kind under its own, with "president-elect" and "prime minister
// designate".
void add_title(const Stanza& stanza, WhoLexicon& who) {
  if (!stanza["rank"].empty()) {
    each_name(stanza, "rank", [&](std::string_view word) { who.ranks.insert(text(word)); });
    return;
  }
  if (!stanza["grade"].empty()) {
    each_name(stanza, "grade", [&](std::string_view word) { who.grades.insert(text(word)); });
    return;
  }
  const auto add = [&](std::string_view name) {
    const auto index = static_cast<std::uint32_t>(who.titles.size());
    who.titles.push_back({text(name), text(stanza["sector"]), text(stanza["country"]), stanza["abroad"] == "yes",
                          stanza["with"] == "first name", !stanza["of"].empty(), stanza["leads"] == "body",
                          stanza["told"] == "yes", stanza["of"] == "body alone", !stanza["local"].empty(),
                          stanza["capital"] == "yes", stanza["serves"].starts_with("body") || !stanza["of"].empty(),
                          stanza["serves"].ends_with("person"), stanza["field"] == "yes", stanza["local"] == "state",
                          stanza["local"] == "town"});
    return index;
  };
  const auto add_phrases = [&](std::string_view phrase, std::uint32_t index) {
    who.title_phrases.add(phrase, index);
    if (std::count(phrase.begin(), phrase.end(), ' ') == 1) {  // "attorney-general"
      std::string hyphened = text(phrase);
      std::replace(hyphened.begin(), hyphened.end(), ' ', '-');
      who.title_phrases.add(hyphened, index);
    }
    for (const std::string& word : who.behind_titles) {
      who.title_phrases.add(text(phrase) + "-" + word, index);
      who.title_phrases.add(text(phrase) + " " + word, index);
    }
  };
  const std::uint32_t first = add(stanza["title"]);
  each_name(stanza, "title", [&](std::string_view name) {
    add_phrases(name, first);
    if (is_compound(name)) who.title_phrases.add(plural_of(name), first);
  });
  for (const auto list : stanza.all("each")) {
    for (const auto name : split_values(list)) {
      const std::uint32_t own = add(name);
      add_phrases(name, own);
      constexpr std::string_view kMinister = " minister";
      if (name.ends_with(kMinister)) {  // "minister of climate"
        const std::string field = text(name.substr(0, name.size() - kMinister.size()));
        for (const char* of : {"minister of ", "minister for "}) add_phrases(of + field, own);
      }
      who.title_phrases.add(plural_of(name), own);
    }
  }
}

void add_office_verb(const Stanza& stanza, WhoLexicon& who) {
  const std::string_view takes = stanza["takes"];
  OfficeVerb verb;
  verb.takes = takes == "as"       ? OfficeVerb::Takes::as
               : takes == "object" ? OfficeVerb::Takes::object
               : takes == "body"   ? OfficeVerb::Takes::body
                                   : OfficeVerb::Takes::complement;
  verb.title = text(stanza["title"]);
  verb.ends = stanza["status"] == "former";
  verb.past_ends = stanza["past"] == "former";
  verb.stays = stanza["past"] == "current";
  each_name(stanza, "verb", [&](std::string_view lemma) { who.office_verbs.emplace(text(lemma), verb); });
}

std::uint32_t add_known(const Stanza& stanza, const char* key, EntityType type, WhoLexicon& who) {
  const auto index = static_cast<std::uint32_t>(who.known.size());
  const bool is_country = type == EntityType::country;
  who.known.push_back({text(stanza[key]), type, text(stanza[is_country ? "code" : "country"]), text(stanza["code"]),
                       stanza["elsewhere"] == "yes", stanza["shared"] == "yes"});
  each_name(stanza, key, [&](std::string_view name) { who.names.add(name, index); });
  return index;
}

void add_country(const Stanza& stanza, WhoLexicon& who) {
  const auto index = add_known(stanza, "country", EntityType::country, who);
  if (!stanza["code"].empty()) who.country_by_code.emplace(stanza["code"], index);
  for (const auto list : stanza.all("people")) {
    for (const auto people : split_values(list)) {
      who.peoples.add(people, index);
      who.peoples.add(text(people) + "s", index);
    }
  }
  for (const auto list : stanza.all("seat")) {
    for (const auto seat : split_values(list)) who.seats.add(seat, index);
  }
}

// "the State of Kuwait", "the Conservative party"
void add_longer_names(WhoLexicon& who) {
  for (std::uint32_t i = 0; i < who.known.size(); ++i) {
    const std::string name = who.known[i].name;
    constexpr std::string_view kParty = " Party";
    if (name.ends_with(kParty)) who.names.add(name.substr(0, name.size() - kParty.size()) + " party", i);
    if (who.known[i].type != EntityType::country) continue;
    for (const char* form : {"State of ", "Republic of ", "Kingdom of ", "Sultanate of "}) {
      who.names.add(form + name, i);
    }
  }
}

void add_noun(const Stanza& stanza, WhoLexicon& who) {
  if (const Gender gender = gender_from(stanza["gender"]); gender != Gender::unknown) {
    for (const auto noun : split_values(stanza["nouns"])) who.noun_genders.emplace(text(noun), gender);
    return;
  }
  const ActorNoun::Kind kind = stanza["kind"] == "body"      ? ActorNoun::Kind::body
                               : stanza["kind"] == "crowd"   ? ActorNoun::Kind::crowd
                               : stanza["kind"] == "measure" ? ActorNoun::Kind::measure
                                                             : ActorNoun::Kind::people;
  const auto index = static_cast<std::uint32_t>(who.nouns.size());
  for (const bool plural : {false, true}) {
    who.nouns.push_back({text(stanza["noun"]), text(stanza["sector"]), kind, plural, stanza["when"] == "acts",
                         stanza["when"] == "owned", stanza["abroad"] == "yes", stanza["or"] == "state",
                         stanza["or"] == "matter", stanza["office"] == "yes", stanza["told"] == "yes"});
  }
  each_name(stanza, "noun", [&](std::string_view name) {
    who.noun_phrases.add(name, index);
    who.noun_phrases.add(plural_of(name), index + 1);
    if (kind != ActorNoun::Kind::measure) return;
    who.measures.add(name, index);
    who.measures.add(plural_of(name), index + 1);
  });
}

void add_collective(const Stanza& stanza, WhoLexicon& who) {
  if (!stanza["meets"].empty()) {
    each_name(stanza, "meets", [&](std::string_view verb) { who.meets.insert(text(verb)); });
    return;
  }
  const std::string_view kind = stanza["kind"];
  const Collective::Kind of = kind == "leaders"   ? Collective::Kind::leaders
                              : kind == "offices" ? Collective::Kind::offices
                              : kind == "sides"   ? Collective::Kind::sides
                              : kind == "parties" ? Collective::Kind::parties
                              : kind == "people"  ? Collective::Kind::people
                                                  : Collective::Kind::countries;
  each_name(stanza, "collective", [&](std::string_view name) {
    Collective collective{text(name), of, {}, stanza["members"] == "named"};
    for (const auto word : split_values(stanza["of"])) collective.of.emplace_back(word);
    who.collectives.emplace(text(name), std::move(collective));
  });
}

void add_body_kind(const Stanza& stanza, WhoLexicon& who) {
  BodyKind kind;
  for (const auto word : split_values(stanza["named"])) kind.named.emplace_back(word);
  kind.of_media = stanza["also_of"] == "media";
  kind.of_states = stanza["also_of"] == "states";
  each_name(stanza, "kind", [&](std::string_view name) { who.body_kinds.emplace(text(name), kind); });
}

void add_name_part(const Stanza& stanza, WhoLexicon& who) {
  if (stanza["when"] == "whole") {
    each_name(stanza, "part", [&](std::string_view name) { who.things.insert(text(name)); });
    return;
  }
  NamePart part;
  const std::string_view kind = stanza["kind"];
  part.kind = kind == "honorific"  ? NamePart::Kind::honorific
              : kind == "before"   ? NamePart::Kind::before
              : kind == "behind"   ? NamePart::Kind::behind
              : kind == "particle" ? NamePart::Kind::particle
              : kind == "body"     ? NamePart::Kind::body
              : kind == "place"    ? NamePart::Kind::place
              : kind == "called"   ? NamePart::Kind::called
                                   : NamePart::Kind::thing;
  part.gender = gender_from(stanza["gender"]);
  part.sector = text(stanza["sector"]);
  auto& parts = stanza["when"] == "first" ? who.first_parts : who.parts;
  each_name(stanza, "part", [&](std::string_view name) { parts.emplace(text(name), part); });
}

void add_given_name(const Stanza& stanza, WhoLexicon& who) {
  const Gender gender = gender_from(stanza["gender"]);
  each_name(stanza, "given", [&](std::string_view name) { who.given_names.emplace(text(name), gender); });
}

void add_region(const Stanza& stanza, WhoLexicon& who) {
  const auto index = static_cast<std::uint32_t>(who.regions.size());
  Region& region = who.regions.emplace_back();
  for (const auto list : stanza.all("countries")) {
    for (const auto code : split_values(list)) region.emplace(code);
  }
  for (const auto word : split_values(stanza["people"])) who.regional.add(word, index);
}

// Countries, bodies and media, which other files speak of.
Result<void> read_known(const std::filesystem::path& folder, WhoLexicon& who) {
  Result<void> done = each_stanza(folder / "countries.txt", [&](const Stanza& stanza) { add_country(stanza, who); });
  if (!done) return done;
  const std::size_t countries = who.known.size();
  done = each_stanza(folder / "forms.txt", [&](const Stanza& stanza) {
    const std::vector<std::string_view> without = split_values(stanza["not"]);
    each_name(stanza, "form", [&](std::string_view form) { add_formal_names(form, without, countries, who); });
  });
  struct KnownFile {
    const char* name;
    const char* key;
    EntityType type;
  };
  for (const KnownFile& file :
       {KnownFile{"organisations.txt", "organisation", EntityType::organisation},
        KnownFile{"groups.txt", "group", EntityType::group}, KnownFile{"media.txt", "medium", EntityType::media}}) {
    if (!done) return done;
    done = each_stanza(folder / file.name, [&](const Stanza& stanza) { add_known(stanza, file.key, file.type, who); });
  }
  if (!done) return done;
  add_longer_names(who);
  add_in_capitals(who);
  return done;
}

struct WordFile {
  const char* name;
  void (*add)(const Stanza& stanza, WhoLexicon& who);
};
constexpr WordFile kWordFiles[] = {
    {"role_status.txt", add_status},   {"titles.txt", add_title},           {"office_verbs.txt", add_office_verb},
    {"nouns.txt", add_noun},           {"collectives.txt", add_collective}, {"body_kinds.txt", add_body_kind},
    {"name_parts.txt", add_name_part}, {"given_names.txt", add_given_name}, {"regions.txt", add_region},
};

}  // namespace

std::string_view surname_of(std::string_view name) {
  for (const std::string_view ending : {" Jr.", " Sr.", " II", " III"}) {
    if (name.ends_with(ending)) name.remove_suffix(ending.size());
  }
  const std::size_t blank = name.rfind(' ');
  return blank == std::string_view::npos ? name : name.substr(blank + 1);
}

std::string person_key(std::string_view name) {
  const std::string all = gazetteer_key(name);
  std::string key;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find(' ', at), all.size());
    std::string word = all.substr(at, end - at);
    at = end + 1;
    if ((word == "al" || word == "el") && at < all.size()) continue;
    if (word.size() > 3 && word.back() == 'y') word.back() = 'i';
    if (!key.empty()) key += ' ';
    key += word;
  }
  return key;
}

std::string office_key(std::string_view country, std::string_view office) {
  return std::string(country).append(" ").append(office);
}

Result<WhoLexicon> WhoLexicon::load(const std::filesystem::path& folder) {
  WhoLexicon who;
  Result<void> done = read_known(folder, who);
  for (const WordFile& file : kWordFiles) {
    if (!done) return done.error();
    done = each_stanza(folder / file.name, [&](const Stanza& stanza) { file.add(stanza, who); });
  }
  if (done) done = read_register(folder, who);
  if (!done) return done.error();
  auto clues = read_clues(folder / "clues.txt");
  if (!clues) return clues.error();
  who.clues = *clues;
  auto antecedents = read_antecedents(folder / "antecedents.txt");
  if (!antecedents) return antecedents.error();
  who.antecedents = *antecedents;
  auto descriptions = read_descriptions(folder / "descriptions.txt");
  if (!descriptions) return descriptions.error();
  who.descriptions = *descriptions;
  auto coreference = read_coreference(folder / "coreference.txt");
  if (!coreference) return coreference.error();
  who.coreference = *coreference;
  auto homes = read_homes(folder / "homes.txt");
  if (!homes) return homes.error();
  who.homes = *homes;
  return who;
}

}  // namespace dragoman
