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
    let listing = TranscriptListing(transcript).text
    #expect(listing.contains("Student     John T Student IV"))
    #expect(listing.contains("GPA 4.0583, rank 19 of 357"))
    #expect(listing.contains("BEGBCIS1"))
  }

  @Test func `A listing names the school, the student and every course`() throws {
    let sample = PESCExporterTests.full
    let transcript = try PESCReader.read(PESCExporterTests.export(sample).bytes, name: "out.xml")
    let text = TranscriptListing(transcript).text
    for part in [
      "Zoë Nguyễn O’Brien-Løvås JR", "Example Regional High School", "Quantitative Reasoning",
      "English Composition I", "at Fictional Community College", "Communicate", "5 competencies",
      "High School Diploma, 2026-06-13, complete", "Connecticut Seal of Biliteracy",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(text.split(separator: "\n").allSatisfy { $0.last != " " })
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
