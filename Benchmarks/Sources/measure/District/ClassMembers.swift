import TranscriptWorkflow

/// The district folder of a class of any size: the example's own files, with every senior's rows
/// written again under new ids and names.
struct ClassMembers {
  /// How the members' names are written.
  enum Script: String {
    case latin, eastAsian = "east-asian"
  }

  /// The files by path, below `ClassWorld.folder`.
  private(set) var files: [String: [UInt8]] = [:]

  private let count: Int
  private let script: Script
  private var seeds: [String] = []

  /// Reads the example and writes `count` members.
  init(example: String, count: Int, script: Script) throws {
    self.count = count
    self.script = script
    let original = try Self.originals(example)
    seeds = Self.seniors(original)
    for (path, bytes) in original {
      let name = "\(ClassWorld.folder)/\(path)"
      if path.hasPrefix("narratives/") { continue }
      files[name] = path.hasSuffix(".csv") ? written(Table(bytes)) ?? bytes : bytes
    }
    for member in 0..<count {
      guard let text = original["narratives/\(seed(of: member)).txt"] else { continue }
      files["\(ClassWorld.folder)/narratives/\(Self.id(member)).txt"] =
        narrative(text, of: member)
    }
  }

  private static func originals(_ example: String) throws -> [String: [UInt8]] {
    let world = SystemWorld()
    var files: [String: [UInt8]] = [:]
    for folder in ["", "framework/", "evidence/", "narratives/", "habits/"] {
      guard world.exists("\(example)/\(folder)") else { continue }
      for name in try world.list("\(example)/\(folder)") where !name.hasSuffix(".md") {
        files[folder + name] = try world.read("\(example)/\(folder)\(name)", limit: 64 << 20)
      }
    }
    return files
  }

  /// Ids of the students of grade 12 whose name is in Latin letters: all with two full pages.
  private static func seniors(_ files: [String: [UInt8]]) -> [String] {
    let students = Table(files["students.csv"] ?? [])
    guard let id = students.column("student_id"), let grade = students.column("grade_level"),
      let preferred = students.column("preferred_name")
    else { return [] }
    return students.rows.filter { $0[grade] == "12" && $0[preferred].isEmpty }.map { $0[id] }
  }

  private static func id(_ member: Int) -> String { String(500_000 + member) }

  private func seed(of member: Int) -> String { seeds[member % seeds.count] }

  /// The table with every member's rows; `nil` for one that names no students.
  private func written(_ table: Table) -> [UInt8]? {
    guard let student = table.column("student_id") else { return nil }
    let rows = Dictionary(grouping: table.rows) { $0[student] }
    var text = Table.line(table.header)
    for member in 0..<count {
      for row in rows[seed(of: member)] ?? [] {
        text += Table.line(row.indices.map { value(table.header[$0], row[$0], of: member) })
      }
    }
    return Array(text.utf8)
  }

  private func value(_ column: String, _ value: String, of member: Int) -> String {
    switch column {
    case "student_id": return Self.id(member)
    case "sasid": return String(5_000_000_000 + member)
    case "legal_first": return FictionalName.latin(member).first
    case "legal_middle": return FictionalName.latin(member).middle
    case "legal_last": return FictionalName.latin(member).last
    case "preferred_name": return script == .latin ? "" : FictionalName.eastAsian(member)
    case "evidence_id", "replaces", "determination_id", "transfer_id":
      return value.isEmpty ? "" : "\(value)-\(member)"
    default: return value
    }
  }

  /// The advisor's words with the sentences in another order, so that its lines break elsewhere and
  /// no line can be found among those shaped before.
  private func narrative(_ bytes: [UInt8], of member: Int) -> [UInt8] {
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: "\n\n", maxSplits: 1)
    guard parts.count == 2 else { return bytes }
    var sentences = parts[1].split(separator: ". ").map { $0.filter { $0 != "\n" } }
    if let last = sentences.indices.last, sentences[last].hasSuffix(".") {
      sentences[last].removeLast()
    }
    let turn = (member / seeds.count) % max(1, sentences.count)
    let turned = sentences[turn...] + sentences[..<turn]
    return Array("\(parts[0])\n\n\(turned.joined(separator: ". ")).\n".utf8)
  }
}
