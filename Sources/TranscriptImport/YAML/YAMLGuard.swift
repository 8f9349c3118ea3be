import Diagnostics

/// Refuses YAML that would cost more to read than any policy is worth: the parser recurses with
/// depth, and aliases multiply.
///
/// Counts without parsing, so it may refuse odd but harmless files.
struct YAMLGuard {
  private let depth: Int
  /// With at most so many aliases the largest tree that they can make stays small.
  private let aliases = 20

  init(_ limits: ImportLimits) { depth = limits.depth }

  func problem(in file: InputFile) -> Diagnostic? {
    var open = 0
    var markers = 0
    var isLineStart = true
    var aliasCount = 0
    var previous: UInt8 = 0x0A
    for (offset, byte) in file.bytes.enumerated() {
      switch byte {
      case 0x0A, 0x0D:
        isLineStart = true
        markers = 0
      case 0x5B, 0x7B: open += 1
      case 0x5D, 0x7D: open = max(0, open - 1)
      case 0x2D, 0x3F: markers += isLineStart ? 1 : 0
      case 0x20: break
      default:
        isLineStart = false
        if byte == 0x2A, [0x20, 0x0A, 0x2C, 0x5B, 0x7B].contains(previous) { aliasCount += 1 }
      }
      if open > depth || markers > depth || aliasCount > aliases {
        let what = aliasCount > aliases ? "holds too many aliases" : "is nested too deeply"
        return Self.tooDeep(file.location(of: offset), what)
      }
      previous = byte
    }
    return nil
  }

  static func tooDeep(_ location: SourceLocation, _ what: String) -> Diagnostic {
    Diagnostic(
      .yamlTooComplex, at: location, "the file \(what)", hint: "write it as a plain, flat mapping")
  }
}
