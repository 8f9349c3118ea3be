public import TranscriptModel
public import XMLKit

/// Sets a whole document beside a record or another document: every text and every attribute.
public enum DocumentComparison {
  /// What only the delivery of a document knows, and no record: time, kind, receiver and request.
  ///
  /// The number of a copy follows from the receiver and the request, so that both are compared where
  /// the document answers one.
  public static let deliveryElements: Set<String> = [
    "CreatedDateTime", "DocumentTypeCode", "TransmissionType", "Destination",
    "DocumentProcessCode", "RequestTrackingID", "RecipientAssignedID",
  ]

  /// Where a document states otherwise than the record; the left side is the record's.
  ///
  /// The native part and the extension are compared with the record itself.
  ///
  /// - Throws: why the document cannot be read.
  public static func differences(
    in document: [UInt8], name: String, from record: TranscriptRecord
  ) throws(XMLError) -> [FactDifference] {
    let root = try PESCReader.tree(document, name: name)
    let transcript = try PESCReader.read(root, name: name)
    let check = DocumentCheck(
      XMLTape(root), record: record, delivery: nil,
      documentID: copyID(of: record, stated: transcript.transmission))
    let native = check.differences.map {
      FactDifference(name: $0.name, left: $0.right, right: $0.left)
    }
    guard let element = extensions(of: root)?.elements.first,
      element.namespace != MasteryRecordElement.namespace
    else { return native }
    return native + [
      FactDifference(
        name: "extension's namespace", left: MasteryRecordElement.namespace,
        right: element.namespace ?? "")
    ]
  }

  /// Where the second document states otherwise than the first.
  ///
  /// What only a delivery knows is passed over, and the extension where one of them has none.
  ///
  /// - Throws: why a document cannot be read.
  public static func differences(
    between first: [UInt8], and second: [UInt8], names: (first: String, second: String)
  ) throws(XMLError) -> [FactDifference] {
    let left = try PESCReader.tree(first, name: names.first)
    let right = try PESCReader.tree(second, name: names.second)
    var skipped = deliveryElements
    if extensions(of: left) == nil || extensions(of: right) == nil {
      skipped.insert("UserDefinedExtensions")
    }
    var found: [FactDifference] = []
    for part in ["TransmissionData", "Student"] {
      if let left = left.first(part), let right = right.first(part) {
        compare(left, right, at: part, skipping: skipped, &found)
      }
    }
    return found
  }

  /// The number of texts and attributes that a document states.
  public static func count(of document: [UInt8], name: String) throws(XMLError) -> Int {
    func count(_ element: XMLElement) -> Int {
      let own = element.attributes.count + (element.elements.isEmpty ? 1 : 0)
      return element.elements.reduce(own) { $0 + count($1) }
    }
    return count(try PESCReader.tree(document, name: name))
  }

  private static func extensions(of root: XMLElement) -> XMLElement? {
    root.first(at: "Student", "AcademicRecord", "UserDefinedExtensions")
  }

  /// The number that the copy of a record has for the receiver that the document names.
  private static func copyID(
    of record: TranscriptRecord, stated: Transmission
  ) -> String? {
    let number = TranscriptMapping.documentID(of: record)
    let isCopy = stated.requestTrackingID != nil || stated.documentID.hasPrefix(number + "-")
    guard stated.documentID != number, isCopy else { return nil }
    let recipient = TranscriptRequest.Recipient(
      trackingID: stated.requestTrackingID ?? "", receiver: stated.destination,
      recipientAssignedID: nil, hold: nil, releaseDate: nil, isOfficial: nil, updateReason: nil)
    return PESCDelivery.copyID(of: record, for: recipient)
  }

  private static func compare(
    _ left: XMLElement, _ right: XMLElement, at place: String, skipping skipped: Set<String>,
    _ found: inout [FactDifference]
  ) {
    if left.name != right.name {
      found.append(FactDifference(name: place, left: left.name, right: right.name))
    }
    if left.namespace != right.namespace {
      found.append(
        FactDifference(name: place, left: left.namespace ?? "", right: right.namespace ?? ""))
    }
    let names = Set((left.attributes + right.attributes).map(\.name))
    for name in names.sorted() where left.attribute(name) != right.attribute(name) {
      found.append(
        FactDifference(
          name: "\(place) \(name)", left: left.attribute(name) ?? "",
          right: right.attribute(name) ?? ""))
    }
    let children = (left: left.elements, right: right.elements)
    let isText = children.left.isEmpty || children.right.isEmpty
    if isText ? left.text != right.text : false {
      found.append(FactDifference(name: place, left: left.text, right: right.text))
    }
    pair(
      children.left.filter { !skipped.contains($0.name) },
      children.right.filter { !skipped.contains($0.name) }, at: place, skipping: skipped, &found)
  }

  /// Children of one name by their key, and by their place among those of one key.
  private static func pair(
    _ left: [XMLElement], _ right: [XMLElement], at place: String, skipping skipped: Set<String>,
    _ found: inout [FactDifference]
  ) {
    var unpaired: [String: [XMLElement]] = [:]
    for element in right.reversed() { unpaired[key(of: element), default: []].append(element) }
    for element in left {
      let key = key(of: element)
      if let partner = unpaired[key]?.popLast() {
        compare(element, partner, at: "\(place)/\(key)", skipping: skipped, &found)
      } else {
        found.append(FactDifference(name: "\(place)/\(key)", left: summary(element), right: ""))
      }
    }
    for (key, rest) in unpaired.sorted(by: { $0.key < $1.key }) {
      for element in rest {
        found.append(FactDifference(name: "\(place)/\(key)", left: "", right: summary(element)))
      }
    }
  }

  /// What tells an element from others of its name: an id, a number or the first of its notes.
  private static func key(of element: XMLElement) -> String {
    let id =
      element.attribute("id") ?? element.attribute("code") ?? element.text(of: "CourseNumber")
      ?? (element.name == "Proficiency" ? element.text(of: "NoteMessage") : nil)
    return id.map { "\(element.name) \($0)" } ?? element.name
  }

  private static func summary(_ element: XMLElement) -> String {
    element.elements.isEmpty ? element.text : "stated"
  }
}
