// A mentor's worklist, for a mentor with ten minutes.

import { h } from '../dom'
import type { WorkItem } from '../protocol'
import { longDate, many, reason } from '../words'

/** What the mentor's view needs. */
export interface MentorPage {
  asOf: string
  mentors: readonly string[]
  mentor: string | null
  items: readonly WorkItem[]
  pick(mentor: string): void
}

/** The view of a mentor's day. */
export function mentor(page: MentorPage): HTMLElement {
  return h(
    'div',
    { class: 'view' },
    h('h1', { tabindex: -1 }, 'Whom to see today'),
    h('p', { class: 'lead' }, longDate(page.asOf)),
    page.mentors.length === 0 ? nobody() : picker(page),
    list(page),
  )
}

/** The list alone, for another mentor: the picker stays where it is, and hears what is typed next. */
export function list(page: Pick<MentorPage, 'mentor' | 'items'>): HTMLElement {
  const { mentor, items } = page
  if (mentor === null) return h('div', { id: 'list' })
  const busy = items.filter((item) => item.reasons.length > 0)
  const quiet = items.filter((item) => item.reasons.length === 0)
  return h(
    'div',
    { id: 'list', class: 'view' },
    h('h2', { class: 'hidden' }, `Worklist of ${mentor}`),
    said(mentor, items.length, busy.length),
    busy.length > 0 ? h('ol', { class: 'worklist' }, ...busy.map(card)) : null,
    quiet.length > 0
      ? h(
          'section',
          { class: 'quiet', 'aria-labelledby': 'nothing' },
          h('h2', { id: 'nothing' }, 'Nothing is due'),
          h('ul', { class: 'ids' }, ...quiet.map((item) => h('li', {}, item.student, away(item)))),
        )
      : null,
  )
}

function said(mentor: string, all: number, busy: number): HTMLElement {
  if (all === 0) return h('p', { class: 'lead' }, `No student is assigned to ${mentor} on this date.`)
  const students = many(all, 'student')
  return h('p', {}, busy === 0 ? `${students}, and nothing is due.` : `${busy} of ${students}, the most urgent first.`)
}

function picker(page: MentorPage): HTMLElement {
  const choose = (event: Event): void => page.pick((event.target as HTMLSelectElement).value)
  const options = page.mentors.map((id) => h('option', { value: id, selected: id === page.mentor }, id))
  return h(
    'p',
    { class: 'field narrow' },
    h('label', { for: 'mentor' }, 'Mentor'),
    h(
      'select',
      { id: 'mentor', onchange: choose },
      page.mentor === null ? h('option', { value: '', selected: true, disabled: true }, 'Choose a mentor') : null,
      ...options,
    ),
  )
}

const nobody = (): HTMLElement =>
  h('p', { class: 'lead' }, 'These files name no mentor. Add mentors.csv and assignments.csv to see a worklist.')

const away = (item: WorkItem): HTMLElement | null =>
  item.hasSchool === false ? h('span', { class: 'tag' }, 'no school today') : null

function card(item: WorkItem): HTMLElement {
  const all = item.reasons.map(reason)
  const others = all.filter((one) => one.of !== 'celebrate')
  const good = all.filter((one) => one.of === 'celebrate')
  return h(
    'li',
    { class: `card ${all[0]?.tone ?? 'quiet'}` },
    h('h3', {}, item.student, away(item)),
    h(
      'ul',
      { class: 'reasons' },
      ...others.map((one) => h('li', { class: one.tone, 'data-reason': one.of }, h('strong', {}, one.heading), ` ${one.sentence}`)),
      good.length > 0
        ? h('li', { class: 'good', 'data-reason': 'celebrate' }, h('strong', {}, 'Celebrate'), ` ${good.map((one) => one.sentence).join(' ')}`)
        : null,
    ),
  )
}
