import Diagnostics
import TranscriptJSON
import TranscriptLayout
import TranscriptModel
import TranscriptPDF
import TranscriptPESC

/// Why no document could be made of a record.
struct DocumentRefusal: Error {
  /// What was wrong.
  let diagnostics: [Diagnostic]
  /// Whether the program is at fault, not the data.
  let isFault: Bool
}

/// Makes the files of one student.
///
/// One worker owns one: shaped text is never shared.
final class StudentDocuments {
  private let resources: DocumentResources
  private let renderer: PDFRenderer?

  init(resources: DocumentResources) throws(PDFFailure) {
    self.resources = resources
    if let pdf = resources.pdf {
      renderer = try PDFRenderer(resources: pdf)
    } else {
      renderer = nil
    }
  }

  /// The bytes of each kind asked for, all made before any is written.
  func files(
    for record: TranscriptRecord, kinds: [DocumentKind]
  ) throws(DocumentRefusal) -> [DocumentKind: [UInt8]] {
    var files: [DocumentKind: [UInt8]] = [:]
    if kinds.contains(.json) { files[.json] = RecordJSON(record).bytes }
    let xml = try pesc(record)
    if kinds.contains(.pesc) { files[.pesc] = xml }
    if kinds.contains(.pdf) { files[.pdf] = try pdf(record, xml: xml) }
    return files
  }

  private func pesc(_ record: TranscriptRecord) throws(DocumentRefusal) -> [UInt8]? {
    guard let exporter = resources.pesc else { return nil }
    let delivery = PESCDelivery(createdAt: PESCTimestamp(startOf: record.document.issuedOn))
    let bytes: [UInt8]
    do {
      bytes = try exporter.document(for: record, delivery: delivery).bytes
    } catch {
      throw DocumentRefusal(
        diagnostics: error.diagnostics,
        isFault: error.diagnostics.contains { $0.code.name == "pesc-schema" })
    }
    let differences = CrossCheck.findings(in: bytes, of: record)
    guard differences.isEmpty else {
      throw DocumentRefusal(diagnostics: differences.map(\.diagnostic), isFault: true)
    }
    return bytes
  }

  private func pdf(
    _ record: TranscriptRecord, xml: [UInt8]?
  ) throws(DocumentRefusal) -> [UInt8]? {
    guard let renderer, let template = resources.official else { return nil }
    let attachment = xml.map { bytes in
      AssociatedFile(
        name: "\(record.student.id).xml", summary: "PESC High School Transcript",
        mediaType: "application/xml", bytes: bytes)
    }
    do {
      let document = try template.layOut(record, measurer: renderer.measurer)
      let bytes = try renderer.render(document, attachment: attachment)
      try require(bytes, toState: record, xml: xml)
      return bytes
    } catch let refusal as DocumentRefusal {
      throw refusal
    } catch let failure as LayoutFailure {
      throw DocumentRefusal(diagnostics: failure.diagnostics.sorted, isFault: false)
    } catch let failure as PDFFailure {
      let isData = failure.diagnostics.allSatisfy { $0.code == .missingGlyph }
      throw DocumentRefusal(diagnostics: failure.diagnostics, isFault: !isData)
    } catch {
      throw DocumentRefusal(
        diagnostics: [Diagnostic(.internalFault, "\(error)")], isFault: true)
    }
  }

  /// Reads the finished file back: it has to state the record's facts and carry the same XML.
  private func require(
    _ pdf: [UInt8], toState record: TranscriptRecord, xml: [UInt8]?
  ) throws {
    let finished = try FinishedPDF(pdf)
    let facts = TranscriptFacts(record)
    var differences = PrintedFacts(finished).differences(from: facts)
    // The XML has been compared with the record already: here its bytes are enough.
    if finished.attachment != xml {
      differences += EnclosedXML.differences(in: finished, from: facts, xml: xml)
    }
    guard differences.isEmpty else {
      throw DocumentRefusal(
        diagnostics: differences.map { difference in
          Diagnostic(
            .pdfDisagrees, "record \(record.student.id): the PDF does not state \(difference.name)",
            excerpt: Excerpt(cell: difference.left, isPersonal: true),
            hint: DiagnosticCode.pdfDisagrees.remedy)
        }, isFault: true)
    }
  }
}
