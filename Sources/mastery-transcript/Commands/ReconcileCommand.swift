import ArgumentParser
import Diagnostics
import TranscriptWorkflow

/// `mastery-transcript reconcile OUT ACK.xml…`.
struct ReconcileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: "Sets receivers' acknowledgements beside the XML that was sent.",
    discussion: """
      Reads FunctionalAcknowledgement and TranscriptAcknowledgement, in UTF-8 or UTF-16, and \
      pesc/control.json of the output folder. Each document is confirmed (read by the receiver as it \
      was sent), accepted, rejected (with the receiver's errors), different (with each name, total \
      or figure) or unanswered. What may answer several copies is ambiguous and counts for none.

      Exit codes: 0 all accepted; 1 something rejected, different, unanswered or unknown; 2 a file \
      cannot be read.
      """)

  @Argument(help: "The folder that `render` wrote.")
  var out: String

  @Argument(help: "Acknowledgements.")
  var acknowledgements: [String]

  @Option(help: "How to print: text or json.")
  var format: ReportFormat = .text

  func run() throws {
    let report = try Terminal.orRefuse { () throws(Diagnostic) in
      try ReconciliationReport(
        outputFolder: out, acknowledgements: acknowledgements, world: SystemWorld())
    }
    switch format {
    case .text: Terminal.print(VisibleText.of(report.text))
    case .json: Terminal.print(report.json.readableText)
    }
    if !report.unreadable.isEmpty { throw ExitCode.inputRefused }
    if !report.isComplete { throw ExitCode.someHeld }
  }
}
