import Diagnostics
import TranscriptModel

/// Entries of the crosswalk that lead nowhere, or lead away from one of our own students.
struct CrosswalkCheck {
  private let references: References

  init(_ references: References) { self.references = references }

  /// Reports entries that give the rows of one of our students to another, and takes them out.
  ///
  /// An id of another system may be that of another student here: the entry then names the system.
  func removeMoves(from crosswalk: inout Crosswalk, _ findings: inout Findings) {
    let students = references.students
    for entry in crosswalk.entries {
      let (theirs, ours) = (entry.record.theirs, entry.record.ours)
      let isOwn = entry.record.system.map(Provenance.ownTables.contains) ?? true
      guard entry.record.kind == .student, isOwn, theirs != ours,
        students.ids.contains(Identifier(theirs))
      else { continue }
      crosswalk.remove(entry.record)
      let place = references.studentByID[Identifier(theirs)]?.location
      findings.add(
        entry.row.problem(
          .crosswalkMovesStudent, CrosswalkColumn.theirs,
          "\"\(theirs)\" is a student of ours, whose rows the entry gives to \"\(ours)\"; it is not used",
          hint: "name the mapping of the other system in the column system, or correct theirs",
          related: place.map { [.init("the student \"\(theirs)\"", at: $0)] } ?? []))
    }
  }

  /// Reports entries that lead to what is not there.
  ///
  /// A student's id that stands for itself may be of one who is still to be imported.
  func reportUnknown(in crosswalk: Crosswalk, _ findings: inout Findings) {
    for entry in crosswalk.entries where entry.record.theirs != entry.record.ours {
      switch entry.record.kind {
      case .student: report(entry, references.students, &findings)
      case .competency: report(entry, references.competencies, &findings)
      case .course: report(entry, references.courses, &findings)
      case .area: report(entry, references.areas, &findings)
      }
    }
  }

  private func report<Entity>(
    _ entry: Parsed<Crosswalk.Entry>, _ known: Known<Entity>, _ findings: inout Findings
  ) {
    let id = Identifier<Entity>(entry.record.ours)
    guard known.isComplete, !known.ids.contains(id), !known.setAside.contains(id) else { return }
    findings.add(
      entry.row.problem(
        known.code, CrosswalkColumn.ours, "the \(known.noun) \"\(id)\" is not in \(known.home)",
        hint: "correct ours, or remove the entry"))
  }
}
