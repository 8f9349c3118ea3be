import Foundation
import Testing

/// An answer that rests on what is left after rows were set aside says so, and ends with code 1.
@Suite struct RefusedRowNoticeTests {
  static let questions = [
    "explain examples/mistakes --student 1", "audit examples/mistakes --student 1",
    "needs examples/mistakes", "policy diff examples/mistakes examples/tiny",
  ]

  @Test(arguments: questions)
  func `A question about a district with refused rows is answered, noticed and ends with 1`(
    question: String
  ) throws {
    let (output, errors, code) = try run(question)
    #expect(code == 1, "\(errors)")
    #expect(!output.isEmpty)
    #expect(errors.contains("Some rows were set aside: see `mastery-transcript check`."))
  }

  @Test(arguments: ["explain examples/tiny --student 1", "audit examples/tiny --student 1"])
  func `Without refused rows there is no notice, and the code is 0`(question: String) throws {
    let (output, errors, code) = try run(question)
    #expect(code == 0, "\(errors)")
    #expect(!output.isEmpty)
    #expect(errors.isEmpty)
  }

  private func run(_ question: String) throws -> (output: String, errors: String, code: Int32) {
    let process = Process()
    process.executableURL = DocumentedCommandTests.root
      .appending(path: ".build/debug/mastery-transcript")
    process.arguments = question.split(separator: " ").map(String.init) + ["--as-of", "2026-10-15"]
    process.currentDirectoryURL = DocumentedCommandTests.root
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      String(decoding: printed, as: UTF8.self), String(decoding: said, as: UTF8.self),
      process.terminationStatus
    )
  }
}
