import { shown } from '$lib/dates';

export const load = {
  tabs: { label: 'Cách xem', directory: 'Cơ quan, người', load: 'Tham gia các ban' },
  lead: (people: number, posts: number, committees: number, date: string) =>
    `${people} người${posts > 0 ? ` và ${posts} chức vụ chưa rõ người giữ` : ''} trong ${committees} ban, hội đồng, tổ, tính đến ngày ${shown(date)}`,
  label: 'Ai tham gia ban nào',
  who: 'Ai',
  committees: 'Số ban',
  chairs: 'Đứng đầu',
  unknown: 'chưa rõ ai giữ',
  sort: 'Xếp theo',
  sorts: { load: 'số ban', name: 'tên' },
  most: 'In đậm ai có trên',
  mostUnit: 'ban',
  many: (count: number) => `tham gia trên ${count} ban`,
  filter: 'Lọc theo tên, chức vụ',
  filterHint: 'Tên người hoặc chức vụ',
  legend: 'Viết tắt',
  invited: 'mời',
  invitedWhole: 'khách mời',
  member: 'Thành viên',
  open: (who: string, committee: string, role: string) => `${role}, ${who}, ${committee}`,
  shownOf: (shownRows: number, all: number) => `${shownRows} trong ${all} dòng`,
  noMatch: (text: string) => `Không có tên hay chức vụ nào chứa “${text}”.`,
  none: (date: string) => `Không có ai trong ban, hội đồng, tổ nào vào ngày ${shown(date)}.`,
  noneWay: 'Chọn một ngày khác trên trục thời gian, hoặc nhập quyết định có danh sách thành viên.',
};
