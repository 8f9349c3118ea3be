import CodeSamples
import Diagnostics
import Testing
import TranscriptLayout
import TranscriptModel

/// Every code of this stage has a sample and the text that is printed for it.
@Suite struct CodeSampleTests {
  private typealias Change = @Sendable (inout TemplateFiles) -> Void

  /// A change of one file of the official template.
  private static func text(
    _ name: String, _ old: String, _ new: String
  ) -> Change {
    { files in
      let text = String(decoding: files.files[name] ?? [], as: UTF8.self)
      files.files[name] = Array(text.replacing(old, with: new).utf8)
    }
  }

  private static let official: [(DiagnosticCode, Change)] = [
    (LayoutCode.missingFile, { $0.files["style.yaml"] = nil }),
    (LayoutCode.encoding, { $0.files["style.yaml"] = [0xFF, 0x0A] }),
    (LayoutCode.syntax, text("style.yaml", "page.top: 36", "page.top 36")),
    (LayoutCode.duplicateKey, text("style.yaml", "page.top: 36", "page.top: 36\npage.top: 36")),
    (LayoutCode.styleValue, text("style.yaml", "page.side: 42", "page.side: wide")),
    (LayoutCode.contrast, text("style.yaml", "#12524B", "#767676")),
    (LayoutCode.mustache, text("lower-section.mustache", "{{/narrative}}", "")),
    (LayoutCode.unescaped, text("page-1.mustache", "{{student.name}}", "{{{student.name}}}")),
    (LayoutCode.markup, text("page-2.mustache", "</pairs>", "")),
    (LayoutCode.vocabulary, text("page-1.mustache", "<name>", "<name colour=\"red\">")),
    (
      LayoutCode.unknownValue,
      text("page-1.mustache", "{{student.name}}", "{{student.nickname}}")
    ),
    (LayoutCode.overflow, text("style.yaml", "page.top: 36", "page.top: 700")),
  ]

  private static func problems(_ files: TemplateFiles) -> [Diagnostic] {
    do {
      let template = try DocumentTemplate(files)
      let found = template.check(
        [SampleRecord.make()], vocabulary: TemplateFolder.vocabulary, measurer: FakeMeasurer())
      if found.hasErrors { return found.sorted }
      _ = try template.layOut(SampleRecord.make(), measurer: FakeMeasurer())
      return found.sorted
    } catch {
      return error.diagnostics.sorted
    }
  }

  @Test func `every code has a sample`() {
    let others = [LayoutCode.missingPhrase, LayoutCode.phraseFields, LayoutCode.profileValue]
    #expect(Set(Self.official.map(\.0) + others) == Set(LayoutCode.all))
  }

  @Test(arguments: official.indices)
  func `a damaged template is reported as expected`(index: Int) throws {
    var files = TemplateFolder.files("official")
    Self.official[index].1(&files)
    try CodeSample.expect(Self.official[index].0, among: Self.problems(files), hidingLines: true)
  }

  @Test(arguments: [
    (LayoutCode.missingPhrase, "and: ", "an: "), (LayoutCode.phraseFields, "{pages}", "{sheets}"),
  ])
  func `a damaged phrase table is reported as expected`(
    code: DiagnosticCode, old: String, new: String
  ) throws {
    var files = TemplateFolder.files("family")
    let text = String(decoding: files.phrases["family-es"] ?? [], as: UTF8.self)
    files.phrases["family-es"] = Array(text.replacing(old, with: new).utf8)
    let failure = try #require(throws: LayoutFailure.self) { try DocumentTemplate(files) }
    try CodeSample.expect(code, among: failure.diagnostics.sorted, hidingLines: true)
  }

  @Test func `a line of the profile that says nothing is reported as expected`() throws {
    var problems = DiagnosticList()
    _ = SchoolProfileAnswers(
      Array("mascot: A heron\n".utf8), name: "profile.yaml", problems: &problems)
    try CodeSample.expect(LayoutCode.profileValue, among: problems.sorted, hidingLines: true)
  }
}
