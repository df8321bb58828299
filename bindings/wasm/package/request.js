// Questions in plain objects -> requests of the contract -> answers in plain objects.

import { fromWire, toWire } from './codec.js'
import { call, settled } from './engine.js'
import { kindOf, misuse } from './misuse.js'
import { Policy } from './policy.js'

/** The options of a call: one plain object, or nothing. */
export function optionsOf(options, name) {
  if (options === undefined) return {}
  if (typeof options === 'object' && options !== null && !Array.isArray(options)) return options
  throw misuse('not_options', `${name} takes one object of options, and got ${kindOf(options)}`)
}

/** The request of a question: what belongs to every question stands beside it, what is its own inside it. */
export function requestOf(name, options, { mentoring = false } = {}) {
  const { policy, against, asOf, before, ...own } = optionsOf(options, name)
  const question = { [name]: toWire(own, name) }
  const request = { ask: mentoring ? { mentoring: question } : question }
  if (policy !== undefined) request.policy = choiceOf(policy, 'policy')
  if (against !== undefined) request.against = choiceOf(against, 'against')
  if (asOf !== undefined) request.as_of = toWire(asOf, 'asOf')
  if (before !== undefined) {
    const { register: _, policy: its, ...rest } = optionsOf(before, 'before')
    request.before = toWire(rest, 'before')
    if (its !== undefined) request.before.policy = choiceOf(its, 'before.policy')
  }
  return request
}

function choiceOf(policy, path) {
  if (typeof policy === 'string') return { preset: policy }
  if (policy instanceof Policy) return policy.choice()
  return toWire(policy, path)
}

/** Asks by `run`, which takes a request as text and gives the answer as text. */
export function asked(request, run) {
  const text = JSON.stringify(request)
  const said = call(() => run(text))
  return answered(said.value)
}

/** An answer of the contract as a plain object. */
export function answered(text) {
  const { ok, value, problems } = settled(JSON.parse(text))
  return ok ? { ok, value: fromWire(value) } : { ok, problems }
}
