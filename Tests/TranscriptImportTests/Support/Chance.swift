/// A linear congruential generator (Knuth's constants): the same numbers on every machine.
struct Chance {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(1, bound)
  }

  /// The text with a few bytes changed, left out, doubled or put in.
  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let odd: [UInt8] = Array("\"',;:{}[]&*#|>-?!%@`\n\r\t \\".utf8) + [0, 0x80, 0xC3, 0xFF, 0xEF]
    for _ in 0..<(1 + next(below: 4)) where !bytes.isEmpty {
      let at = next(below: bytes.count)
      switch next(below: 4) {
      case 0: bytes[at] = odd[next(below: odd.count)]
      case 1: bytes.remove(at: at)
      case 2: bytes.insert(odd[next(below: odd.count)], at: at)
      default:
        let end = min(bytes.count, at + next(below: 40))
        bytes.insert(contentsOf: bytes[at..<end], at: next(below: bytes.count))
      }
    }
    return bytes
  }
}
