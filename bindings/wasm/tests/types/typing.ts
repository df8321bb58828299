// Compiled by `tsc --strict`, and run with its types taken off.

import assert from 'node:assert/strict'
import {
  epochDays,
  Policy,
  Program,
  rate,
  Register,
  unwrap,
  type Answer,
  type AttendanceStatus,
  type Records,
  type Standing,
  type Table,
} from '../../package/index.js'

const records: Records = {
  schoolYear: 2022,
  calendars: [{ school: 'A', weekdays: [{ first: '2021-08-30', count: 180 }] }],
  enrollments: [{ student: 's1', school: 'A', grade: '09' }],
  events: [{ student: 's1', school: 'A', schoolDays: [[1, 18]], status: 'unexcused_absence' }],
}
const opened: Answer<Register> = Register.fromRecords(records)
if (!opened.ok) throw new Error(opened.problems.map(({ code, message }) => `${code}: ${message}`).join())
const register = opened.value

const standing: Standing = unwrap(register.standing({ student: 's1', policy: 'edfacts', asOf: '2022-06-30' }))
const percent: string | undefined = standing.absenceRate?.percent
assert.equal(percent, '10.0')
assert.equal(standing.status, 'chronic')

const stricter: Policy = unwrap(unwrap(Policy.preset('edfacts')).changed({ id: 'ours', chronic: { share: '5%' } }))
const table: Table = unwrap(register.table('studentTable', { policy: stricter, asOf: '2022-06-30' }))
const column = table.column('absence_rate')
assert.ok(column?.kind === 'number')
const doubles: Float64Array | Uint32Array = column.values
assert.equal(doubles[0], 0.1)

const days: Int32Array = Int32Array.of(epochDays('2021-08-30'))
const status: AttendanceStatus = 'unexcused_absence'
const bulk: Register = unwrap(
  Register.fromColumns({
    schoolYear: 2022,
    calendar: { school: { codes: Uint16Array.of(0), values: ['A'] }, date: days },
    enrollments: [{ student: 's1', school: 'A' }],
    events: {
      student: { codes: Uint32Array.of(0), values: ['s1'] },
      school: { codes: Uint16Array.of(0), values: ['A'] },
      date: days,
      status: { codes: Uint16Array.of(0), values: [status] },
    },
  }),
)
assert.equal(unwrap(bulk.student('s1').tally({ policy: 'edfacts', asOf: '2022-06-30' })).absent, '1')

const program: Program = unwrap(Program.fromRecords(register, { mentors: [{ id: 'm1', kind: 'teacher' }] }))
assert.equal(unwrap(program.worklist({ mentor: 'm1', policy: 'edfacts', asOf: '2022-06-30' })).items.length, 0)
assert.equal(unwrap(rate({ part: 1, whole: 16, decimals: 1 })).percent, '6.3')

// What must not compile.
const refused: (() => unknown)[] = [
  // @ts-expect-error a Date is not a day
  () => register.standing({ student: 's1', policy: 'edfacts', asOf: new Date() }),
  // @ts-expect-error the policy is always given
  () => register.standing({ student: 's1', asOf: '2022-06-30' }),
  // @ts-expect-error a status is one of a closed list
  () => Register.fromRecords({ schoolYear: 2022, calendars: [], events: [{ student: 's', school: 'A', status: 'absnt' }] }),
  // @ts-expect-error registers are made by their own methods
  () => new Register(),
]
for (const call of refused) assert.throws(call, TypeError)

program.free()
register.free()
bulk.free()
