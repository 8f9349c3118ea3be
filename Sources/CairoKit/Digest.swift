import CPango

/// Digests, by GLib; SHA-256 by the processor, where it has instructions for it.
public enum Digest {
  /// The SHA-256 of `bytes` as 64 lower-case hexadecimal digits.
  public static func sha256(_ bytes: [UInt8]) -> String {
    var isDone = false
    let digest = [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      isDone = ck_sha256(bytes, bytes.count, buffer.baseAddress) != 0
      count = isDone ? 32 : 0
    }
    guard isDone else { return sha256ByLibrary(bytes) }
    return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The same on any processor.
  static func sha256ByLibrary(_ bytes: [UInt8]) -> String { digest(G_CHECKSUM_SHA256, bytes) }

  /// The MD5 of `bytes` as 32 lower-case hexadecimal digits: to name files, never to trust them.
  public static func md5(_ bytes: [UInt8]) -> String { digest(G_CHECKSUM_MD5, bytes) }

  private static func digest(_ kind: GChecksumType, _ bytes: [UInt8]) -> String {
    let text = bytes.withUnsafeBufferPointer { buffer in
      g_compute_checksum_for_data(kind, buffer.baseAddress, gsize(buffer.count))
    }
    // GLib gives no text only for an unknown kind of checksum.
    guard let text else { return "" }
    defer { g_free(text) }
    return String(cString: text)
  }
}
