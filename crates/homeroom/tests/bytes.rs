//! A register's bytes: they come back equal; cut, flipped or strange ones are refused or are a register that holds.
#![allow(clippy::unwrap_used)]

#[path = "oracle/strategies.rs"]
mod strategies;
#[path = "oracle/world.rs"]
mod world;

use chrono::NaiveDate;
use homeroom::{
    Dimension, Period, Policy, REGISTER_FORMAT, Reading, Register, Roster, StreakRule, Window, WireError,
};
use proptest::{collection::vec, prelude::*, sample::Index};
use strategies::worlds;

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Asks everything of a register whose bytes were damaged and read all the same. Nothing may panic.
fn ask_everything(register: &Register) {
    let again = Register::from_bytes(&register.to_bytes().unwrap());
    assert_eq!(again.as_ref(), Ok(register));
    let last = NaiveDate::MAX;
    for id in ["massachusetts", "ohio", "england", "california"] {
        let policy = Policy::preset(id).unwrap();
        let Ok(reading) = Reading::new(register, &policy) else { continue };
        let by = [Dimension::School, Dimension::Grade];
        let Ok(table) = reading.measure_by(&Roster::default(), last, &by) else { continue };
        for group in &table.groups {
            let tally = &group.by_school.tally;
            assert!(tally.absent <= tally.recorded && tally.recorded <= tally.membership);
            assert!(group.percent_attendance().is_none_or(|rate| rate.part() <= rate.whole()));
        }
        reading.student_table(last, 5);
        reading.early_warnings(last, Some(&reading));
        let _ = reading.series(0..register.students(), last, Period::Week);
        for student in 0..register.students() {
            reading.truancy(student, last);
            reading.streaks(student, last, StreakRule::UnrecordedEnds);
            reading.tally_window(student, last, Window::CalendarDays(30));
            let _ = (reading.absence_budget(student, last), reading.projection(student, last));
        }
    }
    let merged = register.clone().merge(register.clone());
    assert!(merged.is_err() || register.row_count() == 0);
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn bytes_come_back_equal(world in worlds()) {
        let Ok((register, _)) = world.register() else { return Ok(()) };
        let bytes = register.to_bytes().unwrap();
        let again = Register::from_bytes(&bytes).unwrap();
        prop_assert_eq!(&again, &register);
        prop_assert_eq!(again.to_bytes().unwrap(), bytes);
    }

    #[test]
    fn no_shorter_bytes_are_a_register(world in worlds(), cut in any::<Index>(), more in 1usize..9) {
        let Ok((register, _)) = world.register() else { return Ok(()) };
        let mut bytes = register.to_bytes().unwrap();
        prop_assert!(Register::from_bytes(&bytes[..cut.index(bytes.len())]).is_err());
        bytes.extend(vec![0; more]);
        prop_assert!(Register::from_bytes(&bytes).is_err());
    }

    #[test]
    fn damaged_bytes_never_panic(
        world in worlds(),
        flips in vec((any::<Index>(), 1u8..), 24),
        swaps in vec((any::<Index>(), any::<u8>()), 8),
    ) {
        let Ok((register, _)) = world.register() else { return Ok(()) };
        let bytes = register.to_bytes().unwrap();
        for (at, bits) in &flips {
            let mut damaged = bytes.clone();
            damaged[at.index(bytes.len())] ^= bits;
            if let Ok(register) = Register::from_bytes(&damaged) {
                ask_everything(&register);
            }
        }
        let mut damaged = bytes.clone();
        for (at, byte) in swaps {
            damaged[at.index(bytes.len())] = byte;
        }
        if let Ok(register) = Register::from_bytes(&damaged) {
            ask_everything(&register);
        }
    }

    #[test]
    fn any_bytes_are_refused(noise in vec(any::<u8>(), 0..200)) {
        prop_assert!(Register::from_bytes(&noise).is_err());
        let mut bytes = b"homeroom".to_vec();
        bytes.extend(REGISTER_FORMAT.to_le_bytes());
        bytes.extend(&noise);
        if let Ok(register) = Register::from_bytes(&bytes) {
            ask_everything(&register);
        }
    }
}

#[test]
fn what_is_refused_says_why() {
    assert_eq!(Register::from_bytes(b"PK\x03\x04"), Err(WireError::NotARegister));
    assert_eq!(Register::from_bytes(b"homeroom"), Err(WireError::NotARegister));
    let later = [b"homeroom".as_slice(), &(REGISTER_FORMAT + 1).to_le_bytes()].concat();
    assert_eq!(Register::from_bytes(&later), Err(WireError::Format(REGISTER_FORMAT + 1)));
}
