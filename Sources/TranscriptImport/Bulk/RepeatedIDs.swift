public import TranscriptModel

/// Hashes of the evidence ids of one block, in buckets by their first eight bits.
public struct BlockIDs: Sendable {
  /// How many buckets there are.
  public static let buckets = 256

  private let hashes: [UInt64]
  private let starts: [Int32]

  /// Collects the ids of the rows.
  public init(_ rows: [PackedEvidence]) { self.init(rows, \.id) }

  /// Collects hashes of ids.
  init(hashes: [UInt64]) { self.init(hashes, \.self) }

  /// A counting sort.
  private init<Row>(_ rows: [Row], _ hash: (Row) -> UInt64) {
    var starts = Array(repeating: Int32(0), count: Self.buckets + 1)
    for row in rows { starts[Int(hash(row) >> 56) + 1] += 1 }
    for bucket in 0..<Self.buckets { starts[bucket + 1] += starts[bucket] }
    var next = starts
    var hashes = Array(repeating: UInt64(0), count: rows.count)
    for row in rows {
      let bucket = Int(hash(row) >> 56)
      hashes[Int(next[bucket])] = hash(row)
      next[bucket] += 1
    }
    self.hashes = hashes
    self.starts = starts
  }

  subscript(bucket: Int) -> ArraySlice<UInt64> {
    hashes[Int(starts[bucket])..<Int(starts[bucket + 1])]
  }
}

/// Finds ids that occur more than once among millions, a bucket of hashes at a time.
public enum RepeatedIDs {
  /// The hashes in `buckets` that occur more than once in `blocks`; two ids that differ may share a
  /// hash, so each must be looked at again.
  public static func find(in blocks: [BlockIDs], buckets: Range<Int>) -> Set<UInt64> {
    var repeated: Set<UInt64> = []
    var slots: [UInt64] = []
    for bucket in buckets {
      let count = blocks.reduce(0) { $0 + $1[bucket].count }
      var size = 1 << 10
      while size < count * 2 { size *= 2 }
      slots.removeAll(keepingCapacity: true)
      slots.append(contentsOf: repeatElement(0, count: size))
      for block in blocks { note(block[bucket], &slots, &repeated) }
    }
    return repeated
  }

  /// The hashes that occur more than once in `blocks`.
  static func find(in blocks: [[UInt64]]) -> Set<UInt64> {
    find(in: blocks.map { BlockIDs(hashes: $0) }, buckets: 0..<BlockIDs.buckets)
  }

  private static func note(
    _ hashes: ArraySlice<UInt64>, _ slots: inout [UInt64], _ repeated: inout Set<UInt64>
  ) {
    let mask = slots.count - 1
    for hash in hashes {
      // Zero marks a free slot.
      let key = hash == 0 ? 1 : hash
      var place = Int(truncatingIfNeeded: key) & mask
      while slots[place] != 0, slots[place] != key { place = (place + 1) & mask }
      if slots[place] == key { repeated.insert(hash) }
      slots[place] = key
    }
  }
}
