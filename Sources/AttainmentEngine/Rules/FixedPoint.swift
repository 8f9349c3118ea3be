import TranscriptModel

/// A number with 52 binary places, for logarithms, which no fraction holds exactly.
///
/// Only integer arithmetic: the result is the same on every machine. Each step is off by less than
/// 2^-51; the curve through 50 scores is right to 9 decimals, which is what is promised.
struct FixedPoint: Comparable {
  static let places = 52
  private static let unit: Int128 = 1 << 52
  /// ln 2 × 2^52 = 3121657384082679.6…, to the nearest.
  private static let logOfTwo = FixedPoint(raw: 3_121_657_384_082_680)

  let raw: Int128

  init(raw: Int128) { self.raw = raw }

  /// The nearest below a fraction; `nil` when it is too large.
  init?(_ value: Rational) {
    guard let raw = (value * Rational(1 << Self.places)).floor else { return nil }
    self.raw = Int128(raw)
  }

  init(_ value: Int) { raw = Int128(value) * Self.unit }

  static func < (left: FixedPoint, right: FixedPoint) -> Bool { left.raw < right.raw }

  static func + (left: FixedPoint, right: FixedPoint) -> FixedPoint {
    FixedPoint(raw: left.raw + right.raw)
  }

  static func - (left: FixedPoint, right: FixedPoint) -> FixedPoint {
    FixedPoint(raw: left.raw - right.raw)
  }

  static func * (left: FixedPoint, right: FixedPoint) -> FixedPoint {
    FixedPoint(raw: (left.raw * right.raw) >> 52)
  }

  /// The quotient; zero for a divisor of zero, which no caller has.
  static func / (left: FixedPoint, right: FixedPoint) -> FixedPoint {
    right.raw == 0 ? right : FixedPoint(raw: (left.raw << 52) / right.raw)
  }

  /// The value to nine decimals.
  var rational: Rational {
    let scaled = Rational(Int(clamping: raw)).divided(by: Rational(1 << Self.places))
    return (scaled ?? .zero).rounded(places: 9)
  }

  /// The natural logarithm of a value above zero.
  var logarithm: FixedPoint {
    var mantissa = self
    var exponent = 0
    while mantissa.raw > Self.unit * 3 / 2 {
      mantissa = FixedPoint(raw: mantissa.raw >> 1)
      exponent += 1
    }
    while mantissa.raw > 0, mantissa.raw < Self.unit * 3 / 4 {
      mantissa = FixedPoint(raw: mantissa.raw << 1)
      exponent -= 1
    }
    // ln m = 2 artanh((m - 1) / (m + 1)); the argument is at most 1/5 here.
    let ratio = (mantissa - FixedPoint(1)) / (mantissa + FixedPoint(1))
    var term = ratio
    var sum = ratio
    for odd in stride(from: 3, through: 45, by: 2) {
      term = term * ratio * ratio
      sum = sum + FixedPoint(raw: term.raw / Int128(odd))
    }
    return sum + sum + FixedPoint(raw: Self.logOfTwo.raw * Int128(exponent))
  }

  /// e to the power of the value, for values up to about 20.
  var exponential: FixedPoint {
    let twos = raw / Self.logOfTwo.raw
    let rest = FixedPoint(raw: raw - twos * Self.logOfTwo.raw)
    var term = FixedPoint(1)
    var sum = term
    for number in 1...24 {
      term = FixedPoint(raw: (term * rest).raw / Int128(number))
      sum = sum + term
    }
    return FixedPoint(raw: twos >= 0 ? sum.raw << twos : sum.raw >> -twos)
  }
}
