@testable import CairoKit
import Foundation
import Testing

@Suite("Font library", .enabled(if: hasFonts, "run fonts/prepare first"))
struct FontLibraryTests {
  @Test("The prepared folder is what its manifest says")
  func preparedFolderIsVerified() throws {
    let library = try FontLibrary(folder: fontFolder)
    try library.verifyAll()
    #expect(library.manifest.entries.contains { $0.family == "Vollkorn" && $0.style == "SemiBold" })
  }

  @Test("A changed, a missing and an unknown file are all named")
  func differencesAreNamed() throws {
    let copy = try copyOfFolder()
    defer { try? FileManager.default.removeItem(atPath: copy) }
    let changed = copy + "/files/MasteryMarks.ttf"
    var data = try Data(contentsOf: URL(fileURLWithPath: changed))
    data.append(0)
    try data.write(to: URL(fileURLWithPath: changed))
    #expect(throws: CairoError.self) { try FontLibrary(folder: copy).verifyAll() }

    try FileManager.default.moveItem(atPath: changed, toPath: copy + "/files/Other.ttf")
    let expected = ["Other.ttf: not in the manifest", "MasteryMarks.ttf: missing"]
    #expect(throws: CairoError.fontFolder(path: copy, problems: expected)) {
      try FontLibrary(folder: copy)
    }
  }

  @Test("A changed file is refused when a text first uses it")
  func changedFilesAreNotUsed() throws {
    let copy = try copyOfFolder()
    defer { try? FileManager.default.removeItem(atPath: copy) }
    let changed = URL(fileURLWithPath: copy + "/files/MasteryMarks.ttf")
    var data = try Data(contentsOf: changed)
    data.append(0)
    try data.write(to: changed)
    let engine = try TextEngine(fonts: FontLibrary(folder: copy))
    let sans = try engine.style(.sans())
    _ = engine.line("other fonts are untouched", style: sans)
    #expect(engine.failure == nil)
    let marks = try engine.style(ShapingStyle(family: "Transcript Marks", size: 9))
    _ = engine.line("\u{E201}", style: marks)
    #expect(engine.failure != nil)
  }

  @Test("The digest is SHA-256")
  func digestIsSHA256() {
    // FIPS 180-4 example: SHA-256 of "abc".
    #expect(
      Digest.sha256(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("The processor and the library give one digest, whatever the length")
  func digestsAgree() {
    for count in Array(0...200) + [4096, 100_003] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 / 256) }
      #expect(Digest.sha256(bytes) == Digest.sha256ByLibrary(bytes), "\(count) bytes")
    }
  }

  private func copyOfFolder() throws -> String {
    let copy = FileManager.default.temporaryDirectory
      .appendingPathComponent("fonts-\(UUID().uuidString)").path
    try FileManager.default.copyItem(atPath: fontFolder, toPath: copy)
    return copy
  }
}
