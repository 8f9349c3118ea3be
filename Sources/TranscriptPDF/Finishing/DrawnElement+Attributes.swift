import TranscriptLayout

extension DrawnElement {
  /// The entries that cairo does not write: scope, language, alternative and actual text.
  var attributes: [UInt8] {
    var bytes: [UInt8] = []
    if let scope { bytes += "/A<</O/Table/Scope/\(scope.rawValue)>>".utf8 }
    if let language { bytes += "/Lang".utf8 + PDFText.string(language) }
    if let alternativeText { bytes += "/Alt".utf8 + PDFText.string(alternativeText) }
    if let actualText { bytes += "/ActualText".utf8 + PDFText.string(actualText) }
    return bytes
  }
}
