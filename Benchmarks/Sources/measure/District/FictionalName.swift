/// Names for the made-up members of a class; whoever bears one of them, none is meant.
enum FictionalName {
  private static let first = [
    "Adaeze", "Aurelio", "Béatrice", "Caspian", "Dagný", "Eirwen", "Florian", "Giulietta",
    "Hadrian", "Imogen", "Jarosław", "Katarína", "Leocadia", "Mirela", "Nicodemus", "Ottilie",
    "Perpetua", "Quillon", "Rosamund", "Søren", "Thaddeus", "Ursuline", "Vittorio", "Wilhelmina",
    "Xiomara", "Ysolde", "Zdeněk", "Ambrose", "Bronwen", "Cornelius", "Đurđa", "Esperança",
    "Fearghal", "Guðrún", "Hyacinth", "Ignatius", "Jessamine", "Kateryna", "Lysander", "Marguerite",
  ]
  private static let last = [
    "Abernethy", "Blackthorn", "Carrasquilla", "Dunmorrow", "Eastergate", "Fairweather-Ode",
    "Gravesend", "Hollingbrook", "Iveragh", "Jankowiak", "Kestrelman", "Lindqvist-Aro",
    "Marchbanks", "Nightingale", "Okonjo-Pell", "Pemberwick", "Quarrington", "Ravenscar",
    "Silverthorne", "Tanglewood", "Underhill-Bay", "Vasquez-Thorne", "Winterbourne", "Yarborough",
    "Zeffirini", "Ashgrove", "Brimblecombe", "Coldstream", "Drakenfeld", "Elderfield",
    "Foxcroft", "Greymantle", "Hawksmoor", "Inglethorpe", "Juniper-Moss", "Kingsolver",
    "Larkspur", "Merriweather", "Northcote", "Oakhollow", "Pennyroyal", "Quickwater",
    "Rosenquist", "Stormcrow", "Thornbury", "Umberley", "Vandermeer", "Wrexham", "Yellowlees",
  ]
  private static let middle = ["Ada", "Bo", "Cleo", "Dov", "Enid", "Fay", "Gil", "Hope", "Ivo"]
  private static let hanFamily = Array("林陳王李張黃吳周徐孫馬朱胡郭何高羅鄭梁謝")
  private static let hanGiven = Array("思遠明華文雅靜安嘉欣怡偉國志宏美玲雲海天宇佳慧敏強")
  private static let hangulFamily = Array("김이박최정강조윤장임한오서신권황안송류홍")
  private static let hangulGiven = Array("하윤서준민지우현도예은수아진영채원주호성나라")

  /// The given, middle and family name of member `index`; distinct for 17,640 members.
  static func latin(_ index: Int) -> (first: String, middle: String, last: String) {
    (
      first[index % first.count], middle[(index / first.count / last.count) % middle.count],
      last[(index / first.count + index) % last.count]
    )
  }

  /// A Chinese name for every even member, a Korean one for the others.
  static func eastAsian(_ index: Int) -> String {
    let isHan = index % 2 == 0
    let family = isHan ? hanFamily : hangulFamily
    let given = isHan ? hanGiven : hangulGiven
    let number = index / 2
    let second = given[(number / family.count) % given.count]
    let third = given[(number / family.count / given.count + number * 7) % given.count]
    return String([family[number % family.count], second, third])
  }
}
