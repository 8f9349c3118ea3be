import CPango

/// The little file access that the font folder needs, by GLib.
enum FileBytes {
  /// The whole content of a file, or nil if it cannot be read.
  static func read(_ path: String) -> [UInt8]? {
    var contents: UnsafeMutablePointer<CChar>?
    var length: gsize = 0
    guard g_file_get_contents(path, &contents, &length, nil) != 0, let contents else { return nil }
    defer { g_free(contents) }
    return [UInt8](UnsafeRawBufferPointer(start: contents, count: Int(length)))
  }

  /// The names in a folder, sorted; nil if it cannot be read.
  static func names(in folder: String) -> [String]? {
    guard let directory = g_dir_open(folder, 0, nil) else { return nil }
    defer { g_dir_close(directory) }
    var names: [String] = []
    while let name = g_dir_read_name(directory) { names.append(String(cString: name)) }
    return names.sorted()
  }
}
