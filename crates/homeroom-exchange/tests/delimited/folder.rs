//! A folder for one test, and what reading it gives.

use homeroom::{FindingCode, Intake, Register};
use homeroom_exchange::{
    Dataset, FileKind, FileMapping, Files, Mapping, ReadError, ReadOptions, read_delimited,
};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

/// Five school days and a holiday at two schools, in the library's own form.
const CALENDARS: &str = "school_id,date,event,minutes,closed_grades
A,2022-01-03,instructional_day,,
A,2022-01-04,instructional_day,,
A,2022-01-05,instructional_day,,
A,2022-01-06,instructional_day,,
A,2022-01-07,holiday,,
A,2022-01-10,early_release,180,KG;01
B,2022-01-03,instructional_day,,
B,2022-01-04,instructional_day,,
B,2022-01-05,instructional_day,,
B,2022-01-06,instructional_day,,
";
pub const ENROLLMENTS: &str = "student_id,school_id,grade,entry_date,exit_date,share,primary
s1,A,06,2022-01-03,,,
s2,A,07,2022-01-03,2022-01-05,,
s3,A,KG,2022-01-03,,,
";
/// A record of `enrollments.csv` that shares a student between two schools.
pub const SHARED: &str = "s3,B,KG,2022-01-04,,1/2,no\n";
pub const ATTENDANCE: &str = "student_id,school_id,date,code,part\n";

pub struct Folder(PathBuf);

impl Folder {
    pub fn empty() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("homeroom-delimited-{}-{number}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// The small folder that most tests begin with: three students, no event.
    pub fn small() -> Self {
        let files =
            [("calendars.csv", CALENDARS), ("enrollments.csv", ENROLLMENTS), ("attendance.csv", ATTENDANCE)];
        files.iter().fold(Self::empty(), |folder, (name, text)| folder.file(name, text))
    }

    /// The small folder with these records of attendance.
    pub fn attendance(records: &str) -> Self {
        Self::small().file("attendance.csv", format!("{ATTENDANCE}{records}"))
    }

    pub fn file(self, name: &str, text: impl AsRef<[u8]>) -> Self {
        fs::write(self.0.join(name), text).unwrap();
        self
    }

    pub fn without(self, name: &str) -> Self {
        fs::remove_file(self.0.join(name)).unwrap();
        self
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn try_read(&self, mapping: &Mapping) -> Result<Dataset, ReadError> {
        read(&self.0, mapping, &mut ReadOptions::default())
    }

    /// Reads the folder by the standard mapping.
    pub fn read(&self) -> Dataset {
        self.try_read(&Mapping::standard()).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Takes the files of a folder into memory.
pub fn in_memory(path: &Path) -> Vec<(String, Vec<u8>)> {
    let paths = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    paths
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(path).unwrap()))
        .collect()
}

/// Reads a folder and checks what holds of every reading: each file's counts balance, and files in memory give
/// the same.
pub fn read(path: &Path, mapping: &Mapping, options: &mut ReadOptions<'_>) -> Result<Dataset, ReadError> {
    let streamed = read_delimited(path, mapping, options);
    let mut again = ReadOptions { assume_full_year: options.assume_full_year, progress: None };
    let held = read_delimited(Files::in_memory(in_memory(path)), mapping, &mut again);
    match (&streamed, &held) {
        (Ok(streamed), Ok(held)) => assert!(streamed == held, "{:?}", (&streamed.report, &held.report)),
        // A folder is no file in memory.
        (Err(ReadError::Io { .. }), Err(ReadError::MissingFile { .. })) => {}
        (streamed, held) => {
            assert_eq!(streamed.as_ref().err().map(problem), held.as_ref().err().map(problem));
        }
    }
    let dataset = streamed?;
    for file in &dataset.report.files {
        assert!(file.intake.balances(), "{file:?}");
    }
    assert!(dataset.report.intake().balances());
    Ok(dataset)
}

fn problem(error: &ReadError) -> String {
    error.to_string()
}

/// What a mapping says of the files of a kind.
pub fn mapped(mapping: &mut Mapping, kind: FileKind) -> &mut FileMapping {
    mapping.files.iter_mut().find(|file| file.kind == kind).unwrap()
}

/// What became of a file's records.
pub fn intake(dataset: &Dataset, file: &str) -> Intake {
    let mut files = dataset.report.files.iter().filter(|report| report.file == file);
    let intake = files.next().expect("the file is reported").intake;
    assert!(files.next().is_none(), "{file} is reported once");
    intake
}

/// Applied, merged, superseded and rejected, with what was read.
pub fn counts(dataset: &Dataset, file: &str) -> [u64; 5] {
    let Intake { read, applied, merged, superseded, rejected } = intake(dataset, file);
    [read, applied, merged, superseded, rejected]
}

/// The findings as `code place field`, in order.
pub fn findings(dataset: &Dataset) -> Vec<String> {
    let text = |finding: &homeroom::Finding| {
        format!("{} {} {}", finding.code, finding.place, finding.field.as_deref().unwrap_or("-"))
    };
    dataset.report.findings.iter().map(text).collect()
}

/// The only finding of a code.
pub fn only(dataset: &Dataset, code: FindingCode) -> &homeroom::Finding {
    assert_eq!(dataset.report.findings.count(code), 1, "{:?}", findings(dataset));
    dataset.report.findings.iter().find(|finding| finding.code == code).unwrap()
}

/// The register of the only school year.
pub fn register(dataset: &Dataset) -> &Register {
    assert_eq!(dataset.registers.len(), 1);
    dataset.registers.values().next().unwrap()
}

/// A student's days at the first school that counts: `.` not in membership, `?` not recorded, `p` present,
/// else the status of the mark and its parts.
pub fn days(register: &Register, student: &str) -> String {
    let row = register.rows_of(register.find_student(student).unwrap()).start;
    let row = register.row(row);
    let day = |day: usize| match &register.marks()[usize::from(row.mark(day))] {
        _ if !row.is_member(day) => ".".to_owned(),
        _ if !row.is_recorded(day) => "?".to_owned(),
        mark if mark.is_present() => "p".to_owned(),
        mark => {
            let part = |(code, part): &(homeroom::AttendanceCode, homeroom::Fraction)| {
                format!("{} {part}", code.status())
            };
            mark.parts().iter().map(part).collect::<Vec<_>>().join("+")
        }
    };
    (0..register.school_days().len()).map(day).collect::<Vec<_>>().join(" ")
}
