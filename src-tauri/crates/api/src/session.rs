//! A session: at most one register lies open. The window and the command line each have one.

use std::path::{Path, PathBuf};

use crate::desk::Desk;
use crate::failure::Failure;
use crate::printing::Printing;

/// At most one register, open.
#[derive(Default)]
pub struct Session {
    desk: Option<Desk>,
    /// Why nothing lies open, where something should.
    refused: Option<Failure>,
    /// Where the sample register is made at its first opening.
    sample: PathBuf,
    /// Where papers wait for their review.
    trays: Option<PathBuf>,
    /// Where long papers are printed.
    printing: Printing,
}

impl Session {
    /// A session with nothing open yet.
    #[must_use]
    pub fn new(sample: &Path) -> Self {
        Self { sample: sample.to_path_buf(), ..Self::default() }
    }

    /// The same with a place where papers wait for their review, register by register.
    #[must_use]
    pub fn with_trays(self, folder: &Path) -> Self {
        Self { trays: Some(folder.to_path_buf()), ..self }
    }

    /// The same with a program that sets long papers when it is called with `press FILE`: itself.
    #[must_use]
    pub fn with_press(self, program: &Path) -> Self {
        Self { printing: Printing::by(program), ..self }
    }

    /// Where long papers are printed.
    pub(crate) fn printing(&self) -> Printing {
        self.printing.clone()
    }

    /// A session with a register open.
    ///
    /// # Errors
    /// What opening it fails with.
    pub fn over(path: &Path) -> Result<Self, Failure> {
        let mut session = Self::default();
        session.open(path)?;
        Ok(session)
    }

    /// Opens a register in the place of the one that lies open.
    ///
    /// # Errors
    /// What opening it fails with; the one that lies open stays.
    pub fn open(&mut self, path: &Path) -> Result<&mut Desk, Failure> {
        let desk = Desk::open(path)?;
        Ok(self.put(desk))
    }

    /// Opens the sample; it is made where it is not there yet.
    ///
    /// # Errors
    /// A folder or a file that cannot be written.
    pub fn open_sample(&mut self) -> Result<&mut Desk, Failure> {
        let path = self.sample.clone();
        if !path.exists() {
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder).map_err(|error| Failure::disk(folder, &error))?;
            }
            let desk = Desk::sample(&path, None)?;
            return Ok(self.put(desk));
        }
        self.open(&path)
    }

    /// Keeps why a register that should lie open does not: whoever asks for it is told.
    pub fn refuse(&mut self, failure: Failure) {
        self.refused = Some(failure);
    }

    /// Puts a desk in the place of the one before.
    pub fn put(&mut self, mut desk: Desk) -> &mut Desk {
        if let Some(trays) = &self.trays {
            desk.set_tray(trays);
        }
        self.desk.insert(desk)
    }

    /// The register that lies open.
    ///
    /// # Errors
    /// `no_register`.
    pub fn desk(&mut self) -> Result<&mut Desk, Failure> {
        match &mut self.desk {
            Some(desk) => Ok(desk),
            None => Err(self.refused.clone().unwrap_or_else(|| Failure::refused("no_register", []))),
        }
    }

    /// Where the register that lies open is: for what looks at the file on its own, beside this session.
    ///
    /// # Errors
    /// `no_register`.
    pub fn path(&self) -> Result<PathBuf, Failure> {
        let desk = self.desk.as_ref().ok_or_else(|| Failure::refused("no_register", []))?;
        Ok(desk.path.clone())
    }
}
