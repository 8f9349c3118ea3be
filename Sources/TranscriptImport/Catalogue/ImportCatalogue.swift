public import Diagnostics

/// Every code that reading a district folder can report, by theme.
public enum ImportCatalogue {
  /// All codes, sorted by name.
  public static var codes: [DiagnosticCode] { themes.flatMap(\.codes).sorted() }

  /// The codes by theme, in the order of the catalogue page.
  public static let themes: [(title: String, codes: [DiagnosticCode])] = [
    (
      "Files",
      [
        .notADistrictFolder, .missingFile, .unreadableFile, .fileTooLarge, .unknownFile, .notText,
        .utf16,
        .notUTF8, .nulByte, .controlCharacter, .malformedNarrative,
      ]
    ),
    (
      "Tables",
      [
        .missingHeader, .wrongSeparator, .missingColumn, .unknownColumn, .duplicateColumn,
        .confidentialColumn,
        .unclosedQuote, .strayQuote, .wrongFieldCount, .fieldTooLong, .tooManyColumns,
        .headerTooWide,
        .missingCell, .namesRejectedRow,
      ]
    ),
    (
      "Values",
      [
        .outerSpace, .notADate, .notANumber, .notPositive, .notASchoolYear, .unknownWord,
        .repeatedItem,
        .bidiOverride, .malformedCode, .duplicateCode, .impossibleDate, .halfFilledPair,
      ]
    ),
    (
      "YAML files",
      [
        .yamlSyntax, .yamlTooComplex, .yamlAlias, .duplicateKey, .unknownKey, .missingKey,
        .wrongType, .confidentialKey, .malformedColor, .lowContrast, .unknownField,
      ]
    ),
    (
      "Policy",
      [
        .unknownLevel, .undeclaredScale, .levelCodeCollision, .levelCodeTooLong,
        .levelsOutOfOrder,
        .unknownCreditArea, .unknownCourse, .unknownRequirement, .requirementWithoutKind,
        .atLeastTooMany, .rangeBackwards, .overlappingPlans, .noPlanForClass, .titleTooLong,
      ]
    ),
    (
      "Framework",
      [
        .unknownArea, .unknownCompetency, .duplicateCompetency, .orphanObjective,
        .wrongTierParent, .unalignedCompetency, .malformedAlignment, .areaOnGraduation,
        .missingArea, .areaOutOfRange, .shortNameTooLong, .shortNameLong, .shortTitleLong,
        .prerequisiteCycle,
      ]
    ),
    (
      "Students",
      [
        .unknownStudent, .nearMissID, .identityInDoubt, .duplicateStudent, .malformedStudentID,
        .malformedSASID,
        .malformedLanguage, .duplicateSASID, .studentIDsAlike, .openEnrollment,
        .possibleDuplicateStudent, .similarStudent, .crosswalkMovesStudent,
        .keptAsOnFile,
      ]
    ),
    (
      "Evidence",
      [
        .duplicateEvidence, .ratedWithoutLevel, .levelWithoutRating, .decisionBelowBar,
        .areaNotOfCompetency, .evidenceWithoutArea, .evidenceAfterLeaving,
        .unknownReplacement, .replacesOtherStudent, .correctionRefused, .replacedTwice,
        .replacementCycle, .similarTitles, .similarTransfer,
        .opposedDecisions, .evidenceAfterAsOf,
      ]
    ),
    (
      "Files from other systems",
      [
        .unknownFormat, .unmappedColumn, .missingSourceColumn, .unmappedValue, .unmappedScore,
        .ratingAgainstPoints, .filteredByCase, .vendorRollup, .olderExport,
        .correctedByHand, .rowsBecomeOne, .filledAlready, .withdrawnBySource, .inactiveInSource,
        .tooManyRejected,
        .noRecords, .notAFramework,
        .damagedArchive,
        .archiveTooLarge,
        .suspiciousArchive, .jsonSyntax, .jsonTooComplex,
      ]
    ),
  ]
}
