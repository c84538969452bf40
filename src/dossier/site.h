// The dossier of one store: a request in, a page out.
#pragma once

#include "dossier/http.h"
#include "dragoman/result.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace dragoman::web {

struct SiteOptions {
  std::filesystem::path store;
  std::filesystem::path lexicon;   // folder of the lexicon: names of countries
  std::filesystem::path assets;    // folder of the charts' libraries; may be missing, the tables stay
  std::string base;                // path below which a proxy shows the site: "/dossier"; empty for none
  std::vector<std::string> hosts;  // names under which it may be asked for, beside localhost and its addresses
  std::filesystem::path verdicts;  // file of the judges' verdicts; made with the first
};

class Site {
 public:
  /// Opens the store and counts it through once. Errors: as Store::open, and what is wrong with lexicon or verdicts.
  static Result<std::unique_ptr<Site>> open(SiteOptions options);
  ~Site();
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  /// Any number of threads may ask at once. Every request gets an answer; nothing of it reaches the disk but verdicts.
  Response answer(const Request& request);

 private:
  struct State;
  explicit Site(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace dragoman::web
