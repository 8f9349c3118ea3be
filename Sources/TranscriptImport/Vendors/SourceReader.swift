import Diagnostics
import TranscriptModel

/// Recognises what a file is and reads it into rows of our tables.
struct SourceReader {
  private let district: any DistrictSource
  let mappings: [Mapping]
  var context: MappingContext
  /// The students on file.
  let students: [Student]
  /// What rows of evidence may name.
  let references: References
  /// Why the folder is no district's; nothing is imported into it then.
  let folderProblem: Diagnostic?
  /// The district without its evidence, if it can be read whole.
  let loaded: District?
  let options: ImportPlanner.Options
  let limits: ImportLimits
  /// SHA-256 of files by path, as far as they are known: to hash a long file takes seconds.
  var digests: [String: String] = [:]

  /// Reads the mappings and the crosswalk of the district, and what mappings may look up.
  init(
    district: any DistrictSource, options: ImportPlanner.Options, limits: ImportLimits,
    _ findings: inout Findings
  ) {
    let (loaded, references) = DistrictImporter(
      source: district, today: options.today, limits: limits
    ).loadWithoutEvidence()
    self.references = references
    folderProblem = loaded.diagnostics.all.first { $0.code == .notADistrictFolder }
    self.loaded = loaded.district
    self.district = district
    var folder = FolderReader(source: district, limits: limits)
    let declared = DistrictMappings(
      &folder, scale: loaded.district?.policy.scale ?? references.scale, limits: limits)
    var context = MappingContext()
    context.crosswalk = declared.crosswalk
    CrosswalkCheck(references).removeMoves(from: &context.crosswalk, &folder.findings)
    context.competencies = references.framework.competencies.map(\.id.code)
    context.scale = loaded.district?.policy.scale
    let found = loaded.district?.students ?? []
    let pairs = found.compactMap { student in student.sasid.map { ($0, student.id.code) } }
    context.studentBySASID = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    context.placeOfStudent = Dictionary(
      found.map { ($0.id.code, $0.location) }, uniquingKeysWith: { first, _ in first })
    students = found
    for problem in folder.findings.diagnostics.all { findings.add(problem) }
    // The district's own mappings come first, so that one can stand for a built-in of the same kind.
    self.mappings = declared.mappings + BuiltInMappings.all
    self.context = context
    self.options = options
    self.limits = limits
  }

  func read(_ file: InputFile) -> MappedRows {
    if RejectReasons.matches(file) { return MappedRows() }
    if file.bytes.count == file.textStart {
      return MappedRows(problems: [
        Diagnostic(
          .missingHeader, at: SourceLocation(file: file.path), "the file is empty",
          hint: "export it again")
      ])
    }
    if JSONLines.matches(file) {
      return whole(file, limit: limits.whole) {
        var mapped = JSONLines(limits: limits).read($0)
        for index in mapped.rows.indices {
          mapped.rows[index].settle(by: context.crosswalk)
          mapped.fill(index, with: options.constants)
        }
        return mapped
      }
    }
    if JSONFormats.matches(file) {
      return whole(file, limit: limits.whole) {
        JSONFormats(records: records, limits: limits).read($0)
      }
    }
    if let refusal = VendorRollup.refusal(of: file) ?? HeaderProblem.find(in: file, limits) {
      return MappedRows(problems: [refusal])
    }
    if let problem = ambiguity(of: file) { return MappedRows(problems: [problem]) }
    guard let mapping = mapping(for: file) else {
      return MappedRows(problems: [EncodingCheck.problem(with: file) ?? unknown(file)])
    }
    // What is wrong with it has been reported.
    guard !mapping.isFaulty else { return MappedRows() }
    if let problems = NativeTable.headerProblems(file, mapping) {
      return MappedRows(problems: problems)
    }
    let set = mapping.setting(options.constants)
    let missing = set.table.rules.filter { rule in
      rule.isRequired && !set.columns.contains { $0.target == rule.name }
    }
    guard missing.isEmpty else {
      return MappedRows(problems: missing.map { Self.unsaid($0.name, mapping, file.path) })
    }
    let reader = MappingReader(mapping: set, context: context, limits: limits)
    // Evidence is what there may be much of.
    if set.table == .evidence {
      let hash = digests[file.path] ?? file.digest
      return MappedRows(streams: [EvidenceStream(file: file, reader: reader, hash: hash)])
    }
    return whole(file, limit: min(limits.table, limits.whole), reader.read)
  }

  /// What a file becomes that must be in memory as a whole.
  private func whole(
    _ file: InputFile, limit: Int, _ read: (InputFile) -> MappedRows
  ) -> MappedRows {
    if let whole = file.whole(limit: limit) { return read(whole) }
    return MappedRows(problems: [
      Diagnostic(
        .fileTooLarge, at: SourceLocation(file: file.path),
        "the file holds more than \(limit) bytes",
        hint: "split it into several files, or check that it is the right one")
    ])
  }

  private var records: RecordImport {
    RecordImport(
      mappings: mappings, context: context, options: options, evidence: EvidenceOnFile(district))
  }

  /// Reads all files, those of one OneRoster set together.
  func read(_ files: [InputFile]) -> MappedRows {
    var result = MappedRows()
    let tables = files.map { OneRosterSet.table(of: $0) }
    var parts: [InputFile] = []
    for (table, file) in zip(tables, files) where table != nil {
      result.append(
        whole(file, limit: min(limits.table, limits.whole)) {
          parts.append($0)
          return MappedRows()
        })
    }
    for set in OneRosterSet.sets(parts) {
      result.problems += set.problems
      result.rejected += set.rejected
      result.sets.append(set)
      for (kind, found) in set.records {
        result.append(
          records.map(found, kind: kind, path: found[0].location.file, hash: set.hash))
      }
    }
    for (table, file) in zip(tables, files) where table == nil { result.append(read(file)) }
    return result
  }

  /// The mapping that was asked for, or the first whose columns the file has.
  private func mapping(for file: InputFile) -> Mapping? {
    if let name = options.mapping { return mappings.first { $0.name == name } }
    if let found = recognized(mappings, separator: 0x2C, file) { return found }
    // The columns are found with one separator only, so nothing is guessed.
    let separators: [UInt8] = [0x3B, 0x09, 0x7C]
    return separators.lazy.compactMap { separator in
      recognized(mappings.map { $0.separated(by: separator) }, separator: separator, file)
    }.first
  }

  /// Two mappings of the district that fit alike: which is meant, nothing says.
  private func ambiguity(of file: InputFile) -> Diagnostic? {
    guard options.mapping == nil else { return nil }
    let fitting = mappings.dropLast(BuiltInMappings.all.count).filter {
      !$0.recognizes.isEmpty && HeaderProbe($0).matches(file)
    }
    guard let first = fitting.first, let other = fitting.dropFirst().first else { return nil }
    return Diagnostic(
      .unknownFormat, at: SourceLocation(file: file.path),
      "two mappings fit the file: \(first.name) and \(other.name)",
      hint: "name the one that is meant: --mapping \(first.name)")
  }

  private func recognized(
    _ mappings: [Mapping], separator: UInt8, _ file: InputFile
  ) -> Mapping? {
    (mappings.filter { !$0.recognizes.isEmpty }
      + NativeTable.mappings(separator: separator))
      .first { HeaderProbe($0).matches(file) }
  }

  private func unknown(_ file: InputFile) -> Diagnostic {
    if options.mapping == nil, let problem = NearKind(file)?.problem { return problem }
    let names = mappings.map(\.name)
    guard let wanted = options.mapping else {
      return Diagnostic(
        .unknownFormat, at: SourceLocation(file: file.path),
        "the file is not of a kind that is known",
        hint: "write a mapping for it; \"mapping suggest\" makes a first draft"
          + (computed(in: file).map {
            "; its column \"\($0)\" is a computed number and no evidence:"
              + " \(RollupName.hint)"
          } ?? ""))
    }
    return Diagnostic(
      .unknownFormat, at: SourceLocation(file: file.path), "there is no mapping \"\(wanted)\"",
      hint: NearestName.find(wanted, in: names).map { "use \($0)" }
        ?? "use one of \(names.joined(separator: ", "))")
  }

  /// The first column whose name is that of a number which vendors compute from others.
  private func computed(in file: InputFile) -> String? {
    var reader = CSVReader(Array(file.bytes.prefix(1 << 16)))
    var row = CSVRow()
    guard reader.next(&row), row.fault == nil else { return nil }
    return SourceHeader(row, of: file).shownNames.first(where: RollupName.matches)
  }

  static func unsaid(_ column: String, _ mapping: Mapping, _ path: String) -> Diagnostic {
    Diagnostic(
      .unmappedColumn, at: SourceLocation(file: path),
      "an export of this kind (\(mapping.name)) does not say \(column)",
      hint: "give it for all rows with --set \(column)=VALUE, or in a mapping")
  }
}

/// Looks at a file's header alone.
struct HeaderProbe {
  private let mapping: Mapping

  init(_ mapping: Mapping) { self.mapping = mapping }

  func matches(_ file: InputFile) -> Bool {
    let head = Array(file.bytes.prefix(1 << 16))
    guard let bytes = mapping.encoding.decoded(head) else { return false }
    var limits = CSVReader.Limits()
    limits.separator = mapping.separator
    var reader = CSVReader(bytes, limits: limits)
    var row = CSVRow()
    for _ in 0...mapping.linesBefore where !reader.next(&row) { return false }
    let header = SourceHeader(
      row, of: InputFile(path: file.path, bytes: bytes), keeping: mapping.familyLanguage)
    return mapping.recognizes.allSatisfy(header.has)
  }
}

/// Our own tables, such as a mended reject file.
enum NativeTable {
  /// What is wrong with the header of a table in our own words; `nil` where nothing is, or the table
  /// is someone else's.
  ///
  /// As in the district folder, a misspelt column is never passed over.
  static func headerProblems(_ file: InputFile, _ mapping: Mapping) -> [Diagnostic]? {
    guard mapping.name == mapping.table.rawValue else { return nil }
    var limits = CSVReader.Limits()
    limits.separator = mapping.separator
    var reader = CSVReader(Array(file.bytes.prefix(1 << 16)), limits: limits)
    var row = CSVRow()
    guard reader.next(&row), row.fault == nil else { return nil }
    let header = TableHeader(row, of: file, rules: mapping.table.rules)
    let found = header.problems.filter {
      $0.code == .unknownColumn || $0.code == .confidentialColumn
    }
    return found.isEmpty ? nil : found
  }

  static func mappings(separator: UInt8) -> [Mapping] {
    ImportTable.allCases.map { table in
      let columns = table.rules.map { rule in
        MappedColumn(
          target: rule.name, source: .column([rule.name]), isOptional: !rule.isRequired)
      }
      return Mapping(
        name: table.rawValue, table: table,
        recognizes: table.rules.filter(\.isRequired).map(\.name), separator: separator,
        columns: columns)
    }
  }
}
