import { shown } from '$lib/dates';
import type { State } from '$lib/types';
import { paper } from './paper';

const list = (numbers: readonly string[]) => numbers.map(paper).join(', ');

export const changes = {
  from: 'So sánh ngày',
  to: 'với ngày',
  quick: 'Chọn nhanh',
  around: (numbers: readonly string[]) => `trước và sau ${list(numbers)}`,
  aroundOn: (numbers: readonly string[], date: string) => `trước và sau ${list(numbers)}, ${shown(date)}`,
  year: 'một năm trước với ngày đang xem',
  free: 'hai ngày tự chọn',
  badDay: 'Ghi ngày/tháng/năm, thí dụ 21/4/2016.',
  days: (from: string, to: string) => `Từ ngày ${shown(from)} đến ngày ${shown(to)}`,
  heads: (before: number | null, after: number | null) => {
    if (before === null && after === null) return 'chưa rõ thành phần cả hai ngày';
    if (before === after) return `vẫn ${after ?? 0} thành viên`;
    if (after === null) return `${before} thành viên → chưa rõ`;
    return `${before ?? 'chưa rõ'} → ${after} thành viên`;
  },
  state: {
    not_yet: 'chưa thành lập',
    active: 'đang hoạt động',
    suspended: 'đang tạm ngưng hoạt động',
    ended: 'đã kết thúc hoạt động',
  } satisfies Record<State, string> as Record<State, string>,
  states: (from: string, before: string, to: string, after: string) =>
    `Ngày ${shown(from)} ${before}; ngày ${shown(to)} ${after}.`,
  stateBoth: (state: string) => `Cả hai ngày đều ${state}.`,
  renamed: (before: string, after: string) => `Đổi tên: trước là “${before}”, nay là “${after}”.`,
  unknown: (dates: readonly string[]) =>
    dates.length > 1
      ? 'Cả hai ngày đều chưa rõ thành phần, nên không thể biết ai vào, ai thôi, ai ở lại.'
      : `Ngày ${dates.map(shown).join()} chưa rõ thành phần, nên không thể biết ai mới vào, ai ở lại.`,
  unknownAlone: (date: string) => `Ngày ${shown(date)} chưa rõ thành phần: sổ không biết ai là thành viên.`,
  unknownWay: 'Có toàn văn quyết định thì nhập vào sổ: phần so sánh này sẽ đầy đủ.',
  there: (date: string) => `Có mặt ngày ${shown(date)}`,
  joined: 'Vào',
  left: 'Thôi',
  changed: 'Đổi vai trò',
  vacated: 'Trống',
  comes: (role: string | null, invited: boolean) => (invited ? 'được mời tham gia' : `làm ${role ?? 'thành viên'}`),
  goes: (role: string | null, invited: boolean) => (invited ? 'thôi được mời' : `thôi làm ${role ?? 'thành viên'}`),
  becomes: (from: string, to: string) => `từ ${from} thành ${to}`,
  empties: (role: string | null) => `không còn giữ vị trí ${role ?? 'thành viên'}; vị trí đang trống`,
  member: 'thành viên',
  guest: 'khách mời',
  theSeat: (who: string) => `Xem vị trí: ${who}`,
  columns: { who: 'Ai', what: 'Thay đổi', basis: 'Căn cứ' },
  none: (date: string, other: string) => `Không ai vào, không ai thôi từ ngày ${shown(date)} đến ngày ${shown(other)}.`,
  noneWay: 'Nhiệm vụ, cơ quan thường trực hoặc thời hạn vẫn có thể đã đổi: xem ở quyết định. Hoặc so sánh với ngày khác:',
  noneHere: 'Không ai vào, không ai thôi.',
  tryDecision: (number: string) => `Trước và sau ${paper(number)}`,
  tryYear: 'Một năm trước',
  nothing: (date: string) => `Sổ chưa có quyết định nào về tổ chức này đến ngày ${shown(date)}.`,
  subBodies: 'Bộ phận giúp việc',
  seat: {
    title: 'Qua các thời kỳ',
    holders: 'Người giữ',
    noHolder: 'Sổ chưa biết tên ai giữ vị trí này.',
    until: (from: string, to: string | null) =>
      `${shown(from)} – ${to === null ? 'nay' : `trước ${shown(to)}`}`,
    ended: 'đến khi có',
    member: 'Thành viên',
  },
};
