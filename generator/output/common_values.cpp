#include "output/common_values.h"

#include <bit>

#include "base/packed.h"

namespace armillary {
namespace {

using templating::Map;
using templating::Value;

class ValuePacker {
 public:
  void add(const Map& map) {
    out_.number(map.size());
    for (const auto& [key, value] : map.entries()) {
      out_.text(key.text());
      add(value);
    }
  }

  void add(const Value& value) {
    out_.number(static_cast<std::uint64_t>(value.kind()));
    if (value.is_text()) {
      out_.text(value.text());
    } else if (value.is_map()) {
      add(value.map());
    } else if (value.is_array()) {
      out_.number(value.array().size());
      for (const Value& item : value.array()) add(item);
    } else {
      add_scalar(value);
    }
  }

  Packer& packer() { return out_; }

 private:
  void add_scalar(const Value& value) {
    if (value.kind() == Value::Kind::boolean) out_.number(value.boolean() ? 1 : 0);
    if (value.kind() == Value::Kind::integer) out_.number(static_cast<std::uint64_t>(value.integer()));
    if (value.kind() == Value::Kind::floating) out_.number(std::bit_cast<std::uint64_t>(value.floating()));
  }

  Packer out_;
};

}  // namespace

Fingerprint fingerprint_of_common(const std::vector<Map>& globals, const FacetIndex& facets) {
  ValuePacker all;
  for (const Map& map : globals) all.add(map);
  for (const Facet& facet : facets.facets) {
    all.packer().text(facet.path);
    all.packer().number(facet.options.size());
    for (const FacetOption& option : facet.options) all.packer().text(option.id);
  }
  return fingerprint_of(all.packer().take());
}

}  // namespace armillary
