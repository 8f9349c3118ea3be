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
  /// Position in `AssessmentPurpose.allCases`.
  public var purpose: UInt8
  /// Position in `EvidenceStatus.allCases`.
  public var status: UInt8

  /// Creates a row.
  public init(
    id: UInt64, title: UInt64, day: Int32, competency: Int32, level: Int8, type: UInt8,
    purpose: UInt8, status: UInt8
  ) {
    self.id = id
    self.title = title
    self.day = day
    self.competency = competency
    self.level = level
    self.type = type
    self.purpose = purpose
    self.status = status
  }

  /// The hash of a text: the same on every machine and in every run.
  public static func hash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: bytes.count)
    var at = 0
    while at + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      state = mix(state ^ UInt64(littleEndian: word))
      at += 8
    }
    var rest: UInt64 = 0
    while at < bytes.count {
      rest = rest << 8 | UInt64(bytes[at])
      at += 1
    }
    return mix(state ^ rest ^ 0xD6E8_FEB8_6659_FD93)
  }

  /// The finalizer of SplitMix64: every bit of the input moves every bit of the result.
  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value &* 0xBF58_476D_1CE4_E5B9
    mixed ^= mixed >> 32
    mixed &*= 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 29)
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
