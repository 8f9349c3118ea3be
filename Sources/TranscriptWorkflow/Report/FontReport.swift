public import Diagnostics
import TranscriptLayout
import TranscriptModel
import TranscriptPDF

/// What documents are set in: every font of the manifest, checked, and the scripts that they cover.
public struct FontReport: Sendable {
  /// A font with what was found.
  public struct Line: Sendable, Hashable {
    /// Family and style.
    public let name: String
    /// The file in the prepared folder.
    public let file: String
    /// The Debian package that it comes from; `-` for the project's own.
    public let package: String
    /// The font's version and licence.
    public let details: String
    /// What was found.
    public let state: State

    /// Whether the file is there with the right checksum.
    public var isGood: Bool { state == .good }
  }

  /// What was found of a font's file.
  public enum State: String, Sendable, Hashable {
    /// It is there with the right checksum.
    case good = "ok"
    /// It is not there.
    case missing = "MISSING"
    /// It is there with another checksum.
    case changed = "CHANGED"
  }

  /// A script with a name written in it.
  public struct Script: Sendable, Hashable {
    /// The script.
    public let name: String
    /// Whether every character of the sample has a glyph.
    public let isCovered: Bool
  }

  /// Every font that documents may use.
  public let fonts: [Line]
  /// The scripts that the set is to cover; empty when the set is not whole.
  public let scripts: [Script]
  /// What is missing or differs, and how to mend it.
  public let problems: [Diagnostic]

  /// Looks at the prepared folder; `manifest` is the product's list, for when there is none.
  public init(folders: ResourceFolders, manifest: String, world: any World) {
    var problems: [Diagnostic] = []
    let prepared = "\(folders.fonts)/files"
    let listed = Self.listed(manifest, world: world, problems: &problems)
    fonts = listed.map { font in
      let bytes = try? world.read("\(prepared)/\(font.file)", limit: 64 << 20)
      let state = bytes.map { SHA256.hex($0) == font.sha256 ? State.good : .changed } ?? .missing
      switch state {
      case .good: break
      case .missing:
        problems.append(
          Diagnostic(.fontFolder, "\(font.file): not prepared", hint: Self.remedy(font)))
      case .changed:
        problems.append(
          Diagnostic(
            .fontFolder, "\(font.file): its checksum differs",
            hint: "run fonts/prepare, which makes it anew"))
      }
      return Line(
        name: font.name, file: font.file, package: font.package,
        details: "\(font.version), \(font.licence)", state: state)
    }
    let (scripts, failure) =
      problems.isEmpty ? Self.scripts(folders, world: world) : ([], nil)
    self.scripts = scripts
    self.problems = problems + (failure?.diagnostics ?? [])
  }

  private static func listed(
    _ manifest: String, world: any World, problems: inout [Diagnostic]
  ) -> [PDFResources.Font] {
    do {
      let text = String(decoding: try world.read(manifest, limit: 8 << 20), as: UTF8.self)
      let (fonts, badLines) = PDFResources.fontList(manifest: text)
      problems += badLines.map {
        Diagnostic(
          .fontFolder, at: SourceLocation(file: manifest, line: $0),
          "not nine fields between tabs", hint: "restore fonts/manifest")
      }
      return fonts
    } catch {
      problems.append(
        Diagnostic(
          .resourceMissing, "\(error.path) cannot be read: \(error.reason)",
          hint: "run fonts/prepare"))
      return []
    }
  }

  private static func remedy(_ font: PDFResources.Font) -> String {
    font.package == "-"
      ? "run fonts/prepare, which draws it"
      : "run `apt-get install \(font.package)`, then fonts/prepare"
  }

  private static func scripts(
    _ folders: ResourceFolders, world: any World
  ) -> ([Script], PDFFailure?) {
    do {
      let renderer = try PDFRenderer(
        resources: PDFResources(
          fontFolder: folders.fonts,
          colorProfile: world.read(folders.colorProfile, limit: 8 << 20)))
      let scripts = ScriptSample.all.map { sample in
        let style = TextStyle(size: 9, language: sample.language, direction: .natural)
        let line = renderer.measurer.line([TextSpan(sample.name, style: style)])
        return Script(name: sample.script, isCovered: line.missing.isEmpty)
      }
      return (scripts, nil)
    } catch let failure as PDFFailure {
      return ([], failure)
    } catch {
      return ([], PDFFailure([Diagnostic(.resourceMissing, "\(error)", hint: "run `make build`")]))
    }
  }

  /// Whether every font is there and every script is covered.
  public var isWhole: Bool { problems.isEmpty && scripts.allSatisfy(\.isCovered) }

  /// The report for people.
  public var text: String {
    var text = "Documents are set in these fonts and in no other on the machine:\n\n"
    for font in fonts {
      let state = font.state.rawValue
      text += "  \(state)\(String(repeating: " ", count: 9 - state.count))"
      text += "\(font.name), \(font.details)"
      text += font.package == "-" ? "\n" : " (\(font.package))\n"
    }
    if !scripts.isEmpty {
      let covered = scripts.filter(\.isCovered).map(\.name)
      text += "\nScripts covered: \(covered.joined(separator: ", ")).\n"
      let missing = scripts.filter { !$0.isCovered }.map(\.name)
      if !missing.isEmpty {
        text +=
          "Scripts not covered: \(missing.joined(separator: ", ")).\n"
          + "Add a font to fonts/manifest and fonts/fonts.conf: fonts/README.md says how.\n"
      }
    }
    if fonts.contains(where: { $0.state == .changed }) {
      text += "\nTo make what has changed anew:\n\n  fonts/prepare\n"
    }
    let packages = Set(
      fonts.filter { $0.state == .missing && $0.package != "-" }.map(\.package)
    ).sorted()
    if !packages.isEmpty {
      text +=
        "\nTo get what is missing:\n\n  apt-get install \(packages.joined(separator: " "))\n"
        + "  fonts/prepare\n"
    }
    return text
  }
}
