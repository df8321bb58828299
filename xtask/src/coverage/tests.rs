//! The check fails where it should.

use super::{
    contract::Contract,
    list::{Counts, List, check},
    packages::Packages,
    source::items_of,
};
use std::collections::{BTreeMap, BTreeSet};

const SOURCE: &str = "
    mod inner {
        macro_rules! terms { (pub enum $name:ident { $($v:ident),* }) => {
            pub enum $name { $($v),* }
            impl $name { pub const ALL: u8 = 0; pub const fn as_str(self) -> u8 { 0 } fn hidden() {} }
        }; }
        terms! { pub enum Kind { A, B } }
        terms! { pub enum Unseen { A } }
        pub struct Standing;
        struct Helper;
        pub struct Hidden;
        impl Standing { pub fn status(&self) {} fn private(&self) {} pub(crate) fn near(&self) {} }
        impl Helper { pub fn not_reached(&self) {} }
        impl Clone for Standing { fn clone(&self) -> Self { Standing } }
        #[cfg(test)] mod tests { pub struct Standing; }
        #[cfg(all(unix, test))] mod more_tests { unknown! {} }
        #[doc(hidden)] pub mod unseen { unknown! {} }
    }
    mod other {
        use super::inner::Standing;
        pub fn helping() {}
        impl Standing { pub fn elsewhere(&self) {} pub const MOST: u8 = 1; }
        pub(crate) fn inside() {}
    }
    pub mod deep { pub struct Kind; pub use crate::inner::Hidden as Shown; }
    pub use inner::{Kind, Standing};
    pub use other::*;
";

#[test]
fn the_reader_finds_what_is_reachable_and_nothing_else() {
    let items: Vec<String> = items_of(SOURCE, None).unwrap().into_iter().collect();
    let expected = "Kind Kind::ALL Kind::as_str Shown Standing Standing::MOST Standing::elsewhere Standing::status \
                    deep::Kind helping";
    assert_eq!(items.join(" "), expected);
}

#[test]
fn the_reader_says_what_it_cannot_read() {
    for source in
        ["unknown! { struct S; }", "pub use elsewhere::Thing;", "mod m {} pub use m::Thing;", "mod file;"]
    {
        assert!(items_of(source, None).is_err(), "{source}");
    }
}

const LIST: &str = r#"
    [questions]
    standing = "Register.standing_of"
    [reached.same_name]
    answers = ["Standing", "Standing::status"]
    [reached.questions]
    standing = ["Reading::{standing_of_row, standing_of_student}"]
    [reached.schema]
    "answers.Standing.status" = ["Status"]
    [reached.packages]
    "read/readFiles" = ["read"]
    [[left_out]]
    reason = "built by records"
    items = ["Builder", "Builder::*"]
    [[missing]]
    reason = "not yet"
    items = ["Builder::wanted"]
"#;

const ITEMS: &[&str] = &[
    "Builder",
    "Builder::new",
    "Builder::wanted",
    "Reading::standing_of_row",
    "Reading::standing_of_student",
    "Standing",
    "Standing::status",
    "Status",
    "read",
];

fn checked(list: &str, items: &[&str], npm: &str) -> Result<Counts, String> {
    let list: List = toml::from_str(list).map_err(|error| error.to_string())?;
    let items: BTreeSet<String> = items.iter().map(ToString::to_string).collect();
    let contract = Contract::of(BTreeMap::from([
        ("answers".into(), serde_json::json!({ "Standing": { "properties": { "status": {} } } })),
        (
            "questions".into(),
            serde_json::json!({ "Ask": { "properties": { "standing": {}, "mentoring": {} } } }),
        ),
    ]));
    let root = "__all__ = [\n    \"Register\",\n    \"read\",\n]\n";
    let modules =
        "class Register:\n    def standing_of(self):\n        pass\n\nclass Hidden:\n    def x(self): ...\n";
    check(&list, &items, &contract, &Packages::of(root, modules, npm)).map_err(|problems| problems.join("\n"))
}

const NPM: &str = "export class Register {\n  standingOf(): void\n}\nexport function readFiles(): void\n";

#[test]
fn a_list_that_fits_passes() {
    assert_eq!(checked(LIST, ITEMS, NPM), Ok(Counts { reached: 6, left_out: 2, missing: 1 }));
}

#[test]
fn what_does_not_fit_is_said() {
    let with = |item| [ITEMS, &[item]].concat();
    let without = |gone: &str| ITEMS.iter().copied().filter(|item| *item != gone).collect::<Vec<_>>();
    let refused = |list: &str, items: &[&str], npm: &str, said: &str| {
        let problem = checked(list, items, npm).unwrap_err();
        assert!(problem.contains(said), "{problem}");
    };
    refused(LIST, &with("Reading::new_measure"), NPM, "Reading::new_measure is public and not in the list");
    refused(LIST, &with("Newcomer"), NPM, "Newcomer is public and not in the list");
    refused(LIST, &without("Status"), NPM, "Status (answers.Standing.status) is no public item");
    refused(LIST, &without("Builder::new"), NPM, "Builder::* covers nothing");
    refused(LIST, ITEMS, &NPM.replace("standingOf", "other"), "the npm package has no Register.standingOf");
    for (from, to, said) in [
        ("standing_of\"", "standing_if\"", "Python has no Register.standing_if"),
        ("Register.standing_of", "Hidden.x", "Python has no Hidden.x"),
        ("standing = \"", "ranking = \"", "question ranking is not in the contract"),
        ("standing = \"", "ranking = \"", "question standing: no method"),
        ("standing = [", "ranking = [", "question ranking is not in the contract"),
        ("Standing.status\"", "Standing.state\"", "the schema has no answers.Standing.state"),
        ("\"Standing\", ", "\"Standing\", \"Builder\", ", "the schema has no answers.Builder"),
        ("built by records", " ", "left out without a reason"),
        ("\"Builder::*\"", "\"B*\"", "B* would cover types and functions"),
        ("[\"read\"]", "[\"read\", \"Status\"]", "Status is listed twice"),
        ("[\"read\"]", "[\"Builder::*\"]", "what is reached is named"),
    ] {
        assert!(LIST.contains(from), "{from}");
        refused(&LIST.replace(from, to), ITEMS, NPM, said);
    }
}
