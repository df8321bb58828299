// What the coordinator sees of mentoring, put together of the program's answers.

import { unwrap, type DosageAnswer, type Dosage, type Program, type Register } from 'homeroom'
import type { Fidelity, Mentoring } from './protocol'

/** Everything the coordinator sees of mentoring. */
export function mentoring(program: Program, register: Register, asked: { policy: string; asOf: string }): Mentoring {
  const view = unwrap(program.coordinator(asked))
  const needs = unwrap(program.needs(asked))
  const made = (label: string, of: object): Fidelity | null => {
    const dosage = unwrap(program.dosage({ ...asked, of } as Parameters<Program['dosage']>[0])) as DosageAnswer
    return dosage.students > 0 ? fidelity(label, dosage) : null
  }
  return {
    overdue: view.overdue,
    overall: fidelity('All', view.dosage),
    coverage: { label: 'All', rate: needs.coverage.rate },
    mentors: view.mentors.map((row) => ({ ...row, fidelity: made(row.mentor, { mentor: row.mentor }) })),
    coverageBySchool: needs.coverageBySchool.map((of) => ({ label: of.school, rate: of.rate })),
    fidelityBySchool: register.schoolIds.map((school) => made(school, { school })).filter((row) => row !== null),
  }
}

function fidelity(label: string, of: Dosage): Fidelity {
  return {
    label,
    students: of.students,
    expected: of.expected,
    made: of.contacts.made,
    rate: of.fidelity,
    present: of.fidelityPresent,
    onPlan: of.weeksOnPlanRate,
  }
}
