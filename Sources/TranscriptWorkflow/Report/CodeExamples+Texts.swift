// swift-format-ignore-file
// Made by CataloguePageTests: UPDATE_DOCS=1 swift test --filter CataloguePageTests

extension CodeExamples {
  static let texts = #"""

"""#
}
