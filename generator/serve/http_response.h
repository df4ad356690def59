// What the server answers.
#pragma once

#include <string>
#include <string_view>

namespace armillary {

struct Response {
  int status = 200;
  std::string type;            // the media type, with its charset
  std::string body;            // of an event stream: its first events
  std::string location;        // of a redirection, percent-encoded
  bool never_changes = false;  // the address holds a digest of the content: a browser may keep it for ever
  bool is_stream = false;      // of events: the connection stays open and more may follow
};

// A short text for people.
Response text_response(int status, std::string_view sentence);

// The status line and the header fields, with their empty line.
std::string response_head(const Response& response, bool is_kept_alive);

// By the file's ending; application/octet-stream for one that is not known.
std::string_view content_type_of(std::string_view name);

}  // namespace armillary
