import { shown } from '$lib/dates';
import type { RuleSource, Severity } from '$lib/types';
import { paper } from './paper';

/** A kind of finding: what it is called, what the words found with it say, and the way out. */
export interface Kind {
  title: string;
  what: (words: readonly string[]) => string;
  way: string;
}

const nothing = () => '';
const all = (words: readonly string[]) => words.join(', ');
const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ');
const papers = (words: readonly string[]) => words.map(paper).join(', ');

const kinds = {
  no_chair: {
    title: 'Chưa có người đứng đầu',
    what: nothing,
    way: 'So lại danh sách với văn bản; nếu văn bản thiếu thì kiện toàn.',
  },
  no_standing_agency: {
    title: 'Chưa giao cơ quan thường trực',
    what: nothing,
    way: 'Xem lại văn bản; nếu văn bản không giao thì giao bằng một quyết định.',
  },
  vacant: {
    title: 'Chức vụ đang khuyết',
    what: nothing,
    way: 'Có người mới giữ chức vụ thì ghi vào sổ; nếu không thì kiện toàn.',
  },
  not_nominated: {
    title: 'Cơ quan chưa cử người',
    what: nothing,
    way: 'Nhận được văn bản cử người thì ghi vào sổ.',
  },
  post_ended: {
    title: 'Chức vụ hoặc cơ quan không còn',
    // Found with a standing agency too, and then with its successor.
    what: (words: readonly string[]) => (words.length > 0 ? 'cơ quan thường trực' : ''),
    way: 'Cần một quyết định kiện toàn, hoặc giao cơ quan khác; đến lúc ấy vị trí không tính thành viên nào.',
  },
  class_empty: {
    title: 'Nhóm chức danh không còn đơn vị nào',
    what: nothing,
    way: 'Kiện toàn để thay bằng nhóm chức danh của đơn vị hiện có.',
  },
  successor_proposed: {
    title: 'Có cơ quan kế nhiệm để xem xét',
    what: (words: readonly string[]) => `đã nhập vào ${all(words)}`,
    way: 'Khi kiện toàn, cân nhắc đưa chức vụ tương ứng của cơ quan kế nhiệm vào; sổ không tự chuyển.',
  },
  person_left_post: {
    title: 'Người được nêu tên đã thôi chức vụ',
    what: (words: readonly string[]) => `${all(words)} không còn giữ chức vụ ghi trong quyết định`,
    way: 'Người đó vẫn là thành viên cho đến khi có quyết định khác; kiện toàn nếu cần thay.',
  },
  two_holders: {
    title: 'Hai người cùng giữ một chức vụ',
    what: all,
    way: 'Ghi việc thôi giữ chức vụ của người trước, theo đúng văn bản.',
  },
  unknown_composition: {
    title: 'Chưa rõ thành phần',
    what: nothing,
    way: 'Tìm được quyết định có danh sách thì nhập vào sổ.',
  },
  decision_suspended: {
    title: 'Đang bị đình chỉ, tạm ngưng',
    what: nothing,
    way: 'Theo dõi văn bản cho tiếp tục hoặc bãi bỏ, rồi nhập vào sổ.',
  },
  past_sunset: {
    title: 'Đã quá thời hạn thực hiện nhiệm vụ',
    what: nothing,
    way: 'Gia hạn, hoặc kết thúc hoạt động, bằng một quyết định.',
  },
  reconstructed: {
    title: 'Dựa trên bản dựng lại theo báo chí',
    what: nothing,
    way: 'Tìm được chính văn bản thì nhập vào sổ để thay.',
  },
  unresolved_reference: {
    title: 'Nhắc đến văn bản mà sổ chưa có',
    what: papers,
    way: 'Nhập văn bản ấy, hoặc xem lại số đã ghi; có rồi thì hai bên tự nối với nhau.',
  },
  unresolved_words: {
    title: 'Nhắc đến tên mà sổ không thấy',
    what: quoted,
    way: 'Xem lại cách viết tên; nếu đúng thì nhập quyết định đã lập tổ chức hoặc vị trí ấy.',
  },
  unresolved_seat: {
    title: 'Chức vụ trong văn bản chưa có trong danh mục',
    what: nothing,
    way: 'Thêm cơ quan, chức vụ ấy vào sổ, hoặc xem lại cách viết.',
  },
  unresolved_letter: {
    title: 'Văn bản cử người chưa rõ cử vào vị trí nào',
    what: quoted,
    way: 'Xem lại tên ban, tên cơ quan cử; cơ quan có nhiều vị trí thì ghi thêm chức danh trong ban.',
  },
  ambiguous_reference: {
    title: 'Số văn bản trùng nhau, chưa rõ là văn bản nào',
    what: papers,
    way: 'Ghi thêm ngày ban hành của văn bản được nhắc đến.',
  },
  tie: {
    title: 'Hai văn bản cùng ngày, sổ tự xếp thứ tự',
    what: (words: readonly string[]) => `cùng ngày ban hành và hiệu lực với ${papers(words)}`,
    way: 'Xem lại ngày của hai văn bản; nếu đúng thì kiểm tra thành phần sau ngày ấy.',
  },
  same_name: {
    title: 'Một họ tên ở hai cơ quan, có thể là hai người',
    what: all,
    way: 'Nếu là hai người thì ghi rõ, để sổ tách ra.',
  },
  duplicate: {
    title: 'Một số văn bản ghi hai lần trong năm',
    what: (words: readonly string[]) => `đã có văn bản cùng số, ngày ${words.map(shown).join(', ')}`,
    way: 'Nếu ghi nhầm, vào Nhật ký sổ để ghi là nhầm một trong hai mục.',
  },
  basis_not_in_force: {
    title: 'Căn cứ không còn hiệu lực khi ban hành',
    what: papers,
    way: 'Kiểm tra lại phần căn cứ của văn bản.',
  },
  replaced_twice: {
    title: 'Bị thay thế nhiều lần',
    what: (words: readonly string[]) => `bởi ${papers(words)}`,
    way: 'Một văn bản chỉ bị thay thế một lần: kiểm tra lại số bị thay thế.',
  },
  count_mismatch: {
    title: 'Số thành viên không khớp với văn bản',
    what: ([said = '?', read = '?']: readonly string[]) => `văn bản nêu ${said} thành viên, sổ có ${read}`,
    way: 'So lại danh sách đã ghi với văn bản.',
  },
  correction_by_letter: {
    title: 'Đính chính thành viên bằng công văn',
    what: nothing,
    way: 'Công văn không làm thay đổi thành viên: cần một quyết định sửa đổi.',
  },
};

export const findings = {
  title: 'Cần xem lại',
  lead: (errors: number, warnings: number, date: string) =>
    `${errors > 0 ? `${errors} chỗ mâu thuẫn và ` : ''}${warnings} chỗ nên xem lại, tính đến ngày ${shown(date)}`,
  none: (date: string) => `Không có chỗ nào cần xem lại, tính đến ngày ${shown(date)}.`,
  noneWhy:
    'Đã xem mọi ban, hội đồng, tổ đang hoạt động, từng vị trí, người giữ chức vụ, và mọi văn bản có hiệu lực đến ngày này.',
  severity: { error: 'Mâu thuẫn', warn: 'Nên xem lại' } satisfies Record<Severity, string> as Record<Severity, string>,
  places: (count: number) => `${count} chỗ`,
  way: 'Cách xử lý',
  rule: 'Theo',
  source: (rule: RuleSource) =>
    rule.source === 'law' ? rule.text : rule.source === 'pack' ? rule.text : `quy tắc của sổ, mục ${rule.section}`,
  all: (count: number) => `Xem cả ${count} chỗ`,
  elsewhere: 'Cơ quan, chức vụ',
  packWay: 'Đối chiếu với văn bản nêu quy định; nếu không đúng thì kiện toàn. Đây là lưu ý, không ngăn việc ghi sổ.',
  packWhat: (words: readonly string[]) => `hiện là: ${all(words)}`,
  kinds: kinds as Record<keyof typeof kinds, Kind>,
  unknownKind: (code: string) => `Điều khác (${code})`,
};
