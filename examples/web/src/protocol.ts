// What the page and its worker say to each other. Figures come as the library gives them; the page only lays them out.

/** A part, its whole, and the percentage rounded half up. */
export interface Rate {
  part: string | number
  whole: string | number
  percent: string
  value: number
}

/** What is wrong with a question or with files. */
export interface Problem {
  kind: string
  code: string
  message: string
  field?: string
}

/** A band with the students in it, of those who count. */
export interface Band {
  band: string
  students: number
  percent: string | null
}

/** A line of a table of groups. */
export interface Group {
  label: string
  students: number
  eligible: number
  chronicallyAbsent: number
  chronicRate: Rate | null
  attendanceRate: Rate | null
  /** The absence rate: the lowest it may be, as recorded, the highest it may be. */
  absence: [Rate | null, Rate | null, Rate | null] | null
  uncertain: number
  notEligible: { status: string; students: number }[]
  bands: Band[]
}

/** A week of the trend. */
export interface Week {
  label: string
  first: string
  last: string
  absenceRate: Rate | null
}

/** A policy that can be picked. */
export interface PolicyChoice {
  id: string
  title: string
}

/** What a reader must know about the policy. */
export interface PolicyFacts extends PolicyChoice {
  version: string
  citation: string
  verified: boolean
  unverified: string[]
  scope: string
  unit: string
  bands: { id: string; from?: { comparator: string; share?: string; count?: number } }[]
}

/** Contacts expected and made. */
export interface Fidelity {
  label: string
  students: number
  expected: string
  made: number
  rate: Rate | null
  present: Rate | null
  onPlan: Rate | null
}

/** A mentor as the coordinator sees them. */
export interface MentorRow {
  mentor: string
  students: number
  overdue: number
  notMetYet: number
  followUpsDue: number
  fidelity: Fidelity | null
}

/** Students who qualify, and those of them who have a mentor. */
export interface Covered {
  label: string
  rate: Rate | null
}

/** Everything the coordinator sees of mentoring. */
export interface Mentoring {
  overdue: number
  overall: Fidelity
  coverage: Covered
  mentors: MentorRow[]
  coverageBySchool: Covered[]
  fidelityBySchool: Fidelity[]
}

/** Everything about one date under one policy. */
export interface Day {
  asOf: string
  policy: PolicyFacts
  overall: Group
  schools: Group[]
  weeks: readonly Week[]
  mentoring: Mentoring | null
  cautions: string[]
}

/** A reason why a student is on a worklist, with its numbers. */
export type Reason = { reason: string; [detail: string]: unknown }

/** A student of a worklist. */
export interface WorkItem {
  student: string
  hasSchool: boolean | null
  reasons: Reason[]
}

/** A finding of one record. */
export interface Finding {
  code: string
  action: string
  file: string | null
  row: number | null
  student: string | null
  school: string | null
  date: string | null
  detail: string | null
}

/** What became of the records of a file. */
export interface FileRead {
  readonly file: string
  readonly kind: string
  readonly intake: Intake
}

/** Records read, and what became of them. */
export interface Intake {
  read: number
  applied: number
  merged: number
  superseded: number
  rejected: number
}

/** What was opened. */
export interface Opened {
  year: string
  otherYears: string[]
  first: string
  last: string
  lastRecorded: string | null
  students: number
  schools: number
  schoolDays: number
  mentors: string[]
  policies: PolicyChoice[]
  intake: Intake
  files: readonly FileRead[]
  unreadFiles: readonly string[]
  assumptions: readonly string[]
  findings: readonly { code: string; action: string; count: number }[]
  examples: Finding[]
}

/** How far a reading is. */
export interface Progress {
  what: string
  done: number
  all: number
}

/** What the page asks of the worker, by name. */
export interface Questions {
  open: { files: File[]; module: ArrayBuffer; assumeFullYear: boolean }
  day: { policy: string; asOf: string }
  worklist: { policy: string; asOf: string; mentor: string }
}

/** What the worker answers, by the same names. */
export interface Answers {
  open: Opened
  day: Day
  worklist: WorkItem[]
}

export type Question = { [K in keyof Questions]: { id: number; ask: K; about: Questions[K] } }[keyof Questions]

export type Said =
  | { id: number; progress: Progress }
  | { id: number; value: Answers[keyof Answers] }
  | { id: number; problems: Problem[] }
