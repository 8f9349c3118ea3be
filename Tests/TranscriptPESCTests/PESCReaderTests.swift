import Diagnostics
import Testing
import TranscriptModel
import TranscriptPESC
import XMLKit

@Suite struct PESCReaderTests {
  @Test(arguments: PESCVersion.allCases)
  func `What was written is read back as the same value`(version: PESCVersion) throws {
    for sample in [SampleRecord(), PESCExporterTests.full] {
      let document = try PESCExporterTests.export(sample, version: version)
      let again = try PESCReader.read(document.bytes, name: "out.xml")
      #expect(again.version == version)
      #expect(TranscriptFacts(again).differences(from: TranscriptFacts(sample.make())) == [])
      #expect(TranscriptFacts(again).values.count > 30)
    }
  }

  @Test func `Thirds of a credit are no difference`() throws {
    var sample = SampleRecord()
    sample.earned = Rational(1, over: 3) ?? .zero
    sample.courseCount = 3
    let again = try PESCReader.read(PESCExporterTests.export(sample).bytes, name: "out.xml")
    #expect(TranscriptFacts(again).differences(from: TranscriptFacts(sample.make())) == [])
  }

  @Test(
    .enabled(if: SharedFolder.isPresent),
    arguments: [
      "SampleHighSchoolTranscript.v1.3.0.utf8.xml", "SampleHighSchoolTranscript.v1.3.0.utf16.xml",
    ])
  func `PESC's own sample is read in either encoding`(file: String) throws {
    let bytes = try SharedFolder.bytes("schemas/pesc/samples/\(file)")
    let transcript = try PESCReader.read(bytes, name: file)
    #expect(transcript.version == .v1_3_0)
    #expect(transcript.transmission.documentID == "2011-04-04-2316139")
    #expect(transcript.transmission.source.names.first == "Austin High School")
    #expect(transcript.person.name.last == "Student")
    #expect(transcript.person.birthDate == SampleRecord.day("1987-07-20"))
    let record = try #require(transcript.academicRecords.first)
    #expect(record.awards.first?.title == "High School Diploma")
    let summary = try #require(record.summaries.first)
    #expect(summary.gradePointAverage == Rational(40583, over: 10000))
    #expect(summary.classRank == 19 && summary.classSize == 357)
    #expect(summary.subjectAreas.first?.earned == Rational(3))
    let course = try #require(record.allCourses.first { $0.title == "BEGBCIS1" })
    #expect(course.creditBasis == "HighSchoolDualCredit" && course.academicGrade == "98")
    let listing = try TranscriptListing(bytes, name: file).text
    #expect(listing.contains("Student     John T Student IV"))
    // Read off the sample: an average of 4.5 at most, dual credit, notes of courses.
    #expect(listing.contains("GPA 4.0583 (range"))
    #expect(listing.contains("rank 19 of 357"))
    let course98 = try #require(
      listing.split(separator: "\n").first { $0.contains("BEGBCIS1") })
    #expect(course98.contains("98") && course98.contains("HighSchoolDualCredit"))
    #expect(listing.contains("Not shown"))
  }

  @Test func `A listing names the school, the student and every course`() throws {
    let sample = PESCExporterTests.full
    let bytes = try PESCExporterTests.export(sample).bytes
    let text = try TranscriptListing(bytes, name: "out.xml").text
    for part in [
      "Zoë Nguyễn O’Brien-Løvås JR", "Example Regional High School", "Quantitative Reasoning",
      "English Composition I", "at Fictional Community College", "Communicate", "Prove <theorems>",
      "High School Diploma (B18), 2026-06-13, complete", "Connecticut Seal of Biliteracy",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(text.split(separator: "\n").allSatisfy { $0.last != " " })
    // Everything that this project writes is shown.
    #expect(!text.contains("Not shown"))
  }

  @Test func `A listing says that a document is a test, unofficial or partial, and marks in words`()
    throws
  {
    var sample = SampleRecord()
    sample.status = .draft
    sample.mark = "Passed with distinction"
    let draft = String(
      decoding: try PESCExporterTests.export(sample).bytes, as: UTF8.self
    ).replacing(
      "<DocumentCompleteCode>Complete", with: "<DocumentCompleteCode>Partial")
    let text = try TranscriptListing(Array(draft.utf8), name: "draft.xml").text
    let lines = text.split(separator: "\n")
    #expect(lines.dropFirst().first == "Status      TEST, Unofficial, Partial")
    #expect(lines.contains { $0.contains("English Composition I") && $0.contains("Passed with") })
  }

  @Test func `What a listing leaves out is counted and named`() throws {
    let text = String(decoding: try PESCExporterTests.export(SampleRecord()).bytes, as: UTF8.self)
      .replacing("<Birth>", with: "<SSN>987654321</SSN><Birth>")
    let listing = try TranscriptListing(Array(text.utf8), name: "a.xml").text
    #expect(listing.hasSuffix("Not shown   1 element: SSN\n"))
    #expect(!listing.contains("987654321"))
  }

  @Test func `A text that no standard allows is cut, with its length`() throws {
    let long = String(repeating: "x", count: 20_000)
    let text = String(decoding: try PESCExporterTests.export(SampleRecord()).bytes, as: UTF8.self)
      .replacing("<FirstName>Zoë", with: "<FirstName>\(long)")
    let listing = try TranscriptListing(Array(text.utf8), name: "a.xml").text
    #expect(listing.contains("xxx (cut: 20000 characters)"))
    #expect(listing.utf8.count < 40_000)
  }

  @Test func `Elements below the root that are in a namespace are refused by name`() throws {
    let name = "urn:org:pesc:message:HighSchoolTranscript:v1.3.0"
    let text = String(decoding: try PESCExporterTests.export(SampleRecord()).bytes, as: UTF8.self)
      .replacing("<Student>", with: "<Student xmlns=\"\(name)\">")
    let error = try #require(throws: XMLError.self) {
      try PESCReader.read(Array(text.utf8), name: "a.xml")
    }
    #expect(error.code == .unexpectedNamespace)
  }

  @Test(arguments: [
    "<HighSchoolTranscript/>",
    "<c:CollegeTranscript xmlns:c='urn:org:pesc:message:CollegeTranscript:v1.6.0'/>",
    "<h:HighSchoolTranscript xmlns:h='urn:org:pesc:message:HighSchoolTranscript:v9.9.9'/>",
    "<h:HighSchoolTranscript xmlns:h='urn:org:pesc:message:HighSchoolTranscript:v1.3.0'/>",
  ])
  func `A document of another kind is refused by name`(text: String) throws {
    let error = try #require(throws: XMLError.self) {
      try PESCReader.read(Array(text.utf8), name: "other.xml")
    }
    #expect([.schema, .unexpectedRoot].contains(error.code))
    #expect(error.line == 1)
  }
}
