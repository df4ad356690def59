#include "output/social_cards.h"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "base/digest.h"
#include "base/file_system.h"
#include "base/parallel.h"
#include "charts/social_card.h"

namespace armillary {
namespace {

// A text in the first two languages in which it is told apart.
std::vector<CardText> in_two_languages(const std::vector<ViewContext>& contexts, const LocalizedText& text) {
  std::vector<CardText> out;
  for (const ViewContext& context : contexts) {
    const std::string_view own = text.in(context.language);
    const bool is_new = !own.empty() && (out.empty() || out.front().text != own);
    if (is_new) out.push_back({std::string(own), context.lang().tag, context.lang().direction() == "rtl"});
    if (out.size() == 2) break;
  }
  return out;
}

DrawnCard draw_card(const std::vector<ViewContext>& contexts, RecordIndex index) {
  constexpr std::size_t kDigits = 10;
  const Record& record = contexts.front().record(index);
  std::string svg =
      social_card({in_two_languages(contexts, record.kind->label_one), in_two_languages(contexts, record.title()),
                   in_two_languages(contexts, contexts.front().site.file().title)});
  std::string address = fmt::format("cards/{}-{}.png", record.id, sha256_hex(svg).substr(0, kDigits));
  return {std::move(address), std::move(svg)};
}

// Runs rsvg-convert, which Debian has in librsvg2-bin, and waits for it.
void rasterize(const std::string& svg, const std::string& png) {
  std::array<std::string, 4> words = {"rsvg-convert", "--format=png", "--output=" + png, svg};
  const std::array<char*, 5> arguments = {words[0].data(), words[1].data(), words[2].data(), words[3].data(), nullptr};
  pid_t child = 0;
  if (const int error = posix_spawnp(&child, words[0].c_str(), nullptr, nullptr, arguments.data(), environ)) {
    throw FileError(words[0], std::string("cannot run 'rsvg-convert': ") + std::strerror(error) +
                                  "; --cards needs it, Debian has it in the package librsvg2-bin");
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw FileError(svg, "rsvg-convert cannot draw '" + svg + "'");
}

// The picture is there whole or not at all, whenever the program ends.
void make_picture(const DrawnCard& card, const std::string& path) {
  const std::string drawing = path + ".svg";
  const std::string unfinished = path + ".part";
  write_file(drawing, card.svg);
  rasterize(drawing, unfinished);
  unlink(drawing.c_str());
  if (std::rename(unfinished.c_str(), path.c_str()) != 0) {
    throw FileError(path, "cannot rename '" + unfinished + "': " + std::strerror(errno));
  }
}

}  // namespace

std::vector<DrawnCard> draw_cards(const std::vector<ViewContext>& contexts, std::size_t jobs) {
  std::vector<DrawnCard> out(contexts.front().site.links.size());
  parallel_for(out.size(), jobs, [&](std::size_t i) { out[i] = draw_card(contexts, i); });
  return out;
}

std::size_t write_cards(const std::vector<DrawnCard>& cards, const std::string& folder, std::size_t jobs,
                        const TakeFile& take) {
  if (!cards.empty()) make_folders(folder);
  parallel_for(cards.size(), jobs, [&](std::size_t i) {
    const std::string path = folder + cards[i].address.substr(cards[i].address.find('/'));
    if (!file_exists(path)) make_picture(cards[i], path);
    take(cards[i].address, read_file(path));
  });
  return cards.size();
}

}  // namespace armillary
