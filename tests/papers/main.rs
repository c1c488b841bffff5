//! Every paper of the sample register, printed in every form and read back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod facts;
mod files;
mod outside;

use api::{Session, call};
use serde_json::{Value, json};

pub(crate) const COMMITTEE: &str = "ung dung cong nghe thong tin";

pub(crate) struct Office {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) session: Session,
}

impl Office {
    pub(crate) fn with_the_sample() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut session = Session::new(&folder.path().join("Sổ mẫu.kientoan"));
        session.open_sample().expect("the sample");
        Self { folder, session }
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    /// Prints a paper; answers what was said of it, and the file's bytes.
    pub(crate) fn print(&mut self, mut request: Value, ending: &str) -> (Value, Vec<u8>) {
        let path = self.path(&format!("giấy tờ.{ending}"));
        request["path"] = json!(path);
        let saved = call(&mut self.session, "print", request.clone()).unwrap_or_else(|e| panic!("{request}: {e:?}"));
        (saved, std::fs::read(&path).unwrap())
    }
}

/// A request for each paper, on a day on which there is something to say.
pub(crate) fn every_paper() -> Vec<Value> {
    vec![
        json!({ "paper": "list", "committee": COMMITTEE, "on": "2016-04-21" }),
        json!({ "paper": "list", "committee": COMMITTEE, "on": "2025-07-01", "order": "given_name", "address": "comrade" }),
        json!({ "paper": "summary", "committee": COMMITTEE, "on": "2025-07-01" }),
        json!({ "paper": "changes", "committee": COMMITTEE, "on": "2025-07-01", "from": "2025-02-28" }),
        json!({ "paper": "changes", "decision": "1943/QĐ-UBND", "on": "2016-04-21" }),
        json!({ "paper": "sources", "committee": COMMITTEE, "on": "2016-04-21" }),
        json!({ "paper": "decisions", "on": "2016-04-21" }),
        json!({ "paper": "notice", "decision": "1943/QĐ-UBND", "on": "2016-04-21" }),
        json!({ "paper": "person", "person": "Ngô Văn Quý", "on": "2016-04-21" }),
        json!({ "paper": "organization", "organization": "Sở Thông tin và Truyền thông", "on": "2016-04-21" }),
        json!({ "paper": "matrix", "on": "2016-04-21" }),
        json!({ "paper": "chart", "committee": COMMITTEE, "on": "2016-04-21" }),
        json!({ "paper": "chart", "committee": COMMITTEE, "on": "2025-07-01", "from": "2025-02-28", "sheet": "a3" }),
        json!({ "paper": "chart", "on": "2025-07-01", "sheet": "whole" }),
        json!({ "paper": "timeline", "on": "2025-07-01" }),
        json!({ "paper": "timeline", "committee": COMMITTEE, "on": "2025-07-01", "lanes": "seats", "sheet": "a3" }),
        json!({ "paper": "timeline", "person": "Ngô Văn Quý", "on": "2025-07-01", "sheet": "whole" }),
    ]
}

/// The text of a file without its spaces, so that it does not matter where a line ends.
pub(crate) fn bare(name: &str, bytes: &[u8]) -> String {
    let text = reading::text(name, bytes).unwrap_or_else(|e| panic!("{name}: {e:?}"));
    squeezed(&text.blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join(" "))
}

pub(crate) fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}
