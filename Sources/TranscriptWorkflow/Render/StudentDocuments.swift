import Diagnostics
import TranscriptELMO
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
    /// Files that are written once a language, in order.
    var translated: [(kind: DocumentKind, language: String, bytes: [UInt8])] = []
    var document: PESCDocument?
  }

  /// The languages in which a kind of document can be made.
  func languages(of kind: DocumentKind) -> [String] {
    TemplateName.needed(for: kind).first.flatMap { resources.templates[$0]?.languages } ?? []
  }

  /// The bytes of each kind asked for, all made before any is written.
  func files(
    for frozen: FrozenRecord, kinds: [DocumentKind], languages: [String] = ["en"],
    lastWork: [Identifier<ContentArea>: CalendarDate] = [:], delivery: PlannedDelivery
  ) throws(DocumentRefusal) -> Files {
    let record = frozen.record
    var files = Files()
    if kinds.contains(.json) { files.bytes[.json] = frozen.json }
    // What software cannot take keeps nobody from a report that no software reads.
    if kinds.contains(where: \.needsXML) {
      files.document = try pesc(record, delivery.delivery(of: record))
    }
    let xml = files.document?.bytes
    if kinds.contains(.pesc) { files.bytes[.pesc] = xml }
    if kinds.contains(where: { [.pdf, .elmo, .packet].contains($0) }) {
      let pdf = try transcript(record, xml: xml)
      if kinds.contains(.pdf) { files.bytes[.pdf] = pdf }
      if kinds.contains(.packet) { files.bytes[.packet] = try packet(record, pdf: pdf, xml: xml) }
      if kinds.contains(.elmo), let exporter = resources.elmo {
        files.bytes[.elmo] = try elmo(record, pdf: pdf, exporter)
      }
    }
    if kinds.contains(.midYear) {
      files.bytes[.midYear] = try midYear(record, delivery)
    }
    for kind in [DocumentKind.family, .familyPhone] where kinds.contains(kind) {
      guard let name = TemplateName.needed(for: kind).first else { continue }
      for language in languages {
        let bytes = try rendered(name, record, language: language, lastWork: lastWork)
        files.translated.append((kind, language, bytes))
      }
    }
    return files
  }

  /// The mid-year edition, with XML that bears the same number as its pages.
  private func midYear(
    _ record: TranscriptRecord, _ delivery: PlannedDelivery
  ) throws(DocumentRefusal) -> [UInt8] {
    let edition = DocumentNumber(format: record.issuer.documentNumbers)
      .numbered(record, as: .midYear).record
    return try transcript(edition, xml: try pesc(edition, delivery.delivery(of: edition))?.bytes)
  }

  /// What a next school needs, in one archive.
  private func packet(
    _ record: TranscriptRecord, pdf: [UInt8], xml: [UInt8]?
  ) throws(DocumentRefusal) -> [UInt8] {
    let folder = record.student.id.code
    var archive = StoredArchive(day: record.document.issuedOn)
    archive.add("\(folder)/1-transcript.pdf", pdf)
    archive.add("\(folder)/2-competencies.pdf", try rendered(.competencies, record))
    archive.add("\(folder)/3-policy-and-scale.pdf", try rendered(.guide, record))
    if let xml { archive.add("\(folder)/transcript.xml", xml) }
    return archive.bytes
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
    do {
      return try exporter.checkedDocument(for: record, delivery: delivery)
    } catch {
      let faults = ["pesc-schema", "pesc-disagrees"]
      throw DocumentRefusal(
        diagnostics: error.diagnostics,
        isFault: error.diagnostics.contains { faults.contains($0.code.name) })
    }
  }

  /// A transcript with its XML, read back before it is released.
  private func transcript(
    _ record: TranscriptRecord, xml: [UInt8]?
  ) throws(DocumentRefusal) -> [UInt8] {
    let attachment = xml.map { Self.associated($0, of: record) }
    let bytes = try rendered(.official, record, attachment: attachment)
    do {
      try require(bytes, toState: record, xml: xml)
    } catch { throw Self.refusal(error) }
    return bytes
  }

  /// The XML as the file that a transcript carries.
  static func associated(_ xml: [UInt8], of record: TranscriptRecord) -> AssociatedFile {
    AssociatedFile(
      name: "\(record.student.id).xml", summary: "PESC High School Transcript",
      mediaType: "application/xml", bytes: xml)
  }

  private func rendered(
    _ name: TemplateName, _ record: TranscriptRecord, language: String = "en",
    lastWork: [Identifier<ContentArea>: CalendarDate] = [:], attachment: AssociatedFile? = nil
  ) throws(DocumentRefusal) -> [UInt8] {
    do {
      return try rendered(name, attachment: attachment) { template, measurer in
        try template.layOut(
          record, language: language, lastWork: lastWork, measurer: measurer)
      }
    } catch { throw Self.refusal(error) }
  }

  /// The profile of a school, and how many pages it has.
  func profile(
    _ content: SchoolProfileContent
  ) throws(DocumentRefusal) -> (bytes: [UInt8], pages: Int) {
    var pages = 0
    do {
      let bytes = try rendered(.profile, attachment: nil) { template, measurer in
        let document = try template.layOut(profile: content, measurer: measurer)
        pages = document.pages.count
        return document
      }
      return (bytes, pages)
    } catch { throw Self.refusal(error) }
  }

  /// The page on how to read the school's transcripts; `record` lends letterhead and rules only.
  func guide(_ record: TranscriptRecord) throws(DocumentRefusal) -> [UInt8] {
    try rendered(.guide, record)
  }

  private func rendered(
    _ name: TemplateName, attachment: AssociatedFile?,
    layOut: (DocumentTemplate, any TextMeasurer) throws -> LaidOutDocument
  ) throws -> [UInt8] {
    guard let renderer, let template = resources.templates[name] else {
      throw DocumentRefusal(
        diagnostics: [
          Diagnostic(.internalFault, "the template \(name.rawValue) was not prepared")
        ], isFault: true)
    }
    return try renderer.render(
      layOut(template, renderer.measurer), attachment: attachment)
  }

  private static func refusal(_ error: any Error) -> DocumentRefusal {
    switch error {
    case let refusal as DocumentRefusal: return refusal
    case let failure as LayoutFailure:
      return DocumentRefusal(diagnostics: failure.diagnostics.sorted, isFault: false)
    case let failure as PDFFailure:
      let isData = failure.diagnostics.allSatisfy { $0.code == .missingGlyph }
      return DocumentRefusal(diagnostics: failure.diagnostics, isFault: !isData)
    default:
      return DocumentRefusal(
        diagnostics: [Diagnostic(.internalFault, "\(error)")], isFault: true)
    }
  }

  /// Reads the finished file back: it has to state the record's facts and carry the same XML.
  private func require(
    _ pdf: [UInt8], toState record: TranscriptRecord, xml: [UInt8]?
  ) throws {
    let finished = try FinishedPDF(pdf)
    let facts = TranscriptFacts(pagesOf: record)
    let official = resources.templates[.official]
    var differences = PrintedFacts(finished).differences(from: facts) { number in
      official?.shortMark(number) ?? number
    }
    // The XML has been compared with the record already: here its bytes are enough.
    if finished.attachment != xml {
      differences += EnclosedXML.differences(in: finished, from: facts, xml: xml)
    }
    guard differences.isEmpty else {
      throw DocumentRefusal(
        diagnostics: differences.map {
          // A row that the record does not have is on the right: it is what was printed.
          Self.disagreement(
            $0.name, value: $0.left.isEmpty ? $0.right : $0.left, of: record.student.id)
        }, isFault: true)
    }
  }

  static func disagreement(
    _ name: String, value: String, of student: Identifier<Student>
  ) -> Diagnostic {
    Diagnostic(
      .pdfDisagrees, "record \(student): the PDF does not state \(name)",
      excerpt: Excerpt(cell: value, isPersonal: true), hint: DiagnosticCode.pdfDisagrees.remedy)
  }
}
