//! Why no window could be shown, said where the user can read it. The page cannot say it: there is none.

use std::fmt;

/// What keeps the window from opening.
#[derive(Debug)]
pub enum Trouble {
    /// Windows has no WebView2, which draws the page.
    NoWebView,
    /// The system gave no window.
    NoWindow(tauri::Error),
}

impl Trouble {
    /// Says it: in a message box on Windows, where the program has no console, else on the standard error.
    pub fn tell(&self) {
        #[cfg(windows)]
        rfd::MessageDialog::new()
            .set_level(rfd::MessageLevel::Error)
            .set_title("Kiện Toàn")
            .set_description(self.to_string())
            .show();
        #[cfg(not(windows))]
        eprintln!("{self}");
    }
}

/// Vietnamese first, then English: which of the two is read here cannot be asked before there is a window.
impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoWebView => out.write_str(
                "Chưa mở được chương trình: máy này chưa có Microsoft Edge WebView2, thành phần của Windows dùng để \
                 hiển thị cửa sổ.\n\n\
                 Cách khắc phục: chạy Windows Update cho đến khi không còn bản cập nhật nào; nếu vẫn chưa được, nhờ \
                 người phụ trách máy tính cài “Microsoft Edge WebView2 Runtime” (miễn phí, của Microsoft). Sau đó mở \
                 lại Kiện Toàn.\n\n\
                 Các sổ đã lưu vẫn nguyên vẹn.\n\n\
                 Microsoft Edge WebView2, the part of Windows that shows the window, is missing. Run Windows Update, or \
                 install the Microsoft Edge WebView2 Runtime, and open the program again. Your registers are untouched.",
            ),
            Self::NoWindow(error) => write!(
                out,
                "Chưa mở được cửa sổ chương trình. Đóng bớt các chương trình khác rồi mở lại; nếu vẫn chưa được, gửi \
                 dòng cuối của thông báo này cho người phụ trách máy tính. Các sổ đã lưu vẫn nguyên vẹn.\n\n\
                 The window could not be opened. Close other programs and try again. Your registers are untouched.\n\n\
                 {error}"
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Trouble;

    #[test]
    fn a_missing_web_view_is_named_in_vietnamese_with_what_to_do() {
        let said = Trouble::NoWebView.to_string();
        for part in ["máy này chưa có Microsoft Edge WebView2", "Windows Update", "Các sổ đã lưu vẫn nguyên vẹn"]
        {
            assert!(said.contains(part), "{part}");
        }
    }
}
