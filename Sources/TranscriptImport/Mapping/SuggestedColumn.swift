import TranscriptModel

/// Which column of someone else's table seems to be which of ours, by its name and its values.
///
/// Names are compared as words: `student.stateID`, `STUDENTS.State_ID` and `Student State Id` are the
/// same three. Other systems put the name of a table before that of a column, so what a column is
/// stands at the end of its name.
struct SuggestedColumn {
  /// Words that columns of other systems are called by, best first.
  private static let phrases: [String: [String]] = [
    "evidence_id": [
      "result id", "evidence id", "record id", "score id", "scoring id",
    ],
    "student_id": [
      "student sis id", "student number", "student id", "students student number", "sasid",
      "student state id", "state student id", "state id", "pupil number", "pupil",
    ],
    "competency": [
      "competency", "standard identifier", "standard code", "standard number", "standard num",
      "learning outcome name", "standard", "outcome", "objective", "indicator", "skill",
      "identifier",
    ],
    "demonstrated_on": [
      "demonstrated", "demonstrated on", "submission date", "submitted", "date assessed",
      "score date", "assessed", "date given", "assigned date", "due date", "date", "day",
    ],
    "recorded_on": [
      "recorded", "recorded on", "date recorded", "entered", "entered on", "date entered",
      "modified", "modified date", "last modified", "created", "timestamp",
    ],
    // What a piece of work goes by, and which try of a student it is.
    "work": ["assignment id", "assessment id", "task id", "assignment number"],
    "attempt": ["attempt"],
    "level": [
      "level", "rating", "proficiency", "proficiency level", "standard grade", "standard score",
      "score value", "score", "mark", "percent", "pct", "grade",
    ],
    "assessment_type": ["assessment type", "assignment type", "category", "type"],
    "purpose": ["purpose", "summative", "grading task", "kind"],
    "content_area": ["content area", "subject", "department"],
    "title": [
      "assessment title", "assignment name", "assessment name", "assignment title", "task title",
      "task name", "title", "assignment", "assessment", "task",
    ],
    "link": ["url", "link"],
    "assessor": [
      "teacher name", "teacher last first", "teachers last first", "teacher", "assessor",
      "scored by",
    ],
  ]

  private let names: [String]
  private let words: [[String]]
  private let values: (String) -> [String]
  private let table: ImportTable

  /// Columns of these names, which may be some of a table of ours; `values` gives those of the first
  /// rows.
  init(
    _ names: [String], of table: ImportTable = .evidence,
    values: @escaping (String) -> [String]
  ) {
    self.names = names
    self.table = table
    words = names.map(Self.split)
    self.values = values
  }

  /// The name of the column that seems to be ours; `nil` when none does.
  func candidate(for column: String) -> String? {
    let phrases = table == .evidence ? Self.phrases : Self.otherPhrases[table] ?? [:]
    let wanted: [[String]] = (phrases[column] ?? []).map {
      $0.split(separator: " ").map(String.init)
    }
    if column == "student_id", let index = words.indices.first(where: isSISNumber) {
      return names[index]
    }
    // A name that ends as wanted is better than one that only holds the words.
    for isAtEnd in [true, false] {
      for phrase in wanted {
        let found = names.indices.first { index in
          isAtEnd
            ? Self.ends(words[index], with: phrase) && fits(index, column)
            : Self.holds(words[index], phrase) && fits(index, column)
        }
        if let found { return names[found] }
      }
    }
    return byValues(column)
  }

  /// Whatever it is called, a column of days, of state ids or of codes is the best that there is.
  private func byValues(_ column: String) -> String? {
    guard table == .evidence else { return nil }
    switch column {
    case "demonstrated_on": return names.indices.first(where: holdsDays).map { names[$0] }
    case "student_id": return names.first { Self.areStateIDs(values($0)) }
    case "competency": return names.first { Self.areCodes(values($0)) }
    default: return nil
    }
  }

  /// Whether a column has the student's number in the student information system, in whatever
  /// language: a system that says so has a number of its own beside it.
  private func isSISNumber(_ index: Int) -> Bool {
    let others: Set<String> = [
      "course", "section", "account", "login", "group", "term", "school", "assignment", "teacher",
    ]
    let own = Set(words[index])
    return own.isSuperset(of: ["sis", "id"]) && own.isDisjoint(with: others)
  }

  /// Whether all values of a column are days, of something other than a birth or an entry.
  private func holdsDays(_ index: Int) -> Bool {
    let others: Set<String> = [
      "birth", "born", "dob", "created", "modified", "updated", "recorded",
    ]
    return others.isDisjoint(with: words[index])
      && !Self.datePatterns(of: values(names[index])).isEmpty
  }

  /// The ways of writing days that fit all of `samples`.
  static func datePatterns(of samples: [String]) -> [String] {
    guard !samples.isEmpty else { return [] }
    let patterns = ["timestamp", "M/D/YYYY", "D/M/YYYY", "D.M.YYYY", "M-D-YYYY", "MMM D, YYYY"]
    return patterns.filter { text in
      DatePattern(text).map { pattern in samples.allSatisfy { pattern.date($0) != nil } } ?? false
    }
  }

  /// The column with the names of students: `Student Name`, or `STUDENTS.LastFirst` where the column
  /// `id` says that the rows are of students.
  static func studentName(in names: [String], beside id: String?) -> String? {
    let others: Set<String> = [
      "teacher", "teachers", "assessor", "instructor", "counselor", "parent", "guardian",
    ]
    return names.first {
      split($0) == ["student", "name"] || split($0) == ["student", "full", "name"]
    }
      ?? names.first { name in
        let own = split(name)
        let isWhole = [["last", "first"], ["last", "name", "first"]].contains {
          Array(own.suffix($0.count)) == $0
        }
        return isWhole && others.isDisjoint(with: own) && id != nil
      }
  }

  private func fits(_ index: Int, _ column: String) -> Bool {
    let own = words[index]
    guard table == .evidence else { return column != "birth_date" || isDay(index) }
    let isNumber = own.last == "id" || own.last == "number" || own.last == "dcid"
    switch column {
    case "student_id": return own.last != "name" && own.last != "first" && own.last != "last"
    case "evidence_id", "work": return isNumber
    case "competency": return !own.contains("student") && !own.contains("score") && isSpread(index)
    case "level":
      return !isNumber && own.last != "date" && own.last != "name" && !own.contains("level name")
        && own != ["grade", "level"] && !(own.suffix(2) == ["grade", "level"])
        && !RollupName.matches(names[index])
    case "title":
      let others = ["category", "date", "outcome", "standard", "competency", "group"]
      return !isNumber && !others.contains(where: own.contains)
    case "demonstrated_on", "recorded_on": return isDay(index)
    case "assessment_type", "purpose": return !isNumber && own.last != "date"
    default: return !isNumber
    }
  }

  /// A competency is named by a code or a text, not by a number that counts rows.
  private func isSpread(_ index: Int) -> Bool {
    let found = values(names[index])
    return found.count < 3 || Set(found).count < found.count || words[index].last != "id"
  }

  /// Whether the values look like days: some digits, and something between or behind them.
  private func isDay(_ index: Int) -> Bool {
    let found = values(names[index])
    guard !found.isEmpty else { return words[index].contains("date") }
    return found.allSatisfy { text in
      text.contains(where: \.isNumber) && text.contains { !$0.isNumber && !$0.isLetter }
    }
  }

  private static func ends(_ words: [String], with phrase: [String]) -> Bool {
    words.count >= phrase.count && Array(words.suffix(phrase.count)) == phrase
  }

  private static func holds(_ words: [String], _ phrase: [String]) -> Bool {
    guard words.count > phrase.count else { return words == phrase }
    return (0...(words.count - phrase.count)).contains {
      Array(words[$0..<($0 + phrase.count)]) == phrase
    }
  }

  /// The words of a name in lower case: parted by anything that is no letter or digit, and by the
  /// capitals of `dueDate` and `stateID`.
  static func split(_ name: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasLower = false
    for scalar in name.unicodeScalars {
      let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if !isWord || (scalar.properties.isUppercase && wasLower) {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if isWord { word += scalar.properties.lowercaseMapping }
      wasLower = scalar.properties.isLowercase
    }
    if !word.isEmpty { words.append(word) }
    return words.flatMap { joined[$0] ?? [$0] }
  }

  /// Names of fields that exporters write as one word.
  private static let joined: [String: [String]] = [
    "studentnumber": ["student", "number"], "studentid": ["student", "id"],
    "students": ["student"], "stu": ["student"], "std": ["standard"], "stateid": ["state", "id"],
    "duedate": ["due", "date"],
    "standardgrade": ["standard", "grade"], "standardid": ["standard", "id"],
    "standardscore": ["standard", "score"], "standards": ["standard"],
    "lastfirst": ["last", "first"], "gradingtask": ["grading", "task"],
    "assignmentname": ["assignment", "name"], "assignmentid": ["assignment", "id"],
  ]
}
