import Synchronization

/// The one lock of the process around Pango, and around whatever makes cairo touch a font.
///
/// A font map of its own for each engine does not make engines independent (Pango 1.50, cairo 1.16):
///
/// - Pango finds a font's approximate character width by laying out a sample, and guards itself
///   against recursion with a variable of the process. A second thread in that code at that moment
///   gets 0 and keeps it for the font's life. The line breaker measures a line again only where its
///   end is within a few such widths of the edge, so the next paragraphs could break elsewhere.
/// - cairo opens at most ten font files, closes another one to open the next, and takes no lock
///   between finding a file open and using it: a second thread then reads a face that is gone.
///
/// Resolving, laying out, and writing pages, structure and files stay parallel.
enum FontAccess {
  private static let lock = Mutex<Void>(())

  /// Runs `body` while no other thread is in Pango or in cairo's fonts; never nested.
  static func exclusively<Result: Sendable>(_ body: () -> Result) -> Result {
    lock.withLock { _ in body() }
  }
}
