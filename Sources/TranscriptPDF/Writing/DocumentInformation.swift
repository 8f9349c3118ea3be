import TranscriptLayout

/// What the information dictionary and the XMP packet both say; they must agree.
struct DocumentInformation {
  var title: String
  var author: String
  var subject: String
  var language: String
  var isRightToLeft: Bool
  /// The day of issue as `YYYY-MM-DD`: the only date that a file carries.
  var day: String
  let creator = "mastery-transcript"
  let producer = "mastery-transcript, cairo"

  init(_ metadata: DocumentMetadata) {
    title = Self.oneLine(metadata.title)
    author = Self.oneLine(metadata.author)
    subject = Self.oneLine(metadata.subject)
    language = Self.oneLine(metadata.language)
    isRightToLeft = metadata.isRightToLeft
    day = "\(metadata.issuedOn)"
  }

  /// Without control characters, which XML does not allow and which mean nothing in a title.
  private static func oneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }

  /// ISO 8601, for XMP and for cairo.
  var xmpDate: String { "\(day)T00:00:00Z" }

  /// ISO 32000-1, 7.9.4.
  var pdfDate: String { "(D:\(day.filter { $0 != "-" })000000Z)" }

  /// The information dictionary.
  var dictionary: [UInt8] {
    var bytes = Array("<<".utf8)
    let texts = [
      ("Title", title), ("Author", author), ("Subject", subject), ("Creator", creator),
      ("Producer", producer),
    ]
    for (key, text) in texts {
      bytes += "/\(key)".utf8
      bytes += PDFText.string(text)
    }
    bytes += "/CreationDate\(pdfDate)/ModDate\(pdfDate)>>".utf8
    return bytes
  }
}
