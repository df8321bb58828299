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
  const busy = page.items.filter((item) => item.reasons.length > 0)
  const quiet = page.items.filter((item) => item.reasons.length === 0)
  return h(
    'div',
    { class: 'view' },
    h('h1', { tabindex: -1 }, 'Whom to see today'),
    h('p', { class: 'lead' }, longDate(page.asOf)),
    page.mentors.length === 0 ? nobody() : picker(page),
    page.mentor === null ? null : h('h2', { class: 'hidden' }, `Worklist of ${page.mentor}`),
    page.mentor === null ? null : said(page, busy),
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

function said({ items, mentor }: MentorPage, busy: readonly WorkItem[]): HTMLElement {
  if (items.length === 0) return h('p', { class: 'lead' }, `No student is assigned to ${mentor} on this date.`)
  const all = many(items.length, 'student')
  return h('p', {}, busy.length === 0 ? `${all}, and nothing is due.` : `${busy.length} of ${all}: the most urgent first.`)
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
