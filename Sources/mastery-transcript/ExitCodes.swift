import ArgumentParser

extension ExitCode {
  /// Some students are held, or problems were found.
  static let someHeld = ExitCode(1)
  /// Nothing can be made of the input.
  static let inputRefused = ExitCode(2)
  /// The program failed on a student.
  static let internalFault = ExitCode(3)
  /// The output could not be written.
  static let outputUnwritable = ExitCode(4)
}
