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
    let source = source
    let bytes = attempt(path, limit: limit, isRequired: isRequired) {
      try source.read(path, limit: limit)
    }
    guard let bytes else { return nil }
    let file = InputFile(path: path, bytes: bytes)
    hashes[path] = Self.hash(of: file)
    return file
  }

  /// A piece of a table that must be there; `nil` when it cannot be read.
  mutating func piece(_ path: String, from offset: Int, count: Int) -> [UInt8]? {
    let source = source
    return attempt(path, limit: limits.table, isRequired: true) {
      try source.read(path, from: offset, count: count)
    }
  }

  private mutating func attempt(
    _ path: String, limit: Int, isRequired: Bool, _ read: () throws -> [UInt8]
  ) -> [UInt8]? {
    do {
      return try read()
    } catch DistrictSourceError.missing {
      if isRequired {
        report(
          .missingFile, path, "the file is not there",
          "add it; docs/district-format.md says what it holds")
      }
    } catch DistrictSourceError.tooLarge {
      reportTooLarge(path, limit: limit)
    } catch DistrictSourceError.unreadable(let reason) {
      report(
        .unreadableFile, path, "the file cannot be read: \(reason)", "check its permissions")
    } catch {
      report(.unreadableFile, path, "the file cannot be read", "check its permissions")
    }
    return nil
  }

  /// The hash of a file; of rows over their lines in order of their bytes, because the order of
  /// rows says nothing and must change nothing (DESIGN.md, invariant 9).
  private static func hash(of file: InputFile) -> String {
    guard [".csv", ".jsonl"].contains(where: file.path.hasSuffix) else {
      return SHA256.hex(file.bytes)
    }
    return file.bytes.withUnsafeBufferPointer { bytes in
      let lines = lines(bytes).sorted { left, right in
        UnsafeBufferPointer(rebasing: bytes[left]).lexicographicallyPrecedes(
          UnsafeBufferPointer(rebasing: bytes[right]))
      }
      var joined: [UInt8] = []
      joined.reserveCapacity(bytes.count)
      for line in lines {
        if !joined.isEmpty { joined.append(0x0A) }
        joined.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[line]))
      }
      return SHA256.hex(joined)
    }
  }

  /// The lines that hold something.
  private static func lines(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for at in 0...bytes.count
    where at == bytes.count || bytes[at] == 0x0A || bytes[at] == 0x0D {
      if at > start { lines.append(start..<at) }
      start = at + 1
    }
    return lines
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

  mutating func reportTooLarge(_ path: String, limit: Int) {
    report(
      .fileTooLarge, path, "the file holds more than \(limit) bytes",
      "split it into several files, or check that it is the right one")
  }

  mutating func report(
    _ code: DiagnosticCode, _ path: String, _ message: String, _ hint: String
  ) {
    findings.add(Diagnostic(code, at: SourceLocation(file: path), message, hint: hint))
  }
}
