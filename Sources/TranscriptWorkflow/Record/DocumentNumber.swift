import CairoKit
import TranscriptJSON
import TranscriptModel

/// Gives a record its id and number: both follow from the facts, so the same facts have the same
/// number on every machine, and a changed fact has another.
///
/// The input's hash is no fact: an hour more on an experience that nothing counts leaves the
/// number as it was.
struct DocumentNumber: Sendable {
  /// `{class_of}`, `{student_id}` and `{digest}` are filled in.
  let format: String

  /// The record with its id, and with its number unless it is a draft.
  func numbered(_ record: TranscriptRecord) -> FrozenRecord {
    numbered(record, as: record.document.edition)
  }

  /// The record as another edition, which says other things and so has a number of its own.
  func numbered(_ record: TranscriptRecord, as edition: DocumentEdition) -> FrozenRecord {
    let bare = record.document.named("", number: nil, edition: edition)
    let facts = RecordText(record.replacing(document: bare, inputHash: ""))
    // SHA-256 by the processor's own instructions: a class hashes 67 MB.
    let digest = Digest.sha256(facts.bytes)
    let number = bare.status == .draft ? nil : text(record, digest: digest)
    let numbered = record.replacing(
      document: bare.named(String(digest.prefix(32)), number: number, edition: edition))
    return FrozenRecord(record: numbered, json: facts.completed(as: numbered))
  }

  private func text(_ record: TranscriptRecord, digest: String) -> String {
    format.replacing("{class_of}", with: String(record.student.classOf))
      .replacing("{student_id}", with: record.student.id.code)
      .replacing("{digest}", with: SHA256.readable(digest, length: 8))
  }
}

/// The hash of everything in a district folder that may move an academic result.
enum InputHash {
  /// SHA-256 over `path`, hash and newline of each file, in order of the paths.
  ///
  /// Habits of work are left out: they may not change an academic byte (DESIGN.md, invariant 3).
  static func combined(_ hashes: [String: String]) -> String {
    let lines = hashes.filter { !$0.key.hasPrefix("habits/") }.sorted {
      $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars)
    }
    return SHA256.hex(Array(lines.map { "\($0.key) \($0.value)\n" }.joined().utf8))
  }
}

extension DocumentIdentity {
  fileprivate func named(
    _ id: String, number: String?, edition: DocumentEdition
  ) -> DocumentIdentity {
    DocumentIdentity(
      number: number, id: id, status: status, asOf: asOf, issuedOn: issuedOn, replaces: replaces,
      edition: edition, issuedTo: issuedTo)
  }
}

extension TranscriptRecord {
  fileprivate func replacing(
    document: DocumentIdentity? = nil, inputHash: String? = nil
  ) -> TranscriptRecord {
    TranscriptRecord(
      document: document ?? self.document, issuer: issuer, policy: policy,
      inputHash: inputHash ?? self.inputHash, student: student,
      scale: scale, creditAreas: creditAreas, areas: areas,
      acrossAreas: acrossAreas,
      graduationCompetencies: graduationCompetencies, courseGroups: courseGroups,
      institutions: institutions, graduation: graduation, gradePoints: gradePoints,
      notations: notations, experiences: experiences, narrative: narrative)
  }
}
