//! The effect is in the hazards as promised: it is found again, and it is nowhere else.

#![allow(clippy::unwrap_used)]

use homeroom::Fraction;
use homeroom_simulate::{Days, Settings, SettingsError, SimulatedStudent, Simulation, simulate};

fn with_effect(effect: &str) -> Simulation {
    let settings = Settings::default().students_per_grade(160).unwrap().seed(11);
    let settings = settings.effect(effect.parse().unwrap()).unwrap();
    simulate(&settings.mentored_share(Fraction::ONE).unwrap())
}

// Absences of the mentored in the second year over what their hazards without a mentor add up to, and the
// standard error: the difference is a martingale whose variance is below the number expected.
fn hazard_ratio(simulation: &Simulation) -> (f64, f64) {
    let days: Vec<Days> = mentored(simulation).map(|student| student.years[1]).collect();
    let observed: u32 = days.iter().map(|days| days.truly_absent).sum();
    let expected: f64 = days.iter().map(|days| days.hazard).sum();
    (f64::from(observed) / expected, f64::from(observed).sqrt() / expected)
}

fn mentored(simulation: &Simulation) -> impl Iterator<Item = &SimulatedStudent> {
    simulation.students().iter().filter(|student| student.without_mentor.is_some())
}

#[test]
fn the_true_effect_is_recovered_from_paired_simulations() {
    let (none, half) = (with_effect("0"), with_effect("1/2"));
    for (simulation, truth) in [(&none, 1.0), (&half, 0.5)] {
        let (ratio, error) = hazard_ratio(simulation);
        assert!(mentored(simulation).count() > 1_000);
        assert!((ratio - truth).abs() < 4.0 * error, "{ratio} is not {truth} within four times {error}");
        assert!(error < 0.01, "{error}");
    }
    assert_eq!(none.truth().mentored, half.truth().mentored);
    for (without, with) in none.students().iter().zip(half.students()) {
        assert_eq!(without.years[0], with.years[0]);
        assert_eq!(with.without_mentor, without.without_mentor);
        let (before, after) = (without.years[1], with.years[1]);
        match with.without_mentor {
            None => assert_eq!(before, after),
            Some(counterfactual) => {
                assert_eq!(counterfactual, before);
                assert!(after.truly_absent <= before.truly_absent, "{}", with.id);
            }
        }
    }
}

#[test]
fn the_eligible_are_those_whose_first_year_was_bad_and_a_known_share_is_mentored() {
    let settings = Settings::default().students_per_grade(160).unwrap();
    let simulation = simulate(&settings);
    let truth = simulation.truth();
    assert!(truth.mentored.iter().all(|student| truth.eligible.binary_search(student).is_ok()));
    let share = truth.mentored.len() as f64 / truth.eligible.len() as f64;
    assert!((share - 0.4).abs() < 0.05, "{share}");
    for student in simulation.students() {
        let Days { absent, membership, .. } = student.years[0];
        let bad = absent * 10 >= membership && membership >= 20;
        assert_eq!(student.eligible, bad && student.years[1].membership > 0, "{}", student.id);
    }
    let mean = truth.frailty.iter().map(|(_, frailty)| frailty).sum::<f64>() / truth.frailty.len() as f64;
    assert!((mean - 1.0).abs() < 0.03, "{mean}");
}

#[test]
fn absence_regresses_to_the_mean_without_any_mentor() {
    let simulation = with_effect("0");
    let sum = |year: usize| mentored(&simulation).map(|s| f64::from(s.years[year].truly_absent)).sum::<f64>();
    assert!(sum(1) < 0.85 * sum(0), "{} {}", sum(0), sum(1));
}

#[test]
fn settings_refuse_what_cannot_be() {
    let settings = Settings::default;
    let fraction = |text: &str| text.parse::<Fraction>().unwrap();
    assert_eq!(settings().effect(fraction("1.01")), Err(SettingsError::Effect));
    assert_eq!(settings().mentored_share(fraction("2")), Err(SettingsError::MentoredShare));
    assert_eq!(settings().mentored_from(fraction("101%")), Err(SettingsError::MentoredFrom));
    assert_eq!(settings().mobility(fraction("2")), Err(SettingsError::Mobility));
    assert_eq!(settings().not_recorded(fraction("2")), Err(SettingsError::NotRecorded));
    assert_eq!(settings().absence(Fraction::ZERO), Err(SettingsError::Absence));
    assert_eq!(settings().absence(fraction("0.26")), Err(SettingsError::Absence));
    assert_eq!(settings().students_per_grade(2_000_001), Err(SettingsError::StudentsPerGrade));
    assert_eq!(settings().first_year("2198-99".parse().unwrap()), Err(SettingsError::FirstYear));
    assert!(settings().effect(Fraction::ONE).is_ok() && settings().mobility(Fraction::ONE).is_ok());
}
