/* base/die.h -- the end of the program for reasons no caller can mend. */
#ifndef BASE_DIE_H
#define BASE_DIE_H

/* Restores the terminal (if die_hook is set), prints "nutgraf: ..." to stderr, exits 70. */
_Noreturn void die(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* Called once before the message is printed; the shell sets it to leave curses. */
void die_set_hook(void (*hook)(void));

#endif
