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

  private struct Entry: Sendable {
    let kind: CrosswalkKind
    let theirs: String
    let system: String?
    let ours: String
  }

  /// Where it is kept in the district folder.
  public static let path = "mappings/crosswalk.csv"
  private var ours: [Key: String] = [:]
  private var settled: Set<String> = []

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
    for entry in unique.map(\.record) {
      ours[Key(kind: entry.kind, theirs: entry.theirs, system: entry.system)] = entry.ours
      settled.insert("\(entry.kind) \(entry.ours)")
    }
  }

  /// Whether a person has decided that some code of theirs is this one of ours.
  func settles(_ kind: CrosswalkKind, _ ours: String) -> Bool {
    settled.contains("\(kind) \(ours)")
  }

  /// The line by which a person says that a code stands for itself, with name and day left to give.
  static func line(_ kind: CrosswalkKind, _ code: String) -> String {
    "\(kind.rawValue),\(code),\(code),,YOUR NAME,YYYY-MM-DD"
  }

  /// Their codes that are ours under another name.
  func theirs(_ kind: CrosswalkKind, system: String) -> [String] {
    ours.keys.filter { $0.kind == kind && ($0.system == nil || $0.system == system) }
      .map(\.theirs).sorted()
  }

  /// Our code for theirs: an entry for the system counts before one for all systems.
  func ours(_ kind: CrosswalkKind, _ theirs: String, system: String) -> String? {
    ours[Key(kind: kind, theirs: theirs, system: system)]
      ?? ours[Key(kind: kind, theirs: theirs, system: nil)]
  }
}
