import Diagnostics
import TranscriptModel

/// How the columns of someone else's table become ours: `mappings/NAME.yaml`.
public struct Mapping: Sendable {
  /// Names it in provenance and in the files that it writes.
  public let name: String
  /// The table that its rows belong to.
  public let table: ImportTable
  /// Columns that a file must have to be recognised as what this maps.
  public let recognizes: [String]
  let encoding: TextEncoding
  let separator: UInt8
  /// Lines before the header.
  let linesBefore: Int
  let columns: [MappedColumn]
  let filters: [MappingFilter]
  /// A first cell that says that there is nothing: `No outcomes found`.
  let emptyMarks: Set<String>
  /// The source's columns of each of ours.
  let names: [String: [String]]
  /// The column with the name of the person, to be compared with that of the student.
  var studentName: String?
  /// The source's column that held the ids of rows once.
  let formerly: String?
  /// Whether its file has mistakes that are reported, so that no file is read with it.
  var isFaulty = false
  /// Which state of the mapping rows were made with: the beginning of a hash of its file.
  var version = "\(Provenance.version)"

  init(
    name: String, table: ImportTable, recognizes: [String] = [], encoding: TextEncoding = .utf8,
    separator: UInt8 = 0x2C, linesBefore: Int = 0, columns: [MappedColumn],
    filters: [MappingFilter] = [], emptyMarks: Set<String> = []
  ) {
    self.name = name
    self.table = table
    self.recognizes = recognizes
    self.encoding = encoding
    self.separator = separator
    self.linesBefore = linesBefore
    self.columns = columns
    self.filters = filters
    self.emptyMarks = emptyMarks
    formerly = columns.lazy.compactMap(\.formerly).first
    names = Dictionary(
      columns.map { ($0.target, $0.names) }, uniquingKeysWith: { first, _ in first })
  }

  /// The mapping with values for what rows leave empty: `purpose` is `summative`.
  ///
  /// A constant of the mapping gives way; what a row says never does. Columns that the table lacks
  /// are passed over.
  public func setting(_ values: [String: String]) -> Mapping {
    let given = values.filter { table.columns.contains($0.key) }
    let kept = columns.compactMap { column -> MappedColumn? in
      guard let value = given[column.target] else { return column }
      var column = column
      switch column.source {
      case .constant: return nil
      // What the file lacks is given.
      case .column, .firstOf: column.isOptional = true
      case .join, .digest: break
      }
      column.given = value
      return column
    }
    let fixed = given.sorted { $0.key < $1.key }.filter { value in
      !kept.contains { $0.target == value.key }
    }.map { MappedColumn(target: $0.key, source: .constant($0.value)) }
    var mapping = Mapping(
      name: name, table: table, recognizes: recognizes, encoding: encoding, separator: separator,
      linesBefore: linesBefore, columns: kept + fixed, filters: filters, emptyMarks: emptyMarks)
    mapping.studentName = studentName
    mapping.isFaulty = isFaulty
    mapping.version = version
    return mapping
  }

  /// The mapping for a file with another separator.
  func separated(by separator: UInt8) -> Mapping {
    var mapping = Mapping(
      name: name, table: table, recognizes: recognizes, encoding: encoding, separator: separator,
      linesBefore: linesBefore, columns: columns, filters: filters, emptyMarks: emptyMarks)
    mapping.studentName = studentName
    mapping.isFaulty = isFaulty
    mapping.version = version
    return mapping
  }

  /// The mapping with the columns of `base` that it does not speak of, and its filters on columns of
  /// which it has none of its own.
  func extending(_ base: Mapping) -> Mapping {
    let inherited = base.columns.filter { column in
      !columns.contains { $0.target == column.target }
    }
    let replaced = columns.map { column in
      base.column(for: column.target).map(column.replacing) ?? column
    }
    let own = Set(filters.map { SourceHeader.fold($0.column) })
    let kept = base.filters.filter { !own.contains(SourceHeader.fold($0.column)) }.map { filter in
      var filter = filter
      filter.isInherited = true
      return filter
    }
    var mapping = Mapping(
      name: name, table: base.table, recognizes: recognizes, encoding: encoding,
      separator: separator, linesBefore: linesBefore, columns: replaced + inherited,
      filters: filters + kept, emptyMarks: emptyMarks.union(base.emptyMarks))
    mapping.studentName = studentName ?? base.studentName
    return mapping
  }

  /// The filters that count for a source that has the columns for which `has` says so.
  ///
  /// A filter of the mapping that this one extends gives way where the source lacks its column and
  /// this mapping asks the same of another: that is its column in a translated header.
  func filters(where has: (String) -> Bool) -> [MappingFilter] {
    guard filters.contains(where: \.isInherited) else { return filters }
    return filters.filter { filter in
      !filter.isInherited || has(filter.column)
        || !filters.contains { !$0.isInherited && $0.asksTheSame(as: filter) }
    }
  }

  /// The source's columns (folded) that our `family_language` is made of.
  var familyLanguage: Set<String> {
    Set((names["family_language"] ?? []).map(SourceHeader.fold))
  }

  /// How the cells of one of our columns are made.
  func column(for target: String) -> MappedColumn? { columns.first { $0.target == target } }
}

/// How one of our cells is made.
struct MappedColumn: Sendable {
  enum Source: Sendable {
    /// The first of these columns that the file has.
    case column([String])
    /// The first of these columns that says something in the row.
    case firstOf([String])
    /// Always this.
    case constant(String)
    /// These columns with the text between them, after a prefix.
    case join([String], with: String, prefix: String)
    /// A short name for the values of these columns, the same in every export.
    case digest([String], prefix: String)
  }

  let target: String
  let source: Source
  /// The columns that it is made of.
  var names: [String] {
    switch source {
    case .column(let names), .firstOf(let names), .join(let names, _, _),
      .digest(let names, _):
      names
    case .constant: []
    }
  }
  /// Whether a file without the column is read nonetheless.
  var isOptional = false
  /// What the cell is where a row says nothing.
  var given: String?
  /// Columns of a digest or a join that a file may lack.
  var optionalNames: Set<String> = []
  /// What is put before a value.
  var prefix: String?
  /// What values may begin with, which is left out.
  var strip: String?
  /// Translations of values, compared exactly; that of an empty text is for empty cells.
  var values: [String: String]?
  /// Whether a value without a translation is kept as it is, instead of refused.
  var keepsOthers = false
  /// What a value without a translation becomes.
  var otherwise: String?
  /// Whether values are HTML, of which the text is taken.
  var isHTML = false
  var date: DatePattern?
  var scale: ScoreScale?
  /// Declared maps by the name or id of the source's own score scale.
  var scoreScales: [String: ScoreScaleMap]?
  /// Whether values are labels of the district's levels, such as `Proficient`.
  var isLabel = false
  /// Which codes of the crosswalk the values are translated by.
  var crosswalk: CrosswalkKind?
  /// Whether values are state ids to be found in `students.csv`.
  var isSASID = false
  /// Characters between the items of a list, replaced by `;`.
  var listSeparator: String?
  /// The column whose bare value an earlier version took as the id.
  var formerly: String?
  /// The columns with the points of a rating and the most that there are, to be compared with it.
  var points: (rating: String, possible: String)?
  /// The column with the points that a score of any of these columns (folded) is of.
  var total: (column: String, scores: Set<String>)?
  /// Where the mapping says so.
  var location: SourceLocation?
  /// Whether values are taken for levels of the district as they are.
  var isPlainLevel = false

  /// This column in place of one of the mapping that its own extends: a score that both read is of the
  /// points that the other knows.
  func replacing(_ base: MappedColumn) -> MappedColumn {
    guard points == nil, let known = base.points else { return self }
    var column = self
    let scores = Set((base.names + [known.rating]).map(SourceHeader.fold))
    column.total = (known.possible, scores)
    return column
  }

  /// The column with the points that a score in the column `name` is of.
  func total(of name: String) -> String? {
    if let points { return points.possible }
    return total.flatMap { $0.scores.contains(SourceHeader.fold(name)) ? $0.column : nil }
  }

  /// Whether values go through something that gives them another meaning.
  var isTranslated: Bool {
    values != nil || otherwise != nil || date != nil || scale != nil || scoreScales != nil
      || isLabel || crosswalk != nil || isSASID || listSeparator != nil
  }
}

/// Which rows a mapping takes.
struct MappingFilter: Sendable {
  let column: String
  /// Values that are taken; empty for all.
  let only: Set<String>
  /// Values that are not.
  let except: Set<String>
  /// Whether a file without the column is read nonetheless.
  var isOptional = false
  /// Whether a row that is not taken calls back what was imported of it.
  var withdraws = false
  /// Whether it is of the mapping that its own extends.
  var isInherited = false

  func asksTheSame(as other: MappingFilter) -> Bool {
    only == other.only && except == other.except
  }

  /// The filter for a column of another name, as a mapping has it.
  var draft: String {
    let list = { (values: Set<String>) in
      "[" + values.sorted().map { "\"\($0)\"" }.joined(separator: ", ") + "]"
    }
    let parts = [
      only.isEmpty ? nil : "is: " + list(only), except.isEmpty ? nil : "is_not: " + list(except),
    ]
    return "{ column: ITS NAME, " + parts.compactMap(\.self).joined(separator: ", ") + " }"
  }

  func takes(_ value: String) -> Bool {
    (only.isEmpty || only.contains(value)) && !except.contains(value)
  }
}

/// What the scores on one of the source's score scales are in levels.
enum ScoreScaleMap: Sendable {
  /// Steps of numbers.
  case steps(ScoreScale)
  /// Single values, compared exactly.
  case values([String: String])
}

/// A declared map from numbers to levels.
struct ScoreScale: Sendable {
  /// Lower bounds, highest first, with the level from there on.
  let steps: [(from: Rational, level: String)]
  /// The highest score that there is, if the mapping says so.
  var highest: Rational?

  func level(of score: Rational) -> String? { steps.first { score >= $0.from }?.level }
}
