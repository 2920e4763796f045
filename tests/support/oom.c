#include "oom.h"

#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
int __real_pthread_create(pthread_t *id, const pthread_attr_t *attributes, void *(*run)(void *), void *argument);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
int __wrap_pthread_create(pthread_t *id, const pthread_attr_t *attributes, void *(*run)(void *), void *argument);

static atomic_long left = LONG_MAX, threads_left = LONG_MAX;
static atomic_bool struck;

void oom_after(long count)
{
    atomic_store(&struck, false);
    atomic_store(&left, count);
}

void oom_never(void)
{
    atomic_store(&left, LONG_MAX);
}

bool oom_struck(void)
{
    return atomic_load(&struck);
}

void oom_threads_after(long count)
{
    atomic_store(&threads_left, count);
}

static bool strike(void)
{
    if (atomic_fetch_sub(&left, 1) != 0)
        return false;
    atomic_store(&struck, true);
    errno = ENOMEM;
    return true;
}

void *__wrap_malloc(size_t size)
{
    return strike() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return strike() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
    return strike() ? NULL : __real_realloc(old, size);
}

int __wrap_pthread_create(pthread_t *id, const pthread_attr_t *attributes, void *(*run)(void *), void *argument)
{
    if (atomic_fetch_sub(&threads_left, 1) <= 0)
        return EAGAIN;
    return __real_pthread_create(id, attributes, run, argument);
}
