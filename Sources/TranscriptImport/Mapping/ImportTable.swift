import Diagnostics

/// A table of the district folder that rows can be imported into.
public enum ImportTable: String, Sendable, Hashable, CaseIterable {
  case areas, competencies, courses, students, evidence, enrollments, determinations, transfer
  case notations, experiences, habits

  private struct Columns: Sendable {
    let rules: [ColumnRule]
    let names: [String]
    let personal: Set<String>
  }

  /// Made once: rows are many.
  private static let known = Dictionary(
    uniqueKeysWithValues: allCases.map { table in
      let rules = table.listed
      let personal = rules.filter(\.isPersonal).map(\.name)
      return (
        table, Columns(rules: rules, names: rules.map(\.name), personal: Set(personal))
      )
    })

  /// What is known about its columns.
  var rules: [ColumnRule] { Self.known[self]?.rules ?? [] }

  /// Names of its columns, in order.
  public var columns: [String] { Self.known[self]?.names ?? [] }

  /// Whether cells of a column hold personal data.
  func isPersonal(_ column: String) -> Bool { Self.known[self]?.personal.contains(column) ?? true }

  private var listed: [ColumnRule] {
    switch self {
    case .areas: AreaColumn.allCases.map(\.rule)
    case .competencies: CompetencyColumn.allCases.map(\.rule)
    case .courses: CourseColumn.allCases.map(\.rule)
    case .students: StudentColumn.allCases.map(\.rule)
    case .evidence: EvidenceColumn.allCases.map(\.rule)
    case .enrollments: EnrollmentColumn.allCases.map(\.rule)
    case .determinations: DeterminationColumn.allCases.map(\.rule)
    case .transfer: TransferColumn.allCases.map(\.rule)
    case .notations: NotationColumn.allCases.map(\.rule)
    case .experiences: ExperienceColumn.allCases.map(\.rule)
    case .habits: HabitColumn.allCases.map(\.rule)
    }
  }

  /// The columns that tell one row from another.
  public var key: [String] {
    switch self {
    case .areas: ["area"]
    case .competencies: ["code"]
    case .courses: ["course"]
    case .students: ["student_id"]
    case .evidence: ["evidence_id"]
    case .enrollments: ["student_id", "course", "school_year"]
    case .determinations: ["determination_id"]
    case .transfer: ["transfer_id"]
    case .notations: ["student_id", "kind", "title", "awarded_on"]
    case .experiences: ["student_id", "pathway", "title", "started_on"]
    case .habits: ["student_id", "habit", "observed_on"]
    }
  }

  /// Of a table whose rows have ids of their own: the columns that never change under one id.
  ///
  /// Other tables are keyed by what the district itself gives out, such as its student ids.
  var identity: Set<String>? {
    switch self {
    case .evidence, .determinations: ["student_id", "competency"]
    case .transfer: ["student_id"]
    case .areas, .competencies, .courses, .students, .enrollments, .notations, .experiences,
      .habits:
      nil
    }
  }

  /// The file that holds it, or the folder that holds its files, ending in `/`.
  public var path: String {
    switch self {
    case .areas: "framework/areas.csv"
    case .competencies: "framework/competencies.csv"
    case .evidence: "evidence/"
    case .habits: "habits/"
    case .courses, .students, .enrollments, .determinations, .transfer, .notations, .experiences:
      rawValue + ".csv"
    }
  }
}

/// Where an imported row comes from.
public struct Provenance: Hashable, Sendable {
  /// The version of how rows are made by mappings that need no file; part of what is written beside
  /// each row.
  public static let version = 1
  /// The version of the program, which is written beside each row.
  public static let program = "0.1.0"
  /// The source file's name.
  public let file: String
  /// Line of the source, from 1; 0 where rows have none.
  public let line: Int
  /// SHA-256 of the source file in lower-case hex.
  public let hash: String
  /// The name of the mapping or format.
  public let mapping: String
  /// Which state of the mapping it was: a number, or the beginning of a hash of its file.
  public let mappingVersion: String
  /// Of a row of a mended reject file: its place in the source, `results.csv:418`.
  public let firstPlace: String?

  /// Creates a provenance.
  public init(
    file: String, line: Int, hash: String, mapping: String,
    mappingVersion: String = "\(Provenance.version)", firstPlace: String? = nil
  ) {
    self.firstPlace = firstPlace
    self.file = file
    self.line = line
    self.hash = hash
    self.mapping = mapping
    self.mappingVersion = mappingVersion
  }

  /// What the program's name stands before in a cell of the column `source`.
  private static let importer = "mastery-transcript/"

  /// Mappings whose rows are in the district's own words, with ids of its own.
  static let ownTables = Set(ImportTable.allCases.map(\.rawValue) + ["jsonl"])

  /// The mapping that a cell of the column `source` names; `nil` for rows with ids of the
  /// district's own.
  static func mapping(in source: String) -> String? {
    guard let last = source.split(separator: " ").last(where: { !$0.hasPrefix(importer) }),
      let name = last.split(separator: "/").first.map(String.init)
    else { return nil }
    return ownTables.contains(name) ? nil : name
  }

  /// How much of a hash is written.
  static let shownDigits = 16

  /// The beginning of the source's hash that a cell of the column `source` names.
  static func hash(in source: String) -> String? {
    guard let mark = source.firstRange(of: "sha256:") else { return nil }
    return String(source[mark.upperBound...].prefix(shownDigits))
  }

  /// What the column `source` holds:
  /// `canvas.csv:418 sha256:0f3a… canvas-outcome-results/1 mastery-transcript/0.1.0`; of a mended row
  /// `canvas.3f9c01de.csv:2 from canvas.csv:418 sha256:…`.
  public var text: String {
    "\(file):\(line)" + (firstPlace.map { " from \($0)" } ?? "")
      + " sha256:\(hash.prefix(Self.shownDigits)) \(mapping)/\(mappingVersion)"
      + " \(Self.importer)\(Self.program)"
  }
}

/// A row in the words of one of our tables, made from a row of someone else's.
public struct ImportedRow: Sendable {
  /// Where it belongs.
  public let table: ImportTable
  /// Its cells by column; columns that the source says nothing about are not there.
  public var cells: [String: String]
  /// Where it comes from.
  public let provenance: Provenance
  /// The source's bytes of the row, for the reject file.
  let original: [UInt8]
  let header: [UInt8]
  var encoding: TextEncoding = .utf8
  /// Whether the source wants withdrawn what was imported of it.
  var isWithdrawal = false
  /// The record that it was made of.
  var origin: RowOrigin?
  /// The id that an earlier version gave the row.
  var formerID: String?
  /// The name of the person, as the source has it.
  var personName: String?
  /// The filter that leaves the row out and calls back what was imported of it, with its value.
  var leftOutBy: (filter: MappingFilter, text: String)?
  /// The columns that say whose the row is, as far as a person has decided what they hold.
  var decided: Set<String> = []

  /// The values of the columns that tell it from others.
  var key: [String] { table.key.map { cells[$0] ?? "" } }

  /// Whether the key is there; a row without one is like no other, and will be reported for it.
  var hasKey: Bool {
    table.rules.allSatisfy { rule in
      !rule.isRequired || !table.key.contains(rule.name) || cells[rule.name]?.isEmpty == false
    }
  }

  /// The row as the reject file holds it.
  func rejected(because problems: [Diagnostic]) -> RejectedRow {
    RejectedRow(
      file: provenance.file, line: provenance.line, original: original, header: header,
      diagnostics: problems, encoding: encoding, lineEnd: origin?.record.lineEnd ?? .lineFeed)
  }
}
