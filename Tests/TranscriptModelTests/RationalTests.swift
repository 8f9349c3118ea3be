import Testing
import TranscriptModel

@Suite struct RationalTests {
  @Test func `A third three times is one`() throws {
    let third = try #require(Rational(1, over: 3))
    #expect(third + third + third == .one)
    #expect(third.fractionText == "1/3")
    #expect(third.exactDecimalText() == nil)
    #expect(third.exactText == "1/3")
  }

  @Test func `Three times 0.66 is 1.98, not 2`() throws {
    let credit = try #require(Rational(text: "0.66"))
    #expect((credit + credit + credit).decimalText(places: 2) == "1.98")
    #expect(credit + credit + credit < Rational(2))
  }

  @Test func `Division by zero has no value`() {
    #expect(Rational(1, over: 0) == nil)
    #expect(Rational.one.divided(by: .zero) == nil)
  }

  @Test(arguments: [
    ("2.995", 2, "3.00"), ("2.994", 2, "2.99"), ("2.5", 0, "3"), ("-2.5", 0, "-3"),
    ("0.005", 2, "0.01"), ("-0.005", 2, "-0.01"), ("1/3", 4, "0.3333"), ("2/3", 2, "0.67"),
    ("0", 2, "0.00"), ("22.5", 2, "22.50"), ("-0.4", 0, "0"), ("999.995", 2, "1000.00"),
  ])
  func `A half is rounded away from zero, once`(text: String, places: Int, expected: String) throws
  {
    let value = try #require(Rational(text: text))
    #expect(value.decimalText(places: places) == expected)
  }

  @Test func `2.995 below a bar of 3 is never printed as 3.00`() throws {
    let value = try #require(Rational(text: "2.995"))
    #expect(value.decimalText(places: 2, honestAgainst: Rational(3)) == "2.995")
    #expect(Rational(3).decimalText(places: 2, honestAgainst: Rational(3)) == "3.00")
  }

  @Test(arguments: [
    "", ".", "1.", ".5", "+1", "1e3", " 1", "1 ", "1/0", "1/", "/2", "1/2/3", "--1", "0x1", "١",
    "1,5", "NaN",
  ])
  func `Text that is not an exact number is refused`(text: String) {
    #expect(Rational(text: text) == nil)
  }

  @Test func `Values beyond 64 bits stay exact and shrink back`() {
    let large = Rational(Int(Int64.max)) * Rational(Int(Int64.max))
    #expect(large > Rational(Int(Int64.max)))
    #expect(large.divided(by: Rational(Int(Int64.max))) == Rational(Int(Int64.max)))
    let tiny = Rational.one.divided(by: large) ?? .zero
    #expect(tiny > .zero)
    #expect(tiny * large == .one)
    #expect(Rational(Int.min) + Rational(1) - Rational(1) == Rational(Int.min))
    #expect(-(-Rational(Int.min)) == Rational(Int.min))
  }

  /// Every pair of fractions with numerators -6...6 and denominators 1...6, against integers.
  @Test func `Small fractions add, multiply and compare like integers over a common denominator`() {
    let fractions = (-6...6).flatMap { top in (1...6).map { (top, $0) } }
    for (a, b) in fractions {
      for (c, d) in fractions {
        guard let left = Rational(a, over: b), let right = Rational(c, over: d) else { continue }
        #expect(left + right == Rational(a * d + c * b, over: b * d))
        #expect(left - right == Rational(a * d - c * b, over: b * d))
        #expect(left * right == Rational(a * c, over: b * d))
        #expect((left < right) == (a * d < c * b))
        #expect((left == right) == (a * d == c * b))
      }
    }
  }

  @Test func `Floor goes down, also below zero`() throws {
    #expect(try #require(Rational(text: "2.9")).floor == 2)
    #expect(try #require(Rational(text: "-2.1")).floor == -3)
    #expect(Rational(-2).floor == -2)
  }
}
