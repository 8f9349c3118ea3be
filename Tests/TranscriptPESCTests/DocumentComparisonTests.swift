import Testing
import TranscriptModel
import XMLKit

@testable import TranscriptPESC

@Suite struct DocumentComparisonTests {
  @Test(arguments: [
    (
      "<CourseAcademicGrade>PR", "<CourseAcademicGrade>EX", "course MAT-QR4.CourseAcademicGrade",
      "PR", "EX"
    ),
    (
      "<BirthDate>2008-03-14", "<BirthDate>2008-03-15", "student.BirthDate", "2008-03-14",
      "2008-03-15"
    ),
    (
      "<CreditHoursEarned>1.5", "<CreditHoursEarned>1.501", "record.CreditHoursEarned", "1.5",
      "1.501"
    ),
    ("<RAPCode>DV", "<RAPCode>PR", "course MAT-QR4.competency MA-3.RAPCode", "DV", "PR"),
    (
      "<LastName>O’Brien-Løvås", "<LastName>O’Brien", "student.LastName", "O’Brien-Løvås",
      "O’Brien"
    ),
    (
      "<Level code=\"PR\" number=\"3\"", "<Level code=\"PR\" number=\"4\"",
      "extension.level PR.number", "3", "4"
    ),
  ])
  func `One changed value is one difference`(
    old: String, new: String, name: String, left: String, right: String
  ) throws {
    let sample = SampleRecord()
    let text = String(decoding: try PESCExporterTests.export(sample).bytes, as: UTF8.self)
    let changed = text.replacing(old, with: new, maxReplacements: 1)
    #expect(changed != text)
    let found = try DocumentComparison.differences(
      in: Array(changed.utf8), name: "changed.xml", from: sample.make())
    #expect(found == [FactDifference(name: name, left: left, right: right)])
  }

  /// Where a text or the value of an attribute stands, and in which elements.
  private struct Statement {
    let range: Range<Int>
    let elements: [String]
    let attribute: String?
  }

  /// Every text and every value after the declaration, found without a parser.
  private static func statements(in bytes: [UInt8]) -> [Statement] {
    var found: [Statement] = []
    var open: [String] = []
    var index = (bytes.firstIndex(of: UInt8(ascii: "\n")) ?? 0) + 1
    func end(of byte: Character, from start: Int) -> Int {
      bytes[start...].firstIndex(of: byte.asciiValue ?? 0) ?? bytes.count
    }
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        let stop = end(of: "<", from: index)
        if bytes[index..<stop].contains(where: { $0 > 0x20 }) {
          found.append(Statement(range: index..<stop, elements: open, attribute: nil))
        }
        index = stop
        continue
      }
      let stop = end(of: ">", from: index)
      let tag = bytes[(index + 1)..<stop]
      if tag.first == UInt8(ascii: "/") {
        open.removeLast()
      } else {
        open.append(String(decoding: tag.prefix { $0 > 0x20 && $0 != 0x2F }, as: UTF8.self))
        var cursor = index
        while let quote = bytes[cursor..<stop].firstIndex(of: UInt8(ascii: "\"")) {
          let close = end(of: "\"", from: quote + 1)
          let name = bytes[index..<quote].dropLast().reversed().prefix { $0 > 0x20 }.reversed()
          found.append(
            Statement(
              range: (quote + 1)..<close, elements: open,
              attribute: String(decoding: Array(name), as: UTF8.self)))
          cursor = close + 1
        }
        if tag.last == UInt8(ascii: "/") { open.removeLast() }
      }
      index = stop + 1
    }
    return found
  }

  /// A name that a document may change without being another document about the student: it says how
  /// the document was sent, and is in no record.
  private static func isOfDelivery(_ statement: Statement) -> Bool {
    !DocumentComparison.deliveryElements.isDisjoint(with: statement.elements)
  }

  @Test(arguments: [false, true])
  func `A change of any text or attribute is noticed`(isLong: Bool) throws {
    var sample = PESCExporterTests.full
    if isLong {
      sample.earned = Rational(1, over: 3) ?? .zero
      sample.courseCount = 3
    }
    let record = sample.make()
    let bytes = try PESCExporterTests.export(sample).bytes
    #expect(try DocumentComparison.differences(in: bytes, name: "x", from: record) == [])
    let statements = Self.statements(in: bytes)
    #expect(statements.count > 350)
    var passedOver = Set<String>()
    for statement in statements {
      var changed = bytes
      changed.insert(UInt8(ascii: "7"), at: statement.range.upperBound)
      let isNoticed: Bool
      do throws(XMLError) {
        isNoticed =
          try !DocumentComparison.differences(in: changed, name: "x", from: record).isEmpty
      } catch { isNoticed = true }
      if Self.isOfDelivery(statement) {
        if !isNoticed { passedOver.insert(statement.elements.last ?? "") }
        continue
      }
      #expect(
        isNoticed,
        "\(statement.elements.joined(separator: "/")) \(statement.attribute ?? "")")
    }
    #expect(
      passedOver == [
        "CreatedDateTime", "DocumentTypeCode", "TransmissionType", "OrganizationName",
        "DocumentProcessCode",
      ])
  }

  @Test func `A text or element that is missing is noticed`() throws {
    let sample = PESCExporterTests.full
    let record = sample.make()
    let text = String(decoding: try PESCExporterTests.export(sample).bytes, as: UTF8.self)
    for element in [
      "Proficiency", "Course", "Requirement", "Attribute", "AcademicHonors", "AgencyIdentifier",
      "HighSchoolSubjectArea", "AcademicAward", "NoteMessage", "Competency", "Narrative",
    ] {
      let start = try #require(
        text.firstRange(of: "<\(element)>") ?? text.firstRange(of: "<\(element) "))
      let end = try #require(text[start.upperBound...].firstRange(of: "</\(element)>"))
      var changed = text
      changed.removeSubrange(start.lowerBound..<end.upperBound)
      let found = try DocumentComparison.differences(
        in: Array(changed.utf8), name: "x", from: record)
      #expect(!found.isEmpty, "\(element)")
    }
  }

  @Test func `An element too many is one difference, whatever stands behind it`() throws {
    let record = PESCExporterTests.full.make()
    let text = String(
      decoding: try PESCExporterTests.export(PESCExporterTests.full).bytes, as: UTF8.self)
    for (place, more, name) in [
      ("<Birth>", "<SSN>123456789</SSN><Birth>", "student.SSN"),
      ("</MasteryRecord>", "</MasteryRecord><Other xmlns=\"urn:other\"/>", "extension Other"),
    ] {
      let changed = text.replacing(place, with: more, maxReplacements: 1)
      let found = try DocumentComparison.differences(
        in: Array(changed.utf8), name: "x", from: record)
      #expect(found.map(\.name) == [name])
    }
  }

  @Test func `The sender, its address and an empty extension are noticed where they are missing`()
    throws
  {
    let record = PESCExporterTests.full.make()
    let text = String(
      decoding: try PESCExporterTests.export(PESCExporterTests.full).bytes, as: UTF8.self)
    for (start, end, name) in [
      ("<Organization>", "</Organization>", "source.Organization"),
      ("<Contacts>", "</Contacts>", "source.Contacts"),
      ("<MasteryRecord ", "</MasteryRecord>", "extension"),
    ] {
      let first = try #require(text.firstRange(of: start))
      let last = try #require(text[first.upperBound...].firstRange(of: end))
      var changed = text
      changed.removeSubrange(first.lowerBound..<last.upperBound)
      let found = try DocumentComparison.differences(
        in: Array(changed.utf8), name: "x", from: record)
      #expect(found.map(\.name) == [name])
    }
  }

  @Test func `A document that is checked before its release has its extension checked as well`()
    throws
  {
    let record = PESCExporterTests.full.make()
    var delivery = PESCDelivery(createdAt: PESCTimestamp(startOf: record.document.issuedOn))
    let exporter = PESCExporter(schemas: try PESCSchemas(version: .v1_3_0))
    let text = String(
      decoding: try exporter.document(for: record, delivery: delivery).bytes, as: UTF8.self)
    #expect(CrossCheck.findings(in: Array(text.utf8), of: record, delivery: delivery).isEmpty)
    let changed = text.replacing(
      "<Competency id=\"MA-1\" level=\"PR\"", with: "<Competency id=\"MA-1\" level=\"EX\"")
    #expect(changed != text)
    let found = CrossCheck.findings(in: Array(changed.utf8), of: record, delivery: delivery)
    #expect(found.map(\.path) == ["extension.area MA.competency MA-1.level"])
    #expect(found.map(\.value) == ["EX"])
    // A delivery without the extension has none.
    delivery.includesExtension = false
    let without = CrossCheck.findings(in: Array(text.utf8), of: record, delivery: delivery)
    #expect(without.map(\.path) == ["extension"])
  }

  @Test func `Copies for two receivers state the same of the student`() throws {
    let sample = SampleRecord()
    var delivery = PESCExporterTests.delivery
    let first = try PESCExporterTests.export(sample, delivery: delivery).bytes
    delivery.destination = Organization(names: ["University of Fiction"])
    delivery.includesExtension = false
    let second = try PESCExporterTests.export(sample, delivery: delivery).bytes
    #expect(
      try DocumentComparison.differences(between: first, and: second, names: ("a", "b")) == [])
    let changed = String(decoding: second, as: UTF8.self)
      .replacing("<RAPCode>DV", with: "<RAPCode>PR", maxReplacements: 1)
    let found = try DocumentComparison.differences(
      between: first, and: Array(changed.utf8), names: ("a", "b"))
    #expect(
      found.map(\.name) == [
        "Student/AcademicRecord/AcademicSession/Course MAT-QR4/Proficiency MA-3/RAPCode"
      ])
  }
}
