/// The kinds of operators that cairo 1.16 writes for what a page may hold.
///
/// ISO 32000-1, Annex A. Images, forms and shadings are left out on purpose: documents have none.
enum ContentOperator {
  /// Changes the state or builds a path.
  case state
  /// Leaves a mark on the page.
  case paint
  case beginText
  case endText
  case beginMarked
  case endMarked

  init?(_ bytes: Bytes, from start: Int, to end: Int) {
    guard (1...3).contains(end - start) else { return nil }
    var key: UInt32 = 0
    for index in start..<end { key = key << 8 | UInt32(bytes[index]) }
    guard let kind = Self.kind(key) else { return nil }
    self = kind
  }

  /// The kind of an operator whose letters are the bytes of `key`.
  private static func kind(_ key: UInt32) -> Self? {
    switch key {
    case "Tj", "TJ", "f", "S", "f*", "s", "F", "B", "B*", "b", "b*": .paint
    case "BT": .beginText
    case "ET": .endText
    case "BDC", "BMC": .beginMarked
    case "EMC": .endMarked
    case "Tf", "Td", "Tm", "T*", "Tr", "Tc", "Tw", "m", "l", "c", "v", "y", "h", "re", "n", "W",
      "W*", "rg", "RG", "g", "G", "w", "J", "j", "M", "d", "i", "q", "Q", "cm", "gs":
      .state
    default: nil
    }
  }
}

/// Matches a number whose bytes are the letters of a short name.
private func ~= (name: StaticString, key: UInt32) -> Bool {
  var value: UInt32 = 0
  for offset in 0..<name.utf8CodeUnitCount { value = value << 8 | UInt32(name.utf8Start[offset]) }
  return value == key
}
