// swift-format-ignore-file: NeverForceUnwrap

import TranscriptModel

extension SampleRecord {
  /// Twenty-four students whose equivalents lie 0.05 apart from 2.60 up.
  static let classRecords: [TranscriptRecord] = (0..<24).map { index in
    let points = RecordGradePoints(
      title: "GPA equivalent",
      unweighted: Rational(text: "2.6")! + Rational(index, over: 20)!,
      weighted: Rational(3), places: 2, asOf: day("2026-06-30"), adoptedOn: day("2024-08-14"),
      adoptedBy: "Board", points: [], weights: [:])
    return make(gradePoints: points)
  }

  static let profileAnswers = """
    claim: Students here move on when they show what they can do.
    figure-1: 612 | students in grades 9–12, | 148 in the Class of 2027
    figure-2: 94% | graduated in four years, | Class of 2026
    figure-3: 81% | entered college by fall, | 60% four-year, 21% two-year
    figure-4: 90% | of college students returned | for a second year
    pedagogy: Every course is built on 5 to 8 competencies per content area, each tied to \
    Connecticut standards. Teachers score work against common rubrics. A student may try again at \
    any time, and the best work counts.
    purpose: A report that names what a student can do is of more use to them and to you than a \
    number that mixes work with behavior.
    curriculum: Fourteen Advanced Placement courses are open to all. Eleven honors courses share \
    the competencies of the regular ones and set harder tasks.
    habits: Preparation, persistence and teamwork are scored and reported apart. They never raise \
    or lower an academic level.
    students: Home languages are English 71%, Spanish 16%, Arabic 5%, Vietnamese 4%, other 4%. \
    Three towns, one campus.
    colleges: Alder State, Bracken University, Cape Lantern College, Dunmore Tech, Eastmarsh \
    University, Fennel Hill College, Great Elm State, Harrow Point University.
    destination-1: Four-year college | 60
    destination-2: Two-year college | 21
    destination-3: Work or apprenticeship | 14
    destination-4: Military or service year | 5
    """
}
