import CLibXML2

/// Keeps every error that a schema context reports.
///
/// A class because libxml2's handler finds it through a pointer.
final class ViolationLog {
  private(set) var violations: [XMLViolation] = []
  private(set) var files: [String] = []

  var opaque: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  static let handler: xmlStructuredErrorFunc = { data, error in
    guard let data, let error = error?.pointee else { return }
    guard error.level.rawValue >= XML_ERR_ERROR.rawValue || isMissingImport(error) else { return }
    Unmanaged<ViolationLog>.fromOpaque(data).takeUnretainedValue().append(error)
  }

  /// libxml2 only warns of an import that it cannot load, and then misses what it declares.
  private static func isMissingImport(_ error: xmlError) -> Bool {
    error.code == Int32(XML_SCHEMAP_WARN_UNLOCATED_SCHEMA.rawValue)
  }

  private func append(_ error: xmlError) {
    files.append(error.file.map { String(cString: $0) } ?? "")
    violations.append(
      XMLViolation(
        line: Int(error.line), path: Self.path(error.node), message: LibXML.message(error)))
  }

  private static func path(_ node: UnsafeMutableRawPointer?) -> String {
    let node = node?.assumingMemoryBound(to: xmlNode.self)
    guard let path = xmlGetNodePath(node) else { return "" }
    defer { clibxml2_free(path) }
    return LibXML.string(path)
  }
}
