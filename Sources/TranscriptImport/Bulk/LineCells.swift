/// Where the cells of one line begin and end.
///
/// Memory that belongs to one pass: the loop over every byte of a file writes to it without checks.
struct LineCells: ~Copyable {
  /// How many cells a line should have.
  let width: Int
  /// How many it has so far.
  private(set) var count = 0
  private let starts: UnsafeMutablePointer<Int>
  private let ends: UnsafeMutablePointer<Int>

  init(width: Int) {
    self.width = width
    starts = .allocate(capacity: width + 2)
    ends = .allocate(capacity: width + 2)
    starts.initialize(repeating: 0, count: width + 2)
    ends.initialize(repeating: 0, count: width + 2)
  }

  deinit {
    starts.deallocate()
    ends.deallocate()
  }

  /// The place of a column that the table lacks: an empty cell.
  static func absent(width: Int) -> Int { width + 1 }

  /// Begins a line at `at`.
  @inline(__always)
  mutating func begin(at: Int) {
    starts[0] = at
    count = 0
  }

  /// Ends a cell at the separator at `at`; cells beyond the width are counted only.
  @inline(__always)
  mutating func end(at: Int) {
    if count < width {
      ends[count] = at
      starts[count + 1] = at + 1
    }
    count += 1
  }

  /// Leaves the quotes out of the last cell that ended.
  mutating func trimQuotes() {
    guard count <= width, count > 0 else { return }
    starts[count - 1] += 1
    ends[count - 1] -= 1
  }

  /// Where the cell at `place` is.
  @inline(__always)
  func range(_ place: Int) -> Range<Int> {
    Range(uncheckedBounds: (starts[place], ends[place]))
  }
}
