//! docs/record.md shows two entries byte by byte: what it shows is what the program writes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write;

use register::Id;
use register::record::{Content, Mistake, Opening, Said};
use store::{Entry, Hash, Head, Signer};

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

/// The bytes 00 01 02 … 1f: a key for an example and for nothing else.
fn secret() -> [u8; 32] {
    std::array::from_fn(|at| u8::try_from(at).unwrap())
}

fn entries() -> (Vec<Entry>, Head) {
    let signer = Signer::from_secret(&secret());
    let opening = Content::Opening(Opening {
        office: "UBND tỉnh Sa Thạch".into(),
        administrator: "Lò Văn An".into(),
        sample: false,
    });
    let first = Said { id: Id("01980000-0000-7000-8000-000000000001".into()), content: opening };
    let first =
        Entry::sign(first.write().unwrap().into_bytes(), &signer, 1, &Hash::NONE, "2026-11-25T07:54:01.000000Z".into());
    // It unsays the first entry, which the program itself would refuse: here it only shows the bytes.
    let mistake = Content::Mistake(Mistake { entry: first.content_id.to_string() });
    let second = Said { id: Id("01980000-0000-7000-8000-000000000002".into()), content: mistake };
    let second = Entry::sign(
        second.write().unwrap().into_bytes(),
        &signer,
        2,
        &first.link,
        "2026-11-25T07:55:00.250000Z".into(),
    );
    let head = Head::sign(&second, &signer);
    (vec![first, second], head)
}

fn shown() -> String {
    let (entries, head) = entries();
    let mut text = format!("secret      {}\n", hex(&secret()));
    for entry in &entries {
        write!(
            text,
            "\nseq         {}\ncontent     {}\ncontent_id  {}\nauthor      {}\nsignature   {}\n            {}\n\
             recorded_at {}\nlink        {}\n",
            entry.seq,
            std::str::from_utf8(&entry.content).unwrap(),
            entry.content_id,
            hex(&entry.author.0),
            hex(&entry.signature.0[..32]),
            hex(&entry.signature.0[32..]),
            entry.recorded_at,
            entry.link,
        )
        .unwrap();
    }
    write!(
        text,
        "\nhead        seq {} recorder {}\nsignature   {}\n            {}\n",
        head.seq,
        hex(&head.recorder.0),
        hex(&head.signature.0[..32]),
        hex(&head.signature.0[32..]),
    )
    .unwrap();
    text
}

#[test]
fn the_example_of_the_page_is_what_the_program_writes() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../docs/record.md")).unwrap();
    let expected = shown();
    assert!(page.contains(&expected), "docs/record.md should show:\n{expected}");
}

#[test]
fn the_link_of_the_example_is_the_hash_of_195_bytes() {
    let (entries, _) = entries();
    let mut previous = Hash::NONE;
    for entry in &entries {
        let mut bytes = Vec::new();
        bytes.extend(entry.seq.to_be_bytes());
        bytes.extend(previous.0);
        bytes.extend(entry.content_id.0);
        bytes.extend(entry.author.0);
        bytes.extend(entry.signature.0);
        bytes.extend(entry.recorded_at.as_bytes());
        assert_eq!(bytes.len(), 195);
        assert_eq!(Hash::of(&bytes), entry.link);
        previous = entry.link;
    }
}
