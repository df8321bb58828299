//! Numbers of a firing in the largest units that hold them: they must not depend on who else is in the register,
//! whose half days may have made a reading's units smaller.

use crate::{Amount, Rate, Warning, fraction::gcd};

pub(super) fn amount(amount: Amount) -> Amount {
    let divisor = gcd(amount.units, amount.per.into()).max(1);
    Amount { units: amount.units / divisor, per: (u64::from(amount.per) / divisor) as u32 }
}

/// A rate counted in units of which `per` make a day, session or hour: `3/30` for 3 of 30 days.
pub(super) fn rate(rate: Rate, per: u32) -> Rate {
    let divisor = gcd(gcd(rate.part(), rate.whole()), per.into()).max(1);
    Rate::new(rate.part() / divisor, rate.whole() / divisor).unwrap_or(rate)
}

/// A sign of a reading that counts in units of `per`; the year before was counted in units of `per_before`.
pub(super) fn warning(warning: Warning, per: u32, per_before: u32) -> Warning {
    match warning {
        Warning::FirstMonth(sign, days) => Warning::FirstMonth(sign, amount(days)),
        Warning::TwoAMonth(days, month) => Warning::TwoAMonth(amount(days), month),
        Warning::PriorYear(sign, found) => Warning::PriorYear(sign, rate(found, per_before)),
        Warning::SevereNow(found) => Warning::SevereNow(rate(found, per)),
    }
}
