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
  /** Background jobs of a unit that have not ended. */
  jobsPerUnit: 10,
  /** How long a background job and its file are kept. */
  jobHours: 24,
} as const;
