import ArgumentParser
import Diagnostics
import TranscriptModel
import TranscriptWorkflow

/// `mastery-transcript policy`.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Asks about policies before they are adopted.",
    subcommands: [PolicyDifferenceCommand.self])
}

/// `mastery-transcript policy diff OLD NEW`.
struct PolicyDifferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Lists every student whose result would change under another policy.",
    discussion: """
      OLD is a district folder. NEW is a policy file, or a district folder whose policy.yaml is \
      taken. Both policies are asked about OLD's files on the same day; nothing is saved.
      """)

  @OptionGroup var arguments: DistrictArguments

  @Argument(help: "The other policy: a policy file, or a district folder.")
  var new: String

  @Option(help: "How to print: text or json.")
  var format: ReportFormat = .text

  func run() throws {
    let world = SystemWorld()
    let loadedOld = arguments.load(world: world)
    let old = try loadedOld.required(arguments)
    let loading = DistrictLoading(world: world)
    let loaded: LoadedDistrict
    do {
      let path = world.exists("\(new)/policy.yaml") ? "\(new)/policy.yaml" : new
      loaded = try loading.load(
        arguments.folder, replacingPolicyWith: path, asOf: arguments.asOf)
    } catch {
      Terminal.report("'\(error.path)' cannot be read: \(error.reason).\n")
      throw ExitCode.inputRefused
    }
    let report = PolicyDifferenceReport(
      from: old, to: try loaded.required(arguments), asOf: arguments.asOf ?? world.today)
    switch format {
    case .text: Terminal.print(report.text)
    case .json: Terminal.print(report.json.readableText)
    }
    let known = Set(loadedOld.diagnostics)
    let refused = loaded.diagnostics.filter { $0.severity == .error && !known.contains($0) }
    for problem in refused {
      let place = problem.location.map { "\($0): " } ?? ""
      Terminal.report("under the new policy: \(place)\(problem.message)\n")
    }
    try loadedOld.reportRefusals()
    if !refused.isEmpty { throw ExitCode.someHeld }
  }
}
