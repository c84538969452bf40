#include "dossier/site.h"

#include "dossier/context.h"
#include "dossier/judging.h"
#include "dossier/openapi.h"
#include "dossier/page_cache.h"
#include "dossier/routes.h"
#include "dossier/web_files.h"
#include "query/names.h"
#include "record/json_writer.h"
#include "text/sha256.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <map>
#include <mutex>
#include <sstream>
#include <thread>

#include <fmt/format.h>

namespace dragoman::web {

namespace {

constexpr std::string_view kIcon =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\" height=\"32\" rx=\"5\" "
    "fill=\"#7a1f2b\"/><path d=\"M9 7h8c6 0 8 4 8 9s-2 9-8 9H9z\" fill=\"none\" stroke=\"#fff\" "
    "stroke-width=\"3\"/></svg>";

struct Asset {
  std::string type, body;
};

std::string file_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return file ? out.str() : std::string();
}

/// "localhost" of "localhost:8080", "[::1]" of "[::1]:8080".
std::string_view name_of_host(std::string_view host) {
  const std::size_t bracket = host.rfind(']'), colon = host.rfind(':');
  if (colon == std::string_view::npos || (bracket != std::string_view::npos && colon < bracket)) return host;
  return host.substr(0, colon);
}

Response json_error(int status, std::string_view message) {
  Response out;
  out.status = status;
  out.type = "application/json";
  out.body = "{\"error\": ";
  append_json_string(out.body, message);
  out.body += fmt::format(", \"status\": {}}}\n", status);
  return out;
}

}  // namespace

struct Site::State {
  SiteOptions options;
  CountryNames countries;
  std::map<std::string, std::string, std::less<>> country_names;  // by code
  Frame frame;
  std::map<std::string, Asset, std::less<>> assets;
  std::unique_ptr<Judging> judging;

  // Readers that nobody uses at the moment.
  std::mutex mutex;
  std::vector<std::unique_ptr<Reading>> idle;

  // The counts, made anew in the background when the store has changed.
  std::mutex counting;
  std::shared_ptr<const Summary> summary;
  std::int64_t counted_version = -1;
  std::int64_t times_counted = 0;
  bool at_work = false;
  std::thread counter;
  std::unique_ptr<Reading> watch;  // whose data version tells of changes
  PageCache pages{std::size_t{32} << 20};

  struct Counted {
    std::shared_ptr<const Summary> summary;
    PageCache::Stamp stamp;
  };

  Result<std::unique_ptr<Reading>> take() {
    {
      const std::scoped_lock lock(mutex);
      if (!idle.empty()) {
        auto reading = std::move(idle.back());
        idle.pop_back();
        return reading;
      }
    }
    auto store = Store::open(options.store, Store::Mode::read);
    if (!store) return store.error();
    return std::make_unique<Reading>(std::move(*store), country_names);
  }
  void give_back(std::unique_ptr<Reading> reading) {
    if (reading->db().error()) return;  // an error stays with its connection
    const std::scoped_lock lock(mutex);
    idle.push_back(std::move(reading));
  }

  std::int64_t version_seen() {
    std::int64_t version = 0;
    watch->db().cached("PRAGMA data_version").first([&](const Query& row) { version = row.integer(0); });
    return version;
  }

  Counted counts() {
    const std::scoped_lock lock(counting);
    const std::int64_t version = version_seen();
    if (!at_work && version != counted_version) {
      counted_version = version;
      at_work = true;
      if (counter.joinable()) counter.join();
      counter = std::thread([this] {
        auto reading = take();
        auto fresh = reading ? std::make_shared<const Summary>(count_store((*reading)->db())) : nullptr;
        const bool good = reading && !(*reading)->db().error();
        if (reading) give_back(std::move(*reading));
        const std::scoped_lock done(counting);
        if (good) {
          summary = std::move(fresh);
          ++times_counted;
        }
        at_work = false;
      });
    }
    return {summary, {version, times_counted}};
  }

  void load_assets() {
    const auto add = [&](const char* name, const char* type, std::string body) {
      if (!body.empty()) assets[name] = {type, std::move(body)};
    };
    add("style.css", "text/css; charset=utf-8", std::string(web_style_css()));
    add("page.js", "text/javascript; charset=utf-8", std::string(web_page_js()));
    add("charts.js", "text/javascript; charset=utf-8", std::string(web_charts_js()));
    add("icon.svg", "image/svg+xml", std::string(kIcon));
    if (!options.assets.empty()) {
      add("d3.js", "text/javascript; charset=utf-8", file_text(options.assets / "d3.js"));
      add("topojson-client.js", "text/javascript; charset=utf-8", file_text(options.assets / "topojson-client.js"));
      add("world-110m.json", "application/json", file_text(options.assets / "world-110m.json"));
    }
    frame.has_charts = assets.contains("d3.js") && assets.contains("topojson-client.js");
    Sha256 digest;
    for (const auto& [name, asset] : assets) digest.update(asset.body);
    frame.version = digest.hex().substr(0, 12);
  }

  bool knows_host(std::string_view host) const {
    const std::string_view name = name_of_host(host);
    if (name == "localhost" || name == "127.0.0.1" || name == "[::1]") return true;
    return std::any_of(options.hosts.begin(), options.hosts.end(),
                       [&](const std::string& h) { return name == h || host == h; });
  }

  Response error(int status, std::string_view twin, std::string_view message) const {
    if (!twin.empty()) return json_error(status, message);
    const std::string_view heading = status == 404   ? "Not here"
                                     : status == 400 ? "Not understood"
                                     : status == 500 ? "That went wrong"
                                                     : "Refused";
    Response out;
    out.status = status;
    out.body = error_page(frame, status, heading, std::string(message) + (message.ends_with('.') ? "" : "."));
    return out;
  }

  Response answer(const Request& request) {
    if (!knows_host(request.host)) {
      return {421, "text/plain; charset=utf-8",
              "This server is not asked for under that name; `dragoman serve --name NAME` makes it known.\n"};
    }
    std::string_view target = request.target;
    if (!frame.base.empty()) {
      if (target == frame.base) {
        Response out;
        out.status = 308;
        out.headers.emplace_back("Location", frame.base + "/");
        return out;
      }
      if (!target.starts_with(frame.base + "/") && !target.starts_with(frame.base + "?"))
        return error(404, "", "Nothing is here.");
      target.remove_prefix(frame.base.size());
    }
    const auto parsed = parse_address(target);
    const std::string_view path = target.substr(0, target.find('?'));
    if (!parsed) return error(400, path.ends_with(".json") ? "json" : "", parsed.error().message + ".");
    const Address& at = *parsed;
    if (at.path.size() == 2 && at.path[0] == "assets") return asset(at);
    const Route* route = route_of(at);
    if (route == nullptr) return error(404, at.twin, "There is no such page.");
    const bool post_here = route->takes_post && at.twin.empty();
    if (request.method == "POST" && post_here) return post(request, at);
    if (request.method != "GET" && request.method != "HEAD") {
      Response out = error(405, at.twin, "This page is only read.");
      out.headers.emplace_back("Allow", post_here ? "GET, HEAD, POST" : "GET, HEAD");
      return out;
    }
    if (at.path.size() == 1 && at.path[0] == "openapi") {
      return {200, "application/json", openapi(frame)};
    }
    return page(*route, at, target);
  }

  Response asset(const Address& at) const {
    const std::string name = at.path[1] + (at.twin.empty() ? "" : "." + at.twin);
    const auto found = assets.find(name);
    if (found == assets.end()) return error(404, "", "There is no such file.");
    return {200, found->second.type, found->second.body, {{"Cache-Control", "public, max-age=86400"}}};
  }

  Response page(const Route& route, const Address& at, std::string_view target) {
    const Counted counted = counts();
    const bool kept = at.path.empty() || at.path[0] != "judge";  // verdicts are no part of the store
    if (kept) {
      if (auto known = pages.find(target, counted.stamp)) return std::move(*known);
    }
    Response made = make_page(route, at, *counted.summary);
    if (kept && made.status == 200) pages.keep(target, counted.stamp, made);
    return made;
  }

  Response make_page(const Route& route, const Address& at, const Summary& counted) {
    auto reading = take();
    if (!reading) return error(500, at.twin, reading.error().message + ".");
    const Context context{**reading, counted, countries, frame, at, *judging};
    MadePage made = route.make(context);
    const auto failed = (*reading)->db().error();
    give_back(std::move(*reading));
    if (failed) return error(500, at.twin, failed->to_string() + ".");
    if (!made) return error(made.error().kind == ErrorKind::usage ? 400 : 404, at.twin, made.error().message);
    if (!made->see_other.empty()) {
      Response out;
      out.status = 303;
      out.headers.emplace_back("Location", made->see_other);
      return out;
    }
    Response out;
    out.headers.emplace_back("Cache-Control", "no-cache");
    if (at.twin.empty()) {
      out.body = html_page(frame, *made);
    } else if (at.twin == "json") {
      out.type = "application/json";
      out.body = json_page(frame, *made);
    } else if (at.twin == "csv") {
      out.type = "text/csv; charset=utf-8";
      out.body = csv_page(*made, at["table"]);
    } else if (at.twin == "tsv" && !made->verdicts.empty()) {
      out.type = "text/tab-separated-values; charset=utf-8";
      out.body = made->verdicts;
    } else if (at.twin == "ics" && !made->calendar.empty()) {
      out.type = "text/calendar; charset=utf-8";
      out.body = made->calendar;
    } else {
      return error(404, at.twin, "This page has no such twin.");
    }
    return out;
  }

  /// A form may come from the site's own pages alone.
  bool same_origin(const Request& request) const {
    const std::size_t scheme = request.origin.find("://");
    if (scheme == std::string::npos) return false;
    const std::string_view from = std::string_view(request.origin).substr(scheme + 3);
    if (from == request.host) return true;
    return std::find(options.hosts.begin(), options.hosts.end(), from) != options.hosts.end();
  }

  /// A verdict of a judge, the only thing that is written.
  Response post(const Request& request, const Address& at) {
    if (!same_origin(request)) return error(403, at.twin, "A verdict is only taken from this site’s own pages.");
    if (!request.content_type.starts_with("application/x-www-form-urlencoded"))
      return error(415, at.twin, "A verdict comes as a form.");
    std::string body = request.body;  // a tab or a new line that was pasted into a field is a blank
    for (const std::string_view turn : {"%09", "%0D", "%0A", "%0d", "%0a"}) {
      for (std::size_t at = body.find(turn); at != std::string::npos; at = body.find(turn, at))
        body.replace(at, turn.size(), "+");
    }
    auto form = parse_form(body);
    if (!form) return error(400, at.twin, form.error().message + ".");
    Address filled = at;
    filled.parameters = std::move(*form);
    auto reading = take();
    if (!reading) return error(500, at.twin, reading.error().message + ".");
    const Counted counted = counts();
    const auto next = take_verdict({**reading, *counted.summary, countries, frame, filled, *judging});
    give_back(std::move(*reading));
    if (!next) return error(next.error().kind == ErrorKind::usage ? 400 : 500, at.twin, next.error().message);
    Response out;
    out.status = 303;
    out.headers.emplace_back("Location", *next);
    return out;
  }

  ~State() {
    if (counter.joinable()) counter.join();
  }
};

Site::Site(std::unique_ptr<State> state) : state_(std::move(state)) {}
Site::~Site() = default;

Result<std::unique_ptr<Site>> Site::open(SiteOptions options) {
  auto state = std::make_unique<State>();
  state->options = std::move(options);
  auto countries = CountryNames::load(state->options.lexicon);
  if (!countries) return countries.error();
  state->countries = std::move(*countries);
  auto names = countries_by_code(state->options.lexicon);
  if (!names) return names.error();
  state->country_names = std::move(*names);
  state->frame.base = state->options.base;
  state->frame.store = state->options.store.filename().string();
  state->load_assets();
  auto judging = Judging::open(state->options.verdicts);
  if (!judging) return judging.error();
  state->judging = std::move(*judging);
  auto watch = state->take();
  if (!watch) return watch.error();
  state->watch = std::move(*watch);
  state->counted_version = state->version_seen();
  state->summary = std::make_shared<const Summary>(count_store(state->watch->db()));
  if (state->watch->db().error()) return *state->watch->db().error();
  return std::unique_ptr<Site>(new Site(std::move(state)));
}

Response Site::answer(const Request& request) {
  return state_->answer(request);
}

}  // namespace dragoman::web
