import ArgumentParser
import Diagnostics
import TranscriptWorkflow

/// `mastery-transcript help CODE`.
struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help",
    abstract: "Prints the page of a problem's code, or all codes.",
    discussion: "For help on a command, give it --help.")

  @Argument(help: "A code, as in the brackets after a message: unknown-level.")
  var code: String?

  func run() throws {
    guard let code else {
      let codes = DiagnosticCatalogue.all.map { "\($0.name): \($0.summary)\n" }
      Terminal.print(MasteryTranscript.helpMessage() + "\n\nCODES:\n" + codes.joined())
      return
    }
    if let page = DiagnosticCatalogue.page(of: code) {
      Terminal.print(page)
      return
    }
    if let command = MasteryTranscript.configuration.subcommands.first(where: {
      $0.configuration.commandName == code
    }) {
      Terminal.print(MasteryTranscript.helpMessage(for: command) + "\n")
      return
    }
    let near = DiagnosticCatalogue.near(code)
    let hint = near.isEmpty ? "" : " Perhaps: \(near.prefix(5).joined(separator: ", "))."
    Terminal.report("There is no code '\(code)'.\(hint)\n")
    throw ExitCode.inputRefused
  }
}
