import Diagnostics
import Testing
import TranscriptLayout
import TranscriptModel

@Suite("Template problems") struct TemplateProblemTests {
  /// The official template with one file changed.
  private func files(_ name: String, _ change: (String) -> String) -> TemplateFiles {
    var files = TemplateFolder.files("official")
    let text = String(decoding: files.files[name] ?? [], as: UTF8.self)
    files.files[name] = Array(change(text).utf8)
    return files
  }

  private func problems(_ files: TemplateFiles) -> [Diagnostic] {
    do {
      let template = try DocumentTemplate(files)
      _ = try template.layOut(SampleRecord.make(), measurer: FakeMeasurer())
      return []
    } catch {
      return error.diagnostics.sorted
    }
  }

  private func line(of text: String, in name: String) -> Int {
    let source = String(decoding: TemplateFolder.files("official").files[name] ?? [], as: UTF8.self)
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    return (lines.firstIndex { $0.contains(text) } ?? -2) + 1
  }

  @Test("an unknown element is refused with the template's file and line") func unknownElement() {
    let found = problems(
      files("page-1.mustache") {
        $0.replacing("<name>", with: "<nom>").replacing("</name>", with: "</nom>")
      })
    #expect(found.first?.code == LayoutCode.vocabulary)
    #expect(found.first?.location?.file == "templates/official/page-1.mustache")
    #expect(found.first?.location?.line == line(of: "<name>", in: "page-1.mustache"))
  }

  @Test("markup that does not close is refused near its place") func malformed() {
    let found = problems(files("page-2.mustache") { $0.replacing("</pairs>", with: "") })
    #expect(found.first?.code == LayoutCode.markup)
    #expect(found.first?.location?.file == "templates/official/page-2.mustache")
  }

  @Test("a section that does not close is refused with its line") func openSection() {
    let found = problems(
      files("lower-section.mustache") { $0.replacing("{{/narrative}}", with: "") })
    #expect(found.first?.code == LayoutCode.mustache)
    #expect(found.first?.location?.line == line(of: "{{#narrative}}", in: "lower-section.mustache"))
  }

  @Test("a part that the folder does not have is refused, not left out") func missingPart() {
    let found = problems(
      files("document.mustache") { $0.replacing("{{> page-2}}", with: "{{> page-3}}") })
    #expect(found.map(\.code) == [LayoutCode.missingFile])
    #expect(found.first?.location?.line == line(of: "{{> page-2}}", in: "document.mustache"))
  }

  @Test("a part that includes itself, also by way of another, is refused with its line")
  func circle() {
    let found = problems(
      files("lower-section.mustache") { $0 + "{{> page-2}}\n" })
    #expect(Set(found.map(\.code)) == [LayoutCode.mustache])
    #expect(
      Set(found.map(\.location?.file)) == [
        "templates/official/lower-section.mustache", "templates/official/page-2.mustache",
      ])
    let included = line(of: "{{> lower-section}}", in: "page-2.mustache")
    #expect(found.contains { $0.location?.line == included })
  }

  @Test(
    "sizes that make a page unreadable are refused with their line",
    arguments: [
      ("text.data: sans 9/12 ink", "text.data: sans 14/12 ink"),
      ("text.data: sans 9/12 ink", "text.data: sans 4/12 ink"),
      ("grid.line: 12", "grid.line: 5"), ("page.side: 42", "page.side: 290"),
    ])
  func unreadable(old: String, new: String) {
    let found = problems(files("style.yaml") { $0.replacing(old, with: new) })
    #expect(found.first?.code == LayoutCode.styleValue)
    #expect(found.first?.location?.line == line(of: old, in: "style.yaml"))
  }

  @Test("columns wider than their place, and rows of another count, are refused at their element")
  func columns() {
    let wide = problems(
      files("page-1.mustache") { $0.replacing("300 _22 1fr", with: "600 _22 1fr") })
    #expect(wide.first?.location?.file == "templates/official/page-1.mustache")
    #expect(
      wide.first?.location?.line
        == line(of: "<columns widths=\"300 _22 1fr\">", in: "page-1.mustache"))
    let row = "<cell>{{earned}}</cell><cell>{{inProgress}}</cell>"
    let short = problems(
      files("page-1.mustache") { $0.replacing(row, with: "<cell>{{earned}}</cell>") })
    #expect(short.first?.location?.line == line(of: row, in: "page-1.mustache"))
  }

  @Test("a misspelt length is refused, and so is the one that is then missing")
  func misspeltLength() {
    let found = problems(files("style.yaml") { $0.replacing("page.side:", with: "page.sides:") })
    #expect(found.map(\.code) == [LayoutCode.styleValue, LayoutCode.styleValue])
    #expect(
      Set(found.map(\.message)) == ["no length is called `page.sides`", "`page.side` is missing"])
  }

  @Test("a role of a colour that is not defined is refused with its line") func unknownColor() {
    let found = problems(
      files("style.yaml") {
        $0.replacing("text.note: sans 9/12 soft", with: "text.note: sans 9 gray")
      })
    #expect(found.first?.location?.line == line(of: "text.note:", in: "style.yaml"))
  }

  @Test("an English table of the district has every phrase of the product's, with its values")
  func ownEnglish() {
    var files = TemplateFolder.files("official")
    files.reference = files.phrases
    let english = String(decoding: files.phrases["en"] ?? [], as: UTF8.self)
    files.phrases["en"] = Array(
      english.replacing("page: \"Page {page}", with: "page: \"Page {side}")
        .replacing("section-courses:", with: "section-studies:").utf8)
    #expect(
      Set(problems(files).map(\.code)) == [LayoutCode.phraseFields, LayoutCode.missingPhrase])
  }

  @Test("a tag without escaping is refused") func unescaped() {
    let found = problems(
      files("page-1.mustache") { $0.replacing("{{student.name}}", with: "{{{student.name}}}") })
    #expect(found.contains { $0.code == LayoutCode.unescaped })
  }

  @Test("a pale accent is refused: 7:1 is the least") func paleAccent() {
    // #767676 on white is 4.54:1: enough for text, not for an accent.
    let found = problems(files("style.yaml") { $0.replacing("#12524B", with: "#767676") })
    #expect(found.map(\.code) == [LayoutCode.contrast])
  }

  @Test("all problems of a style file come in one run") func allAtOnce() {
    let found = problems(
      files("style.yaml") {
        $0.replacing("page.side: 42", with: "page.side: wide")
          .replacing("text.label: sans 8/12", with: "text.label: comic 8/12")
          .replacing("page.top: 36", with: "page.top 36")
      })
    #expect(found.filter { $0.code == LayoutCode.styleValue }.count == 2)
    #expect(found.filter { $0.code == LayoutCode.syntax }.count == 1)
  }

  @Test("a missing phrase is refused by its key") func missingPhrase() throws {
    var files = TemplateFolder.files("family")
    let spanish = String(decoding: files.phrases["family-es"] ?? [], as: UTF8.self)
    files.phrases["family-es"] = Array(
      spanish.split(separator: "\n").filter { !$0.hasPrefix("lede-needs:") }
        .joined(separator: "\n").utf8)
    let failure = #expect(throws: LayoutFailure.self) { try DocumentTemplate(files) }
    let found = try #require(failure?.diagnostics.sorted.first)
    #expect(found.code == LayoutCode.missingPhrase)
    #expect(found.message == "no phrase `lede-needs`")
  }

  @Test("contrast is worked out as WCAG says") func contrast() throws {
    let ink = try #require(RGBColor(hex: "#1B1D1F"))
    let soft = try #require(RGBColor(hex: "#3F4549"))
    let accent = try #require(RGBColor(hex: "#12524B"))
    // Measured values of the design's section 4.
    #expect(abs(ink.contrast(with: .white) - 16.9) < 0.05)
    #expect(abs(soft.contrast(with: .white) - 9.7) < 0.05)
    #expect(abs(accent.contrast(with: .white) - 9.0) < 0.05)
  }

  @Test(
    "the project's own templates pass their check",
    arguments: ["official", "family", "family-phone", "competencies", "guide", "profile"])
  func ownTemplates(folder: String) throws {
    let template = try DocumentTemplate(TemplateFolder.files(folder))
    let records =
      DocumentStatus.allCases.map { SampleRecord.make(status: $0) }
      + SampleRecord.classRecords.prefix(folder == "profile" ? 24 : 1) + [
        SampleRecord.make(
          institutions: [], gradePoints: nil, notations: [], experiences: [], narrative: nil)
      ]
    let problems = template.check(
      records, vocabulary: TemplateFolder.vocabulary, measurer: FakeMeasurer())
    #expect(problems.sorted.map { "\($0.location?.description ?? ""): \($0.message)" } == [])
  }

  @Test("a check names unknown values, phrases and attributes with their lines")
  func checkFindings() throws {
    let template = try DocumentTemplate(
      files("page-1.mustache") {
        $0.replacing("{{student.name}}", with: "{{student.nickname}}")
          .replacing("{{p.section-credits}}", with: "{{p.section-debits}}")
          .replacing("<name>", with: "<name colour=\"red\">")
      })
    let found = template.check(
      [SampleRecord.make()], vocabulary: TemplateFolder.vocabulary, measurer: FakeMeasurer()
    ).sorted
    #expect(
      found.contains { $0.code == LayoutCode.unknownValue && $0.message.contains("nickname") })
    #expect(found.contains { $0.code == LayoutCode.missingPhrase })
    let attribute = found.first { $0.code == LayoutCode.vocabulary }
    #expect(attribute?.location?.line == line(of: "<name>", in: "page-1.mustache"))
    #expect(attribute?.message.contains("colour") ?? false)
  }
}
