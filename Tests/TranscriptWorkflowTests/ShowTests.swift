import Foundation
import Testing
import TranscriptWorkflow

/// `show` prints transcripts of any sender.
@Suite struct ShowTests {
  static let samples: URL? = {
    let folder = Project.root.deletingLastPathComponent().appending(
      path: "shared/schemas/pesc/samples")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  @Test(
    .enabled(if: samples != nil, "the shared folder with PESC's samples is missing"),
    arguments: ["utf8", "utf16"])
  func `PESC's own sample is printed, in either encoding`(encoding: String) throws {
    let file = try #require(Self.samples).appending(
      path: "SampleHighSchoolTranscript.v1.3.0.\(encoding).xml")
    let text = try TranscriptFile(file.path, world: SystemWorld()).listing
    // Read off the sample itself.
    for part in [
      "Austin High School", "THE UNIVERSITY OF TEXAS AT AUSTIN", "John T Student IV", "1987-07-20",
      "rank 19 of 357", "Summer 2001",
    ] { #expect(text.contains(part), "\(part)") }
    #expect(text.split(separator: "\n").contains { $0.contains("ALG1") && $0.contains("90") })
  }

  @Test func `The published example of the three versions is printed`() throws {
    let example = try Data(
      contentsOf: Project.root.appending(path: "docs/pesc/example-1.3.0.xml"))
    for version in ["1.3.0", "1.4.0", "1.5.0"] {
      let text = String(decoding: example, as: UTF8.self)
        .replacing("HighSchoolTranscript:v1.3.0", with: "HighSchoolTranscript:v\(version)")
      let world = MemoryWorld(["a.xml": Array(text.utf8)])
      let listing = try TranscriptFile("a.xml", world: world).listing
      #expect(listing.contains("PESC High School Transcript \(version)"))
    }
  }

  @Test func `A score says that it is invalidated, a course what further marks it has`() throws {
    let example = try Data(
      contentsOf: Project.root.appending(path: "docs/pesc/example-1.3.0.xml"))
    let test = """
      </AcademicRecord><Tests><TestName>SAT</TestName><TestDate>2026-03-01</TestDate><Subtest>
      <SubtestName>Math</SubtestName><TestScores><ScoreValue>700</ScoreValue>
      <TestScoreMethod>Scaled</TestScoreMethod><ScoreInvalidatedIndicator>true\
      </ScoreInvalidatedIndicator><ScoreSelfreportedIndicator>1</ScoreSelfreportedIndicator>
      </TestScores></Subtest></Tests>
      """
    let further = """
      <CourseSupplementalAcademicGrade><CourseSupplementalGrade>
      <SupplementalGradeCode>ExamGrade</SupplementalGradeCode>
      <CourseAcademicSupplementalGrade>72</CourseAcademicSupplementalGrade>
      </CourseSupplementalGrade></CourseSupplementalAcademicGrade><CourseGPAApplicabilityCode>
      """
    var text = String(decoding: example, as: UTF8.self)
      .replacing("</AcademicRecord>", with: test)
    let place = try #require(text.range(of: "<CourseGPAApplicabilityCode>"))
    text.replaceSubrange(place, with: further.filter { $0 != "\n" })
    let world = MemoryWorld(["a.xml": Array(text.utf8)])
    let listing = try TranscriptFile("a.xml", world: world).listing
    #expect(listing.contains("700 Scaled, invalidated, self-reported"))
    #expect(listing.contains("further mark: ExamGrade, 72"))
    #expect(!listing.contains("Not shown"))
  }
}
