import Glibc

/// What the process holds in memory, in MB of 1,000,000 bytes, as the kernel counts it.
enum Memory {
  /// Resident now.
  static var resident: Double { field("VmRSS:") }
  /// The most that was resident since `resetPeak`.
  static var peak: Double { field("VmHWM:") }

  /// Begins a new peak.
  static func resetPeak() {
    guard let file = fopen("/proc/self/clear_refs", "w") else { return }
    fputs("5", file)
    fclose(file)
  }

  private static func field(_ name: String) -> Double {
    guard let file = fopen("/proc/self/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(
        decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      guard text.hasPrefix(name) else { continue }
      let kilobytes = text.split(whereSeparator: \.isWhitespace).dropFirst().first
      return (kilobytes.flatMap { Double($0) } ?? 0) * 1_024 / 1e6
    }
    return 0
  }
}
