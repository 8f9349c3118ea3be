public import Diagnostics
import TranscriptImport

/// What an import would do.
public struct PlannedImport: Sendable {
  let plan: ImportPlan

  /// Whether anything was wrong.
  public var hasErrors: Bool { plan.diagnostics.hasErrors }

  /// Whether no row at all can be used.
  public var isEmpty: Bool { plan.changes.isEmpty }
}

/// What an import does, for people and for programs.
public struct ImportReport: Sendable {
  private let plan: ImportPlan
  private let isDryRun: Bool
  /// Changes listed one by one; beyond that they are counted.
  private static let shown = 20

  /// Creates a report of a plan that is carried out, or with `isDryRun` would be.
  public init(_ planned: PlannedImport, isDryRun: Bool) {
    plan = planned.plan
    self.isDryRun = isDryRun
  }

  /// The report as text.
  ///
  /// Values of cells are not in it; `--format json` has the columns that differ.
  public func text(showsPersonal: Bool) -> String {
    var text = DiagnosticText(showsPersonal: showsPersonal).renderGrouped(plan.diagnostics.all)
    if !text.isEmpty { text += "\n" }
    let changes = plan.changes.filter { $0.kind != .unchanged }
    for change in changes.prefix(Self.shown) { text += line(change) }
    if changes.count > Self.shown { text += "… and \(changes.count - Self.shown) more\n" }
    if !changes.isEmpty { text += "\n" }
    text += "\(isDryRun ? "Would be: " : "")\(plan.count(.added)) added, "
    text += "\(plan.count(.changed)) changed, \(plan.count(.unchanged)) unchanged, "
    text += "\(plan.rejectedRows.count) rejected, \(plan.filteredCount) left out by filters\n"
    return text
  }

  private func line(_ change: ImportPlan.Change) -> String {
    let columns = change.differences.map(\.column).joined(separator: ", ")
    let what = columns.isEmpty ? "" : " (\(columns))"
    return "\(change.kind.rawValue) \(change.path): \(change.key)\(what),"
      + " from \(change.provenance.file):\(change.provenance.line)\n"
  }

  /// The report as JSON.
  public func json(showsPersonal: Bool) -> JSONValue {
    .object([
      "dry_run": .flag(isDryRun),
      "added": .integer(plan.count(.added)), "changed": .integer(plan.count(.changed)),
      "unchanged": .integer(plan.count(.unchanged)),
      "rejected": .integer(plan.rejectedRows.count),
      "filtered": .integer(plan.filteredCount),
      "files": .list(plan.files.keys.sorted().map { .text($0) }),
      "changes": .list(plan.changes.filter { $0.kind != .unchanged }.map(json)),
      "diagnostics": .list(plan.diagnostics.all.map { $0.json(showsPersonal: showsPersonal) }),
    ])
  }

  private func json(_ change: ImportPlan.Change) -> JSONValue {
    .object([
      "kind": .text(change.kind.rawValue), "path": .text(change.path),
      "key": .text(change.key), "source": .text(change.provenance.text),
      "columns": .list(change.differences.map { .text($0.column) }),
    ])
  }

  /// The problems as SARIF.
  public func sarif(version: String) -> JSONValue {
    DiagnosticSARIF(version: version).log(plan.diagnostics.all)
  }
}
