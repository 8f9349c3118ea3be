import Diagnostics
import TranscriptModel

/// Reads the files of a district folder, notes their hashes and what is wrong with them as a whole.
struct FolderReader: Sendable {
  let source: any DistrictSource
  let limits: ImportLimits
  var findings = Findings()
  private(set) var hashes: [String: String] = [:]

  init(source: any DistrictSource, limits: ImportLimits) {
    self.source = source
    self.limits = limits
  }

  /// The file at `path`; a missing one is a problem only when it is required.
  mutating func file(_ path: String, limit: Int, isRequired: Bool) -> InputFile? {
    do {
      let file = InputFile(path: path, bytes: try source.read(path, limit: limit))
      hashes[path] = Self.hash(of: file)
      return file
    } catch DistrictSourceError.missing {
      if isRequired {
        report(
          .missingFile, path, "the file is not there",
          "add it; docs/district-format.md says what it holds")
      }
    } catch DistrictSourceError.tooLarge {
      report(
        .fileTooLarge, path, "the file holds more than \(limit) bytes",
        "split it into several files, or check that it is the right one")
    } catch DistrictSourceError.unreadable(let reason) {
      report(
        .unreadableFile, path, "the file cannot be read: \(reason)", "check its permissions")
    } catch {
      report(.unreadableFile, path, "the file cannot be read", "check its permissions")
    }
    return nil
  }

  /// The hash of a file; of a table over its lines in order of their bytes, because the order of
  /// rows says nothing and must change nothing (DESIGN.md, invariant 9).
  private static func hash(of file: InputFile) -> String {
    guard file.path.hasSuffix(".csv") else { return SHA256.hex(file.bytes) }
    let lines = file.bytes.split { $0 == 0x0A || $0 == 0x0D }
    let sorted = lines.sorted { $0.lexicographicallyPrecedes($1) }
    return SHA256.hex(Array(sorted.joined(separator: [0x0A])))
  }

  /// A table, refused as a whole where its encoding is not UTF-8.
  mutating func table(_ path: String, isRequired: Bool) -> InputFile? {
    guard let file = file(path, limit: limits.table, isRequired: isRequired) else { return nil }
    guard let problem = EncodingCheck.problem(with: file) else { return file }
    findings.add(problem)
    return nil
  }

  /// The names of the files in a folder in order; empty when there is no such folder.
  func names(in folder: String) -> [String] {
    // A folder that is not there holds nothing; whether that is a problem its reader decides.
    let names = (try? source.list(folder)) ?? []
    return names.filter { !$0.hasPrefix(".") && !$0.hasPrefix("~$") }.sorted {
      $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
    }
  }

  mutating func report(
    _ code: DiagnosticCode, _ path: String, _ message: String, _ hint: String
  ) {
    findings.add(Diagnostic(code, at: SourceLocation(file: path), message, hint: hint))
  }
}
