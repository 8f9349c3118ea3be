import Diagnostics
import TranscriptModel

/// Puts flat records in our words through the mapping of their kind.
struct RecordImport {
  let mappings: [Mapping]
  let context: MappingContext
  let options: ImportPlanner.Options
  /// The evidence that is on file, where records may call some of it back.
  var evidence: EvidenceOnFile?

  /// The mapping for records of the kind `name`: one that extends the built-in one keeps what it
  /// recognises.
  func mapping(for name: String) -> Mapping? {
    mappings.first { $0.name == options.mapping ?? "" && $0.recognizes == [name] }
      ?? mappings.first { $0.recognizes == [name] }
  }

  /// The rows that `records` of the kind `name` become; `hash` is that of the source they are from.
  func map(
    _ records: [FlatRecord], kind name: String, path: String, hash: String
  ) -> MappedRows {
    guard let mapping = mapping(for: name)?.setting(options.constants) else {
      return MappedRows(problems: [
        Diagnostic(
          .unknownFormat, at: SourceLocation(file: path), "there is no mapping for \(name)",
          hint: "write one in mappings/ that extends \(name)")
      ])
    }
    // What is wrong with it has been reported.
    guard !mapping.isFaulty else { return MappedRows() }
    let unsaid = mapping.table.rules.filter { rule in
      rule.isRequired && !mapping.columns.contains { $0.target == rule.name }
    }
    guard unsaid.isEmpty else {
      return MappedRows(problems: unsaid.map { SourceReader.unsaid($0.name, mapping, path) })
    }
    if let absent = absentColumns(of: mapping, records, path), !absent.isEmpty {
      return MappedRows(problems: absent)
    }
    var result = MappedRows()
    let isXAPI = mapping.recognizes == ["xapi-statements"]
    for record in isXAPI ? XAPIStatements.checked(records, by: mapping) : records {
      for record in called(back: record, by: mapping, &result) {
        mapping.add(record, file: record.location.file, hash: hash, context: context, to: &result)
      }
    }
    return result
  }

  /// Columns that records of this kind never have; `nil` without records.
  private func absentColumns(
    of mapping: Mapping, _ records: [FlatRecord], _ path: String
  ) -> [Diagnostic]? {
    records.first.map { first in
      let place = SourceLocation(file: path)
      // Which columns a joined table has depends on the tables of the set; ids need theirs.
      guard first.row != nil else { return mapping.absentColumns(at: place, has: first.has) }
      return mapping.absentColumns(at: place) { name in
        first.has(name) || !mapping.keyNames.contains(name)
      }
    }
  }

  /// The record itself; of one that voids an earlier statement, what calls back that.
  ///
  /// A voiding statement itself is counted as left out.
  private func called(
    back record: FlatRecord, by mapping: Mapping, _ result: inout MappedRows
  ) -> [FlatRecord] {
    guard let id = record.voids else { return [record] }
    // Other filters are about the statements that it voids.
    if mapping.filters.contains(where: {
      $0.column == "verb" && !$0.takes(record.text("verb") ?? "")
    }) {
      return [record]
    }
    let found = record.fault == nil ? [] : records(of: id, voidedBy: record, mapping)
    if let fault = record.fault, found.isEmpty {
      result.reject(record, because: [fault])
    } else {
      result.leftOut.note()
    }
    return found
  }

  /// What is on file of a statement, to be called back.
  private func records(
    of id: String, voidedBy record: FlatRecord, _ mapping: Mapping
  ) -> [FlatRecord] {
    guard let evidence else { return [] }
    var found: [FlatRecord] = []
    for competency in mapping.sourceCompetencies(context) {
      var voided = record
      (voided.fault, voided.voids, voided.isWithdrawal) = (nil, nil, true)
      voided.values["id"] = id
      voided.values["competency"] = competency
      let cell = mapping.column(for: "evidence_id").map {
        CellMaker(column: $0, context: context, system: mapping.name, isPersonal: false)
          .cell(of: voided)
      }
      guard case .success(let made?)? = cell, evidence.holds(made, by: mapping.name) else {
        continue
      }
      found.append(voided)
    }
    return found
  }
}

extension Mapping {
  /// Columns of joins and digests: without one of them an id would be that of other rows as well.
  fileprivate var keyNames: Set<String> {
    Set(
      columns.flatMap { column -> [String] in
        switch column.source {
        case .join, .digest: column.names
        case .column, .firstOf, .constant: []
        }
      })
  }

  /// What a source may call the district's competencies.
  fileprivate func sourceCompetencies(_ context: MappingContext) -> [String] {
    let column = column(for: "competency")
    let theirs =
      context.competencies + (column?.values?.keys.sorted() ?? [])
      + context.crosswalk.theirs(.competency, system: name)
    let whole = column?.strip.map { strip in theirs.map { strip + $0 } } ?? []
    return Array(Set(theirs + whole)).sorted()
  }
}

/// The evidence of a district folder, read when it is first asked about.
final class EvidenceOnFile {
  private let source: any DistrictSource
  private var stored: StoredEvidence?

  init(_ source: any DistrictSource) { self.source = source }

  /// Whether a record with this id is on file that a mapping has written.
  func holds(_ id: String, by mapping: String) -> Bool {
    var stored = stored ?? StoredEvidence(source: source)
    defer { self.stored = stored }
    guard let cells = stored.find(id)?.cells else { return false }
    return Provenance.mapping(in: cells[SourceColumn.name] ?? "") == mapping
  }
}
