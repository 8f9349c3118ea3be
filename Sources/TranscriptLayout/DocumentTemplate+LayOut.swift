import Diagnostics
public import TranscriptModel
import XMLKit

extension DocumentTemplate {
  /// Lays out the document of a record.
  ///
  /// Pure: the same record and the same measurer give the same pages.
  ///
  /// - Parameters:
  ///   - record: all that the document says.
  ///   - language: BCP 47 tag of one of `languages`.
  ///   - lastWork: the last day of new work in each content area, for a report to families, where
  ///     it is known; otherwise the last day of a new level.
  ///   - measurer: how wide text is; the lines in the result are its own.
  /// - Throws: `LayoutFailure` when the template cannot be used for this record, or something has
  ///   no room on any page.
  public func layOut(
    _ record: TranscriptRecord, language: String = "en",
    lastWork: [Identifier<ContentArea>: CalendarDate] = [:], measurer: any TextMeasurer
  ) throws(LayoutFailure) -> LaidOutDocument {
    let phrases = try table(language)
    let accent = record.issuer.accent
    switch kind {
    case .official, .competencies, .guide:
      let context = OfficialContext(record, phrases: phrases, kind: kind)
      return try layOut(context.values, metadata: context.metadata, accent: accent, measurer)
    case .family:
      let context = FamilyContext(
        record, phrases: phrases, translations: translations[language] ?? [:], lastWork: lastWork)
      return try layOut(context.values, metadata: context.metadata, accent: accent, measurer)
    case .profile:
      throw LayoutFailure(
        Diagnostic(
          LayoutCode.styleValue, at: SourceLocation(file: "\(name)/style.yaml"),
          "a school profile is not made from a student\u{2019}s record"))
    }
  }

  /// Lays out the school's profile.
  ///
  /// - Throws: `LayoutFailure` when the template cannot be used for it.
  public func layOut(
    profile content: SchoolProfileContent, measurer: any TextMeasurer
  ) throws(LayoutFailure) -> LaidOutDocument {
    guard kind == .profile, let context = ProfileContext(content, phrases: try table("en")) else {
      throw LayoutFailure(
        Diagnostic(
          LayoutCode.styleValue, at: SourceLocation(file: "\(name)/style.yaml"),
          "the template is not for a school profile"))
    }
    return try layOut(
      context.values, metadata: context.metadata, accent: context.record.issuer.accent, measurer)
  }

  func table(_ language: String) throws(LayoutFailure) -> PhraseTable {
    if let table = phrases[language] { return table }
    throw LayoutFailure(Self.missing("phrases/\(kind.phrasePrefix)\(language).yaml"))
  }

  /// Expands, reads, and sets; only a failure looks for the place in the template's files.
  func layOut(
    _ values: [String: Any], metadata: DocumentMetadata, accent: String,
    _ measurer: any TextMeasurer
  ) throws(LayoutFailure) -> LaidOutDocument {
    do throws(LayoutFailure) {
      return try pages(values, metadata: metadata, accent: accent, measurer, isLocated: false)
    } catch {
      return try pages(values, metadata: metadata, accent: accent, measurer, isLocated: true)
    }
  }

  private func pages(
    _ values: [String: Any], metadata: DocumentMetadata, accent: String,
    _ measurer: any TextMeasurer, isLocated: Bool
  ) throws(LayoutFailure) -> LaidOutDocument {
    let markup = expansion.expanded(values, isLocated: isLocated)
    let root = try read(markup, isLocated: isLocated)
    let style = style.adapted(
      accent: RGBColor(hex: accent), language: metadata.language,
      isRightToLeft: metadata.isRightToLeft)
    let setting = DocumentSetting(
      root: root, style: style, isMirrored: metadata.isRightToLeft, measurer: measurer,
      place: ElementPlace(document: "\(name)/\(TemplateExpansion.main)"))
    return LaidOutDocument(pages: try setting.pages(), metadata: metadata)
  }

  private func read(
    _ markup: String, isLocated: Bool
  ) throws(LayoutFailure) -> XMLElement {
    // Places are for messages: what cannot be set is read again for them.
    if !isLocated, let root = XMLDocument.plain(markup) { return root }
    do throws(XMLError) {
      return try XMLDocument.parse(markup, name: name)
    } catch {
      throw LayoutFailure(Self.malformed(error, in: markup, folder: name))
    }
  }

  /// The last place that an element names before the end of a line of the expanded document.
  static func place(
    ofLine number: Int, in markup: String, folder: String
  ) -> SourceLocation {
    let fallback = SourceLocation(file: "\(folder)/\(TemplateExpansion.main)")
    let lines = markup.split(separator: "\n", omittingEmptySubsequences: false).prefix(number)
    let mark = " \(ElementPlace.attribute)=\""
    for line in lines.reversed() {
      guard let found = line.ranges(of: mark).last else { continue }
      let value = line[found.upperBound...].prefix { $0 != "\"" }
      guard let colon = value.lastIndex(of: ":"),
        let number = Int(value[value.index(after: colon)...])
      else { continue }
      return SourceLocation(file: String(value[..<colon]), line: number)
    }
    return fallback
  }
}
