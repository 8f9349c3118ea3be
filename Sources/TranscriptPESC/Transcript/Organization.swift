/// A school, a college or an agency.
///
/// PESC: OrganizationType, SchoolType.
public struct Organization: Hashable, Sendable {
  /// A code that an agency has given to an organisation; the raw value is PESC's element.
  public enum CodeKind: String, Sendable, Hashable, CaseIterable {
    /// In the order in which the standard wants them.
    case opeid = "OPEID"
    case nchelp = "NCHELPID"
    case ipeds = "IPEDS"
    case atp = "ATP"
    case fice = "FICE"
    case act = "ACT"
    /// NCES, public school, 12 digits.
    case ccd = "CCD"
    /// NCES, private school.
    case pss = "PSS"
    /// College Board and ACT, 6 digits.
    case ceebAct = "CEEBACT"
    case csis = "CSIS"
    case usis = "USIS"
    case esis = "ESIS"
    case psis = "PSIS"
    case duns = "DUNS"
    case mutuallyDefined = "MutuallyDefined"
  }

  /// A code of a state or province.
  ///
  /// PESC: LocalOrganizationID.
  public struct LocalCode: Hashable, Sendable {
    /// The code.
    public var code: String
    /// The state or province, two letters.
    public var state: String

    /// Makes a local code.
    public init(code: String, state: String) {
      self.code = code
      self.state = state
    }
  }

  /// Names, the organisation's own first.
  public var names: [String]
  /// Codes by kind.
  public var codes: [CodeKind: String]
  /// The state's code.
  public var localCode: LocalCode?
  /// Postal address.
  public var address: Address?
  /// Telephone.
  public var phone: Phone?
  /// E-mail.
  public var email: String?
  /// Web addresses, each with a note of what is there.
  public var urls: [WebAddress]
  /// At most 80 characters each.
  public var notes: [String]

  /// Makes an organisation.
  public init(
    names: [String], codes: [CodeKind: String] = [:], localCode: LocalCode? = nil,
    address: Address? = nil, phone: Phone? = nil, email: String? = nil, urls: [WebAddress] = [],
    notes: [String] = []
  ) {
    self.names = names
    self.codes = codes
    self.localCode = localCode
    self.address = address
    self.phone = phone
    self.email = email
    self.urls = urls
    self.notes = notes
  }
}

/// A postal address.
///
/// PESC: AddressType; one with a state is complete or not written at all.
public struct Address: Hashable, Sendable {
  /// One to three lines of at most 40 characters.
  public var lines: [String]
  /// 2 to 30 characters.
  public var city: String
  /// Two letters.
  public var state: String?
  /// At most 17 characters.
  public var postalCode: String?
  /// Two letters; only for an address outside the United States and Canada.
  public var country: String?

  /// Makes an address.
  public init(
    lines: [String], city: String, state: String? = nil, postalCode: String? = nil,
    country: String? = nil
  ) {
    self.lines = lines
    self.city = city
    self.state = state
    self.postalCode = postalCode
    self.country = country
  }
}

/// A telephone number in the parts that PESC wants.
///
/// PESC: PhoneType.
public struct Phone: Hashable, Sendable {
  /// Country, at most 3 digits.
  public var countryPrefix: String?
  /// Area, at most 5 digits.
  public var areaCode: String?
  /// At most 11 characters.
  public var number: String
  /// Within the school, at most 5 digits.
  public var `extension`: String?

  /// Makes a number from its parts.
  public init(
    countryPrefix: String? = nil, areaCode: String? = nil, number: String,
    extension: String? = nil
  ) {
    self.extension = `extension`
    self.countryPrefix = countryPrefix
    self.areaCode = areaCode
    self.number = number
  }

  /// Splits a number as printed, by the North American plan; other numbers stay in one part.
  ///
  /// The digits behind an `x`, as in `ext. 12`, are the extension.
  public init(printed: String) {
    let bytes = printed.utf8
    let cut = bytes.firstIndex { $0 | 0x20 == UInt8(ascii: "x") } ?? bytes.endIndex
    let inside = Self.digits(bytes[cut...])
    let digits = Self.digits(bytes[..<cut])
    let national = digits.count == 11 && digits.first == "1" ? String(digits.dropFirst()) : digits
    guard national.count == 10 else {
      self.init(number: digits, extension: inside.isEmpty ? nil : inside)
      return
    }
    self.init(
      countryPrefix: national == digits ? nil : "1", areaCode: String(national.prefix(3)),
      number: String(national.dropFirst(3)), extension: inside.isEmpty ? nil : inside)
  }

  private static func digits(_ text: Substring.UTF8View) -> String {
    String(decoding: text.filter { (48...57).contains($0) }, as: UTF8.self)
  }
}

/// A web address with a note.
///
/// PESC: URLType.
public struct WebAddress: Hashable, Sendable {
  /// At most 512 characters.
  public var url: String
  /// What is there; at most 80 characters.
  public var note: String?

  /// Makes a web address.
  public init(url: String, note: String? = nil) {
    self.url = url
    self.note = note
  }
}
