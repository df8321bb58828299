//! Loads, room, and matches: against every set of students that could be matched.

use super::{
    cases,
    classroom::{absences, nth, policy, register, school, stay},
    notebook::{Notebook, assigned, mentor, roster, student},
};
use homeroom::{
    DistrictId, Reading, Roster, SchoolId, Student,
    mentoring::{
        CapacityRules, EndReason, MatchRules, MatchSign, Mentor, MentorKind, MentoringReading, NeedRules,
        NoMatch, Organization,
    },
};
use proptest::{collection::vec, option, prelude::*, sample::select};

const STUDENTS: u8 = 6;

#[derive(Clone, Debug)]
struct Hall {
    book: Notebook,
    schools: Vec<&'static str>,
    missed: Vec<usize>,
    languages: Vec<Option<&'static str>>,
    rules: MatchRules,
}

fn mentors() -> impl Strategy<Value = Mentor> {
    let places = select(vec![&["A"][..], &["B"], &["A", "B"], &[]]);
    let kind = select(vec![MentorKind::Teacher, MentorKind::Peer, MentorKind::Volunteer]);
    let organization = select(vec![
        None,
        Some(Organization::School(SchoolId::new("A").unwrap())),
        Some(Organization::District(DistrictId::new("South").unwrap())),
    ]);
    (places, kind, organization, any::<bool>(), option::weighted(0.8, 0u16..3)).prop_map(
        |(places, kind, organization, speaks, capacity)| {
            let mut one = Mentor::new(mentor(0), kind);
            one.schools = places.iter().map(|id| SchoolId::new(id).unwrap()).collect();
            (one.organization, one.capacity) = (organization, capacity);
            one.languages = if speaks { vec!["es".to_owned()] } else { Vec::new() };
            one
        },
    )
}

fn halls() -> impl Strategy<Value = Hall> {
    let n = usize::from(STUDENTS);
    let languages = vec(select(vec![None, Some("es"), Some("en")]), n);
    let ends = select(vec![
        None,
        Some(EndReason::NotAMatch),
        Some(EndReason::Declined),
        Some(EndReason::HandedOver),
    ]);
    let before = vec((0..STUDENTS, 0u8..4, 0usize..4, option::weighted(0.8, 0usize..12), ends), 0..6);
    let kinds = option::weighted(0.3, Just(vec![MentorKind::Teacher, MentorKind::Volunteer]));
    (
        vec(mentors(), 4),
        vec(select(vec!["A", "B"]), n),
        vec(0usize..7, n),
        languages,
        before,
        (any::<bool>(), kinds),
    )
        .prop_map(|(mentors, schools, missed, languages, before, (language_required, kinds))| {
            let mut book = Notebook::default();
            for (n, record) in mentors.into_iter().enumerate() {
                book.mentors.push(Mentor { id: mentor(n), ..record });
            }
            for (s, m, from, stays, reason) in before {
                let mut record = assigned(s, m, from, stays.map(|days| from + days));
                record.end_reason = reason.filter(|_| record.end.is_some());
                book.assignments.push(record);
            }
            let mut rules = MatchRules { language_required, ..MatchRules::default() };
            rules.kinds.extend(kinds.map(|kinds| (3, kinds)));
            Hall { book, schools, missed, languages, rules }
        })
}

type Rule<'r> = (NoMatch, &'r dyn Fn(&Mentor) -> bool);

impl Hall {
    fn roster(&self) -> Roster {
        let mut roster = roster();
        for (n, language) in self.languages.iter().enumerate() {
            let mut student = Student::new(student(n));
            if let Some(language) = language {
                student.set_attribute("home_language", *language);
            }
            roster.add_student(student);
        }
        roster
    }

    // Whether all that a match must have is there, room aside; the rules in their order.
    fn obstacle(&self, student_n: u8, tier: u8) -> (Vec<usize>, Option<NoMatch>) {
        let n = usize::from(student_n);
        let rules: [Rule<'_>; 4] = [
            (NoMatch::NoMentorAtSchool, &|mentor| {
                if !mentor.schools.is_empty() {
                    return mentor.schools.iter().any(|id| id.as_str() == self.schools[n]);
                }
                match &mentor.organization {
                    Some(Organization::School(id)) => id.as_str() == self.schools[n],
                    Some(Organization::District(_)) => self.schools[n] == "B",
                    _ => false,
                }
            }),
            (NoMatch::NoneOfKind, &|mentor| {
                self.rules.kinds.get(&tier).is_none_or(|k| k.contains(&mentor.kind))
            }),
            (NoMatch::NoneSpeaksLanguage, &|mentor| {
                !self.rules.language_required
                    || self.languages[n] != Some("es")
                    || mentor.languages.len() == 1
            }),
            (NoMatch::OnlyUnfit, &|mentor| {
                !self.book.assignments.iter().any(|a| {
                    a.mentor == mentor.id
                        && a.student == student(student_n)
                        && a.end.is_some_and(|end| end <= nth(9))
                        && matches!(a.end_reason, Some(EndReason::NotAMatch | EndReason::Declined))
                })
            }),
        ];
        let mut left: Vec<usize> = (0..self.book.mentors.len()).collect();
        for (reason, fits) in rules {
            left.retain(|m| fits(&self.book.mentors[*m]));
            if left.is_empty() {
                return (left, Some(reason));
            }
        }
        (left, None)
    }
}

// Whether all of these students can be matched at once: by trying every way.
fn feasible(students: &[&Vec<usize>], room: &mut Vec<usize>) -> bool {
    let Some((first, rest)) = students.split_first() else { return true };
    first.iter().any(|m| {
        if room[*m] == 0 {
            return false;
        }
        room[*m] -= 1;
        let rest = feasible(rest, room);
        room[*m] += 1;
        rest
    })
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn no_other_proposal_matches_more_or_earlier(hall in halls(), by in 0usize..5) {
        let stays: Vec<_> =
            (0..STUDENTS).map(|n| stay(&format!("stu{n}"), hall.schools[usize::from(n)], 0, None)).collect();
        let missed = hall.missed.iter().enumerate().flat_map(|(n, days)| {
            absences(&format!("stu{n}"), hall.schools[n], 0..*days)
        });
        let register = register(vec![school("A", 20), school("B", 20)], stays, missed.collect());
        let policy = policy("");
        let year = Reading::new(&register, &policy).unwrap();
        let (casebook, _) = hall.book.close(&register);
        let reading = MentoringReading::new(&casebook, &year).unwrap();
        let (as_of, capacity, roster) = (nth(9), CapacityRules::default(), hall.roster());

        let loads = reading.loads(&capacity, as_of);
        let holds = |s: u8, m: usize| {
            let mut all = hall.book.assignments.iter();
            all.any(|a| a.student == student(s) && a.mentor == mentor(m) && a.holds(as_of))
        };
        let index = |s: u8| casebook.find_student(&format!("stu{s}"));
        for (m, load) in loads.iter().enumerate() {
            let of: Vec<usize> = (0..STUDENTS).filter(|s| holds(*s, m)).filter_map(index).collect();
            prop_assert_eq!(&load.primary, &of);
            let most = hall.book.mentors[m].capacity.or(match hall.book.mentors[m].kind {
                MentorKind::Teacher => Some(5),
                MentorKind::Volunteer => Some(15),
                _ => None,
            });
            prop_assert_eq!(load.capacity, most);
            prop_assert_eq!(load.room(), most.map(|most| usize::from(most).saturating_sub(of.len())));
            prop_assert_eq!(load.over(), most.map_or(0, |most| of.len().saturating_sub(usize::from(most))));
        }

        let needs = reading.needs(&NeedRules::default(), as_of, None);
        let proposal = reading.propose_matches(&needs, (&capacity, &hall.rules), &roster, as_of);
        let mut waiting: Vec<_> = needs.iter().filter(|need| {
            (0..4).all(|m| !holds(need.student as u8, m))
        }).collect();
        let rate = |need: &homeroom::mentoring::Need| need.absence_rate.map(homeroom::Rate::reduced);
        waiting.sort_by(|a, b| (b.tier, rate(b), a.student).cmp(&(a.tier, rate(a), b.student)));
        let fits: Vec<_> = waiting.iter().map(|need| hall.obstacle(need.student as u8, need.tier)).collect();
        let mut room: Vec<usize> = loads.iter().map(|load| load.room().unwrap_or(0)).collect();

        // Of all feasible sets the largest, and of these the one that is first in the order of need.
        let n = waiting.len();
        let sets = (0u32..1 << n).filter(|set| {
            let chosen: Vec<_> = (0..n).filter(|i| set >> i & 1 == 1).map(|i| &fits[i].0).collect();
            feasible(&chosen, &mut room)
        });
        let best = sets.max_by_key(|set| {
            (set.count_ones(), (0..n).map(|i| set >> i & 1).collect::<Vec<_>>())
        }).unwrap();
        let expected: Vec<usize> = (0..n).filter(|i| best >> i & 1 == 1).map(|i| waiting[i].student).collect();
        let matched: Vec<usize> = proposal.matches.iter().map(|found| found.student).collect();
        prop_assert_eq!(matched, expected);
        let unmatched: Vec<_> = (0..n).filter(|i| best >> i & 1 == 0).map(|i| {
            (waiting[i].student, fits[i].1.unwrap_or(NoMatch::NoRoom))
        }).collect();
        let left: Vec<_> = proposal.unmatched.iter().map(|left| (left.student, left.reason)).collect();
        prop_assert_eq!(left, unmatched);

        // What must be is so, and what speaks for a match is true.
        for found in &proposal.matches {
            let place = waiting.iter().position(|need| need.student == found.student).unwrap();
            prop_assert!(fits[place].0.contains(&found.mentor));
            let known = hall.book.assignments.iter().any(|a| {
                a.student == student(found.student) && a.mentor == mentor(found.mentor) && a.begin <= as_of
            });
            prop_assert_eq!(found.signs.contains(&MatchSign::EarlierMentor), known);
            let speaks = hall.languages[found.student] == Some("es");
            let language = speaks && !hall.book.mentors[found.mentor].languages.is_empty();
            prop_assert_eq!(found.signs.contains(&MatchSign::Language), language);
            let taken = proposal.matches.iter().filter(|other| other.mentor == found.mentor).count();
            let students = loads[found.mentor].primary.len() + taken;
            let capacity = usize::from(loads[found.mentor].capacity.unwrap());
            prop_assert!(students <= capacity);
            let load = MatchSign::Load { students, capacity };
            prop_assert!(found.signs.contains(&load));
        }

        // The same facts in another order, and what became known later, change nothing.
        for book in [hall.book.shuffled(by), hall.book.known_on(as_of)] {
            let (casebook, _) = book.close(&register);
            let reading = MentoringReading::new(&casebook, &year).unwrap();
            let mut needs = reading.needs(&NeedRules::default(), as_of, None);
            needs.reverse();
            prop_assert_eq!(&reading.propose_matches(&needs, (&capacity, &hall.rules), &roster, as_of), &proposal);
        }
    }
}

#[test]
fn a_student_matched_before_moves_along_a_chain_to_make_room() {
    // In the order of need stu0 fits both, stu1 men0 and men1, stu2 men0 only: all three find a place.
    let mut book = Notebook::default();
    for (n, schools) in [["A"].as_slice(), &["A", "B"], &["B"]].iter().enumerate() {
        let mut record = Mentor::new(mentor(n), MentorKind::Teacher);
        record.schools = schools.iter().map(|id| SchoolId::new(id).unwrap()).collect();
        record.capacity = Some(1);
        book.mentors.push(record);
    }
    let at = |n: usize| if n == 0 { "B" } else { "A" };
    let stays = (0..3).map(|n| stay(&format!("stu{n}"), at(n), 0, None)).collect();
    let missed = (0..3).flat_map(|n| absences(&format!("stu{n}"), at(n), 0..8 - n)).collect();
    let register = register(vec![school("A", 20), school("B", 20)], stays, missed);
    let policy = policy("");
    let year = Reading::new(&register, &policy).unwrap();
    let (casebook, _) = book.close(&register);
    let reading = MentoringReading::new(&casebook, &year).unwrap();
    let needs = reading.needs(&NeedRules::default(), nth(9), None);
    let rules = (&CapacityRules::default(), &MatchRules::default());
    let proposal = reading.propose_matches(&needs, rules, &roster(), nth(9));
    let pairs: Vec<_> = proposal.matches.iter().map(|found| (found.student, found.mentor)).collect();
    assert_eq!(pairs, [(0, 2), (1, 1), (2, 0)], "stu0 took men1 at first, and moved; so did stu1");
}
