// The page in a real browser, against the Rust report.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { DATA, go, openSample, opened, report, rows, settled, shot, start, visit } from './page.js'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const VIEWS = ['Mentor', 'Coordinator', 'Records']
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

let site

before(async () => (site = await start()))
after(() => site?.stop())

// ---- numbers

const whole = (number) => number.toLocaleString('en-GB')
const percent = (text) => (text === null ? '–' : `${text} %`)

/** An exact number of parts, as the page writes it. */
function amount(parts, per) {
  const tenths = Math.round((parts * 10) / per + 1e-9)
  return whole(Math.floor(tenths / 10)) + (tenths % 10 === 0 ? '' : `.${tenths % 10}`)
}

async function figures(page) {
  const all = await page.locator('.figure').evaluateAll((figures) =>
    figures.map((figure) => [...figure.children].map((child) => child.textContent)),
  )
  return Object.fromEntries(all.map(([name, ...said]) => [name, said]))
}

async function agrees(page, said) {
  const { overall, mentoring } = said
  const shown = await figures(page)
  assert.equal(shown['Chronically absent'][0], percent(overall.chronic_rate_pct))
  assert.match(shown['Chronically absent'][1], new RegExp(`^${whole(overall.chronically_absent)} of ${whole(overall.eligible)} `))
  assert.equal(shown['Attendance'][0], percent(overall.attendance_rate_pct))
  assert.equal(shown['Check-ins made'][0], percent(mentoring.dosage.fidelity_pct))
  assert.equal(shown['Have a mentor'][0], percent(mentoring.coverage.overall.pct))
  const { mentored, qualifying } = mentoring.coverage.overall
  assert.match(shown['Have a mentor'][1], new RegExp(`^${whole(mentored)} of ${whole(qualifying)} `))

  const bands = await rows(page, 'Students by band')
  assert.deepEqual(
    bands.map((row) => row[1]).sort(),
    Object.values(overall.bands).map(whole).sort(),
    'students by band',
  )
  const chronic = await rows(page, 'Chronically absent, of the')
  assert.deepEqual(
    chronic,
    said.by_school.map((school) => [
      school.school,
      percent(school.chronic_rate_pct),
      whole(school.chronically_absent),
      whole(school.eligible),
      percent(school.attendance_rate_pct),
      whole(school.status_uncertain),
    ]),
  )
  const fidelity = (label, of) => [
    label,
    percent(of.fidelity_pct),
    whole(of.contacts.made),
    amount(of.expected_parts, of.parts_per_contact),
    percent(of.fidelity_present_pct),
    percent(of.weeks_on_plan_pct),
    whole(of.students),
  ]
  assert.deepEqual(await rows(page, 'Check-ins made, by school'), [
    fidelity('All', mentoring.dosage),
    ...mentoring.fidelity.by_school.filter((school) => school.students > 0).map((school) => fidelity(school.school, school)),
  ])
  const covered = (label, of) => [label, percent(of.pct), whole(of.mentored), whole(of.qualifying)]
  assert.deepEqual(await rows(page, 'Students who qualify'), [
    covered('All', mentoring.coverage.overall),
    ...mentoring.coverage.by_school.map((school) => covered(school.school, school)),
  ])
  const mentors = await rows(page, 'Mentors: students')
  assert.deepEqual(
    mentors.map((row) => row.slice(0, 5)),
    mentoring.overdue.by_mentor.map((row) => [
      row.mentor,
      whole(row.primary),
      whole(row.overdue),
      whole(row.not_met_yet),
      whole(row.follow_ups_due),
    ]),
  )
}

test('the sample shows the numbers of the Rust report, under one policy and under another', async () => {
  const { page, trouble, close } = await visit(site)
  await openSample(page)
  await go(page, 'Coordinator')
  const edfacts = await report()
  await agrees(page, edfacts)
  await shot(page, 'coordinator')

  await page.locator('#policy').selectOption('massachusetts')
  await settled(page)
  const massachusetts = await report('--policy', 'massachusetts')
  assert.notEqual(massachusetts.overall.chronically_absent, edfacts.overall.chronically_absent, 'the two policies differ')
  await agrees(page, massachusetts)

  await go(page, 'Records')
  const found = await page.locator('.finding').evaluateAll((all) => all.map((one) => Number(one.querySelector('.count').textContent)))
  assert.deepEqual(found.sort(), Object.values(edfacts.findings.by_code).sort())
  await page.getByText(`${whole(edfacts.intake.read)} records from`).waitFor()
  await shot(page, 'records')
  assert.deepEqual(trouble, [])
  await close()
})

test('the weeks add up to the year to date', async () => {
  const { page, trouble, close } = await visit(site)
  await openSample(page)
  await go(page, 'Coordinator')
  // Under this policy a day counts whole or not at all: nothing is rounded in a week.
  await page.locator('#policy').selectOption('massachusetts')
  await settled(page)
  await page.getByText('Every week as a table').click()
  const weeks = await rows(page, 'Absence by week')
  const withRecord = weeks.filter((week) => week[3] !== '–')
  assert.equal(await page.locator('.chart .bar').count(), withRecord.length, 'a bar for each week with a record')
  const sum = (at) => withRecord.reduce((sum, week) => sum + Number(week[at].replaceAll(',', '')), 0)
  const { overall } = await report('--policy', 'massachusetts')
  assert.deepEqual([sum(1), sum(2)], [overall.absent_days, overall.recorded_days])
  assert.deepEqual(trouble, [])
  await close()
})

test("a mentor's worklist is that of the Rust report", async () => {
  const { page, trouble, close } = await visit(site)
  await openSample(page)
  await page.getByLabel('Mentor', { exact: true }).selectOption('M20')
  await page.locator('.worklist .card').first().waitFor()
  const { worklist } = await report('--mentor', 'M20')
  const { items } = worklist
  const busy = items.filter((item) => item.reasons.length > 0)
  const cards = await page.locator('.card').evaluateAll((all) =>
    all.map((card) => ({
      student: card.querySelector('h3').firstChild.textContent,
      reasons: [...card.querySelectorAll('li')].map((line) => [line.dataset.reason, line.textContent]),
    })),
  )
  assert.deepEqual(cards.map((card) => card.student), busy.map((item) => item.student))
  for (const [at, item] of busy.entries()) {
    const said = Object.fromEntries(cards[at].reasons)
    for (const { kind, says } of item.reasons) {
      assert.ok(said[kind], `${item.student}: ${kind}`)
      for (const fact of factsOf(says)) assert.ok(said[kind].includes(fact), `${item.student}: ${says}: ${said[kind]}`)
    }
  }
  const quiet = items.filter((item) => item.reasons.length === 0).map((item) => item.student)
  assert.deepEqual(await page.locator('.quiet li').allTextContents(), quiet)
  await shot(page, 'mentor')
  assert.deepEqual(trouble, [])
  await close()
})

/** Every date and number that a reason of the report says, as the page writes them. */
function factsOf(says) {
  const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  const dates = says.match(/\d{4}-\d\d-\d\d/g) ?? []
  const numbers = says.replaceAll(/\d{4}-\d\d-\d\d/g, '').match(/\d+(\.\d+)?/g) ?? []
  return [...dates.map((date) => format.format(new Date(date))), ...numbers]
}

// ---- ways in

const sampleFiles = ['calendars', 'enrollments', 'attendance', 'students', 'schools', 'districts', 'networks'].map((name) => join(DATA, `${name}.csv`))

test('files can be chosen, a folder too, and both can be dropped', async () => {
  const { page, trouble, close } = await visit(site)
  const { overall } = await report()
  const chronic = async () => {
    await go(page, 'Coordinator')
    const shown = await figures(page)
    assert.equal(shown['Chronically absent'][0], percent(overall.chronic_rate_pct))
  }
  await page.locator('#files').setInputFiles(sampleFiles)
  await opened(page)
  await chronic()
  await page.getByText('hold no records of a mentoring program').waitFor()

  await page.getByRole('button', { name: 'Close the records' }).click()
  await page.locator('#folder').setInputFiles(DATA)
  await opened(page)
  await chronic()
  await page.getByText('Who qualifies, and has a mentor').waitFor()

  const texts = sampleFiles.map((file) => [file.split('/').pop(), readFileSync(file, 'utf8')])
  const transfer = await page.evaluateHandle((texts) => {
    const transfer = new DataTransfer()
    for (const [name, text] of texts) transfer.items.add(new File([text], name, { type: 'text/csv' }))
    return transfer
  }, texts)
  await page.locator('#as-of').evaluate((field) => (field.dataset.old = 'yes'))
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
  await page.locator('#as-of[data-old]').waitFor({ state: 'detached' })
  await opened(page)
  await chronic()
  assert.deepEqual(trouble, [])
  await close()
})

test('bad files give an error that says what to do, and good ones open after it', async () => {
  const { page, trouble, close } = await visit(site)
  const bad = [
    [{ name: 'photo.csv', mimeType: 'text/csv', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe]) }],
    [{ name: 'attendance.csv', mimeType: 'text/csv', buffer: Buffer.from('nothing,of,ours\n1,2,3\n') }],
    [{ name: 'mapping.toml', mimeType: 'text/plain', buffer: Buffer.from('this is = = no mapping') }],
  ]
  for (const files of bad) {
    await page.locator('#files').setInputFiles(files)
    const alert = page.getByRole('alert')
    await alert.waitFor()
    assert.match(await alert.textContent(), /What to do: \w+/)
    assert.doesNotMatch(await alert.textContent(), /undefined|\[object|panicked|unreachable/)
  }
  await shot(page, 'error')
  await openSample(page)
  assert.equal(await page.getByRole('alert').count(), 0)
  assert.deepEqual(trouble, [])
  await close()
})

test('a policy that cannot be had is said, and the records stay open', async () => {
  const { page, trouble, close } = await visit(site)
  await openSample(page)
  await page.locator('#policy option').last().evaluate((option) => (option.value = 'no_such_policy'))
  await page.locator('#policy').selectOption('no_such_policy')
  const alert = page.getByRole('alert')
  await alert.waitFor()
  assert.match(await alert.textContent(), /What to do: \w+/)
  await page.locator('#policy').selectOption('england')
  await go(page, 'Coordinator')
  await page.getByText('Sessions absent').first().waitFor()
  assert.equal(await page.getByRole('alert').count(), 0)
  assert.deepEqual(trouble, [])
  await close()
})

// ---- for everybody

test('the keyboard alone leads to everything, and one sees where it is', async () => {
  const { page, trouble, close } = await visit(site)
  const focused = () =>
    page.evaluate(() => {
      const of = document.activeElement
      const shown = of.matches('input[type=file]') ? of.nextElementSibling : of
      return { id: of === document.body ? 'body' : of.id, text: of.textContent.trim(), outline: getComputedStyle(shown).outlineStyle }
    })
  const tabTo = async (wanted) => {
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab')
      const now = await focused()
      // Past the end of the page the browser's own controls have the keyboard.
      if (now.id === 'body') continue
      assert.notEqual(now.outline, 'none', `no visible focus at “${now.id || now.text}”`)
      if (now.id === wanted || now.text === wanted) return
    }
    assert.fail(`no way to ${wanted}`)
  }
  await page.keyboard.press('Tab')
  assert.equal((await focused()).text, 'Skip to the content')
  for (const wanted of ['folder', 'files', 'assume', 'Open the sample']) await tabTo(wanted)
  await page.keyboard.press('Enter')
  await page.locator('#mentor').waitFor({ timeout: 60_000 })
  assert.equal((await focused()).text, 'Whom to see today', 'the new view is where the keyboard is')
  await tabTo('mentor')
  await page.keyboard.type('M20')
  await page.locator('.worklist .card, .quiet').first().waitFor()
  assert.equal((await focused()).id, 'mentor', 'the keyboard keeps its place')
  await page.getByRole('status').filter({ hasText: 'M20' }).waitFor({ state: 'attached' })
  await page.reload()
  await tabTo('Open the sample')
  await page.keyboard.press('Enter')
  await page.locator('#policy').waitFor({ timeout: 60_000 })
  await page.locator('body').evaluate(() => document.activeElement.blur())
  await tabTo('Coordinator')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Who is missing school' }).waitFor()
  await tabTo('Every week as a table')
  await page.keyboard.press('Enter')
  await page.getByRole('group', { name: 'Absence by week' }).waitFor()
  assert.deepEqual(trouble, [])
  await close()
})

for (const colorScheme of ['light', 'dark']) {
  test(`nothing that axe knows of is wrong, on a phone in ${colorScheme}, and nothing scrolls sideways`, async () => {
    const { page, trouble, close } = await visit(site, { ...PHONE, colorScheme, reducedMotion: 'reduce' })
    const check = async (name) => {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      assert.ok(wide <= 0, `${name} is ${wide} pixels too wide`)
      await page.evaluate(axe)
      const { violations } = await page.evaluate(() => window.axe.run())
      const said = violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
      assert.deepEqual(said, [])
      await shot(page, `phone-${colorScheme}-${name}`)
    }
    await check('opening')
    await openSample(page)
    await page.getByLabel('Mentor', { exact: true }).selectOption('M20')
    await page.locator('.card').first().waitFor()
    for (const view of VIEWS) {
      await go(page, view)
      await page.locator('details').evaluateAll((all) => all.forEach((one) => (one.open = true)))
      await check(view.toLowerCase())
    }
    assert.deepEqual(trouble, [])
    await close()
  })
}

test('the page stays alive while it reads', async () => {
  const { page, close } = await visit(site)
  await page.evaluate(() => {
    window.longest = 0
    let last = performance.now()
    setInterval(() => {
      const now = performance.now()
      window.longest = Math.max(window.longest, now - last)
      last = now
    }, 10)
  })
  await openSample(page)
  const longest = await page.evaluate(() => window.longest)
  assert.ok(longest < 500, `the page stood still for ${Math.round(longest)} ms`)
  await close()
})

test('neither the page nor its worker can reach anything else', async () => {
  const { page, close } = await visit(site)
  await openSample(page)
  const reach = (url) => fetch(url, { mode: 'no-cors' }).then(() => 'reached', () => 'refused')
  const elsewhere = site.base.replace('127.0.0.1', 'localhost')
  assert.equal(await page.evaluate(reach, elsewhere), 'refused')
  const [worker] = page.workers()
  assert.equal(await worker.evaluate(reach, elsewhere), 'refused')
  assert.equal(await page.evaluate(reach, site.base), 'reached', 'the check can see a way out')
  await close()
})
