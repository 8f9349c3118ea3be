/// What ends a row of a table.
public enum LineEnd: UInt8, Hashable, Sendable {
  case lineFeed, pair, carriageReturn

  /// The line end at `offset`; `nil` where there is none.
  init?(in bytes: [UInt8], at offset: Int) {
    guard offset < bytes.count else { return nil }
    switch bytes[offset] {
    case 0x0A: self = .lineFeed
    case 0x0D:
      self = offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? .pair : .carriageReturn
    default: return nil
    }
  }

  /// Its bytes.
  public var bytes: [UInt8] {
    switch self {
    case .lineFeed: [0x0A]
    case .pair: [0x0D, 0x0A]
    case .carriageReturn: [0x0D]
    }
  }

  /// What a header that is kept without its end has in its place, for the end to be known again: the
  /// CR of a pair.
  var mark: [UInt8] { self == .pair ? [0x0D] : [] }

  /// How many line ends there are in `bytes`.
  static func count(in bytes: some Sequence<UInt8>) -> Int {
    var count = 0
    var wasReturn = false
    for byte in bytes {
      if byte == 0x0D || byte == 0x0A && !wasReturn { count += 1 }
      wasReturn = byte == 0x0D
    }
    return count
  }
}
