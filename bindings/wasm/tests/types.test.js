// The typing test runs too, and what the types say is there is there.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { fileURLToPath } from 'node:url'
import * as node from '../package/node.js'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))

test('the typing test runs', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'homeroom-types-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const project = JSON.parse(readFileSync(at('types/tsconfig.json'), 'utf8'))
  const options = { ...project.compilerOptions, noEmit: false, noCheck: true, outDir: folder, typeRoots: [at('../node_modules/@types')] }
  delete options.paths
  delete options.allowImportingTsExtensions
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { ...options, rootDir: at('types') }, files: [at('types/typing.ts')] }))
  execFileSync(at('../node_modules/.bin/tsc'), ['--project', join(folder, 'tsconfig.json')], { stdio: 'inherit' })
  const script = readFileSync(join(folder, 'typing.js'), 'utf8').replace('../../package/index.js', `file://${at('../package/node.js')}`)
  writeFileSync(join(folder, 'typing.mjs'), script)
  execFileSync(process.execPath, [join(folder, 'typing.mjs')], { stdio: 'inherit' })
})

test('both entries and the types export the same names', () => {
  const types = readFileSync(at('../package/index.d.ts'), 'utf8')
  const values = [...types.matchAll(/^export (?:function|class|const) (\w+)/gm)].map(([, name]) => name)
  const web = ['init', ...exported('../package/homeroom.js')]
  assert.deepEqual([...new Set(values)].sort(), Object.keys(node).sort())
  assert.deepEqual(web.sort(), Object.keys(node).sort())
})

test('each class has the methods that its type says, and no others', () => {
  const types = readFileSync(at('../package/index.d.ts'), 'utf8')
  for (const name of ['Dataset', 'Ladder', 'Policy', 'Program', 'Register', 'Table']) {
    const [, body] = types.match(new RegExp(`^export class ${name}\\b[^{]*\\{\\n(.*?)^\\}`, 'ms'))
    const said = new Set([...body.matchAll(/^  (?:static )?(\w+)\(/gm)].map(([, method]) => method))
    const kind = node[name]
    const methods = [kind, kind.prototype, Object.getPrototypeOf(kind.prototype), Object.getPrototypeOf(kind)]
      .filter((object) => object !== Object.prototype && object !== Function.prototype)
      .flatMap((object) => Object.entries(Object.getOwnPropertyDescriptors(object)))
      .filter(([method, { value }]) => typeof value === 'function' && method !== 'constructor')
      .map(([method]) => method)
    const hidden = ['choice', 'toJSON']
    said.delete('constructor')
    assert.deepEqual([...new Set(methods)].filter((method) => !hidden.includes(method)).sort(), [...said].sort(), name)
  }
})

test('the versions are those of the crate and of the package', async () => {
  const wasm = await import('../package/wasm/homeroom.js')
  assert.equal(node.VERSION, wasm.version())
  assert.equal(node.DEFINITIONS_VERSION, wasm.definitionsVersion())
  assert.equal(node.VERSION, JSON.parse(readFileSync(at('../package/package.json'), 'utf8')).version)
})

function exported(path) {
  const script = readFileSync(at(path), 'utf8')
  const lists = [...script.matchAll(/^export \{ (.*?) \}/gm)].flatMap(([, names]) => names.split(', '))
  return [...lists, ...[...script.matchAll(/^export (?:function|const) (\w+)/gm)].map(([, name]) => name)]
}
