import TranscriptModel
import TranscriptWorkflow

/// CPU of each stage for one transcript: the median over a warm run through distinct students.
struct StagesScenario {
  let place: Place
  let documents: Int
  let script: ClassMembers.Script
  /// A folder for the first twenty measured documents; other programs are compared on them.
  var keep: String?

  func run(into table: inout MeasurementTable) throws {
    let name = "stages/\(script.rawValue)"
    let warmUp = min(100, documents)
    let (_, loaded) = try place.members(documents + warmUp, script)
    let ready = try place.ready(loaded)
    let pipeline = try Pipeline(ready: ready, place: place)
    var samples: [Pipeline.Stage: Sample] = [:]
    var document = Sample()
    var xml = Sample()
    var total = Sample()
    var sizes = (pdf: Sample(), xml: Sample(), json: Sample(), pages: Sample())
    var digest: UInt64 = 0
    for (index, student) in ready.district.students.enumerated() {
      let outcome = try pipeline.run(student)
      digest = digest &* 31 &+ Digest.of(outcome.pdf) &+ Digest.of(outcome.xml)
      if index < warmUp { continue }
      if let keep, index < warmUp + 20 { try outcome.write(to: keep, name: student.id.code) }
      for (stage, cost) in outcome.costs { samples[stage, default: Sample()].add(cost) }
      document.add(outcome.document)
      xml.add(outcome.writeAndValidate)
      total.add(outcome.total)
      sizes.pdf.add(Double(outcome.pdf.count) / 1e3)
      sizes.xml.add(Double(outcome.xml.count) / 1e3)
      sizes.json.add(Double(outcome.json.count) / 1e3)
      sizes.pages.add(Double(outcome.pages))
    }
    for stage in Pipeline.Stage.allCases {
      table.add(name, stage.rawValue, samples[stage]?.median ?? 0, "CPU ms")
    }
    table.add(name, "PESC write + validate", xml.median, "CPU ms", bar: .atMost(1))
    let bar: Measurement.Bar = .atMost(script == .latin ? 8 : 12)
    table.add(name, "template to PDF bytes", document.median, "CPU ms", bar: bar)
    table.add(name, "template to PDF bytes, mean", document.mean, "CPU ms")
    table.add(name, "student, all stages", total.median, "CPU ms")
    table.add(name, "PDF size", sizes.pdf.median, "kB", bar: .atMost(60))
    table.add(name, "XML size", sizes.xml.median, "kB")
    table.add(name, "JSON size", sizes.json.median, "kB")
    table.add(name, "pages", sizes.pages.mean, "pages, mean")
    table.digests.append((name, String(digest, radix: 16)))
  }
}
