//! Settling barriers: raised again while unresolved, a barrier is the same.

use super::Settling;
use crate::{
    Finding, FindingCode, Place,
    mentoring::{BarrierRecord, BarrierSource, EmpathyInterview},
};

/// The barriers named in interviews with or about a student.
pub(super) fn of_interviews(
    interviews: &[EmpathyInterview],
) -> impl Iterator<Item = (BarrierRecord, Option<Place>)> {
    interviews.iter().filter_map(|interview| Some((interview, interview.student.clone()?))).flat_map(
        |(interview, student)| {
            interview.barriers.iter().map(move |barrier| {
                let (student, barrier) = (student.clone(), barrier.clone());
                let (learnt_on, learnt_from) = (interview.date, BarrierSource::Interview);
                (BarrierRecord { student, barrier, learnt_on, learnt_from, resolved_on: None }, None)
            })
        },
    )
}

impl Settling<'_, '_> {
    /// The barriers in the order of students and of the days they were learnt of. Records of one student and
    /// barrier are one barrier as long as it is not resolved; of several ends the earliest counts.
    pub(super) fn barriers(&mut self, barriers: Vec<(BarrierRecord, Option<Place>)>) -> Vec<BarrierRecord> {
        let mut kept: Vec<(BarrierRecord, Option<Place>)> = Vec::new();
        for (record, place) in barriers {
            let finding = |code, place: &Place| {
                Finding::new(code, place.clone()).student(record.student.as_str()).date(record.learnt_on)
            };
            let known = self.years.knows(record.student.as_str());
            match &place {
                Some(place) if !known => {
                    let finding = Finding::new(FindingCode::UnknownStudent, place.clone());
                    self.settle_by(finding.date(record.learnt_on));
                }
                // The record that raised it has the finding.
                None if !known => {}
                Some(place) if record.resolved_on.is_some_and(|end| end < record.learnt_on) => {
                    self.settle_by(finding(FindingCode::DatesOutOfOrder, place));
                }
                _ => kept.push((record, place)),
            }
        }
        // Of equals a record of its own stands before what another record raised.
        kept.sort_by(|(a, at), (b, bt)| {
            let key =
                |r: &BarrierRecord| (r.learnt_on, r.learnt_from, r.resolved_on.is_none(), r.resolved_on);
            (&a.student, &a.barrier, key(a), at.is_none()).cmp(&(
                &b.student,
                &b.barrier,
                key(b),
                bt.is_none(),
            ))
        });
        let mut settled: Vec<BarrierRecord> = Vec::with_capacity(kept.len());
        for (record, place) in kept {
            let same = settled.last_mut().filter(|before| {
                let still_there = before.resolved_on.is_none_or(|end| record.learnt_on <= end);
                before.student == record.student && before.barrier == record.barrier && still_there
            });
            if let Some(before) = same {
                let ends = [before.resolved_on, record.resolved_on];
                before.resolved_on = ends.into_iter().flatten().min();
                if let Some(place) = place {
                    let finding = Finding::new(FindingCode::DuplicateRecord, place);
                    self.settle_by(finding.student(record.student.as_str()).date(record.learnt_on));
                }
            } else {
                if let Some(place) = place {
                    self.apply(place.file);
                }
                settled.push(record);
            }
        }
        settled.sort_by(|a, b| {
            (&a.student, a.learnt_on, &a.barrier).cmp(&(&b.student, b.learnt_on, &b.barrier))
        });
        settled
    }
}
