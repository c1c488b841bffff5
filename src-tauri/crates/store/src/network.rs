//! Whether a file lies on a network drive. The locks and the flushing that a register needs are not kept
//! there, so it is only read.

use std::path::Path;

/// The kind of network file system that a path lies on, where it does.
#[must_use]
pub fn of(path: &Path) -> Option<String> {
    // The real place: a mapped drive or a link does not hide it.
    let path = std::fs::canonicalize(path).ok()?;
    system(&path)
}

/// Windows names what lies on another machine by that machine.
#[cfg(windows)]
fn system(path: &Path) -> Option<String> {
    use std::path::{Component, Prefix};
    match path.components().next() {
        Some(Component::Prefix(prefix)) => match prefix.kind() {
            Prefix::UNC(..) | Prefix::VerbatimUNC(..) => Some("UNC".to_owned()),
            _ => None,
        },
        _ => None,
    }
}

/// Linux lists what is mounted where.
#[cfg(not(windows))]
fn system(path: &Path) -> Option<String> {
    let mounts = std::fs::read_to_string("/proc/self/mounts").ok()?;
    of_mounts(path, &mounts)
}

/// File systems whose files are on another machine.
#[cfg_attr(windows, allow(dead_code))]
const REMOTE: [&str; 16] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "ncpfs",
    "afs",
    "ceph",
    "glusterfs",
    "lustre",
    "gfs2",
    "davfs",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.davfs2",
    "fuse.gvfsd-fuse",
];

/// The mount with the longest point that the path lies under decides; of two at one point the later.
#[cfg_attr(windows, allow(dead_code))]
fn of_mounts(path: &Path, mounts: &str) -> Option<String> {
    let mut nearest: Option<(usize, &str)> = None;
    for line in mounts.lines() {
        let mut columns = line.split(' ').skip(1);
        let (Some(point), Some(kind)) = (columns.next(), columns.next()) else { continue };
        let point = point.replace("\\040", " ");
        if path.starts_with(&point) && nearest.is_none_or(|(length, _)| point.len() >= length) {
            nearest = Some((point.len(), kind));
        }
    }
    nearest.map(|(_, kind)| kind).filter(|kind| REMOTE.contains(kind)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "/dev/sda1 / ext4 rw 0 0\n\
                          //tep/so /mnt/M\\303\\241y\\040ch\\341 cifs rw 0 0\n\
                          server:/so /srv/so\\040chung nfs4 rw 0 0\n\
                          /dev/sdb1 /srv/so\\040chung/tai\\040cho ext4 rw 0 0\n";

    #[test]
    fn the_nearest_mount_decides() {
        let of = |path: &str| of_mounts(Path::new(path), MOUNTS);
        assert_eq!(of("/home/an/so.kientoan"), None);
        assert_eq!(of("/srv/so chung/so.kientoan").as_deref(), Some("nfs4"));
        assert_eq!(of("/srv/so chung/tai cho/so.kientoan"), None);
        assert_eq!(of("/srv/so chung 2/so.kientoan"), None);
    }
}
