import Diagnostics
import TranscriptModel

/// Columns of `habits/*.csv`.
enum HabitColumn: Int, TableColumn {
  case student, habit, rating, observedOn

  var rule: ColumnRule {
    switch self {
    case .student: .required("student_id")
    case .habit: .required("habit")
    case .rating: .required("rating")
    case .observedOn: .required("observed_on")
    }
  }
}

/// `habits/*.csv`: a stream of its own that no academic stage reads.
struct HabitTable {
  let references: References

  func parse(_ row: inout TableRow<HabitColumn>) -> HabitRecord? {
    let student = row.reference(.student, in: references.students)
    let observed = row.date(.observedOn)
    row.checkPast(.observedOn, observed, today: references.today)
    guard let student, let observed, let habit = row.text(.habit), let rating = row.text(.rating)
    else { return nil }
    return HabitRecord(
      student: student, habit: habit, rating: rating, observedOn: observed, location: row.location)
  }
}
