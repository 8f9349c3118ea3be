import TranscriptImport

/// The folder of rows that imports could not use: one file an import and source, never overwritten
/// before its rows were looked at again.
public struct RejectFolder: Sendable {
  /// What became of reject files.
  public struct Outcome: Sendable, Hashable {
    /// Files that were written, reasons not among them.
    public var written: [String] = []
    /// Files that were removed, because every row of theirs was imported.
    public var settled: [String] = []

    /// Files that were removed, because newer ones hold those of their rows that were rejected again.
    public var replaced: [String] = []

    /// Creates an outcome of nothing.
    public init() {}
  }

  private let world: any World
  private let path: String

  /// Creates the folder at `path`; it need not be there.
  public init(world: any World, path: String) {
    self.world = world
    self.path = Self.normal(path)
  }

  /// The path without what says nothing: `./` before it and slashes at its end.
  static func normal(_ path: String) -> String {
    var path = Substring(path)
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    return path.split(separator: "/", omittingEmptySubsequences: true).joined(separator: "/")
      .withSlash(path.hasPrefix("/"))
  }

  /// Writes the reject files of `plan` and removes those that it settles.
  ///
  /// `inputs` are the imported files as `RejectPlace` names them, with their names in the plan.
  func settle(_ plan: ImportPlan, inputs: [String: String]) throws(WorldError) -> Outcome {
    let earlier = try existing(plan, inputs)
    var outcome = Outcome()
    var current: Set<String> = []
    for source in plan.rejects {
      if current.isEmpty { try world.makeFolder(path) }
      let number = try freeNumber(source)
      for file in source.files {
        let name = Self.numbered(file.name, stem: source.stem, number)
        try write(file.bytes, name)
        outcome.written.append("\(path)/\(name)")
        current.insert(name)
      }
      let reasons = Self.numbered(source.reasonsName, stem: source.stem, number)
      try write(source.reasons, reasons)
      current.insert(reasons)
    }
    for name in earlier.subtracting(current).sorted() {
      try world.remove("\(path)/\(name)")
      guard !name.hasSuffix(RejectReasons.ending) else { continue }
      if Self.isAgain(name, outcome.written) {
        outcome.replaced.append("\(path)/\(name)")
      } else {
        outcome.settled.append("\(path)/\(name)")
      }
    }
    return outcome
  }

  /// Whether rows of the same source were rejected again: `results.3f9c01de.csv` and
  /// `results.77aa0b12.csv` are of one.
  private static func isAgain(_ name: String, _ written: [String]) -> Bool {
    let source = { (path: String) in
      (path.split(separator: "/").last ?? "").split(separator: ".").dropLast(2).joined(
        separator: ".")
    }
    return written.contains { source($0) == source(name) }
  }

  private func write(_ bytes: [UInt8], _ name: String) throws(WorldError) {
    try world.write(bytes, to: "\(path)/\(name)")
  }

  /// The first number under which no file of other bytes lies: one that is being mended stays.
  private func freeNumber(_ source: RejectedSource) throws(WorldError) -> Int {
    var number = 1
    while number < 1_000 {
      var isFree = true
      for file in source.files {
        let place = "\(path)/\(Self.numbered(file.name, stem: source.stem, number))"
        if world.exists(place), try world.read(place, limit: 1 << 30) != file.bytes {
          isFree = false
        }
      }
      if isFree { break }
      number += 1
    }
    return number
  }

  private static func numbered(_ name: String, stem: String, _ number: Int) -> String {
    number == 1 ? name : stem + "-\(number)" + name.dropFirst(stem.count)
  }

  /// The files here that the import has settled: those that were imported whole, and untouched ones
  /// whose source was read again.
  private func existing(
    _ plan: ImportPlan, _ inputs: [String: String]
  ) throws(WorldError) -> Set<String> {
    guard let names = try? world.list(path) else { return [] }
    var settled: Set<String> = []
    let folder = RejectPlace.name(of: path + "/")
    for reasons in names where reasons.hasSuffix(RejectReasons.ending) {
      let stem = String(reasons.dropLast(RejectReasons.ending.count))
      let own = names.filter { $0 != reasons && isPart($0, of: stem) }
      let sources = RejectReasons.sources(
        in: try world.read("\(path)/\(reasons)", limit: 1 << 30))
      let wasImported = own.allSatisfy { name in
        inputs[folder + name].map { plan.readFiles[$0] != nil } == true
      }
      let isReadAgain = !sources.isEmpty && sources.isSubset(of: Set(plan.readFiles.values))
      let isSuperseded = isReadAgain ? try isUntouched(own, stem) : false
      if wasImported || isSuperseded { settled.formUnion(own + [reasons]) }
    }
    return settled
  }

  /// `results.3f9c01de.csv` is part of `results.3f9c01de`, as is `oneroster.3f9c01de_users.csv`.
  private func isPart(_ name: String, of stem: String) -> Bool {
    guard name.hasPrefix(stem) else { return false }
    let next = name.dropFirst(stem.count).first
    return next == "." || next == "_" || next == nil
  }

  /// Whether the rows are still what the name says.
  private func isUntouched(_ names: [String], _ stem: String) throws(WorldError) -> Bool {
    var files: [[UInt8]] = []
    for name in names.sorted() { files.append(try world.read("\(path)/\(name)", limit: 1 << 30)) }
    let hash = "." + RejectName.hash(files)
    return stem.hasSuffix(hash) || stem.contains(hash + "-")
  }
}

extension String {
  fileprivate func withSlash(_ isAbsolute: Bool) -> String { isAbsolute ? "/" + self : self }
}
