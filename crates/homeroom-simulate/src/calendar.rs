//! School calendars: 180 instructional days around holidays, recesses and weather.

use crate::{
    certain,
    network::{GRADES, HIGH, MIDDLE, SCHOOLS, SchoolPlan},
    random::Stream,
};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use homeroom::{Calendar, CalendarDay, CalendarEvent, GradeLevel, SchoolYear, Term};
use std::collections::{BTreeMap, BTreeSet};

/// The instructional days of every school's year.
pub const INSTRUCTIONAL_DAYS: usize = 180;

type Dates = BTreeMap<NaiveDate, CalendarEvent>;

// How districts differ: the weekday and minutes of early release, and the week in March of the tenth grade's
// tests, for which the other grades of high school stay home.
const EARLY_RELEASE: [(Weekday, u16); 3] = [(Weekday::Wed, 210), (Weekday::Fri, 240), (Weekday::Thu, 180)];
const TEST_WEEK: [u8; 3] = [2, 3, 4];

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or(NaiveDate::MIN)
}

fn nth(year: i32, month: u32, weekday: Weekday, n: u8) -> NaiveDate {
    NaiveDate::from_weekday_of_month_opt(year, month, weekday, n).unwrap_or(NaiveDate::MIN)
}

fn closures(year: SchoolYear, district: usize) -> Dates {
    use CalendarEvent::{Holiday, NonInstructionalDay, TeacherOnlyDay};
    let spring = i32::from(year.end_year());
    let fall = spring - 1;
    let thanksgiving = nth(fall, 11, Weekday::Thu, 4);
    let memorial = date(spring, 5, 31);
    let memorial = memorial - Days::new(u64::from(memorial.weekday().num_days_from_monday()));
    let mut dates = Dates::new();
    for holiday in [
        nth(fall, 9, Weekday::Mon, 1),
        nth(fall, 10, Weekday::Mon, 2),
        date(fall, 11, 11),
        thanksgiving,
        date(fall, 12, 25),
        date(spring, 1, 1),
        nth(spring, 1, Weekday::Mon, 3),
        nth(spring, 2, Weekday::Mon, 3),
        memorial,
        date(spring, 6, 19),
    ] {
        dates.insert(holiday, Holiday);
    }
    let mut recess = |from: NaiveDate, days: usize| {
        for day in from.iter_days().take(days) {
            dates.entry(day).or_insert(NonInstructionalDay);
        }
    };
    recess(thanksgiving + Days::new(1), 1);
    recess(date(fall, 12, 24), 8);
    recess(nth(spring, 4, Weekday::Mon, 3), 5);
    if district != 2 {
        recess(nth(spring, 2, Weekday::Mon, 3), 5);
    }
    let training =
        [nth(fall, 11, Weekday::Tue, 1), nth(fall, 10, Weekday::Fri, 3), nth(spring, 3, Weekday::Fri, 2)];
    dates.entry(training[district]).or_insert(TeacherOnlyDay);
    dates
}

fn opening(year: SchoolYear, district: usize) -> NaiveDate {
    let labor_day = nth(i32::from(year.end_year()) - 1, 9, Weekday::Mon, 1);
    [labor_day - Days::new(5), labor_day - Days::new(7), labor_day + Days::new(1)][district]
}

fn is_weekday(date: NaiveDate) -> bool {
    date.weekday().num_days_from_monday() < 5
}

/// What happens on each weekday of a district's year; two to four winter days are lost to weather and made
/// up at the end.
pub(crate) fn district_dates(year: SchoolYear, district: usize, weather: &mut Stream) -> Dates {
    let first = opening(year, district);
    let closures = closures(year, district);
    let open = |date: &NaiveDate| is_weekday(*date) && !closures.contains_key(date);
    let mut taught = first.iter_days().filter(open);
    let planned: Vec<NaiveDate> = taught.by_ref().take(INSTRUCTIONAL_DAYS).collect();
    let winter: Vec<NaiveDate> =
        planned.iter().copied().filter(|date| matches!(date.month(), 12 | 1..=2)).collect();
    let wanted = 2 + weather.below(3);
    let mut lost = BTreeSet::new();
    while lost.len() < wanted {
        lost.insert(winter[weather.below(winter.len())]);
    }
    let made_up: Vec<NaiveDate> = taught.take(lost.len()).collect();
    let end = made_up.last().copied().unwrap_or(first);

    let (weekday, _) = EARLY_RELEASE[district];
    let mut dates: Dates = closures
        .into_iter()
        .filter(|(date, _)| is_weekday(*date) && first <= *date && *date <= end)
        .collect();
    for date in planned {
        let early = date.weekday() == weekday && date.day() <= 7 && !matches!(date.month(), 8 | 9);
        let event = match (lost.contains(&date), early) {
            (true, _) => CalendarEvent::WeatherDay,
            (false, true) => CalendarEvent::EarlyRelease,
            (false, false) => CalendarEvent::InstructionalDay,
        };
        dates.insert(date, event);
    }
    dates.extend(made_up.into_iter().map(|date| (date, CalendarEvent::MakeUpDay)));
    dates
}

/// A school's calendar from its district's dates.
pub(crate) fn school_calendar(year: SchoolYear, school: usize, dates: &Dates) -> Calendar {
    let plan = &SCHOOLS[school];
    let (_, early_minutes) = EARLY_RELEASE[plan.district];
    let test = nth(i32::from(year.end_year()), 3, Weekday::Tue, TEST_WEEK[plan.district]);
    let mut calendar = Calendar::with_default_length();
    for (date, event) in dates {
        let minutes = (*event == CalendarEvent::EarlyRelease).then_some(early_minutes);
        let tests = plan.grades.0 == HIGH && *date == test && event.is_instructional();
        let closed_grades = if tests { untested() } else { Vec::new() };
        certain(calendar.set_day(*date, CalendarDay { event: *event, minutes, closed_grades }));
    }
    for term in terms(plan, &calendar) {
        calendar.add_term(term);
    }
    calendar
}

fn untested() -> Vec<GradeLevel> {
    GRADES[HIGH..].iter().copied().filter(|grade| *grade != GradeLevel::Grade10).collect()
}

// Elementary schools keep trimesters, the others quarters.
fn terms(plan: &SchoolPlan, calendar: &Calendar) -> Vec<Term> {
    let (name, parts) = if plan.grades.0 < MIDDLE { ("Trimester", 3) } else { ("Quarter", 4) };
    let days: Vec<NaiveDate> =
        calendar.days().filter(|(_, day)| day.event.is_instructional()).map(|(date, _)| date).collect();
    days.chunks(days.len().div_ceil(parts))
        .enumerate()
        .filter_map(|(i, term)| {
            let (begin, end) = (*term.first()?, *term.last()?);
            Some(Term { name: format!("{name} {}", i + 1), begin, end })
        })
        .collect()
}
