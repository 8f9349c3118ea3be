import ArgumentParser
import Diagnostics
import TranscriptWorkflow

/// `mastery-transcript mapping`.
struct MappingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mapping",
    abstract: "Helps to describe tables of other systems.",
    subcommands: [MappingSuggestCommand.self, MappingShowCommand.self])
}

/// `mastery-transcript mapping show [NAME]`.
struct MappingShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Prints a built-in mapping, to be read or extended; without a name, the names.")

  @Argument(help: "The mapping, such as canvas-outcome-results.")
  var name: String?

  func run() throws {
    guard let name else {
      return Terminal.print(MappingDraft.builtIn.joined(separator: "\n") + "\n")
    }
    guard let text = MappingDraft.builtIn(named: name) else {
      Terminal.report(
        "there is no built-in mapping '\(name)'; there are "
          + MappingDraft.builtIn.joined(separator: ", ") + "\n")
      throw ExitCode.inputRefused
    }
    Terminal.print(text + "\n")
  }
}

/// `mastery-transcript mapping suggest FILE`.
struct MappingSuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Writes a first draft of a mapping from a table's header and first rows.")

  @Argument(help: "The table.")
  var file: String

  func run() throws {
    let draft: MappingDraft?
    do throws(WorldError) {
      draft = try MappingDraft(file, world: SystemWorld())
    } catch {
      Terminal.report("\(error.path): \(error.reason)\n")
      throw ExitCode.inputRefused
    }
    if let draft, draft.refusal == nil { return Terminal.print(draft.text) }
    Terminal.report(
      draft?.refusal.map { DiagnosticText().render($0) } ?? "\(file): the file is empty\n")
    throw ExitCode.inputRefused
  }
}
