/// What the author decided about a student; chance fills in the rest.
struct StudentScript {
  /// The way through mathematics.
  enum Mathematics {
    /// Algebra I in grade 8.
    case early
    /// Algebra I in grade 9.
    case standard
  }

  /// One course in one year.
  struct Placement: Hashable {
    let course: String
    let grade: Int
    let term: Term
  }

  let id: String
  /// Calendar year in which grade 9 began.
  let firstYear: Int
  /// From 0 to 100: how often work is exemplary and how seldom it must be done again.
  let strength: Int
  var strong: Set<String> = []
  var weak: Set<String> = []
  var mathematics = Mathematics.standard
  var language = ["SPA1", "SPA2", "SPA3"]
  /// Half-credit courses of grades 9, 10 and 11.
  var arts = ["ART1", "ART2", "CERAM"]
  var english11 = "ENG11"
  /// Further courses by grade: `FAB/2` is in the second term, `INTERN/S` in summer.
  var extras: [Int: [String]] = [:]
  var senior: [String] = []
  /// First grade at this school.
  var firstGrade = 9
  /// Grade in October 2026.
  let currentGrade: Int
  /// Courses of the usual plan that are not taken.
  var dropped: Set<String> = []
  /// Objectives never shown at the bar.
  var unfinished: Set<String> = []
  /// Competencies whose later demonstration was missed.
  var missed: Set<String> = []
  /// Courses taken up again in 2026-27.
  var retaken: [String] = []
  /// The last day at school for a student who left.
  var left: String?
  /// Whether every requirement is met by September of grade 12.
  var finishesEarly = false
  /// The language of the family's report where it is not English.
  var familyLanguage = ""

  /// The courses of all grades that have begun, in order.
  var placements: [Placement] {
    let planned = gradeEight + gradeNine + gradeTen + gradeEleven + senior.map { at(12, $0) }
    return planned.filter {
      $0.grade <= currentGrade && ($0.grade >= firstGrade || $0.grade == 8)
        && !dropped.contains($0.course)
    }
  }

  private var gradeEight: [Placement] {
    mathematics == .early ? [Placement(course: "ALG1", grade: 8, term: .year)] : []
  }

  private var gradeNine: [Placement] {
    let early = mathematics == .early
    return list(9, ["ENG9", early ? "GEOM" : "ALG1", "BIO", "WHIST"] + nth(language, 0))
      + list(9, nth(arts, 0).map { $0 + "/1" } + ["PE9/1", "HLT9/2"])
      + list(9, early ? [] : ["DIGDES/2"])
      + list(9, extras[9] ?? [])
  }

  private var gradeTen: [Placement] {
    let early = mathematics == .early
    return list(10, ["ENG10", early ? "ALG2" : "GEOM", "CHEM", "USHIS"] + nth(language, 1))
      + list(10, ["CIVIC/1"] + nth(arts, 1).map { $0 + "/2" } + ["PE10/1", "HLT10/2"])
      + list(10, extras[10] ?? [])
  }

  private var gradeEleven: [Placement] {
    let early = mathematics == .early
    return list(11, [english11, early ? "PRECAL" : "ALG2", "PHYS", "MWI"] + nth(language, 2))
      + list(11, ["PFM/1"] + nth(arts, 2).map { $0 + "/2" } + (early ? ["DIGDES/2"] : []))
      + list(11, extras[11] ?? [])
  }

  private func nth(_ courses: [String], _ index: Int) -> [String] {
    index < courses.count ? [courses[index]] : []
  }

  private func list(_ grade: Int, _ courses: [String]) -> [Placement] {
    courses.map { at(grade, $0) }
  }

  private func at(_ grade: Int, _ text: String) -> Placement {
    let parts = text.split(separator: "/").map(String.init)
    let term: Term =
      switch parts.count > 1 ? parts[1] : "" {
      case "1": .first
      case "2": .second
      case "S": .summer(days: parts[0] == "INTERN" ? 66 : 94)
      default: .year
      }
    return Placement(course: parts[0], grade: grade, term: term)
  }
}
