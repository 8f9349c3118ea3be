import Diagnostics
import TranscriptModel

/// Ids of nobody that differ by one character from a student's: both rows are named, and nothing is
/// moved.
struct NearMissIDs {
  /// So many unknown ids are looked at; where there are more, the table is of another school.
  private static let most = 50
  /// Shorter ids are all near each other.
  private static let shortest = 5
  private let known: [(id: Identifier<Student>, scalars: [Unicode.Scalar])]
  private let studentByID: [Identifier<Student>: Student]

  init(_ students: Known<Student>, _ studentByID: [Identifier<Student>: Student]) {
    known = students.ids.sorted().map { ($0, Array($0.code.unicodeScalars)) }
    self.studentByID = studentByID
  }

  /// Adds a warning for each unknown id that is near one or more that are there.
  ///
  /// The crosswalk settles ids of an import only, not those of the folder's own tables.
  func report(_ findings: inout Findings, isImport: Bool = false) {
    var seen: Set<String> = []
    for problem in findings.diagnostics.all where problem.code == .unknownStudent {
      // A hidden value stays out of messages.
      guard problem.excerpt?.isPersonal == false, let id = problem.excerpt?.text,
        seen.count < Self.most,
        seen.insert(id).inserted,
        let place = problem.location
      else { continue }
      let near = students(near: id)
      guard let first = near.first else { continue }
      findings.add(
        Diagnostic(
          .nearMissID, at: place,
          "the id \"\(id)\" of nobody is \(Self.distance(id, first.id.code)) the id \"\(first.id)\" of a"
            + " student",
          hint: "find out whose row it is, then correct the id"
            + (isImport
              ? " or enter it in mappings/crosswalk.csv: "
                + Crosswalk.line(id, is: first.id.code, on: nil) : ""),
          related: near.map { .init("the student \"\($0.id)\"", at: $0.location) }))
    }
  }

  private func students(near id: String) -> [Student] {
    let wanted = Array(id.unicodeScalars)
    return known.filter { Self.isNear(wanted, $0.scalars) }.prefix(3).compactMap {
      studentByID[$0.id]
    }
  }

  /// Whether two ids are so alike that one may be meant for the other; short ones only where they are
  /// one number with other leading zeros, which spreadsheets drop.
  static func isNear(_ left: String, _ right: String) -> Bool {
    isNear(Array(left.unicodeScalars), Array(right.unicodeScalars))
  }

  private static func isNear(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
    left.count >= shortest && isOneApart(left, right) || areOneNumber(left, right)
  }

  /// Whether two ids are the same but for leading zeros.
  private static func areOneNumber(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
    let bare = left.drop { $0 == "0" }
    return left.count != right.count && !bare.isEmpty
      && bare.elementsEqual(right.drop { $0 == "0" })
  }

  /// An id without leading zeros.
  static func bare(_ id: String) -> String { String(id.drop { $0 == "0" }) }

  /// How near two ids are to each other, for a message.
  static func distance(_ left: String, _ right: String) -> String {
    if areOneNumber(Array(left.unicodeScalars), Array(right.unicodeScalars)) {
      return "but for leading zeros"
    }
    let isExchange =
      left.unicodeScalars.count == right.unicodeScalars.count
      && zip(left.unicodeScalars, right.unicodeScalars).count { $0 != $1 } == 2
    return isExchange ? "two exchanged characters from" : "one character from"
  }

  /// Whether one character is other, more or fewer, or two neighbours have changed places.
  static func isOneApart(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
    guard abs(left.count - right.count) <= 1, left != right else { return false }
    let head = zip(left, right).prefix { $0 == $1 }.count
    let leftRest = left[head...]
    let rightRest = right[head...]
    if left.count > right.count { return leftRest.dropFirst().elementsEqual(rightRest) }
    if left.count < right.count { return rightRest.dropFirst().elementsEqual(leftRest) }
    if leftRest.dropFirst().elementsEqual(rightRest.dropFirst()) { return true }
    return leftRest.prefix(2).reversed().elementsEqual(rightRest.prefix(2))
      && leftRest.dropFirst(2).elementsEqual(rightRest.dropFirst(2))
  }
}
