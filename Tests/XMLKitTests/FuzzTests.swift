import Testing
import XMLKit

/// Seeded damage to a document: it is read or refused by name, never anything else.
@Suite struct FuzzTests {
  /// SplitMix64, so that a failure can be repeated from its seed.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  static let seedDocument = Array(
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <h:List xmlns:h="urn:list" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <City id='1' note="a &amp; b &#233;">Essex — 李</City><!-- c --><?p q?>
      <City><![CDATA[<raw>]]></City><Empty/><a><b><c>deep</c></b></a>
    </h:List>
    """.utf8)

  static let pieces: [[UInt8]] = [
    "<!DOCTYPE a [", "<!ENTITY x 'y'>", "]>", "&x;", "&#0;", "&#x10FFFF;", "<![CDATA[", "]]>",
    "<!--", "-->", "<?", "?>", "<", ">", "/>", "\"", "'", "xmlns:h=\"\"", "xsi:type='h:x'", "\u{0}",
    "\u{FEFF}", "]]", "&", "=",
  ].map { Array($0.utf8) }

  static func damaged(_ bytes: [UInt8], _ generator: inout Generator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.remove(at: place)
      case 2:
        bytes.insert(
          contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &generator)], at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + 9))
      default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: place)
      }
    }
    return bytes
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `Damage is refused by name, and what is read can be written and read again`(
    seed: UInt64
  ) throws {
    var generator = Generator(state: seed)
    let schema = try XMLSchema(
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:list">
        <xs:element name="List"/>
      </xs:schema>
      """, name: "list.xsd")
    var read = 0
    for _ in 0..<500 {
      let bytes = Self.damaged(Self.seedDocument, &generator)
      do throws(XMLError) {
        let root = try XMLDocument.parse(
          bytes: bytes, name: "fuzz", limits: XMLLimits(acceptsUTF16: true))
        read += 1
        let again = try XMLDocument.parse(
          bytes: XMLWriter(prefixes: Self.prefixes(of: root)).bytes(of: root), name: "again")
        #expect(
          again.allText.filter { !$0.isWhitespace } == root.allText.filter { !$0.isWhitespace })
        _ = try schema.validate(bytes: bytes, name: "fuzz")
      } catch {
        #expect(!error.message.isEmpty)
      }
    }
    // The damage is light enough that both ways are taken.
    #expect(read > 20 && read < 480)
  }

  private static func prefixes(of root: XMLElement) -> [String: String] {
    var namespaces: Set<String> = []
    func collect(_ element: XMLElement) {
      namespaces.formUnion(
        ([element.namespace] + element.attributes.map(\.namespace)).compactMap(\.self))
      element.elements.forEach(collect)
    }
    collect(root)
    return Dictionary(
      uniqueKeysWithValues: namespaces.sorted().enumerated().map { ($1, "n\($0)") })
  }
}
