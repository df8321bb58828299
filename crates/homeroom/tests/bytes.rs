//! A register's bytes: they come back equal; cut, flipped or strange ones are refused or are a register that holds.
#![allow(clippy::unwrap_used)]

mod classroom;
#[path = "oracle/strategies.rs"]
mod strategies;

use classroom::world;

use chrono::NaiveDate;
use homeroom::{
    AttendanceStatus, Dimension, Fraction, Period, Policy, REGISTER_FORMAT, Reading, Register, Roster,
    StreakRule, Window, WireError,
};
use proptest::{collection::vec, prelude::*, sample::Index};
use strategies::worlds;

// More with `PROPTEST_CASES`.
fn cases(cases: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(cases);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Asks everything of a register whose bytes were damaged and read all the same. Nothing may panic.
fn ask_everything(register: &Register) {
    let again = Register::from_bytes(&register.to_bytes().unwrap());
    assert_eq!(again.as_ref(), Ok(register));
    for r in 0..register.row_count() {
        let (row, key) = (register.row(r), register.key(r));
        assert!(key.share > Fraction::ZERO && key.share <= Fraction::ONE);
        for (day, date) in register.school_days().dates().iter().enumerate() {
            let taught = register.calendar(key.school as usize).is_instructional(*date, key.grade);
            assert!(taught || !row.is_member(day));
            assert!(row.is_member(day) || !row.is_recorded(day));
            assert!(row.is_recorded(day) || row.mark(day) == 0);
            assert!(usize::from(row.mark(day)) < register.marks().len());
        }
    }
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
    #![proptest_config(cases(512))]

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

/// A register of one student and five days, whose last bytes are its runs of bits: membership, recorded, and the
/// two planes of three marks.
fn five_days() -> Vec<u8> {
    let events = vec![
        classroom::event("s1", "A", 1, AttendanceStatus::Tardy),
        classroom::event("s1", "A", 2, AttendanceStatus::UnexcusedAbsence),
    ];
    let stays = vec![classroom::stay("s1", "A", 0, Some(4))];
    let bytes = classroom::register(vec![classroom::school("A", 5)], stays, events).to_bytes().unwrap();
    assert_eq!(bytes[bytes.len() - 5..], [4, 0b11111, 0b11111, 0b00100, 0b00010]);
    bytes
}

#[test]
fn every_byte_can_be_wrong() {
    let bytes = five_days();
    for at in 0..bytes.len() {
        for byte in 0..=u8::MAX {
            let mut damaged = bytes.clone();
            damaged[at] = byte;
            if let Ok(register) = Register::from_bytes(&damaged) {
                ask_everything(&register);
            }
        }
    }
}

#[test]
fn bits_that_contradict_the_rest_are_refused() {
    let refused = |bits: [u8; 4]| {
        let mut bytes = five_days();
        let end = bytes.len() - 4;
        bytes[end..].copy_from_slice(&bits);
        matches!(Register::from_bytes(&bytes), Err(WireError::Damaged(_)))
    };
    assert!(!refused([0b11111, 0b11111, 0b00100, 0b00010]));
    assert!(!refused([0b11111, 0b11011, 0, 0]), "a day less recorded says nothing wrong");
    assert!(refused([0b01111, 0b01111, 0b00100, 0b00010]), "a day enrolled and not in membership");
    assert!(refused([0b111_1111, 0b11111, 0b00100, 0b00010]), "days that are not there");
    assert!(refused([0b11111, 0b11111, 0b00110, 0b00010]), "a mark past the table");
    assert!(refused([0b11111, 0b01111, 0b10000, 0]), "a mark on a day that is not recorded");
}

#[test]
fn what_is_refused_says_why() {
    assert_eq!(Register::from_bytes(b"PK\x03\x04"), Err(WireError::NotARegister));
    assert_eq!(Register::from_bytes(b"homeroom"), Err(WireError::NotARegister));
    let later = [b"homeroom".as_slice(), &(REGISTER_FORMAT + 1).to_le_bytes()].concat();
    assert_eq!(Register::from_bytes(&later), Err(WireError::Format(REGISTER_FORMAT + 1)));
}
