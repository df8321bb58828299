// The coordinator's view: who is missing school, where, and whether the check-ins happen.

import { trend } from '../chart'
import { h } from '../dom'
import type { Day, Group, Mentoring, PolicyFacts, Rate } from '../protocol'
import { bar, folded, table } from '../table'
import { amount, count, longDate, many, parts, percent, reach, shortDate, term } from '../words'

/** The view of a day. */
export function coordinator(day: Day): HTMLElement {
  return h(
    'div',
    { class: 'view' },
    h('h1', { tabindex: -1 }, 'Who is missing school'),
    h('p', { class: 'lead' }, `As of ${longDate(day.asOf)}, by the policy “${day.policy.title}”.`),
    headline(day),
    bands(day),
    weekly(day),
    schools(day),
    ...(day.mentoring ? mentoring(day.mentoring) : [none()]),
    about(day.policy),
  )
}

const section = (id: string, title: string, ...inside: readonly (Node | null)[]): HTMLElement =>
  h('section', { class: 'panel', 'aria-labelledby': id }, h('h2', { id }, title), ...inside)

function figure(name: string, rate: Rate | null, of: string, note: string): HTMLElement {
  return h(
    'div',
    { class: 'figure' },
    h('dt', {}, name),
    h('dd', { class: 'big' }, percent(rate)),
    h('dd', {}, rate ? `${parts(rate)} ${of}` : 'nothing to count yet'),
    note ? h('dd', { class: 'note' }, note) : null,
  )
}

function headline({ overall, mentoring, policy }: Day): HTMLElement {
  const [low, , high] = overall.absence ?? []
  const spread = low && high && low.percent !== high.percent ? `Absence ${low.percent} to ${high.percent} %, whatever the unrecorded days were` : ''
  const uncertain = overall.uncertain > 0 ? `${many(overall.uncertain, 'status', 'statuses')} could change` : ''
  return h(
    'dl',
    { class: 'figures', 'aria-label': 'At a glance' },
    figure('Chronically absent', overall.chronicRate, 'who count', uncertain),
    figure('Attendance', overall.attendanceRate, `${policy.unit}s`, spread),
    mentoring && figure('Check-ins made', mentoring.overall.rate, 'expected', `${percent(mentoring.overall.present)} without the days absent`),
    mentoring && figure('Have a mentor', mentoring.coverage.rate, 'who qualify', ''),
  )
}

function bands({ overall, policy }: Day): HTMLElement {
  const tone = (at: number): string => `band-${overall.bands.length === 1 ? 0 : Math.round((at * 3) / (overall.bands.length - 1))}`
  const strip = h('div', { class: 'strip', 'aria-hidden': 'true' })
  overall.bands.forEach((band, at) => {
    const piece = h('span', { class: tone(at) })
    piece.style.setProperty('flex-grow', String(band.students))
    if (band.students > 0) strip.append(piece)
  })
  const rows = overall.bands.map((band, at) => [
    h(
      'span',
      { class: 'keyed' },
      h('span', { class: `key ${tone(at)}`, 'aria-hidden': 'true' }),
      h('span', {}, `${term(band.band)} `, h('span', { class: 'note' }, reach(policy, band.band))),
    ),
    count(band.students),
    band.percent === null ? '–' : `${band.percent} %`,
  ])
  const left = overall.notEligible.map((one) => `${count(one.students)} ${term(one.status).toLowerCase()}`)
  return section(
    'bands',
    'Bands of absence',
    strip,
    table(
      `Students by band, ${count(overall.eligible)} who count`,
      [{ head: `Band, by ${policy.unit}s missed`, words: true }, { head: 'Students' }, { head: 'Share' }],
      rows,
    ),
    left.length > 0 ? h('p', { class: 'note' }, `Not counted: ${left.join(', ')}.`) : null,
    policy.scope === 'school' ? h('p', { class: 'note' }, 'This policy counts a student once at every school.') : null,
  )
}

function weekly({ weeks, policy }: Day): HTMLElement {
  const rows = weeks.map((week) => [
    `${shortDate(week.first)} – ${shortDate(week.last)}`,
    week.absenceRate ? amount(week.absenceRate.part) : '–',
    week.absenceRate ? amount(week.absenceRate.whole) : '–',
    percent(week.absenceRate),
  ])
  return section(
    'weekly',
    'Week by week',
    h('p', { class: 'note' }, `${term(policy.unit)}s absent, as a share of the ${policy.unit}s that were recorded, over all schools.`),
    trend(weeks, policy.unit),
    folded(
      'Every week as a table',
      table('Absence by week', [{ head: 'Week', words: true }, { head: `${term(policy.unit)}s absent` }, { head: `of ${policy.unit}s`, of: true }, { head: 'Share' }], rows),
    ),
  )
}

function schools({ schools, policy }: Day): HTMLElement {
  const most = Math.max(0.01, ...schools.map((school) => school.chronicRate?.value ?? 0))
  const first = (school: Group): Node[] => [
    h('span', {}, percent(school.chronicRate)),
    bar((school.chronicRate?.value ?? 0) / most, 'warm'),
  ]
  const ids = schools[0]?.bands.map((band) => band.band) ?? []
  const rows = schools.map((school) => [
    school.label,
    h('span', { class: 'with-bar' }, ...first(school)),
    count(school.chronicallyAbsent),
    count(school.eligible),
    percent(school.attendanceRate),
    count(school.uncertain),
  ])
  const detailed = schools.map((school) => [school.label, ...school.bands.map((band) => count(band.students)), count(school.eligible)])
  return section(
    'schools',
    'Chronic absence by school',
    table(
      'Chronically absent, of the students who count, by school',
      [
        { head: 'School', words: true },
        { head: 'Chronic' },
        { head: 'Students' },
        { head: 'of', of: true },
        { head: 'Attendance' },
        { head: 'Could change' },
      ],
      rows,
    ),
    folded(
      'Bands by school',
      table('Bands by school', [{ head: 'School', words: true }, ...ids.map((id) => ({ head: term(id) })), { head: 'Who count' }], detailed),
    ),
    h('p', { class: 'note' }, `“Could change”: statuses that ${policy.unit}s without a record may yet turn.`),
  )
}

function mentoring(of: Mentoring): HTMLElement[] {
  const fidelity = [
    { head: 'Share' },
    { head: 'Made' },
    { head: 'of expected', of: true },
    { head: 'On days present' },
    { head: 'Weeks on plan' },
  ]
  const cells = (row: Mentoring['overall'] | null): string[] =>
    row
      ? [percent(row.rate), count(row.made), amount(row.expected), percent(row.present), percent(row.onPlan)]
      : ['–', '–', '–', '–', '–']
  const bySchool = [
    ['All', ...cells(of.overall), count(of.overall.students)],
    ...of.fidelityBySchool.map((row) => [row.label, ...cells(row), count(row.students)]),
  ]
  const byMentor = of.mentors.map((row) => [
    row.mentor,
    count(row.students),
    count(row.overdue),
    count(row.notMetYet),
    count(row.followUpsDue),
    ...cells(row.fidelity),
  ])
  const covered = [of.coverage, ...of.coverageBySchool].map((row) => [
    row.label,
    h('span', { class: 'with-bar' }, h('span', {}, percent(row.rate)), bar(row.rate?.value)),
    count(Number(row.rate?.part ?? 0)),
    count(Number(row.rate?.whole ?? 0)),
  ])
  return [
    section(
      'fidelity',
      'Are the check-ins happening?',
      h(
        'p',
        { class: 'note' },
        'Expected are the check-ins of the plan, for the school days on which the student is enrolled and has a mentor.',
      ),
      table('Check-ins made, by school', [{ head: 'School', words: true }, ...fidelity, { head: 'Students' }], bySchool),
      h('p', {}, of.overdue === 0 ? 'No check-in is overdue.' : `${many(of.overdue, 'check-in is', 'check-ins are')} overdue.`),
      folded(
        'By mentor',
        table(
          'Mentors: students, what is overdue, check-ins made',
          [
            { head: 'Mentor', words: true },
            { head: 'Students' },
            { head: 'Overdue' },
            { head: 'Not met yet' },
            { head: 'Follow-ups due' },
            ...fidelity,
          ],
          byMentor,
        ),
      ),
    ),
    section(
      'coverage',
      'Who qualifies, and has a mentor',
      table(
        'Students who qualify and have a mentor, by school',
        [{ head: 'School', words: true }, { head: 'Share' }, { head: 'Mentored' }, { head: 'of', of: true }],
        covered,
      ),
    ),
  ]
}

const none = (): HTMLElement =>
  section(
    'no-program',
    'Mentoring',
    h('p', {}, 'These files hold no records of a mentoring program. Add mentors.csv, assignments.csv and check_ins.csv to see fidelity and coverage.'),
  )

function about(policy: PolicyFacts): HTMLElement {
  const doubts = policy.unverified.length > 0 ? ` Not verified: ${policy.unverified.join(', ')}.` : ''
  return section(
    'about',
    'By whose definition',
    h('p', {}, `${policy.title} (${policy.id}, version ${policy.version}).`),
    h('p', { class: 'note' }, `Source: ${policy.citation}, ${policy.verified ? 'read in the source' : 'not verified'}.${doubts}`),
  )
}

