import ArgumentParser
import TranscriptModel
import TranscriptWorkflow

/// `mastery-transcript explain DISTRICT --student ID`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says why a student stands where the student stands, in words.",
    discussion: """
      Prints the rule and its version, the evidence used with file and line, the evidence set aside
      and why, and what would suffice. Without --competency, --credit or --graduation it explains
      graduation.
      """)

  @OptionGroup var arguments: DistrictArguments

  @Option(help: "The student's id.")
  var student: String

  @Option(help: "A competency's code.")
  var competency: String?

  @Option(help: "A credit area of the policy, such as stem.")
  var credit: String?

  @Flag(help: "Explain graduation.")
  var graduation = false

  func run() throws {
    let world = SystemWorld()
    let loaded = arguments.load(world: world)
    let ready = try loaded.required(arguments)
    let student = try ready.required(self.student)
    let explanation = Explanation(
      district: ready.district,
      resolution: ready.resolve(student, asOf: arguments.asOf ?? world.today))
    var text = explanation.heading
    if let competency { text += "\n" + (try found(explanation, competency: competency)) }
    if let credit { text += "\n" + (try found(explanation, credit: credit)) }
    if graduation || (competency == nil && credit == nil) { text += "\n" + explanation.graduation }
    Terminal.print(text)
  }

  private func found(_ explanation: Explanation, competency code: String) throws -> String {
    guard let text = explanation.competency(Identifier(code)) else {
      Terminal.report("There is no competency '\(code)' in framework/competencies.csv.\n")
      throw ExitCode.inputRefused
    }
    return text
  }

  private func found(_ explanation: Explanation, credit code: String) throws -> String {
    guard let text = explanation.credits(in: Identifier(code)) else {
      Terminal.report("There is no credit area '\(code)' in policy.yaml.\n")
      throw ExitCode.inputRefused
    }
    return text
  }
}
