import TranscriptModel

/// The generated files of the example district: the same bytes for the same seed and hand-written
/// files.
struct ExampleDistrict {
  /// What the generator reads.
  static let handWritten = [
    "framework/competencies.csv", "courses.csv", "transfer.csv", "waivers.csv",
    "determinations.csv", "students.csv",
  ]

  private let catalogue: Catalogue
  private let studentTable: String
  let seed: UInt64
  /// Nothing is entered after this day, 14 October 2026.
  private let lastDay = CalendarDate(dayNumber: 20_740)

  /// Creates the district from the hand-written files, given by path.
  init(handWritten files: [String: String], seed: UInt64) {
    catalogue = Catalogue(files: files)
    studentTable = files["students.csv"] ?? ""
    self.seed = seed
  }

  /// Every generated file by its path in the district folder.
  func files() -> [String: String] {
    var files = ["enrollments.csv": enrollments(), "students.csv": students()]
    for (year, text) in evidence() {
      files["evidence/\(year).csv"] = text
    }
    for (year, text) in habits() {
      files["habits/\(year).csv"] = text
    }
    return files
  }

  /// The table of students as written, with the languages of their families in its last column.
  private func students() -> String {
    let languages = Dictionary(
      Roster.all.map { ($0.id, $0.familyLanguage) }, uniquingKeysWith: { first, _ in first })
    let records = CSVText.records(of: studentTable)
    let column = records.first?.firstIndex(of: Self.familyLanguage)
    let lines = records.enumerated().map { number, record in
      var cells = record
      if let column { cells.remove(at: column) }
      let language = languages[record.first ?? ""] ?? ""
      return CSVText.line(cells + [number == 0 ? Self.familyLanguage : language])
    }
    return lines.joined()
  }

  private static let familyLanguage = "family_language"

  /// `2026-27` for 2026.
  static func name(ofYear year: Int) -> String {
    let end = (year + 1) % 100
    return "\(year)-\(end < 10 ? "0" : "")\(end)"
  }

  /// The last day whose evidence about a student is kept.
  func lastDay(of script: StudentScript) -> CalendarDate {
    script.left.flatMap { CalendarDate(iso: $0) } ?? lastDay
  }

  /// The school year to which a day belongs; summer work counts for the year that follows.
  private static func year(of day: CalendarDate) -> String {
    name(ofYear: SchoolYear(containing: day).start)
  }

  private func evidence() -> [String: String] {
    var byYear: [String: [(row: EvidenceRow, corrects: Int?)]] = [:]
    for script in Roster.all {
      var maker = EvidenceMaker(script: script, catalogue: catalogue, seed: seed)
      let last = lastDay(of: script)
      var isPreviousKept = false
      for row in maker.makeAll() {
        let corrects = row.correctsPrevious && isPreviousKept
        isPreviousKept = row.recordedOn <= last
        guard isPreviousKept else { continue }
        let year = Self.year(of: row.day)
        let previous = (byYear[year]?.count ?? 0) - 1
        byYear[year, default: []].append((row, corrects ? previous : nil))
      }
    }
    var texts: [String: String] = [:]
    for (year, rows) in byYear {
      texts[year] = Self.table(rows, year: year)
    }
    return texts
  }

  /// The rows of one year in order of day, numbered in that order.
  private static func table(_ rows: [(row: EvidenceRow, corrects: Int?)], year: String) -> String {
    let order = rows.indices.sorted { left, right in
      (rows[left].row.day, rows[left].row.student, left)
        < (rows[right].row.day, rows[right].row.student, right)
    }
    var ids = [String](repeating: "", count: rows.count)
    for (number, index) in order.enumerated() {
      let digits = String(number + 1)
      ids[index] =
        "E\(year.prefix(4).suffix(2))-" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    var text = CSVText.line(EvidenceRow.header)
    for index in order {
      let replaces = rows[index].corrects.map { ids[$0] } ?? ""
      text += CSVText.line(rows[index].row.cells(id: ids[index], replaces: replaces))
    }
    return text
  }
}
