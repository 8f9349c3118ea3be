public import Diagnostics
public import TranscriptImport

/// What an import did, or would do, as text and as JSON.
public struct ImportReport: Sendable {
  private let plan: ImportPlan
  private let rejects: RejectFolder.Outcome

  /// Creates a report of a plan, and of what became of reject files.
  public init(_ plan: ImportPlan, rejects: RejectFolder.Outcome = .init()) {
    self.plan = plan
    self.rejects = rejects
  }

  /// The counts, then every row that is added or changed with the cells that differ.
  public func text(showsPersonal: Bool) -> String {
    let renderer = DiagnosticText(showsPersonal: showsPersonal)
    var text = DiagnosticGroup.groups(plan.diagnostics.sorted).map {
      renderer.render($0) + "\n"
    }.joined()
    for change in plan.changes where change.kind == .changed || change.kind == .withdrawn {
      let place = "\(change.provenance.file):\(change.provenance.line)"
      text += "\(change.kind.rawValue) \(change.path): \(change.key)  \(place)\n"
      for cell in change.differences {
        text +=
          showsPersonal || !change.isPersonal(cell.column)
          ? "  \(cell.column): \(cell.before) -> \(cell.after)\n" : "  \(cell.column)\n"
      }
    }
    text += "\(plan.count(.added)) added, \(plan.count(.changed)) changed, "
    text += "\(plan.count(.unchanged)) unchanged, "
    let withdrawn = plan.count(.withdrawn)
    if withdrawn > 0 { text += "\(withdrawn) withdrawn, " }
    text += "\(plan.rejectedRows.count) rejected"
    text += plan.filteredCount > 0 ? ", \(plan.filteredCount) filtered out\n" : "\n"
    for column in plan.leftOut { text += Self.line(column) }
    if plan.isHeld { text += "nothing is written, because rows cannot be used\n" }
    for path in rejects.settled { text += "settled: \(path) is removed\n" }
    for path in rejects.replaced { text += "replaced: \(path) is removed\n" }
    for path in rejects.written { text += "rejected rows: \(path)\n" }
    return text
  }

  /// The values by which a filter left rows out, with how many each.
  private static func line(_ column: ImportPlan.LeftOut) -> String {
    var parts = column.values.map { "\($0.text.isEmpty ? "(empty)" : $0.text) \($0.count)" }
    if column.otherCount > 0 { parts.append("other values \(column.otherCount)") }
    return "  by \(column.column): \(parts.joined(separator: ", "))\n"
  }

  /// The same for software.
  public func json(showsPersonal: Bool) -> JSONValue {
    .object([
      "added": .integer(plan.count(.added)), "changed": .integer(plan.count(.changed)),
      "unchanged": .integer(plan.count(.unchanged)),
      "withdrawn": .integer(plan.count(.withdrawn)),
      "rejected": .integer(plan.rejectedRows.count),
      "reject_files": .list(rejects.written.map(JSONValue.text)),
      "settled_files": .list(rejects.settled.map(JSONValue.text)),
      "replaced_files": .list(rejects.replaced.map(JSONValue.text)),
      "filtered": .integer(plan.filteredCount),
      "filtered_by": .list(
        plan.leftOut.map { column in
          .object([
            "column": .text(column.column), "other": .integer(column.otherCount),
            "values": .list(
              column.values.map { .object(["value": .text($0.text), "rows": .integer($0.count)]) }),
          ])
        }),
      "files": .list(plan.stagedFiles.union(plan.files.keys).sorted().map(JSONValue.text)),
      "changes": .list(
        plan.changes.filter { $0.kind != .unchanged }.map { change in
          .object([
            "kind": .text(change.kind.rawValue), "path": .text(change.path),
            "key": .text(change.key),
            "source": .text("\(change.provenance.file):\(change.provenance.line)"),
            "columns": .list(change.differences.map { .text($0.column) }),
          ])
        }),
      "groups": .list(DiagnosticGroup.groups(plan.diagnostics.sorted).map(\.json)),
      "problems": .list(plan.diagnostics.sorted.map { $0.json(showsPersonal: showsPersonal) }),
    ])
  }
}
