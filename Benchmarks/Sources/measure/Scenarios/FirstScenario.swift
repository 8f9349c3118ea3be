import TranscriptModel
import TranscriptWorkflow

/// The first file of a new process: opening fonts, templates and schemas, and one transcript.
///
/// Only the first scenario of a process measures this.
struct FirstScenario {
  let place: Place

  func run(into table: inout MeasurementTable) throws {
    let loaded = DistrictLoading(world: SystemWorld()).load(place.example, asOf: place.asOf)
    let ready = try place.ready(loaded)
    guard let student = ready.district.students.first else {
      throw MeasureFailure("the example has no students")
    }
    let start = (cpu: CPUClock.process, wall: CPUClock.wall)
    let pipeline = try Pipeline(ready: ready, place: place)
    let opened = CPUClock.process
    _ = try pipeline.run(student, writesAgain: false)
    let end = CPUClock.process
    table.add("first", "open fonts, templates, schemas", opened - start.cpu, "CPU ms")
    table.add("first", "one transcript, cold", end - opened, "CPU ms")
    table.add("first", "until the first file", end - start.cpu, "CPU ms", bar: .atMost(50))
    table.add("first", "until the first file, wall", CPUClock.wall - start.wall, "ms")
  }
}
