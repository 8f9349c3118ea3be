public import Diagnostics
public import TranscriptModel

/// Reads an evidence table block by block into packed rows: the way of tables too large to hold.
///
/// A row whose cells are plain goes by a short path; any other row, and every row with a problem,
/// goes through `EvidenceTable`, so that both paths accept and report the same. A cell that holds a
/// line break, which no column of the table may, is reported line by line.
public struct EvidenceBlockReader: Sendable {
  /// The table's path, for messages.
  public let path: String
  let vocabulary: BlockVocabulary
  let slow: SlowRow
  let width: Int
  let notesTitles: Bool

  /// Creates a reader for a table with this header (its first line, without the line end).
  ///
  /// `nil` when the header cannot be used; its problems are added to `diagnostics`. With `today`,
  /// days that are still to come are errors. With `notingTitles` a block says how titles are written.
  public init?(
    path: String, header: [UInt8], district: District, today: CalendarDate? = nil,
    limits: ImportLimits = ImportLimits(), notingTitles: Bool = false,
    diagnostics: inout DiagnosticList
  ) {
    notesTitles = notingTitles
    let references = References(district, today: today)
    guard
      let slow = SlowRow(
        path: path, header: header, references: references, limits: limits, &diagnostics)
    else { return nil }
    self.slow = slow
    self.path = path
    width = slow.width
    vocabulary = BlockVocabulary(
      district, needingArea: references.needsArea, positions: slow.positions, width: slow.width,
      today: today)
  }

  /// Reads whole lines, all but those in `skipped`, which count from 1.
  public func read(_ bytes: [UInt8], skipping skipped: Set<Int> = []) -> EvidenceBlock {
    var pass = BlockPass(reader: self, skipped: skipped)
    bytes.withUnsafeBufferPointer { pass.read($0) }
    return pass.block
  }
}

extension References {
  /// What a district's rows may name.
  init(_ district: District, today: CalendarDate?) {
    scale = district.policy.scale
    scoreTables = district.policy.scoreTables
    framework = district.framework
    self.today = today
    needsArea = AreaDemand.competencies(under: district.policy, in: district.framework)
    areas.add(district.framework.areas.map(\.id))
    areas.isComplete = true
    competencies.add(district.framework.competencies.map(\.id))
    competencies.isComplete = true
    students.add(district.students.map(\.id))
    students.isComplete = true
    for student in district.students { studentByID[student.id] = student }
  }
}
