// Numbers, dates, terms and reasons in plain words.

import type { PolicyFacts, Rate, Reason } from './protocol'

const NONE = '–'

/** A whole number with its thousands apart. */
export const count = (number: number): string => number.toLocaleString('en-GB')

/** `1 day`, `2 days`. */
export const many = (number: number, one: string, more = `${one}s`): string =>
  `${count(number)} ${number === 1 ? one : more}`

/** An exact amount, such as `17.5` or `11/6`, rounded half up to one decimal. */
export function amount(exact: string | number): string {
  const [upper = '0', lower = '1'] = String(exact).split('/')
  const [whole = '0', decimals = ''] = upper.split('.')
  const over = BigInt(lower) * 10n ** BigInt(decimals.length)
  const tenths = (BigInt(whole + decimals) * 20n + over) / (over * 2n)
  const rest = tenths % 10n
  return (tenths / 10n).toLocaleString('en-GB') + (rest === 0n ? '' : `.${rest}`)
}

/** `22.8 %`, or a dash where nothing counts. */
export const percent = (rate: Rate | null): string => (rate ? `${rate.percent} %` : NONE)

/** `230 of 1,010`, or a dash. */
export const parts = (rate: Rate | null): string => (rate ? `${amount(rate.part)} of ${amount(rate.whole)}` : NONE)

// A date is a day, in no time zone: it is read and written as one of UTC.
const written = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
  return (date: string): string => format.format(new Date(`${date}T00:00:00Z`))
}

/** `Tuesday, 10 February 2026`. */
export const longDate = written({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
/** `10 Feb 2026`. */
export const date = written({ day: 'numeric', month: 'short', year: 'numeric' })
/** `10 Feb`. */
export const shortDate = written({ day: 'numeric', month: 'short' })
/** `February`, for an axis. */
export const month = written({ month: 'short' })

const KNOWN: Record<string, string> = {
  satisfactory: 'Satisfactory',
  at_risk: 'At risk',
  moderate_chronic: 'Moderately chronic',
  severe_chronic: 'Severely chronic',
  chronic: 'Chronic',
  not_chronic: 'Not chronic',
  no_membership: 'no day enrolled',
  too_few_days: 'too few days enrolled',
}

/** A term of a closed list, in words: `at_risk` is `At risk`. */
export function term(id: string): string {
  const plain = id.replaceAll('_', ' ')
  return KNOWN[id] ?? plain.charAt(0).toUpperCase() + plain.slice(1)
}

/** From where on a band reaches: `10 % or more`. */
export function reach(policy: PolicyFacts, band: string): string {
  const from = policy.bands.find((one) => one.id === band)?.from
  const next = policy.bands[policy.bands.findIndex((one) => one.id === band) + 1]?.from
  if (from) return limit(from)
  if (!next) return ''
  return next.comparator === 'more_than' ? `${size(next)} or less` : `less than ${size(next)}`
}

type From = { comparator: string; share?: string; count?: number }

const limit = (from: From): string =>
  from.comparator === 'more_than' ? `more than ${size(from)}` : `${size(from)} or more`

const size = (from: From): string => (from.share === undefined ? many(from.count ?? 0, 'day') : shared(from.share))

function shared(share: string): string {
  if (share.endsWith('%')) return share.replace('%', ' %')
  const [part = 0, whole = 1] = share.split('/').map(Number)
  return `${amount(`${part * 100}/${whole}`)} %`
}

/** How urgent a reason is: what its line looks like. */
export type Tone = 'now' | 'soon' | 'good' | 'quiet'

const TONES: Record<string, Tone> = {
  returned: 'good',
  absent_today: 'now',
  absent_last_school_day: 'now',
  not_met_yet: 'now',
  follow_up_due: 'soon',
  overdue: 'now',
  budget_nearly_spent: 'soon',
  due: 'soon',
  celebrate: 'good',
}

const number = (value: unknown): number => Number(value ?? 0)

const schoolDays = (value: unknown): string => many(number(value), 'school day')

const call = (reason: Reason): string => (reason['called'] ? 'The home has been called.' : 'Call home.')

const SENTENCES: Record<string, (reason: Reason) => [string, string]> = {
  returned: (r) => ['Back today', `After ${schoolDays(r['days'])} absent: say welcome.`],
  absent_today: (r) => ['Absent today', `${schoolDays(r['days_in_a_row'])} in a row. ${call(r)}`],
  absent_last_school_day: (r) => [
    `Absent on ${date(String(r['date']))}`,
    `${schoolDays(r['days_in_a_row'])} in a row. ${call(r)}`,
  ],
  not_met_yet: (r) => ['Not met yet', `Not once in the ${schoolDays(r['school_days'])} since you were assigned.`],
  follow_up_due: (r) => [
    `${many(number(r['follow_ups']), 'follow-up')} to do`,
    `Due since ${date(String(r['due']))}.`,
  ],
  overdue: (r) => ['Check-in overdue', `By ${schoolDays(r['by'])}: none in ${schoolDays(r['since'])}.`],
  budget_nearly_spent: (r) => [
    `${many(number(r['absences_left']), 'absence')} left`,
    'With more this year, the student is chronically absent.',
  ],
  due: (r) => [
    'Check-in due',
    number(r['since']) === 0 ? 'The last one was on the school day before.' : `None in ${schoolDays(r['since'])}.`,
  ],
  celebrate: (r) => ['Celebrate', celebration((r['what'] ?? {}) as Reason)],
  not_enrolled: () => ['Not enrolled', 'At none of the schools on this date.'],
}

function celebration(what: Reason): string {
  switch (what['kind']) {
    case 'improvement': {
      const [after, before] = [what['after'], what['before']].map((days) => amount(String(days)))
      return `${after} days absent of the last ${number(what['days'])}, ${before} of the ${number(what['days'])} before.`
    }
    case 'days_in_a_row':
      return `${schoolDays(what['days'])} attended in a row.`
    case 'perfect_weeks':
      return `${many(number(what['weeks']), 'week')} without an absence.`
    default:
      return 'Something new.'
  }
}

/** A reason of a worklist: its name, a heading, a sentence, and how urgent it is. */
export function reason(of: Reason): { of: string; heading: string; sentence: string; tone: Tone } {
  // Answers may hold the keys of the contract, or those of JavaScript.
  const plain: Reason = { reason: of.reason }
  for (const [key, value] of Object.entries(of)) plain[key.replace(/[A-Z]/g, (l) => `_${l.toLowerCase()}`)] = value
  const [heading, sentence] = SENTENCES[of.reason]?.(plain) ?? [term(of.reason), '']
  return { of: of.reason, heading, sentence, tone: TONES[of.reason] ?? 'quiet' }
}

const ACTIONS: Record<string, string> = {
  rejected: 'not used',
  superseded: 'another record counts instead',
  merged: 'counted once',
  assumed: 'something was assumed',
  noted: 'used as it stands',
}

/** What was done about a finding. */
export const action = (id: string): string => ACTIONS[id] ?? term(id)
