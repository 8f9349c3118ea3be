import CairoKit
public import TranscriptLayout

/// Renders laid-out documents as PDF/A-3a and PDF/UA-1: one renderer a worker.
///
/// The layout measures with `measurer`, and the same renderer then draws what was measured:
///
///     let document = try layout.document(for: record, measurer: renderer.measurer)
///     let bytes = try renderer.render(document, attachment: xml)
///
/// The same document gives the same bytes, whatever was rendered before.
public final class PDFRenderer {
  /// Measures text for the layout of documents that this renderer will draw.
  public var measurer: any TextMeasurer { shapedText }

  private let shapedText: ShapedTextMeasurer
  private let resources: PDFResources
  private let deflaters: Deflaters
  private var faces: FontFaces

  /// A renderer over shared resources.
  ///
  /// - Throws: `PDFFailure` when the text engine cannot be made.
  public init(resources: PDFResources) throws(PDFFailure) {
    self.resources = resources
    do throws(CairoError) {
      shapedText = try ShapedTextMeasurer(fonts: resources.fonts)
      deflaters = try Deflaters()
      faces = try FontFaces()
    } catch { throw PDFFailure(error) }
  }

  /// The finished file, with `attachment` as its associated file.
  ///
  /// Afterwards the lines that were measured for the document may be forgotten: lay each document
  /// out, render it, and only then lay out the next.
  ///
  /// - Throws: every character that no font covers; a mark that cannot be drawn.
  public func render(
    _ document: LaidOutDocument, attachment: AssociatedFile? = nil
  ) throws(PDFFailure) -> [UInt8] {
    defer { shapedText.recycle() }
    let engine = shapedText.engine
    if let failure = shapedText.failure ?? engine.failure { throw PDFFailure(failure) }
    return try DocumentWriter.write(
      document, engine: engine, faces: &faces, deflaters: deflaters,
      profile: resources.colorProfile, attachment: attachment)
  }
}
