import Diagnostics

/// Finds files that are not UTF-8 before anything is read from them.
enum EncodingCheck {
  /// A file that is not text, or in UTF-16 or UTF-32: nothing in it can be read as written here.
  static func problem(with file: InputFile) -> Diagnostic? {
    if let problem = FileKind.problem(with: file) { return problem }
    guard let name = name(of: file.bytes) else { return nil }
    return Diagnostic(
      .utf16, at: SourceLocation(file: file.path), "the file is in \(name), not in UTF-8",
      hint: "save it again as UTF-8 (in a spreadsheet: \"CSV UTF-8\")")
  }

  private static func name(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return "UTF-32 (little endian)" }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32 (big endian)" }
    if bytes.starts(with: [0xFF, 0xFE]) { return "UTF-16 (little endian)" }
    if bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16 (big endian)" }
    // Without a mark: text in UTF-16 has a zero in every second byte of its ASCII part.
    let head = bytes.prefix(64)
    guard head.count >= 4 else { return nil }
    let even = head.enumerated().count { $0.offset % 2 == 0 && $0.element == 0 }
    let odd = head.enumerated().count { $0.offset % 2 == 1 && $0.element == 0 }
    if odd * 4 >= head.count, even == 0 { return "UTF-16 (little endian)" }
    if even * 4 >= head.count, odd == 0 { return "UTF-16 (big endian)" }
    return nil
  }

  /// What to say about a byte that is not UTF-8.
  static func message(for byte: UInt8, at offset: Int) -> String {
    let hex = String(byte, radix: 16, uppercase: true)
    guard let scalar = windows1252(byte) else {
      return "the byte 0x\(hex) at offset \(offset) is not UTF-8"
    }
    return "the byte 0x\(hex) at offset \(offset) is not UTF-8; in Windows-1252 it is"
      + " \"\(scalar)\""
  }

  /// A whole text file that must be UTF-8: the first byte that is not, or a control character.
  static func textProblem(with file: InputFile) -> Diagnostic? {
    if let problem = problem(with: file) { return problem }
    let offset = UTF8Sequence.firstInvalid(file.bytes)
    if let offset {
      return CSVFault.notUTF8(offset: offset).diagnostic(
        at: file.location(of: offset), excerpt: nil, file: file)
    }
    let allowed: Set<UInt8> = [0x09, 0x0A, 0x0D]
    let control = file.bytes.firstIndex { ($0 < 0x20 && !allowed.contains($0)) || $0 == 0x7F }
    return control.map {
      CSVFault.control(offset: $0).diagnostic(
        at: file.location(of: $0), excerpt: nil, file: file)
    }
  }

  /// The character of a byte in Windows-1252, where it has one above ASCII.
  static func windows1252(_ byte: UInt8) -> Unicode.Scalar? {
    guard byte >= 0x80 else { return nil }
    guard byte < 0xA0 else { return Unicode.Scalar(byte) }
    return upper[Int(byte) - 0x80]
  }

  private static let upper: [Unicode.Scalar?] = [
    "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
    nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
  ]
}
