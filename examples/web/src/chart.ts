// The weekly trend as a drawing. What it shows stands in a table beside it; the drawing is for the eye.

import { h, s } from './dom'
import type { Week } from './protocol'
import { month, parts, percent, shortDate } from './words'

const HEIGHT = 240
const LEFT = 44
const RIGHT = 12
const TOP = 14
const BOTTOM = 30

/** The share of days absent, or of what else a policy counts, week by week. It is drawn again when its place gets wider or narrower. */
export function trend(weeks: readonly Week[], unit: string): HTMLElement {
  const place = h('div', { class: 'chart' })
  let width = 0
  new ResizeObserver(([entry]) => {
    const now = Math.round(entry?.contentRect.width ?? 0)
    if (now === 0 || now === width) return
    width = now
    place.replaceChildren(drawing(weeks, unit, width))
  }).observe(place)
  return place
}

function drawing(weeks: readonly Week[], unit: string, width: number): SVGElement {
  const known = weeks.filter((week) => week.absenceRate)
  const most = Math.max(0.05, ...known.map((week) => week.absenceRate?.value ?? 0))
  const step = most > 0.4 ? 0.2 : most > 0.16 ? 0.1 : most > 0.08 ? 0.04 : 0.02
  const top = Math.ceil(most / step - 1e-9) * step
  const slot = (width - LEFT - RIGHT) / Math.max(1, weeks.length)
  const x = (index: number): number => LEFT + slot * index
  const y = (value: number): number => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top)

  const lines: SVGElement[] = []
  for (let value = 0; value <= top + 1e-9; value += step) {
    lines.push(
      s('line', { class: 'grid', x1: LEFT, x2: width - RIGHT, y1: y(value), y2: y(value) }),
      s('text', { class: 'tick', x: LEFT - 8, y: y(value) + 4, 'text-anchor': 'end' }, `${Math.round(value * 100)} %`),
    )
  }

  const bars: SVGElement[] = []
  const months: SVGElement[] = []
  let shown = ''
  let free = 0
  weeks.forEach((week, index) => {
    const name = month(week.first)
    if (name !== shown && x(index) >= free) {
      months.push(s('text', { class: 'tick', x: x(index), y: HEIGHT - 10 }, name))
      free = x(index) + 38
      shown = name
    }
    const rate = week.absenceRate
    const said = rate ? `${percent(rate)} absent (${parts(rate)} ${unit}s)` : 'no record'
    const bar = rate
      ? s('rect', { class: 'bar', x: x(index) + slot * 0.12, width: slot * 0.76, y: y(rate.value), height: y(0) - y(rate.value), rx: Math.min(2, slot / 6) })
      : s('line', { class: 'gap', x1: x(index) + slot * 0.2, x2: x(index) + slot * 0.8, y1: y(0) - 2, y2: y(0) - 2 })
    const hover = s('rect', { class: 'hover', x: x(index), width: slot, y: TOP, height: y(0) - TOP })
    hover.append(s('title', {}, `${shortDate(week.first)} to ${shortDate(week.last)}: ${said}`))
    bars.push(bar, hover)
  })

  return s(
    'svg',
    { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: 'img', 'aria-label': summary(weeks, unit) },
    ...lines,
    ...bars,
    ...months,
  )
}

function summary(weeks: readonly Week[], unit: string): string {
  const known = weeks.filter((week) => week.absenceRate)
  const by = (a: Week, b: Week): number => (a.absenceRate?.value ?? 0) - (b.absenceRate?.value ?? 0)
  const sorted = [...known].sort(by)
  const [least, most, last] = [sorted[0], sorted.at(-1), known.at(-1)]
  if (!least || !most || !last) return 'No week has a record yet.'
  const said = (week: Week): string => `${percent(week.absenceRate)} in the week of ${shortDate(week.first)}`
  return `Share of ${unit}s absent by week, ${weeks.length} weeks: lowest ${said(least)}, highest ${said(most)}, last ${said(last)}. The table below has every week.`
}
