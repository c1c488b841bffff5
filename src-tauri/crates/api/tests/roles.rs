//! Who may call what: every command, called by somebody who has no key.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use api::{COMMANDS, Desk, Role, Session, call, sample};
use serde_json::{Value, json};

#[test]
fn a_viewer_changes_nothing_whatever_he_calls() {
    let folder = tempfile::tempdir().unwrap();
    let register = folder.path().join("sổ.kientoan");
    drop(Desk::sample(&register, None).unwrap());
    let before = std::fs::read(&register).unwrap();
    let mut session = Session::over(&register).unwrap();
    // A request that has what most commands ask for: what is too much is not looked at.
    let request = json!({
        "on": "2016-04-21", "committee": "ứng dụng", "decision": "1943", "organization": "Sở Nội vụ", "post": "x",
        "person": "Nguyễn Đức Chung", "text": "chung", "width": 800, "paper": "list", "entry": "0000", "key": "0000",
        "passphrase": "sai", "new_passphrase": "sai", "recovery_code": "AAAAA", "name": "A", "event": "appoint",
        "sha256": "00", "why": "a", "json": {}, "draft": {},
    });
    let mut refused = 0;
    for command in COMMANDS {
        // These open another register, or save a paper: where, they are not told.
        let answer = call(&mut session, command.name, request.clone());
        match command.role {
            Role::Administrator => {
                assert_eq!(answer.unwrap_err().code, "administrator_needed", "{}", command.name);
                // Nor does an empty request learn more.
                let empty = call(&mut session, command.name, Value::Null).unwrap_err();
                assert_eq!(empty.code, "administrator_needed", "{}", command.name);
                refused += 1;
            }
            Role::Viewer => {
                let code = answer.err().map(|failure| failure.code).unwrap_or_default();
                assert_ne!(code, "administrator_needed", "{}", command.name);
            }
        }
        assert_eq!(std::fs::read(&register).unwrap(), before, "{}", command.name);
    }
    assert!(refused >= 10, "{refused} commands of the administrator");
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(left, ["sổ.kientoan"]);
}

#[test]
fn the_key_opens_with_the_passphrase_of_the_readme_and_is_put_away_again() {
    let readme = include_str!("../../../../README.md");
    assert!(readme.contains(sample::PASSPHRASE));
    let folder = tempfile::tempdir().unwrap();
    let register = folder.path().join("sổ.kientoan");
    drop(Desk::sample(&register, None).unwrap());
    let mut session = Session::over(&register).unwrap();
    let wrong = call(&mut session, "unlock", json!({ "passphrase": "sai" })).unwrap_err();
    assert_eq!(wrong.code, "wrong_passphrase");
    let opened = call(&mut session, "unlock", json!({ "passphrase": sample::PASSPHRASE })).unwrap();
    assert_eq!(opened["administrator"], "Quản trị sổ mẫu");
    // A second session is told who writes, and reads on.
    let mut second = Session::over(&register).unwrap();
    assert!(call(&mut second, "desk", Value::Null).unwrap()["writer"].is_object());
    let refused = call(&mut second, "unlock", json!({ "passphrase": sample::PASSPHRASE })).unwrap_err();
    assert_eq!(refused.code, "register_in_use");
    call(&mut session, "lock", Value::Null).unwrap();
    assert_eq!(call(&mut session, "rebuild", Value::Null).unwrap_err().code, "administrator_needed");
    call(&mut second, "unlock", json!({ "passphrase": sample::PASSPHRASE })).unwrap();
}

#[test]
fn without_a_register_the_door_says_so() {
    let mut session = Session::default();
    for command in COMMANDS.iter().filter(|command| !["open", "open_sample", "create"].contains(&command.name)) {
        assert_eq!(call(&mut session, command.name, json!({})).unwrap_err().code, "no_register", "{}", command.name);
    }
}
