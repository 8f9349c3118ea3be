import Testing

@testable import TranscriptImport

/// What is left of HTML says what it said.
@Suite struct HTMLTextTests {
  @Test(arguments: [
    ("<p>Solve x<sup>2</sup> &lt; 4</p>", "Solve x² < 4"),
    ("see x<sup>4</sup> — y<SUP>4</SUP>", "see x⁴ — y⁴"),
    ("5<sup>1/3</sup> and (5<sup>1/3</sup>)³", "5^(1/3) and (5^(1/3))³"),
    ("3<sup>-5</sup>, 10<sup>12</sup>, (x + y)<sup>n</sup>", "3⁻⁵, 10¹², (x + y)ⁿ"),
    ("ab<sup>ct</sup> = d, 1.02<sup>t</sup>", "ab^(ct) = d, 1.02^t"),
    ("c(v<sub>x</sub>, v<sub>12</sub>, H<sub>2</sub>O)", "c(v_x, v₁₂, H₂O)"),
    ("<sup>1/2</sup>/<sub>1/4</sub> mile", "(1/2)/(1/4) mile"),
    ("<sup>a</sup>/<sub>b</sub>", "a/b"),
    ("the 3<sup>rd</sup> <em>draft</em>", "the 3rd draft"),
    ("x<sup></sup>, x<sup>2", "x, x2"),
    ("<sup><b>2</b></sup>", "²"),
    (
      "&pi; &le; x &ne; 2&times;3&deg; &ndash; student&rsquo;s &ldquo;&eacute;&rdquo;",
      "π ≤ x ≠ 2×3° – student’s “é”"
    ),
    (
      "&frac12; &sup2; &radic; &Theta;&theta; &euro;a&lrm;b &none; AT&T;",
      "½ ² √ Θθ €ab &none; AT&T;"
    ),
    // What only looks like a tag is text.
    ("if a <b, and c> d", "if a <b, and c> d"),
    ("x < 4 and y > 2", "x < 4 and y > 2"),
    ("a<b and c>d", "a<b and c>d"),
    ("<p class=\"x\">I can</p><br/>plan<o:p></o:p>", "I can plan"),
    ("<!DOCTYPE html><p>I can", "I can"),
  ])
  func `powers, indices and signs keep their meaning`(html: String, text: String) {
    #expect(HTMLText.plain(html) == text)
  }

  @Test func `a text in a thousand open tags is read in a moment`() {
    let deep = String(repeating: "<sup>", count: 100_000) + "2"
    let took = ContinuousClock().measure {
      #expect(HTMLText.plain(deep) == "2")
      #expect(HTMLText.plain(deep + String(repeating: "</sup>", count: 100_000)).hasSuffix("²"))
    }
    #expect(took < .seconds(20))
  }
}
