//! Pieces of an SVG drawing, which needs nothing from outside of its file.

use std::fmt::{Display, Write};

/// A drawing in the making.
pub struct Svg {
    text: String,
}

impl Svg {
    /// With a title for those who cannot see it, and the style of its classes.
    pub fn new(width: f64, height: f64, title: &str, style: &str) -> Self {
        let mut svg = Self {
            text: String::new(),
        };
        svg.line(format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
             width=\"{width}\" height=\"{height}\" role=\"img\">"
        ));
        svg.line(format_args!("<title>{}</title>", escaped(title)));
        svg.line(format_args!("<style>\n{style}</style>"));
        svg
    }

    /// With round corners.
    pub fn rect(&mut self, class: &str, area: Area, radius: f64) {
        let Area { x, y, w, h } = area;
        self.line(format_args!(
            "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" \
             height=\"{h:.1}\" rx=\"{radius}\"/>"
        ));
    }

    pub fn stroke(&mut self, class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) {
        self.line(format_args!(
            "<path class=\"{class}\" d=\"M{x1:.1} {y1:.1}L{x2:.1} {y2:.1}\"/>"
        ));
    }

    /// The point is at the text's start, middle or end, as the class says, on its
    /// base line.
    pub fn text(&mut self, class: &str, (x, y): (f64, f64), text: &str) {
        let text = escaped(text);
        self.line(format_args!(
            "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\">{text}</text>"
        ));
    }

    pub fn finished(mut self) -> String {
        self.text.push_str("</svg>\n");
        self.text
    }

    fn line(&mut self, element: impl Display) {
        // Writing to a string does not fail.
        let _written = writeln!(self.text, "{element}");
    }
}

#[derive(Clone, Copy)]
pub struct Area {
    pub x: f64,
    pub y: f64,
    pub w: f64,
    pub h: f64,
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
