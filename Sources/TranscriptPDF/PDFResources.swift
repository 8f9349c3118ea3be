import CairoKit

/// What all documents and workers share: the fonts and the colour profile.
public struct PDFResources: Sendable {
  /// A font of the set.
  public struct Font: Hashable, Sendable {
    /// The file's name.
    public var file: String
    /// The Debian package that it comes from; `-` for the project's own.
    public var package: String
    /// Family and style, as in `Vollkorn SemiBold`.
    public var name: String
    /// The font's own version.
    public var version: String
    /// The licence, as an SPDX identifier where there is one.
    public var licence: String
    /// SHA-256 of the prepared file.
    public var sha256: String
  }

  let fonts: FontLibrary
  let colorProfile: ColorProfile

  /// Opens the folder that `fonts/prepare` filled, and takes the bytes of an sRGB ICC profile.
  ///
  /// - Throws: every difference between the folder and its manifest; a profile that is not RGB.
  public init(fontFolder: String, colorProfile: [UInt8]) throws(PDFFailure) {
    do throws(CairoError) {
      fonts = try FontLibrary(folder: fontFolder)
    } catch { throw PDFFailure(error) }
    self.colorProfile = try ColorProfile(colorProfile)
  }

  /// The fonts of the set, in the manifest's order.
  public var fontList: [Font] { fonts.manifest.entries.map(Font.init) }

  /// The fonts that a manifest lists, and the numbers of the lines that cannot be read.
  public static func fontList(manifest text: String) -> (fonts: [Font], badLines: [Int]) {
    let (manifest, badLines) = FontManifest.parse(text)
    return (manifest.entries.map(Font.init), badLines)
  }

  /// Checks the SHA-256 of every font now, instead of when it is first used.
  public func verifyFonts() throws(PDFFailure) {
    do throws(CairoError) { try fonts.verifyAll() } catch { throw PDFFailure(error) }
  }
}

extension PDFResources.Font {
  fileprivate init(_ entry: FontManifest.Entry) {
    self.init(
      file: entry.file, package: entry.package, name: "\(entry.family) \(entry.style)",
      version: entry.version, licence: entry.licence, sha256: entry.sha256)
  }
}
