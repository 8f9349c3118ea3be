public import Diagnostics
import TranscriptELMO
import TranscriptLayout
import TranscriptPDF
import TranscriptPESC
import XMLKit

/// Where the product's own files lie: prepared fonts, templates, the colour profile, schemas.
public struct ResourceFolders: Sendable, Hashable {
  /// The folder that `fonts/prepare` filled.
  public var fonts: String
  /// The folder of templates and phrase tables.
  public var templates: String
  /// The district's folder: its `templates/` take the place of the product's, folder by folder
  /// and phrase table by phrase table, and its `profile.yaml` is what the school says of itself.
  public var district: String?
  /// An sRGB ICC profile.
  public var colorProfile: String
  /// PESC's own schema files, where they are given.
  public var schemas: String?

  /// Creates the places.
  public init(
    fonts: String, templates: String, colorProfile: String, schemas: String? = nil,
    district: String? = nil
  ) {
    self.fonts = fonts
    self.templates = templates
    self.district = district
    self.colorProfile = colorProfile
    self.schemas = schemas
  }
}

/// Why the product's own files cannot be used; nothing of the input is at fault.
public struct ResourceFailure: Error, Sendable {
  /// Every problem.
  public let diagnostics: [Diagnostic]
}

/// What all workers share, compiled once: fonts, templates, schemas.
public struct DocumentResources: Sendable {
  let pdf: PDFResources?
  let templates: [TemplateName: DocumentTemplate]
  /// The bytes of the district's `profile.yaml`, where it is there and wanted.
  let profileAnswers: [UInt8]?
  let pesc: PESCExporter?
  let elmo: ELMOExporter?
  let batch: PESCBatchExporter?

  /// Opens what `kinds` need and nothing else.
  public init(
    kinds: [DocumentKind], schoolDocuments: [SchoolDocument] = [], folders: ResourceFolders,
    pescVersion: PESCVersionOption = .v1_3_0, writesBatch: Bool = false, world: any World
  ) throws(ResourceFailure) {
    let names = kinds.flatMap(TemplateName.needed) + schoolDocuments.map(TemplateName.init)
    pdf = names.isEmpty ? nil : try Self.pdf(folders, world: world)
    let source = TemplateSource(folders: folders, world: world)
    var templates: [TemplateName: DocumentTemplate] = [:]
    for name in names where templates[name] == nil { templates[name] = try source.template(name) }
    self.templates = templates
    profileAnswers =
      schoolDocuments.contains(.profile)
      ? try Self.profileAnswers(folders, world: world) : nil
    // The official PDF carries the XML, so the XML is made for it even when it is not asked for.
    let wantsPESC = templates[.official] != nil || kinds.contains(.pesc)
    pesc = wantsPESC ? try Self.pesc(pescVersion, folders, world: world) : nil
    elmo = kinds.contains(.elmo) ? try Self.elmo() : nil
    batch =
      writesBatch && kinds.contains(.pesc)
      ? try Self.batch(pescVersion, folders, world: world) : nil
  }

  /// The languages in which every template that was prepared for families can be used.
  public var languages: Set<String> {
    let families = [TemplateName.family, .familyPhone].compactMap { templates[$0] }
    guard let first = families.first else { return ["en"] }
    return families.dropFirst().reduce(Set(first.languages)) { $0.intersection($1.languages) }
  }

  private static func profileAnswers(
    _ folders: ResourceFolders, world: any World
  ) throws(ResourceFailure) -> [UInt8]? {
    guard let district = folders.district, world.exists("\(district)/profile.yaml") else {
      return nil
    }
    return try read("\(district)/profile.yaml", world: world)
  }

  private static func elmo() throws(ResourceFailure) -> ELMOExporter {
    do throws(XMLError) { return try ELMOExporter() } catch { throw Self.unusable(error) }
  }

  /// A folder that lacks the batch's own file is refused: half a validation would pass for a whole.
  private static func batch(
    _ version: PESCVersionOption, _ folders: ResourceFolders, world: any World
  ) throws(ResourceFailure) -> PESCBatchExporter {
    let files = try schemaFiles(folders, world: world)
    try require("AcademicRecordBatch_v2.1.0.xsd", of: files, folders)
    do throws(XMLError) {
      return try PESCBatchExporter(version: version.version, pescFiles: files)
    } catch { throw Self.unusable(error) }
  }

  /// Says which file a folder of PESC's schemas lacks.
  private static func require(
    _ file: String, of files: [String: [UInt8]]?, _ folders: ResourceFolders
  ) throws(ResourceFailure) {
    guard let files, files[file] == nil, let folder = folders.schemas else { return }
    throw ResourceFailure(diagnostics: [
      Diagnostic(
        .schemaUnusable, "the folder \(folder) has no \(file)",
        hint: "name the folder with PESC's files for the version asked for, with --schemas")
    ])
  }

  private static func unusable(_ error: XMLError) -> ResourceFailure {
    ResourceFailure(diagnostics: [
      Diagnostic(
        .schemaUnusable, "the schema \(error.document) cannot be used: \(error.message)",
        hint: "put the file that the message names beside it: PESC publishes each schema with "
          + "those that it is made of")
    ])
  }

  private static func pdf(
    _ folders: ResourceFolders, world: any World
  ) throws(ResourceFailure) -> PDFResources {
    let profile = try read(folders.colorProfile, world: world)
    do {
      return try PDFResources(fontFolder: folders.fonts, colorProfile: profile)
    } catch { throw ResourceFailure(diagnostics: error.diagnostics) }
  }

  private static func pesc(
    _ version: PESCVersionOption, _ folders: ResourceFolders, world: any World
  ) throws(ResourceFailure) -> PESCExporter {
    let files = try schemaFiles(folders, world: world)
    try require("HighSchoolTranscript_v\(version.rawValue).xsd", of: files, folders)
    do {
      return PESCExporter(
        schemas: try PESCSchemas(version: version.version, pescFiles: files))
    } catch { throw unusable(error) }
  }

  private static func schemaFiles(
    _ folders: ResourceFolders, world: any World
  ) throws(ResourceFailure) -> [String: [UInt8]]? {
    guard let folder = folders.schemas else { return nil }
    do throws(ResourceFailure) { return try readAll(folder, world: world) } catch {
      throw ResourceFailure(diagnostics: [
        Diagnostic(
          .schemaUnusable, "the folder \(folder) with PESC's schema files cannot be read",
          hint: "name the folder that has HighSchoolTranscript_v1.3.0.xsd and the files that it "
            + "names, with --schemas, or leave --schemas out")
      ])
    }
  }

  static func readAll(
    _ folder: String, world: any World
  ) throws(ResourceFailure) -> [String: [UInt8]] {
    do {
      var files: [String: [UInt8]] = [:]
      for name in try world.list(folder) {
        files[name] = try world.read("\(folder)/\(name)", limit: 8 << 20)
      }
      return files
    } catch { throw Self.failure(error) }
  }

  static func read(
    _ path: String, world: any World
  ) throws(ResourceFailure) -> [UInt8] {
    do {
      return try world.read(path, limit: 8 << 20)
    } catch { throw Self.failure(error) }
  }

  private static func failure(_ error: WorldError) -> ResourceFailure {
    ResourceFailure(diagnostics: [
      Diagnostic(
        .resourceMissing, "\(error.path) cannot be read: \(error.reason)",
        hint: "run `make build`, or name the folder on the command line")
    ])
  }
}

/// The versions of the PESC High School Transcript that can be written.
public enum PESCVersionOption: String, Sendable, Hashable, CaseIterable {
  /// What most receivers take.
  case v1_3_0 = "1.3.0"
  /// In between.
  case v1_4_0 = "1.4.0"
  /// What networks and provinces take.
  case v1_5_0 = "1.5.0"

  var version: PESCVersion {
    PESCVersion(rawValue: rawValue) ?? PESCVersion.allCases[0]
  }
}

extension DiagnosticCode {
  static let schemaUnusable = DiagnosticCode(
    "schema-unusable", .error, summary: "A schema file cannot be compiled.",
    remedy: "Give the folder with PESC's files as they were published, for the version asked for.")
  static let resourceMissing = DiagnosticCode(
    "resource-missing", .error,
    summary: "One of the product's own files is not where it should be.",
    remedy: "Run `make build`, which prepares fonts, or name the folder on the command line.")
}
