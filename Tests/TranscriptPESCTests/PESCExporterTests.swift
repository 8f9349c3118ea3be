// Literals that are known to be right.
// swift-format-ignore-file: NeverForceUnwrap

import Diagnostics
import Testing
import TranscriptModel
import TranscriptPESC
import XMLKit

@Suite struct PESCExporterTests {
  static let delivery = PESCDelivery(createdAt: PESCTimestamp("2026-06-20T14:03:11-04:00")!)

  static func export(
    _ sample: SampleRecord, version: PESCVersion = .v1_3_0, delivery: PESCDelivery = delivery
  ) throws -> PESCDocument {
    let exporter = PESCExporter(schemas: try PESCSchemas(version: version))
    return try exporter.document(for: sample.make(), delivery: delivery)
  }

  static func tree(_ sample: SampleRecord, delivery: PESCDelivery = delivery) throws -> XMLElement {
    try XMLDocument.parse(bytes: export(sample, delivery: delivery).bytes, name: "out.xml")
  }

  /// Every optional part at once.
  static var full: SampleRecord {
    var sample = SampleRecord()
    sample.suffix = "Jr."
    sample.displayName = "Zoë 李 O’Brien"
    sample.graduation = .graduated(SampleRecord.day("2026-06-13"))
    sample.replaces = "2026-S-100234-0"
    sample.status = .amended
    sample.gradePoints = RecordGradePoints(
      title: "GPA equivalent", unweighted: Rational(33, over: 10) ?? .zero,
      weighted: Rational(38, over: 10) ?? .zero, places: 2, asOf: SampleRecord.day("2026-06-15"),
      adoptedOn: SampleRecord.day("2024-06-19"), adoptedBy: "Board of Education",
      points: [nil, Rational(2), Rational(33, over: 10), Rational(4)],
      weights: [.honors: .half, .ap: .half], excluded: ["Capstone: under way"])
    sample.notations = [
      RecordNotation(
        kind: .sealOfBiliteracy, title: "Connecticut Seal of Biliteracy", detail: "Vietnamese",
        awardedOn: SampleRecord.day("2026-05-01")),
      RecordNotation(
        kind: .honor, title: "Distinguished Senior", awardedOn: SampleRecord.day("2026-06-01")),
      RecordNotation(
        kind: .award, title: "An award whose title is longer than thirty characters",
        awardedOn: SampleRecord.day("2026-06-01")),
    ]
    sample.narrative = RecordNarrative(
      text: "First paragraph.\n\nSecond paragraph.", author: "Advisor, fictional")
    return sample
  }

  @Test(.enabled(if: SharedFolder.isPresent), arguments: PESCVersion.allCases, [true, false])
  func `Documents satisfy PESC's own schema in every version`(
    version: PESCVersion, includesExtension: Bool
  ) throws {
    let files = try SharedFolder.schemas("schemas/pesc/hst-\(version.rawValue)")
    let exporter = PESCExporter(schemas: try PESCSchemas(version: version, pescFiles: files))
    var delivery = Self.delivery
    delivery.includesExtension = includesExtension
    for sample in [SampleRecord(), Self.full] {
      let document = try exporter.document(for: sample.make(), delivery: delivery)
      #expect(document.bytes.starts(with: Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>".utf8)))
    }
  }

  @Test func `A folder without the schema of the version is refused, not passed over`() throws {
    for files in [[:], ["SHA256SUMS": [UInt8]("x".utf8)]] {
      let error = try #require(throws: XMLError.self) {
        try PESCSchemas(version: .v1_3_0, pescFiles: files)
      }
      #expect(error.document == "HighSchoolTranscript_v1.3.0.xsd")
    }
  }

  @Test func `One body serves every version`() throws {
    let texts = try PESCVersion.allCases.map { version in
      String(decoding: try Self.export(Self.full, version: version).bytes, as: UTF8.self)
        .replacing(version.namespace, with: "N")
    }
    #expect(Set(texts).count == 1)
  }

  @Test func `Only the root and the extension are in a namespace`() throws {
    let root = try Self.tree(Self.full)
    #expect(root.namespace == "urn:org:pesc:message:HighSchoolTranscript:v1.3.0")
    func check(_ element: XMLElement) {
      for child in element.elements {
        if element.name == "UserDefinedExtensions" {
          #expect(child.namespace == "urn:mastery-transcript:record:v1")
        } else {
          #expect(child.namespace == nil)
          check(child)
        }
      }
    }
    check(root)
  }

  @Test func `The native part is the same bytes with and without the extension`() throws {
    var without = Self.delivery
    without.includesExtension = false
    let full = String(decoding: try Self.export(Self.full).bytes, as: UTF8.self)
    let plain = String(
      decoding: try Self.export(Self.full, delivery: without).bytes, as: UTF8.self)
    #expect(!plain.contains("UserDefinedExtensions"))
    let start = try #require(full.firstRange(of: "\n<UserDefinedExtensions>"))
    let end = try #require(full.firstRange(of: "</UserDefinedExtensions>"))
    #expect(full[..<start.lowerBound] + full[end.upperBound...] == plain)
  }

  @Test func `A competency of no course is stated whether it is assessed or not`() throws {
    let proficiencies = try Self.tree(Self.full).all(
      at: "Student", "AcademicRecord", "AdditionalStudentAchievements", "Proficiency")
    #expect(proficiencies.map { $0.text(of: "NoteMessage") } == ["GC-1", "MA-9", "SC-1"])
    let open = try #require(proficiencies.last)
    #expect(open.text(of: "RAPName") == "Plan an experiment")
    #expect(open.text(of: "RAPSubName") == "Insufficient evidence")
    for name in ["RAPCode", "ConditionsMetCode", "ConditionsMetDate"] {
      #expect(open.text(of: name) == nil)
    }
  }

  @Test func `A competency of two content areas says where it stands in each`() throws {
    let proficiencies = try Self.tree(Self.full).all(
      at: "Student", "AcademicRecord", "AdditionalStudentAchievements", "Proficiency")
    let shared = try #require(proficiencies.first { $0.text(of: "NoteMessage") == "MA-9" })
    #expect(shared.text(of: "RAPCode") == "PR")
    #expect(
      shared.all("NoteMessage").map(\.text) == [
        "MA-9", "In Mathematics: Proficient, 2026-03-02", "In Science: Developing",
      ])
  }

  @Test func `A requirement under way is neither met nor missed`() throws {
    var sample = Self.full
    sample.otherRequirement = .inProgress
    let requirements = try Self.tree(sample).all(
      at: "Student", "AcademicRecord", "AdditionalStudentAchievements", "Requirement")
    let core = try #require(requirements.first { $0.text(of: "NoteMessage") == "core" })
    #expect(core.text(of: "ConditionsMetCode") == nil)
    #expect(core.all("NoteMessage").map(\.text) == ["core", "In progress"])
  }

  @Test(arguments: [(true, nil, "Weighted"), (false, "PassFailPass", "NotApplicable")])
  func `A course counts in an average or is graded pass or fail, never both`(
    hasAverage: Bool, status: String?, applicability: String
  ) throws {
    var sample = Self.full
    if !hasAverage { sample.gradePoints = nil }
    let courses = try Self.tree(sample).all(
      at: "Student", "AcademicRecord", "AcademicSession", "Course")
    let course = try #require(courses.first { $0.text(of: "CourseNumber") == "MAT-QR4" })
    #expect(course.text(of: "CourseAcademicGradeStatusCode") == status)
    #expect(course.text(of: "CourseGPAApplicabilityCode") == applicability)
  }

  @Test func `The same record gives the same bytes`() throws {
    #expect(try Self.export(Self.full).bytes == Self.export(Self.full).bytes)
  }

  @Test func `Levels, statuses and competencies stand where receivers look`() throws {
    let record = try #require(try Self.tree(Self.full).first(at: "Student", "AcademicRecord"))
    let courses = record.all(at: "AcademicSession", "Course")
    let course = try #require(courses.first { $0.text(of: "CourseNumber") == "MAT-QR4" })
    #expect(course.text(of: "CourseAcademicGrade") == "PR")
    #expect(course.text(of: "CourseCreditEarned") == "1")
    #expect(course.text(of: "CourseLevel") == "Honors")
    #expect(course.text(of: "CourseFiveDigitSCEDCode") == "02061")
    #expect(course.text(of: "CourseGPAApplicabilityCode") == "Weighted")
    let proficiencies = course.all("Proficiency")
    #expect(proficiencies.count == 5)
    #expect(proficiencies[0].text(of: "RAPCode") == "PR")
    #expect(proficiencies[0].text(of: "RAPSubName") == "Proficient")
    #expect(proficiencies[0].text(of: "ConditionsMetCode") == "Yes")
    #expect(proficiencies[0].text(of: "ConditionsMetDate") == "2026-03-02")
    #expect(proficiencies[2].text(of: "ConditionsMetCode") == "No")
    #expect(proficiencies[3].text(of: "RAPSubName") == "Met by decision")
    #expect(proficiencies[3].text(of: "RAPCode") == nil)
    #expect(proficiencies[4].text(of: "ConditionsMetCode") == nil)
    let capstone = try #require(courses.first { $0.text(of: "CourseTitle") == "Capstone" })
    #expect(capstone.text(of: "CourseAcademicGradeStatusCode") == "InProgress")
    #expect(capstone.text(of: "CourseAcademicGrade") == nil)
    #expect(capstone.text(of: "CourseCreditEarned") == nil)
  }

  @Test func `Work from elsewhere keeps its own mark under its own school`() throws {
    let record = try #require(try Self.tree(Self.full).first(at: "Student", "AcademicRecord"))
    let session = try #require(record.all("AcademicSession").first { $0.first("School") != nil })
    #expect(session.first(at: "School", "OrganizationName")?.text == "Fictional Community College")
    #expect(session.first(at: "AcademicSessionDetail", "SessionDesignator")?.text == "2025-12")
    #expect(session.first(at: "Course", "CourseAcademicGrade")?.text == "B+")
    #expect(session.first(at: "Course", "CourseCreditBasis")?.text == "HighSchoolDualCredit")
    #expect(session.first(at: "Course", "Proficiency") == nil)
  }

  @Test func `A mark of more than ten characters is carried as a narrative, whole`() throws {
    var sample = SampleRecord()
    sample.mark = "Passed with distinction"
    let courses = try Self.tree(sample).all(
      at: "Student", "AcademicRecord", "AcademicSession", "Course")
    let course = try #require(
      courses.first { $0.text(of: "CourseTitle") == "English Composition I" })
    #expect(course.text(of: "CourseAcademicGrade") == nil)
    #expect(course.text(of: "CourseNarrativeExplanationGrade") == "Passed with distinction")
  }

  @Test func `A diploma is stated only once it is posted`() throws {
    #expect(
      try Self.tree(SampleRecord()).first(at: "Student", "AcademicRecord", "AcademicAward") == nil)
    let root = try Self.tree(Self.full)
    let award = try #require(root.first(at: "Student", "AcademicRecord", "AcademicAward"))
    #expect(award.text(of: "AcademicAwardLevel") == "B18")
    #expect(award.text(of: "AcademicAwardDate") == "2026-06-13")
    #expect(root.first(at: "TransmissionData", "DocumentCompleteCode")?.text == "Complete")
    #expect(root.first(at: "TransmissionData", "TransmissionType")?.text == "Replace")
  }

  @Test func `Without an adopted table no average and no rank is written, not even zero`() throws {
    let text = String(decoding: try Self.export(SampleRecord()).bytes, as: UTF8.self)
    for name in ["GradePointAverage", "ClassRank", "ClassSize", "Gender", "SSN", "Race", "Health"] {
      #expect(!text.contains("<\(name)"))
    }
    #expect(text.contains("This transcript states no GPA or class rank."))
  }

  @Test func `Every level of the scale is explained in notes of at most 80 characters`() throws {
    let record = try #require(try Self.tree(SampleRecord()).first(at: "Student", "AcademicRecord"))
    let notes = record.all("NoteMessage").map(\.text)
    #expect(notes.allSatisfy { $0.unicodeScalars.count <= 80 })
    #expect(
      notes.joined(separator: " ").contains(
        "Level PR = 3 Proficient (passing level): Meets the standard independently and in "
          + "situations that were not practised"))
  }

  @Test func `Thirds of a credit add up to the total that is stated`() throws {
    var sample = SampleRecord()
    sample.earned = Rational(1, over: 3) ?? .zero
    sample.courseCount = 3
    sample.externalCredit = Rational(2, over: 3) ?? .zero
    let record = try #require(try Self.tree(sample).first(at: "Student", "AcademicRecord"))
    let written = record.all(at: "AcademicSession", "Course", "CourseCreditEarned").map(\.text)
    #expect(written.sorted() == ["0.333", "0.333", "0.334", "0.667"])
    let gpa = try #require(record.first(at: "AcademicSummary", "GPA"))
    #expect(gpa.text(of: "CreditHoursEarned") == "1.667")
    #expect(gpa.text(of: "CreditHoursRequired") == "25")
    #expect(gpa.text(of: "CreditHoursDeficient") == "23.333")
  }

  @Test func `A course whose whole credit is earned never earns more than its value`() throws {
    let third = Rational(1, over: 3) ?? .zero
    var sample = SampleRecord()
    sample.earned = third
    sample.externalCredit = third
    let record = try #require(try Self.tree(sample).first(at: "Student", "AcademicRecord"))
    // 0.333 is written, 0.667 is two thirds: 0.334 is left for the second course.
    let course = try #require(
      record.all(at: "AcademicSession", "Course").first {
        $0.text(of: "CourseCreditEarned") == "0.334"
      })
    #expect(course.text(of: "CourseCreditValue") == "0.334")
  }

  @Test func `Waived credit is missing neither in its line nor in all`() throws {
    var sample = SampleRecord()
    sample.lineStatus = .waived
    // Of the 9 of STEM 1 is earned, so that 8 are waived; of 25 in all 17 are left, 1.5 of them earned.
    sample.waived = Rational(8)
    let record = try #require(try Self.tree(sample).first(at: "Student", "AcademicRecord"))
    let gpa = try #require(record.first(at: "AcademicSummary", "GPA"))
    #expect(gpa.text(of: "CreditHoursRequired") == "17")
    #expect(gpa.text(of: "CreditHoursEarned") == "1.5")
    #expect(gpa.text(of: "CreditHoursDeficient") == "15.5")
    let line = try #require(
      record.first(at: "AcademicSummary", "HighSchoolCreditSummary", "HighSchoolSubjectArea"))
    #expect(line.text(of: "CreditHoursRequired") == "1")
    #expect(line.text(of: "CourseCreditEarned") == "1")
    #expect(line.text(of: "CreditHoursDeficient") == "0")
    let notes = record.all(at: "AcademicSummary", "NoteMessage").map(\.text)
    #expect(notes.contains("STEM: 8 of the credit is waived, and not required."))
  }

  @Test func `Work of a summer belongs to the year of its grade`() throws {
    // In grade 11 a student of the class of 2026 is in 2024-2025.
    for (day, year) in [
      ("2025-08-07", "2024-2025"), ("2025-07-31", "2024-2025"), ("2025-12-19", "2025-2026"),
    ] {
      var sample = SampleRecord()
      sample.externalDay = day
      let record = try #require(try Self.tree(sample).first(at: "Student", "AcademicRecord"))
      let session = record.all("AcademicSession").first { $0.first("School") != nil }
      #expect(
        session?.first(at: "AcademicSessionDetail", "SessionSchoolYear")?.text == year, "\(day)")
    }
  }

  @Test func `A record that nothing on paper completes is complete without a diploma`() throws {
    let root = try Self.tree(SampleRecord())
    #expect(root.first(at: "TransmissionData", "DocumentCompleteCode")?.text == "Complete")
  }

  @Test func `A record whose credits do not add up is refused`() throws {
    var sample = SampleRecord()
    sample.creditsEarned = Rational(7)
    let refusal = try #require(throws: PESCRefusal.self) { try Self.export(sample) }
    #expect(refusal.findings.map(\.code) == [PESCCodes.creditSum])
  }

  @Test func `The control holds what an acknowledgement echoes`() throws {
    let control = try Self.export(Self.full).control
    #expect(control.documentID == "2026-S-100234-1")
    #expect(control.awardTotal == 1)
    #expect(control.courseTotal == 3)
    #expect(control.creditsEarned == Rational(3, over: 2))
    #expect(control.lastName == "O’Brien-Løvås")
  }
}
