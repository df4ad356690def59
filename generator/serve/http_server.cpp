#include "serve/http_server.h"

#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <system_error>

#include "base/file_system.h"

namespace armillary {
namespace {

constexpr std::size_t kReadAtOnce = std::size_t{16} * 1024;
constexpr std::chrono::milliseconds kDraining{1'000};  // for a client that was refused to read why
constexpr std::string_view kHeadEnd = "\r\n\r\n";

[[noreturn]] void fail(const std::string& host, std::uint16_t port, const std::string& reason) {
  const std::string place = host + ":" + std::to_string(port);
  throw FileError(place, "cannot serve on " + place + ": " + reason);
}

struct FreeAddresses {
  void operator()(addrinfo* list) const { freeaddrinfo(list); }
};

Descriptor listen_on(const std::string& host, std::uint16_t port) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  const int problem = getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found);
  const std::unique_ptr<addrinfo, FreeAddresses> list(found);
  if (problem != 0) fail(host, port, gai_strerror(problem));
  Descriptor socket(::socket(list->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  const int yes = 1;
  setsockopt(socket.number(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (bind(socket.number(), list->ai_addr, list->ai_addrlen) != 0 || listen(socket.number(), SOMAXCONN) != 0) {
    const int error = errno;
    fail(host, port, std::generic_category().message(error) + (error == EADDRINUSE ? "; name another --port" : ""));
  }
  return socket;
}

std::uint16_t port_of(const Descriptor& socket) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  getsockname(socket.number(), reinterpret_cast<sockaddr*>(&address), &size);  // NOLINT: the interface of sockets
  const auto* four = reinterpret_cast<const sockaddr_in*>(&address);           // NOLINT
  const auto* six = reinterpret_cast<const sockaddr_in6*>(&address);           // NOLINT
  return ntohs(address.ss_family == AF_INET6 ? six->sin6_port : four->sin_port);
}

}  // namespace

HttpServer::HttpServer(const std::string& host, std::uint16_t port, ServerLimits limits, Answer answer)
    : listener_(listen_on(host, port)), port_(port_of(listener_)), limits_(limits), answer_(std::move(answer)) {
  // Clients leave half of the descriptors that the program may have to the files that it reads.
  rlimit descriptors{};
  if (getrlimit(RLIMIT_NOFILE, &descriptors) != 0) return;
  limits_.connections = std::min<std::size_t>(limits_.connections, std::max<rlim_t>(descriptors.rlim_cur / 2, 1));
}

// Every state has its end: what it waits for must come in time.
void HttpServer::set(Connection& connection, State state) const {
  connection.state = state;
  std::chrono::milliseconds time = limits_.idle;
  if (state == State::reading) time = limits_.head;
  if (state == State::writing) time = limits_.stalled;
  if (state == State::streaming) time = limits_.heartbeat;
  if (state == State::draining) time = kDraining;
  connection.deadline = Clock::now() + time;
}

// The connection that has done nothing for longest gives way; answers and event streams only where all are such.
void HttpServer::make_room() {
  const auto rank = [](const Connection& each) {
    return each.state == State::idle || each.state == State::reading || each.state == State::draining ? 0 : 1;
  };
  connections_.erase(std::min_element(connections_.begin(), connections_.end(), [&](const auto& a, const auto& b) {
    return std::pair(rank(a), a.deadline) < std::pair(rank(b), b.deadline);
  }));
}

void HttpServer::accept_all() {
  while (true) {
    Descriptor socket(accept4(listener_.number(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    if (!socket.is_open()) {
      const bool has_no_descriptor = errno == EMFILE || errno == ENFILE;
      if (!has_no_descriptor || connections_.empty()) return;
      make_room();
      continue;
    }
    const int yes = 1;
    setsockopt(socket.number(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (connections_.size() >= limits_.connections) make_room();
    connections_.emplace_back();
    connections_.back().socket = std::move(socket);
    set(connections_.back(), State::idle);
  }
}

// False where the client has gone.
bool HttpServer::receive(Connection& connection) {
  std::array<char, kReadAtOnce> buffer{};
  const ssize_t count = recv(connection.socket.number(), buffer.data(), buffer.size(), 0);
  if (count < 0) return errno == EAGAIN || errno == EINTR;
  if (count == 0) return false;
  const bool is_heard = connection.state == State::idle || connection.state == State::reading;
  if (is_heard) connection.in.append(buffer.data(), static_cast<std::size_t>(count));
  if (connection.state == State::idle) set(connection, State::reading);
  return true;
}

bool HttpServer::send_some(Connection& connection) {
  const std::size_t left = connection.out.size() - connection.sent;
  const ssize_t count =
      send(connection.socket.number(), connection.out.data() + connection.sent, left, MSG_NOSIGNAL | MSG_DONTWAIT);
  if (count < 0) return errno == EAGAIN || errno == EINTR;
  connection.sent += static_cast<std::size_t>(count);
  if (count > 0) set(connection, connection.state);
  if (connection.sent < connection.out.size()) return true;
  connection.out.clear();
  connection.sent = 0;
  if (connection.state == State::writing) finish_response(connection);
  return true;
}

void HttpServer::finish_response(Connection& connection) {
  if (connection.is_kept_alive) {
    set(connection, connection.in.empty() ? State::idle : State::reading);
  } else {
    // Closing at once would throw away what the client has not read yet (RFC 9112 9.6).
    shutdown(connection.socket.number(), SHUT_WR);
    set(connection, State::draining);
  }
}

void HttpServer::respond(Connection& connection, const Response& response) {
  connection.out = response_head(response, connection.is_kept_alive);
  if (!connection.request.is_head) connection.out += response.body;
  connection.sent = 0;
  const bool is_stream = response.is_stream && !connection.request.is_head;
  set(connection, is_stream ? State::streaming : State::writing);
}

void HttpServer::answer(Connection& connection) {
  const std::optional<Response> response = answer_(connection.request);
  if (response) {
    respond(connection, *response);
  } else {
    set(connection, State::waiting);
  }
}

// Takes one request from what has come in, if it is whole.
void HttpServer::take_request(Connection& connection) {
  const std::size_t end = connection.in.find(kHeadEnd);
  const std::size_t size = end == std::string::npos ? connection.in.size() : end + kHeadEnd.size();
  connection.request = {};
  connection.is_kept_alive = false;
  if (size > kMaxRequestHead) {
    respond(connection, text_response(431, "a request's head has at most 16 KiB"));
    return;
  }
  if (end == std::string::npos) return;
  auto parsed = parse_request(std::string_view(connection.in).substr(0, size));
  connection.in.erase(0, size);
  if (const auto* bad = std::get_if<BadRequest>(&parsed)) {
    respond(connection, text_response(bad->status, bad->reason));
    return;
  }
  connection.request = std::get<Request>(std::move(parsed));
  connection.is_kept_alive = connection.request.is_kept_alive;
  answer(connection);
}

// Answers what has come in, as far as the client takes the answers at once. False where it has gone.
bool HttpServer::go_on(Connection& connection) {
  while (true) {
    const State before = connection.state;
    if (before == State::reading) {
      take_request(connection);
      if (connection.state == State::reading) return true;
    }
    if (connection.state != State::writing && connection.state != State::streaming) return true;
    if (!connection.out.empty() && !send_some(connection)) return false;
    if (connection.state != State::reading) return true;
  }
}

bool HttpServer::handle(Connection& connection, short events) {
  const auto has = [&](int what) { return (static_cast<int>(events) & what) != 0; };
  if (has(POLLERR) || has(POLLNVAL)) return false;
  if ((has(POLLIN) || has(POLLHUP)) && !receive(connection)) return false;
  return go_on(connection);
}

// False where the connection has had its time.
bool HttpServer::meet_deadline(Connection& connection) {
  if (Clock::now() < connection.deadline) return true;
  switch (connection.state) {
    case State::waiting:
      set(connection, State::waiting);
      return true;
    case State::streaming:
      if (!connection.out.empty()) return false;
      connection.out = ":\n\n";
      set(connection, State::streaming);
      return send_some(connection);
    case State::reading:
      connection.is_kept_alive = false;
      connection.request = {};
      respond(connection, text_response(408, "the request took too long"));
      return go_on(connection);
    case State::idle:
    case State::writing:
    case State::draining:
      return false;
  }
  return false;
}

std::chrono::milliseconds HttpServer::time_to_next_deadline(std::chrono::milliseconds longest) const {
  const Clock::time_point now = Clock::now();
  for (const Connection& connection : connections_) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(connection.deadline - now);
    longest = std::min(longest, std::max(left, std::chrono::milliseconds(0)));
  }
  return longest;
}

// What can be read or written after at most `time`: `others`, the listener, then the connections in their order.
std::vector<pollfd> HttpServer::poll_all(const std::vector<int>& others, std::chrono::milliseconds time) const {
  std::vector<pollfd> polled;
  polled.reserve(others.size() + 1 + connections_.size());
  for (const int other : others) polled.push_back({other, POLLIN, 0});
  polled.push_back({listener_.number(), POLLIN, 0});
  for (const Connection& connection : connections_) {
    const bool is_writing = !connection.out.empty();
    const bool is_reading = !is_writing && connection.state != State::waiting;
    polled.push_back(
        {connection.socket.number(), static_cast<short>((is_writing ? POLLOUT : 0) | (is_reading ? POLLIN : 0)), 0});
  }
  poll(polled.data(), polled.size(), static_cast<int>(time.count()));
  return polled;
}

void HttpServer::serve_connections(std::span<const pollfd> polled) {
  std::size_t at = 0;
  for (auto connection = connections_.begin(); connection != connections_.end(); ++at) {
    const short events = polled[at].revents;
    const bool goes_on = (events == 0 || handle(*connection, events)) && meet_deadline(*connection);
    connection = goes_on ? std::next(connection) : connections_.erase(connection);
  }
}

std::vector<bool> HttpServer::serve_until_ready(const std::vector<int>& others, std::chrono::milliseconds longest) {
  const Clock::time_point end = Clock::now() + longest;
  while (true) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now());
    const auto time = time_to_next_deadline(std::max(left, std::chrono::milliseconds(0)));
    const std::vector<pollfd> polled = poll_all(others, time);
    serve_connections(std::span(polled).subspan(others.size() + 1));
    if (polled[others.size()].revents != 0) accept_all();
    std::vector<bool> ready;
    ready.reserve(others.size());
    for (std::size_t i = 0; i < others.size(); ++i) ready.push_back(polled[i].revents != 0);
    const bool any = std::find(ready.begin(), ready.end(), true) != ready.end();
    if (any || Clock::now() >= end) return ready;
  }
}

void HttpServer::send_event(std::string_view event) {
  for (auto connection = connections_.begin(); connection != connections_.end();) {
    bool goes_on = true;
    if (connection->state == State::streaming) {
      connection->out += event;
      goes_on = connection->out.size() <= limits_.unsent_events && send_some(*connection);
    }
    connection = goes_on ? std::next(connection) : connections_.erase(connection);
  }
}

void HttpServer::ask_again() {
  for (auto connection = connections_.begin(); connection != connections_.end();) {
    bool goes_on = true;
    if (connection->state == State::waiting) {
      answer(*connection);
      goes_on = go_on(*connection);
    }
    connection = goes_on ? std::next(connection) : connections_.erase(connection);
  }
}

}  // namespace armillary
