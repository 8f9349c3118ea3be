#!/usr/bin/env python3
"""The yardstick: DuckDB reads the evidence table and computes the standard rule by SQL.

    attain_duckdb.py DIR [--threads 2] [--out FILE]

Prints CPU seconds, wall seconds and the largest memory. With --out it writes student, objective and
level, to be compared with `mastery-transcript attain`.
"""
import argparse
import resource
import time

import duckdb

QUERY = """
with shown as (
  select student_id, competency, demonstrated_on, title,
    max(case level when 'BG' then 0 when 'DV' then 1 when 'PR' then 2 else 3 end) as level
  from read_csv('{path}', header = true, types = {{'demonstrated_on': 'DATE'}})
  where purpose = 'summative'
  group by all
), ranked as (
  select student_id, competency, level,
    row_number() over (partition by student_id, competency order by level desc) as place
  from shown
)
select student_id, competency, max(case when place = 2 then level end) as level
from ranked where place <= 2 group by all
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dir")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--out")
    arguments = parser.parse_args()
    began = time.monotonic()
    database = duckdb.connect()
    database.execute(f"set threads = {arguments.threads}")
    query = QUERY.format(path=f"{arguments.dir}/evidence/all.csv")
    if arguments.out:
        database.execute(f"copy ({query} order by all) to '{arguments.out}' (header)")
        count = "written"
    else:
        count = database.execute(f"select count(*) from ({query})").fetchone()[0]
    usage = resource.getrusage(resource.RUSAGE_SELF)
    print(f"duckdb {duckdb.__version__}: {count} outcomes, "
          f"{usage.ru_utime + usage.ru_stime:.2f} CPU s, {time.monotonic() - began:.2f} s, "
          f"{usage.ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
