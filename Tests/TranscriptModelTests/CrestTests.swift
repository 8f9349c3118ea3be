import Testing
import TranscriptModel

@Suite("Crest") struct CrestTests {
  private func end(_ path: String) -> Crest.Step? { Crest(path: path)?.steps.last }

  @Test("commands in either case mean places and distances") func commands() throws {
    let crest = try #require(Crest(path: "M10 10 L20,10 l0 5 H5 v-2.5 c1 0 2 1 2 2 Z"))
    #expect(
      crest.steps == [
        .move(.init(x: 10_000, y: 10_000)), .line(.init(x: 20_000, y: 10_000)),
        .line(.init(x: 20_000, y: 15_000)),
        .line(.init(x: 5_000, y: 15_000)), .line(.init(x: 5_000, y: 12_500)),
        .curve(.init(x: 6_000, y: 12_500), .init(x: 7_000, y: 13_500), .init(x: 7_000, y: 14_500)),
        .close,
      ])
  }

  @Test("numbers after a move are lines, and signs and points part numbers") func compact() {
    #expect(end("M1 1 5 6") == .line(.init(x: 5_000, y: 6_000)))
    #expect(end("m4 4l1-2") == .line(.init(x: 5_000, y: 2_000)))
    #expect(end("M0 0L.5.25") == .line(.init(x: 500, y: 250)))
  }

  @Test("a move after a closed outline counts from where that outline began") func closed() {
    #expect(end("M10 10h5v5z m1 1") == .move(.init(x: 11_000, y: 11_000)))
  }

  @Test(
    "other commands, places outside, and what is no path are refused",
    arguments: [
      "", "Z", "L5 5", "M1", "M1 1 L2", "M1 1 A5 5 0 0 1 9 9", "M1 1 L41 5", "M1 1 L-3 5",
      "M1 1 LNaN 2", "M1 1 L1e1 2", "M..1 2", "hello",
    ])
  func refused(path: String) {
    #expect(Crest(path: path) == nil)
  }

  @Test("a path without end is refused") func endless() {
    #expect(Crest(path: "M1 1" + String(repeating: "L2 2", count: 6_000)) == nil)
  }
}
