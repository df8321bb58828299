// What a reader of the figures must know about the data first.

import type { Dataset, Register } from 'homeroom'
import { count, date, many } from './words'

const MENTORING = ['mentors', 'contact_plans', 'assignments', 'check_ins', 'circles', 'home_calls', 'follow_ups']

/** The cautions, in words. */
export function cautions(dataset: Dataset, register: Register, asOf: string): string[] {
  const said: string[] = []
  const events = dataset.files.filter((file) => file.kind.includes('attendance'))
  for (const { file, intake } of events) {
    if (intake.rejected * 100 < Math.max(1, intake.read)) continue
    said.push(`${count(intake.rejected)} of ${many(intake.read, 'record')} of ${file} were not used; where only absences are recorded, the days they speak of count as present.`)
  }
  for (const { file, kind, intake } of dataset.files) {
    if (!MENTORING.includes(kind) || intake.rejected === 0) continue
    said.push(`${count(intake.rejected)} of ${many(intake.read, 'record')} of ${file} were not used; worklists and tables miss what they say.`)
  }
  for (const file of dataset.unreadFiles) said.push(`${file} was not read: the mapping names no such file.`)
  if (events.every((file) => file.intake.applied === 0)) {
    said.push('No attendance record was used: these figures say nothing about attendance.')
  }
  const last = register.lastRecordedDate
  const after = last === null ? 0 : register.schoolDays.filter((day) => day > last && day <= asOf).length
  if (last !== null && after > 0) {
    said.push(`The records end on ${date(last)}; ${many(after, 'school day')} up to the date asked for have no record. Where only absences are recorded, such days count as present.`)
  }
  if (register.schoolDays[0] !== undefined && asOf < register.schoolDays[0]) said.push(`School has not begun on ${date(asOf)}.`)
  return said
}
