//! Columns of dates, as days from 1970-01-01.

use super::{column_error, source::Column, wrong_type};
use arrow_array::{
    Array, ArrayRef,
    cast::AsArray,
    types::{
        Date32Type, Date64Type, TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
        TimestampSecondType,
    },
};
use arrow_schema::{DataType, TimeUnit};
use pyo3::PyResult;

const WANTED: &str = "dates (a date, or a time stamp without a time zone that is midnight in every row)";

impl Column<'_> {
    /// The column's dates; `missing` where there is none.
    pub(crate) fn days(&self, missing: i32) -> PyResult<Vec<i32>> {
        let mut days = Vec::new();
        let type_error = || wrong_type(self.table, self.name, self.data_type, WANTED);
        let Some(per_day) = ticks_a_day(self.data_type) else { return Err(type_error()) };
        for chunk in &self.chunks {
            let ticks = ticks(chunk).ok_or_else(type_error)?;
            for tick in ticks {
                let day = tick.map(|tick| day(tick, per_day)).map(|day| {
                    day.ok_or_else(|| {
                        let row = days.len();
                        let problem = format!(
                            "holds a time of day in row {row} (counted from 0): it must be dates, as a time alone does not say of which day and zone it is; convert it where you know"
                        );
                        column_error("time_of_day", self.table, self.name, &problem)
                    })
                });
                days.push(day.transpose()?.unwrap_or(missing));
            }
        }
        Ok(days)
    }
}

/// How many ticks of a type make a day.
fn ticks_a_day(data_type: &DataType) -> Option<i64> {
    match data_type {
        DataType::Date32 | DataType::Null => Some(1),
        DataType::Timestamp(TimeUnit::Second, None) => Some(86_400),
        DataType::Date64 | DataType::Timestamp(TimeUnit::Millisecond, None) => Some(86_400_000),
        DataType::Timestamp(TimeUnit::Microsecond, None) => Some(86_400_000_000),
        DataType::Timestamp(TimeUnit::Nanosecond, None) => Some(86_400_000_000_000),
        _ => None,
    }
}

/// The day of a tick; `None` where it is not the first of its day.
fn day(tick: i64, per_day: i64) -> Option<i32> {
    (tick.checked_rem_euclid(per_day)? == 0).then_some(())?;
    i32::try_from(tick.checked_div_euclid(per_day)?).ok()
}

fn ticks(chunk: &ArrayRef) -> Option<Vec<Option<i64>>> {
    macro_rules! ticks {
        ($type:ty) => {
            chunk.as_primitive_opt::<$type>()?.iter().map(|tick| tick.map(i64::from)).collect()
        };
    }
    Some(match chunk.data_type() {
        DataType::Date32 => ticks!(Date32Type),
        DataType::Date64 => ticks!(Date64Type),
        DataType::Timestamp(TimeUnit::Second, None) => ticks!(TimestampSecondType),
        DataType::Timestamp(TimeUnit::Millisecond, None) => ticks!(TimestampMillisecondType),
        DataType::Timestamp(TimeUnit::Microsecond, None) => ticks!(TimestampMicrosecondType),
        DataType::Timestamp(TimeUnit::Nanosecond, None) => ticks!(TimestampNanosecondType),
        DataType::Null => vec![None; chunk.len()],
        _ => return None,
    })
}
