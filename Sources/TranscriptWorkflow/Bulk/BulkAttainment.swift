import AttainmentEngine
public import Diagnostics
import TranscriptImport
public import TranscriptModel

/// Attainment of a whole state's evidence: tables are read in blocks, on several cores, and resolved
/// as students become complete.
///
/// A table sorted by student is held a few students at a time. Otherwise all rows are held, 32 bytes
/// each, and resolved at the end. The result does not depend on the number of jobs.
public struct BulkAttainment: Sendable {
  private let world: any World
  private let folder: String
  private let asOf: CalendarDate
  private let jobs: Int
  /// About how many bytes of a table are read at a time.
  private let blockSize: Int

  /// Creates a run over a district folder.
  public init(
    world: any World, folder: String, asOf: CalendarDate, jobs: Int, blockSize: Int = 2 << 20
  ) {
    self.world = world
    self.folder = folder
    self.asOf = asOf
    self.jobs = max(1, jobs)
    self.blockSize = blockSize
  }

  /// Why there is no result.
  public struct Refusal: Error, Sendable {
    /// What is wrong.
    public let diagnostics: [Diagnostic]
  }

  /// Reads and resolves everything.
  public func run() async throws -> BulkResult {
    let imported = DistrictImporter(
      source: EvidenceAside(source: WorldSource(world: world, folder: folder)),
      today: asOf.adding(days: 366)
    ).load()
    var diagnostics = imported.diagnostics
    guard let district = imported.district,
      let engine = AttainmentEngine(
        policy: district.policy, framework: district.framework, diagnostics: &diagnostics)
    else { throw Refusal(diagnostics: diagnostics.sorted) }
    let setting = BulkSetting(engine: engine, asOf: asOf, district: district)
    let tables = try tables(district, &diagnostics)
    var pass = try await self.pass(tables, setting)
    let suspects = await pass.repeatedIDs(jobs: jobs).union(pass.related)
    if !suspects.isEmpty {
      let (found, dropped) = try related(tables, suspects).settle()
      if !dropped.isEmpty {
        pass = try await self.pass(tables, setting, dropping: dropped)
        pass.rejectedRows += dropped.count
      }
      pass.diagnostics += found
    }
    let competencies = setting.resolver().competencies
    let lowerings = AreaLowerings(in: district, among: competencies, on: asOf)
    for problem in pass.diagnostics + lowerings.diagnostics { diagnostics.add(problem) }
    return BulkResult(
      district: district, competencies: competencies, outcomes: pass.outcomes,
      leftOut: lowerings.competencies,
      diagnostics: diagnostics.sorted, rows: pass.rows, rejectedRows: pass.rejectedRows,
      isSortedByStudent: pass.isSorted)
  }

  private func tables(
    _ district: District, _ diagnostics: inout DiagnosticList
  ) throws -> [BulkTable] {
    let names = try world.list("\(folder)/evidence")
    for name in names where name.hasSuffix(".jsonl") {
      diagnostics.add(
        Diagnostic(
          .unknownFile, at: SourceLocation(file: "evidence/\(name)"),
          "the file is not read: attain reads tables only",
          hint: "save it as CSV with the same columns, or ask with resolve"))
    }
    return try names.filter { $0.hasSuffix(".csv") }.compactMap { name in
      let path = "\(folder)/evidence/\(name)"
      var blocks = try FileBlocks(path, size: 1 << 16)
      return EvidenceBlockReader(
        path: "evidence/\(name)", header: try blocks.header(), district: district,
        today: asOf.adding(days: 366), diagnostics: &diagnostics
      ).map { BulkTable(path: path, reader: $0, blockSize: blockSize) }
    }
  }

  /// Reads once if rows are sorted by student and ids ascend; else again, keeping what it takes.
  private func pass(
    _ tables: [BulkTable], _ setting: BulkSetting, dropping dropped: [RelatedRows.Row] = []
  ) async throws -> BulkPass {
    let lines = Dictionary(grouping: dropped) { BulkPlace(path: $0.path, block: $0.block) }
      .mapValues { Set($0.map(\.lineInBlock)) }
    var keeps: BulkKeeping = []
    while true {
      let pass = try await BulkPass(tables, setting, jobs: jobs, dropping: lines, keeping: keeps)
      guard let more = pass.lacks else { return pass }
      keeps.formUnion(more)
    }
  }

  /// Reads again for the rows whose ids have one of the hashes `suspects`.
  private func related(
    _ tables: [BulkTable], _ suspects: Set<UInt64>
  ) throws -> RelatedRows {
    var rows = RelatedRows()
    for table in tables {
      var blocks = try FileBlocks(table.path, size: blockSize)
      _ = try blocks.header()
      var lines = 1
      var number = 0
      while let bytes = try blocks.next() {
        rows.add(bytes, of: table.reader, block: number, after: lines, suspects: suspects)
        lines += bytes.count { $0 == 0x0A }
        number += 1
      }
    }
    return rows
  }
}

/// A table of evidence that is read in blocks.
struct BulkTable: Sendable {
  let path: String
  let reader: EvidenceBlockReader
  let blockSize: Int
}

/// A block by its place.
struct BulkPlace: Hashable, Sendable {
  let path: String
  let block: Int
}
