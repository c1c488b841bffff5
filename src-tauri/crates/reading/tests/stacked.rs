//! Tables that were pasted with each cell on a line of its own.

#[path = "support/commune.rs"]
mod commune;
#[path = "support/seats.rs"]
mod seats;

use commune::read;
use register::draft::Draft;
use seats::seats;

fn founded(table: &str) -> Draft {
    let body = "Ban Chỉ đạo giảm nghèo xã Sa Thạch";
    read(
        &format!("Về việc thành lập {body}"),
        &format!("Điều 1. Thành lập {body} gồm:\n{table}\nĐiều 2. Quyết định này có hiệu lực từ ngày ký."),
    )
}

const ALL: [[&str; 2]; 3] = [["Lê Văn Bính", "Trưởng ban"], ["Tạ Thị Canh", "Ủy viên"], ["Lò Văn Đinh", "Ủy viên"]];

#[test]
fn lines_between_the_rows_say_the_roles_below() {
    for table in [
        "TT\nHọ và tên\nChức vụ\nVai trò\nI. LÃNH ĐẠO BAN CHỈ ĐẠO\n1\nÔng Lê Văn Bính\nChủ tịch UBND xã\nTrưởng ban\nII. ỦY VIÊN\n2\nBà Tạ \
         Thị Canh\nKế toán\nỦy viên\n3\nÔng Lò Văn Đinh\nTrưởng Công an xã\nỦy viên",
        "STT\nHọ và tên\nChức vụ, cơ quan công tác\nTrưởng ban\n1\nÔng Lê Văn Bính\nChủ tịch UBND xã\nCác Ủy viên\n1\nBà Tạ Thị Canh\nKế \
         toán\n2\nÔng Lò Văn Đinh\nTrưởng Công an xã",
    ] {
        assert_eq!(seats(&founded(table)), ALL, "{table}");
    }
}

#[test]
fn an_empty_cell_says_the_role_above_again() {
    let draft = founded(
        "STT\nHọ và tên\nChức vụ\nNhiệm vụ\n1\nÔng Lê Văn Bính\nChủ tịch UBND xã\nTrưởng ban\n2\nBà Tạ Thị Canh\nKế toán\nỦy \
         viên\n3\nÔng Lò Văn Đinh\nTrưởng Công an xã\n\n4\nBà Phan Thị Giáp\nVăn thư\n\n5\nÔng Hà Văn Ất\nThủ quỹ\n",
    );
    let roles: Vec<&str> = seats(&draft).iter().map(|[_, role]| *role).collect();
    assert_eq!(roles, ["Trưởng ban", "Ủy viên", "Ủy viên", "Ủy viên", "Ủy viên"]);
}

#[test]
fn one_heading_may_be_unknown_and_one_cell_hold_two_lines() {
    let draft = founded(
        "STT\nVai trò trong Ban\nHọ và tên\nChuyên ngành\nNơi công tác\n1\nTrưởng ban\nÔng Lê Văn Bính\nHóa vật liệu\nViện Rừng\n2\nỦy \
         viên\nBà Tạ Thị Canh\nLâm học\nTrường Rừng\n3\nỦy viên\nÔng Lò Văn Đinh\nHóa lý\nViện Đất",
    );
    assert_eq!(seats(&draft), ALL);
    let draft = founded(
        "STT\nHọ và tên, chức vụ\nChức danh trong Ban\n1.\nÔng Lê Văn Bính\nChủ tịch UBND xã\nTrưởng ban\n2.\nBà Tạ Thị Canh\nKế toán\nỦy \
         viên\n3.\nÔng Lò Văn Đinh\nTrưởng Công an xã\n\n4.\nBà Phan Thị Giáp\nVăn thư\nThư ký",
    );
    let told = seats(&draft);
    assert_eq!(told[..3], ALL);
    assert_eq!(draft.members[0].position.as_deref(), Some("Chủ tịch UBND xã"));
}

#[test]
fn numbers_that_do_not_count_make_no_table() {
    let draft = founded("STT\nHọ và tên\nChức vụ\n5\nÔng Lê Văn Bính\nChủ tịch UBND xã\n9\nBà Tạ Thị Canh\nKế toán");
    assert!(draft.members.iter().all(|seat| seat.role.is_none()));
}
