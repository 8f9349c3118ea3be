import TranscriptModel
import TranscriptWorkflow

/// CPU to read a district with every check: the example, then a class of 1,000.
struct ImportScenario {
  let place: Place
  let members: Int

  func run(into table: inout MeasurementTable) throws {
    var cold = Sample()
    for _ in 0..<9 {
      let start = CPUClock.thread
      let loaded = DistrictLoading(world: SystemWorld()).load(place.example, asOf: place.asOf)
      cold.add(CPUClock.thread - start)
      _ = try place.ready(loaded)
    }
    table.add("import", "example", cold.median, "CPU ms")
    let world = ClassWorld(
      try ClassMembers(example: place.example, count: members, script: .latin), today: place.asOf)
    var warm = Sample()
    var rows = 0
    for _ in 0..<3 {
      let start = CPUClock.thread
      let loaded = DistrictLoading(world: world).load(ClassWorld.folder, asOf: place.asOf)
      warm.add(CPUClock.thread - start)
      rows = try place.ready(loaded).district.files.values.reduce(0) { $0 + $1.evidence.count }
    }
    table.add("import", "class of \(members)", warm.median, "CPU ms")
    table.add("import", "class, evidence rows", Double(rows), "rows")
    table.add("import", "class, all records kept", Double(world.size) / 1e3 / warm.median, "MB/s")
  }
}
