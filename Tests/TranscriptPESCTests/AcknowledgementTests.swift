import Testing
import TranscriptModel
import TranscriptPESC
import XMLKit

@Suite struct AcknowledgementTests {
  static let transmission = """
    <TransmissionData>
        <DocumentID>ACK-1</DocumentID>
        <CreatedDateTime>2026-06-21T10:00:00Z</CreatedDateTime>
        <DocumentTypeCode>Acknowledgment</DocumentTypeCode>
        <TransmissionType>Original</TransmissionType>
        <Source><Organization><IPEDS>129020</IPEDS></Organization></Source>
        <Destination><Organization><CEEBACT>070999</CEEBACT></Organization></Destination>
      </TransmissionData>
    """

  static func functional(_ document: String, _ code: String, errors: String = "") -> String {
    """
    <a:Acknowledgment xmlns:a="urn:org:pesc:message:functionalacknowledgement:v1.2.0">
      \(transmission)
      <AcknowledgmentData>
        <DocumentID>\(document)</DocumentID>
        <AcknowledgmentCode>\(code)</AcknowledgmentCode>
        \(errors)
      </AcknowledgmentData>
    </a:Acknowledgment>
    """
  }

  static let syntaxErrors = """
    <SyntaxError>
      <ErrorMessage>The element CourseTitle is too long.</ErrorMessage>
      <Locator><LineNumber>57</LineNumber><ColumnNumber>12</ColumnNumber></Locator>
      <SeverityCode>Error</SeverityCode>
    </SyntaxError>
    <SyntaxError><ErrorMessage>Stopped.</ErrorMessage></SyntaxError>
    """

  static func echo(
    last: String = "O’Brien-Løvås", awards: Int = 0, courses: Int = 3, earned: String = "1.5"
  ) -> String {
    """
    <?xml version="1.0" encoding="UTF-16"?>
    <a:Acknowledgment xmlns:a="urn:org:pesc:message:TranscriptAcknowledgment:v1.3.0">
      \(transmission)
      <Person>
        <SchoolAssignedPersonID>S-100234</SchoolAssignedPersonID>
        <Birth><BirthDate>2008-03-14</BirthDate></Birth>
        <Name><FirstName>Zoë</FirstName><LastName>\(last)</LastName></Name>
      </Person>
      <AcademicSummary>
        <GPA><CreditHoursEarned>\(earned)</CreditHoursEarned></GPA>
      </AcademicSummary>
      <AcademicAwardTotal>\(awards)</AcademicAwardTotal>
      <CourseTotal>\(courses)</CourseTotal>
      <NoteMessage>Thank you.</NoteMessage>
    </a:Acknowledgment>
    """
  }

  static func read(_ text: String) throws -> Acknowledgement {
    try Acknowledgement(
      bytes: Array(text.replacing("UTF-16", with: "UTF-8").utf8), name: "ack.xml")
  }

  static func utf16(_ text: String, isBig: Bool) -> [UInt8] {
    ([0xFEFF] + Array(text.utf16)).flatMap { (unit: UInt16) -> [UInt8] in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBig ? bytes : bytes.reversed()
    }
  }

  static func control() throws -> PESCControl {
    try PESCExporterTests.export(SampleRecord()).control
  }

  @Test func `A rejection is listed with the receiver's reasons`() throws {
    let control = try Self.control()
    let rejection = try Self.read(
      Self.functional(control.documentID, "Rejected", errors: Self.syntaxErrors))
    let result = Reconciliation(sent: [control], received: [rejection])
    guard case .rejected(let errors)? = result.entries.first?.outcome else {
      Issue.record("not rejected")
      return
    }
    #expect(errors.count == 2)
    #expect(errors[0].line == 57 && errors[0].column == 12 && errors[0].severity == "Error")
    #expect(errors[0].message == "The element CourseTitle is too long.")
    #expect(errors[1].line == nil)
  }

  @Test(arguments: [false, true])
  func `An echo in UTF-16 that agrees confirms the document`(isBig: Bool) throws {
    let control = try Self.control()
    let accepted = try Self.read(Self.functional(control.documentID, "Accepted"))
    let echo = try Acknowledgement(
      bytes: Self.utf16(Self.echo(), isBig: isBig), name: "ack.xml")
    let result = Reconciliation(sent: [control], received: [accepted, echo])
    #expect(result.entries.first?.outcome == .confirmed)
    #expect(result.entries.first?.notes == ["Thank you."])
    #expect(result.unknown.isEmpty)
  }

  @Test func `Every echoed fact that differs is listed`() throws {
    let control = try Self.control()
    let echo = try Self.read(Self.echo(last: "OBrien", awards: 1, courses: 2, earned: "1.25"))
    let result = Reconciliation(sent: [control], received: [echo])
    guard case .differs(let differences)? = result.entries.first?.outcome else {
      Issue.record("no difference")
      return
    }
    #expect(
      differences.map { "\($0.name): \($0.left) / \($0.right)" } == [
        "student.last: O’Brien-Løvås / OBrien", "awards: 0 / 1", "courses: 3 / 2",
        "credits.earned: 1.5 / 1.25",
      ])
  }

  @Test(arguments: [
    ("<FirstName>Zoë</FirstName>", "<FirstName>Zoë</FirstName><MiddleName>Bertha</MiddleName>"),
    ("</LastName>", "</LastName><NameSuffix>SR</NameSuffix>"),
    ("<CourseTotal>3</CourseTotal>", "<CourseTotal>seven</CourseTotal>"),
    ("<AcademicAwardTotal>0</AcademicAwardTotal>", ""),
    ("S-100234", "S-2"), ("<CreditHoursEarned>1.5", "<CreditHoursEarned>NaN"),
    ("<CreditHoursEarned>1.5", "<CreditHoursEarned>1,5"), ("2008-03-14", ""),
  ])
  func `An echo that is not what was sent confirms nothing`(of sent: String, to echoed: String)
    throws
  {
    let control = try Self.control()
    let changed = Self.echo().replacing(sent, with: echoed)
      .replacing("ACK-1", with: control.documentID)
    let result = Reconciliation(sent: [control], received: [try Self.read(changed)])
    guard case .differs(let differences)? = result.entries.first?.outcome else {
      Issue.record("no difference: \(String(describing: result.entries.first?.outcome))")
      return
    }
    #expect(differences.count == 1)
  }

  @Test func `The answer to an earlier document of the school answers none of these`() throws {
    let control = try Self.control()
    let hyphen = try #require(control.documentID.lastIndex(of: "-"))
    let rest = control.documentID[control.documentID.index(after: hyphen)...]
    let earlier =
      control.documentID[...hyphen] + rest.map { $0 == "9" ? "8" : "9" }.joined()
    let echo = try Self.read(Self.echo().replacing("ACK-1", with: earlier))
    let result = Reconciliation(sent: [control], received: [echo])
    #expect(result.unknown == [echo])
    #expect(result.entries.first?.outcome == .unanswered)
  }

  @Test(arguments: [
    ("PPHS-{class_of}-{digest}", "PPHS-2026-ZZZZZZZZ", true),
    ("PPHS-{class_of}-{digest}", "PPHS-1999-22222222-AB12", true),
    ("PPHS-{class_of}-{digest}", "PPHS-2026-ZZZZZZZ", false),
    ("PPHS-{class_of}-{digest}", "PPHS-2026-ZZZZZZZZ-AB1", false),
    ("PPHS-{class_of}-{digest}", "PPHS-2026-zzzzzzzz", false),
    ("PPHS-{class_of}-{digest}", "ACK-1", false), ("PPHS-{class_of}-{digest}", "", false),
    ("{student_id}.{digest}", "S-100.2.ABCDEFGH", true),
    ("{student_id}.{digest}", ".ABCDEFGH", false), ("{digest}", "ABCDEFGH", true),
  ])
  func `A number is one of the school's by its form, whatever class, student and content`(
    pattern: String, number: String, isOwn: Bool
  ) {
    #expect(DocumentNumberForm(pattern).fits(number) == isOwn)
  }

  @Test func `The answer to a document of another class answers none of these`() throws {
    let control = try Self.control()
    for number in ["PPHS-2026-ZZZZZZZZ", "PPHS-2027-NR7SPX74-AB23"] {
      let echo = try Self.read(Self.echo().replacing("ACK-1", with: number))
      let result = Reconciliation(
        sent: [control], received: [echo],
        numbers: [DocumentNumberForm("PPHS-{class_of}-{digest}")])
      #expect(result.unknown == [echo])
    }
    let own = try Self.read(Self.echo())
    let result = Reconciliation(
      sent: [control], received: [own], numbers: [DocumentNumberForm("PPHS-{class_of}-{digest}")])
    #expect(result.entries.first?.outcome == .confirmed)
  }

  @Test func `Names in capitals are the same names; accents count`() throws {
    let control = try Self.control()
    let capitals = Self.echo(last: "O’BRIEN-LØVÅS").replacing("Zoë", with: "ZOË")
    let result = Reconciliation(sent: [control], received: [try Self.read(capitals)])
    #expect(result.entries.first?.outcome == .confirmed)
    let plain = try Self.read(Self.echo(last: "OBRIEN-LOVAS"))
    let other = Reconciliation(sent: [control], received: [plain])
    #expect(other.entries.first?.outcome != .confirmed)
  }

  @Test func `Of two documents of a student an echo answers the one whose facts it states`() throws
  {
    var changed = SampleRecord()
    changed.number = "2026-S-100234-2"
    changed.last = "Other"
    let sent = [try Self.control(), try PESCExporterTests.export(changed).control]
    let first = Reconciliation(sent: sent, received: [try Self.read(Self.echo())])
    #expect(first.entries.map(\.outcome) == [.confirmed, .unanswered])
    let second = Reconciliation(
      sent: sent, received: [try Self.read(Self.echo(last: "Other"))])
    #expect(second.entries.map(\.outcome) == [.unanswered, .confirmed])
    // It states the facts of neither.
    let neither = Reconciliation(sent: sent, received: [try Self.read(Self.echo(courses: 9))])
    #expect(neither.ambiguous.map(\.candidates) == [[0, 1]])
  }

  @Test func `Silence, bare acceptance and strangers are told apart`() throws {
    let control = try Self.control()
    var other = SampleRecord()
    other.number = "2026-OTHER-1"
    other.studentID = "S-2"
    let second = try PESCExporterTests.export(other).control
    let accepted = try Self.read(Self.functional(control.documentID, "Accepted"))
    let stranger = try Self.read(Self.functional("never-sent", "Accepted"))
    let result = Reconciliation(sent: [control, second], received: [accepted, stranger])
    #expect(result.entries.map(\.outcome) == [.accepted, .unanswered])
    #expect(result.unknown == [stranger])
  }

  @Test func `A rejection outweighs an echo that agrees`() throws {
    let control = try Self.control()
    let echo = try Self.read(Self.echo())
    let rejection = try Self.read(Self.functional(control.documentID, "Rejected"))
    let result = Reconciliation(sent: [control], received: [echo, rejection])
    #expect(result.entries.first?.outcome == .rejected([]))
  }

  @Test(.enabled(if: SharedFolder.isPresent))
  func `The acknowledgements that are tested are ones that PESC's schemas allow`() throws {
    let files = try SharedFolder.schemas("schemas/pesc/related-1.5.0")
    let functional = try XMLSchema(named: "FunctionalAcknowledgement_v1.2.0.xsd", in: files)
    let rejected = Self.functional("1", "Rejected", errors: Self.syntaxErrors)
    #expect(try functional.validate(bytes: Array(rejected.utf8), name: "a") == [])
    let transcript = try XMLSchema(named: "TranscriptAcknowledgement_v1.3.0.xsd", in: files)
    let echo = Self.echo().replacing("UTF-16", with: "UTF-8")
    #expect(try transcript.validate(bytes: Array(echo.utf8), name: "a") == [])
  }

  @Test(arguments: ["<a/>", "<a:Acknowledgment xmlns:a='urn:other'/>"])
  func `Another document is no acknowledgement`(text: String) throws {
    let error = try #require(throws: XMLError.self) { try Self.read(text) }
    #expect(error.code == .unexpectedRoot)
  }
}
