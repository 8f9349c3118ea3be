import Diagnostics
import TranscriptModel
import TranscriptWorkflow

/// The product's own batch over a class, on one worker and on two: resolve to finished files.
struct WorkersScenario {
  let place: Place
  let members: Int
  let repeats: Int

  func run(into table: inout MeasurementTable) async throws {
    let (memory, loaded) = try place.members(members, .latin)
    let world = StoringWorld(memory)
    let ready = try place.ready(loaded)
    let resources = try DocumentResources(
      kinds: DocumentKind.standard, folders: place.folders, world: SystemWorld())
    var cpu: [Int: Sample] = [:]
    var wall: [Int: Sample] = [:]
    var digests: Set<UInt64> = []
    for _ in 0..<repeats {
      for jobs in [1, 2] {
        var options = RenderOptions(outputFolder: "out", asOf: place.asOf, jobs: jobs)
        options.usesProcesses = true
        let batch = RenderBatch(
          world: world, ready: ready, loaded: loaded, resources: resources, options: options)
        let start = (cpu: CPUClock.family, wall: CPUClock.wall)
        let summary = try await batch.run()
        cpu[jobs, default: Sample()].add((CPUClock.family - start.cpu) / 1e3)
        wall[jobs, default: Sample()].add((CPUClock.wall - start.wall) / 1e3)
        let held = summary.lines.filter { $0.outcome != .done }
        if let first = held.first {
          throw MeasureFailure(
            "\(held.count) of \(members) were not rendered: \(first.reasons.map(\.message))")
        }
        let folders = DocumentKind.standard.map { "out/\($0.folder)" }
        digests.insert(try world.takeWritten(in: folders).digest)
      }
    }
    report(cpu, wall, into: &table)
    guard digests.count == 1, let digest = digests.first else {
      throw MeasureFailure("runs over the same class gave \(digests.count) different outputs")
    }
    table.digests.append(("workers", String(digest, radix: 16)))
  }

  private func report(
    _ cpu: [Int: Sample], _ wall: [Int: Sample], into table: inout MeasurementTable
  ) {
    let name = "workers"
    for jobs in [1, 2] {
      let title = "class of \(members), \(jobs) worker\(jobs == 1 ? "" : "s")"
      table.add(name, title, cpu[jobs]?.median ?? 0, "CPU s")
      let bar: Measurement.Bar? = jobs == 2 ? .atMost(5 * Double(members) / 1e3) : nil
      table.add(name, title + ", wall", wall[jobs]?.least ?? 0, "s", bar: bar)
    }
    let one = cpu[1]?.median ?? 0
    let two = cpu[2]?.median ?? 0
    table.add(
      name, "speed-up on 2 workers, wall", (wall[1]?.least ?? 0) / (wall[2]?.least ?? 1), "times",
      bar: .atLeast(1.8))
    // What two idle cores would give: the second worker's cost is what it adds in CPU.
    table.add(name, "speed-up on 2 workers, by CPU", 2 * one / two, "times", bar: .atLeast(1.8))
  }
}
