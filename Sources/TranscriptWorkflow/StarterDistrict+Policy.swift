extension StarterDistrict {
  static let policy = """
    # What the board adopted. Every decision names this policy and its version.
    policy: Sample mastery policy
    version: 2026.1
    effective_on: 2026-07-01
    # adopted_on: 2026-06-10
    # adopted_by: Board of Education

    scale:
      id: levels-4
      title: Levels 1 to 4
      bar: PR                      # the lowest level that passes
      levels:                      # lowest first; codes have at most three characters
        - { code: BG, number: 1, label: Beginning,  description: "First steps; no credit is awarded" }
        - { code: DV, number: 2, label: Developing, description: "Meets parts of it, or meets it with support" }
        - { code: PR, number: 3, label: Proficient, description: "Meets the standard independently" }
        - { code: EX, number: 4, label: Exemplary,  description: "Extends the skill to new, harder problems" }

    # How a level is decided, one rule a tier. Only summative evidence counts.
    # highest-in-distinct: the highest level shown in so many different pieces of work.
    rules:
      graduation:   { rule: highest-in-distinct, demonstrations: 2 }
      content-area: { rule: highest-in-distinct, demonstrations: 2 }
      objective:    { rule: highest-in-distinct, demonstrations: 1 }
      # A course's mark: Exemplary when half of its objectives are, and none is below Proficient.
      course-mark:  { rule: share-at-or-above, share: 1/2, floor: PR }

    competencies_per_area: { from: 5, through: 8 }   # outside is a warning

    # What credit can be counted as (column credit_areas of courses.csv).
    # pesc is the subject code of the XML transcript.
    credit_areas:
      - { id: humanities,     title: Humanities,        pesc: Other }
      - { id: civics,         title: Civics,            pesc: HistorySocialScience }
      - { id: arts,           title: Arts,              pesc: Arts }
      - { id: stem,           title: STEM,              pesc: Other }
      - { id: pe-wellness,    title: PE and wellness,   pesc: Other }
      - { id: health-safety,  title: Health and safety, pesc: Other }
      - { id: world-language, title: World language,    pesc: ForeignLanguage }
      - { id: finance,        title: Personal finance,  pesc: AcademicElective }
      - { id: elective,       title: Electives,         pesc: AcademicElective }

    # The Connecticut plan for the class of 2027 and later: 25 credits. The board decides what is left
    # to it: here personal finance counts as an elective, and no capstone is required.
    plans:
      - id: ct-2027
        title: Connecticut, class of 2027 and later
        authority: C.G.S. 10-221a
        classes: { from: 2027 }    # add  through: 2030  when a later plan follows
        credits: 25
        requirements:
          - id: humanities
            title: Humanities
            credits: 9
            areas: [humanities, civics, arts]
            requirements:          # parts of the nine
              - { id: civics, title: Civics, credits: 0.5, areas: [civics] }
              - { id: arts,   title: Arts,   credits: 1,   areas: [arts] }
          - { id: stem,           title: STEM,              credits: 9, areas: [stem] }
          - { id: pe-wellness,    title: PE and wellness,   credits: 1, areas: [pe-wellness] }
          - { id: health-safety,  title: Health and safety, credits: 1, areas: [health-safety] }
          - { id: world-language, title: World language,    credits: 1, areas: [world-language] }
          - id: electives
            title: Electives
            credits: 4
            areas: [elective, finance, humanities, civics, arts, stem, pe-wellness, health-safety, world-language]
            requirements:
              - { id: finance, title: Personal finance, credits: 0.5, areas: [finance] }
          - { id: core,       title: All core competencies,       competencies: { tier: content-area, core: true } }
          - { id: graduation, title: All graduation competencies, competencies: { tier: graduation } }

    # A GPA is printed only where the board has adopted a table and dated it.
    # equivalence:
    #   title: GPA equivalent
    #   adopted_on: 2026-06-10
    #   adopted_by: Board of Education
    #   places: 2
    #   points: { EX: 4.0, PR: 3.3, DV: 2.0 }
    #   weights: { ap: 0.5, honors: 0.5 }

    """
}
