#include "articles/near_copies.h"

#include <algorithm>
#include <cctype>

namespace dragoman {

namespace {

std::uint64_t mixed(std::uint64_t x) {  // splitmix64's finalizer
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

/// Calls `use` with a hash of each word, case and punctuation aside.
template <class Use>
void each_word_hash(std::string_view text, Use use) {
  std::uint64_t hash = 0;
  bool any = false;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const auto c = static_cast<unsigned char>(i < text.size() ? text[i] : ' ');
    // Typographic marks (U+2000 to U+206F) are no letters; all else above ASCII is.
    const bool mark = c == 0xE2U && i + 2 < text.size() && static_cast<unsigned char>(text[i + 1]) == 0x80U;
    if (mark) i += 2;
    if (!mark && (std::isalnum(c) != 0 || c >= 0x80U)) {
      hash = (hash ^ static_cast<std::uint64_t>(std::tolower(c))) * 0x100000001B3U;  // FNV-1a
      any = true;
    } else if (any) {
      use(mixed(hash));
      hash = 0;
      any = false;
    }
  }
}

}  // namespace

std::optional<NearCopies::Sketch> NearCopies::sketch(std::string_view text) {
  constexpr std::size_t kWords = 5;
  constexpr std::uint64_t kEmpty = ~std::uint64_t{0};
  std::array<std::uint64_t, kWords> last{};
  std::array<std::uint64_t, kBins> minima;
  minima.fill(kEmpty);
  std::size_t n = 0;
  each_word_hash(text, [&](std::uint64_t word) {
    last[n++ % kWords] = word;
    if (n < kWords) return;
    std::uint64_t shingle = 0;
    for (std::size_t i = 0; i < kWords; ++i) shingle = mixed(shingle + last[(n + i) % kWords]);
    std::uint64_t& bin = minima[shingle % kBins];
    bin = std::min(bin, shingle / kBins);
  });
  if (n < kWords) return std::nullopt;
  Sketch out{};
  for (std::size_t bin = 0; bin < kBins; ++bin) {
    // An empty bin takes the value of one that is not, chosen by a hash of the bin alone.
    std::size_t from = bin;
    for (std::uint64_t attempt = 1; minima[from] == kEmpty; ++attempt) from = mixed(bin * kBins + attempt) % kBins;
    out[bin] = static_cast<std::uint16_t>(mixed(minima[from]));
  }
  return out;
}

std::uint64_t NearCopies::key(const Sketch& sketch, std::size_t band) {
  std::uint64_t rows = 0;
  for (std::size_t row = 0; row < kRows; ++row) rows = rows << 16U | sketch[band * kRows + row];
  return mixed(rows + band * 0x9E3779B97F4A7C15U);
}

double NearCopies::similarity(const Sketch& a, const Sketch& b) {
  std::size_t equal = 0;
  for (std::size_t i = 0; i < kBins; ++i) equal += a[i] == b[i];
  return static_cast<double>(equal) / kBins;
}

void NearCopies::insert(std::uint64_t key, std::uint32_t text) {
  std::size_t at = key & (slots_.size() - 1);
  while (slots_[at].text != 0) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = {static_cast<std::uint32_t>(key >> 32U), text + 1};
  ++used_;
}

void NearCopies::grow() {
  constexpr std::size_t kFirst = 1024;
  slots_.assign(std::max(kFirst, slots_.size() * 2), {});
  used_ = 0;
  for (std::uint32_t text = 0; text < sketches_.size(); ++text) {
    if (sketches_[text] == Sketch{}) continue;
    for (std::size_t band = 0; band < kBands; ++band) insert(key(sketches_[text], band), text);
  }
}

std::optional<NearCopies::Match> NearCopies::find(const Sketch& mine) const {
  std::optional<Match> best;
  for (std::size_t band = 0; band < kBands && !slots_.empty(); ++band) {
    const std::uint64_t k = key(mine, band);
    std::size_t tries = 0;
    for (std::size_t at = k & (slots_.size() - 1); slots_[at].text != 0 && tries < kMostTries;
         at = (at + 1) & (slots_.size() - 1), ++tries) {
      if (slots_[at].key != static_cast<std::uint32_t>(k >> 32U)) continue;
      const double alike = similarity(mine, sketches_[slots_[at].text - 1]);
      if (alike >= kAlike && (!best || alike > best->similarity)) best = Match{slots_[at].text - 1, alike};
    }
  }
  return best;
}

void NearCopies::add(const Sketch& sketch) {
  sketches_.push_back(sketch);
  if (sketch == Sketch{}) return;  // of a text too short for one: in no band
  if ((used_ + kBands) * 10 > slots_.size() * 7) {
    grow();
    return;
  }
  for (std::size_t band = 0; band < kBands; ++band) {
    insert(key(sketch, band), static_cast<std::uint32_t>(sketches_.size() - 1));
  }
}

std::optional<NearCopies::Match> NearCopies::find_or_add(std::string_view text) {
  const auto mine = sketch(text);
  if (const auto found = mine ? find(*mine) : std::nullopt) return found;
  add(mine.value_or(Sketch{}));
  return std::nullopt;
}

}  // namespace dragoman
