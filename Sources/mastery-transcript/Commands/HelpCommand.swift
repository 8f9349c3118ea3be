import ArgumentParser
import TranscriptWorkflow

/// `mastery-transcript help CODE`: the page of a diagnostic; without a code, how to use the program.
struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help", abstract: "Explains a diagnostic's code, or a command.")

  @Argument(help: "A code such as unknown-level, or a command.")
  var topics: [String] = []

  func run() throws {
    guard let topic = topics.first else {
      Terminal.print(MasteryTranscript.helpMessage() + "\n")
      return
    }
    if let page = DiagnosticPage(topic) { return Terminal.print(page.text) }
    let commands = MasteryTranscript.configuration.subcommands
    guard let command = commands.first(where: { $0.configuration.commandName == topic }) else {
      Terminal.report("There is no code and no command \"\(topic)\".\n")
      throw ExitCode.validationFailure
    }
    Terminal.print(MasteryTranscript.helpMessage(for: command) + "\n")
  }
}
