//! Mappings that are wrong, each refused with the place.

use homeroom_exchange::Mapping;

const GOOD: &str = r#"
enrollment = "full_year"
calendar = "event_dates"
day_minutes = 360
[codes]
A = { status = "absence", extent = "1/2" }
[calendar_events]
open = "instructional_day"
[[files]]
name = "a.csv"
kind = "attendance"
encoding = "utf-8"
delimiter = ","
date_formats = ["%Y-%m-%d"]
columns = { student = "s", school = "c", date = "d", code = "k" }
optional_columns = ["code"]
"#;

#[test]
fn every_error_names_its_place() {
    assert!(Mapping::from_toml(GOOD).is_ok());
    for (from, to, path) in [
        ("day_minutes = 360", "day_minutes = 0", "day_minutes"),
        ("day_minutes = 360", "day_minutes = 1441", "day_minutes"),
        ("day_minutes = 360", "day_minutes = 'long'", "day_minutes"),
        ("day_minutes = 360", "colour = 'red'", "colour"),
        ("day_minutes = 360", "school_year = 1800", "school_year"),
        ("day_minutes = 360", "rules = { basis = 'maybe' }", "rules.basis"),
        ("day_minutes = 360", "rules = { base = 'full_roll' }", "rules.base"),
        ("\"full_year\"", "\"some\"", "enrollment"),
        ("\"event_dates\"", "\"file\"", "calendar"),
        ("\"1/2\"", "\"3/2\"", "codes.A.extent"),
        ("\"1/2\"", "\"-1\"", "codes.A.extent"),
        ("\"1/2\"", "\"1/2\", extent_required = true", "codes.A.extent"),
        ("\"absence\"", "\"truant\"", "codes.A.status"),
        ("A = { status = \"absence\", extent = \"1/2\" }", "", "codes"),
        ("\"instructional_day\"", "\"fun\"", "calendar_events.open"),
        ("\"attendance\"", "\"absences\"", "files[0].kind"),
        ("\"attendance\"", "\"students\"", "files"),
        ("\"a.csv\"", "[]", "files[0].name"),
        ("\"a.csv\"", "3", "files[0].name"),
        ("\"a.csv\"", "\"../a.csv\"", "files[0].name"),
        ("\"a.csv\"", "['a.csv', 'a.csv']", "files[0].name"),
        ("\"utf-8\"", "\"klingon\"", "files[0].encoding"),
        ("\",\"", "\",,\"", "files[0].delimiter"),
        ("\",\"", "\"\u{e9}\"", "files[0].delimiter"),
        ("\",\"", "'\"'", "files[0].quote"),
        ("\"%Y-%m-%d\"", "\"%Y-%m-%d\", \"%d/%m\"", "files[0].date_formats[1]"),
        ("code = \"k\"", "part = \"k\"", "files[0].columns.code"),
        ("code = \"k\"", "code = \"k\", grade = \"g\"", "files[0].columns.grade"),
        ("[\"code\"]", "[\"part\"]", "files[0].optional_columns[0]"),
        ("optional_columns", "attributes = ['x']\noptional_columns", "files[0].attributes"),
        ("optional_columns", "constants = { code = 'A' }\noptional_columns", "files[0].constants.code"),
        ("optional_columns", "colour = 'red'\noptional_columns", "files[0].colour"),
    ] {
        assert!(GOOD.contains(from), "{from}");
        let error = Mapping::from_toml(&GOOD.replacen(from, to, 1)).expect_err(to);
        assert_eq!(error.path(), path, "{to}: {error}");
        assert!(!error.message().is_empty());
    }
    let error = Mapping::from_toml(&GOOD.replace("student =", "pupil =")).unwrap_err();
    assert!(error.path().starts_with("files[0].columns"), "{error}");
    assert!(Mapping::from_toml("not toml").unwrap_err().to_string().starts_with("mapping, `mapping`"));
}

#[test]
fn what_is_there_is_not_assumed() {
    let enrollments = "[[files]]\nname = 'e.csv'\nkind = 'enrollments'\n\
                       columns = { student = 's', school = 'c', entry_date = 'd' }\n";
    let error = Mapping::from_toml(&format!("{GOOD}{enrollments}")).unwrap_err();
    assert_eq!(error.path(), "enrollment");
    let calendar = "[[files]]\nname = 'c.csv'\nkind = 'calendar'\n\
                    columns = { event = 's', school = 'c', date = 'd' }\n";
    let error = Mapping::from_toml(&format!("{GOOD}{calendar}")).unwrap_err();
    assert_eq!(error.path(), "calendar");
}

#[test]
fn the_standard_mapping_has_the_codes_that_the_documentation_lists() {
    let codes: Vec<_> = Mapping::standard().codes.into_keys().collect();
    assert_eq!(codes, ["A", "AE", "AU", "ED", "HD", "ISS", "NE", "NR", "OSS", "P", "R", "T"]);
    let readme = include_str!("../../README.md");
    assert!(codes.iter().all(|code| readme.contains(&format!("| `{code}` |"))));
}
