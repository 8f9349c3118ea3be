import Diagnostics
import Mustache
import Synchronization

/// A folder's Mustache files, compiled once and safe to share.
struct TemplateExpansion: Sendable {
  /// The file that the others are parts of.
  static let main = "document.mustache"

  /// The templates as trees, unless one of them needs the library.
  private let quick: [String: CompiledTemplate]?
  private let sources: [Source]
  private let libraries = Libraries()
  /// What the templates name.
  let tags: [TemplateSource.Tag]

  /// A template for the library.
  private struct Source: Sendable {
    var name: String
    var file: TemplateSource
  }

  /// The library's own templates, made when they are first needed: most runs need none.
  private final class Libraries: Sendable {
    private let made = Mutex<[Bool: MustacheLibrary]>([:])

    func library(isLocated: Bool, of sources: [Source]) -> MustacheLibrary {
      made.withLock { made in
        if let known = made[isLocated] { return known }
        var library = MustacheLibrary()
        for source in sources {
          // Elements that say where they stand are for messages only.
          let text = MarkupText.pragma + (isLocated ? source.file.located : source.file.text)
          guard let template = try? MustacheTemplate(string: text) else { continue }
          library.register(template, named: source.name)
        }
        made[isLocated] = library
        return library
      }
    }
  }

  init(_ files: TemplateFiles, problems: inout DiagnosticList) {
    MustacheContentTypes.register(MarkupText(), named: MarkupText.name)
    var sources: [Source] = []
    var quick: [String: CompiledTemplate]? = [:]
    var tags: [TemplateSource.Tag] = []
    var includes: [String: [TemplateSource.Tag]] = [:]
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
      includes[name] = source.parts
      if let tree = CompiledTemplate(text) {
        quick?[name] = tree
      } else {
        quick = nil
        guard Self.isReadable(source, problems: &problems) else { continue }
      }
      sources.append(Source(name: name, file: source))
    }
    self.quick = quick
    self.sources = sources
    self.tags = tags
    Self.refuseCircles(includes, &problems)
  }

  /// Refuses a part that includes itself, also by way of others: its expansion would never end.
  private static func refuseCircles(
    _ includes: [String: [TemplateSource.Tag]], _ problems: inout DiagnosticList
  ) {
    for (name, parts) in includes.sorted(by: { $0.key < $1.key }) {
      for part in parts where reaches(name, from: part.name, includes) {
        problems.add(
          Diagnostic(
            LayoutCode.mustache, at: part.location,
            "{{> \(part.name)}} includes \(name).mustache again, without end",
            hint: "leave the tag out, or move what both need to a part of its own"))
      }
    }
  }

  private static func reaches(
    _ goal: String, from start: String, _ includes: [String: [TemplateSource.Tag]]
  ) -> Bool {
    var open = [start]
    var seen: Set<String> = []
    while let name = open.popLast() {
      if name == goal { return true }
      if seen.insert(name).inserted { open += (includes[name] ?? []).map(\.name) }
    }
    return false
  }

  /// Whether the library can read what is no simple tree.
  private static func isReadable(
    _ source: TemplateSource, problems: inout DiagnosticList
  ) -> Bool {
    do {
      _ = try MustacheTemplate(string: MarkupText.pragma + source.text)
      return true
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
    return false
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
    libraries.library(isLocated: isLocated, of: sources)
      .render(values, withTemplate: "document") ?? ""
  }
}
