import Testing
import XMLKit

@Suite struct XMLSchemaTests {
  static let main = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:c="urn:core"
        targetNamespace="urn:list">
      <xs:import namespace="urn:core" schemaLocation="core.xsd"/>
      <xs:element name="List">
        <xs:complexType><xs:sequence>
          <xs:element name="City" type="c:City" maxOccurs="unbounded"/>
          <xs:any namespace="##other" processContents="lax" minOccurs="0"/>
        </xs:sequence></xs:complexType>
      </xs:element>
    </xs:schema>
    """
  static let core = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:core">
      <xs:simpleType name="City">
        <xs:restriction base="xs:string">
          <xs:minLength value="2"/><xs:maxLength value="5"/>
        </xs:restriction>
      </xs:simpleType>
    </xs:schema>
    """

  static func schema() throws -> XMLSchema {
    try XMLSchema(
      named: "main.xsd", in: ["main.xsd": Array(main.utf8), "core.xsd": Array(core.utf8)])
  }

  static func violations(_ text: String) throws -> [XMLViolation] {
    try schema().validate(bytes: Array(text.utf8), name: "list.xml")
  }

  @Test func `A valid document has no violations`() throws {
    let text = "<l:List xmlns:l='urn:list'><City>Essex</City></l:List>"
    #expect(try Self.violations(text).isEmpty)
  }

  @Test func `Every violation is reported with line, path and limit`() throws {
    let text = """
      <l:List xmlns:l='urn:list'>
        <City>E</City>
        <City>Essex</City>
        <City>Norwich</City>
      </l:List>
      """
    let found = try Self.violations(text)
    #expect(Set(found.map(\.line)) == [2, 4])
    #expect(found[0].path == "/l:List/City[1]")
    #expect(found[0].message.contains("minLength"))
    #expect(found.contains { $0.path == "/l:List/City[3]" && $0.message.contains("'5'") })
  }

  @Test func `A document in another namespace is invalid`() throws {
    let found = try Self.violations("<l:List xmlns:l='urn:other'><City>Essex</City></l:List>")
    #expect(found.count == 1)
    #expect(found[0].message.contains("No matching global declaration"))
  }

  @Test func `A document cannot bring its own schema`() throws {
    let text = """
      <l:List xmlns:l='urn:list' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'
        xsi:schemaLocation='urn:list file:///etc/passwd urn:e core.xsd'><City>Essex</City>
        <e:Any xmlns:e='urn:e' xsi:noNamespaceSchemaLocation='http://127.0.0.1/x.xsd'/></l:List>
      """
    #expect(try Self.violations(text).isEmpty)
  }

  @Test func `A schema whose import is not at hand is refused`() throws {
    let error = try #require(throws: XMLError.self) {
      try XMLSchema(named: "main.xsd", in: ["main.xsd": Array(Self.main.utf8)])
    }
    #expect(error.code == .schema)
  }

  @Test func `A schema that is not well-formed names its file and line`() throws {
    let error = try #require(throws: XMLError.self) {
      try XMLSchema("<xs:schema\n>", name: "bad.xsd")
    }
    #expect(error.code == .malformed)
    #expect(error.document == "bad.xsd")
  }

  @Test func `One schema serves many threads`() async throws {
    let schema = try Self.schema()
    let text = "<l:List xmlns:l='urn:list'><City>E</City><City>Essex</City></l:List>"
    let counts = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<64 {
        group.addTask {
          (try? schema.validate(bytes: Array(text.utf8), name: "a").count) ?? -1
        }
      }
      return await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect(counts == [1])
  }
}
