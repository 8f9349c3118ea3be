import ArgumentParser
import TranscriptImport

/// The front door: flags, exit codes and progress; every decision is made behind it.
@main
struct MasteryTranscript: AsyncParsableCommand {
  static let version = Provenance.program

  static let configuration = CommandConfiguration(
    commandName: "mastery-transcript",
    abstract: "Turns a district's evidence of mastery into graduation transcripts.",
    discussion: """
      A district is a folder of plain files: `mastery-transcript init DIR` writes a small one to \
      start from. `check` reports everything that is wrong with it, `resolve` and `explain` say \
      where each student stands and why, `render` writes the transcripts.

      Exit codes: 0 all done; 1 some students held, or problems found; 2 the input was refused; \
      3 the program failed on a student; 4 the output could not be written; 64 wrong usage.
      """,
    version: version,
    subcommands: [
      InitCommand.self, CheckCommand.self, ResolveCommand.self, ExplainCommand.self,
      AuditCommand.self, NeedsCommand.self, PolicyCommand.self, RenderCommand.self,
      ShowCommand.self, TemplateCommand.self, FontsCommand.self, CompareCommand.self,
      ReconcileCommand.self,
      ImportCommand.self, MappingCommand.self, HelpCommand.self,
      AttainCommand.self,
    ])
}
