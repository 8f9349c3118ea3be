/// The school as its letterhead and the receiver's software know it.
///
/// PESC: Source/Organization.
public struct School: Hashable, Sendable {
  /// Name in full; at most 60 characters.
  public let name: String
  /// Street address lines, at most three of 40 characters.
  public let address: [String]
  /// City.
  public let city: String
  /// Two-letter state code.
  public let state: String
  /// ZIP code as printed.
  public let postalCode: String
  /// Phone as printed.
  public let phone: String?
  /// E-mail of the registrar.
  public let email: String?
  /// Web address.
  public let web: String?
  /// College Board code, six digits.
  public let ceeb: String?
  /// ACT code.
  public let act: String?
  /// NCES school id, twelve digits.
  ///
  /// PESC: CCD.
  public let ncessch: String?
  /// One or two letters for the monogram where there is no crest.
  public let monogram: String
  /// The crest's path data, which `Crest` can read.
  public let crest: String?

  /// Creates a school.
  public init(
    name: String, address: [String], city: String, state: String, postalCode: String,
    phone: String? = nil, email: String? = nil, web: String? = nil, ceeb: String? = nil,
    act: String? = nil, ncessch: String? = nil, monogram: String, crest: String? = nil
  ) {
    self.name = name
    self.address = address
    self.city = city
    self.state = state
    self.postalCode = postalCode
    self.phone = phone
    self.email = email
    self.web = web
    self.ceeb = ceeb
    self.act = act
    self.ncessch = ncessch
    self.monogram = monogram
    self.crest = crest
  }
}

/// Who certifies transcripts.
public struct Signatory: Hashable, Sendable {
  /// Name.
  public let name: String
  /// Office: `Registrar`.
  public let office: String

  /// Creates a signatory.
  public init(name: String, office: String) {
    self.name = name
    self.office = office
  }
}

/// `district.yaml`: who issues transcripts, and how they look from outside.
public struct DistrictProfile: Hashable, Sendable {
  /// The district's name.
  public let district: String
  /// Whether everything here is made up; says so on every page.
  public let isFictional: Bool
  /// The only colour that a school may change, as `#RRGGBB`.
  public let accent: String
  /// The school.
  public let school: School
  /// Who certifies.
  public let signatory: Signatory
  /// How document numbers are made: `{class_of}`, `{student_id}` and `{digest}` are filled in.
  public let documentNumbers: String
  /// Where the school profile is.
  public let profileURL: String?

  /// Creates a profile.
  public init(
    district: String, isFictional: Bool, accent: String, school: School, signatory: Signatory,
    documentNumbers: String, profileURL: String? = nil
  ) {
    self.district = district
    self.isFictional = isFictional
    self.accent = accent
    self.school = school
    self.signatory = signatory
    self.documentNumbers = documentNumbers
    self.profileURL = profileURL
  }
}
