import ArgumentParser
import TranscriptWorkflow

/// `mastery-transcript init DIR`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes a small commented district to start from.")

  @Argument(help: "The folder to make; it must not exist, or be empty.")
  var folder: String

  func run() throws {
    let world = SystemWorld()
    do {
      guard try StarterDistrict.write(to: folder, world: world) else {
        Terminal.report("'\(folder)' is not empty: nothing was written.\n")
        throw ExitCode.inputRefused
      }
    } catch let error as WorldError {
      Terminal.report("'\(error.path)' could not be written: \(error.reason).\n")
      throw ExitCode.outputUnwritable
    }
    Terminal.print(
      """
      Wrote a starter district to \(folder). Next:
        mastery-transcript check \(folder)
        mastery-transcript render \(folder) --out \(folder)-out

      """)
  }
}
