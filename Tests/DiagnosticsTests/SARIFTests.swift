import Diagnostics
import Testing

@Suite struct SARIFTests {
  private let code = DiagnosticCode("odd-cell", .warning, summary: "S.", remedy: "R.")

  @Test func `personal excerpts never travel`() {
    let problem = Diagnostic(
      code, at: SourceLocation(file: "s.csv", line: 1), "it is odd",
      excerpt: Excerpt(cell: "CANARY", isPersonal: true))
    #expect(!DiagnosticSARIF().log([problem], version: "1").canonicalText.contains("CANARY"))
  }
}
