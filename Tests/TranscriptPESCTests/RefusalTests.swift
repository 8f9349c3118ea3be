import Diagnostics
import Testing
import TranscriptModel
import TranscriptPESC
import XMLKit

/// What a district's values become, and what is refused.
@Suite struct RefusalTests {
  /// A field of the record with the last part of its path and its limit.
  struct Field: Sendable, CustomTestStringConvertible {
    let element: String
    let maximum: Int
    let set: @Sendable (inout SampleRecord, String) -> Void
    var testDescription: String { element }
  }

  static let fields: [Field] = [
    Field(element: "DocumentID", maximum: 35) { $0.number = $1 },
    Field(element: "CourseTitle", maximum: 60) { $0.courseTitle = $1 },
    Field(element: "CourseNumber", maximum: 15) { $0.courseID = $1 },
    Field(element: "RAPName", maximum: 60) { $0.shortName = $1 },
    Field(element: "FirstName", maximum: 35) { $0.first = $1 },
    Field(element: "MiddleName", maximum: 35) { $0.middle = $1 },
    Field(element: "LastName", maximum: 35) { $0.last = $1 },
    Field(element: "SchoolAssignedPersonID", maximum: 20) { $0.studentID = $1 },
    Field(element: "AddressLine", maximum: 40) { $0.address = [$1] },
    Field(element: "City", maximum: 30) { $0.city = $1 },
    Field(element: "PostalCode", maximum: 17) { $0.postalCode = $1 },
    Field(element: "HighSchoolSubjectAreaName", maximum: 30) { $0.requirementTitle = $1 },
  ]

  static func findings(_ field: Field, _ text: String) -> [PESCFinding] {
    var sample = SampleRecord()
    field.set(&sample, text)
    return PESCPreflight.findings(of: sample.make())
  }

  @Test(arguments: fields)
  func `A value of exactly the limit is sent whole`(field: Field) throws {
    let text = String(repeating: "x", count: field.maximum)
    #expect(Self.findings(field, text).isEmpty)
    var sample = SampleRecord()
    field.set(&sample, text)
    let bytes = try PESCExporterTests.export(sample).bytes
    #expect(String(decoding: bytes, as: UTF8.self).contains("<\(field.element)>\(text)<"))
  }

  @Test(arguments: fields)
  func `One code point more is refused with record, path, limit and length`(field: Field) throws {
    let text = String(repeating: "x", count: field.maximum + 1)
    let findings = Self.findings(field, text)
    let finding = try #require(findings.first)
    #expect(finding.code == PESCCodes.tooLong)
    #expect(finding.path.split(separator: "/").last?.hasPrefix(field.element) == true)
    #expect(finding.actual == field.maximum + 1)
    #expect(finding.value == text)
    #expect(!finding.hint.isEmpty)
    #expect(finding.diagnostic.message.contains("\(field.maximum) characters"))
    var sample = SampleRecord()
    field.set(&sample, text)
    let refusal = try #require(throws: PESCRefusal.self) { try PESCExporterTests.export(sample) }
    #expect(refusal.findings == findings)
  }

  @Test(arguments: fields)
  func `A decomposed value is composed before it is measured`(field: Field) {
    // "é" as two code points: the limit holds this many letters only once they are composed.
    let decomposed = String(repeating: "e\u{301}", count: field.maximum)
    #expect(Self.findings(field, decomposed).isEmpty)
    #expect(!Self.findings(field, decomposed + "e\u{301}").isEmpty)
  }

  @Test(arguments: fields)
  func `Characters outside the basic plane count one each`(field: Field) {
    #expect(Self.findings(field, String(repeating: "𝄞", count: field.maximum)).isEmpty)
    #expect(!Self.findings(field, String(repeating: "𝄞", count: field.maximum + 1)).isEmpty)
  }

  @Test(arguments: ["", " ", "\u{A0}\t\n"])
  func `A blank value that PESC requires is refused, not sent empty`(blank: String) throws {
    var sample = SampleRecord()
    sample.courseTitle = blank
    sample.city = blank
    let findings = PESCPreflight.findings(of: sample.make())
    #expect(findings.map(\.code) == [PESCCodes.tooShort, PESCCodes.tooShort])
    #expect(findings.map(\.actual) == [0, 0])
  }

  @Test(arguments: ["", " ", "\t"])
  func `A blank value that PESC does not require is left out`(blank: String) throws {
    var sample = SampleRecord()
    sample.first = blank
    sample.middle = blank
    let name = try #require(
      try PESCExporterTests.tree(sample).first(at: "Student", "Person", "Name"))
    #expect(name.first("FirstName") == nil && name.first("MiddleName") == nil)
    #expect(name.text(of: "LastName") == "O’Brien-Løvås")
  }

  @Test func `The name of another institution is mended in transfer.csv, our own elsewhere`() {
    var sample = SampleRecord()
    sample.institutionName = String(repeating: "x", count: 61)
    sample.schoolName = String(repeating: "y", count: 61)
    let findings = PESCPreflight.findings(of: sample.make())
    let hints = Dictionary(grouping: findings, by: \.value).mapValues { Set($0.map(\.hint)) }
    #expect(hints[sample.institutionName] == ["correct the institution in transfer.csv"])
    #expect(hints[sample.schoolName] == ["correct the school in district.yaml"])
  }

  @Test func `White space at the ends and line breaks inside do not reach the document`() throws {
    var sample = SampleRecord()
    sample.courseTitle = "  Quantitative\n  Reasoning "
    let text = String(decoding: try PESCExporterTests.export(sample).bytes, as: UTF8.self)
    #expect(text.contains("<CourseTitle>Quantitative Reasoning</CourseTitle>"))
  }

  @Test func `All problems are reported at once, in document order`() {
    var sample = SampleRecord()
    sample.number = String(repeating: "9", count: 36)
    sample.city = "X"
    sample.suffix = "Esq."
    sample.courseTitle = String(repeating: "t", count: 61)
    sample.sced = "0206"
    sample.pescCode = "Maths"
    let paths = PESCPreflight.findings(of: sample.make()).map {
      $0.path.split(separator: "/").last.map(String.init)
    }
    #expect(
      paths == [
        "DocumentID", "City", "NameSuffix", "HighSchoolSubjectAreaCode", "CourseSCEDCode",
        "CourseTitle",
      ])
  }

  @Test func `The path counts elements of the same name`() throws {
    var sample = SampleRecord()
    sample.shortName = String(repeating: "n", count: 61)
    let finding = try #require(PESCPreflight.findings(of: sample.make()).first)
    #expect(
      finding.path
        == "/HighSchoolTranscript/Student/AcademicRecord/AcademicSession[2]/Course/Proficiency[1]"
        + "/RAPName")
  }

  @Test func `A name is personal, a course title is not`() throws {
    var sample = SampleRecord()
    sample.last = String(repeating: "n", count: 36)
    sample.courseTitle = String(repeating: "t", count: 61)
    let diagnostics = PESCPreflight.check(sample.make())
    #expect(diagnostics.map { $0.excerpt?.isPersonal } == [true, false])
  }

  @Test func `A control character is refused by name`() throws {
    var sample = SampleRecord()
    sample.courseTitle = "Bad\u{1}title"
    let refusal = try #require(throws: PESCRefusal.self) { try PESCExporterTests.export(sample) }
    #expect(refusal.findings.map(\.code) == [PESCCodes.illegalCharacter])
  }

  @Test(arguments: [
    ("Jr.", "JR"), ("jr", "JR"), ("III", "III"), ("Sr.", "SR"), ("ii", "II"),
  ])
  func `A printed suffix becomes PESC's code`(printed: String, code: String) throws {
    var sample = SampleRecord()
    sample.suffix = printed
    let name = try #require(
      try PESCExporterTests.tree(sample).first(at: "Student", "Person", "Name"))
    #expect(name.text(of: "NameSuffix") == code)
  }

  @Test(arguments: [
    ("860-555-0100", nil, "860", "5550100"), ("+1 (860) 555-0100", "1", "860", "5550100"),
    ("555-0100", nil, nil, "5550100"),
  ])
  func `A printed phone number is split into digits`(
    printed: String, prefix: String?, area: String?, number: String
  ) {
    let phone = Phone(printed: printed)
    #expect(phone.countryPrefix == prefix && phone.areaCode == area && phone.number == number)
  }

  @Test(arguments: ["(860) 555-0117 ext. 1234", "860-555-0117 x1234", "860 555 0117, Ext 1234"])
  func `The digits behind an x are the extension`(printed: String) {
    let phone = Phone(printed: printed)
    #expect(phone.areaCode == "860" && phone.number == "5550117" && phone.extension == "1234")
  }

  @Test func `A school without a street gets no address rather than half of one`() throws {
    var sample = SampleRecord()
    sample.address = []
    let source = try #require(
      try PESCExporterTests.tree(sample).first(at: "TransmissionData", "Source", "Organization"))
    #expect(source.first(at: "Contacts", "Address") == nil)
    #expect(source.first(at: "Contacts", "Phone") != nil)
  }

  @Test(arguments: [
    "2026-06-20T14:03:11-04:00", "2026-06-20T18:03:11Z", "2026-06-20T18:03:11.5Z",
    "2026-06-20T18:03:11",
  ])
  func `A timestamp is read`(text: String) throws {
    #expect(PESCTimestamp(text)?.date == SampleRecord.day("2026-06-20"))
  }

  @Test(arguments: [
    "", "2026-06-20", "2026-06-20T24:00:00Z", "2026-06-20T14:60:00Z", "2026-06-20 14:03:11Z",
    "2026-02-30T14:03:11Z", "2026-06-20T14:03:11+15:00", "2026-06-20T14:03:11.Z",
    "2026-06-20T14:03:11ZZ",
  ])
  func `A text that is no timestamp is refused`(text: String) {
    #expect(PESCTimestamp(text) == nil)
  }

  @Test func `The published schema of the extension is the one that is applied`() throws {
    let file = try DocsFolder.text("pesc/mastery-record-1.xsd")
    let schema = try XMLSchema(file, name: "mastery-record-1.xsd")
    let tree = try PESCExporterTests.tree(PESCExporterTests.full)
    let element = try #require(
      tree.first(at: "Student", "AcademicRecord", "UserDefinedExtensions")?.elements.first)
    let bytes = try XMLWriter(prefixes: ["urn:mastery-transcript:record:v1": "mr"]).bytes(
      of: element)
    #expect(try schema.validate(bytes: bytes, name: "extension").isEmpty)
  }
}
