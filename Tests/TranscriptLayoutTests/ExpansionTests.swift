import Diagnostics
import Testing
import TranscriptModel
import XMLKit

@testable import TranscriptLayout

@Suite("Expansion") struct ExpansionTests {
  /// The words and tags, whatever white space is between them.
  private func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

  private func expansion(_ files: TemplateFiles) -> TemplateExpansion {
    var problems = DiagnosticList()
    return TemplateExpansion(files, problems: &problems)
  }

  /// The tree without places, which only the parser gives.
  private func placeless(_ element: XMLElement) -> XMLElement {
    XMLElement(
      element.name, namespace: element.namespace, attributes: element.attributes,
      children: element.children.map {
        if case .element(let child) = $0 { .element(placeless(child)) } else { $0 }
      })
  }

  /// Whether markup is of the plain form, and read as the parser reads it.
  private func isReadAsParsed(_ markup: String) throws -> Bool {
    XMLDocument.plain(markup) == placeless(try XMLDocument.parse(markup, name: "expansion"))
  }

  @Test("official templates expand to what the Mustache library makes of them")
  func official() throws {
    let files = TemplateFolder.files("official")
    let expansion = expansion(files)
    let phrases = try #require(try DocumentTemplate(files).phrases["en"])
    for status in DocumentStatus.allCases {
      let values = OfficialContext(SampleRecord.make(status: status), phrases: phrases).values
      let markup = expansion.expanded(values, isLocated: false)
      #expect(try isReadAsParsed(markup))
      let quick = words(markup)
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
      let markup = expansion.expanded(values, isLocated: false)
      #expect(try isReadAsParsed(markup))
      #expect(
        words(markup)
          == words(expansion.expandedByLibrary(values, isLocated: false)))
    }
  }

  @Test(
    "the other templates expand to markup that is read as the parser reads it",
    arguments: ["competencies", "guide"])
  func others(name: String) throws {
    let files = TemplateFolder.files(name)
    let template = try DocumentTemplate(files)
    let phrases = try #require(template.phrases["en"])
    let values = OfficialContext(SampleRecord.make(), phrases: phrases, kind: template.kind).values
    #expect(try isReadAsParsed(expansion(files).expanded(values, isLocated: false)))
  }

  @Test("what would be markup in a value is text in every place")
  func markupInValues() throws {
    let absurd = "<b a='1'>&{{7*7}}%n]]></b>\u{2014}\u{E9} \u{201C}\u{4F60}\u{201D} &amp;"
    let files = TemplateFiles(
      name: "t", files: ["document.mustache": Array("<a b=\"{{v}}\">{{v}}</a>".utf8)], phrases: [:])
    let markup = expansion(files).expanded(["v": absurd], isLocated: false)
    #expect(
      XMLDocument.plain(markup)
        == XMLElement(
          "a", attributes: [XMLAttribute("b", absurd)], children: [.text(absurd)]))
    #expect(try isReadAsParsed(markup))
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
