//! One list of members in every style that clerks write it: each number, each address, each order of name, post and
//! role, each mark between them, one after the other.

use register::draft::Draft;

/// Name, post and role. Names and posts are those in which marks and places mislead.
const PEOPLE: [[&str; 3]; 5] = [
    ["Lò Văn Ất", "Ủy viên Ban Thường vụ Huyện ủy, Phó Chủ tịch UBND huyện", "Trưởng ban"],
    ["Tạ Thị Bính", "Trưởng phòng Lao động - Thương binh và Xã hội", "Phó Trưởng ban Thường trực"],
    ["Hồ Yến", "Giám đốc Trung tâm Văn hóa, Thông tin và Thể thao", "Ủy viên"],
    ["Giàng A Sử", "Chủ tịch UBND thị trấn Phố Mẫu", "Ủy viên"],
    ["Khổng Minh Đức An", "Chuyên viên Phòng Nội vụ", "Thư ký"],
];

const NUMBERS: [&str; 8] = ["N. ", "N) ", "0N. ", "N/ ", "(N) ", "- ", "+ ", "• "];
const ADDRESSES: [&str; 5] = ["Ông ", "Đồng chí ", "Đ/c ", "ông ", ""];
/// Between the name and the post.
const POSTS: [&str; 7] = [", ", " - ", " – ", ": ", ", chức vụ: ", ". Chức vụ: ", "; "];
/// Before the role at the end.
const ROLES: [&str; 9] = [" - ", ", ", "; ", ": ", ", làm ", ", giữ chức ", ", giữ vai trò ", "; chức danh: ", " ("];

/// How a line is put together of number, address, name, post and role.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Order {
    NamePostRole,
    RoleNamePost,
    PostNameRole,
    NameRolePost,
    RoleAbove,
    RoleBelow,
}

const ORDERS: [Order; 6] = [
    Order::NamePostRole,
    Order::RoleNamePost,
    Order::PostNameRole,
    Order::NameRolePost,
    Order::RoleAbove,
    Order::RoleBelow,
];

#[derive(Clone, Copy, Debug)]
struct Style {
    number: &'static str,
    address: &'static str,
    order: Order,
    post: &'static str,
    role: &'static str,
    end: &'static str,
}

impl Style {
    fn item(&self, at: usize, [name, post, role]: [&str; 3]) -> String {
        let number = self.number.replace('N', &(at + 1).to_string());
        let Self { address, post: mark, role: before, end, .. } = self;
        let after = if *before == " (" { ")" } else { "" };
        match self.order {
            Order::NamePostRole => format!("{number}{address}{name}{mark}{post}{before}{role}{after}{end}"),
            Order::RoleNamePost => format!("{number}{role}: {address}{name}{mark}{post}{end}"),
            Order::PostNameRole => format!("{number}{post}, {address}{name}{before}{role}{after}{end}"),
            Order::NameRolePost if after.is_empty() => format!("{number}{address}{name}{before}{role}, {post}{end}"),
            Order::NameRolePost => format!("{number}{address}{name} - {role} ({post}){end}"),
            Order::RoleAbove => format!("{role}:\n{number}{address}{name}{mark}{post}{end}"),
            Order::RoleBelow => format!("{number}{address}{name}{mark}{post}{end}\nChức danh: {role}{end}"),
        }
    }

    /// The list, and what of it was read otherwise.
    fn misread(&self) -> Vec<String> {
        let items: Vec<String> = PEOPLE.into_iter().enumerate().map(|(at, who)| self.item(at, who)).collect();
        let read = read(&items.join("\n"));
        let seats: Vec<[&str; 3]> = read
            .members
            .iter()
            .map(|seat| [&seat.name, &seat.position, &seat.role].map(|value| value.as_deref().unwrap_or_default()))
            .collect();
        if seats == PEOPLE { Vec::new() } else { vec![format!("{self:?}\n{}\n{seats:#?}", items.join("\n"))] }
    }
}

fn read(list: &str) -> Draft {
    let paper = format!(
        "ỦY BAN NHÂN DÂN\nHUYỆN SA THẠCH\nSố: 12/QĐ-UBND\nSa Thạch, ngày 2 tháng 3 năm 2020\n\nQUYẾT ĐỊNH\n\
         Về việc thành lập Ban Chỉ đạo phòng, chống hạn hán huyện Sa Thạch\n\n\
         CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN SA THẠCH\n\nTheo đề nghị của Trưởng phòng Nội vụ,\n\nQUYẾT ĐỊNH:\n\n\
         Điều 1. Thành lập Ban Chỉ đạo phòng, chống hạn hán huyện Sa Thạch gồm các ông, bà có tên sau:\n{list}\n\
         Điều 2. Quyết định này có hiệu lực từ ngày ký.\n\nCHỦ TỊCH\nLò Văn Ất"
    );
    let read = reading::read("paper.txt", paper.as_bytes()).ok();
    read.and_then(|read| read.decisions.into_iter().next()).unwrap_or_default()
}

/// Every style; of those that differ in nothing that an order uses, one.
fn styles() -> impl Iterator<Item = Style> {
    let orders = ORDERS.into_iter().flat_map(|order| {
        let posts = if matches!(order, Order::PostNameRole | Order::NameRolePost) { 1 } else { POSTS.len() };
        let roles =
            if matches!(order, Order::RoleNamePost | Order::RoleAbove | Order::RoleBelow) { 1 } else { ROLES.len() };
        POSTS
            .into_iter()
            .take(posts)
            .flat_map(move |post| ROLES.into_iter().take(roles).map(move |role| (order, post, role)))
    });
    orders.enumerate().flat_map(|(n, (order, post, role))| {
        NUMBERS.into_iter().flat_map(move |number| {
            // "Giám đốc Trung tâm Văn hóa, Hồ Yến": two words behind a comma may be a place.
            let named = move |address: &&str| !(order == Order::PostNameRole && address.is_empty());
            ADDRESSES.into_iter().filter(named).enumerate().map(move |(m, address)| {
                let end = [";", ".", ""][(n + m) % 3];
                Style { number, address, order, post, role, end }
            })
        })
    })
}

#[test]
fn every_style_of_a_list_is_read() {
    let misread: Vec<String> = styles().flat_map(|style| style.misread()).collect();
    assert!(
        misread.is_empty(),
        "{} of {}:\n{}",
        misread.len(),
        styles().count(),
        misread[..misread.len().min(3)].join("\n")
    );
}
