import TranscriptModel
import TranscriptPESC
import TranscriptWorkflow

/// One student's XML, and what stays in memory over a class of them.
struct XMLScenario {
  let place: Place
  let documents: Int

  func run(into table: inout MeasurementTable) throws {
    let (_, loaded) = try place.members(documents, .latin)
    let ready = try place.ready(loaded)
    let exporter = PESCExporter(
      schemas: try PESCSchemas(
        version: .v1_3_0, pescFiles: try place.schemas.map { try place.readAll($0) }))
    let delivery = PESCDelivery(createdAt: PESCTimestamp(startOf: place.asOf))
    var plain = delivery
    plain.includesExtension = false
    var costs = (whole: Sample(), plain: Sample(), check: Sample())
    var sizes = (whole: Sample(), plain: Sample())
    var resident: [Int: Double] = [:]
    for (index, student) in ready.district.students.enumerated() {
      let record = try record(of: student, ready)
      let start = CPUClock.thread
      let document = try exporter.document(for: record, delivery: delivery)
      let written = CPUClock.thread
      _ = try exporter.checkedDocument(for: record, delivery: delivery)
      let checked = CPUClock.thread
      let native = try exporter.document(for: record, delivery: plain)
      let end = CPUClock.thread
      costs.whole.add(written - start)
      costs.check.add(checked - written)
      costs.plain.add(end - checked)
      sizes.whole.add(Double(document.bytes.count) / 1e3)
      sizes.plain.add(Double(native.bytes.count) / 1e3)
      if [50, documents].contains(index + 1) { resident[index + 1] = Memory.resident }
    }
    table.add("xml", "write + validate", costs.whole.median, "CPU ms", bar: .atMost(1))
    table.add("xml", "write + validate, least", costs.whole.least, "CPU ms")
    table.add("xml", "the same without extension", costs.plain.median, "CPU ms")
    table.add("xml", "write, validate, read back + compare", costs.check.median, "CPU ms")
    table.add("xml", "size", sizes.whole.median, "kB")
    table.add("xml", "size without extension", sizes.plain.median, "kB")
    let growth = (resident[documents] ?? 0) - (resident[50] ?? 0)
    table.add("xml", "memory, growth from document 50 to \(documents)", growth, "MB")
  }

  private func record(of student: Student, _ ready: ReadyDistrict) throws -> TranscriptRecord {
    let resolution = ready.resolve(student, asOf: place.asOf)
    let request = RecordAssembly.Request(status: .official, issuedOn: place.asOf)
    guard let record = ready.assembly.record(for: resolution, request: request) else {
      throw MeasureFailure("no plan for the class of \(student.classOf)")
    }
    return record
  }
}
