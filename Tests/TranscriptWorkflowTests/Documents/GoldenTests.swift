import Foundation
import Testing
import TranscriptPDF

@testable import TranscriptWorkflow

private let hasPoppler = SampleDocuments.program("pdftoppm") != nil

/// Documents look as they did when a person last looked at them.
///
/// Pictures are greyscale at 24 dots an inch, so that a moved line shows and a font renderer's
/// rounding does not. `UPDATE_GOLDENS=1 swift test --filter GoldenTests` writes them anew; look at
/// them before they are committed.
@Suite(
  "Golden documents",
  .enabled(if: hasDocumentResources && hasPoppler, "the fonts or poppler-utils are missing"))
struct GoldenTests {
  private static let folder = Project.root.appending(path: "Tests/TranscriptWorkflowTests/Goldens")
  private static let isUpdate = ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"

  /// The pages with pictures: each kind, status and language once.
  static let pictured: [(name: String, page: Int)] =
    [
      ("official.usual", 1), ("official.usual", 2), ("official.draft", 1),
      ("official.unofficial", 1), ("official.amended", 1), ("official.mid-year", 1),
      ("official.issued-to-student", 1), ("competencies.usual", 1), ("guide", 1), ("profile", 1),
      ("family.ar", 2), ("family.en", 2), ("family.zh-Hans", 2),
    ]
    + ["ar", "en", "es", "ht", "pl", "pt-BR", "zh-Hans"].flatMap {
      [("family.\($0)", 1), ("family-phone.\($0)", 1)]
    }

  /// At most so much of a page may differ by more than a quarter of the way from black to white.
  private static let changedShare = 0.004
  /// The mean difference of all dots, of 255.
  private static let meanDifference = 1.5

  @Test(arguments: pictured)
  func `A page looks as it did`(name: String, page: Int) throws {
    let preview = try #require(SampleDocuments.all.get().first { $0.name == "\(name).pdf" })
    let picture = try Self.picture(preview.bytes, page: page)
    let file = Self.folder.appending(path: "\(name)-\(page).pgm")
    if Self.isUpdate { try Self.write(picture, to: file) }
    let golden = Array(try Data(contentsOf: file))
    let (now, then) = (Self.dots(picture), Self.dots(golden))
    #expect(now.header == then.header)
    guard now.header == then.header else { return }
    let differences = zip(now.dots, then.dots).map { abs(Int($0) - Int($1)) }
    let changed = Double(differences.count { $0 > 64 }) / Double(differences.count)
    let mean = Double(differences.reduce(0, +)) / Double(differences.count)
    #expect(changed <= Self.changedShare, "\(name), page \(page): \(changed) of the dots changed")
    #expect(mean <= Self.meanDifference, "\(name), page \(page): mean difference \(mean)")
  }

  @Test func `Every document says what it said`() throws {
    for preview in try SampleDocuments.all.get() where !preview.name.contains(".long.") {
      let blocks = try FinishedPDF(preview.bytes).blocks
      let text = blocks.map { "\($0.tag): \($0.text)\n" }.joined()
      let file = Self.folder.appending(path: preview.name.replacing(".pdf", with: ".txt"))
      if Self.isUpdate { try Self.write(Array(text.utf8), to: file) }
      let golden = try String(contentsOf: file, encoding: .utf8)
      #expect(text == golden, "\(preview.name)")
    }
  }

  @Test func `The goldens stay small`() throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: Self.folder, includingPropertiesForKeys: [.fileSizeKey])
    let size = try files.reduce(0) {
      $0 + (try $1.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0)
    }
    #expect(size < 2_000_000)
  }

  private static func picture(_ pdf: [UInt8], page: Int) throws -> [UInt8] {
    let program = try #require(SampleDocuments.program("pdftoppm"))
    return try SampleDocuments.withFiles([(name: "a.pdf", bytes: pdf)]) {
      try SampleDocuments.run(
        program, ["-r", "24", "-gray", "-f", "\(page)", "-l", "\(page)", $0[0]]
      ).output
    }
  }

  /// Header and dots of a binary PGM: three lines, then a byte a dot.
  private static func dots(_ file: [UInt8]) -> (header: [UInt8], dots: ArraySlice<UInt8>) {
    var lines = 0
    guard
      let end = file.firstIndex(where: { byte in
        if byte == 10 { lines += 1 }
        return lines == 3
      })
    else { return (file, []) }
    return (Array(file[...end]), file[(end + 1)...])
  }

  private static func write(_ bytes: [UInt8], to file: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }
}
