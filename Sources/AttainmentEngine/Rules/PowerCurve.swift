import TranscriptModel

/// The curve a × n^b that fits scores best, by least squares on logarithms.
struct PowerCurve {
  /// Its value at the last score; `nil` for fewer than two scores, or one that is not above zero.
  let last: Rational?

  init(_ scores: [Rational]) {
    let heights = scores.compactMap { $0 > .zero ? FixedPoint($0)?.logarithm : nil }
    guard heights.count == scores.count, scores.count > 1 else {
      last = nil
      return
    }
    let attempts = scores.indices.map { FixedPoint($0 + 1).logarithm }
    let (middle, height) = (Self.mean(attempts), Self.mean(heights))
    var across = FixedPoint(0)
    var along = FixedPoint(0)
    for (attempt, value) in zip(attempts, heights) {
      across = across + (attempt - middle) * (attempt - middle)
      along = along + (attempt - middle) * (value - height)
    }
    let slope = along / across
    let end = height + slope * (attempts[attempts.count - 1] - middle)
    last = end.exponential.rational
  }

  private static func mean(_ values: [FixedPoint]) -> FixedPoint {
    FixedPoint(raw: values.reduce(FixedPoint(0), +).raw / Int128(max(1, values.count)))
  }
}
