// Plain objects with keys in camelCase <-> the contract's JSON with keys in snake_case. Keys only: values stay.

import { kindOf, misuse } from './misuse.js'
import { MAPS } from './maps.js'

const DEEPEST = 64

const snake = (key) => key.replace(/[A-Z]|(?<=[a-z])\d/g, (letter) => `_${letter.toLowerCase()}`)
const camel = (key) => key.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase())

/** How many maps lie within each other under a key: the keys of a map are data or terms, and stay. */
const within = (maps, key) => (maps > 0 ? maps - 1 : Object.hasOwn(MAPS, key) ? MAPS[key] : 0)

/** A value of the contract, of a plain object. `path` is what messages name. */
export function toWire(value, path, maps = 0, depth = 0) {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return value
    case 'number':
      if (Number.isFinite(value)) return value
      throw misuse('not_finite', `\`${path}\` is ${value}: numbers must be finite`)
    case 'object':
      break
    default:
      throw misuse('not_plain', `\`${path}\` is ${kindOf(value)}: only plain values can be given`)
  }
  if (value === null) return null
  if (depth > DEEPEST) throw misuse('too_deep', `\`${path.slice(0, 80)}…\` goes deeper than ${DEEPEST} levels`)
  if (Array.isArray(value)) {
    return Array.from(value, (item, i) => toWire(item ?? null, `${path}[${i}]`, 0, depth + 1))
  }
  if (value instanceof Date) {
    throw misuse(
      'date_object',
      `\`${path}\` is a Date, which is a moment and lies on two days in two time zones: give the day as text, such as "2026-01-31"`,
    )
  }
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw misuse('not_plain', `\`${path}\` is ${kindOf(value)}: only plain objects can be given`)
  }
  const wire = {}
  for (const [key, item] of Object.entries(value)) {
    const name = maps > 0 ? key : snake(key)
    const to = toWire(item, `${path}.${key}`, within(maps, name), depth + 1)
    // A key such as `__proto__` is a key like any other.
    Object.defineProperty(wire, name, { value: to, enumerable: true, configurable: true, writable: true })
  }
  return wire
}

/** The plain object of an answer of the contract. */
export function fromWire(value, maps = 0) {
  if (Array.isArray(value)) return value.map((item) => fromWire(item))
  if (typeof value !== 'object' || value === null) return value
  const plain = {}
  for (const [key, item] of Object.entries(value)) {
    const to = fromWire(item, within(maps, key))
    Object.defineProperty(plain, maps > 0 ? key : camel(key), {
      value: to,
      enumerable: true,
      configurable: true,
      writable: true,
    })
  }
  return plain
}
