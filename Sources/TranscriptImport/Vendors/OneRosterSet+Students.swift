import Diagnostics
import TranscriptModel

extension OneRosterSet {
  /// The students of the set, those to be deleted as withdrawals.
  var users: [FlatRecord] {
    let roles = all("roles") + deleted("roles")
    let students = Set(
      roles.filter { $0.text("role") == "student" }.compactMap { $0.text("userSourcedId") })
    let isStudent = { (user: SourceRow) in
      // 1.1 has the role in the user's own row.
      user.text("role") == "student" || user.text("sourcedId").map(students.contains) == true
    }
    return all("users").filter(isStudent).map { student($0) }
      + deleted("users").filter(isStudent).map { leaver($0) }
  }

  private func student(_ user: SourceRow) -> FlatRecord {
    let id = user.text("sourcedId")
    let grade = Self.grade(user.text("grades"))
    var found = record(
      user,
      [
        "sourcedId": id, "identifier": user.text("identifier"), "sasid": Self.sasid(user),
        "givenName": user.text("givenName"), "middleName": user.text("middleName"),
        "familyName": user.text("familyName"), "preferredName": Self.preferredName(user),
        "grade": grade, "birthDate": row("demographics", id)?.text("birthDate"),
        "classOf": grade.flatMap(Int.init).flatMap { grade in
          latestSchoolYear.map { String($0 + 12 - grade) }
        },
      ], from: row("demographics", id) == nil ? [:] : ["birthDate": "demographics"])
    if Self.grades(user.text("grades")).count > 1 {
      found.fault = user.problem(
        .unmappedValue, "grades",
        "the user is in several grades; one of them decides the class year",
        hint: "name one", isPersonal: false)
    }
    if user.text("enabledUser")?.lowercased() == "false" {
      found.doubt = user.problem(
        .inactiveInSource, "enabledUser",
        "the user is not enabled any more; the student is used all the same",
        hint: "if the student has left, enter withdrawn_on in students.csv", isPersonal: false)
    }
    return found
  }

  /// A student whose row is to be deleted: withdrawn on the day on which the role ends.
  private func leaver(_ user: SourceRow) -> FlatRecord {
    let id = user.text("sourcedId")
    let ends = (all("roles") + deleted("roles")).filter { $0.text("userSourcedId") == id }
      .compactMap { $0.text("endDate") }
    return record(
      user,
      ["sourcedId": id, "identifier": user.text("identifier"), "withdrawnOn": ends.max()],
      withdrawing: true)
  }

  /// The calendar year in which the latest school year of the set ends.
  private var latestSchoolYear: Int? {
    all("academicSessions").compactMap { $0.text("schoolYear").flatMap(Int.init) }.max()
  }

  /// `09` and `9` are grade 9; `KG` and the like are no grade of a high school.
  static func grade(_ text: String?) -> String? { grades(text).max().map(String.init) }

  private static func grades(_ text: String?) -> Set<Int> {
    Set((text ?? "").split(separator: ",").compactMap { Int($0.trimmingSpaces) })
  }

  private static func preferredName(_ user: SourceRow) -> String? {
    guard let given = user.text("preferredGivenName") else { return nil }
    let family = user.text("preferredFamilyName") ?? user.text("familyName")
    return [given, family].compactMap(\.self).joined(separator: " ")
  }

  /// `{SASID:1000000001}` among the user's ids.
  private static func sasid(_ user: SourceRow) -> String? {
    let ids = (user.text("userIds") ?? "").split { "{},".contains($0) }
    let pair = ids.first { $0.lowercased().contains("sasid") }
    return pair?.split(separator: ":").last.map { String($0.trimmingSpaces) }
  }
}
