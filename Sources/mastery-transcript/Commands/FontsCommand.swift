import ArgumentParser
import Diagnostics
import TranscriptWorkflow

/// `mastery-transcript fonts`.
struct FontsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fonts",
    abstract: "Says which fonts documents use, what is missing, and how to get it.",
    discussion: "Exit codes: 0 all there; 1 something is missing or differs.")

  func run() throws {
    let report = FontReport(
      folders: .found(), manifest: ResourceFolders.fontManifest, world: SystemWorld())
    Terminal.print(report.text)
    for problem in report.problems { Terminal.report(problem.message + "\n") }
    if !report.isWhole { throw ExitCode.someHeld }
  }
}
