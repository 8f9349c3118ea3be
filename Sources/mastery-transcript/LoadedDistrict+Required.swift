import ArgumentParser
import TranscriptModel
import TranscriptWorkflow

extension LoadedDistrict {
  /// The district with its rules; where there is none, reports why and ends with code 2.
  func required(_ arguments: DistrictArguments) throws -> ReadyDistrict {
    guard let ready else {
      arguments.report(diagnostics)
      throw ExitCode.inputRefused
    }
    return ready
  }

  /// Where rows were refused, says so and ends with code 1: what was printed stands without them.
  func reportRefusals() throws {
    guard hasErrors else { return }
    Terminal.report("Some rows were set aside: see `mastery-transcript check`.\n")
    throw ExitCode.someHeld
  }
}

extension ReadyDistrict {
  /// The student with this id; where there is none, says so and ends with code 2.
  func required(_ id: String) throws -> Student {
    guard let student = district.students.first(where: { $0.id.code == id }) else {
      Terminal.report("There is no student '\(id)' in students.csv, or the row was refused.\n")
      throw ExitCode.inputRefused
    }
    return student
  }
}
