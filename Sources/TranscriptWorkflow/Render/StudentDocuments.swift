import Diagnostics
import TranscriptELMO
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

  /// The files of one delivery, with the XML as a value where there is one.
  struct Files {
    var bytes: [DocumentKind: [UInt8]] = [:]
    var document: PESCDocument?
  }

  /// The bytes of each kind asked for, all made before any is written.
  func files(
    for record: TranscriptRecord, kinds: [DocumentKind], delivery: PlannedDelivery
  ) throws(DocumentRefusal) -> Files {
    var files = Files()
    if kinds.contains(.json) { files.bytes[.json] = RecordJSON(record).bytes }
    files.document = try pesc(record, delivery.delivery(of: record))
    let xml = files.document?.bytes
    if kinds.contains(.pesc) { files.bytes[.pesc] = xml }
    let pdf = try pdf(record, xml: xml)
    if kinds.contains(.pdf) { files.bytes[.pdf] = pdf }
    if let pdf, let exporter = resources.elmo {
      files.bytes[.elmo] = try elmo(record, pdf: pdf, exporter)
    }
    return files
  }

  private func elmo(
    _ record: TranscriptRecord, pdf: [UInt8], _ exporter: ELMOExporter
  ) throws(DocumentRefusal) -> [UInt8] {
    let createdAt = PESCTimestamp(startOf: record.document.issuedOn).text
    do throws(ELMORefusal) {
      return try exporter.document(
        for: record, delivery: ELMODelivery(generatedAt: createdAt, pdf: pdf))
    } catch {
      throw DocumentRefusal(
        diagnostics: error.diagnostics,
        isFault: error.diagnostics.contains { $0.code == ELMOCodes.schema })
    }
  }

  private func pesc(
    _ record: TranscriptRecord, _ delivery: PESCDelivery
  ) throws(DocumentRefusal) -> PESCDocument? {
    guard let exporter = resources.pesc else { return nil }
    let document: PESCDocument
    do {
      document = try exporter.document(for: record, delivery: delivery)
    } catch {
      throw DocumentRefusal(
        diagnostics: error.diagnostics,
        isFault: error.diagnostics.contains { $0.code.name == "pesc-schema" })
    }
    let differences = CrossCheck.findings(in: document.bytes, of: record)
    guard differences.isEmpty else {
      throw DocumentRefusal(diagnostics: differences.map(\.diagnostic), isFault: true)
    }
    return document
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
