import CodeSamples
import Diagnostics
import Foundation
import Testing
import TranscriptImport
import TranscriptModel
import TranscriptPESC

@testable import TranscriptWorkflow

/// Every code of the product has a sample and an expected text: those of the workflow here, those of
/// the other stages beside them.
@Suite struct CodeSampleTests {
  private static let hasFonts = FileManager.default.fileExists(
    atPath: Project.folders.fonts + "/stamp")

  private static let withoutFonts: [(DiagnosticCode, @Sendable () async throws -> [Diagnostic])] = [
    (.rejectedRows, { try await reasons(evidence: "broken,2,row\n") }),
    (.graduationUnmet, { try await reasons(students: graduated) }),
    (.expectedDayPassed, { try overdue() }),
    (.outcomeNeedsAreas, { try loweredInOneArea() }),
    (.diskFull, { try await unwritten(.diskFull) }),
    (.outputUnwritable, { try await unwritten(.unwritable) }),
    (
      .internalFault,
      {
        let loaded = Project.load(try Project.example("tiny"))
        let student = try #require(loaded.district?.students.first)
        return [StudentWork.fault(student, "a level that the scale does not have")]
      }
    ),
    (
      .schemaUnusable,
      {
        try resources(
          ["schemas/HighSchoolTranscript_v1.3.0.xsd": "<xs:schema"], kinds: [.pesc], schemas: true)
      }
    ),
    (
      .noTemplate,
      {
        do throws(ResourceFailure) {
          _ = try TemplateTrial(
            folder: "no-such-folder", folders: Project.folders, world: SystemWorld())
          return []
        } catch { return error.diagnostics }
      }
    ),
    (
      .unknownTemplateFolder,
      {
        let world = MemoryWorld(["own/oficial/style.yaml": [], "own/phrases/en.yaml": []])
        return TemplateTrial.strangers(in: "own", world: world)
      }
    ),
    (.profileTooLong, { [SchoolWork.tooLong(pages: 3)] }),
    (.resourceMissing, { try resources([:], kinds: [.pdf], schemas: false) }),
    (.pdfDisagrees, { [StudentDocuments.disagreement("student.last", value: "Quay", of: "2")] }),
    (.notComparable, { try compared("other.json", "{\"a\": 1}") }),
    (.fileUnreadable, { try compared("none.xml", nil) }),
    (.xmlRefused, { try compared("a.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>") }),
    (.pescBatchRefused, { try refusedBatch() }),
    (.releaseNotAuthorized, { try planned(authorized: false) }),
    (.requestCancelled, { try planned(more: "<UpdateReason>Cancelled</UpdateReason>") }),
    (
      .requestOnHold,
      {
        try planned(
          more: "<TranscriptHold><HoldType>GradesEntered</HoldType></TranscriptHold>")
      }
    ),
    (.requestRepeated, { try planned(tracking: ["A", "A"]) }),
    (.requestUnderFormerName, { try formerName() }),
    (.requestWithoutReceiver, { try planned(tracking: []) }),
    (.requestedStudentUnknown, { try planned(student: "999") }),
    (
      .requestedStudentDisagrees,
      { try planned(person: "<Birth><BirthDate>2001-01-01</BirthDate></Birth>") }
    ),
    (.requestedStudentAmbiguous, { try ambiguousRequest() }),
    (.requestDirectionMark, { try planned(tracking: ["A\u{202E}B"]) }),
    (
      .replacedAnswerUnknown,
      {
        let text = ExchangeTests.request(student: "2", tracking: ["A"])
        let ready = try #require(Project.load(try Project.example("tiny")).ready)
        let world = MemoryWorld(["request.xml": Array(text.utf8)])
        let plan = try DeliveryPlan(requestFile: "request.xml", of: ready, world: world)
        return try plan.replacing("PPHS-2027-ABCDEFGH", sentFrom: "out", world: world)
          .refusals.values.flatMap(\.self)
      }
    ),
    (
      .numberLongForRequests,
      {
        var files = try Project.example("tiny")
        // 19 characters, the year and 8: 33 with the hyphens.
        replace("PPHS-{class_of}", "PEBBLE-POINT-SCHOOL-{class_of}", in: "district.yaml", &files)
        let loaded = Project.load(files)
        return loaded.checkedForPESC(asOf: Project.day).diagnostics.filter {
          $0.code == .numberLongForRequests
        }
      }
    ),
  ]

  private static let withFonts: [(DiagnosticCode, @Sendable () async throws -> [Diagnostic])] = [
    (.schoolDocumentRefused, { try await school("broken,1,row\nbroken,2,row\n", [.guide]) }),
    (.profileItemMissing, { try await school("", [.profile]) }),
    (
      .noFamilyLanguage,
      {
        try await render(kinds: [.family]) {
          Self.replace("class_of\n", "class_of,family_language\n", in: "students.csv", &$0)
          Self.replace("12,2027\n", "12,2027,is\n", in: "students.csv", &$0)
        }.summary.problems
      }
    ),
  ]

  @Test func `every code of the workflow has a sample`() {
    let codes =
      DiagnosticCode.workflowCodes + DiagnosticCode.exchangeCodes + DiagnosticCode.documentCodes
    // No-plan-for-class is a code of the import as well, and has its sample there.
    #expect(
      Set((Self.withoutFonts + Self.withFonts).map(\.0)) == Set(codes).subtracting([.noPlan]))
  }

  @Test(arguments: withoutFonts.indices)
  func `a sample is reported as expected`(index: Int) async throws {
    let (code, make) = Self.withoutFonts[index]
    try CodeSample.expect(code, among: try await make())
  }

  @Test(.enabled(if: hasFonts, "run fonts/prepare"), arguments: withFonts.indices)
  func `a sample that needs fonts is reported as expected`(index: Int) async throws {
    let (code, make) = Self.withFonts[index]
    try CodeSample.expect(code, among: try await make())
  }

  @Test func `every code that help knows has an expected text, and every text a code`() throws {
    let folder = Project.root.appending(path: "Tests/CodeSamples")
    let imported = Project.root.appending(path: "Tests/TranscriptImportTests/Samples")
    var texts: Set<String> = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where !name.hasPrefix(".") {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let code = String(name.dropLast(4))
      #expect(text.contains("[\(code)]"), "\(name)")
      texts.insert(code)
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: imported.path)
    where name != "base" {
      let file = imported.appending(path: "\(name)/expected.txt")
      #expect(try String(contentsOf: file, encoding: .utf8).contains("[\(name)]"), "\(name)")
      texts.insert(name)
    }
    let codes = Set(DiagnosticCatalogue.all.map(\.name))
    #expect(codes.subtracting(texts).sorted() == [], "codes without a sample")
    #expect(texts.subtracting(codes).sorted() == [], "samples without a code")
  }

  // MARK: - What goes wrong

  private static func replace(
    _ old: String, _ new: String, in path: String, _ files: inout [String: [UInt8]]
  ) {
    let text = String(decoding: files["district/\(path)"] ?? [], as: UTF8.self)
    files["district/\(path)"] = Array(text.replacing(old, with: new).utf8)
  }

  private static func graduated(_ files: inout [String: [UInt8]]) {
    replace(
      "class_of\n", "class_of,graduated_on,graduation_authorized_by\n", in: "students.csv", &files)
    replace("12,2027\n", "12,2027,2026-10-01,I. Calloway\n", in: "students.csv", &files)
  }

  /// What `check` says of a student who was to graduate the day before.
  private static func overdue() throws -> [Diagnostic] {
    var files = try Project.example("tiny")
    replace("class_of\n", "class_of,expected_on\n", in: "students.csv", &files)
    replace("12,2027\n", "12,2027,2026-10-14\n", in: "students.csv", &files)
    return DistrictLoading(world: MemoryWorld(files)).check("district", asOf: Project.day)
      .diagnostics
  }

  private static func loweredInOneArea() throws -> [Diagnostic] {
    var files = try Project.example("tiny")
    replace(
      "Mathematics\n", "Mathematics\nSCI,Science,Science\n", in: "framework/areas.csv", &files)
    replace(
      "content-area,MATH,,Algebra", "content-area,MATH;SCI,,Algebra",
      in: "framework/competencies.csv", &files)
    files["district/determinations.csv"] = Array(
      """
      determination_id,student_id,competency,content_area,level,decided_on,decided_by,role,reason,act
      d1,1,ALG,SCI,DV,2026-10-10,Robin Sample,Principal,Not the student's work,lowers

      """.utf8)
    let loaded = Project.load(files)
    let district = try #require(loaded.district, "\(loaded.diagnostics.map(\.message))")
    let all = Array(district.framework.competencies.indices)
    return AreaLowerings(in: district, among: all, on: Project.day).diagnostics
  }

  private static func render(
    kinds: [DocumentKind] = [.json], school: [SchoolDocument] = [],
    _ change: (inout [String: [UInt8]]) -> Void
  ) async throws -> (world: MemoryWorld, summary: BatchSummary) {
    var files = try Project.example("tiny")
    change(&files)
    let world = MemoryWorld(files)
    let loaded = DistrictLoading(world: world).load("district", asOf: Project.day)
    let batch = RenderBatch(
      world: world, ready: try #require(loaded.ready, "\(loaded.diagnostics)"), loaded: loaded,
      resources: try DocumentResources(
        kinds: kinds, schoolDocuments: school, folders: Project.folders, world: SystemWorld()),
      options: RenderOptions(
        outputFolder: "out", kinds: kinds, asOf: Project.day, schoolDocuments: school))
    return (world, try await batch.run())
  }

  private static func reasons(
    evidence: String = "", students: (inout [String: [UInt8]]) -> Void = { _ in }
  ) async throws -> [Diagnostic] {
    let summary = try await render {
      $0["district/evidence/2026.csv", default: []] += Array(evidence.utf8)
      students(&$0)
    }.summary
    return summary.lines.flatMap(\.reasons)
  }

  private static func school(
    _ evidence: String, _ documents: [SchoolDocument]
  ) async throws -> [Diagnostic] {
    try await render(school: documents) {
      $0["district/evidence/2026.csv", default: []] += Array(evidence.utf8)
    }.summary.problems
  }

  private static func unwritten(_ kind: WorldError.Kind) async throws -> [Diagnostic] {
    let files = try Project.example("tiny")
    let summary = try await Project.render(files, failing: ["pesc/2.xml": kind]).summary
    return summary.lines.flatMap(\.reasons)
  }

  private static func resources(
    _ files: [String: String], kinds: [DocumentKind], schemas: Bool
  ) throws -> [Diagnostic] {
    let folders = ResourceFolders(
      fonts: "fonts", templates: "templates", colorProfile: "sRGB.icc",
      schemas: schemas ? "schemas" : nil)
    let world = MemoryWorld(files.mapValues { Array($0.utf8) })
    let failure = try #require(throws: ResourceFailure.self) {
      try DocumentResources(kinds: kinds, folders: folders, world: world)
    }
    return failure.diagnostics
  }

  private static func compared(_ path: String, _ text: String?) throws -> [Diagnostic] {
    var files: [String: [UInt8]] = ["first.json": Array("{}".utf8)]
    files[path] = text.map { Array($0.utf8) }
    let world = MemoryWorld(files)
    return [try #require(throws: Diagnostic.self) { try FileComparison([path], world: world) }]
  }

  /// A batch whose transcripts are right, held against a schema that knows no element.
  private static func refusedBatch() throws -> [Diagnostic] {
    let none = """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="NAMESPACE"/>
      """
    let empty = [
      "AcademicRecordBatch_v2.1.0.xsd": "urn:org:pesc:message:AcademicRecordBatch:v2.1.0",
      "HighSchoolTranscript_v1.3.0.xsd": PESCVersion.v1_3_0.namespace,
    ].mapValues { Array(none.replacing("NAMESPACE", with: $0).utf8) }
    let exporter = try PESCBatchExporter(version: .v1_3_0, pescFiles: empty)
    let ready = try #require(Project.load(try Project.example("tiny")).ready)
    let student = try #require(ready.district.students.first)
    let record = try #require(
      ready.assembly.record(
        for: ready.resolve(student, asOf: Project.day),
        request: RecordAssembly.Request(status: .official, issuedOn: Project.day)))
    let created = try #require(PESCTimestamp("2026-10-15T12:00:00Z"))
    let document = try PESCExporter(schemas: PESCSchemas(version: .v1_3_0)).document(
      for: record, delivery: PESCDelivery(createdAt: created))
    let sent = SentDocuments(
      [
        SentDocument(
          path: "pesc/1.xml", classOf: 2027, control: document.control, document: document)
      ], folder: "out")
    // The batch is numbered by what is in it, which is not what is tested here.
    return sent.batches(exporter, plan: nil, createdOn: Project.day).problems.map {
      Diagnostic(
        $0.code, $0.message.replacing(/BATCH-[0-9A-F]+/, with: "BATCH-N"), hint: $0.hint)
    }
  }

  private static func planned(
    student: String = "2", authorized: Bool = true, more: String = "",
    tracking: [String] = ["A"], person: String = ""
  ) throws -> [Diagnostic] {
    let text = ExchangeTests.request(
      student: student, authorized: authorized, tracking: tracking, more: more, person: person)
    let loaded = Project.load(try Project.example("tiny"))
    let plan = try DeliveryPlan(
      requestFile: "request.xml", of: try #require(loaded.ready),
      world: MemoryWorld(["request.xml": Array(text.utf8)]))
    return plan.diagnostics + plan.refusals.values.flatMap(\.self)
  }

  /// A pupil who had another last name.
  private static func formerName() throws -> [Diagnostic] {
    var files = try Project.example("tiny")
    files["district/students.csv"] = Array(
      """
      student_id,legal_first,legal_last,former_last,birth_date,grade_level,class_of
      1,Wren,Abernathy-Quist,,2009-04-02,12,2027
      2,José,Ibarra Łuczak,Montségur,2009-11-19,12,2027

      """.utf8)
    let text = ExchangeTests.request(
      student: "2", tracking: ["A"],
      person: "<Name><FirstName>José</FirstName><LastName>Montségur</LastName></Name>")
    return try DeliveryPlan(
      requestFile: "request.xml", of: try #require(Project.load(files).ready),
      world: MemoryWorld(["request.xml": Array(text.utf8)])
    ).diagnostics
  }

  /// A pupil who is on file twice.
  private static func ambiguousRequest() throws -> [Diagnostic] {
    var files = try Project.example("tiny")
    let students = String(decoding: files["district/students.csv"] ?? [], as: UTF8.self)
    files["district/students.csv"] = Array(
      (students + "3,José,Ibarra Łuczak,2009-11-19,12,2027\n").utf8)
    let text = ExchangeTests.request(
      student: "2", tracking: ["A"],
      person: "<Birth><BirthDate>2009-11-19</BirthDate></Birth><Name><FirstName>José</FirstName>"
        + "<LastName>Ibarra Łuczak</LastName></Name>"
    ).replacing("<SchoolAssignedPersonID>2</SchoolAssignedPersonID>", with: "")
    return try DeliveryPlan(
      requestFile: "request.xml", of: try #require(Project.load(files).ready),
      world: MemoryWorld(["request.xml": Array(text.utf8)])
    ).diagnostics
  }
}
