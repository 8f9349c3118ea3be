import CLibXML2
import Glibc

/// The names of one document, each kept once and ended by a zero byte, as libxml2 wants them.
///
/// Equal names have the same address.
struct MarkupNames: ~Copyable {
  /// A name with its parts on both sides of the colon.
  struct Name {
    let text: UnsafePointer<xmlChar>
    let local: UnsafePointer<xmlChar>
    let prefix: UnsafePointer<xmlChar>?
    let localLength: Int
    /// Whether an attribute of this name declares a namespace.
    let isDeclaration: Bool
  }

  /// A name's first and last eight bytes, which are all of it where it has no more than sixteen.
  private struct Slot {
    var first: UInt64 = 0
    var last: UInt64 = 0
    var length = 0
    var number = -1
  }

  private(set) var count = 0
  private let names: UnsafeMutablePointer<Name>
  private let slots: UnsafeMutablePointer<Slot>
  private let room: UnsafeMutablePointer<xmlChar>
  private var used = 0

  private static let slotCount = 512
  private static let nameCount = 256
  private static let roomSize = 8 << 10

  init() {
    names = .allocate(capacity: Self.nameCount)
    slots = .allocate(capacity: Self.slotCount)
    slots.initialize(repeating: Slot(), count: Self.slotCount)
    room = .allocate(capacity: Self.roomSize)
  }

  deinit {
    names.deallocate()
    slots.deallocate()
    room.deallocate()
  }

  subscript(number: Int) -> Name { names[number] }

  /// The number of a name; `nil` for what is no name in ASCII, and where there are too many.
  mutating func number(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let found = find(text) else { return nil }
    if found.number >= 0 { return found.number }
    guard let (prefix, local) = Self.parts(text) else { return nil }
    return add(text, prefix: prefix, local: local)
  }

  /// The address of a text that is no name, such as that of a namespace.
  mutating func address(of text: UnsafeBufferPointer<UInt8>) -> UnsafePointer<xmlChar>? {
    guard let found = find(text) else { return nil }
    if found.number >= 0 { return names[found.number].text }
    return add(text, prefix: nil, local: nil).map { names[$0].text }
  }

  /// Where the name is, or the free slot for it.
  @inline(__always)
  private func find(_ text: UnsafeBufferPointer<UInt8>) -> (number: Int, slot: Int)? {
    guard let start = text.baseAddress, text.count > 0 else { return nil }
    let (first, last) = Self.ends(of: UnsafeRawPointer(start), text.count)
    var slot = Self.hash(first, last, text.count)
    while slots[slot].number >= 0 {
      let known = slots[slot]
      if known.first == first, known.last == last, known.length == text.count,
        text.count <= 16 || memcmp(names[known.number].text, start, text.count) == 0
      {
        return (known.number, slot)
      }
      slot = (slot + 1) & (Self.slotCount - 1)
    }
    return (-1, slot)
  }

  private mutating func add(
    _ text: UnsafeBufferPointer<UInt8>, prefix: UnsafeBufferPointer<UInt8>?,
    local: UnsafeBufferPointer<UInt8>?
  ) -> Int? {
    // Parts come first: they may take the slot that was free.
    var prefixAddress: UnsafePointer<xmlChar>?
    var localAddress: UnsafePointer<xmlChar>?
    if let prefix, let local {
      guard let first = address(of: prefix), let second = address(of: local) else { return nil }
      (prefixAddress, localAddress) = (first, second)
    }
    guard let found = find(text), count < Self.nameCount, let start = text.baseAddress,
      used + text.count + 1 <= Self.roomSize
    else { return nil }
    let kept = room + used
    kept.initialize(from: start, count: text.count)
    kept[text.count] = 0
    used += text.count + 1
    let (first, last) = Self.ends(of: UnsafeRawPointer(start), text.count)
    slots[found.slot] = Slot(first: first, last: last, length: text.count, number: count)
    (names + count).initialize(
      to: Name(
        text: kept, local: localAddress ?? UnsafePointer(kept), prefix: prefixAddress,
        localLength: local?.count ?? text.count,
        isDeclaration: (prefix ?? text).elementsEqual("xmlns".utf8)))
    count += 1
    return count - 1
  }

  /// The parts of a name around its colon; `nil` where it is no name in ASCII.
  private static func parts(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> (prefix: UnsafeBufferPointer<UInt8>?, local: UnsafeBufferPointer<UInt8>?)? {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else {
      return isName(text) ? (nil, nil) : nil
    }
    let prefix = UnsafeBufferPointer(rebasing: text[..<colon])
    let local = UnsafeBufferPointer(rebasing: text[(colon + 1)...])
    return isName(prefix) && isName(local) ? (prefix, local) : nil
  }

  /// Namespaces in XML, production 4, within ASCII.
  private static func isName(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, isLetter(first) else { return false }
    return text.allSatisfy {
      isLetter($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "_")
  }

  @inline(__always)
  private static func ends(of bytes: UnsafeRawPointer, _ length: Int) -> (UInt64, UInt64) {
    if length >= 8 {
      return (
        bytes.loadUnaligned(as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: length - 8, as: UInt64.self)
      )
    }
    var word: UInt64 = 0
    for index in 0..<length {
      word = word << 8 | UInt64(bytes.load(fromByteOffset: index, as: UInt8.self))
    }
    return (word, 0)
  }

  @inline(__always)
  private static func hash(_ first: UInt64, _ last: UInt64, _ length: Int) -> Int {
    let word = (first ^ (last &* 31) ^ UInt64(length)) &* 0x9E37_79B9_7F4A_7C15
    return Int(word >> 55)
  }
}
