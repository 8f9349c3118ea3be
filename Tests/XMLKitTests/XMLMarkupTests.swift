import Testing

@testable import XMLKit

@Suite struct XMLMarkupTests {
  static func text(_ write: (inout XMLMarkup) -> Void) -> String {
    var markup = XMLMarkup()
    write(&markup)
    return String(decoding: markup.bytes, as: UTF8.self)
  }

  @Test func `Text is escaped, and a parser reads it back`() throws {
    let value = "a < b & c > \"d\"\r é 𝄞"
    let document = Self.text {
      $0.declaration()
      $0.beginTag("a")
      $0.attribute("b", value + "\n\t")
      $0.endTag()
      $0.leaf("c", value)
      $0.close("a")
    }
    let root = try XMLDocument.parse(document, name: "a")
    #expect(root.attribute("b") == value + "\n\t")
    #expect(root.text(of: "c") == value)
  }

  @Test(arguments: [("\u{1}", "\u{1}"), ("\u{FFFE}", "\u{FFFE}"), ("\u{FFFF}", "\u{FFFF}")])
  func `A character that XML does not allow is replaced and remembered`(
    character: String, expected: Unicode.Scalar
  ) throws {
    var markup = XMLMarkup()
    markup.leaf("good", "x")
    markup.leaf("bad", "a\(character)b")
    markup.leaf("worse", "\u{2}")
    #expect(markup.illegalCharacter == expected)
    #expect(markup.placeOfIllegalCharacter == "bad")
    let text = String(decoding: markup.bytes, as: UTF8.self)
    #expect(text == "<good>x</good><bad>a\u{FFFD}b</bad><worse>\u{FFFD}</worse>")
  }

  @Test func `U+FFFD and other characters of the same first byte are left alone`() {
    var markup = XMLMarkup()
    markup.text("\u{FFFD}\u{F000}\u{FFFC}")
    #expect(markup.illegalCharacter == nil)
    #expect(String(decoding: markup.bytes, as: UTF8.self) == "\u{FFFD}\u{F000}\u{FFFC}")
  }

  @Test(arguments: [(0, 1, "0"), (7, 2, "07"), (10, 1, "10"), (2026, 4, "2026"), (105, 2, "105")])
  func `Digits have the width asked for, or more`(number: Int, width: Int, expected: String) {
    #expect(Self.text { $0.digits(number, width: width) } == expected)
  }

  @Test func `What was written last can be taken back`() {
    let text = Self.text {
      $0.open("a")
      let end = $0.bytes.count
      $0.open("b")
      $0.removeAll(after: end)
      $0.close("a")
    }
    #expect(text == "<a></a>")
  }

  @Test(arguments: [
    ("<a>1</a>", true), ("<a>x</a>", false), ("<b/>", false), ("<a>1", false), ("", false),
    ("<a>1</a><a>1</a>", false), ("<a>&#1;</a>", false),
  ])
  func `A schema accepts in one pass what it finds no fault with in a tree`(
    document: String, isValid: Bool
  ) throws {
    let schema = try XMLSchema(
      "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>"
        + "<xs:element name='a' type='xs:integer'/></xs:schema>", name: "a.xsd")
    #expect(schema.accepts(Array(document.utf8)) == isValid)
    let violations = try? schema.validate(bytes: Array(document.utf8), name: "a.xml")
    #expect((violations == []) == isValid)
  }
}
