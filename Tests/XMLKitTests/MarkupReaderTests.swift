import Testing

@testable import XMLKit

/// Documents in the writer's own form are read without libxml2's parser; it decides about any
/// other.
@Suite struct MarkupReaderTests {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  /// An element of any name with any attributes, texts of at most ten characters.
  static func schema() throws -> XMLSchema {
    try XMLSchema(
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:l="urn:list"
          targetNamespace="urn:list" elementFormDefault="unqualified">
        <xs:element name="List"><xs:complexType><xs:sequence>
          <xs:element name="Item" minOccurs="0" maxOccurs="unbounded">
            <xs:complexType><xs:simpleContent><xs:extension base="l:Short">
              <xs:attribute name="id" type="l:Short"/><xs:attribute name="note" type="l:Short"/>
            </xs:extension></xs:simpleContent></xs:complexType>
          </xs:element>
          <xs:element ref="l:Inside" minOccurs="0"/>
        </xs:sequence></xs:complexType></xs:element>
        <xs:element name="Inside" type="l:Short"/>
        <xs:simpleType name="Short">
          <xs:restriction base="xs:string"><xs:maxLength value="10"/></xs:restriction>
        </xs:simpleType>
      </xs:schema>
      """, name: "list.xsd")
  }

  static func document(_ inside: String) -> String {
    "\(declaration)<l:List xmlns:l=\"urn:list\">\(inside)</l:List>\n"
  }

  static let items = [
    "", "\n<Item>one</Item>\n<Item id=\"2\"/>", "<Item>a &amp; b &lt;c&gt;</Item>",
    "<Item id=\"&amp;&lt;&quot;&#10;\" note=\"&#9;&#13;\">x</Item>", "<Item>Łuczak 𝔄 \u{7F}</Item>",
    "<Inside xmlns=\"urn:list\">in</Inside>", "\n<Item></Item>\n", "<Item>\n</Item>",
  ]

  /// Each element's depth, name, attributes and, in a leaf, text.
  static func flat(_ tape: XMLTape) -> [String] {
    (0..<tape.count).map { element in
      let names = tape.attributeNames(of: element)
      let text = tape.hasChildren(element) ? "" : tape.text(of: element)
      let values = ["id", "note"].map { (name: StaticString) in
        tape.attribute(name, of: element) ?? "-"
      }
      return "\(tape.end(of: element)) \(tape.name(of: element)) \(names) \(values) [\(text)]"
    }
  }

  @Test(arguments: items)
  func `What is written is read as the parser reads it`(inside: String) throws {
    let bytes = Array(Self.document(inside).utf8)
    let reading = try Self.schema().reading(bytes, keepsTape: true)
    #expect(reading.outcome == .accepted)
    let parsed = try XMLTape(reading: bytes, name: "list.xml")
    #expect(Self.flat(reading.tape) == Self.flat(parsed))
  }

  @Test(arguments: [
    "<Item>eleven char</Item>", "<Item other=\"1\"/>", "<Other/>", "text", "<l:Item/>",
    "<Item id=\"eleven char\"/>", "<Item xml:lang=\"en\"/>", "<Inside xmlns=\"urn:other\"/>",
  ])
  func `What the schema does not allow is refused`(inside: String) throws {
    let bytes = Array(Self.document(inside).utf8)
    let schema = try Self.schema()
    #expect(schema.reading(bytes, keepsTape: false).outcome == .refused)
    #expect(!schema.accepts(bytes))
    #expect(schema.tape(of: bytes) == nil)
    #expect(try !schema.validate(bytes: bytes, name: "list.xml").isEmpty)
  }

  @Test(arguments: [
    "<!-- note -->", "<?go now?>", "<Item><![CDATA[x]]></Item>", "<Item id='1'/>", "<Item ></Item>",
    "<Item id=\"1\" id=\"1\"/>", "<Item>&#65;</Item>", "<Item>&other;</Item>", "<Item>]]></Item>",
    "<Item></Itme>", "<Item>", "</Item>", "<Item p:lang=\"en\"/>", "<p:Item/>", "<Item\n/>",
    "<Item>\u{1}</Item>", "<Item>\u{FFFE}</Item>", "<Item id=\"\n\"/>", "<Élan/>", "<1/>",
    "<Item xmlns:xml=\"urn:x\"/>", "<Item xmlns:p=\"\"/>",
  ])
  func `Any other form is left to the parser`(inside: String) throws {
    let bytes = Array(Self.document(inside).utf8)
    let schema = try Self.schema()
    #expect(schema.reading(bytes, keepsTape: false).outcome == .otherForm)
    let isValid = (try? schema.validate(bytes: bytes, name: "list.xml"))?.isEmpty == true
    #expect(schema.accepts(bytes) == isValid)
  }

  @Test func `Documents without declaration, end or root, or with something behind it`() throws {
    let schema = try Self.schema()
    let whole = Self.document("<Item/>")
    for text in [
      "", "<l:List xmlns:l=\"urn:list\"/>", String(whole.dropLast(3)), Self.declaration,
      whole + "<a/>", whole + "\n", " " + whole,
    ] {
      #expect(schema.reading(Array(text.utf8), keepsTape: false).outcome == .otherForm, "\(text)")
    }
    let wrong = Array(whole.utf8.dropLast(12)) + [0xC3, 0x28] + Array("</Item></l:List>\n".utf8)
    #expect(schema.reading(wrong, keepsTape: false).outcome == .otherForm)
  }

  /// One byte at a time is changed, taken out or put in: what is accepted the parser accepts as
  /// well, with the same texts.
  @Test func `Nothing is accepted that the parser refuses`() throws {
    let schema = try Self.schema()
    let whole = Array(Self.document(Self.items.dropLast(3).joined()).utf8)
    let bytes: [UInt8] = Array("<>&;\"'/= \nx:#-!?[]".utf8) + [0, 1, 0x7F, 0x80, 0xC3, 0xEF, 0xFF]
    var accepted = 0
    for place in whole.indices {
      for byte in bytes {
        for kind in 0...2 {
          var changed = whole
          switch kind {
          case 0: changed[place] = byte
          case 1: changed.insert(byte, at: place)
          default: changed.remove(at: place)
          }
          let reading = schema.reading(changed, keepsTape: true)
          guard reading.outcome == .accepted else { continue }
          accepted += 1
          let parsed = try XMLTape(reading: changed, name: "list.xml")
          #expect(try schema.validate(bytes: changed, name: "list.xml").isEmpty)
          #expect(Self.flat(reading.tape) == Self.flat(parsed))
        }
      }
    }
    #expect(accepted > 100)
  }
}
