// What a browser needs to know of traditional Han characters: those whose simplified forms the index has.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace armillary {

class TraditionalForms {
 public:
  // The index has this text.
  void add(std::string_view text);

  // Each traditional character whose simplified form was in a text, followed by that form; in their order.
  std::string list() const;

 private:
  std::vector<bool> stands_ = std::vector<bool>(0x10000);  // [character]: the forms are all of the basic plane
};

}  // namespace armillary
