//! The files that a reader reads: those of a folder, streamed, or files in memory.

use crate::{Progress, ReadError, ReadOptions};
use std::{
    collections::BTreeMap,
    ffi::OsStr,
    fmt, fs,
    io::{self, ErrorKind, Read},
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::Arc,
};

/// The files that a reader reads: those of a folder, which are streamed, or files in memory, as a web page has
/// them. The readers take both, and a path wherever they take `Files`.
///
/// ```
/// use homeroom_exchange::{Files, Mapping, ReadOptions, read_delimited};
///
/// let calendar = "school_id,date,event\nA,2022-01-03,instructional_day\nA,2022-01-04,instructional_day\n";
/// let files = [
///     ("calendars.csv", calendar),
///     ("enrollments.csv", "student_id,school_id,entry_date,exit_date\ns1,A,2022-01-03,\n"),
///     ("attendance.csv", "student_id,school_id,date,code\ns1,A,2022-01-03,AU\n"),
/// ];
/// let files = Files::in_memory(files.map(|(name, text)| (name.to_owned(), text.into())));
/// let dataset = read_delimited(&files, &Mapping::of_folder(&files)?, &mut ReadOptions::default())?;
/// assert_eq!(dataset.report.intake().applied, 4);
/// # Ok::<(), homeroom_exchange::ReadError>(())
/// ```
#[derive(Clone)]
pub struct Files(Place);

#[derive(Clone)]
enum Place {
    Folder(PathBuf),
    Memory { files: BTreeMap<Arc<str>, Arc<Vec<u8>>>, repeated: Option<Arc<str>> },
}

impl Files {
    /// The files of a folder, without those of the folders in it.
    pub fn folder(path: impl Into<PathBuf>) -> Self {
        Self(Place::Folder(path.into()))
    }

    /// Files in memory by their names. A folder that all of them lie in, as where a folder was dropped, is cut
    /// off their names; what then still lies in a folder is not read, as in [`folder`](Self::folder), and stands
    /// among the [unread files](crate::ReadReport::unread_files). Two files of one name cannot be read.
    pub fn in_memory(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        let mut files: Vec<_> = files.into_iter().map(|(name, bytes)| (parts(&name), bytes)).collect();
        while let Some(first) = files.first().and_then(|(parts, _)| parts.first().cloned())
            && files.iter().all(|(parts, _)| parts.len() > 1 && parts[0] == first)
        {
            for (parts, _) in &mut files {
                parts.remove(0);
            }
        }
        let (mut known, mut repeated) = (BTreeMap::new(), None);
        for (parts, bytes) in files {
            let name: Arc<str> = parts.join("/").into();
            if known.insert(Arc::clone(&name), Arc::new(bytes)).is_some() {
                repeated.get_or_insert(name);
            }
        }
        Self(Place::Memory { files: known, repeated })
    }

    /// The file of a name, if there is one.
    pub(crate) fn find(&self, name: &str) -> Result<Option<File>, ReadError> {
        self.check()?;
        match &self.0 {
            Place::Folder(folder) => {
                let file = File { name: name.into(), content: Content::Folder(folder.join(name)) };
                match file.bytes() {
                    Ok(_) => Ok(Some(file)),
                    Err(ReadError::Io { source, .. }) if source.kind() == ErrorKind::NotFound => Ok(None),
                    Err(error) => Err(error),
                }
            }
            Place::Memory { files, .. } => Ok(files.get_key_value(name).map(File::in_memory)),
        }
    }

    /// All there is, in the order of the names; of a folder also the folders in it.
    pub(crate) fn list(&self) -> Result<Vec<File>, ReadError> {
        self.check()?;
        match &self.0 {
            Place::Folder(folder) => {
                let failed = |source| ReadError::Io { file: file_name(folder).to_string(), source };
                let mut files = Vec::new();
                for entry in fs::read_dir(folder).map_err(failed)? {
                    let path = entry.map_err(failed)?.path();
                    files.push(File { name: file_name(&path), content: Content::Folder(path) });
                }
                files.sort_unstable_by(|a, b| a.name.cmp(&b.name));
                Ok(files)
            }
            Place::Memory { files, .. } => Ok(files.iter().map(File::in_memory).collect()),
        }
    }

    fn check(&self) -> Result<(), ReadError> {
        match &self.0 {
            Place::Memory { repeated: Some(file), .. } => {
                Err(ReadError::RepeatedFile { file: file.to_string() })
            }
            _ => Ok(()),
        }
    }
}

impl<P: AsRef<Path> + ?Sized> From<&P> for Files {
    fn from(path: &P) -> Self {
        Self::folder(path.as_ref())
    }
}

impl From<PathBuf> for Files {
    fn from(path: PathBuf) -> Self {
        Self::folder(path)
    }
}

/// What is in memory is shared, not copied.
impl From<&Files> for Files {
    fn from(files: &Files) -> Self {
        files.clone()
    }
}

// Neither what the files hold nor their folder, which may name a person.
impl fmt::Debug for Files {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Place::Folder(_) => f.write_str("Files of a folder"),
            Place::Memory { files, .. } => write!(f, "{} files in memory", files.len()),
        }
    }
}

fn parts(name: &str) -> Vec<String> {
    let parts = name.split(['/', '\\']).filter(|part| !part.is_empty() && *part != ".");
    parts.map(str::to_owned).collect()
}

fn file_name(path: &Path) -> Arc<str> {
    path.file_name().map_or_else(|| "?".into(), |name| name.to_string_lossy().into())
}

/// One file.
#[derive(Clone)]
pub(crate) struct File {
    /// Its name, without the folder that all files lie in.
    pub(crate) name: Arc<str>,
    content: Content,
}

#[derive(Clone)]
enum Content {
    Folder(PathBuf),
    Memory(Arc<Vec<u8>>),
}

impl File {
    fn in_memory((name, bytes): (&Arc<str>, &Arc<Vec<u8>>)) -> Self {
        Self { name: Arc::clone(name), content: Content::Memory(Arc::clone(bytes)) }
    }

    /// The extension of its name.
    pub(crate) fn extension(&self) -> Option<&str> {
        Path::new(&*self.name).extension().and_then(OsStr::to_str)
    }

    /// The name without its extension.
    pub(crate) fn stem(&self) -> &str {
        Path::new(&*self.name).file_stem().and_then(OsStr::to_str).unwrap_or_default()
    }

    /// Whether it lies beside the others, and not in a folder among them.
    pub(crate) fn is_beside(&self) -> Result<bool, ReadError> {
        match &self.content {
            Content::Folder(path) => Ok(fs::metadata(path).map_err(|error| self.io(error))?.is_file()),
            Content::Memory(_) => Ok(!self.name.contains('/')),
        }
    }

    /// How many bytes it has.
    pub(crate) fn bytes(&self) -> Result<u64, ReadError> {
        match &self.content {
            Content::Folder(path) => Ok(fs::metadata(path).map_err(|error| self.io(error))?.len()),
            Content::Memory(bytes) => Ok(bytes.len() as u64),
        }
    }

    pub(crate) fn open(&self) -> Result<Opened, ReadError> {
        match &self.content {
            Content::Folder(path) => {
                Ok(Opened::Folder(fs::File::open(path).map_err(|error| self.io(error))?))
            }
            Content::Memory(bytes) => Ok(Opened::Memory { bytes: Arc::clone(bytes), at: 0 }),
        }
    }

    /// A failure of the system at the file.
    pub(crate) fn io(&self, source: io::Error) -> ReadError {
        ReadError::Io { file: self.name.to_string(), source }
    }
}

/// A file being read.
pub(crate) enum Opened {
    Folder(fs::File),
    Memory { bytes: Arc<Vec<u8>>, at: usize },
}

impl Read for Opened {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Folder(file) => file.read(into),
            Self::Memory { bytes, at } => {
                let read = bytes.get(*at..).unwrap_or_default().read(into)?;
                *at += read;
                Ok(read)
            }
        }
    }
}

/// Says how far a reader has come, and hears whether to go on.
pub(crate) fn tell(options: &mut ReadOptions<'_>, progress: Progress<'_>) -> Result<(), ReadError> {
    match options.progress.as_mut().map(|tell| tell(progress)) {
        Some(ControlFlow::Break(())) => Err(ReadError::Stopped),
        _ => Ok(()),
    }
}
