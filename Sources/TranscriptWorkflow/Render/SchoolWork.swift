import Diagnostics
import TranscriptLayout
import TranscriptModel
import TranscriptPDF

/// The work on the school's own documents: once a batch, after the students'.
struct SchoolWork: Sendable {
  let world: any World
  let ready: ReadyDistrict
  let holds: HoldReasons
  let options: RenderOptions

  typealias Result = (files: [String], problems: [Diagnostic])

  /// Writes what was asked for; what could not be made is a problem and leaves no file.
  func write(resources: DocumentResources) throws(WorldError) -> Result {
    guard !options.schoolDocuments.isEmpty else { return ([], []) }
    let folder = "\(options.outputFolder)/\(prefix)\(SchoolDocument.folder)"
    try world.makeFolder(folder)
    var result: Result = ([], [])
    let records = records
    for document in options.schoolDocuments {
      let path = "\(folder)/\(document.fileName)"
      let (bytes, problems) = made(document, records: records, resources: resources)
      result.problems += problems
      guard let bytes else {
        try world.remove(path)
        continue
      }
      try world.write(bytes, to: path)
      result.files.append("\(prefix)\(SchoolDocument.folder)/\(document.fileName)")
    }
    return result
  }

  private var prefix: String {
    switch options.status {
    case .official, .amended: ""
    case .draft, .unofficial: "\(options.status.rawValue)/"
    }
  }

  private func made(
    _ document: SchoolDocument, records: [TranscriptRecord], resources: DocumentResources
  ) -> (bytes: [UInt8]?, problems: [Diagnostic]) {
    // A record with a conversion, where there is one, so that the page explains it.
    guard let first = records.first(where: { $0.gradePoints != nil }) ?? records.first else {
      return (
        nil,
        [
          Diagnostic(
            .schoolDocumentRefused,
            "the \(document.rawValue) needs a student whose record is whole",
            hint: "mend what `check` reports")
        ]
      )
    }
    do {
      let documents = try StudentDocuments(resources: resources)
      switch document {
      case .guide: return (try documents.guide(first), [])
      case .profile: return try profile(records, documents, resources.profileAnswers)
      }
    } catch let refusal as DocumentRefusal {
      return (nil, refusal.diagnostics)
    } catch let failure as PDFFailure {
      return (nil, failure.diagnostics)
    } catch {
      return (nil, [Diagnostic(.internalFault, "\(error)")])
    }
  }

  private func profile(
    _ records: [TranscriptRecord], _ documents: StudentDocuments, _ profileAnswers: [UInt8]?
  ) throws -> (bytes: [UInt8]?, problems: [Diagnostic]) {
    var problems = DiagnosticList()
    let answers =
      profileAnswers.map { SchoolProfileAnswers($0, name: "profile.yaml", problems: &problems) }
      ?? SchoolProfileAnswers()
    guard
      let content = SchoolProfileContent(
        records: records, classOf: classOf, schoolYear: SchoolYear(containing: options.asOf),
        issuedOn: options.asOf, answers: answers)
    else { return (nil, problems.sorted) }
    for item in content.missingItems {
      problems.add(
        Diagnostic(
          .profileItemMissing, at: SourceLocation(file: "profile.yaml"),
          "the profile says nothing of \(item.rawValue)",
          hint: "write a line `\(item.rawValue): …`; docs/templates.md says what colleges expect"))
    }
    guard !problems.hasErrors else { return (nil, problems.sorted) }
    let (bytes, pages) = try documents.profile(content)
    if pages > 2 { problems.add(Self.tooLong(pages: pages)) }
    return (bytes, problems.sorted)
  }

  /// That nobody will read so much.
  static func tooLong(pages: Int) -> Diagnostic {
    Diagnostic(
      .profileTooLong, at: SourceLocation(file: "profile.yaml"), "the profile has \(pages) pages",
      hint: "shorten the longest texts: colleges expect one page or two")
  }

  /// The class that is to graduate at the end of the school year; where the school has none, the
  /// next one, or else the last.
  private var classOf: Int {
    let years = Set(ready.district.students.filter { $0.withdrawnOn == nil }.map(\.classOf))
    let current = SchoolYear(containing: options.asOf).start + 1
    return years.filter { $0 >= current }.min() ?? years.max() ?? current
  }

  /// The records of the class, without students whose data need a person first: their levels may
  /// be wrong.
  private var records: [TranscriptRecord] {
    ready.classmates(of: classOf).compactMap { student in
      let resolution = ready.outcomes(of: student, asOf: options.asOf)
      guard holds.reasons(for: resolution).isEmpty else { return nil }
      return ready.assembly.record(
        for: resolution,
        request: RecordAssembly.Request(status: options.status, issuedOn: options.asOf))
    }
  }
}

extension DiagnosticCode {
  static let schoolDocumentRefused = DiagnosticCode(
    "school-document-refused", .error,
    summary: "A document of the school could not be made.",
    remedy: "It takes letterhead, rules and figures from the records of the class that graduates "
      + "next; none of them is whole. Mend what `check` reports.")
  static let profileItemMissing = DiagnosticCode(
    "profile-item-missing", .warning,
    summary: "The school's profile lacks one of the ten items that colleges expect.",
    remedy: "Add the line to profile.yaml; docs/templates.md lists the keys. The profile is "
      + "written without it.")
  static let profileTooLong = DiagnosticCode(
    "profile-too-long", .warning,
    summary: "The school's profile has more than two pages.",
    remedy: "Shorten its longest texts in profile.yaml. The profile is written as it is.")
  static let noFamilyLanguage = DiagnosticCode(
    "no-family-language", .warning,
    summary: "There is no phrase table for the language in which a family reads.",
    remedy: "The report is written in English. Add a phrase table to the district's "
      + "templates/phrases, or name a language with --language.")

  static let documentCodes = [
    schoolDocumentRefused, profileItemMissing, profileTooLong, noFamilyLanguage, noTemplate,
    unknownTemplateFolder,
  ]
}
