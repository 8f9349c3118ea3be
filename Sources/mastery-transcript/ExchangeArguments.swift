public import ArgumentParser
import Diagnostics
import TranscriptModel
public import TranscriptWorkflow

/// The arguments of `render` that say how documents for software are sent.
struct ExchangeArguments: ParsableArguments {
  /// `on` or `off` on the command line.
  enum Switch: String, ExpressibleByArgument, CaseIterable {
    case on, off
  }

  @Option(help: "The version of the PESC High School Transcript: 1.3.0, 1.4.0 or 1.5.0.")
  var pescVersion: PESCVersionArgument = PESCVersionArgument(version: .v1_3_0)

  @Option(
    help: """
      The folder with PESC's own schema files under the names that PESC gives them, to validate \
      against them as well: HighSchoolTranscript_v1.3.0.xsd with the AcademicRecord and CoreMain \
      files that it names, and for --batch AcademicRecordBatch_v2.1.0.xsd with those that it names.
      """)
  var schemas: String?

  @Option(help: "Whether the full mastery record rides in the XML: on or off.")
  var `extension`: Switch = .on

  @Option(
    help: "What the XML is to the receiver: original, duplicate, reissue, replace, resubmission.")
  var transmission: ExchangeOptions.Transmission?

  @Option(
    help: "Whether the XML is meant: test or production; drafts and fictional districts are tests.")
  var process: ExchangeOptions.Process?

  @Option(
    help: ArgumentHelp(
      "A TranscriptRequest: its students only, each with receiver and tracking id. May be repeated.",
      valueName: "file"))
  var request: [String] = []

  @Flag(help: "Write each class as one AcademicRecordBatch as well.")
  var batch = false

  @Flag(help: "Write EMREX ELMO with the PDF in it as well, for applicants abroad.")
  var elmo = false

  /// What is asked for; reads the request.
  ///
  /// - Parameters:
  ///   - folder: where files go, which may hold what was sent before.
  ///   - replaced: the number of the document that is replaced.
  func options(
    of ready: ReadyDistrict, status: DocumentStatus, asOf: CalendarDate, folder: String,
    replaced: String?, world: SystemWorld
  ) throws -> ExchangeOptions {
    let isTest = ready.district.profile.isFictional || status == .draft
    if process == .production, isTest {
      try Terminal.refuse(
        "--process production: drafts and documents of a fictional district are always tests.")
    }
    var plan = try plan(of: ready, status: status, asOf: asOf, world: world)
    if let replaced, let original = plan {
      plan = try Terminal.orRefuse { () throws(Diagnostic) in
        try original.replacing(replaced, sentFrom: folder, world: world)
      }
    }
    if let named = plan {
      plan = try Terminal.orRefuse { () throws(Diagnostic) in
        try named.keepingFiles(of: folder, status: status, world: world)
      }
    }
    return ExchangeOptions(
      includesExtension: self.extension == .on, transmission: transmission, process: process,
      writesBatch: batch, plan: plan)
  }

  /// What the requests ask for; `nil` without one.
  private func plan(
    of ready: ReadyDistrict, status: DocumentStatus, asOf: CalendarDate, world: SystemWorld
  ) throws -> DeliveryPlan? {
    guard !request.isEmpty else { return nil }
    if status == .draft {
      try Terminal.refuse("--request: a draft answers no request, because it has no number yet.")
    }
    let plan = try Terminal.orRefuse { () throws(Diagnostic) in
      try DeliveryPlan(
        requestFiles: request, of: ready,
        answering: DeliveryPlan.Answering(status: status, day: asOf), world: world)
    }
    if plan.isEmpty {
      for problem in plan.diagnostics { Terminal.report(DiagnosticText().render(problem)) }
      Terminal.report("The request names no student of this district: nothing was written.\n")
      throw ExitCode.inputRefused
    }
    return plan
  }
}

extension ExchangeOptions.Transmission: ExpressibleByArgument {}
extension ExchangeOptions.Process: ExpressibleByArgument {}
