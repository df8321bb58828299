// What both entries export.

import { text } from './misuse.js'
import { call } from './engine.js'
import { asked, optionsOf, requestOf } from './request.js'
import { toWire } from './codec.js'
import * as wasm from './wasm/homeroom.js'

export { Dataset, readFiles } from './dataset.js'
export { Ladder, Policy } from './policy.js'
export { Program } from './program.js'
export { Register } from './register.js'
export { Table, epochDays, isoDate } from './table.js'
export { DEFINITIONS_VERSION, VERSION } from './version.js'

export function askJson(request) {
  const json = text(request, 'request')
  return call(() => wasm.askJson(json)).value
}

export function ask(request) {
  return asked(toWire(request, 'request'), (json) => wasm.askJson(json))
}

const question = (name, settings) => (options) =>
  asked(requestOf(name, options, settings), (json) => wasm.askJson(json))

export const amount = question('amount')
export const bands = question('bands')
export const code = question('code')
export const dayRule = question('day_rule')
export const fraction = question('fraction')
export const rate = question('rate')
export const statusHistory = question('status_history', { mentoring: true })
export const threshold = question('threshold')

// `before` is a number here, not the period before.
export const relativeChange = (options) => ask({ ask: { relativeChange: optionsOf(options, 'relativeChange') } })

export function unwrap(answer) {
  if (answer.ok) return answer.value
  throw Object.assign(new Error(answer.problems.map((problem) => problem.message).join('; ')), {
    name: 'HomeroomError',
    code: answer.problems[0]?.code,
    problems: answer.problems,
  })
}
