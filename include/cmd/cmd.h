/*
 * cmd/cmd.h -- the subcommands: one file each, one row each.
 *
 * Exit status: 0 done; 1 nothing found, or findings; 2 usage or trouble; 3 a hand
 * edit would be lost and nothing was written.
 */
#ifndef CMD_CMD_H
#define CMD_CMD_H

enum { EXIT_DONE = 0, EXIT_NOTHING = 1, EXIT_TROUBLE = 2, EXIT_EDITED = 3 };

#endif
