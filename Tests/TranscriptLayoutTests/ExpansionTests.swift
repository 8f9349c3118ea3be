import Diagnostics
import Testing
import TranscriptModel

@testable import TranscriptLayout

@Suite("Expansion") struct ExpansionTests {
  /// The words and tags, whatever white space is between them.
  private func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

  private func expansion(_ files: TemplateFiles) -> TemplateExpansion {
    var problems = DiagnosticList()
    return TemplateExpansion(files, problems: &problems)
  }

  @Test("official templates expand to what the Mustache library makes of them")
  func official() throws {
    let files = TemplateFolder.files("official")
    let expansion = expansion(files)
    let phrases = try #require(try DocumentTemplate(files).phrases["en"])
    for status in DocumentStatus.allCases {
      let values = OfficialContext(SampleRecord.make(status: status), phrases: phrases).values
      let quick = words(expansion.expanded(values, isLocated: false))
      #expect(quick.count > 500)
      #expect(quick == words(expansion.expandedByLibrary(values, isLocated: false)))
    }
  }

  @Test("family templates expand to what the Mustache library makes of them")
  func family() throws {
    let files = TemplateFolder.files("family")
    let expansion = expansion(files)
    for (_, phrases) in try DocumentTemplate(files).phrases {
      let values = FamilyContext(SampleRecord.make(), phrases: phrases).values
      #expect(
        words(expansion.expanded(values, isLocated: false))
          == words(expansion.expandedByLibrary(values, isLocated: false)))
    }
  }

  @Test(
    "each kind of tag does what Mustache says",
    arguments: [
      ("{{a}}", "x &lt;y&gt;"), ("{{missing}}", ""), ("{{o.a}}", "inner"), ("{{o.z}}", ""),
      ("{{#o}}{{a}}{{/o}}", "inner"), ("{{#o}}{{b}}{{/o}}", "outer"),
      ("{{#list}}[{{.}}]{{/list}}", "[1][2]"), ("{{#rows}}{{n}}{{/rows}}", "pq"),
      ("{{#yes}}y{{/yes}}{{#no}}n{{/no}}", "y"), ("{{^no}}n{{/no}}{{^empty}}e{{/empty}}", "ne"),
      ("{{! nothing }}z", "z"), ("{{> part}}!", "part outer!"), ("{{#p}}{{k}}{{/p}}{{p.k}}", "vv"),
      ("a\n{{#yes}}\nb\n{{/yes}}\nc", "a\nb\nc"),
    ])
  func tags(source: String, expected: String) {
    let files = TemplateFiles(
      name: "t",
      files: [
        "document.mustache": Array(source.utf8), "part.mustache": Array("part {{b}}".utf8),
      ], phrases: [:])
    let values: [String: Any] = [
      "a": "x <y>", "b": "outer", "o": ["a": "inner"] as [String: Any], "list": ["1", "2"],
      "rows": [["n": "p"], ["n": "q"]] as [[String: Any]], "yes": true, "no": false,
      "empty": [String](), "p": ["k": "v"],
    ]
    let expansion = expansion(files)
    #expect(expansion.expanded(values, isLocated: false) == expected)
    #expect(expansion.expandedByLibrary(values, isLocated: false) == expected)
  }

  @Test(
    "what only the library knows is left to it",
    arguments: ["{{#a}}", "{{/a}}", "{{#a}}{{/b}}", "{{a", "{{<a}}{{/a}}", "{{index()}}", "{{ }}"])
  func refused(source: String) {
    #expect(CompiledTemplate(source)?.pieces.count == nil)
  }
}
