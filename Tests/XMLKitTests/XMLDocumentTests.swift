import Testing
import XMLKit

@Suite struct XMLDocumentTests {
  @Test func `A tree keeps names, namespaces, attributes, text and places`() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- a comment -->
      <t:page xmlns:t="urn:t" size="letter">
        <row  é="1"
          b='2 &gt; 1'>one &amp; <![CDATA[<two>]]></row><row/>
      </t:page>
      """
    let root = try XMLDocument.parse(text, name: "a.xml")
    #expect(root.name == "page")
    #expect(root.namespace == "urn:t")
    #expect(root.attributes == [XMLAttribute("size", "letter")])
    #expect(root.line == 3 && root.column == 1)
    let rows = root.all("row")
    #expect(rows.count == 2)
    #expect(rows[0].namespace == nil)
    #expect(rows[0].attribute("é") == "1" && rows[0].attribute("b") == "2 > 1")
    #expect(rows[0].text == "one & <two>")
    #expect(rows[0].line == 4 && rows[0].column == 3)
    #expect(rows[1].line == 5 && rows[1].column == 51)
    #expect(rows[1].children.isEmpty)
  }

  @Test func `Text between elements stays in order`() throws {
    let root = try XMLDocument.parse("<p>a<b>c</b>d</p>", name: "p")
    #expect(root.children.count == 3)
    #expect(root.text == "ad")
    #expect(root.allText == "acd")
    #expect(root.children[0] == .text("a") && root.children[2] == .text("d"))
  }

  @Test func `A byte-order mark before UTF-8 is accepted and not counted`() throws {
    let root = try XMLDocument.parse(bytes: [0xEF, 0xBB, 0xBF] + Array("<a/>".utf8), name: "a")
    #expect(root.line == 1 && root.column == 1)
  }

  @Test func `UTF-16 is read in both byte orders where it is asked for`() throws {
    let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>é𝄞</a>"
    let little = UTF16Bytes.little(text)
    let big = UTF16Bytes.big(text)
    let limits = XMLLimits(acceptsUTF16: true)
    #expect(try XMLDocument.parse(bytes: little, name: "a", limits: limits).text == "é𝄞")
    #expect(try XMLDocument.parse(bytes: big, name: "a", limits: limits).text == "é𝄞")
    #expect(throws: XMLError.self) { try XMLDocument.parse(bytes: big, name: "a") }
    #expect(throws: XMLError.self) {
      try XMLDocument.parse(bytes: little.dropLast(), name: "a", limits: limits)
    }
  }

  @Test func `A broken document names the line and the column`() throws {
    let error = try #require(throws: XMLError.self) {
      try XMLDocument.parse("<a>\n  <b>\n</a>", name: "broken.xml")
    }
    #expect(error.code == .malformed)
    #expect(error.line == 3)
    #expect(error.description.hasPrefix("broken.xml:3:"))
    #expect(error.message.contains("mismatch"))
  }

  @Test func `Many threads parse at once`() async throws {
    let text = "<a>" + String(repeating: "<b c='1'>x</b>", count: 200) + "</a>"
    let expected = try XMLDocument.parse(text, name: "a")
    let results = await withTaskGroup(of: XMLElement?.self) { group in
      for _ in 0..<32 { group.addTask { try? XMLDocument.parse(text, name: "a") } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.count == 32)
    #expect(results.allSatisfy { $0 == expected })
  }
}
