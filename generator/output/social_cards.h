// A drawn card for each record (og:image), on request: `build --cards DIR`.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/take_file.h"
#include "view/view_context.h"

namespace armillary {

struct DrawnCard {
  std::string address;  // cards/gdpr-3f2a9c41be.png: with a digest of the drawing
  std::string svg;
};

// One a record, the same for all languages: titles in the first two languages that have them.
std::vector<DrawnCard> draw_cards(const std::vector<ViewContext>& contexts, std::size_t jobs);

// Hands the cards on as PNG and returns how many they are. A picture that `folder` holds under its name is taken from
// there; the others are made by rsvg-convert and kept there. Throws FileError, also where there is no such program.
std::size_t write_cards(const std::vector<DrawnCard>& cards, const std::string& folder, std::size_t jobs,
                        const TakeFile& take);

}  // namespace armillary
