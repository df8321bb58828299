// What was read, what was wrong in the records, and what was assumed.

import { h } from '../dom'
import { FINDINGS } from '../finding-words'
import type { Finding, Opened } from '../protocol'
import { folded, table } from '../table'
import { action, count, date, many, term } from '../words'

const SHOWN = 20

/** The view of the records. */
export function records(opened: Opened): HTMLElement {
  const { intake } = opened
  const total = opened.findings.reduce((sum, finding) => sum + finding.count, 0)
  return h(
    'div',
    { class: 'view' },
    h('h1', { tabindex: -1 }, 'What was read'),
    h(
      'p',
      { class: 'lead' },
      `${many(intake.read, 'record')} from ${many(opened.files.length, 'file')}: ${many(opened.students, 'student')}, ` +
        `${many(opened.schools, 'school')}, ${many(opened.schoolDays, 'school day')} of ${opened.year}.`,
    ),
    opened.otherYears.length > 0 ? h('p', { class: 'note' }, `Also read, for comparison: ${opened.otherYears.join(', ')}.`) : null,
    h(
      'section',
      { class: 'panel', 'aria-labelledby': 'wrong' },
      h('h2', { id: 'wrong' }, 'What was wrong in the records'),
      total === 0
        ? h('p', {}, 'Nothing: every record was used as it stands.')
        : h('p', { class: 'note' }, `${many(total, 'finding')}. Nothing is dropped silently: each says what was done.`),
      ...[...opened.findings].sort(bySeverity).map((finding) => kind(finding, opened.examples)),
    ),
    opened.assumptions.length > 0
      ? h(
          'section',
          { class: 'panel', 'aria-labelledby': 'assumed' },
          h('h2', { id: 'assumed' }, 'What was assumed'),
          h('ul', {}, ...opened.assumptions.map((one) => h('li', {}, one))),
        )
      : null,
    files(opened),
  )
}

// What was not used comes first, then what is most frequent.
const bySeverity = (a: Opened['findings'][number], b: Opened['findings'][number]): number =>
  Number(b.action === 'rejected') - Number(a.action === 'rejected') || b.count - a.count

function kind(finding: Opened['findings'][number], examples: readonly Finding[]): HTMLElement {
  const own = examples.filter((one) => one.code === finding.code).slice(0, SHOWN)
  const more = finding.count - own.length
  const summary = h(
    'summary',
    {},
    h('span', { class: 'count' }, count(finding.count)),
    h('span', {}, h('strong', {}, term(finding.code)), h('span', { class: `tag ${finding.action}` }, action(finding.action))),
  )
  return h(
    'details',
    { class: 'finding' },
    summary,
    h('p', {}, `${FINDINGS[finding.code] ?? term(finding.code)}.`),
    h('ul', { class: 'places' }, ...own.map((one) => h('li', {}, place(one)))),
    more > 0 ? h('p', { class: 'note' }, `and ${count(more)} more`) : null,
  )
}

function place(one: Finding): string {
  const where = one.file === null ? null : one.row === null ? one.file : `${one.file}, row ${one.row}`
  const student = one.student === null ? null : `student ${one.student}`
  const school = one.school === null ? null : `school ${one.school}`
  return [where, student, school, one.date === null ? null : date(one.date), one.detail].filter(Boolean).join(' · ')
}

function files(opened: Opened): HTMLElement {
  const rows = opened.files.map(({ file, kind, intake }) => [
    file,
    term(kind),
    count(intake.read),
    count(intake.applied),
    count(intake.merged),
    count(intake.superseded),
    count(intake.rejected),
  ])
  const heads = ['Records', 'Used', 'Said twice', 'Superseded', 'Not used'].map((head) => ({ head }))
  return h(
    'section',
    { class: 'panel', 'aria-labelledby': 'files' },
    h('h2', { id: 'files' }, 'Files'),
    opened.unreadFiles.length > 0 ? h('p', {}, `Not read, as nothing names them: ${opened.unreadFiles.join(', ')}.`) : null,
    folded(
      `${many(opened.files.length, 'file')}, and what became of the records`,
      table('What became of the records of each file', [{ head: 'File', words: true }, { head: 'Holds', words: true }, ...heads], rows),
    ),
  )
}
