import Diagnostics
import TranscriptModel

/// A JSON file that records were read from: what a reject file of some of them holds beside them.
///
/// Records are kept in their own bytes, in a file of the kind that they are from.
struct JSONSource: Sendable {
  /// An item of a package, in its own bytes.
  private struct Item {
    let identifier: String
    let bytes: [UInt8]
  }

  /// An association of a package, in its own bytes.
  private struct Association {
    let child: String
    let parent: String
    let isParent: Bool
    let bytes: [UInt8]
  }

  let path: String
  private let opening: [UInt8]
  private var items: [Item] = []
  private var associations: [Association] = []
  private let isPackage: Bool

  /// Statements, which need nothing of their file.
  init(statementsAt path: String) {
    self.path = path
    opening = [0x5B]
    isPackage = false
  }

  /// The package in `file`; `ranges` says where objects of it stand.
  init(package root: PolicyNode, in file: InputFile, _ ranges: [SourceLocation: Range<Int>]) {
    func bytes(_ node: PolicyNode?) -> [UInt8] {
      let range = node.flatMap { ranges[$0.location] }
      return range.map { ConfidentialCut.keeping(Array(file.bytes[$0])) } ?? []
    }
    let body = root["CFPackage"] ?? root
    path = file.path
    isPackage = true
    let document = bytes(body["CFDocument"])
    opening =
      Array("{\"CFDocument\":".utf8) + (document.isEmpty ? [0x7B, 0x7D] : document)
      + Array(",\"CFItems\":[".utf8)
    items = (body["CFItems"]?.items ?? []).map {
      Item(identifier: $0["identifier"]?.text ?? "", bytes: bytes($0))
    }
    associations = (body["CFAssociations"]?.items ?? []).map { node in
      Association(
        child: node["originNodeURI"]?["identifier"]?.text ?? "",
        parent: node["destinationNodeURI"]?["identifier"]?.text ?? "",
        isParent: node["associationType"]?.text == "isChildOf", bytes: bytes(node))
    }
  }

  /// The rejected records as a file; with items come those above them, which they name.
  func rejectedFile(_ rows: [RejectedRow], name: String, hash: String) -> RejectedFile {
    guard isPackage else {
      return RejectedFile(
        name: name, sourceHash: hash, rows: rows, opening: opening, also: [], closing: [0x5D])
    }
    let rejected = Set(rows.map(\.original))
    let named = Set(items.filter { rejected.contains($0.bytes) }.map(\.identifier))
    let needed = withParents(named)
    let links = associations.filter { needed.contains($0.child) }.map(\.bytes)
    return RejectedFile(
      name: name, sourceHash: hash, rows: rows, opening: opening,
      also: items.filter { needed.contains($0.identifier) && !named.contains($0.identifier) }
        .map(\.bytes),
      closing: Array("],\"CFAssociations\":[\n".utf8)
        + Array(links.joined(separator: [0x2C, 0x0A]))
        + Array("\n]}".utf8))
  }

  private func withParents(_ identifiers: Set<String>) -> Set<String> {
    let parents = Dictionary(grouping: associations.filter(\.isParent), by: \.child)
    var found = identifiers
    var waiting = Array(identifiers)
    while let next = waiting.popLast() {
      for parent in (parents[next] ?? []).map(\.parent) where found.insert(parent).inserted {
        waiting.append(parent)
      }
    }
    return found
  }
}
