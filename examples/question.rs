//! How many students are chronically absent, district by district?

use chrono::NaiveDate;
use homeroom::{Dimension, Policy, Reading};
use homeroom_exchange::{Mapping, ReadOptions, read_delimited};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let data = read_delimited("examples/data", &Mapping::standard(), &mut ReadOptions::default())?;
    let (_, register) = data.registers.last_key_value().ok_or("no school year")?;
    let policy = Policy::preset("massachusetts").ok_or("no such policy")?;
    let as_of = NaiveDate::from_ymd_opt(2026, 2, 10).ok_or("no such date")?;

    let reading = Reading::new(register, &policy)?;
    for group in reading.measure_by(&data.roster, as_of, &[Dimension::District])?.groups {
        let students = group.headline(policy.scope());
        let percent = students.chronic_rate().map_or("-".into(), |rate| rate.percent(1));
        println!(
            "{}: {} of {} students chronically absent, {percent} %",
            group.labels[0], students.chronically_absent, students.eligible
        );
    }
    Ok(())
}
