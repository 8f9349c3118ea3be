import Diagnostics

extension MappingSuggestion {
  /// Why there should be no mapping for a file, as a text for people; `nil` where one may be drafted.
  ///
  /// A file that holds only numbers which a vendor has computed is no evidence, whatever a mapping
  /// says; one of a known kind is read without any.
  public static func objection(to file: InputFile) -> String? {
    if let refusal = VendorRollup.refusal(of: file) ?? NearKind(file)?.rollup {
      return DiagnosticText().render(refusal)
    }
    guard let kind = knownKind(of: file) else { return nil }
    return """
      \(file.path): this is a file that import knows (\(kind.name)); it needs no mapping
      \(kind.isMapping ? "  to read it otherwise, write a mapping with extends: \(kind.name)\n" : "")
      """
  }

  private static func knownKind(of file: InputFile) -> (name: String, isMapping: Bool)? {
    if let table = OneRosterSet.table(of: file) { return ("OneRoster's table \(table)", false) }
    let known = BuiltInMappings.all.filter { $0.recognizes.count > 1 }
    if let found = known.first(where: { HeaderProbe($0).matches(file) }) {
      return (found.name, true)
    }
    let own = NativeTable.mappings(separator: 0x2C).first { HeaderProbe($0).matches(file) }
    return own.map { ("our own table \($0.name)", false) }
  }
}
