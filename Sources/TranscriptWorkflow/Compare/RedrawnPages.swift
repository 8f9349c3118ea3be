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

  /// Each text that only one of them has.
  ///
  /// Colours, squares and bars are not compared: the record does not hold the school's accent, crest and monogram.
  func differences(
    in pdf: FinishedPDF, from record: TranscriptRecord
  ) throws(Diagnostic) -> [FactDifference] {
    let again: FinishedPDF
    do {
      let document = try template.layOut(record, measurer: renderer.measurer)
      again = try FinishedPDF(renderer.render(document))
    } catch {
      throw Diagnostic(
        .notComparable, "the pages cannot be drawn again from the record: \(error)",
        hint: "compare without --redraw")
    }
    return Self.texts(of: again, and: pdf)
  }

  /// The texts that one has more often than the other, in the order of the pages.
  private static func texts(of first: FinishedPDF, and second: FinishedPDF) -> [FactDifference] {
    let (first, second) = (texts(of: first), texts(of: second))
    var counts: [[UInt8]: Int] = [:]
    for text in second { counts[text.squeezed, default: 0] += 1 }
    var found: [FactDifference] = []
    for text in first {
      counts[text.squeezed, default: 0] -= 1
      if counts[text.squeezed, default: 0] < 0 {
        found.append(FactDifference(name: "printed text", left: text.whole, right: ""))
      }
    }
    for text in second.reversed() where counts[text.squeezed, default: 0] > 0 {
      counts[text.squeezed, default: 0] -= 1
      found.append(FactDifference(name: "printed text", left: "", right: text.whole))
    }
    return found
  }

  /// A text as it stands on a page, and without white space.
  private typealias Text = (whole: String, squeezed: [UInt8])

  /// All texts; of what is drawn beside them, as the monogram before a footer, only what has words.
  private static func texts(of pdf: FinishedPDF) -> [Text] {
    pdf.blocks.map { block in
      guard block.tag == "Artifact" else {
        return (block.text, PrintedFacts.squeezed(block.text))
      }
      let words: [Substring] = block.text.split(separator: " ")
      let text = words.drop { $0.count <= monogramLength }.joined(separator: " ")
      return (text, PrintedFacts.squeezed(text))
    }
  }

  /// The most letters of a monogram.
  private static let monogramLength = 3
}
