// Loaded before a program (LD_PRELOAD): counts its calls to the disk or its requests for memory and makes one of them
// fail, or all from one on. Only Linux, only for the tests; faulty.py compiles and drives it.
//
//   FAULT_COUNT   "disk" (default) or "memory" (malloc and operator new): what is counted
//   FAULT_AT      the number of the call that fails, from 1; 0 or absent: none
//   FAULT_ERROR   its errno as a number, or "short" (half is read or written), or "kill" (the process ends there)
//   FAULT_FROM    "1": all later ones fail too
//   FAULT_ONLY    names of calls, between commas, that may fail; absent: all
//   FAULT_ALWAYS  the name of a call that fails each time and is not counted, and its errno: "renameat2:22"
//   FAULT_LOG     a file that gets a line for each counted call: number, name, path
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { kDescriptors = 1024, kPath = 4096 };

static enum { count_disk, count_memory } counted;
static long fault_at;
static int fault_error;
static int is_short;
static int is_kill;
static int from_there_on;
static const char* only;
static char always_name[32];
static int always_error;
static int log_file = -1;
static _Atomic long calls;
static int is_ready;
static char paths[kDescriptors][kPath];  // what each descriptor was opened as

static void begin(void) {
  const char* what = getenv("FAULT_COUNT");
  counted = what == NULL || strcmp(what, "disk") == 0 ? count_disk : count_memory;
  const char* at = getenv("FAULT_AT");
  fault_at = at == NULL ? 0 : atol(at);
  const char* error = getenv("FAULT_ERROR");
  if (error != NULL) {
    is_short = strcmp(error, "short") == 0;
    is_kill = strcmp(error, "kill") == 0;
    fault_error = atoi(error);
  }
  from_there_on = getenv("FAULT_FROM") != NULL;
  only = getenv("FAULT_ONLY");
  const char* always = getenv("FAULT_ALWAYS");
  const char* colon = always == NULL ? NULL : strchr(always, ':');
  if (colon != NULL && (size_t)(colon - always) < sizeof always_name) {
    memcpy(always_name, always, (size_t)(colon - always));
    always_error = atoi(colon + 1);
  }
  const char* log = getenv("FAULT_LOG");
  if (log != NULL) log_file = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  is_ready = 1;
}

#define REAL(type, name, ...)       \
  static type (*real)(__VA_ARGS__); \
  if (real == NULL) real = (type(*)(__VA_ARGS__))(dlsym(RTLD_NEXT, name));

// Nothing is counted before `main`: what the libraries do until then is theirs.
static int (*real_main)(int, char**, char**);

static int counted_main(int count, char** arguments, char** environment) {
  begin();
  return real_main(count, arguments, environment);
}

int __libc_start_main(int (*main)(int, char**, char**), int count, char** arguments, void (*first)(void),
                      void (*last)(void), void (*after)(void), void* stack) {
  REAL(int, "__libc_start_main", int (*)(int, char**, char**), int, char**, void (*)(void), void (*)(void),
       void (*)(void), void*)
  real_main = main;
  return real(counted_main, count, arguments, first, last, after, stack);
}

static void record(long number, const char* name, const char* path) {
  if (log_file < 0) return;
  char line[kPath + 64];
  const int length = snprintf(line, sizeof line, "%ld %s %s\n", number, name, path);
  syscall(SYS_write, log_file, line, length < (int)sizeof line ? (size_t)length : sizeof line - 1);
}

static int may_fail(const char* name) {
  if (only == NULL) return 1;
  const size_t length = strlen(name);
  for (const char* at = strstr(only, name); at != NULL; at = strstr(at + 1, name)) {
    if ((at == only || at[-1] == ',') && (at[length] == ',' || at[length] == 0)) return 1;
  }
  return 0;
}

// Whether this call is to fail.
static int is_its_turn(const char* name, const char* path) {
  const long number = atomic_fetch_add(&calls, 1) + 1;
  record(number, name, path);
  if (fault_at == 0 || (from_there_on ? number < fault_at : number != fault_at) || !may_fail(name)) return 0;
  if (is_kill) syscall(SYS_kill, getpid(), SIGKILL);
  return 1;
}

// Of a call to the disk, which fails as a whole.
static int fails(const char* name, const char* path) {
  if (!is_ready || counted != count_disk) return 0;
  if (strcmp(name, always_name) == 0) {
    errno = always_error;
    return 1;
  }
  if (!is_its_turn(name, path) || is_short) return 0;
  errno = fault_error;
  return 1;
}

static const char* path_of(int descriptor) {
  return descriptor >= 0 && descriptor < kDescriptors ? paths[descriptor] : "";
}

static int remember(int descriptor, const char* path) {
  if (descriptor >= 0 && descriptor < kDescriptors && path != paths[descriptor]) {
    snprintf(paths[descriptor], kPath, "%s", path);
  }
  return descriptor;
}

static const char* joined(char* out, int folder, const char* name) {
  if (folder == AT_FDCWD || name[0] == '/') return name;
  snprintf(out, kPath, "%s/%s", path_of(folder), name);
  return out;
}

#define MODE(flags)              \
  mode_t mode = 0;               \
  if (((flags)&O_CREAT) != 0) {  \
    va_list rest;                \
    va_start(rest, flags);       \
    mode = va_arg(rest, mode_t); \
    va_end(rest);                \
  }

int open(const char* path, int flags, ...) {
  MODE(flags)
  REAL(int, "open", const char*, int, ...)
  if (fails((flags & O_CREAT) != 0 ? "create" : "open", path)) return -1;
  return remember(real(path, flags, mode), path);
}

int openat(int folder, const char* name, int flags, ...) {
  MODE(flags)
  REAL(int, "openat", int, const char*, int, ...)
  char buffer[kPath];
  const char* path = joined(buffer, folder, name);
  if (fails("openat", path)) return -1;
  return remember(real(folder, name, flags, mode), path);
}

int close(int descriptor) {
  REAL(int, "close", int)
  if (!fails("close", path_of(descriptor))) return real(descriptor);
  const int error = errno;
  real(descriptor);  // as Linux does: the descriptor is gone whatever close says
  errno = error;
  return -1;
}

#define TRANSFER(name, buffer_type)                                                                               \
  ssize_t name(int descriptor, buffer_type buffer, size_t size) {                                                 \
    REAL(ssize_t, #name, int, buffer_type, size_t)                                                                \
    if (!is_ready || counted != count_disk || descriptor <= STDERR_FILENO) return real(descriptor, buffer, size); \
    if (is_its_turn(#name, path_of(descriptor))) {                                                                \
      if (!is_short) {                                                                                            \
        errno = fault_error;                                                                                      \
        return -1;                                                                                                \
      }                                                                                                           \
      if (size > 1) size /= 2;                                                                                    \
    }                                                                                                             \
    return real(descriptor, buffer, size);                                                                        \
  }
TRANSFER(read, void*)
TRANSFER(write, const void*)

#define ON_DESCRIPTOR(name)                                           \
  int name(int descriptor) {                                          \
    REAL(int, #name, int)                                             \
    return fails(#name, path_of(descriptor)) ? -1 : real(descriptor); \
  }
ON_DESCRIPTOR(fsync)
ON_DESCRIPTOR(fdatasync)
ON_DESCRIPTOR(syncfs)

int flock(int descriptor, int operation) {
  REAL(int, "flock", int, int)
  return fails("flock", path_of(descriptor)) ? -1 : real(descriptor, operation);
}

int ftruncate(int descriptor, off_t size) {
  REAL(int, "ftruncate", int, off_t)
  return fails("ftruncate", path_of(descriptor)) ? -1 : real(descriptor, size);
}

#define ON_STATUS(name)                                  \
  int name(const char* path, struct stat* status) {      \
    REAL(int, #name, const char*, struct stat*)          \
    return fails(#name, path) ? -1 : real(path, status); \
  }
ON_STATUS(stat)
ON_STATUS(lstat)

#define ON_OPEN_STATUS(name, type)                                              \
  int name(int descriptor, type* status) {                                      \
    REAL(int, #name, int, type*)                                                \
    return fails("fstat", path_of(descriptor)) ? -1 : real(descriptor, status); \
  }
ON_OPEN_STATUS(fstat, struct stat)
ON_OPEN_STATUS(fstat64, struct stat64)

#define ON_PATH(name)                            \
  int name(const char* path) {                   \
    REAL(int, #name, const char*)                \
    return fails(#name, path) ? -1 : real(path); \
  }
ON_PATH(unlink)
ON_PATH(rmdir)
ON_PATH(remove)

int unlinkat(int folder, const char* name, int flags) {
  REAL(int, "unlinkat", int, const char*, int)
  char buffer[kPath];
  return fails("unlinkat", joined(buffer, folder, name)) ? -1 : real(folder, name, flags);
}

int mkdir(const char* path, mode_t mode) {
  REAL(int, "mkdir", const char*, mode_t)
  return fails("mkdir", path) ? -1 : real(path, mode);
}

// With the path that a call is told as being about.
#define ON_TWO_PATHS(name, told)                     \
  int name(const char* from, const char* to) {       \
    REAL(int, #name, const char*, const char*)       \
    return fails(#name, told) ? -1 : real(from, to); \
  }
ON_TWO_PATHS(link, to)
ON_TWO_PATHS(symlink, to)
ON_TWO_PATHS(rename, from)

int renameat2(int folder, const char* from, int other, const char* to, unsigned flags) {
  REAL(int, "renameat2", int, const char*, int, const char*, unsigned)
  return fails("renameat2", from) ? -1 : real(folder, from, other, to, flags);
}

char* realpath(const char* path, char* out) {
  REAL(char*, "realpath", const char*, char*)
  return fails("realpath", path) ? NULL : real(path, out);
}

ssize_t readlink(const char* path, char* out, size_t size) {
  REAL(ssize_t, "readlink", const char*, char*, size_t)
  return fails("readlink", path) ? -1 : real(path, out, size);
}

char* getcwd(char* out, size_t size) {
  REAL(char*, "getcwd", char*, size_t)
  return fails("getcwd", ".") ? NULL : real(out, size);
}

DIR* opendir(const char* path) {
  REAL(DIR*, "opendir", const char*)
  if (fails("opendir", path)) return NULL;
  DIR* folder = real(path);
  if (folder != NULL) remember(dirfd(folder), path);
  return folder;
}

DIR* fdopendir(int descriptor) {
  REAL(DIR*, "fdopendir", int)
  return fails("fdopendir", path_of(descriptor)) ? NULL : real(descriptor);
}

struct dirent* readdir(DIR* folder) {
  REAL(struct dirent*, "readdir", DIR*)
  return fails("readdir", path_of(dirfd(folder))) ? NULL : real(folder);
}

int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*work)(void*), void* argument) {
  REAL(int, "pthread_create", pthread_t*, const pthread_attr_t*, void* (*)(void*), void*)
  return fails("pthread_create", "") ? EAGAIN : real(thread, attributes, work, argument);
}

// --- memory
// -----------------------------------------------------------------------------------------------------------

static int has_no_memory(const char* name) {
  if (!is_ready || counted != count_memory || !is_its_turn(name, "")) return 0;
  errno = ENOMEM;
  return 1;
}

void* malloc(size_t size) {
  REAL(void*, "malloc", size_t)
  return has_no_memory("malloc") ? NULL : real(size);
}

void* calloc(size_t count, size_t size) {
  REAL(void*, "calloc", size_t, size_t)
  return has_no_memory("calloc") ? NULL : real(count, size);
}

void* realloc(void* old, size_t size) {
  REAL(void*, "realloc", void*, size_t)
  return has_no_memory("realloc") ? NULL : real(old, size);
}

// operator new and new[], which throw, and those that answer with nothing.
void _ZSt17__throw_bad_allocv(void) __attribute__((weak, noreturn));
void (*_ZSt15get_new_handlerv(void))(void) __attribute__((weak));

// As an allocator does: the handler that the program has set throws.
static void refuse(void) {
  void (*handler)(void) = _ZSt15get_new_handlerv();
  if (handler != NULL) handler();
  _ZSt17__throw_bad_allocv();
}

#define OPERATOR_NEW(symbol)            \
  void* symbol(size_t size) {           \
    REAL(void*, #symbol, size_t)        \
    if (has_no_memory("new")) refuse(); \
    return real(size);                  \
  }
OPERATOR_NEW(_Znwm)
OPERATOR_NEW(_Znam)

#define OPERATOR_NEW_OR_NOTHING(symbol)                   \
  void* symbol(size_t size, const void* tag) {            \
    REAL(void*, #symbol, size_t, const void*)             \
    return has_no_memory("new") ? NULL : real(size, tag); \
  }
OPERATOR_NEW_OR_NOTHING(_ZnwmRKSt9nothrow_t)
OPERATOR_NEW_OR_NOTHING(_ZnamRKSt9nothrow_t)
