/// Texts by their first eight bytes, so that those that begin alike are found without looking at all.
struct TextIndex {
  private static let length = 8
  private var places: [UInt64: [Int]] = [:]
  /// The places of texts shorter than the part that is looked up.
  private var short: [Int] = []

  init(_ texts: [[UInt8]]) {
    for (place, text) in texts.enumerated() {
      if let key = Self.key(text) {
        places[key, default: []].append(place)
      } else {
        short.append(place)
      }
    }
  }

  /// The places of all texts that begin with `start`, in order.
  func beginning(with start: [UInt8], among texts: [[UInt8]]) -> [Int] {
    // A text that is shorter begins with nothing that is longer.
    guard let key = Self.key(start) else {
      return texts.indices.filter { texts[$0].starts(with: start) }
    }
    return (places[key] ?? []).filter { texts[$0].starts(with: start) }
  }

  /// The places of all texts with which `whole` begins.
  func beginnings(of whole: [UInt8], among texts: [[UInt8]]) -> [Int] {
    let candidates = (Self.key(whole).flatMap { places[$0] } ?? []) + short
    return candidates.filter { whole.starts(with: texts[$0]) }
  }

  private static func key(_ text: [UInt8]) -> UInt64? {
    guard text.count >= length else { return nil }
    return text[..<length].reduce(0) { $0 << 8 | UInt64($1) }
  }
}
