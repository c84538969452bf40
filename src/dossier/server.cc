#include "dossier/server.h"

#include "text/lazy_library.h"

#include <chrono>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <thread>
#include <unordered_map>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace dragoman {
extern const LazyLibrary kMicrohttpdLibrary;
}

namespace dragoman::web {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostTarget = 8'000;  // bytes of a request's address
constexpr std::size_t kMostBody = std::size_t{64} << 10U;
constexpr std::size_t kMostHeaders = std::size_t{32} << 10U;
constexpr unsigned kMostConnections = 2'000;
constexpr unsigned kIdleSeconds = 20;
constexpr std::chrono::seconds kWholeRequest{30};

/// A request as it comes in.
struct Exchange {
  Request request;
  bool begun = false;
  int refused = 0;  // the status, when it is not to be answered
};

Response plain(int status, const std::string& words) {
  return {status, "text/plain; charset=utf-8", words + "\n"};
}

}  // namespace

struct Server::State {
  Handler handler;
  MHD_Daemon* daemon = nullptr;
  int port = 0;

  /// Connections with their sockets, and since when each has the present request before it.
  struct Open {
    int socket;
    Clock::time_point since;
  };
  std::mutex mutex;
  std::condition_variable ends;
  bool ending = false;
  std::unordered_map<MHD_Connection*, Open> open;
  std::thread sweeper;

  void note(MHD_Connection* connection, bool begun) {
    const std::scoped_lock lock(mutex);
    if (!begun) {
      open.erase(connection);
      return;
    }
    const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    if (info != nullptr) open[connection] = {info->connect_fd, Clock::now()};
  }

  void done(MHD_Connection* connection) {
    const std::scoped_lock lock(mutex);
    const auto found = open.find(connection);
    if (found != open.end()) found->second.since = Clock::now();
  }

  /// Closes the sockets of connections that are too slow; microhttpd then ends them.
  void sweep() {
    std::unique_lock lock(mutex);
    while (!ends.wait_for(lock, std::chrono::seconds(2), [this] { return ending; })) {
      const auto now = Clock::now();
      for (const auto& [connection, one] : open) {
        if (now - one.since > kWholeRequest) ::shutdown(one.socket, SHUT_RDWR);
      }
    }
  }

  MHD_Result send(MHD_Connection* connection, const Response& answer) const {
    MHD_Response* response = MHD_create_response_from_buffer(answer.body.size(), const_cast<char*>(answer.body.data()),
                                                             MHD_RESPMEM_MUST_COPY);  // NOLINT: it is copied
    if (response == nullptr) return MHD_NO;
    MHD_add_response_header(response, "Content-Type", answer.type.c_str());
    // No script or style but the server's own files; nothing from elsewhere, nothing to elsewhere, in no other page's
    // frame.
    MHD_add_response_header(
        response, "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    MHD_add_response_header(response, "X-Content-Type-Options", "nosniff");
    MHD_add_response_header(response, "X-Frame-Options", "DENY");
    MHD_add_response_header(response, "Referrer-Policy", "same-origin");
    MHD_add_response_header(response, "Cross-Origin-Opener-Policy", "same-origin");
    MHD_add_response_header(response, "Cross-Origin-Resource-Policy", "same-origin");
    for (const auto& [name, value] : answer.headers) MHD_add_response_header(response, name.c_str(), value.c_str());
    const MHD_Result queued = MHD_queue_response(connection, static_cast<unsigned>(answer.status), response);
    MHD_destroy_response(response);
    return queued;
  }

  MHD_Result answer(MHD_Connection* connection, const char* method, const char* data, std::size_t* size,
                    Exchange& exchange) const {
    Request& request = exchange.request;
    if (!exchange.begun) {
      exchange.begun = true;
      request.method = method;
      const auto header = [&](const char* name) {
        const char* value = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
        return std::string(value == nullptr ? "" : value);
      };
      request.host = header("Host");
      request.origin = header("Origin");
      request.content_type = header("Content-Type");
      if (request.target.size() > kMostTarget) exchange.refused = MHD_HTTP_URI_TOO_LONG;
      if (exchange.refused != 0) return send(connection, plain(exchange.refused, "The address is too long."));
      const std::string length = header("Content-Length");
      if (length.size() > 6 || std::atoi(length.c_str()) > static_cast<int>(kMostBody)) {
        exchange.refused = MHD_HTTP_CONTENT_TOO_LARGE;
        return send(connection, plain(exchange.refused, "What was sent is too large."));
      }
      return MHD_YES;
    }
    if (*size > 0) {
      if (request.body.size() + *size > kMostBody) {
        exchange.refused = MHD_HTTP_CONTENT_TOO_LARGE;
        request.body.clear();
      }
      if (exchange.refused == 0) request.body.append(data, *size);
      *size = 0;
      return MHD_YES;
    }
    if (exchange.refused != 0) return send(connection, plain(exchange.refused, "What was sent is too large."));
    return send(connection, handler(request));
  }

  // What microhttpd calls.
  static void* on_target(void*, const char* target, MHD_Connection*) {
    auto* exchange = new Exchange;  // NOLINT: deleted in on_completed
    exchange->request.target = target;
    return exchange;
  }
  static std::size_t as_it_came(void*, MHD_Connection*, char* s) { return std::strlen(s); }
  static MHD_Result on_request(void* self, MHD_Connection* connection, const char*, const char* method, const char*,
                               const char* data, std::size_t* size, void** exchange) {
    if (*exchange == nullptr) return MHD_NO;
    return static_cast<State*>(self)->answer(connection, method, data, size, *static_cast<Exchange*>(*exchange));
  }
  static void on_completed(void* self, MHD_Connection* connection, void** exchange, MHD_RequestTerminationCode) {
    delete static_cast<Exchange*>(*exchange);
    *exchange = nullptr;
    static_cast<State*>(self)->done(connection);
  }
  static void on_connection(void* self, MHD_Connection* connection, void**, MHD_ConnectionNotificationCode code) {
    static_cast<State*>(self)->note(connection, code == MHD_CONNECTION_NOTIFY_STARTED);
  }

  ~State() {
    {
      const std::scoped_lock lock(mutex);
      ending = true;
    }
    ends.notify_all();
    if (sweeper.joinable()) sweeper.join();
    if (daemon != nullptr) MHD_stop_daemon(daemon);
  }
};

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}
Server::~Server() = default;

int Server::port() const {
  return state_->port;
}

Result<std::unique_ptr<Server>> Server::start(const ServerOptions& options, Handler handler) {
  if (const auto loaded = load(kMicrohttpdLibrary); !loaded) return loaded.error();
  sockaddr_in four{};
  sockaddr_in6 six{};
  const std::string host = options.host == "localhost" ? "127.0.0.1" : options.host;
  const auto port = static_cast<std::uint16_t>(options.port);
  if (options.port < 0 || options.port > 65535) {
    return Error{ErrorKind::usage, "", fmt::format("the port is {}, expected a number from 0 to 65535", options.port)};
  }
  four.sin_family = AF_INET;
  four.sin_port = htons(port);
  six.sin6_family = AF_INET6;
  six.sin6_port = htons(port);
  const bool is_four = inet_pton(AF_INET, host.c_str(), &four.sin_addr) == 1;
  if (!is_four && inet_pton(AF_INET6, host.c_str(), &six.sin6_addr) != 1) {
    return Error{
        ErrorKind::usage, "",
        fmt::format("the host is \"{}\", expected an address of this machine such as 127.0.0.1", options.host)};
  }
  auto state = std::make_unique<State>();
  state->handler = std::move(handler);
  const auto* socket_address =
      is_four ? reinterpret_cast<const sockaddr*>(&four) : reinterpret_cast<const sockaddr*>(&six);
  const unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC | (is_four ? 0U : unsigned{MHD_USE_IPv6});
  state->daemon = MHD_start_daemon(
      flags, port, nullptr, nullptr, &State::on_request, state.get(), MHD_OPTION_SOCK_ADDR, socket_address,
      MHD_OPTION_THREAD_POOL_SIZE, options.threads, MHD_OPTION_CONNECTION_LIMIT, kMostConnections,
      MHD_OPTION_CONNECTION_TIMEOUT, kIdleSeconds, MHD_OPTION_CONNECTION_MEMORY_LIMIT, kMostHeaders,
      MHD_OPTION_URI_LOG_CALLBACK, &State::on_target, nullptr, MHD_OPTION_UNESCAPE_CALLBACK, &State::as_it_came,
      nullptr, MHD_OPTION_NOTIFY_COMPLETED, &State::on_completed, state.get(), MHD_OPTION_NOTIFY_CONNECTION,
      &State::on_connection, state.get(), MHD_OPTION_END);
  if (state->daemon == nullptr) {
    return Error{
        ErrorKind::setup, "",
        fmt::format("port {} of {} cannot be listened on: {}; --port N takes another, --port 0 any that is free",
                    options.port, options.host, std::strerror(errno))};
  }
  const auto* info = MHD_get_daemon_info(state->daemon, MHD_DAEMON_INFO_BIND_PORT);
  state->port = info != nullptr ? info->port : options.port;
  state->sweeper = std::thread([raw = state.get()] { raw->sweep(); });
  return std::unique_ptr<Server>(new Server(std::move(state)));
}

}  // namespace dragoman::web
