#include "model/string_id.h"

#include <cstring>
#include <string>
#include <unordered_map>

namespace dragoman {

namespace {

// The reserved symbols in runs of consecutive ids; what lies between the runs are numbered flags and retired names.
struct Run {
  std::uint64_t first;
  std::string_view names;
};
constexpr Run kRuns[] = {
    {1,
     "IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_PUNCT IS_SPACE IS_TITLE IS_UPPER LIKE_URL LIKE_NUM LIKE_EMAIL IS_STOP "
     "IS_OOV_DEPRECATED IS_BRACKET IS_QUOTE IS_LEFT_PUNCT IS_RIGHT_PUNCT IS_CURRENCY "},
    {64,
     "ID ORTH LOWER NORM SHAPE PREFIX SUFFIX LENGTH CLUSTER LEMMA POS TAG DEP ENT_IOB ENT_TYPE HEAD SENT_START "
     "SPACY PROB LANG ADJ ADP ADV AUX CONJ CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X EOL "
     "SPACE "},
    {380,
     "PERSON NORP FACILITY ORG GPE LOC PRODUCT EVENT WORK_OF_ART LANGUAGE LAW DATE TIME PERCENT MONEY QUANTITY "
     "ORDINAL CARDINAL acomp advcl advmod agent amod appos attr aux auxpass cc ccomp complm conj cop csubj "
     "csubjpass dep det dobj expl hmod hyph infmod intj iobj mark meta neg nmod nn npadvmod nsubj nsubjpass num "
     "number oprd obj obl parataxis partmod pcomp pobj poss possessive preconj prep prt punct quantmod relcl rcmod "
     "root xcomp acl ENT_KB_ID MORPH ENT_ID IDX _ "},
};
constexpr std::uint64_t kFirstFlag = 19, kLastFlag = 63, kFirstRetired = 104, kRetired = 276;

std::unordered_map<std::string, std::uint64_t> reserved_symbols() {
  std::unordered_map<std::string, std::uint64_t> ids;
  for (const Run& run : kRuns) {
    std::uint64_t id = run.first;
    std::string_view rest = run.names;
    while (!rest.empty()) {
      const std::size_t end = rest.find(' ');
      ids.emplace(rest.substr(0, end), id++);
      rest.remove_prefix(end + 1);
    }
  }
  for (std::uint64_t flag = kFirstFlag; flag <= kLastFlag; ++flag) ids.emplace("FLAG" + std::to_string(flag), flag);
  for (std::uint64_t i = 1; i <= kRetired; ++i) {
    const std::string number = std::to_string(i);
    ids.emplace("DEPRECATED" + std::string(3 - number.size(), '0') + number, kFirstRetired + i - 1);
  }
  return ids;
}

std::uint64_t finish(std::uint64_t h) {
  h ^= h >> 33U;
  h *= 0xFF51AFD7ED558CCDULL;
  h ^= h >> 33U;
  h *= 0xC4CEB9FE1A85EC53ULL;
  return h ^ (h >> 33U);
}

}  // namespace

std::uint64_t string_id(std::string_view text) {
  static const auto kSymbols = reserved_symbols();
  constexpr std::size_t kLongestSymbol = 17;
  constexpr std::uint64_t kSeed = 1;
  if (text.empty()) return 0;
  if (text.size() <= kLongestSymbol) {
    if (const auto it = kSymbols.find(std::string(text)); it != kSymbols.end()) return it->second;
  }
  return murmur64(text, kSeed);
}

std::uint64_t murmur64(std::string_view bytes, std::uint64_t seed) {
  constexpr std::uint64_t kMul = 0xC6A4A7935BD1E995ULL;
  constexpr unsigned kShift = 47;
  std::uint64_t h = seed ^ (bytes.size() * kMul);
  std::size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    std::uint64_t k;
    std::memcpy(&k, bytes.data() + i, sizeof k);
    k *= kMul;
    k ^= k >> kShift;
    k *= kMul;
    h = (h ^ k) * kMul;
  }
  if (i < bytes.size()) {
    std::uint64_t tail = 0;
    std::memcpy(&tail, bytes.data() + i, bytes.size() - i);
    h = (h ^ tail) * kMul;
  }
  h ^= h >> kShift;
  h *= kMul;
  return h ^ (h >> kShift);
}

std::array<std::uint32_t, 4> hash_rows(std::uint64_t id, std::uint32_t seed, std::uint32_t rows) {
  constexpr std::uint64_t kLength = 8;
  std::uint64_t h1 = id * 0x87C37B91114253D5ULL;
  h1 = (h1 << 31U) | (h1 >> 33U);
  h1 = (h1 * 0x4CF5AD432745937FULL) ^ seed ^ kLength;
  std::uint64_t h2 = seed ^ kLength;
  h1 += h2;
  h2 += h1;
  h1 = finish(h1);
  h2 = finish(h2);
  h1 += h2;
  h2 += h1;
  const auto row = [rows](std::uint64_t half) { return static_cast<std::uint32_t>(half) % rows; };
  return {row(h1), row(h1 >> 32U), row(h2), row(h2 >> 32U)};
}

}  // namespace dragoman
