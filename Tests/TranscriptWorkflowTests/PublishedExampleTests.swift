import Foundation
import Testing
import TranscriptModel
import TranscriptPESC

@testable import TranscriptWorkflow

/// `docs/pesc/example-1.3.0.xml` is what `render docs/pesc/example` writes on the day named here.
///
/// `UPDATE_DOCS=1` writes it anew.
@Suite struct PublishedExampleTests {
  private static let folder = Project.root.appending(path: "docs/pesc")
  private static let day = CalendarDate(iso: "2027-06-18") ?? CalendarDate(dayNumber: 0)

  private static func world() throws -> MemoryWorld {
    var files: [String: [UInt8]] = [:]
    let example = folder.appending(path: "example")
    for case let path as String in FileManager.default.enumerator(atPath: example.path) ?? .init() {
      let url = example.appending(path: path)
      if url.hasDirectoryPath { continue }
      guard let bytes = try? Data(contentsOf: url) else { continue }
      files["district/\(path)"] = [UInt8](bytes)
    }
    return MemoryWorld(files)
  }

  @Test func `The published example is what render writes`() async throws {
    let world = try Self.world()
    let loaded = DistrictLoading(world: world).load("district", asOf: Self.day)
    #expect(loaded.checkedForPESC(asOf: Self.day).diagnostics.isEmpty, "\(loaded.diagnostics)")
    let batch = RenderBatch(
      world: world, ready: try #require(loaded.ready), loaded: loaded,
      resources: try DocumentResources(
        kinds: [.pesc], folders: Project.folders, world: SystemWorld()),
      options: RenderOptions(outputFolder: "out", kinds: [.pesc], asOf: Self.day))
    let summary = try await batch.run()
    #expect(summary.lines.map(\.outcome) == [.done])
    let bytes = try #require(world.all["out/pesc/1.xml"])
    let lines = Self.indented(String(decoding: bytes, as: UTF8.self))
    let file = Self.folder.appending(path: "example-1.3.0.xml")
    if ProcessInfo.processInfo.environment["UPDATE_DOCS"] == "1" {
      try lines.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == lines)
  }

  @Test func `The page for receivers quotes the example`() throws {
    let page = try String(contentsOf: Self.folder.appending(path: "../pesc.md"), encoding: .utf8)
    let example = try String(
      contentsOf: Self.folder.appending(path: "example-1.3.0.xml"), encoding: .utf8)
    for line in [
      "<Competency id=\"M.EQ\" level=\"PR\" date=\"2026-05-20\">",
      "<Alignment>HSA-REI.A.1</Alignment>", "<Evidence>e-1 e-2</Evidence>",
    ] {
      #expect(page.contains(line) && example.contains(line), "\(line)")
    }
  }

  /// Every tag on a line of its own, leaves on one.
  private static func indented(_ document: String) -> String {
    let parts = document.replacing("\n", with: "").replacing("><", with: ">\n<").split(
      separator: "\n")
    var depth = 0
    return parts.reduce(into: "") { text, part in
      if part.hasPrefix("</") { depth -= 1 }
      text += String(repeating: "  ", count: depth) + part + "\n"
      let isWhole = part.hasPrefix("<?") || part.hasSuffix("/>") || part.contains("</")
      if !isWhole { depth += 1 }
    }
  }
}
