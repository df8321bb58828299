/**
 * Attendance registers, absence policies and success mentoring: the same exact answers as in Rust and Python.
 *
 * ```js
 * import { init, Register, unwrap } from 'homeroom'
 *
 * await init() // in a browser; in Node nothing need be awaited
 * const register = unwrap(Register.fromRecords({
 *   schoolYear: 2022,
 *   calendars: [{ school: 'A', weekdays: [{ first: '2021-08-30', count: 180 }] }],
 *   enrollments: [{ student: 's1', school: 'A' }],
 *   events: [{ student: 's1', school: 'A', schoolDays: [[1, 18]], status: 'unexcused_absence' }],
 * }))
 * const standing = unwrap(register.student('s1').standing({ policy: 'edfacts', asOf: '2022-06-30' }))
 * standing.status // 'chronic'
 * standing.absenceRate?.percent // '10.0'
 * register.free()
 * ```
 *
 * @packageDocumentation
 */

import type {
  AgendaRules,
  AimTarget,
  Answers,
  AttendanceCategory,
  AttendanceStatus,
  AttendanceTaken,
  Calendar,
  CapacityRules,
  Coded,
  Comparator,
  ContactMade,
  DosageOf,
  Enrollment,
  AttendanceEvent,
  Exact,
  FindingCount,
  Intake,
  InterventionStatus,
  ISODate,
  LadderChoice,
  LadderDocument,
  MatchRules,
  MentoringAnswers,
  MentoringRecords,
  NeedRules,
  PartAndWhole,
  Patch,
  Period,
  PolicyChoice,
  PolicyDocument,
  Problem,
  RecognitionRules,
  Records,
  RollRules,
  StreakRule,
  Viewer,
  Window,
  WorklistRules,
} from './types.js'

export type * from './types.js'

// ---------------------------------------------------------------------------------------------------- Start and answers

/**
 * Loads the WebAssembly. In a browser, a bundle or a worker it is awaited before anything else is called; called again it
 * is the same promise. In Node it is loaded already.
 *
 * @param source where the WebAssembly comes from, if not from beside the module: an address, a response, or its bytes
 */
export function init(source?: string | URL | Response | Promise<Response> | BufferSource | WebAssembly.Module): Promise<void>

/** The version of this package. */
export const VERSION: string

/** The version of the definitions: it changes when any number can change. */
export const DEFINITIONS_VERSION: string

/** An answer: its value, or the problems of the data. What only the program can mend is thrown, as a {@link Misuse}. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] }

/** A call that no data can mend: an option that is missing, a `Date` in the place of a day, a handle that was freed. */
export interface Misuse extends TypeError {
  readonly code: string
}

/** What {@link unwrap} throws. */
export interface HomeroomError extends Error {
  readonly name: 'HomeroomError'
  readonly code: string
  readonly problems: readonly Problem[]
}

/**
 * The value of an answer.
 *
 * @throws {HomeroomError} where there are problems
 */
export function unwrap<T>(answer: Answer<T>): T

/** Answers a request of the contract, text in and text out; the request brings its own records. */
export function askJson(request: string): string

/** Answers a request of the contract in camelCase, which brings its own records. */
export function ask(request: object): Answer<unknown>

// ---------------------------------------------------------------------------------------------------------- Definitions

/** A policy: the name of a preset, a policy that was read, or a choice. */
export type PolicyOption = string | Policy | PolicyChoice

/** A ladder: the name of a preset, a ladder that was read, or a choice. */
export type LadderOption = string | Ladder | LadderChoice

/** A definition of absence as data. */
export class Policy {
  private constructor()
  /** The names of the policies that come with the library. */
  static presets(): string[]
  /** A policy that comes with the library. */
  static preset(id: string): Answer<Policy>
  /** Reads a policy's JSON. */
  static fromJson(json: string): Answer<Policy>
  /** Reads a policy's TOML. */
  static fromToml(toml: string): Answer<Policy>
  /** The policy with some of its parts changed; `null` removes a part. */
  changed(overrides: Patch<PolicyDocument>): Answer<Policy>
  /** Its identifier. */
  readonly id: string
  /** Its document. */
  toObject(): PolicyDocument
  /** Its document as JSON. */
  toJson(): string
}

/** A ladder of steps as data. */
export class Ladder {
  private constructor()
  /** The names of the ladders that come with the library. */
  static presets(): string[]
  /** A ladder that comes with the library. */
  static preset(id: string): Answer<Ladder>
  /** Reads a ladder's JSON. */
  static fromJson(json: string): Answer<Ladder>
  /** Reads a ladder's TOML. */
  static fromToml(toml: string): Answer<Ladder>
  /** Its identifier. */
  readonly id: string
  /** Its document. */
  toObject(): LadderDocument
  /** Its document as JSON. */
  toJson(): string
}

/** A rate in percent with some decimals, one where nothing is said, rounded half up on the exact ratio; `null` where the whole is 0. */
export function rate(options: { part: number; whole: number; decimals?: number }): Answer<AnswerTo<'rate'>>
/** An amount as text: `units` of which `per` make one; with one decimal at most where nothing is said. */
export function amount(options: { units: number; per: number; decimals?: number }): Answer<AnswerTo<'amount'>>
/** Reads a text as an exact fraction. */
export function fraction(options: { text: Exact }): Answer<AnswerTo<'fraction'>>
/** Whether a threshold, a `share` or a `count`, is met by each part and whole, in units of which `units` make a day, one where nothing is said. */
export function threshold(
  options: { comparator: Comparator; units?: number; of: readonly PartAndWhole[] } & ({ share: Exact } | { count: number }),
): Answer<AnswerTo<'threshold'>>
/** The policy's band for each part and whole, in units of which `units` make a day, one where nothing is said. */
export function bands(options: { policy: PolicyOption; units?: number; of: readonly PartAndWhole[] }): Answer<AnswerTo<'bands'>>
/** What the policy counts of a day for each part of it that was missed. */
export function dayRule(options: { policy: PolicyOption; missed: readonly Exact[] }): Answer<AnswerTo<'dayRule'>>
/** What a system's code means in a table of codes. */
export function code(options: { table: CodeTable; code: string }): Answer<AnswerTo<'code'>>
/** A relative change of two numbers in percent; `null` where there was nothing before. */
export function relativeChange(options: { before: number; after: number; decimals?: number }): Answer<AnswerTo<'relativeChange'>>
/** Whether a history of an intervention's statuses is legal, and the status on some dates. */
export function statusHistory(options: {
  history: readonly (readonly [InterventionStatus, ISODate])[]
  on?: readonly ISODate[]
}): Answer<MentoringAnswerTo<'statusHistory'>>

/** A system's own codes, each said in the model's terms. */
export type CodeTable = Readonly<Record<string, Coded>>

type AnswerTo<Q extends keyof Answers> = Exclude<Answers[Q], undefined>
type MentoringAnswerTo<Q extends keyof MentoringAnswers> = Exclude<MentoringAnswers[Q], undefined>

// ------------------------------------------------------------------------------------------------------------- Registers

/** Under which policy a question is asked, and as of when. There is no clock: both are always given. */
export interface AsOf {
  policy: PolicyOption
  asOf: ISODate
}

/** The period before: of the same register, or of another. */
export interface Before {
  asOf: ISODate
  /** The register of the period, where it is another. */
  register?: Register
  /** Its policy, where it is another. */
  policy?: PolicyOption
}

/** A student. */
export interface OfStudent {
  student: string
}

/** A student, at one school or over all. */
export interface AtSchool extends OfStudent {
  school?: string
}

/** What lies in the WebAssembly's memory until it is freed: `using register = …` or `register.free()`. */
export interface Freed extends Disposable {
  /** Frees the memory. Whatever is asked afterwards is a {@link Misuse} `freed`. */
  free(): void
}

/** One school year: who was enrolled, what was recorded. Read once, asked many times; it never changes. */
export class Register implements Freed {
  private constructor()
  /** Of plain objects. Records of mentoring make a {@link Program} over the register. */
  static fromRecords(records: Omit<Records, 'mentoring'>): Answer<Register>
  /** Of typed arrays, and of plain objects for what is not given as columns. */
  static fromColumns(options: RegisterColumns): Answer<Register>
  /** Of the contract's JSON. */
  static fromJson(json: string): Answer<Register>
  /** Of what {@link Register.toBytes} wrote. */
  static fromBytes(bytes: Uint8Array): Answer<Register>

  /** The register as bytes, without roster and report. */
  toBytes(): Answer<Uint8Array>
  /** The calendar year in which the school year ends. */
  readonly schoolYear: number
  /** The students in order. */
  readonly studentIds: string[]
  /** The schools in order. */
  readonly schoolIds: string[]
  /** The days on which any school taught. */
  readonly schoolDays: ISODate[]
  /** The last date of which anything is recorded. */
  readonly lastRecordedDate: ISODate | null
  /** Whether both are the same register. */
  equals(other: Register): boolean

  /** Both registers as one. */
  merge(other: Register): Answer<Register>
  /** The register after changes, all or none. */
  amend(amendments: readonly Amendment[]): Answer<Register>
  /** The register with a day more at some schools. */
  appendDay(options: { date: ISODate; schools: readonly string[] }): Answer<Register>
  /** The register with a student's day corrected. */
  correct(options: Correction): Answer<Register>
  /** The register without a student's record of a day. */
  delete(options: { student: string; school: string; date: ISODate }): Answer<Register>
  /** The register in which a school states that it took attendance on a date. */
  attendanceTaken(options: { school: string; date: ISODate }): Answer<Register>

  /** Answers a request of the contract, text in and text out. */
  askJson(request: string, before?: Register): string
  /**
   * What became of the records, with how many findings there are of each code; `null` of a register that a reader made,
   * whose report is the dataset's, and of one of bytes.
   */
  report(): Answer<AnswerTo<'report'>>
  /** The findings one by one; `null` where there is no report. */
  findings(): Answer<AnswerTo<'findings'>>
  /** The rows of the register: a student at a school. */
  rows(): Answer<AnswerTo<'register'>>
  /** A student's day at a school. */
  day(options: { student: string; school: string; date: ISODate }): Answer<AnswerTo<'day'>>
  /** A student's days, at one school, or over all, there in a window. */
  tally(options: AtSchool & AsOf & { window?: Window }): Answer<AnswerTo<'tally'>>
  /** Whether a student is chronically absent, and how sure that is. */
  standing(options: AtSchool & AsOf): Answer<AnswerTo<'standing'>>
  /** A student's streaks of absence; `rule` says what an unrecorded day does: it ends a streak where nothing is said. */
  streaks(options: OfStudent & AsOf & { rule?: StreakRule }): Answer<AnswerTo<'streaks'>>
  /** The truancy rules that a student met. */
  truancy(options: OfStudent & AsOf): Answer<AnswerTo<'truancy'>>
  /** How many days a student may still miss. */
  absenceBudget(options: OfStudent & AsOf): Answer<AnswerTo<'absenceBudget'>>
  /** Where a student's absence leads. */
  projection(options: OfStudent & AsOf): Answer<AnswerTo<'projection'>>
  /** The students with a sign of early warning; `before` is the year before. */
  earlyWarnings(options: AsOf & { before?: Before }): Answer<AnswerTo<'earlyWarnings'>>
  /** A series over all students. */
  series(options: AsOf & { period: Period }): Answer<AnswerTo<'series'>>
  /** The weekly series. */
  weekly(options: AsOf): Answer<AnswerTo<'series'>>
  /** The monthly series. */
  monthly(options: AsOf): Answer<AnswerTo<'series'>>
  /** Groups by `school`, `district`, `grade` or the name of an attribute; all students together where there is none. */
  measure(options: AsOf & { by?: readonly string[] }): Answer<AnswerTo<'measure'>>
  /** Every student's standing over all schools, with streaks. */
  studentTable(options: AsOf): Answer<AnswerTo<'studentTable'>>
  /** Who moved between bands since the date before. */
  transitions(options: AsOf & { before: Before }): Answer<AnswerTo<'transitions'>>
  /** Whose status differs between two policies, and by which clause. */
  compare(policy: PolicyOption, against: PolicyOption, options: { asOf: ISODate }): Answer<AnswerTo<'policyDifference'>>
  /** The change since the period before. */
  outcome(options: AsOf & { before: Before }): Answer<AnswerTo<'outcome'>>

  /** An answer as columns of typed arrays. */
  table(name: 'findings'): Answer<Table>
  table(name: 'studentTable', options: AsOf): Answer<Table>
  table(name: 'series', options: AsOf & { period: Period }): Answer<Table>
  table(name: 'measure', options: AsOf & { by?: readonly string[] }): Answer<Table>
  table(name: 'transitions', options: AsOf & { before: Before }): Answer<Table>
  table(name: 'policyDifference', options: AsOf & { against: PolicyOption }): Answer<Table>

  /** One student, with the same questions. */
  student(id: string): StudentOf
  free(): void
  [Symbol.dispose](): void
}

/** One student of a register. */
export interface StudentOf {
  readonly id: string
  day(options: { school: string; date: ISODate }): Answer<AnswerTo<'day'>>
  tally(options: AsOf & { school?: string; window?: Window }): Answer<AnswerTo<'tally'>>
  standing(options: AsOf & { school?: string }): Answer<AnswerTo<'standing'>>
  streaks(options: AsOf & { rule?: StreakRule }): Answer<AnswerTo<'streaks'>>
  truancy(options: AsOf): Answer<AnswerTo<'truancy'>>
  absenceBudget(options: AsOf): Answer<AnswerTo<'absenceBudget'>>
  projection(options: AsOf): Answer<AnswerTo<'projection'>>
}

/** The status of a student's whole day. */
export interface Correction {
  student: string
  school: string
  date: ISODate
  status: AttendanceStatus
  category?: AttendanceCategory
}

/** A change of a register. */
export type Amendment =
  | { appendDay: { date: ISODate; schools: readonly string[] } }
  | { correct: Correction }
  | { delete: { student: string; school: string; date: ISODate } }
  | { attendanceTaken: { school: string; date: ISODate } }

// --------------------------------------------------------------------------------------------------------------- Columns

/** Texts: for each row the index of its value; the greatest index of its width (65535, 4294967295) where it has none. */
export interface TextColumn {
  codes: Uint32Array | Uint16Array
  values: readonly string[]
}

/** Dates as days since 1 January 1970 (see {@link epochDays}); -2147483648 where there is none. */
export type DateColumn = Int32Array

/** Records as columns. What is wrong with a row is a finding with its number, counted from 1. */
export interface RegisterColumns {
  schoolYear: number
  rules?: RollRules
  /** The meanings of `events.code`. Without them events say their `status`. */
  codes?: CodeTable
  events?:
    | readonly AttendanceEvent[]
    | {
        student: TextColumn
        school: TextColumn
        date: DateColumn
        /** The system's code; either this, or `status`. */
        code?: TextColumn
        status?: TextColumn
        category?: TextColumn
        /** The part of the day, `1/2` or `0.5`. */
        part?: TextColumn
      }
  enrollments?:
    | readonly Enrollment[]
    | {
        student: TextColumn
        school: TextColumn
        entry?: DateColumn
        exit?: DateColumn
        exitDay?: TextColumn
        grade?: TextColumn
        share?: TextColumn
        /** 1, 0, or 2 where nothing is said. */
        primary?: Uint8Array
      }
  /** The dates of the calendars as columns. */
  calendar?: {
    school: TextColumn
    date: DateColumn
    event?: TextColumn
    /** 4294967295 where nothing is said. */
    minutes?: Uint32Array
    /** Grades separated by `;`. */
    closedGrades?: TextColumn
  }
  /** The calendars as plain objects. */
  calendars?: readonly Calendar[]
  attendanceTaken?: readonly AttendanceTaken[] | { school: TextColumn; date: DateColumn }
  districts?: Records['districts']
  networks?: Records['networks']
  attributes?: Records['attributes']
}

/** A column of an answer. `valid` is 0 in rows that have no value, and `null` where all have one. */
export type Column =
  | { readonly kind: 'text'; readonly codes: Uint32Array; readonly values: readonly string[]; readonly valid: Uint8Array | null }
  | { readonly kind: 'number'; readonly values: Float64Array | Uint32Array; readonly valid: Uint8Array | null }
  | { readonly kind: 'date'; readonly values: Int32Array; readonly valid: Uint8Array | null }
  | { readonly kind: 'flag'; readonly values: Uint8Array; readonly valid: Uint8Array | null }

/** An answer as named columns of equal length; nothing to free. */
export class Table implements Iterable<TableRow> {
  private constructor()
  /** How many rows there are. */
  readonly rows: number
  /** The names of the columns in order. */
  readonly names: string[]
  /** A column by its name. */
  column(name: string): Column | undefined
  /** A row as a plain object, dates as ISO text. */
  row(index: number): TableRow;
  [Symbol.iterator](): Iterator<TableRow>
}

/** A row of a table. */
export type TableRow = Record<string, string | number | boolean | null>

/** The days since 1 January 1970 of a date. */
export function epochDays(date: ISODate): number

/** A date of days since 1 January 1970. */
export function isoDate(days: number): ISODate

// -------------------------------------------------------------------------------------------------------------- Programs

/** A mentoring program over the register of a school year. */
export class Program implements Freed {
  private constructor()
  /** Of plain objects; `before` is the register of the year before. */
  static fromRecords(register: Register, records: MentoringRecords, options?: { before?: Register }): Answer<Program>
  /** Of the contract's JSON. */
  static fromJson(register: Register, json: string, options?: { before?: Register }): Answer<Program>

  /** Answers a request of the contract, text in and text out. */
  askJson(request: string): string
  /** What became of the records, and what was made of them. */
  casebook(options: AsOf): Answer<MentoringAnswerTo<'casebook'>>
  /** Contacts expected and made, of everybody where nobody is named. */
  dosage(options: AsOf & { of?: DosageOf; since?: ISODate }): Answer<MentoringAnswerTo<'dosage'>>
  /** Contacts expected and made as a table, one row for each of whom it is told. */
  fidelity(options: AsOf & { by: 'student' | 'mentor' | 'school' | 'district' | 'network'; since?: ISODate }): Answer<Table>
  /** The findings of the program's records one by one; `null` of a program that a reader made, whose findings are the dataset's. */
  findings(): Table | null
  /** The mentors' loads. */
  loads(options: AsOf & { rules?: Partial<CapacityRules> }): Answer<MentoringAnswerTo<'loads'>>
  /** Who qualifies for a mentor, and who has one. */
  needs(options: AsOf & { rules?: Partial<NeedRules> }): Answer<MentoringAnswerTo<'needs'>>
  /** A proposal of matches of students and mentors. */
  proposeMatches(
    options: AsOf & { needs?: Partial<NeedRules>; capacity?: Partial<CapacityRules>; rules?: Partial<MatchRules> },
  ): Answer<MentoringAnswerTo<'proposeMatches'>>
  /** Whom a mentor sees today, and why. */
  worklist(options: AsOf & { mentor: string; rules?: Partial<WorklistRules> }): Answer<MentoringAnswerTo<'worklist'>>
  /** What a school's team talks about this week. */
  agenda(options: AsOf & { school: string; ladder?: LadderOption; rules?: Partial<AgendaRules> }): Answer<MentoringAnswerTo<'agenda'>>
  /** The coordinator's counts. */
  coordinator(options: AsOf): Answer<MentoringAnswerTo<'coordinator'>>
  /** The barriers of groups, by `school`, `district`, `grade`, `tier` or the name of an attribute. */
  barriers(options: AsOf & { by?: string }): Answer<MentoringAnswerTo<'barriers'>>
  /** The barriers that nothing has met for some school days. */
  barrierGaps(options: AsOf & { atLeast: number }): Answer<MentoringAnswerTo<'barrierGaps'>>
  /** What meets each barrier. */
  barrierResponses(options: AsOf): Answer<MentoringAnswerTo<'barrierResponses'>>
  /** How barriers changed since a date. */
  barrierChanges(options: AsOf & { since: ISODate }): Answer<MentoringAnswerTo<'barrierChanges'>>
  /** What to celebrate. */
  recognition(options: AsOf & { student?: string; rules?: Partial<RecognitionRules> }): Answer<MentoringAnswerTo<'recognition'>>
  /** How many adults were trained. */
  learningShares(options: AsOf): Answer<MentoringAnswerTo<'learningShares'>>
  /** The measures of the program's aims. */
  scorecard(options: AsOf & { targets?: readonly AimTarget[] }): Answer<MentoringAnswerTo<'scorecard'>>
  /** What a role may see. */
  view(options: AsOf & { viewer: Viewer }): Answer<MentoringAnswerTo<'view'>>
  /** The rules of a ladder that students met. */
  firings(options: AsOf & { ladder: LadderOption }): Answer<MentoringAnswerTo<'firings'>>
  /** A ladder's log over updates; its steps are as of the last update where no date is given. */
  ladderLog(
    options: Omit<AsOf, 'asOf'> & {
      asOf?: ISODate
      ladder: LadderOption
      updates: readonly { asOf: ISODate; amend?: readonly Amendment[] }[]
      contacts?: readonly ContactMade[]
    },
  ): Answer<MentoringAnswerTo<'ladderLog'>>
  free(): void
  [Symbol.dispose](): void
}

// ----------------------------------------------------------------------------------------------------------------- Files

/** A file in memory. Nothing is sent anywhere. */
export type FileContent = { name: string; bytes: Uint8Array | ArrayBuffer } | { name: string; text: string }

/** What was read of files. */
export class Dataset implements Freed {
  private constructor()
  /** The registers by the calendar year in which their school year ends. */
  readonly registers: ReadonlyMap<number, Register>
  /** The mentoring program of the last year, where there is one. */
  readonly program: Program | null
  /** What became of all records. */
  readonly intake: Intake
  /** What became of each file's records. */
  readonly files: readonly { readonly file: string; readonly kind: string; readonly intake: Intake }[]
  /** Files that look like records and were not read. */
  readonly unreadFiles: readonly string[]
  /** Every assumption made, in words. */
  readonly assumptions: readonly string[]
  /** How many findings there are of each code. */
  readonly findingCounts: readonly FindingCount[]
  /** The findings one by one, the first thousand of each code. */
  findings(): Table
  /** Frees all registers and the program. */
  free(): void
  [Symbol.dispose](): void
}

/**
 * Reads delimited text (CSV). The mapping is TOML; without one, `mapping.toml` among the files counts, else the library's
 * own form. UTF-8, UTF-16 and windows-1252 read the same everywhere; a mapping's other encodings are decoded by the platform's
 * `TextDecoder`, whose tables may differ from another platform's in rare signs. A label that it does not know is refused.
 */
export function readFiles(files: Iterable<FileContent>, options?: { mapping?: string; assumeFullYear?: boolean }): Answer<Dataset>
