import Diagnostics
import Foundation
import Testing
import TranscriptImport
import TranscriptModel

/// A OneRoster set is imported as students, enrollments and evidence.
@Suite struct OneRosterTests {
  private static let set: [String: String] = [
    "manifest.csv": """
    propertyName,value
    manifest.version,1.0
    oneroster.version,1.2
    file.users,bulk
    file.roles,bulk
    file.results,bulk
    file.orgs,absent
    """,
    "orgs.csv": "sourcedId,status,dateLastModified,name\no-1,active,,\"broken\n",
    "academicSessions.csv": """
    sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear
    t-1,active,,Fall,term,2026-08-25,2027-01-20,,2027
    """,
    "users.csv": """
    sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,grades,preferredGivenName
    u-1,active,,true,ada,{SASID:1000000009},Adaeze,Okafor,Linh,S-9,11,Ada
    u-2,active,,true,quill,,M.,Quill,,T-1,,
    u-3,tobedeleted,,true,gone,,Gone,Gone,,S-8,11,
    """,
    "roles.csv": """
    sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId
    r-1,active,,u-1,primary,student,,,o-1
    r-2,active,,u-2,primary,teacher,,,o-1
    r-3,active,,u-3,primary,student,,,o-1
    """,
    "demographics.csv": """
    sourcedId,status,dateLastModified,birthDate,sex,asian,white,hispanicOrLatinoEthnicity
    u-1,active,,2010-03-04,F,CANARY,CANARY,CANARY
    """,
    "courses.csv": """
    sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode
    c-1,active,,,Algebra,ALG1
    """,
    "classes.csv": """
    sourcedId,status,dateLastModified,title,grades,courseSourcedId,termSourcedIds
    k-1,active,,Algebra A,,c-1,t-1
    """,
    "enrollments.csv": """
    sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role
    e-1,active,,k-1,o-1,u-1,student
    e-2,active,,k-1,o-1,u-2,teacher
    """,
    "lineItems.csv": """
    sourcedId,status,dateLastModified,title,categorySourcedId
    l-1,active,,Bridge,
    """,
    "lineItemLearningObjectiveIds.csv": """
    sourcedId,status,dateLastModified,lineItemSourcedId,source,learningObjectiveId
    x-1,active,,l-1,case,MA.1
    """,
    "results.csv": """
    sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment,textScore
    q-1,active,2026-10-22T12:00:00Z,l-1,u-1,fully graded,,2026-10-20,,Exemplary
    q-2,active,2026-10-22T12:00:00Z,l-1,u-1,submitted,,2026-10-21,,
    q-3,active,2026-10-22T12:00:00Z,l-1,u-1,not submitted,,2026-10-22,,
    q-4,active,2026-10-22T12:00:00Z,l-1,u-1,fully graded,88,2026-10-23,,
    """,
  ]

  private func plan(
    _ set: [String: String], into base: MemorySource? = nil
  ) throws -> (ImportPlan, MemorySource) {
    let base = try base ?? Sample.base([:])
    var options = ImportPlanner.Options()
    options.constants = ["purpose": "summative", "assessment_type": "project"]
    let files = set.sorted { $0.key < $1.key }.map {
      InputFile(path: $0.key, bytes: Array($0.value.utf8))
    }
    let plan = ImportPlanner(district: base, options: options).plan(files)
    return (plan, MemorySource.merging(base, plan.files))
  }

  @Test func `students, enrollments and results are joined across the tables`() throws {
    let (plan, merged) = try plan(Self.set)
    let district = try #require(DistrictImporter(source: merged).load().district)
    let student = try #require(district.students.first { $0.id == "S-9" })
    #expect(student.displayName == "Ada Okafor")
    #expect(student.legalName.inverted == "Okafor, Adaeze Linh")
    #expect(student.sasid == "1000000009")
    #expect(student.classOf == 2028)
    #expect(student.birthDate == CalendarDate(iso: "2010-03-04"))
    let file = district.file(of: "S-9")
    #expect(file.enrollments.map(\.course) == ["ALG1"])
    #expect(file.enrollments.map(\.schoolYear.start) == [2026])
    #expect(file.evidence.map(\.status) == [.rated, .missed])
    #expect(file.evidence.map { $0.rating?.level } == [2, nil])
    #expect(!district.students.contains { $0.id == "S-8" || $0.id == "T-1" })
    #expect(plan.filteredCount == 1)
    // 88 of an unknown scale is no level.
    #expect(plan.rejectedRows.map(\.line) == [5])
    #expect(plan.rejectedRows[0].diagnostics.map(\.code) == [.unmappedScore])
  }

  @Test func `a result of no learning objective or of an unknown line item is set aside`() throws {
    var set = Self.set
    set["lineItems.csv"]? += "\nl-2,active,,No objective,"
    set["results.csv"]? += """

      q-5,active,2026-10-22T12:00:00Z,l-2,u-1,fully graded,,2026-10-23,,Exemplary
      q-6,active,2026-10-22T12:00:00Z,l-9,u-1,fully graded,,2026-10-23,,Exemplary
      q-7,active,2026-10-22T12:00:00Z,l-2,u-1,submitted,,2026-10-23,,
      """
    let (plan, _) = try plan(set)
    let rejected = plan.rejectedRows.filter { $0.line > 5 }
    #expect(rejected.map(\.line) == [6, 7])
    #expect(rejected.flatMap(\.diagnostics).map(\.code) == [.missingCell, .unmappedValue])
    #expect(plan.filteredCount == 2)
  }

  @Test func `nothing of race is read, and a table called absent is not`() throws {
    let (plan, merged) = try plan(Self.set)
    let bytes = merged.files.values.joined() + plan.rejectedRows.flatMap(\.original)
    #expect(!String(decoding: Array(bytes), as: UTF8.self).contains("CANARY"))
    #expect(!plan.diagnostics.all.contains { $0.location?.file == "orgs.csv" })
  }

  @Test func `a table that the manifest promises must be there`() throws {
    var set = Self.set
    set["roles.csv"] = nil
    let (plan, _) = try plan(set)
    #expect(
      plan.diagnostics.all.contains {
        $0.code == .missingFile && $0.location?.file == "roles.csv"
      })
  }

  @Test func `the role of 1_1 is in the user's own row`() throws {
    var set = Self.set
    set["roles.csv"] = nil
    set["manifest.csv"] = "propertyName,value\noneroster.version,1.1\n"
    set["users.csv"] = """
      sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,grades
      u-1,,,true,o-1,student,ada,,Adaeze,Okafor,,S-9,11
      """
    let (_, merged) = try plan(set)
    let district = try #require(DistrictImporter(source: merged).load().district)
    #expect(district.students.contains { $0.id == "S-9" })
  }

  @Test func `what the set calls back is withdrawn, once, and what was never there is not`() throws
  {
    let (_, first) = try plan(Self.set)
    var set = Self.set
    set["results.csv"] = set["results.csv"]?.replacing("q-1,active", with: "q-1,tobedeleted")
    set["enrollments.csv"] = set["enrollments.csv"]?.replacing(
      "e-1,active", with: "e-1,tobedeleted")
    set["users.csv"] = set["users.csv"]?.replacing("u-1,active", with: "u-1,tobedeleted")
    set["roles.csv"] = set["roles.csv"]?.replacing("student,,,o-1", with: "student,,2026-11-13,o-1")
    let (plan, second) = try plan(set, into: first)
    let withdrawn = plan.changes.filter { $0.kind == .withdrawn }
    #expect(
      withdrawn.map(\.path) == [
        "students.csv", "enrollments.csv", "evidence/oneroster-results.csv",
      ])
    #expect(
      withdrawn[0].differences == [.init(column: "withdrawn_on", before: "", after: "2026-11-13")])
    #expect(
      withdrawn[1].differences == [.init(column: "status", before: "enrolled", after: "withdrawn")])
    #expect(withdrawn[2].differences.map(\.column) == ["level", "status"])
    #expect(withdrawn[2].provenance.file == "results.csv" && withdrawn[2].provenance.line == 2)
    let district = try #require(DistrictImporter(source: second).load().district)
    let file = district.file(of: "S-9")
    #expect(file.enrollments.map(\.status) == [.withdrawn])
    #expect(file.evidence.map(\.status) == [.rated, .withdrawn, .missed])
    #expect(file.evidence[1].replaces == file.evidence[0].id)
    #expect(
      district.students.first { $0.id == "S-9" }?.withdrawnOn == CalendarDate(iso: "2026-11-13"))
    let (again, _) = try self.plan(set, into: second)
    #expect(again.files.isEmpty && again.count(.withdrawn) == 0)
    // A set whose first import calls everything back adds nothing.
    let (none, _) = try self.plan(set)
    #expect(none.count(.withdrawn) == 0)
    #expect(!none.changes.contains { $0.key == "S-8" || $0.key == "S-9" })
  }

  @Test func `a student to be deleted is not withdrawn on a day that nobody says`() throws {
    let (_, first) = try plan(Self.set)
    var set = Self.set
    set["users.csv"] = set["users.csv"]?.replacing("u-1,active", with: "u-1,tobedeleted")
    let (plan, _) = try plan(set, into: first)
    let problem = try #require(plan.diagnostics.all.first { $0.code == .withdrawnBySource })
    #expect(problem.location?.file == "users.csv" && problem.location?.line == 2)
    #expect(problem.related.map(\.location.file) == ["students.csv"])
    #expect(plan.count(.withdrawn) == 0)
  }

  @Test(arguments: [("2026-10-30", "withdrawn"), ("2027-01-20", "enrolled"), ("", "enrolled")])
  func `an enrollment that ends before its term has been left`(end: String, status: String) throws {
    var set = Self.set
    set["enrollments.csv"] = """
      sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
      e-1,active,,k-1,o-1,u-1,student,,2026-08-25,\(end)
      """
    let (_, merged) = try plan(set)
    let district = try #require(DistrictImporter(source: merged).load().district)
    #expect(district.file(of: "S-9").enrollments.map(\.status.rawValue) == [status])
  }

  @Test func `rejected rows of a set come with the rows that they need, and import alone`() throws {
    let (first, merged) = try plan(Self.set)
    let source = try #require(first.rejects.first)
    let tables = source.files.map(\.name).map { $0.split(separator: "_").last.map(String.init) }
    #expect(
      tables == [
        "academicSessions.csv", "demographics.csv", "lineItemLearningObjectiveIds.csv",
        "lineItems.csv", "results.csv", "roles.csv", "users.csv",
      ])
    var set: [String: String] = [:]
    for file in source.files { set[file.name] = String(decoding: file.bytes, as: UTF8.self) }
    #expect(!set.values.contains { $0.contains("CANARY") })
    let results = source.stem + "_results.csv"
    #expect(set[results]?.split(separator: "\n").count == 2)
    set[results] = set[results]?.replacing(
      "fully graded,88,2026-10-23,,", with: "fully graded,,2026-10-22,,Proficient")
    let (again, _) = try plan(set, into: merged)
    #expect(again.rejectedRows.isEmpty)
    #expect(
      again.changes.filter { $0.kind != .unchanged }.map(\.path) == [
        "evidence/oneroster-results.csv"
      ])
  }

  @Test func `points are refused as points, and a declared scale reads them as percentages`() throws
  {
    var set = Self.set
    set["lineItems.csv"] = """
      sourcedId,status,dateLastModified,title,categorySourcedId,resultValueMin,resultValueMax
      l-1,active,,Bridge,,0,110
      """
    let (refused, _) = try plan(set)
    #expect(
      refused.rejectedRows.flatMap(\.diagnostics).map(\.message).contains {
        $0.contains("points, of 110")
      })
    let mapping = """
      mapping: own-results
      extends: oneroster-results
      scales:
        percent: [{ at_least: 80, level: PR }, { at_least: 0, level: DV }]
      columns:
        level: { column: percent, scale: percent }
      """
    set["results.csv"] = set["results.csv"]?.replacing(
      "2026-10-20,,Exemplary", with: "2026-10-20,,"
    )
    .replacing("fully graded,,2026-10-20", with: "fully graded,87,2026-10-20")
    .replacing("2026-10-23", with: "2026-10-22")
    let (plan, merged) = try plan(set, into: try Sample.base(["mappings/own.yaml": mapping]))
    #expect(plan.rejectedRows.isEmpty)
    let district = try #require(DistrictImporter(source: merged).load().district)
    // 87 of 110 is less than 80 in a hundred; 88 is exactly that.
    #expect(district.file(of: "S-9").evidence.compactMap { $0.rating?.level } == [0, 1])
  }

  @Test func `two rows with one id that differ are both set aside`() throws {
    var set = Self.set
    set["results.csv"]? +=
      "\nq-1,active,2026-10-22T12:00:00Z,l-1,u-1,fully graded,,2026-10-20,,Proficient"
    let (plan, _) = try plan(set)
    #expect(plan.rejectedRows.map(\.line) == [2, 5, 6])
    #expect(
      plan.diagnostics.all.contains {
        $0.code == .duplicateCode && $0.related.map(\.location.line) == [2]
      })
  }

  /// A set with learning objectives and score scales of its results, as 1.2 or 1.1 has it.
  private static func full(_ version: String) -> [String: String] {
    var set = Self.set
    set["manifest.csv"] =
      "propertyName,value\noneroster.version,\(version)\nfile.resultLearningObjectiveIds,bulk\n"
      + "file.scoreScales,bulk\nfile.orgs,absent\n"
    set["lineItemLearningObjectiveIds.csv"] = nil
    set["resultLearningObjectiveIds.csv"] = """
      sourcedId,status,dateLastModified,resultSourcedId,source,learningObjectiveId,score,textScore
      y-1,active,,q-1,case,MA.1,,Proficient
      y-2,active,,q-1,case,EN.1,,Exemplary
      y-3,tobedeleted,,q-1,case,G.1,,Exemplary
      y-4,active,,q-4,case,MA.1,,
      """
    set["scoreScales.csv"] = """
      sourcedId,status,dateLastModified,title,type,orgSourcedId,courseSourcedId,classSourcedId,scoreScaleValue
      s-1,active,,Levels,mastery,o-1,c-1,,"{DV:1},{PR:2},{EX:3}"
      """
    set["resultScoreScales.csv"] =
      "sourcedId,status,dateLastModified,resultSourcedId,scoreScaleSourcedId\nz-1,active,,q-1,s-1\n"
    if version == "1.1" {
      set["roles.csv"] = nil
      set["users.csv"] = """
        sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,grades
        u-1,,,true,o-1,student,ada,{SASID:1000000009},Adaeze,Okafor,Linh,S-9,11
        u-2,,,true,o-1,teacher,quill,,M.,Quill,,T-1,
        """
    }
    return set
  }

  @Test(arguments: ["1.2", "1.1"])
  func `a result counts for each objective that it names, with the score given there`(
    version: String
  ) throws {
    let (plan, merged) = try plan(Self.full(version))
    let district = try #require(DistrictImporter(source: merged).load().district)
    let evidence = district.file(of: "S-9").evidence.sorted { $0.competency < $1.competency }
    #expect(evidence.map(\.competency) == ["EN.1", "MA.1"])
    #expect(evidence.map { $0.rating?.level } == [2, 1])
    // A number of a scale is no level until the district says which: 88 is refused.
    // The third result names no objective.
    #expect(plan.rejectedRows.map(\.line) == [4, 5])
    #expect(plan.rejectedRows.flatMap(\.diagnostics).map(\.code) == [.missingCell, .unmappedScore])
  }

  @Test(arguments: ["1.2", "1.1"])
  func `a set gives the same plan zipped and unzipped`(version: String) throws {
    let set = Self.full(version)
    let (loose, _) = try plan(set)
    let files = set.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }
    var options = ImportPlanner.Options()
    options.constants = ["purpose": "summative", "assessment_type": "project"]
    let archive = InputFile(path: "set.zip", bytes: StoredZip.archive(files))
    let zipped = ImportPlanner(district: try Sample.base([:]), options: options).plan([archive])
    #expect(zipped.count(.added) > 2)
    #expect(zipped.changes == loose.changes)
    #expect(zipped.files == loose.files)
    #expect(zipped.rejectedRows == loose.rejectedRows)
    #expect(zipped.diagnostics.all == loose.diagnostics.all)
  }

  /// The set with results of the line item `l-3`, of 0 to 4 points.
  private func scored(_ rows: String, _ more: [String: String] = [:]) -> [String: String] {
    var set = Self.set
    (set["manifest.csv"], set["orgs.csv"]) = (nil, nil)
    set["lineItems.csv"] = """
      sourcedId,status,dateLastModified,title,categorySourcedId,resultValueMin,resultValueMax
      l-3,active,,Tower,,0,4
      """
    set["lineItemLearningObjectiveIds.csv"] = """
      sourcedId,status,dateLastModified,lineItemSourcedId,source,learningObjectiveId
      x-3,active,,l-3,case,MA.1
      """
    let header = "sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,"
    set["results.csv"] = header + "score,scoreDate,missing,inProgress\n" + rows
    return set.merging(more) { $1 }
  }

  private static let mapping = """
    mapping: our-results
    extends: oneroster-results
    scales:
      four: [{ at_least: 4, level: EX }, { at_least: 3, level: PR }, { at_least: 0, level: DV }]
    columns:
      level:
        column: score
        score_scales:
          Standards 1 to 4: four
          Letters: { A: EX, B: PR }
    """

  @Test func `a score scale that the set names is read by the map declared for it, or refused`()
    throws
  {
    let scales = [
      "scoreScales.csv": """
      sourcedId,status,dateLastModified,title,type,classSourcedId,scoreScaleValue
      s-1,active,,Standards 1 to 4,levels,k-1,{3:Meets}
      s-2,active,,Letters,letters,k-1,{A:90-100}
      s-3,active,,Habits,levels,k-1,{3:Often}
      """,
      "lineItemScoreScales.csv": """
      sourcedId,status,dateLastModified,lineItemSourcedId,scoreScaleSourcedId
      y-1,active,,l-3,s-1
      """,
      "resultScoreScales.csv": """
      sourcedId,status,dateLastModified,resultSourcedId,scoreScaleSourcedId
      z-1,active,,q-2,s-3
      """,
    ]
    let set = scored(
      """
      q-1,active,,l-3,u-1,fully graded,3,2026-10-20,,
      q-2,active,,l-3,u-1,fully graded,3,2026-10-21,,
      """, scales)
    let base = try Sample.base(["mappings/own.yaml": Self.mapping])
    let (plan, merged) = try plan(set, into: base)
    let district = try #require(DistrictImporter(source: merged).load().district)
    #expect(district.file(of: "S-9").evidence.compactMap { $0.rating?.level } == [1])
    #expect(plan.rejectedRows.map(\.line) == [3])
    let problem = try #require(plan.rejectedRows.first?.diagnostics.first)
    #expect(problem.code == .unmappedScore)
    #expect(problem.message.contains("\"Habits\""))
    // Without any map the scale is named as well.
    let bare = try self.plan(set).0.rejectedRows.compactMap { $0.diagnostics.first?.message }
    #expect(bare.count == 2 && bare[0].contains("\"Standards 1 to 4\""))
  }

  @Test func `a missing task is no low score, and a score out of range is refused`() throws {
    let set = scored(
      """
      q-1,active,,l-3,u-1,fully graded,0,2026-10-20,true,
      q-2,active,,l-3,u-1,fully graded,2,2026-10-21,true,
      q-3,active,,l-3,u-1,fully graded,5,2026-10-22,,
      q-4,active,,l-3,u-1,fully graded,-1,2026-10-23,,
      q-5,active,,l-3,u-1,fully graded,3,2026-10-24,,true
      q-6,active,,l-3,u-9,fully graded,3,2026-10-24,,
      """)
    let base = try Sample.base([
      "mappings/own.yaml": Self.mapping.replacing("score_scales:", with: "values:")
        .replacing("Standards 1 to 4: four", with: "\"3\": PR")
        .replacing("Letters: { A: EX, B: PR }", with: "\"4\": EX")
    ])
    let (plan, merged) = try plan(set, into: base)
    let district = try #require(DistrictImporter(source: merged).load().district)
    #expect(district.file(of: "S-9").evidence.map(\.status) == [.missed])
    #expect(plan.filteredCount == 1)
    #expect(plan.rejectedRows.map(\.line) == [3, 4, 5, 7])
    let messages = plan.rejectedRows.compactMap { $0.diagnostics.first?.message }
    #expect(
      messages == [
        "the result is marked as missing and has a score",
        "the score is above the most that its line item allows",
        "the score is below the least that its line item allows",
        "the user \"u-9\" is not in users.csv of the set",
      ])
  }

  @Test func `results of a student who has another name on file are set aside`() throws {
    var set = Self.set
    set["users.csv"] = set["users.csv"]?.replacing("S-9", with: "S-1")
    let (plan, _) = try plan(set)
    let doubts = plan.diagnostics.all.filter { $0.code == .identityInDoubt }
    #expect(
      doubts.map(\.location?.file)
        == ["enrollments.csv", "results.csv", "results.csv", "users.csv"])
    #expect(plan.files.keys.filter { $0.hasPrefix("evidence/") } == [])
  }

  @Test func `work under way is left out by the mark that says so`() throws {
    let set = scored(
      """
      q-1,active,,l-3,u-1,fully graded,3,2026-10-20,,true
      q-2,active,,l-3,u-1,partially graded,3,2026-10-21,,
      q-3,active,,l-3,u-1,fully graded,3,2026-10-22,,False
      """)
    var marked = set
    marked["results.csv"] = set["results.csv"]?.replacing(
      "missing,inProgress", with: "missing,incomplete")
    let base = try Sample.base([
      "mappings/own.yaml": Self.mapping.replacing(
        Self.mapping[Self.mapping.range(of: "score_scales:")!.lowerBound...], with: "scale: four")
    ])
    for (set, mark) in [(set, "inProgress"), (marked, "incomplete")] {
      let (plan, merged) = try plan(set, into: base)
      #expect(
        plan.leftOut.map { "\($0.column) \($0.values.map(\.text)) \($0.values.map(\.count))" } == [
          "\(mark) [\"true\"] [1]", "scoreStatus [\"partially graded\"] [1]",
        ])
      let district = try #require(DistrictImporter(source: merged).load().district)
      #expect(district.file(of: "S-9").evidence.count == 1)
    }
  }

  @Test func `a result that its teacher takes back counts no more, until it is graded again`()
    throws
  {
    let (_, first) = try plan(Self.set)
    var set = Self.set
    set["results.csv"] = set["results.csv"]?.replacing(
      "u-1,fully graded,,2026-10-20,,Exemplary", with: "u-1,submitted,,2026-10-20,,")
    let (back, second) = try plan(set, into: first)
    #expect(back.changes.filter { $0.kind == .withdrawn }.map(\.provenance.line) == [2])
    #expect(back.count(.withdrawn) == 1 && back.filteredCount == 1)
    let withdrawn = try #require(DistrictImporter(source: second).load().district)
    #expect(withdrawn.file(of: "S-9").evidence.map(\.status).contains(.withdrawn))
    let (same, _) = try plan(set, into: second)
    #expect(same.files.isEmpty && same.count(.withdrawn) == 0 && same.filteredCount == 2)
    set["results.csv"] = set["results.csv"]?.replacing(
      "u-1,submitted,,2026-10-20,,", with: "u-1,fully graded,,2026-10-20,,Proficient")
    let (graded, third) = try plan(set, into: second)
    #expect(graded.count(.changed) == 1)
    let district = try #require(DistrictImporter(source: third).load().district)
    #expect(
      district.file(of: "S-9").evidence.last {
        $0.demonstratedOn == CalendarDate(iso: "2026-10-20")
      }?.rating?.level == 1)
    // The export in which it was only handed in is older by now, and takes nothing back.
    set["results.csv"] = Self.set["results.csv"]?.replacing(
      "u-1,fully graded,,2026-10-20,,Exemplary", with: "u-1,submitted,,2026-10-20,,")
    let (stale, _) = try plan(set, into: third)
    #expect(stale.count(.older) == 1 && stale.count(.withdrawn) == 0 && stale.files.isEmpty)
    #expect(stale.diagnostics.all.contains { $0.code == .olderExport })
  }

  @Test func `a set in which a result was deleted is older once it was graded again`() throws {
    let (_, first) = try plan(Self.set)
    var (deleted, graded) = (Self.set, Self.set)
    deleted["results.csv"] = Self.set["results.csv"]?.replacing(
      "q-1,active", with: "q-1,tobedeleted")
    graded["results.csv"] = Self.set["results.csv"]?.replacing("Exemplary", with: "Proficient")
    let (back, second) = try plan(deleted, into: first)
    #expect(back.count(.withdrawn) == 1)
    let (again, third) = try plan(graded, into: second)
    #expect(again.count(.changed) == 1)
    let (stale, _) = try plan(deleted, into: third)
    #expect(stale.count(.withdrawn) == 0 && stale.count(.older) == 1 && stale.files.isEmpty)
    let problem = try #require(stale.diagnostics.all.first { $0.code == .olderExport })
    #expect(problem.message.hasPrefix("the source takes the row back"))
  }

  @Test func `what was moved by the crosswalk is taken back where it is now`() throws {
    let (_, first) = try plan(Self.set)
    let entry =
      "kind,theirs,ours,system,decided_by,decided_on\n"
      + "competency,MA.1,EN.1,,I. Calloway,2026-10-01\n"
    let (moved, second) = try plan(
      Self.set, into: .merging(first, ["mappings/crosswalk.csv": Array(entry.utf8)]))
    #expect(moved.count(.withdrawn) == 2)
    var set = Self.set
    set["results.csv"] = Self.set["results.csv"]?.replacing("q-1,active", with: "q-1,tobedeleted")
    let (back, third) = try plan(set, into: second)
    #expect(back.count(.withdrawn) == 1)
    let evidence = try #require(DistrictImporter(source: third).load().district)
      .file(of: "S-9").evidence
    let replaced = Set(evidence.compactMap(\.replaces))
    #expect(!evidence.contains { $0.status == .rated && !replaced.contains($0.id) })
  }

  @Test
  func `rows that name a user whose own row is set aside say so, and disabled users are told`()
    throws
  {
    var set = Self.set
    set["users.csv"] = set["users.csv"]?.replacing("S-9,11,Ada", with: "S-9,\"10,11\",Ada")
    let (plan, _) = try plan(set)
    let found = plan.rejectedRows.filter { $0.file == "enrollments.csv" }.flatMap(\.diagnostics)
    #expect(found.map(\.code) == [.namesRejectedRow])
    #expect(found.first?.message.contains("whose own row") == true)
    var disabled = Self.set
    disabled["users.csv"] = disabled["users.csv"]?.replacing(
      "u-1,active,,true", with: "u-1,active,,false")
    let (told, _) = try self.plan(disabled)
    #expect(told.diagnostics.all.map(\.code).contains(.inactiveInSource))
    #expect(told.changes.contains { $0.path == "students.csv" && $0.kind == .added })
  }
}
