import Diagnostics
import TranscriptModel

/// Rows of evidence that give the name of another person than their student's.
///
/// The id decides whose a row is, never the name; but a row that contradicts itself is set aside until
/// a person has looked at it. Every word of the name must be one of the names on file, in any order;
/// an initial stands for the name that it begins.
struct NameCheck {
  private let students: [Identifier<Student>: Student]
  private let crosswalk: Crosswalk
  /// Students whose own rows of this import are set aside.
  private let doubted: Set<String>
  /// What was found before: sources say one name thousands of times.
  private var known: [String: Bool] = [:]

  init(
    _ students: [Identifier<Student>: Student], _ crosswalk: Crosswalk, doubted: Set<String> = []
  ) {
    self.doubted = doubted
    self.students = students
    self.crosswalk = crosswalk
  }

  /// What is wrong with the name of a row, if it gives one.
  mutating func problem(with row: ImportedRow) -> Diagnostic? {
    if let id = row.cells["student_id"], doubted.contains(id) { return row.inDoubt(id) }
    guard let name = row.personName, let id = row.cells["student_id"],
      let student = students[Identifier(id)], !crosswalk.settles(.student, id)
    else { return nil }
    let key = "\(id)\u{1F}\(name)"
    let isSame = known[key] ?? Self.names(name, student)
    known[key] = isSame
    guard !isSame else { return nil }
    let place = row.origin.flatMap { origin in
      origin.nameColumn.map {
        origin.record.problem(.identityInDoubt, $0, "", hint: "", isPersonal: true)
      }
    }
    return Diagnostic(
      .identityInDoubt, at: place?.location ?? row.location,
      "the row gives another name than the student \"\(id)\" has on file",
      excerpt: place?.excerpt,
      hint: "correct the id, or if a person has made sure who it is, enter it in"
        + " mappings/crosswalk.csv: " + Crosswalk.line(.student, id),
      related: [.init("the student \"\(id)\"", at: student.location)])
  }

  /// Whether a name can be that of a student.
  static func names(_ name: String, _ student: Student) -> Bool {
    let legal = student.legalName
    let onFile = [
      legal.first, legal.middle, legal.last, legal.suffix, student.preferredName,
      student.formerLast,
    ].compactMap(\.self).flatMap(words)
    return words(name).allSatisfy { word in
      onFile.contains(word) || word.count == 1 && onFile.contains { $0.first == word[0] }
    }
  }

  /// The words of a name as letters without case and marks: `José` is `JOSE`.
  private static func words(_ name: String) -> [[String]] {
    var words: [[String]] = [[]]
    for scalar in name.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .modifierLetter: continue
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter:
        words[words.count - 1].append(letter(scalar))
      default:
        // An apostrophe is left out by some systems: O'Neil, ONeil.
        if "'\u{2019}.".unicodeScalars.contains(scalar) { continue }
        words.append([])
      }
    }
    return words.filter { !$0.isEmpty }
  }

  /// The letter without case and mark, by its name in Unicode: `LATIN SMALL LETTER L WITH STROKE`.
  private static func letter(_ scalar: Unicode.Scalar) -> String {
    let upper = scalar.properties.uppercaseMapping
    guard let first = upper.unicodeScalars.first, upper.unicodeScalars.count == 1,
      let name = first.properties.name, let with = name.firstRange(of: " WITH ")
    else { return upper }
    return String(name[..<with.lowerBound].split(separator: " ").last ?? "")
  }
}

extension ImportedRow {
  /// The row is another's if the student is.
  fileprivate func inDoubt(_ id: String) -> Diagnostic {
    Diagnostic(
      .identityInDoubt, at: location,
      "the row names the student \"\(id)\", whose own row of this import is in doubt",
      hint: "settle that row first; then import this one again")
  }
}
