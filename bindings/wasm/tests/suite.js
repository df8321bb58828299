// The conformance suite, and what Rust answers to it.

import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('../../../', import.meta.url)
const data = new URL('crates/homeroom-vectors/data/', root)

export const cases = readdirSync(data)
  .filter((file) => file.endsWith('.json') && file !== 'schema.json')
  .sort()
  .flatMap((file) => JSON.parse(readFileSync(new URL(file, data), 'utf8')))

export const families = [...new Set(cases.map((one) => one.id.split('/')[0]))]

/** What Rust, compiled for this machine, answers to each case. */
export function nativeAnswers() {
  const cargo = process.env.CARGO ?? 'cargo'
  const said = execFileSync(cargo, ['run', '--quiet', '--locked', '--package', 'homeroom-wasm', '--example', 'answers'], {
    cwd: fileURLToPath(root),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = said.split('\n').filter(Boolean)
  return Object.fromEntries(lines.map((line) => line.split('\t')).map(([id, answer]) => [id, JSON.parse(answer)]))
}
