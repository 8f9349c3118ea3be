import TranscriptModel
import XMLKit

/// Competencies and courses of the extension.
extension DocumentCheck {
  /// What the competencies of one list have in common, as the element around them says it.
  private struct Shared {
    let needed: String?
    let framework: String?

    init(_ competencies: [RecordCompetency]) {
      needed = competencies.first.map { String($0.needed) }
      framework = competencies.first { !$0.alignments.isEmpty }?.alignments.first?.framework
    }
  }

  mutating func checkAreas(in children: inout Children) {
    for area in record.areas {
      let shared = Shared(area.competencies)
      let inside = expect(
        "ContentArea",
        [
          ("id", area.id.code), ("title", area.title), ("needed", shared.needed),
          ("framework", shared.framework),
        ], at: "extension.area \(area.id).", in: &children)
      checkCompetencies(area.competencies, shared, inside)
    }
    let across = record.graduationCompetencies
    guard !across.isEmpty else { return }
    let shared = Shared(across)
    let inside = expect(
      "GraduationCompetencies", [("needed", shared.needed), ("framework", shared.framework)],
      at: "extension.graduation competencies.", in: &children)
    checkCompetencies(across, shared, inside)
  }

  private mutating func checkCompetencies(
    _ competencies: [RecordCompetency], _ shared: Shared, _ children: Children
  ) {
    var inside = children
    for index in competencies.indices {
      guard let element = take("Competency", &inside) else {
        note("\(inside.place)competency \(competencies[index].id)", "", "stated")
        continue
      }
      let before = differences.count
      checkCompetency(competencies, at: index, shared, element)
      if differences.count > before {
        name(from: before, "\(inside.place)competency \(competencies[index].id).")
      }
    }
    finish(inside)
  }

  private mutating func checkCompetency(
    _ competencies: [RecordCompetency], at index: Int, _ shared: Shared, _ element: Int
  ) {
    let counted = competencies[index].counted
    let needed = String(competencies[index].needed)
    let status = competencies[index].status
    expect(
      [
        ("id", competencies[index].id.code),
        ("core", competencies[index].isCore ? nil : "false"),
        ("status", status == .attained ? nil : status.rawValue),
        ("level", competencies[index].level.map { record.scale.levels[$0].code }),
        ("date", competencies[index].date?.isoText),
        ("underWay", competencies[index].isUnderWay ? "true" : nil),
        ("counted", counted == competencies[index].basis.count ? nil : String(counted)),
        ("needed", needed == shared.needed ? nil : needed),
        ("shownIn", competencies[index].shownIn),
      ], of: element, "")
    var inside = children(of: element, "")
    let statement = competencies[index].statement
    if !statement.isEmpty {
      finish(expect("Statement", [], text: statement, at: "", in: &inside))
    }
    checkAlignments(competencies[index].alignments, shared, in: &inside)
    if !takesList("Evidence", of: competencies[index].basis, code: \.code, in: &inside) {
      var ids: [String] = []
      while let evidence = take("Evidence", &inside) { ids += items(of: evidence, alone: "id") }
      expectSame("Evidence", ids, competencies[index].basis.map(\.code))
    }
    finish(inside)
  }

  private mutating func checkAlignments(
    _ alignments: [Alignment], _ shared: Shared, in inside: inout Children
  ) {
    let isOfOne = alignments.allSatisfy { $0.framework == shared.framework }
    if isOfOne, takesList("Alignment", of: alignments, code: \.code, in: &inside) { return }
    var codes: [String] = []
    while let alignment = take("Alignment", &inside) {
      let framework = tape.attribute("framework", of: alignment) ?? shared.framework ?? ""
      codes += items(of: alignment, alone: "code", besides: "framework").map {
        "\(framework) \($0)"
      }
    }
    expectSame("Alignment", codes, alignments.map { "\($0.framework) \($0.code)" })
  }

  /// Takes the one element that lists these codes in this order, as nearly all do; otherwise nothing
  /// is taken.
  private mutating func takesList<Item>(
    _ name: StaticString, of items: [Item], code: (Item) -> String, in inside: inout Children
  ) -> Bool {
    let element = inside.next
    guard element < inside.end, tape.isNamed(name, element) else { return items.isEmpty }
    let next = tape.end(of: element)
    guard tape.attributeCount(of: element) == 0, next >= inside.end || !tape.isNamed(name, next),
      lists(element, items, code)
    else { return false }
    inside.next = next
    return true
  }

  /// Whether the text is these codes with a space between.
  private func lists<Item>(_ element: Int, _ items: [Item], _ code: (Item) -> String) -> Bool {
    tape.withText(of: element) { stated in
      var rest = stated[...]
      for item in items {
        if rest.startIndex > 0 {
          guard rest.first == UInt8(ascii: " ") else { return false }
          rest = rest.dropFirst()
        }
        var text = code(item)
        let length = text.utf8.count
        guard !text.hasListSeparator, text.withUTF8({ rest.starts(with: $0) }) else {
          return false
        }
        rest = rest.dropFirst(length)
      }
      return rest.isEmpty
    }
  }

  /// The codes that an element lists: as its text, or one alone as an attribute.
  private mutating func items(
    of element: Int, alone: StaticString, besides known: StaticString? = nil
  ) -> [String] {
    var names = [alone]
    if let known { names.append(known) }
    expect(names.map { (name: $0, value: tape.attribute($0, of: element)) }, of: element, "")
    let listed = tape.text(of: element).split(separator: " ").map(String.init)
    return listed + [tape.attribute(alone, of: element)].compactMap(\.self)
  }

  /// The same items, whatever their order: those that stand alone come after the others.
  private mutating func expectSame(_ name: String, _ stated: [String], _ expected: [String]) {
    if stated == expected || stated.sorted() == expected.sorted() { return }
    note(name, stated.joined(separator: ", "), expected.joined(separator: ", "))
  }

  /// A course has an element where the native part has no room for something.
  mutating func checkCourseElements(in children: inout Children) {
    for group in record.courseGroups {
      for course in group.courses {
        let before = differences.count
        let posted = course.status == .earned || course.status == .partial
        let hasMark = course.status == .earned || course.status == .notEarned
        let attributes: [(name: StaticString, value: String?)] = [
          ("id", course.id.code),
          ("mark", hasMark ? nil : course.mark.map { record.scale.levels[$0].code }),
          ("markStatus", course.markStatus == .attained ? nil : course.markStatus.rawValue),
          ("credit", Self.beyondThousandths(course.credit)),
          ("date", course.status == .earned ? nil : course.date?.isoText),
        ]
        let days = course.competencies.filter { !$0.status.satisfies && $0.date != nil }.map {
          "\($0.id) \($0.date?.isoText ?? "")"
        }
        let isNext =
          children.next < children.end && tape.isNamed("Course", children.next)
          && tape.attribute("id", of: children.next) == course.id.code
        let hasExact = posted && Self.beyondThousandths(course.earned) != nil
        let isNeeded =
          hasExact || !days.isEmpty || attributes.dropFirst().contains { $0.value != nil }
        // Of a course that was taken again the next element may be about a later row.
        guard isNext, isNeeded || !isOfLaterRow(children.next, than: course),
          let element = take("Course", &children)
        else {
          if isNeeded {
            note("extension.course \(course.id)", "", "stated")
          }
          continue
        }
        checkEarned(course, isPosted: posted, element)
        let stated = (name: "earned" as StaticString, value: tape.attribute("earned", of: element))
        expect(attributes + [stated], of: element, "")
        checkDays(days, element)
        if differences.count > before { name(from: before, "extension.course \(course.id).") }
      }
    }
  }

  /// Whether an element that says more of a course than its exact credit is about a later row of the
  /// same course; `course` itself needs none.
  private func isOfLaterRow(_ element: Int, than course: RecordCourse) -> Bool {
    let says = tape.attributeNames(of: element)
    guard tape.hasChildren(element) || says.contains(where: { $0 != "id" && $0 != "earned" })
    else { return false }
    let rows = record.courseGroups.flatMap(\.courses).filter { $0.id == course.id }
    return rows.count > 1 && rows.last != course
  }

  /// Exact credit stands here where the native part could not state it, and only then.
  private mutating func checkEarned(_ course: RecordCourse, isPosted: Bool, _ element: Int) {
    let exact = course.earned.fractionText
    let stated = tape.attribute("earned", of: element)
    if stated == nil, !isPosted || Self.beyondThousandths(course.earned) == nil { return }
    if stated != exact || !isPosted { note("earned", stated ?? "", exact) }
  }

  private mutating func checkDays(_ expected: [String], _ element: Int) {
    var inside = children(of: element, "")
    var stated: [String] = []
    while let results = take("Results", &inside) {
      let ids = items(of: results, alone: "competency", besides: "dates")
      let days = (tape.attribute("dates", of: results) ?? "").split(separator: " ")
      if ids.count != days.count { note("Results", "\(days.count) days", "\(ids.count) days") }
      stated += zip(ids, days).map { "\($0) \($1)" }
    }
    expectSame("Results", stated, expected)
    finish(inside)
  }

  /// The exact amount where three decimals do not hold it.
  private static func beyondThousandths(_ amount: Rational) -> String? {
    (amount * Rational(1000)).wholeValue == nil ? amount.fractionText : nil
  }
}
