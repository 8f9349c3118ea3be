import ArgumentParser
import Diagnostics
import TranscriptModel
import TranscriptWorkflow

/// The arguments that every question about a district shares.
struct DistrictArguments: ParsableArguments {
  @Argument(help: "The district folder.")
  var district: String

  @Option(
    help: "The day for which the question is asked, as YYYY-MM-DD; today if left out.",
    transform: DistrictArguments.day)
  var asOf: CalendarDate?

  @Flag(help: "Print names, birth dates and state ids in messages; they are hidden otherwise.")
  var showPersonal = false

  /// Loads the district.
  func load(world: SystemWorld) -> LoadedDistrict {
    DistrictLoading(world: world).load(folder, asOf: asOf)
  }

  /// Checks the district without keeping its evidence.
  func check(world: SystemWorld) -> LoadedDistrict {
    DistrictLoading(world: world).check(folder, asOf: asOf)
  }

  /// The folder without a slash at its end.
  var folder: String {
    var path = Substring(district)
    while path.count > 1 && path.last == "/" { path = path.dropLast() }
    return String(path)
  }

  /// Reports problems to standard error, each with place, excerpt and fix.
  func report(_ diagnostics: [Diagnostic]) {
    let renderer = DiagnosticText(showsPersonal: showPersonal)
    for diagnostic in diagnostics { Terminal.report(renderer.render(diagnostic)) }
  }

  static func day(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(iso: text) else {
      throw ValidationError("'\(text)' is not a day: write it as 2027-06-11.")
    }
    return date
  }
}
