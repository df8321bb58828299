// The first view: open files, or the sample.

import { h } from '../dom'
import { chosen } from '../files'
import type { Progress } from '../protocol'

/** What the first view does. */
export interface Opening {
  assumeFullYear: boolean
  assume(is: boolean): void
  open(files: File[]): void
  sample(): void
  trouble: Trouble | null
}

/** What went wrong, and what to do next. */
export interface Trouble {
  what: string
  details: readonly string[]
  next: string
}

/** The first view. */
export function opening(of: Opening): HTMLElement {
  return h(
    'div',
    { class: 'view' },
    h('h1', { tabindex: -1 }, 'Whom to see today, and why'),
    h(
      'p',
      { class: 'lead' },
      'Open the attendance and mentoring records of your schools. This page reads them on this device and shows a mentor’s day and a coordinator’s overview.',
    ),
    of.trouble ? trouble(of.trouble) : null,
    h(
      'section',
      { class: 'drop', 'aria-labelledby': 'open' },
      h('h2', { id: 'open' }, 'Open records'),
      h('p', {}, 'Drop a folder or its files anywhere on this page, or'),
      h(
        'div',
        { class: 'buttons' },
        input('folder', 'Choose a folder', { webkitdirectory: true }, of),
        input('files', 'Choose files', { accept: '.csv,.tsv,.txt,.toml' }, of),
      ),
      h(
        'p',
        { class: 'check' },
        h('input', {
          id: 'assume',
          type: 'checkbox',
          checked: of.assumeFullYear,
          onchange: (event) => of.assume((event.target as HTMLInputElement).checked),
        }),
        h('label', { for: 'assume' }, 'Where enrolments are missing, take every student to be enrolled all year (said with the results)'),
      ),
    ),
    h(
      'section',
      { class: 'panel', 'aria-labelledby': 'try' },
      h('h2', { id: 'try' }, 'Or look around first'),
      h('p', {}, 'A sample of three fictional districts with ten schools, 991 students and 29 mentors, as of a day in February.'),
      h('button', { type: 'button', class: 'second', onclick: () => of.sample() }, 'Open the sample'),
    ),
    h(
      'section',
      { class: 'panel', 'aria-labelledby': 'needs' },
      h('h2', { id: 'needs' }, 'What the files hold'),
      h(
        'p',
        {},
        'At least calendars.csv, enrollments.csv and attendance.csv; for mentoring also mentors.csv, assignments.csv and check_ins.csv. An export in another form comes with a mapping.toml that says how its columns are meant.',
      ),
    ),
  )
}

function input(id: string, text: string, attributes: { webkitdirectory?: boolean; accept?: string }, of: Opening): HTMLElement {
  const take = (event: Event): void => {
    const files = chosen(event.target as HTMLInputElement)
    if (files.length > 0) of.open(files)
  }
  return h(
    'span',
    { class: 'pick' },
    h('input', { id, type: 'file', multiple: true, class: 'hidden', onchange: take, ...attributes }),
    h('label', { for: id, class: 'button' }, text),
  )
}

/** What went wrong, told at once. */
export function trouble(of: Trouble): HTMLElement {
  return h(
    'section',
    { class: 'trouble', role: 'alert', 'aria-labelledby': 'trouble' },
    h('h2', { id: 'trouble' }, of.what),
    of.details.length > 0 ? h('ul', {}, ...of.details.map((one) => h('li', {}, one))) : null,
    h('p', {}, h('strong', {}, 'What to do: '), of.next),
  )
}

/** The view while files are read. */
export function reading(progress: Progress): HTMLElement {
  const { what, done, all } = progress
  return h(
    'div',
    { class: 'view reading' },
    h('h1', { tabindex: -1 }, 'Reading'),
    h('label', { for: 'progress' }, what),
    h('progress', all > 0 ? { id: 'progress', value: done, max: all } : { id: 'progress' }),
  )
}
