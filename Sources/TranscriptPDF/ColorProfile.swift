import CairoKit

/// An RGB colour profile, compressed once for all documents.
struct ColorProfile: Sendable {
  let compressed: [UInt8]

  /// Checks the header of an ICC profile (ICC.1:2010, 7.2): its signature and colour space.
  init(_ bytes: [UInt8]) throws(PDFFailure) {
    guard bytes.count > 128, bytes[36..<40].elementsEqual("acsp".utf8),
      bytes[16..<20].elementsEqual("RGB ".utf8)
    else {
      throw PDFFailure(
        .pdfDrawing, "the colour profile is not an RGB profile in ICC's format",
        hint: "give the sRGB.icc of Debian's package icc-profiles-free")
    }
    do throws(CairoError) {
      compressed = try Deflater(level: 12).compress(CompactProfile(bytes)?.bytes ?? bytes)
    } catch { throw PDFFailure(error) }
  }
}
