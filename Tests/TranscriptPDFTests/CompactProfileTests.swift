import Foundation
import Testing

@testable import TranscriptPDF

private let path = "/usr/share/color/icc/sRGB.icc"

@Suite(
  "Compact colour profile",
  .enabled(if: FileManager.default.fileExists(atPath: path), "install icc-profiles-free"))
struct CompactProfileTests {
  private static func number(_ bytes: [UInt8], _ start: Int) -> Int {
    bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func tag(_ name: String, in profile: [UInt8]) -> [UInt8]? {
    for index in 0..<number(profile, 128) {
      let entry = 132 + 12 * index
      guard profile[entry..<(entry + 4)].elementsEqual(name.utf8) else { continue }
      let start = number(profile, entry + 4)
      return Array(profile[start..<(start + number(profile, entry + 8))])
    }
    return nil
  }

  /// What a curve makes of a share of full, from 0 to 1: linear between its points.
  private static func value(_ curve: [UInt8], at share: Double) -> Double {
    let count = number(curve, 8)
    let place = share * Double(count - 1)
    let low = min(Int(place), count - 2)
    let points = [low, low + 1].map { index -> Double in
      let high = Int(curve[12 + 2 * index])
      return Double(high * 256 + Int(curve[13 + 2 * index]))
    }
    return (points[0] + (points[1] - points[0]) * (place - Double(low))) / 65535
  }

  @Test("Every 8-bit value is converted as before, in a third of the bytes") func curves() throws {
    let whole = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let compact = try #require(CompactProfile(whole)).bytes
    #expect(compact.count * 3 < whole.count)
    #expect(Self.number(compact, 0) == compact.count)
    for name in ["desc", "wtpt", "rXYZ", "gXYZ", "bXYZ"] {
      #expect(Self.tag(name, in: compact) == Self.tag(name, in: whole))
    }
    for name in ["rTRC", "gTRC", "bTRC"] {
      let (before, after) = (
        try #require(Self.tag(name, in: whole)), try #require(Self.tag(name, in: compact))
      )
      for level in 0...255 {
        let share = Double(level) / 255
        // Half a step of 16 bits.
        #expect(abs(Self.value(before, at: share) - Self.value(after, at: share)) < 0.6 / 65535)
      }
    }
  }

  @Test("A table that points outside the file is not followed") func broken() throws {
    var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    bytes[136] = 0x7F
    #expect(CompactProfile(bytes)?.bytes == nil)
    #expect(CompactProfile(Array(bytes.prefix(140)))?.bytes == nil)
    #expect(CompactProfile([])?.bytes == nil)
  }
}
