#!/usr/bin/env python3
"""mkcharsets: makes src/text/tables/charsets.h: the names by which pages and mails declare their character set,
and the upper halves of those that have one byte per letter; the others are left to iconv.

usage: mkcharsets.py [FOLDER]   (default src/text/tables, in the root of the tree)

The labels follow the WHATWG Encoding Standard, where ASCII and Latin-1 mean Windows-1252.
"""
import pathlib
import sys

LABELS = {
    "UTF-8": "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8",
    "IBM866": "ibm866 866 cp866 csibm866",
    "ISO-8859-2": "iso-8859-2 iso8859-2 iso_8859-2 latin2 l2 csisolatin2",
    "ISO-8859-3": "iso-8859-3 iso8859-3 iso_8859-3 latin3 l3",
    "ISO-8859-4": "iso-8859-4 iso8859-4 iso_8859-4 latin4 l4",
    "ISO-8859-5": "iso-8859-5 iso8859-5 iso_8859-5 cyrillic csisolatincyrillic",
    "ISO-8859-6": "iso-8859-6 iso8859-6 iso_8859-6 iso-8859-6-e iso-8859-6-i arabic asmo-708",
    "ISO-8859-7": "iso-8859-7 iso8859-7 iso_8859-7 greek greek8",
    "ISO-8859-8": "iso-8859-8 iso8859-8 iso_8859-8 iso-8859-8-e iso-8859-8-i hebrew logical visual",
    "ISO-8859-10": "iso-8859-10 iso8859-10 latin6 l6",
    "ISO-8859-13": "iso-8859-13 iso8859-13",
    "ISO-8859-14": "iso-8859-14 iso8859-14",
    "ISO-8859-15": "iso-8859-15 iso8859-15 iso_8859-15 latin9 latin-9 l9",
    "ISO-8859-16": "iso-8859-16",
    "KOI8-R": "koi8-r koi8 koi koi8_r cskoi8r",
    "KOI8-U": "koi8-u koi8-ru",
    "MACINTOSH": "macintosh mac x-mac-roman csmacintosh",
    "CP874": "windows-874 tis-620 iso-8859-11 dos-874",
    "CP1250": "windows-1250 cp1250 x-cp1250",
    "CP1251": "windows-1251 cp1251 x-cp1251",
    "CP1253": "windows-1253 cp1253 x-cp1253",
    "CP1254": "windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso_8859-9 latin5 l5",
    "CP1255": "windows-1255 cp1255 x-cp1255",
    "CP1256": "windows-1256 cp1256 x-cp1256",
    "CP1257": "windows-1257 cp1257 x-cp1257",
    "CP1258": "windows-1258 cp1258 x-cp1258",
    "GB18030": "gb18030 gbk gb2312 gb_2312 gb_2312-80 chinese x-gbk euc-cn cp936",
    "BIG5-HKSCS": "big5 big5-hkscs cn-big5 x-x-big5 csbig5",
    "EUC-JP": "euc-jp x-euc-jp",
    "ISO-2022-JP": "iso-2022-jp csiso2022jp",
    "CP932": "shift_jis shift-jis sjis ms_kanji x-sjis windows-31j csshiftjis",
    "CP949": "euc-kr ks_c_5601-1987 ks_c_5601-1989 ksc5601 korean windows-949 cp949",
}
PYTHON = {"IBM866": "cp866", "KOI8-R": "koi8_r", "KOI8-U": "koi8_u", "MACINTOSH": "mac_roman"}  # else the name itself
LABELS["CP1252"] = "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso_8859-1 latin1 l1 us-ascii ascii ansi_x3.4-1968"
WIDE = {"UTF-8", "GB18030", "BIG5-HKSCS", "EUC-JP", "ISO-2022-JP", "CP932", "CP949"}
narrow = ["CP1252"] + sorted(set(LABELS) - WIDE - {"CP1252"})


def upper_half(name):
    codec = PYTHON.get(name, name.lower())
    codes = [f"0x{ord(bytes([b]).decode(codec, 'replace')):04x}" for b in range(0x80, 0x100)]
    return ",\n\t\t".join(", ".join(codes[i:i + 10]) for i in range(0, 128, 10))


rows = sorted((label, name) for name, labels in LABELS.items() for label in labels.split())
pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "src/text/tables", "charsets.h").write_text(
    "/* Made by tests/tools/mkcharsets.py after the WHATWG Encoding Standard; do not edit. */\n"
    "/* Bytes 0x80 to 0xff; U+FFFD where the set has nothing.  The first serves unknown names. */\n"
    f"static const uint16_t narrow_sets[{len(narrow)}][128] = {{\n"
    + "".join(f"\t{{ /* {name} */\n\t\t{upper_half(name)} }},\n" for name in narrow)
    + "};\n\n/* The iconv name of a set with more bytes per letter, else NULL and a row of narrow_sets. */\n"
    "static const struct {\n\tconst char *label, *wide;\n\tunsigned char narrow;\n} charsets[] = {\n"
    + "".join(f'\t{{ "{label}", "{name}", 0 }},\n' if name in WIDE else f'\t{{ "{label}", NULL, {narrow.index(name)} }},\n'
              for label, name in rows)
    + "};\n")
