public import Diagnostics
import TranscriptImport
import TranscriptJSON
import TranscriptModel
import TranscriptPDF
import TranscriptPESC
import XMLKit

/// Two or more files about one student, told apart by their content and set beside each other.
public struct FileComparison: Sendable {
  /// One fact that two files state differently.
  public struct Difference: Hashable, Sendable {
    /// The fact's name, as in `course ENG9.mark`.
    public let fact: String
    /// What each file states; empty when it states nothing.
    public let statements: [Statement]
  }

  /// What a file states about a fact.
  public struct Statement: Hashable, Sendable {
    /// The file.
    public let file: String
    /// Its words; empty when it has none.
    public let value: String
  }

  /// What a file turned out to be.
  private enum Content {
    case record(TranscriptRecord)
    case xml([UInt8])
    case pdf(FinishedPDF)
  }

  private typealias File = (path: String, content: Content)

  /// Every difference, in order of the files, then of the facts.
  public let differences: [Difference]
  /// The number of facts that were compared.
  public let count: Int

  /// Reads and compares the files.
  ///
  /// - Parameter pages: draws the pages of the record again, to find on a PDF what they do not say.
  /// - Throws: why a file cannot be read, or that there is nothing to compare.
  public init(
    _ paths: [String], world: any World, pages: RedrawnPages? = nil
  ) throws(Diagnostic) {
    var files: [File] = []
    for path in paths { files.append((path, try Self.content(of: path, world: world))) }
    guard let base = Self.base(files), files.count > 1 else {
      throw Diagnostic(
        .notComparable, "there are not two files that state the same kind of facts",
        hint: "give a record (JSON) or its XML, and one more file of the same student")
    }
    count = try Self.count(files, base)
    var differences: [Difference] = []
    let xml = files.lazy.compactMap { if case .xml(let bytes) = $0.content { bytes } else { nil } }
    for file in files where file.path != base.path {
      differences += try Self.differences(of: file, from: base, xml: xml.first)
      differences += try Self.redrawn(file, from: base, by: pages)
    }
    self.differences = differences
  }

  /// The differences for people; a sentence when there are none.
  public var text: String {
    guard !differences.isEmpty else { return "The files state the same \(count) facts.\n" }
    let head = EnglishText.count(differences.count, "difference", "differences") + "\n"
    return differences.reduce(into: head) { text, difference in
      text += "\n\(difference.fact)\n"
      for statement in difference.statements {
        let value = statement.value.isEmpty ? "(not stated)" : statement.value
        text += "  \(statement.file): \(value)\n"
      }
    }
  }

  /// The differences for software.
  public var json: JSONValue {
    .members([
      "facts": .integer(count),
      "differences": .list(
        differences.map { difference in
          .members([
            "fact": .text(difference.fact),
            "statements": .list(
              difference.statements.map {
                .members(["file": .text($0.file), "value": .text($0.value)])
              }),
          ])
        }),
    ])
  }

  /// The file whose facts the others have to state: a record, or else the first XML.
  private static func base(_ files: [File]) -> File? {
    let record = files.first { if case .record = $0.content { true } else { false } }
    return record ?? files.first { if case .xml = $0.content { true } else { false } }
  }

  /// The texts and attributes of the XML, or without one the facts that are looked up in the PDF.
  private static func count(_ files: [File], _ base: File) throws(Diagnostic) -> Int {
    for case (let path, .xml(let bytes)) in files {
      return try refusing(path) { () throws(XMLError) in
        try DocumentComparison.count(of: bytes, name: path)
      }
    }
    return try facts(of: base).values.count
  }

  private static func refusing<Value>(
    _ path: String, _ body: () throws(XMLError) -> Value
  ) throws(Diagnostic) -> Value {
    do throws(XMLError) {
      return try body()
    } catch { throw Diagnostic(error, file: path) }
  }

  private static func facts(of file: File) throws(Diagnostic) -> TranscriptFacts {
    switch file.content {
    case .record(let record): return TranscriptFacts(record)
    case .xml(let bytes):
      return try refusing(file.path) { () throws(XMLError) in
        TranscriptFacts(try PESCReader.read(bytes, name: file.path))
      }
    case .pdf: return TranscriptFacts(nothing: ())
    }
  }

  private static func differences(
    of file: File, from base: File, xml: [UInt8]?
  ) throws(Diagnostic) -> [Difference] {
    let found: [FactDifference]
    switch (base.content, file.content) {
    case (.record(let record), .xml(let bytes)):
      found = try refusing(file.path) { () throws(XMLError) in
        try DocumentComparison.differences(in: bytes, name: file.path, from: record)
      }
    case (.xml(let first), .xml(let second)):
      found = try refusing(file.path) { () throws(XMLError) in
        try DocumentComparison.differences(
          between: first, and: second, names: (base.path, file.path))
      }
    case (.record(let first), .record(let second)):
      found = records(first, second)
    case (.record(let record), .pdf(let pdf)) where xml == nil:
      found =
        PrintedFacts(pdf).differences(from: TranscriptFacts(record))
        + EnclosedXML.differences(in: pdf, from: record)
    case (_, .pdf(let pdf)):
      let facts = try facts(of: base)
      found =
        PrintedFacts(pdf).differences(from: facts)
        + EnclosedXML.differences(in: pdf, from: facts, xml: xml)
    default: found = []
    }
    return named(found, file, base)
  }

  private static func named(_ found: [FactDifference], _ file: File, _ base: File) -> [Difference] {
    found.map { difference in
      Difference(
        fact: difference.name,
        statements: [
          Statement(file: base.path, value: difference.left),
          Statement(file: file.path, value: difference.right),
        ])
    }
  }

  private static func redrawn(
    _ file: File, from base: File, by pages: RedrawnPages?
  ) throws(Diagnostic) -> [Difference] {
    guard let pages, case .pdf(let pdf) = file.content else { return [] }
    guard case .record(let record) = base.content else {
      throw Diagnostic(
        .notComparable, "pages are drawn again from a record, and none is given",
        hint: "give the record (JSON) as well, or compare without --redraw")
    }
    return named(try pages.differences(in: pdf, from: record), file, base)
  }

  /// Two records: the facts that documents print, and whatever else their files say.
  private static func records(
    _ first: TranscriptRecord, _ second: TranscriptRecord
  ) -> [FactDifference] {
    let found = TranscriptFacts(first).differences(from: TranscriptFacts(second))
    guard found.isEmpty, first != second else { return found }
    return [FactDifference(name: "record", left: "the one", right: "another")]
  }

  private static func content(of path: String, world: any World) throws(Diagnostic) -> Content {
    let bytes: [UInt8]
    do throws(WorldError) {
      bytes = try world.read(path, limit: 16 << 20)
    } catch { throw error.diagnostic }
    if FinishedPDF.matches(bytes) {
      do throws(PDFFailure) {
        return .pdf(try FinishedPDF(bytes))
      } catch { throw (error.diagnostics.first ?? Diagnostic(.pdfUnreadable, path)).at(path) }
    }
    if bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) == UInt8(ascii: "{") {
      let file = try JSONFile.read(bytes, path: path)
      do throws(RecordReader.Failure) {
        return .record(try RecordReader.record(file))
      } catch {
        throw Diagnostic(
          .notComparable, at: error.location, error.message,
          hint: "give the file that `render` wrote to records/")
      }
    }
    _ = try refusing(path) { () throws(XMLError) in try PESCReader.read(bytes, name: path) }
    return .xml(bytes)
  }
}

/// The XML that a PDF carries, beside the facts and the XML that it should carry.
enum EnclosedXML {
  /// How the enclosed XML differs from a record, as a whole; none may be enclosed.
  static func differences(
    in pdf: FinishedPDF, from record: TranscriptRecord
  ) -> [FactDifference] {
    guard let enclosed = pdf.attachment else { return [] }
    let name = "associated file"
    do throws(XMLError) {
      return try DocumentComparison.differences(in: enclosed, name: name, from: record).map {
        FactDifference(name: "\(name), \($0.name)", left: $0.left, right: $0.right)
      }
    } catch { return [FactDifference(name: name, left: "a transcript", right: error.message)] }
  }

  /// How the enclosed XML differs; where the XML itself is at hand, it has to be the same bytes.
  static func differences(
    in pdf: FinishedPDF, from facts: TranscriptFacts, xml: [UInt8]?
  ) -> [FactDifference] {
    let name = "associated file"
    guard let enclosed = pdf.attachment else {
      return xml.map { [FactDifference(name: name, left: "\($0.count) bytes", right: "")] } ?? []
    }
    if let xml {
      guard enclosed != xml else { return [] }
      return [
        FactDifference(
          name: name, left: "\(xml.count) bytes", right: "\(enclosed.count) bytes, not the same")
      ] + differences(enclosed, from: facts)
    }
    return differences(enclosed, from: facts)
  }

  private static func differences(
    _ enclosed: [UInt8], from facts: TranscriptFacts
  ) -> [FactDifference] {
    do throws(XMLError) {
      let transcript = try PESCReader.read(enclosed, name: "associated file")
      return facts.differences(from: TranscriptFacts(transcript)).map {
        FactDifference(name: "associated file, \($0.name)", left: $0.left, right: $0.right)
      }
    } catch {
      return [
        FactDifference(name: "associated file", left: "a transcript", right: error.message)
      ]
    }
  }
}
