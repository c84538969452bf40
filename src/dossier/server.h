// A small web server: reads requests, holds every client to limits, and asks a function for the answers.
#pragma once

#include "dossier/http.h"
#include "dragoman/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace dragoman::web {

struct ServerOptions {
  std::string host = "127.0.0.1";  // address to listen on: 127.0.0.1, ::1, 0.0.0.0, localhost
  int port = 8080;                 // 0: any that is free
  unsigned threads = 4;
};

/// While it lives it answers. A connection that brings no whole request, or takes no whole answer, within half a minute
/// is closed; a request line and its headers are 32 KB at the most, a form 64 KB.
class Server {
 public:
  using Handler = std::function<Response(const Request&)>;  // called by several threads at once

  /// Errors (kind setup): the address is none, the port is taken.
  static Result<std::unique_ptr<Server>> start(const ServerOptions& options, Handler handler);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  int port() const;

 private:
  struct State;
  explicit Server(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace dragoman::web
