import CairoKit
public import Diagnostics

/// Why a document was not released as PDF; nothing of it was written.
public struct PDFFailure: Error, Hashable, Sendable {
  /// The problems; never empty.
  public let diagnostics: [Diagnostic]

  /// A failure with its problems.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  init(_ code: DiagnosticCode, _ message: String, hint: String? = nil) {
    diagnostics = [Diagnostic(code, message, hint: hint)]
  }

  /// What the drawing library reported, in the words of a document.
  init(_ error: CairoError) {
    switch error {
    case .missingGlyphs(let characters, let text):
      var seen: Set<Unicode.Scalar> = []
      let codes = characters.unicodeScalars.filter { seen.insert($0).inserted }
        .map { "U+\(String($0.value, radix: 16).uppercased())" }
      self.init([
        Diagnostic(
          .missingGlyph, "no font of the set has \(codes.joined(separator: ", "))",
          excerpt: text.isEmpty ? nil : Excerpt(cell: text, isPersonal: true),
          hint: "add a font that has it to fonts/manifest and fonts/fonts.conf, "
            + "or spell the text with characters that are covered")
      ])
    case .fontFolder(_, let problems):
      self.init(problems.map { Diagnostic(.fontFolder, $0, hint: "run fonts/prepare") })
    default:
      self.init(.pdfDrawing, "the page could not be drawn: \(error)")
    }
  }
}

extension DiagnosticCode {
  /// A character that no font covers.
  public static let missingGlyph = DiagnosticCode(
    "missing-glyph", .error, summary: "A text has a character that no font of the set covers.",
    remedy: "A missing glyph would print as an empty box and still validate, so the document is "
      + "refused. Add a font that has the character to fonts/manifest and to the fallback order "
      + "in fonts/fonts.conf, or spell the text otherwise.")

  /// The prepared fonts differ from the manifest.
  public static let fontFolder = DiagnosticCode(
    "font-folder", .error, summary: "The prepared font folder differs from its manifest.",
    remedy: "Documents are set only in the listed fonts, checked by SHA-256. "
      + "Run fonts/prepare to fill the folder again.")

  /// A page that could not be drawn.
  public static let pdfDrawing = DiagnosticCode(
    "pdf-drawing", .error, summary: "A page could not be drawn.",
    remedy: "The message names the operation and what it was given. "
      + "It is a fault of the program or of a template, never of a student's record.")

  /// A font sheet of cairo's that cannot be read.
  public static let pdfFontSheet = DiagnosticCode(
    "pdf-font-sheet", .error,
    summary: "The file in which cairo embeds a font has a shape that is not known.",
    remedy:
      "Fonts are taken from small files of cairo 1.16, whose shape is known exactly and never "
      + "guessed at. Another version of cairo needs the reader of these files to be reviewed.")

  /// A file that is to be read back and is not one of this project.
  public static let pdfUnreadable = DiagnosticCode(
    "pdf-unreadable", .error,
    summary: "A PDF that is to be read back is not one that this program has written.",
    remedy: "Only this program's own files are read back, and only whole ones: another program "
      + "that saved the file again has changed it. Give the file as it was written.")

  /// The codes of this stage, in the order of their names.
  public static let pdfCodes: [DiagnosticCode] = [
    .fontFolder, .missingGlyph, .pdfDrawing, .pdfFontSheet, .pdfUnreadable,
  ]
}
