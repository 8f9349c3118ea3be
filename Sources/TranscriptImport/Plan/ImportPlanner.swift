import Diagnostics
public import TranscriptModel

/// Works out what importing files into a district folder would do; writes nothing.
///
///     let plan = ImportPlanner(district: folder).plan([.init(path: "canvas.csv", bytes: bytes)])
///     // plan.count(.added), plan.diagnostics, plan.files …
///
/// The same files twice add nothing: a row is known by its key, and one that says the same as what
/// is stored is unchanged, whatever export it is from.
public struct ImportPlanner {
  /// What the caller decides.
  public struct Options: Sendable {
    /// The mapping to read every file with; `nil` to recognise each.
    public var mapping: String?
    /// Columns that always have one value, such as `purpose: summative`.
    public var constants: [String: String] = [:]
    /// Whether one row that cannot be used keeps all others out.
    public var isAllOrNothing = false
    /// So many rows that cannot be used are kept; with more, nothing is imported.
    public var mostRejected = 100_000
    /// The day after which nothing can have happened yet.
    public var today: CalendarDate?
    /// The day that is asked about: evidence of a later one is imported and reported.
    public var asOf: CalendarDate?

    /// Creates the default options.
    public init() {}
  }

  private typealias Output = (
    changes: ChangeList, files: [String: [UInt8]], staged: Set<String>
  )

  private let district: any DistrictSource
  private let stage: (any ImportStage)?
  private let options: Options
  private let limits: ImportLimits

  /// Creates a planner for the district folder that `district` reads.
  ///
  /// Long tables are put in `stage` as they are made; without one they are in the plan.
  public init(
    district: any DistrictSource, options: Options = Options(),
    limits: ImportLimits = ImportLimits(), stage: (any ImportStage)? = nil
  ) {
    self.district = district
    self.stage = stage
    self.options = options
    self.limits = limits
  }

  /// What importing `files` would do.
  public func plan(_ files: [InputFile]) -> ImportPlan {
    var findings = Findings()
    var reader = SourceReader(district: district, options: options, limits: limits, &findings)
    reader.digests = Dictionary(
      files.map { ($0.path, $0.digest) }, uniquingKeysWith: { first, _ in first })
    reader.context.mended = MendedRows(files)
    var mapped = MappedRows()
    if let problem = reader.folderProblem { return .refused(because: problem) }
    let unpacked = files.flatMap { unpack($0, &mapped) }
    mapped.append(reader.read(unpacked))
    mapped.problems += unusedColumns(mapped)
    let evidence = EvidenceChunks(
      rows: mapped.rows.filter { $0.table == .evidence }, streams: mapped.streams,
      isCareful: limits.readsRowByRow)
    mapped.rows.removeAll { $0.table == .evidence }
    var doubted: Set<String> = []
    let merge = merge(&mapped, reader, doubted: &doubted)
    let output = plan(evidence, merge, reader, &mapped, doubted: doubted)
    mapped.problems += mapped.leftOut.problems
    let isFlooded = mapped.rejected.count > options.mostRejected
    if isFlooded { mapped.problems.append(flood(mapped.rejected)) }
    mapped.reportKeptValues()
    mapped.problems.forEach { findings.add($0) }
    return plan(mapped, output, findings, reader, isFlooded: isFlooded)
  }

  /// Columns that were given for all rows and that none of the tables has.
  private func unusedColumns(_ mapped: MappedRows) -> [Diagnostic] {
    let tables = Set(
      mapped.rows.map(\.table) + mapped.streams.map(\.reader.mapping.table))
    guard !tables.isEmpty else { return [] }
    let names = tables.map(\.rawValue).sorted().joined(separator: ", ")
    return options.constants.keys.sorted().filter { column in
      !tables.contains { $0.columns.contains(column) }
    }.map { column in
      Diagnostic(
        .unknownColumn, "--set gives \(column), which \(names) has not",
        hint: NearestName.find(column, in: tables.flatMap(\.columns).sorted())
          .map { "give \($0)" } ?? "leave it out")
    }
  }

  /// So many rows cannot be used that the source, or its mapping, is what has to be mended.
  private func flood(_ rejected: [RejectedRow]) -> Diagnostic {
    Diagnostic(
      .tooManyRejected, at: rejected.last.map { SourceLocation(file: $0.file) },
      "more than \(options.mostRejected) rows cannot be used, so nothing is imported and no reject"
        + " file is written",
      hint: "mend the causes above and import the file again; --most-rejected N keeps more")
  }

  /// What the rows of all tables but evidence do; what they may not is set aside.
  private func merge(
    _ mapped: inout MappedRows, _ reader: SourceReader, doubted: inout Set<String>
  ) -> RowMerge {
    let contradicted = mapped.removeContradictions()
    doubted = IdentityCheck(
      students: reader.students, crosswalk: reader.context.crosswalk, on: day
    ).apply(to: &mapped, contradicted: contradicted)
    let rejections = validate(mapped.rows)
    let kept = mapped.rows.indices.filter { rejections[$0]?.contains(where: \.isError) != true }
    var merge = RowMerge(DistrictTables(source: district, limits: limits))
    for index in kept { merge.merge(mapped.rows[index], at: index) }
    for (index, problems) in rejections.sorted(by: { $0.key < $1.key }) {
      mapped.problems += problems
      if problems.contains(where: \.isError) {
        mapped.rejected.append(mapped.rows[index].rejected(because: problems))
        if mapped.rows[index].table == .students {
          mapped.unusedStudents.formUnion(mapped.rows[index].key)
        }
      }
    }
    for index in merge.idle { mapped.leftOut.note(mapped.rows[index]) }
    mapped.refuse(merge.refused)
    mapped.refuse(undated: merge.undated, merge.tables)
    mapped.refuse(merge.collisions, merge.tables)
    return merge
  }

  /// The day on which decisions are made.
  private var day: CalendarDate? { options.asOf ?? options.today }

  /// What the evidence does to a district that has the other rows already.
  private func plan(
    _ chunks: EvidenceChunks, _ merge: RowMerge, _ reader: SourceReader,
    _ mapped: inout MappedRows, doubted: Set<String>
  ) -> Output {
    let others = merge.tables.files
    guard !chunks.isEmpty else { return (merge.changes, others, []) }
    let folder = OverlaySource(base: district, files: others)
    var (district, references) = (reader.loaded, reader.references)
    if !others.isEmpty {
      let read = DistrictImporter(source: folder, today: options.today, limits: limits)
        .loadWithoutEvidence()
      (district, references) = (read.result.district, read.references)
    }
    var evidence = EvidenceImport(
      source: folder, references: references, limits: limits, stage: stage,
      room: max(0, options.mostRejected - mapped.rejected.count),
      names: NameCheck(
        references.studentByID, reader.context.crosswalk, doubted: doubted,
        unused: mapped.unusedStudents, on: day),
      quickCheck: QuickCheck(district, today: options.today, limits: limits))
    evidence.run(chunks, asOf: options.asOf)
    let staged = evidence.output.finishStaged()
    mapped.append(evidence.result)
    var changes = merge.changes
    changes.append(evidence.changes)
    let files = others.merging(evidence.output.files(folder)) { $1 }
    return (changes, files, staged)
  }

  /// The files of an archive, or the file itself.
  private func unpack(_ file: InputFile, _ mapped: inout MappedRows) -> [InputFile] {
    if let problem = FileKind.sheetProblem(with: file) {
      mapped.problems.append(problem)
      return []
    }
    guard ZipArchive.matches(file.bytes), let whole = file.whole(limit: limits.table) else {
      return [file]
    }
    let archive = ZipArchive(whole, limit: limits.table)
    mapped.problems += archive.problems
    return archive.files
  }

  private func plan(
    _ mapped: MappedRows, _ output: Output, _ findings: Findings,
    _ reader: SourceReader, isFlooded: Bool
  ) -> ImportPlan {
    let hashes = reader.digests
    let rejected = mapped.rejected.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
    let diagnostics = findings.sorted.diagnostics
    // A file that cannot be read is not all of what was asked for either.
    let isPartial = !rejected.isEmpty || diagnostics.hasErrors
    let hold: ImportPlan.Hold? =
      isFlooded ? .tooManyRejected : options.isAllOrNothing && isPartial ? .allOrNothing : nil
    let isHeld = hold != nil
    return ImportPlan(
      changes: isHeld ? [] : output.changes.listed, counts: isHeld ? [:] : output.changes.counts,
      rejectedRows: rejected, diagnostics: diagnostics, leftOut: mapped.leftOut,
      files: isHeld ? [:] : output.files, stagedFiles: isHeld ? [] : output.staged,
      rejects: isFlooded
        ? []
        : RejectedSource.sources(
          of: rejected, hashes: hashes, sets: mapped.sets, json: mapped.json,
          mended: reader.context.mended),
      readFiles: hashes.merging(
        mapped.sets.flatMap { set in set.paths.values.map { ($0, set.hash) } },
        uniquingKeysWith: { $1 }
      ).filter { Self.isRead($0.key, rejected, diagnostics) }, hold: hold,
      unread: mapped.unread.sorted())
  }

  /// Whether every row of a file was looked at: whatever is wrong with it is wrong with rows that
  /// are in a reject file.
  private static func isRead(
    _ path: String, _ rejected: [RejectedRow], _ problems: DiagnosticList
  ) -> Bool {
    let lines = Set(rejected.filter { $0.file == path }.map(\.line))
    return !problems.all.contains { problem in
      problem.isError && problem.location?.file == path
        && problem.location.map { place in
          lines.contains(place.line) || lines.contains { $0 <= place.line }
        } != true
    }
  }

  /// What the district's own checks say about the rows, as if they were in the folder already.
  private func validate(_ rows: [ImportedRow]) -> [Int: [Diagnostic]] {
    var merge = RowMerge(DistrictTables(source: district, limits: limits))
    for (index, row) in rows.enumerated() { merge.merge(row, at: index) }
    let files = merge.tables.files
    guard !files.isEmpty else { return [:] }
    var rowAt: [SourceLocation: Int] = [:]
    var linesOf: [Int: [Int]] = [:]
    for (place, index) in merge.written {
      let lines = linesOf[place.table] ?? merge.tables.lines(of: place.table)
      linesOf[place.table] = lines
      let path = merge.tables.path(of: place)
      rowAt[SourceLocation(file: path, line: lines[place.row])] = index
    }
    let overlay = OverlaySource(base: district, files: files)
    let result = DistrictImporter(source: overlay, today: options.today, limits: limits)
      .loadWithoutEvidence().result
    return relocate(result, rows, rowAt, merge)
  }

  private func relocate(
    _ result: ImportResult, _ rows: [ImportedRow], _ rowAt: [SourceLocation: Int],
    _ merge: RowMerge
  ) -> [Int: [Diagnostic]] {
    var placeOf: [Int: DistrictTables.Place] = [:]
    for (place, index) in merge.written { placeOf[index] = place }
    func moved(_ problem: Diagnostic, _ index: Int) -> Diagnostic {
      let column = placeOf[index].flatMap { merge.tables.column(of: problem, at: $0) }
      let found = rows[index].problem(problem, in: column)
      let related = found.related.map { other in
        let place = SourceLocation(file: other.location.file, line: other.location.line)
        return rowAt[place].map { Diagnostic.Related(other.message, at: rows[$0].location) }
          ?? other
      }
      return Diagnostic(
        found.code, at: found.location, found.message, excerpt: found.excerpt, hint: found.hint,
        related: related)
    }
    var problems: [Int: [Diagnostic]] = [:]
    for rejected in result.rejectedRows {
      let location = SourceLocation(file: rejected.file, line: rejected.line)
      guard let index = rowAt[location] else { continue }
      problems[index] = rejected.diagnostics.map { moved($0, index) }
    }
    for diagnostic in result.diagnostics.all where !diagnostic.isError {
      guard let place = diagnostic.location,
        let index = rowAt[SourceLocation(file: place.file, line: place.line)]
      else { continue }
      let moved = moved(diagnostic, index)
      if problems[index]?.contains(moved) != true { problems[index, default: []].append(moved) }
    }
    return problems
  }
}

extension Diagnostic {
  var isError: Bool { severity == .error }
}

extension MappedRows {
  /// Sets aside rows whose table holds something that cannot be read: once a file.
  mutating func refuse(_ refused: [Int: String]) {
    var problemOf: [String: Diagnostic] = [:]
    for (index, path) in refused.sorted(by: { $0.key < $1.key }) {
      let problem =
        problemOf[path]
        ?? Diagnostic(
          .unreadableFile, at: SourceLocation(file: path),
          "the file cannot be read, so nothing can be added to it",
          hint: "mend it first: mastery-transcript check says what is wrong with it")
      if problemOf[path] == nil { problems.append(problem) }
      problemOf[path] = problem
      rejected.append(rows[index].rejected(because: [problem]))
    }
  }

  /// Sets aside students who are to be withdrawn on a day that nobody says, and deleted competencies.
  mutating func refuse(undated: [Int: DistrictTables.Place], _ tables: DistrictTables) {
    for (index, place) in undated.sorted(by: { $0.key < $1.key }) {
      let row = rows[index]
      let path = tables.path(of: place)
      let line = tables.lines(of: place.table)[place.row]
      let isStudent = row.table == .students
      let problem = Diagnostic(
        .withdrawnBySource, at: row.location,
        isStudent
          ? "the source wants the student deleted and does not say on which day the student left"
          : "the source has deleted the competency, which stays on file: evidence may name it",
        hint: isStudent
          ? "if the student has left, enter withdrawn_on in students.csv; else correct the row"
          : "if nothing names it, remove its row from the framework; else leave this row out",
        related: [.init("the row on file", at: SourceLocation(file: path, line: line))])
      problems.append(problem)
      rejected.append(row.rejected(because: [problem]))
    }
  }

  /// Sets aside rows that would overwrite a record that is not theirs.
  mutating func refuse(
    _ collisions: [Int: (place: DistrictTables.Place, reason: String)], _ tables: DistrictTables
  ) {
    var linesOf: [Int: [Int]] = [:]
    for (index, found) in collisions.sorted(by: { $0.key < $1.key }) {
      let lines = linesOf[found.place.table] ?? tables.lines(of: found.place.table)
      linesOf[found.place.table] = lines
      let place = SourceLocation(
        file: tables.path(of: found.place), line: lines[found.place.row])
      let row = rows[index]
      let problem = row.collision(found.reason, at: place)
      problems.append(problem)
      rejected.append(row.rejected(because: [problem]))
    }
  }

  /// Sets aside all rows of one import that share a key, where any of them says something else; the
  /// students whose rows do not agree on who they are.
  mutating func removeContradictions() -> Set<String> {
    struct Key: Hashable {
      let table: ImportTable
      let key: [String]
    }
    var alike: [Key: [Int]] = [:]
    for (index, row) in rows.enumerated() where row.hasKey {
      alike[Key(table: row.table, key: row.key), default: []].append(index)
    }
    var dropped: [Int: Diagnostic] = [:]
    var doubted: Set<String> = []
    for group in alike.values where group.count > 1 {
      let first = rows[group[0]].said
      guard let other = group.first(where: { rows[$0].said != first }) else { continue }
      let row = rows[other]
      let problem = row.contradiction(
        others: group.filter { $0 != other }.map { rows[$0].location })
      problems.append(problem)
      for index in group { dropped[index] = problem }
      let persons = Set(group.map { rows[$0].said.filter { Self.person.contains($0.key) } })
      if row.table == .students, persons.count > 1 { doubted.formUnion(row.key) }
    }
    rejected += dropped.sorted { $0.key < $1.key }.map {
      rows[$0.key].rejected(because: [$0.value])
    }
    rows = rows.indices.filter { dropped[$0] == nil }.map { rows[$0] }
    return doubted
  }

  /// The columns of a student that say who it is.
  private static let person: Set<String> = ["sasid", "legal_first", "legal_last", "birth_date"]
}

extension ImportedRow {
  var location: SourceLocation {
    SourceLocation(file: provenance.file, line: provenance.line)
  }
}

extension ImportPlanner {
  /// The names of the mappings that need no file.
  public static var builtInMappings: [String] { BuiltInMappings.all.map(\.name) }

  /// Whether any table has a column of this name.
  public static func isColumn(_ name: String) -> Bool {
    ImportTable.allCases.contains { $0.columns.contains(name) }
  }

  /// A mapping that needs no file as YAML, to be read or extended.
  public static func builtInMapping(named name: String) -> String? {
    BuiltInMappings.text(named: name)
  }
}
