// swift-format-ignore-file
// Made by CataloguePageTests: UPDATE_DOCS=1 swift test --filter CataloguePageTests

extension CodeExamples {
  static let texts = #"""
### archive-too-large
export.zip: error: users.csv unpacks to more than it may [archive-too-large]
  = fix: pack only what is exported
### area-not-of-competency
evidence/fall.csv:2:59: error: the competency "MA.1" does not belong to the content area "EN" [area-not-of-competency]
  | EN
  | ^^
  = fix: write one of MA, or leave it empty
### area-on-graduation
framework/competencies.csv:2:16: error: a graduation competency belongs to no content area [area-on-graduation]
  | MA
  | ^^
  = fix: empty the cell, or make the tier content-area
### area-out-of-range
framework/areas.csv:2: warning: the content area "MA" has 1 competency; the policy says 5 to 8 [area-out-of-range]
  = fix: add competencies, or change competencies_per_area
### at-least-too-many
courses.csv:2:35: error: at_least asks for 3 of 2 competencies [at-least-too-many]
  | 3
  | ^
  = fix: write a number from 1 to 2, or leave it empty for all
### averaging-rule
test: warning: rule "weighted-average" averages; every document says so [averaging-rule]
  = fix: use highest-in-distinct, or leave it if the board has adopted it
### bad-rule-option
test: error: option "demonstrations" of rule "highest-in-distinct" takes a whole number from 1 to 20, not "two" [bad-rule-option]
  | two
  | ^^^
  = fix: write a whole number from 1 to 20
### bidi-override
students.csv:3:20: error: legal_last holds the invisible direction mark U+202E [bidi-override]
  | (personal data, 6 characters; --show-personal prints it)
  = fix: type the text again without it; right-to-left text needs no mark
### confidential-column
students.csv:1:55: error: the column "iepStatus" is confidential; its cells are not read [confidential-column]
  | iepStatus
  | ^^^^^^^^^
  = fix: remove the column before the file comes here
### confidential-key
district.yaml:10:3: error: the key "health_office" is confidential [confidential-key]
  = fix: remove it
### contradictory-rule-options
test: warning: option "best" of rule "best-of-required" counts the best 3, and 2 are enough to be complete [contradictory-rule-options]
  | 3
  | ^
  = fix: write best: 2, or required: 3
### control-character
evidence/fall.csv:2:46: error: title holds a line break or a tab [control-character]
  | Bridge�model
  | ^^^^^^^^^^^^
  = fix: write it on one line
### corrected-by-hand
export.csv:2: warning: the row says something new of what was corrected by hand; the correction stands [corrected-by-hand]
  = evidence/book.csv:3: the correction
  = fix: if the source is right now, enter a correction that replaces "hand-1"
### correction-refused
evidence/fall.csv:4:69: error: this row corrects the evidence "e-1" and is refused; neither of the two is used [correction-refused]
  | e-1
  | ^^^
  = evidence/fall.csv:2: what it corrects
  = fix: mend this row; it then replaces "e-1"
### crosswalk-moves-student
mappings/crosswalk.csv:2:9: error: "S-1" is a student of ours, whose rows the entry gives to "S-2"; it is not used [crosswalk-moves-student]
  | S-1
  | ^^^
  = students.csv:2: the student "S-1"
  = fix: name the mapping of the other system in the column system, or correct theirs
### damaged-archive
export.zip: error: the archive is damaged: users.csv is not what it was [damaged-archive]
  = fix: make the archive again
### decision-below-bar
determinations.csv:2:15: error: the decision says that MA.1 is met, at Developing, which is below the bar [decision-below-bar]
  | DV
  | ^^
  = fix: correct the level, leave it empty, or write lowers under act
### disk-full
error: out/pesc/2.xml could not be written: diskFull [disk-full]
  = fix: free some space and render again: what was written before is whole
### document-number-long
district.yaml:14:19: warning: document numbers have 33 characters; PESC allows 35, and the answer to a request adds 5 [document-number-long]
  = fix: shorten document_numbers in district.yaml to 30 characters if requests are answered
### duplicate-code
courses.csv:3:1: error: the course "ALG1" is there twice; none of the rows that share it is used [duplicate-code]
  | ALG1
  | ^^^^
  = courses.csv:2: first used here
  = fix: give one of them a code of its own
### duplicate-column
evidence/fall.csv:1:79: error: the column "title" is there twice [duplicate-column]
  | title
  | ^^^^^
  = evidence/fall.csv:1:73: the first
  = fix: remove one
### duplicate-competency
framework/competencies.csv:6:1: error: the competency "MA.1.a" is there twice; none of the rows that share it is used [duplicate-competency]
  | MA.1.a
  | ^^^^^^
  = framework/competencies.csv:5: first used here
  = fix: give one of them a code of its own
### duplicate-evidence
evidence/fall.csv:4:1: error: the evidence "e-1" is there twice; none of the rows that share it is used [duplicate-evidence]
  | e-1
  | ^^^
  = evidence/fall.csv:2: first used here
  = fix: give one of them a code of its own
### duplicate-key
district.yaml:7:3: error: the key "state" is there twice in one mapping [duplicate-key]
  |   state: CT
  |   ^^^^^
  = fix: remove one of the two
### duplicate-sasid
students.csv:3:5: error: the students "S-1" and "S-2" have one SASID; neither row is used [duplicate-sasid]
  | (personal data, 10 characters; --show-personal prints it)
  = students.csv:2: first used here
  = fix: correct one, or remove one if both are the same person
### duplicate-student
students.csv:3:1: error: the student "S-1" is there twice; none of the rows that share it is used [duplicate-student]
  | S-1
  | ^^^
  = students.csv:2: first used here
  = fix: correct the id of one, or remove the one that repeats the other
### duplicate-template-key
templates/official/style.yaml:N: error: `page.top` stands twice [duplicate-template-key]
  = templates/official/style.yaml:N: first here
### elmo-missing-web
error: record S-1: the school has no web address [elmo-missing-web]
  = fix: Fill in web of the school in district.yaml.
### elmo-schema
error: record S-1: the character U+1 is not allowed in XML [elmo-schema]
  = fix: The document is held. The message names the element; report it with the record.
### equivalence-gap
policy.yaml: warning: the equivalence table gives no points for EX [equivalence-gap]
  = fix: add points for EX
### evidence-after-as-of
rows.jsonl:2: warning: 1 record of evidence is of a day after 2026-10-01; what is asked about that day does not count them [evidence-after-as-of]
  = fix: ask about a later day with --as-of, or correct the days
### evidence-after-leaving
evidence/fall.csv:4:14: warning: the student "S-2" left on 2026-02-27, and this was shown on 2026-10-09: it counts all the same [evidence-after-leaving]
  | 2026-10-09
  | ^^^^^^^^^^
  = students.csv:3: left
  = fix: correct the day, or withdrawn_on in students.csv
### evidence-without-area
evidence/fall.csv:4:65: warning: the competency "EN.1" is met area by area, and the row names none: it counts in none [evidence-without-area]
  = fix: write one of MA, EN
### expected-day-passed
students.csv:2: warning: the student was expected to graduate on 2026-10-14, and no graduation is posted [expected-day-passed]
  = fix: post graduated_on with graduation_authorized_by, write withdrawn_on, or mend expected_on
### field-too-long
evidence/fall.csv:2:46: error: the cell has more than 2000 bytes [field-too-long]
  = fix: shorten it, or close the quote that opens it
### file-too-large
students.csv: error: the file holds more than 60000 bytes [file-too-large]
  = fix: split it into several files, or check that it is the right one
### file-unreadable
none.xml: error: the file cannot be read: missing [file-unreadable]
  = fix: check the name, and that you may read the file
### filled-already
new.csv:3: warning: --set purpose=summative is not used in 1 row, which says something else [filled-already]
  = fix: correct them where they come from, or translate the column in a mapping
### filtered-by-case
export.csv:3: warning: rows whose Kind is "summative" are left out; the filter takes "Summative" [filtered-by-case]
  = fix: if they are the same, add "summative" to the filter in the mapping
### font-folder
error: a.ttf is missing [font-folder]
  = fix: run fonts/prepare
### graduation-posted-but-unmet
students.csv:3: error: a graduation on 2026-10-01 is posted, but not met: Mathematics, All core competencies [graduation-posted-but-unmet]
  = fix: `explain --student 2 --graduation` says what is missing
### half-filled-pair
students.csv:2:31: error: graduated_on has no graduation_authorized_by [half-filled-pair]
  | 2026-06-12
  | ^^^^^^^^^^
  = fix: name who posted it, or empty the date
### header-too-wide
wide.csv:1: error: the header has more than 50 columns; nothing of the file is read [header-too-wide]
  = fix: check that the file is the right one, and that its lines are not joined into one
### identity-in-doubt
new.csv:2: error: the student "S-1" is on file with another legal_last [identity-in-doubt]
  = students.csv:2: the row on file
  = fix: find out who it is, and enter it in mappings/crosswalk.csv; if the row is right: student,S-1,S-1,,YOUR NAME,YYYY-MM-DD
### impossible-date
evidence/fall.csv:2:14: error: demonstrated_on is after 2026-11-20 [impossible-date]
  | 2027-09-14
  | ^^^^^^^^^^
  = fix: correct the day
### inactive-in-source
framework.json:1:73: warning: the framework is deprecated by its publisher; it is used all the same [inactive-in-source]
  = fix: ask for the package of the framework that has taken its place
### internal-fault
students.csv:2: error: the program failed on this student: a level that the scale does not have [internal-fault]
  = fix: please report this message; the other students are not affected
### json-syntax
results.jsonl:1:41: error: this is not JSON: a key in quotes is missing [json-syntax]
  = fix: export the file again; the mistake is at this place or just before it
### json-too-complex
results.jsonl:1:65: error: the file is nested too deeply or holds too many values [json-too-complex]
  = fix: export less at a time
### kept-as-on-file
new.csv:2: warning: the student "S-1" is on file with another legal_last, which stays [kept-as-on-file]
  = students.csv:2: the row on file
  = fix: if the row is right, enter in mappings/crosswalk.csv: student,S-1,S-1,,YOUR NAME,YYYY-MM-DD
### layout-overflow
templates/official/document.mustache:N: error: a row, a figure or a title is higher than a page [layout-overflow]
### level-code-collision
policy.yaml:9:15: error: the level code "AP" already means something else on a transcript [level-code-collision]
  |     - { code: AP, number: 1, label: Developing, description: Not there yet }
  |               ^^
  = fix: choose another; AP, IB, CR, W, I, P and F are taken
### level-code-too-long
policy.yaml:11:15: error: the level code "EXEM" has more than three characters [level-code-too-long]
  |     - { code: EXEM, number: 3, label: Exemplary, description: Goes beyond it }
  |               ^^^^
  = fix: shorten it; the label holds the whole word
### level-without-rating
evidence/fall.csv:3:27: error: the row has a level and its status is missed [level-without-rating]
  | 3
  | ^
  = fix: empty the level, or make the status rated
### levels-out-of-order
policy.yaml:11:27: error: the level "EX" does not come after "PR" [levels-out-of-order]
  |     - { code: EX, number: 2, label: Exemplary, description: Goes beyond it }
  |                           ^
  = fix: list the levels lowest first, each with a higher number
### low-contrast
district.yaml:3:9: error: accent has a contrast of 4.7:1 on white; 7:1 is the least [low-contrast]
  | accent: "#3C7F73"
  |         ^^^^^^^
  = fix: choose a darker colour
### lowering-without-effect
test: warning: the decision "L1" lowers M.1 to Proficient, and on 2026-02-10 the result is Proficient [lowering-without-effect]
  = fix: correct the level, the day or the competency, or remove the row
### malformed-alignment
framework/competencies.csv:4:67: error: "W.9-10.1" is not FRAMEWORK:CODE [malformed-alignment]
  | W.9-10.1
  | ^^^^^^^^
  = fix: write the framework's short name, a colon, and the standard's code
### malformed-code
district.yaml:7:10: error: state is not the postal code of a state [malformed-code]
  |   state: Connecticut
  |          ^^^^^^^^^^^
  = fix: write its two capital letters, such as CT
### malformed-color
district.yaml:3:9: error: accent is not a colour written #RRGGBB [malformed-color]
  | accent: dark green
  |         ^^^^^^^^^^
  = fix: write it in quotes, like "#12524B"
### malformed-language
students.csv:3:45: warning: the family's language is not a language tag [malformed-language]
  | (personal data, 7 characters; --show-personal prints it)
  = fix: write en, es, pt-BR, ht, pl, zh-Hans or ar
### malformed-narrative
narratives/S-1.txt:1: error: the first line does not name the author [malformed-narrative]
  = fix: begin with "author: NAME, OFFICE" and an empty line
### malformed-sasid
students.csv:3:5: error: a SASID is ten digits; this has 9 characters [malformed-sasid]
  | (personal data, 9 characters; --show-personal prints it)
  = fix: write all ten; spreadsheets drop leading zeros unless the column is text
### malformed-student-id
students.csv:4:1: error: the student id is not one that files can be named by [malformed-student-id]
  | ../S-3
  | ^^^^^^
  = fix: use up to 20 of A-Z, a-z, 0-9, - and _
### misplaced-rule
test: error: rule "most-recent" cannot decide the mark of a course [misplaced-rule]
  | most-recent
  | ^^^^^^^^^^^
  = fix: write share-at-or-above
### missing-area
framework/competencies.csv:4:19: error: a content-area competency needs a content area [missing-area]
  = fix: name one or more codes of framework/areas.csv
### missing-cell
evidence/fall.csv:2:14: error: demonstrated_on is empty [missing-cell]
  = fix: fill it in; it is required
### missing-column
evidence/fall.csv:1: error: there is no column "demonstrated_on" [missing-column]
  = fix: add the column demonstrated_on, or rename the one that holds it
### missing-file
students.csv: error: the file is not there [missing-file]
  = fix: add it; docs/district-format.md says what it holds
### missing-glyph
error: no font of the set has U+13000 [missing-glyph]
  | (personal data, 3 characters; --show-personal prints it)
  = fix: add a font that has it to fonts/manifest and fonts/fonts.conf, or spell the text with characters that are covered
### missing-header
courses.csv: error: the file is empty [missing-header]
  = fix: begin it with course,title,credit,credit_areas,competencies,at_least,level,grade_level,content_area,sced,partial,kind
### missing-key
district.yaml:4:3: error: school has no "state" [missing-key]
  |   name: Samplefield High School
  |   ^
  = fix: add "state: …"
### missing-phrase
phrases/family-es.yaml: error: no phrase `and` [missing-phrase]
  = fix: in English it is “{first} and {last}”
### missing-rule-option
test: error: rule "at-least-children" needs option "n": a whole number from 1 to 100 [missing-rule-option]
  = fix: add n: a whole number from 1 to 100
### missing-source-column
export.csv:1: error: the file has no column "submission date", which the mapping canvas-outcome-results reads for demonstrated_on [missing-source-column]
  = fix: export the file with that column, or say under demonstrated_on in a mapping what the file calls it
### missing-template-file
templates/official/style.yaml: error: the file is not there [missing-template-file]
### names-rejected-row
courses.csv:2: error: the row is set aside because the competency "MA.1.a" is [names-rejected-row]
  = fix: correct the row of "MA.1.a" in framework/competencies.csv first
### near-miss-id
evidence/fall.csv:3:5: warning: the id "27O18" of nobody is one character from the id "27018" of a student [near-miss-id]
  = students.csv:4: the student "27018"
  = fix: find out whose row it is, then correct the id
### no-family-language
students.csv:2: warning: there is no phrase table for the language of this family; the report is in English [no-family-language]
  = fix: add templates/phrases/family-LANGUAGE.yaml to the district, or choose --language
### no-plan-for-class
students.csv:2:42: warning: no plan of policy.yaml holds for the class of 2024 [no-plan-for-class]
  | 2024
  | ^^^^
  = fix: correct class_of, or add the class to a plan
### no-records
export.csv:2: note: the report says that there is nothing in it [no-records]
  = fix: if that is wrong, export it again for the right term and course
### no-template
no-such-folder: error: there is no template in this folder [no-template]
  = fix: name a folder with a style.yaml, or one that holds such folders: official, family, family-phone, competencies, guide, profile
### not-a-child
test: error: rule "required-plus-points" names M.1, which it does not look at [not-a-child]
  = fix: correct the code, or add it to members
### not-a-date
evidence/fall.csv:2:14: error: demonstrated_on is not a day that exists, written YYYY-MM-DD [not-a-date]
  | 09/14/2026
  | ^^^^^^^^^^
  = fix: write 2026-09-14
### not-a-district-folder
.: error: the folder holds none of a district's files [not-a-district-folder]
  = fix: name the folder that holds district.yaml, or make one with: mastery-transcript init DIR
### not-a-framework
package.json:1:1: error: the file is no CASE package: it lacks CFDocument or CFItems [not-a-framework]
  = fix: export the framework as a CASE package (CFPackage)
### not-a-number
courses.csv:2:16: error: credit is not a number [not-a-number]
  | one
  | ^^^
  = fix: write it like 1, 0.66 or 1/3, without units, spaces or thousands separators
### not-a-school-year
enrollments.csv:2:10: error: "2026-28" is not a school year [not-a-school-year]
  | 2026-28
  | ^^^^^^^
  = fix: write two years that follow each other, like 2026-27
### not-comparable
other.json:1:1: error: the file is JSON, but no record [not-comparable]
  = fix: give the file that `render` wrote to records/
### not-positive
courses.csv:2:16: error: credit must be above zero [not-positive]
  | 0
  | ^
  = fix: write how much it is; leave the row out when it is nothing
### not-text
evidence/fall.csv: error: the file is an Excel workbook (.xlsx), not text [not-text]
  = fix: open it in a spreadsheet and save the sheet as "CSV UTF-8 (comma delimited)"
### not-utf-8
students.csv:4:8: error: the byte 0xEB at offset 169 is not UTF-8; in Windows-1252 it is "ë" [not-utf-8]
  | (personal data, 1 characters; --show-personal prints it)
  = fix: save the file again as "CSV UTF-8"
### nul-byte
evidence/fall.csv:2:49: error: there is the control character U+0000 at byte 134 [nul-byte]
  | e-1,S-1,MA.1,2026-09-14,PR,project,summative,Bri�dge model
  |                                                 ^
  = fix: remove it
### older-export
old.csv:2: warning: the export was imported before the one that the record on file comes from; that record stays [older-export]
  = evidence/imported.csv:3: the newer record
  = fix: if the older value is right after all, enter a correction that replaces "e-8~2"
### open-enrollment
enrollments.csv:3:21: warning: ALG1 is enrolled, and the student "S-2" left on 2026-02-27: from then on documents show none as such [open-enrollment]
  | enrolled
  | ^^^^^^^^
  = students.csv:3: left
  = fix: write withdrawn, or correct withdrawn_on in students.csv
### opposed-decisions
determinations.csv:3:69: warning: the decision "d-2" says that MA.1 is met, and "d-1" lowers it on the same day; it stays lowered [opposed-decisions]
  | meets
  | ^^^^^
  = determinations.csv:2: the other
  = fix: correct the day of the one that came last, or remove the other
### orphan-objective
framework/competencies.csv:5:19: error: the objective belongs to no competency [orphan-objective]
  = fix: name a content-area competency in parents
### outcome-needs-areas
determinations.csv:2: warning: the decision "d1" lowers ALG in SCI alone: attain reads no content areas, and leaves out the outcome of ALG for 1 [outcome-needs-areas]
  = fix: ask with resolve
### outer-space
evidence/fall.csv:2:1: error: evidence_id begins or ends with a space [outer-space]
  | e-1 
  | ^^^^
  = fix: write "e-1"
### output-unwritable
error: out/pesc/2.xml could not be written: unwritable [output-unwritable]
  = fix: check that the folder exists and that you may write there
### overdue-enrollment
test: warning: ALG is enrolled, and the school year 2024-25 is over on 2026-12-01 [overdue-enrollment]
  = fix: write completed or withdrawn, or correct the year or the day
### overlapping-plans
policy.yaml:19:5: error: the plans "plan-26" and "plan-27" hold for the same class [overlapping-plans]
  |   - id: plan-27
  |     ^
  = policy.yaml:18:5: the other plan
  = fix: change classes so that each class has one plan
### pdf-disagrees
error: record 2: the PDF does not state student.last [pdf-disagrees]
  | (personal data, 4 characters; --show-personal prints it)
  = fix: The student is held, and nothing is written. The message names the fact; report it with the record.
### pdf-drawing
error: the page could not be drawn: pageSize(width: 0.0, height: 792.0) [pdf-drawing]
### pdf-font-sheet
error: the drawn file has an unknown shape: expected "%PDF-1.5\n" at byte 0 [pdf-font-sheet]
### pdf-unreadable
error: the file is not a PDF of this program, or it is damaged: the drawn file has an unknown shape: expected "\n%%EOF\n" at byte 2 [pdf-unreadable]
  = fix: give the PDF as it was written
### pesc-batch-refused
error: class-2027.xml: record batch BATCH-N: /bat:AcademicRecordBatch: PESC allows Element '{urn:org:pesc:message:AcademicRecordBatch:v2.1.0}AcademicRecordBatch': No matching global declaration available for the validation root. [pesc-batch-refused]
  = fix: report it; nothing was written
### pesc-credit-sum
error: record S-100234: /HighSchoolTranscript/Student/AcademicRecord/AcademicSummary/GPA/CreditHoursEarned: PESC allows the sum of the courses, 3/2 [pesc-credit-sum]
  | 7
  | ^
  = fix: The record contradicts itself; resolve the student again and report the fault.
### pesc-disagrees
error: record S-100234: course MAT-QR4.competency MA-3.RAPCode: PESC allows what the record states, "DV" [pesc-disagrees]
  | PR
  | ^^
  = fix: The document is held. The message names the fact; report it with the record.
### pesc-illegal-character
error: record S-100234: element CourseTitle: PESC allows no control character such as U+1 [pesc-illegal-character]
  | 
  | ^
  = fix: Remove the character from the district's files.
### pesc-not-allowed
error: record S-100234: /HighSchoolTranscript/Student/Person/Name/NameSuffix: PESC allows one of I, II, III, IV, IX, JR, SR, V, VI, VII, VIII, X [pesc-not-allowed]
  | (personal data, 3 characters; --show-personal prints it)
  = fix: write the suffix as Jr., Sr. or a Roman numeral from I to X in students.csv
### pesc-schema
error: record S-100234: /hst:HighSchoolTranscript: PESC allows Element '{urn:org:pesc:message:HighSchoolTranscript:v1.3.0}HighSchoolTranscript': No matching global declaration available for the validation root. [pesc-schema]
  | line 2
  | ^^^^^^
  = fix: The document is held. The message names the element; report it with the record.
### pesc-too-long
error: record S-100234: /HighSchoolTranscript/Student/AcademicRecord/AcademicSession[2]/Course/CourseTitle: PESC allows 1 to 60 characters, this has 61 [pesc-too-long]
  | ttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = fix: shorten the course's title in courses.csv or transfer.csv
### pesc-too-short
error: record S-100234: /HighSchoolTranscript/TransmissionData/Source/Organization/Contacts/Address/City: PESC allows 2 to 30 characters, this has 0 [pesc-too-short]
  | 
  | ^
  = fix: correct the school in district.yaml
### phrase-fields
phrases/family-es.yaml:N: error: `page` does not use the same values as the English phrase [phrase-fields]
  = fix: English uses {page}, {pages}
### plan-after-class
test: warning: ALG is planned for 2027-28, and the class of 2027 has left by then: it counts toward nothing [plan-after-class]
  = test: the student
  = fix: correct school_year, or class_of in students.csv
### policy-not-in-effect
policy.yaml: warning: the policy takes effect on 2020-07-01, after 2020-06-30 [policy-not-in-effect]
  = fix: correct effective_on, or ask about a later day
### possible-duplicate-student
students.csv:4:1: warning: the students "S-2" and "S-7" have one name and one birth date [possible-duplicate-student]
  | S-7
  | ^^^
  = students.csv:3: the other
  = fix: check whether they are one person; evidence is not moved between them
### prerequisite-cycle
framework/competencies.csv:4:85: error: the prerequisites go round in a circle: EN.1 needs MA.1 needs EN.1 [prerequisite-cycle]
  | MA.1
  | ^^^^
  = framework/competencies.csv:3: also in the circle
  = fix: remove one of them; none of them is used
### profile-item-missing
profile.yaml: warning: the profile says nothing of colleges [profile-item-missing]
  = fix: write a line `colleges: …`; docs/templates.md says what colleges expect
### profile-too-long
profile.yaml: warning: the profile has 3 pages [profile-too-long]
  = fix: shorten the longest texts: colleges expect one page or two
### range-backwards
policy.yaml:14:24: error: competencies_per_area ends before it begins [range-backwards]
  | competencies_per_area: { from: 8, through: 5 }
  |                        ^
  = fix: write the smaller number under from
### rated-without-level
evidence/fall.csv:4:25: error: the row is rated and has no level [rated-without-level]
  = fix: write the level, or make the status missed, excused or withdrawn
### rating-against-points
export.csv:2:85: warning: the rating is the level PR, which is 2 of 3, and its points are 1; the rating counts [rating-against-points]
  | 1.0
  | ^^^
  = fix: correct in the source whichever of the two is wrong, and export it again
### release-not-authorized
request.xml: error: request 1: the student has not authorised the release [release-not-authorized]
  = fix: send nothing until the requester sends the request with the release
### repeated-item
courses.csv:2:23: error: competencies names "MA.1" twice [repeated-item]
  | MA.1;MA.1
  | ^^^^^^^^^
  = fix: name it once
### replaced-answer-unknown
out/pesc/control.json: error: College A: nothing is on file here that was sent to it as PPHS-2027-ABCDEFGH [replaced-answer-unknown]
  = fix: render into the folder from which it was sent, or without the request
### replaced-twice
evidence/fall.csv:4:59: error: the evidence "e-1" is replaced twice; neither correction is used, nor the original [replaced-twice]
  | e-1
  | ^^^
  = evidence/fall.csv:3: the other record
  = fix: let the second correction replace the first
### replacement-cycle
evidence/fall.csv:2:59: error: the corrections go round in a circle: e-1 replaces e-2 replaces e-1 [replacement-cycle]
  | e-2
  | ^^^
  = evidence/fall.csv:3: the other record
  = fix: empty replaces in the record that is not a correction
### replaces-other-student
evidence/fall.csv:3:59: error: the evidence "e-1" that the row replaces belongs to another student [replaces-other-student]
  | e-1
  | ^^^
  = evidence/fall.csv:2: the other record
  = fix: correct the id in replaces
### request-cancelled
request.xml: note: request 1: student 2: a receiver's request was cancelled; nothing is written [request-cancelled]
  = fix: nothing needs to be done
### request-direction-mark
request.xml: error: request 1: a receiver's name or number holds the invisible direction mark U+202E [request-direction-mark]
  = fix: ask the requester for a request without it; nothing is sent to that receiver
### request-on-hold
request.xml: error: request 1: College A: a receiver's transcript waits for GradesEntered [request-on-hold]
  = fix: answer the request without its hold once that has happened
### request-repeated
request.xml: note: request 1: student 2: the same receiver is named twice under one number; it gets one document [request-repeated]
  = fix: nothing needs to be done
### request-under-former-name
request.xml: note: request 1: student 2 is asked for under the former last name; the documents show today's [request-under-former-name]
  = fix: nothing needs to be done
### request-without-receiver
request.xml: error: request 1: the request names no receiver [request-without-receiver]
  = fix: ask the requester for a request with a Recipient, or with an organisation as Requestor
### requested-student-ambiguous
request.xml: error: request 1: it is ambiguous: it fits the students 2 and 3 [requested-student-ambiguous]
  = fix: ask the requester for the school's id or the state's id of the student
### requested-student-disagrees
request.xml: error: request 1: it disagrees with the file: day of birth [requested-student-disagrees]
  | (personal data, 52 characters; --show-personal prints it)
  = fix: ask the requester who is meant; nothing was answered
### requested-student-unknown
request.xml: error: request 1: no student on file is the one that is asked for [requested-student-unknown]
  = fix: compare ids, names and day of birth with students.csv
### requirement-without-kind
policy.yaml:24:9: error: the requirement does not say what meets it [requirement-without-kind]
  |       - { id: core, title: Core competencies }
  |         ^
  = fix: add one of credits, competencies, courses, hours, notation, all, at_least with of
### resource-missing
error: sRGB.icc cannot be read: missing [resource-missing]
  = fix: run `make build`, or name the folder on the command line
### rows-become-one
export.csv:3: warning: the row has the id of another and makes no record of its own, though it differs in P [rows-become-one]
  = export.csv:2: the other row
  = fix: if they are two pieces of work, add a column that tells them apart to evidence_id in the mapping
### rule-cycle
test: error: the rules of M.1, M.2 wait for each other [rule-cycle]
  = fix: change the members of one of these rules
### schema-unusable
error: the schema HighSchoolTranscript_v1.3.0.xsd cannot be used: Namespace prefix xs on schema is not defined [schema-unusable]
  = fix: put the file that the message names beside it: PESC publishes each schema with those that it is made of
### school-document-refused
error: the guide needs a student whose record is whole [school-document-refused]
  = fix: mend what `check` reports
### school-profile-value
profile.yaml:N: error: `mascot` is not something that a school profile says, or its value is not [school-profile-value]
  = fix: see the keys in docs/templates.md
### shared-competency
test: warning: ALG and GEO both earn credit for M.1: who shows it once is given credit in both [shared-competency]
  = test: the other course
  = fix: let each competency earn credit in one course
### short-name-long
framework/competencies.csv:5:24: note: short_name has 38 characters; it prints on two lines [short-name-long]
  | Solve linear equations in one variable
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = fix: 30 characters or fewer fit on one line
### short-name-too-long
framework/competencies.csv:5:24: error: short_name has 64 characters; 60 is the limit [short-name-too-long]
  | Solve linear equations and inequalities in one and two variables
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = fix: shorten it; the statement holds the full wording
### short-title-long
framework/areas.csv:3:4: note: the short title of "EN" is longer than 30 characters [short-title-long]
  | English language arts and literature
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = fix: give a short_title of 30 characters or fewer
### similar-student
new.csv:2: warning: the students "S-2" and "S-8" have one surname and one birth date; both are used [similar-student]
  = students.csv:3: the student "S-2"
  = fix: if they are one person, remove one; if they are two, nothing needs to be done
### similar-titles
evidence/fall.csv:3:46: warning: the title differs from that of another row of this student, competency and day only in capitals, spaces or stored accents; the two count as one demonstration [similar-titles]
  | bridge  Model
  | ^^^^^^^^^^^^^
  = evidence/fall.csv:2: the other
  = fix: write one title for one piece of work, or two that differ for two pieces
### similar-transfer
transfer.csv:3:1: warning: the transfer credits "t-1" and "t-2" are alike in all but the id; both count [similar-transfer]
  | t-2
  | ^^^
  = transfer.csv:2: the other
  = fix: remove one if it is the same credit entered twice
### stray-quote
evidence/fall.csv:2:51: error: there is a quote in the middle of an unquoted cell [stray-quote]
  | e-1,S-1,MA.1,2026-09-14,PR,project,summative,The 5" bridge
  |                                                   ^
  = fix: put the whole cell in quotes and write the quote inside twice: "5"" pipe"
### student-has-rejected-rows
students.csv:3: error: 1 problem may concern this student, so the transcript may lack a credit [student-has-rejected-rows]
  = evidence/2026.csv:16: the row has 3 cells; the header has 8
  = fix: mend what `check` reports, or render a draft
### student-ids-alike
students.csv:4:1: error: the students "S-2" and "s-2" differ only in case, so that the files of one would overwrite those of the other; neither row is used [student-ids-alike]
  | s-2
  | ^^^
  = students.csv:3: first used here
  = fix: correct one, or remove one if both are the same person
### suspicious-archive
export.zip: error: the archive holds a file whose path leads out of it [suspicious-archive]
  = fix: make the archive again, from the exported files alone
### template-encoding
templates/official/style.yaml: error: not UTF-8 text [template-encoding]
### template-markup
templates/official/page-2.mustache:N: error: Opening and ending tag mismatch: pairs and section [template-markup]
  = fix: an element has to be closed in the section that opens it
### template-style-value
templates/official/style.yaml:N: error: `wide` is not a length in points [template-style-value]
### template-tag
templates/official/lower-section.mustache:N: error: {{#narrative}} is not closed [template-tag]
### template-value-syntax
templates/official/style.yaml:N: error: this line is not `key: value` [template-value-syntax]
  = fix: write the text in double quotes and `\"` for a quote in it
### template-vocabulary
templates/official/page-1.mustache:N: error: Element 'name', attribute 'colour': The attribute 'colour' is not allowed. [template-vocabulary]
### title-too-long
courses.csv:2:6: error: the title has 66 characters [title-too-long]
  | Algebra 1: linear equations and inequalities; functions and graphs
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = fix: shorten it to 60 characters or fewer
### too-many-columns
evidence/fall.csv:2:90: error: the row has more than 50 cells [too-many-columns]
  = fix: check the separator and the quotes of this row
### too-many-rejected
export.csv: error: more than 1 rows cannot be used, so nothing is imported and no reject file is written [too-many-rejected]
  = fix: mend the causes above and import the file again; --most-rejected N keeps more
### unaligned-competency
framework/competencies.csv:4:67: error: the content-area competency is aligned with no state standard [unaligned-competency]
  = fix: name at least one in alignments, such as CCSS.Math:A-REI.B.3
### unclosed-quote
evidence/fall.csv:2:46: error: the quote that opens here is not closed before a comma or the end of the row [unclosed-quote]
  | e-1,S-1,MA.1,2026-09-14,PR,project,summative,"Bridge model
  |                                              ^
  = fix: close it, and write a quote inside a quoted cell twice ("")
### undeclared-scale
evidence/fall.csv:2:28: error: policy.yaml declares no table for scores of the scale "percent" [undeclared-scale]
  | percent
  | ^^^^^^^
  = fix: declare it: score_tables: [{ scale: percent, scores: { … } }], or with steps
### unescaped-tag
templates/official/page-1.mustache:N: error: `{{{` is not allowed in a template [unescaped-tag]
  = fix: write {{name}}
### unknown-area
framework/competencies.csv:4:19: error: the content area "ENG" is not in framework/areas.csv [unknown-area]
  | ENG
  | ^^^
  = fix: write EN
### unknown-column
evidence/fall.csv:1:87: error: the column "asessor" is not known; its cells are not used [unknown-column]
  | asessor
  | ^^^^^^^
  = fix: rename it assessor
### unknown-competency
courses.csv:2:23: error: the competency "SC.4" is not in framework/competencies.csv [unknown-competency]
  | MA.1;SC.4
  | ^^^^^^^^^
  = fix: add it to framework/competencies.csv, or correct the code
### unknown-course
enrollments.csv:2:5: error: the course "ALG2" is not in courses.csv [unknown-course]
  | ALG2
  | ^^^^
  = fix: write ALG1
### unknown-credit-area
courses.csv:2:18: error: the credit area "maths" is not in policy.yaml [unknown-credit-area]
  | maths
  | ^^^^^
  = fix: write math
### unknown-field
district.yaml:3:19: error: document_numbers has no field "{year}" [unknown-field]
  | document_numbers: SHS-{year}-{student_id}
  |                   ^^^^^^^^^^^^^^^^^^^^^^^
  = fix: use {class_of}, {student_id} and {digest}
### unknown-file
evidence/spring.xlsx: warning: the file is not read: its name is not one that is known [unknown-file]
  = fix: move it out of the folder
### unknown-format
export.csv: error: the file is not of a kind that is known [unknown-format]
  = fix: write a mapping for it; "mapping suggest" makes a first draft
### unknown-key
district.yaml:9:3: error: school has no key "cebb" [unknown-key]
  |   cebb: "079990"
  |   ^^^^
  = fix: write ceeb
### unknown-level
determinations.csv:2:14: error: the level "XX" is not in the scale [unknown-level]
  | XX
  | ^^
  = fix: write one of DV, PR, EX, or its number
### unknown-replacement
evidence/fall.csv:2:59: error: the evidence "e-0" that the row replaces is not there [unknown-replacement]
  | e-0
  | ^^^
  = fix: correct the id in replaces, or empty it
### unknown-requirement
waivers.csv:2:5: error: "maths" is neither a requirement of a plan nor a competency [unknown-requirement]
  | maths
  | ^^^^^
  = fix: write math
### unknown-rule
test: error: there is no rule "higest-in-distinct" [unknown-rule]
  | higest-in-distinct
  | ^^^^^^^^^^^^^^^^^^
  = fix: write highest-in-distinct
### unknown-rule-competency
test: error: the rules name competency "M.9", which does not exist [unknown-rule-competency]
  | M.9
  | ^^^
  = fix: write M.1
### unknown-rule-option
test: error: rule "highest-in-distinct" has no option "demonstration" [unknown-rule-option]
  | demonstration
  | ^^^^^^^^^^^^^
  = fix: write demonstrations
### unknown-student
evidence/fall.csv:4:5: error: the student "S-3" is not in students.csv [unknown-student]
  | S-3
  | ^^^
  = fix: check the id where it comes from, or add the student to students.csv
### unknown-template-folder
own/oficial: warning: no document is made from a folder called `oficial` [unknown-template-folder]
  = fix: the folders are competencies, family, family-phone, guide, official, phrases, profile
### unknown-template-value
templates/official/page-1.mustache:N: error: no document has a value `nickname` [unknown-template-value]
  = fix: docs/templates.md lists the values
### unknown-word
evidence/fall.csv:2:36: error: "sumative" is not a word that purpose may hold [unknown-word]
  | sumative
  | ^^^^^^^^
  = fix: write summative
### unmapped-column
export.csv: error: an export of this kind (canvas-outcome-results) does not say purpose [unmapped-column]
  = fix: give it for all rows with --set purpose=VALUE, or in a mapping
### unmapped-score
export.csv:2:97: error: the rating is not a label of the district's levels, and no map to them is declared [unmapped-score]
  | Exceeds
  | ^^^^^^^
  = fix: declare one: values or scale of level in a mapping (the labels are Developing, Proficient, Exemplary)
### unmapped-value
export.csv:2:36: error: the value "rubric" has no translation to assessment_type [unmapped-value]
  | rubric
  | ^^^^^^
  = fix: add it under values of assessment_type in the mapping
### unreachable-requirement
test: warning: requirement "humanities" can never be met: its parts ask for 2.5 credits, and it holds 2 [unreachable-requirement]
  = fix: ask for no more than there is
### unreachable-rule
test: warning: rule "at-least-children" can never be met for M.1: there are no children to look at [unreachable-rule]
  = fix: write a rule over evidence
### unreadable-file
courses.csv: error: the file cannot be read: Permission denied [unreadable-file]
  = fix: check its permissions
### unsaid-cross-credit
test: warning: the credit of ALG counts in "algebra" alone, not in "math" as well [unsaid-cross-credit]
  = fix: write cross_credit: no if so; yes, if it is to count in both; or make it one of the requirements of "math"
### utf-16
students.csv: error: the file is in UTF-16 (little endian), not in UTF-8 [utf-16]
  = fix: save it again as UTF-8 (in a spreadsheet: "CSV UTF-8")
### vendor-rollup
export.csv:1: error: this is the Learning Mastery gradebook of Canvas: its numbers are computed from others [vendor-rollup]
  = fix: export the report "Outcome Results" instead (Account, Settings, Reports)
### withdrawn-by-source
users.csv:2: error: the source wants the student deleted and does not say on which day the student left [withdrawn-by-source]
  = students.csv:3: the row on file
  = fix: if the student has left, enter withdrawn_on in students.csv; else correct the row
### wrong-field-count
evidence/fall.csv:4: error: the row has 9 cells; the header has 8 [wrong-field-count]
  | e-3,S-2,EN.1,2026-10-09,DV,essay,summative,Letter, to the editor
  | ^
  = fix: put a cell that holds a comma in quotes, and keep a comma for each empty cell
### wrong-separator
courses.csv:1: error: the cells are separated by semicolons, not by commas [wrong-separator]
  = fix: save it again as "CSV UTF-8 (comma delimited)", or move it out of the folder and bring it in with: mastery-transcript import
### wrong-tier-parent
framework/competencies.csv:5:19: error: the parent "G.1" is of the tier graduation [wrong-tier-parent]
  | G.1
  | ^^^
  = framework/competencies.csv:2: the parent
  = fix: the tier objective takes a content-area competency
### wrong-type
district.yaml:5:12: error: address must be a list [wrong-type]
  |   address: 1 Sample Street
  |            ^^^^^^^^^^^^^^^
  = fix: write "address: [ITEM, ITEM]"
### xml-refused
a.xml:1:1: error: a document type declaration is refused (xml-doctype) [xml-refused]
  = fix: ask the sender for the file as it was made
### yaml-alias
policy.yaml:1:9: error: anchors and aliases (& and *) are not read [yaml-alias]
  | policy: &name Samplefield mastery policy
  |         ^
  = fix: write the value out in each place
### yaml-syntax
policy.yaml:6:9: error: this is not YAML: mapping values are not allowed in this context [yaml-syntax]
  |    title: Levels: 1 to 3
  |         ^
  = fix: check the indentation (spaces only), the colon with a space after it, and quotes
### yaml-too-complex
policy.yaml:25:72: error: the file is nested too deeply [yaml-too-complex]
  = fix: write it as a plain, flat mapping
### zero-weight
test: warning: option "weight" of rule "decaying-average" is 0: later scores then count for nothing [zero-weight]
  | 0
  | ^
  = fix: write a weight above 0
"""#
}
