/// One row of evidence in 32 bytes, for tables of millions of rows.
///
/// Texts are kept as 64-bit hashes: they only ever answer "the same or not" among the rows of one
/// student, where two different texts have equal hashes with a chance below one in 10^12.
public struct PackedEvidence: Hashable, Sendable {
  /// A hash of the evidence id.
  public var id: UInt64
  /// A hash of the title.
  public var title: UInt64
  /// Days since 1 January 1970 of the day demonstrated.
  public var day: Int32
  /// Position of the competency in the framework.
  public var competency: Int32
  /// The level; -1 without a rating.
  public var level: Int8
  /// Position in `AssessmentType.allCases`.
  public var type: UInt8
  /// Purpose in the two low bits, status above: 32 bytes leave no room for a byte each.
  private var purposeAndStatus: UInt8
  /// How many days after the day demonstrated it was entered; 0 where that is not known.
  public var delay: UInt16

  /// Position in `AssessmentPurpose.allCases`.
  public var purpose: UInt8 { purposeAndStatus & 3 }
  /// Position in `EvidenceStatus.allCases`.
  public var status: UInt8 { purposeAndStatus >> 2 }

  /// Creates a row.
  public init(
    id: UInt64, title: UInt64, day: Int32, competency: Int32, level: Int8, type: UInt8,
    purpose: UInt8, status: UInt8, delay: UInt16 = 0
  ) {
    self.id = id
    self.title = title
    self.day = day
    self.competency = competency
    self.level = level
    self.type = type
    purposeAndStatus = purpose | status << 2
    self.delay = delay
  }

  /// The hash of a text: the same on every machine and in every run.
  ///
  /// Sixteen bytes a step by full-width multiplication, after Wang Yi's wyhash; the last sixteen
  /// may overlap those before.
  public static func hash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    hash(of: bytes) { $0 }
  }

  /// The hash of the text that `each` makes of the words of eight bytes.
  @inline(__always)
  static func hash(
    of bytes: UnsafeBufferPointer<UInt8>, each: (UInt64) -> UInt64
  ) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    let count = raw.count
    var state = seed ^ UInt64(truncatingIfNeeded: count)
    guard count > 16 else {
      let (first, last) = words(raw)
      return fold(state, fold(each(first) ^ secret, each(last) ^ state))
    }
    var at = 0
    while at + 16 < count {
      state = fold(each(word(raw, at)) ^ secret, each(word(raw, at + 8)) ^ state)
      at += 16
    }
    return fold(
      state, fold(each(word(raw, count - 16)) ^ secret, each(word(raw, count - 8)) ^ state))
  }

  private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let secret: UInt64 = 0xE703_7ED1_A0B4_28DB

  /// The first and the last bytes of a text of at most 16; with the length they tell it from others.
  private static func words(_ raw: UnsafeRawBufferPointer) -> (UInt64, UInt64) {
    let count = raw.count
    if count >= 8 { return (word(raw, 0), word(raw, count - 8)) }
    if count >= 4 { return (half(raw, 0), half(raw, count - 4)) }
    guard count > 0 else { return (0, 0) }
    return (
      UInt64(raw[0]) << 16 | UInt64(raw[count / 2]) << 8 | UInt64(raw[count - 1]), 0
    )
  }

  @inline(__always)
  static func word(_ raw: UnsafeRawBufferPointer, _ at: Int) -> UInt64 {
    UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  @inline(__always)
  private static func half(_ raw: UnsafeRawBufferPointer, _ at: Int) -> UInt64 {
    UInt64(UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
  }

  /// Both halves of the product: every bit of the factors moves every bit of the result.
  @inline(__always)
  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  /// The hash of a text.
  public static func hash(of text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { hash(of: $0) }
  }
}

/// The rows of one student from a packed table.
public struct PackedStudentRows: Sendable {
  /// Position of the student in the district.
  public let student: Int32
  /// Rows in any order.
  public var rows: ArraySlice<PackedEvidence>
  /// Hashes of the evidence ids that a correction replaces.
  public var replaced: Set<UInt64>

  /// Creates the rows of a student.
  public init(
    student: Int32, rows: ArraySlice<PackedEvidence>, replaced: Set<UInt64> = []
  ) {
    self.student = student
    self.rows = rows
    self.replaced = replaced
  }
}
