/// What colleges expect a school profile to say, in one or two pages.
///
/// DOMAIN: the ten items that New England institutions ask for.
public enum SchoolProfileItem: String, Sendable, Hashable, CaseIterable {
  /// How teaching works, and how demanding it is.
  case pedagogy
  /// Why the school reports proficiency.
  case purpose
  /// How the curriculum is built.
  case curriculum
  /// How grading works.
  case grading
  /// What a diploma takes, and how proficiency is determined.
  case requirements
  /// Graduation, college-going and persistence.
  case outcomes
  /// Colleges of the last three to five years.
  case colleges
  /// Shares of two-year and four-year colleges.
  case destinations
  /// Habits of work.
  case habits
  /// Who the students are.
  case students
}
