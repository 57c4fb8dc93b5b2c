/*
 * base/sanitized.h -- whether AddressSanitizer is in this build: its shadow memory passes
 * any limit, its reports go to descriptor 2, and it sets signal stacks aside at exits.
 */
#ifndef BASE_SANITIZED_H
#define BASE_SANITIZED_H

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

#endif
