import Diagnostics
import Testing

@Suite struct DiagnosticTests {
  private static let code = DiagnosticCode(
    "unknown-level", .error, summary: "A level is not in the scale.", remedy: "Write one that is.")

  private func diagnostic(_ excerpt: Excerpt, line: Int = 418) -> Diagnostic {
    Diagnostic(
      Self.code, at: SourceLocation(file: "evidence/spring.csv", line: line, column: 7),
      "level \"5\" is not in the scale", excerpt: excerpt, hint: "write one of 1, 2, 3, 4")
  }

  @Test func `A problem is printed with place, excerpt, mark and fix`() {
    let excerpt = Excerpt(text: "S1,MA.1,5,", markStart: 8, markLength: 1)
    #expect(
      DiagnosticText().render(diagnostic(excerpt)) == """
        evidence/spring.csv:418:7: error: level "5" is not in the scale [unknown-level]
          | S1,MA.1,5,
          |         ^
          = fix: write one of 1, 2, 3, 4

        """)
  }

  @Test func `Personal excerpts are hidden unless they are asked for`() {
    let problem = diagnostic(Excerpt(cell: "Nguyễn", isPersonal: true))
    #expect(!DiagnosticText().render(problem).contains("Nguyễn"))
    #expect(DiagnosticText(showsPersonal: true).render(problem).contains("Nguyễn"))
    #expect(!problem.json().canonicalText.contains("Nguyễn"))
    #expect(problem.json(showsPersonal: true).canonicalText.contains("Nguyễn"))
  }

  @Test func `A bidirectional override or a control character cannot reorder the excerpt`() {
    let text = DiagnosticText().render(diagnostic(Excerpt(cell: "a\u{202E}b\u{1B}[2J")))
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }

  @Test func `A very long excerpt is cut around the mark`() {
    let line = String(repeating: "x", count: 5_000) + "HERE" + String(repeating: "y", count: 5_000)
    let text = DiagnosticText().render(
      diagnostic(Excerpt(text: line, markStart: 5_000, markLength: 4)))
    #expect(text.contains("HERE"))
    #expect(text.utf8.count < 500)
  }

  @Test func `Problems are sorted by file, line and column whatever order they came in`() {
    let excerpt = Excerpt(cell: "5")
    let sorted = [diagnostic(excerpt, line: 9), diagnostic(excerpt, line: 10)]
    var list = DiagnosticList()
    for problem in sorted.reversed() { list.add(problem) }
    #expect(list.sorted == sorted)
  }
}
