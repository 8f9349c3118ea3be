public import TranscriptModel

/// PESC: K12PersonType, without everything that has no route into a document (gender, race,
/// social security number, health).
public struct Person: Hashable, Sendable {
  /// The school's id for the student, at most 20 characters.
  public var schoolAssignedID: String?
  /// Ids of agencies, such as the state's.
  public var agencyIDs: [AgencyID]
  /// The receiver's id for the student, at most 20 characters.
  public var recipientAssignedID: String?
  /// Day of birth.
  public var birthDate: CalendarDate?
  /// Legal name.
  public var name: PersonName
  /// Other names that the student is known by.
  public var alternateNames: [PersonName]

  /// Makes a person.
  public init(
    schoolAssignedID: String? = nil, agencyIDs: [AgencyID] = [],
    recipientAssignedID: String? = nil, birthDate: CalendarDate? = nil, name: PersonName,
    alternateNames: [PersonName] = []
  ) {
    self.schoolAssignedID = schoolAssignedID
    self.agencyIDs = agencyIDs
    self.recipientAssignedID = recipientAssignedID
    self.birthDate = birthDate
    self.name = name
    self.alternateNames = alternateNames
  }
}

/// An id that an agency has given.
///
/// PESC: AgencyIdentifierType.
public struct AgencyID: Hashable, Sendable {
  /// At most 30 characters.
  public var id: String
  /// `State`, `District` and others.
  public var agencyCode: String
  /// At most 60 characters.
  public var agencyName: String?
  /// Two letters.
  public var state: String?
  /// At most 80 characters each.
  public var notes: [String]

  /// Makes an agency's id.
  public init(
    id: String, agencyCode: String, agencyName: String? = nil, state: String? = nil,
    notes: [String] = []
  ) {
    self.id = id
    self.agencyCode = agencyCode
    self.agencyName = agencyName
    self.state = state
    self.notes = notes
  }
}

/// A person's name in parts.
///
/// PESC: NameType.
public struct PersonName: Hashable, Sendable {
  /// `Legal`, `Nickname`, `Former` and others.
  public var nameCode: String?
  /// At most 35 characters.
  public var first: String?
  /// At most ten of 35 characters.
  public var middle: [String]
  /// At most 35 characters; the only part of a mononym.
  public var last: String?
  /// `JR`, `SR`, `I` to `X`.
  public var suffix: String?
  /// The whole name, at most 45 characters.
  public var composite: String?

  /// Makes a name.
  public init(
    nameCode: String? = nil, first: String? = nil, middle: [String] = [], last: String? = nil,
    suffix: String? = nil, composite: String? = nil
  ) {
    self.nameCode = nameCode
    self.first = first
    self.middle = middle
    self.last = last
    self.suffix = suffix
    self.composite = composite
  }

  /// The parts joined by spaces, or the whole name where there are no parts.
  public var joined: String {
    let parts = ([first].compactMap(\.self) + middle + [last, suffix].compactMap(\.self))
    return parts.isEmpty ? composite ?? "" : parts.joined(separator: " ")
  }
}
