//! The founding case as the fold answers it: Quyết định 1943/QĐ-UBND on its first day, 59 heads; and what may
//! become of such a committee.
#![allow(dead_code, reason = "each test, and the example, uses its own part")]
#![allow(clippy::expect_used, reason = "a case that cannot be built is a failed test")]

use std::sync::Arc;

use jiff::civil::{Date, date};
use register::Id;
use register::composition::{Agency, CommitteeOn, Composition, Flag, Holder, SeatOn, State, SubBodyOn};
use register::decision::Citation;
use register::directory::Capacity;
use register::draft::SeatKind;
use register::role::Rank;
use report::{Head, Setting};

pub const COMMITTEE: &str = "Ban chỉ đạo Ứng dụng công nghệ thông tin thành phố Hà Nội";
pub const DAY: Date = date(2016, 4, 21);

/// Directors who have no more specific seat.
const SO: [&str; 13] = [
    "Tư pháp",
    "Công Thương",
    "Nông nghiệp và Phát triển nông thôn",
    "Giao thông vận tải",
    "Xây dựng",
    "Tài nguyên và Môi trường",
    "Lao động - Thương binh và Xã hội",
    "Văn hóa và Thể thao",
    "Giáo dục và Đào tạo",
    "Y tế",
    "Ngoại vụ",
    "Quy hoạch - Kiến trúc",
    "Du lịch",
];

const DISTRICTS: [&str; 30] = [
    "Quận Ba Đình",
    "Quận Hoàn Kiếm",
    "Quận Tây Hồ",
    "Quận Long Biên",
    "Quận Cầu Giấy",
    "Quận Đống Đa",
    "Quận Hai Bà Trưng",
    "Quận Hoàng Mai",
    "Quận Thanh Xuân",
    "Quận Hà Đông",
    "Quận Bắc Từ Liêm",
    "Quận Nam Từ Liêm",
    "Huyện Sóc Sơn",
    "Huyện Đông Anh",
    "Huyện Gia Lâm",
    "Huyện Thanh Trì",
    "Huyện Mê Linh",
    "Huyện Ba Vì",
    "Huyện Phúc Thọ",
    "Huyện Đan Phượng",
    "Huyện Hoài Đức",
    "Huyện Quốc Oai",
    "Huyện Thạch Thất",
    "Huyện Chương Mỹ",
    "Huyện Thanh Oai",
    "Huyện Thường Tín",
    "Huyện Phú Xuyên",
    "Huyện Ứng Hòa",
    "Huyện Mỹ Đức",
    "Thị xã Sơn Tây",
];

pub fn setting() -> Setting {
    Setting {
        office: "Ủy ban nhân dân thành phố Hà Nội".into(),
        known_on: "2026-11-23T03:15:00Z".parse().expect("an instant"),
        printed_on: date(2026, 11, 23),
        head: Head { seq: 12, link: "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8".into() },
    }
}

/// The decision of 1943, rebuilt from reports, at a place of it.
pub fn cite(place: Option<&str>) -> Citation {
    Citation {
        decision: "1943/QĐ-UBND".into(),
        decision_id: Some(Id("1943".into())),
        date: Some(DAY),
        place: place.map(str::to_owned),
        words: None,
        reconstructed: true,
        note: None,
    }
}

/// A committee at work in which nobody sits yet.
pub fn empty() -> Composition {
    Composition {
        committee: CommitteeOn { id: Id("ban".into()), name: COMMITTEE.into() },
        on: DAY,
        state: State::Active,
        heads: Some(0),
        invited_heads: 0,
        seats: Vec::new(),
        standing_agencies: Vec::new(),
        sub_bodies: Vec::new(),
        duties: Vec::new(),
        sunset: None,
        ended_by: None,
        suspended_by: None,
        sources: vec![cite(None)],
        flags: vec![Flag::Reconstructed],
    }
}

pub fn holder(post: &str, organization: &str) -> Holder {
    Holder { post: Some(post.into()), organization: Some(organization.into()), ..Holder::default() }
}

pub fn held_by(person: &str, post: &str, organization: &str) -> Holder {
    Holder { person: Some(person.into()), ..holder(post, organization) }
}

pub fn seat(role: &str, kind: SeatKind, as_written: &str, holders: Vec<Holder>) -> SeatOn {
    SeatOn {
        id: Id(format!("{role} {as_written}")),
        role: Some(role.into()),
        rank: Rank::of(Some(role)),
        kind,
        as_written: as_written.into(),
        position: Some(as_written.into()),
        honorific: (kind == SeatKind::Named).then(|| "Ông".into()),
        invited: false,
        voting: true,
        since: DAY,
        citation: Arc::new(cite(Some("Điều 1"))),
        heads: u32::try_from(holders.len().max(usize::from(kind == SeatKind::Nominated))).expect("few"),
        holders,
        successor: None,
        flags: vec![Flag::Reconstructed],
    }
}

fn post(role: &str, post: &str, organization: &str) -> SeatOn {
    seat(role, SeatKind::Post, &format!("{post} {organization}"), vec![holder(post, organization)])
}

/// All of it.
pub fn founding() -> Composition {
    let (chair, deputy, standing, member) = ("Trưởng ban", "Phó Trưởng ban", "Ủy viên thường trực", "Ủy viên");
    let city = "UBND Thành phố";
    let mut nominated = seat(standing, SeatKind::Nominated, "Lãnh đạo Văn phòng UBND Thành phố", Vec::new());
    nominated.flags.push(Flag::NotNominated);
    let mut seats = vec![
        seat(chair, SeatKind::Named, "", vec![held_by("Nguyễn Đức Chung", "Chủ tịch", city)]),
        seat(deputy, SeatKind::Named, "", vec![held_by("Ngô Văn Quý", "Phó Chủ tịch", city)]),
        post(deputy, "Giám đốc", "Sở Thông tin và Truyền thông"),
        post(standing, "Giám đốc", "Sở Nội vụ"),
        post(standing, "Giám đốc", "Sở Tài chính"),
        post(standing, "Giám đốc", "Sở Kế hoạch và Đầu tư"),
        post(standing, "Giám đốc", "Sở Khoa học và Công nghệ"),
        nominated,
        seat(
            standing,
            SeatKind::Portfolio,
            "Phó Giám đốc Sở Thông tin và Truyền thông phụ trách công nghệ thông tin",
            vec![holder("Phó Giám đốc", "Sở Thông tin và Truyền thông")],
        ),
        seat(
            member,
            SeatKind::Class,
            "Giám đốc các sở",
            SO.iter().map(|name| holder("Giám đốc", &format!("Sở {name}"))).collect(),
        ),
        seat(
            member,
            SeatKind::Class,
            "Chủ tịch UBND các quận, huyện, thị xã",
            DISTRICTS.iter().map(|name| holder("Chủ tịch UBND", name)).collect(),
        ),
    ];
    seats.extend(["Cục Thuế", "Cục Thống kê", "Cục Hải quan"].map(|cuc| post(member, "Cục trưởng", cuc)));
    let units = ["Bảo hiểm xã hội Thành phố", "Cảnh sát Phòng cháy chữa cháy Thành phố", "Kho bạc Nhà nước Hà Nội"];
    seats.extend(units.map(|unit| post(member, "Giám đốc", unit)));
    seats.push(seat(member, SeatKind::Named, "", vec![held_by("Đào Thanh Hải", "Phó Giám đốc", "Công an Thành phố")]));
    let agency = "Sở Thông tin và Truyền thông";
    Composition {
        heads: Some(59),
        seats,
        standing_agencies: vec![Agency {
            name: agency.into(),
            scope: None,
            citation: Arc::new(cite(Some("Điều 3"))),
            flags: vec![Flag::Reconstructed],
            successor: None,
        }],
        ..empty()
    }
}

/// A seat with a flag more.
pub fn flagged(mut seat: SeatOn, flag: Flag) -> SeatOn {
    seat.flags.push(flag);
    if matches!(flag, Flag::PostEnded | Flag::ClassEmpty) {
        seat.heads = 0;
    }
    if flag == Flag::Vacant {
        seat.holders.iter_mut().for_each(|holder| holder.vacant = true);
    }
    seat
}

/// A decision that is no reconstruction.
pub fn other(number: &str, year: i16) -> Citation {
    Citation {
        decision: number.into(),
        decision_id: Some(Id(format!("{number} {year}"))),
        date: Some(date(year, 2, 5)),
        place: None,
        words: None,
        reconstructed: false,
        note: None,
    }
}

/// The same committee years later, when everything that can happen to a seat has happened.
pub fn later() -> Composition {
    let member = "Ủy viên";
    let so = "Sở Thông tin và Truyền thông";
    let left = seat("Trưởng ban", SeatKind::Named, "", vec![held_by("Nguyễn Đức Chung", "Chủ tịch", "UBND Thành phố")]);
    let mut ended = flagged(post("Phó Trưởng ban", "Giám đốc", so), Flag::PostEnded);
    ended.successor = Some("Giám đốc Sở Khoa học và Công nghệ".into());
    let acting = Holder {
        capacity: Some(Capacity::Acting),
        citation: Some(Arc::new(other("12/QĐ-UBND", 2025))),
        ..held_by("Trần Văn Hòa", "Giám đốc", "Sở Y tế")
    };
    let in_charge =
        Holder { capacity: Some(Capacity::InCharge), ..held_by("Lê Thị Ánh", "Giám đốc", "Sở Xây dựng") };
    let two =
        vec![held_by("Phạm Văn Ba", "Cục trưởng", "Cục Hải quan"), held_by("Vũ Thị Tư", "Cục trưởng", "Cục Hải quan")];
    let mut guest = post("Chuyên gia", "Viện trưởng", "Viện Công nghệ thông tin");
    guest.invited = true;
    let mut mute = post(member, "Chánh Văn phòng", "UBND Thành phố");
    mute.voting = false;
    mute.citation = Arc::new(other("88/QĐ-UBND", 2024));
    let seats = vec![
        flagged(left, Flag::PersonLeftPost),
        ended,
        flagged(post(member, "Giám đốc", "Sở Tư pháp"), Flag::Vacant),
        seat(member, SeatKind::Post, "Giám đốc Sở Y tế", vec![acting]),
        seat(member, SeatKind::Post, "Giám đốc Sở Xây dựng", vec![in_charge]),
        flagged(seat(member, SeatKind::Post, "Cục trưởng Cục Hải quan", two), Flag::TwoHolders),
        flagged(seat(member, SeatKind::Class, "Chủ tịch UBND các quận, huyện, thị xã", Vec::new()), Flag::ClassEmpty),
        mute,
        guest,
    ];
    let secretary = seat("Tổ trưởng", SeatKind::Named, "", vec![held_by("Đỗ Minh Quân", "Phó Giám đốc", so)]);
    let body = SubBodyOn { id: Id("to".into()), name: "Tổ giúp việc".into(), heads: 1, seats: vec![secretary] };
    Composition {
        on: date(2025, 7, 1),
        heads: Some(8),
        invited_heads: 1,
        seats,
        standing_agencies: vec![Agency {
            name: so.into(),
            scope: Some("chuyển đổi số".into()),
            citation: Arc::new(cite(Some("Điều 3"))),
            flags: vec![Flag::PostEnded, Flag::SuccessorProposed],
            successor: Some("Sở Khoa học và Công nghệ".into()),
        }],
        sub_bodies: vec![body],
        sources: vec![cite(None), other("88/QĐ-UBND", 2024)],
        ..empty()
    }
}

/// A committee of which only the decision is known.
pub fn unknown() -> Composition {
    let source = Citation { date: Some(date(2014, 11, 25)), ..other("6193/QĐ-UBND", 2014) };
    Composition {
        on: date(2015, 1, 1),
        heads: None,
        sources: vec![source],
        flags: vec![Flag::UnknownComposition],
        ..empty()
    }
}
