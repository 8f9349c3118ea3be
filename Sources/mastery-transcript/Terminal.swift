import Glibc

/// Writes to the standard streams; results to output, everything else to error.
enum Terminal {
  /// Writes a result.
  static func print(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// Writes a message, a problem or progress.
  static func report(_ text: String) { write(text, to: STDERR_FILENO) }

  /// Whether progress can be redrawn on one line.
  static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

  private static func write(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written)
      }
      // A reader that went away (`| head`) is no error of ours, and there is nobody left to tell.
      if count <= 0 { return }
      written += count
    }
  }
}
