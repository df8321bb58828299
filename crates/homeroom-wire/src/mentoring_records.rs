//! The records of a program, each as its own JSON.

use crate::Problem;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A record as JSON: what the library reads for it, or, where it has a `date`, one with `dates` in its place, which
/// stands for one record on each of them.
pub type Record = Map<String, Value>;

/// The records of a mentoring program.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MentoringRecords {
    /// The mentors.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mentors: Vec<Record>,
    /// The contact plans.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub plans: Vec<Record>,
    /// The assignments.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub assignments: Vec<Record>,
    /// The check-ins, made and attempted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub check_ins: Vec<Record>,
    /// The circles.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub circles: Vec<Record>,
    /// The calls home.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub home_calls: Vec<Record>,
    /// The follow-ups.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub follow_ups: Vec<Record>,
    /// The barriers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub barriers: Vec<Record>,
    /// The catalogue of interventions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub interventions: Vec<Record>,
    /// Students' interventions with their whole histories.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub student_interventions: Vec<Record>,
    /// Single lines of such histories.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub intervention_statuses: Vec<Record>,
    /// The program around the mentoring.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub program: Option<ProgramRecords>,
}

/// The program around the mentoring.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ProgramRecords {
    /// The staff of the schools.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub staff: Vec<Record>,
    /// Learning sessions for adults.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub learning_sessions: Vec<Record>,
    /// Convenings of the districts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub convenings: Vec<Record>,
    /// Empathy interviews.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub interviews: Vec<Record>,
    /// Celebrations.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub celebrations: Vec<Record>,
}

/// Records one by one: one with `dates` becomes one with each `date`.
///
/// ```
/// use homeroom_wire::one_by_one;
/// let hello = serde_json::json!({"student": "s1", "dates": ["2021-08-30", "2021-09-01"]});
/// let hellos = one_by_one("check_ins", &[hello.as_object().unwrap().clone()])?;
/// assert_eq!((hellos.len(), &hellos[1]["date"]), (2, &"2021-09-01".into()));
/// # Ok::<(), homeroom_wire::Problem>(())
/// ```
///
/// # Errors
/// [`Problem`] where a record has both, or its `dates` are none; `field` is where the records stand.
pub fn one_by_one(field: &str, records: &[Record]) -> Result<Vec<Record>, Problem> {
    let mut all = Vec::new();
    for record in records {
        let Some(Value::Array(dates)) = record.get("dates") else {
            all.push(record.clone());
            continue;
        };
        if dates.is_empty() || record.contains_key("date") {
            return Err(Problem::no_day(field));
        }
        for date in dates {
            let mut one = record.clone();
            one.remove("dates");
            one.insert("date".to_owned(), date.clone());
            all.push(one);
        }
    }
    Ok(all)
}

/// Records hold names and notes: `Debug` shows none of them.
macro_rules! hidden_debug {
    ($($name:ident),*) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), " [confidential]"))
            }
        }
    )*};
}
pub(crate) use hidden_debug;

hidden_debug!(MentoringRecords, ProgramRecords);
