//! What a tag says of its content: whether it is shown, how it is set, whether it is of the page or of the paper.

use super::token::Tag;
use crate::reading::Align;

/// Elements that are never text of the paper.
const NEVER: [&str; 29] = [
    "script", "style", "title", "textarea", "iframe", "noscript", "template", "nav", "footer", "aside", "menu", "form",
    "button", "select", "option", "svg", "math", "object", "audio", "video", "canvas", "dialog", "datalist", "map",
    "noembed", "noframes", "xmp", "applet", "search",
];
/// Elements that stand on lines of their own.
const BLOCKS: [&str; 37] = [
    "html",
    "body",
    "p",
    "div",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "article",
    "section",
    "main",
    "header",
    "blockquote",
    "pre",
    "address",
    "figure",
    "figcaption",
    "center",
    "hr",
    "fieldset",
    "details",
    "summary",
    "caption",
    "table",
    "tr",
    "td",
    "th",
    "tbody",
    "thead",
];
/// Elements without content.
const VOID: [&str; 14] =
    ["br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr", "param"];
/// Classes, names and roles of what portals put around a paper.
const AROUND: [&str; 44] = [
    "menu",
    "navbar",
    "nav",
    "navigation",
    "breadcrumb",
    "breadcrumbs",
    "sidebar",
    "footer",
    "related",
    "related-news",
    "tin-lien-quan",
    "tinlienquan",
    "tin-khac",
    "tinkhac",
    "tinmoi",
    "tin-moi",
    "bai-viet-lien-quan",
    "comment",
    "comments",
    "binh-luan",
    "share",
    "sharing",
    "social",
    "banner",
    "advertisement",
    "ads",
    "toolbar",
    "pagination",
    "paging",
    "download",
    "tai-ve",
    "taive",
    "print",
    "search",
    "contentinfo",
    "complementary",
    "copyright",
    "tags",
    "login",
    "dang-nhap",
    "cookie",
    "popup",
    "modal",
    "skip-link",
];

/// Whether the element holds nothing of the paper.
pub fn is_left_out(tag: &Tag<'_>, in_article: bool) -> bool {
    let style = style(tag);
    let hidden = tag.get("hidden").is_some()
        || tag.get("aria-hidden") == Some("true")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
        || style.contains("mso-hide:all");
    if hidden || NEVER.contains(&tag.name.as_str()) {
        return true;
    }
    // The head of a page is its menu; that of an article is its title.
    if tag.name == "header" {
        return !in_article;
    }
    let holds_all = matches!(tag.name.as_str(), "html" | "body" | "main" | "article" | "td" | "table" | "tr");
    let named = |attribute: &str| {
        let words = tag.get(attribute).unwrap_or_default();
        words.split_whitespace().any(|word| AROUND.contains(&word.to_ascii_lowercase().as_str()))
    };
    !holds_all && (named("class") || named("id") || named("role"))
}

pub fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

pub fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

/// How text is set.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look {
    pub bold: bool,
    pub italic: bool,
    pub align: Align,
    /// Line breaks of the source are those of the text.
    pub kept: bool,
    /// Within a link to somewhere else.
    pub link: bool,
}

impl Look {
    /// The look of the content of a tag.
    pub fn within(mut self, tag: &Tag<'_>) -> Self {
        match tag.name.as_str() {
            "b" | "strong" | "th" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.bold = true,
            "i" | "em" => self.italic = true,
            "center" => self.align = Align::Center,
            "pre" => self.kept = true,
            "a" => self.link |= tag.get("href").is_some_and(|to| !to.trim().is_empty() && !to.starts_with('#')),
            _ => {}
        }
        let style = style(tag);
        let said = |name: &str| {
            let start = style.find(&format!("{name}:"))? + name.len() + 1;
            style.get(start..)?.split(';').next()
        };
        match said("font-weight") {
            Some("bold" | "bolder" | "600" | "700" | "800" | "900") => self.bold = true,
            Some("normal" | "400") => self.bold = false,
            _ => {}
        }
        match said("font-style") {
            Some("italic" | "oblique") => self.italic = true,
            Some("normal") => self.italic = false,
            _ => {}
        }
        let align = said("text-align").map(str::to_owned).or_else(|| tag.get("align").map(str::to_ascii_lowercase));
        match align.as_deref() {
            Some("center") => self.align = Align::Center,
            Some("right" | "end") => self.align = Align::Right,
            Some("justify") => self.align = Align::Justify,
            Some("left" | "start") => self.align = Align::Left,
            _ => {}
        }
        self.kept |= said("white-space").is_some_and(|value| value.starts_with("pre"));
        self
    }
}

/// The inline style, in lower case and without spaces.
fn style(tag: &Tag<'_>) -> String {
    tag.get("style").unwrap_or_default().chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}
