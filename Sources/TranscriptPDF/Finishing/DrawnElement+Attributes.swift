import TranscriptLayout

extension DrawnElement {
  /// Writes the entries that cairo does not: scope, language, alternative and actual text.
  func writeAttributes(to output: inout ByteWriter) {
    switch scope {
    case .column: output.write("/A<</O/Table/Scope/Column>>")
    case .row: output.write("/A<</O/Table/Scope/Row>>")
    case nil: break
    }
    if let language {
      output.write("/Lang")
      output.write(PDFText.string(language))
    }
    if let alternativeText {
      output.write("/Alt")
      output.write(PDFText.string(alternativeText))
    }
    if let actualText {
      output.write("/ActualText")
      output.write(PDFText.string(actualText))
    }
  }
}
