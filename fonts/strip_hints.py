"""Copies the manifest's fonts without their hint programs, with the same bytes every time.

Usage: strip_hints.py yes|no MANIFEST FOLDER. With "yes" the checksums are written to MANIFEST;
with "no" every file that differs from its checksum is an error. All problems are reported.
"""

import hashlib
import os
import sys

from fontTools.ttLib import TTFont

from mastery_marks import write_mastery_marks

SOURCE_ROOT = "/usr/share"
# Hint programs and their data, bitmap hints, and the signature that they invalidate.
DROPPED = ["fpgm", "prep", "cvt ", "cvar", "hdmx", "VDMX", "LTSH", "gasp", "DSIG", "FFTM"]


def sha256(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def strip_hints(source, target):
    font = TTFont(source, recalcBBoxes=False, recalcTimestamp=False, lazy=True)
    for tag in DROPPED:
        if tag in font:
            del font[tag]
    glyphs = font["glyf"].glyphs
    for name in font.getGlyphOrder():
        glyphs[name].trim(remove_hinting=True)
    font.save(target, reorderTables=False)


def prepare(row, folder, update, problems):
    name, source, package = row[0], row[1], row[2]
    target = os.path.join(folder, name)
    if source == "-":
        row[7] = "-"
        write_mastery_marks(target)
    else:
        path = os.path.join(SOURCE_ROOT, source)
        if not os.path.exists(path):
            problems.append(f"{path}: missing; it belongs to the Debian package {package}")
            return
        found = sha256(path)
        if not update and found != row[7]:
            problems.append(f"{path}: SHA-256 is {found}, the manifest says {row[7]}")
            return
        row[7] = found
        strip_hints(path, target)
    found = sha256(target)
    if not update and found != row[8]:
        problems.append(f"{name}: prepared SHA-256 is {found}, the manifest says {row[8]}")
    row[8] = found


def main():
    update, manifest, folder = sys.argv[1] == "yes", sys.argv[2], sys.argv[3]
    with open(manifest, encoding="utf-8") as file:
        lines = file.read().splitlines()
    problems = []
    result = []
    for line in lines:
        if line and not line.startswith("#"):
            row = line.split("\t")
            prepare(row, folder, update, problems)
            line = "\t".join(row)
        result.append(line)
    for problem in problems:
        print(f"fonts/prepare: {problem}", file=sys.stderr)
    if problems:
        sys.exit(1)
    if update:
        with open(manifest, "w", encoding="utf-8") as file:
            file.write("\n".join(result) + "\n")


main()
