/// Names of fields that have no route into this product (DESIGN.md, invariant 10): disability,
/// services, language-learner status, discipline, health, lunch status, social security, race; and
/// passwords.
///
/// Systems call one thing by many names, so what counts are the stems of words, and words that stand
/// together.
enum ConfidentialName {
  /// Words of which any word that begins so is one.
  private static let stems = [
    "504", "accommodat", "accomodat", "allerg", "arrest", "asylee", "asylum", "behavior",
    "behaviour", "biometric", "bully", "counseling", "detention", "diagnos", "disab", "disadvantag",
    "disciplin", "ethnic", "exceptionalit", "expel", "expuls", "gender", "handicap", "hispanic",
    "homeless", "immigra", "immuniz", "incarcerat", "incident", "infraction", "latino", "latina",
    "latinx", "lunch", "mckinney", "medicaid", "medical", "medicat", "migran", "migrator",
    "misconduct", "multilingual", "neurodiver", "offense", "parenting", "passcode", "passw",
    "poverty", "pregnan", "pronoun", "psychiatr", "racial", "refugee", "religio", "restraint",
    "seclusion", "socioecon", "suspend", "suspens", "therap", "transgender", "truan",
    "undocumented", "vaccin", "vento", "victim",
  ]
  /// Words that count when they stand alone.
  private static let words: Set<String> = [
    "adhd", "asian", "autism", "autistic", "bilingual", "bip", "cst", "custody", "dcf", "disabled",
    "drug", "economic", "el",
    "ell",
    "ells", "els", "eml", "esl", "esol", "esy", "fba", "foster", "frl", "frm", "frpl", "health",
    "idea", "iep", "ieps", "iss", "juvenile", "lep", "lgbt", "lgbtq", "meal", "meals", "mll",
    "mlls",
    "mtss", "nationality", "nurse", "oss", "ppt", "probation", "race", "races", "referral",
    "referrals", "religion", "rti",
    "ses", "sex", "snap", "sped", "sst", "ssn", "ssns", "swd", "swds", "tanf", "tribal", "tribe",
    "truant", "unhoused", "visa", "weapon", "white",
    "wic", "wida",
  ]
  /// Words that count when they stand together.
  private static let phrases = [
    "african american", "american indian", "birth country", "case manager", "case management",
    "citizenship status", "child find", "country of birth", "country of citizenship", "direct cert",
    "direct certification", "direct certified", "dominant language", "econ dis", "english learner",
    "english proficiency", "english proficient", "entered us", "entry into us", "first language",
    "free reduced",
    "free or reduced", "free and reduced", "home lang", "home language", "language at home",
    "language learner",
    "language spoken", "low income", "military family", "mother tongue", "national origin",
    "native hawaiian", "native language", "pacific islander", "place of birth",
    "preferred language",
    "primary language", "reduced lunch", "reduced price", "related service", "section 504",
    "service minutes", "service provider", "sexual orientation", "social sec", "social security",
    "sp ed", "spec ed", "special ed", "special education", "special needs", "title 1", "title 3",
    "title i", "title iii", "title one", "unaccompanied youth",
  ].map { $0.split(separator: " ").map(String.init) }
  /// Words that stand together in names of subjects and tests, and say nothing of a person.
  private static let subjects = [
    "academic discipline", "diagnostic assessment", "diagnostic test", "health class",
    "health course", "health education", "health standard", "racial justice",
    "religions of the world", "religious studies", "world religion",
  ].map { $0.split(separator: " ").map(String.init) }
  /// Names that exporters write as one word.
  private static let joined = [
    "africanamerican", "casemanager", "disab", "ellstatus", "englishlearner", "ethnic",
    "freereduced", "homelanguage", "homeless", "iepstatus", "immuniz", "languagelearner",
    "lunchstatus", "mckinney", "medical", "nativelanguage", "primarylanguage", "section504",
    "socialsec", "specialed", "spedflag", "spedstatus", "suspension",
  ]
  /// What a family speaks is asked of students, where documents are written in it, and of nobody else.
  private static let familyLanguage = [
    "home language", "language at home", "language spoken", "native language",
    "preferred language", "primary language", "first language",
  ].map { $0.split(separator: " ").map(String.init) }
  /// Names in the formats that are read, of which thousands come in one file.
  private static let plain: Set<String> = Set(
    [
      "actor", "account", "abbreviatedStatement", "associationType", "CFAssociations", "CFDocument",
      "CFItems", "CFItemType", "context", "contextActivities", "definition", "description",
      "destinationNodeURI", "educationLevel", "extensions", "fullStatement", "grouping",
      "homePage", "humanCodingScheme", "id", "identifier", "lastChangeDateTime", "max", "min",
      "name", "object", "objectType", "originNodeURI", "parent", "raw", "result", "scaled", "score",
      "stored", "success", "timestamp", "title", "type", "uri", "verb",
    ] + EvidenceColumn.allCases.map(\.rule.name))

  /// Whether a column or key of this name must never be read.
  static func matches(_ name: String) -> Bool {
    guard !plain.contains(name) else { return false }
    return [split(name, isFine: false), split(name, isFine: true)].contains { words in
      let words = withoutSubjects(words)
      return matches(words: words) || phrases.contains { isPart($0, of: words) }
    } || joined.contains(where: squeezed(name).contains)
  }

  /// Whether a column tells what a family speaks, which the students' `family_language` may be made of.
  static func tellsFamilyLanguage(_ name: String) -> Bool {
    let words = split(name, isFine: false)
    return !matches(words: words) && familyLanguage.contains { isPart($0, of: words) }
  }

  private static func matches(words found: [String]) -> Bool {
    for word in found {
      if words.contains(word) || stems.contains(where: word.hasPrefix) { return true }
      // Community services are what a student has done; other services are what one is given.
      if word == "services", found.first != "community" { return true }
    }
    return false
  }

  /// The words without those of the name of a subject: the others count as before.
  private static func withoutSubjects(_ words: [String]) -> [String] {
    var words = words
    for phrase in subjects where isPart(phrase, of: words) {
      words.removeAll { word in phrase.contains(word) || phrase.last.map { $0 + "s" } == word }
    }
    return words
  }

  /// Whether the words of a phrase stand together; the last of them may be in the plural.
  private static func isPart(_ phrase: [String], of words: [String]) -> Bool {
    guard words.count >= phrase.count, let last = phrase.last else { return false }
    return (0...(words.count - phrase.count)).contains { start in
      let end = start + phrase.count - 1
      return words[start..<end].elementsEqual(phrase.dropLast())
        && (words[end] == last || words[end] == last + "s")
    }
  }

  /// `iepStatus`, `IEP Status` and `iep-status` are the same words; `IEPStatus` is as well if words are
  /// told apart finely.
  private static func split(_ name: String, isFine: Bool) -> [String] {
    var words: [String] = []
    var word = ""
    let scalars = Array(name.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let properties = scalar.properties
      guard properties.isAlphabetic || properties.numericType != nil else {
        if !word.isEmpty { words.append(word) }
        word = ""
        continue
      }
      if properties.isUppercase, index > 0, !word.isEmpty {
        let before = scalars[index - 1].properties
        let isNext =
          isFine && before.isUppercase && index + 1 < scalars.count
          && scalars[index + 1].properties.isLowercase
        if before.isLowercase || isNext {
          words.append(word)
          word = ""
        }
      }
      word += properties.lowercaseMapping
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static func squeezed(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.lowercased().unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }))
  }
}
