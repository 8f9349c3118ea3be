/// A colour profile with what colour conversion needs and nothing else.
///
/// Every document carries the profile, so each byte counts: the names of maker and model go, equal
/// curves are stored once, and a curve keeps 256 of its points, one for each value that a colour of
/// 8 bits can have. ICC.1:2010: 7.2 header, 7.3 tag table, 10.6 curves.
struct CompactProfile {
  private static let kept = [
    "desc", "cprt", "wtpt", "chad", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC",
  ]
  /// The bytes of the smaller profile.
  private(set) var bytes: [UInt8]

  /// `nil` when the profile's table does not fit its bytes; it is then used as it is.
  init?(_ profile: [UInt8]) {
    guard profile.count > 132 else { return nil }
    var tags: [(signature: [UInt8], data: [UInt8])] = []
    for index in 0..<Self.number(profile, at: 128) {
      let entry = 132 + 12 * index
      guard entry + 12 <= profile.count else { return nil }
      let start = Self.number(profile, at: entry + 4)
      let end = start + Self.number(profile, at: entry + 8)
      guard start >= 132, end <= profile.count, end - start >= 8 else { return nil }
      let signature = Array(profile[entry..<(entry + 4)])
      guard Self.kept.contains(String(decoding: signature, as: UTF8.self)) else { continue }
      tags.append((signature, Self.shortened(Array(profile[start..<end]))))
    }
    bytes = Array(profile[..<128]) + Self.bytes(of: tags.count)
    write(tags)
  }

  private mutating func write(_ tags: [(signature: [UInt8], data: [UInt8])]) {
    let first = bytes.count + 12 * tags.count
    var data: [UInt8] = []
    var places: [[UInt8]: Int] = [:]
    for tag in tags {
      let place = places[tag.data] ?? first + data.count
      if places.updateValue(place, forKey: tag.data) == nil {
        data += tag.data
        // Every tag's data begins at a multiple of four (7.3.1).
        data += Array(repeating: 0, count: -data.count & 3)
      }
      bytes += tag.signature + Self.bytes(of: place) + Self.bytes(of: tag.data.count)
    }
    bytes += data
    bytes.replaceSubrange(0..<4, with: Self.bytes(of: bytes.count))
    // The identifier was of the larger profile; zeros mean that there is none (7.2.18).
    bytes.replaceSubrange(84..<100, with: Array(repeating: 0, count: 16))
  }

  /// A sampled curve of more than 256 points with 256; any other data as it is.
  private static func shortened(_ data: [UInt8]) -> [UInt8] {
    guard data.starts(with: "curv".utf8), data.count >= 12 else { return data }
    let count = number(data, at: 8)
    guard count > 256, data.count >= 12 + 2 * count else { return data }
    let points = (0..<256).flatMap { index -> [UInt8] in
      // Linear between the two points beside it, as a reader would (10.6).
      let place = index * (count - 1)
      let (low, share) = (place / 255, place % 255)
      let high = min(low + 1, count - 1)
      let value = (short(data, low) * (255 - share) + short(data, high) * share + 127) / 255
      return [UInt8(value >> 8), UInt8(value & 255)]
    }
    return Array(data[..<8]) + bytes(of: 256) + points
  }

  private static func short(_ curve: [UInt8], _ index: Int) -> Int {
    Int(curve[12 + 2 * index]) << 8 | Int(curve[13 + 2 * index])
  }

  private static func number(_ bytes: [UInt8], at start: Int) -> Int {
    bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func bytes(of number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
