//! Settling contacts: in order, each once, with what is odd about them.

use super::{Settling, years::SchoolDay};
use crate::{
    Finding, FindingCode, Place, StudentId,
    mentoring::{
        Circle, ContactMode,
        casebook::{
            ByStudent, Contact, ContactOrigin, Details, Segment,
            build::{Gathered, NOTHING},
        },
    },
};
use std::{cmp::Reverse, sync::Arc};

/// The contacts as they were gathered.
pub(super) struct Gathering<'a> {
    pub(super) contacts: Vec<Gathered>,
    pub(super) details: Vec<Details>,
    pub(super) students: &'a [Box<str>],
    pub(super) mentors: &'a [Box<str>],
    pub(super) files: &'a [Option<Arc<str>>],
}

// The file of presences in circles, which are counted with their circle.
const IN_CIRCLE: u16 = u16::MAX;

impl Settling<'_, '_> {
    /// The contacts that count, in the order of students and dates, with what was shared in some of them.
    pub(super) fn contacts(
        &mut self,
        gathered: Gathering<'_>,
        students: &[StudentId],
        segments: &ByStudent<Segment>,
        circles: &[Circle],
    ) -> (ByStudent<Contact>, Vec<(u32, Details)>) {
        let Gathering { contacts, mut details, files, .. } = gathered;
        let mut kept = self.known(contacts, gathered.students, gathered.mentors, students, files);
        for circle in circles {
            let members = circle.students.iter().filter_map(|student| students.binary_search(student).ok());
            kept.extend(members.map(|student| {
                let student = student as u32;
                let contact = self.presence(circle, segments, student);
                Gathered { student, contact, details: NOTHING, file: IN_CIRCLE, row: 0 }
            }));
        }
        let key_of = |index: u32| details.get(index as usize).map(Details::key);
        // Of the same contact said twice the first stays: the one whose note fewer may read, then any fixed order.
        kept.sort_unstable_by(|a, b| {
            (a.student, a.contact).cmp(&(b.student, b.contact)).then_with(|| {
                let rest = |g: &Gathered| (g.file, g.row);
                Reverse(key_of(a.details)).cmp(&Reverse(key_of(b.details))).then(rest(a).cmp(&rest(b)))
            })
        });
        let place = |gathered: &Gathered| {
            let row = (gathered.row > 0).then_some(u64::from(gathered.row));
            Place { file: files[usize::from(gathered.file)].clone(), row }
        };
        let mut shared = Vec::new();
        let mut settled: Vec<(u32, Contact)> = Vec::with_capacity(kept.len());
        for of_student in kept.chunk_by(|a, b| a.student == b.student) {
            let student = of_student[0].student;
            let id = &students[student as usize];
            let indices = self.years.indices(id.as_str());
            let mut last_met = None;
            for gathered in of_student {
                let Gathered { contact, .. } = gathered;
                let is_check_in = contact.origin == ContactOrigin::CheckIn;
                let finding = |code| {
                    let finding = Finding::new(code, place(gathered));
                    finding.student(id.as_str()).date(contact.date)
                };
                let before = settled.last().filter(|(of, _)| *of == student).map(|(_, before)| *before);
                if is_check_in && before == Some(*contact) {
                    self.settle_by(finding(FindingCode::DuplicateContact));
                    continue;
                }
                if is_check_in {
                    self.apply(files[usize::from(gathered.file)].clone());
                    for code in self.oddities(*contact, last_met, segments.of(student as usize), &indices) {
                        self.note(finding(code));
                    }
                    if contact.outcome.is_met() {
                        last_met = Some(*contact);
                    }
                }
                if gathered.details != NOTHING {
                    let index = settled.len() as u32;
                    let empty =
                        Details { feeling: None, strengths: Vec::new(), goals: Vec::new(), note: None };
                    shared.push((index, std::mem::replace(&mut details[gathered.details as usize], empty)));
                }
                settled.push((student, *contact));
            }
        }
        (ByStudent::from_sorted(students.len(), settled), shared)
    }

    // The contacts of known students and mentors within a year that has a register, under their own indices.
    fn known(
        &mut self,
        contacts: Vec<Gathered>,
        student_texts: &[Box<str>],
        mentor_texts: &[Box<str>],
        students: &[StudentId],
        files: &[Option<Arc<str>>],
    ) -> Vec<Gathered> {
        let find_student =
            |text: &str| students.binary_search_by(|id| id.as_str().cmp(text)).ok().map(|index| index as u32);
        let find_mentor = |text: &str| {
            let found = self.mentors.binary_search_by(|mentor| mentor.id.as_str().cmp(text));
            found.ok().map(|index| index as u32)
        };
        let student_of: Vec<_> = student_texts.iter().map(|text| find_student(text)).collect();
        let mentor_of: Vec<_> = mentor_texts.iter().map(|text| find_mentor(text)).collect();
        let mut kept = Vec::with_capacity(contacts.len());
        for mut gathered in contacts {
            let row = (gathered.row > 0).then_some(u64::from(gathered.row));
            let place = || Place { file: files[usize::from(gathered.file)].clone(), row };
            let date = gathered.contact.date;
            let Some(student) = student_of[gathered.student as usize] else {
                self.settle_by(Finding::new(FindingCode::UnknownStudent, place()).date(date));
                continue;
            };
            let finding =
                |code| Finding::new(code, place()).student(students[student as usize].as_str()).date(date);
            let Some(mentor) = mentor_of[gathered.contact.mentor as usize] else {
                self.settle_by(finding(FindingCode::UnknownMentor));
                continue;
            };
            if self.years.index_of(date).is_none() {
                self.settle_by(finding(FindingCode::DateOutsideYear));
                continue;
            }
            gathered.student = student;
            gathered.contact.mentor = mentor;
            kept.push(gathered);
        }
        kept
    }

    // What is odd about a check-in that counts; `last_met` is the last before it in which the student was met.
    fn oddities(
        &self,
        contact: Contact,
        last_met: Option<Contact>,
        segments: &[Segment],
        indices: &[Option<usize>],
    ) -> Vec<FindingCode> {
        let mut codes = Vec::new();
        let mut assigned = segments.iter().filter(|segment| segment.holds(contact.date)).peekable();
        if assigned.peek().is_none() {
            codes.push(FindingCode::ContactOutsideAssignment);
        } else if assigned.all(|segment| segment.mentor != contact.mentor) {
            codes.push(FindingCode::ContactByOtherMentor);
        }
        let day =
            self.years.index_of(contact.date).map(|year| self.years.day(year, indices[year], contact.date));
        if day == Some(SchoolDay::None) {
            codes.push(FindingCode::ContactOnNonSchoolDay);
        }
        let at_school = contact.mode == ContactMode::InPerson && contact.outcome.is_met();
        if at_school && day == Some(SchoolDay::AbsentAllDay) {
            codes.push(FindingCode::ContactOnAbsentDay);
        }
        let same_time = |before: Contact| {
            before.date == contact.date && before.is_timed() && before.time_key() == contact.time_key()
        };
        let by_another = |before: Contact| same_time(before) && before.mentor != contact.mentor;
        if contact.outcome.is_met() && last_met.is_some_and(by_another) {
            codes.push(FindingCode::SimultaneousContacts);
        }
        codes
    }
}
