// The object door: plain objects in, method by method, plain objects out.

import { fromWire } from '../../package/codec.js'

const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase())

/** Carries the answer that stops a case. */
class Stop extends Error {
  constructor(answer) {
    super('stop')
    this.answer = answer
  }
}

const value = (answer) => {
  if (!answer.ok) throw new Stop(answer)
  return answer.value
}

/** Asks a case's question by methods; `open` makes a register of records. */
export function throughObjects(homeroom, input, open = ({ mentoring, ...records }) => homeroom.Register.fromRecords(fromWire(records))) {
  const opened = []
  const register = (answer) => {
    const made = value(answer)
    opened.push(made)
    return made
  }
  try {
    return { ok: true, value: answer(homeroom, input, (records) => register(open(records)), register) }
  } catch (thrown) {
    if (thrown instanceof Stop) return thrown.answer
    if (thrown instanceof TypeError && typeof thrown.code === 'string') {
      return { ok: false, problems: [{ kind: 'request', code: thrown.code, message: thrown.message }] }
    }
    throw thrown
  } finally {
    for (const handle of opened) handle.free()
  }
}

function answer(homeroom, input, open, keep) {
  const [name, wire] = only(input.ask)
  const shared = sharedOf(homeroom, input)
  if (name === 'merge') return merged(input, open, keep)
  if (name === 'policy') return { id: value(policyOf(homeroom, input.policy)).id }
  if (name === 'mentoring') return mentored(homeroom, input, only(wire), shared, open, keep)
  const own = fromWire(wire)
  if (input.records === undefined) return value(homeroom[camel(name)]({ ...own, ...shared }))
  const register = amended(open(input.records), input.amend ?? [], keep)
  const before = input.before && { ...periodOf(homeroom, input.before, open) }
  const options = before ? { ...own, ...shared, before } : { ...own, ...shared }
  switch (name) {
    case 'register':
      return value(register.rows())
    case 'report':
    case 'findings':
      return value(register[name]())
    case 'bytes':
      return bytes(register, own.change, homeroom, keep)
    case 'policy_difference':
      return value(register.compare(shared.policy, shared.against, { asOf: shared.asOf }))
    case 'series':
      if (own.period === 'week') return value(register.weekly(shared))
      if (own.period === 'month') return value(register.monthly(shared))
      return value(register.series(options))
    case 'projection':
    case 'streaks':
    case 'truancy': {
      const { student, ...rest } = options
      return value(register.student(student)[name](rest))
    }
    default:
      return value(register[camel(name)](options))
  }
}

function mentored(homeroom, input, [name, wire], shared, open, keep) {
  const own = fromWire(wire)
  if (name === 'status_history') return value(homeroom.statusHistory({ ...own, ...shared }))
  const register = amended(open(input.records), input.amend ?? [], keep)
  const period = input.before && periodOf(homeroom, input.before, open)
  const records = fromWire(input.records.mentoring ?? {})
  const program = keep(homeroom.Program.fromRecords(register, records, { before: period?.register }))
  const answer = value(program[camel(name)]({ ...own, ...shared }))
  if (name !== 'fidelity') return answer
  // Its rows are a table: each is the dosage of its own.
  const ids = [...answer].map((row) => row[own.by])
  const dosage = (id) => value(program.dosage({ of: { [own.by]: id }, since: own.since, ...shared }))
  return { rows: ids.map((id) => ({ id, dosage: dosage(id) })) }
}

function sharedOf(homeroom, input) {
  const shared = {}
  if (input.policy) shared.policy = value(policyOf(homeroom, input.policy))
  if (input.against) shared.against = value(policyOf(homeroom, input.against))
  if (input.as_of) shared.asOf = input.as_of
  return shared
}

function periodOf(homeroom, before, open) {
  const period = { asOf: before.as_of }
  if (before.policy) period.policy = value(policyOf(homeroom, before.policy))
  if (before.records) period.register = open(before.records)
  return period
}

function policyOf(homeroom, { preset, document, overrides }) {
  const { Policy } = homeroom
  const policy = document ? Policy.fromJson(JSON.stringify(document)) : Policy.preset(preset)
  return policy.ok && overrides ? policy.value.changed(fromWire(overrides)) : policy
}

function amended(register, amendments, keep) {
  return amendments.reduce((changed, amendment) => {
    const [kind, options] = only(amendment)
    return keep(changed[camel(kind)](fromWire(options)))
  }, register)
}

function merged(input, open, keep) {
  const together = (parts) => parts.map(open).reduce((one, other) => keep(one.merge(other)))
  const [forwards, backwards] = [together(input.parts), together([...input.parts].reverse())]
  const equalsRecords = input.records ? forwards.equals(open(input.records)) : null
  return { ...value(forwards.rows()), anyOrder: forwards.equals(backwards), equalsRecords }
}

function bytes(register, change, homeroom, keep) {
  let changed = value(register.toBytes())
  const head = Array.from(changed.slice(0, 10), (byte) => byte.toString(16).padStart(2, '0')).join('')
  if (change?.replace) changed[change.replace.at] = change.replace.byte
  if (change?.keep !== undefined) changed = changed.slice(0, change.keep)
  if (change?.cutOff !== undefined) changed = changed.slice(0, changed.length - change.cutOff)
  return { head, equal: keep(homeroom.Register.fromBytes(changed)).equals(register) }
}

const only = (object) => Object.entries(object)[0]
