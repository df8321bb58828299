import { toWire } from './codec.js'
import { withColumns } from './columns.js'
import { call } from './engine.js'
import { Handle, open } from './handle.js'
import { misuse, text } from './misuse.js'
import { asked, optionsOf, requestOf } from './request.js'
import { tableOf } from './table.js'
import * as wasm from './wasm/homeroom.js'

export class Register extends Handle {
  static fromRecords(records) {
    const json = JSON.stringify(toWire(optionsOf(records, 'fromRecords'), 'records'))
    return opened(() => wasm.Register.fromJson(json))
  }

  static fromColumns(options) {
    return registerOf(withColumns(options, (columns, records, codes) => columns.open(records, codes)))
  }

  static fromJson(json) {
    return opened(() => wasm.Register.fromJson(text(json, 'json')))
  }

  static fromBytes(bytes) {
    if (!(bytes instanceof Uint8Array)) throw misuse('not_bytes', '`bytes` must be a Uint8Array')
    return opened(() => wasm.Register.fromBytes(bytes))
  }

  toBytes() {
    return call(() => open(this, Register, 'this').toBytes())
  }

  get schoolYear() {
    return open(this, Register, 'this').schoolYear()
  }

  get studentIds() {
    return open(this, Register, 'this').studentIds()
  }

  get schoolIds() {
    return open(this, Register, 'this').schoolIds()
  }

  get schoolDays() {
    return open(this, Register, 'this').schoolDays()
  }

  get lastRecordedDate() {
    return open(this, Register, 'this').lastRecordedDate() ?? null
  }

  equals(other) {
    return open(this, Register, 'this').equals(open(other, Register, 'other'))
  }

  merge(other) {
    return opened(() => open(this, Register, 'this').merged(open(other, Register, 'other')))
  }

  amend(amendments) {
    const json = JSON.stringify(toWire(amendments, 'amendments'))
    return opened(() => open(this, Register, 'this').amended(json))
  }

  appendDay(options) {
    return this.amend([{ appendDay: optionsOf(options, 'appendDay') }])
  }

  correct(options) {
    return this.amend([{ correct: optionsOf(options, 'correct') }])
  }

  delete(options) {
    return this.amend([{ delete: optionsOf(options, 'delete') }])
  }

  attendanceTaken(options) {
    return this.amend([{ attendanceTaken: optionsOf(options, 'attendanceTaken') }])
  }

  askJson(request, before) {
    return answerOf(this, text(request, 'request'), before)
  }

  report() {
    return ask(this, 'report')
  }

  findings() {
    return ask(this, 'findings')
  }

  rows() {
    return ask(this, 'register')
  }

  day(options) {
    return ask(this, 'day', options)
  }

  tally(options) {
    return ask(this, 'tally', options)
  }

  standing(options) {
    return ask(this, 'standing', options)
  }

  streaks(options) {
    return ask(this, 'streaks', options)
  }

  truancy(options) {
    return ask(this, 'truancy', options)
  }

  absenceBudget(options) {
    return ask(this, 'absence_budget', options)
  }

  projection(options) {
    return ask(this, 'projection', options)
  }

  earlyWarnings(options) {
    return ask(this, 'early_warnings', options)
  }

  series(options) {
    return ask(this, 'series', options)
  }

  weekly(options) {
    return ask(this, 'series', { ...optionsOf(options, 'weekly'), period: 'week' })
  }

  monthly(options) {
    return ask(this, 'series', { ...optionsOf(options, 'monthly'), period: 'month' })
  }

  measure(options) {
    return ask(this, 'measure', options)
  }

  studentTable(options) {
    return ask(this, 'student_table', options)
  }

  transitions(options) {
    return ask(this, 'transitions', options)
  }

  compare(policy, against, options) {
    return ask(this, 'policy_difference', { ...optionsOf(options, 'compare'), policy, against })
  }

  outcome(options) {
    return ask(this, 'outcome', options)
  }

  table(name, options) {
    const request = JSON.stringify(requestOf(tableName(name), options))
    const handle = open(this, Register, 'this')
    const before = options?.before?.register
    const answer = call(() =>
      before === undefined ? handle.table(request) : handle.tableWith(request, open(before, Register, 'before')),
    )
    return answer.ok ? { ok: true, value: tableOf(answer.value) } : answer
  }

  student(id) {
    return new StudentView(this, text(id, 'id'))
  }
}

export class StudentView {
  #register

  constructor(register, id) {
    this.#register = register
    this.id = id
    Object.freeze(this)
  }

  #of(options) {
    return { ...optionsOf(options, 'a question'), student: this.id }
  }

  day(options) {
    return this.#register.day(this.#of(options))
  }

  tally(options) {
    return this.#register.tally(this.#of(options))
  }

  standing(options) {
    return this.#register.standing(this.#of(options))
  }

  streaks(options) {
    return this.#register.streaks(this.#of(options))
  }

  truancy(options) {
    return this.#register.truancy(this.#of(options))
  }

  absenceBudget(options) {
    return this.#register.absenceBudget(this.#of(options))
  }

  projection(options) {
    return this.#register.projection(this.#of(options))
  }
}

function opened(run) {
  return registerOf(call(run))
}

function registerOf(answer) {
  return answer.ok ? { ok: true, value: new Register(answer.value) } : answer
}

/** The questions whose answers are tables. */
const TABLES = {
  findings: 'findings',
  measure: 'measure',
  policyDifference: 'policy_difference',
  series: 'series',
  studentTable: 'student_table',
  transitions: 'transitions',
}

function tableName(name) {
  if (Object.hasOwn(TABLES, name)) return TABLES[name]
  throw misuse('no_table', `there is no table \`${String(name)}\`: there are ${Object.keys(TABLES).join(', ')}`)
}

function ask(register, name, options) {
  const request = requestOf(name, options)
  return asked(request, (text) => answerOf(register, text, options?.before?.register))
}

function answerOf(register, request, before) {
  const handle = open(register, Register, 'this')
  if (before === undefined) return handle.askJson(request)
  return handle.askJsonWith(request, open(before, Register, 'before'))
}
