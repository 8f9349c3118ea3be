import ArgumentParser
import Diagnostics
import TranscriptWorkflow

/// `mastery-transcript template check|preview DIR`.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Tries templates that a district has changed.",
    discussion: """
      Copy a folder of templates/ to templates/ in the district, change the copy, and try it here: \
      render uses it from then on. docs/templates.md says what can be changed.
      """,
    subcommands: [Check.self, Preview.self])

  /// The folder that is tried.
  struct Folder: ParsableArguments {
    @Argument(help: "A template folder, or a folder that holds several.")
    var folder: String

    /// The folder without a slash at its end.
    private var path: String {
      var path = Substring(folder)
      while path.count > 1 && path.last == "/" { path = path.dropLast() }
      return String(path)
    }

    func trial() throws -> TemplateTrial {
      do {
        return try TemplateTrial(folder: path, folders: .found(), world: SystemWorld())
      } catch {
        report(error.diagnostics)
        throw ExitCode.inputRefused
      }
    }

    func report(_ diagnostics: [Diagnostic]) {
      for diagnostic in diagnostics { Terminal.report(DiagnosticText().render(diagnostic)) }
    }

    /// Reports every problem, and says how many; ends with code 1 if there is an error.
    @discardableResult func check(_ trial: TemplateTrial) throws -> Int {
      let problems = trial.check()
      report(problems)
      if problems.contains(where: { $0.severity == .error }) { throw ExitCode.someHeld }
      return problems.count
    }
  }

  /// `mastery-transcript template check DIR`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Reports every problem of a template folder, with file and line.",
      discussion: """
        Exit codes: 0 nothing wrong; 1 documents cannot be made; 2 the folder cannot be read.
        """)

    @OptionGroup var folder: Folder

    func run() throws {
      let trial = try folder.trial()
      let count = try folder.check(trial)
      let names = trial.names.joined(separator: ", ")
      Terminal.print("\(names): nothing \(count == 0 ? "" : "else ")wrong\n")
    }
  }

  /// `mastery-transcript template preview DIR --out DIR`.
  struct Preview: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes sample documents, in every status and language.",
      discussion: "The students in them are made up, and so is the school.")

    @OptionGroup var folder: Folder

    @Option(help: "The folder for the output.")
    var out: String

    func run() throws {
      let trial = try folder.trial()
      try folder.check(trial)
      let previews: [TemplateTrial.Preview]
      do {
        previews = try trial.previews()
      } catch {
        folder.report(error.diagnostics)
        throw ExitCode.someHeld
      }
      let world = SystemWorld()
      do {
        try world.makeFolder(out)
        for preview in previews {
          try world.write(preview.bytes, to: "\(out)/\(preview.name)")
          Terminal.print("\(out)/\(preview.name)\n")
        }
      } catch {
        Terminal.report("'\(error.path)' could not be written: \(error.reason).\n")
        throw ExitCode.outputUnwritable
      }
    }
  }
}
