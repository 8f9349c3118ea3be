/// The project's own schema of exactly what it writes of ELMO, in the project's words.
///
/// ELMO's own schema files are not part of the project; tests validate against them as well.
enum ELMOSubsetSchema {
  static let name = "elmo-subset.xsd"

  /// The files by name.
  static var files: [String: [UInt8]] {
    [name: Array(text.utf8), "xml.xsd": Array(xml.utf8)]
  }

  /// Namespaces in XML, section 3: the one attribute of that namespace that is used.
  private static let xml = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
        targetNamespace="http://www.w3.org/XML/1998/namespace">
      <xs:attribute name="lang" type="xs:language"/>
    </xs:schema>
    """

  private static let text = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:e="\(ELMOExporter.namespace)"
        targetNamespace="\(ELMOExporter.namespace)" elementFormDefault="qualified">
      <xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="xml.xsd"/>

      <xs:simpleType name="Filled">
        <xs:restriction base="xs:string"><xs:minLength value="1"/></xs:restriction>
      </xs:simpleType>
      <xs:complexType name="Identifier">
        <xs:simpleContent>
          <xs:extension base="e:Filled">
            <xs:attribute name="type" type="e:Filled" use="required"/>
          </xs:extension>
        </xs:simpleContent>
      </xs:complexType>
      <xs:complexType name="English">
        <xs:simpleContent>
          <xs:extension base="e:Filled">
            <xs:attribute ref="xml:lang" use="required" fixed="en"/>
          </xs:extension>
        </xs:simpleContent>
      </xs:complexType>

      <xs:element name="elmo">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="generatedDate" type="xs:dateTime"/>
            <xs:element name="learner" type="e:Learner"/>
            <xs:element name="report" type="e:Report"/>
          </xs:sequence>
        </xs:complexType>
        <!-- A grading scheme that a result names is there. -->
        <xs:key name="scheme">
          <xs:selector xpath="e:report/e:gradingScheme"/><xs:field xpath="@localId"/>
        </xs:key>
        <xs:keyref name="scheme-used" refer="e:scheme">
          <xs:selector xpath=".//e:learningOpportunityInstance"/>
          <xs:field xpath="e:gradingSchemeLocalId"/>
        </xs:keyref>
      </xs:element>

      <!-- A mononym is the family name; the given names are empty then. -->
      <xs:complexType name="Learner">
        <xs:sequence>
          <xs:element name="identifier" type="e:Identifier" maxOccurs="2"/>
          <xs:element name="givenNames" type="xs:string"/>
          <xs:element name="familyName" type="e:Filled"/>
          <xs:element name="bday" type="xs:date"/>
        </xs:sequence>
      </xs:complexType>

      <xs:complexType name="Report">
        <xs:sequence>
          <xs:element name="issuer">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="country" type="xs:string" fixed="US"/>
                <xs:element name="identifier" type="e:Identifier" maxOccurs="2"/>
                <xs:element name="title" type="e:English"/>
                <xs:element name="url" type="e:Filled"/>
              </xs:sequence>
            </xs:complexType>
          </xs:element>
          <xs:element name="learningOpportunitySpecification" type="e:Opportunity"/>
          <xs:element name="issueDate" type="xs:dateTime"/>
          <xs:element name="gradingScheme">
            <xs:complexType>
              <xs:sequence><xs:element name="description" type="e:English"/></xs:sequence>
              <xs:attribute name="localId" type="e:Filled" use="required"/>
            </xs:complexType>
          </xs:element>
          <xs:element name="attachment">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="identifier" type="e:Identifier" minOccurs="0"/>
                <xs:element name="title" type="e:English"/>
                <xs:element name="type" type="xs:string" fixed="Transcript of Records"/>
                <xs:element name="content" type="e:Filled"/>
              </xs:sequence>
            </xs:complexType>
          </xs:element>
        </xs:sequence>
      </xs:complexType>

      <xs:complexType name="Opportunity">
        <xs:sequence>
          <xs:element name="identifier" type="e:Identifier" minOccurs="0"/>
          <xs:element name="title" type="e:English"/>
          <xs:element name="type">
            <xs:simpleType><xs:restriction base="xs:string">
              <xs:enumeration value="Degree Programme"/><xs:enumeration value="Module"/>
              <xs:enumeration value="Course"/><xs:enumeration value="Class"/>
            </xs:restriction></xs:simpleType>
          </xs:element>
          <xs:element name="description" type="e:English" minOccurs="0"/>
          <xs:element name="specifies">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="learningOpportunityInstance" type="e:Instance"/>
              </xs:sequence>
            </xs:complexType>
          </xs:element>
          <xs:element name="hasPart" minOccurs="0" maxOccurs="unbounded">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="learningOpportunitySpecification" type="e:Opportunity"/>
              </xs:sequence>
            </xs:complexType>
          </xs:element>
        </xs:sequence>
      </xs:complexType>

      <!-- Never failed: what is not met yet is in progress. -->
      <xs:complexType name="Instance">
        <xs:sequence>
          <xs:element name="date" type="xs:date" minOccurs="0"/>
          <xs:element name="status" minOccurs="0">
            <xs:simpleType><xs:restriction base="xs:string">
              <xs:enumeration value="passed"/><xs:enumeration value="in-progress"/>
            </xs:restriction></xs:simpleType>
          </xs:element>
          <xs:element name="gradingSchemeLocalId" type="e:Filled" minOccurs="0"/>
          <xs:element name="resultLabel" type="e:Filled" minOccurs="0"/>
          <xs:element name="credit" minOccurs="0">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="scheme" type="xs:string" fixed="carnegie-unit"/>
                <xs:element name="value">
                  <xs:simpleType>
                    <xs:restriction base="xs:decimal">
                      <xs:minInclusive value="0"/><xs:fractionDigits value="3"/>
                    </xs:restriction>
                  </xs:simpleType>
                </xs:element>
              </xs:sequence>
            </xs:complexType>
          </xs:element>
        </xs:sequence>
      </xs:complexType>
    </xs:schema>
    """
}
