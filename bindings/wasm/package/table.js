const DAY = 86_400_000

/** Takes a table out of the WebAssembly's memory. */
export function tableOf(table) {
  try {
    const columns = table.names().map((name, i) => [name, columnOf(table, i)])
    return new Table(table.rows(), new Map(columns))
  } finally {
    table.free()
  }
}

function columnOf(table, i) {
  const valid = table.valid(i)
  const column = (kind, values, rest) => ({ kind, ...rest, values, valid: valid ?? null })
  const texts = table.texts(i)
  if (texts !== undefined) return column('text', texts, { codes: table.codes(i) })
  const flags = table.flags(i)
  if (flags !== undefined) return column('flag', flags)
  const dates = table.dates(i)
  if (dates !== undefined) return column('date', dates)
  const small = table.u32s(i)
  if (small !== undefined) return column('number', small)
  const counts = table.u64s(i)
  if (counts !== undefined) return column('number', Float64Array.from(counts, Number))
  return column('number', table.f64s(i))
}

/** Named columns of equal length. */
export class Table {
  #columns

  constructor(rows, columns) {
    this.rows = rows
    this.#columns = columns
    Object.freeze(this)
  }

  get names() {
    return [...this.#columns.keys()]
  }

  column(name) {
    return this.#columns.get(name)
  }

  *[Symbol.iterator]() {
    for (let i = 0; i < this.rows; i += 1) yield this.row(i)
  }

  row(i) {
    const row = {}
    for (const [name, column] of this.#columns) row[name] = valueOf(column, i)
    return row
  }
}

function valueOf({ kind, codes, values, valid }, i) {
  if (valid !== null && valid[i] === 0) return null
  if (kind === 'text') return values[codes[i]]
  if (kind === 'flag') return values[i] === 1
  return kind === 'date' ? isoDate(values[i]) : values[i]
}

/** A date of days since 1 January 1970. */
export function isoDate(days) {
  return new Date(days * DAY).toISOString().slice(0, 10)
}

/** The days since 1 January 1970 of a date. */
export function epochDays(date) {
  return Date.parse(`${date}T00:00:00Z`) / DAY
}
