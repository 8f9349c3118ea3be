import ArgumentParser
import Foundation

/// Writes the generated part of the example district.
@main
struct GenerateExample: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate-example",
    abstract: "Write the generated files of the example district.",
    discussion: """
      Reads the framework, courses, transfers, waivers, determinations and students of the district
      folder and writes evidence, enrollments and habits of work, and the language of each family
      into the table of students. The same seed and files give the same bytes.
      """)

  @Option(help: "The seed of the random numbers.")
  var seed: UInt64 = 2027

  @Option(help: "The district folder.")
  var into: String

  func run() throws {
    let folder = URL(fileURLWithPath: into, isDirectory: true)
    var files: [String: String] = [:]
    for path in ExampleDistrict.handWritten {
      files[path] = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }
    let written = ExampleDistrict(handWritten: files, seed: seed).files()
    for (path, text) in written.sorted(by: { $0.key < $1.key }) {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file, options: .atomic)
      print("\(path): \(text.utf8.count) bytes")
    }
  }
}
