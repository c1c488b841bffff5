//! Pages of a paper as pictures, beside what was read of it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::types::{PagePicture, PageRequest};

/// A page that is to be drawn, taken out of the tray: drawing it takes a while, and needs no register.
pub(crate) struct Page {
    name: String,
    bytes: Vec<u8>,
    page: u32,
    width: u32,
}

/// Takes a page out of the tray.
///
/// # Errors
/// `no_tray`, `not_found`, or a file that cannot be read.
pub(crate) fn page(desk: &Desk, request: &PageRequest) -> Result<Page, Failure> {
    let tray = desk.tray()?;
    let item = tray.item(&request.item)?;
    let at = usize::try_from(request.file).unwrap_or(usize::MAX);
    let name = item.files.get(at).cloned().ok_or_else(|| Failure::not_found("file", &request.file.to_string()))?;
    let bytes = tray.bytes(&item, at)?;
    Ok(Page { name, bytes, page: request.page, width: request.width })
}

impl Page {
    /// The picture.
    ///
    /// # Errors
    /// `damaged` where the page cannot be drawn.
    #[cfg(feature = "press")]
    pub fn picture(&self) -> Result<PagePicture, Failure> {
        let drawn = reading::pages::picture(&self.name, &self.bytes, self.page, self.width)?;
        Ok(PagePicture { picture: address(drawn.kind, &drawn.bytes) })
    }

    /// A build without the press draws nothing.
    ///
    /// # Errors
    /// Always `no_press`.
    #[cfg(not(feature = "press"))]
    pub fn picture(&self) -> Result<PagePicture, Failure> {
        let _ = (&self.name, &self.bytes, self.page, self.width, address("", &[]));
        Err(Failure::refused("no_press", []))
    }
}

/// A picture as an address that a page can show.
fn address(kind: &str, bytes: &[u8]) -> String {
    format!("data:{kind};base64,{}", STANDARD.encode(bytes))
}

/// A page as a picture.
///
/// # Errors
/// `no_tray`, `not_found`, `damaged`, or a file that cannot be read.
pub fn page_picture(desk: &mut Desk, request: PageRequest) -> Result<PagePicture, Failure> {
    page(desk, &request)?.picture()
}
