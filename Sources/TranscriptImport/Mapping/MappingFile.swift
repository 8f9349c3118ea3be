import Diagnostics
import TranscriptModel

/// Reads a mapping from YAML.
struct MappingFile {
  private let problems: YAMLProblems
  /// The mappings that one can extend.
  private let bases: [Mapping]
  /// The district's scale, which the levels of scales and values are of.
  private let scale: PerformanceScale?

  init(_ problems: YAMLProblems, bases: [Mapping], scale: PerformanceScale?) {
    self.problems = problems
    self.bases = bases
    self.scale = scale
  }

  /// The mapping in `file`; what is wrong with it is in `findings`.
  ///
  /// A faulty one says so, if it can be told what it is for: what it recognises must not be read in
  /// another way. `scale` is the district's, if it is known.
  static func read(
    _ file: InputFile, bases: [Mapping], scale: PerformanceScale? = nil, limits: ImportLimits,
    _ findings: inout Findings
  ) -> Mapping? {
    guard let yaml = YAMLFile(file, limits: limits, &findings) else { return nil }
    let problems = YAMLProblems(file)
    var mapping = MappingFile(problems, bases: bases, scale: scale).mapping(yaml.root)
    for problem in problems.all { findings.add(problem) }
    mapping?.isFaulty = problems.hasErrors
    mapping?.version = String(SHA256.hex(file.bytes).prefix(8))
    return mapping
  }

  private func mapping(_ root: PolicyNode) -> Mapping? {
    guard var map = YAMLMapping(root, name: "the mapping", problems) else { return nil }
    let name = map.requiredText("mapping")
    let base = base(&map)
    let table =
      base?.table
      ?? (map.required("table").flatMap {
        map.word(of: $0, "table", ImportTable.self)
      })
    let recognizes = map.texts("recognizes").map(\.text)
    let encoding = map.word("encoding", TextEncoding.self) ?? .utf8
    let separator = separator(&map)
    let before = map.whole("lines_before_header", in: 0...100) ?? 0
    // Scores of other scales become levels by tables of policy.yaml.
    let isOther = map.node["columns"]?["scale"] != nil
    let levels = table == .evidence && !isOther ? scale : nil
    let scales = map.mapping("scales").map { ScaleFiles(problems, levels).scales($0) } ?? [:]
    let columns =
      map.requiredMapping("columns").map { self.columns($0, table, scales, levels) } ?? []
    let filters = (map.list("filters") ?? []).compactMap { self.filter($0) }
    let empty = Set(map.texts("empty_when").map(\.text))
    let studentName = map.text("student_name")
    map.finish()
    guard let name, let table else { return nil }
    var mapping = Mapping(
      name: name, table: table,
      recognizes: recognizes.isEmpty ? base?.recognizes ?? [] : recognizes,
      encoding: encoding, separator: separator, linesBefore: before, columns: columns,
      filters: filters, emptyMarks: empty)
    mapping.studentName = studentName
    return base.map(mapping.extending) ?? mapping
  }

  private func base(_ map: inout YAMLMapping) -> Mapping? {
    guard let node = map.value("extends"), let name = map.text(of: node, "extends") else {
      return nil
    }
    if let base = bases.first(where: { $0.name == name }) {
      _ = map.value("table")
      return base
    }
    let names = bases.map(\.name)
    map.report(
      .unknownWord, node, "there is no mapping \"\(name)\" to extend",
      hint: NearestName.find(name, in: names).map { "write \($0)" }
        ?? "write one of \(names.joined(separator: ", "))")
    return nil
  }

  private func separator(_ map: inout YAMLMapping) -> UInt8 {
    guard let node = map.value("separator"), let text = map.text(of: node, "separator") else {
      return 0x2C
    }
    let known: [String: UInt8] = [",": 0x2C, ";": 0x3B, "|": 0x7C, "tab": 0x09]
    if let byte = known[text] { return byte }
    map.report(
      .unknownWord, node, "\"\(text)\" is not a separator that tables have",
      hint: "write one of \",\" \";\" \"|\" tab")
    return 0x2C
  }

  private func filter(_ node: PolicyNode) -> MappingFilter? {
    guard var map = YAMLMapping(node, name: "the filter", problems) else { return nil }
    let column = map.requiredText("column")
    let only = Set(map.texts("is").map(\.text))
    let except = Set(map.texts("is_not").map(\.text))
    let isOptional = map.flag("optional") ?? false
    let withdraws = map.flag("withdraws") ?? false
    map.finish()
    if let column, ConfidentialName.matches(column) {
      problems.report(
        .confidentialColumn, at: map.node["column"]?.location ?? node.location,
        "the column \"\(column)\" is confidential", marking: column,
        hint: "remove the filter from the mapping; such cells are never read")
      return nil
    }
    return column.map {
      MappingFilter(
        column: $0, only: only, except: except, isOptional: isOptional, withdraws: withdraws)
    }
  }

  private func columns(
    _ map: YAMLMapping, _ table: ImportTable?, _ scales: [String: ScoreScale],
    _ levels: PerformanceScale?
  ) -> [MappedColumn] {
    map.members.compactMap { member in
      if let table, !table.columns.contains(member.key) {
        problems.report(
          .unknownColumn, at: member.location,
          "\(table.rawValue) has no column \"\(member.key)\"", marking: member.key,
          hint: NearestName.find(member.key, in: table.columns).map { "write \($0)" }
            ?? "use one of \(table.columns.joined(separator: ", "))")
        return nil
      }
      let reader = MappedColumnFile(
        target: member.key, problems: problems, scales: scales, levels: levels)
      var column = reader.column(member.value, at: member.location)
      if member.key == "level", table == .evidence, map.node["scale"] == nil,
        let plain = column, !plain.isTranslated, !plain.names.isEmpty
      {
        column?.isPlainLevel = true
      }
      return column
    }
  }
}
