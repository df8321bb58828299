// What the worker does: reads files once, and answers. Every figure is the library's; here answers are only put together.

import { Policy, init, rate, readFiles, unwrap, type Dataset, type GroupMeasure, type Register, type Summary } from 'homeroom'
import { cautions } from './cautions'
import { mentoring } from './mentoring'
import type { Band, Day, Finding, Group, Opened, PolicyFacts, Progress, Questions, WorkItem } from './protocol'

/** What is open: the register of the last school year is the one that is asked. */
interface Open {
  dataset: Dataset
  register: Register
}

let held: Open | null = null

/** Reads files. */
export async function open(about: Questions['open'], told: (progress: Progress) => void): Promise<Opened> {
  await init(about.module)
  const files = await contentsOf(about.files, told)
  told({ what: 'Making the registers', done: 0, all: 0 })
  const dataset = unwrap(readFiles(files, { assumeFullYear: about.assumeFullYear }))
  const registers = [...dataset.registers.values()]
  const register = registers.pop()
  if (!register) throw new Error('the files hold no school year: a calendar and enrolments are needed')
  held = { dataset, register }
  const days = register.schoolDays
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const loads = dataset.program ? unwrap(dataset.program.loads({ policy: 'edfacts', asOf: last })).loads : []
  const examples = [...dataset.findings()] as unknown as Finding[]
  return {
    year: yearOf(register),
    otherYears: registers.map(yearOf),
    first,
    last,
    lastRecorded: register.lastRecordedDate,
    students: register.studentIds.length,
    schools: register.schoolIds.length,
    schoolDays: days.length,
    mentors: loads.map((load) => load.mentor),
    policies: Policy.presets().map((id) => ({ id, title: facts(id).title })),
    intake: dataset.intake,
    files: dataset.files,
    unreadFiles: dataset.unreadFiles,
    assumptions: dataset.assumptions,
    findings: dataset.findingCounts.map((of) => ({ ...of, action: examples.find(({ code }) => code === of.code)?.action ?? '' })),
    examples,
  }
}

const yearOf = ({ schoolYear }: Register): string => `${schoolYear - 1}-${String(schoolYear % 100).padStart(2, '0')}`

/** The files as bytes, one after the other. */
async function contentsOf(all: readonly File[], told: (progress: Progress) => void): Promise<{ name: string; bytes: ArrayBuffer }[]> {
  const files = []
  for (const [at, file] of all.entries()) {
    told({ what: `Reading ${file.name}`, done: at, all: all.length })
    files.push({ name: file.name, bytes: await file.arrayBuffer() })
  }
  return files
}

/** Everything about a date under a policy. */
export function day({ policy, asOf }: Questions['day']): Day {
  const { dataset, register } = isOpen()
  const asked = { policy, asOf }
  const whole = unwrap(register.measure(asked)).groups[0]
  if (!whole) throw new Error('the register is empty')
  return {
    asOf,
    policy: facts(policy),
    overall: group('All', whole.headline, whole.headline),
    schools: unwrap(register.measure({ ...asked, by: ['school'] })).groups.map(ofSchool),
    weeks: unwrap(register.weekly(asked)).points,
    mentoring: dataset.program && mentoring(dataset.program, register, asked),
    cautions: cautions(dataset, register, asOf),
  }
}

/** A mentor's worklist. */
export function worklist({ policy, asOf, mentor }: Questions['worklist']): WorkItem[] {
  const { program } = isOpen().dataset
  if (!program) return []
  return unwrap(program.worklist({ policy, asOf, mentor })).items as unknown as WorkItem[]
}

function isOpen(): Open {
  if (!held) throw new Error('no records are open')
  return held
}

// A school's days are its own; its statuses follow the policy's scope.
const ofSchool = (of: GroupMeasure): Group => group(of.labels[0] ?? '', of.headline, of.bySchool)

function group(label: string, of: Summary, days: Summary): Group {
  return {
    label,
    students: of.students,
    eligible: of.eligible,
    chronicallyAbsent: of.chronicallyAbsent,
    chronicRate: of.chronicRate,
    attendanceRate: days.attendanceRate,
    absence: days.bounds && [days.bounds.lower, days.bounds.observed, days.bounds.upper],
    uncertain: of.uncertain,
    notEligible: [...of.notEligible],
    bands: of.bands.map((band): Band => ({ ...band, percent: share(band.students, of.eligible) })),
  }
}

const share = (part: number, whole: number): string | null => unwrap(rate({ part, whole, decimals: 1 })).percent

function facts(id: string): PolicyFacts {
  const { title, version, source, scope, unit, bands } = unwrap(Policy.preset(id)).toObject()
  return {
    id,
    title: title ?? id,
    version: version ?? '',
    citation: source?.citation ?? '',
    verified: source?.verified ?? false,
    unverified: [...(source?.unverified ?? [])],
    scope: scope ?? 'student',
    unit: unit ?? 'day',
    bands: (bands ?? []) as PolicyFacts['bands'],
  }
}
