import Diagnostics
import Foundation
import Testing
import TranscriptModel
import TranscriptPESC
import TranscriptWorkflow

/// PDF, XML and JSON of the same student state the same facts: read back and compared.
@Suite struct AgreementTests {
  private static func text(ofPDF bytes: [UInt8]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pdf")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["pdftotext", "-layout", file.path, "-"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  private static func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  private static let hasPDFToText = FileManager.default.isExecutableFile(
    atPath: "/usr/bin/pdftotext")

  @Test(.enabled(if: hasPDFToText, "pdftotext is not installed"))
  func `Every course, mark, credit and competency of the record stands in PDF and XML`()
    async throws
  {
    let (out, summary) = try await Project.render(
      try Project.example("thistlemere"), kinds: DocumentKind.standard)
    #expect(summary.count(.held) == 0 && summary.count(.failed) == 0, "\(summary.text)")
    for line in summary.lines {
      let id = line.student.code
      let record = try Self.object(try #require(out["out/records/\(id).json"]))
      let pdf = try Self.text(ofPDF: try #require(out["out/transcripts/\(id).pdf"]))
      let xml = try PESCReader.read(try #require(out["out/pesc/\(id).xml"]), name: id)
      try Self.compare(record, withPDF: pdf, student: id)
      try Self.compare(record, withXML: xml, student: id)
    }
  }

  @Test func `a level whose meaning is the word of another is no row of the page`() async throws {
    let files = try Self.tiny(replacing: [
      (
        "policy.yaml", "label: Beginning,  description: \"First steps; no credit is awarded\"",
        "label: Not yet, description: \"Not yet\""
      ),
      ("policy.yaml", "label: Proficient", "label: Met"),
      (
        "determinations.csv", "",
        """
        determination_id,student_id,competency,content_area,level,decided_on,decided_by,role,reason
        D-1,2,NUM,,,2026-09-01,Imani Calloway,Panel,Shown and explained to the panel

        """
      ),
    ])
    let (_, summary) = try await Project.render(files, kinds: DocumentKind.standard)
    #expect(summary.count(.done) == 2, "\(summary.text)")
  }

  /// The example `tiny` with a text of one of its files replaced.
  private static func tiny(
    replacing changes: [(file: String, old: String, new: String)]
  ) throws -> [String: [UInt8]] {
    var files = try Project.example("tiny")
    for (file, old, new) in changes {
      let text = String(decoding: files["district/\(file)"] ?? [], as: UTF8.self)
      try #require(old.isEmpty || text.contains(old), "\(file) holds no \(old)")
      files["district/\(file)"] = Array((old.isEmpty ? new : text.replacing(old, with: new)).utf8)
    }
    return files
  }

  @Test func `Letters whose accents are stored apart are composed in pages, XML and record alike`()
    async throws
  {
    let files = try Self.tiny(replacing: [
      ("students.csv", "José", "Jose\u{301}"),
      ("students.csv", "Abernathy", "A\u{308}bernathy"),
      ("courses.csv", "Algebra", "A\u{301}lgebra"),
      ("framework/competencies.csv", "Linear equations", "Line\u{301}ar equations"),
      ("district.yaml", "Pebble Point High School", "Pe\u{301}bble Point High School"),
    ])
    let (out, summary) = try await Project.render(files, kinds: DocumentKind.standard)
    #expect(summary.lines.count == 2)
    #expect(summary.count(.held) == 0 && summary.count(.failed) == 0, "\(summary.text)")
    for path in ["out/records/2.json", "out/pesc/2.xml"] {
      let text = String(decoding: try #require(out[path]), as: UTF8.self)
      let scalars = Set(text.unicodeScalars)
      #expect(!scalars.contains("\u{301}") && !scalars.contains("\u{308}"), "\(path)")
      #expect(scalars.contains("\u{E9}"), "\(path)")
    }
  }

  /// Student 2 has met two of the three competencies of a course that goes on until June.
  @Test(arguments: [("half", "1", "0.5"), ("half", "1/3", "0.167"), ("proportional", "1", "0.667")])
  func `A course posted in part while it goes on has what is posted on pages and in XML`(
    rule: String, credit: String, posted: String
  ) async throws {
    let files = try Self.tiny(replacing: [
      ("courses.csv", "competencies\n", "competencies,partial\n"),
      (
        "courses.csv", "Algebra,1,mathematics,A.1;A.2;A.3\n",
        "Algebra,\(credit),mathematics,A.1;A.2;A.3,\(rule)\n"
      ),
      ("courses.csv", "D.1;D.2\n", "D.1;D.2,\n"),
      (
        "enrollments.csv", "",
        """
        student_id,course,school_year,grade_level,status,expected_on
        2,ALG,2026-27,12,enrolled,2027-06-10

        """
      ),
    ])
    let (out, summary) = try await Project.render(files, kinds: DocumentKind.standard)
    #expect(summary.count(.held) == 0 && summary.count(.failed) == 0, "\(summary.text)")
    #expect(out["out/transcripts/2.pdf"] != nil)
    let xml = try PESCReader.read(try #require(out["out/pesc/2.xml"]), name: "2")
    let course = try #require(
      xml.academicRecords.flatMap(\.allCourses).first { $0.title == "Algebra" })
    #expect(course.creditEarned == Rational(text: posted))
    #expect(course.gradeStatusCode == "InProgress")
    #expect(course.academicGrade == nil && course.endDate == nil)
  }

  /// The words of a text: what a reader sees, whatever the white space between.
  private static func words(_ text: String) -> [Substring] {
    text.split { $0.isWhitespace }
  }

  private static func compare(
    _ record: [String: Any], withPDF text: String, student id: String
  ) throws {
    let flat = words(text).joined(separator: " ")
    let levels = try labels(record)
    let graduation = try #require(record["graduation"] as? [String: Any])
    let earned = try #require(Rational(text: graduation["creditsEarned"] as? String ?? ""))
    #expect(flat.contains(earned.decimalText(places: 2)), "\(id): credits")
    let rows = text.split(separator: "\n").map { words(String($0)).joined(separator: " ") }
    for group in try #require(record["courseGroups"] as? [[String: Any]]) {
      for course in try #require(group["courses"] as? [[String: Any]]) {
        let title = try #require(course["title"] as? String)
        let credit = try #require(Rational(text: course["credit"] as? String ?? ""))
        let mark = (course["mark"] as? String).flatMap { levels[$0] }
        let found = rows.contains { row in
          guard let start = row.range(of: title) else { return false }
          let rest = row[start.upperBound...]
          // What never posted and never will has no amount to print.
          let isDue = ["earned", "partial", "in-progress"].contains(course["status"] as? String)
          return (!isDue || rest.contains(credit.decimalText(places: 2)))
            && (mark.map { rest.contains("\($0.number) \($0.label)") } ?? true)
        }
        // A title that wraps stands on two lines; its words are on the page all the same.
        #expect(found || flat.contains(title.prefix(12)), "\(id): \(title)")
        if title.count <= 24 { #expect(found, "\(id): \(title), \(credit.exactText)") }
      }
    }
    for area in try #require(record["areas"] as? [[String: Any]]) {
      for competency in try #require(area["competencies"] as? [[String: Any]]) {
        let name = try #require(competency["shortName"] as? String)
        let label = (competency["level"] as? String).flatMap { levels[$0]?.label }
        let found = rows.contains { row in
          guard let start = row.range(of: name) else { return false }
          return label.map { row[start.upperBound...].contains($0) } ?? true
        }
        #expect(found, "\(id): \(name) \(label ?? "")")
      }
    }
  }

  private static func labels(
    _ record: [String: Any]
  ) throws -> [String: (number: String, label: String)] {
    let scale = try #require(record["scale"] as? [String: Any])
    let levels = try #require(scale["levels"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: levels.map { level in
        (
          level["code"] as? String ?? "",
          (level["number"] as? String ?? "", level["label"] as? String ?? "")
        )
      })
  }

  private static func compare(
    _ record: [String: Any], withXML xml: HighSchoolTranscript, student id: String
  ) throws {
    let person = try #require(record["student"] as? [String: Any])
    let name = try #require(person["legalName"] as? [String: Any])
    #expect(xml.person.name.last == name["last"] as? String)
    #expect(xml.person.name.first == name["first"] as? String)
    #expect(xml.person.birthDate?.isoText == person["birthDate"] as? String)
    let inXML = xml.academicRecords.flatMap(\.allCourses)
    let groups = try #require(record["courseGroups"] as? [[String: Any]])
    for course in groups.flatMap({ $0["courses"] as? [[String: Any]] ?? [] }) {
      guard course["status"] as? String == "earned" else { continue }
      let title = try #require(course["title"] as? String)
      let match = try #require(inXML.first { $0.title == title }, "\(id): \(title)")
      #expect(match.creditEarned == Rational(text: course["earned"] as? String ?? ""))
      #expect(match.academicGrade == course["mark"] as? String)
    }
    let graduation = try #require(record["graduation"] as? [String: Any])
    let earned = try #require(Rational(text: graduation["creditsEarned"] as? String ?? ""))
    let sum = inXML.reduce(Rational.zero) { $0 + ($1.creditEarned ?? .zero) }
    #expect(sum == earned, "\(id): the credits of the courses add up to what is stated")
  }
}
