public import Diagnostics
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
    /// CASE: fullStatement.
    public let statement: String
    /// CASE: abbreviatedStatement.
    public let shortStatement: String?
    /// CASE: CFItemType.
    public let type: String?
    /// CASE: educationLevel.
    public let levels: [String]
    /// Codes of what it is a child of.
    ///
    /// CASE: CFAssociation of type isChildOf.
    public fileprivate(set) var parents: [String]
    let location: SourceLocation
  }

  /// CASE: CFDocument title.
  public let title: String
  /// The items, in the order of the file.
  public let items: [Item]

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
    var problems: [Diagnostic] = []
    var items: [Item] = []
    var indexByID: [String: Int] = [:]
    for node in nodes {
      guard let item = item(node, &problems) else { continue }
      if indexByID[item.identifier] == nil {
        indexByID[item.identifier] = items.count
        items.append(item)
      } else {
        problems.append(
          Diagnostic(
            .duplicateCode, at: item.location,
            "the item \"\(item.identifier)\" is there twice; the first is used",
            hint: "remove one of the two"))
      }
    }
    for node in body["CFAssociations"]?.items ?? [] {
      associate(node, indexByID, &items, &problems)
    }
    return (CASEPackage(title: document["title"]?.text ?? "", items: items), problems)
  }

  private static func item(_ node: PolicyNode, _ problems: inout [Diagnostic]) -> Item? {
    guard let identifier = node["identifier"]?.text, let statement = node["fullStatement"]?.text
    else {
      problems.append(
        Diagnostic(
          .notAFramework, at: node.location, "the item has no identifier or no fullStatement",
          hint: "add both; CASE requires them"))
      return nil
    }
    let code = node["humanCodingScheme"]?.text.flatMap { $0.isEmpty ? nil : $0 }
    return Item(
      identifier: identifier, code: code ?? identifier, statement: statement,
      shortStatement: node["abbreviatedStatement"]?.text, type: node["CFItemType"]?.text,
      levels: (node["educationLevel"]?.items ?? []).compactMap(\.text), parents: [],
      location: node.location)
  }

  /// A parent outside the items is the document itself, or another package.
  private static func associate(
    _ node: PolicyNode, _ indexByID: [String: Int], _ items: inout [Item],
    _ problems: inout [Diagnostic]
  ) {
    guard node["associationType"]?.text == "isChildOf",
      let child = node["originNodeURI"]?["identifier"]?.text,
      let parent = node["destinationNodeURI"]?["identifier"]?.text,
      let childIndex = indexByID[child], let parentIndex = indexByID[parent]
    else { return }
    let code = items[parentIndex].code
    if !items[childIndex].parents.contains(code) { items[childIndex].parents.append(code) }
  }

  static let names: Set<String> = [
    "identifier", "humanCodingScheme", "fullStatement", "abbreviatedStatement", "CFItemType",
    "educationLevel", "parents", "document",
  ]

  /// The items as records for a mapping.
  func records(of file: InputFile) -> [FlatRecord] {
    items.map { item in
      FlatRecord(
        location: item.location,
        values: [
          "identifier": item.identifier, "humanCodingScheme": item.code,
          "fullStatement": item.statement, "abbreviatedStatement": item.shortStatement ?? "",
          "CFItemType": item.type ?? "", "educationLevel": item.levels.joined(separator: ";"),
          "parents": item.parents.joined(separator: ";"), "document": title,
        ],
        names: Self.names, file: file, kind: "case-package")
    }
  }
}
