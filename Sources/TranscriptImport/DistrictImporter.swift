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
    return result(of: &loading)
  }

  /// Finds everything that is wrong with the folder, what `mappings/` holds included, without
  /// keeping evidence: the district that comes back has a count of it, and the rows of those students
  /// for whom a decision lowers a result.
  ///
  /// Memory holds a piece of one table at a time and sixteen bytes a row.
  ///
  /// Evidence of days after `asOf` is counted in a warning for each table.
  public func check(asOf: CalendarDate? = nil) -> ImportResult {
    var loading = DistrictLoading(
      reader: FolderReader(source: source, limits: limits), limits: limits, isCheck: true)
    loading.references.asOf = asOf
    return result(of: &loading)
  }

  /// Reads the folder without its evidence, and what rows of evidence may name.
  func loadWithoutEvidence() -> (result: ImportResult, references: References) {
    var loading = DistrictLoading(
      reader: FolderReader(source: source, limits: limits), limits: limits, skipsEvidence: true)
    let result = result(of: &loading)
    return (result, loading.references)
  }

  private func result(of loading: inout DistrictLoading) -> ImportResult {
    loading.references.today = today
    let district = loading.load()
    let (diagnostics, rejected) = loading.reader.findings.sorted
    let kept = district?.files.values.reduce(0) { $0 + $1.evidence.count } ?? 0
    return ImportResult(
      district: district, diagnostics: diagnostics, rejectedRows: rejected,
      evidenceCount: district == nil ? 0 : max(kept, loading.evidenceCount))
  }
}
