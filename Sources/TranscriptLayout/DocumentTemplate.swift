import Diagnostics
import Mustache

/// A template folder, compiled once: layout, wording, sizes and colours of one kind of document.
public struct DocumentTemplate: Sendable {
  /// What messages call the folder.
  public let name: String
  let style: StyleSheet
  let phrases: [String: PhraseTable]
  let expansion: TemplateExpansion

  /// Compiles a folder.
  ///
  /// - Throws: `LayoutFailure` with every problem of all its files.
  public init(_ files: TemplateFiles) throws(LayoutFailure) {
    var problems = DiagnosticList()
    name = files.name
    style = Self.style(files, problems: &problems)
    phrases = Self.phrases(files, problems: &problems)
    expansion = TemplateExpansion(files, problems: &problems)
    if problems.hasErrors { throw LayoutFailure(problems) }
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

  private static func phrases(
    _ files: TemplateFiles, problems: inout DiagnosticList
  ) -> [String: PhraseTable] {
    guard let bytes = files.phrases["en"] else {
      problems.add(missing("phrases/en.yaml"))
      return [:]
    }
    let english = PhraseTable(
      bytes, language: "en", name: "phrases/en.yaml", english: nil, problems: &problems)
    var tables = ["en": english]
    for (language, bytes) in files.phrases.sorted(by: { $0.key < $1.key }) where language != "en" {
      tables[language] = PhraseTable(
        bytes, language: language, name: "phrases/\(language).yaml", english: english,
        problems: &problems)
    }
    return tables
  }

  static func missing(_ path: String) -> Diagnostic {
    Diagnostic(
      LayoutCode.missingFile, at: SourceLocation(file: path), "the file is not there")
  }
}
