//! The trigger ladder: rules over measures that lead to steps of outreach, per policy and in order.
//!
//! A [`Ladder`] is data, like a policy. [`Ladder::firings`] is a pure function: the first date on which each student
//! met each rule in the register as it stands, with the numbers. A [`LadderLog`] remembers the firings made, so that a
//! rule that is crossed, corrected away and crossed again fires once. [`Ladder::open_steps`] is what is left to do: a
//! step is cleared by a contact that was made with whom its rule names, never by an attempt.
//!
//! ```
//! # use homeroom::{*, mentoring::*};
//! # use chrono::NaiveDate;
//! # let day = |d| NaiveDate::from_ymd_opt(2022, 1, d).unwrap();
//! # let mut calendar = Calendar::with_default_length();
//! # for d in 3..=7 { calendar.set(day(d), CalendarEvent::InstructionalDay); }
//! # let mut builder = RegisterBuilder::new(SchoolYear::ending(2022)?);
//! # builder.add_calendar(SchoolId::new("A")?, calendar);
//! # builder.add_enrollment(Enrollment::new(StudentId::new("s1")?, SchoolId::new("A")?, day(3)), Place::default());
//! # let mut roll = builder.open()?;
//! # let absent = AttendanceCode::new(AttendanceStatus::UnexcusedAbsence);
//! # for d in [3, 4, 6] {
//! #     roll.record(&EventRef { student: "s1", school: "A", date: day(d), code: absent, extent: &Extent::WholeDay },
//! #                 Place::default())?;
//! # }
//! # let (register, _) = roll.close()?;
//! // The student was absent on Monday the 3rd, the 4th and the 6th of January.
//! let policy = Policy::preset("massachusetts").unwrap();
//! let reading = Reading::new(&register, &policy)?;
//! let ladder = Ladder::preset("baltimore_child_first").unwrap();
//! let mut log = LadderLog::new(&ladder, register.year());
//!
//! let update = log.update(&ladder, &reading, None, day(7))?;
//! assert_eq!(update.fired[0].step, OutreachStep::Call); // at three days
//! assert_eq!(update.fired[0].met_on, day(6));
//! assert!(log.update(&ladder, &reading, None, day(7))?.is_empty());
//!
//! let open = ladder.open_steps(&log, &[], &reading, day(7))?;
//! assert_eq!((open.len(), open[0].days_open), (1, Some(1)));
//! let reached = ContactMade { student: StudentId::new("s1")?, date: day(7), with: ContactParty::Family };
//! assert!(ladder.open_steps(&log, &[reached], &reading, day(7))?.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod agenda;
mod case;
mod contacts;
mod definition;
mod evaluate;
mod explain;
mod firing;
mod log;
mod lowest;
mod presets;
mod refusal;
mod rule;
mod step;
mod trigger;

pub use agenda::{Cleared, LadderStep};
pub use definition::{Ladder, LadderError};
pub use firing::{CountFacts, Edition, Facts, Firing};
pub use log::{FiringKey, LadderLog, LadderUpdate, LogEntry};
pub use refusal::LadderRefusal;
pub use rule::LadderRule;
pub use step::{ClearedBy, ContactMade, ContactParty, OutreachStep};
pub use trigger::{AbsenceCount, NoImprovement, RateTrigger, StreakTrigger, TierTrigger, Trigger};
