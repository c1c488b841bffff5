//! The words of the command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// Sổ theo dõi ban chỉ đạo: ai ở vị trí nào, vai trò gì, vào ngày nào, theo điều nào của quyết định nào.
#[derive(Parser)]
#[command(name = "kientoan-cli", version)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub command: Command,
    /// Trả lời bằng một đối tượng JSON
    #[arg(long, global = true)]
    pub json: bool,
    /// Tệp ghi mật khẩu của quản trị viên; không nêu thì lấy ở biến môi trường KIENTOAN_PASSPHRASE
    #[arg(long, global = true, value_name = "TỆP")]
    pub passphrase_file: Option<PathBuf>,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Lập sổ mới
    New {
        register: PathBuf,
        /// Tên cơ quan giữ sổ
        #[arg(long)]
        office: String,
        /// Họ tên quản trị viên của sổ
        #[arg(long, default_value = "Quản trị viên")]
        administrator: String,
    },
    /// Lập sổ mẫu Hà Nội
    Sample {
        register: PathBuf,
        /// Chỉ ghi các quyết định ban hành đến hết ngày này (năm-tháng-ngày)
        #[arg(long)]
        until: Option<String>,
    },
    /// Đọc văn bản, không ghi gì
    Read {
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Đọc văn bản và ghi vào sổ
    Import {
        register: PathBuf,
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Chỉ thử, không ghi gì
        #[arg(long)]
        dry_run: bool,
    },
    /// Ghi vào sổ một quyết định, hoặc việc về cơ quan, chức vụ, viết thành JSON
    Record { register: PathBuf, draft: PathBuf },
    /// Ghi vào sổ một danh mục cơ quan, chức vụ (TOML)
    Pack { register: PathBuf, file: PathBuf },
    /// Ghi rằng một mục đã ghi nhầm
    Undo {
        register: PathBuf,
        /// Mã của mục ghi, hoặc tám ký tự đầu của mã
        entry: String,
    },
    /// Các mục ghi của sổ, mới nhất trước
    Entries { register: PathBuf },
    /// Các ban, hội đồng, tổ vào một ngày
    List {
        register: PathBuf,
        /// Tính đến ngày (năm-tháng-ngày); không nêu thì lấy hôm nay
        #[arg(long)]
        on: Option<String>,
        /// Theo những gì sổ đã biết đến ngày này
        #[arg(long)]
        known_on: Option<String>,
    },
    /// Thành phần của một ban vào một ngày
    Show {
        register: PathBuf,
        committee: String,
        /// Tính đến ngày (năm-tháng-ngày); không nêu thì lấy hôm nay
        #[arg(long)]
        on: Option<String>,
        /// Theo những gì sổ đã biết đến ngày này
        #[arg(long)]
        known_on: Option<String>,
    },
    /// Một người ở các ban, hội đồng, tổ và các chức vụ
    History {
        register: PathBuf,
        /// Họ tên, một phần họ tên, hoặc mã của người
        person: String,
        /// Tính đến ngày (năm-tháng-ngày); không nêu thì lấy tất cả
        #[arg(long)]
        on: Option<String>,
        /// Theo những gì sổ đã biết đến ngày này
        #[arg(long)]
        known_on: Option<String>,
    },
    /// Thay đổi giữa hai ngày
    Compare {
        register: PathBuf,
        committee: String,
        /// Ngày đầu (năm-tháng-ngày)
        from: String,
        /// Ngày sau (năm-tháng-ngày)
        to: String,
        /// Theo những gì sổ đã biết đến ngày này
        #[arg(long)]
        known_on: Option<String>,
    },
    /// Hiệu lực của một quyết định vào một ngày
    Status {
        register: PathBuf,
        /// Số, hoặc số kèm ngày hay năm ban hành ("12/QĐ-UBND 2016"), hoặc mã
        decision: String,
        /// Tính đến ngày (năm-tháng-ngày); không nêu thì lấy hôm nay
        #[arg(long)]
        on: Option<String>,
        /// Theo những gì sổ đã biết đến ngày này
        #[arg(long)]
        known_on: Option<String>,
    },
    /// Những điều cần xem lại
    Check {
        register: PathBuf,
        /// Tính đến ngày (năm-tháng-ngày); không nêu thì lấy hôm nay
        #[arg(long)]
        on: Option<String>,
        /// Theo những gì sổ đã biết đến ngày này
        #[arg(long)]
        known_on: Option<String>,
    },
    /// Ai tham gia những ban nào vào một ngày
    Matrix {
        register: PathBuf,
        /// Tính đến ngày (năm-tháng-ngày); không nêu thì lấy hôm nay
        #[arg(long)]
        on: Option<String>,
        /// Theo những gì sổ đã biết đến ngày này
        #[arg(long)]
        known_on: Option<String>,
    },
    /// Các quyết định theo thời gian
    Timeline {
        register: PathBuf,
        committee: Option<String>,
        /// Theo những gì sổ đã biết đến ngày này
        #[arg(long)]
        known_on: Option<String>,
    },
    /// In giấy tờ ra tệp PDF, DOCX hoặc XLSX
    Print(Box<Print>),
    /// Dàn một giấy tờ dài; chương trình tự gọi
    #[command(hide = true)]
    Press { file: PathBuf },
    /// Chép các mẫu trình bày kèm theo chương trình vào một thư mục, để cơ quan sửa thành mẫu riêng
    Templates { folder: PathBuf },
    /// Kiểm tra sổ còn nguyên vẹn; hoặc đối chiếu mã ở chân trang một giấy tờ đã in
    Verify {
        register: PathBuf,
        /// Mã đối chiếu ở chân trang
        #[arg(long, value_name = "MÃ")]
        code: Option<String>,
    },
    /// Lập lại phần suy ra từ các mục ghi
    Rebuild { register: PathBuf },
    /// Các quản trị viên của sổ
    Administrators { register: PathBuf },
    /// Thêm một quản trị viên; mật khẩu mới lấy ở tệp, hoặc ở biến KIENTOAN_NEW_PASSPHRASE
    Admit {
        register: PathBuf,
        /// Họ tên
        #[arg(long)]
        name: String,
        /// Tệp ghi mật khẩu của quản trị viên mới
        #[arg(long, value_name = "TỆP")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Cho một quản trị viên thôi quyền ghi sổ
    Retire {
        register: PathBuf,
        /// Khóa công khai, hoặc tám ký tự đầu
        key: String,
    },
    /// Đặt mật khẩu mới bằng mã dự phòng
    Recover {
        register: PathBuf,
        /// Tệp ghi mã dự phòng
        #[arg(long, value_name = "TỆP")]
        code_file: PathBuf,
        /// Tệp ghi mật khẩu mới
        #[arg(long, value_name = "TỆP")]
        new_passphrase_file: Option<PathBuf>,
    },
}

/// Giấy tờ cần in.
#[derive(clap::Args)]
pub(crate) struct Print {
    pub register: PathBuf,
    /// Giấy tờ nói về gì: ban (list, summary, changes, sources, decisions, chart, timeline), quyết định (notice),
    /// người (person), cơ quan (organization); decisions, chart, timeline, matrix không cần nêu
    pub about: Option<String>,
    /// Tính đến ngày (năm-tháng-ngày); không nêu thì lấy hôm nay
    #[arg(long)]
    pub on: Option<String>,
    /// Theo những gì sổ đã biết đến ngày này
    #[arg(long)]
    pub known_on: Option<String>,
    /// Tệp; đuôi .pdf, .docx hay .xlsx cho biết dạng tệp; sơ đồ, dòng thời gian: .pdf, .svg hay .png (nhiều trang thì
    /// mỗi trang một tệp có đánh số)
    #[arg(short, long)]
    pub output: PathBuf,
    /// list, summary, changes, sources, decisions, notice, person, organization, matrix, chart, timeline
    #[arg(long, default_value = "list")]
    pub paper: String,
    /// changes: theo quyết định này, thay vì giữa hai ngày
    #[arg(long)]
    pub decision: Option<String>,
    /// changes, summary, chart: thay đổi kể từ ngày này (năm-tháng-ngày)
    #[arg(long)]
    pub from: Option<String>,
    /// Thứ tự: decision (theo quyết định), given_name (theo tên)
    #[arg(long)]
    pub order: Option<String>,
    /// Cách gọi: as_written (như quyết định: Ông, Bà), comrade (Đồng chí)
    #[arg(long)]
    pub address: Option<String>,
    /// chart, timeline: khổ giấy a4, a3, hoặc whole (một tờ liền)
    #[arg(long)]
    pub sheet: Option<String>,
    /// timeline: mỗi hàng là decisions (quyết định), committees (một ban), seats (một vị trí), people (một người)
    #[arg(long)]
    pub lanes: Option<String>,
    /// chart, timeline: chỉ các ban do cơ quan này thành lập
    #[arg(long)]
    pub office: Option<String>,
    /// Thư mục mẫu riêng của cơ quan; không nêu thì lấy thư mục mau-in cạnh tệp sổ, nếu có
    #[arg(long)]
    pub templates: Option<PathBuf>,
}
