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
    let older = plan.count(.older)
    if older > 0 { text += "\(older) older than what is on file, " }
    text += "\(plan.rejectedRows.count) rejected"
    text += plan.filteredCount > 0 ? ", \(plan.filteredCount) filtered out\n" : "\n"
    for column in plan.leftOut { text += Self.line(column) }
    for place in plan.unread {
      text += "not read: \(place.file) from line \(place.line) to its end\n"
    }
    if let reason { text += "nothing is written: \(reason)\n" }
    for path in rejects.settled { text += "settled: \(path) is removed\n" }
    for path in rejects.replaced { text += "replaced: \(path) is removed\n" }
    for path in rejects.written { text += "rejected rows: \(path)\n" }
    return text
  }

  /// Why nothing is written.
  private var reason: String? {
    let count = plan.rejectedRows.count
    let rows = count == 1 ? "1 row" : "\(count) rows"
    return switch plan.hold {
    case nil: nil
    case .notADistrict: "the folder is no district's"
    case .tooManyRejected: "too many rows cannot be used"
    case .allOrNothing where count == 0: "--all-or-nothing, and a file cannot be read"
    case .allOrNothing: "--all-or-nothing, and \(rows) cannot be used"
    }
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
      "older": .integer(plan.count(.older)),
      "rejected": .integer(plan.rejectedRows.count),
      "written": .flag(!plan.isHeld),
      "unread": .list(
        plan.unread.map { .object(["file": .text($0.file), "line": .integer($0.line)]) }),
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
        plan.changes.filter { $0.kind != .unchanged && $0.kind != .older }.map { change in
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
