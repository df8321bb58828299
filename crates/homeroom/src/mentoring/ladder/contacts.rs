//! The contacts of a casebook that clear steps: those that were made, with the student or the family.

use super::{ContactMade, ContactParty};
use crate::mentoring::{CallOutcome, Casebook, CircleKind};

impl Casebook {
    /// The contacts made, in the order of students and dates: check-ins and circles with the student, calls that reached the
    /// family, and family circles with a guardian. What was only attempted is none; nor is a home visit one with the family,
    /// for nobody wrote down who was at home.
    pub fn contacts_made(&self) -> Vec<ContactMade> {
        let mut made = Vec::new();
        for (index, student) in self.students().iter().enumerate() {
            let with = |date, with| ContactMade { student: student.clone(), date, with };
            let contacts = self.contacts_of(index).iter().filter(|contact| contact.outcome().is_met());
            made.extend(contacts.map(|contact| with(contact.date(), ContactParty::Student)));
            let calls = self.calls.of(index).iter().filter(|call| call.outcome == CallOutcome::Reached);
            made.extend(calls.map(|call| with(call.date, ContactParty::Family)));
        }
        let family =
            |circle: &&super::super::Circle| circle.kind == CircleKind::Family && circle.guardians > 0;
        for circle in self.circles().iter().filter(family) {
            let (date, with) = (circle.date, ContactParty::Family);
            made.extend(circle.students.iter().map(|student| ContactMade {
                student: student.clone(),
                date,
                with,
            }));
        }
        made.sort_unstable();
        made.dedup();
        made
    }
}
