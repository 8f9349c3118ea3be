import TranscriptModel
import TranscriptWorkflow

/// What stays in memory over thousands of distinct documents, beside the district that was read.
struct MemoryScenario {
  let place: Place
  let documents: Int

  func run(into table: inout MeasurementTable) throws {
    let (_, loaded) = try place.members(documents, .latin)
    let ready = try place.ready(loaded)
    let district = Memory.resident
    Memory.resetPeak()
    let pipeline = try Pipeline(ready: ready, place: place)
    let marks = [min(50, documents), min(1_000, documents), documents]
    var resident: [Double] = []
    for (index, student) in ready.district.students.enumerated() {
      _ = try pipeline.run(student)
      if marks.contains(index + 1) { resident.append(Memory.resident) }
    }
    table.add("memory", "district of \(documents) students, read", district, "MB")
    for (mark, value) in zip(marks, resident) {
      table.add("memory", "renderer after \(mark) documents", value - district, "MB")
    }
    table.add(
      "memory", "growth after document \(marks[0])", (resident.last ?? 0) - resident[0], "MB")
    table.add("memory", "renderer, peak", Memory.peak - district, "MB", bar: .atMost(60))
  }
}
