//! Calendars have the days they promise, whatever the year and seed.

#![allow(clippy::unwrap_used)]

use homeroom::{Calendar, CalendarEvent, GradeLevel, SchoolYear};
use homeroom_simulate::{Collaborative, INSTRUCTIONAL_DAYS, Settings};

fn calendars(settings: &Settings) -> Vec<(SchoolYear, Calendar)> {
    let network = Collaborative::new(settings);
    let schools = network.schools().len();
    let calendar = |year| (0..schools).map(move |school| (year, school));
    let all = settings.years().into_iter().flat_map(calendar);
    all.map(|(year, school)| (year, network.calendar(school, year).unwrap().clone())).collect()
}

#[test]
fn every_calendar_has_its_instructional_days_within_its_year() {
    for ends in 2015..2045 {
        let settings =
            Settings::default().seed(u64::from(ends)).first_year(SchoolYear::ending(ends).unwrap());
        for (year, calendar) in calendars(&settings.unwrap()) {
            assert_eq!(calendar.instructional_days(None) as usize, INSTRUCTIONAL_DAYS, "{year}");
            assert!(calendar.days().all(|(date, _)| year.contains(date)), "{year}");
        }
    }
}

#[test]
fn calendars_hold_every_kind_of_day() {
    for (year, calendar) in calendars(&Settings::default()) {
        let count = |event| calendar.days().filter(|(_, day)| day.event == event).count();
        let lost = count(CalendarEvent::WeatherDay);
        assert!((2..=4).contains(&lost), "{lost}");
        assert_eq!(count(CalendarEvent::MakeUpDay), lost);
        assert!(count(CalendarEvent::Holiday) >= 8 && count(CalendarEvent::TeacherOnlyDay) == 1);
        assert!(count(CalendarEvent::EarlyRelease) >= 5);
        for (date, day) in calendar.days() {
            assert_eq!(day.minutes.is_some(), day.event == CalendarEvent::EarlyRelease, "{date}");
            assert_eq!(calendar.minutes(date) < 360, day.event == CalendarEvent::EarlyRelease, "{date}");
        }
        assert!(calendar.terms().iter().all(|term| year.contains(term.begin) && term.begin < term.end));
        assert!(calendar.terms().windows(2).all(|pair| pair[0].end < pair[1].begin));
    }
}

#[test]
fn some_day_is_closed_for_some_grades_only() {
    let closed: Vec<_> = calendars(&Settings::default())
        .into_iter()
        .filter(|(_, calendar)| calendar.days().any(|(_, day)| !day.closed_grades.is_empty()))
        .collect();
    assert!(!closed.is_empty());
    for (_, calendar) in closed {
        assert_eq!(calendar.instructional_days(Some(GradeLevel::Grade10)), 180);
        assert_eq!(calendar.instructional_days(Some(GradeLevel::Grade9)), 179);
    }
}
