extension StarterDistrict {
  /// Writes the starter into `folder`, which must not exist or be empty; `false` when it is not.
  public static func write(to folder: String, world: any World) throws(WorldError) -> Bool {
    if world.exists(folder) {
      guard try world.isEmptyFolder(folder) else { return false }
    }
    for file in files {
      let path = "\(folder)/\(file.path)"
      if let slash = path.lastIndex(of: "/") { try world.makeFolder(String(path[..<slash])) }
      try world.write(Array(file.text.utf8), to: path)
    }
    return true
  }
}
