//! The reference roll: who was in membership when, and what each day held, cell by cell from the records.

use super::{
    rational::Q,
    world::{Event, School, Stay, World},
};
use chrono::NaiveDate;
use homeroom::{
    AttendanceCode, AttendanceStatus as Status, ConflictRule, Extent, Fraction, GradeLevel, RollBasis,
    RollRules, TransferDay,
};
use std::{
    cmp::{Ordering, Reverse},
    collections::{BTreeMap, BTreeSet},
};

/// What one recorded day held: codes and the part of the day of each, in order; empty is plain presence.
pub type Content = Vec<(AttendanceCode, Q)>;

/// One student at one school.
#[derive(Clone, Debug)]
pub struct BookRow {
    pub student: String,
    pub school: String,
    pub grade: Option<GradeLevel>,
    pub share: Fraction,
    pub primary: bool,
    pub spells: Vec<(NaiveDate, NaiveDate)>,
    /// The days in membership; `None` is a day that is not recorded.
    pub days: BTreeMap<NaiveDate, Option<Content>>,
}

#[derive(Clone, Debug)]
pub struct Book {
    /// Rows in the order in which a student's rows count.
    pub rows: BTreeMap<String, Vec<BookRow>>,
    pub rejected: u64,
}

const FOREVER: NaiveDate = NaiveDate::MAX;

pub fn keep(world: &World) -> Book {
    let mut students: BTreeMap<String, Vec<BookRow>> = BTreeMap::new();
    for student in world.stays.iter().map(|stay| &stay.student).collect::<BTreeSet<_>>() {
        let schools: BTreeSet<_> =
            world.stays.iter().filter(|s| s.student == *student).map(|s| &s.school).collect();
        let mut rows: Vec<_> = schools.into_iter().map(|school| gather(world, student, school)).collect();
        settle_transfers(world, &mut rows);
        rows.sort_by_key(|row| {
            let latest = row.spells.iter().map(|spell| spell.0).max();
            (!row.primary, Reverse(row.share), Reverse(latest), row.school.clone())
        });
        for row in &mut rows {
            enter_days(world, row);
        }
        students.insert(student.clone(), rows);
    }
    let mut book = Book { rows: students, rejected: 0 };
    write_events(world, &mut book);
    book
}

fn gather(world: &World, student: &str, school: &str) -> BookRow {
    let of_row = |stay: &&Stay| stay.student == student && stay.school == school;
    let mut stays: Vec<_> = world.stays.iter().filter(of_row).collect();
    stays.sort_by_key(|s| (s.entry, s.last.unwrap_or(FOREVER), s.grade, s.share, s.primary));
    let mut row = BookRow {
        student: student.into(),
        school: school.into(),
        grade: None,
        share: Fraction::ONE,
        primary: true,
        spells: Vec::new(),
        days: BTreeMap::new(),
    };
    for stay in stays {
        let spell = (stay.entry, stay.last.unwrap_or(FOREVER));
        let same_grade = stay.grade.is_none() || stay.grade == row.grade;
        let says_nothing_new = same_grade && (stay.share, stay.primary) == (row.share, row.primary);
        if row.spells.contains(&spell) && says_nothing_new {
            continue;
        }
        let grade = stay.grade.or(row.grade);
        let at = world.school(school);
        let has_day = at.days.keys().any(|d| spell.0 <= *d && *d <= spell.1 && at.teaches(*d, grade));
        // A stay without a day is not used.
        if !has_day {
            continue;
        }
        row.grade = grade;
        (row.share, row.primary) = (stay.share, stay.primary);
        row.spells.push(spell);
    }
    row
}

// A day that is one primary school's last and another's first counts as the rule says; a stint of a single day
// is never trimmed away, and a day stays where it is if the other school does not teach on it. All days are
// looked at as they were recorded, before any is trimmed.
fn settle_transfers(world: &World, rows: &mut [BookRow]) {
    let before = rows.to_vec();
    for (leaving, left) in before.iter().enumerate() {
        for (coming, came) in before.iter().enumerate() {
            if leaving == coming || !left.primary || !came.primary {
                continue;
            }
            let teaches = |row: &BookRow, date| world.school(&row.school).teaches(date, row.grade);
            let (left_teaches, came_teaches) = (|date| teaches(left, date), |date| teaches(came, date));
            for (l, left) in left.spells.iter().enumerate() {
                for (c, came) in came.spells.iter().enumerate() {
                    if left.1 != came.0 {
                        continue;
                    }
                    match world.rules.transfer_day {
                        TransferDay::ArrivingSchool if left.0 < left.1 && came_teaches(came.0) => {
                            rows[leaving].spells[l].1 = left.1.pred_opt().unwrap();
                        }
                        TransferDay::DepartingSchool if came.0 < came.1 && left_teaches(came.0) => {
                            rows[coming].spells[c].0 = came.0.succ_opt().unwrap();
                        }
                        _ => {}
                    }
                }
            }
        }
    }
}

fn enter_days(world: &World, row: &mut BookRow) {
    let school = world.school(&row.school);
    for date in school.days.keys().copied().filter(|date| school.teaches(*date, row.grade)) {
        if row.spells.iter().any(|spell| spell.0 <= date && date <= spell.1) {
            let nobody_said = match world.rules.basis {
                RollBasis::ExceptionsOnly => Some(Vec::new()),
                _ => world.taken.contains(&(row.school.clone(), date)).then(Vec::new),
            };
            row.days.insert(date, nobody_said);
        }
    }
}

fn write_events(world: &World, book: &mut Book) {
    let mut by_cell: BTreeMap<(&str, &str, NaiveDate), Vec<&Event>> = BTreeMap::new();
    for event in &world.events {
        let rows = book.rows.get(&event.student);
        let row = rows.and_then(|rows| rows.iter().find(|row| row.school == event.school));
        let member = row.is_some_and(|row| row.days.contains_key(&event.date));
        if member && understood(event, world.school(&event.school), world.rules) {
            by_cell.entry((&event.student, &event.school, event.date)).or_default().push(event);
        } else {
            book.rejected += 1;
        }
    }
    for ((student, school, date), events) in by_cell {
        let rows = book.rows.get_mut(student).unwrap();
        let row = rows.iter_mut().find(|row| row.school == school).unwrap();
        let cell = row.days.get_mut(&date).unwrap();
        let minutes = world.school(school).minutes(date);
        let content = settle(&events, minutes, world.rules, cell.clone());
        // A day wholly "not taken" is one without a record.
        let silent = |content: &Content| {
            let parts = content.iter().filter(|(code, _)| code.status() == Status::NotRecorded);
            parts.map(|(_, part)| *part).sum::<Q>() == Q::ONE
        };
        *cell = content.filter(|content| !silent(content));
    }
}

fn understood(event: &Event, school: &School, rules: RollRules) -> bool {
    match &event.extent {
        Extent::Minutes(minutes) => *minutes <= school.minutes(event.date),
        Extent::Section { of, .. } => {
            of.is_some() || rules.basis == RollBasis::FullRoll || is_late(event.code)
        }
        _ => true,
    }
}

fn is_late(code: AttendanceCode) -> bool {
    [Status::Tardy, Status::EarlyDeparture].contains(&code.status())
}

fn whole_day(code: AttendanceCode) -> Content {
    match code {
        AttendanceCode::PRESENT => Vec::new(),
        late if is_late(late) => vec![(late, Q::ZERO)],
        other => vec![(other, Q::ONE)],
    }
}

// Adds parts of one code together, leaves plain presence out; `None` where the parts exceed the day.
fn made_of(parts: &[(AttendanceCode, Q)]) -> Option<Content> {
    if parts.iter().map(|part| part.1).sum::<Q>() > Q::ONE {
        return None;
    }
    let mut content: BTreeMap<AttendanceCode, Q> = BTreeMap::new();
    for (code, part) in parts.iter().filter(|(code, _)| *code != AttendanceCode::PRESENT) {
        let sum = content.entry(*code).or_insert(Q::ZERO);
        *sum = *sum + *part;
    }
    Some(content.into_iter().collect())
}

fn absent_part(content: &Content) -> Q {
    content.iter().filter(|(code, _)| code.status().is_absence()).map(|(_, part)| *part).sum()
}

/// Which of two contents of one day counts: the greater one.
pub fn stronger(rule: ConflictRule, a: &Content, b: &Content) -> Ordering {
    // A record that says attendance was not taken knows less than any other.
    let knows = |c: &Content| c.is_empty() || c.iter().any(|(code, _)| code.status() != Status::NotRecorded);
    let certainty = |c: &Content| c.iter().map(|(code, _)| code.status()).max().unwrap_or(Status::Present);
    let absent = absent_part(a).cmp(&absent_part(b));
    let first = match rule {
        ConflictRule::MostAbsent => absent,
        ConflictRule::LeastAbsent => absent.reverse(),
        _ => Ordering::Equal,
    };
    let known = knows(a).cmp(&knows(b));
    known.then(first).then(certainty(a).cmp(&certainty(b))).then(absent).then_with(|| a.cmp(b))
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Slot {
    Unnamed(AttendanceCode),
    Morning,
    Afternoon,
    Section(String),
}

/// How many sections the day is said to have, the code, and the part.
type Record = (u8, AttendanceCode, Q);

fn settle(
    events: &[&Event],
    minutes: u16,
    rules: RollRules,
    nobody_said: Option<Content>,
) -> Option<Content> {
    let mut whole: Vec<AttendanceCode> = Vec::new();
    let mut slots: BTreeMap<Slot, Vec<Record>> = BTreeMap::new();
    for event in events {
        let (slot, of, part) = match &event.extent {
            Extent::WholeDay => {
                whole.push(event.code);
                continue;
            }
            Extent::Part(part) => (Slot::Unnamed(event.code), 0, Q::from(*part)),
            Extent::Minutes(missed) => (Slot::Unnamed(event.code), 0, Q::new(*missed, minutes)),
            Extent::Morning => (Slot::Morning, 0, Q::new(1, 2)),
            Extent::Afternoon => (Slot::Afternoon, 0, Q::new(1, 2)),
            Extent::Section { section, of } => {
                let of = of.unwrap_or(0);
                (Slot::Section(section.to_string()), of, Q::new(1, of.max(1)))
            }
            _ => unreachable!("an extent that worlds do not make"),
        };
        match slot {
            Slot::Unnamed(code) if part == Q::ONE && !is_late(code) => whole.push(code),
            slot => slots.entry(slot).or_default().push((of, event.code, part)),
        }
    }
    // Coming late and leaving early do not contradict each other: together they are one record.
    let (late, others): (Vec<_>, Vec<_>) = whole.iter().copied().partition(|code| is_late(*code));
    let late: BTreeSet<_> = late.into_iter().map(|code| (code, Q::ZERO)).collect();
    let known = others.into_iter().filter(|code| code.status() != Status::NotRecorded).map(whole_day);
    let late = (!late.is_empty()).then(|| late.into_iter().collect::<Content>());
    let best = known.chain(late).max_by(|a, b| stronger(rules.conflict, a, b));
    // "Not taken" takes back a presence that nobody wrote down.
    let not_taken = !whole.is_empty() && best.is_none();
    let without_parts = if not_taken { None } else { best.clone().or(nobody_said) };
    if slots.is_empty() {
        return without_parts;
    }
    let (parts, only_late) = combine(&slots, rules);
    let Some(whole) = best else { return Some(parts) };
    let decides =
        |(code, _): &(AttendanceCode, Q)| code.status().is_absence() || code.status() == Status::NotExpected;
    if whole.iter().any(decides) {
        // A whole-day absence stands over parts, but coming late or leaving early corrects it.
        let stands = rules.conflict == ConflictRule::Certainty && !only_late;
        let whole_wins = stands || stronger(rules.conflict, &whole, &parts).is_gt();
        return Some(if whole_wins { whole } else { parts });
    }
    // What the parts do not say of the day, the whole-day record says.
    let mut refined: Vec<_> =
        parts.into_iter().filter(|(code, _)| code.status() != Status::NotRecorded).collect();
    let rest = Q::ONE - refined.iter().map(|(_, part)| *part).sum();
    refined.extend(whole.into_iter().map(|(code, part)| (code, part.min(rest))));
    made_of(&refined)
}

// Being late for a section or session is no statement about the day.
fn says_late(slot: &Slot, record: &Record) -> bool {
    is_late(record.1) && matches!(slot, Slot::Unnamed(_))
}

// What a record missed of its slot: nothing, if it is late for a slot that does not say how much.
fn part_in(slot: &Slot, code: AttendanceCode, part: Q) -> (AttendanceCode, Q) {
    let unsaid = is_late(code) && !matches!(slot, Slot::Unnamed(_));
    (code, if unsaid { Q::ZERO } else { part })
}

// The day that the records about its parts make, one record a slot; if they are more than a day, the one with the
// most of it absent alone. And whether they say nothing but coming late and leaving early.
fn combine(slots: &BTreeMap<Slot, Vec<Record>>, rules: RollRules) -> (Content, bool) {
    let mut counted: BTreeMap<Slot, Record> = BTreeMap::new();
    for (slot, records) in slots {
        let mut records = records.clone();
        records.sort_unstable();
        let single = |record: &Record| made_of(&[part_in(slot, record.1, record.2)]).unwrap();
        let mut best = records[0];
        for record in &records[1..] {
            if stronger(rules.conflict, &single(record), &single(&best)).is_gt() {
                best = *record;
            }
        }
        counted.insert(slot.clone(), best);
    }
    let sections: Vec<_> =
        counted.iter().filter(|(slot, _)| matches!(slot, Slot::Section(_))).map(|(_, r)| r.0).collect();
    let said = sections.iter().copied().max().unwrap_or(0);
    let of = usize::from(said).max(sections.len());
    let mut parts: Vec<_> = counted
        .iter()
        .map(|(slot, (_, code, part))| match slot {
            Slot::Section(_) => part_in(slot, *code, Q::new(1, of as i128)),
            _ => part_in(slot, *code, *part),
        })
        .collect();
    if rules.basis == RollBasis::FullRoll {
        let half = counted.contains_key(&Slot::Morning) != counted.contains_key(&Slot::Afternoon);
        let missing = match sections.len() {
            0 if half => Q::new(1, 2),
            0 => Q::ZERO,
            known => Q::new((of - known) as i128, of as i128),
        };
        if !missing.is_zero() {
            parts.push((AttendanceCode::new(Status::NotRecorded), missing));
        }
    }
    if let Some(content) = made_of(&parts) {
        return (content, counted.iter().all(|(slot, record)| says_late(slot, record)));
    }
    let alone = counted.iter().map(|(slot, record)| {
        (made_of(&[part_in(slot, record.1, record.2)]).unwrap(), says_late(slot, record))
    });
    let most = |a: &(Content, bool), b: &(Content, bool)| stronger(ConflictRule::MostAbsent, &a.0, &b.0);
    // Of equals the first; `max_by` gives the last.
    alone.rev().max_by(most).unwrap()
}
