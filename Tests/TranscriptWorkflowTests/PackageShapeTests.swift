import Foundation
import Testing

/// The one-way imports of docs/architecture.md: any other edge fails here.
@Suite struct PackageShapeTests {
  /// What each target may import.
  ///
  /// A target that is not named here fails the test.
  private static let allowed: [String: Set<String>] = [
    "CCairo": [], "CPango": [], "CLibXML2": [], "CDeflate": [],
    "CairoKit": ["CCairo", "CPango", "CDeflate"],
    "XMLKit": ["CLibXML2"],
    "Diagnostics": [],
    "TranscriptModel": ["Diagnostics"],
    "TranscriptImport": ["Diagnostics", "TranscriptModel"],
    "AttainmentEngine": ["Diagnostics", "TranscriptModel"],
    "TranscriptLayout": ["Diagnostics", "TranscriptModel", "XMLKit"],
    "TranscriptJSON": ["Diagnostics", "TranscriptModel"],
    "TranscriptPESC": ["Diagnostics", "TranscriptModel", "XMLKit"],
    "TranscriptELMO": ["Diagnostics", "TranscriptModel", "XMLKit"],
    "TranscriptPDF": ["Diagnostics", "TranscriptLayout", "CairoKit"],
    "TranscriptWorkflow": [
      "Diagnostics", "TranscriptModel", "TranscriptImport", "AttainmentEngine", "TranscriptLayout",
      "TranscriptJSON", "TranscriptPDF", "TranscriptPESC", "TranscriptELMO", "XMLKit",
      // For the digest alone, which is the processor's.
      "CairoKit",
    ],
    "mastery-transcript": [
      "Diagnostics", "TranscriptModel", "TranscriptImport", "TranscriptWorkflow",
    ],
    "generate-example": ["TranscriptModel"],
    "CodeSamples": ["Diagnostics"],
  ]

  private struct Description: Decodable {
    struct Target: Decodable {
      let name: String
      let type: String
      let target_dependencies: [String]?
    }
    let targets: [Target]
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func describe() throws -> Description {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    // The lock is ours already: this test runs inside `swift test`.
    process.arguments = ["swift", "package", "--ignore-lock", "describe", "--type", "json"]
    process.currentDirectoryURL = root
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode(Description.self, from: data)
  }

  @Test func `Imports between targets run one way`() throws {
    let description = try Self.describe()
    #expect(!description.targets.isEmpty)
    for target in description.targets where target.type != "test" {
      let allowed = try #require(
        Self.allowed[target.name], "\(target.name) is not in docs/architecture.md")
      let extra = Set(target.target_dependencies ?? []).subtracting(allowed)
      #expect(extra.isEmpty, "\(target.name) may not import \(extra.sorted())")
    }
  }

  @Test func `Stages without files and clocks import no Foundation`() throws {
    let pure = [
      "Diagnostics", "TranscriptModel", "AttainmentEngine", "TranscriptJSON", "XMLKit", "CairoKit",
    ]
    for target in pure {
      for file in try Self.sources(of: target) {
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(!text.contains("import Foundation"), "\(file.lastPathComponent)")
      }
    }
  }

  @Test func `No binary floating point stands in the model, the engine or the record`() throws {
    for target in ["TranscriptModel", "AttainmentEngine", "TranscriptJSON", "TranscriptPESC"] {
      for file in try Self.sources(of: target) {
        let code = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
          .filter { !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//") }
        for word in ["Double", "Float", "CGFloat"] {
          #expect(
            !code.contains { $0.firstMatch(of: try! Regex("\\b\(word)\\b")) != nil },
            "\(word) in \(file.lastPathComponent)")
        }
      }
    }
  }

  private static func sources(of target: String) throws -> [URL] {
    let folder = root.appending(path: "Sources/\(target)")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
  }
}
