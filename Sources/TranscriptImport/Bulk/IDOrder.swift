/// Whether the evidence ids of a block ascend, and from which to which.
///
/// Ids that ascend cannot repeat, so that nothing has to be remembered of them.
public struct IDOrder: Sendable {
  /// The first id; empty when there is no row.
  public private(set) var first: [UInt8] = []
  /// The last id.
  public private(set) var last: [UInt8] = []
  /// Whether each id comes after the one before it: the shorter first, of equal length by bytes.
  public private(set) var ascends = true

  /// Adds the next id, which is `id`; `previous` is the one before, where it is still in memory.
  @inline(__always)
  mutating func note(_ id: UnsafeBufferPointer<UInt8>, after previous: UnsafeBufferPointer<UInt8>) {
    if previous.isEmpty {
      noteSlowly(id)
    } else if ascends, !previous.precedes(id) {
      ascends = false
    }
  }

  /// Adds the next id; the one before is remembered.
  mutating func noteSlowly(_ id: UnsafeBufferPointer<UInt8>) {
    if first.isEmpty {
      first = Array(id)
    } else if !last.withUnsafeBufferPointer({ $0.precedes(id) }) {
      ascends = false
    }
    last = Array(id)
  }

  /// Remembers the last id.
  mutating func remember(_ id: UnsafeBufferPointer<UInt8>) {
    if !id.isEmpty { last = Array(id) }
  }

  /// Whether no id occurs twice, as far as the order tells: all blocks ascend, and their ranges do
  /// not overlap.
  public static func areDistinct(_ blocks: [IDOrder]) -> Bool {
    let filled = blocks.filter { !$0.first.isEmpty }
    let sorted = filled.sorted { precedes($0.first, $1.first) }
    return filled.allSatisfy(\.ascends)
      && zip(sorted, sorted.dropFirst()).allSatisfy { precedes($0.last, $1.first) }
  }

  /// The order of ids.
  private static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.withUnsafeBufferPointer { left in right.withUnsafeBufferPointer { left.precedes($0) } }
  }
}
