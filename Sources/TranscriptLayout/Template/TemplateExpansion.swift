import Diagnostics
import Mustache

/// A folder's Mustache files, compiled once and safe to share.
struct TemplateExpansion: Sendable {
  /// The file that the others are parts of.
  static let main = "document.mustache"

  private let plain: MustacheLibrary
  /// The same templates as trees, unless one of them needs the library.
  private let quick: [String: CompiledTemplate]?
  /// The same templates with every element saying where it stands; for messages only.
  private let located: MustacheLibrary
  /// What the templates name.
  let tags: [TemplateSource.Tag]

  init(_ files: TemplateFiles, problems: inout DiagnosticList) {
    MustacheContentTypes.register(MarkupText(), named: MarkupText.name)
    var plain = MustacheLibrary()
    var located = MustacheLibrary()
    var quick: [String: CompiledTemplate]? = [:]
    var tags: [TemplateSource.Tag] = []
    if files.files[Self.main] == nil {
      problems.add(DocumentTemplate.missing("\(files.name)/\(Self.main)"))
    }
    let parts = Set(
      files.files.keys.filter { $0.hasSuffix(".mustache") }.map { String($0.dropLast(9)) })
    for (path, bytes) in files.files.sorted(by: { $0.key < $1.key })
    where path.hasSuffix(".mustache") {
      let file = "\(files.name)/\(path)"
      guard let text = String(validating: bytes, as: UTF8.self) else {
        problems.add(
          Diagnostic(LayoutCode.encoding, at: SourceLocation(file: file), "not UTF-8 text"))
        continue
      }
      let source = TemplateSource(text, file: file)
      source.check(&problems)
      source.checkParts(in: parts, &problems)
      guard source.checkSections(&problems) else { continue }
      tags += source.tags
      let name = String(path.dropLast(".mustache".utf8.count))
      guard let template = Self.compiled(source, problems: &problems) else { continue }
      plain.register(template, named: name)
      if let tree = CompiledTemplate(text) { quick?[name] = tree } else { quick = nil }
      if let twin = try? MustacheTemplate(string: MarkupText.pragma + source.located) {
        located.register(twin, named: name)
      }
    }
    self.plain = plain
    self.quick = quick
    self.located = located
    self.tags = tags
  }

  private static func compiled(
    _ source: TemplateSource, problems: inout DiagnosticList
  ) -> MustacheTemplate? {
    do {
      return try MustacheTemplate(string: MarkupText.pragma + source.text)
    } catch let error as MustacheTemplate.ParserError {
      problems.add(
        Diagnostic(
          LayoutCode.mustache,
          at: SourceLocation(
            file: source.file, line: error.context.lineNumber, column: error.context.columnNumber),
          "a tag is not closed, or is closed by another name"))
    } catch {
      problems.add(
        Diagnostic(LayoutCode.mustache, at: SourceLocation(file: source.file), "\(error)"))
    }
    return nil
  }

  /// The document's markup for these values.
  func expanded(_ values: [String: Any], isLocated: Bool) -> String {
    if !isLocated, let quick {
      return QuickExpansion.text(of: "document", in: quick, values: values)
    }
    return expandedByLibrary(values, isLocated: isLocated)
  }

  /// The same by the library, which knows all of Mustache and takes five times as long.
  func expandedByLibrary(_ values: [String: Any], isLocated: Bool) -> String {
    (isLocated ? located : plain).render(values, withTemplate: "document") ?? ""
  }
}
