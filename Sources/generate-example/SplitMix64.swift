/// A small seeded generator of random numbers: the same seed gives the same numbers everywhere.
///
/// Sebastiano Vigna's SplitMix64. The standard library's own `random(in:using:)` is not used, because
/// how it consumes numbers is not promised from one release to the next.
struct SplitMix64 {
  private var state: UInt64

  /// Creates the numbers of a seed.
  init(seed: UInt64) { state = seed }

  /// Creates the numbers of one stream, so that a new student does not change another's numbers.
  init(seed: UInt64, stream: String) {
    // FNV-1a, 64 bits.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in stream.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    self.init(seed: seed ^ hash)
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A number of `range`, which must not be empty.
  mutating func number(in range: ClosedRange<Int>) -> Int {
    let width = UInt64(range.upperBound - range.lowerBound + 1)
    return range.lowerBound + Int(next().multipliedFullWidth(by: width).high)
  }

  /// True in `percent` of a hundred cases.
  mutating func chance(_ percent: Int) -> Bool { number(in: 0...99) < percent }
}
