//! The library beside the reference: every number the same, exactly.

use super::{
    dosage::{Figures, Oracle, Scope, is_nothing, merge},
    ledger::{Ledger, Met},
    rational::Q,
    records::file_name,
};
use homeroom::{
    Rate, Roster,
    mentoring::{
        AbsenceCalls, Casebook, CasebookReport, ContactCounts, ContactMinutes, ContactOrigin, Dosage,
        DosageTable, MentoringReading, Starts, Transfers, WeeksOnPlan,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// A dosage's numbers by name.
pub fn figures(dosage: &Dosage) -> Figures {
    let Dosage { per, students, assigned_days, present_days, expected, expected_present, weeks, .. } =
        *dosage;
    let Dosage { contacts, in_circles, contact_days, minutes, minutes_unknown, .. } = *dosage;
    let Dosage { weeks_on_plan, weeks_on_plan_present, longest_gap, starts, calls, transfers, .. } = *dosage;
    let ContactCounts { made, attempted, other_mode, too_short, outside } = contacts;
    let WeeksOnPlan { asking, on_plan } = weeks_on_plan;
    let Starts { met, days, waiting, waiting_days, in_time } = starts;
    let AbsenceCalls { absences, called, reached } = calls;
    let Transfers { transfers, mentored, same_mentor, contacted } = transfers;
    let parts = |parts: u64| Q::new(parts, per.max(1));
    [
        ("students", Q::int(students)),
        ("assigned days", Q::int(assigned_days)),
        ("present days", Q::int(present_days)),
        ("expected", parts(expected)),
        ("expected present", parts(expected_present)),
        ("weeks", parts(weeks)),
        ("made", Q::int(made)),
        ("attempted", Q::int(attempted)),
        ("other mode", Q::int(other_mode)),
        ("too short", Q::int(too_short)),
        ("outside", Q::int(outside)),
        ("in circles", Q::int(in_circles)),
        ("contact days", Q::int(contact_days)),
        ("minutes", Q::int(minutes)),
        ("minutes unknown", Q::int(minutes_unknown)),
        ("weeks asking", Q::int(asking)),
        ("weeks on plan", Q::int(on_plan)),
        ("weeks asking present", Q::int(weeks_on_plan_present.asking)),
        ("weeks on plan present", Q::int(weeks_on_plan_present.on_plan)),
        ("longest gap", Q::int(longest_gap)),
        ("met", Q::int(met)),
        ("days", Q::int(days)),
        ("waiting", Q::int(waiting)),
        ("waiting days", Q::int(waiting_days)),
        ("in time", Q::int(in_time)),
        ("absences", Q::int(absences)),
        ("called", Q::int(called)),
        ("reached", Q::int(reached)),
        ("transfers", Q::int(transfers)),
        ("mentored", Q::int(mentored)),
        ("same mentor", Q::int(same_mentor)),
        ("contacted", Q::int(contacted)),
    ]
    .into()
}

/// Every figure and every rate of a dosage.
fn same_dosage(dosage: &Dosage, expected: &Figures, what: &str) {
    let library = figures(dosage);
    for name in expected.keys() {
        assert!(library.contains_key(name), "{name} is no figure of a dosage");
    }
    let of = |name: &str| expected.get(name).copied().unwrap_or(Q::ZERO);
    for (name, number) in library {
        assert_eq!(number, of(name), "{name} of {what}: {dosage:#?}");
    }
    let over = |part: Q, whole: Q| (!whole.is_zero()).then(|| part / whole);
    let exact = |rate: Option<Rate>| rate.map(|rate| Q::new(rate.part(), rate.whole()));
    let all = of("made") + of("attempted") + of("other mode") + of("too short") + of("outside");
    assert_eq!(Q::int(dosage.contacts.total()), all, "{what}");
    for (rate, expected) in [
        (dosage.fidelity(), over(of("made"), of("expected"))),
        (dosage.fidelity_present(), over(of("made"), of("expected present"))),
        (dosage.contacts_per_week(), over(of("made"), of("weeks"))),
        (dosage.minutes_per_contact(), over(of("minutes"), of("made") - of("minutes unknown"))),
        (dosage.weeks_on_plan.rate(), over(of("weeks on plan"), of("weeks asking"))),
        (dosage.weeks_on_plan_present.rate(), over(of("weeks on plan present"), of("weeks asking present"))),
        (dosage.starts.mean_days(), over(of("days"), of("met"))),
        (dosage.calls.call_rate(), over(of("called"), of("absences"))),
        (dosage.calls.reach_rate(), over(of("reached"), of("absences"))),
    ] {
        assert_eq!(exact(rate), expected, "a rate of {what}");
    }
}

/// Every group of a table against the reference, and no group besides.
pub fn same_table(oracle: &Oracle<'_>, reading: &MentoringReading<'_>, roster: &Roster, table: &DosageTable) {
    let casebook = reading.casebook();
    let mut overall = Figures::new();
    let mut by_student: Vec<String> = Vec::new();
    let mut by_mentor: BTreeMap<String, Figures> = BTreeMap::new();
    let mut by_school: BTreeMap<String, Figures> = BTreeMap::new();
    let mut listed = table.by_student.iter();
    for (student, year) in &oracle.years {
        let expected = oracle.figures(student, Scope::default());
        if is_nothing(&expected) {
            continue;
        }
        by_student.push(student.clone());
        let found = listed.next().unwrap_or_else(|| panic!("{student} is not listed: {expected:?}"));
        assert_eq!(casebook.students()[found.student].as_str(), student);
        same_dosage(&found.dosage, &expected, student);
        let since = oracle.days_since_contact(student);
        assert_eq!(found.days_since_contact as usize, since, "days since a contact of {student}");
        merge(&mut overall, &expected);

        let mut schools: BTreeSet<&str> = year.days.values().map(|(school, _)| school.as_str()).collect();
        schools.extend([oracle.school_on(student, *oracle.window.start())]);
        for school in schools {
            let here = |other: &str| other == school;
            let mut part = oracle.figures(student, Scope { here: Some(&here), mentor: None });
            part.retain(|_, number| !number.is_zero());
            if !part.is_empty() {
                merge(by_school.entry(school.to_owned()).or_default(), &part);
            }
        }
        for mentor in oracle.ledger.mentors.keys() {
            let part = oracle.figures(student, Scope { mentor: Some(mentor), here: None });
            if !is_nothing(&part) {
                merge(by_mentor.entry(mentor.clone()).or_default(), &part);
            }
        }
    }
    assert!(listed.next().is_none(), "a student is listed without anything");
    same_dosage(&table.overall, &overall, "all");
    assert_eq!(table.circles, oracle.circles(|_| true));

    for id in oracle.ledger.mentors.keys() {
        // A mentor who held a circle is listed with it, whosever the contacts are.
        if oracle.circles(|circle| circle.mentors.iter().any(|mentor| mentor.as_str() == id)) > 0 {
            by_mentor.entry(id.clone()).or_default();
        }
    }
    let mentors: Vec<_> = table.by_mentor.iter().map(|g| casebook.mentor_id(g.key).to_string()).collect();
    assert_eq!(mentors, by_mentor.keys().cloned().collect::<Vec<_>>());
    for (group, (id, expected)) in table.by_mentor.iter().zip(&by_mentor) {
        same_dosage(&group.dosage, expected, id);
        let held = oracle.circles(|circle| circle.mentors.iter().any(|mentor| mentor.as_str() == id));
        assert_eq!(group.circles, held, "circles of {id}");
    }

    let child_of = |circle: &homeroom::mentoring::Circle, is_here: &dyn Fn(&str) -> bool| {
        circle.students.iter().any(|id| is_here(oracle.school_on(id.as_str(), circle.date)))
    };
    let school = |index: usize| reading.register().school_id(index).to_string();
    let schools: Vec<_> = table.by_school.iter().map(|group| school(group.key)).collect();
    assert_eq!(schools, by_school.keys().cloned().collect::<Vec<_>>());
    for (group, (id, expected)) in table.by_school.iter().zip(&by_school) {
        same_dosage(&group.dosage, expected, id);
        assert_eq!(group.circles, oracle.circles(|circle| child_of(circle, &|here| here == id)), "{id}");
    }

    let district = |school: &str| roster.district_of(school).map(ToString::to_string);
    let network =
        |school: &str| (district(school).as_deref() == Some("North")).then(|| "Collaborative".to_owned());
    // A student of two schools of a group counts in it once.
    let grouped = |by: &dyn Fn(&str) -> Option<String>| {
        let mut groups: BTreeMap<Option<String>, Figures> = BTreeMap::new();
        for (student, year) in &oracle.years {
            let mut keys: BTreeSet<_> = year.days.values().map(|(school, _)| by(school)).collect();
            keys.extend([by(oracle.school_on(student, *oracle.window.start()))]);
            for key in keys {
                let here = |school: &str| by(school) == key;
                let mut part = oracle.figures(student, Scope { here: Some(&here), mentor: None });
                part.retain(|_, number| !number.is_zero());
                if !part.is_empty() {
                    merge(groups.entry(key).or_default(), &part);
                }
            }
        }
        groups
    };
    let districts =
        table.by_district.iter().map(|g| (g.key.as_ref().map(ToString::to_string), g.dosage, g.circles));
    let networks =
        table.by_network.iter().map(|g| (g.key.as_ref().map(ToString::to_string), g.dosage, g.circles));
    let compare = |library: Vec<(Option<String>, Dosage, u64)>, by: &dyn Fn(&str) -> Option<String>| {
        let expected = grouped(by);
        let keys: Vec<_> = library.iter().map(|(key, ..)| key.clone()).collect();
        assert_eq!(keys, expected.keys().cloned().collect::<Vec<_>>());
        for (key, dosage, circles) in library {
            same_dosage(&dosage, &expected[&key], &format!("{key:?}"));
            let held = oracle.circles(|circle| child_of(circle, &|here| by(here) == key));
            assert_eq!(circles, held, "circles of {key:?}");
        }
    };
    compare(districts.collect(), &district);
    compare(networks.collect(), &network);
}

/// The records that count, and what was found in the others.
pub fn same_records(ledger: &Ledger, casebook: &Casebook, report: &CasebookReport) {
    let found: BTreeMap<_, _> = report.findings.by_code().collect();
    assert_eq!(found, ledger.found);
    assert_eq!(report.intake(), ledger.intake);
    let read: BTreeMap<_, _> =
        ledger.read.iter().map(|(file, read)| (Some(file_name(*file)), *read)).collect();
    assert_eq!(
        report.intakes.iter().map(|(file, intake)| (file.clone(), intake.read)).collect::<BTreeMap<_, _>>(),
        read
    );
    assert!(report.intakes.values().all(homeroom::Intake::balances));

    assert_eq!(casebook.mentors(), ledger.mentors.values().cloned().collect::<Vec<_>>());
    assert_eq!(casebook.plans(), ledger.plans.values().cloned().collect::<Vec<_>>());
    let mut circles: Vec<_> = ledger.circles.values().cloned().collect();
    circles.sort_by_key(|circle| circle.date);
    assert_eq!(casebook.circles(), circles);
    let (mut contacts, mut barriers) = (Vec::new(), Vec::new());
    for (student, id) in casebook.students().iter().enumerate() {
        let of_student = casebook.contacts_of(student);
        assert!(of_student.is_sorted_by_key(|contact| (
            contact.date(),
            contact.time().is_none(),
            contact.time()
        )));
        contacts.extend(of_student.iter().map(|contact| Met {
            student: id.to_string(),
            date: contact.date(),
            time: contact.time(),
            mentor: contact.mentor().map(|mentor| casebook.mentor_id(mentor).to_string()),
            mode: contact.mode(),
            minutes: contact.minutes().map(ContactMinutes::get),
            outcome: contact.outcome(),
            circle: contact.origin() == ContactOrigin::Circle,
        }));
        barriers.extend(casebook.barriers_of(student).iter().cloned());
    }
    let mut expected = ledger.contacts.clone();
    expected.sort();
    contacts.sort();
    assert_eq!(contacts, expected);
    let mut expected = ledger.barriers.clone();
    expected.sort();
    barriers.sort();
    assert_eq!(barriers, expected);
    let last = ledger.contacts.iter().map(|met| met.date).chain(ledger.calls.iter().map(|call| call.date));
    assert_eq!(casebook.last_recorded_date(), last.max());
}
