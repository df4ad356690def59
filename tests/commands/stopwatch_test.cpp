#include "commands/stopwatch.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <sstream>
#include <thread>

using namespace armillary;

TEST_CASE("every stage has a line with its time, in the order of the stages, and the whole comes last") {
  Stopwatch stopwatch;
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  stopwatch.lap("load");
  stopwatch.lap("link");
  std::istringstream report(stopwatch.report());
  std::vector<std::string> lines;
  for (std::string line; std::getline(report, line);) lines.push_back(line);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].find("load") != std::string::npos);
  CHECK(lines[1].find("link") != std::string::npos);
  const auto milliseconds = [](const std::string& line) {
    return std::stod(line.substr(line.find_first_of("0123456789")));
  };
  CHECK(milliseconds(lines[0]) >= 20);
  CHECK(milliseconds(lines[1]) < milliseconds(lines[0]));
  CHECK(milliseconds(lines[2]) >= milliseconds(lines[0]) + milliseconds(lines[1]) - 0.2);
}

TEST_CASE("a note stands below the stages") {
  Stopwatch stopwatch;
  stopwatch.lap("load");
  stopwatch.note("one of two pages kept");
  CHECK(stopwatch.report().ends_with("  all\none of two pages kept\n"));
}
