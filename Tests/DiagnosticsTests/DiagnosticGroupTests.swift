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

  @Test func `a thousand unknown ids are one cause, and two are told one by one`() {
    func problem(_ id: String, _ line: Int) -> Diagnostic {
      Diagnostic(
        code, at: SourceLocation(file: "e.csv", line: line), "the student \"\(id)\" is not there")
    }
    let few = DiagnosticGroup.groups([problem("S-1", 2), problem("S-2", 3), problem("S-1", 4)])
    #expect(few.map(\.count) == [2, 1])
    let many = DiagnosticGroup.groups((1...1_000).map { problem("S-\($0 % 500)", $0) })
    #expect(many.count == 1)
    #expect(many[0].messageCount == 500)
    #expect(
      many.map { DiagnosticText().render($0) } == [
        """
        e.csv:1: warning: the student "S-1" is not there [odd-cell]
          = and in 999 more rows, line 2, 3, 4, 5, 6, 7, 8, 9, …; with 499 other values: \
        "S-2", "S-3", "S-4", "S-5", "S-6", "S-7", "S-8", "S-9", …

        """
      ])
    let json = many[0].json.canonicalText
    #expect(json.contains("\"count\":1000"))
    #expect(json.contains("\"messages\":500"))
  }

  @Test func `a fix that is not that of all rows is said to be for the first`() {
    let problems = [("write 2026-09-18", 2), ("write 2026-09-19", 3)].map { fix, line in
      Diagnostic(code, at: SourceLocation(file: "e.csv", line: line), "it is odd", hint: fix)
    }
    let text = DiagnosticGroup.groups(problems).map { DiagnosticText().render($0) }.joined()
    #expect(text.contains("  = fix here: write 2026-09-18\n  = and in 1 more row, line 3\n"))
  }

  @Test func `messages that differ in a number have one cause`() {
    let problems = (1...9).map {
      Diagnostic(code, at: SourceLocation(file: "e.csv", line: $0), "the row has \($0) cells")
    }
    #expect(DiagnosticGroup.groups(problems).map(\.count) == [9])
  }
}
