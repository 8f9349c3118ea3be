public import Diagnostics
import TranscriptLayout
import TranscriptModel
import TranscriptPDF

/// Tries a folder of templates on sample records: for a district that has copied and changed one.
public struct TemplateTrial {
  /// A sample document.
  public struct Preview: Sendable {
    /// The file's name.
    public let name: String
    /// The PDF.
    public let bytes: [UInt8]
  }

  private let templates: [(folder: String, template: DocumentTemplate)]
  private let vocabulary: [UInt8]
  private let samples: SampleRecords
  private let renderer: PDFRenderer
  /// What was passed over.
  private let ignored: [Diagnostic]

  /// Compiles the templates in `folder`: one template, or a folder of several under the product's
  /// own names.
  ///
  /// - Throws: every problem that shows when a folder is read, each with file and line.
  public init(
    folder: String, folders: ResourceFolders, world: any World
  ) throws(ResourceFailure) {
    guard let samples = SampleRecords() else {
      throw ResourceFailure(diagnostics: [Diagnostic(.internalFault, "no sample records")])
    }
    self.samples = samples
    templates = try Self.templates(folder, folders: folders, world: world)
    ignored = Self.strangers(in: folder, world: world)
    vocabulary = try DocumentResources.read(
      "\(folders.templates)/vocabulary.xsd", world: world)
    let profile = try DocumentResources.read(folders.colorProfile, world: world)
    do throws(PDFFailure) {
      renderer = try PDFRenderer(
        resources: PDFResources(fontFolder: folders.fonts, colorProfile: profile))
    } catch { throw ResourceFailure(diagnostics: error.diagnostics) }
  }

  /// The folders that were found.
  public var names: [String] { templates.map(\.folder) }

  /// Every problem that shows when documents are made: unknown values, phrases, elements and
  /// attributes, and what has no room.
  public func check() -> [Diagnostic] {
    ignored
      + templates.flatMap { _, template in
        template.check(
          template.kind == .profile ? samples.ofOneClass : samples.all.map(\.record),
          vocabulary: vocabulary, measurer: renderer.measurer
        ).sorted
      }
  }

  /// The sample documents, in every language of their templates.
  ///
  /// - Throws: why one could not be made.
  public func previews() throws(ResourceFailure) -> [Preview] {
    do {
      return try templates.flatMap { folder, template in
        switch template.kind {
        case .profile: [try profile(folder, template)]
        case .guide: [try preview(folder, template, samples.all.prefix(1))].flatMap(\.self)
        case .official:
          try preview(folder, template, samples.all[...])
        case .competencies: try preview(folder, template, samples.all[...])
        case .family:
          try template.languages.flatMap { language in
            try preview("\(folder).\(language)", template, samples.all.prefix(1), language)
          }
        }
      }
    } catch let failure as LayoutFailure {
      throw ResourceFailure(diagnostics: failure.diagnostics.sorted)
    } catch let failure as PDFFailure {
      throw ResourceFailure(diagnostics: failure.diagnostics)
    } catch {
      throw ResourceFailure(diagnostics: [Diagnostic(.internalFault, "\(error)")])
    }
  }

  private func preview(
    _ name: String, _ template: DocumentTemplate,
    _ samples: ArraySlice<(name: String, record: TranscriptRecord)>, _ language: String = "en"
  ) throws -> [Preview] {
    try samples.map { sample in
      let document = try template.layOut(
        sample.record, language: language, measurer: renderer.measurer)
      let file = samples.count == 1 ? "\(name).pdf" : "\(name).\(sample.name).pdf"
      return Preview(name: file, bytes: try renderer.render(document))
    }
  }

  private func profile(_ name: String, _ template: DocumentTemplate) throws -> Preview {
    let records = samples.ofOneClass
    guard let first = records.first,
      let content = SchoolProfileContent(
        records: records, classOf: first.student.classOf,
        schoolYear: SchoolYear(containing: first.document.issuedOn),
        issuedOn: first.document.issuedOn, answers: Self.answers)
    else { throw ResourceFailure(diagnostics: [Diagnostic(.internalFault, "no sample records")]) }
    let document = try template.layOut(profile: content, measurer: renderer.measurer)
    return Preview(name: "\(name).pdf", bytes: try renderer.render(document))
  }

  /// A sentence for every item, so that no section vanishes.
  private static var answers: SchoolProfileAnswers {
    let figures = (1...4).map { "figure-\($0): \($0)00 | a large figure, | with two lines" }
    let items = SchoolProfileItem.allCases.map {
      "\($0.rawValue): What the district says of this item stands here, in a sentence or two."
    }
    let destinations = ["destination-1: Four-year college | 60", "destination-2: Work | 40"]
    var problems = DiagnosticList()
    return SchoolProfileAnswers(
      Array((figures + items + destinations).joined(separator: "\n").utf8), name: "profile.yaml",
      problems: &problems)
  }

  private static func templates(
    _ folder: String, folders: ResourceFolders, world: any World
  ) throws(ResourceFailure) -> [(folder: String, template: DocumentTemplate)] {
    var found: [(folder: String, template: DocumentTemplate)] = []
    var problems: [Diagnostic] = []
    let isOne = world.exists("\(folder)/style.yaml")
    let names = isOne ? [""] : TemplateName.allCases.map { "/\($0.rawValue)" }
    let phrases = isOne ? "\(folder)/../phrases" : "\(folder)/phrases"
    for name in names where world.exists(folder + name) {
      let path = folder + name
      do throws(ResourceFailure) {
        let source = TemplateSource(folders: folders, world: world)
        let files = TemplateFiles(
          name: path, files: try DocumentResources.readAll(path, world: world),
          phrases: try source.phrases(with: phrases), reference: try source.reference(),
          phraseFolder: world.exists(phrases) ? phrases : "phrases")
        let last = path.split(separator: "/").last.map(String.init) ?? path
        found.append((last, try TemplateSource.compiled(files)))
      } catch { problems += error.diagnostics }
    }
    if found.isEmpty && problems.isEmpty, folder != folders.templates, world.exists(phrases) {
      // A folder with wording alone is tried in the product's own templates.
      return try reworded(phrases, folders: folders, world: world)
    }
    if found.isEmpty && problems.isEmpty {
      problems.append(
        Diagnostic(
          .noTemplate, at: SourceLocation(file: folder), "there is no template in this folder",
          hint: "name a folder with a style.yaml, or one that holds such folders: "
            + TemplateName.allCases.map(\.rawValue).joined(separator: ", ")))
    }
    guard problems.isEmpty else {
      // A phrase table stands behind several folders.
      throw ResourceFailure(diagnostics: Set(problems).sorted())
    }
    return found
  }
}

extension TemplateTrial {
  /// The product's templates with the phrase tables and names of a folder.
  private static func reworded(
    _ phrases: String, folders: ResourceFolders, world: any World
  ) throws(ResourceFailure) -> [(folder: String, template: DocumentTemplate)] {
    let source = TemplateSource(folders: folders, world: world)
    var found: [(folder: String, template: DocumentTemplate)] = []
    for name in TemplateName.allCases {
      let files = TemplateFiles(
        name: "templates/\(name.rawValue)",
        files: try DocumentResources.readAll("\(folders.templates)/\(name.rawValue)", world: world),
        phrases: try source.phrases(with: phrases), reference: try source.reference(),
        phraseFolder: phrases)
      found.append((name.rawValue, try TemplateSource.compiled(files)))
    }
    return found
  }
}

extension TemplateTrial {
  /// Folders among templates that are none of the product's: `render` would pass them over.
  static func strangers(in folder: String, world: any World) -> [Diagnostic] {
    let known = Set(TemplateName.allCases.map(\.rawValue) + ["phrases"])
    // A folder that is one template has no folders of its own; one that cannot be read is refused
    // where its files are.
    guard !world.exists("\(folder)/style.yaml"), let names = try? world.folders(in: folder) else {
      return []
    }
    return names.filter { !known.contains($0) && $0.first != "." }.map { name in
      Diagnostic(
        .unknownTemplateFolder, at: SourceLocation(file: "\(folder)/\(name)"),
        "no document is made from a folder called `\(name)`",
        hint: "the folders are " + known.sorted().joined(separator: ", "))
    }
  }
}

extension DiagnosticCode {
  static let unknownTemplateFolder = DiagnosticCode(
    "unknown-template-folder", .warning,
    summary: "A folder among the templates has a name that no document uses.",
    remedy: "Rename the folder, or move it elsewhere: documents are made without it.")
  static let noTemplate = DiagnosticCode(
    "no-template", .error, summary: "A folder that should hold templates holds none.",
    remedy: "A template is a folder with style.yaml and document.mustache. Copy one of the "
      + "product's templates and change the copy.")
}
