/** A call that no data can mend: thrown, with a code to tell one from another. */
export function misuse(code, message) {
  return Object.assign(new TypeError(message), { code })
}

/** Text that the WebAssembly gets as it is. Half a surrogate pair would silently become another character. */
export function text(value, name) {
  if (typeof value !== 'string') throw misuse('not_text', `\`${name}\` must be a string, and is ${kindOf(value)}`)
  if (value.isWellFormed?.() === false) throw misuse('malformed_text', `\`${name}\` holds half a surrogate pair`)
  return value
}

export function kindOf(value) {
  if (value === null) return 'null'
  if (typeof value !== 'object') return value === undefined ? 'missing' : `a ${typeof value}`
  return `an object ${value.constructor?.name ?? ''}`.trim()
}
