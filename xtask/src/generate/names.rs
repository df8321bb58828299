//! Names as each language writes them, and text in lines.

/// `absence_rate` as `absenceRate`.
pub fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |camel, word| {
        let mut letters = word.chars();
        let head: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        camel + &head + letters.as_str()
    })
}

/// A term as the name of a member of an enum: `in_person` as `IN_PERSON`, and `01`, whose name is `Grade1`, as `GRADE_1`.
pub fn member(term: &str, title: &str) -> String {
    let lower = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if term.chars().all(lower) && term.starts_with(|c: char| c.is_ascii_lowercase()) {
        return term.to_ascii_uppercase();
    }
    let mut name = String::new();
    let mut before = '_';
    for letter in title.chars() {
        let begins = letter.is_ascii_uppercase() || letter.is_ascii_digit() && !before.is_ascii_digit();
        if begins && !name.is_empty() {
            name.push('_');
        }
        name.push(letter.to_ascii_uppercase());
        before = letter;
    }
    name
}

/// A text in lines of at most `width` characters, broken between words.
pub fn lines(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[test]
fn names_are_those_of_each_language() {
    assert_eq!(camel("days_in_a_row"), "daysInARow");
    assert_eq!(camel("student"), "student");
    assert_eq!(member("tier_1", "Tier1"), "TIER_1");
    assert_eq!(member("01", "Grade1"), "GRADE_1");
    assert_eq!(member("12", "Grade12"), "GRADE_12");
    assert_eq!(member("IT", "InfantToddler"), "INFANT_TODDLER");
    assert_eq!(lines("one two three", 7), ["one two", "three"]);
}
