import TranscriptLayout
import TranscriptModel
import TranscriptPDF
import TranscriptPESC
import TranscriptWorkflow

/// Every stage from a student's file to finished bytes, each with a clock of its own.
///
/// The stages are those of the product, called as `StudentWork` and `StudentDocuments` call them.
final class Pipeline {
  /// The stages, in the order in which they run.
  enum Stage: String, CaseIterable {
    case resolve
    /// Freezing writes the JSON, of which the number is a hash.
    case freeze = "freeze, JSON"
    case pesc = "PESC write, validate, read back, compare"
    case layout
    case pdf = "PDF draw + finish"
  }

  /// What one student cost, in milliseconds of CPU, and what came out.
  struct Outcome {
    var costs: [Stage: Double] = [:]
    /// What XML costs without being read back: measured by itself, and no part of the total.
    var writeAndValidate = 0.0
    var pdf: [UInt8] = []
    var xml: [UInt8] = []
    var json: [UInt8] = []
    var pages = 0

    /// From template to finished bytes: what the bar for a transcript is about.
    var document: Double { (costs[.layout] ?? 0) + (costs[.pdf] ?? 0) }
    var total: Double { costs.values.reduce(0, +) }

    /// Writes the three files of a student into `folder`.
    func write(to folder: String, name: String) throws {
      let world = SystemWorld()
      try world.makeFolder(folder)
      try world.write(pdf, to: "\(folder)/\(name).pdf")
      try world.write(xml, to: "\(folder)/\(name).xml")
      try world.write(json, to: "\(folder)/\(name).json")
    }
  }

  private let ready: ReadyDistrict
  private let assembly: RecordAssembly
  private let template: DocumentTemplate
  private let exporter: PESCExporter
  private let renderer: PDFRenderer
  private let asOf: CalendarDate

  init(ready: ReadyDistrict, place: Place) throws {
    self.ready = ready
    asOf = place.asOf
    assembly = ready.assembly
    template = try DocumentTemplate(
      TemplateFiles(
        name: "templates/official", files: try place.files("templates/official"),
        phrases: Dictionary(
          uniqueKeysWithValues: try place.files("templates/phrases").map { name, bytes in
            (String(name.prefix { $0 != "." }), bytes)
          })))
    exporter = PESCExporter(
      schemas: try PESCSchemas(
        version: .v1_3_0, pescFiles: try place.schemas.map { try place.readAll($0) }))
    renderer = try PDFRenderer(
      resources: try PDFResources(fontFolder: place.fonts, colorProfile: try place.colorProfile))
  }

  /// Runs every stage for a student.
  ///
  /// - Parameter writesAgain: whether XML is written and validated once more by itself, which is no
  ///   part of what a file takes.
  func run(_ student: Student, writesAgain: Bool = true) throws -> Outcome {
    var outcome = Outcome()
    var clock = CPUClock.thread
    func lap(_ stage: Stage) {
      let now = CPUClock.thread
      outcome.costs[stage] = now - clock
      clock = CPUClock.thread
    }
    let delivery = PESCDelivery(createdAt: PESCTimestamp(startOf: asOf))
    let resolution = ready.outcomes(of: student, asOf: asOf)
    lap(.resolve)
    let request = RecordAssembly.Request(status: .official, issuedOn: asOf)
    guard let frozen = assembly.frozen(for: resolution, request: request) else {
      throw MeasureFailure("no plan for the class of \(student.classOf)")
    }
    let record = frozen.record
    outcome.json = frozen.json
    lap(.freeze)
    outcome.xml = try exporter.checkedDocument(for: record, delivery: delivery).bytes
    lap(.pesc)
    let document = try template.layOut(record, measurer: renderer.measurer)
    lap(.layout)
    outcome.pdf = try renderer.render(
      document,
      attachment: AssociatedFile(
        name: "\(record.student.id).xml", summary: "PESC High School Transcript",
        mediaType: "application/xml", bytes: outcome.xml))
    lap(.pdf)
    outcome.pages = document.pages.count
    guard writesAgain else { return outcome }
    let start = CPUClock.thread
    _ = try exporter.document(for: record, delivery: delivery)
    outcome.writeAndValidate = CPUClock.thread - start
    return outcome
  }
}

/// Why nothing can be measured.
struct MeasureFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
