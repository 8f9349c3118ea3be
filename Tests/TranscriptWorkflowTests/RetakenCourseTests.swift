import Testing
import TranscriptModel
import TranscriptPESC
import TranscriptWorkflow
import XMLKit

/// Students who leave a course and take it again.
@Suite struct RetakenCourseTests {
  private static func record(_ rows: [String]) throws -> TranscriptRecord {
    var files = try Project.example("tiny")
    let header = "student_id,course,school_year,grade_level,status,expected_on"
    files["district/enrollments.csv"] = Array(([header] + rows + [""]).joined(separator: "\n").utf8)
    let ready = try #require(Project.load(files).ready)
    let student = try #require(ready.district.students.first { $0.id.code == "2" })
    return try #require(
      ready.assembly.record(
        for: ready.resolve(student, asOf: Project.day),
        request: RecordAssembly.Request(status: .official, issuedOn: Project.day)))
  }

  /// Two rows of one course each: left and under way, planned, left again, and in one year.
  private static let pairs: [[String]] = [
    ["2,DAT,2025-26,11,withdrawn,", "2,DAT,2026-27,12,enrolled,2027-06-10"],
    ["2,DAT,2026-27,12,enrolled,2027-06-10", "2,DAT,2025-26,11,withdrawn,"],
    ["2,DAT,2025-26,11,withdrawn,", "2,DAT,2026-27,12,planned,2027-06-10"],
    ["2,DAT,2024-25,10,withdrawn,", "2,DAT,2025-26,11,withdrawn,"],
    ["2,DAT,2026-27,12,withdrawn,", "2,DAT,2026-27,12,enrolled,2027-06-10"],
    ["2,ALG,2025-26,11,withdrawn,", "2,ALG,2026-27,12,completed,"],
  ]

  @Test(arguments: pairs)
  func `A course that was left and is taken again stands twice, and the file is released`(
    rows: [String]
  ) throws {
    let record = try Self.record(rows)
    let exporter = PESCExporter(schemas: try PESCSchemas(version: .v1_3_0))
    // It throws where the document does not state what the record states.
    let bytes = try exporter.checkedDocument(
      for: record,
      delivery: PESCDelivery(createdAt: PESCTimestamp(startOf: record.document.issuedOn))
    ).bytes
    let tree = try XMLDocument.parse(bytes: bytes, name: "x.xml")
    let courses = tree.all(at: "Student", "AcademicRecord", "AcademicSession")
      .flatMap { $0.all("Course") }
    let number = String(rows[0].split(separator: ",")[1])
    let stated = courses.filter { $0.text(of: "CourseNumber") == number }
    let again = record.courses.filter { $0.id.code == number }
    #expect(stated.count == again.count)
    #expect(
      stated.contains { $0.text(of: "CourseAcademicGradeStatusCode") == "Withdrew" })
    let facts = TranscriptFacts(record)
    let read = TranscriptFacts(try PESCReader.read(bytes, name: "x.xml"))
    // XML says of a course that ended without credit that it earned 0, the record says nothing.
    let differences = facts.differences(from: read).filter { ($0.left, $0.right) != ("", "0") }
    #expect(differences == [])
  }

  @Test func `A course stated in another year than the record's is found`() throws {
    let record = try Self.record(Self.pairs[0])
    let exporter = PESCExporter(schemas: try PESCSchemas(version: .v1_3_0))
    let delivery = PESCDelivery(createdAt: PESCTimestamp(startOf: record.document.issuedOn))
    let other = try Self.record([
      "2,DAT,2024-25,10,withdrawn,", "2,DAT,2026-27,12,enrolled,2027-06-10",
    ])
    let bytes = try exporter.checkedDocument(for: other, delivery: delivery).bytes
    let found = try DocumentComparison.differences(in: bytes, name: "x.xml", from: record)
    #expect(found.contains { $0.name.hasPrefix("course DAT") })
  }
}
