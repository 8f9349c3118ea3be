/// The posted credit of every course as it is written: each rounded to three decimals so that the
/// written values add up to the written total.
///
/// Three courses of a third of a credit become 0.333, 0.334 and 0.333: each is within 0.001 of
/// the exact value, and the sum is 1, not 0.999. Values that three decimals hold stay as they are.
public struct PostedCredit: Sendable {
  private let courses: [Rational?]
  private let external: [Identifier<ExternalCredit>: Rational]

  /// Rounds the posted credit of a record's courses, in the record's order.
  public init(_ record: TranscriptRecord) {
    var sum = Rational.zero
    var written = Rational.zero
    func next(_ amount: Rational) -> Rational {
      let before = written
      sum += amount
      written = Self.written(sum)
      return written - before
    }
    var courses: [Rational?] = []
    for group in record.courseGroups {
      // By index: a copy of a whole course costs more than what is read of it.
      for index in group.courses.indices {
        let status = group.courses[index].status
        let isPosted = status == .earned || status == .partial
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

  /// An amount to three decimals, rounded once.
  public static func written(_ credits: Rational) -> Rational {
    // What three decimals hold needs no rounding, which is the slow path.
    credits.thousandths == nil ? credits.rounded(places: 3) : credits
  }

  /// Whether credit has posted for the course, whole or in part.
  public static func isPosted(_ course: RecordCourse) -> Bool {
    course.status == .earned || course.status == .partial
  }

  /// The written credit of the course at this place in the record; `nil` when none is posted.
  public func course(at index: Int) -> Rational? { courses[index] }

  /// The written credit of another institution's course.
  public func external(_ id: Identifier<ExternalCredit>) -> Rational? { external[id] }

  /// The exact sum of what the record shows as posted.
  public static func exactSum(_ record: TranscriptRecord) -> Rational {
    var sum = Rational.zero
    for group in record.courseGroups {
      for index in group.courses.indices {
        let status = group.courses[index].status
        if status == .earned || status == .partial { sum += group.courses[index].earned }
      }
    }
    for institution in record.institutions {
      for course in institution.courses { sum += course.credit }
    }
    return sum
  }
}
