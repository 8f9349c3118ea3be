import Testing

@testable import XMLKit

/// Markup of a plain form is read without libxml2's parser, which decides about any other.
@Suite struct PlainMarkupTests {
  /// The tree without places, which only the parser gives.
  static func placeless(_ element: XMLElement) -> XMLElement {
    XMLElement(
      element.name, namespace: element.namespace, attributes: element.attributes,
      children: element.children.map {
        if case .element(let child) = $0 { .element(placeless(child)) } else { $0 }
      })
  }

  static let plain = [
    "<a/>", "<a></a>", "\n<a>\n</a>\n", "<a b=\"1\" c-d=\"\"  e.f=\"g h\" />",
    "<a>x<b/> y <b>z</b></a >",
    "<a\n  b=\"1\"\n/>", "<a b=\"&lt;&gt;&amp;&quot;&#39;\">&lt;&gt;&amp;&quot;&#39;</a>",
    "<a>Łuczak 𝔄 陈 \u{7F} é &amp; e\u{301}</a>", "<a>'\"\t\n</a>", "<a _1=\"'\"><a/></a>",
    "<a>]]</a>", "<a b=\"&amp;#38;\"/>", "<a>\u{E000}own\u{E001}</a>",
  ]

  @Test(arguments: plain)
  func `The tree is the parser's`(text: String) throws {
    let parsed = try XMLDocument.parse(text, name: "t")
    #expect(XMLDocument.plain(text) == Self.placeless(parsed))
  }

  @Test(arguments: [
    "", "text", "<a>", "</a>", "<a></b>", "<a/><b/>", "<a/>text", "<a b=\"1\" b=\"2\"/>",
    "<a b=\"1\"c=\"2\"/>", "<a b=\"<\"/>", "<a b/>", "<a b=1/>", "<a>&other;</a>", "<a>&</a>",
    "<a>\u{1}</a>", "<a>\u{FFFE}</a>", "<a>]]></a>", "<1/>", "<a b=\"\u{FFFF}\"/>", "< a/>",
    "<a / >",
  ])
  func `What is not well-formed is not read`(text: String) {
    #expect(XMLDocument.plain(text) == nil)
    #expect(throws: XMLError.self) { try XMLDocument.parse(text, name: "t") }
  }

  @Test(arguments: [
    "<?xml version=\"1.0\"?><a/>", "<!-- note --><a/>", "<a><!-- note --></a>", "<a><?go?></a>",
    "<a><![CDATA[x]]></a>", "<a b='1'/>", "<a>&#65;</a>", "<a xmlns=\"urn:a\"/>",
    "<a xml:id=\"b\"/>",
    "<a b=\"1\n2\"/>", "<a>\r\n</a>", "<Élan/>", "<a>\u{FFFD}</a>", "\u{FEFF}<a/>",
    "<a b = \"1\"/>",
  ])
  func `Other forms are left to the parser`(text: String) throws {
    #expect(XMLDocument.plain(text) == nil)
    _ = try XMLDocument.parse(text, name: "t")
  }

  @Test func `The limits are the parser's`() throws {
    let nested = "<a><b><c d=\"1\"/></b></a>"
    for limits in [
      XMLLimits(maximumDepth: 2), XMLLimits(maximumElements: 2), XMLLimits(maximumBytes: 23),
    ] {
      #expect(XMLDocument.plain(nested, limits: limits) == nil)
      #expect(throws: XMLError.self) { try XMLDocument.parse(nested, name: "t", limits: limits) }
    }
    let exact = XMLLimits(maximumBytes: 24, maximumDepth: 3, maximumElements: 3)
    #expect(
      try XMLDocument.plain(nested, limits: exact)
        == Self.placeless(
          XMLDocument.parse(nested, name: "t", limits: exact)))
    let tag = "<a b=\"\(String(repeating: "x", count: 200))\" c=\"2\"/>"
    #expect(XMLDocument.plain(tag) != nil)
    #expect(XMLDocument.plain(tag, limits: XMLLimits(maximumTagBytes: 100)) == nil)
    #expect(XMLDocument.plain(tag, limits: XMLLimits(maximumTagAttributes: 1)) == nil)
    #expect(XMLDocument.plain(tag, limits: XMLLimits(maximumAttributes: 1)) == nil)
  }

  /// Each byte changed into others, left out, and doubled: what is read is what the parser reads.
  @Test func `A damaged document is read as the parser reads it, or not at all`() {
    let document = Array(
      "<a b=\"1\" c=\"é&amp;\">\n<d>x &lt; y</d><e f=\"陈\"/>&#39;<d g=\"\">z</d></a>".utf8)
    let others = Array("<>/&;=\"'! ?-:[]#x9\n\t\r\u{1}\u{7F}".utf8) + [0xEF, 0xBF]
    var accepted = 0
    for place in document.indices {
      for byte in others {
        var changed = document
        changed[place] = byte
        var inserted = document
        inserted.insert(byte, at: place)
        for bytes in [changed, inserted, document.enumerated().filter { $0.0 != place }.map(\.1)] {
          guard let text = String(validating: bytes, as: UTF8.self),
            let tree = XMLDocument.plain(text)
          else { continue }
          accepted += 1
          #expect((try? XMLDocument.parse(text, name: "t")).map(Self.placeless) == tree)
        }
      }
    }
    #expect(accepted > 500)
  }
}
