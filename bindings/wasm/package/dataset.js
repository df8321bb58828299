import { fromWire } from './codec.js'
import { call } from './engine.js'
import { misuse, text } from './misuse.js'
import { Program } from './program.js'
import { Register } from './register.js'
import { optionsOf } from './request.js'
import { tableOf } from './table.js'
import * as wasm from './wasm/homeroom.js'

export function readFiles(files, options) {
  const { mapping, assumeFullYear = false } = optionsOf(options, 'readFiles')
  if (mapping !== undefined) text(mapping, 'mapping')
  if (typeof files?.[Symbol.iterator] !== 'function') {
    throw misuse('not_files', '`files` must be a list of { name, bytes } or { name, text }')
  }
  const contents = Array.from(files, contentOf)
  const answer = call(() => {
    const given = new wasm.Files()
    for (const [name, bytes] of contents) given.add(name, bytes)
    // Reading takes the files out of memory.
    return given.readDelimited(mapping, assumeFullYear === true)
  })
  return answer.ok ? { ok: true, value: datasetOf(answer.value) } : answer
}

function contentOf(file, i) {
  const { name, bytes, text: content } = optionsOf(file, `files[${i}]`)
  text(name, `files[${i}].name`)
  if (bytes instanceof Uint8Array) return [name, bytes]
  if (bytes instanceof ArrayBuffer) return [name, new Uint8Array(bytes)]
  if (bytes === undefined) return [name, new TextEncoder().encode(text(content, `files[${i}].text`))]
  throw misuse('not_bytes', `\`files[${i}].bytes\` must be a Uint8Array or an ArrayBuffer`)
}

function datasetOf(read) {
  try {
    const { schoolYears, findings: findingCounts, ...report } = fromWire(JSON.parse(read.report()))
    const registers = new Map(
      schoolYears.map((years) => {
        const register = new Register(read.register(ending(years)))
        return [register.schoolYear, register]
      }),
    )
    const program = read.program()
    return new Dataset(registers, program === undefined ? null : new Program(program), { ...report, findingCounts }, tableOf(read.findings()))
  } finally {
    read.free()
  }
}

// A school year is said by both its years: 2021-22.
const ending = (years) => Number(years.slice(0, 4)) + 1

export class Dataset {
  #table

  constructor(registers, program, report, findings) {
    this.registers = registers
    this.program = program
    Object.assign(this, report)
    this.#table = findings
    Object.freeze(this)
  }

  findings() {
    return this.#table
  }

  free() {
    for (const register of this.registers.values()) register.free()
    this.program?.free()
  }

  [Symbol.dispose ?? Symbol('dispose')]() {
    this.free()
  }
}
