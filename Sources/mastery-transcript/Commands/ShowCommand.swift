import ArgumentParser
import Diagnostics
import TranscriptWorkflow

/// `mastery-transcript show FILE.xml`.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Prints a PESC High School Transcript of any sender as readable text.",
    discussion: """
      Reads versions 1.3.0 to 1.5.0, in UTF-8 or UTF-16. What the standard has and this program does
      not print is counted and named in the last line; texts of more than 600 characters are cut, and
      say so.

      Exit codes: 0 printed; 2 the file cannot be read.
      """)

  @Argument(help: "A High School Transcript.")
  var file: String

  func run() throws {
    let text = try Terminal.orRefuse { () throws(Diagnostic) in
      try TranscriptFile(file, world: SystemWorld()).listing
    }
    Terminal.print(VisibleText.of(text))
  }
}
