/** What is wrong with an answer: objects may say more than is expected, lists may not. `undefined` where nothing is. */
export function differs(expected, got, path = 'value') {
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length) return `${path}: expected ${show(expected)}, got ${show(got)}`
    return first(expected.keys(), (i) => differs(expected[i], got[i], `${path}[${i}]`))
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof got !== 'object' || got === null) return `${path}: expected ${show(expected)}, got ${show(got)}`
    return first(Object.keys(expected), (key) =>
      Object.hasOwn(got, key) ? differs(expected[key], got[key], `${path}.${key}`) : `${path}: there is no ${key}`,
    )
  }
  // Expectations are worked out by hand: a number with a fraction is written with as many places as a person writes.
  if (typeof expected === 'number' && typeof got === 'number' && !Number.isInteger(got)) {
    return Math.abs(expected - got) <= 1e-9 ? undefined : `${path}: expected ${expected}, got ${got}`
  }
  return Object.is(expected, got) ? undefined : `${path}: expected ${show(expected)}, got ${show(got)}`
}

/** What is not the very same in two values, numbers compared by their bits. */
export function departs(expected, got, path = 'value') {
  if (typeof expected !== 'object' || expected === null || typeof got !== 'object' || got === null) {
    return Object.is(expected, got) ? undefined : `${path}: is ${show(got)}, in Rust ${show(expected)}`
  }
  const [keys, others] = [Object.keys(expected).sort(), Object.keys(got).sort()]
  if (Array.isArray(expected) !== Array.isArray(got) || keys.join() !== others.join()) {
    return `${path}: has ${others.join()}, in Rust ${keys.join()}`
  }
  return first(keys, (key) => departs(expected[key], got[key], `${path}.${key}`))
}

function first(keys, problem) {
  for (const key of keys) {
    const found = problem(key)
    if (found) return found
  }
}

const show = (value) => JSON.stringify(value)
