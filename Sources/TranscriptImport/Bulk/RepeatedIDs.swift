import TranscriptModel

/// Finds ids that occur more than once among millions, a slice of all hashes at a time.
public struct RepeatedIDs: Sendable {
  private static let slices: UInt64 = 16

  /// The hashes that occur more than once in `blocks`; two ids that differ may share a hash, so each
  /// must be looked at again.
  public static func find(in blocks: [[UInt64]]) -> Set<UInt64> {
    let count = blocks.reduce(0) { $0 + $1.count }
    var size = 1 << 10
    while size < count / Int(slices) * 2 + 1 { size *= 2 }
    var repeated: Set<UInt64> = []
    var slots = Array(repeating: UInt64(0), count: size)
    for slice in 0..<slices {
      if slice > 0 { for place in slots.indices { slots[place] = 0 } }
      for block in blocks { note(block, slice, &slots, &repeated) }
    }
    return repeated
  }

  private static func note(
    _ block: [UInt64], _ slice: UInt64, _ slots: inout [UInt64], _ repeated: inout Set<UInt64>
  ) {
    let mask = slots.count - 1
    for hash in block where hash >> 60 == slice {
      // Zero marks a free slot.
      let key = hash == 0 ? 1 : hash
      var place = Int(truncatingIfNeeded: key) & mask
      while slots[place] != 0, slots[place] != key { place = (place + 1) & mask }
      if slots[place] == key { repeated.insert(hash) }
      slots[place] = key
    }
  }
}
