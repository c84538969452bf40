// The judges' verdicts that the dossier keeps: one file beside the store, and the samples that are being judged.
#pragma once

#include "judging/sample.h"
#include "judging/verdicts.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace dragoman::web {

class Judging {
 public:
  /// Errors (kind input): the file is there and holds what is no verdict.
  static Result<std::unique_ptr<Judging>> open(std::filesystem::path file);

  Verdicts verdicts() const;
  /// Lays a verdict down in the file, which is made where there is none. An Error (kind output) when it cannot be
  /// written.
  Result<void> add(const std::string& judge, const ItemId& item, const Verdict& verdict);

  struct One {
    Drawn drawn;
    ItemId id;
  };
  using Sample = std::shared_ptr<const std::vector<One>>;
  /// Drawn once and kept for as long as the store holds the same documents.
  Sample sample(Store& store, const SampleOptions& options);

 private:
  explicit Judging(std::filesystem::path file) : file_(std::move(file)) {}

  std::filesystem::path file_;
  mutable std::mutex mutex_;
  Verdicts verdicts_;
  std::mutex drawing_;
  std::int64_t last_document_ = -1;
  std::vector<std::pair<SampleOptions, Sample>> samples_;
};

}  // namespace dragoman::web
