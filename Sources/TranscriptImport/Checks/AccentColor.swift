import TranscriptModel

/// The contrast of a colour on white: WCAG 2.2, relative luminance and contrast ratio.
///
/// Binary floating point is kept out: each channel's linear value comes from a table in millionths,
/// made from the same formula, which decides 7:1 to within a thousandth.
struct AccentColor {
  private let luminance: Rational

  init?(_ text: String) {
    let digits = Array(text.utf8)
    guard digits.count == 7, digits[0] == 0x23 else { return nil }
    let channels = stride(from: 1, to: 7, by: 2).compactMap { start in
      UInt8(String(decoding: digits[start..<(start + 2)], as: UTF8.self), radix: 16)
    }
    guard channels.count == 3, !digits.dropFirst().contains(0x2B) else { return nil }
    let weights = [212_600, 715_200, 72_200]
    let total = zip(channels, weights).reduce(0) { $0 + Self.linear($1.0) * $1.1 }
    luminance = Rational(total, over: 1_000_000_000_000) ?? .zero
  }

  private var ratio: Rational {
    let twentieth = Rational(1, over: 20) ?? .zero
    return (Rational.one + twentieth).divided(by: luminance + twentieth) ?? .one
  }

  var isReadableOnWhite: Bool { ratio >= Rational(7) }

  /// The ratio as printed, never rounded up to the bar that it misses.
  var contrastText: String { ratio.decimalText(places: 1, honestAgainst: Rational(7)) }

  /// ((c + 0.055) / 1.055) ^ 2.4 in millionths: the power by an integer fifth root.
  private static func linear(_ channel: UInt8) -> Int {
    let value = Int(channel)
    // c / 12.92 up to 0.04045 (10 of 255).
    guard value > 10 else { return value * 1_000_000_000 / 255 / 12_920 }
    // base = (c + 0.055) / 1.055 in millionths; base^2.4 = fifth root of base^12.
    let base = (value * 1_000_000 / 255 + 55_000) * 1_000 / 1_055
    var low = 0
    var high = 1_000_000
    while low < high {
      let middle = (low + high + 1) / 2
      if power(middle, 5, 60) <= power(base, 12, 60) { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// `(value / 1 000 000) ^ exponent`, scaled by 2 to the power of `bits`.
  private static func power(_ value: Int, _ exponent: Int, _ bits: Int) -> Int128 {
    let unit = Int128(1) << Int128(bits)
    let factor = Int128(value) * unit / 1_000_000
    return (0..<exponent).reduce(unit) { product, _ in (product * factor) >> Int128(bits) }
  }
}
