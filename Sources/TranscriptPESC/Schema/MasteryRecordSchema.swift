/// The schema of the extension, the same text as `docs/pesc/mastery-record-1.xsd`.
enum MasteryRecordSchema {
  static let text = #"""
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- The full mastery record that rides in UserDefinedExtensions of a PESC High School Transcript.
         A change that alters the meaning of an element makes a new namespace. See ../pesc.md. -->
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
        xmlns:mr="urn:mastery-transcript:record:v1"
        targetNamespace="urn:mastery-transcript:record:v1"
        elementFormDefault="qualified" attributeFormDefault="unqualified">

      <!-- An exact number: a whole number or a fraction, such as 3, 1/2 or 133/40. -->
      <xs:simpleType name="Exact">
        <xs:restriction base="xs:string">
          <xs:pattern value="-?[0-9]+(/[1-9][0-9]*)?"/>
        </xs:restriction>
      </xs:simpleType>

      <xs:simpleType name="Code">
        <xs:restriction base="xs:string"><xs:minLength value="1"/></xs:restriction>
      </xs:simpleType>

      <xs:simpleType name="LevelCode">
        <xs:restriction base="xs:string">
          <xs:minLength value="1"/><xs:maxLength value="3"/>
        </xs:restriction>
      </xs:simpleType>

      <!-- Where a student stands on one competency. None of these is a number. -->
      <xs:simpleType name="AttainmentStatus">
        <xs:restriction base="xs:string">
          <xs:enumeration value="attained"/>
          <xs:enumeration value="not-yet"/>
          <xs:enumeration value="insufficient-evidence"/>
          <xs:enumeration value="not-assessed"/>
          <xs:enumeration value="in-progress"/>
          <xs:enumeration value="missed"/>
          <xs:enumeration value="excused"/>
          <xs:enumeration value="withdrawn"/>
          <xs:enumeration value="waived"/>
          <xs:enumeration value="transferred"/>
          <xs:enumeration value="met-by-decision"/>
        </xs:restriction>
      </xs:simpleType>

      <xs:simpleType name="RequirementStatus">
        <xs:restriction base="xs:string">
          <xs:enumeration value="met"/>
          <xs:enumeration value="waived"/>
          <xs:enumeration value="in-progress"/>
          <xs:enumeration value="not-met"/>
        </xs:restriction>
      </xs:simpleType>

      <xs:simpleType name="GraduationStatus">
        <xs:restriction base="xs:string">
          <xs:enumeration value="graduated"/>
          <xs:enumeration value="requirements-met"/>
          <xs:enumeration value="on-track"/>
          <xs:enumeration value="not-on-track"/>
          <xs:enumeration value="years-remain"/>
          <xs:enumeration value="posted-but-unmet"/>
          <xs:enumeration value="withdrawn"/>
        </xs:restriction>
      </xs:simpleType>

      <xs:element name="MasteryRecord">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="Document" type="mr:Document"/>
            <xs:element name="Policy" type="mr:Policy"/>
            <xs:element name="Scale" type="mr:Scale"/>
            <xs:element name="ContentArea" type="mr:ContentArea" minOccurs="0" maxOccurs="unbounded"/>
            <xs:element name="GraduationCompetencies" type="mr:Competencies" minOccurs="0"/>
            <xs:element name="Course" type="mr:Course" minOccurs="0" maxOccurs="unbounded"/>
            <xs:element name="Institution" type="mr:Institution" minOccurs="0" maxOccurs="unbounded"/>
            <xs:element name="Graduation" type="mr:Graduation"/>
            <xs:element name="GradePoints" type="mr:GradePoints" minOccurs="0"/>
            <xs:element name="Notation" type="mr:Notation" minOccurs="0" maxOccurs="unbounded"/>
            <xs:element name="Experience" type="mr:Experience" minOccurs="0" maxOccurs="unbounded"/>
            <xs:element name="Narrative" type="mr:Narrative" minOccurs="0"/>
          </xs:sequence>
          <xs:attribute name="formatVersion" use="required" fixed="1"/>
        </xs:complexType>
      </xs:element>

      <!-- id identifies the content; number is printed on the PDF; inputHash is SHA-256 in hex. -->
      <xs:complexType name="Document">
        <xs:attribute name="id" type="mr:Code" use="required"/>
        <xs:attribute name="number" type="mr:Code"/>
        <xs:attribute name="status" use="required">
          <xs:simpleType>
            <xs:restriction base="xs:string">
              <xs:enumeration value="draft"/>
              <xs:enumeration value="unofficial"/>
              <xs:enumeration value="official"/>
              <xs:enumeration value="amended"/>
            </xs:restriction>
          </xs:simpleType>
        </xs:attribute>
        <xs:attribute name="asOf" type="xs:date" use="required"/>
        <xs:attribute name="issuedOn" type="xs:date" use="required"/>
        <xs:attribute name="replaces" type="mr:Code"/>
        <xs:attribute name="inputHash" type="xs:string" use="required"/>
      </xs:complexType>

      <!-- The rules under which every decision was made, in words. -->
      <xs:complexType name="Policy">
        <xs:sequence>
          <xs:element name="Rule" minOccurs="0" maxOccurs="unbounded">
            <xs:complexType>
              <xs:simpleContent>
                <xs:extension base="xs:string">
                  <xs:attribute name="for" use="required">
                    <xs:simpleType>
                      <xs:restriction base="xs:string">
                        <xs:enumeration value="content-area"/>
                        <xs:enumeration value="graduation"/>
                        <xs:enumeration value="objective"/>
                        <xs:enumeration value="course-mark"/>
                      </xs:restriction>
                    </xs:simpleType>
                  </xs:attribute>
                </xs:extension>
              </xs:simpleContent>
            </xs:complexType>
          </xs:element>
          <xs:element name="AveragingRule" type="xs:string" minOccurs="0" maxOccurs="unbounded"/>
        </xs:sequence>
        <xs:attribute name="title" type="xs:string" use="required"/>
        <xs:attribute name="version" type="xs:string" use="required"/>
        <xs:attribute name="effectiveOn" type="xs:date" use="required"/>
        <xs:attribute name="adoptedOn" type="xs:date"/>
        <xs:attribute name="adoptedBy" type="xs:string"/>
      </xs:complexType>

      <!-- Levels from the lowest; passing is the code of the lowest level that earns credit. -->
      <xs:complexType name="Scale">
        <xs:sequence>
          <xs:element name="Level" maxOccurs="unbounded">
            <xs:complexType>
              <xs:simpleContent>
                <xs:extension base="xs:string">
                  <xs:attribute name="code" type="mr:LevelCode" use="required"/>
                  <xs:attribute name="number" type="mr:Exact" use="required"/>
                  <xs:attribute name="label" type="mr:Code" use="required"/>
                </xs:extension>
              </xs:simpleContent>
            </xs:complexType>
          </xs:element>
        </xs:sequence>
        <xs:attribute name="id" type="mr:Code" use="required"/>
        <xs:attribute name="title" type="xs:string" use="required"/>
        <xs:attribute name="passing" type="mr:LevelCode" use="required"/>
      </xs:complexType>

      <xs:complexType name="ContentArea">
        <xs:sequence>
          <xs:element name="Competency" type="mr:Competency" minOccurs="0" maxOccurs="unbounded"/>
        </xs:sequence>
        <xs:attribute name="id" type="mr:Code" use="required"/>
        <xs:attribute name="title" type="xs:string" use="required"/>
        <xs:attribute name="needed" type="xs:nonNegativeInteger"/>
        <xs:attribute name="framework" type="xs:string"/>
      </xs:complexType>

      <xs:complexType name="Competencies">
        <xs:sequence>
          <xs:element name="Competency" type="mr:Competency" maxOccurs="unbounded"/>
        </xs:sequence>
        <xs:attribute name="needed" type="xs:nonNegativeInteger"/>
        <xs:attribute name="framework" type="xs:string"/>
      </xs:complexType>

      <!-- Codes and ids without white space in them, with one space between. -->
      <xs:simpleType name="Codes">
        <xs:restriction base="xs:string"/>
      </xs:simpleType>

      <xs:simpleType name="Dates">
        <xs:list itemType="xs:date"/>
      </xs:simpleType>

      <!-- The name, and the outcome in words, are in the Proficiency that has the id as its first
           NoteMessage. counted: pieces of evidence that count; left out, as many as Evidence lists.
           needed: pieces that the rule asks for; left out, what the element around says, as for
           the framework of an Alignment.
           A code or id that has white space in it stands in an Alignment or Evidence of its own, as
           an attribute. -->
      <xs:complexType name="Competency">
        <xs:sequence>
          <xs:element name="Statement" type="xs:string" minOccurs="0"/>
          <xs:element name="Alignment" minOccurs="0" maxOccurs="unbounded">
            <xs:complexType>
              <xs:simpleContent>
                <xs:extension base="mr:Codes">
                  <xs:attribute name="framework" type="xs:string"/>
                  <xs:attribute name="code" type="mr:Code"/>
                </xs:extension>
              </xs:simpleContent>
            </xs:complexType>
          </xs:element>
          <xs:element name="Evidence" minOccurs="0" maxOccurs="unbounded">
            <xs:complexType>
              <xs:simpleContent>
                <xs:extension base="mr:Codes">
                  <xs:attribute name="id" type="mr:Code"/>
                </xs:extension>
              </xs:simpleContent>
            </xs:complexType>
          </xs:element>
        </xs:sequence>
        <xs:attribute name="id" type="mr:Code" use="required"/>
        <xs:attribute name="core" type="xs:boolean" default="true"/>
        <xs:attribute name="status" type="mr:AttainmentStatus" default="attained"/>
        <xs:attribute name="level" type="mr:LevelCode"/>
        <xs:attribute name="date" type="xs:date"/>
        <xs:attribute name="underWay" type="xs:boolean" default="false"/>
        <xs:attribute name="counted" type="xs:nonNegativeInteger"/>
        <xs:attribute name="needed" type="xs:nonNegativeInteger"/>
        <xs:attribute name="shownIn" type="xs:string"/>
      </xs:complexType>

      <!-- What the Course with this CourseNumber has no place for: exact credit where it has more than
           three decimals; the level so far, its status and the expected day where nothing is posted;
           the day on which a part of the credit has posted. -->
      <xs:complexType name="Course">
        <xs:sequence>
          <!-- The days of competencies that are not met, in the order of the ids. -->
          <xs:element name="Results" minOccurs="0" maxOccurs="unbounded">
            <xs:complexType>
              <xs:simpleContent>
                <xs:extension base="mr:Codes">
                  <xs:attribute name="competency" type="mr:Code"/>
                  <xs:attribute name="dates" type="mr:Dates" use="required"/>
                </xs:extension>
              </xs:simpleContent>
            </xs:complexType>
          </xs:element>
        </xs:sequence>
        <xs:attribute name="id" type="mr:Code" use="required"/>
        <xs:attribute name="mark" type="mr:LevelCode"/>
        <xs:attribute name="markStatus" type="mr:AttainmentStatus" default="attained"/>
        <xs:attribute name="credit" type="mr:Exact"/>
        <xs:attribute name="earned" type="mr:Exact"/>
        <xs:attribute name="date" type="xs:date"/>
      </xs:complexType>

      <xs:simpleType name="CourseLevel">
        <xs:restriction base="xs:string">
          <xs:enumeration value="regular"/>
          <xs:enumeration value="honors"/>
          <xs:enumeration value="ap"/>
          <xs:enumeration value="ib"/>
          <xs:enumeration value="dual"/>
        </xs:restriction>
      </xs:simpleType>

      <!-- Work at another institution: title and mark are as it gave them, never turned into levels. -->
      <xs:complexType name="Institution">
        <xs:sequence>
          <xs:element name="ExternalCourse" minOccurs="0" maxOccurs="unbounded">
            <xs:complexType>
              <xs:attribute name="id" type="mr:Code" use="required"/>
              <xs:attribute name="title" type="xs:string" use="required"/>
              <xs:attribute name="mark" type="xs:string" use="required"/>
              <xs:attribute name="level" type="mr:CourseLevel" default="regular"/>
              <xs:attribute name="credit" type="mr:Exact" use="required"/>
              <xs:attribute name="collegeCredit" type="mr:Exact"/>
              <xs:attribute name="earnedOn" type="xs:date" use="required"/>
              <xs:attribute name="gradeLevel" type="xs:nonNegativeInteger"/>
            </xs:complexType>
          </xs:element>
        </xs:sequence>
        <xs:attribute name="name" type="xs:string" use="required"/>
        <xs:attribute name="kind" use="required">
          <xs:simpleType>
            <xs:restriction base="xs:string">
              <xs:enumeration value="transfer"/>
              <xs:enumeration value="dual-enrollment"/>
              <xs:enumeration value="examination"/>
            </xs:restriction>
          </xs:simpleType>
        </xs:attribute>
      </xs:complexType>

      <xs:complexType name="Graduation">
        <xs:sequence>
          <xs:element name="Requirement" type="mr:Requirement" minOccurs="0" maxOccurs="unbounded"/>
        </xs:sequence>
        <xs:attribute name="plan" type="xs:string" use="required"/>
        <xs:attribute name="authority" type="xs:string"/>
        <xs:attribute name="status" type="mr:GraduationStatus" use="required"/>
        <xs:attribute name="date" type="xs:date"/>
        <xs:attribute name="expectedOn" type="xs:date"/>
        <xs:attribute name="creditsEarned" type="mr:Exact" use="required"/>
        <xs:attribute name="creditsInProgress" type="mr:Exact" use="required"/>
        <xs:attribute name="creditsRequired" type="mr:Exact" use="required"/>
      </xs:complexType>

      <!-- Requirements nest; what counts for a part counts for the whole as well, once. -->
      <xs:complexType name="Requirement">
        <xs:sequence>
          <xs:element name="Requirement" type="mr:Requirement" minOccurs="0" maxOccurs="unbounded"/>
        </xs:sequence>
        <xs:attribute name="id" type="mr:Code" use="required"/>
        <xs:attribute name="title" type="xs:string" use="required"/>
        <xs:attribute name="status" type="mr:RequirementStatus" default="met"/>
        <xs:attribute name="unit" fixed="credit"/>
        <xs:attribute name="earned" type="mr:Exact" use="required"/>
        <xs:attribute name="inProgress" type="mr:Exact" default="0"/>
        <xs:attribute name="required" type="mr:Exact" use="required"/>
        <xs:attribute name="waived" type="mr:Exact" default="0"/>
      </xs:complexType>

      <!-- Present only where the district has adopted a table that turns marks into points. -->
      <xs:complexType name="GradePoints">
        <xs:sequence>
          <xs:element name="Points" minOccurs="0" maxOccurs="unbounded">
            <xs:complexType>
              <xs:attribute name="level" type="mr:LevelCode" use="required"/>
              <xs:attribute name="value" type="mr:Exact" use="required"/>
            </xs:complexType>
          </xs:element>
          <xs:element name="Weight" minOccurs="0" maxOccurs="unbounded">
            <xs:complexType>
              <xs:attribute name="level" type="mr:CourseLevel" use="required"/>
              <xs:attribute name="value" type="mr:Exact" use="required"/>
            </xs:complexType>
          </xs:element>
          <xs:element name="Excluded" type="xs:string" minOccurs="0" maxOccurs="unbounded"/>
        </xs:sequence>
        <xs:attribute name="title" type="xs:string" use="required"/>
        <xs:attribute name="unweighted" type="xs:decimal" use="required"/>
        <xs:attribute name="weighted" type="xs:decimal" use="required"/>
        <xs:attribute name="asOf" type="xs:date" use="required"/>
        <xs:attribute name="adoptedOn" type="xs:date" use="required"/>
        <xs:attribute name="adoptedBy" type="xs:string" use="required"/>
      </xs:complexType>

      <xs:complexType name="Notation">
        <xs:attribute name="kind" type="mr:Code" use="required"/>
        <xs:attribute name="title" type="xs:string" use="required"/>
        <xs:attribute name="detail" type="xs:string"/>
        <xs:attribute name="awardedOn" type="xs:date" use="required"/>
      </xs:complexType>

      <xs:complexType name="Experience">
        <xs:sequence>
          <xs:element name="Description" type="xs:string" minOccurs="0"/>
        </xs:sequence>
        <xs:attribute name="kind" type="mr:Code" use="required"/>
        <xs:attribute name="title" type="xs:string" use="required"/>
        <xs:attribute name="organization" type="xs:string"/>
        <xs:attribute name="hours" type="mr:Exact"/>
        <xs:attribute name="startedOn" type="xs:date"/>
        <xs:attribute name="endedOn" type="xs:date"/>
      </xs:complexType>

      <xs:complexType name="Narrative">
        <xs:sequence>
          <xs:element name="Paragraph" type="xs:string" minOccurs="0" maxOccurs="unbounded"/>
        </xs:sequence>
        <xs:attribute name="author" type="xs:string" use="required"/>
      </xs:complexType>
    </xs:schema>

    """#
}
