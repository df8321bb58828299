//! What a file's records are, and which fields each kind of record has.

use serde::Deserialize;

macro_rules! words {
    ($(#[$doc:meta])* pub enum $name:ident { $($variant:ident = $word:literal $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
        #[non_exhaustive]
        pub enum $name {
            $(#[doc = $text] #[serde(rename = $word)] $variant),*
        }

        impl $name {
            /// The word as a mapping writes it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

words! {
    /// What a file's records are.
    pub enum FileKind {
        Attendance = "attendance" "Attendance events: one record a student and day, part of a day or section.",
        AttendanceTaken = "attendance_taken" "School days on which attendance was taken: whoever has no record was present.",
        Enrollments = "enrollments" "Enrolments: one record a student and spell at a school.",
        Calendar = "calendar" "School calendars: one record a school and date.",
        Terms = "terms" "Terms: semesters, trimesters or quarters of a school.",
        Students = "students" "Students and the attributes they are reported by.",
        Schools = "schools" "Schools.",
        Districts = "districts" "Districts.",
        Networks = "networks" "Networks of districts.",
        Partners = "partners" "Community partners.",
    }
}

words! {
    /// A field of a record, as a mapping names it.
    pub enum Field {
        Student = "student" "The student's identifier.",
        School = "school" "The school's identifier.",
        District = "district" "The district's identifier.",
        Network = "network" "The network's identifier.",
        Partner = "partner" "The partner's identifier.",
        Districts = "districts" "The districts that a partner works with, separated by `;`.",
        Name = "name" "The public name of an organisation, or a term's name.",
        Date = "date" "The date.",
        Code = "code" "The system's attendance code.",
        Part = "part" "The part of the day that the event covers, 0 to 1: `0.5` or `1/2`.",
        Minutes = "minutes" "The minutes that the event covers; of a calendar, the length of the day.",
        Section = "section" "The class period or section that recorded the event.",
        SectionsPerDay = "sections_per_day" "How many sections the student's day has.",
        Session = "session" "`am` or `pm`, for schools that record two sessions.",
        Grade = "grade" "The grade level.",
        EntryDate = "entry_date" "The first day in membership.",
        ExitDate = "exit_date" "The exit date; `exit_day` says whether it is the last day or the day after it.",
        Share = "share" "The share of full-time membership, above 0 and at most 1.",
        Primary = "primary" "Whether the school is the student's primary one: `true` or `false`.",
        Event = "event" "What happens at the school on a date.",
        ClosedGrades = "closed_grades" "Grades that stay home on the date, separated by `;`.",
        Begin = "begin" "A term's first date.",
        End = "end" "A term's last date.",
    }
}

/// How many fields there are: the size of a table indexed by [`Field`].
pub(crate) const FIELDS: usize = Field::End as usize + 1;

impl FileKind {
    /// The fields that every record of this kind has.
    pub const fn required(self) -> &'static [Field] {
        match self {
            Self::Attendance => &[Field::Student, Field::School, Field::Date, Field::Code],
            Self::AttendanceTaken => &[Field::School, Field::Date],
            Self::Enrollments => &[Field::Student, Field::School, Field::EntryDate],
            Self::Calendar => &[Field::School, Field::Date, Field::Event],
            Self::Terms => &[Field::School, Field::Name, Field::Begin, Field::End],
            Self::Students => &[Field::Student],
            Self::Schools => &[Field::School],
            Self::Districts => &[Field::District],
            Self::Networks => &[Field::Network],
            Self::Partners => &[Field::Partner],
        }
    }

    /// The fields that a record of this kind may have besides.
    pub const fn further(self) -> &'static [Field] {
        match self {
            Self::Attendance => {
                &[Field::Part, Field::Minutes, Field::Section, Field::SectionsPerDay, Field::Session]
            }
            Self::Enrollments => &[Field::Grade, Field::ExitDate, Field::Share, Field::Primary],
            Self::Calendar => &[Field::Minutes, Field::ClosedGrades],
            Self::Schools => &[Field::Name, Field::District],
            Self::Districts => &[Field::Name, Field::Network],
            Self::Networks => &[Field::Name],
            Self::Partners => &[Field::Name, Field::Districts],
            Self::AttendanceTaken | Self::Terms | Self::Students => &[],
        }
    }
}
