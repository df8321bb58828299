// The page: what is open, what is picked, and which view shows it.

import wasm from 'homeroom/homeroom.wasm?url'
import { Engine, Refused } from './client'
import { byId, h } from './dom'
import { dropped, fetched, sample } from './files'
import type { Day, Opened, Progress, WorkItem } from './protocol'
import { coordinator } from './views/coordinator'
import { list, mentor } from './views/mentor'
import { opening, reading, trouble, type Trouble } from './views/opening'
import { records } from './views/records'
import { count, date, longDate, many, percent } from './words'

const VIEWS = { mentor: 'Mentor', coordinator: 'Coordinator', records: 'Records' } as const
type View = keyof typeof VIEWS

/** What is open. */
interface Session {
  engine: Engine
  opened: Opened
  policy: string
  asOf: string
  mentor: string | null
  day: Day | null
  items: WorkItem[]
}

// The sample is a whole year: a day in the middle of it shows more than its last.
const SAMPLE_DAY = '2026-02-10'

const main = byId('main')
const controls = byId('controls')
let session: Session | null = null
let assumeFullYear = false
// Answers to what is no longer asked are not shown.
let asked = 0

const view = (): View => {
  const name = location.hash.slice(1)
  return name in VIEWS ? (name as View) : 'mentor'
}

const tell = (text: string): void => {
  byId('status').textContent = text
}

function show(content: HTMLElement, { focus = false } = {}): void {
  main.replaceChildren(content)
  if (!focus) return
  const heading = content.querySelector<HTMLElement>('h1')
  heading?.focus({ preventScroll: true })
  scrollTo(0, 0)
}

// ---- opening

function start(why: Trouble | null = null, focus = why !== null): void {
  close()
  document.title = 'Homeroom: whom to see today'
  const open = (files: File[]): void => void read(async () => files)
  const page = opening({
    assumeFullYear,
    assume: (is) => (assumeFullYear = is),
    open,
    sample: () => void read((told) => sample((done, all) => told({ what: 'Fetching the sample', done, all })), SAMPLE_DAY),
    trouble: why,
  })
  show(page, { focus })
}

/** Lets go of what is open: its memory, and answers that are still to come. */
function close(): void {
  asked += 1
  session?.engine.close()
  session = null
  controls.replaceChildren()
  main.removeAttribute('aria-busy')
}

async function read(get: (told: (progress: Progress) => void) => Promise<File[]>, day?: string): Promise<void> {
  close()
  const mine = asked
  const told = progressOf(mine)
  show(reading({ what: 'Getting ready', done: 0, all: 0 }), { focus: true })
  tell('Reading the records')
  const engine = new Engine()
  try {
    const [files, module] = await Promise.all([get(told), moduleOf()])
    if (files.length === 0) throw new Error('no file was found in what was dropped')
    const opened = await engine.ask('open', { files, module, assumeFullYear }, { told, transfer: [module] })
    if (mine !== asked) return engine.close()
    const asOf = day ?? opened.lastRecorded ?? opened.last
    const policy = opened.policies.some((one) => one.id === 'edfacts') ? 'edfacts' : (opened.policies[0]?.id ?? '')
    session = { engine, opened, policy, asOf, mentor: null, day: null, items: [] }
    tell(`Read ${many(opened.intake.read, 'record')} from ${many(opened.files.length, 'file')}`)
    await ask({ focus: true })
  } catch (error) {
    engine.close()
    if (mine !== asked) return
    start(troubleOf(error))
  }
}

// The page fetches the WebAssembly and hands it over: the worker needs no network at all.
const moduleOf = async (): Promise<ArrayBuffer> => (await fetched(new URL(wasm, document.baseURI))).arrayBuffer()

function progressOf(mine: number): (progress: Progress) => void {
  return ({ what, done, all }) => {
    const bar = document.querySelector<HTMLProgressElement>('#progress')
    const label = document.querySelector('label[for=progress]')
    if (mine !== asked || !bar || !label) return
    if (label.textContent !== what) label.textContent = what
    if (all > 0) {
      bar.max = all
      bar.value = done
    } else bar.removeAttribute('value')
  }
}

const NEXT: Record<string, string> = {
  read: 'Choose the folder with the CSV files of your export, all together. If it is of another form, put a mapping.toml beside the files that says how its columns are meant.',
  policy: 'Pick another policy.',
  register: 'Pick another policy, or another date.',
  number: 'Pick another policy.',
  unknown: 'Choose again: the records do not hold what was asked for.',
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof Refused) {
    return {
      what: 'These files could not be opened',
      details: error.problems.map((problem) => problem.message),
      next: NEXT[error.problems[0]?.kind ?? ''] ?? (NEXT['read'] as string),
    }
  }
  return {
    what: 'This did not work',
    details: [error instanceof Error ? error.message : String(error)],
    next: 'Try again, or reload the page. Nothing of your records was changed or sent.',
  }
}

// ---- what is picked

function control(): void {
  if (!session) return
  const { opened, policy, asOf } = session
  const options = opened.policies.map(({ id, title }) => h('option', { value: id, selected: id === policy }, title))
  const pickPolicy = (event: Event): void => pick({ policy: (event.target as HTMLSelectElement).value })
  const pickDate = (event: Event): void => {
    const field = event.target as HTMLInputElement
    if (field.value !== '' && field.validity.valid) pick({ asOf: field.value })
  }
  const links = Object.entries(VIEWS).map(([id, name]) => h('a', { href: `#${id}` }, name))
  controls.replaceChildren(
    h(
      'div',
      { class: 'wrap controls' },
      h('nav', { 'aria-label': 'Views' }, ...links),
      h(
        'form',
        { 'aria-label': 'What is shown', onsubmit: (event) => event.preventDefault() },
        h('div', { class: 'field policy' }, h('label', { for: 'policy' }, 'Policy'), h('select', { id: 'policy', onchange: pickPolicy }, ...options)),
        h(
          'div',
          { class: 'field' },
          h('label', { for: 'as-of' }, 'As of'),
          h('input', { id: 'as-of', type: 'date', value: asOf, min: opened.first, max: opened.last, required: true, onchange: pickDate }),
        ),
        h('button', { type: 'button', class: 'plain', onclick: () => start(null, true) }, 'Close the records'),
      ),
    ),
  )
}

function pick(change: Partial<Pick<Session, 'policy' | 'asOf'>>): void {
  if (!session) return
  Object.assign(session, change)
  void ask()
}

/** Asks for everything about the date, and shows it. */
async function ask({ focus = false } = {}): Promise<void> {
  await busy(async ({ engine, policy, asOf, mentor }) => {
    const listed = mentor === null ? [] : engine.ask('worklist', { policy, asOf, mentor })
    const [day, items] = await Promise.all([engine.ask('day', { policy, asOf }), listed])
    return { day, items }
  }, () => draw({ focus }))
}

/** Asks for the list of another mentor: the rest of the page stays. */
async function askList(mentor: string): Promise<void> {
  if (!session) return
  session.mentor = mentor
  // What was being asked for all of the page is asked again.
  if (main.hasAttribute('aria-busy')) return ask()
  await busy(async ({ engine, policy, asOf }) => ({ items: await engine.ask('worklist', { policy, asOf, mentor }) }), (of) =>
    document.querySelector('#list')?.replaceWith(list(of)),
  )
}

/** Gets what is shown next, and shows it, unless something else was asked meanwhile. */
async function busy(get: (of: Session) => Promise<Partial<Session>>, then: (of: Session) => void): Promise<void> {
  if (!session) return
  const mine = (asked += 1)
  const of = session
  main.setAttribute('aria-busy', 'true')
  try {
    const got = await get(of)
    if (mine !== asked) return
    Object.assign(of, got)
    then(of)
    tell(spoken(of))
  } catch (error) {
    if (mine === asked) refuse(error)
  } finally {
    if (mine === asked) main.removeAttribute('aria-busy')
  }
}

/** Says what cannot be shown. The records stay open: another policy or date may do. */
function refuse(error: unknown): void {
  const { details, next } = troubleOf(error)
  if (controls.childElementCount === 0) control()
  const content = h('div', { class: 'view' }, h('h1', { tabindex: -1 }, 'This cannot be shown'))
  content.append(trouble({ what: 'There is no answer', details, next }))
  show(content)
}

function spoken({ day, mentor, items }: Session): string {
  if (view() === 'mentor' && mentor !== null) {
    const toSee = items.filter((item) => item.reasons.length > 0).length
    return `${mentor}: ${many(toSee, 'student')} to see on ${longDate(day?.asOf ?? '')}`
  }
  if (!day) return ''
  const { overall } = day
  return `${percent(overall.chronicRate)} chronically absent, ${count(overall.chronicallyAbsent)} of ${count(overall.eligible)} students, as of ${date(day.asOf)}`
}

// ---- showing

function draw({ focus = false } = {}): void {
  if (!session?.day) return
  if (controls.childElementCount === 0) control()
  const { opened, day, asOf, mentor: picked, items } = session
  const now = view()
  // A control that is drawn anew keeps the keyboard's place.
  const held = main.contains(document.activeElement) ? document.activeElement?.id : ''
  const pages = {
    mentor: () => mentor({ asOf, mentors: opened.mentors, mentor: picked, items, pick: (id) => void askList(id) }),
    coordinator: () => coordinator(day),
    records: () => records(opened),
  }
  const content = pages[now]()
  if (day.cautions.length > 0) content.querySelector('.lead')?.after(cautions(day.cautions))
  show(content, { focus })
  if (!focus && held) document.getElementById(held)?.focus()
  for (const link of controls.querySelectorAll('nav a')) {
    if (link.getAttribute('href') === `#${now}`) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
  document.title = `${VIEWS[now]} – Homeroom`
}

const cautions = (all: readonly string[]): HTMLElement =>
  h(
    'section',
    { class: 'caution', 'aria-label': 'Read this first' },
    h('ul', {}, ...all.map((one) => h('li', {}, h('strong', {}, 'Careful: '), one))),
  )

addEventListener('hashchange', () => {
  if (location.hash === '#main') return
  draw({ focus: true })
  if (session) tell(spoken(session))
})

// ---- dropping

let inside = 0
addEventListener('dragenter', (event) => {
  event.preventDefault()
  inside += 1
  document.body.classList.add('dropping')
})
addEventListener('dragleave', () => {
  inside = Math.max(0, inside - 1)
  if (inside === 0) document.body.classList.remove('dropping')
})
addEventListener('dragover', (event) => event.preventDefault())
addEventListener('drop', (event) => {
  event.preventDefault()
  inside = 0
  document.body.classList.remove('dropping')
  const { dataTransfer } = event
  if (dataTransfer) {
    const files = dropped(dataTransfer)
    void read(() => files)
  }
})

start()
