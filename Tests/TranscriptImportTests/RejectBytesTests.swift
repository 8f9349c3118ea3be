import Diagnostics
import Testing
import TranscriptModel

@testable import TranscriptImport

/// Rejected rows keep their bytes, and tables keep theirs when rows are added.
@Suite struct RejectBytesTests {
  private static let header =
    "evidence_id,student_id,competency,demonstrated_on,level,assessment_type,purpose,title"

  private func rejects(
    _ bytes: [UInt8], path: String = "e.csv", mapping: String? = nil,
    changes: [String: String] = [:]
  ) throws -> [UInt8] {
    var options = ImportPlanner.Options()
    options.mapping = mapping
    let plan = ImportPlanner(district: try Sample.base(changes), options: options)
      .plan([InputFile(path: path, bytes: bytes)])
    return try #require(plan.rejects.first?.files.first).bytes
  }

  /// A mapping of two columns; everything else is constant.
  private static func mapping(_ name: String, id: String, student: String) -> String {
    """
    mapping: \(name)
    table: evidence
    columns:
      evidence_id: \(id)
      student_id: \(student)
      competency: { constant: MA.1 }
      demonstrated_on: { constant: 2026-10-01 }
      level: { constant: PR }
      assessment_type: { constant: test }
      purpose: { constant: summative }
      title: \(id)

    """
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `a mark at the beginning and line ends stay as they are`(end: String) throws {
    let bad = "e-8,S-77,MA.1,2026-10-20,PR,test,summative,Bridge"
    let good = "e-9,S-1,MA.1,2026-10-20,PR,test,summative,Bridge"
    let text = "\u{FEFF}" + [Self.header, bad, good, ""].joined(separator: end)
    let kept = "\u{FEFF}" + [Self.header, bad, ""].joined(separator: end)
    #expect(try rejects(Array(text.utf8)) == Array(kept.utf8))
  }

  @Test func `each row keeps its own line end`() throws {
    let first = "e-8,S-77,MA.1,2026-10-20,PR,test,summative,Bridge\r\n"
    let second = "e-9,S-77,MA.1,2026-10-20,PR,test,summative,Bridge\n"
    let text = Self.header + "\n" + first + second
    #expect(try rejects(Array(text.utf8)) == Array(text.utf8))
  }

  @Test(
    arguments: [
      ("utf-16", true, [0xFE, 0xFF]), ("utf-16", false, [0xFF, 0xFE]), ("utf-16", false, []),
      ("utf-16be", true, []),
    ] as [(String, Bool, [UInt8])])
  func `UTF-16 stays as it was, whichever half comes first`(
    encoding: String, isBig: Bool, mark: [UInt8]
  ) throws {
    let mapping = Self.mapping("wide", id: "ID", student: "Who") + "encoding: \(encoding)\n"
    let bytes =
      mark
      + "ID,Who\r\nŁ,S-77\r\n".utf16.flatMap { unit -> [UInt8] in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 255))
        return isBig ? [high, low] : [low, high]
      }
    #expect(
      try rejects(bytes, mapping: "wide", changes: ["mappings/wide.yaml": mapping]) == bytes)
  }

  @Test(arguments: [
    "Suspensions", "Expulsions", "Meal Status", "Meals", "Exceptionality", "Social Sec", "password",
    "Detentions", "mealStatus",
  ])
  func `confidential columns have no way into a reject file or a title`(name: String) throws {
    let mapping = Self.mapping("plain", id: "N", student: "S")
    let kept = try rejects(
      Array("N,S,\(name)\n1,S-77,CANARY\n".utf8), mapping: "plain",
      changes: ["mappings/plain.yaml": mapping])
    #expect(String(decoding: kept, as: UTF8.self) == "N,S\n1,S-77\n")
    let title = mapping.replacing("title: N", with: "title: \(name)")
    let checked = DistrictImporter(source: try Sample.base(["mappings/plain.yaml": title])).check()
    #expect(checked.diagnostics.all.map(\.code) == [.confidentialColumn])
  }

  @Test func `ways to reach a person are not copied from a OneRoster set`() throws {
    let users =
      "sourcedId,status,enabledUser,username,userIds,givenName,familyName,identifier,email,sms,"
      + "phone,role,grades,password\n"
      + "u1,,true,CANARY,,Ada,Quay,S 8,CANARY,CANARY,CANARY,student,11,CANARY\n"
    let plan = ImportPlanner(district: try Sample.base([:]))
      .plan([InputFile(path: "users.csv", bytes: Array(users.utf8))])
    #expect(plan.rejectedRows.count == 1)
    let text = plan.rejects.flatMap(\.files).map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(text.joined().contains("Quay") && !text.joined().contains("CANARY"))
  }

  @Test func `a table keeps its mark, its empty lines and every other byte`() throws {
    let students =
      "\u{FEFF}\"student_id\",legal_first,legal_last,birth_date,grade_level,class_of,source\r\n"
      + "S-1,\"Ilka\",Brandt,2010-02-03,11,2028,\n\r\nS-2,Teo,Marsh,2010-05-06,11,2028,"
    let new =
      "student_id,legal_first,legal_last,birth_date,grade_level,class_of\n"
      + "S-3,Rue,Quay,2010-07-08,11,2028\n"
    let base = try Sample.base(["students.csv": students])
    let plan = ImportPlanner(district: base)
      .plan([InputFile(path: "new.csv", bytes: Array(new.utf8))])
    let text = String(decoding: try #require(plan.files["students.csv"]), as: UTF8.self)
    #expect(text.utf8.starts(with: students.utf8))
    let added = Array(text.utf8.dropFirst(students.utf8.count))
    #expect(added.starts(with: "\r\nS-3,Rue,Quay,2010-07-08,11,2028,new.csv:2 sha256:".utf8))
    #expect(added.suffix(2).elementsEqual("\r\n".utf8))
  }

  @Test func `what was not read of a file is said`() throws {
    let long =
      "e-8,S-1,MA.1,2026-10-20,PR,test,summative,\"" + String(repeating: "x", count: 9 << 20)
    let good = "e-7,S-1,MA.1,2026-10-20,PR,test,summative,Bridge"
    let text = [Self.header, good, long].joined(separator: "\n")
    let plan = ImportPlanner(district: try Sample.base([:]))
      .plan([InputFile(path: "e.csv", bytes: Array(text.utf8))])
    #expect(plan.unread == [SourceLocation(file: "e.csv", line: 3)])
    #expect(plan.count(.added) == 1)
  }
}

@Suite struct ConfidentialCutTests {
  @Test(arguments: [
    (#"{"a":1,"iep":"x","b":2}"#, #"{"a":1,"b":2}"#),
    (#"{"iep":{"a":[1,"}"]},  "b":2}"#, #"{"b":2}"#),
    (#"{ "b" : 2 , "iepStatus" : true }"#, #"{ "b" : 2 }"#),
    (
      #"{"e":{"https://x.example/el/score":1,"https://x.example/lunch":[1]}}"#,
      #"{"e":{"https://x.example/el/score":1}}"#
    ),
    (#"{"\u0069ep":1}"#, "{}"), (#"["iep", "lunch"]"#, #"["iep", "lunch"]"#),
    (#"{"a":"\"iep\":1"}"#, #"{"a":"\"iep\":1"}"#), (#"{"a":1"#, #"{"a":1"#),
    (#"{"a":"x, "iep": 1}"#, ""), (#"{"a":"unclosed}"#, #"{"a":"unclosed}"#),
  ])
  func `confidential members are cut out of JSON, and nothing else`(text: String, kept: String) {
    #expect(ConfidentialCut.keeping(Array(text.utf8)) == Array(kept.utf8))
  }
}
