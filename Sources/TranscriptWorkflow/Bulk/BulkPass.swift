import AttainmentEngine
import Diagnostics
import TranscriptImport
import TranscriptModel

/// One reading of all tables.
struct BulkPass {
  private(set) var outcomes: [[PackedAttainment]] = []
  var diagnostics: [Diagnostic] = []
  private(set) var rows = 0
  var rejectedRows = 0
  /// Hashes of all evidence ids, block by block, where they are kept.
  private(set) var ids: [BlockIDs] = []
  /// Hashes of ids that must be looked at together because of corrections.
  private(set) var related: Set<UInt64> = []
  /// The order of the ids, block by block.
  private var orders: [IDOrder] = []
  private(set) var isSorted = true
  private var collection = BulkCollection()
  private let keeps: BulkKeeping
  private var isStopped = false

  /// A block that was read, by its number over all tables.
  private typealias Numbered = (number: Int, lines: Int, block: BulkBlock)

  init(
    _ tables: [BulkTable], _ setting: BulkSetting, jobs: Int,
    dropping dropped: [BulkPlace: Set<Int>], keeping keeps: BulkKeeping
  ) async throws {
    self.keeps = keeps
    var merge = BulkMerge(setting)
    for table in tables where !isStopped {
      try await read(table, setting, jobs: jobs, dropping: dropped, into: &merge)
    }
    guard !isStopped else { return }
    if keeps.contains(.rows) {
      isSorted = false
      outcomes = await Self.resolve(collection, setting, jobs: jobs)
    } else {
      merge.finishPending()
      isSorted = merge.isSorted
      merge.finishRest()
      outcomes = merge.outcomes
    }
  }

  /// What another pass must keep, because the order of the rows does not answer for it; `nil` when
  /// this pass has answered everything.
  var lacks: BulkKeeping? {
    if !isSorted, !keeps.contains(.rows) { return .rows }
    return keeps.contains(.ids) || IDOrder.areDistinct(orders) ? nil : .ids
  }

  private mutating func read(
    _ table: BulkTable, _ setting: BulkSetting, jobs: Int, dropping dropped: [BulkPlace: Set<Int>],
    into merge: inout BulkMerge
  ) async throws {
    let resolving = keeps.contains(.rows) ? nil : setting
    let keepsIDs = keeps.contains(.ids)
    let first = orders.count
    // One block more than there are jobs, so that no job waits while the next block is read.
    let limit = jobs == 1 ? 1 : jobs + 1
    var next = first
    var linesBefore = 1
    var blocks = try FileBlocks(table.path, size: table.blockSize)
    _ = try blocks.header()
    try await withThrowingTaskGroup(of: (Int, BulkBlock).self) { group in
      var started = first
      var running = 0
      var queue = BlockQueue()
      var isAtEnd = false
      while !isAtEnd || running > 0 {
        while running < limit, !isAtEnd, !isStopped {
          guard let bytes = try blocks.next() else {
            isAtEnd = true
            break
          }
          let number = started
          let place = BulkPlace(path: table.reader.path, block: number - first)
          let skipped = dropped[place] ?? []
          group.addTask {
            let block = BulkBlock(
              bytes, skipping: skipped, reader: table.reader, resolving: resolving,
              keepsIDs: keepsIDs)
            return (number, block)
          }
          started += 1
          running += 1
        }
        guard let (number, block) = try await group.next() else { break }
        running -= 1
        queue.add(block, number)
        while let block = queue.take(next) {
          take(block, after: linesBefore, into: &merge)
          linesBefore += block.block.lines
          next += 1
        }
        if isStopped { isAtEnd = true }
      }
    }
  }

  /// Hashes of ids that occur more than once; each job looks at a share of the buckets.
  func repeatedIDs(jobs: Int) async -> Set<UInt64> {
    let blocks = ids
    if blocks.isEmpty { return [] }
    let share = (BlockIDs.buckets + jobs - 1) / jobs
    return await withTaskGroup(of: Set<UInt64>.self) { group in
      for first in stride(from: 0, to: BlockIDs.buckets, by: share) {
        group.addTask {
          let end = min(BlockIDs.buckets, first + share)
          return RepeatedIDs.find(in: blocks, buckets: first..<end)
        }
      }
      var all: Set<UInt64> = []
      for await found in group { all.formUnion(found) }
      return all
    }
  }

  private mutating func take(
    _ part: BulkBlock, after lines: Int, into merge: inout BulkMerge
  ) {
    rows += part.block.rows.count
    rejectedRows += part.block.rejectedCount
    diagnostics += part.block.diagnostics(after: lines)
    related.formUnion(part.block.related)
    orders.append(part.block.ids)
    if let found = part.ids { ids.append(found) }
    if keeps.contains(.rows) {
      collection.add(part.block)
    } else {
      merge.add(part)
      isSorted = merge.isSorted
    }
    if lacksSomething(part) { isStopped = true }
  }

  /// Whether it is plain already that another pass is needed.
  private func lacksSomething(_ part: BulkBlock) -> Bool {
    !isSorted && !keeps.contains(.rows) || !part.block.ids.ascends && !keeps.contains(.ids)
  }

  /// Resolves collected rows, each job a share of the students.
  private static func resolve(
    _ collection: BulkCollection, _ setting: BulkSetting, jobs: Int
  ) async -> [[PackedAttainment]] {
    let count = setting.files.count
    let (rows, starts, replaced) = collection.students(count)
    let share = max(1, (count + jobs - 1) / jobs)
    return await withTaskGroup(of: (Int, [[PackedAttainment]]).self) { group in
      for first in stride(from: 0, to: count, by: share) {
        group.addTask {
          var resolver = setting.resolver()
          let found = (first..<min(count, first + share)).map { student in
            let own = PackedStudentRows(
              student: Int32(clamping: student), rows: rows[starts[student]..<starts[student + 1]],
              replaced: replaced[student])
            return resolver.resolve(own)
          }
          return (first, found)
        }
      }
      var outcomes: [[PackedAttainment]] = Array(repeating: [], count: count)
      for await (first, found) in group {
        for (offset, outcome) in found.enumerated() { outcomes[first + offset] = outcome }
      }
      return outcomes
    }
  }
}

/// Blocks that were read before their turn.
struct BlockQueue {
  private var waiting: [Int: BulkBlock] = [:]

  mutating func add(_ block: BulkBlock, _ number: Int) { waiting[number] = block }

  mutating func take(_ number: Int) -> BulkBlock? { waiting.removeValue(forKey: number) }
}

/// What a pass keeps of every row, where the order of the rows does not spare it.
struct BulkKeeping: OptionSet {
  let rawValue: UInt8
  /// All rows, because those of a student do not stand together.
  static let rows = BulkKeeping(rawValue: 1)
  /// A hash of each id, because ids do not ascend and may repeat.
  static let ids = BulkKeeping(rawValue: 2)
}
