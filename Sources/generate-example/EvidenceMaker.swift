import TranscriptModel

/// Makes up the evidence of one student: the script's decisions, and chance for the rest.
struct EvidenceMaker {
  typealias Strand = Catalogue.Strand

  let script: StudentScript
  let catalogue: Catalogue
  private(set) var rows: [EvidenceRow] = []
  var random: SplitMix64
  /// The strands in which the student reaches Exemplary.
  private var peaks: Set<Strand> = []
  /// How often Exemplary was shown so far.
  private var exemplary: [Strand: Int] = [:]

  /// Creates the maker of one student's evidence.
  init(script: StudentScript, catalogue: Catalogue, seed: UInt64) {
    self.script = script
    self.catalogue = catalogue
    random = SplitMix64(seed: seed, stream: script.id)
    for strand in catalogue.strands where random.chance(peakChance(in: strand.area)) {
      peaks.insert(strand)
    }
  }

  /// Everything that the student showed, in the order in which it was made up.
  mutating func makeAll() -> [EvidenceRow] {
    for placement in script.placements {
      addCourse(placement)
    }
    addExhibitions()
    addMissingDemonstrations()
    addGraduationCompetencies()
    addRetakenCourses()
    return rows
  }

  /// The calendar of the year in which the student is in `grade`.
  func calendar(grade: Int) -> SchoolCalendar? {
    SchoolCalendar(year: script.firstYear + grade - 9)
  }

  /// Whether the student reaches Exemplary in `strand`.
  func isPeak(_ strand: Strand) -> Bool { peaks.contains(strand) }

  /// Whether nothing is made up for `strand` beyond the courses: it is settled otherwise, or missed.
  func isLeft(_ strand: Strand) -> Bool {
    script.missed.contains(strand.competency)
      || catalogue.settled[script.id]?.contains(strand.competency) == true
  }

  /// Adds a row; entered some days later, now and then weeks later.
  mutating func add(_ row: EvidenceRow) {
    var row = row
    let delay = random.chance(1) ? random.number(in: 40...70) : random.number(in: 0...6)
    row.recordedOn = SchoolCalendar.schoolDay(row.day.adding(days: delay))
    rows.append(row)
  }

  /// A level at or above the bar.
  ///
  /// Outside the student's peaks Exemplary is shown at most once in a strand, which is not enough
  /// for the competency.
  mutating func passingLevel(for strands: [Strand], grade: Int) -> String {
    let isExemplary =
      if strands.allSatisfy(peaks.contains) {
        random.chance(40 + 6 * (grade - 8))
      } else {
        strands.allSatisfy { exemplary[$0] == nil } && random.chance(6)
      }
    guard isExemplary else { return "PR" }
    for strand in strands {
      exemplary[strand, default: 0] += 1
    }
    return "EX"
  }

  private func peakChance(in area: String) -> Int {
    let extra = script.strong.contains(area) ? 30 : script.weak.contains(area) ? -25 : 0
    return max(0, min(90, script.strength * 6 / 10 - 5 + extra))
  }
}
