extension UnsafeBufferPointer<UInt8> {
  /// Whether a cell may begin or end with a space, a no-break space (C2 A0) or a tab; what seems to
  /// may be another character.
  @inline(__always)
  var mayHaveOuterSpace: Bool {
    guard let first, let last else { return false }
    return first <= 0x20 || last <= 0x20 || first == 0xC2 || last == 0xA0
  }
}
