import Diagnostics
import Foundation
import Testing
import TranscriptModel
import TranscriptPESC
import XMLKit

@testable import TranscriptWorkflow

/// Requests, batches, ELMO, controls and acknowledgements, as `render` and `reconcile` do them.
@Suite struct ExchangeTests {
  /// Renders the tiny example, whose students are 1 and 2, into `world`.
  private static func render(
    _ exchange: ExchangeOptions = ExchangeOptions(), kinds: [DocumentKind] = [.pesc, .json],
    in world: MemoryWorld
  ) async throws -> BatchSummary {
    let loaded = DistrictLoading(world: world).load("district", asOf: Project.day)
    let batch = RenderBatch(
      world: world, ready: try #require(loaded.ready), loaded: loaded,
      resources: try DocumentResources(
        kinds: kinds, folders: Project.folders, writesBatch: exchange.writesBatch,
        world: SystemWorld()),
      options: RenderOptions(
        outputFolder: "out", kinds: kinds, asOf: Project.day, exchange: exchange))
    return try await batch.run()
  }

  private static func world(_ more: [String: String] = [:]) throws -> MemoryWorld {
    MemoryWorld(
      try Project.example("tiny").merging(more.mapValues { Array($0.utf8) }) { $1 })
  }

  private static func transcript(
    _ path: String, in world: MemoryWorld
  ) throws -> HighSchoolTranscript {
    try PESCReader.read(try #require(world.all[path], "\(world.all.keys.sorted())"), name: path)
  }

  private static let transmission = """
    <TransmissionData>
      <DocumentID>REQ-1</DocumentID><CreatedDateTime>2026-10-01T10:00:00Z</CreatedDateTime>
      <DocumentTypeCode>Request</DocumentTypeCode><TransmissionType>Original</TransmissionType>
      <Source><Organization><OrganizationName>Fictional Exchange</OrganizationName></Organization>
      </Source>
      <Destination><Organization><CEEBACT>070999</CEEBACT></Organization></Destination>
    </TransmissionData>
    """

  static func request(
    student: String, authorized: Bool = true, tracking: [String], more: String = "",
    person: String = "", requestor: String = ""
  ) -> String {
    """
    <r:TranscriptRequest xmlns:r="urn:org:pesc:message:TranscriptRequest:v1.4.0">
      \(transmission.replacing("TransmissionData", with: "r:TransmissionData"))
      <r:Request>
        <CreatedDateTime>2026-10-01T09:59:00Z</CreatedDateTime>
        \(requestor)
        <RequestedStudent>
          <Person><SchoolAssignedPersonID>\(student)</SchoolAssignedPersonID>\(person)</Person>
          <ReleaseAuthorizedIndicator>\(authorized)</ReleaseAuthorizedIndicator>
        </RequestedStudent>
        \(tracking.map { id in
          """
          <Recipient><RequestTrackingID>\(id)</RequestTrackingID><Receiver>
            <RequestorReceiverOrganization><OrganizationName>College \(id)</OrganizationName>
            </RequestorReceiverOrganization></Receiver>\(more)</Recipient>
          """
        }.joined())
      </r:Request>
    </r:TranscriptRequest>
    """
  }

  private static func plan(_ text: String, in world: MemoryWorld) throws -> DeliveryPlan {
    let loaded = DistrictLoading(world: world).load("district", asOf: Project.day)
    let requests = MemoryWorld(["request.xml": Array(text.utf8)])
    return try DeliveryPlan(
      requestFile: "request.xml", of: try #require(loaded.ready), world: requests)
  }

  @Test func `A request chooses the student and fills receiver and tracking id of each file`()
    async throws
  {
    let world = try Self.world()
    let plan = try Self.plan(
      Self.request(student: "2", tracking: ["TRK/1", "TRK_2f1", "TRK-2", "trk-2"]), in: world)
    let summary = try await Self.render(ExchangeOptions(plan: plan), in: world)
    #expect(summary.lines.map(\.student.code) == ["2"])
    let xml = world.all.keys.filter { $0.hasPrefix("out/pesc/") && $0.hasSuffix(".xml") }.sorted()
    // Four receivers, four files: a slash, and what a slash is written as, stay apart, and so do
    // two numbers that are one where case does not count.
    #expect(
      xml == [
        "out/pesc/2.TRK-2.xml", "out/pesc/2.TRK_2f1.xml", "out/pesc/2.TRK_5f2f1.xml",
        "out/pesc/2.trk-2~.xml",
      ])
    let sent = try Self.transcript("out/pesc/2.TRK_2f1.xml", in: world).transmission
    #expect(sent.requestTrackingID == "TRK/1")
    #expect(sent.destination.names == ["College TRK/1"])
    #expect(world.all["out/records/2.json"] != nil && world.all["out/pesc/1.xml"] == nil)
  }

  @Test func `A receiver's value that does not fit keeps no other receiver from its answer`()
    async throws
  {
    let world = try Self.world()
    let long = String(repeating: "C", count: 61)
    let text = Self.request(student: "1", tracking: ["T9", "T8"])
      .replacing("College T9", with: long)
    let plan = try Self.plan(text, in: world)
    #expect(plan.answers["1"]?.map(\.suffix) == ["T8"])
    #expect(plan.refusals["1"] == nil)
    #expect(plan.diagnostics.map(\.code.name) == ["pesc-too-long"])
    #expect(
      plan.diagnostics.map(\.message) == [
        "request 1: receiver T9: OrganizationName: PESC allows 1 to 60 characters, this has 61; "
          + "student 1"
      ])
    #expect(plan.diagnostics.map { $0.location?.file } == ["request.xml"])
    let summary = try await Self.render(ExchangeOptions(plan: plan), in: world)
    #expect(summary.lines.map(\.files) == [["pesc/1.T8.xml", "records/1.json"]])
    // Alone it holds the student.
    let alone = Self.request(student: "1", tracking: ["T9"]).replacing("College T9", with: long)
    #expect(try Self.plan(alone, in: world).refusals["1"]?.map(\.code.name) == ["pesc-too-long"])
    let number = String(repeating: "7", count: 36)
    let tracked = try Self.plan(Self.request(student: "1", tracking: [number]), in: world)
    #expect(tracked.refusals["1"]?.first?.message.contains("RequestTrackingID") == true)
  }

  /// Answers without a tracking id are named alike; those of another receiver keep their files.
  @Test func `An answer takes no file of another receiver, and the place of its own`() async throws
  {
    let world = try Self.world()
    let answer = { (school: String) async throws -> [String] in
      let requestor = """
        <Requestor><RequestorReceiverOrganization><OrganizationName>\(school)</OrganizationName>
        </RequestorReceiverOrganization></Requestor>
        """
      let plan = try Self.plan(
        Self.request(student: "1", tracking: [], requestor: requestor), in: world
      ).keepingFiles(of: "out", status: .official, world: world)
      let summary = try await Self.render(ExchangeOptions(plan: plan), kinds: [.pesc], in: world)
      return summary.lines.flatMap(\.files)
    }
    #expect(try await answer("Alder State") == ["pesc/1.requestor.xml"])
    #expect(try await answer("Cedar College") == ["pesc/1.requestor~.xml"])
    #expect(try await answer("Alder State") == ["pesc/1.requestor.xml"])
    #expect(try await answer("Cedar College") == ["pesc/1.requestor~.xml"])
    #expect(try await answer("Birch") == ["pesc/1.requestor~~.xml"])
    for (path, school) in [
      ("1.requestor", "Alder State"), ("1.requestor~", "Cedar College"), ("1.requestor~~", "Birch"),
    ] {
      let sent = try Self.transcript("out/pesc/\(path).xml", in: world).transmission
      #expect(sent.destination.names == [school])
    }
  }

  @Test func `Requests of two files are answered together, each receiver once`() throws {
    let world = try Self.world()
    let ready = try #require(
      DistrictLoading(world: world).load("district", asOf: Project.day).ready)
    let requests = MemoryWorld([
      "a.xml": Array(Self.request(student: "1", tracking: ["A"]).utf8),
      "b.xml": Array(Self.request(student: "2", tracking: ["A", "B"]).utf8),
      "c.xml": Array(Self.request(student: "2", tracking: ["B", "b"]).utf8),
    ])
    let plan = try DeliveryPlan(
      requestFiles: ["a.xml", "b.xml", "c.xml"], of: ready, world: requests)
    #expect(plan.answers["1"]?.map(\.suffix) == ["A"])
    #expect(plan.answers["2"]?.map(\.suffix) == ["A", "B", "b~"])
    #expect(plan.diagnostics.map(\.code.name) == ["request-repeated"])
    #expect(plan.diagnostics.map { $0.location?.file } == ["c.xml"])
  }

  @Test func `The answer that replaces another names the number that the receiver has`()
    async throws
  {
    let world = try Self.world()
    let text = Self.request(student: "2", tracking: ["A", "B"])
    _ = try await Self.render(
      ExchangeOptions(plan: try Self.plan(text, in: world)), in: world)
    let first = try Self.transcript("out/pesc/2.A.xml", in: world).transmission.documentID
    let number = String(first.dropLast(5))
    let other = Self.request(student: "2", tracking: ["A", "C"])
    let plan = try Self.plan(other, in: world).replacing(number, sentFrom: "out", world: world)
    #expect(plan.answers["2"]?.map(\.replaces) == [first, nil])
    // Nothing was sent to college C: which number it has is not known.
    #expect(plan.refusals["2"]?.map(\.code.name) == ["replaced-answer-unknown"])
    let known = try Self.plan(Self.request(student: "2", tracking: ["A"]), in: world)
      .replacing(number, sentFrom: "out", world: world)
    let record = try Self.record(of: "2", replacing: number, in: world)
    let delivery = try #require(
      ExchangeOptions(plan: known).deliveries(to: "2").first?.delivery(of: record))
    let document = try PESCExporter(schemas: try PESCSchemas(version: .v1_3_0))
      .checkedDocument(for: record, delivery: delivery)
    #expect(document.transmission.notes == ["Replaces document \(first)."])
    // The record has the number that pages print, and the comparison knows the copy's.
    #expect(
      try DocumentComparison.differences(in: document.bytes, name: "a.xml", from: record) == [])
  }

  private static func record(
    of id: Identifier<Student>, replacing number: String, in world: MemoryWorld
  ) throws -> TranscriptRecord {
    let ready = try #require(
      DistrictLoading(world: world).load("district", asOf: Project.day).ready)
    let student = try #require(ready.district.students.first { $0.id == id })
    return try #require(
      ready.assembly.record(
        for: ready.resolve(student, asOf: Project.day),
        request: RecordAssembly.Request(
          status: .amended, issuedOn: Project.day, replaces: number)))
  }

  @Test func `A mark that turns the direction of a name is refused, for that receiver only`()
    throws
  {
    let text = Self.request(student: "2", tracking: ["A", "B\u{202E}C"])
    let plan = try Self.plan(text, in: try Self.world())
    #expect(plan.answers["2"]?.map(\.suffix) == ["A"])
    #expect(plan.diagnostics.map(\.code.name) == ["request-direction-mark"])
    #expect(plan.diagnostics.first?.message.contains("U+202E") == true)
  }

  @Test func `Without release, or while a receiver waits, the student is held`() async throws {
    for (text, code) in [
      (Self.request(student: "2", authorized: false, tracking: ["A"]), "release-not-authorized"),
      (
        Self.request(
          student: "2", tracking: ["A"],
          more: "<TranscriptHold><HoldType>GradesEntered</HoldType></TranscriptHold>"),
        "request-on-hold"
      ),
    ] {
      let world = try Self.world()
      let summary = try await Self.render(
        ExchangeOptions(plan: try Self.plan(text, in: world)), in: world)
      #expect(summary.lines.map(\.outcome) == [.held])
      #expect(summary.lines.first?.reasons.map(\.code.name) == [code])
      #expect(!world.all.keys.contains { $0.hasPrefix("out/pesc/2") })
    }
  }

  @Test func `The hold of one receiver keeps no other from its answer`() throws {
    let recipient = """
      <Recipient><RequestTrackingID>B</RequestTrackingID><Receiver>
        <RequestorReceiverOrganization><OrganizationName>College B</OrganizationName>
        </RequestorReceiverOrganization></Receiver>
        <TranscriptHold><HoldType>GradesEntered</HoldType></TranscriptHold></Recipient>
      """
    let text = Self.request(student: "2", tracking: ["A", "A"])
      .replacing("</r:Request>", with: recipient + "</r:Request>")
    let plan = try Self.plan(text, in: try Self.world())
    #expect(plan.refusals.isEmpty)
    // The same receiver twice under one number gets one document.
    #expect(plan.answers.values.first?.map(\.suffix) == ["A"])
    #expect(plan.diagnostics.map(\.code.name) == ["request-repeated", "request-on-hold"])
    #expect(plan.diagnostics.last?.message.contains("College B") == true)
    #expect(plan.diagnostics.last?.message.contains("student 2") == true)
  }

  @Test func `Copies for two receivers have numbers of their own, the same in every run`()
    async throws
  {
    var ids: [[String]] = []
    for _ in 0..<2 {
      let world = try Self.world()
      let plan = try Self.plan(Self.request(student: "2", tracking: ["A", "B"]), in: world)
      _ = try await Self.render(ExchangeOptions(plan: plan), in: world)
      ids.append(
        try ["A", "B"].map { name in
          try Self.transcript("out/pesc/2.\(name).xml", in: world).transmission.documentID
        })
    }
    #expect(ids[0] == ids[1] && Set(ids[0]).count == 2)
    // The number that the PDF prints, a hyphen and four characters.
    #expect(ids[0][0].dropLast(5) == ids[0][1].dropLast(5))
  }

  @Test func `A hold that says Now, or whose day has come, holds nothing`() throws {
    let hold = { (text: String) in "<TranscriptHold>\(text)</TranscriptHold>" }
    let later = "<HoldType>AfterSpecifiedDate</HoldType><ReleaseDate>2026-12-24</ReleaseDate>"
    for (text, day, isHeld) in [
      (hold("<HoldType>Now</HoldType>"), "2026-12-01", false),
      (hold("<HoldType>AfterDegreeAwarded</HoldType>"), "2026-12-01", true),
      (hold(later), "2026-12-23", true), (hold(later), "2026-12-24", false),
      ("<DocumentOfficialCode>Unofficial</DocumentOfficialCode>", "2026-12-01", true),
      ("<DocumentOfficialCode>Official</DocumentOfficialCode>", "2026-12-01", false),
    ] {
      let loaded = Project.load(try Project.example("tiny"))
      let request = Self.request(student: "2", tracking: ["A"], more: text)
      let plan = try DeliveryPlan(
        requestFile: "request.xml", of: try #require(loaded.ready),
        answering: DeliveryPlan.Answering(day: CalendarDate(iso: day)),
        world: MemoryWorld(["request.xml": Array(request.utf8)]))
      #expect(plan.refusals.isEmpty != isHeld, "\(text) \(day)")
      #expect(plan.answers.isEmpty == isHeld, "\(text) \(day)")
    }
  }

  @Test func `A request that names another school only holds the student`() throws {
    for (school, isHeld) in [
      ("<OrganizationName>Another High School</OrganizationName>", true),
      ("<OrganizationName>Another</OrganizationName><CEEBACT>000001</CEEBACT>", true),
    ] {
      let text = Self.request(student: "2", tracking: ["A"])
        .replacing(
          "<ReleaseAuthorizedIndicator>",
          with: "<Attendance><School>\(school)</School></Attendance><ReleaseAuthorizedIndicator>")
      let plan = try Self.plan(text, in: Self.world())
      #expect(plan.answers.isEmpty == isHeld)
      #expect(plan.refusals["2"]?.map(\.code.name) == ["requested-student-disagrees"])
    }
  }

  @Test func `A former last name that is on file is answered, with a note`() throws {
    var files = try Project.example("tiny")
    files["district/students.csv"] = Array(
      """
      student_id,legal_first,legal_last,former_last,birth_date,grade_level,class_of
      1,Wren,Abernathy-Quist,,2009-04-02,12,2027
      2,José,Ibarra Łuczak,Montségur,2009-11-19,12,2027

      """.utf8)
    let name = { (last: String) in
      "<Birth><BirthDate>2009-11-19</BirthDate></Birth><Name><FirstName>Jose</FirstName>"
        + "<LastName>\(last)</LastName></Name>"
    }
    for (last, codes) in [
      ("Montsegur", ["request-under-former-name"]), ("Ibarra Luczak", []),
      ("Somebody", ["requested-student-unknown"]),
    ] {
      let text = Self.request(student: "2", tracking: ["A"], person: name(last))
        .replacing("<SchoolAssignedPersonID>2</SchoolAssignedPersonID>", with: "")
      let plan = try DeliveryPlan(
        requestFile: "request.xml", of: try #require(Project.load(files).ready),
        world: MemoryWorld(["request.xml": Array(text.utf8)]))
      #expect(plan.diagnostics.map(\.code.name) == codes)
      #expect((plan.answers["2"] != nil) == (last != "Somebody"))
    }
  }

  @Test func `A request for nobody on file is a problem, never a guess`() throws {
    let plan = try Self.plan(Self.request(student: "999", tracking: ["A"]), in: Self.world())
    #expect(plan.isEmpty)
    #expect(plan.diagnostics.map(\.code.name) == ["requested-student-unknown"])
  }

  @Test func `Another's name or day of birth holds the student, whatever the id says`()
    async throws
  {
    for person in [
      "<Name><FirstName>Someone</FirstName><LastName>Else</LastName></Name>",
      "<Birth><BirthDate>2001-01-01</BirthDate></Birth>",
    ] {
      let world = try Self.world()
      let text = Self.request(student: "2", tracking: ["A"], person: person)
      let summary = try await Self.render(
        ExchangeOptions(plan: try Self.plan(text, in: world)), in: world)
      #expect(summary.lines.map(\.outcome) == [.held])
      #expect(
        summary.lines.first?.reasons.map(\.code.name) == ["requested-student-disagrees"])
      #expect(!world.all.keys.contains { $0.hasPrefix("out/pesc/2") })
      #expect(!summary.text.contains("2009-11-19") && !summary.text.contains("Łuczak"))
      #expect(!summary.text.contains("Else") && !summary.text.contains("2001-01-01"))
      let shown = summary.text(showsPersonal: true)
      #expect(shown.contains("on file 2009-11-19") || shown.contains("on file Ibarra Łuczak"))
    }
  }

  @Test func `A request that fits two students names both and answers neither`() throws {
    let students = String(
      decoding: try #require(Self.world().all["district/students.csv"]), as: UTF8.self)
    let world = try Self.world([
      "district/students.csv": students + "3,José,Ibarra Łuczak,2009-11-19,12,2027\n"
    ])
    let text = Self.request(
      student: "2", tracking: ["A"],
      person: "<Birth><BirthDate>2009-11-19</BirthDate></Birth><Name><FirstName>Jose</FirstName>"
        + "<LastName>Ibarra Luczak</LastName></Name>"
    ).replacing("<SchoolAssignedPersonID>2</SchoolAssignedPersonID>", with: "")
    let plan = try Self.plan(text, in: world)
    #expect(plan.isEmpty)
    #expect(plan.diagnostics.map(\.code.name) == ["requested-student-ambiguous"])
    #expect(plan.diagnostics.first?.message.hasSuffix("2 and 3") == true)
  }

  @Test func `Without a receiver whoever asks gets the answer, and without either it is held`()
    async throws
  {
    let held = try Self.world()
    let summary = try await Self.render(
      ExchangeOptions(plan: try Self.plan(Self.request(student: "2", tracking: []), in: held)),
      in: held)
    #expect(summary.lines.first?.reasons.map(\.code.name) == ["request-without-receiver"])
    let world = try Self.world()
    let text = Self.request(
      student: "2", tracking: [],
      requestor: "<Requestor><RequestorReceiverOrganization><OrganizationName>Asker"
        + "</OrganizationName></RequestorReceiverOrganization></Requestor>")
    _ = try await Self.render(ExchangeOptions(plan: try Self.plan(text, in: world)), in: world)
    let sent = try Self.transcript("out/pesc/2.requestor.xml", in: world).transmission
    #expect(sent.destination.names == ["Asker"] && sent.requestTrackingID == nil)
  }

  @Test func `An answer goes to the copy whose number it repeats`() async throws {
    let world = try Self.world()
    let plan = try Self.plan(Self.request(student: "2", tracking: ["A", "B"]), in: world)
    _ = try await Self.render(ExchangeOptions(plan: plan), in: world)
    for (name, other) in [("A", "B"), ("B", "A")] {
      let id = try Self.transcript("out/pesc/2.\(name).xml", in: world).transmission.documentID
      try world.write(Array(Self.acknowledgement(id, "Accepted").utf8), to: "ack.xml")
      let report = try ReconciliationReport(
        outputFolder: "out", acknowledgements: ["ack.xml"], world: world)
      #expect(report.text.contains("1 accepted") && report.text.contains("1 unanswered"))
      #expect(report.text.contains("pesc/2.\(other).xml, document"))
    }
  }

  @Test func `An answer with the number that the pages print needs the receiver as well`()
    async throws
  {
    let world = try Self.world()
    let plan = try Self.plan(Self.request(student: "2", tracking: ["A", "B"]), in: world)
    _ = try await Self.render(ExchangeOptions(plan: plan), in: world)
    let id = try Self.transcript("out/pesc/2.B.xml", in: world).transmission.documentID
    let plain = Self.acknowledgement(String(id.dropLast(5)), "Accepted")
    let number = "<RequestTrackingID>B</RequestTrackingID></TransmissionData>"
    for (text, isAnswered) in [
      (plain, false), (plain.replacing("Fictional Exchange", with: "College B"), true),
      (plain.replacing("</TransmissionData>", with: number), true),
    ] {
      try world.write(Array(text.utf8), to: "ack.xml")
      let report = try ReconciliationReport(
        outputFolder: "out", acknowledgements: ["ack.xml"], world: world)
      #expect(report.text.contains(isAnswered ? "1 unanswered" : "2 unanswered"))
      let other = try Self.transcript("out/pesc/2.A.xml", in: world).transmission.documentID
      let both = "ambiguous, it may answer pesc/2.A.xml (\(other)) or pesc/2.B.xml (\(id))"
      #expect(report.text.contains(both) != isAnswered)
      #expect(report.text.contains("pesc/2.A.xml, document"))
    }
  }

  @Test func `An acknowledgement that cannot be read leaves the others in the report`()
    async throws
  {
    let world = try Self.world()
    _ = try await Self.render(in: world)
    let id = try Self.transcript("out/pesc/1.xml", in: world).transmission.documentID
    try world.write(Array(Self.acknowledgement(id, "Accepted").utf8), to: "a.xml")
    try world.write(Array("<a/>".utf8), to: "b.xml")
    let report = try ReconciliationReport(
      outputFolder: "out", acknowledgements: ["b.xml", "a.xml"], world: world)
    #expect(report.unreadable.map(\.code.name) == ["xml-refused"] && !report.isComplete)
    #expect(report.text.contains("1 accepted") && report.text.contains("[xml-refused]"))
  }

  @Test func `The extension, the kind of transmission and the process follow the options`()
    async throws
  {
    let world = try Self.world()
    _ = try await Self.render(
      ExchangeOptions(includesExtension: false, transmission: .reissue, process: .test), in: world)
    let short = try #require(world.all["out/pesc/1.xml"])
    let sent = try Self.transcript("out/pesc/1.xml", in: world).transmission
    #expect(sent.transmissionType == "Reissue" && sent.documentProcessCode == "TEST")
    #expect(!String(decoding: short, as: UTF8.self).contains("UserDefinedExtensions"))
    _ = try await Self.render(in: world)
    #expect(
      try Self.transcript("out/pesc/1.xml", in: world).transmission.transmissionType == "Original")
    #expect(
      String(decoding: try #require(world.all["out/pesc/1.xml"]), as: UTF8.self)
        .contains("UserDefinedExtensions"))
  }

  @Test func `A class is one batch with every student in it`() async throws {
    let world = try Self.world()
    let summary = try await Self.render(ExchangeOptions(writesBatch: true), in: world)
    #expect(summary.problems.isEmpty, "\(summary.text)")
    let bytes = try #require(world.all["out/pesc-class-2027.xml"], "\(world.all.keys.sorted())")
    let root = try XMLDocument.parse(bytes: bytes, name: "batch")
    #expect(root.name == "AcademicRecordBatch")
    let ids = root.all(at: "BatchContent", "HighSchoolTranscript", "Student", "Person")
      .compactMap { $0.text(of: "SchoolAssignedPersonID") }
    #expect(ids == ["1", "2"])
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: Project.folders.fonts + "/stamp"),
      "run fonts/prepare"))
  func `ELMO is written with the PDF in it`() async throws {
    let kinds: [DocumentKind] = [.pdf, .pesc, .json, .elmo]
    let without = try Self.world()
    let partial = try await Self.render(kinds: kinds, in: without)
    // ELMO requires the school's web address; without one the other files are written all the same.
    #expect(partial.problems.map(\.code.name) == ["elmo-missing-web"])
    #expect(partial.lines.map(\.outcome) == [.done, .done])
    #expect(partial.lines.first?.files == ["transcripts/1.pdf", "pesc/1.xml", "records/1.json"])
    let yaml = String(decoding: without.all["district/district.yaml"] ?? [], as: UTF8.self)
    let world = try Self.world([
      "district/district.yaml": yaml.replacing(
        "  monogram: P", with: "  web: https://pebble.example\n  monogram: P")
    ])
    let summary = try await Self.render(kinds: kinds, in: world)
    #expect(summary.count(.done) == 2, "\(summary.text)")
    let root = try XMLDocument.parse(
      bytes: try #require(world.all["out/elmo/2.xml"]), name: "elmo")
    #expect(root.name == "elmo")
    let data = try #require(world.all["out/transcripts/2.pdf"])
    let base64 = Data(data).base64EncodedString()
    #expect(root.allText.contains(base64))
  }

  private static func acknowledgement(_ document: String, _ code: String, error: String = "")
    -> String
  {
    """
    <a:Acknowledgment xmlns:a="urn:org:pesc:message:functionalacknowledgement:v1.2.0">
      \(transmission)
      <AcknowledgmentData><DocumentID>\(document)</DocumentID>
        <AcknowledgmentCode>\(code)</AcknowledgmentCode>\(error)</AcknowledgmentData>
    </a:Acknowledgment>
    """
  }

  private static func echo(student: String, last: String, courses: Int) -> String {
    """
    <a:Acknowledgment xmlns:a="urn:org:pesc:message:TranscriptAcknowledgment:v1.3.0">
      \(transmission)
      <Person><SchoolAssignedPersonID>\(student)</SchoolAssignedPersonID>
        <Name><LastName>\(last)</LastName></Name></Person>
      <CourseTotal>\(courses)</CourseTotal>
    </a:Acknowledgment>
    """
  }

  @Test func `Acknowledgements are held against what was sent, UTF-16 included`() async throws {
    let world = try Self.world()
    _ = try await Self.render(in: world)
    let first = try Self.transcript("out/pesc/1.xml", in: world)
    let error = """
      <SyntaxError><ErrorMessage>CourseTitle is too long.</ErrorMessage>
      <Locator><LineNumber>57</LineNumber></Locator><SeverityCode>Error</SeverityCode></SyntaxError>
      """
    let rejected = Self.acknowledgement(first.transmission.documentID, "Rejected", error: error)
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in Self.echo(student: "2", last: "Ibarra", courses: 9).utf16 {
      utf16 += [UInt8(unit & 255), UInt8(unit >> 8)]
    }
    try world.write(Array(rejected.utf8), to: "a.xml")
    try world.write(utf16, to: "b.xml")
    try world.write(Array(Self.acknowledgement("OTHER", "Accepted").utf8), to: "c.xml")
    let report = try ReconciliationReport(
      outputFolder: "out", acknowledgements: ["a.xml", "b.xml", "c.xml"], world: world)
    #expect(!report.isComplete)
    let text = report.text
    #expect(text.hasPrefix("0 confirmed, 0 accepted, 1 rejected, 1 different, 0 unanswered\n"))
    #expect(text.contains("  Error at line 57: CourseTitle is too long.\n"))
    #expect(text.contains("  student.last: sent Ibarra Łuczak, received Ibarra\n"))
    #expect(text.contains("  courses: sent "))
    #expect(text.contains("c.xml: answers no document of this folder\n"))
    #expect(text.contains("  document OTHER"))
    #expect(text.contains(": rejected, by a.xml\n"))
    // Both totals are in every echo; the second is not in this one.
    #expect(text.contains("received (not stated)\n"))
  }

  @Test func `What the receiver found in a document that it accepted is listed`() async throws {
    let world = try Self.world()
    _ = try await Self.render(in: world)
    let first = try Self.transcript("out/pesc/1.xml", in: world)
    let error = """
      <SyntaxError><ErrorMessage>Unknown code.</ErrorMessage>
      <SeverityCode>Warning</SeverityCode></SyntaxError>
      """
    let accepted = Self.acknowledgement(first.transmission.documentID, "Accepted", error: error)
    try world.write(Array(accepted.utf8), to: "a.xml")
    let report = try ReconciliationReport(
      outputFolder: "out", acknowledgements: ["a.xml"], world: world)
    #expect(report.text.contains(": accepted, by a.xml\n  Warning: Unknown code.\n"))
  }

  @Test func `An echo with a number of another class answers nothing of the folder`() async throws {
    let world = try Self.world()
    _ = try await Self.render(in: world)
    let sent = try Self.transcript("out/pesc/1.xml", in: world)
    let echo = Self.echo(student: "1", last: "ABERNATHY-QUIST", courses: 2)
      .replacing("REQ-1", with: "PPHS-2026-ZZZZZZZZ")
    try world.write(Array(echo.utf8), to: "a.xml")
    let report = try ReconciliationReport(
      outputFolder: "out", acknowledgements: ["a.xml"], world: world)
    #expect(sent.transmission.documentID.hasPrefix("PPHS-2027-"))
    #expect(report.text.contains("a.xml: answers no document of this folder\n"))
  }

  @Test func `All accepted is complete; nothing back is unanswered`() async throws {
    let world = try Self.world()
    _ = try await Self.render(in: world)
    let files = try (1...2).map { id in
      let sent = try Self.transcript("out/pesc/\(id).xml", in: world)
      let text = Self.acknowledgement(sent.transmission.documentID, "Accepted")
      try world.write(Array(text.utf8), to: "\(id).ack")
      return "\(id).ack"
    }
    let all = try ReconciliationReport(outputFolder: "out", acknowledgements: files, world: world)
    #expect(all.isComplete, "\(all.text)")
    let one = try ReconciliationReport(
      outputFolder: "out", acknowledgements: [files[0]], world: world)
    #expect(!one.isComplete)
    #expect(one.text.contains("1 accepted") && one.text.contains("1 unanswered"))
  }

  @Test func `A second run keeps what the first has sent in the controls`() async throws {
    let world = try Self.world()
    _ = try await Self.render(in: world)
    let before = try #require(world.all["out/pesc/control.json"])
    _ = try await Self.render(in: world)
    #expect(world.all["out/pesc/control.json"] == before)
    let plan = try Self.plan(Self.request(student: "2", tracking: ["A"]), in: world)
    _ = try await Self.render(ExchangeOptions(plan: plan), in: world)
    let after = String(decoding: try #require(world.all["out/pesc/control.json"]), as: UTF8.self)
    for file in ["pesc/1.xml", "pesc/2.xml", "pesc/2.A.xml"] { #expect(after.contains(file)) }
  }

  @Test func `Nothing sent, a broken control and a foreign file are refused with their names`()
    throws
  {
    for (files, acknowledgement, code) in [
      ([String: String](), "a.xml", "file-unreadable"),
      (["out/pesc/control.json": "{"], "a.xml", "file-unreadable"),
      (
        ["out/pesc/control.json": "{\"documents\":[]}", "a.xml": "<a/>"], "a.xml", "xml-refused"
      ),
    ] {
      let world = MemoryWorld(files.mapValues { Array($0.utf8) })
      let problem = #expect(throws: Diagnostic.self) {
        try ReconciliationReport(
          outputFolder: "out", acknowledgements: [acknowledgement], world: world)
      }
      #expect(problem?.code.name == code)
    }
  }
}
