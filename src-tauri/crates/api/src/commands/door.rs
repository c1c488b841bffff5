//! The door: which register lies open, and whose key.

use std::path::Path;

use store::{Cost, Opening, Sealed};

use crate::desk::{Desk, Founding, today};
use crate::failure::Failure;
use crate::session::Session;
use crate::types::{
    AdministratorLine, Administrators, Admit, ChangePassphrase, Created, FirstBad, NewRegister, Nothing, Opened,
    Recover, RecoveryCode, RegisterRequest, Retire, Unlock, Writer,
};

/// What lies open.
///
/// # Errors
/// None but those of the disk.
pub fn desk(desk: &mut Desk, _: Nothing) -> Result<Opened, Failure> {
    let today = today();
    let last = desk.fold.decisions.iter().map(|decision| decision.effective_from).max();
    let own = desk.signer().ok().map(|signer| signer.public().author());
    let writer = if own.is_none() { desk.store.writer() } else { None };
    Ok(Opened {
        path: desk.path.display().to_string(),
        office: desk.record.office.clone(),
        sample: desk.record.sample,
        entries: u32::try_from(desk.entries.len()).unwrap_or(u32::MAX),
        today,
        // The sample tells the story of its last decision; an office wants to see today.
        opens_on: last.filter(|_| desk.record.sample).unwrap_or(today),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        administrator: own.map(|own| name_of(desk, &own)).transpose()?,
        writer: writer.map(|writer| Writer { who: writer.who, host: writer.host, since: writer.since }),
        damage: desk.damage.as_ref().map(FirstBad::of),
    })
}

fn name_of(desk: &Desk, key: &register::record::Author) -> Result<String, Failure> {
    let authority = desk.store.authority()?;
    let known = authority.administrators().iter().find(|known| known.key == *key);
    Ok(known.map(|known| known.name.clone()).unwrap_or_default())
}

/// Opens a register.
///
/// # Errors
/// `file_not_found`, `not_a_register`, `newer_register`, `unsigned_register`, `damaged`: then what lay open
/// stays open.
pub fn open(session: &mut Session, request: RegisterRequest) -> Result<Opened, Failure> {
    desk(session.open(Path::new(&request.path))?, Nothing {})
}

/// Opens the sample, made at its first opening.
///
/// # Errors
/// A folder that cannot be written.
pub fn open_sample(session: &mut Session, _: Nothing) -> Result<Opened, Failure> {
    desk(session.open_sample()?, Nothing {})
}

/// Makes a register, and opens it with its administrator's key.
///
/// # Errors
/// `file_exists`, `empty_name`, `empty_passphrase`, `on_network`, or a file that cannot be written.
pub fn create(session: &mut Session, request: NewRegister) -> Result<Created, Failure> {
    let founding = Founding {
        office: &request.office,
        administrator: &request.administrator,
        passphrase: &request.passphrase,
        sample: false,
    };
    let (made, recovery_code) = Desk::create(Path::new(&request.path), &founding)?;
    Ok(Created { opened: desk(session.put(made), Nothing {})?, recovery_code })
}

/// Opens an administrator's key with its passphrase.
///
/// # Errors
/// `wrong_passphrase`, `register_in_use`, `on_network`, or a file that cannot be written.
pub fn unlock(open: &mut Desk, request: Unlock) -> Result<Opened, Failure> {
    open.unlock(Opening::Passphrase, &request.passphrase)?;
    desk(open, Nothing {})
}

/// Puts the key away: from now on the register is open for reading.
///
/// # Errors
/// A file that cannot be read.
pub fn lock(open: &mut Desk, _: Nothing) -> Result<Opened, Failure> {
    open.lock()?;
    desk(open, Nothing {})
}

/// Another passphrase for the key that is open. Whoever has only found the screen unlocked does not know the
/// one so far.
///
/// # Errors
/// `administrator_needed`, `wrong_passphrase`, `empty_passphrase`.
pub fn change_passphrase(open: &mut Desk, request: ChangePassphrase) -> Result<Opened, Failure> {
    let own = open.signer()?.public();
    let signer = open.store.unlock(Opening::Passphrase, &request.passphrase)?;
    if signer.public() != own {
        return Err(store::Error::WrongPassphrase.into());
    }
    let seal = Sealed::seal(&signer, Opening::Passphrase, &request.new_passphrase, Cost::STANDARD)?;
    open.store.reseal(&seal)?;
    desk(open, Nothing {})
}

/// A new passphrase for a key whose old one is lost, by its recovery code.
///
/// # Errors
/// `wrong_passphrase`, `empty_passphrase`, `register_in_use`, or a file that cannot be written.
pub fn recover(open: &mut Desk, request: Recover) -> Result<Opened, Failure> {
    open.unlock(Opening::Recovery, &store::code_as_typed(&request.recovery_code))?;
    let seal = Sealed::seal(open.signer()?, Opening::Passphrase, &request.new_passphrase, Cost::STANDARD)?;
    open.store.reseal(&seal)?;
    desk(open, Nothing {})
}

/// The administrators of the register.
///
/// # Errors
/// None but those of the disk.
pub fn administrators(desk: &mut Desk, _: Nothing) -> Result<Administrators, Failure> {
    let own = desk.signer().ok().map(|signer| signer.public().author());
    let authority = desk.store.authority()?;
    let administrators = authority.administrators().iter().map(|known| AdministratorLine {
        key: known.key.0.clone(),
        name: known.name.clone(),
        retired: known.retired,
        open: own.as_ref() == Some(&known.key),
    });
    Ok(Administrators { administrators: administrators.collect() })
}

/// Admits an administrator, who chooses a passphrase at this machine.
///
/// # Errors
/// `administrator_needed`, `empty_name`, `empty_passphrase`.
pub fn admit(desk: &mut Desk, request: Admit) -> Result<RecoveryCode, Failure> {
    Ok(RecoveryCode { recovery_code: desk.admit(&request.name, &request.passphrase)? })
}

/// Retires an administrator: the key may no longer write. What it wrote stays.
///
/// # Errors
/// `administrator_needed`, `not_found`, `ambiguous`, `last_administrator`.
pub fn retire(desk: &mut Desk, request: Retire) -> Result<Administrators, Failure> {
    let authority = desk.store.authority()?;
    let meant = |known: &&register::record::Administrator| {
        !known.retired
            && (known.key.0 == request.key || (request.key.len() >= 8 && known.key.0.starts_with(&request.key)))
    };
    let found: Vec<_> = authority.administrators().iter().filter(meant).collect();
    let key = match found[..] {
        [only] => only.key.clone(),
        [] => return Err(Failure::not_found("administrator", &request.key)),
        _ => {
            return Err(Failure::ambiguous(
                "administrator",
                &request.key,
                found.iter().map(|known| known.key.0.clone()),
            ));
        }
    };
    let own = desk.signer()?.public().author() == key;
    let retirement = register::record::Content::Retirement(register::record::Retirement { key });
    desk.record(vec![retirement], &[])?;
    if own {
        // Whoever retires himself has written for the last time.
        desk.lock()?;
    }
    administrators(desk, Nothing {})
}
