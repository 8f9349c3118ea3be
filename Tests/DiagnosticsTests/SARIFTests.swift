import Diagnostics
import Testing

@Suite struct SARIFTests {
  private let code = DiagnosticCode("odd-cell", .warning, summary: "S.", remedy: "R.")

  @Test func `a problem becomes a result with its rule, place and fix`() {
    let problem = Diagnostic(
      code, at: SourceLocation(file: "evidence/a b.csv", line: 4, column: 7), "it is odd",
      excerpt: Excerpt(cell: "5"), hint: "write 4",
      related: [.init("first here", at: SourceLocation(file: "x.csv", line: 2))])
    let text = DiagnosticSARIF(version: "1").log([problem]).canonicalText
    #expect(
      text.contains(
        #""locations":[{"physicalLocation":{"artifactLocation":{"uri":"evidence/a%20b.csv","#
          + #""uriBaseId":"DISTRICT"},"region":{"snippet":{"text":"5"},"startColumn":7,"startLine":4}}}]"#
      ))
    #expect(text.contains(#""message":{"text":"it is odd Fix: write 4"}"#))
    #expect(text.contains(#""ruleId":"odd-cell","ruleIndex":0"#))
    #expect(text.contains(#""version":"2.1.0""#))
    #expect(text.contains(#""startLine":2"#))
  }

  @Test func `personal excerpts never travel`() {
    let problem = Diagnostic(
      code, at: SourceLocation(file: "s.csv", line: 1), "it is odd",
      excerpt: Excerpt(cell: "CANARY", isPersonal: true))
    #expect(!DiagnosticSARIF(version: "1").log([problem]).canonicalText.contains("CANARY"))
  }

  @Test func `a thousand problems with one cause are shown once`() {
    let problems = (1...1_000).map {
      Diagnostic(code, at: SourceLocation(file: "e.csv", line: $0), "it is odd")
    }
    let other = Diagnostic(code, at: SourceLocation(file: "f.csv", line: 1), "it is odd")
    let text = DiagnosticText().renderGrouped(problems + [other])
    #expect(
      text == """
        e.csv:1: warning: it is odd [odd-cell]
          = and in 999 more rows, line 2, 3, 4, 5, 6, 7, 8, 9, …
        f.csv:1: warning: it is odd [odd-cell]

        """)
  }
}
