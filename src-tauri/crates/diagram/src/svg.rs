//! A drawing as SVG, the same bytes on every machine.

use std::fmt::Write;

use crate::PX;
use crate::ink::{Anchor, Ink, Paint, Shape, Step, Weight};

/// Writes a drawing as an SVG document on paper ground. Its letters are named, not drawn: whoever opens it has Be
/// Vietnam Pro, or sees the nearest face without serifs.
#[must_use]
pub fn svg(ink: &Ink) -> String {
    let (width, height) = (ink.width, ink.height);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"'Be Vietnam Pro', sans-serif\">\n<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n",
        pixels(width),
        pixels(height)
    );
    for shape in &ink.shapes {
        // Writing into a string does not fail.
        let _ = write_shape(&mut out, shape);
    }
    out.push_str("</svg>\n");
    out
}

fn write_shape(out: &mut String, shape: &Shape) -> std::fmt::Result {
    match shape {
        Shape::Rect { x, y, width, height, radius, paint } => {
            write!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"")?;
            if *radius > 0 {
                write!(out, " rx=\"{radius}\"")?;
            }
            write_paint(out, *paint)
        }
        Shape::Circle { x, y, radius, paint } => {
            write!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"")?;
            write_paint(out, *paint)
        }
        Shape::Path { steps, paint } => {
            out.push_str("<path d=\"");
            for step in steps {
                match step {
                    Step::Move(x, y) => write!(out, "M{x} {y}")?,
                    Step::Line(x, y) => write!(out, "L{x} {y}")?,
                    Step::Curve([(ax, ay), (bx, by), (x, y)]) => write!(out, "C{ax} {ay} {bx} {by} {x} {y}")?,
                    Step::Close => out.push('Z'),
                }
            }
            out.push('"');
            write_paint(out, *paint)
        }
        Shape::Text(text) => {
            write!(out, "<text x=\"{}\" y=\"{}\" font-size=\"{}\"", text.x, text.y, text.size)?;
            if text.weight == Weight::SemiBold {
                out.push_str(" font-weight=\"600\"");
            }
            match text.anchor {
                Anchor::Start => {}
                Anchor::Middle => out.push_str(" text-anchor=\"middle\""),
                Anchor::End => out.push_str(" text-anchor=\"end\""),
            }
            write!(out, " fill=\"{}\">", text.tone.light())?;
            escape(out, &text.text);
            out.push_str("</text>\n");
            Ok(())
        }
    }
}

fn write_paint(out: &mut String, paint: Paint) -> std::fmt::Result {
    write!(out, " fill=\"{}\"", paint.fill.map_or("none", crate::ink::Tone::light))?;
    if let Some(edge) = paint.edge {
        write!(out, " stroke=\"{}\" stroke-width=\"{}\"", edge.tone.light(), edge.width)?;
        if edge.dash > 0 {
            write!(out, " stroke-dasharray=\"{}\"", edge.dash)?;
        }
    }
    out.push_str("/>\n");
    Ok(())
}

/// 1/16 px as px, exactly.
fn pixels(length: i32) -> String {
    let text = format!("{}.{:04}", length / PX, length % PX * (10_000 / PX));
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // No control character may stand in XML, the three of white space apart.
            c if c.is_control() && !matches!(c, '\t' | '\n' | '\r') => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ink::{Text, Tone};

    #[test]
    fn lengths_are_exact() {
        assert_eq!([pixels(16), pixels(8), pixels(1), pixels(17)], ["1", "0.5", "0.0625", "1.0625"]);
    }

    #[test]
    fn a_drawing_is_a_document_and_words_stay_words() {
        let text = Text {
            x: 16,
            y: 32,
            size: 171,
            weight: Weight::SemiBold,
            anchor: Anchor::End,
            tone: Tone::Ink,
            text: "A & B <\u{1}ba>".to_owned(),
        };
        let steps = vec![Step::Move(0, 0), Step::Curve([(1, 2), (3, 4), (5, 6)]), Step::Close];
        let shapes = vec![
            Shape::Rect { x: 1, y: 2, width: 3, height: 4, radius: 5, paint: Paint::filled(Tone::Bar) },
            Shape::Circle { x: 1, y: 2, radius: 3, paint: Paint::edged(Tone::Ink, 16).dashed(48) },
            Shape::Path { steps, paint: Paint::default() },
            Shape::Text(text),
        ];
        let lines: Vec<String> =
            svg(&Ink { width: 160, height: 88, shapes }).lines().skip(2).map(str::to_owned).collect();
        assert_eq!(
            lines,
            [
                "<rect x=\"1\" y=\"2\" width=\"3\" height=\"4\" rx=\"5\" fill=\"#46423b\"/>",
                "<circle cx=\"1\" cy=\"2\" r=\"3\" fill=\"none\" stroke=\"#1d1b18\" stroke-width=\"16\" \
                 stroke-dasharray=\"48\"/>",
                "<path d=\"M0 0C1 2 3 4 5 6Z\" fill=\"none\"/>",
                "<text x=\"16\" y=\"32\" font-size=\"171\" font-weight=\"600\" text-anchor=\"end\" \
                 fill=\"#1d1b18\">A &amp; B &lt;ba&gt;</text>",
                "</svg>",
            ]
        );
    }
}
