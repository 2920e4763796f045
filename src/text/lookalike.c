#include "text/lookalike.h"

#include <stdbool.h>

/** One look: the letter in each script, 0 where there is none. The first row that has a letter wins. */
static const uint16_t looks[][3] = {
    /* Latin, Cyrillic, Greek */
    {'a', 0x0430, 0x03b1}, {'A', 0x0410, 0x0391}, {'b', 0x0432, 0},      {'B', 0x0412, 0x0392},
    {'c', 0x0441, 0x03f2}, {'C', 0x0421, 0x03f9}, {'d', 0x0501, 0},      {'D', 0x0500, 0},
    {'e', 0x0435, 0x03b5}, {'E', 0x0415, 0x0395}, {'h', 0x043d, 0},      {'H', 0x041d, 0x0397},
    {'h', 0x04bb, 0},      {'H', 0x04ba, 0},      {'i', 0x0456, 0x03b9}, {'I', 0x0406, 0x0399},
    {'j', 0x0458, 0x03f3}, {'J', 0x0408, 0x037f}, {'k', 0x043a, 0x03ba}, {'K', 0x041a, 0x039a},
    {'l', 0x04cf, 0},      {'L', 0x04c0, 0},      {'m', 0x043c, 0},      {'M', 0x041c, 0x039c},
    {'n', 0, 0x03b7},      {'N', 0, 0x039d},      {'o', 0x043e, 0x03bf}, {'O', 0x041e, 0x039f},
    {'p', 0x0440, 0x03c1}, {'P', 0x0420, 0x03a1}, {'q', 0x051b, 0},      {'Q', 0x051a, 0},
    {'s', 0x0455, 0},      {'S', 0x0405, 0},      {'t', 0x0442, 0x03c4}, {'T', 0x0422, 0x03a4},
    {'u', 0, 0x03c5},      {'v', 0x0475, 0x03bd}, {'V', 0x0474, 0},      {'w', 0x051d, 0x03c9},
    {'W', 0x051c, 0},      {'x', 0x0445, 0x03c7}, {'X', 0x0425, 0x03a7}, {'y', 0x0443, 0x03b3},
    {'Y', 0x0423, 0x03a5}, {'y', 0x04af, 0},      {'Y', 0x04ae, 0},      {'Z', 0, 0x0396},
};

static bool lookalike_between(uint32_t character, uint32_t first, uint32_t last)
{
    return character >= first && character <= last;
}

static bool lookalike_is_latin(uint32_t c)
{
    return lookalike_between(c | 0x20, 'a', 'z') || c == 0xaa || c == 0xba ||
           (lookalike_between(c, 0xc0, 0x2af) && c != 0xd7 && c != 0xf7) || lookalike_between(c, 0x1e00, 0x1eff) ||
           lookalike_between(c, 0x2c60, 0x2c7f) || lookalike_between(c, 0xa722, 0xa787) ||
           lookalike_between(c, 0xa78b, 0xa7ff);
}

unsigned syn_lookalike_script(uint32_t c)
{
    if (lookalike_is_latin(c))
        return SYN_LOOKALIKE_LATIN;
    if (lookalike_between(c, 0x400, 0x481) || lookalike_between(c, 0x48a, 0x52f) || lookalike_between(c, 0xa640, 0xa66e))
        return SYN_LOOKALIKE_CYRILLIC;
    if (lookalike_between(c, 0x370, 0x373) || lookalike_between(c, 0x376, 0x37f) || lookalike_between(c, 0x386, 0x3ff) ||
        lookalike_between(c, 0x1f00, 0x1fbc) || lookalike_between(c, 0x1fc2, 0x1ffc))
        return c == 0x37e || c == 0x387 ? 0 : SYN_LOOKALIKE_GREEK;
    return 0;
}

static unsigned lookalike_column(unsigned script)
{
    return script == SYN_LOOKALIKE_LATIN ? 0 : script == SYN_LOOKALIKE_CYRILLIC ? 1 : 2;
}

/** The twin of `character` (of script `from`) in script `to`, or 0. */
static uint32_t lookalike_twin(uint32_t character, unsigned from, unsigned to)
{
    unsigned here = lookalike_column(from), there = lookalike_column(to);

    for (size_t i = 0; i < sizeof looks / sizeof looks[0]; ++i)
        if (looks[i][here] == character && looks[i][there] != 0)
            return looks[i][there];
    return 0;
}

/** Whether a letter has no twin in any other of the `scripts`. */
static bool lookalike_is_own(uint32_t character, unsigned script, unsigned scripts)
{
    for (unsigned other = 1; other <= SYN_LOOKALIKE_GREEK; other <<= 1)
        if (other != script && (scripts & other) && lookalike_twin(character, script, other))
            return false;
    return true;
}

typedef struct tally {
    unsigned scripts, first_own;
    size_t own[5], all[5]; /* by script */
} tally;

static tally lookalike_count(const int32_t *characters, size_t count)
{
    tally t = {0};

    for (size_t i = 0; i < count; ++i)
        t.scripts |= syn_lookalike_script((uint32_t)characters[i]);
    if ((t.scripts & (t.scripts - 1)) == 0)
        return t;
    for (size_t i = 0; i < count; ++i) {
        unsigned script = syn_lookalike_script((uint32_t)characters[i]);
        ++t.all[script];
        if (script == 0 || !lookalike_is_own((uint32_t)characters[i], script, t.scripts))
            continue;
        ++t.own[script];
        if (t.first_own == 0)
            t.first_own = script;
    }
    return t;
}

static unsigned lookalike_choose(const tally *t)
{
    unsigned best = SYN_LOOKALIKE_LATIN;

    for (unsigned script = SYN_LOOKALIKE_CYRILLIC; script <= SYN_LOOKALIKE_GREEK; script <<= 1) {
        bool equal = t->own[script] == t->own[best];
        if (t->own[script] > t->own[best] || (equal && t->all[script] > t->all[best]) ||
            (equal && t->all[script] == t->all[best] && t->first_own == script))
            best = script;
    }
    return best;
}

void syn_lookalike_fold(int32_t *characters, size_t count)
{
    tally t = lookalike_count(characters, count);
    unsigned target;

    if ((t.scripts & (t.scripts - 1)) == 0)
        return;
    target = lookalike_choose(&t);
    for (size_t i = 0; i < count; ++i) {
        unsigned script = syn_lookalike_script((uint32_t)characters[i]);
        uint32_t twin = script == 0 || script == target ? 0 : lookalike_twin((uint32_t)characters[i], script, target);
        if (twin)
            characters[i] = (int32_t)twin;
    }
}
