import Diagnostics
import TranscriptModel

/// Works out what rows of evidence do to a district, in two passes: the first checks every row by
/// itself and keeps two hashes of it, the second compares it with what is on file and adds it.
///
/// Memory holds a few rows at a time, what was found wrong, and what is added.
struct EvidenceImport {
  /// What a second row with the same id says.
  private enum Repetition {
    case same, other
  }

  private let source: any DistrictSource
  private let references: References
  private let limits: ImportLimits
  private let checker: EvidenceChecker
  private let quickCheck: QuickCheck?
  var stored: StoredEvidence
  var output = EvidenceOutput()
  private(set) var changes = ChangeList()
  /// Rows that are not used, and what is wrong.
  var result = MappedRows()
  /// Whether each row stood up to the first pass.
  private var usable: [Bool] = []
  private var repeated: [UInt64: Repetition] = [:]
  private var hasCorrections = false
  /// Evidence that this import has withdrawn.
  var withdrawn: Set<String> = []
  /// The first rows of ids that come again, to be compared with those.
  private var firsts: [UInt64: FirstRow] = [:]
  /// The rows that were added to each table, where that may be asked.
  private var added: [String: [Int]] = [:]

  private let stage: (any ImportStage)?
  private var names: NameCheck
  /// How many rows may be rejected.
  private let room: Int

  /// With more rejected rows than `room`, the import comes to nothing and reading stops.
  init(
    source: any DistrictSource, references: References, limits: ImportLimits,
    stage: (any ImportStage)? = nil, room: Int = .max, names: NameCheck? = nil,
    quickCheck: QuickCheck? = nil
  ) {
    self.quickCheck = quickCheck
    self.names = names ?? NameCheck(references.studentByID, Crosswalk())
    self.source = source
    self.room = room
    self.stage = stage
    self.references = references
    self.limits = limits
    checker = EvidenceChecker(references: references, limits: limits)
    stored = StoredEvidence(source: source)
  }

  /// Both passes over all rows; evidence of days after `asOf` is reported.
  mutating func run(_ chunks: EvidenceChunks, asOf: CalendarDate?) {
    check(chunks, asOf: asOf)
    guard !isFlooded else { return }
    guard stored.blocked == nil else { return refuseAll(chunks) }
    // Stated corrections may have to be taken back.
    output = EvidenceOutput(stage: hasCorrections ? nil : stage)
    merge(chunks)
    if hasCorrections { checkCorrections(chunks) }
  }

  /// Whether nothing is imported because too much cannot be.
  private var isFlooded: Bool { result.rejected.count > room }

  // MARK: The first pass

  private mutating func check(_ chunks: EvidenceChunks, asOf: CalendarDate?) {
    var keys: [(id: UInt64, said: UInt64)] = []
    var waiting: [Dependency: [ImportedRow]] = [:]
    var ahead = EvidenceAhead(asOf: asOf)
    var waitingCount = 0
    chunks.each { chunk in
      result.problems += chunk.careful.problems
      result.rejected += chunk.careful.rejected
      result.leftOut.append(chunk.careful.leftOut)
      result.unread += chunk.careful.unread
      result.keptValues.merge(chunk.careful.keptValues) { $0.adding($1) }
      let first = usable.count
      usable += Array(repeating: false, count: chunk.count)
      let (places, rows) = unsettled(chunk, first, &keys, &ahead)
      for (place, (row, checked)) in zip(places, zip(rows, checker.check(rows))) {
        var outcome = checked
        if let doubt = names.standing(of: row),
          outcome.problems.contains(where: { $0.code == .unknownStudent })
        {
          outcome.problems = [doubt]
        }
        if outcome.isUsable, let doubt = names.problem(with: row) { outcome.problems.append(doubt) }
        usable[first + place] = row.isWithdrawal || outcome.isUsable
        guard !row.isWithdrawal else { continue }
        result.problems += outcome.problems
        if outcome.isUsable {
          keys.append((PackedEvidence.hash(of: row.evidenceID), row.saidHash))
          hasCorrections = hasCorrections || row.cells["replaces"]?.isEmpty == false
          ahead.count(row)
        } else if let dependency = outcome.dependency {
          waiting[dependency, default: []].append(row)
          waitingCount += 1
        } else {
          result.rejected.append(row.rejected(because: outcome.problems))
        }
      }
      return result.rejected.count + waitingCount <= room
    }
    refuse(waiting)
    result.problems += ahead.problems + nearMisses()
    findRepeated(&keys)
  }

  /// Settles the quick rows of a chunk that are in order, of which the first has the number `first`;
  /// the others as records, with their places in the chunk.
  private mutating func unsettled(
    _ chunk: EvidenceChunk, _ first: Int, _ keys: inout [(id: UInt64, said: UInt64)],
    _ ahead: inout EvidenceAhead
  ) -> (places: [Int], rows: [ImportedRow]) {
    let sound = chunk.quick.flatMap { quickCheck?.sound($0, &ahead, names: &names) } ?? []
    var places: [Int] = []
    var rows: [ImportedRow] = []
    let quick = chunk.quick
    for place in 0..<chunk.count {
      if let quick, let index = chunk.quickIndex(place),
        sound.indices.contains(index), sound[index]
      {
        usable[first + place] = true
        keys.append((quick.idHash(index), quick.lineHash(index)))
        continue
      }
      guard let row = record(chunk, place) else { continue }
      places.append(place)
      rows.append(row)
    }
    return (places, rows)
  }

  /// A row of a chunk as a record.
  private mutating func record(_ chunk: EvidenceChunk, _ place: Int) -> ImportedRow? {
    let made = chunk.record(place)
    if let row = made.rows.first { return row }
    // What cannot be made into a record is told, never lost.
    result.append(made)
    return nil
  }

  /// Rows that name something set aside: reported once for each such thing.
  private mutating func refuse(_ waiting: [Dependency: [ImportedRow]]) {
    for (dependency, rows) in waiting.sorted(by: { $0.key < $1.key }) {
      guard let first = rows.first else { continue }
      let problem = dependency.problem(at: first.location, rows: rows.count)
      result.problems.append(problem)
      result.rejected += rows.map { $0.rejected(because: [problem]) }
    }
  }

  private func nearMisses() -> [Diagnostic] {
    var findings = Findings()
    for problem in result.problems where problem.code == .unknownStudent { findings.add(problem) }
    NearMissIDs(references.students, references.studentByID).report(&findings, isImport: true)
    return findings.diagnostics.all.filter { $0.code == .nearMissID }
  }

  private mutating func findRepeated(_ keys: inout [(id: UInt64, said: UInt64)]) {
    keys.sort { $0.id < $1.id }
    for (left, right) in zip(keys, keys.dropFirst()) where left.id == right.id {
      if left.said != right.said {
        repeated[left.id] = .other
      } else if repeated[left.id] == nil {
        repeated[left.id] = .same
      }
    }
  }

  // MARK: The second pass

  private mutating func merge(_ chunks: EvidenceChunks) {
    var number = 0
    (withdrawn, firsts) = ([], [:])
    var together: [(number: Int, row: ImportedRow)] = []
    chunks.each { chunk in
      for place in 0..<chunk.count {
        defer { number += 1 }
        guard usable[number], !mergeQuickly(chunk, place), let row = record(chunk, place) else {
          continue
        }
        let hash = PackedEvidence.hash(of: row.evidenceID)
        switch row.isWithdrawal ? nil : repeated[hash] {
        case .other: together.append((number, row))
        case .same where firsts[hash] != nil: leaveAlone(row, like: firsts[hash])
        case .same:
          firsts[hash] = FirstRow(row, isKept: firsts.count < FirstRow.most)
          merge(row, number)
        case nil: merge(row, number)
        }
      }
      return !isFlooded && together.count <= room
    }
    merge(together)
  }

  /// Merges a quick row of whose id nothing is on file, or which says what is; whether it did.
  private mutating func mergeQuickly(_ chunk: EvidenceChunk, _ place: Int) -> Bool {
    guard !hasCorrections, let index = chunk.quickIndex(place), let rows = chunk.quick else {
      return false
    }
    let id = rows.idHash(index)
    guard repeated.isEmpty || repeated[id] == nil else { return false }
    switch stored.standing(of: id, saying: { rows.lineHash(index) }) {
    case .unclear: return false
    case .same(let path):
      note(.unchanged, rows, index, path)
    case .absent:
      // An earlier version may have given it another id.
      let path = rows.path
      guard rows.origin.reader.mapping.formerly == nil,
        output.append(rows, index, to: path, of: stored)
      else { return false }
      note(.added, rows, index, path)
    }
    return true
  }

  private mutating func note(
    _ kind: ImportPlan.Change.Kind, _ rows: QuickRows, _ index: Int, _ path: String
  ) {
    guard changes.lists(kind) else { return changes.count(kind) }
    changes.note(
      ImportPlan.Change(
        kind: kind, path: path, key: rows.id(index), differences: [],
        provenance: rows.provenance(index)))
  }

  /// Rows with one id of which some say something else: none of them is imported.
  private mutating func merge(_ rows: [(number: Int, row: ImportedRow)]) {
    let groups = Dictionary(grouping: rows) { $0.row.evidenceID }
    for group in groups.values.sorted(by: { $0[0].number < $1[0].number }) {
      let first = group[0].row
      guard let other = group.first(where: { $0.row.said != first.said }) else {
        merge(first, group[0].number)
        let seen = FirstRow(first, isKept: true)
        for (_, row) in group.dropFirst() { leaveAlone(row, like: seen) }
        continue
      }
      let problem = other.row.contradiction(
        others: group.filter { $0.number != other.number }.map(\.row.location))
      result.problems.append(problem)
      result.rejected += group.map { $0.row.rejected(because: [problem]) }
    }
  }

  /// A row that says the same as one before it; where their sources do not, both are named.
  private mutating func leaveAlone(_ row: ImportedRow, like first: FirstRow?) {
    if let problem = first?.problem(with: row) { result.problems.append(problem) }
    note(.unchanged, row)
  }

  private mutating func merge(_ row: ImportedRow, _ number: Int) {
    var row = row
    row.cells = row.cells.filter { ImportTable.evidence.columns.contains($0.key) }
    if let former = formerID(of: row) { row.cells["evidence_id"] = former }
    if !row.isWithdrawal, !move(&row, number) { return }
    let id = row.evidenceID
    guard stored.find(id) != nil, let (place, old) = stored.find(stored.latest(of: id).id) else {
      return row.isWithdrawal ? result.leftOut.note(row) : add(row, number)
    }
    let latest = stored.latest(of: id).id
    if row.isWithdrawal { return withdrawMoved(row, place, old, number) }
    // What was withdrawn stands again, also where the source has no word for that.
    if old["status"] == "withdrawn", row.cells["status"] == nil { row.cells["status"] = "" }
    let differences = row.differences(from: old, ignoring: ["evidence_id", "replaces"])
    let path = stored.path(of: place)
    guard !differences.isEmpty else { return note(.unchanged, row, path) }
    let standing = stored.correction(of: row, by: old)
    guard standing == .none else {
      if standing == .otherwise {
        result.problems.append(row.isCorrected(by: latest, at: place, in: stored))
      }
      return note(.unchanged, row, path)
    }
    if let reason = row.collision(with: old, differences) {
      return refuse(row, because: row.collision(reason, at: place, in: stored))
    }
    if stored.hasReplaced(row, since: old) {
      result.problems.append(row.isOlder(than: latest, at: place, in: stored))
      return note(.older, row, path)
    }
    correct(row, old.merging(row.cells) { $1 }, number, .changed, differences)
  }

  /// The id under which an earlier version of the same mapping has put the row on file.
  private mutating func formerID(of row: ImportedRow) -> String? {
    guard let former = row.formerID, former != row.evidenceID,
      stored.find(row.evidenceID) == nil, let old = stored.find(former)?.cells
    else { return nil }
    let isSame = ["student_id", "competency"].allSatisfy { old[$0] == row.cells[$0] }
    return row.hasWritten(old) && isSame ? former : nil
  }

  private mutating func add(_ row: ImportedRow, _ number: Int) {
    append(row.cells, of: row, number)
    note(.added, row)
  }

  /// Evidence is never overwritten: a change is a record that names what it replaces, so that the
  /// history stays (DOMAIN.md, requirement 9).
  mutating func correct(
    _ row: ImportedRow, _ cells: [String: String], _ number: Int, _ kind: ImportPlan.Change.Kind,
    _ differences: [ImportPlan.Difference]
  ) {
    let id = row.evidenceID
    let (latest, corrections) = stored.latest(of: id)
    var cells = cells
    cells["evidence_id"] = "\(id)~\(corrections + 2)"
    cells["replaces"] = latest
    var whole = row
    whole.cells = cells.filter { ImportTable.evidence.columns.contains($0.key) }
    let problems = checker.check([whole]).first?.problems.filter(\.isError) ?? []
    guard problems.isEmpty else {
      result.problems += problems
      result.rejected.append(row.rejected(because: problems))
      return
    }
    append(cells, of: row, number)
    note(kind, row, row.evidencePath, differences)
  }

  private mutating func append(_ cells: [String: String], of row: ImportedRow, _ number: Int) {
    var cells = cells
    cells[SourceColumn.name] = row.provenance.text
    output.append(cells, to: row.evidencePath, of: stored)
    if hasCorrections { added[row.evidencePath, default: []].append(number) }
  }

  private mutating func refuse(_ row: ImportedRow, because problem: Diagnostic) {
    result.problems.append(problem)
    result.rejected.append(row.rejected(because: [problem]))
  }

  mutating func note(
    _ kind: ImportPlan.Change.Kind, _ row: ImportedRow, _ path: String? = nil,
    _ differences: [ImportPlan.Difference] = []
  ) {
    changes.note(
      ImportPlan.Change(
        kind: kind, path: path ?? row.evidencePath, key: row.evidenceID, differences: differences,
        provenance: row.provenance))
  }

  // MARK: What concerns all rows

  /// A table that cannot be read cannot be added to either.
  private mutating func refuseAll(_ chunks: EvidenceChunks) {
    guard let path = stored.blocked, usable.contains(true) else { return }
    let problem = Diagnostic(
      .unreadableFile, at: SourceLocation(file: path),
      "the file cannot be read, so nothing can be added to it",
      hint: "mend it first: mastery-transcript check says what is wrong with it")
    result.problems.append(problem)
    var number = 0
    chunks.each { chunk in
      for place in 0..<chunk.count {
        defer { number += 1 }
        guard usable[number], let row = record(chunk, place) else { continue }
        result.rejected.append(row.rejected(because: [problem]))
      }
      return !isFlooded
    }
  }

  /// Corrections that rows state themselves are looked at with everything that is on file, as if they
  /// were there; then the second pass is made again without those that are refused.
  private mutating func checkCorrections(_ chunks: EvidenceChunks) {
    let files = output.files(source)
    let overlay = OverlaySource(base: source, files: files)
    let found = DistrictImporter(source: overlay, today: references.today, limits: limits).check()
    var problems: [Int: [Diagnostic]] = [:]
    for row in found.rejectedRows {
      guard let numbers = added[row.file], let bytes = files[row.file] else { continue }
      let first = bytes.count { $0 == 0x0A } - numbers.count + 1
      guard numbers.indices.contains(row.line - first) else { continue }
      problems[numbers[row.line - first]] = row.diagnostics
    }
    guard !problems.isEmpty else { return }
    refuse(problems, chunks)
    (output, changes, added) = (EvidenceOutput(), ChangeList(), [:])
    // What the second pass itself refused would be refused twice.
    let rejected = result
    merge(chunks)
    result = rejected
  }

  private mutating func refuse(_ problems: [Int: [Diagnostic]], _ chunks: EvidenceChunks) {
    var number = 0
    chunks.each { chunk in
      for place in 0..<chunk.count {
        defer { number += 1 }
        guard let found = problems[number], let row = record(chunk, place) else { continue }
        usable[number] = false
        let moved = found.map { row.problem($0, in: "replaces") }
        result.problems += moved
        result.rejected.append(row.rejected(because: moved))
      }
      return !isFlooded
    }
  }
}
