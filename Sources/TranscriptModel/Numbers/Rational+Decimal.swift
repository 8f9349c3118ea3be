extension Rational {
  /// Reads `3`, `-0.66`, `1/3`; `nil` for anything else (no exponent, no white space, no sign `+`).
  ///
  /// At most 40 digits in all, so that hostile input stays cheap.
  public init?(text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, text.utf8.count <= 42 else { return nil }
    guard let top = Self.decimal(first) else { return nil }
    guard parts.count == 2 else {
      self = top
      return
    }
    guard let bottom = Self.decimal(parts[1]), bottom > .zero else { return nil }
    guard let quotient = top.divided(by: bottom) else { return nil }
    self = quotient
  }

  /// Reads `3` and `-0.66` but no fraction: a score written `4/5` may mean four of five points, 80
  /// percent or the level 4, and is not guessed.
  public init?(decimal text: some StringProtocol) {
    guard text.utf8.count <= 42, let value = Self.decimal(text) else { return nil }
    self = value
  }

  private static func decimal(_ text: some StringProtocol) -> Rational? {
    var digits = Substring(text)
    let isNegative = digits.first == "-"
    if isNegative { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy(isDigits) else { return nil }
    var value = Rational.zero
    for digit in parts.joined().utf8 { value = value * Rational(10) + Rational(Int(digit) - 48) }
    for _ in 0..<(parts.count == 2 ? parts[1].utf8.count : 0) {
      value = value * Rational.tenth
    }
    return isNegative ? -value : value
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  private static let tenth = Rational(1, over: 10) ?? .zero

  /// The value rounded once, half away from zero, to `places` decimals.
  public func rounded(places: Int) -> Rational {
    let scaled = self * Self.power(of: 10, places)
    return scaled.roundedToWhole.divided(by: Self.power(of: 10, places)) ?? self
  }

  /// The distance from zero.
  public var magnitude: Rational { self < .zero ? -self : self }

  private static func power(of base: Int, _ exponent: Int) -> Rational {
    (0..<max(0, exponent)).reduce(Rational.one) { value, _ in value * Rational(base) }
  }

  /// The value with exactly `places` decimals, rounded half away from zero: `22.50`.
  public func decimalText(places: Int) -> String {
    let value = rounded(places: places)
    let scaled = (value.magnitude * Self.power(of: 10, places)).fractionText
    let padded = String(repeating: "0", count: max(0, places + 1 - scaled.count)) + scaled
    let sign = value < .zero ? "-" : ""
    guard places > 0 else { return sign + padded }
    return "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
  }

  /// The value with as few decimals as are exact, at least `minimum`; `nil` when no number of
  /// decimals up to `maximum` is exact, as for a third.
  public func exactDecimalText(minimum: Int = 0, maximum: Int = 9) -> String? {
    for places in minimum...max(minimum, maximum) where rounded(places: places) == self {
      return decimalText(places: places)
    }
    return nil
  }

  /// The value exactly: as a decimal where there is one (`0.66`), else as a fraction (`1/3`).
  public var exactText: String { exactDecimalText() ?? fractionText }

  /// The value as printed beside a comparison with `bar`: `places` decimals, or as many more as it
  /// takes for the printed text not to contradict the comparison (2.995 below 3 is not `3.00`).
  public func decimalText(places: Int, honestAgainst bar: Rational) -> String {
    for count in places...(places + 12) {
      let printed = rounded(places: count)
      if (printed < bar) == (self < bar), (printed > bar) == (self > bar) {
        return decimalText(places: count)
      }
    }
    return fractionText
  }
}
