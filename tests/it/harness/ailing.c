/*
 * Stands between a program and the system, and makes the system ail as files in the directory $AILING say:
 *
 *   read-only     nothing below the directory $AILING_STORAGE can be written, as on a storage gone read-only
 *   flush-fails   flushing a file below it fails, as on a disk that breaks
 *   flush-ms      flushing takes so many milliseconds more; the file flushes grows by a byte each time
 *   clock-secs    the clock is so many seconds off
 *
 * For tests, through LD_PRELOAD. It asks the system directly, so that it never meets itself.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

/* The number in a file of $AILING; 0 where there is none. An empty file counts as 1. */
static long long ailment(const char *name) {
    const char *directory = getenv("AILING");
    char path[4096], text[32] = {0};
    if (!directory || snprintf(path, sizeof path, "%s/%s", directory, name) >= (int)sizeof path) return 0;
    int kept = errno, file = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC, 0);
    long long value = 0;
    if (file >= 0) {
        ssize_t length = syscall(SYS_read, file, text, sizeof text - 1);
        value = length > 0 ? atoll(text) : 1;
        syscall(SYS_close, file);
    }
    errno = kept;
    return value;
}

/* Adds a byte to a file of $AILING. */
static void note(const char *name) {
    char path[4096];
    if (snprintf(path, sizeof path, "%s/%s", getenv("AILING"), name) >= (int)sizeof path) return;
    int file = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    syscall(SYS_write, file, ".", 1);
    syscall(SYS_close, file);
}

static int is_below_storage(const char *path) {
    const char *storage = getenv("AILING_STORAGE");
    return storage && strncmp(path, storage, strlen(storage)) == 0;
}

static int is_on_storage(int file) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    int kept = errno;
    ssize_t length = readlink(link, path, sizeof path - 1);
    errno = kept;
    if (length < 0) return 0;
    path[length] = 0;
    return is_below_storage(path);
}

static int refuses(int file) {
    if (!ailment("read-only") || !is_on_storage(file)) return 0;
    errno = EROFS;
    return 1;
}

ssize_t write(int file, const void *bytes, size_t count) {
    return refuses(file) ? -1 : syscall(SYS_write, file, bytes, count);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) {
    return refuses(file) ? -1 : syscall(SYS_pwrite64, file, bytes, count, at);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) {
    return pwrite64(file, bytes, count, at);
}

int ftruncate64(int file, off64_t length) {
    return refuses(file) ? -1 : (int)syscall(SYS_ftruncate, file, length);
}

int ftruncate(int file, off_t length) {
    return ftruncate64(file, length);
}

static int refuses_to_open(const char *path, int flags) {
    char whole[4096];
    int makes_or_writes = (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT);
    if (!makes_or_writes || !ailment("read-only")) return 0;
    if (path[0] != '/') {
        if (!getcwd(whole, sizeof whole)) return 0;
        strncat(whole, "/", sizeof whole - strlen(whole) - 1);
        strncat(whole, path, sizeof whole - strlen(whole) - 1);
        path = whole;
    }
    if (!is_below_storage(path)) return 0;
    errno = EROFS;
    return 1;
}

static int opened(int directory, const char *path, int flags, mode_t mode) {
    return refuses_to_open(path, flags) ? -1 : (int)syscall(SYS_openat, directory, path, flags, mode);
}

#define OPEN(name, flag)                                 \
    int name(const char *path, int flags, ...) {         \
        va_list rest;                                    \
        va_start(rest, flags);                           \
        mode_t mode = (mode_t)va_arg(rest, int);         \
        va_end(rest);                                    \
        return opened(AT_FDCWD, path, flags | flag, mode); \
    }
OPEN(open, 0)
OPEN(open64, O_LARGEFILE)

#define OPENAT(name, flag)                                    \
    int name(int directory, const char *path, int flags, ...) { \
        va_list rest;                                         \
        va_start(rest, flags);                                \
        mode_t mode = (mode_t)va_arg(rest, int);              \
        va_end(rest);                                         \
        return opened(directory, path, flags | flag, mode);   \
    }
OPENAT(openat, 0)
OPENAT(openat64, O_LARGEFILE)

static int flushed(int file, long call) {
    if (is_on_storage(file)) {
        if (ailment("flush-fails")) {
            errno = EIO;
            return -1;
        }
        long long delay = ailment("flush-ms");
        struct timespec pause = {delay / 1000, delay % 1000 * 1000000};
        if (delay) {
            note("flushes");
            nanosleep(&pause, NULL);
        }
    }
    return (int)syscall(call, file);
}

int fsync(int file) {
    return flushed(file, SYS_fsync);
}

int fdatasync(int file) {
    return flushed(file, SYS_fdatasync);
}

int clock_gettime(clockid_t which, struct timespec *now) {
    int failed = (int)syscall(SYS_clock_gettime, which, now);
    if (!failed && which == CLOCK_REALTIME) now->tv_sec += ailment("clock-secs");
    return failed;
}

int gettimeofday(struct timeval *now, void *zone) {
    struct timespec precise;
    (void)zone;
    int failed = clock_gettime(CLOCK_REALTIME, &precise);
    now->tv_sec = precise.tv_sec;
    now->tv_usec = precise.tv_nsec / 1000;
    return failed;
}
