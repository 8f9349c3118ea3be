import ArgumentParser
import TranscriptModel
import TranscriptWorkflow

/// `mastery-transcript explain DISTRICT --student ID`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says why a student stands where the student stands, in words.",
    discussion: """
      Prints the rule and its version, the evidence used with file and line, the evidence set aside \
      and why, and what would suffice. Without any of the options it explains graduation.
      """)

  @OptionGroup var arguments: DistrictArguments

  @Option(help: "The student's id.")
  var student: String

  @Option(help: "A competency's code.")
  var competency: String?

  @Option(help: "A credit area of the policy, such as stem.")
  var credit: String?

  @Option(help: "A course's code: the gate before it, its credit and its mark.")
  var course: String?

  @Flag(help: "Explain graduation.")
  var graduation = false

  @Flag(help: "Explain the grade-point equivalent.")
  var gpa = false

  @Flag(help: "Explain academic honours, and the rank where the policy shows one.")
  var honors = false

  @Flag(help: "Explain the gate at the end of the present grade.")
  var promotion = false

  @Flag(help: "Explain progress through each unit.")
  var units = false

  func run() throws {
    let world = SystemWorld()
    let loaded = arguments.load(world: world)
    let ready = try loaded.required(arguments)
    let student = try ready.required(self.student)
    let day = arguments.asOf ?? world.today
    let explanation = Explanation(
      district: ready.district, resolution: ready.resolve(student, asOf: day))
    var text = explanation.heading
    if let competency { text += "\n" + (try found(explanation, competency: competency)) }
    if let credit { text += "\n" + (try found(explanation, credit: credit)) }
    if let course { text += "\n" + (try found(ready, course: course, student: student, day: day)) }
    if gpa { text += "\n" + explanation.gradePoints }
    if honors { text += "\n" + ready.explainHonors(of: student, asOf: day) }
    if promotion { text += "\n" + ready.explainPromotion(of: student, asOf: day) }
    if units { text += "\n" + ready.explainUnits(of: student, asOf: day) }
    let isAskedElse = competency != nil || credit != nil || course != nil
    let isFlagged = gpa || honors || promotion || units
    if graduation || !(isAskedElse || isFlagged) { text += "\n" + explanation.graduation }
    Terminal.print(text)
    try loaded.reportRefusals()
  }

  private func found(
    _ ready: ReadyDistrict, course code: String, student: Student, day: CalendarDate
  ) throws -> String {
    guard let text = ready.explainCourse(Identifier(code), for: student, asOf: day) else {
      Terminal.report("There is no course '\(code)' in courses.csv.\n")
      throw ExitCode.inputRefused
    }
    return text
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
