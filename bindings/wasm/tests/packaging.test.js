// What `npm pack` packs, installed and used as its users do.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'
import { page, serve } from './browser.js'

const bindings = fileURLToPath(new URL('..', import.meta.url))
const packageFolder = join(bindings, 'package')
const folder = mkdtempSync(join(tmpdir(), 'homeroom-'))
after(() => rmSync(folder, { recursive: true, force: true }))

for (const license of ['LICENSE-APACHE', 'LICENSE-MIT']) {
  copyFileSync(join(bindings, '../..', license), join(packageFolder, license))
}
const run = (program, parameters, cwd) => execFileSync(program, parameters, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
const [packed] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder], packageFolder))
writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
run('npm', ['install', '--no-audit', '--no-fund', '--offline', `./${packed.filename}`], folder)
const installed = join(folder, 'node_modules/homeroom')

/** The question of the documentation, in a page, a bundle, a worker, in Node. */
const QUESTION = `
const register = unwrap(Register.fromRecords({
  schoolYear: 2022,
  calendars: [{ school: 'A', weekdays: [{ first: '2021-08-30', count: 180 }] }],
  enrollments: [{ student: 's1', school: 'A' }],
  events: [{ student: 's1', school: 'A', schoolDays: [[1, 18]], status: 'unexcused_absence' }],
}))
const { status, absenceRate } = unwrap(register.student('s1').standing({ policy: 'edfacts', asOf: '2022-06-30' }))
register.free()
const answer = status + ' ' + absenceRate.percent
`
const ANSWER = 'chronic 10.0'
const IMPORT = "import { init, Register, unwrap } from 'homeroom'\n"
const html = (script) => `<!doctype html><title>waiting</title><script type="module">${script}</script>`

async function answers(tab, address) {
  await tab.page.goto(address)
  await tab.page.waitForFunction(() => document.title !== 'waiting', undefined, { timeout: 20_000 }).catch(() => undefined)
  assert.deepEqual(tab.errors.filter((error) => !error.includes('404')), [])
  assert.equal(await tab.page.title(), ANSWER)
}

test('the package holds what it needs and nothing else', () => {
  const files = packed.files.map(({ path }) => path).sort()
  console.log(`packed ${packed.size} bytes in ${files.length} files`)
  for (const file of ['LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'index.d.ts', 'types.d.ts', 'wasm/homeroom.js', 'wasm/homeroom_bg.wasm']) {
    assert.ok(files.includes(file), `${file} is missing`)
  }
  assert.deepEqual(files.filter((file) => !/^(LICENSE-\w+|README\.md|package\.json|[\w-]+\.js|[\w-]+\.d\.ts|wasm\/homeroom(_bg\.wasm|\.js))$/.test(file)), [])
})

test('in Node nothing need be awaited', () => {
  writeFileSync(join(folder, 'node.js'), `${IMPORT}${QUESTION}console.log(answer)\nawait init()`)
  assert.equal(run(process.execPath, ['node.js'], folder).trim(), ANSWER)
})

test('the example of the README runs', () => {
  const readme = readFileSync(join(installed, 'README.md'), 'utf8')
  const examples = [...readme.matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code)
  assert.ok(examples.length > 0)
  for (const [i, example] of examples.entries()) {
    writeFileSync(join(folder, `readme-${i}.js`), example)
    for (const [, said] of example.matchAll(/console\.log\(.*\) \/\/ (.*)$/gm)) {
      assert.ok(run(process.execPath, [`readme-${i}.js`], folder).includes(said), `README example ${i} does not print ${said}`)
    }
  }
})

test('a plain page', async (t) => {
  const script = `import { init, Register, unwrap } from '/index.js'\nawait init()\n${QUESTION}document.title = answer`
  const address = await serve(t, installed, { '/page.html': html(script) })
  await answers(await page(t), `${address}/page.html`)
})

test('a worker of a plain page', async (t) => {
  const worker = `import { init, Register, unwrap } from '/index.js'\nawait init()\n${QUESTION}postMessage(answer)`
  const script = "new Worker('/worker.js', { type: 'module' }).onmessage = ({ data }) => { document.title = data }"
  const address = await serve(t, installed, { '/page.html': html(script), '/worker.js': worker })
  await answers(await page(t), `${address}/page.html`)
})

test('Vite: build and preview, in the page and in a worker', async (t) => {
  const root = join(folder, 'vite')
  mkdirSync(root)
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>waiting</title><script type="module" src="/main.js"></script>')
  writeFileSync(
    join(root, 'main.js'),
    `${IMPORT}await init()\n${QUESTION}
const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })
worker.onmessage = ({ data }) => { document.title = data === answer ? answer : 'the worker says ' + data }`,
  )
  writeFileSync(join(root, 'worker.js'), `${IMPORT}await init()\n${QUESTION}postMessage(answer)`)
  const settings = { root, logLevel: 'error', configFile: false, worker: { format: 'es' }, build: { target: 'es2022' } }
  await build(settings)
  const server = await preview({ ...settings, preview: { host: '127.0.0.1', port: 0, open: false } })
  t.after(() => server.close())
  const { port } = server.httpServer.address()
  await answers(await page(t), `http://127.0.0.1:${port}/`)
})
