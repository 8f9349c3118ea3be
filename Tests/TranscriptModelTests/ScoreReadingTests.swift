import Diagnostics
import Testing
import TranscriptModel

@Suite("Scores are read as written, and a fraction is not guessed")
struct ScoreReadingTests {
  private let place = SourceLocation(file: "test")

  private func percent(_ scores: [String: LevelIndex] = [:]) -> ScoreTable {
    ScoreTable(
      scale: "percent", title: "Percent", highest: Rational(100),
      steps: [.init(atLeast: .zero, level: 0), .init(atLeast: Rational(80), level: 2)],
      scores: scores, location: place)
  }

  @Test("4/5 is not 0.8 percent, and not 80 percent either")
  func fractions() {
    #expect(percent().level(of: "4/5") == nil)
    #expect(percent().level(of: "80/100") == nil)
    #expect(percent().level(of: "80") == 2)
    #expect(percent().level(of: "80%") == 2)
    #expect(percent().level(of: "0.8") == 0)
  }

  @Test("Where the scale declares a fraction as a score, it is that score and no other")
  func declared() {
    let points = ScoreTable(
      scale: "points", title: "Points", scores: ["4/5": 2, "5/5": 3], location: place)
    #expect(points.level(of: "4/5") == 2)
    #expect(points.level(of: "8/10") == nil)
    #expect(points.level(of: "0.8") == nil)
  }

  @Test("A level's number is a decimal: 6/2 is not the level 3")
  func levels() throws {
    let scale = try #require(
      PerformanceScale(
        id: "s", title: "S",
        levels: ["BG", "PR"].enumerated().map {
          PerformanceLevel(
            code: $0.element, number: Rational($0.offset * 2 + 1), label: $0.element,
            description: "")
        }, bar: 1))
    #expect(scale.index(written: "6/2") == nil)
    #expect(scale.index(written: "3") == 1)
    #expect(scale.index(written: "3.0") == 1)
  }
}
