import Diagnostics

/// A template folder, compiled once: layout, wording, sizes and colours of one kind of document.
public struct DocumentTemplate: Sendable {
  /// What messages call the folder.
  public let name: String
  /// What the folder is for, as its style file says.
  public let kind: DocumentTemplateKind
  let style: StyleSheet
  let phrases: [String: PhraseTable]
  /// The district's own words by language and code: `own-es.yaml`.
  let translations: [String: [String: String]]
  let expansion: TemplateExpansion

  /// Compiles a folder.
  ///
  /// - Throws: `LayoutFailure` with every problem of all its files.
  public init(_ files: TemplateFiles) throws(LayoutFailure) {
    var problems = DiagnosticList()
    name = files.name
    style = Self.style(files, problems: &problems)
    kind = Self.kind(style, files, problems: &problems)
    phrases = Self.phrases(files, kind: kind, problems: &problems)
    translations = Self.translations(files, problems: &problems)
    expansion = TemplateExpansion(files, problems: &problems)
    if problems.hasErrors { throw LayoutFailure(problems) }
  }

  /// The languages that the folder's documents can be made in, in order.
  public var languages: [String] { phrases.keys.sorted() }

  /// A level's number in the words that English pages have for a mark without the level's word.
  public func shortMark(_ number: String) -> String? {
    phrases["en"]?.text("mark-short", ["number": number])
  }

  private static func style(
    _ files: TemplateFiles, problems: inout DiagnosticList
  ) -> StyleSheet {
    let path = "\(files.name)/style.yaml"
    guard let bytes = files.files["style.yaml"] else {
      problems.add(missing(path))
      return StyleSheet([], name: path, problems: &problems)
    }
    return StyleSheet(bytes, name: path, problems: &problems)
  }

  private static func kind(
    _ style: StyleSheet, _ files: TemplateFiles, problems: inout DiagnosticList
  ) -> DocumentTemplateKind {
    if let kind = DocumentTemplateKind(rawValue: style.kind) { return kind }
    let names = DocumentTemplateKind.allCases.map(\.rawValue).joined(separator: ", ")
    problems.add(
      Diagnostic(
        LayoutCode.styleValue, at: SourceLocation(file: "\(files.name)/style.yaml"),
        "`kind` is `\(style.kind)`", hint: "write `kind:` with one of \(names)"))
    return .official
  }

  /// The tables of the kind: `en.yaml` for English papers, `family-es.yaml` for families.
  private static func phrases(
    _ files: TemplateFiles, kind: DocumentTemplateKind, problems: inout DiagnosticList
  ) -> [String: PhraseTable] {
    let prefix = kind.phrasePrefix
    guard let bytes = files.phrases["\(prefix)en"] else {
      problems.add(missing("\(files.phraseFolder)/\(prefix)en.yaml"))
      return [:]
    }
    var ignored = DiagnosticList()
    let reference = files.reference["\(prefix)en"].map {
      PhraseTable($0, language: "en", name: "", english: nil, problems: &ignored)
    }
    let english = PhraseTable(
      bytes, language: "en", name: "\(files.phraseFolder)/\(prefix)en.yaml", english: reference,
      problems: &problems)
    var tables = ["en": english]
    guard !prefix.isEmpty else { return tables }
    for (name, bytes) in files.phrases.sorted(by: { $0.key < $1.key })
    where name.hasPrefix(prefix) && name != "\(prefix)en" {
      let language = String(name.dropFirst(prefix.count))
      tables[language] = PhraseTable(
        bytes, language: language, name: "\(files.phraseFolder)/\(name).yaml", english: english,
        problems: &problems)
    }
    return tables
  }

  /// `own-LANGUAGE.yaml`: codes of areas, competencies and levels with their names in the language.
  private static func translations(
    _ files: TemplateFiles, problems: inout DiagnosticList
  ) -> [String: [String: String]] {
    var tables: [String: [String: String]] = [:]
    for (name, bytes) in files.phrases.sorted(by: { $0.key < $1.key }) where name.hasPrefix("own-")
    {
      let file = KeyValueFile(
        bytes, name: "\(files.phraseFolder)/\(name).yaml", problems: &problems)
      tables[String(name.dropFirst("own-".count))] = Dictionary(
        file.entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
    return tables
  }

  static func missing(_ path: String) -> Diagnostic {
    Diagnostic(
      LayoutCode.missingFile, at: SourceLocation(file: path), "the file is not there")
  }
}

/// What a template folder is for.
public enum DocumentTemplateKind: String, Sendable, Hashable, CaseIterable {
  /// The official transcript; drafts, unofficial and amended ones as well.
  case official
  /// The report for families, in any of their languages.
  case family
  /// Every competency of a student in full.
  case competencies
  /// One page on how to read a transcript.
  case guide
  /// The school's profile.
  case profile

  /// What the names of its phrase tables begin with.
  var phrasePrefix: String { self == .family ? "family-" : "" }
}
