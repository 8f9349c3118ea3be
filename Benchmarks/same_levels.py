#!/usr/bin/env python3
"""Compares the levels that two tables give for each student and objective.

    same_levels.py OURS THEIRS

OURS is from `mastery-transcript attain --out`, THEIRS from `attain_duckdb.py --out`.
"""
import csv
import sys

CODES = ("BG", "DV", "PR", "EX")


def main():
    ours, theirs = {}, {}
    with open(sys.argv[1], encoding="utf-8") as file:
        for row in csv.DictReader(file):
            ours[row["student_id"], row["competency"]] = row["level"]
    with open(sys.argv[2], encoding="utf-8") as file:
        for row in csv.DictReader(file):
            level = row["level"]
            theirs[row["student_id"], row["competency"]] = CODES[int(level)] if level else ""
    wrong = [key for key, level in theirs.items() if ours.get(key) != level]
    print(f"{len(theirs)} outcomes compared, {len(wrong)} differ")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
