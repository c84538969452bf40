#include "program/serve_command.h"

#include "dossier/server.h"
#include "dossier/site.h"
#include "program/interrupt.h"
#include "program/question_flags.h"

#include <chrono>
#include <cstdlib>
#include <memory>
#include <thread>

#include <fmt/format.h>
#include <unistd.h>

namespace dragoman {

namespace {

struct Options {
  StoreFlags store;
  web::ServerOptions server;
  std::string base;
  std::vector<std::string> names;
  bool samples = false, open = false;
};

/// "/dossier" of "dossier/"; an Error for what no path may hold.
Result<std::string> base_path(std::string base) {
  while (base.ends_with('/')) base.pop_back();
  if (!base.empty() && !base.starts_with('/')) base.insert(base.begin(), '/');
  for (const char c : base) {
    const bool good =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '-' || c == '_';
    if (!good)
      return Error{ErrorKind::usage, "",
                   "--base-path is \"" + base + "\", expected letters, digits, - and _ as in /dossier"};
  }
  return base;
}

/// Starts the browser of the desktop, which goes its own way.
void open_browser(const std::string& address) {
  if (fork() != 0) return;
  setsid();
  execlp("xdg-open", "xdg-open", address.c_str(), static_cast<char*>(nullptr));
  _exit(127);
}

int serve(Options& o) {
  if (o.samples) {
    const auto samples = find_samples_store();
    if (!samples) return cannot_run(samples.error());
    o.store.store = samples->string();
  }
  const auto path = store_path(o.store);
  if (!path) return cannot_run(path.error());
  const auto base = base_path(o.base);
  if (!base) return cannot_run(base.error());
  const auto lexicon = find_lexicon(o.store.files);
  if (!lexicon) return cannot_run(lexicon.error());
  // Brings a store of an earlier version up to this one.
  if (const auto opened = open_store(o.store); !opened) return cannot_run(opened.error());
  web::SiteOptions options;
  options.store = *path;
  options.lexicon = *lexicon;
  options.assets = find_assets();
  options.base = *base;
  options.hosts = o.names;
  options.hosts.push_back(o.server.host);
  options.verdicts = *path + ".verdicts.tsv";
  if (options.assets.empty())
    std::fprintf(
        stderr, "dragoman: the charts' libraries are not there, tables stand in for them; `make model` fetches them\n");
  auto site = web::Site::open(options);
  if (!site) return cannot_run(site.error());
  const Interruptible interruptible;
  auto server = web::Server::start(o.server, [&](const web::Request& request) { return (*site)->answer(request); });
  if (!server) return cannot_run(server.error());
  const bool six = o.server.host.find(':') != std::string::npos;
  const std::string address =
      fmt::format("http://{}:{}{}/", six ? "[" + o.server.host + "]" : o.server.host, (*server)->port(), *base);
  if (const int printed = print_result(fmt::format("{} is open at {}\nCtrl-C ends it.\n", *path, address));
      printed != kAllDone)
    return printed;
  if (o.open) open_browser(address);
  while (!Interruptible::asked()) std::this_thread::sleep_for(std::chrono::milliseconds(100));
  return kAllDone;
}

}  // namespace

Command serve_command() {
  auto o = std::make_shared<Options>();
  Command command;
  command.name = "serve";
  command.summary = "Open a store in the browser";
  command.description =
      "Pages for those who look rather than type: a timeline, events, people, countries and pairs, who stands where, "
      "the "
      "agenda, and each report with all that was found marked in its words. Every page has a twin as JSON and CSV. "
      "Nothing is changed but the verdicts of judges, which are kept in STORE.verdicts.tsv, and nothing is fetched "
      "from "
      "elsewhere.\n\n"
      "It listens on this machine alone. For others to see it, put a web server that speaks HTTPS before it, with "
      "--base-path and --name.\n\n"
      "Exit codes: 0 ended by Ctrl-C, 2 wrong usage, no store, or a port that is taken.";
  command.flags = {
      o->store.store_flag(),
      {"--samples", "", "Open the store of the sample reports that `make run` has made", &o->samples},
      {"--port", "N", "Port to listen on; 0 takes any that is free", &o->server.port},
      {"--host", "ADDRESS", "Address of this machine to listen on", &o->server.host},
      {"--base-path", "PATH", "Path below which a reverse proxy shows it, as /dossier", &o->base},
      {"--name", "NAME", "A host name under which it may be asked for; given several times, each", &o->names},
      {"--open", "", "Start the browser", &o->open},
      o->store.lexicon_flag()};
  command.run = [o] { return serve(*o); };
  return command;
}

}  // namespace dragoman
