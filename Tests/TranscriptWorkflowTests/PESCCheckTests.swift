import Diagnostics
import Testing
import TranscriptWorkflow

/// `check --for pesc` finds what will not fit, at its place in the district's files.
@Suite struct PESCCheckTests {
  private static func checked(
    _ file: String, _ old: String, _ new: String
  ) throws -> [Diagnostic] {
    var files = try Project.example("tiny")
    let text = String(decoding: try #require(files["district/\(file)"]), as: UTF8.self)
    #expect(text.contains(old), "\(file) holds no \(old)")
    files["district/\(file)"] = Array(text.replacing(old, with: new).utf8)
    let loaded = Project.load(files)
    let known = Set(loaded.diagnostics)
    return loaded.checkedForPESC(asOf: Project.day).diagnostics.filter { !known.contains($0) }
  }

  private static func line(_ file: String, with text: String) throws -> Int {
    let bytes = try #require(try Project.example("tiny")["district/\(file)"])
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    return try #require(lines.firstIndex { $0.contains(text) }) + 1
  }

  @Test func `A district that fits has nothing to report`() throws {
    let loaded = Project.load(try Project.example("thistlemere"))
    let known = Set(loaded.diagnostics)
    let found = loaded.checkedForPESC(asOf: Project.day).diagnostics.filter { !known.contains($0) }
    #expect(found.isEmpty, "\(found)")
  }

  @Test func `A name that is too long is reported at the student's row, with limit and length`()
    throws
  {
    // 36 code points; PESC: FirstNameType, at most 35.
    let name = String(repeating: "A", count: 36)
    let found = try Self.checked("students.csv", "Wren", name)
    #expect(found.count == 1, "\(found)")
    let first = try #require(found.first)
    #expect(first.code.name == "pesc-too-long")
    #expect(first.location?.file == "students.csv")
    #expect(first.location?.line == (try Self.line("students.csv", with: "Wren")))
    #expect(first.message.contains("record 1:") && first.message.contains("/Name/FirstName"))
    #expect(first.message.contains("1 to 35 characters, this has 36"))
    #expect(first.excerpt?.isPersonal == true && first.hint?.isEmpty == false)
  }

  @Test func `A course's title that will not fit is refused at its row before anything is mapped`()
    throws
  {
    let title = "Data and Maps"
    var files = try Project.example("tiny")
    let long = "Maps, " + String(repeating: "maps, ", count: 9) + "maps"  // 64 characters
    let text = String(decoding: try #require(files["district/courses.csv"]), as: UTF8.self)
    files["district/courses.csv"] = Array(text.replacing(title, with: "\"\(long)\"").utf8)
    let found = Project.load(files).diagnostics.filter { $0.code.name == "title-too-long" }
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.location?.file == "courses.csv")
    #expect(found.first?.location?.line == (try Self.line("courses.csv", with: title)))
    #expect(found.first?.message.contains("64 characters") == true)
  }

  /// Each value at its row, with the column that has to be mended.
  private static func check(
    adding rows: String, to file: String, element: String, hint: String, length: Int? = nil
  ) throws {
    var files = try Project.example("thistlemere")
    let text = String(decoding: try #require(files["district/\(file)"]), as: UTF8.self)
    files["district/\(file)"] = Array((text + rows).utf8)
    let loaded = Project.load(files)
    let known = Set(loaded.diagnostics)
    let found = loaded.checkedForPESC(asOf: Project.day).diagnostics.filter { !known.contains($0) }
    let first = try #require(found.first { $0.message.contains("/\(element):") }, "\(found)")
    #expect(first.location?.file == file && (first.location?.line ?? 0) > 1)
    #expect(first.hint == hint)
    if let length { #expect(first.message.hasSuffix("this has \(length)")) }
  }

  @Test func `An institution that is too long is mended in transfer.csv`() throws {
    let name = String(repeating: "Far ", count: 16) + "School"
    try Self.check(
      adding:
        "T-999,27024,\(name),transfer,English I,B,1,humanities,2024-06-14,9,,regular,\n",
      to: "transfer.csv", element: "OrganizationName",
      hint: "correct institution in transfer.csv")
  }

  @Test func `A fourth line of an address is reported before anything is rendered`() throws {
    let found = try Self.checked(
      "district.yaml", "address: [1 Slipway]",
      "address: [1 Slipway, Floor 2, Room 3, Desk 4]")
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.code.name == "pesc-too-long")
    #expect(found.first?.message.contains("3 lines of an address; there are 4") == true)
    #expect(
      found.first?.location?.line == (try Self.line("district.yaml", with: "address:")))
    #expect(found.first?.hint == "write the address on at most three lines in district.yaml")
  }

  @Test func `A posted graduation that is not met is found before the day`() throws {
    let found = try Self.checked(
      "students.csv",
      "class_of\n1,Wren,Abernathy-Quist,2009-04-02,12,2027\n2,José,Ibarra "
        + "Łuczak,2009-11-19,12,2027",
      "class_of,graduated_on,graduation_authorized_by\n1,Wren,Abernathy-Quist,2009-04-02,12,2027,,\n"
        + "2,José,Ibarra Łuczak,2009-11-19,12,2027,2026-10-14,Ottoline Marsh")
    #expect(found.map(\.code.name) == ["graduation-posted-but-unmet"], "\(found)")
    #expect(found.first?.location?.line == 3)
  }

  @Test func `A value of district yaml or policy yaml is reported once, at its line`() throws {
    let word = String(repeating: "x", count: 90)
    for (file, old, new, hint) in [
      (
        "policy.yaml", "title: One year of mathematics", "title: \(word)",
        "correct plans.title in policy.yaml: none of its words may have more than 80 characters"
      ),
      (
        "policy.yaml", "description: \"First steps; no credit is awarded\"",
        "description: \(word)",
        "correct scale.levels.description in policy.yaml: none of its words may have more than 80 "
          + "characters"
      ),
      ("district.yaml", "city: Pebble Point", "city: P", "correct school.city in district.yaml"),
    ] {
      let found = try Self.checked(file, old, new)
      #expect(found.count == 1, "\(found)")
      #expect(found.first?.location?.file == file)
      let key = String(old.prefix { $0 != ":" }) + ":"
      let lines = String(
        decoding: try #require(try Project.example("tiny")["district/\(file)"]), as: UTF8.self
      ).split(separator: "\n", omittingEmptySubsequences: false)
      let line = try #require(lines.firstIndex { $0.contains(old) }) + 1
      #expect(found.first?.location?.line == line, "\(key)")
      #expect(found.first?.hint == hint)
      #expect(found.first?.message.contains("(and 1 other)") == true)
    }
  }

  @Test func `A phone number with an extension fits`() throws {
    #expect(
      try Self.checked(
        "district.yaml", "  monogram: P", "  phone: (860) 555-0117 ext. 1234\n  monogram: P"
      ).isEmpty)
  }

  @Test func `A word of an honour's detail that is too long has its line, and its own length`()
    throws
  {
    try Self.check(
      adding: "26003,honor,An honour,\(String(repeating: "x", count: 81)),2026-06-05\n",
      to: "notations.csv", element: "NoteMessage[1]",
      hint: "correct detail, of which no word may have more than 80 characters, in notations.csv",
      length: 81)
  }

  @Test func `A detail that is too long is mended in notations.csv`() throws {
    let detail = String(repeating: "very ", count: 13) + "long"
    try Self.check(
      adding: "26003,seal-of-biliteracy,A seal,\(detail),2026-06-05\n",
      to: "notations.csv", element: "RAPSubName", hint: "correct detail in notations.csv")
  }
}
