public import Diagnostics
import TranscriptModel
import TranscriptModel

/// A framework in 1EdTech CASE 1.0 or 1.1: `CFPackage`, flat or wrapped.
public struct CASEPackage: Sendable {
  /// One item.
  ///
  /// CASE: CFItem.
  public struct Item: Sendable, Hashable {
    /// CASE: identifier.
    public let identifier: String
    /// CASE: humanCodingScheme; the identifier where there is none.
    public let code: String
    /// CASE: humanCodingScheme, where there is one.
    let ownCode: String?
    /// CASE: fullStatement.
    public let statement: String
    /// CASE: abbreviatedStatement.
    public let shortStatement: String?
    /// CASE: CFItemType.
    public let type: String?
    /// CASE: educationLevel.
    public let levels: [String]
    /// CASE: statusEndDate.
    let retiredOn: String?
    /// Codes of what it is a child of.
    ///
    /// CASE: CFAssociation of type isChildOf.
    public fileprivate(set) var parents: [String]
    /// The same items by their positions in the package.
    fileprivate var above: [Int] = []
    let location: SourceLocation
    /// Where its values stand.
    let places: [String: SourceLocation]
  }

  /// CASE: CFDocument title.
  public let title: String
  /// The items, in the order of the file.
  public let items: [Item]
  /// CASE: CFDocument adoptionStatus, and where it stands.
  private(set) var status: (text: String, place: SourceLocation)?
  /// Items that cannot be used, as far as they go, with the reasons.
  private(set) var refused: [(item: Item, problem: Diagnostic)] = []
  /// Where objects of the file stand.
  var ranges: [SourceLocation: Range<Int>] = [:]

  /// Reads a package; `nil` with the reasons when it is none.
  public static func read(
    _ file: InputFile
  ) -> (package: CASEPackage?, problems: [Diagnostic]) {
    var parser = JSONParser(file)
    do throws(Diagnostic) {
      return try read(try parser.parse())
    } catch {
      return (nil, [error])
    }
  }

  static func read(
    _ root: PolicyNode
  ) throws(Diagnostic) -> (package: CASEPackage?, problems: [Diagnostic]) {
    let body = root["CFPackage"] ?? root
    guard let document = body["CFDocument"], let nodes = body["CFItems"]?.items else {
      throw Diagnostic(
        .notAFramework, at: root.location,
        "the file is no CASE package: it lacks CFDocument or CFItems",
        hint: "export the framework as a CASE package (CFPackage)")
    }
    var items: [Item] = []
    var indexByID: [String: Int] = [:]
    var refused: [(item: Item, problem: Diagnostic)] = []
    var contradicted: Set<String> = []
    for node in nodes {
      let item = item(node)
      if let problem = missing(item) {
        refused.append((item, problem))
      } else if let first = indexByID[item.identifier] {
        let isSame = item.says(items[first])
        refused.append((item, twice(item, first: items[first], isSame: isSame)))
        if !isSame { contradicted.insert(item.identifier) }
      } else {
        indexByID[item.identifier] = items.count
        items.append(item)
      }
    }
    // Which of two items with one identifier is right, nothing in the file says.
    for item in items where contradicted.contains(item.identifier) {
      let other = refused.first { $0.item.identifier == item.identifier }?.item ?? item
      refused.append((item, twice(item, first: other, isSame: false)))
    }
    items.removeAll { contradicted.contains($0.identifier) }
    indexByID = Dictionary(
      zip(items.map(\.identifier), items.indices), uniquingKeysWith: { first, _ in first })
    let associations = body["CFAssociations"]?.items ?? []
    for node in associations { associate(node, indexByID, &items) }
    if let own = document["identifier"]?.text {
      for node in associations { nameAbsentParent(node, indexByID, document: own, &items) }
    }
    let status = document["adoptionStatus"].flatMap { node in node.text.map { ($0, node.location) }
    }
    let package = CASEPackage(
      title: document["title"]?.text ?? "", items: items, status: status, refused: refused)
    return (package, refused.map(\.problem))
  }

  private static func missing(_ item: Item) -> Diagnostic? {
    let names = [
      item.identifier.isEmpty ? "identifier" : nil, item.statement.isEmpty ? "fullStatement" : nil,
    ].compactMap(\.self)
    guard !names.isEmpty else { return nil }
    return Diagnostic(
      .notAFramework, at: item.location, "the item has no \(names.joined(separator: " and no "))",
      hint: "add it; CASE requires both identifier and fullStatement")
  }

  private static func twice(_ item: Item, first: Item, isSame: Bool) -> Diagnostic {
    Diagnostic(
      .duplicateCode, at: item.location,
      "the item \"\(item.identifier)\" is there twice"
        + (isSame ? "; the first is used" : " and says two things; neither is used"),
      hint: "remove one of the two",
      related: [.init(isSame ? "the first" : "the other", at: first.location)])
  }

  private static func item(_ node: PolicyNode) -> Item {
    let identifier = node["identifier"]?.text ?? ""
    let statement = node["fullStatement"]?.text ?? ""
    let code = node["humanCodingScheme"]?.text.flatMap { $0.isEmpty ? nil : $0 }
    return Item(
      identifier: identifier, code: code ?? identifier, ownCode: code, statement: statement,
      shortStatement: node["abbreviatedStatement"]?.text, type: node["CFItemType"]?.text,
      levels: (node["educationLevel"]?.items ?? []).compactMap(\.text),
      retiredOn: node["statusEndDate"]?.text, parents: [],
      location: node.location,
      places: Dictionary(
        (node.members ?? []).map { ($0.key, $0.value.location) },
        uniquingKeysWith: { first, _ in first }))
  }

  /// What an item is a child of, as far as it is in the package.
  private static func associate(
    _ node: PolicyNode, _ indexByID: [String: Int], _ items: inout [Item]
  ) {
    guard node["associationType"]?.text == "isChildOf",
      let child = node["originNodeURI"]?["identifier"]?.text,
      let parent = node["destinationNodeURI"]?["identifier"]?.text,
      let childIndex = indexByID[child], let parentIndex = indexByID[parent]
    else { return }
    let code = items[parentIndex].code
    if !items[childIndex].parents.contains(code) { items[childIndex].parents.append(code) }
    if !items[childIndex].above.contains(parentIndex) {
      items[childIndex].above.append(parentIndex)
    }
  }

  /// A parent outside the items is the document itself, or an item that the package lacks: an item
  /// that has no other parent names it, so that it is told, or found on file.
  private static func nameAbsentParent(
    _ node: PolicyNode, _ indexByID: [String: Int], document: String, _ items: inout [Item]
  ) {
    guard node["associationType"]?.text == "isChildOf",
      let child = node["originNodeURI"]?["identifier"]?.text.flatMap({ indexByID[$0] }),
      let parent = node["destinationNodeURI"]?["identifier"]?.text, parent != document,
      indexByID[parent] == nil, items[child].above.isEmpty, !items[child].parents.contains(parent)
    else { return }
    items[child].parents.append(parent)
  }

  static let names: Set<String> = [
    "identifier", "humanCodingScheme", "fullStatement", "abbreviatedStatement", "CFItemType",
    "educationLevel", "parents", "document", "statusEndDate",
  ]

  /// The items as records for a mapping.
  ///
  /// Of an item whose parents are left out, the nearest above them that are not are its parents: a
  /// framework has more tiers than ours.
  func records(
    of file: InputFile, leavingOut isLeftOut: (FlatRecord) -> Bool
  ) -> [FlatRecord] {
    var records = items.map { record($0, file) }
    let left = records.map(isLeftOut)
    guard left.contains(true) else { return records }
    for index in items.indices where !left[index] && !items[index].above.isEmpty {
      records[index].values["parents"] = codes(above: index, over: left).joined(separator: ";")
    }
    return records
  }

  /// The codes of the nearest items above one that are not left out.
  private func codes(above index: Int, over left: [Bool]) -> [String] {
    var codes: [String] = []
    var seen: Set<Int> = [index]
    var waiting = items[index].above
    var place = 0
    while place < waiting.count {
      let parent = waiting[place]
      place += 1
      guard seen.insert(parent).inserted else { continue }
      if left[parent] {
        waiting += items[parent].above
      } else if !codes.contains(items[parent].code) {
        codes.append(items[parent].code)
      }
    }
    return codes
  }

  /// A record of an item that its publisher has retired by `day`, with that said.
  static func marked(_ record: FlatRecord, on day: CalendarDate?) -> FlatRecord {
    guard let day, let end = record.text("statusEndDate"),
      let last = CalendarDate(iso: end.prefix(10)), last < day
    else { return record }
    var record = record
    record.doubt = Diagnostic(
      .inactiveInSource, at: record.places["statusEndDate"] ?? record.location,
      "the item is retired since \(last.isoText); it is used all the same",
      hint: "leave such items out by a filter in a mapping: { column: statusEndDate, is: [\"\"] }")
    return record
  }

  /// What is to be said of a framework that its publisher has given up.
  var deprecation: Diagnostic? {
    guard let status, status.text.lowercased() == "deprecated" else { return nil }
    return Diagnostic(
      .inactiveInSource, at: status.place,
      "the framework is deprecated by its publisher; it is used all the same",
      hint: "ask for the package of the framework that has taken its place")
  }

  /// The items that cannot be used, as rows of a reject file.
  func rejected(of file: InputFile) -> [RejectedRow] {
    refused.map { item, problem in
      let record = record(item, file)
      return RejectedRow(
        file: file.path, line: item.location.line, original: record.shownBytes,
        header: record.shownHeader, diagnostics: [problem])
    }
  }

  private func record(_ item: Item, _ file: InputFile) -> FlatRecord {
    var record = FlatRecord(
      location: item.location,
      values: [
        "identifier": item.identifier, "humanCodingScheme": item.ownCode ?? "",
        "fullStatement": item.statement, "abbreviatedStatement": item.shortStatement ?? "",
        "CFItemType": item.type ?? "", "educationLevel": item.levels.joined(separator: ";"),
        "parents": item.parents.joined(separator: ";"), "document": title,
        "statusEndDate": item.retiredOn ?? "",
      ],
      names: Self.names, file: file)
    record.range = ranges[item.location]
    record.places = item.places
    return record
  }
}

extension CASEPackage.Item {
  /// Whether two items with one identifier are the same.
  fileprivate func says(_ other: Self) -> Bool {
    statement == other.statement && code == other.code && type == other.type
  }
}
