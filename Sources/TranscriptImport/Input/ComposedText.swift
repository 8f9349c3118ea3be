import Foundation

extension String {
  /// The text with letters and their marks composed (NFC).
  ///
  /// A file saved on a Mac, and many an export, hold an accent as a character of its own. Pages, XML
  /// and limits have it composed; text is made so where it comes in, once.
  var composed: String {
    // U+0300 begins with 0xCC; nothing before it can be a part of another letter.
    guard utf8.contains(where: { $0 >= 0xCC }) else { return self }
    let isComposed = unicodeScalars.allSatisfy {
      // Dashes and quotation marks are common, and whole.
      $0.value < 0x300 || (0x2010...0x2027).contains($0.value)
    }
    return isComposed ? self : precomposedStringWithCanonicalMapping
  }
}
