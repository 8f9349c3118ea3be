/// What can go wrong in drawing and shaping; each case carries what is needed to say where.
public enum CairoError: Error, Hashable, Sendable {
  /// The C library refused an operation; `status` is its own text.
  case library(operation: String, status: String)
  /// The prepared font folder is not what its manifest says; all problems at once.
  case fontFolder(path: String, problems: [String])
  /// A style that cannot be set: its family, size or spacing is out of range.
  case style(String)
  /// A page whose width or height is not a finite length from 1 to 14,400 points.
  case pageSize(width: Double, height: Double)
  /// A coordinate or length that is not finite, in the named operation.
  case coordinate(operation: String)
  /// Characters that no font of the folder covers, and the text that they are in.
  case missingGlyphs(characters: String, text: String)
  /// A run that the engine has already forgotten, or never had.
  case unknownRun(Int)
  /// A font that the engine has never met.
  case unknownFont(Int)
}
