import TranscriptLayout

extension StructureElement {
  /// Writes scope, language, alternative and actual text.
  func writeAttributes(to output: inout ByteWriter) {
    switch role {
    case .tableHeader(.column): output.write("/A<</O/Table/Scope/Column>>")
    case .tableHeader(.row): output.write("/A<</O/Table/Scope/Row>>")
    default: break
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
