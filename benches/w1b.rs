//! Workload W1b: from columns of exceptions, spells and calendars to every student's measures.
//!
//! Cold: build the register, then ask. Asked again: another policy over the register that is there.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use homeroom::{Policy, Reading, Register};
use homeroom_benches::Year;

const STUDENTS: u32 = 100_000;

fn build(year: &Year) -> Register {
    let mut roll = year.builder().expect("the generator makes valid spells").open().expect("it has days");
    year.with_columns(|columns| roll.record_columns(columns)).expect("it has few marks");
    roll.close().expect("it has few marks").0
}

fn w1b(criterion: &mut Criterion) {
    let year = Year::generate(STUDENTS);
    let last = year.calendars[0][179];
    let federal = Policy::preset("maine").expect("a preset");
    let other = Policy::preset("massachusetts").expect("a preset");
    let mut group = criterion.benchmark_group("w1b_100k");
    group.sample_size(10).throughput(Throughput::Elements(u64::from(STUDENTS)));
    group.bench_function("build", |bencher| bencher.iter(|| build(&year)));
    let register = build(&year);
    group.bench_function("ask", |bencher| {
        bencher.iter(|| Reading::new(&register, &federal).expect("halves").student_table(last, 20));
    });
    group.bench_function("ask_another_policy", |bencher| {
        bencher.iter(|| Reading::new(&register, &other).expect("halves").student_table(last, 20));
    });
    group.bench_function("build_and_ask", |bencher| {
        bencher.iter(|| {
            let register = build(&year);
            Reading::new(&register, &federal).expect("halves").student_table(last, 20)
        });
    });
    group.finish();
}

criterion_group!(benches, w1b);
criterion_main!(benches);
