import { shown } from '$lib/dates';
import type { Act, LanesOf } from '$lib/types';
import { decisions } from './decisions';

export const timeline = {
  title: 'Dòng thời gian',
  tab: 'Dòng thời gian',
  label: (from: string, to: string) =>
    `Dòng thời gian từ ${shown(from)} đến ${shown(to)}. Phím mũi tên để dời, + và − để phóng to, thu nhỏ, số 0 để xem toàn bộ. Danh sách bên dưới có cùng nội dung.`,
  lanesBy: 'Xếp theo',
  lanes: {
    decisions: 'quyết định',
    committees: 'ban, hội đồng, tổ',
    seats: 'vị trí',
    people: 'người',
  } satisfies Record<LanesOf, string> as Record<LanesOf, string>,
  office: 'Cơ quan thành lập',
  allOffices: 'Tất cả',
  nearer: 'Phóng to',
  farther: 'Thu nhỏ',
  whole: 'Toàn bộ',
  print: 'In, lưu…',
  none: 'Không có gì để vẽ.',
  lane: { decisions: 'Quyết định', elsewhere: 'Không về ban nào', unknown: 'Chưa rõ thành phần' },
  empty: 'khuyết',
  unknown: 'chưa rõ ai',
  afterToday: 'sau hôm nay',
  decisions: (count: number) => `${count} quyết định`,
  periods: (count: number) => `${count} khoảng thời gian`,
  span: (from: string, to: string) => (from === to ? shown(from) : `${shown(from)} – ${shown(to)}`),
  acts: (acts: readonly [Act, number][]) =>
    acts.map(([act, count]) => `${count} ${decisions.acts[act].toLocaleLowerCase('vi')}`).join(', '),
  list: 'Theo thứ tự của hình',
  period: (from: string, to: string | null) => (to === null ? `từ ${shown(from)}` : `${shown(from)} – trước ${shown(to)}`),
  state: { holds: 'còn hiệu lực', over: 'hết hiệu lực', later: 'sau ngày đang xem' },
  held: { holds: 'còn đến ngày đang xem', over: 'đã qua', later: 'sau ngày đang xem' },
  future: 'chưa đến ngày',
  chosen: 'Đang chọn',
  zoomTo: 'Phóng to đến đây',
  more: (count: number) => `và ${count} mục nữa; phóng to để xem từng mục`,
  before: 'Thành phần trước và sau',
  open: 'Mở quyết định',
  toDate: (date: string) => `Xem ngày ${shown(date)}`,
  noEffect: 'Văn bản này không thay đổi thành phần của ban, hội đồng, tổ nào.',
  noDecision: 'Khoảng thời gian này không nêu căn cứ là quyết định nào trong sổ.',
  hint: 'Bấm vào một điểm để xem thành phần trước và sau. Giữ Ctrl và lăn chuột để phóng to.',
};
