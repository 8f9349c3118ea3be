extension SHA256 {
  /// So many characters that follow from a digest and that nobody misreads: no 0, O, 1, I, L or U.
  ///
  /// - Parameter hex: a digest in hex, of which the first 15 digits count.
  public static func readable(_ hex: String, length: Int) -> String {
    let alphabet = Array("23456789ABCDEFGHJKMNPQRSTVWXYZ")
    var value = UInt64(hex.prefix(15), radix: 16) ?? 0
    var text = ""
    for _ in 0..<length {
      text.append(alphabet[Int(value % UInt64(alphabet.count))])
      value /= UInt64(alphabet.count)
    }
    return text
  }
}
