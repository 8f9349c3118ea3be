public import Diagnostics
public import TranscriptModel
import XMLKit

extension DocumentTemplate {
  /// Every problem of the folder that only shows when a document is made from it: values and
  /// phrases that do not exist, elements and attributes that the vocabulary does not have, and
  /// what has no room.
  ///
  /// - Parameters:
  ///   - records: sample records; the more different they are, the more of the template is tried.
  ///     For a school profile they are those of its class.
  ///   - vocabulary: the bytes of `vocabulary.xsd`; without it elements are checked, attributes
  ///     are not.
  ///   - measurer: how wide text is.
  public func check(
    _ records: [TranscriptRecord], vocabulary: [UInt8]? = nil, measurer: any TextMeasurer
  ) -> DiagnosticList {
    var problems = DiagnosticList()
    let samples = samples(records)
    checkNames(samples, problems: &problems)
    if let vocabulary { checkVocabulary(samples, vocabulary, problems: &problems) }
    // A document with markup that the vocabulary refuses would only be refused again.
    guard !problems.hasErrors else { return problems.distinct }
    for sample in samples {
      do throws(LayoutFailure) {
        _ = try layOut(
          sample.values, metadata: sample.metadata, accent: sample.accent, measurer)
      } catch { problems.add(contentsOf: error.diagnostics) }
    }
    return problems.distinct
  }

  /// The values of a document to try the template with.
  private struct Sample {
    var values: [String: Any]
    var metadata: DocumentMetadata
    var accent: String
    var phrases: PhraseTable
  }

  private func samples(_ records: [TranscriptRecord]) -> [Sample] {
    phrases.sorted { $0.key < $1.key }.flatMap { _, table -> [Sample] in
      switch kind {
      case .official, .competencies, .guide:
        return records.map { record in
          let context = OfficialContext(record, phrases: table, kind: kind)
          return Sample(
            values: context.values, metadata: context.metadata, accent: record.issuer.accent,
            phrases: table)
        }
      case .family:
        return records.map { record in
          let context = FamilyContext(record, phrases: table)
          return Sample(
            values: context.values, metadata: context.metadata, accent: record.issuer.accent,
            phrases: table)
        }
      case .profile: return profileSample(records, table)
      }
    }
  }

  private func profileSample(
    _ records: [TranscriptRecord], _ table: PhraseTable
  ) -> [Sample] {
    guard let first = records.first,
      let content = SchoolProfileContent(
        records: records, classOf: first.student.classOf,
        schoolYear: SchoolYear(containing: first.document.issuedOn),
        issuedOn: first.document.issuedOn, answers: SchoolProfileAnswers()),
      let context = ProfileContext(content, phrases: table)
    else { return [] }
    return [
      Sample(
        values: context.values, metadata: context.metadata, accent: first.issuer.accent,
        phrases: table)
    ]
  }

  private func checkNames(_ samples: [Sample], problems: inout DiagnosticList) {
    guard let phrases = samples.first?.phrases else { return }
    var known: Set<String> = Self.optionalNames
    for sample in samples { Self.collect(sample.values, into: &known) }
    for tag in expansion.tags where tag.name != "." {
      let parts = tag.name.split(separator: ".").map(String.init)
      if parts.first == "p", parts.count == 2 {
        guard !phrases.has(parts[1]) else { continue }
        problems.add(
          Diagnostic(
            LayoutCode.missingPhrase, at: tag.location, "no phrase `\(parts[1])`",
            hint: "add the key to the phrase table"))
      } else if let wrong = parts.first(where: { !known.contains($0) }) {
        problems.add(
          Diagnostic(
            LayoutCode.unknownValue, at: tag.location, "no document has a value `\(wrong)`",
            hint: "docs/templates.md lists the values"))
      }
    }
  }

  /// Names that only some documents have.
  private static let optionalNames: Set<String> = [
    "status", "kind", "strong", "detail", "end", "text", "items", "rows", "note", "title",
    "signatory", "date", "dots", "value", "next", "paragraphs", "author", "space", "shownIn",
    "groups", "levels", "label", "areas", "requirements", "lines",
  ]

  private static func collect(_ value: Any, into names: inout Set<String>) {
    if let values = value as? [String: Any] {
      for (name, inner) in values {
        names.insert(name)
        collect(inner, into: &names)
      }
    } else if let list = value as? [Any] {
      for inner in list { collect(inner, into: &names) }
    }
  }

  private func checkVocabulary(
    _ samples: [Sample], _ vocabulary: [UInt8], problems: inout DiagnosticList
  ) {
    let schema: XMLSchema
    do throws(XMLError) {
      schema = try XMLSchema(named: "vocabulary.xsd", in: ["vocabulary.xsd": vocabulary])
    } catch {
      return problems.add(
        Diagnostic(
          LayoutCode.markup, at: SourceLocation(file: error.document, line: error.line),
          error.message))
    }
    for sample in samples {
      let markup = expansion.expanded(sample.values, isLocated: true)
      do throws(XMLError) {
        for violation in try schema.validate(bytes: Array(markup.utf8), name: name) {
          problems.add(
            Diagnostic(
              LayoutCode.vocabulary,
              at: Self.place(ofLine: violation.line, in: markup, folder: name),
              violation.message))
        }
      } catch {
        // What is not well-formed is so for every sample; only the lines differ.
        return problems.add(Self.malformed(error, in: markup, folder: name))
      }
    }
  }

  /// What is wrong with the markup, without the line numbers of the expanded text, which is no file.
  static func malformed(_ error: XMLError, in markup: String, folder: String) -> Diagnostic {
    Diagnostic(
      LayoutCode.markup, at: place(ofLine: error.line, in: markup, folder: folder),
      error.message.replacing(#/ line \d+/#, with: ""),
      hint: "an element has to be closed in the section that opens it")
  }
}

extension DiagnosticList {
  /// The same problems, each once.
  fileprivate var distinct: DiagnosticList {
    var seen: Set<Diagnostic> = []
    var list = DiagnosticList()
    for problem in all where seen.insert(problem).inserted { list.add(problem) }
    return list
  }
}
