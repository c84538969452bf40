#include "dossier/judging.h"

#include "store/database.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace dragoman::web {

Result<std::unique_ptr<Judging>> Judging::open(std::filesystem::path file) {
  std::unique_ptr<Judging> judging(new Judging(std::move(file)));
  std::ifstream in(judging->file_, std::ios::binary);
  if (!in) return judging;  // none yet
  std::ostringstream text;
  text << in.rdbuf();
  if (const auto added = judging->verdicts_.add(text.str(), "somebody", judging->file_.string()); !added)
    return added.error();
  return judging;
}

Verdicts Judging::verdicts() const {
  const std::scoped_lock lock(mutex_);
  return verdicts_;
}

Result<void> Judging::add(const std::string& judge, const ItemId& item, const Verdict& verdict) {
  const std::scoped_lock lock(mutex_);
  std::ofstream out(file_, std::ios::binary | std::ios::app);
  out << verdict_line(item, verdict, judge);
  out.close();
  if (!out)
    return Error{ErrorKind::output, "", "The verdict could not be kept: the file beside the store cannot be written."};
  verdicts_.judges[judge][item] = verdict;
  return {};
}

Judging::Sample Judging::sample(Store& store, const SampleOptions& options) {
  constexpr std::size_t kMost = 16;
  const std::scoped_lock lock(drawing_);
  std::int64_t last = 0;
  store.database().cached("SELECT max(id) FROM documents").first([&](const Query& row) { last = row.integer(0); });
  if (last != last_document_) samples_.clear();
  last_document_ = last;
  const auto found = std::find_if(samples_.begin(), samples_.end(), [&](const auto& s) { return s.first == options; });
  if (found != samples_.end()) return found->second;
  if (samples_.size() == kMost) samples_.erase(samples_.begin());
  auto all = std::make_shared<std::vector<One>>();
  for (Drawn& drawn : draw_sample(store.database(), options)) {
    if (auto item = load_item(store, drawn)) all->push_back({std::move(drawn), {item->document, item->item.key}});
  }
  samples_.emplace_back(options, std::move(all));
  return samples_.back().second;
}

}  // namespace dragoman::web
