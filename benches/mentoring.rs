//! Fidelity tables of 100,000 mentored students and a year of check-ins, some 12 million.
//!
//! Loading: gather the records and settle them. Asking: dosage by student, mentor, school, district and network.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use homeroom::{Policy, Reading, Register, Roster, mentoring::MentoringReading};
use homeroom_benches::{Year, casebook};

const STUDENTS: u32 = 100_000;

fn register(year: &Year) -> Register {
    let mut roll = year.builder().expect("the generator makes valid spells").open().expect("it has days");
    year.with_columns(|columns| roll.record_columns(columns)).expect("it has few marks");
    roll.close().expect("it has few marks").0
}

fn mentoring(criterion: &mut Criterion) {
    let year = Year::generate(STUDENTS);
    let register = register(&year);
    let casebook = casebook(&year, &register).expect("the generator makes valid records");
    let policy = Policy::preset("massachusetts").expect("a preset");
    let reading = Reading::new(&register, &policy).expect("halves");
    let (roster, days) = (Roster::default(), register.school_days().dates());
    let window = days[0]..=days[days.len() - 1];
    let mut group = criterion.benchmark_group("mentoring_100k");
    group.sample_size(10).throughput(Throughput::Elements(casebook.contact_count() as u64));
    group.bench_function("read", |bencher| {
        bencher.iter(|| MentoringReading::new(&casebook, &reading).expect("a plan"));
    });
    let mentoring = MentoringReading::new(&casebook, &reading).expect("a plan");
    group.bench_function("fidelity_tables", |bencher| {
        bencher.iter(|| mentoring.dosage(&roster, window.clone()));
    });
    group.finish();
}

criterion_group!(benches, mentoring);
criterion_main!(benches);
