public import Diagnostics
import XMLKit

extension DiagnosticCode {
  /// A PDF, read back, does not state a fact of its record.
  public static let pdfDisagrees = DiagnosticCode(
    "pdf-disagrees", .error,
    summary:
      "The finished PDF, read back, does not state a fact of the record, or carries other XML.",
    remedy: "The student is held, and nothing is written. The message names the fact; report it "
      + "with the record.")

  /// Files that cannot be set beside each other.
  public static let notComparable = DiagnosticCode(
    "not-comparable", .error, summary: "The files cannot be set beside each other.",
    remedy: "Give files that `render` wrote for one student: the record (JSON), the XML, the PDF.")

  /// A file named on the command line that cannot be read.
  public static let fileUnreadable = DiagnosticCode(
    "file-unreadable", .error, summary: "A file named on the command line cannot be read.",
    remedy: "Check the name, and that you may read the file.")

  /// XML that is refused.
  public static let xmlRefused = DiagnosticCode(
    "xml-refused", .error,
    summary: "A file is not XML that may be read, or not the document that was expected.",
    remedy: "The message names what was found and where. A document type declaration, an encoding "
      + "other than UTF-8 and UTF-16, a very long tag and deep nesting are never read.")
}

extension Diagnostic {
  /// Why XML was refused, at its place in `file`.
  init(_ error: XMLError, file: String) {
    self.init(
      .xmlRefused, at: SourceLocation(file: file, line: error.line, column: error.column),
      "\(error.message) (\(error.code.rawValue))",
      hint: error.code == .unexpectedRoot
        ? "give a file of the kind that the command reads, one document in it"
        : "ask the sender for the file as it was made")
  }

  /// The same problem in `file`.
  func at(_ file: String) -> Diagnostic { at(SourceLocation(file: file)) }

  /// The same problem at another place.
  func at(_ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      code, at: place, message, excerpt: excerpt, hint: hint, related: related)
  }
}

extension WorldError {
  /// Why a file that was named could not be read.
  var diagnostic: Diagnostic {
    Diagnostic(
      .fileUnreadable, at: SourceLocation(file: path),
      kind == .tooLarge ? "the file is too large: \(reason)" : "the file cannot be read: \(reason)",
      hint: kind == .tooLarge
        ? "name a smaller file; a transcript with its PDF has less than a megabyte"
        : "check the name, and that you may read the file")
  }
}
