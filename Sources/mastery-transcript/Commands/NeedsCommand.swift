import ArgumentParser
import Diagnostics
import TranscriptModel
import TranscriptWorkflow

/// `mastery-transcript needs DISTRICT`.
struct NeedsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "needs",
    abstract: "Says who needs support and who is ready to go on, for each objective.",
    discussion: """
      Choose a class with --course (its objectives, and the students enrolled), or a teacher with \
      --teacher (what that person has assessed, and in whom).
      """)

  @OptionGroup var arguments: DistrictArguments

  @Option(help: "A course's code: its objectives, and the students enrolled in it.")
  var course: String?

  @Option(
    help: "A teacher's name as in the column assessor: what and whom that person has assessed.")
  var teacher: String?

  @Option(help: "A competency's or objective's code; may be given more than once.")
  var competency: [String] = []

  @Option(help: "A student's id; may be given more than once.")
  var student: [String] = []

  @Option(help: "How to print: text or json.")
  var format: ReportFormat = .text

  func run() throws {
    let world = SystemWorld()
    let loaded = arguments.load(world: world)
    let ready = try loaded.required(arguments)
    let report = NeedsReport(
      ready, students: try students(ready), competencies: try competencies(ready),
      asOf: arguments.asOf ?? world.today)
    switch format {
    case .text: Terminal.print(report.text)
    case .json: Terminal.print(report.json.readableText)
    }
    try loaded.reportRefusals()
  }

  private func students(_ ready: ReadyDistrict) throws -> [Student] {
    guard student.isEmpty else { return try student.map(ready.required) }
    if let teacher { return try assessed(by: teacher, ready).students }
    guard let course else { return ready.district.students }
    let enrolled = ready.district.students.filter { student in
      ready.district.file(of: student.id).enrollments.contains {
        $0.course.code == course && $0.status == .enrolled
      }
    }
    if enrolled.isEmpty {
      Terminal.report("Nobody is enrolled in '\(course)' in enrollments.csv.\n")
    }
    return enrolled
  }

  private func assessed(
    by teacher: String, _ ready: ReadyDistrict
  ) throws -> (students: [Student], competencies: [Identifier<Competency>]) {
    let found = ready.assessed(by: teacher)
    guard !found.students.isEmpty else {
      Terminal.report("Nobody called '\(teacher)' has assessed any evidence.\n")
      throw ExitCode.inputRefused
    }
    return found
  }

  private func competencies(_ ready: ReadyDistrict) throws -> [Identifier<Competency>] {
    let framework = ready.district.framework
    for code in competency where framework.competency(Identifier(code)) == nil {
      Terminal.report("There is no competency '\(code)' in framework/competencies.csv.\n")
      throw ExitCode.inputRefused
    }
    if !competency.isEmpty { return competency.map { Identifier($0) } }
    if let teacher { return try assessed(by: teacher, ready).competencies }
    guard let course else { return framework.competencies(of: .objective).map(\.id) }
    guard let rule = ready.district.policy.creditRules.first(where: { $0.id.code == course }) else {
      Terminal.report("There is no course '\(course)' in courses.csv.\n")
      throw ExitCode.inputRefused
    }
    return rule.requires.members
  }
}
