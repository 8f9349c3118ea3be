import CairoKit
import Diagnostics

/// A finished file of this project, read back: what it carries and what its pages say.
///
/// Only what ``PDFRenderer`` writes is understood; another program's PDF is refused, never guessed
/// at. No byte of it is trusted: a damaged file is a failure with its place.
public struct FinishedPDF: Hashable, Sendable {
  /// A piece of a page's content, in the order in which it is drawn.
  public struct Block: Hashable, Sendable {
    /// The structure element's tag, as in `TD`; `Artifact` for headers and footers.
    public let tag: String
    /// Its text as a reader extracts it; lines are joined by a space.
    public let text: String
  }

  /// The bytes of the associated file, if it carries one.
  public let attachment: [UInt8]?
  /// What the pages say.
  public let blocks: [Block]

  /// Reads a file's bytes.
  ///
  /// - Throws: what was expected and the place, when the file is not one of this project.
  public init(_ bytes: [UInt8]) throws(PDFFailure) {
    do throws(PDFFailure) {
      (attachment, blocks) = try bytes.withUnsafeBufferPointer { buffer throws(PDFFailure) in
        let objects = try StoredObjects(buffer)
        return (try Self.attachment(objects), try Self.blocks(objects))
      }
    } catch {
      // The parts are read by the means that read cairo's files, which name another failure.
      let isNamed = error.diagnostics.contains { $0.code == .pdfUnreadable }
      throw isNamed
        ? error : PDFFailure(unreadable: error.diagnostics.map(\.message).joined(separator: "; "))
    }
  }

  /// Whether the bytes begin as a PDF does (ISO 32000-1, 7.5.2).
  public static func matches(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "%PDF-".utf8) }

  private static func attachment(_ objects: borrowing StoredObjects) throws(PDFFailure) -> [UInt8]?
  {
    let catalog = try objects.body(objects.root)
    guard let specification = catalog.reference("/AF") else { return nil }
    let embedded = try objects.body(specification).required("/F", after: "/EF")
    return try objects.stream(embedded)
  }

  private static func blocks(_ objects: borrowing StoredObjects) throws(PDFFailure) -> [Block] {
    let catalog = try objects.body(objects.root)
    let pages = try objects.body(catalog.required("/Pages"))
    var fonts: [Int: ExtractionFont] = [:]
    var blocks: [Block] = []
    for number in try pages.references("/Kids") {
      let page = try objects.body(number)
      let resources = try objects.body(page.required("/Resources"))
      var named: [String: ExtractionFont] = [:]
      for (name, font) in try resources.namedReferences("/Font") {
        if fonts[font] == nil { fonts[font] = try ExtractionFont(font, in: objects) }
        named[name] = fonts[font]
      }
      let content = try objects.stream(page.required("/Contents"))
      blocks += try PageText.blocks(of: content, fonts: named)
    }
    return blocks
  }
}
