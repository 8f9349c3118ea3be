// Literals that are known to be right.
// swift-format-ignore-file: NeverForceUnwrap

import Foundation
import Diagnostics
import Testing
import TranscriptELMO
import TranscriptModel
import XMLKit

@Suite struct ELMOExporterTests {
  static let schemaFolder: URL? = {
    var folder = URL(filePath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let schemas = folder.deletingLastPathComponent().appending(path: "shared/schemas/elmo-1.7.0")
      if FileManager.default.fileExists(atPath: schemas.path) { return schemas }
    }
    return nil
  }()

  static func schemaFiles() throws -> [String: [UInt8]] {
    let folder = try #require(schemaFolder)
    let references = try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "references").path
    ).filter { $0.hasSuffix(".xsd") }.map { "references/\($0)" }
    return try Dictionary(
      uniqueKeysWithValues: (["schema.xsd"] + references).map { path in
        (path, Array(try Data(contentsOf: folder.appending(path: path))))
      })
  }

  static let delivery = ELMODelivery(
    generatedAt: "2026-06-20T14:03:11-04:00", pdf: Array("%PDF-1.7 fictional".utf8))

  static func day(_ text: String) -> CalendarDate { CalendarDate(iso: text)! }

  static func competency(
    _ id: String, _ status: AttainmentStatus, _ level: LevelIndex?
  ) -> RecordCompetency {
    RecordCompetency(
      id: Identifier(id), shortName: "Short \(id)", statement: "Statement & <\(id)>",
      status: status, level: level, date: level == nil ? nil : day("2026-03-02"))
  }

  static func record(
    graduated: Bool = true, left: CalendarDate? = nil, first: String? = "Zoë",
    web: String? = "https://example.org", thirds: Bool = false, courses: [RecordCourse] = []
  ) -> TranscriptRecord {
    let levels = ["BG", "DV", "PR", "EX"].enumerated().map { index, code in
      PerformanceLevel(
        code: code, number: Rational(index + 1), label: "Label \(code)", description: "What \(code)"
      )
    }
    let course = RecordCourse(
      id: "MAT-1", title: "Mathematics 1", status: .earned, mark: 3, markStatus: .attained,
      credit: .one, earned: .one, date: day("2026-06-12"), creditAreas: [], contentArea: "MA")
    let capstone = RecordCourse(
      id: "CAP", title: "Capstone", status: .inProgress, mark: 1, markStatus: .notYet,
      credit: .one, earned: .zero, creditAreas: [])
    return TranscriptRecord(
      document: DocumentIdentity(
        number: "2026-1", id: String(repeating: "0", count: 32), status: .official,
        asOf: day("2026-06-15"), issuedOn: day("2026-06-20")),
      issuer: DistrictProfile(
        district: "Example District (fictional)", isFictional: true, accent: "#123456",
        school: School(
          name: "Example High School", address: [], city: "Hartford", state: "CT",
          postalCode: "06103", web: web, ceeb: "070999", monogram: "E"),
        signatory: Signatory(name: "A", office: "Registrar"), documentNumbers: "{student_id}"),
      policy: PolicyReference(
        title: "P", version: "1", effectiveOn: day("2025-07-01"), competencyRule: "r",
        graduationCompetencyRule: "r", objectiveRule: "r", courseMarkRule: "r"),
      inputHash: "0",
      student: RecordStudent(
        id: "S-1", sasid: "1234567890",
        legalName: LegalName(first: first, middle: "Nguyễn", last: "O’Brien-Løvås"),
        displayName: "Zoë O’Brien", birthDate: day("2008-03-14"), gradeLevel: GradeLevel(12)!,
        classOf: 2026),
      scale: PerformanceScale(id: "s", title: "Levels", levels: levels, bar: 2)!, creditAreas: [],
      areas: [
        RecordArea(
          id: "MA", title: "Mathematics", shortTitle: "Math",
          competencies: [
            competency("MA-1", .attained, 2), competency("MA-2", .notYet, 1),
            competency("MA-3", .metByDecision, nil), competency("MA-4", .notAssessed, nil),
          ])
      ],
      graduationCompetencies: [competency("GC-1", .attained, 3)],
      courseGroups: [
        RecordCourseGroup(
          gradeLevel: GradeLevel(12)!, schoolYear: SchoolYear(start: 2025), isInProgress: false,
          courses: [course, capstone] + courses)
      ],
      institutions: [
        RecordInstitution(
          name: "Fictional College", kind: .transfer,
          courses: (thirds ? ["X", "Y", "Z"] : ["X"]).map { id in
            RecordExternalCourse(
              id: Identifier(id), title: "Composition", mark: "B+",
              credit: thirds ? Rational(1, over: 3)! : .half, earnedOn: day("2025-12-19"),
              creditAreas: [])
          })
      ],
      graduation: RecordGraduation(
        planTitle: "Connecticut",
        status: left.map(GraduationStatus.withdrawn)
          ?? (graduated ? .graduated(day("2026-06-13")) : .onTrack),
        creditsEarned: thirds ? Rational(2) : Rational(3, over: 2)!, creditsInProgress: .one,
        creditsRequired: Rational(25), requirements: []),
      notations: [], experiences: [])
  }

  static func tree(_ record: TranscriptRecord) throws -> XMLElement {
    let bytes = try ELMOExporter().document(for: record, delivery: delivery)
    return try XMLDocument.parse(bytes: bytes, name: "elmo.xml")
  }

  @Test(.enabled(if: schemaFolder != nil), arguments: [true, false], ["Zoë", nil])
  func `Files satisfy ELMO's own schema`(graduated: Bool, first: String?) throws {
    let exporter = try ELMOExporter(schemaFiles: Self.schemaFiles())
    let record = Self.record(graduated: graduated, first: first)
    #expect(!(try exporter.document(for: record, delivery: Self.delivery).isEmpty))
  }

  @Test func `What the project's own schema does not allow is held, without ELMO's files`() throws {
    var delivery = Self.delivery
    delivery.generatedAt = "yesterday"
    let refusal = try #require(throws: ELMORefusal.self) {
      try ELMOExporter().document(for: Self.record(), delivery: delivery)
    }
    #expect(refusal.diagnostics.map(\.code.name) == ["elmo-schema"])
    #expect(refusal.diagnostics.first?.message.contains("generatedDate") == true)
  }

  @Test func `The diploma holds areas, which hold courses and competencies`() throws {
    let root = try Self.tree(Self.record())
    #expect(root.namespace == ELMOExporter.namespace)
    let diploma = try #require(root.first(at: "report", "learningOpportunitySpecification"))
    #expect(diploma.text(of: "type") == "Degree Programme")
    let instance = try #require(diploma.first(at: "specifies", "learningOpportunityInstance"))
    #expect(instance.text(of: "date") == "2026-06-13")
    #expect(instance.text(of: "status") == "passed")
    #expect(instance.first(at: "credit", "value")?.text == "1.5")
    #expect(instance.first(at: "credit", "scheme")?.text == "carnegie-unit")
    let modules = diploma.all(at: "hasPart", "learningOpportunitySpecification")
    #expect(
      modules.map { $0.text(of: "title") } == [
        "Mathematics", "Other courses", "Cross-curricular graduation competencies",
        "Fictional College",
      ])
    let parts = modules[0].all(at: "hasPart", "learningOpportunitySpecification")
    #expect(
      parts.map { $0.text(of: "identifier") } == ["MAT-1", "MA-1", "MA-2", "MA-3", "MA-4"])
    let results = parts.map { $0.first(at: "specifies", "learningOpportunityInstance") }
    #expect(
      results.map { $0?.text(of: "resultLabel") } == [
        "Label EX", "Label PR", "Label DV", "Met by decision", "Not assessed",
      ])
    #expect(
      results.map { $0?.text(of: "gradingSchemeLocalId") } == [
        "levels", "levels", "levels", nil, nil,
      ])
    #expect(
      results.map { $0?.text(of: "status") } == [
        "passed", "passed", "in-progress", "passed", "in-progress",
      ])
  }

  @Test func `Thirds of a credit add up to what is above them`() throws {
    let root = try Self.tree(Self.record(thirds: true))
    let diploma = try #require(root.first(at: "report", "learningOpportunitySpecification"))
    let module = try #require(
      diploma.all(at: "hasPart", "learningOpportunitySpecification").first {
        $0.text(of: "title") == "Fictional College"
      })
    func credit(_ element: XMLElement) -> String? {
      element.first(at: "specifies", "learningOpportunityInstance", "credit", "value")?.text
    }
    #expect(credit(diploma) == "2")
    #expect(credit(module) == "1")
    // As in the XML of PESC: one and a third, one and two thirds, two, each rounded once.
    #expect(
      module.all(at: "hasPart", "learningOpportunitySpecification").map(credit) == [
        "0.333", "0.334", "0.333",
      ])
  }

  @Test(arguments: [
    (AttainmentStatus.withdrawn, "The course was left before its end. 0.5 of 1 credit has posted."),
    (.inProgress, "The course is under way. 0.5 of 1 credit has posted."),
    (.insufficientEvidence, "The course has ended. 0.5 of 1 credit has posted."),
  ])
  func `A course posted in part says so, without a day and a result`(
    status: AttainmentStatus, words: String
  ) throws {
    let course = RecordCourse(
      id: "MA-1", title: "Algebra", status: .partial, mark: 2, markStatus: status, credit: .one,
      earned: .half, date: Self.day("2026-03-02"), creditAreas: [], contentArea: "MA")
    let root = try Self.tree(Self.record(courses: [course]))
    let parts = try #require(
      root.first(at: "report", "learningOpportunitySpecification", "hasPart")
    ).all(at: "learningOpportunitySpecification", "hasPart", "learningOpportunitySpecification")
    let algebra = try #require(parts.first { $0.text(of: "title") == "Algebra" })
    #expect(algebra.text(of: "description") == words)
    // A competency may have the same code.
    #expect(algebra.first("identifier")?.attribute("type") == "course")
    let other = parts.first {
      $0.text(of: "identifier") == "MA-1" && $0.text(of: "title") != "Algebra"
    }
    #expect(other?.first("identifier")?.attribute("type") == "competency")
    let instance = try #require(algebra.first(at: "specifies", "learningOpportunityInstance"))
    #expect(instance.text(of: "date") == nil && instance.text(of: "resultLabel") == nil)
    #expect(instance.text(of: "status") == (status == .inProgress ? "in-progress" : nil))
    #expect(instance.first(at: "credit", "value")?.text == "0.5")
  }

  @Test func `The scale is the grading scheme, with the passing level marked`() throws {
    let scheme = try #require(try Self.tree(Self.record()).first(at: "report", "gradingScheme"))
    #expect(scheme.attribute("localId") == "levels")
    #expect(
      scheme.text(of: "description") == """
        EX, 4, Label EX: What EX
        PR, 3, Label PR (lowest passing level): What PR
        DV, 2, Label DV: What DV
        BG, 1, Label BG: What BG
        """)
  }

  @Test func `The PDF rides along`() throws {
    let attachment = try #require(try Self.tree(Self.record()).first(at: "report", "attachment"))
    let content = try #require(attachment.text(of: "content"))
    let prefix = "data:application/pdf;base64,"
    #expect(content.hasPrefix(prefix))
    let data = try #require(Data(base64Encoded: String(content.dropFirst(prefix.count))))
    #expect(Array(data) == Self.delivery.pdf)
  }

  @Test(arguments: 0...7)
  func `Every length of PDF is encoded as Foundation decodes it`(count: Int) throws {
    var delivery = Self.delivery
    delivery.pdf = (0..<count).map { UInt8($0 * 37 & 0xFF) }
    let bytes = try ELMOExporter().document(for: Self.record(), delivery: delivery)
    let text = try #require(
      try XMLDocument.parse(bytes: bytes, name: "e").first(at: "report", "attachment", "content")
    ).text
    let data = Data(base64Encoded: String(text.dropFirst("data:application/pdf;base64,".count)))
    #expect(data.map(Array.init) == delivery.pdf)
  }

  @Test func `A student who has not graduated has a diploma in progress without a day`() throws {
    let root = try Self.tree(Self.record(graduated: false))
    let instance = try #require(
      root.first(
        at: "report", "learningOpportunitySpecification", "specifies",
        "learningOpportunityInstance"))
    #expect(instance.text(of: "status") == "in-progress")
    #expect(instance.text(of: "date") == nil)
    #expect(!root.allText.contains("failed"))
  }

  @Test func `A school without a web address is refused by name`() throws {
    let refusal = try #require(throws: ELMORefusal.self) {
      try Self.tree(Self.record(web: nil))
    }
    #expect(refusal.diagnostics.map(\.code.name) == ["elmo-missing-web"])
  }

  @Test func `No competency of a student who has left is in progress`() throws {
    func statuses(_ record: TranscriptRecord) throws -> [String] {
      func all(_ element: XMLElement) -> [String] {
        (element.name == "status" ? [element.text] : []) + element.elements.flatMap(all)
      }
      return all(try Self.tree(record))
    }
    // Under way: MA-2, MA-4, the capstone and the programme.
    let staying = try statuses(Self.record(graduated: false))
    #expect(staying.count { $0 == "in-progress" } == 4)
    // The record says that the capstone is under way; nothing else is.
    let left = try statuses(Self.record(left: Self.day("2026-06-01")))
    #expect(left.count { $0 == "in-progress" } == 1)
    #expect(left.count { $0 == "passed" } == staying.count { $0 == "passed" })
  }
}
