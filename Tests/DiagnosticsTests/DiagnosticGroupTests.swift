import Diagnostics
import Testing

@Suite struct DiagnosticGroupTests {
  private let code = DiagnosticCode("odd-cell", .warning, summary: "S.", remedy: "R.")

  @Test func `a thousand problems with one cause are shown once`() {
    let problems = (1...1_000).map {
      Diagnostic(code, at: SourceLocation(file: "e.csv", line: $0), "it is odd")
    }
    let other = Diagnostic(code, at: SourceLocation(file: "f.csv", line: 1), "it is odd")
    let groups = DiagnosticGroup.groups(problems + [other])
    let text = groups.map { DiagnosticText().render($0) }.joined()
    #expect(
      text == """
        e.csv:1: warning: it is odd [odd-cell]
          = and in 999 more rows, line 2, 3, 4, 5, 6, 7, 8, 9, …
        f.csv:1: warning: it is odd [odd-cell]

        """)
  }
}
