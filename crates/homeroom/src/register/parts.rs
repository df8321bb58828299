//! Records about parts of a day: kept until the roll is closed, then settled day by day.

use super::{
    PartsExceedDay, RollBasis,
    day_mark::{DayMark, TooManyMarks},
    roll::{Roll, describe, is_late},
    rules::ConflictRule,
};
use crate::{AttendanceCode, AttendanceStatus, FindingCode, Fraction};
use std::collections::BTreeMap;

/// One record about a part of a day, kept until the roll is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct PartRecord {
    pub(super) row: u32,
    pub(super) day: u16,
    pub(super) slot: Slot,
    pub(super) code: AttendanceCode,
    pub(super) part: Fraction,
    // Where in `Roll::places` the record's place is.
    pub(super) record: u32,
}

/// Which part of the day a record speaks of; records of one slot exclude each other, others add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Slot {
    Unnamed,
    Morning,
    Afternoon,
    // A section by the number of its name, and how many sections the day has (0 where not said).
    Section { section: u32, of: u8 },
}

impl Roll {
    pub(super) fn settle_parts(&mut self) -> Result<(), TooManyMarks> {
        let mut parts = std::mem::take(&mut self.parts);
        // The number of a section follows the order of reading; its name does not.
        let mut names: Vec<_> = std::mem::take(&mut self.sections).into_iter().collect();
        names.sort_unstable();
        let mut rank = vec![0; names.len()];
        for (place, (_, number)) in names.iter().enumerate() {
            rank[*number as usize] = place as u32;
        }
        for part in &mut parts {
            if let Slot::Section { section, .. } = &mut part.slot {
                *section = rank[*section as usize];
            }
        }
        parts.sort_unstable();
        for day in parts.chunk_by(|a, b| (a.row, a.day) == (b.row, b.day)) {
            self.settle_day(day)?;
        }
        Ok(())
    }

    // Settles the records about parts of one day. Each of them was counted as applied when it came.
    fn settle_day(&mut self, records: &[PartRecord]) -> Result<(), TooManyMarks> {
        let (row, day) = (records[0].row as usize, usize::from(records[0].day));
        let mut kept = self.settle_slots(records);
        let mark = self.combine(&kept).unwrap_or_else(|PartsExceedDay| self.settle_excess(&mut kept));
        let (word, bit) = (row * self.register.words() + day / 64, 1u64 << (day % 64));
        let known = self.register.row(row);
        let has_whole = self.written[word] & bit != 0 && known.is_recorded(day);
        let whole = self.register.marks()[usize::from(known.mark(day))].clone();
        let decisive = |(code, _): &(AttendanceCode, Fraction)| {
            code.status().is_absence() || code.status() == AttendanceStatus::NotExpected
        };
        if has_whole && whole.parts().iter().any(decisive) {
            let rule = self.register.rules.conflict;
            // Coming late or leaving early corrects an absence, whether or not anybody wrote down how much; being
            // late for a section does not.
            let corrects = kept.iter().all(|record| is_late(record.code) && record.slot == Slot::Unnamed);
            let stands = rule == ConflictRule::Certainty && !corrects;
            if stands || rule.compare(&whole, &mark).is_gt() {
                for lost in kept {
                    self.recount(lost, FindingCode::ConflictingEvents, Some(&whole));
                }
                return Ok(());
            }
            // The whole-day record loses; the finding stands where the record does that wins.
            self.recount(kept[0], FindingCode::ConflictingEvents, Some(&mark));
            return self.register.write(row, day, mark, true);
        }
        self.written[word] |= bit;
        let day_mark = if has_whole { refine(&whole, &mark) } else { mark };
        self.register.write(row, day, day_mark, true)
    }

    // More than a day is no day: the record with the most of it absent stands alone, so that no reported absence
    // turns into presence.
    fn settle_excess(&mut self, kept: &mut Vec<PartRecord>) -> DayMark {
        kept.sort_by(|a, b| ConflictRule::MostAbsent.compare(&b.alone(), &a.alone()));
        let mark = kept[0].alone();
        for lost in kept.split_off(1) {
            self.recount(lost, FindingCode::PartsExceedDay, Some(&mark));
        }
        mark
    }

    // One record a slot: the others say it again or contradict it.
    fn settle_slots(&mut self, records: &[PartRecord]) -> Vec<PartRecord> {
        let mut slots: BTreeMap<(Slot, Option<AttendanceCode>), PartRecord> = BTreeMap::new();
        for record in records {
            // Unnamed parts of different codes add up; of one code they say the same thing twice.
            let own_code = (record.slot == Slot::Unnamed).then_some(record.code);
            let slot = match record.slot {
                Slot::Section { section, .. } => Slot::Section { section, of: 0 },
                slot => slot,
            };
            let Some(known) = slots.insert((slot, own_code), *record) else { continue };
            if (known.code, known.part) == (record.code, record.part) {
                self.recount(*record, FindingCode::DuplicateEvent, None);
                continue;
            }
            let wins = self.register.rules.conflict.compare(&record.alone(), &known.alone()).is_gt();
            let (winner, lost) = if wins { (*record, known) } else { (known, *record) };
            slots.insert((slot, own_code), winner);
            self.recount(lost, FindingCode::ConflictingEvents, Some(&winner.alone()));
        }
        slots.into_values().collect()
    }

    // The day that the surviving records make. On a full roll a section that nobody recorded is not recorded.
    fn combine(&self, records: &[PartRecord]) -> Result<DayMark, PartsExceedDay> {
        let sections = records.iter().filter(|record| matches!(record.slot, Slot::Section { .. })).count();
        let said = records.iter().map(|record| match record.slot {
            Slot::Section { of, .. } => usize::from(of),
            _ => 0,
        });
        let of = said.max().unwrap_or(0).max(sections) as u32;
        let share = Fraction::new(1, of.max(1)).unwrap_or(Fraction::ONE);
        let mut parts = Vec::with_capacity(records.len() + 1);
        for record in records {
            let part = match record.slot {
                Slot::Section { .. } if !is_late(record.code) => share,
                _ => record.missed(),
            };
            parts.push((record.code, part));
        }
        if self.register.rules.basis == RollBasis::FullRoll {
            let named = |slot| records.iter().any(|record| record.slot == slot);
            let missing = if sections > 0 {
                Fraction::new(of - sections as u32, of)
            } else if named(Slot::Morning) != named(Slot::Afternoon) {
                Some(Fraction::HALF)
            } else {
                None
            };
            let not_recorded = AttendanceCode::new(AttendanceStatus::NotRecorded);
            parts.extend(missing.filter(|part| *part != Fraction::ZERO).map(|part| (not_recorded, part)));
        }
        DayMark::from_parts(parts)
    }

    // A record counted as applied turns out otherwise, for the sake of a mark that counts instead.
    fn recount(&mut self, record: PartRecord, code: FindingCode, winner: Option<&DayMark>) {
        let place = self.places[record.record as usize].clone();
        let late = self.report.settled_late.entry(place.file.clone()).or_default();
        self.report.intake.applied -= 1;
        if code == FindingCode::DuplicateEvent {
            late.merged += 1;
            self.report.intake.merged += 1;
        } else {
            late.superseded += 1;
            self.report.intake.superseded += 1;
        }
        let mut finding = self.finding_at(record.row as usize, record.day.into(), code);
        finding.place = place;
        if let Some(winner) = winner {
            let rule = self.register.rules.conflict;
            finding = finding.detail(format!("{} counts by {rule}", describe(winner)));
        }
        self.report.findings.push(finding);
    }
}

// A whole-day record of presence, tardiness or departure, refined by parts: what they leave over of the day, and
// what nobody recorded of it, is as the whole-day record says.
fn refine(whole: &DayMark, parts: &DayMark) -> DayMark {
    let known = |(code, _): &&(AttendanceCode, Fraction)| code.status() != AttendanceStatus::NotRecorded;
    let mut refined: Vec<_> = parts.parts().iter().filter(known).copied().collect();
    let covered = refined.iter().try_fold(Fraction::ZERO, |sum, (_, part)| sum.checked_add(*part));
    let rest = covered.and_then(|covered| Fraction::ONE.checked_sub(covered)).unwrap_or(Fraction::ZERO);
    refined.extend(whole.parts().iter().map(|(code, part)| (*code, (*part).min(rest))));
    DayMark::from_parts(refined).unwrap_or_else(|PartsExceedDay| parts.clone())
}

impl PartRecord {
    // The day as this record alone would have it.
    fn alone(&self) -> DayMark {
        DayMark::from_parts([(self.code, self.missed())]).unwrap_or_default()
    }

    // Being late for a session or section does not say how much of it was missed.
    fn missed(&self) -> Fraction {
        if is_late(self.code) && self.slot != Slot::Unnamed { Fraction::ZERO } else { self.part }
    }
}
