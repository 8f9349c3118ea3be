/// Takes the new bytes of files as they are made, so that they need not be in memory.
///
/// Nothing of it is in the district folder until the caller puts it there.
public protocol ImportStage: AnyObject {
  /// Adds bytes to what will be the file at `path` of the district folder.
  func add(_ bytes: [UInt8], to path: String)
}
