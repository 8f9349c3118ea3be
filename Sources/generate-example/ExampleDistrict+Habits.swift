import TranscriptModel

extension ExampleDistrict {
  /// The habits of work by school year: a stream of its own, from numbers of its own.
  func habits() -> [String: String] {
    let header = CSVText.line(["student_id", "habit", "rating", "observed_on"])
    var byYear: [String: String] = [:]
    for script in Roster.all {
      var random = SplitMix64(seed: seed, stream: "habits " + script.id)
      for grade in max(9, script.firstGrade)...script.currentGrade {
        let year = script.firstYear + grade - 9
        let lines = observations(script, year: year, &random)
        byYear[Self.name(ofYear: year), default: header] += lines
      }
    }
    return byYear
  }

  private func observations(
    _ script: StudentScript, year: Int, _ random: inout SplitMix64
  ) -> String {
    guard let calendar = SchoolCalendar(year: year) else { return "" }
    var text = ""
    for offset in [38, 140, 276] {
      let day = SchoolCalendar.schoolDay(calendar.opens.adding(days: offset))
      for habit in ["prepares", "persists", "collaborates"] {
        let rating = ["sometimes", "usually", "usually", "consistently"][random.number(in: 0...3)]
        guard day <= lastDay(of: script) else { continue }
        text += CSVText.line([script.id, habit, rating, day.isoText])
      }
    }
    return text
  }
}
