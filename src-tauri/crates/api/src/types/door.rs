//! The door: which register lies open, and who may write in it.

use register::Day;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What lies open.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Opened {
    /// The register's file.
    pub path: String,
    /// The office that keeps it.
    pub office: String,
    /// Whether it is the sample.
    pub sample: bool,
    /// How many entries it has.
    pub entries: u32,
    /// Today, in Việt Nam.
    #[ts(type = "string")]
    pub today: Day,
    /// The date that the window starts on.
    #[ts(type = "string")]
    pub opens_on: Day,
    /// The version of the program.
    pub version: String,
    /// The administrator whose key is open, where one is: only then can anything be recorded.
    pub administrator: Option<String>,
    /// Somebody else who has the register open for writing.
    pub writer: Option<Writer>,
    /// What the quick check at the opening found wrong with the newest entries.
    pub damage: Option<super::FirstBad>,
}

/// Who has a register open for writing.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Writer {
    /// The user of the system.
    pub who: String,
    /// The machine.
    pub host: String,
    /// Since when, UTC.
    pub since: String,
}

/// A register's file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RegisterRequest {
    /// Where it lies.
    pub path: String,
}

/// A new register.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct NewRegister {
    /// Where it is to lie.
    pub path: String,
    /// The office that keeps it.
    pub office: String,
    /// Who answers for the record.
    pub administrator: String,
    /// The words that guard the administrator's key.
    pub passphrase: String,
}

/// A register that was made.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct Created {
    /// What lies open now.
    #[serde(flatten)]
    pub opened: Opened,
    /// The code that opens the key when the passphrase is lost: shown once, written down on paper.
    pub recovery_code: String,
}

/// The words that open an administrator's key.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct Unlock {
    /// The passphrase.
    pub passphrase: String,
}

/// Another passphrase for the key that is open.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ChangePassphrase {
    /// The one so far.
    pub passphrase: String,
    /// The one from now on.
    pub new_passphrase: String,
}

/// A lost passphrase.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct Recover {
    /// The code that was written down when the key was made.
    pub recovery_code: String,
    /// The passphrase from now on.
    pub new_passphrase: String,
}

/// A code to be written down.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct RecoveryCode {
    /// Shown once.
    pub recovery_code: String,
}

/// The administrators.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Administrators {
    /// In the order of their admission.
    pub administrators: Vec<AdministratorLine>,
}

/// An administrator.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AdministratorLine {
    /// The public key, in hex.
    pub key: String,
    /// The name.
    pub name: String,
    /// Whether the key may no longer write.
    pub retired: bool,
    /// Whether it is the key that is open.
    pub open: bool,
}

/// Another administrator, who chooses a passphrase at this machine.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct Admit {
    /// The name.
    pub name: String,
    /// The words that guard the new key.
    pub passphrase: String,
}

/// An administrator whose key may no longer write.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Retire {
    /// The public key, in hex, or enough of it.
    pub key: String,
}
