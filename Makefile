# huizong: every etl/*/*.c but the stages goes into one library, every etl/stage/NAME.c becomes huizong-NAME.
# SANITIZE=1 builds the same under ASan and UBSan in .build/asan, COVER=1 with counters in .build/cover; V=1 shows the whole commands.

MAKEFLAGS += --no-print-directory
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := all
.DELETE_ON_ERROR:

PREFIX ?= /usr/local
CC = gcc
CLANG_FORMAT ?= clang-format
CLANG_TIDY ?= clang-tidy

BUILD := .build$(if $(SANITIZE),/asan)$(if $(COVER),/cover)
BIN := $(BUILD)/bin
LIBRARY := $(BUILD)/libhuizong.a
SQL_SOURCE := $(BUILD)/sql_embedded.c

say = $(if $(filter 1,$(V)),,@printf '  %-4s %s\n' $(1) $(2);)
# Asked once, and not before the packages can be there.
PACKAGES := libpq xlsxwriter libzip expat jansson libutf8proc libcrypto
PACKAGE_CFLAGS = $(eval PACKAGE_CFLAGS := $$(shell pkg-config --cflags $(PACKAGES)))$(PACKAGE_CFLAGS)
PACKAGE_LIBS = $(eval PACKAGE_LIBS := $$(shell pkg-config --libs $(PACKAGES)))$(PACKAGE_LIBS)
PACKAGE_VERSIONS = -DHUIZONG_PACKAGES='"$(foreach package,$(PACKAGES),$(package) $(shell pkg-config --modversion $(package)))"'
POISON := $(addprefix -include ,$(wildcard etl/base/poison.h))
CPPFLAGS = -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64 -Ietl -I.build $(PACKAGE_CFLAGS)
CFLAGS = -std=gnu11 -O2 -g -Wall -Wextra -Wshadow -Wstrict-prototypes -Werror -fstack-protector-strong
LDFLAGS = -Wl,-z,relro,-z,now -Wl,--as-needed
LDLIBS = $(PACKAGE_LIBS) -lcsv -lm
ifdef SANITIZE
CFLAGS += -O1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
LDFLAGS += -fsanitize=address,undefined
else ifdef COVER
CPPFLAGS += -DHUIZONG_COVER=1
CFLAGS += -O0 --coverage -fprofile-update=atomic
LDFLAGS += -Wl,--wrap=_exit
else
CPPFLAGS += -D_FORTIFY_SOURCE=2
endif

VERSION := $(shell sed -n 's/^\#define HUIZONG_VERSION "\(.*\)"/\1/p' etl/base/prog.h)
LOADER = $(notdir $(shell readelf -l $(BIN)/huizong-check | sed -n 's/.*interpreter: \(.*\)]/\1/p'))
DIST := huizong-check-$(VERSION)

SQL_FILES := $(shell find sql -name '*.sql')
STAGES := $(patsubst etl/stage/%.c,%,$(wildcard etl/stage/*.c))
LIBRARY_SOURCES := $(filter-out etl/stage/% etl/launch/%,$(wildcard etl/*/*.c))
LIBRARY_OBJECTS := $(LIBRARY_SOURCES:%.c=$(BUILD)/%.o) $(BUILD)/sql_embedded.o $(if $(COVER),$(BUILD)/tests/cover/exit.o)
STAGE_OBJECTS := $(STAGES:%=$(BUILD)/etl/stage/%.o)
UNIT_TESTS := $(patsubst tests/unit/%.c,$(BUILD)/tests/unit/%,$(wildcard tests/unit/test_*.c))
C_FILES := $(wildcard etl/*/*.[ch] tests/*/*.[ch])

.PHONY: all unit static dist-check demo check bench fuzz fault cover lint format golden install clean distclean help FORCE

all: $(STAGES:%=$(BIN)/huizong-%) ## build every stage into .build/bin

unit: $(UNIT_TESTS) ## build the unit tests

static: $(BIN)/huizong-check $(BIN)/huizong-extract $(BUILD)/launch ## huizong-check with all that it needs, to run anywhere, into .build/static
	scripts/dist-check $(BIN) $(BUILD)/launch $(BUILD)/static

dist-check: static ## what a city office gets: .build/huizong-check-VERSION.tar.gz
	tar --create --sort=name --owner=0 --group=0 --numeric-owner --mtime=@946684800 --transform='s,^\./,$(DIST)/,' -C $(BUILD)/static . | gzip -n9 > $(BUILD)/$(DIST).tar.gz

demo: ## install what is missing, build, run three cycles' nights into .demo/outbox
	scripts/bootstrap
	$(MAKE) -j2 all
	scripts/demo

check: ## everything that must hold before a commit; last line "N passed, M failed"
	scripts/bootstrap --tests
	$(MAKE) -j2 all
	$(MAKE) -j2 SANITIZE=1 unit
	tests/run

bench: all ## measure the stages on a million rows
	@for script in $(wildcard tests/bench/*.sh); do bash "$$script"; done

fuzz: ## broken bytes and odd texts against what the rooms promise; T=60 seconds each
	tests/fuzz/run "$(or $(T),60)"

fault: all ## nights in which calls fail, processes die, memory and disks run out; N=200 points
	N=$(or $(N),200) JOBS=$(or $(JOBS),4) ACTORS="2 4 8" TEST_TIMEOUT=36000 tests/run fault

cover: ## the lines and branches of the library that the tests reach, room by room; fails below its marks
	scripts/bootstrap --tests
	$(MAKE) -j2 COVER=1 all unit
	tests/cover/run

lint: ## formatting, banned calls, clang-tidy
	tests/lint
	@if command -v $(CLANG_TIDY) >/dev/null; then \
	    $(CLANG_TIDY) --quiet $(LIBRARY_SOURCES) $(wildcard etl/stage/*.c) -- $(CPPFLAGS) $(PACKAGE_VERSIONS) -std=gnu11 -Wall -Wextra; \
	fi

format: ## put every C file into form
	@$(CLANG_FORMAT) -i $(C_FILES)

golden: all ## write the stages' golden files anew; read the difference before you commit it
	@for script in $(wildcard tests/stage/*.sh); do \
	    if grep -q UPDATE_GOLDEN "$$script"; then UPDATE_GOLDEN=1 "$$script"; fi; \
	done

install: all ## into PREFIX (/usr/local), below DESTDIR
	install -d $(DESTDIR)$(PREFIX)/lib/huizong/bin $(DESTDIR)$(PREFIX)/lib/huizong/scripts $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(STAGES:%=$(BIN)/huizong-%) $(DESTDIR)$(PREFIX)/lib/huizong/bin/
	install -m 755 scripts/huizong scripts/nightly scripts/take-upload scripts/pg-local scripts/backup \
	    scripts/restore scripts/rebuild scripts/keeping \
	    $(DESTDIR)$(PREFIX)/lib/huizong/scripts/
	cp -R schemas $(DESTDIR)$(PREFIX)/lib/huizong/
	chmod -R u=rwX,go=rX $(DESTDIR)$(PREFIX)/lib/huizong/schemas
	ln -sf ../lib/huizong/scripts/huizong $(DESTDIR)$(PREFIX)/bin/huizong

clean: ## remove what was built
	rm -rf .build

distclean: clean ## and the demo, with its database
	@if [ -e .demo/data ]; then scripts/pg-local remove --data .demo/data; fi
	rm -rf .demo

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

# The list is a file so that a source that went away also leaves the library.
$(BUILD)/library.list: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' $(sort $(LIBRARY_OBJECTS)) | cmp -s - $@ || printf '%s\n' $(sort $(LIBRARY_OBJECTS)) > $@

$(LIBRARY): $(LIBRARY_OBJECTS) $(BUILD)/library.list
	@rm -f $@
	$(call say,AR,$@)ar rcs $@ $(LIBRARY_OBJECTS)

$(SQL_SOURCE): scripts/embed-sql $(SQL_FILES) $(BUILD)/sql.list
	@mkdir -p $(@D)
	$(call say,SQL,$@)scripts/embed-sql sql > $@

$(BUILD)/sql.list: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' $(sort $(SQL_FILES)) | cmp -s - $@ || printf '%s\n' $(sort $(SQL_FILES)) > $@

# A night tells which libraries it was made with.
$(BUILD)/etl/replay/kept.o: CPPFLAGS += $(PACKAGE_VERSIONS)

$(BUILD)/sql_embedded.o: $(SQL_SOURCE)
	$(call say,CC,$<)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(call say,CC,$<)$(CC) $(CPPFLAGS) $(POISON) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BIN)/huizong-%: $(BUILD)/etl/stage/%.o $(LIBRARY)
	@mkdir -p $(@D)
	$(call say,LINK,$@)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/launch: etl/launch/launch.c $(BIN)/huizong-check
	@mkdir -p $(@D)
	$(call say,LINK,$@)$(CC) $(CPPFLAGS) $(POISON) $(CFLAGS) -DLOADER='"$(LOADER)"' -static -o $@ $<

$(BUILD)/tests/unit/%: $(BUILD)/tests/unit/%.o $(LIBRARY)
	$(call say,LINK,$@)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS) -lcmocka

.PRECIOUS: $(BUILD)/%.o

-include $(LIBRARY_OBJECTS:.o=.d) $(STAGE_OBJECTS:.o=.d) $(UNIT_TESTS:=.d)
