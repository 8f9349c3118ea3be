import Testing
import TranscriptModel

@testable import AttainmentEngine

@Suite("One piece of work on one day is one demonstration, however its title was typed")
struct DemonstrationTests {
  static let spellings = [
    ("Bridge model", "bridge  Model"), ("Bridge model", " Bridge model "),
    ("Bridge\u{A0}model", "Bridge model"), ("Caf\u{E9} survey", "Cafe\u{301} SURVEY"),
    ("A study of sixteen rivers in spring", "a study of Sixteen rivers  in spring"),
    // Unicode holds the Greek question mark and the varia to be a semicolon and a grave accent.
    ("Why; and then", "Why\u{37E} and then"), ("The ` key", "the \u{1FEF} key"),
  ]

  @Test("Capitals, spaces and stored accents make no second demonstration", arguments: spellings)
  func same(pair: (String, String)) throws {
    var world = World()
    world.add("M.1")
    world.show("M.1", "PR", "2026-01-10", title: pair.0)
    world.show("M.1", "EX", "2026-01-10", title: pair.1)
    let found = try world.attainment("M.1")
    #expect(found.status == .insufficientEvidence)
    #expect(found.counted == 1)
    #expect(PackedEvidence.hash(ofTitle: pair.0) == PackedEvidence.hash(ofTitle: pair.1))
    #expect(hash(pair.0) == hash(pair.1))
  }

  @Test("Several pieces of work of one day stay apart, in whatever order their rows come")
  func ofOneDay() throws {
    var world = World()
    world.add("M.1")
    for (title, level) in [
      ("Lab report", "DV"), ("Essay \u{2013} draft", "PR"), ("LAB report", "PR"),
      ("essay  \u{2013} Draft", "DV"), ("Lab report", "DV"),
    ] {
      world.show("M.1", level, "2026-01-10", title: title)
    }
    let found = try world.attainment("M.1")
    // Two demonstrations, each by its highest rating.
    #expect(found.status == .attained)
    #expect(found.counted == 2)
    #expect(found.decision.setAside.count == 3)
  }

  private func hash(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { PackedEvidence.hash(ofTitle: $0) }
  }

  @Test(
    "Titles that differ otherwise stay two",
    arguments: [
      ("Lab 1", "Lab 2"), ("Lab [1]", "Lab {1}"), ("Lab @", "Lab `"),
      ("Bridgemodel", "Bridge model"),
      ("A study of sixteen rivers", "A study of sixteen river s"),
    ])
  func distinct(pair: (String, String)) throws {
    var world = World()
    world.add("M.1")
    world.show("M.1", "PR", "2026-01-10", title: pair.0)
    world.show("M.1", "PR", "2026-01-10", title: pair.1)
    #expect(try world.attainment("M.1").status == .attained)
    #expect(hash(pair.0) != hash(pair.1))
  }

  @Test("Every length of title is hashed alike by both ways", arguments: 0..<40)
  func lengths(count: Int) {
    let text = String("Abc dEf Ghijkl MNOP qrst 0123456789 ~[]{}".prefix(count))
    #expect(hash(text) == PackedEvidence.hash(ofTitle: text))
    #expect(hash(text) == hash(text.uppercased()))
  }

  @Test("Pooled hours of one piece of work count once, however its title was typed")
  func hours() throws {
    var world = World()
    world.add("M.1")
    world.show(
      "M.1", "PR", "2026-01-10", title: "Clinic work", hours: exact("8"), pathway: .service)
    world.show(
      "M.1", "PR", "2026-01-10", title: "clinic  work", hours: exact("8"), pathway: .service)
    world.plan("0", [requirement("hours", .hours(exact("10"), pathways: [.service]))])
    let outcome = try #require(try world.resolve().graduation?.outcomes.first)
    #expect(outcome.earned == exact("8"))
    #expect(outcome.hours.map(\.counted) == [exact("8")])
  }
}
