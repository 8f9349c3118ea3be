import TranscriptLayout

/// What the finishing pass adds to a structure element, in the order in which they were opened.
struct DrawnElement {
  var tag: String
  var scope: StructureRole.Scope?
  var language: String?
  var alternativeText: String?
  var actualText: String?

  init(_ element: StructureElement) {
    tag = element.role.tag
    if case .tableHeader(let scope) = element.role { self.scope = scope }
    language = element.language
    alternativeText = element.alternativeText
    actualText = element.actualText
  }

  /// The root that holds all pages' elements.
  init(root tag: String) { self.tag = tag }
}
