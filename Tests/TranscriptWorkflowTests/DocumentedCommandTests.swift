import Foundation
import Testing

/// Runs the commands that the READMEs show, and compares what they print with what is shown.
///
/// A block marked `sh` holds commands, one a line; those that begin with `mastery-transcript` are
/// run from the project's folder. `# exits 1` at the end of a line says with which code it ends. A
/// block marked `text` right after it holds the output; a line `…` stands for any lines.
@Suite struct DocumentedCommandTests {
  struct Command: CustomTestStringConvertible, Sendable {
    let file: String
    let line: String
    let exitCode: Int32
    let output: [String]?

    var testDescription: String { "\(file): \(line)" }
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let documents = [
    "README.md", "examples/tiny/README.md", "examples/thistlemere/README.md",
  ]

  static let commands: [Command] = documents.flatMap { file -> [Command] in
    let text = (try? String(contentsOf: root.appending(path: file), encoding: .utf8)) ?? ""
    return commands(in: text, file: file)
  }

  static func commands(in text: String, file: String) -> [Command] {
    var blocks: [(language: String, lines: [String])] = []
    var open: Int?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        if open == nil { blocks.append((String(line.dropFirst(3)), [])) }
        open = open == nil ? blocks.count - 1 : nil
      } else if let open {
        blocks[open].lines.append(line)
      }
    }
    return blocks.indices.filter { blocks[$0].language == "sh" }.flatMap { index -> [Command] in
      let next = blocks.indices.contains(index + 1) ? blocks[index + 1] : ("", [])
      let output = next.0 == "text" ? next.1 : nil
      let lines = blocks[index].lines.filter { $0.hasPrefix("mastery-transcript ") }
      return lines.map { line in
        let parts = line.components(separatedBy: "# exits ")
        return Command(
          file: file, line: parts[0].trimmingCharacters(in: .whitespaces),
          exitCode: parts.count > 1 ? Int32(parts[1]) ?? -1 : 0, output: output)
      }
    }
  }

  @Test func `Every README shows commands`() {
    for document in Self.documents {
      #expect(Self.commands.contains { $0.file == document }, "\(document) shows no command")
    }
  }

  @Test(arguments: commands)
  func `A command of a README does what it says`(command: Command) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // What the README writes goes to a folder of its own; what it reads stays where it is.
    let line = command.line.replacing(#/(--out|init) (\S+)/#) { match in
      "\(match.1) \(folder.path)/\(match.2)"
    }
    let binary = Self.root.appending(path: ".build/debug/mastery-transcript").path
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", line.replacing("mastery-transcript ", with: "\(binary) ", maxReplacements: 1) + " 2>&1",
    ]
    process.currentDirectoryURL = Self.root
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let printed = String(decoding: data, as: UTF8.self)
      .replacing("\(folder.path)/", with: "")
    #expect(process.terminationStatus == command.exitCode, "\(printed.prefix(2_000))")
    if let output = command.output {
      #expect(Self.matches(printed, output), "printed:\n\(printed.prefix(4_000))")
    }
  }

  /// Whether `printed` is `expected`, where a line `…` stands for any number of lines.
  private static func matches(_ printed: String, _ expected: [String]) -> Bool {
    var lines = printed.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[
      ...]
    while lines.last == "" { lines = lines.dropLast() }
    var maySkip = false
    for line in expected {
      if line == "…" {
        maySkip = true
        continue
      }
      if maySkip {
        guard let index = lines.firstIndex(of: line) else { return false }
        lines = lines[(index + 1)...]
        maySkip = false
      } else {
        guard lines.first == line else { return false }
        lines = lines.dropFirst()
      }
    }
    return maySkip || lines.isEmpty
  }
}
