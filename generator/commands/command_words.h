// The manual and the shells' completions, made from the one description of the commands.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>

namespace armillary {

// The manual page, for man(7)'s macros.
std::string manual_page(const CLI::App& app, std::string_view version);

// The completion file of a shell: bash, zsh or fish. Throws UsageError for another.
std::string completions(const CLI::App& app, std::string_view shell);

}  // namespace armillary
