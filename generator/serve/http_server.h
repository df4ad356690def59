// A small HTTP/1.1 server for one editor and a few browsers: one thread, bounded in everything that a client decides.
#pragma once

#include <poll.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "serve/descriptor.h"
#include "serve/http_request.h"
#include "serve/http_response.h"

namespace armillary {

struct ServerLimits {
  std::size_t connections = 128;                // of a next one, the one that waits longest for its client is closed
  std::chrono::milliseconds head{10'000};       // for the whole of a request's head, from its first byte
  std::chrono::milliseconds idle{60'000};       // between two requests
  std::chrono::milliseconds stalled{20'000};    // a client that takes nothing of an answer
  std::chrono::milliseconds heartbeat{15'000};  // of event streams, so that dead ones are noticed
  std::size_t unsent_events = std::size_t{1} << 20U;  // bytes; a stream with more is closed
};

class HttpServer {
 public:
  // The answer to a request; nothing where it is not known yet: `ask_again` then asks once more.
  using Answer = std::function<std::optional<Response>(const Request&)>;

  // Listens at once. `port` 0 takes any that is free. Throws FileError where that cannot be had.
  HttpServer(const std::string& host, std::uint16_t port, ServerLimits limits, Answer answer);

  std::uint16_t port() const { return port_; }

  // Serves until one of `others` can be read or `longest` is over, and says which of them can.
  std::vector<bool> serve_until_ready(const std::vector<int>& others, std::chrono::milliseconds longest);

  // Sends to every open event stream.
  void send_event(std::string_view event);

  // Asks for the answers that were not known.
  void ask_again();

 private:
  using Clock = std::chrono::steady_clock;
  enum class State { idle, reading, waiting, writing, streaming, draining };

  struct Connection {
    Descriptor socket;
    State state = State::idle;
    std::string in;        // not yet understood
    std::string out;       // not yet taken
    std::size_t sent = 0;  // of `out`
    Request request;
    bool is_kept_alive = false;
    Clock::time_point deadline;
  };

  void accept_all();
  void make_room();
  bool receive(Connection& connection);
  bool send_some(Connection& connection);
  bool go_on(Connection& connection);
  void take_request(Connection& connection);
  void answer(Connection& connection);
  void respond(Connection& connection, const Response& response);
  void finish_response(Connection& connection);
  bool meet_deadline(Connection& connection);
  bool handle(Connection& connection, short events);
  void set(Connection& connection, State state) const;
  std::vector<pollfd> poll_all(const std::vector<int>& others, std::chrono::milliseconds time) const;
  void serve_connections(std::span<const pollfd> polled);
  std::chrono::milliseconds time_to_next_deadline(std::chrono::milliseconds longest) const;

  Descriptor listener_;
  std::uint16_t port_ = 0;
  ServerLimits limits_;
  Answer answer_;
  std::list<Connection> connections_;
};

}  // namespace armillary
