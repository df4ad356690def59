// Templates: compiled once, rendered by many threads at once without locks.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "templating/value.h"

namespace armillary::templating {

// A template's name (`record.html`, `parts/facts.html`) and its text. The path in `file` is what diagnostics print.
struct NamedTemplate {
  std::string name;
  SourceFile file;
};

class CodeSet;

// Immutable once compiled; copies share it.
class TemplateSet {
 public:
  // Compiles all. Reports every syntax error, unknown filter, test or function of the language, include or extends
  // of a template that is not there (with a suggestion), cycles of include or extends, and a block defined twice. After
  // an error the set must not be rendered.
  static TemplateSet compile(std::vector<NamedTemplate> templates, Diagnostics& diagnostics);

  bool has(std::string_view name) const;

  // Appends the rendered text to `out`. `globals` are names seen by every template and macro, also imported ones
  // (the site, the words); `page` are names of this page. Returns false after reporting an error (undefined
  // name, wrong type, a failed call) at its place in the template; `subject` says what page was being made.
  bool render(std::string_view name, const Map& globals, const Map& page, std::string_view subject, std::string& out,
              Diagnostics& diagnostics) const;

 private:
  std::shared_ptr<const CodeSet> code_;
};

}  // namespace armillary::templating
