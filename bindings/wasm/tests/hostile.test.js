// Whatever is given: an answer with problems or a TypeError with a code, never a trap, and the module works afterwards.

import assert from 'node:assert/strict'
import test from 'node:test'
import * as homeroom from '../package/node.js'

const { Policy, Program, Register, readFiles, unwrap } = homeroom
const RECORDS = {
  schoolYear: 2022,
  calendars: [{ school: 'A', weekdays: [{ first: '2021-08-30', count: 20 }] }],
  enrollments: [{ student: 's1', school: 'A' }],
  events: [{ student: 's1', school: 'A', dates: ['2021-08-30'], status: 'unexcused_absence' }],
}
const ASKED = { student: 's1', policy: 'edfacts', asOf: '2021-09-10' }
const register = unwrap(Register.fromRecords(RECORDS))
const text = (...values) => ({ codes: Uint32Array.from(values, (_, i) => i), values })

function refuses(run, name) {
  let answer
  try {
    answer = run()
  } catch (thrown) {
    assert.ok(thrown instanceof TypeError && /^[a-z_]+$/.test(thrown.code), `${name}: throws ${thrown?.stack}`)
    return thrown.code
  }
  assert.equal(answer.ok, false, `${name}: was answered`)
  assert.match(answer.problems[0].code, /^[a-z_]+$/, name)
  return answer.problems[0].code
}

const cyclic = { schoolYear: 2022 }
cyclic.calendars = [cyclic]
const deep = JSON.parse('['.repeat(5000) + ']'.repeat(5000))

const BAD = {
  'no records': () => Register.fromRecords(),
  'records of null': () => Register.fromRecords(null),
  'a cycle': () => Register.fromRecords(cyclic),
  'deeper than any record': () => Register.fromRecords({ ...RECORDS, events: deep }),
  'a function': () => Register.fromRecords({ ...RECORDS, events: () => [] }),
  'a Map': () => Register.fromRecords({ ...RECORDS, districts: new Map() }),
  'a Date': () => Register.fromRecords({ ...RECORDS, enrollments: [{ student: 's1', school: 'A', entry: new Date() }] }),
  'a bigint': () => Register.fromRecords({ ...RECORDS, schoolYear: 2022n }),
  'not a number': () => Register.fromRecords({ ...RECORDS, schoolYear: NaN }),
  'a year of nowhere': () => Register.fromRecords({ ...RECORDS, schoolYear: 0 }),
  'a fraction of a year': () => Register.fromRecords({ ...RECORDS, schoolYear: 2022.5 }),
  'an unknown key': () => Register.fromRecords({ ...RECORDS, pupils: [] }),
  'an unknown term': () => Register.fromRecords({ ...RECORDS, events: [{ ...RECORDS.events[0], status: 'absnt' }] }),
  'a day that is none': () => Register.fromRecords({ ...RECORDS, events: [{ ...RECORDS.events[0], dates: ['2021-02-30'] }] }),
  'school days of no calendar': () =>
    Register.fromRecords({ ...RECORDS, events: [{ student: 's1', school: 'B', schoolDays: [[1, 1]], status: 'absence' }] }),
  'school day 0': () =>
    Register.fromRecords({ ...RECORDS, events: [{ student: 's1', school: 'A', schoolDays: [[0, 1]], status: 'absence' }] }),
  'no JSON': () => Register.fromJson('{'),
  'JSON of another thing': () => Register.fromJson('[]'),
  'JSON that is no text': () => Register.fromJson({}),
  'half a surrogate pair': () => Register.fromJson('"\ud800"'),
  'no bytes': () => Register.fromBytes(new Uint8Array()),
  'other bytes': () => Register.fromBytes(new Uint8Array(1000).fill(255)),
  'bytes that are none': () => Register.fromBytes('bytes'),
  'no policy': () => register.standing({ student: 's1', asOf: '2021-09-10' }),
  'an unknown policy': () => register.standing({ ...ASKED, policy: 'nobody' }),
  'a policy that is a number': () => register.standing({ ...ASKED, policy: 7 }),
  'no date': () => register.standing({ student: 's1', policy: 'edfacts' }),
  'a date that is none': () => register.standing({ ...ASKED, asOf: 'yesterday' }),
  'an unknown student': () => register.standing({ ...ASKED, student: 'nobody' }),
  'a student that is a list': () => register.standing({ ...ASKED, student: [] }),
  'an option of another question': () => register.standing({ ...ASKED, window: 'year_to_date' }),
  'options that are text': () => register.standing('s1'),
  'a register that is none': () => register.merge({}),
  'an amendment that is none': () => register.amend([{ explode: {} }]),
  'amendments that are none': () => register.amend('all'),
  'a correction of nobody': () => register.correct({ student: 'nobody', school: 'A', date: '2021-08-30', status: 'present' }),
  'a table of nothing': () => register.table('nothing'),
  'a table of an object': () => register.table('toString'),
  'columns without a calendar': () => Register.fromColumns({ schoolYear: 2022 }),
  'columns of another length': () =>
    Register.fromColumns({ ...RECORDS, events: { student: text('s1'), school: text('A', 'B'), date: new Int32Array(1), status: text('absence') } }),
  'an index without a value': () =>
    Register.fromColumns({
      ...RECORDS,
      events: { student: { codes: Uint32Array.of(9), values: ['s1'] }, school: text('A'), date: new Int32Array(1), status: text('absence') },
    }),
  'columns that are lists': () =>
    Register.fromColumns({ ...RECORDS, events: { student: [0], school: text('A'), date: new Int32Array(1) } }),
  'values that are numbers': () =>
    Register.fromColumns({ ...RECORDS, events: { student: { codes: Uint32Array.of(0), values: [7] }, school: text('A'), date: new Int32Array(1) } }),
  'a column that there is not': () => Register.fromColumns({ ...RECORDS, events: { pupil: text('s1') } }),
  'columns of dates alone': () => Register.fromColumns({ ...RECORDS, attendanceTaken: { date: new Int32Array(1) } }),
  'a flag that is none': () =>
    Register.fromColumns({ ...RECORDS, enrollments: { student: text('s1'), school: text('A'), primary: Uint8Array.of(3) } }),
  'a column that is not read': () =>
    Register.fromColumns({ ...RECORDS, codes: { U: { status: 'unexcused_absence' } }, events: { code: text('U'), status: text('absence') } }),
  'codes without meanings': () => Register.fromColumns({ ...RECORDS, events: { code: text('U'), status: text('absence') } }),
  'a group that there is not': () => register.measure({ policy: 'edfacts', asOf: '2021-09-10', by: ['hous'] }),
  'findings of bytes as a table': () => unwrap(Register.fromBytes(unwrap(register.toBytes()))).table('findings'),
  'a program of no register': () => Program.fromRecords({}, {}),
  'a mentor of no kind': () => Program.fromRecords(register, { mentors: [{ id: 'm1', kind: 'wizard' }] }),
  'a policy without anything': () => Policy.fromJson('{}'),
  'a policy said twice': () => Policy.fromJson('{"id": "a", "id": "b"}'),
  'TOML that is none': () => Policy.fromToml('= ='),
  'overrides of another kind': () => unwrap(Policy.preset('edfacts')).changed({ chronic: 7 }),
  'files that are none': () => readFiles('calendar'),
  'a file without content': () => readFiles([{ name: 'calendars.csv' }]),
  'files of nothing': () => readFiles([{ name: 'calendars.csv', bytes: new Uint8Array(64).fill(255) }]),
  'a mapping that is none': () => readFiles([], { mapping: 'calendars = 7' }),
  'a share of nothing': () => homeroom.fraction({ text: '1/0' }),
  'a request that is none': () => homeroom.ask(7),
}

test('each bad input gets a problem or a TypeError with a code, and nothing traps', () => {
  for (const [name, run] of Object.entries(BAD)) refuses(run, name)
  console.log(`${Object.keys(BAD).length} bad inputs refused`)
  assert.equal(unwrap(register.standing(ASKED)).status.length > 0, true)
})

test('what is wrong with a column is said by its name', () => {
  for (const [name, code] of Object.entries({
    'columns of dates alone': 'column_length',
    'a flag that is none': 'not_a_flag',
    'a column that is not read': 'column_unused',
    'codes without meanings': 'column_unused',
    'a group that there is not': 'unknown_group',
    'findings of bytes as a table': 'no_report',
  })) {
    assert.equal(refuses(BAD[name], name), code, name)
  }
})

test('what was freed says so', () => {
  const gone = unwrap(Register.fromRecords(RECORDS))
  gone.free()
  gone.free()
  assert.equal(refuses(() => gone.standing(ASKED), 'freed'), 'freed')
  assert.throws(() => gone.studentIds, { code: 'freed' })
  assert.equal(refuses(() => register.merge(gone), 'freed'), 'freed')
})

test('a program keeps its register after that was freed', () => {
  const current = unwrap(Register.fromRecords(RECORDS))
  const program = unwrap(Program.fromRecords(current, { mentors: [{ id: 'm1', kind: 'teacher' }] }))
  current.free()
  assert.equal(unwrap(program.loads({ policy: 'edfacts', asOf: '2021-09-10' })).loads.length, 1)
  program.free()
})

test('freed memory is used again', async () => {
  const { initSync } = await import('../package/wasm/homeroom.js')
  const { memory } = initSync({})
  const once = () => {
    const made = unwrap(Register.fromRecords(RECORDS))
    unwrap(made.table('studentTable', { policy: 'edfacts', asOf: '2021-09-10' }))
    refuses(() => made.standing({ ...ASKED, student: 'nobody' }), 'unknown')
    made.free()
  }
  for (let i = 0; i < 50; i += 1) once()
  const before = memory.buffer.byteLength
  for (let i = 0; i < 500; i += 1) once()
  assert.equal(memory.buffer.byteLength, before)
})

test('nothing of a record shows in a message', () => {
  const secret = 'Rosa Luxemburg'
  const bad = { ...RECORDS, events: [{ ...RECORDS.events[0], status: secret, note: secret }] }
  for (const run of [() => Register.fromRecords(bad), () => Program.fromRecords(register, { mentors: [{ id: 'm1', kind: secret, name: secret }] })]) {
    let said
    try {
      said = JSON.stringify(run())
    } catch (thrown) {
      said = thrown.message
    }
    assert.ok(!said.includes('Rosa'), said)
  }
})
