public import Diagnostics
import TranscriptPESC
import XMLKit

/// A PESC High School Transcript of any sender, read from a file.
public struct TranscriptFile: Sendable {
  /// The transcript as plain text for people, ending with a newline.
  public let listing: String

  /// Reads the file.
  ///
  /// - Throws: why it cannot be read, with the place.
  public init(_ path: String, world: any World) throws(Diagnostic) {
    let bytes: [UInt8]
    do throws(WorldError) {
      bytes = try world.read(path, limit: 16 << 20)
    } catch { throw error.diagnostic }
    do throws(XMLError) {
      listing = try TranscriptListing(bytes, name: path).text
    } catch { throw Diagnostic(error, file: path) }
  }
}
