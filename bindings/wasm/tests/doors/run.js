// Every case of the suite through every door. The same module runs in Node and in the browser.

import { fromWire } from '../../package/codec.js'
import { departs, differs } from './compare.js'
import { NOT_IN_COLUMNS, throughColumns, WITHOUT_COLUMNS } from './columns.js'
import { throughJson } from './json.js'
import { throughObjects } from './objects.js'

/** @param cases the suite @param native what Rust answers to each, by identifier */
export function throughAllDoors(homeroom, cases, native) {
  const same = (value) => value
  return [
    through('JSON', cases, native, (input) => throughJson(homeroom, input), same),
    through('objects', cases, native, (input) => throughObjects(homeroom, input), fromWire),
    through('columns', cases, native, (input) => throughColumns(homeroom, input), fromWire, WITHOUT_COLUMNS, NOT_IN_COLUMNS),
  ]
}

/** `without` are families that a door does not take, each with the reason. */
function through(door, cases, native, ask, said, without = {}, except = {}) {
  const result = { door, families: {}, skipped: [], without, wrong: [] }
  for (const one of cases) {
    const family = one.id.split('/')[0]
    if (family in without) continue
    const reason = one.skip?.find((skip) => skip.door === 'javascript')?.reason ?? except[one.id]
    if (reason) {
      result.skipped.push({ id: one.id, reason })
      continue
    }
    result.families[family] = (result.families[family] ?? 0) + 1
    const problem = judged(one, native[one.id], ask, said)
    if (problem) result.wrong.push(`${one.id}: ${problem}`)
  }
  return result
}

function judged(one, rust, ask, said) {
  let answer
  try {
    answer = ask(one.input)
  } catch (thrown) {
    return `throws ${thrown?.stack ?? thrown}`
  }
  if (one.error) {
    if (answer.ok) return `expected ${one.error.code}, got ${JSON.stringify(answer.value)}`
    const [problem] = answer.problems
    if (problem.code !== one.error.code) return `expected ${one.error.code}, was refused as ${JSON.stringify(problem)}`
    const field = one.error.field
    return field && problem.kind !== 'request' && field !== problem.field ? `blames ${problem.field}, not ${field}` : undefined
  }
  if (!answer.ok) return `was refused: ${JSON.stringify(answer.problems)}`
  return differs(said(one.expect), answer.value) ?? departs(said(rust.value), answer.value)
}
