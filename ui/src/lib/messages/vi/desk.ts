import { shown } from '$lib/dates';

export const printing = {
  title: 'In ấn',
  committee: 'Tổ chức',
  lead: (date: string) => `Danh sách thành viên, tính đến ngày ${shown(date)}. Trang dưới đây là chính trang sẽ in.`,
  save: 'Lưu PDF…',
  print: 'In…',
  page: (at: number, count: number) => `Trang ${at}/${count}`,
  making: 'Đang dàn trang…',
  saveTitle: 'Lưu danh sách thành viên',
  saved: (path: string, pages: number) => `Đã lưu ${pages} trang vào ${path}`,
  none: (date: string) => `Không có tổ chức nào hoạt động vào ngày ${shown(date)} để in.`,
  pdf: 'Tệp PDF',
  pathAsk: 'Lưu vào (đường dẫn đầy đủ)',
};

export const settings = {
  title: 'Cài đặt',
  language: 'Ngôn ngữ',
  languages: { vi: 'Tiếng Việt', en: 'English' },
  theme: 'Nền',
  themes: { system: 'theo hệ thống', light: 'sáng', dark: 'tối' },
  register: 'Sổ',
  office: 'Cơ quan giữ sổ',
  file: 'Tệp của sổ',
  entries: 'Số mục đã ghi',
  version: 'Phiên bản chương trình',
  sample: 'Đây là sổ mẫu: thành phần dựng lại theo báo chí, để xem và để thử.',
  check: 'Kiểm tra sổ',
  checkWhy: 'Đọc lại toàn bộ sổ: chuỗi các mục, tệp lưu kèm, và những gì suy ra từ đó.',
  checking: 'Đang kiểm tra…',
  head: 'Dấu của mục cuối',
  files: (present: number, missing: number, removed: number) =>
    `Tệp lưu kèm: ${present} còn đủ, ${missing} thiếu, ${removed} đã bỏ có ghi nhận.`,
  derived: 'Những gì suy ra khớp với khi suy lại từ đầu.',
};
