import Diagnostics
import Testing
import TranscriptModel

@testable import TranscriptWorkflow

/// A narrative is one student's alone.
@Suite struct NarrativeHoldTests {
  @Test func `A control character in a narrative holds the student whose it is`() async throws {
    var files = try Project.example("tiny")
    files["district/narratives/1.txt"] = Array("A. Advisor\n\nWren\u{0B} asks why.\n".utf8)
    let world = MemoryWorld(files)
    let loaded = DistrictLoading(world: world).load("district", asOf: Project.day)
    #expect(
      loaded.diagnostics.contains {
        $0.location?.file == "narratives/1.txt" && $0.severity == .error
      }
    )
    let kinds: [DocumentKind] = [.pesc]
    let batch = RenderBatch(
      world: world, ready: try #require(loaded.ready), loaded: loaded,
      resources: try DocumentResources(
        kinds: kinds, folders: Project.folders, writesBatch: false, world: SystemWorld()),
      options: RenderOptions(outputFolder: "out", kinds: kinds, asOf: Project.day))
    let summary = try await batch.run()
    let lines = summary.lines.sorted { $0.student.code < $1.student.code }
    #expect(lines.map(\.outcome) == [.held, .done])
    #expect(
      lines.first?.reasons.flatMap(\.related).map(\.location.file) == ["narratives/1.txt"])
  }
}
