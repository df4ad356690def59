// The disk. Everything that fails here is the machine's failure, not the content's: exit status 3.
// Paths are UTF-8 with '/'; they may be absolute or relative to the working directory.
#pragma once

#include <cstddef>
#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file_content.h"
#include "base/file_mark.h"

namespace armillary {

// what() is one sentence with the path, such as "cannot read 'content/a.md': Permission denied".
class FileError : public std::exception {
 public:
  FileError(std::string path, std::string sentence) : path_(std::move(path)), sentence_(std::move(sentence)) {}

  // "cannot VERB 'PATH': " and what errno says.
  FileError(std::string_view verb, std::string path, int error_number);

  const std::string& path() const { return path_; }
  const char* what() const noexcept override { return sentence_.c_str(); }

 private:
  std::string path_;
  std::string sentence_;
};

// A file that is larger than any that is read. what() as FileError's.
class FileTooLarge : public FileError {
 public:
  using FileError::FileError;
};

// A file larger than this is refused: no text of a site is, and offsets into texts have 32 bits.
inline constexpr std::size_t kMaxFileMebibytes = 64;
inline constexpr std::size_t kMaxFileSize = kMaxFileMebibytes * 1024 * 1024;

// Whether a file holds exactly these bytes, however many. One that cannot be read is taken for another.
bool file_holds(const std::string& path, const FileContent& content);

// The whole of a file. Throws FileTooLarge where it is over kMaxFileSize, else FileError; also for folders and devices.
std::string read_file(const std::string& path);

// Whether read_file would refuse it for its size. False for whatever cannot be looked at.
bool is_too_large(const std::string& path);

enum class EntryKind {
  file,
  folder,
  outside,  // a symbolic link that leads out of the root
  broken,   // a symbolic link to nothing or to itself
  special,  // a device, a socket, a pipe
};

struct Entry {
  std::string path;  // relative to the root, with '/'
  EntryKind kind = EntryKind::file;

  bool operator==(const Entry&) const = default;
};

// Everything below `root`, folders included, ordered by the bytes of the paths. Symbolic links that stay inside are
// given as what they lead to; a linked folder's entries are not listed again, so that a cycle cannot be
// walked. The outcome does not depend on `jobs`. Throws FileError where a folder cannot be read or `root` is no folder.
std::vector<Entry> list_files(const std::string& root, std::size_t jobs = 1);

// Replaces or creates a file, with the rights that the user's mask leaves of 0666; returns by what it will be known
// again, an empty mark where the disk does not tell. The folder must stand. Throws FileError; then the file may be
// there in part.
FileMark write_file(const std::string& path, const FileContent& content);

// Makes a folder and those above it that are missing; none of it is an error if it stands. Throws FileError.
void make_folders(const std::string& path);

// Whether a file or a link to one stands there, and whether a folder does; also false where no path leads. Throws
// FileError where the disk does not tell: what cannot be looked at is not taken for missing.
bool file_exists(const std::string& path);
bool folder_exists(const std::string& path);

// Whether a folder holds nothing. Throws FileError where it cannot be read or is no folder.
bool folder_is_empty(const std::string& path);

// Removes a folder with all that it holds, links not followed; none of it is an error if nothing stands there. Throws
// FileError; then part of it may be gone.
void remove_folder(const std::string& path, std::size_t jobs = 1);

// Has the disk keep, before this returns, whatever was written to the file system that holds this folder. Throws
// FileError, also where something written earlier could not be kept.
void sync_file_system(const std::string& folder);

// The same for the names in this folder alone. Throws FileError.
void sync_folder(const std::string& folder);

}  // namespace armillary
