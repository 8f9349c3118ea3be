import CairoKit
import Foundation

/// The fonts that `fonts/prepare` wrote; tests that need them are skipped without.
let fontFolder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent(".build/fonts").path

let hasFonts = FileManager.default.fileExists(atPath: fontFolder + "/stamp")

func makeEngine() throws -> TextEngine {
  try TextEngine(fonts: FontLibrary(folder: fontFolder))
}

extension ShapingStyle {
  static func sans(
    _ size: Double = 9, language: String = "en", direction: Direction = .leftToRight
  ) -> ShapingStyle {
    ShapingStyle(
      family: "Transcript Sans", size: size, features: "liga=0,clig=0", language: language,
      direction: direction)
  }
}
