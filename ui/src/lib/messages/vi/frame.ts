import { shown } from '$lib/dates';

export const frame = {
  product: 'Kiện Toàn',
  rail: {
    label: 'Các phần của sổ',
    committees: 'Ban, hội đồng, tổ',
    decisions: 'Quyết định',
    directory: 'Nhân sự, chức vụ',
    findings: 'Cần xem lại',
    found: (count: number) => `${count} chỗ`,
    inTray: (count: number) => `${count} văn bản trong khay`,
    import: 'Nhập văn bản',
    print: 'In ấn',
    settings: 'Cài đặt',
    sample: 'Sổ mẫu',
    entries: (count: number) => `${count.toLocaleString('vi')} mục đã ghi`,
  },
  date: {
    asOf: 'Tính đến ngày',
    previous: 'QĐ trước',
    previousTitle: (number: string, date: string) => `Về ngày ${shown(date)}: ${number}`,
    next: 'QĐ sau',
    nextTitle: (number: string, date: string) => `Đến ngày ${shown(date)}: ${number}`,
    noPrevious: 'Sổ không có quyết định nào trước ngày này',
    noNext: 'Sổ không có quyết định nào sau ngày này',
    today: 'Hôm nay',
    invalid: (text: string) => `“${text}” không phải là một ngày. Ghi ngày/tháng/năm, thí dụ 21/4/2016.`,
  },
  strip: {
    label: 'Trục thời gian: kéo hoặc dùng phím mũi tên để chọn ngày',
    value: (date: string, inForce: readonly string[]) =>
      `Ngày ${shown(date)}; ${inForce.length === 0 ? 'chưa có quyết định nào có hiệu lực' : `có hiệu lực: ${inForce.join(', ')}`}`,
    whole: 'Cả sổ',
    point: (number: string, date: string) => `${number}, có hiệu lực từ ${shown(date)}`,
    bar: (number: string, from: string, to: string | null) =>
      `${number}: hiệu lực từ ${shown(from)}${to === null ? '' : ` đến hết ngày trước ${shown(to)}`}`,
    tick: (what: string, date: string) => `${shown(date)}: ${what}`,
  },
  search: {
    label: 'Tìm trong sổ',
    hint: 'Tìm người, chức vụ, quyết định',
    keys: 'Ctrl K',
    none: (text: string, date: string) => `Không thấy “${text}” trong sổ, tính đến ngày ${shown(date)}.`,
    count: (count: number) => `${count} kết quả`,
    kinds: {
      committee: 'Ban',
      person: 'Người',
      seat: 'Vị trí',
      organization: 'Cơ quan',
      post: 'Chức vụ',
      decision: 'Quyết định',
    } as Record<string, string>,
  },
  close: 'Đóng',
  again: 'Thử lại',
  waiting: 'Đang đọc sổ…',
  showMargin: 'Mở lề giải thích',
};
