// The happenings that several facts of a list tell (the table `shared_happenings`), with their facts and by how many
// reports: most happenings are told once, so that counts and `--sort reports` need look at these alone.
#pragma once

#include "store/counted.h"
#include "store/database.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// Keeps what the facts say of a happening, after one of its tellings has come or gone.
void write_shared_happening(Database& database, FactList list, std::int64_t happening);
/// The same of all, anew.
void write_all_shared_happenings(Database& database);
/// Those that are not what the facts say, in words.
std::vector<std::string> wrong_shared_happenings(Database& database);

/// Calls `use` with each fact that shares its happening with another of its list, and the happening.
void each_shared_fact(Database& database, FactList list,
                      const std::function<void(std::int64_t fact, std::int64_t happening)>& use);

}  // namespace dragoman
