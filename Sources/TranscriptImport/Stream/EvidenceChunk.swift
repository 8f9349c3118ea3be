import Diagnostics

/// A few rows of evidence, in the order of their file.
struct EvidenceChunk {
  /// Rows that were made into records, and what is wrong with others.
  var careful = MappedRows()
  /// Rows that nothing is unusual about so far.
  var quick: QuickRows?
  /// For each row its position among the quick rows; of a record the complement of its position.
  private(set) var order: [Int32] = []

  init() {}

  /// Rows that are in memory anyway.
  init(_ rows: [ImportedRow]) {
    careful.rows = rows
    order = rows.indices.map { ~Int32(truncatingIfNeeded: $0) }
  }

  /// Whether so many rows are in memory that they should be looked at.
  var isFull: Bool {
    order.count + careful.rejected.count >= EvidenceChunks.size
  }

  /// How many rows there are, those that cannot be used left out.
  var count: Int { order.count }

  /// Notes that the last quick row is the next.
  mutating func addedQuick() {
    order.append(Int32(truncatingIfNeeded: (quick?.count ?? 1) - 1))
  }

  /// Notes that the last record is the next row.
  mutating func addedRecord() { order.append(~Int32(truncatingIfNeeded: careful.rows.count - 1)) }

  /// The position of a row among the quick ones; `nil` when it is a record.
  func quickIndex(_ place: Int) -> Int? { order[place] >= 0 ? Int(order[place]) : nil }

  /// A row as a record; of a quick one it is made now, and what is found wrong with it comes along.
  func record(_ place: Int) -> MappedRows {
    if let index = quickIndex(place) { return quick?.record(index) ?? MappedRows() }
    return MappedRows(rows: [careful.rows[Int(~order[place])]])
  }
}
