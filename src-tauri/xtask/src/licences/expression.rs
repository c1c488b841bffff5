//! Licence expressions in SPDX's language: OR is a choice, AND binds tighter and takes both, WITH adds an
//! exception to one licence. Older packages write "/" for OR.

use std::iter::Peekable;
use std::vec::IntoIter;

type Tokens = Peekable<IntoIter<String>>;

/// Whether some choice within the expression is made of permitted licences alone.
pub fn satisfied(expression: &str, permits: fn(&str) -> bool) -> Result<bool, String> {
    let mut tokens = tokens(expression).into_iter().peekable();
    let answer = any(&mut tokens, permits)?;
    match tokens.next() {
        None => Ok(answer),
        Some(rest) => Err(format!("`{rest}` was not expected")),
    }
}

fn tokens(expression: &str) -> Vec<String> {
    let mut spaced = expression.to_owned();
    for sign in ["(", ")", "/"] {
        spaced = spaced.replace(sign, &format!(" {sign} "));
    }
    spaced.split_whitespace().map(str::to_owned).collect()
}

fn any(tokens: &mut Tokens, permits: fn(&str) -> bool) -> Result<bool, String> {
    let mut answer = all(tokens, permits)?;
    while follows(tokens, "OR") || follows(tokens, "/") {
        answer |= all(tokens, permits)?;
    }
    Ok(answer)
}

fn all(tokens: &mut Tokens, permits: fn(&str) -> bool) -> Result<bool, String> {
    let mut answer = one(tokens, permits)?;
    while follows(tokens, "AND") {
        answer &= one(tokens, permits)?;
    }
    Ok(answer)
}

fn one(tokens: &mut Tokens, permits: fn(&str) -> bool) -> Result<bool, String> {
    if follows(tokens, "(") {
        let answer = any(tokens, permits)?;
        return if follows(tokens, ")") { Ok(answer) } else { Err("a parenthesis is not closed".to_owned()) };
    }
    let licence = name(tokens)?;
    if follows(tokens, "WITH") {
        let exception = name(tokens)?;
        return Ok(permits(&format!("{licence} WITH {exception}")));
    }
    Ok(permits(&licence))
}

/// Takes the next token if it is this sign or word; npm packages write the words in small letters too.
fn follows(tokens: &mut Tokens, sign: &str) -> bool {
    tokens.next_if(|token| token.eq_ignore_ascii_case(sign)).is_some()
}

fn name(tokens: &mut Tokens) -> Result<String, String> {
    match tokens.next() {
        None => Err("a licence is missing at the end".to_owned()),
        Some(token) if is_sign(&token) => Err(format!("a licence is missing before `{token}`")),
        Some(token) => Ok(token),
    }
}

fn is_sign(token: &str) -> bool {
    ["(", ")", "/", "OR", "AND", "WITH"].iter().any(|sign| token.eq_ignore_ascii_case(sign))
}

#[cfg(test)]
mod tests {
    use super::satisfied;

    fn permits(licence: &str) -> bool {
        ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "Unicode-3.0"].contains(&licence)
    }

    #[test]
    fn satisfied_by_a_choice() {
        for good in [
            "MIT",
            "MIT OR GPL-3.0-only",
            "GPL-3.0-only OR MIT",
            "MIT/Apache-2.0",
            "GPL-2.0 / MIT",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "(GPL-2.0 OR MIT) AND (Apache-2.0 OR LGPL-2.1)",
            "GPL-3.0-only AND LGPL-3.0-only OR MIT",
            "Apache-2.0 WITH LLVM-exception OR GPL-2.0-only",
            "((MIT))",
            "MIT or GPL-2.0",
        ] {
            assert_eq!(satisfied(good, permits), Ok(true), "{good}");
        }
    }

    #[test]
    fn not_satisfied() {
        for bad in [
            "GPL-3.0-only",
            "MIT AND GPL-3.0-only",
            "MIT AND (GPL-3.0-only OR LGPL-2.1)",
            "(MIT OR Apache-2.0) AND LGPL-2.1",
            "GPL-2.0-only WITH Classpath-exception-2.0",
            "MIT WITH LLVM-exception",
            "Apache-2.0+",
            "mit",
            "UNLICENSED",
        ] {
            assert_eq!(satisfied(bad, permits), Ok(false), "{bad}");
        }
    }

    #[test]
    fn nonsense_is_no_licence() {
        for nonsense in ["", "OR", "MIT OR", "(MIT", "MIT)", "MIT Apache-2.0", "MIT WITH", "AND MIT", "()"] {
            assert!(satisfied(nonsense, permits).is_err(), "{nonsense}");
        }
    }
}
