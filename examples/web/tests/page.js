// What every test of the page needs: the page built and served on the loopback, a real Chromium, and the Rust report as
// the oracle. Everything started here is stopped here.

import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import { build, preview } from 'vite'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

export const ROOT = here('..')
export const DATA = here('../../data')
export const AS_OF = '2026-02-10'

const REPOSITORY = here('../../..')
const OUTPUT = here('./output')
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The page as it is served, and a browser. */
export async function start() {
  mkdirSync(OUTPUT, { recursive: true })
  await build({ root: ROOT, logLevel: 'warn' })
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  const server = await preview({ root: ROOT, logLevel: 'warn', preview: { host: '127.0.0.1' } }).catch(async (error) => {
    await browser.close()
    throw error
  })
  const base = server.resolvedUrls.local[0]
  return {
    base,
    browser,
    async stop() {
      await browser.close()
      await server.close()
    },
  }
}

/** A page in a context of its own. `trouble` gathers what must not happen: errors, and requests to anywhere else. */
export async function visit({ base, browser }, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', ...options })
  const page = await context.newPage()
  const trouble = []
  page.on('console', (said) => {
    if (['error', 'warning'].includes(said.type())) trouble.push(`console: ${said.text()}`)
  })
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`))
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol !== 'blob:' && origin !== new URL(base).origin) trouble.push(`request: ${request.url()}`)
    if (request.method() !== 'GET') trouble.push(`request: ${request.method()} ${request.url()}`)
  })
  await page.goto(base)
  return { page, trouble, close: () => context.close() }
}

/** Opens the sample, and asks for the date of the tests. */
export async function openSample(page) {
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await opened(page)
}

/** Waits until the records are open, and asks for the date of the tests. */
export async function opened(page) {
  await page.locator('#as-of').waitFor({ timeout: 60_000 })
  await page.locator('main .view:not(.reading)').waitFor()
  await page.locator('#as-of').fill(AS_OF)
  await settled(page)
}

/** Waits until what was asked is shown. */
export async function settled(page) {
  await page.waitForFunction(() => !document.querySelector('main').hasAttribute('aria-busy'))
}

export async function go(page, view) {
  await page.getByRole('link', { name: view, exact: true }).click()
  await page.locator('nav a[aria-current=page]', { hasText: view }).waitFor()
}

export const shot = (page, name) => page.screenshot({ path: `${OUTPUT}/${name}.png`, fullPage: true })

/** What the Rust report says of the sample: `HOMEROOM_REPORT` is its program, built where it is not given. */
export async function report(...options) {
  const [program, ...first] = process.env.HOMEROOM_REPORT
    ? [process.env.HOMEROOM_REPORT]
    : ['cargo', 'run', '--release', '--quiet', '--package', 'homeroom-examples', '--example', 'report', '--']
  const { stdout } = await promisify(execFile)(program, [...first, DATA, '--as-of', AS_OF, '--json', ...options], {
    cwd: REPOSITORY,
    maxBuffer: 1 << 26,
  })
  return JSON.parse(stdout)
}

/** A table of the page: one list of texts a row. */
export function rows(page, caption) {
  const of = page.locator('table', { has: page.locator('caption', { hasText: caption }) }).first()
  return of.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent.trim())))
}
