/// How a competency is usually shown at the example school.
struct WorkKind {
  let type: String
  let label: String

  /// The kind of work that shows `competency`.
  static func of(_ competency: String) -> WorkKind {
    kinds[competency] ?? WorkKind(type: "project", label: "Project")
  }

  /// What a second try at it is called.
  var secondTry: String {
    switch type {
    case "essay", "portfolio", "project": "revised"
    default: "second try"
    }
  }

  /// What is done on the way to it.
  var leadsUp: [String] {
    switch type {
    case "test", "lab", "performance-task": ["Practice", "Exit check", "Practice", "Check-in"]
    case "observation", "presentation": ["Rehearsal", "Conference", "Check-in"]
    default: ["Draft", "Conference", "Draft", "Exit check"]
    }
  }

  private static func kind(_ type: String, _ label: String) -> WorkKind {
    WorkKind(type: type, label: label)
  }

  private static let kinds: [String: WorkKind] = [
    "ELA.RDG": kind("essay", "Essay"), "ELA.LIT": kind("essay", "Essay"),
    "ELA.ARG": kind("essay", "Argument"), "ELA.NAR": kind("portfolio", "Narrative"),
    "XA.RES": kind("project", "Research"), "ELA.SPK": kind("presentation", "Presentation"),
    "MATH.ALG": kind("test", "Test"), "MATH.FUN": kind("performance-task", "Task"),
    "MATH.NUM": kind("test", "Test"), "MATH.GEO": kind("test", "Test"),
    "MATH.STA": kind("project", "Project"), "MATH.ARG": kind("performance-task", "Proof"),
    "SCI.INV": kind("lab", "Lab"), "SCI.DAT": kind("lab", "Lab"), "SCI.MAT": kind("test", "Test"),
    "SCI.LIF": kind("test", "Test"), "SCI.EAR": kind("project", "Model"),
    "SCI.FOR": kind("lab", "Lab"), "SCI.EXP": kind("essay", "Explanation"),
    "SOC.HIS": kind("essay", "Essay"), "SOC.SRC": kind("performance-task", "Source task"),
    "SOC.CIV": kind("project", "Project"), "SOC.GEO": kind("project", "Map study"),
    "SOC.ECO": kind("test", "Test"), "WLG.RDG": kind("test", "Reading"),
    "WLG.LIS": kind("test", "Listening"), "WLG.SPK": kind("presentation", "Conversation"),
    "WLG.WRI": kind("essay", "Composition"), "WLG.CUL": kind("presentation", "Presentation"),
    "ART.CRE": kind("portfolio", "Portfolio"), "ART.TEC": kind("performance-task", "Studio task"),
    "ART.PRE": kind("exhibition", "Showing"), "ART.RES": kind("essay", "Critique"),
    "ART.CON": kind("presentation", "Talk"), "HPE.LIT": kind("project", "Project"),
    "HPE.MOV": kind("observation", "Skills check"), "HPE.FIT": kind("project", "Plan"),
    "HPE.SAF": kind("performance-task", "Practical"), "HPE.MSH": kind("project", "Journal"),
    "CTF.FIN": kind("project", "Project"), "CTF.DIG": kind("project", "Project"),
    "CTF.COM": kind("project", "Program"), "CTF.DES": kind("project", "Build"),
    "CTF.CAR": kind("internship-review", "Review"),
  ]
}

/// The (fictional) teachers of each area.
enum Faculty {
  /// The teacher of a course; always the same one.
  static func teacher(of course: Catalogue.Course) -> String {
    let names = teachers[course.contentArea] ?? []
    guard !names.isEmpty else { return "" }
    let sum = course.code.utf8.reduce(0) { $0 + Int($1) }
    return names[sum % names.count]
  }

  private static let teachers = [
    "ELA": ["H. Brandvold", "T. Ellery-Voss", "N. Castellane"],
    "MATH": ["P. Vanderhoek", "S. Rangarajan", "L. Dufresne"],
    "SCI": ["A. Oduya", "C. Mirkovic", "B. Thornquist"],
    "SOC": ["R. Paquette", "J. Amador-Flint", "E. Sundqvist"],
    "WLG": ["M. Kastner", "G. Villaseca"],
    "ART": ["I. Norcross", "D. Halloway-Li"],
    "HPE": ["F. Abruzzese", "K. Steadman"],
    "CTF": ["V. Ostrowe", "Q. Merriweather"],
  ]
}
