import Diagnostics
import TranscriptLayout

/// The template folders of the product.
public enum TemplateName: String, Sendable, Hashable, CaseIterable {
  /// The transcript.
  case official
  /// The report for families.
  case family
  /// The same for a narrow screen.
  case familyPhone = "family-phone"
  /// Every competency in full.
  case competencies
  /// How to read a transcript.
  case guide
  /// The school's profile.
  case profile

  /// The template of a document of the school.
  init(_ document: SchoolDocument) {
    self =
      switch document {
      case .guide: .guide
      case .profile: .profile
      }
  }

  /// The templates behind one kind of file; ELMO carries the PDF.
  static func needed(for kind: DocumentKind) -> [TemplateName] {
    switch kind {
    case .pdf, .midYear, .elmo: [.official]
    case .family: [.family]
    case .familyPhone: [.familyPhone]
    case .packet: [.official, .competencies, .guide]
    case .pesc, .json: []
    }
  }
}

/// Finds templates: a district's own folder first, then the product's.
struct TemplateSource {
  let folders: ResourceFolders
  let world: any World

  /// The compiled template of that name.
  func template(_ name: TemplateName) throws(ResourceFailure) -> DocumentTemplate {
    try Self.compiled(
      TemplateFiles(
        name: "templates/\(name.rawValue)", files: try files(name.rawValue),
        phrases: try phrases(), reference: try reference()))
  }

  static func compiled(_ files: TemplateFiles) throws(ResourceFailure) -> DocumentTemplate {
    do throws(LayoutFailure) {
      return try DocumentTemplate(files)
    } catch { throw ResourceFailure(diagnostics: error.diagnostics.sorted) }
  }

  private var own: String? { folders.district.map { "\($0)/templates" } }

  /// A folder of the district takes the place of the product's as a whole: its parts belong
  /// together.
  private func files(_ name: String) throws(ResourceFailure) -> [String: [UInt8]] {
    if let own, world.exists("\(own)/\(name)") {
      return try DocumentResources.readAll("\(own)/\(name)", world: world)
    }
    return try DocumentResources.readAll("\(folders.templates)/\(name)", world: world)
  }

  /// The phrase tables by name; one of the district takes the place of the product's.
  func phrases() throws(ResourceFailure) -> [String: [UInt8]] {
    try phrases(with: own.map { "\($0)/phrases" })
  }

  /// The product's phrase tables with those of a folder in their place.
  func phrases(with folder: String?) throws(ResourceFailure) -> [String: [UInt8]] {
    var tables = try tables("\(folders.templates)/phrases")
    guard let folder, world.exists(folder) else { return tables }
    tables.merge(try self.tables(folder)) { _, new in new }
    return tables
  }

  /// The product's own phrase tables: what a district's must have as well.
  func reference() throws(ResourceFailure) -> [String: [UInt8]] {
    try tables("\(folders.templates)/phrases")
  }

  private func tables(_ folder: String) throws(ResourceFailure) -> [String: [UInt8]] {
    Dictionary(
      try DocumentResources.readAll(folder, world: world)
        .filter { $0.key.hasSuffix(".yaml") }
        .map { name, bytes in (String(name.dropLast(".yaml".count)), bytes) },
      uniquingKeysWith: { first, _ in first })
  }
}
