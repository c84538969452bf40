#include "who/people.h"

#include "text/ascii.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>
#include <tuple>

namespace dragoman {

namespace {

bool is_initial(std::string_view word) {
  return word.size() == 1 || (word.size() == 2 && word[1] == '.');
}

// "Wai-ling": a given name of two syllables, the second small.
bool is_two_syllables(std::string_view word) {
  const std::size_t hyphen = word.find('-');
  return hyphen != std::string_view::npos && hyphen > 0 && hyphen + 1 < word.size() && word[hyphen + 1] >= 'a' &&
         word[hyphen + 1] <= 'z';
}

// Letters of surnames among which a slip of the pen is looked for.
constexpr std::size_t kLeastMisspelt = 6, kMostMisspelt = 40;

// The same letters but for one more, one less, one other or two in each other's place, none of them the first, nor a
// last "a" more, which makes another's name ("Petrova").
bool is_misspelt(std::string_view x, std::string_view y) {
  if (x.size() > y.size()) std::swap(x, y);
  if (x.size() < kLeastMisspelt || x[0] != y[0] || x == y) return false;
  const std::size_t at = static_cast<std::size_t>(std::mismatch(x.begin(), x.end(), y.begin()).first - x.begin());
  const std::string_view x_rest = x.substr(at), y_rest = y.substr(at);
  if (x.size() + 1 == y.size()) return y_rest.substr(1) == x_rest && y_rest != "a" && y_rest != "s";
  if (x.size() != y.size()) return false;
  if (x_rest.substr(1) == y_rest.substr(1)) return true;
  return x_rest.size() > 1 && x_rest[0] == y_rest[1] && x_rest[1] == y_rest[0] && x_rest.substr(2) == y_rest.substr(2);
}

// A surname, and what it is without each of its letters but the first: two that differ in one letter have one of these
// in common.
std::vector<std::string> without_a_letter(const std::string& surname) {
  std::vector<std::string> forms;
  if (surname.size() < kLeastMisspelt || surname.size() > kMostMisspelt || surname.find(' ') != std::string::npos)
    return forms;
  forms.push_back(surname);
  for (std::size_t at = 1; at < surname.size(); ++at) forms.push_back(std::string(surname).erase(at, 1));
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  return forms;
}

using NameWords = std::vector<std::string>;

// The words of a name as they are compared: by person_key.
NameWords compared_words(const std::string& name) {
  const std::string key = person_key(name);
  const std::vector<std::string_view> words = split_at_blanks(key);
  return {words.begin(), words.end()};
}

// The beginnings under which a name is kept, so that other forms of it are found: "ana maria" and "ana rojas" of "ana
// maria rojas vidal", who is also "Ana Rojas".
NameWords starts_of(const NameWords& words) {
  NameWords starts;
  if (words.size() > 1) starts.push_back(words[0] + " " + words[1]);
  if (words.size() == 4 && words[1] != words[2]) starts.push_back(words[0] + " " + words[2]);
  return starts;
}

// The keys under which a name is kept with others that end with the same word: "paz", "paz a" and "paz m" of "ana maria
// paz". Two of which one may be a form of the other have one of them in common.
NameWords initials_of(const NameWords& words) {
  NameWords initials = {words.back()};
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const std::string initial = words.back() + " " + words[i][0];
    if (std::find(initials.begin(), initials.end(), initial) == initials.end()) initials.push_back(initial);
  }
  return initials;
}

// One given name for another: an initial, or two spellings of it ("Sergei", "Sergey").
bool fits(std::string_view x, std::string_view y) {
  if (x == y) return true;
  if (x.empty() || y.empty() || x[0] != y[0]) return false;
  if (is_initial(x) || is_initial(y)) return true;
  const std::size_t common =
      static_cast<std::size_t>(std::mismatch(x.begin(), x.end(), y.begin(), y.end()).first - x.begin());
  const std::size_t longest = std::max(x.size(), y.size());
  return longest >= 5 && longest - common <= 2 && common * 3 >= longest * 2;
}

// All words of the shorter are in the longer, in order, the last being the same; or it is the longer without its
// second surname.
bool same_person(const NameWords& x, const NameWords& y) {
  const bool in_order = x.size() <= y.size();
  const NameWords& a = in_order ? x : y;
  const NameWords& b = in_order ? y : x;
  if (a.empty()) return false;
  if (a.back() != b.back()) {
    // "Ana Maria Rojas Vidal" is also "Ana Rojas"
    const bool two_surnames = a.size() == 2 && b.size() == 4 && a[0] == b[0] && a[1] == b[2];
    return two_surnames || (a.size() > 1 && a.size() < b.size() && std::equal(a.begin(), a.end(), b.begin()));
  }
  std::size_t at = 0;
  for (const std::string& word : a) {
    while (at < b.size() && !fits(word, b[at])) ++at;
    if (at++ == b.size()) return false;
  }
  return true;
}

}  // namespace

// What stands a sentence further back counts for less.
PeopleByName::Spoken PeopleByName::spoken_of(Index person, std::uint32_t sentence) const {
  constexpr double kFading = 0.7;
  const auto found = spoken_.find(person);
  if (found == spoken_.end()) return {0, sentence, 0};
  return {found->second.weight * std::pow(kFading, sentence - found->second.sentence), sentence, found->second.time};
}

bool PeopleByName::goes_by_first_name(Index person) const {
  constexpr int kOften = 2;
  const auto found = by_first_name_.find(person);
  return found != by_first_name_.end() && found->second >= kOften;
}

Index PeopleByName::likeliest(const std::vector<Index>& people) const {
  std::uint32_t now = 0;
  for (const Index person : people) {
    if (const auto found = spoken_.find(person); found != spoken_.end()) now = std::max(now, found->second.sentence);
  }
  return *std::max_element(people.begin(), people.end(), [&](Index x, Index y) {
    const bool first_x = goes_by_first_name(x), first_y = goes_by_first_name(y);
    const Spoken of_x = spoken_of(x, now), of_y = spoken_of(y, now);
    return first_x != first_y ? first_x : std::tie(of_x.weight, of_x.time) < std::tie(of_y.weight, of_y.time);
  });
}

std::optional<Index> PeopleByName::likeliest(const Table& table, const std::string& key) const {
  const auto found = table.find(key);
  if (found == table.end()) return std::nullopt;
  const Namesakes& namesakes = found->second;
  return namesakes.recent.empty() ? namesakes.people.front() : likeliest(namesakes.recent);
}

std::optional<Index> PeopleByName::whose_surname(const std::string& key) const {
  const auto called = called_so_.find(key);
  return called != called_so_.end() ? std::optional(called->second) : likeliest(by_last_, key);
}

std::optional<Index> PeopleByName::find_surname(const std::string& words) const {
  return whose_surname(person_key(words));
}

const std::vector<Index>& PeopleByName::bearers(const std::string& surname) const {
  static const std::vector<Index> kNobody;
  const auto found = by_last_.find(person_key(surname));
  return found == by_last_.end() ? kNobody : found->second.people;
}

std::optional<Index> PeopleByName::bearer_of_gender(const EntityBuilder& b, const std::string& key,
                                                    Gender gender) const {
  std::vector<Index> same, open;
  for (const Index person : bearers(key)) {
    const Gender known = b.notes[person].gender;
    if (known == gender) same.push_back(person);
    if (known == Gender::unknown) open.push_back(person);
  }
  const std::vector<Index>& fitting = same.empty() ? open : same;
  if (fitting.empty()) return std::nullopt;
  const auto called = whose_surname(key);
  return std::find(fitting.begin(), fitting.end(), *called) != fitting.end() ? *called : likeliest(fitting);
}

std::optional<Index> PeopleByName::find(const EntityBuilder& b, const std::string& name, Gender gender) const {
  const bool one_word = name.find(' ') == std::string::npos;
  if (gender != Gender::unknown) {
    const std::string who = name + (gender == Gender::male ? "/m" : "/f");
    if (const auto told_apart = whole_.find(who); told_apart != whole_.end()) return told_apart->second;
    if (one_word && !bearers(name).empty()) return bearer_of_gender(b, person_key(name), gender);
  }
  auto found = find_any(name);
  if (!found && one_word) found = misspelt(b, name);
  const bool other = found && gender != Gender::unknown && b.notes[*found].gender != Gender::unknown &&
                     b.notes[*found].gender != gender;
  return other ? std::nullopt : found;
}

std::optional<Index> PeopleByName::find_any(const std::string& name) const {
  const std::string key = person_key(name);
  const auto surname = whose_surname(key);
  const bool one_word = key.find(' ') == std::string::npos;
  if (one_word && surname) return surname;
  if (const auto whole = whole_.find(key); whole != whole_.end()) return whole->second;
  if (surname) return surname;
  const auto first = likeliest(by_first_, key);
  return first ? first : likeliest(by_middle_, key);
}

std::optional<Index> PeopleByName::misspelt(const EntityBuilder& b, std::string_view surname) const {
  const std::string key = person_key(std::string(surname));
  std::optional<Index> found;
  if (b.who.given_names.contains(surname)) return found;
  std::set<std::string> alike;
  for (const std::string& form : without_a_letter(key)) {
    const auto [first, last] = nearly_.equal_range(std::hash<std::string>()(form));
    for (auto other = first; other != last; ++other) {
      if (is_misspelt(*other->second, key)) alike.insert(*other->second);
    }
  }
  for (const std::string& other : alike) {
    const auto& people = by_last_.at(other).people;
    if (found || people.size() != 1 || b.entity(people[0]).name.find(' ') == std::string::npos) return std::nullopt;
    found = people[0];
  }
  return found;
}

void PeopleByName::called(const std::string& name) {
  const std::string key = person_key(name);
  const auto first = by_first_.find(key);
  if (by_last_.contains(key) || first == by_first_.end() || first->second.people.size() > 1) return;
  ++by_first_name_[first->second.people.front()];
}

void PeopleByName::seen(const std::string& name, Index person, std::uint32_t sentence, bool subject) {
  constexpr double kOther = 0.5;
  constexpr std::size_t kRecent = 8;
  const std::string key = person_key(name);
  const auto& called = namesakes_[person];
  const auto surname = by_last_.find(key);
  const bool shared = name.find(' ') == std::string::npos && surname != by_last_.end() &&
                      surname->second.people.size() > 1 &&
                      std::find(called.begin(), called.end(), &surname->second) != called.end();
  const bool introduced = spoken_.contains(person);  // not in a headline
  if (shared && introduced) called_so_.emplace(key, person);
  if (!shared || introduced) {
    Spoken spoken = spoken_of(person, sentence);
    spoken.weight += subject ? 1 : kOther;
    spoken.time = ++clock_;
    spoken_[person] = spoken;
  }
  for (Namesakes* namesakes : called) {
    std::vector<Index>& recent = namesakes->recent;
    recent.erase(std::remove(recent.begin(), recent.end(), person), recent.end());
    recent.push_back(person);
    if (recent.size() > kRecent) recent.erase(recent.begin());
  }
}

void PeopleByName::put(Table& table, const std::string& key, Index person) {
  const auto [row, is_new] = table.try_emplace(key);
  Namesakes& namesakes = row->second;
  if (is_new && &table == &by_last_) {
    for (const std::string& form : without_a_letter(key)) nearly_.emplace(std::hash<std::string>()(form), &row->first);
  }
  if (!namesakes.people.empty() && namesakes.people.back() == person) return;
  namesakes.people.push_back(person);
  namesakes_[person].push_back(&namesakes);
}

void PeopleByName::learn(Index person, const std::string& name) {
  const std::vector<std::string_view> words = split_at_blanks(name);
  std::string tail;
  for (std::size_t i = words.size(); i-- > 1;) {
    if (!tail.empty()) tail.insert(0, " ");
    tail.insert(0, words[i]);
    put(by_last_, person_key(tail), person);
  }
  if (words.size() == 1) put(by_last_, person_key(name), person);
  if (words.size() > 1) put(by_first_, person_key(words[0]), person);
  if (words.size() > 2) put(by_first_, person_key(std::string(words[0]).append(" ").append(words[1])), person);
  // The first of two surnames is often used alone: "Chaves" of "Rodrigo Chaves Robles".
  if (words.size() > 2) put(by_middle_, person_key(words[words.size() - 2]), person);
  // "Ho" of "Vera Ho Lam Wai-ling", a married woman's first surname of two.
  if (words.size() == 4 && is_two_syllables(words[3])) put(by_middle_, person_key(words[1]), person);
  const NameWords& compared = words_.emplace(person, compared_words(name)).first->second;
  if (compared.empty()) return;
  for (const std::string& start : starts_of(compared)) put(by_start_, start, person);
  const NameWords initials = initials_of(compared);
  for (std::size_t i = compared.size() > 1 ? 1 : 0; i < initials.size(); ++i) put(by_initial_, initials[i], person);
}

Index PeopleByName::make(EntityBuilder& b, const std::string& name, Gender gender) {
  Entity e;
  e.name = name;
  e.type = EntityType::person;
  EntityBuilder::Note note;
  note.gender = gender;
  const auto given = b.who.given_names.find(name.substr(0, name.find(' ')));
  if (gender == Gender::unknown && given != b.who.given_names.end()) note.gender = given->second;
  return b.add(std::move(e), std::move(note));
}

Index PeopleByName::add_ruler(EntityBuilder& b, const std::string& name, Gender gender) {
  const std::string key = person_key(name);
  if (const auto known = rulers_.find(key); known != rulers_.end()) return known->second;
  const auto longer = likeliest(by_first_, key);
  const Index index = longer ? *longer : make(b, name, gender);
  if (!longer) learn(index, name);
  return rulers_.emplace(key, index).first->second;
}

std::optional<Index> PeopleByName::find_ruler(const std::string& name) const {
  const auto known = rulers_.find(person_key(name));
  return known == rulers_.end() ? std::nullopt : std::optional(known->second);
}

std::optional<Index> PeopleByName::other_form(const std::string& name) const {
  const NameWords words = compared_words(name);
  if (words.empty()) return std::nullopt;
  const auto first_of = [&](const Table& table, const NameWords& keys) {
    std::optional<Index> first;
    for (const std::string& key : keys) {
      const auto found = table.find(key);
      if (found == table.end()) continue;
      const auto& people = found->second.people;
      const auto person =
          std::find_if(people.begin(), people.end(), [&](Index p) { return same_person(words_.at(p), words); });
      if (person != people.end() && (!first || *person < *first)) first = *person;
    }
    return first;
  };
  if (const auto person = first_of(by_initial_, initials_of(words))) return person;
  if (const auto person = first_of(by_middle_, {words.back()})) return person;
  return first_of(by_start_, starts_of(words));
}

Index PeopleByName::add(EntityBuilder& b, const std::string& name, Gender gender) {
  const std::string key = person_key(name);
  const std::vector<std::string_view> words = split_at_blanks(name);
  if (const auto known = find(b, name, gender)) return *known;
  // The same surname with another first name is another person.
  if (const auto person = words.size() < 2 ? std::nullopt : other_form(name)) {
    whole_.emplace(key, *person);
    return *person;
  }
  if (words.size() == 2) {
    const auto likely = misspelt(b, words[1]);
    if (likely && split_at_blanks(b.entity(*likely).name)[0] == words[0]) {
      whole_.emplace(key, *likely);
      return *likely;
    }
  }
  const Index index = make(b, name, gender);
  whole_.emplace(whole_.contains(key) || find_any(name) ? name + (gender == Gender::male ? "/m" : "/f") : key, index);
  learn(index, name);
  return index;
}

}  // namespace dragoman
