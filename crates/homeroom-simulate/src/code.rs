//! The attendance codes of the CSV form, in its own letters and in the model's terms.

use homeroom::{AttendanceCategory, AttendanceCode, AttendanceStatus, Extent, Fraction};

/// A code of attendance.csv. Plain presence is not written: the roll is one of exceptions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Code {
    /// `AE`: absent, excused.
    Excused,
    /// `AE` for a quarter of the day.
    Appointment,
    /// `AU`: absent, unexcused.
    Unexcused,
    /// `HD`: absent for half the day, excused.
    HalfDay,
    /// `ISS`: in-school suspension, with instruction.
    InSchool,
    /// `OSS`: out-of-school suspension, without instruction.
    OutOfSchool,
    /// `T`: tardy.
    Tardy,
    /// `ED`: left early.
    EarlyDeparture,
    /// `R`: present at a distance.
    Remote,
    /// `NR`: nobody recorded the day.
    NotRecorded,
}

impl Code {
    /// The code's letters.
    pub const fn letters(self) -> &'static str {
        match self {
            Self::Excused | Self::Appointment => "AE",
            Self::Unexcused => "AU",
            Self::HalfDay => "HD",
            Self::InSchool => "ISS",
            Self::OutOfSchool => "OSS",
            Self::Tardy => "T",
            Self::EarlyDeparture => "ED",
            Self::Remote => "R",
            Self::NotRecorded => "NR",
        }
    }

    /// The part of the day where the letters do not say it, else nothing. It is a decimal because a
    /// spreadsheet takes 1/4 for a date.
    pub const fn part(self) -> &'static str {
        match self {
            Self::Appointment => "0.25",
            _ => "",
        }
    }

    /// The code in the model's terms.
    pub fn meaning(self) -> (AttendanceCode, Extent) {
        use AttendanceCategory as Category;
        use AttendanceStatus as Status;
        let plain = AttendanceCode::new;
        let code = match self {
            Self::Excused | Self::Appointment | Self::HalfDay => plain(Status::ExcusedAbsence),
            Self::Unexcused => plain(Status::UnexcusedAbsence),
            Self::InSchool => plain(Status::Present).in_category(Category::DisciplinaryWithInstruction),
            Self::OutOfSchool => {
                plain(Status::ExcusedAbsence).in_category(Category::DisciplinaryWithoutInstruction)
            }
            Self::Tardy => plain(Status::Tardy),
            Self::EarlyDeparture => plain(Status::EarlyDeparture),
            Self::Remote => plain(Status::Present).in_category(Category::RemoteLearning),
            Self::NotRecorded => plain(Status::NotRecorded),
        };
        let extent = match self {
            Self::HalfDay => Extent::Part(Fraction::HALF),
            Self::Appointment => Fraction::new(1, 4).map_or(Extent::WholeDay, Extent::Part),
            _ => Extent::WholeDay,
        };
        (code, extent)
    }

    /// Whether the code is one of absence for half the day or more.
    pub const fn is_absence(self) -> bool {
        matches!(self, Self::Excused | Self::Unexcused | Self::HalfDay | Self::OutOfSchool)
    }
}
