import Foundation
import Testing

@testable import AttainmentEngine

@Suite("The reference page of the rules")
struct RuleReferenceTests {
  private static let page = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("docs/rules.md")

  @Test("docs/rules.md is what the rules say; UPDATE_DOCS=1 writes it anew")
  func current() throws {
    if ProcessInfo.processInfo.environment["UPDATE_DOCS"] == "1" {
      try RuleReference.markdown.write(to: Self.page, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: Self.page, encoding: .utf8) == RuleReference.markdown)
  }

  @Test("Every rule says what it decides, why, by which example and on whose authority")
  func complete() {
    let rules = RuleCatalogue.documentation
    #expect(Set(rules.map(\.name)).count == rules.count)
    for rule in rules {
      for text in [rule.decides, rule.why, rule.example, rule.authority] {
        #expect(text.hasSuffix(".") || text.hasSuffix("\"."), "\(rule.name): \(text)")
      }
    }
  }
}
