//! Weights: what a day mark is worth under a policy, in exact units of a day.

use crate::{
    AttendanceCategory, AttendanceStatus, CountsAs, DayMark, Fraction, Policy, TooFine, Unit, fraction::lcm,
};

/// What one day of a mark is worth; the amounts are units of the reading's scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Weights {
    pub(super) absent: u32,
    pub(super) excused: u32,
    pub(super) unexcused: u32,
    pub(super) disciplinary: u32,
    pub(super) membership: u32,
    pub(super) recorded: u32,
    pub(super) remote: u32,
    pub(super) tardy: bool,
    pub(super) early_departure: bool,
}

/// The same as exact fractions of the day.
struct Parts {
    membership: Fraction,
    recorded: Fraction,
    absent: Fraction,
    excused: Fraction,
    unexcused: Fraction,
    disciplinary: Fraction,
    remote: Fraction,
}

impl Weights {
    pub(super) fn present(scale: u32) -> Self {
        Self {
            absent: 0,
            excused: 0,
            unexcused: 0,
            disciplinary: 0,
            membership: scale,
            recorded: scale,
            remote: 0,
            tardy: false,
            early_departure: false,
        }
    }

    /// The weights of a mark; the scale is a common one of all marks, so every amount is whole.
    pub(super) fn of(mark: &DayMark, policy: &Policy, scale: u32) -> Self {
        let Some(parts) = parts(mark, policy) else { return Self::present(scale) };
        let units = |part: Fraction| part.numerator() * (scale / part.denominator());
        let has = |status| mark.parts().iter().any(|(code, _)| code.status() == status);
        Self {
            absent: units(parts.absent),
            excused: units(parts.excused),
            unexcused: units(parts.unexcused),
            disciplinary: units(parts.disciplinary),
            membership: units(parts.membership),
            recorded: units(parts.recorded),
            remote: units(parts.remote),
            tardy: has(AttendanceStatus::Tardy),
            early_departure: has(AttendanceStatus::EarlyDeparture),
        }
    }
}

/// The least number of units in a day that makes every weight of every mark whole.
pub(super) fn common_scale(marks: &[DayMark], policy: &Policy) -> Result<u32, TooFine> {
    let mut scale = if policy.unit == Unit::Session { 2 } else { 1 };
    for mark in marks {
        let Parts { membership, recorded, absent, excused, unexcused, disciplinary, remote } =
            parts(mark, policy).ok_or(TooFine)?;
        for part in [membership, recorded, absent, excused, unexcused, disciplinary, remote] {
            scale = lcm(scale, part.denominator()).ok_or(TooFine)?;
        }
    }
    Ok(scale)
}

// `None` where an amount is not a fraction that 32 bits hold.
fn parts(mark: &DayMark, policy: &Policy) -> Option<Parts> {
    let sum = |keep: &dyn Fn(CountsAs, usize) -> bool| {
        mark.parts().iter().enumerate().try_fold(Fraction::ZERO, |sum, (i, (code, part))| {
            match policy.treatment.of(*code) {
                Some(counts) if keep(counts, i) => sum.checked_add(*part),
                _ => Some(sum),
            }
        })
    };
    let code = |i: usize| mark.parts()[i].0;
    let excluded = sum(&|counts, _| counts == CountsAs::Excluded)?;
    let missed = sum(&|counts, _| counts == CountsAs::Absent)?;
    let unknown = mark
        .parts()
        .iter()
        .filter(|(code, _)| policy.treatment.of(*code).is_none())
        .try_fold(Fraction::ZERO, |sum, (_, part)| sum.checked_add(*part))?;
    let membership = Fraction::ONE.checked_sub(excluded)?;
    let recorded = membership.checked_sub(unknown)?;
    // The day rule speaks of the day that was expected and recorded.
    let absent = match (missed, recorded) {
        (Fraction::ZERO, _) | (_, Fraction::ZERO) => Fraction::ZERO,
        _ => scale_by(policy.day_rule.absence(divide(missed, recorded)?), recorded)?,
    };
    // An absence of several kinds is shared out as the parts missed are.
    let of_kind = |keep: &dyn Fn(usize) -> bool| {
        let kind = sum(&|counts, i| counts == CountsAs::Absent && keep(i))?;
        if kind == Fraction::ZERO || absent == Fraction::ZERO {
            return Some(Fraction::ZERO);
        }
        scale_by(divide(kind, missed)?, absent)
    };
    Some(Parts {
        excused: of_kind(&|i| code(i).status() == AttendanceStatus::ExcusedAbsence)?,
        unexcused: of_kind(&|i| code(i).status() == AttendanceStatus::UnexcusedAbsence)?,
        disciplinary: of_kind(&|i| {
            matches!(
                code(i).category(),
                Some(
                    AttendanceCategory::DisciplinaryWithoutInstruction
                        | AttendanceCategory::DisciplinaryWithInstruction
                )
            )
        })?,
        remote: sum(&|counts, i| {
            counts == CountsAs::Present && code(i).category() == Some(AttendanceCategory::RemoteLearning)
        })?,
        membership,
        recorded,
        absent,
    })
}

fn divide(a: Fraction, b: Fraction) -> Option<Fraction> {
    product(a.numerator(), a.denominator(), b.denominator(), b.numerator())
}

fn scale_by(a: Fraction, b: Fraction) -> Option<Fraction> {
    product(a.numerator(), a.denominator(), b.numerator(), b.denominator())
}

// `(a / b) * (c / d)`, exactly.
fn product(a: u32, b: u32, c: u32, d: u32) -> Option<Fraction> {
    let (numerator, denominator) = (u64::from(a) * u64::from(c), u64::from(b) * u64::from(d));
    let divisor = crate::fraction::gcd(numerator, denominator).max(1);
    let narrow = |n: u64| u32::try_from(n / divisor).ok();
    Fraction::new(narrow(numerator)?, narrow(denominator)?)
}
