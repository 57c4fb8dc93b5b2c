/* The end: restores the terminal through the hook, says why, exits. */
#include "base/die.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static void (*hook_before_exit)(void);

void
die_set_hook(void (*hook)(void))
{
	hook_before_exit = hook;
}

void
die(const char *fmt, ...)
{
	va_list ap;

	if (hook_before_exit != NULL)
		hook_before_exit();
	(void)fputs("nutgraf: ", stderr);
	va_start(ap, fmt);
	(void)vfprintf(stderr, fmt, ap);
	va_end(ap);
	(void)fputc('\n', stderr);
	exit(70);
}
