import Testing
import TranscriptLayout
import TranscriptModel

@testable import TranscriptPDF

@Suite("Finishing pass")
struct FinishingPassTests {
  @Test("What is drawn outside elements becomes an artifact, and state alone does not")
  func bareContentIsMarked() throws {
    let content = """
      1 0 0 -1 0 792 cm
      q
      0.5 w 42 20 m 500 20 l S
      /H1 << /MCID 0 >> BDC
      BT
      [(EMC \\) BDC)17(e)]TJ
      /Span << /ActualText <FEFF200C> >> BDC
      <0001>Tj
      EMC
      ET
      EMC
      /P << /MCID 1 >> BDC
      0 0 9 9 re f
      EMC
      Q

      """
    let expected = """
      /Artifact BMC
      1 0 0 -1 0 792 cm
      q
      0.5 w 42 20 m 500 20 l S
      EMC
      /H1 << /MCID 0 >> BDC
      BT
      [(EMC \\) BDC)17(e)]TJ
      /Span << /ActualText <FEFF200C> >> BDC
      <0001>Tj
      EMC
      ET
      EMC
      /P << /MCID 1 >> BDC
      0 0 9 9 re f
      EMC
      Q

      """
    let marked = try ContentMarking.mark(Array(content.utf8))
    #expect(String(decoding: marked.content, as: UTF8.self) == expected)
    #expect(marked.elementCount == 2)
  }

  @Test(
    "Content of an unknown shape is refused",
    arguments: [
      "/x0 Do", "BI", "EMC", "/P << /MCID 0 >> BDC\n", "BT\n", "(open",
      "BT\n/P << /MCID 0 >> BDC\nEMC\nET\n",
    ])
  func unknownContentIsRefused(content: String) {
    #expect(throws: PDFFailure.self) { try ContentMarking.mark(Array(content.utf8)) }
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
