import test from 'node:test'
import { fileURLToPath } from 'node:url'
import * as homeroom from '../package/node.js'
import { page, serve } from './browser.js'
import { throughAllDoors } from './doors/run.js'
import { report } from './report.js'
import { cases, nativeAnswers } from './suite.js'

const native = nativeAnswers()

test("every case gets the answer worked out by hand, and Rust's to the bit, through every door in Node", () => {
  report(throughAllDoors(homeroom, cases, native), 'Node')
})

test('the same in Chromium', async (t) => {
  const texts = { '/suite.json': JSON.stringify({ cases, native }), '/page.html': '<!doctype html><title>vectors</title>' }
  const address = await serve(t, fileURLToPath(new URL('..', import.meta.url)), texts)
  const { page: tab } = await page(t)
  await tab.goto(`${address}/page.html`)
  const results = await tab.evaluate(async () => {
    const [homeroom, { throughAllDoors }, suite] = await Promise.all([
      import('/package/index.js'),
      import('/tests/doors/run.js'),
      fetch('/suite.json').then((response) => response.json()),
    ])
    await homeroom.init()
    return throughAllDoors(homeroom, suite.cases, suite.native)
  })
  report(results, 'Chromium')
})
