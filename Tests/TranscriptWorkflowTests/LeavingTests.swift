import Diagnostics
import Testing
import TranscriptImport
import TranscriptJSON
import TranscriptModel
import TranscriptPESC
import XMLKit

@testable import TranscriptWorkflow

/// A student who has left, and a course that goes on after a part of it has posted.
@Suite struct LeavingTests {
  /// The tiny example with a third student, who may have left, and two open enrollments.
  private static func files(withdrawn: String) throws -> [String: [UInt8]] {
    var files = try Project.example("tiny")
    files["district/students.csv"] = Array(
      """
      student_id,legal_first,legal_last,birth_date,grade_level,class_of,withdrawn_on
      1,Wren,Abernathy-Quist,2009-04-02,12,2027,
      2,José,Ibarra Łuczak,2009-11-19,12,2027,
      3,Ada,Stillwater,2010-01-07,11,2028,\(withdrawn)

      """.utf8)
    files["district/enrollments.csv"] = Array(
      """
      student_id,course,school_year,grade_level,status,expected_on
      3,ALG,2026-27,11,enrolled,2027-06-10
      3,DAT,2027-28,12,planned,2028-06-10

      """.utf8)
    return files
  }

  private static func record(_ files: [String: [UInt8]], _ id: String) throws -> TranscriptRecord {
    let ready = try #require(Project.load(files).ready)
    let student = try #require(ready.district.students.first { $0.id.code == id })
    let resolution = ready.resolve(student, asOf: Project.day)
    let request = RecordAssembly.Request(status: .official, issuedOn: Project.day)
    return try #require(ready.assembly.record(for: resolution, request: request))
  }

  private static func transcript(_ record: TranscriptRecord) throws -> XMLElement {
    let exporter = PESCExporter(schemas: try PESCSchemas(version: .v1_3_0))
    let bytes = try exporter.checkedDocument(
      for: record,
      delivery: PESCDelivery(createdAt: PESCTimestamp(startOf: record.document.issuedOn))
    ).bytes
    return try XMLDocument.parse(bytes: bytes, name: "x.xml")
  }

  private static func courses(_ record: TranscriptRecord) throws -> [XMLElement] {
    try transcript(record).all(at: "Student", "AcademicRecord", "AcademicSession").flatMap {
      session in
      session.all("Course")
    }
  }

  @Test func `A course still enrolled after its last day is awaited, and not under way`() throws {
    var files = try Self.files(withdrawn: "")
    // The last day itself is still one of the course; the day after is not.
    for (day, isAwaited) in [("\(Project.day.isoText)", false), ("2026-10-14", true)] {
      files["district/enrollments.csv"] = Array(
        """
        student_id,course,school_year,grade_level,status,expected_on
        3,ALG,2026-27,11,enrolled,\(day)

        """.utf8)
      let record = try Self.record(files, "3")
      let course = try #require(record.courses.first)
      #expect(course.isAwaited == isAwaited)
      #expect(course.competencies.allSatisfy { $0.isAwaited == isAwaited })
      #expect(course.competencies.allSatisfy { $0.isUnderWay == !isAwaited })
      let json = String(decoding: RecordJSON(record).bytes, as: UTF8.self)
      #expect(json.contains("\"awaited\":true") == isAwaited)
      let again = try RecordReader.record(JSONFile.read(Array(json.utf8), path: "record.json"))
      #expect(again.courses == record.courses)
    }
  }

  @Test func `Nothing is under way or planned for a student who has left`() throws {
    let record = try Self.record(try Self.files(withdrawn: "2026-10-01"), "3")
    #expect(record.courses.map(\.status) == [.withdrawn])
    #expect(record.graduation.creditsInProgress == .zero)
    #expect(record.graduation.requirements.map(\.status) == [.notMet, .notMet])
    let states = Set(record.courses.flatMap(\.competencies).map(\.status))
    #expect(states == [.withdrawn])
    let courses = try Self.courses(record)
    #expect(courses.map { $0.text(of: "CourseAcademicGradeStatusCode") } == ["Withdrew"])
  }

  @Test func `Until the day of leaving courses are under way`() throws {
    let record = try Self.record(try Self.files(withdrawn: "2026-10-16"), "3")
    #expect(record.courses.map(\.status) == [.inProgress, .planned])
    #expect(record.graduation.creditsInProgress == Rational(3, over: 2))
  }

  @Test func `An enrollment that outlives its student is reported with both places`() throws {
    let found = Project.load(try Self.files(withdrawn: "2026-10-01")).diagnostics.filter {
      $0.code.name == "open-enrollment"
    }
    #expect(found.map { $0.location?.line } == [2, 3])
    #expect(found.allSatisfy { $0.location?.file == "enrollments.csv" && $0.severity == .warning })
    #expect(found.allSatisfy { $0.related.map(\.location.file) == ["students.csv"] })
    #expect(found.allSatisfy { $0.related.map(\.location.line) == [4] })
  }

  /// Student 2 has two of the three competencies of ALG; half of the credit posts.
  private static func partly(_ status: String) throws -> [String: [UInt8]] {
    var files = try Project.example("tiny")
    files["district/courses.csv"] = Array(
      """
      course,title,credit,credit_areas,competencies,partial
      ALG,Algebra,1,mathematics,A.1;A.2;A.3,half
      DAT,Data and Maps,0.5,mathematics,D.1;D.2,

      """.utf8)
    files["district/enrollments.csv"] = Array(
      """
      student_id,course,school_year,grade_level,status,expected_on
      2,ALG,2026-27,12,\(status),2027-06-10

      """.utf8)
    return files
  }

  @Test func `A course that goes on has neither mark nor last day, and the credit that has posted`()
    throws
  {
    let courses = try Self.courses(try Self.record(try Self.partly("enrolled"), "2"))
    let course = try #require(courses.first)
    #expect(courses.count == 1)
    #expect(course.text(of: "CourseCreditEarned") == "0.5")
    #expect(course.text(of: "CourseAcademicGradeStatusCode") == "InProgress")
    #expect(course.text(of: "CourseAcademicGrade") == nil)
    #expect(course.text(of: "CourseEndDate") == nil)
    #expect(
      course.text(of: "NoteMessage") == "Credit is posted in part; the course is under way.")
  }

  @Test func `A course that has ended in part has a credit and no final mark`() throws {
    let course = try #require(
      try Self.record(try Self.partly("completed"), "2").courses.first { $0.id == "ALG" })
    #expect(course.status == .partial)
    #expect(course.mark == nil)
    #expect(course.earned == .half)
    let goesOn = try #require(
      try Self.record(try Self.partly("enrolled"), "2").courses.first { $0.id == "ALG" })
    #expect(goesOn.mark == 2, "while it goes on, the level so far is stated as such")
  }

  @Test func `A course that has ended without credit has no day on which credit is expected`()
    throws
  {
    for status in ["completed", "enrolled"] {
      var files = try Self.files(withdrawn: "")
      files["district/enrollments.csv"] = Array(
        """
        student_id,course,school_year,grade_level,status,expected_on
        3,ALG,2025-26,10,\(status),2027-06-10

        """.utf8)
      let course = try #require(try Self.record(files, "3").courses.first { $0.id == "ALG" })
      #expect(course.earned == .zero)
      #expect(course.status == (status == "completed" ? .notEarned : .inProgress))
      #expect(course.date?.isoText == (status == "completed" ? nil : "2027-06-10"))
    }
  }

  @Test func `Evidence of a day after leaving is reported with both places, and counts`() throws {
    var files = try Self.files(withdrawn: "2026-10-01")
    files["district/evidence/late.csv"] = Array(
      """
      evidence_id,student_id,competency,demonstrated_on,level,assessment_type,purpose,title
      L-1,3,A.3,2026-10-10,EX,test,summative,Late test
      L-2,3,A.2,2026-10-01,PR,test,summative,On the last day

      """.utf8)
    for isCheck in [true, false] {
      let loading = DistrictLoading(world: MemoryWorld(files))
      let loaded =
        isCheck
        ? loading.check("district", asOf: Project.day) : loading.load("district", asOf: Project.day)
      let found = loaded.diagnostics.filter { $0.code.name == "evidence-after-leaving" }
      #expect(found.map { $0.location?.description } == ["evidence/late.csv:2:11"])
      #expect(found.first?.related.map(\.location.file) == ["students.csv"])
    }
    let course = try #require(try Self.record(files, "3").courses.first { $0.id == "ALG" })
    #expect(course.competencies.first { $0.id == "A.3" }?.level == 3)
  }

  @Test func `Who has left is not listed among those who need anything`() throws {
    let ready = try #require(Project.load(try Self.files(withdrawn: "2026-10-01")).ready)
    let report = NeedsReport(
      ready, students: ready.district.students, competencies: ["A.1"], asOf: Project.day)
    #expect(
      report.text.contains("Not listed, because they have left the school: 3  Ada Stillwater"))
    #expect(!report.json.canonicalText.contains("\"3\""))
    let before = NeedsReport(
      ready, students: ready.district.students, competencies: ["A.1"],
      asOf: CalendarDate(iso: "2026-09-30") ?? Project.day)
    #expect(before.json.canonicalText.contains("\"3\""))
  }

  @Test func `A course that was left says that the student has left`() throws {
    let ready = try #require(Project.load(try Self.files(withdrawn: "2026-10-01")).ready)
    let student = try #require(ready.district.students.first { $0.id == "3" })
    let text = try #require(ready.explainCourse("ALG", for: student, asOf: Project.day))
    #expect(
      text.contains("the student left on October 1, 2026: nothing of it is under way since"))
  }

  @Test func `A course that has ended in part keeps its day`() throws {
    let courses = try Self.courses(try Self.record(try Self.partly("completed"), "2"))
    let course = try #require(courses.first)
    #expect(course.text(of: "CourseAcademicGradeStatusCode") == "Incomplete")
    #expect(course.text(of: "CourseCreditEarned") == "0.5")
    #expect(course.text(of: "CourseAcademicGrade") == nil)
    #expect(
      course.text(of: "CourseNarrativeExplanationGrade")
        == "Met 2 of 3 competencies of the course.")
    // It is not the day of its end, which is not known, and stands in the extension only.
    #expect(course.text(of: "CourseEndDate") == nil)
    // A.1 was met on October 12 and A.2 on October 6; half of the credit posts with the second.
    let own = try Self.transcript(try Self.record(try Self.partly("completed"), "2")).first(
      at: "Student", "AcademicRecord", "UserDefinedExtensions", "MasteryRecord", "Course")
    #expect(own?.attribute("date") == "2026-10-12")
  }

  @Test func `A course that was left after a part has posted is withdrawn, with its credit`()
    throws
  {
    let courses = try Self.courses(try Self.record(try Self.partly("withdrawn"), "2"))
    let course = try #require(courses.first)
    #expect(course.text(of: "CourseAcademicGradeStatusCode") == "Withdrew")
    #expect(course.text(of: "CourseCreditValue") == "1")
    #expect(course.text(of: "CourseCreditEarned") == "0.5")
    for name in ["CourseAcademicGrade", "CourseNarrativeExplanationGrade", "CourseEndDate"] {
      #expect(course.text(of: name) == nil)
    }
    #expect(
      course.text(of: "NoteMessage")
        == "The course was left before its end; credit is posted in part.")
  }

  @Test func `A course that ended without credit is incomplete until its student has left`() throws
  {
    var files = try Self.files(withdrawn: "2026-10-01")
    files["district/enrollments.csv"] = Array(
      """
      student_id,course,school_year,grade_level,status,expected_on
      3,DAT,2025-26,10,completed,

      """.utf8)
    let left = try #require(try Self.courses(try Self.record(files, "3")).first)
    #expect(left.text(of: "CourseAcademicGradeStatusCode") == nil)
    #expect(left.text(of: "CourseCreditEarned") == "0")
    #expect(left.text(of: "NoteMessage") == "No credit is posted.")
    files["district/students.csv"] = try Self.files(withdrawn: "")["district/students.csv"]
    let stays = try #require(try Self.courses(try Self.record(files, "3")).first)
    #expect(stays.text(of: "CourseAcademicGradeStatusCode") == "Incomplete")
  }

  @Test func `Credit that no course carries stands in no session`() throws {
    var files = try Project.example("tiny")
    files["district/courses.csv"] = Array(
      """
      course,title,credit,credit_areas,competencies,kind
      ALG,Algebra,1,mathematics,A.1;A.2;A.3,
      DAT,Data and Maps,0.5,mathematics,D.1;D.2,credit

      """.utf8)
    let record = try Self.record(files, "1")
    #expect(record.courses.map(\.isCourse) == [true, false])
    let again = try RecordReader.record(try Self.json(of: record))
    #expect(again.courses.map(\.isCourse) == [true, false])
    #expect(RecordJSON(again).bytes == RecordJSON(record).bytes)
    let root = try Self.transcript(record)
    let inside = root.all(at: "Student", "AcademicRecord", "AcademicSession", "Course")
    let outside = root.all(at: "Student", "AcademicRecord", "Course")
    #expect(inside.map { $0.text(of: "CourseNumber") } == ["ALG"])
    #expect(outside.map { $0.text(of: "CourseNumber") } == ["DAT"])
    #expect(outside.first?.text(of: "CourseCreditEarned") == "0.5")
    // D.2 was met on October 9, D.1 the day before.
    #expect(outside.first?.text(of: "CourseEndDate") == "2026-10-09")
  }

  private static func json(of record: TranscriptRecord) throws -> PolicyNode {
    try JSONFile.read(RecordJSON(record).bytes, path: "record.json")
  }

  @Test func `A school year has one grade, that of its own courses`() throws {
    var files = try Project.example("tiny")
    files["district/enrollments.csv"] = Array(
      """
      student_id,course,school_year,grade_level,status
      1,ALG,2025-26,11,completed
      1,DAT,2026-27,12,completed

      """.utf8)
    let record = try Self.record(files, "1")
    #expect(record.courseGroups.map(\.gradeLevel.number) == [11, 12])
    let exporter = PESCExporter(schemas: try PESCSchemas(version: .v1_3_0))
    let bytes = try exporter.checkedDocument(
      for: record,
      delivery: PESCDelivery(createdAt: PESCTimestamp(startOf: record.document.issuedOn))
    ).bytes
    let sessions = try XMLDocument.parse(bytes: bytes, name: "x.xml").all(
      at: "Student", "AcademicRecord", "AcademicSession")
    // Both posted in October 2026.
    #expect(sessions.count == 1)
    #expect(sessions.first?.all("Course").count == 2)
    #expect(
      sessions.first?.first(at: "StudentLevel", "StudentLevelCode")?.text == "TwelfthGrade")
  }
}
