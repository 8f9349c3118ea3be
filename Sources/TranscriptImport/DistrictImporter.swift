import Diagnostics
public import TranscriptModel

/// Reads a district folder: everything that is right is loaded, everything that is wrong is listed.
///
///     let result = DistrictImporter(source: folder, today: today).load()
///     for problem in result.diagnostics.all { print(DiagnosticText().render(problem)) }
public struct DistrictImporter: Sendable {
  private let source: any DistrictSource
  private let today: CalendarDate?
  private let limits: ImportLimits

  /// Creates an importer.
  ///
  /// With `today`, days of things done that are still to come are errors.
  public init(
    source: any DistrictSource, today: CalendarDate? = nil, limits: ImportLimits = ImportLimits()
  ) {
    self.source = source
    self.today = today
    self.limits = limits
  }

  /// Reads the folder.
  ///
  /// Never throws: what cannot be read is a diagnostic.
  public func load() -> ImportResult {
    var loading = DistrictLoading(
      reader: FolderReader(source: source, limits: limits), limits: limits)
    loading.references.today = today
    let district = loading.district()
    let (diagnostics, rejected) = loading.reader.findings.sorted
    return ImportResult(district: district, diagnostics: diagnostics, rejectedRows: rejected)
  }
}
