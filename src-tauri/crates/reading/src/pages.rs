//! Pages as pictures: what a person sees of a paper, beside what was read of it. Of a scan it is all there is.

#[cfg(feature = "pictures")]
mod drawn {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use hayro::hayro_interpret::InterpreterSettings;
    use hayro::hayro_syntax::Pdf;
    use hayro::vello_cpu::color::palette::css::WHITE;
    use hayro::{RenderCache, RenderSettings, render};

    use crate::format::{self, Format};
    use crate::unreadable::Unreadable;

    /// A page as a picture.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Picture {
        /// `image/png`, `image/jpeg`.
        pub kind: &'static str,
        /// The bytes of the picture.
        pub bytes: Vec<u8>,
    }

    /// No page is drawn larger than this, in px.
    const LARGEST: f32 = 3000.0;

    /// How many pages of a file can be shown; none of what has no pages.
    #[must_use]
    pub fn count(file_name: &str, bytes: &[u8]) -> u32 {
        match format::recognise(file_name, bytes) {
            Ok(Format::Picture) => 1,
            Ok(Format::Pdf) => {
                let pages = guarded(|| Pdf::new(bytes.to_vec()).ok().map(|pdf| pdf.pages().len()));
                pages.and_then(|pages| u32::try_from(pages).ok()).unwrap_or(0)
            }
            _ => 0,
        }
    }

    /// A page, counted from 0, `width` px wide.
    ///
    /// # Errors
    /// [`Unreadable::Damaged`] where there is no such page, or it cannot be drawn.
    pub fn picture(file_name: &str, bytes: &[u8], page: u32, width: u32) -> Result<Picture, Unreadable> {
        match format::recognise(file_name, bytes)? {
            Format::Picture if bytes.starts_with(b"\x89PNG") => {
                Ok(Picture { kind: "image/png", bytes: bytes.to_vec() })
            }
            Format::Picture => Ok(Picture { kind: "image/jpeg", bytes: bytes.to_vec() }),
            Format::Pdf => {
                let bytes = guarded(|| draw(bytes, page, width));
                let bytes = bytes.ok_or_else(|| Unreadable::damaged("pdf", format!("page {}", page + 1)))?;
                Ok(Picture { kind: "image/png", bytes })
            }
            _ => Err(Unreadable::damaged("pdf", "no pages")),
        }
    }

    fn draw(bytes: &[u8], page: u32, width: u32) -> Option<Vec<u8>> {
        let pdf = Pdf::new(bytes.to_vec()).ok()?;
        let page = pdf.pages().get(usize::try_from(page).ok()?)?;
        let (wide, high) = page.render_dimensions();
        #[allow(clippy::cast_precision_loss)] // a width in px
        let scale = (width as f32 / wide).min(LARGEST / wide).min(LARGEST / high);
        if !scale.is_finite() || scale <= 0.0 {
            return None;
        }
        let settings = RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..Default::default() };
        render(page, &RenderCache::new(), &InterpreterSettings::default(), &settings).into_png().ok()
    }

    /// What draws pages is made for files that are whole: a broken one may stop it, and must not stop the program.
    fn guarded<T>(drawing: impl FnOnce() -> Option<T>) -> Option<T> {
        catch_unwind(AssertUnwindSafe(drawing)).ok().flatten()
    }
}

#[cfg(feature = "pictures")]
pub use drawn::{Picture, count, picture};
