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

  @Test func `members stand in the order of their scalars, however they came`() {
    var members: JSONMembers = ["b": .integer(1), "é": .null, "a": .flag(true), "aa": .text("x")]
    members["\u{1F600}"] = .integer(2)
    members["\u{FFFD}"] = .integer(3)
    members["b"] = nil
    members["a"] = .flag(false)
    // UTF-16 would put the emoji, which it begins with D83D, before U+FFFD.
    #expect(members.sorted.map(\.key) == ["a", "aa", "é", "\u{FFFD}", "\u{1F600}"])
    #expect(members["a"] == .flag(false))
    #expect(members["b"] == nil)
    #expect(members == JSONMembers(members.sorted.reversed().map { ($0.key, $0.value) }))
  }
}
