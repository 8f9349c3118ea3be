import Foundation
import Testing
import TranscriptImport
import TranscriptModel
import TranscriptWorkflow

/// What becomes of rows that an import cannot use, on the machine's own files.
@Suite struct RejectFolderTests {
  private static let header =
    "student name,student id,student sis id,assessment title,assessment id,assessment type,"
    + "submission date,learning outcome name,learning outcome id,attempt,outcome score,"
    + "learning outcome rating\n"

  private func row(_ student: String, _ title: String = "Bridge") -> String {
    ",\(student),\(student),\(title),71,assignment,2026-09-20T14:00:00Z,A.1,51,1,2,Proficient\n"
  }

  /// A copy of the smallest example in a folder of its own.
  private struct Place {
    let root: URL
    var district: String { root.appending(path: "district").path }
    var rejects: String { root.appending(path: "rejected").path }

    init() throws {
      root = FileManager.default.temporaryDirectory.appending(path: "rejects-\(UUID())")
      try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
      let package = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
      try FileManager.default.copyItem(
        at: package.appending(path: "examples/tiny"), to: root.appending(path: "district"))
    }

    func write(_ name: String, _ text: String) throws -> String {
      let url = root.appending(path: name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
      return url.path
    }

    func read(_ path: String) throws -> String {
      try String(contentsOf: URL(filePath: path), encoding: .utf8)
    }

    var names: [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: rejects)) ?? []).sorted()
    }

    func remove() { try? FileManager.default.removeItem(at: root) }

    @discardableResult
    func run(_ paths: [String], allOrNothing: Bool = false) throws -> RejectFolder.Outcome {
      var options = ImportPlanner.Options()
      options.constants = ["purpose": "summative"]
      options.isAllOrNothing = allOrNothing
      let run = ImportRun(world: SystemWorld(), folder: district, options: options)
      return try run.carryOut(try run.plan(paths, isForReal: true), of: paths, rejects: rejects)
    }
  }

  @Test(arguments: [
    ("d", "d-rejected"), ("a/d/", "a/d-rejected"), ("/x/d", "/x/d-rejected"),
    ("..x", "..x-rejected"),
  ])
  func `rejected rows are kept beside the district`(district: String, place: String) {
    #expect(RejectPlace.beside(district) == place)
  }

  @Test func `of the current folder, by its name, and never in it`() throws {
    let here = URL(filePath: ".").standardizedFileURL.lastPathComponent
    #expect(RejectPlace.beside(".") == "../\(here)-rejected")
    #expect(RejectPlace.beside("./") == "../\(here)-rejected")
    #expect(RejectPlace.isInside("evidence", district: "."))
    #expect(RejectPlace.isInside("./nowhere/x", district: "nowhere/"))
    #expect(RejectPlace.isInside("a/../nowhere", district: "nowhere"))
    #expect(!RejectPlace.isInside("nowhere-rejected", district: "nowhere"))
    #expect(!RejectPlace.isInside("../rejected", district: "."))
    let place = try Place()
    defer { place.remove() }
    let link = place.root.appending(path: "link").path
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: place.district)
    #expect(RejectPlace.isInside(link + "/evidence", district: place.district))
  }

  @Test func `another import never writes over the rows of an earlier one`() throws {
    let place = try Place()
    defer { place.remove() }
    let fall = try place.write("canvas.csv", Self.header + row("91"))
    let first = try place.run([fall])
    _ = try place.write("canvas.csv", Self.header + row("92"))
    let second = try place.run([fall])
    #expect(first.written.count == 1 && second.written.count == 1)
    #expect(first.written != second.written)
    #expect(try place.read(first.written[0]) == Self.header + row("91"))
    #expect(try place.read(second.written[0]) == Self.header + row("92"))
    #expect(second.settled == [])
  }

  @Test func `the reasons lie beside the rows, and importing the folder passes over them`() throws {
    let place = try Place()
    defer { place.remove() }
    let file = try place.write("canvas.csv", Self.header + row("1") + row("91"))
    let outcome = try place.run([file])
    let name = try #require(place.names.first { $0.hasSuffix(".reasons.csv") })
    let lines = try place.read(place.rejects + "/" + name).split(separator: "\n")
    // The row is the second line of the reject file and the third of the source.
    #expect(lines.count == 2)
    #expect(lines[1].contains(",2,canvas.csv,"))
    #expect(lines[1].contains(",3,5,unknown-student,"))
    let again = try place.run([place.rejects])
    #expect(again.written == outcome.written && again.settled == [])
  }

  @Test func `a mended file is imported, and removed once all of its rows were`() throws {
    let place = try Place()
    defer { place.remove() }
    let file = try place.write("canvas.csv", Self.header + row("91") + row("92", "Tower"))
    let path = try #require(try place.run([file]).written.first)
    try (Self.header + row("1") + row("92", "Tower")).write(
      toFile: path, atomically: true, encoding: .utf8)
    let half = try place.run([path])
    #expect(half.replaced == [path] && half.settled == [])
    #expect(half.written.count == 1 && half.written != [path])
    #expect(try place.read(half.written[0]) == Self.header + row("92", "Tower"))
    try (Self.header + row("2", "Tower")).write(
      toFile: half.written[0], atomically: true, encoding: .utf8)
    #expect(try place.run(half.written).settled == half.written)
    #expect(place.names == [])
  }

  @Test func `rows of a source that is imported again are settled, but not one being mended`()
    throws
  {
    let place = try Place()
    defer { place.remove() }
    let file = try place.write("canvas.csv", Self.header + row("91"))
    let path = try #require(try place.run([file]).written.first)
    #expect(try place.run([file]).written == [path])
    #expect(place.names.count == 2)
    try (Self.header + row("1")).write(toFile: path, atomically: true, encoding: .utf8)
    let again = try place.run([file])
    #expect(again.settled == [] && again.written != [path])
    #expect(try place.read(path) == Self.header + row("1"))
  }

  @Test func `with all or nothing no file is touched`() throws {
    let place = try Place()
    defer { place.remove() }
    let file = try place.write("canvas.csv", Self.header + row("1") + row("91"))
    #expect(try place.run([file], allOrNothing: true) == RejectFolder.Outcome())
    #expect(place.names == [])
  }

  @Test func `two files of one name keep their rows apart`() throws {
    let place = try Place()
    defer { place.remove() }
    let fall = try place.write("fall/canvas.csv", Self.header + row("91"))
    let spring = try place.write("spring/canvas.csv", Self.header + row("92"))
    let outcome = try place.run([fall, spring])
    #expect(outcome.written.count == 2)
    #expect(outcome.written.allSatisfy { $0.contains("canvas") })
  }

  @Test func `a mended row says where it came from at first, unless rows were taken out`() throws {
    let place = try Place()
    defer { place.remove() }
    let file = try place.write(
      "canvas.csv", Self.header + row("1") + row("91", "Tunnel") + row("92", "Tower"))
    let first = try #require(try place.run([file]).written.first)
    let text = try place.read(first)
    let name = URL(filePath: first).lastPathComponent
    let mended = text.replacing(",91,91,", with: ",1,1,").replacing(",92,92,", with: ",2,2,")
    try mended.write(toFile: first, atomically: true, encoding: .utf8)
    try place.run([first])
    let table = try place.read(place.district + "/evidence/canvas-outcome-results.csv")
    #expect(table.contains("\(name):2 from canvas.csv:3 sha256:"))
    #expect(table.contains("\(name):3 from canvas.csv:4 sha256:"))
    #expect(place.names.isEmpty)
    // Of a file with a row less nobody knows which is which.
    let more = try place.write(
      "more.csv", Self.header + row("91", "Mill") + row("92", "Yard"))
    let second = try #require(try place.run([more]).written.first)
    let rest = try place.read(second).split(separator: "\n", omittingEmptySubsequences: false)
    try [rest[0], rest[2], ""].joined(separator: "\n").replacing(",92,92,", with: ",2,2,")
      .write(toFile: second, atomically: true, encoding: .utf8)
    try place.run([second])
    let after = try place.read(place.district + "/evidence/canvas-outcome-results.csv")
    #expect(after.contains(URL(filePath: second).lastPathComponent + ":2 sha256:"))
  }

  @Test func `a row that was mended twice says where it came from at first`() throws {
    let place = try Place()
    defer { place.remove() }
    let file = try place.write(
      "canvas.csv", Self.header + row("1") + row("91", "Tunnel") + row("92", "Tower"))
    let first = try #require(try place.run([file]).written.first)
    try place.read(first).replacing(",91,91,", with: ",1,1,")
      .write(toFile: first, atomically: true, encoding: .utf8)
    let second = try #require(try place.run([first]).written.first)
    try place.read(second).replacing(",92,92,", with: ",2,2,")
      .write(toFile: second, atomically: true, encoding: .utf8)
    // However the path is written, the file is the one in the folder.
    let other = place.rejects + "/../rejected/./" + URL(filePath: second).lastPathComponent
    #expect(try place.run([other]).settled == [second])
    let table = try place.read(place.district + "/evidence/canvas-outcome-results.csv")
    #expect(
      table.contains("\(URL(filePath: second).lastPathComponent):2 from canvas.csv:4 sha256:"))
    #expect(place.names.isEmpty)
  }

  @Test func `a file with a number in its name is replaced when its rows are rejected again`()
    throws
  {
    let place = try Place()
    defer { place.remove() }
    let file = try place.write("canvas.csv", Self.header + row("91"))
    let first = try #require(try place.run([file]).written.first)
    // Somebody has begun to mend it, so that the next import writes beside it.
    try (place.read(first) + row("92")).write(toFile: first, atomically: true, encoding: .utf8)
    let second = try #require(try place.run([file]).written.first)
    #expect(second.hasSuffix("-2.csv"))
    let last = try place.run([second])
    #expect(last.settled.isEmpty && last.written == [second])
  }
}
