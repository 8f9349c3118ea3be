import Testing
import XMLKit

@Suite struct XMLWriterTests {
  @Test func `Only elements with a namespace get a prefix and it is declared once`() throws {
    let root = XMLElement(
      "Root", namespace: "urn:r",
      elements: [
        XMLElement("Name", text: "Noa"),
        XMLElement(
          "Any",
          elements: [
            XMLElement(
              "Ext", namespace: "urn:x",
              elements: [XMLElement("Part", namespace: "urn:x", text: "1")])
          ]),
      ])
    let bytes = try XMLWriter(prefixes: ["urn:r": "r", "urn:x": "x"]).bytes(of: root)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <r:Root xmlns:r="urn:r">
          <Name>Noa</Name>
          <Any>
            <x:Ext xmlns:x="urn:x">
              <x:Part>1</x:Part>
            </x:Ext>
          </Any>
        </r:Root>

        """)
  }

  @Test func `Nothing is added inside an element that holds text`() throws {
    let root = XMLElement(
      "p", children: [.text("a "), .element(XMLElement("b", elements: [])), .text(" c\n")])
    let bytes = try XMLWriter().bytes(of: root)
    #expect(String(decoding: bytes, as: UTF8.self).hasSuffix("<p>a <b/> c\n</p>\n"))
  }

  @Test func `Text and attributes come back as they were`() throws {
    let wild = "<a> & \"q\" 'r' ]]> \t\n\r é 李 𝄞 \u{FFFD}"
    let root = XMLElement("a", attributes: [XMLAttribute("b", wild)], text: wild)
    let again = try XMLDocument.parse(bytes: XMLWriter().bytes(of: root), name: "a")
    #expect(again.text == wild)
    #expect(again.attribute("b") == wild)
  }

  @Test(arguments: ["\u{0}", "\u{1}", "\u{B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"])
  func `A character that XML does not allow is refused`(character: String) throws {
    let error = try #require(throws: XMLError.self) {
      try XMLWriter().bytes(of: XMLElement("a", text: character))
    }
    #expect(error.code == .illegalCharacter)
  }

  @Test(arguments: ["", "1a", "a b", "a:b", "-a", "a>"])
  func `A name that XML does not allow is refused`(name: String) throws {
    let error = try #require(throws: XMLError.self) {
      try XMLWriter().bytes(of: XMLElement(name))
    }
    #expect(error.code == .illegalName)
  }

  @Test func `A language is written with the prefix that needs no declaration`() throws {
    let lang = XMLAttribute("lang", "vi", namespace: "http://www.w3.org/XML/1998/namespace")
    let bytes = try XMLWriter().bytes(of: XMLElement("a", attributes: [lang], text: "x"))
    #expect(String(decoding: bytes, as: UTF8.self).contains("<a xml:lang=\"vi\">x</a>"))
    #expect(try XMLDocument.parse(bytes: bytes, name: "a").attributes == [lang])
  }

  @Test func `A namespace without a prefix is refused`() throws {
    let error = try #require(throws: XMLError.self) {
      try XMLWriter().bytes(of: XMLElement("a", namespace: "urn:unknown"))
    }
    #expect(error.code == .unboundNamespace)
  }
}
