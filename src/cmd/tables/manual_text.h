/*
 * cmd/tables/manual_text.h -- the parts of nutgraf.1 that are written by hand, as mdoc.
 *
 * The tables between them are made from rows; `nutgraf help manual` prints the whole.
 */
#ifndef CMD_TABLES_MANUAL_TEXT_H
#define CMD_TABLES_MANUAL_TEXT_H

#define MANUAL_HEAD                                                                  \
	".\\\" Made by 'nutgraf help manual'.\n"                                     \
	".Dd November 25, 2026\n"                                                    \
	".Dt NUTGRAF 1\n"                                                            \
	".Os\n"                                                                      \
	".Sh NAME\n"                                                                 \
	".Nm nutgraf\n"                                                              \
	".Nd briefings from articles, read in the terminal\n"                        \
	".Sh SYNOPSIS\n"                                                             \
	".Nm\n"                                                                      \
	".Op Ar option ...\n"                                                        \
	".Op Ar command Op Ar argument ...\n"                                        \
	".Sh DESCRIPTION\n"                                                          \
	".Nm\n"                                                                      \
	"turns articles into briefs, and is the place where briefs are read,\n"      \
	"followed and printed.\n"                                                    \
	"A brief is a YAML file: the summary of an article, its timeline, its\n"     \
	"related reading, and its text.\n"                                           \
	"A library is a folder of briefs.\n"                                         \
	".Pp\n"                                                                      \
	"Without a command the reader opens on a terminal; elsewhere the help is\n"  \
	"printed.\n"                                                                 \
	".Pp\n"                                                                      \
	"A brief is named by a path, by\n"                                           \
	".Sq -\n"                                                                    \
	"for the standard input, by its id, by the start of its id, or by words of\n" \
	"its id and title, which need no quotes where they name one brief.\n"        \
	"A path is read by itself: its stated links are shown as they stand there,\n" \
	"and no library is read.\n"                                                  \
	"Every other name is looked up in the library, and its related reading is\n" \
	"found there too.\n"

#define MANUAL_COMMANDS ".Sh COMMANDS\n.Bl -tag -width Ds\n"
#define MANUAL_OPTIONS                                                               \
	".El\n.Sh OPTIONS\n"                                                         \
	"Options may stand anywhere before\n.Sq -- ,\nwhich ends them.\n"            \
	".Bl -tag -width Ds\n"
#define MANUAL_INPUT                                                                 \
	".El\n.Sh INPUT\n"                                                           \
	"What the content tells, or\n.Fl -from\nnames:\n"                            \
	".Bl -tag -width Ds\n"
#define MANUAL_QUERIES                                                               \
	".El\n.Sh QUERIES\n"                                                         \
	"What\n.Ic list , search , export ,\n.Fl -where\nand the reader understand.\n"                    \
	"Everything in a query must hold; a word stands for all words of its stem,\n" \
	"whatever their case and diacritics.\n"                                      \
	"Words are looked for in title, standfirst, text, source, topics, tags and\n" \
	"notes.\n"                                                                   \
	".Bl -tag -width Ds\n"
#define MANUAL_KEYS ".El\n.Sh KEYS\nIn the reader:\n.Bl -tag -width Ds\n"

#define MANUAL_EDITS \
	".El\n" \
	".Sh YOUR EDITS\n" \
	".Ic add\n" \
	"of a source that is in the library already refreshes its brief: the same\n" \
	"input, else the same address with the same title or day, else, without\n" \
	"addresses, the same title, day and name of the source.\n" \
	".Ic refresh\n" \
	"digests the body that is in the file again, also an edited one.\n" \
	".Pp\n" \
	"What you wrote stays byte for byte: tags, notes, links by you, keys the\n" \
	"program does not know, comments, and each key of the converter's that you\n" \
	"changed or that\n" \
	".Ic keep\n" \
	"names; a warning tells which of them the input now says otherwise.\n" \
	"Where that cannot be done the file is left alone, the fresh brief lies beside\n" \
	"it as\n" \
	".Pa ID.yaml.new ,\n" \
	"which\n" \
	".Ic check\n" \
	"names until you delete it,\n" \
	"and the exit status is 3.\n" \
	"So it is with a file that\n" \
	".Ic export\n" \
	"wrote and that you changed: the list of them,\n" \
	".Pa .exported ,\n" \
	"has their hashes, as\n" \
	".Xr sha256sum 1\n" \
	"writes and checks them.\n" \
	".Pp\n" \
	"A title may be changed, too: links by the old one lead to the brief as long\n" \
	"as its id has the words of it.\n" \
	".Sh SANDBOX\n" \
	".Ic add , convert , refresh\n" \
	"and\n" \
	".Ic timex\n" \
	"read their input in a process that was made before and has given up files,\n" \
	"the network, other programs and more memory and time than the input's size\n" \
	"allows: no_new_privs, resource limits, Landlock and a seccomp filter.\n" \
	"An input that breaks it is named, and the others go on.\n" \
	".Fl -sandbox Ns = Ns Cm auto\n" \
	"tells once when a layer is missing on this machine,\n" \
	".Cm require\n" \
	"reads nothing then,\n" \
	".Cm off\n" \
	"does without the process;\n" \
	".Ic doctor\n" \
	"tells which layers hold.\n"

#define MANUAL_WORLD \
	".Sh ENVIRONMENT\n"                                                          \
	".Bl -tag -width Ds\n"                                                       \
	".It Ev NUTGRAF_LIBRARY\n"                                                   \
	"The library, unless\n.Fl -library\nis given.\n"                             \
	".It Ev NUTGRAF_PAGER , PAGER\n"                                             \
	"The pager, split into words and run without a shell; otherwise\n"           \
	".Ql less -FIRX .\n"                                                         \
	".It Ev VISUAL , EDITOR\n"                                                   \
	"The editor, run in the same way; otherwise\n.Ql vi .\n"                     \
	".It Ev NO_COLOR , CLICOLOR_FORCE , FORCE_COLOR\n"                           \
	"Never, or always, colour.\n"                                                \
	".Fl -color\nbeats\n.Ev NO_COLOR ,\nwhich beats the other two, which beat\n" \
	"what the output is.\n"                                                      \
	".It Ev TERM , COLORTERM\n"                                                  \
	"How many colours there are.\n"                                              \
	".It Ev LC_ALL , LC_CTYPE , LANG\n"                                          \
	"Where the first that is set names another set of characters than UTF-8,\n"  \
	"text for persons is in ASCII, as with\n.Fl -ascii ;\n"                      \
	"formats for programs are UTF-8 always.\n"                                   \
	".It Ev COLUMNS\n"                                                           \
	"The width where no terminal tells it.\n"                                    \
	".It Ev NUTGRAF_NOW\n"                                                       \
	"The time, as 2026-01-02T03:04:05Z, in place of the clock.\n"                \
	".El\n"                                                                      \
	".Sh FILES\n"                                                                \
	".Bl -tag -width Ds\n"                                                       \
	".It Pa $XDG_DATA_HOME/nutgraf\n"                                            \
	"The library when none is named; while it does not exist, the sample\n"      \
	"library is shown.\n"                                                        \
	".It Pa $XDG_CONFIG_HOME/nutgraf/config.yaml\n"                              \
	"The keys\n.Ic library ,\n.Ic theme\nand\n.Ic keys ,\n"                          \
	"a map of the reader's actions, by the names below\n.Sx KEYS ,\n"            \
	"to a key or a list of keys:\n"                                               \
	".Ql keys: {next-brief: n, open: [<Enter>, o]} .\n"                           \
	".It Pa $XDG_CONFIG_HOME/nutgraf/themes/NAME.yaml\n"                         \
	"Themes of one's own.\n"                                                     \
	".It Pa $XDG_CACHE_HOME/nutgraf/*.db\n"                                      \
	"Indexes of larger libraries; made anew when they are gone.\n"               \
	".It Pa $XDG_STATE_HOME/nutgraf/state.db\n"                                  \
	"Marks, places and saved queries of all libraries, by the id of the brief.\n" \
	"A damaged one is kept as\n.Pa state.db.damaged-N ,\nand what can be read of it goes on.\n"                       \
	".El\n"                                                                      \
	".Sh EXIT STATUS\n"                                                          \
	".Bl -tag -width Ds\n"                                                       \
	".It 0\nDone.\n"                                                             \
	".It 1\nNothing was found, or\n.Ic check\nhas findings.\n"                   \
	".It 2\nThe command line is wrong, or there was trouble.\n"                  \
	".It 3\nA hand edit would be lost; nothing was written.\n"                   \
	".El\n"                                                                      \
	".Sh EXAMPLES\n"                                                             \
	"Read the sample library:\n"                                                 \
	".Dl $ nutgraf\n"                                                            \
	"Put articles into the library, and read the first of them:\n"               \
	".Dl $ nutgraf show \"$(nutgraf add *.txt | head -n 1)\"\n"                  \
	"What is still to come, as a calendar:\n"                                    \
	".Dl $ nutgraf timeline --scheduled --ics -o coming.ics\n"                   \
	"The dates of a text whose own date is known:\n"                             \
	".Dl $ nutgraf timex --dct 2019-07-01 article.txt\n"                         \
	".Sh DIAGNOSTICS\n"                                                          \
	"Messages have the form\n"                                                   \
	".Dl FILE:LINE:COL: level: text [ID]\n"                                      \
	"and these ids:\n"                                                           \
	".Bl -tag -width Ds\n"

#define MANUAL_FOOT                                                                  \
	".El\n"                                                                      \
	".Sh SEE ALSO\n"                                                             \
	".Xr less 1\n"

#endif
