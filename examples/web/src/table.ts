// Tables with a caption and headed rows. Numbers stand at the right, one under the other.

import { h } from './dom'

export interface Column {
  head: string
  /** Words stand at the left, numbers at the right. */
  words?: boolean
  /** The whole of the part before it stands close to it. */
  of?: boolean
}

type Cell = string | Node

/** A table; the first cell of each row heads it. A wide one scrolls inside its own frame, which the keyboard reaches. */
export function table(caption: string, columns: readonly Column[], rows: readonly (readonly Cell[])[]): HTMLElement {
  const side = (column: Column | undefined): string | null =>
    column?.words ? null : column?.of ? 'number of' : 'number'
  const head = columns.map((column) => h('th', { scope: 'col', class: side(column) }, column.head))
  const body = rows.map((row) =>
    h('tr', {}, ...row.map((cell, at) => (at === 0 ? h('th', { scope: 'row' }, cell) : h('td', { class: side(columns[at]) }, cell)))),
  )
  const made = h(
    'table',
    {},
    h('caption', {}, caption),
    h('thead', {}, h('tr', {}, ...head)),
    h('tbody', {}, ...body),
  )
  return h('div', { class: 'scroll', role: 'group', 'aria-label': caption, tabindex: 0 }, made)
}

/** A table that is opened when it is wanted. */
export const folded = (what: string, ...inside: readonly Node[]): HTMLElement =>
  h('details', {}, h('summary', {}, what), ...inside)

/** A bar as long as a share, beside its number: for the eye only. */
export function bar(share: number | undefined, tone = ''): HTMLElement {
  const filled = h('span', { class: `fill ${tone}` })
  filled.style.setProperty('--share', String(share ?? 0))
  return h('span', { class: 'meter', 'aria-hidden': 'true' }, filled)
}
