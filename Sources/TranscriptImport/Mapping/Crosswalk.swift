import Diagnostics
import TranscriptModel

/// What a crosswalk translates.
public enum CrosswalkKind: String, Sendable, Hashable, CaseIterable {
  case student, competency, course, area
}

/// Columns of `mappings/crosswalk.csv`.
enum CrosswalkColumn: Int, TableColumn {
  case kind, theirs, ours, system, decidedBy, decidedOn

  var rule: ColumnRule {
    switch self {
    case .kind: .required("kind")
    case .theirs: .required("theirs")
    case .ours: .required("ours")
    case .system: .optional("system")
    case .decidedBy: .required("decided_by")
    case .decidedOn: .required("decided_on")
    }
  }
}

/// `mappings/crosswalk.csv`: whose code is whose, decided by a person on a day, never by likeness.
public struct Crosswalk: Sendable {
  private struct Key: Hashable {
    let kind: CrosswalkKind
    let theirs: String
    let system: String?
  }

  struct Entry: Sendable {
    let kind: CrosswalkKind
    let theirs: String
    let system: String?
    let ours: String
  }

  /// Where it is kept in the district folder.
  public static let path = "mappings/crosswalk.csv"
  private var ours: [Key: String] = [:]
  /// The entries with their rows, in the order of the file.
  private(set) var entries: [Parsed<Entry>] = []

  /// Creates an empty crosswalk.
  public init() {}

  /// Reads the table; rows that contradict each other are set aside.
  init(_ file: InputFile, limits: ImportLimits, _ findings: inout Findings) {
    let contents = TableReader(CrosswalkColumn.self, limits: limits).read(file, &findings) {
      (row: inout TableRow<CrosswalkColumn>) -> Entry? in
      _ = row.date(.decidedOn)
      guard let kind = row.word(.kind, CrosswalkKind.self), let theirs = row.text(.theirs),
        let ours = row.text(.ours)
      else { return nil }
      return Entry(kind: kind, theirs: theirs, system: row.text(.system), ours: ours)
    }
    let unique = Duplicates(code: .duplicateCode, noun: "crosswalk entry").remove(
      from: contents?.rows ?? [], CrosswalkColumn.theirs, &findings
    ) { "\($0.kind.rawValue) \($0.theirs)" + ($0.system.map { " of \($0)" } ?? "") }
    entries = unique
    for entry in unique.map(\.record) {
      ours[Key(kind: entry.kind, theirs: entry.theirs, system: entry.system)] = entry.ours
    }
  }

  /// Whether nobody has decided anything.
  var isEmpty: Bool { ours.isEmpty }

  /// Takes an entry out that would do harm.
  mutating func remove(_ entry: Entry) {
    ours[Key(kind: entry.kind, theirs: entry.theirs, system: entry.system)] = nil
  }

  /// Whether a person has decided that what a row calls its student is the student that it has here.
  func settles(_ row: ImportedRow) -> Bool {
    guard let id = row.cells["student_id"], let theirs = row.statedStudent else { return false }
    return ours(.student, theirs, system: row.provenance.mapping) == id
  }

  /// Whether a person has decided that what a row with one of our ids says of the student is right.
  func saysRight(_ row: ImportedRow) -> Bool {
    guard let id = row.cells["student_id"] else { return false }
    return ours(.student, id, system: row.provenance.mapping) == id
  }

  /// The row by which a person says whose an id is; the name is left to give, and the day where
  /// nobody says which it is.
  static func line(_ theirs: String, is ours: String, on day: CalendarDate?) -> String {
    "student,\(theirs),\(ours),,YOUR NAME,\(day?.isoText ?? "YYYY-MM-DD")"
  }

  /// Their codes that are ours under another name.
  func theirs(_ kind: CrosswalkKind, system: String) -> [String] {
    ours.keys.filter { $0.kind == kind && ($0.system == nil || $0.system == system) }
      .map(\.theirs).sorted()
  }

  /// Our code for theirs: an entry for the system counts before one for all systems.
  func ours(_ kind: CrosswalkKind, _ theirs: String, system: String) -> String? {
    guard !ours.isEmpty else { return nil }
    return ours[Key(kind: kind, theirs: theirs, system: system)]
      ?? ours[Key(kind: kind, theirs: theirs, system: nil)]
  }
}

extension ImportedRow {
  /// Puts our id of the student in the place of theirs, where a person has decided whose it is.
  mutating func settle(by crosswalk: Crosswalk) {
    guard let theirs = cells["student_id"],
      let ours = crosswalk.ours(.student, theirs, system: provenance.mapping)
    else { return }
    cells["student_id"] = ours
  }

  /// What the source itself calls the student of the row.
  var statedStudent: String? {
    origin.flatMap { origin in
      (origin.names["student_id"] ?? []).lazy.compactMap { origin.record.text($0) }.first
    }
  }
}
