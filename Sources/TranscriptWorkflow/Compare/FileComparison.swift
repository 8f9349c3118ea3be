public import Diagnostics
import TranscriptImport
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
    case facts(TranscriptFacts, xml: [UInt8]?)
    case pdf(FinishedPDF)
  }

  /// Every difference, in order of the files, then of the facts.
  public let differences: [Difference]
  /// The number of facts that were compared.
  public let count: Int

  /// Reads and compares the files.
  ///
  /// - Throws: why a file cannot be read, or that there is nothing to compare.
  public init(_ paths: [String], world: any World) throws(Diagnostic) {
    var files: [(path: String, content: Content)] = []
    for path in paths { files.append((path, try Self.content(of: path, world: world))) }
    guard let base = try Self.base(files), files.count > 1 else {
      throw Diagnostic(
        .notComparable, "there are not two files that state the same kind of facts",
        hint: "give a record (JSON) or its XML, and one more file of the same student")
    }
    count = base.facts.values.count
    differences = files.filter { $0.path != base.path }.flatMap { file in
      Self.differences(of: file, from: base)
    }
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

  private typealias Base = (path: String, facts: TranscriptFacts, xml: [UInt8]?)

  /// The file whose facts the others have to state: a record or XML; or the XML that a PDF carries.
  private static func base(_ files: [(path: String, content: Content)]) throws(Diagnostic) -> Base?
  {
    for case (let path, .facts(let facts, let xml)) in files { return (path, facts, xml) }
    return nil
  }

  private static func differences(
    of file: (path: String, content: Content), from base: Base
  ) -> [Difference] {
    let found: [FactDifference]
    switch file.content {
    case .facts(let facts, _): found = base.facts.differences(from: facts)
    case .pdf(let pdf):
      found =
        PrintedFacts(pdf).differences(from: base.facts)
        + EnclosedXML.differences(in: pdf, from: base.facts, xml: base.xml)
    }
    return found.map { difference in
      Difference(
        fact: difference.name,
        statements: [
          Statement(file: base.path, value: difference.left),
          Statement(file: file.path, value: difference.right),
        ])
    }
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
      guard let facts = TranscriptFacts(recordFile: file) else {
        throw Diagnostic(
          .notComparable, at: SourceLocation(file: path), "the file is JSON, but no record",
          hint: "give the file that `render` wrote to records/")
      }
      return .facts(facts, xml: nil)
    }
    do throws(XMLError) {
      return .facts(TranscriptFacts(try PESCReader.read(bytes, name: path)), xml: bytes)
    } catch { throw Diagnostic(error, file: path) }
  }
}

/// The XML that a PDF carries, beside the facts and the XML that it should carry.
enum EnclosedXML {
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
