import ArgumentParser
import Diagnostics
import Glibc
import TranscriptModel
import TranscriptWorkflow

/// `mastery-transcript attain DISTRICT`.
struct AttainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attain",
    abstract: "Finds attainment in tables of millions of rows, for every student and competency.",
    discussion: """
      Answers for competencies that a rule over evidence decides, overall; `resolve` answers for
      the rest. Sort a very large table by student_id: it is then read a few students at a time.
      """)

  @OptionGroup var arguments: DistrictArguments

  @Option(help: "Write the outcomes to this CSV file.")
  var out: String?

  @Option(help: "How many cores to use; all of them if left out.")
  var jobs: Int?

  func run() async throws {
    let world = SystemWorld()
    let bulk = BulkAttainment(
      world: world, folder: arguments.folder, asOf: arguments.asOf ?? world.today,
      jobs: jobs ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    do {
      let result = try await bulk.run()
      arguments.report(result.diagnostics)
      if let out { try world.write(result.table(), to: out) }
      Terminal.print(summary(result))
      if result.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode.someHeld }
    } catch let refusal as BulkAttainment.Refusal {
      arguments.report(refusal.diagnostics)
      throw ExitCode.inputRefused
    } catch let error as WorldError {
      Terminal.report("\(error.path): \(error.reason)\n")
      throw error.kind == .unwritable || error.kind == .diskFull
        ? ExitCode.outputUnwritable : ExitCode.inputRefused
    }
  }

  private func summary(_ result: BulkResult) -> String {
    let order = result.isSortedByStudent ? "sorted by student" : "not sorted by student"
    let lines = result.counts.map { "  \($0.status.rawValue): \($0.count)\n" }
    return "\(result.rows) rows used, \(result.rejectedRows) not; \(order)\n" + lines.joined()
  }
}
