import Testing
import TranscriptLayout
import TranscriptModel

@testable import TranscriptPDF

@Suite("Writing a file")
struct WritingTests {
  @Test(
    "Numbers have no more digits than they need",
    arguments: [
      (0, "0"), (5, ".05"), (-5, "-.05"), (50, ".5"), (100, "1"), (4230, "42.3"), (-1234, "-12.34"),
    ])
  func numbersAreShort(hundredths: Int, text: String) {
    var output = ByteWriter(capacity: 16)
    output.write(hundredths: hundredths)
    #expect(String(decoding: output.bytes, as: UTF8.self) == text)
  }

  @Test("Glyphs that follow the pen are one string, and a moved one is set back or forth")
  func movedGlyphsAreKerned() {
    var show = TextShow()
    var output = ByteWriter(capacity: 64)
    let slot = { (code: Int) in FontFace.Slot(part: 0, code: code, width: 500, text: nil) }
    // At 10 points a width of 500 is 5 points; the third glyph stands a fifth of a point nearer.
    show.begin(at: 2, size: 10)
    for (code, x) in [(65, 2.0), (40, 7.0), (66, 11.8), (67, 16.8)] {
      show.add(slot(code), isTwoByte: false, at: x)
    }
    show.flush(to: &output)
    show.begin(at: 0, size: 10)
    show.add(slot(0x0A1F), isTwoByte: true, at: 0)
    show.flush(to: &output)
    #expect(String(decoding: output.bytes, as: UTF8.self) == "[(A\\()20(BC)]TJ\n<0A1F>Tj\n")
  }

  @Test(
    "A file that cairo 1.16 would not write is refused",
    arguments: [
      "", "%PDF-1.7\n", "%PDF-1.5\nstartxref\n9\n%%EOF\n", "%PDF-1.5\nstartxref\n999\n%%EOF\n",
    ])
  func unknownFilesAreRefused(text: String) {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      _ = #expect(throws: PDFFailure.self) { try CairoFile(bytes) }
    }
  }

  @Test("What the information dictionary says is said in XMP with the same characters")
  func metadataIsEscaped() {
    let metadata = DocumentMetadata(
      title: "A <b>&\u{1}B", language: "en", author: "Quill]]>water", subject: "S", id: "",
      status: .draft, issuedOn: CalendarDate(dayNumber: 0))
    let information = DocumentInformation(metadata)
    let packet = String(decoding: XMPPacket(information: information).bytes, as: UTF8.self)
    #expect(packet.contains(">A &lt;b&gt;&amp; B</rdf:li>"))
    #expect(packet.contains("<rdf:li>Quill]]&gt;water</rdf:li>"))
    #expect(packet.contains("<xmp:CreateDate>1970-01-01T00:00:00Z</xmp:CreateDate>"))
    let dictionary = String(decoding: information.dictionary, as: UTF8.self)
    #expect(dictionary.contains("/Title(A <b>& B)"))
    #expect(dictionary.contains("/CreationDate(D:19700101000000Z)"))
  }

  @Test("Text strings are ASCII literals or UTF-16 with a byte-order mark")
  func textStrings() {
    // ISO 32000-1, 7.9.2.2; U+1EC5 is the e of Nguyễn.
    #expect(PDFText.string("a(b)\\") == Array("(a\\(b\\)\\\\)".utf8))
    #expect(PDFText.string("ễ") == Array("<FEFF1EC5>".utf8))
    #expect(PDFText.string("😀") == Array("<FEFFD83DDE00>".utf8))
  }
}
