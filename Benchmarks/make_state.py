#!/usr/bin/env python3
"""Writes a district folder with very many rows of evidence, the same for the same arguments.

    make_state.py DIR [--rows 10000000] [--students 5000] [--objectives 240] [--shuffle]
                      [--shuffle-ids]

Rows are sorted by student unless --shuffle is given, and ids ascend unless --shuffle-ids is. Nothing
is real.
"""
import argparse
import os
import random

HEADER = "evidence_id,student_id,competency,demonstrated_on,level,assessment_type,purpose,title\n"
AREAS, LEVELS = 8, ("BG", "DV", "PR", "EX")
TYPES = ("project", "test", "performance-task", "exhibition", "lab", "essay")


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def folder(root, students, objectives):
    write(f"{root}/district.yaml", """district: Benchmark
fictional: true
accent: "#1F3F77"
school:
  name: Benchmark High School
  level: HighSchool
  address: [1 Slipway]
  city: Nowhere
  state: CT
  postal_code: "06997"
  monogram: B
signatory: { name: Ottoline Marsh, office: Registrar }
document_numbers: "B-{class_of}-{digest}"
""")
    write(f"{root}/policy.yaml", """policy: Benchmark
version: 1
effective_on: 2020-07-01
scale:
  id: levels-4
  title: Levels 1 to 4
  bar: PR
  levels:
    - { code: BG, number: 1, label: Beginning,  description: First steps }
    - { code: DV, number: 2, label: Developing, description: Meets parts of it }
    - { code: PR, number: 3, label: Proficient, description: Meets the standard }
    - { code: EX, number: 4, label: Exemplary,  description: Extends the skill }
rules:
  content-area: { rule: all-children }
  objective: { rule: highest-in-distinct, demonstrations: 2 }
credit_areas:
  - { id: any, title: Credit, pesc: Other }
plans:
  - id: all
    title: All
    classes: { from: 2000 }
    credits: 0
    requirements:
      - { id: core, title: All core competencies, competencies: { tier: content-area } }
""")
    write(f"{root}/framework/areas.csv", "area,title,short_title\n" + "".join(
        f"A{a},Area {a},Area {a}\n" for a in range(AREAS)))
    parents = [f"A{a}.{c}" for a in range(AREAS) for c in range(6)]
    lines = ["code,tier,areas,parents,short_name,statement,alignments\n"]
    for code in parents:
        lines.append(f"{code},content-area,{code[:2]},,Competency {code},Competency {code},X:{code}\n")
    for o in range(objectives):
        parent = parents[o % len(parents)]
        lines.append(f"OBJ.{o:03},objective,,{parent},Objective {o},Objective {o},\n")
    write(f"{root}/framework/competencies.csv", "".join(lines))
    write(f"{root}/courses.csv", "course,title,credit,credit_areas,competencies\n")
    write(f"{root}/students.csv",
          "student_id,legal_last,birth_date,grade_level,class_of\n" + "".join(
              f"S{s:06},Student{s},2009-05-05,12,2027\n" for s in range(students)))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dir")
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--students", type=int, default=5_000)
    parser.add_argument("--objectives", type=int, default=240)
    parser.add_argument("--shuffle", action="store_true")
    parser.add_argument("--shuffle-ids", action="store_true")
    arguments = parser.parse_args()
    folder(arguments.dir, arguments.students, arguments.objectives)
    pick = random.Random(20260701)
    days = [f"{year}-{month:02}-{day:02}" for year in (2023, 2024, 2025, 2026)
            for month in (1, 2, 3, 4, 5, 9, 10, 11, 12) if (year, month) <= (2026, 5)
            for day in range(1, 29)]
    # Tails of rows are drawn once and reused: drawing each field of each row would take an hour.
    tails = []
    for _ in range(200_000):
        purpose = "formative" if pick.random() < 0.2 else "summative"
        tails.append(
            f",OBJ.{pick.randrange(arguments.objectives):03},{pick.choice(days)},"
            f"{pick.choices(LEVELS, (1, 3, 5, 2))[0]},{pick.choice(TYPES)},{purpose},"
            f"Unit {pick.randrange(1, 40)} demonstration of work {pick.randrange(1, 400):03}\n")
    os.makedirs(f"{arguments.dir}/evidence", exist_ok=True)
    with open(f"{arguments.dir}/evidence/all.csv", "w", encoding="utf-8", buffering=1 << 22) as file:
        file.write(HEADER)
        for row in range(arguments.rows):
            student = (pick.randrange(arguments.students) if arguments.shuffle
                       else row * arguments.students // arguments.rows)
            # A multiplier without a factor in common with 10^9 gives each number once.
            number = row * 387_420_489 % 1_000_000_000 if arguments.shuffle_ids else row
            file.write(f"E{number:09},S{student:06}{tails[int(pick.random() * 200_000)]}")


if __name__ == "__main__":
    main()
