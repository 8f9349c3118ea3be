import TranscriptModel

/// What the folder `mappings/` of a district declares.
struct DistrictMappings: Sendable {
  private(set) var mappings: [Mapping] = []
  private(set) var crosswalk = Crosswalk()

  /// Reads every mapping and the crosswalk; what is wrong with them is in the folder's findings.
  ///
  /// Levels that mappings name are looked up in `scale`, if it is known.
  init(_ folder: inout FolderReader, scale: PerformanceScale?, limits: ImportLimits) {
    for name in folder.names(in: "mappings") where name.hasSuffix(".yaml") {
      guard let file = folder.file("mappings/" + name, limit: limits.text, isRequired: true) else {
        continue
      }
      if let mapping = MappingFile.read(
        file, bases: BuiltInMappings.all, scale: scale, limits: limits, &folder.findings)
      {
        mappings.append(mapping)
      }
    }
    if let file = folder.table(Crosswalk.path, isRequired: false) {
      crosswalk = Crosswalk(file, limits: limits, &folder.findings)
    }
  }
}
