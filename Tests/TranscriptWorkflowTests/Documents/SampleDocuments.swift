import Foundation
import TranscriptPDF

@testable import TranscriptWorkflow

/// Every kind of document in every language, made once for all tests that look at them.
enum SampleDocuments {
  static let all: Result<[TemplateTrial.Preview], any Error> = Result {
    try TemplateTrial(
      folder: Project.root.appending(path: "templates").path, folders: Project.folders,
      world: SystemWorld()
    ).previews()
  }

  /// The project's folder beside which shared tools lie.
  static let validator = Project.root.deletingLastPathComponent()
    .appending(path: "shared/tools/verapdf/validate").path

  static func program(_ name: String) -> String? {
    let path = "/usr/bin/\(name)"
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }

  struct ToolResult {
    var status: Int32
    var output: [UInt8]
    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// Runs a program and collects what it prints.
  static func run(_ program: String, _ arguments: [String]) throws -> ToolResult {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return ToolResult(status: process.terminationStatus, output: Array(output))
  }

  /// Writes files to a folder of their own for as long as `body` runs.
  static func withFiles<Value>(
    _ files: [(name: String, bytes: [UInt8])], _ body: ([String]) throws -> Value
  ) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = try files.map { file in
      let url = folder.appending(path: file.name)
      try Data(file.bytes).write(to: url)
      return url.path
    }
    return try body(paths)
  }
}
