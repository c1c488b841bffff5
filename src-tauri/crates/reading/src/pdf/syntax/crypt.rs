//! Files that are encrypted but open without a password (ISO 32000-1, 7.6, and 32000-2 for AES-256): the
//! empty password is tried, no other.

use std::rc::Rc;

use aes::cipher::{Array, BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};
use md5::{Digest, Md5};
use sha2::{Sha256, Sha384, Sha512};

use super::object::{Dict, Id, Object};

/// What a password shorter than this is filled up with.
const PADDING: [u8; 32] = [
    0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08, 0x2E, 0x2E, 0x00,
    0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Method {
    None,
    Rc4,
    Aes128,
    Aes256,
}

/// The key of a file and how it is used.
#[derive(Debug)]
pub struct Crypt {
    key: Vec<u8>,
    strings: Method,
    streams: Method,
    metadata: bool,
    /// The dictionary that says all this is not encrypted itself.
    own: Option<Id>,
}

impl Crypt {
    /// The key of the empty password; none when that does not open the file.
    pub fn open(dict: &Dict, file_id: &[u8], own: Option<Id>) -> Option<Self> {
        if !dict.raw("Filter").is_name("Standard") {
            return None;
        }
        let version = dict.raw("V").integer().unwrap_or(0);
        let revision = dict.raw("R").integer().unwrap_or(0);
        let metadata = *dict.raw("EncryptMetadata") != Object::Bool(false);
        let method = |key: &str| {
            let name = dict.raw(key).name().unwrap_or(b"Identity");
            let filter = dict.raw("CF").dict().and_then(|filters| filters.0.get(name)).and_then(Object::dict);
            match filter.and_then(|filter| filter.raw("CFM").name()) {
                Some(b"V2") => Method::Rc4,
                Some(b"AESV2") => Method::Aes128,
                Some(b"AESV3") => Method::Aes256,
                _ => Method::None,
            }
        };
        let (strings, streams) =
            if version >= 4 { (method("StrF"), method("StmF")) } else { (Method::Rc4, Method::Rc4) };
        let key = if revision >= 5 {
            new_key(dict, revision)?
        } else {
            let bits = if version == 1 {
                40
            } else {
                dict.raw("Length").count().unwrap_or(if version == 4 { 128 } else { 40 })
            };
            old_key(dict, revision, (bits / 8).clamp(5, 16), file_id, metadata)?
        };
        Some(Self { key, strings, streams, metadata, own })
    }

    pub fn stream(&self, data: &[u8], id: Id, generation: u16, is_metadata: bool) -> Vec<u8> {
        if is_metadata && !self.metadata {
            return data.to_vec();
        }
        self.decrypt(self.streams, data, id, generation)
    }

    /// The dictionary with its strings in the clear.
    pub fn strings_in(&self, dict: &Rc<Dict>, id: Id, generation: u16) -> Rc<Dict> {
        match self.strings(&Object::Dict(dict.clone()), id, generation) {
            Object::Dict(dict) => dict,
            _ => dict.clone(),
        }
    }

    /// The object with its strings in the clear.
    pub fn strings(&self, object: &Object, id: Id, generation: u16) -> Object {
        if self.own == Some(id) {
            return object.clone();
        }
        match object {
            Object::String(text) => Object::String(self.decrypt(self.strings, text, id, generation).into()),
            Object::Array(items) => {
                Object::Array(items.iter().map(|item| self.strings(item, id, generation)).collect())
            }
            Object::Dict(dict) => {
                let entries = dict.0.iter();
                let entries = entries.map(|(key, value)| (key.clone(), self.strings(value, id, generation)));
                Object::Dict(Rc::new(Dict(entries.collect())))
            }
            other => other.clone(),
        }
    }

    fn decrypt(&self, method: Method, data: &[u8], id: Id, generation: u16) -> Vec<u8> {
        let object_key = |salt: &[u8]| {
            let mut hash = Md5::new();
            hash.update(&self.key);
            hash.update(&id.to_le_bytes()[..3]);
            hash.update(generation.to_le_bytes());
            hash.update(salt);
            hash.finalize()[..(self.key.len() + 5).min(16)].to_vec()
        };
        match method {
            Method::None => data.to_vec(),
            Method::Rc4 => rc4(&object_key(&[]), data),
            Method::Aes128 => unchain(&object_key(b"sAlT"), data),
            Method::Aes256 => unchain(&self.key, data),
        }
    }
}

/// Algorithms 2, 4 and 5: the key of the empty user password, if it is the right one.
fn old_key(dict: &Dict, revision: i64, length: usize, file_id: &[u8], metadata: bool) -> Option<Vec<u8>> {
    let mut hash = Md5::new();
    hash.update(PADDING);
    hash.update(dict.raw("O").string()?.get(..32)?);
    hash.update((dict.raw("P").integer()? as u32).to_le_bytes());
    hash.update(file_id);
    if revision >= 4 && !metadata {
        hash.update([0xFF; 4]);
    }
    let mut key = hash.finalize()[..length].to_vec();
    let user = dict.raw("U").string()?;
    if revision < 3 {
        return (user.get(..32)? == rc4(&key, &PADDING)).then_some(key);
    }
    for _ in 0..50 {
        key = Md5::digest(&key)[..length].to_vec();
    }
    let mut hash = Md5::new();
    hash.update(PADDING);
    hash.update(file_id);
    let mut check = hash.finalize().to_vec();
    for round in 0..20_u8 {
        let turned: Vec<u8> = key.iter().map(|byte| byte ^ round).collect();
        check = rc4(&turned, &check);
    }
    (user.get(..16)? == check).then_some(key)
}

/// Algorithms 2.A and 2.B.
fn new_key(dict: &Dict, revision: i64) -> Option<Vec<u8>> {
    let user = dict.raw("U").string()?;
    let hash = |salt: &[u8]| if revision == 5 { Sha256::digest(salt).to_vec() } else { hardened(salt) };
    if hash(user.get(32..40)?) != user.get(..32)? {
        return None;
    }
    let between = hash(user.get(40..48)?);
    let mut key = dict.raw("UE").string()?.get(..32)?.to_vec();
    unchain_blocks(&between, &[0; 16], &mut key);
    Some(key)
}

/// Algorithm 2.B for the empty password.
fn hardened(salt: &[u8]) -> Vec<u8> {
    let mut key = Sha256::digest(salt).to_vec();
    // The standard asks for 64 rounds and then for an end that comes by chance; a file cannot make it longer.
    for round in 0..1024_usize {
        let mut data = key.repeat(64);
        chain_blocks(&key[..16], &key[16..32], &mut data);
        let kind: u32 = data[..16].iter().map(|byte| u32::from(*byte)).sum::<u32>() % 3;
        key = match kind {
            0 => Sha256::digest(&data).to_vec(),
            1 => Sha384::digest(&data).to_vec(),
            _ => Sha512::digest(&data).to_vec(),
        };
        let last = data.last().copied().unwrap_or(0);
        if round >= 63 && usize::from(last) + 32 <= round + 1 {
            break;
        }
    }
    key.truncate(32);
    key
}

fn rc4(key: &[u8], data: &[u8]) -> Vec<u8> {
    let mut state: [u8; 256] = std::array::from_fn(|at| at as u8);
    let mut other = 0_usize;
    for at in 0..256 {
        other = (other + usize::from(state[at]) + usize::from(key[at % key.len().max(1)])) & 255;
        state.swap(at, other);
    }
    let (mut at, mut other) = (0_usize, 0_usize);
    let next = |byte: &u8| {
        at = (at + 1) & 255;
        other = (other + usize::from(state[at])) & 255;
        state.swap(at, other);
        byte ^ state[(usize::from(state[at]) + usize::from(state[other])) & 255]
    };
    data.iter().map(next).collect()
}

/// AES in chained blocks, its beginning in front and padding behind.
fn unchain(key: &[u8], data: &[u8]) -> Vec<u8> {
    let Some((start, rest)) = data.split_at_checked(16) else { return Vec::new() };
    let mut plain = rest[..rest.len() / 16 * 16].to_vec();
    unchain_blocks(key, start, &mut plain);
    let padding = plain.last().copied().map_or(0, usize::from);
    if (1..=16).contains(&padding) {
        plain.truncate(plain.len().saturating_sub(padding));
    }
    plain
}

fn unchain_blocks(key: &[u8], start: &[u8], data: &mut [u8]) {
    enum Cipher {
        Short(Box<aes::Aes128>),
        Long(Box<aes::Aes256>),
    }
    let cipher = match (aes::Aes128::new_from_slice(key), aes::Aes256::new_from_slice(key)) {
        (Ok(short), _) => Cipher::Short(Box::new(short)),
        (_, Ok(long)) => Cipher::Long(Box::new(long)),
        _ => return,
    };
    let mut before: [u8; 16] = std::array::from_fn(|at| start.get(at).copied().unwrap_or(0));
    for block in data.chunks_exact_mut(16) {
        let mut now = Array::from([0_u8; 16]);
        now.copy_from_slice(block);
        let coded: [u8; 16] = now.into();
        match &cipher {
            Cipher::Short(cipher) => cipher.decrypt_block(&mut now),
            Cipher::Long(cipher) => cipher.decrypt_block(&mut now),
        }
        for at in 0..16 {
            block[at] = now[at] ^ before[at];
        }
        before = coded;
    }
}

fn chain_blocks(key: &[u8], start: &[u8], data: &mut [u8]) {
    let Ok(cipher) = aes::Aes128::new_from_slice(key) else { return };
    let mut before: [u8; 16] = std::array::from_fn(|at| start.get(at).copied().unwrap_or(0));
    for block in data.chunks_exact_mut(16) {
        let mut now = Array::from([0_u8; 16]);
        for at in 0..16 {
            now[at] = block[at] ^ before[at];
        }
        cipher.encrypt_block(&mut now);
        block.copy_from_slice(&now);
        before = now.into();
    }
}
