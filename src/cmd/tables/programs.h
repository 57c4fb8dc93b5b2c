/* Endings of files that are text for programs, and no articles.  What is not here is looked at: an
   article may have any ending, or none. */
#ifndef CMD_TABLES_PROGRAMS_H
#define CMD_TABLES_PROGRAMS_H

static const char *const program_endings[] = { "c", "h", "cc", "cpp", "hpp", "cs", "css", "scss",
	"js", "mjs", "jsx", "ts", "tsx", "vue", "py", "pyc", "ipynb", "rb", "pl", "pm", "php", "go",
	"rs", "java", "kt", "swift", "lua", "r", "sql", "sh", "bash", "zsh", "fish", "ps1", "bat",
	"cmd", "el", "vim", "cmake", "mk", "diff", "patch", "csv", "tsv", "ini", "cfg", "conf",
	"toml", "lock", "properties", "plist", "svg", "ics", "vcf", "bib", "srt", "vtt", "gpx",
	"geojson", "po", "map", "log" };

/* The same by whole names. */
static const char *const program_names[] = { "makefile", "gnumakefile",
	"CMakeLists.txt", "Dockerfile", "Containerfile", "Vagrantfile", "Jenkinsfile", "Rakefile",
	"Gemfile", "requirements.txt", "robots.txt", "go.mod", "go.sum", "meson.build" };

#endif
