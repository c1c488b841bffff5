// The review of a paper: what was read from it, to be mended before it is recorded.

import { shown } from '$lib/dates';
import type { ListScope } from '$lib/generated/ListScope';
import type { Source } from '$lib/generated/Source';
import type { ListKey } from '$lib/mending';
import type { MemberOp, SeatKind } from '$lib/types';

/** The lists of a draft, as the form calls them. */
export const lists: Record<ListKey, string> = {
  committees: 'Tổ chức',
  old_names: 'Tên cũ',
  standing_agencies: 'Cơ quan thường trực',
  replaces: 'Thay thế',
  repeals: 'Bãi bỏ',
  amends: 'Sửa đổi, bổ sung',
  withdraws: 'Thu hồi',
  suspends: 'Tạm ngưng',
  resumes: 'Cho tiếp tục',
  revives: 'Có hiệu lực lại',
  corrects: 'Đính chính',
  merged_from: 'Hợp nhất từ',
  dissolves: 'Kết thúc hoạt động',
  leaves: 'Thôi tham gia',
  duties: 'Nhiệm vụ',
  sub_bodies: 'Bộ phận giúp việc',
};

/** The name of a field, as the chip beside selected words has it; null where no words can go. */
function fieldName(field: string): string | null {
  const [name = '', at = '', part = ''] = field.split('.');
  if (name === 'sub_bodies' && part === 'members') return fieldName(field.split('.').slice(2).join('.'));
  if (name === 'members') {
    const parts: Record<string, string> = { role: 'Vai trò', name: 'Họ tên', position: 'Chức vụ' };
    return parts[part] ? `${parts[part]}, dòng ${Number(at) + 1}` : null;
  }
  const names: Record<string, string> = {
    number: 'Số, ký hiệu',
    date: 'Ngày',
    issuer: 'Cơ quan',
    title: 'Trích yếu',
    ...(at === '' ? {} : { signer: 'Người ký', ...lists }),
  };
  return names[name] ?? null;
}

export const review = {
  label: 'Xem lại trước khi ghi',
  file: 'Tệp',
  noNumber: 'Chưa có số',
  discard: 'Bỏ, không ghi',
  removeDraft: 'Bỏ quyết định này',
  asText: 'Nguyên văn',
  asPages: 'Trang giấy',
  zoomIn: 'Phóng to',
  zoomOut: 'Thu nhỏ',
  pageOf: (at: number, count: number, file: string) => `Trang ${at}/${count} của ${file}`,
  pageComing: 'Đang vẽ trang…',
  putInto: 'Đưa vào ô',
  fieldName: (field: string): string | null => fieldName(field),
  lists,
  text: 'Nguyên văn',
  fields: 'Nội dung đọc được',
  which: (at: number, count: number) => `Quyết định ${at}/${count}`,
  doubts: (count: number) => `${count} chỗ chưa chắc; bấm F8 để đến từng chỗ`,
  noDoubts: 'Không có chỗ nào chưa chắc',
  doubt: 'chưa chắc',
  unread: 'không thấy',
  markSure: 'đọc chắc chắn',
  markDoubt: 'cần xem lại',
  number: 'Số, ký hiệu',
  date: 'Ngày ban hành',
  issuer: 'Cơ quan ban hành',
  subject: 'Trích yếu',
  act: 'Việc chính',
  standingScope: 'về việc gì',
  noDate: 'ngày',
  replacesAll: 'và các quyết định kiện toàn của nó',
  effective: 'Hiệu lực',
  onSigning: 'từ ngày ký',
  effectiveFrom: (date: string) => `từ ngày ${shown(date)}`,
  effectiveAfter: (days: string) => `sau ${days} ngày kể từ ngày ký`,
  sunset: 'Hoạt động đến hết',
  sunsetOpen: 'chưa định ngày',
  successors: 'Người kế nhiệm',
  scope: 'Danh sách',
  scopes: {
    whole: 'toàn bộ thành viên',
    partial: 'chỉ những người thay đổi',
  } satisfies Record<ListScope, string> as Record<ListScope, string>,
  source: 'Loại bản',
  sourceNote: 'Biết từ đâu',
  sourceNoteHint: 'thí dụ: bản photo của Văn phòng, không lưu tệp',
  reconstructed: 'dựng lại theo báo chí, không phải nguyên văn',
  sources: {
    decision: 'chính văn bản',
    annex: 'phụ lục, không kèm quyết định',
    list: 'danh sách, không kèm quyết định',
    news: 'bài báo, tin về văn bản',
  } satisfies Record<Source, string> as Record<Source, string>,
  choose: 'chọn…',
  signer: 'Người ký',
  members: (count: number) => `Thành viên · ${count} dòng`,
  role: 'Vai trò',
  who: 'Họ tên',
  position: 'Chức vụ, đơn vị',
  kind: 'Loại vị trí',
  place: 'Điều, khoản',
  placeHint: 'Điều…',
  strike: (what: string, at: number) => `Bỏ dòng ${at}, mục ${what}`,
  addTo: (what: string) => `Thêm một dòng, mục ${what}`,
  addField: 'Thêm mục…',
  removeField: 'Bỏ mục này',
  removeBody: (name: string) => `Bỏ cả ${name || 'bộ phận này'}`,
  unsaidLeaver: 'chưa ghi thay ai: sẽ ghi là vào thêm',
  kindByWording: 'theo câu chữ',
  honorific: 'Xưng hô',
  subBodyHint: 'tên bộ phận, thí dụ: Tổ giúp việc',
  inSubBody: 'thuộc',
  lines: (count: number) => `${count} dòng`,
  op: 'Việc thay đổi',
  ops: {
    add: 'vào thêm',
    replace: 'vào thay',
    change_role: 'đổi vai trò',
  } satisfies Record<MemberOp, string> as Record<MemberOp, string>,
  replacedHint: 'thay ai',
  previousRole: 'vai trò trước đó',
  signerParts: { form: 'KT., TM.', title: 'chức vụ', name: 'họ tên' },
  kinds: {
    named: 'đích danh',
    post: 'chức vụ',
    portfolio: 'lĩnh vực',
    nominated: 'cử người',
    class: 'nhóm',
    shared_head: 'chức vụ chung',
  } satisfies Record<SeatKind, string> as Record<SeatKind, string>,
  add: 'Thêm thành viên',
  lineTools: (at: number) => `Sửa dòng ${at}`,
  up: 'Lên',
  down: 'Xuống',
  insert: 'Chèn dòng dưới',
  split: 'Tách tại con trỏ',
  join: 'Nối với dòng dưới',
  removeLine: 'Bỏ dòng',
  invited: 'khách mời',
  chooseCommittee: 'chọn tổ chức…',
  remove: (who: string) => `Bỏ dòng ${who}`,
  duties: (count: number) => `Nhiệm vụ · ${count} việc`,
  badDate: 'Ghi ngày/tháng/năm, thí dụ 21/4/2016.',
};
