/// The project's own schema of the batch that it writes; it stands on ``SubsetSchema``.
enum BatchSubsetSchema {
  static let template = #"""
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:h="@NAMESPACE@"
        targetNamespace="urn:org:pesc:message:AcademicRecordBatch:v2.1.0"
        elementFormDefault="unqualified">
      <xs:import namespace="@NAMESPACE@" schemaLocation="high-school-transcript-subset.xsd"/>
      <xs:element name="AcademicRecordBatch">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="BatchEnvelope">
              <xs:complexType>
                <xs:sequence>
                  <xs:element name="BatchID" type="h:text35"/>
                  <xs:element name="BatchDateTime" type="xs:dateTime"/>
                  <xs:element name="BatchDeliveryMethod">
                    <xs:simpleType>
                      <xs:restriction base="xs:string">
                        <xs:enumeration value="DeliverWhole"/>
                        <xs:enumeration value="ParseBatch"/>
                      </xs:restriction>
                    </xs:simpleType>
                  </xs:element>
                  <xs:element name="SourceAgency" type="h:Party"/>
                  <xs:element name="DestinationAgency" type="h:Party"/>
                </xs:sequence>
              </xs:complexType>
            </xs:element>
            <xs:element name="BatchContent">
              <xs:complexType>
                <xs:sequence>
                  <xs:element ref="h:HighSchoolTranscript" maxOccurs="unbounded"/>
                </xs:sequence>
              </xs:complexType>
            </xs:element>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
    </xs:schema>
    """#
}
