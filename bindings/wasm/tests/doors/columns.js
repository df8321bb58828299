// The column door: a case's records as typed arrays, and answers as tables where there are any.

import { throughObjects } from './objects.js'
import { fromWire } from '../../package/codec.js'

/** Families that have no records of a register. */
export const WITHOUT_COLUMNS = {
  bands: 'numbers alone, no records',
  day_rule: 'numbers alone, no records',
  interventions: 'histories of statuses, no records',
  rate: 'numbers alone, no records',
  threshold: 'numbers alone, no records',
}

/** Cases that columns answer otherwise, with the reason. */
export const NOT_IN_COLUMNS = Object.fromEntries(
  ['roll/exit_before_entry', 'roll/no_show', 'roll/share_above_one'].map((id) => [
    id,
    'a bad row of columns is a finding that names it, where a bad record is refused',
  ]),
)

export function throughColumns(homeroom, input) {
  return throughObjects(homeroom, input, (records) => homeroom.Register.fromColumns(columnsOf(homeroom, records)))
}

const NO_TEXT = 0xffffffff
const NO_DATE = -0x80000000

/** The records as columns; the calendars as columns too, where they say nothing that columns cannot. */
function columnsOf({ epochDays }, records) {
  const { events = [], enrollments = [], attendance_taken: taken = [], calendars, mentoring: _, ...rest } = records
  const days = Object.fromEntries(calendars.map((calendar) => [calendar.school, schoolDays(calendar)]))
  const date = (of) => Int32Array.from(of, (date) => (date === undefined ? NO_DATE : epochDays(date)))
  const text = (of) => dictionary(of)
  const dates = ({ school, dates = [], school_days: ranges = [] }) => [...dates, ...ranges.flatMap((range) => within(days, school, range))]
  const rows = events.flatMap((event) => dates(event).map((date) => ({ ...event, date })))
  const given = { ...fromWire(rest) }
  const simple = calendars.every((calendar) => calendar.day_minutes === undefined && calendar.declared_days === undefined)
  if (simple) {
    const all = calendars.flatMap((calendar) => calendarDays(calendar).map((day) => ({ ...day, school: calendar.school })))
    given.calendar = {
      school: text(all.map((day) => day.school)),
      date: date(all.map((day) => day.date)),
      event: text(all.map((day) => day.event)),
      minutes: Uint32Array.from(all, (day) => day.minutes ?? NO_TEXT),
      closedGrades: text(all.map((day) => day.closed_grades?.join(';'))),
    }
  } else {
    given.calendars = fromWire(calendars)
  }
  // Mornings, minutes and sections have no columns.
  const asRecords = rows.some(({ extent }) => extent !== undefined && extent !== 'whole_day' && extent.part === undefined)
  if (asRecords) given.events = fromWire(events)
  else {
    given.events = {
      student: text(rows.map((row) => row.student)),
      school: text(rows.map((row) => row.school)),
      date: date(rows.map((row) => row.date)),
      status: text(rows.map((row) => row.status)),
      category: text(rows.map((row) => row.category)),
      part: text(rows.map((row) => row.extent?.part)),
    }
  }
  const spans = enrollments.map((one) => ({ ...one, ...spanOf(days, one) }))
  given.enrollments = {
    student: text(spans.map((one) => one.student)),
    school: text(spans.map((one) => one.school)),
    entry: date(spans.map((one) => one.entry)),
    exit: date(spans.map((one) => one.exit)),
    exitDay: text(spans.map((one) => one.exit_day)),
    grade: text(spans.map((one) => one.grade)),
    share: text(spans.map((one) => one.share)),
    primary: Uint8Array.from(spans, (one) => (one.primary === undefined ? 2 : Number(one.primary))),
  }
  const taught = taken.flatMap((one) => dates(one).map((date) => ({ school: one.school, date })))
  given.attendanceTaken = { school: text(taught.map((one) => one.school)), date: date(taught.map((one) => one.date)) }
  return given
}

function spanOf(days, { school, school_days: range }) {
  if (range === undefined) return {}
  const span = within(days, school, range)
  return { entry: span.at(0), exit: span.at(-1) }
}

const within = (days, school, [first, last]) => days[school].slice(first - 1, last)

const TAUGHT = ['instructional_day', 'make_up_day', 'early_release']

const schoolDays = (calendar) =>
  calendarDays(calendar)
    .filter((day) => TAUGHT.includes(day.event))
    .map((day) => day.date)

function calendarDays({ weekdays = [], days = [] }) {
  const all = new Map()
  for (const { first, count } of weekdays) {
    const day = new Date(`${first}T00:00:00Z`)
    for (let n = 0; n < count; day.setUTCDate(day.getUTCDate() + 1)) {
      if (day.getUTCDay() % 6 === 0) continue
      const date = day.toISOString().slice(0, 10)
      all.set(date, { date, event: 'instructional_day' })
      n += 1
    }
  }
  for (const day of days) all.set(day.date, day)
  return [...all.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
}

function dictionary(texts) {
  const numbers = new Map()
  const codes = Uint32Array.from(texts, (text) => {
    if (text === undefined) return NO_TEXT
    if (!numbers.has(text)) numbers.set(text, numbers.size)
    return numbers.get(text)
  })
  return { codes, values: [...numbers.keys()] }
}
