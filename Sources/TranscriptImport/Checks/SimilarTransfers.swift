import Diagnostics
import TranscriptModel

/// Credit from elsewhere that may have been entered twice under two ids.
struct SimilarTransfers {
  private struct Look: Hashable {
    let student: Identifier<Student>
    let institution: String
    let title: String
    let mark: String
    let credit: Rational
    let earnedOn: CalendarDate
  }

  /// Warns of each row that is like one before it but for its id.
  static func report(_ rows: [Parsed<ExternalCredit>], _ findings: inout Findings) {
    var first: [Look: Parsed<ExternalCredit>] = [:]
    for row in rows {
      let credit = row.record
      let look = Look(
        student: credit.student, institution: DemonstrationTitle(credit.institution).text,
        title: DemonstrationTitle(credit.title).text, mark: credit.mark, credit: credit.credit,
        earnedOn: credit.earnedOn)
      guard let other = first[look] else {
        first[look] = row
        continue
      }
      findings.add(
        row.row.problem(
          .similarTransfer, TransferColumn.id,
          "the transfer credits \"\(other.record.id)\" and \"\(credit.id)\" are alike in all but the "
            + "id; both count",
          hint: "remove one if it is the same credit entered twice",
          related: [.init("the other", at: other.row.location)]))
    }
  }
}
