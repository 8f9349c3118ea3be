/// Names of fields that have no route into this product (DESIGN.md, invariant 10): disability,
/// services, language-learner status, discipline, health, lunch status, social security, race; and
/// passwords.
enum ConfidentialName {
  private static let words: Set<String> = [
    "504", "asian", "white", "accommodation", "accommodations", "allergies", "allergy", "behavior",
    "behaviour",
    "detention", "detentions", "diagnosis", "diagnoses", "disabilities", "disability", "disabled",
    "disadvantaged",
    "disciplinary", "discipline", "economic", "el", "ell", "english_learner", "esl", "esol",
    "ethnic", "ethnicities", "ethnicity", "exceptionalities", "exceptionality", "expelled",
    "expulsion",
    "expulsions", "foster", "frl", "frpl", "handicap", "health",
    "hispanic", "homeless", "idea", "iep", "immigrant", "immigration", "immunization", "latino",
    "lep", "lunch",
    "meal", "meals", "medical", "medicaid", "medication", "medications", "migrant", "passwd",
    "password",
    "passwords", "multilingual_learner", "national_origin",
    "poverty", "ppt", "race", "races", "racial", "religion", "religious", "sped", "ssn", "ssns",
    "suspended", "suspension",
    "suspensions", "vaccination", "vaccinations",
  ]
  private static let parts = [
    "disab", "african_american", "american_indian", "native_hawaiian", "pacific_islander",
    "social_security", "sp_ed", "special_ed", "specialed", "section504", "section_504",
    "free_reduced", "reduced_lunch", "ethnic", "lunchstatus", "homeless", "iepstatus",
    "medical", "english_learner", "englishlearner", "language_learner", "languagelearner",
    "immuniz", "socialsecurity", "social_sec", "socialsec",
  ]

  /// Whether a column or key of this name must never be read.
  static func matches(_ name: String) -> Bool {
    let folded = fold(name)
    return parts.contains(where: folded.contains)
      || folded.split(separator: "_").contains { words.contains(String($0)) }
  }

  /// `iepStatus`, `IEP Status` and `iep-status` are one name.
  private static func fold(_ name: String) -> String {
    var text = ""
    var wasLower = false
    for scalar in name.unicodeScalars {
      if scalar.properties.isUppercase && wasLower { text += "_" }
      wasLower = scalar.properties.isLowercase
      let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      text += isWord ? String(scalar).lowercased() : "_"
    }
    return text
  }
}
