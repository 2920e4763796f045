/** What property programs share: a seeded source of chance, and what to do when a law is broken.
 *
 *      law_seed(argc, argv, 20240923);
 *      for (law_trial = 0; law_trial < TRIALS; ++law_trial)
 *          law_hold(law_chance(6) < 6, "a die has six faces", "");
 *
 *  The first argument of a program, if any, is another seed. The first law broken is printed with seed
 *  and trial, and ends the program with 1.
 */
#ifndef TESTS_SUPPORT_LAW_H
#define TESTS_SUPPORT_LAW_H

#include "base/hash.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static uint64_t law_start, law_state;
static uint32_t law_trial;

static inline void law_seed(int argc, char **argv, uint64_t seed)
{
    law_start = law_state = argc > 1 ? strtoull(argv[1], NULL, 10) : seed;
    printf("seed %llu\n", (unsigned long long)law_start);
    fflush(stdout);
}

/** A number below `below`, which is at least 1. */
static inline uint32_t law_chance(uint32_t below)
{
    law_state += 0x9e3779b97f4a7c15u;
    return (uint32_t)((syn_hash_mix(law_state) >> 32) % below);
}

static inline uint32_t law_between(uint32_t least, uint32_t most)
{
    return least + law_chance(most - least + 1);
}

__attribute__((format(printf, 3, 4)))
static inline void law_hold(bool held, const char *law, const char *format, ...)
{
    va_list arguments;

    if (held)
        return;
    printf("not held: %s (seed %llu, trial %u)\n  ", law, (unsigned long long)law_start, (unsigned)law_trial);
    va_start(arguments, format);
    vprintf(format, arguments);
    va_end(arguments);
    printf("\n");
    exit(1);
}

static inline void *law_need(void *memory)
{
    if (!memory)
        abort();
    return memory;
}

#endif
