import TranscriptImport

/// Keeps nothing: what a trial of an import would write need not be in memory.
final class EmptyStage: ImportStage {
  func add(_ bytes: [UInt8], to path: String) {}
}
