/* A disk that is slow to promise: each fsync and fdatasync takes SLOW_DISK_MS milliseconds longer.
   To be preloaded (LD_PRELOAD); scripts/bench-small does so. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static void wait_for_the_disk(void) {
    const char *told = getenv("SLOW_DISK_MS");
    long ms = told ? atol(told) : 0;
    struct timespec time = {ms / 1000, ms % 1000 * 1000000};
    while (nanosleep(&time, &time) != 0) {
    }
}

int fsync(int file) {
    int (*original)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    wait_for_the_disk();
    return original(file);
}

int fdatasync(int file) {
    int (*original)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    wait_for_the_disk();
    return original(file);
}
