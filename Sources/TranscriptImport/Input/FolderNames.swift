/// The names of files that mean something in a district folder.
enum FolderNames {
  static let files = [
    "district.yaml", "policy.yaml", "framework/areas.csv", "framework/competencies.csv",
    "courses.csv", "students.csv", "enrollments.csv", "determinations.csv", "transfer.csv",
    "waivers.csv", "notations.csv", "experiences.csv",
  ]
  /// What other stages read: no transcript depends on it.
  private static let others = ["profile.yaml"]
  private static let folders = ["framework", "evidence", "habits", "narratives"]
  /// Endings of files that look as if they were meant to be read.
  private static let endings = [
    ".csv", ".tsv", ".yaml", ".yml", ".xls", ".xlsx", ".ods", ".numbers", ".json", ".jsonl",
  ]

  /// Whether the folder is a district's at all.
  static func holdsSomething(_ root: [String]) -> Bool {
    root.contains { files.contains($0) || folders.contains($0) }
  }

  /// Paths that look like data and are not read.
  static func unknown(_ root: [String], _ reader: FolderReader) -> [String] {
    var paths = root.filter { !files.contains($0) && !others.contains($0) }
    let read = [
      "framework": [".json"], "evidence": [".csv", ".jsonl"], "habits": [".csv"],
      "mappings": [".yaml"],
    ]
    for (folder, endings) in read.sorted(by: { $0.key < $1.key }) {
      let unread = reader.names(in: folder).filter { name in
        !endings.contains { name.hasSuffix($0) }
      }
      paths += unread.map { "\(folder)/\($0)" }.filter {
        !files.contains($0) && $0 != Crosswalk.path
      }
    }
    return paths.filter { path in endings.contains { path.lowercased().hasSuffix($0) } }
  }
}
