/** Limits shared by form, endpoint and test. Lengths count characters, times are in the unit the name says. */
export const limits = {
  nameLength: 60,
  addressLength: 120,
  reasonLength: 200,
  passwordMinLength: 10,
  passwordMaxLength: 64,
  smsCodeLength: 6,
  smsCodeMinutes: 5,
  smsResendSeconds: 60,
  smsPerPhonePerDay: 10,
  /** New phones a day that one device may have codes sent to. */
  smsPhonesPerDevicePerDay: 10,
  smsPerAddressPerHour: 1_000,
  /** Of an address, all that name no device together. */
  smsWithoutDevicePerHour: 100,
  smsAttemptsPerCode: 5,
  /** How long an SMS code proves that the staff member himself is at a session. */
  proofHours: 12,
  passwordAttempts: 5,
  passwordLockMinutes: 15,
  accessTokenSeconds: 600,
  refreshTokenDays: 30,
  refreshReuseGraceSeconds: 30,
  codeLifetimeSeconds: 60,
  codeRefreshSeconds: 40,
  checkInPastHours: 72,
  checkInFutureMinutes: 5,
  /** Check-ins that wait to be written; more are asked to come back. */
  waitingPassages: 4_000,
  /** Check-ins in one transaction. */
  passagesPerBatch: 500,
  familyMembers: 8,
  familyParents: 4,
  familyChildren: 3,
  familySpouses: 1,
  /** Full years: a parent is at least, a child at most so old. */
  familyParentAge: 55,
  familyChildAge: 16,
  bodyBytes: 65_536,
  pageSize: 20,
  pageSizeMax: 100,
  pointsPerUnit: 2_000,
  pointDepth: 3,
  capacityMax: 1_000_000,
  vehicleLineLength: 20,
  /** Staff members who are told of a point's warnings. */
  noticeStaff: 50,
  /** Days of a point's history that are told at once. */
  flowHistoryDays: 92,
  /** Live streams of the flow that one staff member has open; a browser needs one. */
  flowStreamsPerStaff: 10,
  flowStreamsPerProcess: 2_000,
  phoneReissueDays: 60,
  /** Days after which a printed poster that nobody scanned is pointed out. */
  posterSilentDays: 3,
  /** A CSV or xlsx file that is read. */
  sheetBytes: 5 * 1024 * 1024,
  sheetRows: 2_000,
  /** Posters in a file that is answered at once; more are drawn in the background. */
  postersAtOnce: 20,
  /** A body that names as many points as a unit may have. */
  posterBatchBytes: 131_072,
  /** Points that a list may be narrowed to at once; those below them come along. */
  pointsInFilter: 20,
  /** Passages are counted up to here; beyond, a list says that there are more. */
  passagesCounted: 10_000,
  /** Rows of a file of passages: a workbook is made in memory, a CSV file line by line. */
  exportRows: { csv: 500_000, xlsx: 50_000 },
  /** People in one change of colour by hand. */
  overridePeople: 50,
  overrideDays: 30,
  /** Pictures or documents with an appeal or a change. */
  evidenceFiles: 6,
  /** Of one of them. */
  evidenceBytes: 1_500_000,
  /** Pictures that one resident may send in a day. */
  evidencePerDay: 40,
  appealLength: 1_000,
  /** Appeals of a person that are not over. */
  openAppeals: 5,
  /** How long a change waits for its second person. */
  changeWaitDays: 7,
  regionChanges: 200,
  policyLength: 300,
  testResultDays: 7,
  regionDays: 14,
  /** How long what another province says counts here. */
  nationalCodeDays: 14,
  /** The national platform is asked about a person by itself at most once in so long. */
  nationalAskHours: 6,
  /** Rows of one batch of a feed, and characters of one of its lines. */
  feedRows: 5_000_000,
  feedLineLength: 4_000,
  /** Wrong rows of a batch that are kept to be read. */
  feedFaultsKept: 1_000,
  /** Rows whose numbers look cut by a spreadsheet, and are right, that are held back until the others are read. */
  feedDoubtfulHeld: 10_000,
  /** Of the wrong rows, what a deliverer is told at once. */
  feedFaultsTold: 100,
  /** Sealed communities that are named of a list. */
  sealsTold: 100,
  /** A file that a person uploads for a feed. */
  feedFileBytes: 5 * 1024 * 1024,
  scanNoteLength: 60,
  /** From this age on a card may be read instead of a code; under it, with a reason. */
  idCardAge: 60,
  /** How long what was read of a card may be used, and pictures of one guard in a day. */
  idCardMinutes: 3,
  idCardsPerDay: 300,
  /** Passages that were decided without network, sent at once. */
  lateScans: 50,
  /** How far the clock of a door may be off before a late passage lies outside the duty in which it was made. */
  dutyClockMinutes: 10,
  /** So long who is off duty for his colour may go on without network, and not have heard of it. */
  dutyUnheardHours: 12,
  /** How long a guard may put the feedback of a check right. */
  feedbackMinutes: 30,
  /** Scans of a person that stand with the result, and how many days back they reach. */
  recentScans: 3,
  recentScanDays: 14,
  /** How long a phone may be without network and still show a pass, and how long one step of it is good. */
  passHours: 12,
  passStepSeconds: 30,
  /** Devices of a unit, and an enrolment code's life. */
  devicesPerUnit: 200,
  enrolmentHours: 24,
  /** Background jobs of a unit that have not ended. */
  jobsPerUnit: 10,
  /** How long a background job and its file are kept. */
  jobHours: 24,
} as const;
