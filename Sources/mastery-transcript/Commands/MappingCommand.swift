import ArgumentParser
import TranscriptWorkflow

/// `mastery-transcript mapping`.
struct MappingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mapping",
    abstract: "Helps to describe tables of other systems.",
    subcommands: [MappingSuggestCommand.self])
}

/// `mastery-transcript mapping suggest FILE`.
struct MappingSuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Writes a first draft of a mapping from a table's header and first rows.")

  @Argument(help: "The table.")
  var file: String

  func run() throws {
    do throws(WorldError) {
      if let draft = try MappingDraft(file, world: SystemWorld()) {
        guard let objection = draft.objection else { return Terminal.print(draft.text) }
        Terminal.report(objection)
      } else {
        Terminal.report("\(file): the file is empty\n")
      }
    } catch {
      Terminal.report("\(error.path): \(error.reason)\n")
    }
    throw ExitCode.inputRefused
  }
}
