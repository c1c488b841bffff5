//! The scorer itself: a right answer loses nothing, and each kind of error is counted.

use serde_json::{Value, json};

use crate::floors::Figures;
use crate::score::{Scored, Verdict, score};
use crate::tally::Tally;

fn gold() -> Value {
    json!({
        "number": "12/QĐ-UBND", "date": "2021-03-04", "issuer": "Chủ tịch Ủy ban nhân dân tỉnh Hà Lâm",
        "act": "establish", "committee": "Ban Chỉ đạo phòng, chống thiên tai tỉnh", "effective": "on_signing",
        "signer": {"form": "KT.", "title": "Phó Chủ tịch", "name": "Lê Thị Hòa"},
        "replaces": ["7/QĐ-UBND"], "dissolves": [], "articles": {"replaces": "Điều 3"},
        "source": "decision", "changes_membership": true,
        "members": [
            {"name": "Trần Văn Ất", "position": "Chủ tịch", "role": "Trưởng ban", "seat_kind": "named",
             "invited": false, "article": "Điều 1"},
            {"name": null, "position": "Giám đốc Sở Tài chính", "role": "Ủy viên", "seat_kind": "post",
             "invited": false, "article": "Điều 1"},
        ],
        "sub_bodies": [{"name": "Tổ giúp việc", "members": [
            {"name": "Đỗ Thị Bính", "role": "Tổ trưởng", "seat_kind": "named", "article": "Điều 2"}]}],
    })
}

fn after(change: impl Fn(&mut Value)) -> (Scored, Figures) {
    let mut answer = gold();
    change(&mut answer);
    let scored = score("a.txt", &gold(), Ok(&[answer]));
    let figures = Figures::of(&Tally::of([&scored]));
    (scored, figures)
}

#[test]
fn a_right_answer_loses_nothing() {
    let (scored, figures) = after(|answer| {
        answer["issuer"] = "CHỦ TỊCH UỶ BAN NHÂN DÂN TỈNH HÀ LÂM".into();
        answer["members"][0]["article"] = "Điều 1 khoản 1".into();
        answer["replaces"] = json!([{"number": "7/QĐ-UBND", "date": "2020-01-02"}]);
    });
    assert_eq!(scored.wrong, Vec::<String>::new());
    assert_eq!((figures.seat_f1, figures.citations), (1.0, 1.0));
    assert_eq!((scored.seats.gold, scored.seats.right, scored.seats.citable), (3, 3, 4));
    assert_eq!((figures.invented, figures.relations_missed), (0, 0));
}

#[test]
fn what_is_wrong_missing_or_invented_is_told_apart() {
    let (scored, figures) = after(|answer| {
        answer["number"] = "13/QĐ-UBND".into();
        answer["date"] = Value::Null;
        answer["signer"]["form"] = "TM.".into();
    });
    assert_eq!(scored.fields["number"], Verdict::Wrong);
    assert_eq!(scored.fields["date"], Verdict::Missing);
    assert_eq!(scored.fields["signer.form"], Verdict::Wrong);
    assert_eq!((figures.number_errors, figures.date_errors, figures.act_errors), (1, 1, 0));

    let silent = json!({"effective": null, "members": []});
    let scored = score("a.txt", &silent, Ok(&[json!({"effective": "on_signing"})]));
    assert_eq!(scored.fields["effective"], Verdict::Invented);
    assert_eq!(Tally::of([&scored]).invented(), 1);
}

#[test]
fn relations_count_when_missed_and_when_extra() {
    let (_, figures) = after(|answer| answer["replaces"] = json!(["8/QĐ-UBND"]));
    assert_eq!((figures.relations_missed, figures.invented), (1, 1));
}

#[test]
fn a_seat_is_wholly_right_or_it_is_not() {
    for (key, other) in [
        ("role", json!("Ủy viên")),
        ("position", json!("Phó Chủ tịch")),
        ("seat_kind", json!("post")),
        ("invited", json!(true)),
    ] {
        let (scored, _) = after(|answer| answer["members"][0][key] = other.clone());
        assert_eq!((scored.seats.found, scored.seats.right), (3, 2), "{key}");
    }
    let (scored, figures) = after(|answer| answer["members"][0]["name"] = "Trần Văn Át".into());
    assert_eq!((scored.seats.found, scored.seats.right, figures.invented), (2, 2, 1));
    let (scored, figures) = after(|answer| answer["members"][1]["article"] = "Điều 11".into());
    assert_eq!((scored.seats.right, scored.seats.cited), (3, 3));
    assert!(figures.citations < 1.0);
}

#[test]
fn a_paper_that_seats_nobody_is_held_by_an_empty_answer_only() {
    let letter = json!({"number": "5/UBND-NC", "members": []});
    let held = |answer: Result<&[Value], String>| score("a.txt", &letter, answer).held;
    assert_eq!(held(Ok(&[])), Some(true));
    assert_eq!(held(Ok(&[json!({"members": [{"name": "Trần Văn Ất"}]})])), Some(false));
    assert_eq!(held(Err("damaged".to_owned())), Some(false));
}

#[test]
fn of_several_decisions_that_with_the_number_is_scored() {
    let scored = score("a.txt", &gold(), Ok(&[json!({"number": "11/QĐ-UBND"}), gold()]));
    assert!(scored.wrong.is_empty());
}

#[test]
fn a_floor_is_kept_and_a_gain_is_told() {
    let (_, perfect) = after(|_| ());
    let (_, damaged) = after(|answer| answer["members"][0]["role"] = "Ủy viên".into());
    let names = |now: &Figures, floor: &Figures, worse: bool| -> Vec<&str> {
        let compared = now.beside(floor);
        let chosen = compared.iter().filter(|figure| if worse { figure.is_worse() } else { figure.is_better() });
        chosen.map(|figure| figure.name).collect()
    };
    assert_eq!(names(&damaged, &perfect, true), ["seat_f1"]);
    assert_eq!(names(&perfect, &damaged, false), ["seat_f1"]);
    assert_eq!(names(&damaged, &damaged, true), Vec::<&str>::new());
    let late = Figures { date_errors: 2, negatives_held: 5, ..perfect.clone() };
    assert_eq!(names(&late, &perfect, true), ["date_errors"]);
    assert_eq!(names(&late, &perfect, false), ["negatives_held"]);
}
