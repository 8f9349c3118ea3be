import CPango

/// SHA-256, by GLib.
public enum Digest {
  /// The SHA-256 of `bytes` as 64 lower-case hexadecimal digits.
  public static func sha256(_ bytes: [UInt8]) -> String {
    let text = bytes.withUnsafeBufferPointer { buffer in
      g_compute_checksum_for_data(G_CHECKSUM_SHA256, buffer.baseAddress, gsize(buffer.count))
    }
    // GLib gives no text only for an unknown kind of checksum.
    guard let text else { return "" }
    defer { g_free(text) }
    return String(cString: text)
  }
}
