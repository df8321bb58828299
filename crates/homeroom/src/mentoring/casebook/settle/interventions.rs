//! Settling interventions: the catalogue, and each student's statuses as legal histories.

use super::Settling;
use crate::{
    Finding, FindingCode, InterventionId, Place, StudentId,
    mentoring::{Intervention, InterventionStatusRecord, StudentIntervention},
};

impl Settling<'_, '_> {
    /// The catalogue in the order of identifiers.
    pub(super) fn catalogue(&mut self, interventions: Vec<(Intervention, Place)>) -> Vec<Intervention> {
        let mut kept = Vec::new();
        for (intervention, place) in interventions {
            match intervention.check() {
                Ok(()) => kept.push((intervention, place)),
                Err(error) => {
                    let finding = Finding::new(FindingCode::DatesOutOfOrder, place);
                    self.settle_by(finding.detail(error.to_string()));
                }
            }
        }
        self.once(kept, |intervention| intervention.id.clone())
    }

    /// The students' interventions in the order of students and beginnings.
    ///
    /// The statuses of one student and intervention are taken by date, those of one date in the order of the list. A status
    /// that may not follow the one before is rejected; after a final one, a status that opens a history opens a new one.
    pub(super) fn student_interventions(
        &mut self,
        whole: Vec<(StudentIntervention, Place)>,
        mut statuses: Vec<(InterventionStatusRecord, Place)>,
        catalogue: &[Intervention],
    ) -> Vec<StudentIntervention> {
        let mut settled: Vec<StudentIntervention> = Vec::new();
        let mut kept = Vec::new();
        for (record, place) in whole {
            if self.names_known((&record.student, &record.intervention), &place, catalogue) {
                kept.push((record, place));
            }
        }
        let key = |record: &StudentIntervention| {
            let history: Vec<_> = record.history().iter().map(|c| (c.date, c.status)).collect();
            let rest = (record.tier, record.dosage, record.diagnostic_statement.clone());
            (record.student.clone(), record.intervention.clone(), history, rest)
        };
        settled.extend(self.settled(kept, key, FindingCode::DuplicateRecord));

        let order = |(r, _): &(InterventionStatusRecord, Place)| {
            (r.student.clone(), r.intervention.clone(), r.date, r.status)
        };
        statuses.sort_by_cached_key(order);
        let mut open: Option<StudentIntervention> = None;
        let mut last: Option<InterventionStatusRecord> = None;
        for (record, place) in statuses {
            if !self.names_known((&record.student, &record.intervention), &place, catalogue) {
                continue;
            }
            let finding =
                |code| Finding::new(code, place.clone()).student(record.student.as_str()).date(record.date);
            if last.as_ref() == Some(&record) {
                self.settle_by(finding(FindingCode::DuplicateRecord));
                continue;
            }
            let InterventionStatusRecord { student, intervention, date, status } = record.clone();
            let same = open.as_ref().is_some_and(|known| {
                known.student == student && known.intervention == intervention && !known.status().is_final()
            });
            let advanced = match open.as_mut().filter(|_| same) {
                Some(known) => known.advance(status, date),
                None => StudentIntervention::new(student, intervention, status, date).map(|new| {
                    settled.extend(open.replace(new));
                }),
            };
            match advanced {
                Ok(()) => {
                    self.apply(place.file.clone());
                    last = Some(record.clone());
                }
                Err(error) => {
                    self.settle_by(finding(FindingCode::IllegalStatus).detail(error.to_string()));
                }
            }
        }
        settled.extend(open);
        settled.sort_by_cached_key(|record| {
            (record.student.clone(), record.begin(), record.intervention.clone())
        });
        settled
    }

    fn names_known(
        &mut self,
        (student, intervention): (&StudentId, &InterventionId),
        place: &Place,
        catalogue: &[Intervention],
    ) -> bool {
        if !self.years.knows(student.as_str()) {
            self.settle_by(Finding::new(FindingCode::UnknownStudent, place.clone()));
            return false;
        }
        if catalogue.binary_search_by(|known| known.id.cmp(intervention)).is_err() {
            let finding = Finding::new(FindingCode::UnknownIntervention, place.clone());
            self.settle_by(finding.student(student.as_str()));
            return false;
        }
        true
    }
}
