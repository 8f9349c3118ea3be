/// The files that `init` writes: a small district that passes `check`, to be edited.
///
/// Comments in the YAML files say what each key is for; CSV has no comments, so `README.md` says
/// what the tables hold.
public enum StarterDistrict {
  /// Every file by its path in the district folder, in the order in which a registrar fills them in.
  public static let files: [(path: String, text: String)] = [
    ("README.md", readMe),
    ("district.yaml", district),
    ("policy.yaml", policy),
    ("framework/areas.csv", areas),
    ("framework/competencies.csv", competencies),
    ("courses.csv", courses),
    ("students.csv", students),
    ("enrollments.csv", enrollments),
    ("evidence/evidence.csv", evidence),
    ("narratives/1001.txt", narrative),
  ]

  private static let readMe = """
    # A starter district

    Everything here is made up. Replace it piece by piece, and run `check` after each step:

    ```sh
    mastery-transcript check .
    mastery-transcript resolve .
    mastery-transcript render . --out out
    ```

    1. `district.yaml`: your school's name, address and codes. Remove `fictional: true` when the data
       is real; until then every page says "Specimen: fictional".
    2. `policy.yaml`: your scale, your rules, your credit areas, your graduation plan.
    3. `framework/areas.csv`: your content areas, in the order in which they are printed.
    4. `framework/competencies.csv`: three tiers. `graduation` competencies belong to no area;
       `content-area` competencies name an area and at least one state standard; `objective` rows
       name their parent. Five to eight content-area competencies an area are usual.
    5. `courses.csv`: which objectives earn which credit, and where the credit may count.
    6. `students.csv`: one row a student. There is no column for disability, services, language status,
       discipline, health, lunch status, race or a social security number, and there will be none.
    7. `evidence/`: one row for each time a student showed a competency or an objective. One file a
       year, a term or a class: all files in the folder are read.
    8. `enrollments.csv` (optional): courses under way or planned.
    9. `narratives/` (optional): the advisor's words, one file a student, named by the student's id.

    Further optional tables: `determinations.csv`, `transfer.csv`, `waivers.csv`, `notations.csv`,
    `experiences.csv`, `habits/`. `docs/district-format.md` lists every column.

    What the three students show: 1001 has earned English 9 and Algebra I; 1002 has earned Algebra I
    and was reassessed once; 1003 has just begun, so that most of the transcript says "Not assessed".

    """

  private static let district = """
    # Who issues transcripts.
    district: Sample Regional School District
    fictional: true                # prints "Specimen: fictional" in every footer; remove it for real data
    accent: "#12524B"              # the one colour of your school; dark enough for 7:1 on white
    school:
      name: Sample Regional High School
      level: HighSchool
      address: [1 Schoolhouse Road]   # up to three lines of 40 characters
      city: Sampleton
      state: CT
      postal_code: "06999"         # in quotes: a number would lose the leading zero
      phone: "860-555-0100"
      email: registrar@sample.example
      web: https://www.sample.example
      ceeb: "079999"               # College Board code, six digits
      # act: "079999"              # ACT code
      # ncessch: "099999900999"    # NCES school id, twelve digits
      monogram: S                  # one or two letters, where there is no crest
    signatory:                     # who certifies
      name: Alex Sample
      office: Registrar
    # {class_of}, {student_id} and {digest} are filled in; {digest} keeps numbers apart.
    document_numbers: SRHS-{class_of}-{digest}
    # profile_url: https://www.sample.example/profile

    """

  private static let students = """
    student_id,sasid,legal_first,legal_middle,legal_last,legal_suffix,preferred_name,birth_date,\
    grade_level,class_of,enrolled_on,expected_on,graduated_on,graduation_authorized_by,withdrawn_on
    1001,0000001001,Imani,Rose,Castellan,,,2011-03-14,10,2029,2025-08-27,2029-06-08,,,
    1002,0000001002,Łucja,,Nguyễn-Park,,,2011-07-02,10,2029,2025-08-27,2029-06-08,,,
    1003,0000001003,Mateo,,Ríos Oduya,,,2012-01-20,9,2030,2026-08-26,2030-06-14,,,

    """

  private static let enrollments = """
    student_id,course,school_year,grade_level,status,expected_on
    1001,ENG9,2025-26,9,completed,
    1001,ALG1,2025-26,9,completed,
    1001,ENG10,2026-27,10,enrolled,2027-06-11
    1002,ENG9,2025-26,9,completed,
    1002,ALG1,2025-26,9,completed,
    1002,GEOM,2026-27,10,enrolled,2027-06-11
    1003,ENG9,2026-27,9,enrolled,2027-06-11
    1003,ALG1,2026-27,9,planned,2027-06-11

    """

  private static let narrative = """
    author: Alex Sample, advisor

    Imani asks what a number is for before trusting it. In English class the same habit makes \
    arguments that are fair to the other side. Imani helps a table of four become a team, and knows \
    when to let someone else go first.

    """
}
