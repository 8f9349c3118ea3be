import AttainmentEngine
public import Diagnostics
import TranscriptImport
public import TranscriptModel

/// Attainment of every student in every competency that a rule over evidence decides.
public struct BulkResult: Sendable {
  /// The district, without its evidence.
  public let district: District
  /// Positions in the framework of the competencies that are answered for.
  let competencies: [Int]
  /// The outcomes by position of the student, then by position in the framework; empty for students
  /// without a row.
  let outcomes: [[PackedAttainment]]
  /// Outcomes that cannot be given, by position of the student, then of the competency.
  let leftOut: [Int: Set<Int>]
  /// What is wrong with the folder and its rows, by place.
  public let diagnostics: [Diagnostic]
  /// Rows that were used.
  public let rows: Int
  /// Rows that were not.
  public let rejectedRows: Int
  /// Whether students' rows stood together, so that memory held a few students at a time.
  public let isSortedByStudent: Bool

  /// How many outcomes have each status.
  public var counts: [(status: AttainmentStatus, count: Int)] {
    var counts: [AttainmentStatus: Int] = [:]
    for student in outcomes.indices {
      for index in answered(for: student) {
        counts[outcome(student, index).status, default: 0] += 1
      }
    }
    return AttainmentStatus.allCases.compactMap { status in counts[status].map { (status, $0) } }
  }

  /// Positions of the competencies that are answered for, without those that one student's decisions
  /// leave out.
  private func answered(for student: Int) -> [Int] {
    guard let left = leftOut[student] else { return competencies }
    return competencies.filter { !left.contains($0) }
  }

  private func outcome(_ student: Int, _ index: Int) -> PackedAttainment {
    outcomes[student].isEmpty ? .nothing : outcomes[student][index]
  }

  /// The outcomes as a table: student, competency, status, level, day met, pieces counted.
  ///
  /// A code that a spreadsheet would run as a formula gets an apostrophe before it.
  public func table() -> [UInt8] {
    var text = Array("student_id,competency,status,level,met_on,counted\n".utf8)
    text.reserveCapacity(outcomes.count * competencies.count * 48)
    let levels = district.policy.scale.levels.map { CSVWriter.spreadsheetCell($0.code) }
    let codes = district.framework.competencies.map { CSVWriter.spreadsheetCell($0.id.code) }
    var days: [Int32: [UInt8]] = [:]
    for (student, record) in district.students.enumerated() {
      let id = CSVWriter.spreadsheetCell(record.id.code)
      for index in answered(for: student) {
        let outcome = outcome(student, index)
        text += id
        text.append(0x2C)
        text += codes[index]
        text.append(0x2C)
        text += outcome.status.rawValue.utf8
        text.append(0x2C)
        if outcome.level >= 0 { text += levels[Int(outcome.level)] }
        text.append(0x2C)
        if let date = outcome.metDate {
          if days[outcome.metOn] == nil { days[outcome.metOn] = Array(date.isoText.utf8) }
          text += days[outcome.metOn] ?? []
        }
        text.append(0x2C)
        text += "\(outcome.counted)\n".utf8
      }
    }
    return text
  }
}
