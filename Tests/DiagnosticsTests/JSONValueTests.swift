import Diagnostics
import Testing

@Suite struct JSONValueTests {
  @Test func `Keys are sorted and nothing is padded`() {
    let value = JSONValue.object([
      "b": .list([.integer(-1), .flag(true), .null]), "a": .text("x"), "B": .object([:]),
    ])
    #expect(value.canonicalText == #"{"B":{},"a":"x","b":[-1,true,null]}"#)
  }

  @Test func `Quotes, backslashes and control characters are escaped and nothing else`() {
    let text = JSONValue.text("\"\\\n\r\t\u{08}\u{0C}\u{01}\u{1F}\u{7F}é<&/\u{2028}").canonicalText
    #expect(text == #""\"\\\n\r\t\b\f\u0001\u001f"# + "\u{7F}é<&/\u{2028}\"")
  }

  @Test func `A member without a value is left out`() {
    #expect(JSONValue.members(["a": nil, "b": .integer(1)]).canonicalText == #"{"b":1}"#)
  }

  @Test func `The readable form has the same members in the same order`() {
    let value = JSONValue.object(["b": .list([]), "a": .list([.integer(1)])])
    #expect(value.readableText == "{\n  \"a\": [\n    1\n  ],\n  \"b\": []\n}\n")
  }
}
