import BigInt

/// An exact fraction, always reduced, with a positive denominator.
///
/// Scores and credits are `Rational` from import to record: a third of a credit is a third
/// (DESIGN.md, invariant 7). Values that fit 64 bits are kept there; larger ones grow without limit,
/// so no operation overflows or rounds. Division by zero has no value and returns `nil`.
public struct Rational: Sendable {
  private enum Storage: Hashable, Sendable {
    case small(Int64, Int64)
    // Kept apart: else every value would be as large as two of these, and most copies in a batch are
    // of values that hold several numbers.
    indirect case large(BigInt, BigInt)
  }

  private let storage: Storage

  private init(storage: Storage) { self.storage = storage }

  /// Creates a whole number.
  public init(_ number: Int) { storage = .small(Int64(number), 1) }

  /// Creates `numerator / denominator`; `nil` when the denominator is zero.
  public init?(_ numerator: Int, over denominator: Int) {
    guard denominator != 0 else { return nil }
    self = Self.reduced(Int128(numerator), Int128(denominator))
  }

  /// Zero.
  public static let zero = Rational(0)
  /// One.
  public static let one = Rational(1)
  /// One half.
  public static let half = Rational(storage: .small(1, 2))

  /// The number of thousandths, where it is a whole one: what three decimals hold.
  public var thousandths: Int? {
    guard case .small(let numerator, let denominator) = storage else { return nil }
    let (parts, rest) = Int64(1000).quotientAndRemainder(dividingBy: denominator)
    let (product, overflow) = numerator.multipliedReportingOverflow(by: parts)
    return rest == 0 && !overflow ? Int(product) : nil
  }

  private var bigNumerator: BigInt {
    switch storage {
    case .small(let numerator, _): BigInt(numerator)
    case .large(let numerator, _): numerator
    }
  }

  private var bigDenominator: BigInt {
    switch storage {
    case .small(_, let denominator): BigInt(denominator)
    case .large(_, let denominator): denominator
    }
  }

  private static func reduced(_ numerator: Int128, _ denominator: Int128) -> Rational {
    if let top = Int64(exactly: numerator), let bottom = Int64(exactly: denominator), bottom > 0 {
      return reduced(top, bottom)
    }
    let divisor = Int128(commonDivisor(numerator.magnitude, denominator.magnitude))
    let sign: Int128 = denominator < 0 ? -1 : 1
    let top = sign * numerator / divisor
    let bottom = sign * denominator / divisor
    if let top = Int64(exactly: top), let bottom = Int64(exactly: bottom) {
      return Rational(storage: .small(top, bottom))
    }
    return Rational(storage: .large(BigInt(top), BigInt(bottom)))
  }

  /// Nearly every number: division of 64 bits takes a fraction of that of 128.
  private static func reduced(_ numerator: Int64, _ denominator: Int64) -> Rational {
    var (large, small) = (numerator.magnitude, denominator.magnitude)
    if denominator == 1 { return Rational(storage: .small(numerator, 1)) }
    while small != 0 { (large, small) = (small, large % small) }
    // At most the denominator, which fits.
    let divisor = Int64(large)
    return Rational(storage: .small(numerator / divisor, denominator / divisor))
  }

  /// Euclid's algorithm; with 64 bits as soon as they are enough, because division is the cost.
  private static func commonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
    var (left, right) = (first, second)
    while right > UInt128(UInt64.max) || left > UInt128(UInt64.max) {
      if right == 0 { return left }
      (left, right) = (right, left % right)
    }
    var (small, smaller) = (UInt64(left), UInt64(right))
    while smaller != 0 { (small, smaller) = (smaller, small % smaller) }
    return UInt128(small)
  }

  private static func reduced(_ numerator: BigInt, _ denominator: BigInt) -> Rational {
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    let sign: BigInt = denominator < 0 ? -1 : 1
    let top = sign * numerator / divisor
    let bottom = sign * denominator / divisor
    if let top = Int64(exactly: top), let bottom = Int64(exactly: bottom) {
      return Rational(storage: .small(top, bottom))
    }
    return Rational(storage: .large(top, bottom))
  }
}

extension Rational: Hashable {
  /// Equal values are stored alike, because every value is reduced.
  public static func == (left: Rational, right: Rational) -> Bool { left.storage == right.storage }

  /// Hashes the reduced fraction.
  public func hash(into hasher: inout Hasher) { hasher.combine(storage) }
}

extension Rational: Comparable {
  /// Compares exactly.
  public static func < (left: Rational, right: Rational) -> Bool {
    if case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage {
      return b == d ? a < c : Int128(a) * Int128(d) < Int128(c) * Int128(b)
    }
    return left.bigNumerator * right.bigDenominator < right.bigNumerator * left.bigDenominator
  }
}

extension Rational: AdditiveArithmetic {
  /// The exact sum.
  public static func + (left: Rational, right: Rational) -> Rational {
    if case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage {
      return reduced(
        Int128(a) * Int128(d) + Int128(c) * Int128(b), Int128(b) * Int128(d))
    }
    return reduced(
      left.bigNumerator * right.bigDenominator + right.bigNumerator * left.bigDenominator,
      left.bigDenominator * right.bigDenominator)
  }

  /// The exact difference.
  public static func - (left: Rational, right: Rational) -> Rational { left + -right }

  /// The same distance on the other side of zero.
  public static prefix func - (value: Rational) -> Rational {
    switch value.storage {
    case .small(let numerator, let denominator):
      return reduced(-Int128(numerator), Int128(denominator))
    case .large(let numerator, let denominator):
      return reduced(-numerator, denominator)
    }
  }
}

extension Rational {
  /// The exact product.
  public static func * (left: Rational, right: Rational) -> Rational {
    if case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage {
      return reduced(Int128(a) * Int128(c), Int128(b) * Int128(d))
    }
    return reduced(
      left.bigNumerator * right.bigNumerator, left.bigDenominator * right.bigDenominator)
  }

  /// The exact quotient; `nil` when `divisor` is zero.
  public func divided(by divisor: Rational) -> Rational? {
    guard divisor != .zero else { return nil }
    return self * divisor.reciprocal
  }

  /// One over the value.
  ///
  /// Only called on values that are not zero.
  private var reciprocal: Rational {
    switch storage {
    case .small(let numerator, let denominator):
      Self.reduced(Int128(denominator), Int128(numerator))
    case .large(let numerator, let denominator): Self.reduced(denominator, numerator)
    }
  }

  /// Whether the value is a whole number.
  public var isWhole: Bool {
    switch storage {
    case .small(_, let denominator): denominator == 1
    case .large(_, let denominator): denominator == 1
    }
  }

  /// The value as an integer, where it is one and fits.
  public var wholeValue: Int? {
    guard case .small(let numerator, 1) = storage else { return nil }
    return Int(numerator)
  }

  /// The largest whole number that is not above the value, where it fits.
  public var floor: Int? {
    let (quotient, remainder) = bigNumerator.quotientAndRemainder(dividingBy: bigDenominator)
    return Int(exactly: remainder < 0 ? quotient - 1 : quotient)
  }

  /// The nearest whole number; a half goes away from zero.
  var roundedToWhole: Rational {
    if case .small(let numerator, let denominator) = storage {
      let half = numerator < 0 ? -Int128(denominator) : Int128(denominator)
      // Division truncates toward zero, which is what makes a half go away from it.
      return Self.reduced((Int128(numerator) * 2 + half) / (Int128(denominator) * 2), 1)
    }
    let top = bigNumerator * 2
    let bottom = bigDenominator
    let shifted = top < 0 ? top - bottom : top + bottom
    return Self.reduced(shifted / (bottom * 2), BigInt(1))
  }

  /// Numerator and denominator as decimal text, for formats that keep both.
  public var fractionText: String {
    if case .small(let numerator, let denominator) = storage {
      return denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
    }
    return isWhole ? "\(bigNumerator)" : "\(bigNumerator)/\(bigDenominator)"
  }
}
