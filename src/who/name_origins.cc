#include "who/name_origins.h"

#include "gazetteer/fold.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <mutex>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dragoman {

// How often something is found among the names of each country, by its number, and of all.
struct NameOrigins::Counts {
  std::uint32_t all = 0;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> by_country;

  // Countries come one after the other, by their numbers.
  void add(std::uint32_t country) {
    ++all;
    if (by_country.empty() || by_country.back().first != country) by_country.emplace_back(country, 0);
    ++by_country.back().second;
  }

  std::uint32_t of(std::uint32_t country) const {
    const auto known = std::lower_bound(by_country.begin(), by_country.end(), country,
                                        [](const auto& c, std::uint32_t number) { return c.first < number; });
    return known == by_country.end() || known->first != country ? 0 : known->second;
  }
};

namespace {

std::vector<std::string_view> words_of(std::string_view key) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    if (end > at) words.push_back(key.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// The runs of three letters of each word, its ends among them: "^pa", "paz", "az$".
std::vector<std::uint32_t> runs_of(const std::vector<std::string_view>& words) {
  std::vector<std::uint32_t> runs;
  for (const std::string_view word : words) {
    std::uint32_t last = '^';
    const auto put = [&](char c) {
      last = ((last << 8) | static_cast<unsigned char>(c)) & 0xFFFFFFU;
      if (last > 0xFFFFU) runs.push_back(last);
    };
    for (const char c : word) put(c);
    put('$');
  }
  return runs;
}

}  // namespace

struct NameOrigins::Tables {
  void build() {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (const auto& [country, name] : names) {
      const std::string key = gazetteer_key(name);
      const auto number = static_cast<std::uint32_t>(numbers.size());
      const std::uint32_t of = numbers.try_emplace(country, number).first->second;
      runs_of_country.resize(numbers.size());
      const auto all_words = words_of(key);
      for (const std::uint32_t run : runs_of(all_words)) {
        runs[run].add(of);
        ++runs_of_country[of], ++all_runs;
      }
      for (const std::string_view word : all_words) words[std::string(word)].add(of);
    }
    names = {};
  }

  std::once_flag built;
  std::vector<std::pair<std::string, std::string>> names;  // country and name, until they are counted
  std::unordered_map<std::string, std::uint32_t> numbers;  // by country
  std::unordered_map<std::uint32_t, Counts> runs;          // by three letters
  std::unordered_map<std::string, Counts> words;
  std::vector<std::uint32_t> runs_of_country;
  std::uint32_t all_runs = 0;
};

NameOrigins::NameOrigins() : tables_(std::make_unique<Tables>()) {}
NameOrigins::~NameOrigins() = default;
NameOrigins::NameOrigins(NameOrigins&&) noexcept = default;
NameOrigins& NameOrigins::operator=(NameOrigins&&) noexcept = default;

void NameOrigins::add(std::string_view name, std::string_view country) {
  tables_->names.emplace_back(country, name);
}

NameOrigins::Name NameOrigins::read(std::string_view name) const {
  std::call_once(tables_->built, [&] { tables_->build(); });
  const std::string key = gazetteer_key(name);
  const auto words = words_of(key);
  Name out;
  for (const std::uint32_t run : runs_of(words)) {
    const auto known = tables_->runs.find(run);
    out.runs.push_back(known == tables_->runs.end() ? nullptr : &known->second);
  }
  constexpr std::size_t kShortest = 3;  // no initial
  for (const std::string_view word : words) {
    if (word.size() < kShortest) continue;
    const auto known = tables_->words.find(std::string(word));
    out.words.push_back(known == tables_->words.end() ? nullptr : &known->second);
  }
  return out;
}

NameOrigins::Likeness NameOrigins::likeness(const Name& name, const std::string& country) const {
  const Tables& tables = *tables_;
  const auto of = tables.numbers.find(country);
  if (of == tables.numbers.end() || name.runs.empty()) return {};
  // A run that a country has not is as likely there as anywhere, the more so the fewer names of it are known.
  constexpr double kPrior = 400, kRare = 0.5, kPossible = 20000;
  Likeness out;
  for (const Counts* run : name.runs) {
    const double all = run == nullptr ? 0 : run->all, own = run == nullptr ? 0 : run->of(of->second);
    const double anywhere = (all + kRare) / (tables.all_runs + kPossible);
    out.sum += std::log((own + kPrior * anywhere) / (tables.runs_of_country[of->second] + kPrior) / anywhere);
  }
  out.mean = out.sum / static_cast<double>(name.runs.size());
  for (const Counts* word : name.words) {
    if (word == nullptr || word->of(of->second) == 0) continue;
    out.parts += 1.0 / static_cast<double>(word->by_country.size() * name.words.size());
  }
  return out;
}

}  // namespace dragoman
