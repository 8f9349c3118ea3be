public import Diagnostics
import TranscriptLayout
import TranscriptModel
import TranscriptPDF
import TranscriptPESC

/// The pages that a record gives, drawn again, so that nothing can stand on a PDF that they do not
/// say: neither a sentence nor a figure.
public struct RedrawnPages {
  private let template: DocumentTemplate
  private let renderer: PDFRenderer

  /// Opens fonts and templates; those of `folders.district` take the place of the product's.
  ///
  /// - Throws: which of them cannot be used.
  public init(folders: ResourceFolders, world: any World) throws(Diagnostic) {
    do {
      let resources = try DocumentResources(kinds: [.pdf], folders: folders, world: world)
      guard let template = resources.templates[.official], let pdf = resources.pdf else {
        throw Diagnostic(.internalFault, "the template official was not prepared")
      }
      self.template = template
      renderer = try PDFRenderer(resources: pdf)
    } catch { throw Self.diagnostic(error) }
  }

  private static func diagnostic(_ error: any Error) -> Diagnostic {
    let first =
      switch error {
      case let failure as ResourceFailure: failure.diagnostics.first
      case let failure as PDFFailure: failure.diagnostics.first
      default: error as? Diagnostic
      }
    return first ?? Diagnostic(.internalFault, "fonts or templates cannot be used: \(error)")
  }

  /// Each text that only one of them has; where there is none, whether the files are the same.
  func differences(
    in pdf: FinishedPDF, bytes: [UInt8], from record: TranscriptRecord
  ) throws(Diagnostic) -> [FactDifference] {
    let drawn: [UInt8]
    let again: FinishedPDF
    do {
      let document = try template.layOut(record, measurer: renderer.measurer)
      drawn = try renderer.render(
        document,
        attachment: pdf.attachment.map { StudentDocuments.associated($0, of: record) })
      again = try FinishedPDF(drawn)
    } catch {
      throw Diagnostic(
        .notComparable, "the pages cannot be drawn again from the record: \(error)",
        hint: "compare without --redraw")
    }
    guard drawn != bytes else { return [] }
    let found = Self.texts(of: again, and: pdf)
    guard found.isEmpty else { return found }
    return [
      FactDifference(
        name: "pages", left: "as the record gives them", right: "the same texts, drawn otherwise")
    ]
  }

  /// The texts that one has more often than the other, in the order of the pages.
  private static func texts(of first: FinishedPDF, and second: FinishedPDF) -> [FactDifference] {
    var counts: [[UInt8]: Int] = [:]
    for block in second.blocks { counts[PrintedFacts.squeezed(block.text), default: 0] += 1 }
    var found: [FactDifference] = []
    for block in first.blocks {
      let text = PrintedFacts.squeezed(block.text)
      counts[text, default: 0] -= 1
      if counts[text, default: 0] < 0 {
        found.append(FactDifference(name: "printed text", left: block.text, right: ""))
      }
    }
    for block in second.blocks.reversed() {
      let text = PrintedFacts.squeezed(block.text)
      guard counts[text, default: 0] > 0 else { continue }
      counts[text, default: 0] -= 1
      found.append(FactDifference(name: "printed text", left: "", right: block.text))
    }
    return found
  }
}
