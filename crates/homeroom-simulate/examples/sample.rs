//! Writes the sample collaborative into a folder and says what is in it.
//!
//! `cargo run -p homeroom-simulate --example sample -- examples/data`

use homeroom_simulate::{Days, Settings, SimulatedStudent, simulate};
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("say into which folder")?);
    let simulation = simulate(&Settings::default());
    simulation.write(&folder)?;

    let students = simulation.students();
    println!("{}: {} students", simulation.network().settings(), students.len());
    for year in 0..2 {
        let days: Vec<&Days> =
            students.iter().map(|s| &s.years[year]).filter(|d| d.membership >= 10).collect();
        let chronic = days.iter().filter(|d| d.absent * 10 >= d.membership).count();
        let rows: usize = students.iter().map(|student| student.events[year].len()).sum();
        println!("year {}: {chronic} of {} chronically absent, {rows} records", year + 1, days.len());
    }
    let mentored: Vec<&SimulatedStudent> = students.iter().filter(|s| s.without_mentor.is_some()).collect();
    let mean = |days: &dyn Fn(&SimulatedStudent) -> Days| {
        let sum = mentored.iter().fold((0, 0), |(absent, whole), student| {
            let days = days(student);
            (absent + days.truly_absent, whole + days.membership)
        });
        f64::from(sum.0) / f64::from(sum.1) * 180.0
    };
    let eligible = students.iter().filter(|student| student.eligible).count();
    println!("{} of {eligible} eligible students mentored", mentored.len());
    println!("their days absent of 180: {:.1} in year 1", mean(&|s| s.years[0]));
    println!("{:.1} in year 2 without a mentor", mean(&|s| s.without_mentor.unwrap_or_default()));
    println!("{:.1} in year 2 with one", mean(&|s| s.years[1]));
    let mentoring = simulation.mentoring();
    let (mentors, check_ins) = (mentoring.mentors.len(), mentoring.check_ins.len());
    println!("{mentors} mentors, {check_ins} check-ins, and records wrong on purpose:");
    for defect in mentoring.defects {
        println!("{}:{}: {}", defect.kind.file(), defect.row, defect.kind.found_as());
    }
    Ok(())
}
