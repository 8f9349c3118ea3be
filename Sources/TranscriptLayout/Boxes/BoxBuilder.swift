import Diagnostics
import XMLKit

/// Turns a document's elements into strips of measured text.
///
/// Places inside a strip are relative; the paginator says later where a strip goes.
final class BoxBuilder {
  /// Where content goes: its start edge, its width, and the groups around it.
  struct Frame {
    var x: Double
    var width: Double
    var path: [GroupKey] = []
    /// Heads that come again when the content goes on on another page.
    var pageRepeats: [Strip] = []
    var level = 2
  }

  let style: StyleSheet
  let setter: TextSetter
  /// The whole document.
  let root: XMLElement
  /// How close the page is set that it builds for; asked for through `isFull` and `room`, so that
  /// what does not depend on it is known.
  let tightness: Tightness
  /// Whether anything has been built that depends on how close the page is set.
  var hasAskedForRoom = false
  let place: ElementPlace
  var problems = DiagnosticList()
  private var lastID: Int
  /// The roles that were used, by name, as the cache of texts knows them.
  var roleNumbers: [String: Int] = [:]
  var lastRole: (name: String, number: Int)?
  let columnNeeds: ColumnNeeds
  /// The columns that were read: a page has many tables of few kinds.
  var columnsRead: [ColumnsKey: ColumnSpecification?] = [:]

  struct ColumnsKey: Hashable {
    var text: String
    var width: Double
  }

  let line: Double
  let half: Double
  let baseline: Double

  init(
    root: XMLElement, style: StyleSheet, measurer: any TextMeasurer, tightness: Tightness,
    place: ElementPlace, columnNeeds: ColumnNeeds = ColumnNeeds()
  ) {
    self.root = root
    self.style = style
    setter = TextSetter(measurer: measurer)
    self.tightness = tightness
    self.place = place
    self.columnNeeds = columnNeeds
    // Two builders may fill one page: no group of one is taken for a group of the other.
    lastID = tightness.rawValue << 30
    line = style.length("grid.line")
    half = style.length("grid.half")
    baseline = style.length("grid.baseline")
  }

  /// Whether the page would otherwise run over: what may be dropped is dropped.
  var isFull: Bool { room >= .full }

  /// How close the page is set, for what looks different then.
  var room: Tightness {
    hasAskedForRoom = true
    return tightness
  }

  func key(_ role: StructureRole) -> GroupKey {
    GroupKey(id: newID(), role: role)
  }

  func newID() -> Int {
    lastID += 1
    return lastID
  }

  /// Reports an element or attribute that does not belong where it stands.
  func refuse(_ element: XMLElement, _ message: String) {
    problems.add(
      Diagnostic(LayoutCode.vocabulary, at: place.location(of: element), message))
  }

  /// The baseline of a line box of another height: its text sits as the grid's text does.
  func baseline(of role: TextRole) -> Double { role.leading * baseline / line }
}

/// Where an element stands in the template's files.
struct ElementPlace {
  /// What the expanded document is called when the elements do not say where they come from.
  let document: String

  /// The place in the attribute `at`, as in `page-1.mustache:34`, or the line of the expansion.
  func location(of element: XMLElement) -> SourceLocation {
    guard let at = element.attribute(Self.attribute), let colon = at.lastIndex(of: ":"),
      let line = Int(at[at.index(after: colon)...])
    else { return SourceLocation(file: document, line: element.line) }
    return SourceLocation(file: String(at[..<colon]), line: line)
  }

  /// The attribute that carries the place.
  static let attribute = "at"
}
