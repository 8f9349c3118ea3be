import Diagnostics
import Testing
import TranscriptModel

@testable import TranscriptImport

/// Tables of which only a piece is in memory give the rows that they give as a whole.
@Suite struct LongTableTests {
  private static let header =
    "student name,student id,student sis id,assessment title,assessment id,assessment type,"
    + "submission date,learning outcome name,learning outcome id,attempt,outcome score,"
    + "learning outcome rating\n"

  /// A file whose bytes are read from memory as from a disk.
  private func long(_ bytes: [UInt8]) -> InputFile {
    InputFile(path: "canvas.csv", beginning: Array(bytes.prefix(1 << 16))) { offset, count in
      Array(bytes.dropFirst(offset).prefix(count))
    }
  }

  private func plan(_ file: InputFile) throws -> ImportPlan {
    var options = ImportPlanner.Options()
    options.constants = ["purpose": "summative"]
    return ImportPlanner(district: try Sample.base([:]), options: options).plan([file])
  }

  private func row(_ number: Int, student: String = "S-1", title: String = "Bridge") -> String {
    ",91,\(student),\(title),\(number),assignment,2026-10-20T14:00:00Z,MA.1,51,1,2,Proficient\n"
  }

  @Test func `rows on both sides of a piece's end are read once`() throws {
    var text = Self.header
    var number = 0
    while text.utf8.count < TablePieces.size + 200_000 {
      let isBad = number % 5_000 == 7
      let title = number % 4_001 == 5 ? "\"Tower, \"\"two\"\"\"" : "Bridge"
      text += row(number, student: isBad ? "S-9" : "S-1", title: title)
      number += 1
    }
    let bytes = Array(text.utf8)
    let whole = try plan(InputFile(path: "canvas.csv", bytes: bytes))
    let pieces = try plan(long(bytes))
    #expect(pieces.count(.added) == number - pieces.rejectedRows.count)
    #expect(pieces.rejectedRows.map(\.line) == whole.rejectedRows.map(\.line))
    #expect(pieces.rejectedRows.count == (number + 4_992) / 5_000)
    #expect(pieces.files == whole.files)
    #expect(pieces.diagnostics.all == whole.diagnostics.all)
  }

  @Test func `a cell without an end is named, and no more than a piece of it is held`() throws {
    let start = Array((Self.header + row(1) + ",91,S-1,\"").utf8)
    let size = 40 << 20
    let largest = Largest()
    let file = InputFile(path: "canvas.csv", beginning: start) { offset, count in
      largest.note(count)
      let end = min(size, offset + count)
      guard offset < end else { return [] }
      let head = offset < start.count ? Array(start[offset..<min(end, start.count)]) : []
      return head + [UInt8](repeating: 0x78, count: end - offset - head.count)
    }
    let plan = try plan(file)
    #expect(plan.count(.added) == 1)
    #expect(plan.diagnostics.all.map(\.code) == [.fieldTooLong])
    #expect(plan.diagnostics.all.map(\.location?.line) == [3])
    #expect(largest.value <= TablePieces.size * 2)
  }

  @Test func `a header of a million columns is named`() throws {
    let header = (0..<1_000_000).map { "c\($0)" }.joined(separator: ",") + "\n1,2,3\n"
    let plan = try plan(long(Array(header.utf8)))
    #expect(plan.diagnostics.all.map(\.code) == [.headerTooWide])
    #expect(plan.isUnreadable)
  }
}

/// The largest number that was noted.
private final class Largest: @unchecked Sendable {
  private(set) var value = 0

  func note(_ number: Int) { value = max(value, number) }
}
