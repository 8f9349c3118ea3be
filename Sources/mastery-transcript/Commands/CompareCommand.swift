import ArgumentParser
import Diagnostics
import TranscriptWorkflow

/// `mastery-transcript compare RECORD XML PDF`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract:
      "Proves that the files of one student state the same facts, or lists each difference.",
    discussion: """
      Takes a record (JSON), a PESC High School Transcript (XML) and a PDF, or two of them, in any \
      order. The PDF has to carry the same XML, byte for byte, and its pages have to print the same \
      names, ids, dates, credits, marks and levels.

      With --redraw the pages are drawn again from the record by the templates of this version, and \
      of the district where it has its own: every text of one has to stand in the other, so that a \
      sentence or figure that was added is found as well. A PDF of another version or of other \
      templates differs in its wording.

      Exit codes: 0 the same; 1 at least one difference; 2 a file cannot be read.
      """)

  @Argument(help: "Two or three files about the same student.")
  var files: [String]

  @Flag(help: "Draw the pages again from the record, and compare every text.")
  var redraw = false

  @Option(help: "The district whose templates the PDF was made with, for --redraw.")
  var district: String?

  @Option(help: "How to print: text or json.")
  var format: ReportFormat = .text

  func validate() throws {
    guard (2...3).contains(files.count) else { throw ValidationError("Give two or three files.") }
  }

  private func pages() throws(Diagnostic) -> RedrawnPages? {
    guard redraw else { return nil }
    return try RedrawnPages(folders: .found(district: district), world: SystemWorld())
  }

  func run() throws {
    let comparison = try Terminal.orRefuse { () throws(Diagnostic) in
      try FileComparison(files, world: SystemWorld(), pages: try pages())
    }
    switch format {
    case .text: Terminal.print(comparison.text)
    case .json: Terminal.print(comparison.json.readableText)
    }
    if !comparison.differences.isEmpty { throw ExitCode.someHeld }
  }
}

extension Terminal {
  /// Says in a sentence why nothing can be done, and ends with code 2.
  static func refuse(_ sentence: String) throws {
    report("\(sentence) Nothing was written.\n")
    throw ExitCode.inputRefused
  }

  /// What `body` gives; when it refuses its input, says why and ends with code 2.
  static func orRefuse<Value>(_ body: () throws(Diagnostic) -> Value) throws -> Value {
    do throws(Diagnostic) {
      return try body()
    } catch {
      report(DiagnosticText(showsPersonal: true).render(error))
      throw ExitCode.inputRefused
    }
  }
}
