//! The contract written down: JSON Schema (2020-12) of what may be given and of what is answered.

const FILES: [(&str, &str); 6] = [
    ("values.json", include_str!("../schema/values.json")),
    ("terms.json", include_str!("../schema/terms.json")),
    ("records.json", include_str!("../schema/records.json")),
    ("rules.json", include_str!("../schema/rules.json")),
    ("questions.json", include_str!("../schema/questions.json")),
    ("answers.json", include_str!("../schema/answers.json")),
];

/// The files of the contract's JSON Schema by their names: `values.json`, `terms.json`, `records.json`, `rules.json`,
/// `questions.json`, `answers.json`. A request is `questions.json#/$defs/Request`; the answer of each question is a
/// property of `answers.json#/$defs/Answers`, or of `MentoringAnswers` there.
///
/// ```
/// let (_, answers) = homeroom_wire::schema().find(|(name, _)| *name == "answers.json").unwrap();
/// let answers: serde_json::Value = serde_json::from_str(answers).unwrap();
/// assert_eq!(answers["$defs"]["Answers"]["properties"]["standing"]["$ref"], "#/$defs/Standing");
/// ```
pub fn schema() -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.into_iter()
}
