import Diagnostics

extension CSVFault {
  /// The fault as a problem at `location`.
  func diagnostic(
    at location: SourceLocation, excerpt: Excerpt?, file: InputFile,
    limits: CSVReader.Limits = CSVReader.Limits()
  ) -> Diagnostic {
    let bytes = file.bytes
    return switch self {
    case .brokenQuote:
      Diagnostic(
        .unclosedQuote, at: location,
        "the quote that opens here is not closed before a comma or the end of the row",
        excerpt: excerpt,
        hint: "close it, and write a quote inside a quoted cell twice (\"\")")
    case .strayQuote:
      Diagnostic(
        .strayQuote, at: location, "there is a quote in the middle of an unquoted cell",
        excerpt: excerpt,
        hint: "put the whole cell in quotes and write the quote inside twice: \"5\"\" pipe\"")
    case .notUTF8(let offset):
      Diagnostic(
        .notUTF8, at: location, EncodingCheck.message(for: bytes[offset], at: file.before + offset),
        excerpt: excerpt, hint: "save the file again as \"CSV UTF-8\"")
    case .control(let offset):
      Diagnostic(
        bytes[offset] == 0 ? .nulByte : .controlCharacter, at: location,
        "there is the control character \(Self.name(bytes, offset)) at byte \(file.before + offset)",
        excerpt: excerpt, hint: "remove it")
    case .fieldTooLong:
      Diagnostic(
        .fieldTooLong, at: location, "the cell has more than \(limits.field) bytes",
        hint: "shorten it, or close the quote that opens it")
    case .tooManyFields:
      Diagnostic(
        .tooManyColumns, at: location, "the row has more than \(limits.fields) cells",
        hint: "check the separator and the quotes of this row")
    }
  }

  private static func name(_ bytes: [UInt8], _ offset: Int) -> String {
    let value = bytes[offset] == 0xC2 ? bytes[offset + 1] : bytes[offset]
    let hex = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: 4 - hex.count) + hex
  }
}
