# One Makefile, no recursion but for other build folders.  `make help` lists.

VERSION  = 0.1.0
PREFIX  ?= /usr/local
DESTDIR ?=
CC      ?= cc
BUILD   ?= build
PYTHON  ?= $(firstword $(wildcard /usr/bin/python3) python3)

PKGS     = ncursesw yaml-0.1 libcmark gumbo
# Archives where there are any: a third of the time of a short command went into loading libraries and relocating
# their pointers (Snowball alone has 10,800), and the sandbox forks faster with fewer of them.  SHARED=1 is for packagers.
archive  = $(if $(SHARED),-l$(1),$(if $(findstring /,$(shell $(CC) -print-file-name=lib$(1).a 2>/dev/null)),-l:lib$(1).a,-l$(1)))
NAMED   := $(foreach l,unistring stemmer sqlite3 expat jansson,$(call archive,$l))
CFLAGS  ?= -O2 -g
WARN     = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion \
           -Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition \
           -Wcast-qual -Wwrite-strings -Wformat=2 -Wundef -Wvla -Wswitch-enum \
           -Wpointer-arith -Wdouble-promotion -Werror
PKG_CFLAGS := $(shell pkg-config --cflags-only-I $(PKGS) 2>/dev/null | sed 's/-I/-isystem /g')
PKG_LIBS   := $(foreach f,$(shell pkg-config --libs $(PKGS) 2>/dev/null),$(if $(filter -l%,$f),$(call archive,$(f:-l%=%)),$f)) $(NAMED)
CPP      = -std=c11 -D_GNU_SOURCE -DVERSION=\"$(VERSION)\" -DDATADIR=\"$(PREFIX)/share/nutgraf\" \
           -Iinclude -Isrc -I$(BUILD)/gen $(PKG_CFLAGS)
HARDEN   = -fstack-protector-strong -D_FORTIFY_SOURCE=2 -fPIE
ALL      = $(CPP) $(WARN) $(HARDEN) $(CFLAGS) $(EXTRA)
# Not position-independent: relocating pointers is what `show` of a short brief would spend its time on.
# The objects can be either; `make LDFLAGS=-pie` links the other kind.
# STATIC=1 takes the C library in as well: one file that needs nothing of the machine, and starts a sixth faster.  What
# glibc loads while running must be of its version: locales but C.UTF-8, Chinese, Japanese and Korean encodings.  The
# linker's warning is about SQLite's extensions, which nothing here loads.
LINK     = -Wl,--as-needed -Wl,-z,relro,-z,now $(if $(STATIC),-static -Wl$(comma)--no-warnings,-no-pie)
LIBS     = $(PKG_LIBS) -lm
comma    = ,

SRC      = $(sort $(wildcard src/*/*.c) $(wildcard src/*/tables/*.c))
CODE     = $(foreach f,$(SRC),$(if $(findstring /tables/,$f),,$f))
DOORS    = $(wildcard include/*/*.h) $(wildcard src/*/*.h)
OBJ      = $(SRC:%.c=$(BUILD)/%.o)
CORE     = $(filter-out $(BUILD)/src/cmd/main.o,$(OBJ))
TINY     = $(CORE:$(BUILD)/%=$(BUILD)/tiny/%)
UNIT     = $(patsubst tests/unit/%.c,$(BUILD)/tests/unit/%,$(wildcard tests/unit/*.c))
SCREEN   = $(patsubst tests/screen/%.c,$(BUILD)/tests/screen/%,$(wildcard tests/screen/*.c))
TOOLS    = $(patsubst tests/tools/%.c,$(BUILD)/tests/tools/%,$(wildcard tests/tools/*.c))
REPLAY   = $(patsubst tests/fuzz/%.c,$(BUILD)/tests/fuzz/%,$(wildcard tests/fuzz/*.c))
FUZZ     = $(patsubst tests/fuzz/%.c,build-fuzz/%,$(wildcard tests/fuzz/*.c))

all: $(BUILD)/nutgraf                                      ## build the program

$(BUILD)/nutgraf: $(OBJ)
	$(CC) $(LINK) $(LDFLAGS) $(EXTRA) -o $@ $^ $(LIBS)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL) -MMD -MP -c -o $@ $<

$(BUILD)/gen/themes.inc: themes/embed.awk $(wildcard themes/*.yaml)
	@mkdir -p $(@D)
	@awk -f themes/embed.awk $(sort $(wildcard themes/*.yaml)) >$@

THEME_OBJ = src/render/theme.o
$(THEME_OBJ:%=$(BUILD)/%) $(THEME_OBJ:%=$(BUILD)/tiny/%) $(THEME_OBJ:%=build-fuzz/%) lint: $(BUILD)/gen/themes.inc

$(BUILD)/tiny/%.o: %.c
	@mkdir -p $(@D)
	@$(CC) $(ALL) -DARENA_BLOCK=64 -MMD -MP -c -o $@ $<

$(BUILD)/libtiny.a: $(TINY)
	@rm -f $@; $(AR) rcs $@ $^

$(BUILD)/tests/unit/%: tests/unit/%.c $(BUILD)/libtiny.a
	@mkdir -p $(@D)
	@$(CC) $(CPP) -Itests -Wall -Wextra -DARENA_BLOCK=64 $(CFLAGS) $(EXTRA) -o $@ $< $(BUILD)/libtiny.a $(LIBS) -lcmocka

$(BUILD)/tests/tools/%: tests/tools/%.c $(BUILD)/libtiny.a
	@mkdir -p $(@D)
	@$(CC) $(CPP) -Itests -Wall -Wextra $(CFLAGS) $(EXTRA) -o $@ $< $(BUILD)/libtiny.a $(LIBS) -lcmocka

$(BUILD)/tests/fuzz/%: tests/fuzz/%.c tests/replay.c $(BUILD)/libtiny.a
	@mkdir -p $(@D)
	@$(CC) $(CPP) -Itests -Wall -Wextra -DARENA_BLOCK=64 $(CFLAGS) $(EXTRA) -o $@ $< tests/replay.c $(BUILD)/libtiny.a $(LIBS)

$(BUILD)/tests/screen/%: tests/screen/%.c $(wildcard tests/screen/*.h)
	@mkdir -p $(@D)
	@$(CC) -D_GNU_SOURCE $(CFLAGS) -Wall -Wextra $(EXTRA) -o $@ $< $$(pkg-config --cflags --libs vterm) -lutil

-include $(OBJ:.o=.d) $(TINY:.o=.d) $(CORE:$(BUILD)/%.o=build-fuzz/%.d)

run:                                                       ## install what is missing, build, open the sample library
	@tests/tools/packages.sh build
	@$(MAKE) --no-print-directory -s -j$$(nproc) all
	@$(BUILD)/nutgraf --library briefs

test:                                                      ## install what tests need, run everything
	@tests/tools/packages.sh build test
	@$(MAKE) --no-print-directory -s -j$$(nproc) check

check: $(BUILD)/nutgraf $(UNIT) $(TOOLS) $(SCREEN) $(REPLAY)
	@BUILD=$(BUILD) PYTHON=$(PYTHON) tests/run.sh "$(UNIT)"

lint:                                                      ## clang-format, clang-tidy, manual pages
	@tests/tools/packages.sh build lint
	@clang-format --dry-run -Werror $(CODE) $(DOORS) $(wildcard tests/*.[ch] tests/*/*.[ch])
	@printf '%s\n' $(CODE) | xargs -P 2 -n 6 sh -c \
	  'clang-tidy --quiet "$$@" -- $(CPP) -Itests 2>/dev/null' lint
	@for m in $(wildcard *.1); do mandoc -T lint -W warning $$m || exit 1; done

asan:                                                      ## the same tests under ASan and UBSan
	@tests/tools/packages.sh build test
	@$(MAKE) --no-print-directory -s -j$$(nproc) check BUILD=build-asan HARDEN=-fPIE CFLAGS='-O1 -g' \
	  EXTRA='-fsanitize=address,undefined -fno-sanitize-recover=all'

build-fuzz/%.o: %.c
	@mkdir -p $(@D)
	@clang $(CPP) -DARENA_BLOCK=64 -g -O1 -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -MMD -MP -c -o $@ $<

build-fuzz/%: tests/fuzz/%.c $(CORE:$(BUILD)/%=build-fuzz/%)
	@clang $(CPP) -Itests -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all -o $@ $^ $(PKG_LIBS) -lm

FUZZ_SECONDS ?= 60
SEEDS_article = tests/articles
SEEDS_digest  = tests/articles
SEEDS_timex   = tests/articles
SEEDS_words   = tests/articles
SEEDS_import  = tests/articles
SEEDS_doc     = tests/articles
SEEDS_brief   = briefs
SEEDS_edit    = briefs
SEEDS_page    = briefs
SEEDS_yaml    = briefs
SEEDS_html    = tests/html
SEEDS_feed    = tests/feeds
SEEDS_mail    = tests/mails
SEEDS_json    = tests/feeds
fuzz: $(FUZZ)                                              ## every fuzz target for FUZZ_SECONDS, two at a time
	@mkdir -p $(FUZZ:%=%.corpus)
	@{ $(foreach f,$(FUZZ),echo $f $f.corpus $(wildcard tests/fuzz/corpus/$(notdir $f) $(SEEDS_$(notdir $f)));) } | \
	  xargs -P 2 -L 1 sh -c '"$$0" -max_total_time=$(FUZZ_SECONDS) -rss_limit_mb=2048 -timeout=10 -len_control=0 -max_len=8192 \
	  -artifact_prefix="$$0". "$$@" >"$$0".log 2>&1 \
	  && echo "fuzz $${0##*/}: clean" || { echo "fuzz $${0##*/}: see $$0.log"; exit 1; }'

cover:                                                     ## line coverage, worst files first
	@$(MAKE) -s check BUILD=build-cover EXTRA=--coverage HARDEN=-fPIE CFLAGS=-O0 >/dev/null
	@$(PYTHON) tests/tools/cover.py build-cover

bench: all                                                 ## medians of interleaved runs, ratios to peers
	@BUILD=$(BUILD) PYTHON=$(PYTHON) CORE="$(CORE)" LIBS="$(LIBS)" tests/bench/run.sh

picture: all $(BUILD)/tests/screen/screen                  ## the picture in the README
	@t=$$(mktemp -d); printf '%s\n' 'keys jj<Enter>' 'svg tests/screen/reader.svg' | XDG_STATE_HOME=$$t XDG_CACHE_HOME=$$t \
	  LC_ALL=C.UTF-8 NUTGRAF_NOW=2026-01-02T03:04:05Z SCREEN_TERM=xterm-256color \
	  $(BUILD)/tests/screen/screen 120x32 $(BUILD)/nutgraf --library briefs read --theme dark pact >/dev/null; rm -rf $$t

COMPLETIONS = bash:bash-completion/completions/nutgraf zsh:zsh/site-functions/_nutgraf \
              fish:fish/vendor_completions.d/nutgraf.fish

install: all                                               ## into $(DESTDIR)$(PREFIX)
	install -Dm755 $(BUILD)/nutgraf $(DESTDIR)$(PREFIX)/bin/nutgraf
	install -Dm644 -t $(DESTDIR)$(PREFIX)/share/man/man1 nutgraf.1
	install -Dm644 -t $(DESTDIR)$(PREFIX)/share/nutgraf/briefs $(wildcard briefs/*)
	install -Dm644 -t $(DESTDIR)$(PREFIX)/share/nutgraf/themes $(wildcard themes/*.yaml)
	@for s in $(COMPLETIONS); do install -d $(DESTDIR)$(PREFIX)/share/$$(dirname $${s#*:}) && \
	  $(BUILD)/nutgraf completion $${s%%:*} >$(DESTDIR)$(PREFIX)/share/$${s#*:} || exit 1; done

uninstall:                                                 ## the same files away again
	rm -rf $(DESTDIR)$(PREFIX)/bin/nutgraf $(DESTDIR)$(PREFIX)/share/man/man1/nutgraf.1 $(DESTDIR)$(PREFIX)/share/nutgraf
	@for s in $(COMPLETIONS); do rm -f $(DESTDIR)$(PREFIX)/share/$${s#*:}; done

dist:                                                      ## a tarball from git
	git archive --prefix=nutgraf-$(VERSION)/ -o nutgraf-$(VERSION).tar.gz HEAD

clean:                                                     ## forget everything built
	rm -rf build build-*

help:                                                      ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1	\2/p' Makefile | expand -t 12

.PHONY: all run test check lint asan fuzz cover bench picture install uninstall dist clean help
.SECONDARY:
