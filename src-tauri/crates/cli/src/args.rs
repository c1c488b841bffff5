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
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Lập sổ mới
    New {
        register: PathBuf,
        /// Tên cơ quan giữ sổ
        #[arg(long)]
        office: String,
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
    /// Các quyết định theo thời gian
    Timeline {
        register: PathBuf,
        committee: Option<String>,
        /// Theo những gì sổ đã biết đến ngày này
        #[arg(long)]
        known_on: Option<String>,
    },
    /// In danh sách thành viên ra PDF
    Print {
        register: PathBuf,
        committee: String,
        /// Tính đến ngày (năm-tháng-ngày); không nêu thì lấy hôm nay
        #[arg(long)]
        on: Option<String>,
        /// Tệp PDF
        #[arg(short, long)]
        output: PathBuf,
        /// Loại giấy tờ
        #[arg(long, default_value = "list")]
        paper: String,
    },
    /// Kiểm tra sổ còn nguyên vẹn
    Verify { register: PathBuf },
}
