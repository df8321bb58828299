// Columns of records, checked here because the WebAssembly takes typed arrays as they are.

import { toWire } from './codec.js'
import { call } from './engine.js'
import { kindOf, misuse, text } from './misuse.js'
import { optionsOf } from './request.js'
import * as wasm from './wasm/homeroom.js'

/** The columns of each table, by what they hold. */
const TABLES = {
  events: { student: 'text', school: 'text', date: 'date', code: 'text', status: 'text', category: 'text', part: 'text' },
  enrollments: {
    student: 'text',
    school: 'text',
    entry: 'date',
    exit: 'date',
    exitDay: 'text',
    grade: 'text',
    share: 'text',
    primary: 'flag',
  },
  calendar: { school: 'text', date: 'date', event: 'text', minutes: 'number', closedGrades: 'text' },
  attendanceTaken: { school: 'text', date: 'date' },
}

const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Gives `open` the columns and the rest of the options as records; the memory of the columns is freed after it. */
export function withColumns(options, open) {
  const { codes, ...rest } = optionsOf(options, 'fromColumns')
  const records = { calendars: [] }
  const given = []
  for (const [name, value] of Object.entries(rest)) {
    if (name in TABLES && !Array.isArray(value)) {
      if (value !== undefined) given.push(...columnsOf(name, optionsOf(value, name)))
    } else {
      records[name] = value
    }
  }
  refuseUnread(rest.events, codes)
  const json = JSON.stringify(toWire(records, 'fromColumns'))
  const table = codes === undefined ? undefined : JSON.stringify(toWire({ table: codes }, 'codes').table)
  return call(() => {
    const columns = new wasm.Columns()
    try {
      for (const [kind, ...column] of given) columns[kind](...column)
      return open(columns, json, table)
    } finally {
      columns.free()
    }
  })
}

/** An event has a status, or a code that `codes` says the meaning of: the columns of the other are not read. */
function refuseUnread(events, codes) {
  if (events === undefined || Array.isArray(events)) return
  const unread = codes === undefined ? ['code'] : ['status', 'category']
  const name = unread.find((name) => events[name] !== undefined)
  if (name === undefined) return
  const why = codes === undefined ? 'is read only where `codes` says what its codes mean' : 'is not read where `codes` says what codes mean'
  throw misuse('column_unused', `\`events.${name}\` ${why}`)
}

function* columnsOf(table, columns) {
  for (const [name, column] of Object.entries(columns)) {
    if (column === undefined) continue
    const kind = TABLES[table][name]
    const path = `${table}.${name}`
    if (kind === undefined) {
      throw misuse('unknown_column', `there is no column \`${path}\`: ${table} has ${Object.keys(TABLES[table]).join(', ')}`)
    }
    const wire = `${snake(table)}.${snake(name)}`
    if (kind === 'text') yield [kind, wire, ...dictionary(column, path)]
    else if (kind === 'date') yield [kind, wire, typed(column, path, Int32Array)]
    else if (kind === 'number') yield [kind, wire, typed(column, path, Uint32Array)]
    else yield [kind, wire, flags(column, path)]
  }
}

function flags(column, path) {
  const row = typed(column, path, Uint8Array).findIndex((flag) => flag > 2)
  if (row < 0) return column
  throw misuse('not_a_flag', `\`${path}\` has a ${column[row]} in row ${row + 1}: 0 is no, 1 is yes, 2 is missing`)
}

function dictionary(column, path) {
  const { codes, values } = optionsOf(column, path)
  if (!Array.isArray(values)) throw misuse('not_a_column', `\`${path}.values\` must be an array of strings`)
  for (const value of values) text(value, `${path}.values`)
  if (codes instanceof Uint16Array) {
    // The greatest number of either width stands for a text that is missing.
    return [Uint32Array.from(codes, (code) => (code === 0xffff ? 0xffffffff : code)), values]
  }
  return [typed(codes, `${path}.codes`, Uint32Array), values]
}

function typed(column, path, kind) {
  if (column instanceof kind) return column
  throw misuse('not_a_column', `\`${path}\` must be a ${kind.name}, and is ${kindOf(column)}`)
}
