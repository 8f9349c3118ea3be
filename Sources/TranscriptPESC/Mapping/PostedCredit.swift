import TranscriptModel

/// The posted credit of every course as it is written: each rounded to three decimals so that the
/// written values add up to the written total.
///
/// Three courses of a third of a credit become 0.333, 0.334 and 0.333: each is within 0.001 of
/// the exact value, and the sum is 1, not 0.999. Values that three decimals hold stay as they are.
struct PostedCredit {
  private let courses: [Rational?]
  private let external: [Identifier<ExternalCredit>: Rational]

  init(_ record: TranscriptRecord) {
    var sum = Rational.zero
    var written = Rational.zero
    func next(_ amount: Rational) -> Rational {
      let before = written
      sum += amount
      written = Credits.written(sum)
      return written - before
    }
    var courses: [Rational?] = []
    for group in record.courseGroups {
      for index in group.courses.indices {
        let isPosted = Self.isPosted(group.courses[index])
        courses.append(isPosted ? next(group.courses[index].earned) : nil)
      }
    }
    var external: [Identifier<ExternalCredit>: Rational] = [:]
    for course in record.institutions.flatMap(\.courses) {
      external[course.id] = next(course.credit)
    }
    self.courses = courses
    self.external = external
  }

  static func isPosted(_ course: RecordCourse) -> Bool {
    course.status == .earned || course.status == .partial
  }

  /// The written credit of the course at this place in the record; `nil` when none is posted.
  func course(at index: Int) -> Rational? { courses[index] }

  /// The written credit of another institution's course.
  func external(_ id: Identifier<ExternalCredit>) -> Rational? { external[id] }

  /// The exact sum of what the record shows as posted.
  static func exactSum(_ record: TranscriptRecord) -> Rational {
    var sum = Rational.zero
    for group in record.courseGroups.indices {
      for index in record.courseGroups[group].courses.indices
      where isPosted(record.courseGroups[group].courses[index]) {
        sum += record.courseGroups[group].courses[index].earned
      }
    }
    for institution in record.institutions {
      for course in institution.courses { sum += course.credit }
    }
    return sum
  }
}
