//! What a simulation is asked for.

use homeroom::{Fraction, SchoolYear};
use std::fmt;

/// The most students a grade of a district may have, so that a student's index fits 32 bits.
pub const MAX_STUDENTS_PER_GRADE: u32 = 2_000_000;

/// What to simulate. The default makes the sample of this repository.
///
/// ```
/// use homeroom_simulate::{Settings, SettingsError};
/// let settings = Settings::default().seed(7).students_per_grade(40)?.effect("0.25".parse().unwrap())?;
/// assert_eq!(settings.to_string(), "seed 7, 40 students a grade, 2024-25 and 2025-26, effect 1/4");
/// assert_eq!(Settings::default().students_per_grade(0), Err(SettingsError::StudentsPerGrade));
/// # Ok::<(), SettingsError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    seed: u64,
    students_per_grade: u32,
    years: [SchoolYear; 2],
    absence: Fraction,
    effect: Fraction,
    mentored_from: Fraction,
    mentored_share: Fraction,
    mobility: Fraction,
    not_recorded: Fraction,
}

/// Why a collaborative cannot be simulated as asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SettingsError {
    /// Not between 1 and [`MAX_STUDENTS_PER_GRADE`].
    StudentsPerGrade,
    /// The first school year has none after it.
    FirstYear,
    /// The typical hazard of absence is not above 0 and at most 1/4.
    Absence,
    /// The effect is above 1.
    Effect,
    /// The share of absence from which students are mentored is above 1.
    MentoredFrom,
    /// The mentored share of the eligible is above 1.
    MentoredShare,
    /// The mobile share of students is above 1.
    Mobility,
    /// The share of days not recorded is above 1.
    NotRecorded,
}

impl fmt::Display for SettingsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::StudentsPerGrade => "students per grade must be between 1 and 2000000",
            Self::FirstYear => "the first school year must have another after it",
            Self::Absence => "the typical hazard of absence must be above 0 and at most 1/4",
            Self::Effect => "the effect must be between 0 and 1",
            Self::MentoredFrom => "the share of absence from which students are mentored must be at most 1",
            Self::MentoredShare => "the mentored share of the eligible must be at most 1",
            Self::Mobility => "the mobile share of students must be at most 1",
            Self::NotRecorded => "the share of days not recorded must be at most 1",
        })
    }
}

impl std::error::Error for SettingsError {}

impl Default for Settings {
    fn default() -> Self {
        let years = crate::certain(SchoolYear::ending(2025).and_then(|year| Ok([year, next(year)?])));
        let percent = |n| Fraction::new(n, 100).unwrap_or(Fraction::ZERO);
        Self {
            seed: 2025,
            students_per_grade: 25,
            years,
            absence: Fraction::new(23, 500).unwrap_or(Fraction::ZERO),
            effect: percent(15),
            mentored_from: percent(10),
            mentored_share: percent(40),
            mobility: percent(12),
            not_recorded: percent(1),
        }
    }
}

fn next(year: SchoolYear) -> Result<SchoolYear, homeroom::InvalidSchoolYear> {
    SchoolYear::ending(year.end_year() + 1)
}

fn share(value: Fraction, error: SettingsError) -> Result<Fraction, SettingsError> {
    (value <= Fraction::ONE).then_some(value).ok_or(error)
}

macro_rules! shares {
    ($($(#[$doc:meta])* $set:ident, $get:ident, $error:ident;)*) => {
        impl Settings {
            $(
                $(#[$doc])*
                ///
                /// # Errors
                /// The error of the same name where it is above 1.
                pub fn $set(mut self, $set: Fraction) -> Result<Self, SettingsError> {
                    self.$set = share($set, SettingsError::$error)?;
                    Ok(self)
                }

                #[doc = concat!("What [`", stringify!($set), "`](Self::", stringify!($set), ") says.")]
                pub fn $get(&self) -> Fraction {
                    self.$set
                }
            )*
        }
    };
}

shares! {
    /// The true effect: by how much mentoring lowers a mentored student's daily hazard of absence in the
    /// second year. Default 15 %; 0 for none.
    effect, true_effect, Effect;
    /// The share of days absent in the first year from which on a student is eligible. Default 10 %.
    mentored_from, eligible_from, MentoredFrom;
    /// The share of eligible students who are mentored, drawn by lot. Default 40 %.
    mentored_share, share_mentored, MentoredShare;
    /// The share of students who enter late, leave, move or come back. Default 12 %.
    mobility, share_mobile, Mobility;
    /// The share of days of single students that no school recorded. Default 1 %.
    not_recorded, share_not_recorded, NotRecorded;
}

impl Settings {
    /// The seed: equal settings give equal bytes everywhere. Default 2025.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// How many students each of the 13 grades of each of the 3 districts has. Default 25.
    ///
    /// # Errors
    /// [`SettingsError::StudentsPerGrade`] unless between 1 and [`MAX_STUDENTS_PER_GRADE`].
    pub fn students_per_grade(mut self, students: u32) -> Result<Self, SettingsError> {
        if !(1..=MAX_STUDENTS_PER_GRADE).contains(&students) {
            return Err(SettingsError::StudentsPerGrade);
        }
        self.students_per_grade = students;
        Ok(self)
    }

    /// The first of the two school years. Default 2024-25.
    ///
    /// # Errors
    /// [`SettingsError::FirstYear`] where no school year follows it.
    pub fn first_year(mut self, year: SchoolYear) -> Result<Self, SettingsError> {
        self.years = [year, next(year).map_err(|_| SettingsError::FirstYear)?];
        Ok(self)
    }

    /// The daily hazard of absence of an average child on an average day. Default 4.6 %; with the illness
    /// waves, the grades and the spells of several days it makes about 7.5 % of days absent.
    ///
    /// # Errors
    /// [`SettingsError::Absence`] unless above 0 and at most 1/4.
    pub fn absence(mut self, hazard: Fraction) -> Result<Self, SettingsError> {
        let quarter = Fraction::new(1, 4).unwrap_or(Fraction::ZERO);
        if hazard == Fraction::ZERO || hazard > quarter {
            return Err(SettingsError::Absence);
        }
        self.absence = hazard;
        Ok(self)
    }

    /// What [`seed`](Self::seed) says.
    pub fn seed_number(&self) -> u64 {
        self.seed
    }

    /// What [`students_per_grade`](Self::students_per_grade) says.
    pub fn grade_size(&self) -> u32 {
        self.students_per_grade
    }

    /// The two school years.
    pub fn years(&self) -> [SchoolYear; 2] {
        self.years
    }

    /// What [`absence`](Self::absence) says.
    pub fn typical_absence(&self) -> Fraction {
        self.absence
    }
}

impl fmt::Display for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { seed, students_per_grade, years: [first, second], effect, .. } = self;
        write!(f, "seed {seed}, {students_per_grade} students a grade, {first} and {second}, effect {effect}")
    }
}
