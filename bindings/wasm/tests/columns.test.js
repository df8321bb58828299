import assert from 'node:assert/strict'
import test from 'node:test'
import { fromWire } from '../package/codec.js'
import { readFiles, Register, unwrap } from '../package/node.js'
import { cases } from './suite.js'

test('a table says what the plain objects say, to the bit', () => {
  let rows = 0
  for (const { id, input, error } of cases) {
    if (!input.records || !input.policy || !input.as_of || input.amend || error) continue
    const { mentoring, ...records } = input.records
    const register = unwrap(Register.fromRecords(fromWire(records)))
    const options = { policy: fromWire(input.policy), asOf: input.as_of }
    const objects = unwrap(register.studentTable(options)).students
    const table = [...unwrap(register.table('studentTable', options))]
    register.free()
    assert.equal(table.length, objects.length, id)
    for (const [i, student] of objects.entries()) {
      const row = table[i]
      const said = [student.student, student.absenceRate?.value ?? null, student.membershipDays, student.status, student.band, student.certain]
      assert.deepEqual([row.student, row.absence_rate, row.membership_days, row.status, row.band, row.certain], said, id)
      rows += 1
    }
  }
  console.log(`${rows} rows of tables compared with plain objects`)
  assert.ok(rows > 500)
})

test('CSV files are read from memory, as text and as bytes', () => {
  const calendar = 'school_id,date,event\nA,2022-01-03,instructional_day\nA,2022-01-04,instructional_day\n'
  const files = [
    { name: 'calendars.csv', text: calendar },
    { name: 'enrollments.csv', text: 'student_id,school_id,entry_date,exit_date\ns1,A,2022-01-03,\n' },
    { name: 'attendance.csv', bytes: new TextEncoder().encode('student_id,school_id,date,code\ns1,A,2022-01-03,AU\nnobody,A,2022-01-03,AU\n') },
  ]
  const dataset = unwrap(readFiles(files))
  assert.deepEqual([...dataset.registers.keys()], [2022])
  assert.deepEqual(dataset.registers.get(2022).studentIds, ['s1'])
  assert.equal(dataset.program, null)
  assert.equal(dataset.intake.read, dataset.intake.applied + dataset.intake.merged + dataset.intake.superseded + dataset.intake.rejected)
  assert.equal(dataset.findingCounts.length > 0, true)
  assert.equal(dataset.findings().rows > 0, true)
  // What became of the files is said once, by the dataset.
  assert.equal(unwrap(dataset.registers.get(2022).report()), null)
  assert.equal(unwrap(dataset.registers.get(2022).findings()), null)
  const { absent } = unwrap(dataset.registers.get(2022).tally({ student: 's1', policy: 'edfacts', asOf: '2022-01-04' }))
  assert.equal(absent, '1')
  dataset.free()
})

/** Three files, the last two of an encoding, of one student whose identifier is the letters given. */
function filesOf(encoding, student, bytesOf) {
  const files = [
    ['calendars.csv', 'calendar', '{ school = "school_id", date = "date", event = "event" }'],
    ['enrollments.csv', 'enrollments', '{ student = "student_id", school = "school_id", entry_date = "entry_date" }'],
    ['attendance.csv', 'attendance', '{ student = "student_id", school = "school_id", date = "date", code = "code" }'],
  ]
  const said = files.map(([name, kind, columns]) => `[[files]]\nname = "${name}"\nkind = "${kind}"\ncolumns = ${columns}\nencoding = "${encoding}"\n`)
  return [
    [
      { name: 'calendars.csv', bytes: bytesOf('school_id,date,event\nA,2022-01-03,instructional_day\n') },
      { name: 'enrollments.csv', bytes: bytesOf(`student_id,school_id,entry_date\n${student},A,2022-01-03\n`) },
      { name: 'attendance.csv', bytes: bytesOf(`student_id,school_id,date,code\n${student},A,2022-01-03,AU\n`) },
    ],
    { mapping: `[codes]\nAU = { status = "unexcused_absence" }\n\n${said.join('\n')}` },
  ]
}

test('files in other encodings are decoded, by the library or by the platform', () => {
  const single = (high) => (text) => Uint8Array.from(text, (letter) => high[letter] ?? letter.charCodeAt(0))
  const utf16 = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0)).reduce((all, byte) => [...all, byte, 0], [])
  for (const [encoding, student, bytesOf] of [
    ['utf-8', 'Zoë', (text) => new TextEncoder().encode(text)],
    ['utf-16le', 'Zoë', (text) => Uint8Array.from(utf16(text))],
    ['windows-1252', 'Zoë', single({ ë: 0xeb })],
    ['iso-8859-2', 'Łucja', single({ Ł: 0xa3 })],
    ['windows-1250', 'Łucja', single({ Ł: 0xa3 })],
  ]) {
    const dataset = unwrap(readFiles(...filesOf(encoding, student, bytesOf)))
    assert.deepEqual(dataset.findingCounts, [], encoding)
    assert.deepEqual(dataset.registers.get(2022).studentIds, [student], encoding)
    assert.deepEqual([dataset.intake.read, dataset.intake.applied], [dataset.intake.applied, dataset.intake.read], encoding)
    dataset.free()
  }
})

test('an encoding that there is not is refused by name', () => {
  const answer = readFiles(...filesOf('klingon', 's1', (text) => new TextEncoder().encode(text)))
  assert.equal(answer.ok, false)
  assert.match(answer.problems[0].message, /encoding/)
})
