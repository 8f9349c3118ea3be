/// The students of the example, by class; names and birth dates are in `students.csv`, where the
/// language of the family is written from here.
enum Roster {
  static let all = classOf2026 + classOf2027 + classOf2028 + classOf2029 + classOf2030

  private static func script(
    _ id: String, _ strength: Int, _ change: (inout StudentScript) -> Void
  ) -> StudentScript {
    let classOf = 2000 + (Int(id.prefix(2)) ?? 0)
    var script = StudentScript(
      id: id, firstYear: classOf - 4, strength: strength,
      currentGrade: min(12, 12 - (classOf - 2027)))
    change(&script)
    return script
  }

  private static let classOf2026 = [
    script("26003", 78) {
      $0.strong = ["ELA", "WLG", "SOC"]
      $0.extras = [9: ["PHOTO/2"], 11: ["CREWRI/1", "APES"]]
      $0.senior = ["ENG12", "MODEL", "ECON/1", "CAPSTN", "APSPA", "ANAT"]
    },
    script("26007", 45) {
      $0.strong = ["CTF"]
      $0.arts = ["ART1", "CERAM", "PHOTO"]
      $0.extras = [9: ["FAB/2"], 11: ["ENGDES"]]
      $0.language = ["FRE1", "FRE2"]
      $0.senior = ["ENG12", "MODEL", "ANAT", "ECON/1", "CAPSTN", "INTERN", "PSYCH/2"]
    },
    script("26011", 92) {
      $0.mathematics = .early
      $0.english11 = "APLANG"
      $0.language = ["FRE1", "FRE2", "FRE3"]
      $0.strong = ["SOC", "MATH"]
      $0.extras = [11: ["APES"]]
      $0.senior = ["ENG12", "STATS", "APCALC", "ECON/1", "CAPSTN"]
    },
    script("26015", 52) {
      $0.strong = ["CTF", "MATH"]
      $0.weak = ["ELA"]
      $0.arts = ["ART1", "CERAM", "PHOTO"]
      $0.extras = [9: ["FAB/2"], 11: ["ENGDES"]]
      $0.senior = ["ENG12", "PRECAL", "ANAT", "ECON/1", "CAPSTN", "INTERN"]
    },
    script("26018", 66) {
      $0.strong = ["SOC", "HPE"]
      $0.arts = ["ART1", "THEAT", "CERAM"]
      $0.extras = [9: ["MARINE/2"], 11: ["APES"]]
      $0.senior = ["ENG12", "STATS", "ANAT", "ECON/1", "CAPSTN", "PSYCH/2"]
    },
    // Short by half a credit: one objective of Ceramics was never shown at the bar.
    script("26022", 30) {
      $0.language = ["SPA1", "SPA2"]
      $0.arts = ["ART1", "THEAT"]
      $0.extras = [9: ["FAB/2"]]
      $0.senior = ["ENG12", "MODEL", "ANAT", "ECON/1", "INTERN", "CAPSTN", "CERAM/2"]
      $0.unfinished = ["CERAM.2"]
      $0.retaken = ["CERAM"]
    },
  ]

  private static let classOf2028 = [
    script("28002", 74) {
      $0.mathematics = .early
      $0.english11 = "APLANG"
      $0.extras = [11: ["CSA"]]
    },
    script("28005", 22) {
      $0.extras = [9: ["FAB/2"], 11: ["ENGDES"]]
      $0.unfinished = ["CHEM.2"]
    },
    script("28009", 60) {
      $0.strong = ["SCI"]
      $0.extras = [9: ["MARINE/2"], 11: ["APES"]]
    },
    script("28012", 55) {
      $0.language = ["FRE1", "FRE2", "FRE3"]
      $0.extras = [9: ["PHOTO/2"], 11: ["CSA"]]
    },
    script("28016", 70) {
      $0.strong = ["ART"]
      $0.arts = ["ART1", "PHOTO", "ART2"]
      $0.extras = [9: ["MARINE/2"], 11: ["CREWRI/1", "BAND"]]
    },
  ]

  private static let classOf2029 = [
    script("29003", 25) {
      $0.extras = [9: ["FAB/2"]]
      $0.unfinished = ["ALG1.3"]
    },
    script("29008", 68) { $0.language = ["FRE1", "FRE2"] },
    script("29011", 58) { $0.extras = [9: ["PHOTO/2"]] },
    script("29014", 47) { $0.extras = [9: ["MARINE/2"]] },
  ]

  private static let classOf2030 = [
    script("30002", 62) { $0.extras = [9: ["MARINE/2"]] },
    script("30006", 40) { $0.extras = [9: ["FAB/2"]] },
    script("30010", 55) { $0.language = ["FRE1"] },
  ]

  private static let classOf2027 = [
    script("27001", 88) {
      $0.mathematics = .early
      $0.english11 = "APLANG"
      $0.strong = ["SCI"]
      $0.extras = [11: ["APES"]]
      $0.senior = ["ENG12", "APCALC", "STATS", "SPA4H", "ECON/1", "INTERN"]
    },
    script("27004", 80) {
      $0.mathematics = .early
      $0.english11 = "APLANG"
      $0.strong = ["ELA", "WLG"]
      $0.arts = ["ART1", "THEAT", "PHOTO"]
      $0.extras = [11: ["APES"]]
      $0.senior = ["ENG12", "STATS", "ANAT", "APSPA", "ECON/1", "CREWRI/2"]
    },
    script("27006", 62) {
      $0.familyLanguage = "ar"
      $0.strong = ["SCI", "HPE"]
      $0.language = ["FRE1", "FRE2", "FRE3"]
      $0.extras = [9: ["MARINE/2"], 11: ["PSYCH/1", "CSA"]]
      $0.senior = ["ENG12", "PRECAL", "ANAT", "ECON/1", "INTERN"]
    },
    script("27009", 90) {
      $0.familyLanguage = "zh-Hans"
      $0.mathematics = .early
      $0.strong = ["MATH", "CTF"]
      $0.weak = ["ELA"]
      $0.extras = [11: ["CSA"]]
      $0.senior = ["ENG12", "APCALC", "STATS", "SPA4H", "ECON/1", "CAPSTN"]
    },
    script("27012", 76) {
      $0.mathematics = .early
      $0.english11 = "APLANG"
      $0.strong = ["CTF", "ART"]
      $0.extras = [11: ["ENGDES"]]
      $0.senior = ["ENG12", "APCALC", "APES", "ECON/1", "INTERN"]
    },
    script("27015", 94) {
      $0.mathematics = .early
      $0.english11 = "APLANG"
      $0.strong = ["SCI", "CTF"]
      $0.language = ["FRE1", "FRE2", "FRE3"]
      $0.extras = [11: ["CSA"]]
      $0.senior = ["ENG12", "APCALC", "APES", "STATS", "ECON/1", "PSYCH/2"]
    },
    // Two students with one name.
    script("27018", 64) {
      $0.strong = ["SOC"]
      $0.arts = ["ART1", "THEAT", "PHOTO"]
      $0.extras = [9: ["MARINE/2"], 11: ["CREWRI/1", "APES"]]
      $0.senior = ["ENG12", "STATS", "ANAT", "ECON/1", "INTERN", "PSYCH/2"]
    },
    script("27019", 38) {
      $0.strong = ["CTF"]
      $0.weak = ["WLG"]
      $0.extras = [9: ["FAB/2"], 11: ["PSYCH/1", "ENGDES"]]
      $0.senior = ["ENG12", "MODEL", "ANAT", "ECON/1", "INTERN"]
    },
    // Has met every requirement by October.
    script("27021", 86) {
      $0.mathematics = .early
      $0.english11 = "APLANG"
      $0.extras = [11: ["CSA", "ECON/2"]]
      $0.senior = ["ENG12/S", "INTERN/S", "APCALC"]
      $0.finishesEarly = true
    },
    // Came in grade 11 with letter grades.
    script("27024", 55) {
      $0.firstGrade = 11
      $0.language = []
      $0.extras = [11: ["CIVIC/1", "DIGDES/2", "APES"]]
      $0.senior = ["ENG12", "MODEL", "ANAT", "ECON/1", "INTERN", "PSYCH/2"]
    },
    script("27027", 72) {
      $0.familyLanguage = "pl"
      $0.strong = ["SCI"]
      $0.extras = [9: ["MARINE/2"], 11: ["APES"]]
      $0.senior = ["ENG12", "PRECAL", "ANAT", "ECON/1", "SPA4H"]
    },
    // Insufficient evidence: the second demonstration of one competency was missed.
    script("27030", 44) {
      $0.familyLanguage = "pt-BR"
      $0.strong = ["ART"]
      $0.arts = ["ART1", "PHOTO", "THEAT"]
      $0.extras = [9: ["FAB/2"], 11: ["PSYCH/1", "ENGDES"]]
      $0.senior = ["ENG12", "MODEL", "CSA", "ECON/1", "INTERN"]
      $0.missed = ["ART.CON"]
    },
    // Met by decision.
    script("27033", 58) {
      $0.strong = ["WLG", "ELA"]
      $0.language = ["FRE1", "FRE2", "FRE3"]
      $0.arts = ["ART1", "THEAT", "CERAM"]
      $0.extras = [9: ["PHOTO/2"], 11: ["CREWRI/1", "APES"]]
      $0.senior = ["ENG12", "MODEL", "ANAT", "ECON/1", "CAPSTN"]
    },
    // Half a credit of physical education is waived.
    script("27036", 70) {
      $0.mathematics = .early
      $0.strong = ["SOC", "ELA"]
      $0.dropped = ["PE10"]
      $0.extras = [11: ["APES"]]
      $0.senior = ["ENG12", "STATS", "ANAT", "ECON/1", "INTERN", "PSYCH/2"]
    },
    // Left in February of grade 11.
    script("27039", 35) {
      $0.extras = [9: ["FAB/2"], 11: ["ENGDES"]]
      $0.left = "2026-02-13"
    },
    script("27042", 67) {
      $0.strong = ["CTF"]
      $0.extras = [9: ["FAB/2"], 11: ["PSYCH/1", "ENGDES"]]
      $0.senior = ["ENG12", "PRECAL", "APES", "ECON/1", "CAPSTN"]
    },
    script("27045", 54) {
      $0.strong = ["CTF", "MATH"]
      $0.weak = ["ELA"]
      $0.extras = [9: ["FAB/2"], 11: ["PSYCH/1", "ENGDES"]]
      $0.senior = ["ENG12", "PRECAL", "ANAT", "ECON/1", "INTERN"]
    },
    script("27048", 61) {
      $0.strong = ["ART", "ELA"]
      $0.arts = ["ART1", "THEAT", "PHOTO"]
      $0.extras = [9: ["MARINE/2"], 11: ["CREWRI/1", "CSA"]]
      $0.senior = ["ENG12", "MODEL", "ANAT", "ECON/1", "CAPSTN", "PSYCH/2"]
    },
    script("27051", 57) {
      $0.familyLanguage = "es"
      $0.strong = ["SCI", "WLG"]
      $0.extras = [9: ["MARINE/2"], 11: ["PSYCH/1", "ENGDES"]]
      $0.senior = ["ENG12", "MODEL", "APES", "ECON/1", "INTERN", "APSPA"]
    },
    script("27054", 63) {
      $0.strong = ["ART"]
      $0.arts = ["ART1", "ART2"]
      $0.extras = [9: ["MARINE/2"], 11: ["BAND", "CREWRI/1"]]
      $0.senior = ["ENG12", "MODEL", "APES", "ECON/1", "PSYCH/2", "CAPSTN"]
    },
    script("27057", 59) {
      $0.familyLanguage = "ht"
      $0.strong = ["HPE"]
      $0.extras = [9: ["MARINE/2"], 11: ["PSYCH/1", "APES"]]
      $0.language = ["FRE1", "FRE2", "FRE3"]
      $0.senior = ["ENG12", "STATS", "ANAT", "ECON/1", "INTERN"]
    },
    script("27060", 84) {
      $0.mathematics = .early
      $0.strong = ["CTF", "SCI"]
      $0.extras = [11: ["CSA"]]
      $0.senior = ["ENG12", "APCALC", "APES", "ECON/1", "CAPSTN"]
    },
    script("27063", 33) {
      $0.strong = ["HPE"]
      $0.extras = [9: ["MARINE/2"], 11: ["PSYCH/1", "ENGDES"]]
      $0.senior = ["ENG12", "MODEL", "ANAT", "ECON/1", "INTERN"]
      $0.unfinished = ["MARINE.3"]
    },
  ]
}
