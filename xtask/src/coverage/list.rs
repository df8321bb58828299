//! The list of `bindings/coverage.toml`, and whether it fits the core, the contract and the packages.

use super::{contract::Contract, packages::Packages};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// What the file says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Questions of the contract and where each package asks them.
    questions: BTreeMap<String, String>,
    reached: Reached,
    left_out: Vec<Group>,
    missing: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reached {
    /// Schema file and items that a definition of it carries under their own name.
    same_name: BTreeMap<String, Vec<String>>,
    /// Question and items that answer it.
    questions: BTreeMap<String, Vec<String>>,
    /// `file.Definition` or `file.Definition.property` and items that it carries under another name.
    schema: BTreeMap<String, Vec<String>>,
    /// What users of the packages call and items that they reach by it.
    packages: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    reason: String,
    items: Vec<String>,
}

/// How many items there are of each kind.
#[derive(Debug, PartialEq, Eq)]
pub struct Counts {
    pub reached: usize,
    pub left_out: usize,
    pub missing: usize,
}

/// Says how many items are where, or everything that does not fit.
pub fn check(
    list: &List,
    items: &BTreeSet<String>,
    contract: &Contract,
    packages: &Packages,
) -> Result<Counts, Vec<String>> {
    let mut told = Told { items, named: BTreeMap::new(), problems: Vec::new() };
    told.questions(list, contract, packages);
    told.reached(&list.reached, contract, packages);
    let reached = told.named.len();
    told.groups("missing", &list.missing);
    let missing = told.named.len() - reached;
    told.groups("left out", &list.left_out);
    for item in items.iter().filter(|item| !told.named.contains_key(*item)) {
        told.problems.push(format!("{item} is public and not in the list"));
    }
    let left_out = told.named.len() - reached - missing;
    if told.problems.is_empty() { Ok(Counts { reached, left_out, missing }) } else { Err(told.problems) }
}

/// Which items were named, where, and what does not fit.
struct Told<'a> {
    items: &'a BTreeSet<String>,
    named: BTreeMap<String, String>,
    problems: Vec<String>,
}

impl Told<'_> {
    fn questions(&mut self, list: &List, contract: &Contract, packages: &Packages) {
        for question in contract.questions() {
            if !list.questions.contains_key(question) {
                self.problems
                    .push(format!("question {question}: no method of the packages is said to ask it"));
            }
        }
        for (question, place) in &list.questions {
            self.needs_question(question, contract);
            self.problems.extend(packages.lacking(place));
        }
    }

    fn needs_question(&mut self, question: &str, contract: &Contract) {
        if !contract.questions().any(|asked| asked == question) {
            self.problems.push(format!("question {question} is not in the contract"));
        }
    }

    fn reached(&mut self, reached: &Reached, contract: &Contract, packages: &Packages) {
        for (file, items) in &reached.same_name {
            for item in expanded(items) {
                let path: Vec<&str> = item.split("::").filter(|part| *part != "mentoring").collect();
                let place = format!("{file}.{}", path.join("."));
                if !contract.has(&place) {
                    self.problems.push(format!("{item}: the schema has no {place}"));
                }
                self.name(&item, &place);
            }
        }
        for (question, items) in &reached.questions {
            self.needs_question(question, contract);
            self.all(items, &format!("question {question}"));
        }
        for (place, items) in &reached.schema {
            if !contract.has(place) {
                self.problems.push(format!("the schema has no {place}"));
            }
            self.all(items, place);
        }
        for (place, items) in &reached.packages {
            self.problems.extend(packages.lacking(place));
            self.all(items, place);
        }
    }

    fn all(&mut self, items: &[String], place: &str) {
        for item in expanded(items) {
            if item.contains('*') {
                self.problems.push(format!("{item}: what is reached is named, item by item"));
            } else {
                self.name(&item, place);
            }
        }
    }

    fn name(&mut self, item: &str, place: &str) {
        if !self.items.contains(item) {
            self.problems.push(format!("{item} ({place}) is no public item"));
        } else if let Some(before) = self.named.insert(item.to_owned(), place.to_owned()) {
            self.problems.push(format!("{item} is listed twice: {before}; {place}"));
        }
    }

    /// Items by name first, so that a pattern covers what nothing else names.
    fn groups(&mut self, kind: &str, groups: &[Group]) {
        let patterns = |item: &String| item.contains('*');
        for group in groups {
            if group.reason.trim().is_empty() {
                self.problems.push(format!("{kind} without a reason: {}", group.items.join(", ")));
            }
            for item in expanded(&group.items).iter().filter(|item| !patterns(item)) {
                self.name(item, kind);
            }
        }
        for group in groups {
            for pattern in expanded(&group.items).iter().filter(|item| patterns(item)) {
                if !pattern.contains("::") {
                    self.problems.push(format!("{pattern} would cover types and functions, which are named"));
                    continue;
                }
                let covered: Vec<String> = self
                    .items
                    .iter()
                    .filter(|item| fits(pattern, item) && !self.named.contains_key(*item))
                    .cloned()
                    .collect();
                if covered.is_empty() {
                    self.problems.push(format!("{pattern} covers nothing"));
                }
                for item in covered {
                    self.name(&item, kind);
                }
            }
        }
    }
}

/// Items with `{a, b}` written out.
fn expanded(items: &[String]) -> Vec<String> {
    items
        .iter()
        .flat_map(|item| {
            match item.split_once('{').and_then(|(head, rest)| Some((head, rest.split_once('}')?))) {
                Some((head, (among, tail))) => {
                    among.split(',').map(|one| format!("{head}{}{tail}", one.trim())).collect()
                }
                None => vec![item.clone()],
            }
        })
        .collect()
}

/// Whether an item is of a pattern with one `*`, which stands for one name or the part of one.
fn fits(pattern: &str, item: &str) -> bool {
    pattern.split_once('*').is_some_and(|(head, tail)| {
        item.strip_prefix(head)
            .and_then(|rest| rest.strip_suffix(tail))
            .is_some_and(|middle| !middle.is_empty() && !middle.contains("::"))
    })
}
