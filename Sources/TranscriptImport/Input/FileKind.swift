import Diagnostics

/// Kinds of files that are not text, although their names may say so.
enum FileKind: String, CaseIterable {
  case workbook = "an Excel workbook (.xlsx)"
  case openDocument = "an OpenDocument spreadsheet (.ods)"
  case zip = "a ZIP archive"
  case oldWorkbook = "an old Excel workbook (.xls)"
  case pdf = "a PDF"
  case gzip = "a compressed file (gzip)"
  case picture = "a picture"
  case richText = "a word processor's document (RTF)"
  case webPage = "a web page (HTML)"
  case xml = "an XML file"

  /// What the first bytes show; `nil` for what may be text.
  init?(_ bytes: [UInt8]) {
    let head = bytes.prefix(4096)
    if let kind = Self.bySignature(head) {
      self = kind
      return
    }
    let text = String(decoding: head.prefix(64), as: UTF8.self).lowercased()
      .drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if ["<!doctype html", "<html", "<table"].contains(where: text.hasPrefix) {
      self = .webPage
    } else if text.hasPrefix("<?xml") {
      self = .xml
    } else if text.hasPrefix("{\\rtf") {
      self = .richText
    } else {
      return nil
    }
  }

  private static func bySignature(_ head: ArraySlice<UInt8>) -> FileKind? {
    if head.starts(with: [0x50, 0x4B, 3, 4]) {
      let names = String(decoding: head, as: UTF8.self)
      if names.contains("[Content_Types].xml") || names.contains("xl/") { return .workbook }
      return names.contains("opendocument.spreadsheet") ? .openDocument : .zip
    }
    let signatures: [([UInt8], FileKind)] = [
      ([0xD0, 0xCF, 0x11, 0xE0], .oldWorkbook), (Array("%PDF".utf8), .pdf),
      ([0x1F, 0x8B], .gzip), ([0x89, 0x50, 0x4E, 0x47], .picture), ([0xFF, 0xD8, 0xFF], .picture),
    ]
    return signatures.first { head.starts(with: $0.0) }?.1
  }

  /// Whether a spreadsheet program opens it and saves its sheets as text.
  private var isSheet: Bool {
    switch self {
    case .workbook, .openDocument, .oldWorkbook, .webPage: true
    default: false
    }
  }

  private var hint: String {
    switch self {
    case _ where isSheet:
      "open it in a spreadsheet and save the sheet as \"CSV UTF-8 (comma delimited)\""
    case .zip, .gzip: "unpack it, and put the files that are in it here"
    default: "export the data as CSV where it comes from"
    }
  }

  /// What to say about a file that should be text.
  static func problem(with file: InputFile) -> Diagnostic? {
    guard let kind = FileKind(file.bytes) else { return nil }
    return Diagnostic(
      .notText, at: SourceLocation(file: file.path), "the file is \(kind.rawValue), not text",
      hint: kind.hint)
  }

  /// What to say about an archive that is a spreadsheet.
  static func sheetProblem(with file: InputFile) -> Diagnostic? {
    FileKind(file.bytes)?.isSheet == true ? problem(with: file) : nil
  }
}
