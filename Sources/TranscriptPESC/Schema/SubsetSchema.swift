/// The project's own schema of exactly what it writes, in the project's words.
///
/// `@NAMESPACE@` and `@STATES@` are filled in for each version.
enum SubsetSchema {
  static let template = #"""
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- The part of a PESC High School Transcript that this project writes, and nothing beside it. -->
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:h="@NAMESPACE@"
        xmlns:mr="urn:mastery-transcript:record:v1" targetNamespace="@NAMESPACE@"
        elementFormDefault="unqualified">
      <xs:import namespace="urn:mastery-transcript:record:v1"
          schemaLocation="mastery-record-1.xsd"/>

      <xs:element name="HighSchoolTranscript">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="TransmissionData" type="h:TransmissionData"/>
            <xs:element name="Student" type="h:Student"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>

      <!-- Texts by the number of characters that they may have. -->
      <xs:simpleType name="text3"><xs:restriction base="h:filled"><xs:maxLength value="3"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="text10"><xs:restriction base="h:filled"><xs:maxLength value="10"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="text15"><xs:restriction base="h:filled"><xs:maxLength value="15"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="text20"><xs:restriction base="h:filled"><xs:maxLength value="20"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="text30"><xs:restriction base="h:filled"><xs:maxLength value="30"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="text35"><xs:restriction base="h:filled"><xs:maxLength value="35"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="text40"><xs:restriction base="h:filled"><xs:maxLength value="40"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="text45"><xs:restriction base="h:filled"><xs:maxLength value="45"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="text60"><xs:restriction base="h:filled"><xs:maxLength value="60"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="text80"><xs:restriction base="h:filled"><xs:maxLength value="80"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="text128"><xs:restriction base="h:filled"><xs:maxLength value="128"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="text200"><xs:restriction base="h:filled"><xs:maxLength value="200"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="text400"><xs:restriction base="h:filled"><xs:maxLength value="400"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="text512"><xs:restriction base="h:filled"><xs:maxLength value="512"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="filled">
        <xs:restriction base="xs:string"><xs:minLength value="1"/></xs:restriction>
      </xs:simpleType>
      <xs:simpleType name="code4"><xs:restriction base="xs:string"><xs:length value="4"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="code5"><xs:restriction base="xs:string"><xs:length value="5"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="code6"><xs:restriction base="xs:string"><xs:length value="6"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="code8"><xs:restriction base="xs:string"><xs:length value="8"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="code9"><xs:restriction base="xs:string"><xs:length value="9"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="code12"><xs:restriction base="xs:string"><xs:length value="12"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="code3to8">
        <xs:restriction base="xs:string"><xs:minLength value="3"/><xs:maxLength value="8"/></xs:restriction>
      </xs:simpleType>
      <xs:simpleType name="place">
        <xs:restriction base="xs:string"><xs:minLength value="2"/><xs:maxLength value="30"/></xs:restriction>
      </xs:simpleType>
      <xs:simpleType name="state">
        <xs:restriction base="xs:string"><xs:pattern value="@STATES@"/></xs:restriction>
      </xs:simpleType>
      <xs:simpleType name="schoolYear">
        <xs:restriction base="xs:string"><xs:pattern value="[0-9]{4}-[0-9]{4}"/></xs:restriction>
      </xs:simpleType>
      <xs:simpleType name="credit">
        <xs:restriction base="xs:decimal">
          <xs:minInclusive value="0"/><xs:totalDigits value="9"/><xs:fractionDigits value="3"/>
        </xs:restriction>
      </xs:simpleType>
      <xs:simpleType name="unit">
        <xs:restriction base="xs:string">
          <xs:enumeration value="CarnegieUnits"/><xs:enumeration value="NoCredit"/>
        </xs:restriction>
      </xs:simpleType>
      <xs:simpleType name="grade">
        <xs:restriction base="xs:string">
          <xs:pattern value="Kindergarten|(First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth)Grade"/>
        </xs:restriction>
      </xs:simpleType>

      <xs:complexType name="TransmissionData">
        <xs:sequence>
          <xs:element name="DocumentID" type="h:text35"/>
          <xs:element name="CreatedDateTime" type="xs:dateTime"/>
          <xs:element name="DocumentTypeCode">
            <xs:simpleType><xs:restriction base="xs:string">
              <xs:enumeration value="StudentRequest"/><xs:enumeration value="InstitutionRequest"/>
              <xs:enumeration value="ThirdPartyRequest"/><xs:enumeration value="RequestedRecord"/>
            </xs:restriction></xs:simpleType>
          </xs:element>
          <xs:element name="TransmissionType">
            <xs:simpleType><xs:restriction base="xs:string">
              <xs:enumeration value="Original"/><xs:enumeration value="Duplicate"/>
              <xs:enumeration value="Reissue"/><xs:enumeration value="Replace"/>
              <xs:enumeration value="Resubmission"/>
            </xs:restriction></xs:simpleType>
          </xs:element>
          <xs:element name="Source" type="h:Party"/>
          <xs:element name="Destination" type="h:Party"/>
          <xs:element name="DocumentProcessCode">
            <xs:simpleType><xs:restriction base="xs:string">
              <xs:enumeration value="TEST"/><xs:enumeration value="PRODUCTION"/>
            </xs:restriction></xs:simpleType>
          </xs:element>
          <xs:element name="DocumentOfficialCode">
            <xs:simpleType><xs:restriction base="xs:string">
              <xs:enumeration value="Official"/><xs:enumeration value="Unofficial"/>
            </xs:restriction></xs:simpleType>
          </xs:element>
          <xs:element name="DocumentCompleteCode">
            <xs:simpleType><xs:restriction base="xs:string">
              <xs:enumeration value="Complete"/><xs:enumeration value="Partial"/>
            </xs:restriction></xs:simpleType>
          </xs:element>
          <xs:element name="RequestTrackingID" type="h:text35" minOccurs="0"/>
          <xs:element name="NoteMessage" type="h:text80" minOccurs="0" maxOccurs="unbounded"/>
        </xs:sequence>
      </xs:complexType>

      <xs:complexType name="Party">
        <xs:sequence>
          <xs:element name="Organization">
            <xs:complexType>
              <xs:sequence>
                <xs:group ref="h:codes"/>
                <xs:element name="OrganizationName" type="h:text60" maxOccurs="unbounded"/>
                <xs:element name="Contacts" type="h:Contacts" minOccurs="0"/>
                <xs:element name="NoteMessage" type="h:text80" minOccurs="0" maxOccurs="unbounded"/>
              </xs:sequence>
            </xs:complexType>
          </xs:element>
        </xs:sequence>
      </xs:complexType>

      <xs:group name="codes">
        <xs:sequence>
          <xs:element name="OPEID" type="h:code3to8" minOccurs="0"/>
          <xs:element name="NCHELPID" type="h:code3to8" minOccurs="0"/>
          <xs:element name="IPEDS" type="h:code6" minOccurs="0"/>
          <xs:element name="ATP" type="h:code6" minOccurs="0"/>
          <xs:element name="FICE" type="h:code6" minOccurs="0"/>
          <xs:element name="ACT" type="h:code4" minOccurs="0"/>
          <xs:element name="CCD" type="h:code12" minOccurs="0"/>
          <xs:element name="PSS" type="h:code8" minOccurs="0"/>
          <xs:element name="CEEBACT" type="h:code6" minOccurs="0"/>
          <xs:element name="CSIS" type="h:code6" minOccurs="0"/>
          <xs:element name="USIS" type="h:code6" minOccurs="0"/>
          <xs:element name="ESIS" type="h:code8" minOccurs="0"/>
          <xs:element name="PSIS" type="h:code8" minOccurs="0"/>
          <xs:element name="DUNS" type="h:code9" minOccurs="0"/>
          <xs:element name="MutuallyDefined" type="h:text60" minOccurs="0"/>
          <xs:element name="LocalOrganizationID" minOccurs="0">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="LocalOrganizationIDCode" type="h:text35"/>
                <xs:element name="LocalOrganizationIDQualifier" type="h:state"/>
              </xs:sequence>
            </xs:complexType>
          </xs:element>
        </xs:sequence>
      </xs:group>

      <xs:complexType name="Contacts">
        <xs:sequence>
          <xs:element name="Address" minOccurs="0">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="AddressLine" type="h:text40" maxOccurs="3"/>
                <xs:element name="City" type="h:place"/>
                <xs:choice>
                  <xs:sequence>
                    <xs:element name="StateProvinceCode" type="h:state"/>
                    <xs:element name="PostalCode">
                      <xs:simpleType>
                        <xs:restriction base="h:filled"><xs:maxLength value="17"/></xs:restriction>
                      </xs:simpleType>
                    </xs:element>
                  </xs:sequence>
                  <xs:sequence>
                    <xs:element name="StateProvince" type="h:place" minOccurs="0"/>
                    <xs:element name="PostalCode" minOccurs="0">
                      <xs:simpleType>
                        <xs:restriction base="h:filled"><xs:maxLength value="17"/></xs:restriction>
                      </xs:simpleType>
                    </xs:element>
                    <xs:element name="CountryCode">
                      <xs:simpleType>
                        <xs:restriction base="xs:string"><xs:pattern value="[A-Z]{2}"/></xs:restriction>
                      </xs:simpleType>
                    </xs:element>
                  </xs:sequence>
                </xs:choice>
              </xs:sequence>
            </xs:complexType>
          </xs:element>
          <xs:element name="Phone" minOccurs="0">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="CountryPrefixCode" minOccurs="0">
                  <xs:simpleType>
                    <xs:restriction base="xs:string"><xs:pattern value="[0-9]{1,3}"/></xs:restriction>
                  </xs:simpleType>
                </xs:element>
                <xs:element name="AreaCityCode" minOccurs="0">
                  <xs:simpleType>
                    <xs:restriction base="xs:string"><xs:pattern value="[0-9]{1,5}"/></xs:restriction>
                  </xs:simpleType>
                </xs:element>
                <xs:element name="PhoneNumber">
                  <xs:simpleType>
                    <xs:restriction base="xs:string"><xs:pattern value="[0-9]{1,11}"/></xs:restriction>
                  </xs:simpleType>
                </xs:element>
                <xs:element name="PhoneNumberExtension" minOccurs="0">
                  <xs:simpleType>
                    <xs:restriction base="xs:string"><xs:pattern value="[0-9]{1,5}"/></xs:restriction>
                  </xs:simpleType>
                </xs:element>
              </xs:sequence>
            </xs:complexType>
          </xs:element>
          <xs:element name="Email" minOccurs="0">
            <xs:complexType>
              <xs:sequence><xs:element name="EmailAddress" type="h:text128"/></xs:sequence>
            </xs:complexType>
          </xs:element>
          <xs:element name="URL" minOccurs="0" maxOccurs="unbounded">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="URLAddress" type="h:text512"/>
                <xs:element name="NoteMessage" type="h:text80" minOccurs="0"/>
              </xs:sequence>
            </xs:complexType>
          </xs:element>
        </xs:sequence>
      </xs:complexType>

      <xs:complexType name="Student">
        <xs:sequence>
          <xs:element name="Person" type="h:Person"/>
          <xs:element name="AcademicRecord" type="h:AcademicRecord"/>
        </xs:sequence>
      </xs:complexType>

      <xs:complexType name="Person">
        <xs:sequence>
          <xs:element name="SchoolAssignedPersonID" type="h:text20"/>
          <xs:element name="AgencyIdentifier" minOccurs="0" maxOccurs="unbounded">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="AgencyAssignedID" type="h:text30"/>
                <xs:element name="AgencyCode">
                  <xs:simpleType><xs:restriction base="xs:string">
                    <xs:enumeration value="State"/><xs:enumeration value="District"/>
                  </xs:restriction></xs:simpleType>
                </xs:element>
                <xs:element name="AgencyName" type="h:text60" minOccurs="0"/>
                <xs:element name="StateProvinceCode" type="h:state" minOccurs="0"/>
                <xs:element name="NoteMessage" type="h:text80" minOccurs="0" maxOccurs="unbounded"/>
              </xs:sequence>
            </xs:complexType>
          </xs:element>
          <xs:element name="RecipientAssignedID" type="h:text20" minOccurs="0"/>
          <xs:element name="Birth">
            <xs:complexType>
              <xs:sequence><xs:element name="BirthDate" type="xs:date"/></xs:sequence>
            </xs:complexType>
          </xs:element>
          <xs:element name="Name" type="h:Name"/>
          <xs:element name="AlternateName" type="h:Name" minOccurs="0" maxOccurs="unbounded"/>
        </xs:sequence>
      </xs:complexType>

      <xs:complexType name="Name">
        <xs:sequence>
          <xs:element name="NameCode">
            <xs:simpleType><xs:restriction base="xs:string">
              <xs:enumeration value="Legal"/><xs:enumeration value="Nickname"/>
            </xs:restriction></xs:simpleType>
          </xs:element>
          <xs:element name="FirstName" type="h:text35" minOccurs="0"/>
          <xs:element name="MiddleName" type="h:text35" minOccurs="0" maxOccurs="10"/>
          <xs:element name="LastName" type="h:text35" minOccurs="0"/>
          <xs:element name="NameSuffix" minOccurs="0">
            <xs:simpleType><xs:restriction base="xs:string">
              <xs:pattern value="JR|SR|I|II|III|IV|V|VI|VII|VIII|IX|X"/>
            </xs:restriction></xs:simpleType>
          </xs:element>
          <xs:element name="CompositeName" type="h:text45" minOccurs="0"/>
        </xs:sequence>
      </xs:complexType>

      <xs:complexType name="School">
        <xs:sequence>
          <xs:element name="OrganizationName" type="h:text60"/>
          <xs:group ref="h:codes"/>
          <xs:element name="SchoolLevel" minOccurs="0" fixed="HighSchool"/>
        </xs:sequence>
      </xs:complexType>

      <xs:complexType name="StudentLevel">
        <xs:sequence><xs:element name="StudentLevelCode" type="h:grade"/></xs:sequence>
      </xs:complexType>

      <xs:complexType name="AcademicRecord">
        <xs:sequence>
          <xs:element name="School" type="h:School"/>
          <xs:element name="StudentLevel" type="h:StudentLevel"/>
          <xs:element name="CohortGraduationYear" type="xs:gYear"/>
          <xs:element name="AcademicAward" type="h:Award" minOccurs="0"/>
          <xs:element name="AcademicSummary" type="h:Summary" maxOccurs="2"/>
          <xs:element name="AcademicSession" type="h:Session" minOccurs="0" maxOccurs="unbounded"/>
          <xs:element name="Course" type="h:Course" minOccurs="0" maxOccurs="unbounded"/>
          <xs:element name="AdditionalStudentAchievements" minOccurs="0">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="Requirement" type="h:RAP" minOccurs="0" maxOccurs="unbounded"/>
                <xs:element name="Attribute" type="h:RAP" minOccurs="0" maxOccurs="unbounded"/>
                <xs:element name="Proficiency" type="h:RAP" minOccurs="0" maxOccurs="unbounded"/>
              </xs:sequence>
            </xs:complexType>
          </xs:element>
          <xs:element name="NoteMessage" type="h:text80" minOccurs="0" maxOccurs="unbounded"/>
          <xs:element name="UserDefinedExtensions" minOccurs="0">
            <xs:complexType>
              <xs:sequence><xs:element ref="mr:MasteryRecord"/></xs:sequence>
            </xs:complexType>
          </xs:element>
        </xs:sequence>
      </xs:complexType>

      <xs:complexType name="Award">
        <xs:sequence>
          <xs:element name="AcademicAwardLevel" fixed="B18"/>
          <xs:element name="AcademicAwardDate" type="xs:date"/>
          <xs:element name="AcademicAwardTitle" type="h:text400"/>
          <xs:element name="AcademicCompletionIndicator" type="xs:boolean"/>
          <xs:element name="AcademicCompletionDate" type="xs:date"/>
        </xs:sequence>
      </xs:complexType>

      <xs:complexType name="Summary">
        <xs:sequence>
          <xs:element name="AcademicSummaryType">
            <xs:simpleType><xs:restriction base="xs:string">
              <xs:enumeration value="All"/><xs:enumeration value="Weighted"/>
            </xs:restriction></xs:simpleType>
          </xs:element>
          <xs:element name="AcademicSummaryLevel" fixed="Secondary"/>
          <xs:element name="GPA">
            <xs:complexType>
              <xs:sequence>
                <xs:sequence minOccurs="0">
                  <xs:element name="CreditHoursEarned" type="h:credit"/>
                  <xs:element name="CreditHoursRequired" type="h:credit"/>
                  <xs:element name="CreditHoursDeficient" type="h:credit"/>
                  <xs:element name="CreditUnit" type="h:unit"/>
                </xs:sequence>
                <xs:sequence minOccurs="0">
                  <xs:element name="GradePointAverage" type="h:credit"/>
                  <xs:element name="GPARangeMinimum" type="h:credit"/>
                  <xs:element name="GPARangeMaximum" type="h:credit" minOccurs="0"/>
                </xs:sequence>
              </xs:sequence>
            </xs:complexType>
          </xs:element>
          <xs:element name="AcademicHonors" minOccurs="0" maxOccurs="unbounded">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="HonorsTitle" type="h:text30"/>
                <xs:element name="NoteMessage" type="h:text80" minOccurs="0" maxOccurs="unbounded"/>
              </xs:sequence>
            </xs:complexType>
          </xs:element>
          <xs:element name="NoteMessage" type="h:text80" minOccurs="0" maxOccurs="unbounded"/>
          <xs:element name="HighSchoolCreditSummary" minOccurs="0">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="HighSchoolSubjectArea" maxOccurs="unbounded">
                  <xs:complexType>
                    <xs:sequence>
                      <xs:element name="HighSchoolSubjectAreaCode">
                        <xs:simpleType><xs:restriction base="xs:string">
                          <xs:pattern value="AcademicElective|Arts|English|ForeignLanguage|HistorySocialScience|LabScience|Math|Other|Science"/>
                        </xs:restriction></xs:simpleType>
                      </xs:element>
                      <xs:element name="HighSchoolSubjectAreaName" type="h:text30"/>
                      <xs:element name="CourseCreditUnits" type="h:unit"/>
                      <xs:element name="CreditHoursRequired" type="h:credit"/>
                      <xs:element name="CourseCreditEarned" type="h:credit"/>
                      <xs:element name="CreditHoursDeficient" type="h:credit"/>
                    </xs:sequence>
                  </xs:complexType>
                </xs:element>
              </xs:sequence>
            </xs:complexType>
          </xs:element>
          <xs:element name="EntryDate" type="xs:date" minOccurs="0"/>
          <xs:element name="ExitDate" type="xs:date" minOccurs="0"/>
        </xs:sequence>
      </xs:complexType>

      <xs:complexType name="Session">
        <xs:sequence>
          <xs:element name="AcademicSessionDetail">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="SessionDesignator" type="xs:gYearMonth"/>
                <xs:element name="SessionName" type="h:text30"/>
                <xs:element name="SessionSchoolYear" type="h:schoolYear"/>
              </xs:sequence>
            </xs:complexType>
          </xs:element>
          <xs:element name="School" type="h:School" minOccurs="0"/>
          <xs:element name="StudentLevel" type="h:StudentLevel" minOccurs="0"/>
          <xs:element name="Course" type="h:Course" maxOccurs="unbounded"/>
        </xs:sequence>
      </xs:complexType>

      <xs:complexType name="Course">
        <xs:sequence>
          <xs:element name="CourseCreditBasis">
            <xs:simpleType><xs:restriction base="xs:string">
              <xs:enumeration value="Regular"/><xs:enumeration value="AdvancedPlacement"/>
              <xs:enumeration value="InternationalBaccalaureate"/>
              <xs:enumeration value="HighSchoolDualCredit"/><xs:enumeration value="CreditByExam"/>
              <xs:enumeration value="HighSchoolTransferCredit"/>
              <xs:enumeration value="JuniorHighSchoolCredit"/>
            </xs:restriction></xs:simpleType>
          </xs:element>
          <xs:element name="CourseCreditUnits" type="h:unit"/>
          <xs:element name="CourseCreditValue" type="h:credit"/>
          <xs:element name="CourseCreditEarned" type="h:credit" minOccurs="0"/>
          <xs:element name="CourseAcademicGrade" type="h:text10" minOccurs="0"/>
          <xs:element name="CourseAcademicGradeStatusCode" minOccurs="0">
            <xs:simpleType><xs:restriction base="xs:string">
              <xs:enumeration value="PassFailPass"/><xs:enumeration value="Incomplete"/>
              <xs:enumeration value="InProgress"/><xs:enumeration value="NotYetReported"/>
              <xs:enumeration value="Withdrew"/>
            </xs:restriction></xs:simpleType>
          </xs:element>
          <xs:element name="CourseNarrativeExplanationGrade" type="h:text200" minOccurs="0"/>
          <xs:choice minOccurs="0">
            <xs:element name="CourseSCEDCode" type="h:code12"/>
            <xs:element name="CourseFiveDigitSCEDCode" type="h:code5"/>
            <xs:element name="CourseSubjectAreaCode">
              <xs:simpleType><xs:restriction base="xs:string">
                <xs:enumeration value="EnglishLanguageLiterature"/>
                <xs:enumeration value="Mathematics"/><xs:enumeration value="LifePhysicalSciences"/>
                <xs:enumeration value="SocialSciencesHistory"/>
                <xs:enumeration value="FinePerformingArts"/>
                <xs:enumeration value="ForeignLanguageLiterature"/>
              </xs:restriction></xs:simpleType>
            </xs:element>
          </xs:choice>
          <xs:element name="CourseLevel" minOccurs="0">
            <xs:simpleType><xs:restriction base="xs:string">
              <xs:enumeration value="Honors"/><xs:enumeration value="AdvancedPlacement"/>
              <xs:enumeration value="InternationalBaccalaureate"/>
              <xs:enumeration value="CollegeLevel"/>
            </xs:restriction></xs:simpleType>
          </xs:element>
          <xs:element name="CourseGPAApplicabilityCode">
            <xs:simpleType><xs:restriction base="xs:string">
              <xs:enumeration value="Applicable"/><xs:enumeration value="NotApplicable"/>
              <xs:enumeration value="Weighted"/>
            </xs:restriction></xs:simpleType>
          </xs:element>
          <xs:element name="CourseNumber" type="h:text15" minOccurs="0"/>
          <xs:element name="CourseTitle" type="h:text60"/>
          <xs:element name="CourseEndDate" type="xs:date" minOccurs="0"/>
          <xs:element name="Proficiency" type="h:RAP" minOccurs="0" maxOccurs="unbounded"/>
          <xs:element name="NoteMessage" type="h:text80" minOccurs="0" maxOccurs="unbounded"/>
        </xs:sequence>
      </xs:complexType>

      <!-- One fact each: a requirement, an attribute or a proficiency. -->
      <xs:complexType name="RAP">
        <xs:sequence>
          <xs:element name="RAPCode" type="h:text3" minOccurs="0"/>
          <xs:element name="RAPName" type="h:text60"/>
          <xs:element name="RAPSubName" type="h:text60" minOccurs="0"/>
          <xs:element name="ConditionsMetCode" minOccurs="0">
            <xs:simpleType><xs:restriction base="xs:string">
              <xs:enumeration value="Yes"/><xs:enumeration value="No"/>
            </xs:restriction></xs:simpleType>
          </xs:element>
          <xs:element name="ConditionsMetDate" type="xs:date" minOccurs="0"/>
          <xs:element name="NoteMessage" type="h:text80" minOccurs="0" maxOccurs="unbounded"/>
        </xs:sequence>
      </xs:complexType>
    </xs:schema>

    """#
}
