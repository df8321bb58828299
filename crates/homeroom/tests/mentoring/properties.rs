//! Properties of dosage and of the casebook: what adds, what grows, what must not matter.

use super::{
    book, cases, classroom,
    dosage::{Oracle, per_day},
    ledger,
    policies::policies,
    programs::{practices, windows},
    rational::Q,
    records::{Filed, Record, casebook, roster},
    same::figures,
    world::{World, date_at},
};
use homeroom::{
    CalendarEvent, FindingCode, Policy, Reading, Register,
    mentoring::{CheckIn, ContactMinutes, ContactOutcome, Dosage, DosageTable, MentoringReading},
};
use proptest::{prelude::*, sample::Index};
use std::collections::{BTreeMap, BTreeSet};

const ADDITIVE: [&str; 20] = [
    "assigned days",
    "present days",
    "expected",
    "expected present",
    "weeks",
    "made",
    "attempted",
    "other mode",
    "too short",
    "outside",
    "in circles",
    "contact days",
    "minutes",
    "minutes unknown",
    "absences",
    "called",
    "reached",
    "transfers",
    "mentored",
    "same mentor",
];

fn policy() -> Policy {
    classroom::policy("")
}

/// A table, and the identifiers of those in it.
fn table(
    records: &[Filed],
    register: &Register,
    policy: &Policy,
    window: &super::records::Window,
) -> Option<DosageTable> {
    let reading = Reading::new(register, policy).ok()?;
    let (casebook, _) = casebook(records, register);
    let reading = MentoringReading::new(&casebook, &reading).unwrap();
    Some(reading.dosage(&roster(false), window.clone()))
}

/// Each student's dosage by identifier.
fn by_student(
    records: &[Filed],
    register: &Register,
    window: &super::records::Window,
) -> BTreeMap<String, Dosage> {
    let policy = policy();
    let reading = Reading::new(register, &policy).unwrap();
    let (casebook, _) = casebook(records, register);
    let reading = MentoringReading::new(&casebook, &reading).unwrap();
    let rows =
        (0..casebook.students().len()).filter_map(|student| reading.dosage_of_student(student, window));
    rows.map(|row| (casebook.students()[row.student].to_string(), row.dosage)).collect()
}

/// Of mentors, plans and circles that contradict each other the first alone.
fn without_contradictions(records: &[Filed]) -> Vec<Filed> {
    let mut seen: BTreeMap<String, Record> = BTreeMap::new();
    let mut kept = records.to_vec();
    kept.retain(|(record, _)| {
        let key = match record {
            Record::Mentor(mentor) => format!("mentor {}", mentor.id),
            Record::Plan(plan) => format!("plan {}", plan.id),
            Record::Circle(circle) => format!("circle {}", circle.id),
            _ => return true,
        };
        seen.entry(key).or_insert_with(|| record.clone()) == record
    });
    kept
}

fn closed(world: &World, school: &str, date: chrono::NaiveDate) -> World {
    let mut world = world.clone();
    let school = world.schools.iter_mut().find(|known| known.id == school).unwrap();
    school.days.get_mut(&date).unwrap().event = CalendarEvent::Holiday;
    world
}

proptest! {
    #![proptest_config(cases(1024))]

    #[test]
    fn disjoint_windows_add(practice in practices(), policy in policies(), window in windows(), cut in 0i64..200) {
        let Ok((register, _)) = practice.world.register() else { return Ok(()) };
        let cut = (*window.start() + chrono::TimeDelta::days(cut)).min(*window.end());
        let (first, second) = (*window.start()..=cut, cut.succ_opt().unwrap()..=*window.end());
        let Some(whole) = table(&practice.records, &register, &policy, &window) else { return Ok(()) };
        let parts = [first, second].map(|part| table(&practice.records, &register, &policy, &part).unwrap());
        let numbers = |table: &DosageTable| {
            let groups = table.by_mentor.iter().map(|group| (("mentor", group.key), group.dosage));
            let groups = groups.chain(table.by_school.iter().map(|group| (("school", group.key), group.dosage)));
            let students = table.by_student.iter().map(|row| (("student", row.student), row.dosage));
            let all = [(("all", 0), table.overall)];
            let each = groups.chain(students).chain(all).flat_map(|(key, dosage)| {
                let figures = figures(&dosage);
                let begun = figures["met"] + figures["waiting"];
                let additive = ADDITIVE.map(|name| ((key, name), figures[name]));
                additive.into_iter().chain([((key, "begun"), begun)])
            });
            each.filter(|(_, number)| !number.is_zero()).collect::<BTreeMap<_, _>>()
        };
        let mut sum = numbers(&parts[0]);
        for (key, number) in numbers(&parts[1]) {
            let before = sum.entry(key).or_insert(Q::ZERO);
            *before = *before + number;
        }
        prop_assert_eq!(sum, numbers(&whole));
        prop_assert_eq!(parts[0].circles + parts[1].circles, whole.circles);
    }

    #[test]
    fn a_holiday_takes_its_share_and_no_more(
        practice in practices(),
        window in windows(),
        (school, day) in (any::<Index>(), any::<Index>()),
    ) {
        let world = &practice.world;
        let Ok((before, _)) = world.register() else { return Ok(()) };
        let school = school.get(&world.schools);
        let taught: Vec<_> = school.days.keys().copied().filter(|date| school.teaches(*date, None)).collect();
        if taught.is_empty() {
            return Ok(());
        }
        let date = *day.get(&taught);
        let after = closed(world, &school.id, date);
        let Ok((register, _)) = after.register() else { return Ok(()) };
        let (old_book, new_book, policy) = (book::keep(world), book::keep(&after), policy());
        let ledger = ledger::keep(&practice.records, &old_book);
        let oracle = Oracle::new(world, &old_book, &policy, &ledger, &window);
        let new_oracle = Oracle::new(&after, &new_book, &policy, &ledger, &window);
        let (old, new) = (
            by_student(&practice.records, &before, &window),
            by_student(&practice.records, &register, &window),
        );
        for (student, dosage) in &old {
            let Some(now) = new.get(student) else { continue };
            let (mut days, now_days) = (oracle.years[student].days.clone(), &new_oracle.years[student].days);
            let lost = days.remove(&date).is_some();
            let only_lost = lost && days.keys().eq(now_days.keys());
            let untouched = oracle.years[student].days.keys().eq(now_days.keys());
            let plan = oracle.plan(student, date, None).filter(|_| only_lost && oracle.window.contains(&date));
            let share = plan.map_or(Q::ZERO, per_day);
            if only_lost || untouched {
                prop_assert_eq!(figures(now)["expected"] + share, figures(dosage)["expected"]);
                let day = if plan.is_some() { Q::ONE } else { Q::ZERO };
                prop_assert_eq!(figures(now)["assigned days"] + day, figures(dosage)["assigned days"]);
            }
        }
    }

    #[test]
    fn the_order_of_records_does_not_matter(
        (practice, order) in practices().prop_flat_map(|practice| {
            let kept = without_contradictions(&practice.records);
            (Just(practice), Just(kept).prop_shuffle())
        }),
    ) {
        let Ok((register, _)) = practice.world.register() else { return Ok(()) };
        let kept = without_contradictions(&practice.records);
        let ((one, report), (other, shuffled)) = (casebook(&kept, &register), casebook(&order, &register));
        prop_assert!(one == other);
        prop_assert_eq!(report.intake(), shuffled.intake());
        let about = |report: &homeroom::mentoring::CasebookReport| {
            let mut findings: Vec<_> =
                report.findings.iter().map(|f| (f.code, f.student.clone(), f.date, f.detail.clone())).collect();
            findings.sort();
            findings
        };
        prop_assert_eq!(about(&report), about(&shuffled));
        let read = |report: &homeroom::mentoring::CasebookReport| {
            report.intakes.iter().map(|(file, intake)| (file.clone(), intake.read)).collect::<Vec<_>>()
        };
        prop_assert_eq!(read(&report), read(&shuffled));
        prop_assert!(shuffled.intakes.values().all(homeroom::Intake::balances));
    }

    #[test]
    fn what_is_filed_again_is_merged(practice in practices()) {
        let Ok((register, _)) = practice.world.register() else { return Ok(()) };
        let is_contact = |(record, _): &&Filed| matches!(record, Record::CheckIn(_) | Record::Call(_));
        let again: Vec<Filed> =
            practice.records.iter().filter(is_contact).map(|(record, _)| (record.clone(), 7)).collect();
        let twice: Vec<Filed> = practice.records.iter().chain(&again).cloned().collect();
        let ((once, first), (twice, second)) =
            (casebook(&practice.records, &register), casebook(&twice, &register));
        prop_assert!(once == twice);
        prop_assert_eq!(first.intake().applied, second.intake().applied);
        let merged = second.intake().merged - first.intake().merged;
        let rejected = second.intake().rejected - first.intake().rejected;
        prop_assert_eq!(merged + rejected, again.len() as u64);
        let contacts = |report: &homeroom::mentoring::CasebookReport| report.findings.count(FindingCode::DuplicateContact);
        prop_assert_eq!(contacts(&second) - contacts(&first), merged);
    }

    #[test]
    fn every_contact_is_counted_once(practice in practices(), policy in policies(), window in windows()) {
        let Ok((register, _)) = practice.world.register() else { return Ok(()) };
        let Ok(reading) = Reading::new(&register, &policy) else { return Ok(()) };
        let (casebook, _) = casebook(&practice.records, &register);
        let reading = MentoringReading::new(&casebook, &reading).unwrap();
        let table = reading.dosage(&roster(true), window.clone());
        let listed: BTreeMap<usize, &Dosage> =
            table.by_student.iter().map(|row| (row.student, &row.dosage)).collect();
        let (mut all, mut with_mentor) = (0, 0);
        for student in 0..casebook.students().len() {
            let contacts: Vec<_> =
                casebook.contacts_of(student).iter().filter(|contact| window.contains(&contact.date())).collect();
            let counted = listed.get(&student).map_or(0, |dosage| dosage.contacts.total());
            prop_assert_eq!(counted, contacts.len() as u64);
            all += contacts.len() as u64;
            with_mentor += contacts.iter().filter(|contact| contact.mentor().is_some()).count() as u64;
        }
        prop_assert_eq!(table.overall.contacts.total(), all);
        let mentors: u64 = table.by_mentor.iter().map(|group| group.dosage.contacts.total()).sum();
        let schools: u64 = table.by_school.iter().map(|group| group.dosage.contacts.total()).sum();
        prop_assert_eq!((mentors, schools), (with_mentor, all));
        // A beginning is one mentor's and at one school.
        let begun = |dosage: &Dosage| dosage.starts.met + dosage.starts.waiting;
        prop_assert_eq!(table.by_mentor.iter().map(|group| begun(&group.dosage)).sum::<u64>(), begun(&table.overall));
        prop_assert_eq!(table.by_school.iter().map(|group| begun(&group.dosage)).sum::<u64>(), begun(&table.overall));
    }

    #[test]
    fn sums_are_sums_and_bounds_hold(practice in practices(), policy in policies(), window in windows()) {
        let Ok((register, _)) = practice.world.register() else { return Ok(()) };
        let Some(table) = table(&practice.records, &register, &policy, &window) else { return Ok(()) };
        let mut overall = Dosage::default();
        table.by_student.iter().for_each(|row| overall.merge(&row.dosage));
        prop_assert_eq!(table.overall, overall);
        let roster = roster(false);
        for district in &table.by_district {
            let schools = table.by_school.iter().filter(|school| {
                roster.district_of(register.school_id(school.key).as_str()) == district.key.as_ref()
            });
            let mut sum = Dosage::default();
            schools.for_each(|school| sum.merge(&school.dosage));
            // A student of two of its schools counts once; what adds over days and contacts adds over schools.
            let adds = |dosage: &Dosage| {
                (dosage.expected, dosage.expected_present, dosage.assigned_days, dosage.contacts, dosage.minutes)
            };
            prop_assert_eq!(adds(&district.dosage), adds(&sum));
            prop_assert!(district.dosage.students <= sum.students);
        }
        let groups = table.by_mentor.iter().map(|group| group.dosage);
        let groups = groups.chain(table.by_school.iter().map(|group| group.dosage));
        for dosage in groups.chain(table.by_student.iter().map(|row| row.dosage)).chain([table.overall]) {
            prop_assert!(dosage.weeks_on_plan.on_plan <= dosage.weeks_on_plan.asking);
            prop_assert!(dosage.weeks_on_plan_present.on_plan <= dosage.weeks_on_plan_present.asking);
            prop_assert!(dosage.weeks_on_plan_present.asking <= dosage.weeks_on_plan.asking);
            prop_assert!(u64::from(dosage.longest_gap) <= dosage.assigned_days);
            prop_assert!(dosage.contact_days <= dosage.contacts.made && dosage.in_circles <= dosage.contacts.made);
            prop_assert!(dosage.present_days + dosage.calls.absences == dosage.assigned_days);
            prop_assert!(dosage.calls.reached <= dosage.calls.called && dosage.calls.called <= dosage.calls.absences);
            prop_assert!(dosage.transfers.same_mentor <= dosage.transfers.mentored);
            prop_assert!(dosage.transfers.mentored <= dosage.transfers.transfers);
            if let Some((all, present)) = dosage.fidelity().zip(dosage.fidelity_present()) {
                prop_assert!(present.part() * all.whole() >= all.part() * present.whole());
            }
        }
        for row in &table.by_student {
            prop_assert!(row.days_since_contact <= row.dosage.longest_gap);
        }
    }

    #[test]
    fn one_more_contact_makes_more(practice in practices(), day in 0i64..80, pair in any::<Index>()) {
        let Ok((register, _)) = practice.world.register() else { return Ok(()) };
        let assignments: Vec<_> = practice.records.iter().filter_map(|(record, _)| match record {
            Record::Assignment(assignment) => Some(assignment),
            _ => None,
        }).collect();
        if assignments.is_empty() {
            return Ok(());
        }
        let pair = pair.get(&assignments);
        let date = pair.begin.max(date_at(0)) + chrono::TimeDelta::days(day);
        let mut check_in = CheckIn::new(pair.student.clone(), pair.mentor.clone(), date, ContactOutcome::Met);
        // As long as no other check-in is, and long enough for every plan.
        check_in.minutes = Some(ContactMinutes::new(200).unwrap());
        let mut more = practice.records.clone();
        more.push((Record::CheckIn(check_in), 0));
        let window = date_at(-60)..=date_at(300);
        let ledger = ledger::keep(&practice.records, &book::keep(&practice.world));
        let (old, new) =
            (by_student(&practice.records, &register, &window), by_student(&more, &register, &window));
        let used = ledger.mentors.contains_key(pair.mentor.as_str())
            && old.contains_key(pair.student.as_str())
            && window.contains(&date);
        let changed: BTreeSet<_> = old.keys().filter(|student| old[*student] != new[*student]).collect();
        prop_assert!(changed.iter().all(|student| student.as_str() == pair.student.as_str()));
        if used {
            let (old, new) = (&old[pair.student.as_str()], &new[pair.student.as_str()]);
            prop_assert_eq!(new.contacts.total(), old.contacts.total() + 1);
            prop_assert_eq!((new.contacts.attempted, new.contacts.too_short), (old.contacts.attempted, old.contacts.too_short));
            prop_assert_eq!(new.minutes, old.minutes + 200 * (new.contacts.made - old.contacts.made));
            prop_assert!(new.contacts.made >= old.contacts.made && new.contact_days >= old.contact_days);
            prop_assert!(new.weeks_on_plan.on_plan >= old.weeks_on_plan.on_plan);
            prop_assert!(new.longest_gap <= old.longest_gap);
            prop_assert_eq!((new.expected, new.weeks_on_plan.asking), (old.expected, old.weeks_on_plan.asking));
        }
    }
}
