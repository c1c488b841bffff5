// What was refused: what, where, and what to do. One sentence for each code that a command can answer with.

import { shown } from '$lib/dates';
import { lists } from './review';

export type Params = Readonly<Record<string, string | undefined>>;
type Sentence = (about: Params) => string;

const fields: Record<string, string> = {
  number: 'số, ký hiệu',
  date: 'ngày ban hành',
  issuer: 'cơ quan ban hành',
  act: 'việc chính',
  organization: 'cơ quan',
  post: 'chức vụ',
  person: 'họ tên',
  portfolio: 'lĩnh vực phụ trách',
  source: 'văn bản hoặc ghi chú làm căn cứ',
  old_names: 'tên cũ của ban được đổi tên',
  why: 'lý do',
  source_note: 'nơi biết được văn bản này (mục “Biết từ đâu”)',
};

/** What says of which committee it is, where a paper has several. */
const choosable = new Set(['standing_agencies', 'sub_bodies']);

const when = ({ date, year }: Params) => (date ? ` ngày ${shown(date)}` : year ? ` năm ${year}` : '');

const codes = {
  no_answer: () => 'Chương trình không trả lời. Đóng cửa sổ rồi mở lại; sổ không bị ảnh hưởng.',
  unknown_command: () => 'Cửa sổ và chương trình không cùng phiên bản. Hãy cài lại chương trình.',
  bad_request: () => 'Yêu cầu không đúng dạng. Mở lại màn hình; nếu còn lặp lại, báo người phụ trách chương trình.',
  bad_answer: () => 'Chương trình trả lời không đúng dạng. Hãy báo người phụ trách chương trình.',
  chart_too_large: () => 'Sơ đồ chung lớn quá khổ vẽ được. Hãy thu gọn các tổ chức, hoặc xem sơ đồ của từng ban.',
  bad_date: ({ date = '' }) => `“${date}” không phải là một ngày. Ghi ngày/tháng/năm, thí dụ 21/4/2016.`,
  bad_draft: () => 'Nội dung quyết định không đúng dạng. Mở lại văn bản để đọc từ đầu.',
  bad_pack: ({ file, line = '?', why = '' }) =>
    file === undefined
      ? `Danh mục đi kèm có lỗi ở dòng ${line}. Hãy cài lại chương trình.`
      : `Danh mục ${file} sai ở dòng ${line}${why ? ` (${why})` : ''}. Sửa tệp rồi nạp lại; sổ không thay đổi.`,
  missing_field: ({ field = '' }) => `Chưa có ${fields[field] ?? field}. Điền vào ô còn trống.`,
  empty_entry: ({ field = '' }) => `Mục “${lists[field as keyof typeof lists] ?? field}” có ô để trống. Điền vào, hoặc bỏ ô ấy.`,
  no_committee: () => 'Chưa rõ quyết định về ban, hội đồng hay tổ nào. Điền tên tổ chức.',
  several_committees: ({ field = '' }) =>
    `Văn bản nêu nhiều tổ chức; mục “${lists[field as keyof typeof lists] ?? 'Hoạt động đến hết'}” chưa rõ của tổ chức nào. ${choosable.has(field) ? 'Chọn tổ chức ở mục ấy.' : 'Bỏ mục ấy; khi ghi riêng được thì bổ sung sau.'}`,
  member_without_committee: ({ n = '?', sub_body: of }) =>
    `Dòng ${n}${of ? ` của ${of}` : ', danh sách thành viên'}: quyết định nêu nhiều tổ chức, chưa rõ vị trí này thuộc tổ chức nào.`,
  empty_member: ({ n = '?', sub_body: of }) =>
    `Dòng ${n}${of ? ` của ${of}` : ', danh sách thành viên,'} chưa có họ tên lẫn chức vụ. Điền một trong hai, hoặc bỏ dòng.`,
  unclear_effect: ({ words = '' }) => `Chưa rõ ngày có hiệu lực: “${words}”. Điền ngày cụ thể.`,
  unclear_scope: () => 'Chưa rõ danh sách là toàn bộ thành viên hay chỉ những người thay đổi. Chọn ở mục “Danh sách”.',
  committee_exists: ({ committee }) =>
    `Sổ đã có “${committee ?? 'tổ chức cùng tên'}” đang hoạt động, mà văn bản không thay thế quyết định thành lập. Hãy cho biết có phải cùng một tổ chức.`,
  unresolved_reference: ({ number = '' }) =>
    `Văn bản nhắc đến ${number}, sổ chưa có. Vẫn ghi được; khi nhập ${number}, hai bên sẽ nối với nhau.`,
  committee_unknown: ({ committee = '' }) =>
    `Sổ chưa có “${committee}”. Vẫn ghi được; thay đổi này chỉ hiện khi đã nhập quyết định thành lập tổ chức ấy.`,
  not_the_paper: ({ number = '' }) =>
    `Đây không phải là chính văn bản ${number}, mà là phụ lục, danh sách hoặc bài báo về nó. Sổ ghi rõ như vậy.`,
  unknown_key: ({ key = '' }) => `Mục “${key}” chưa dùng đến, được bỏ qua.`,
  committee_continues: ({ committee = '' }) =>
    `Văn bản thành lập “${committee}” và thay thế quyết định cũ. Nếu bạn không trả lời khác, sổ coi là tổ chức cũ tiếp tục.`,
  supersedes_report: (about) =>
    `Sổ đang có ${about['number'] ?? 'quyết định này'}${when(about)} theo tin báo. Ghi văn bản này thì bản theo tin báo thôi dùng.`,
  namesakes: ({ count = '' }) => `Có ${count} người trùng tên với người trong sổ. Mở văn bản, cho biết là cùng một người hay người khác.`,
  no_tray: () => 'Chưa có chỗ để văn bản chờ. Mở sổ bằng cửa sổ chương trình.',
  attachment_gone: ({ file = '' }) => `Tệp ${file} đã được lấy ra khỏi sổ. Nhập lại từ tệp gốc.`,
  duplicate: (about) =>
    `Sổ đã có ${about['number'] ?? 'quyết định này'}${when(about)}. Mỗi quyết định chỉ ghi một lần; xem bản đã ghi ở phần Quyết định.`,
  not_found: ({ name = '' }) => `Không thấy “${name}” trong sổ.`,
  ambiguous: ({ name = '' }) => `“${name}” có thể là nhiều thứ trong sổ. Chọn đúng tên đầy đủ.`,
  file_not_found: ({ file = '' }) => `Không thấy tệp ${file}. Tệp có thể đã đổi tên hoặc chuyển chỗ; hãy chọn lại.`,
  file_not_allowed: ({ file = '' }) =>
    `Không được phép đọc hoặc ghi ${file}. Chọn thư mục khác.`,
  file_in_use: ({ file = '' }) =>
    `Tệp ${file} đang mở trong chương trình khác. Đóng tệp ở đó rồi lưu lại; tệp cũ vẫn giữ nguyên.`,
  file_failed: ({ file = '' }) => `Không đọc hoặc ghi được ${file}. Kiểm tra ổ đĩa rồi thử lại.`,
  disk_full: ({ file = '' }) => `Ổ đĩa đã đầy, không ghi được ${file}. Dọn bớt rồi thử lại; sổ không thay đổi.`,
  is_a_folder: ({ file = '' }) => `${file} là thư mục. Hãy chọn từng tệp văn bản trong đó.`,
  too_large: ({ file = 'Tệp' }) => `${file} lớn hơn mọi quyết định (quá lớn, quá nhiều trang hoặc quá nhiều chữ). Chọn đúng tệp văn bản.`,
  locked: ({ file = 'Tệp' }) => `${file} đặt mật khẩu mở, chưa đọc được. Bỏ mật khẩu, lưu lại rồi mở lại.`,
  empty: () => 'Tệp không có chữ nào. Nếu là bản quét, cần bản có chữ; nếu là tệp trống, hãy chọn tệp khác.',
  not_what_its_name_says: ({ expected = '', found = '' }) =>
    `Tên tệp nói là ${expected}, nhưng bên trong là ${found}. Lưu lại đúng dạng rồi mở lại.`,
  unsupported: ({ format = '' }) => {
    if (format === 'encrypted') return 'Tệp được đặt mật khẩu. Mở bằng Word hoặc Excel, bỏ mật khẩu, lưu lại rồi mở ở đây.';
    const sheet = ['xls', 'xlsb', 'ods'].includes(format);
    return `Bản này chưa đọc được dạng ${format}. Lưu văn bản thành ${sheet ? 'Excel (.xlsx)' : 'Word (.docx)'} rồi mở lại.`;
  },
  secret: ({ stamp = '' }) =>
    `Văn bản có dấu “${stamp}”: bí mật nhà nước không được đưa vào máy tính này. Không có gì được đọc hay lưu lại.`,
  file_exists: ({ file = '' }) => `Đã có tệp ${file}. Chọn tên khác; tệp cũ được giữ nguyên.`,
  not_a_register: ({ file = '' }) => `${file} không phải là sổ Kiện Toàn. Chọn tệp sổ khác, hoặc lập sổ mới.`,
  newer_register: ({ file = '', found = '', known = '' }) =>
    `${file} do bản mới hơn tạo (dạng ${found}; bản này đọc đến dạng ${known}). Hãy cập nhật chương trình.`,
  register_in_use: ({ file = '', who, host }) =>
    `${file} đang mở để ghi ở nơi khác${who ? ` (${who}${host ? `, máy ${host}` : ''})` : ''}. Đóng sổ ở đó rồi làm lại; vẫn xem được sổ như thường.`,
  no_register: () => 'Chưa có sổ nào đang mở. Lập sổ mới, hoặc mở một sổ đã có.',
  unsigned_register: ({ file = '' }) =>
    `${file} được lập bằng bản thử trước đây, khi mục ghi chưa có chữ ký. Lập sổ mới rồi nhập lại các văn bản.`,
  on_network: ({ file = '', system = '' }) =>
    `${file} nằm trên ổ đĩa mạng${system ? ` (${system})` : ''}: chỉ xem được, không ghi được. Chép sổ về ổ đĩa của máy này rồi mở bản chép.`,
  open_for_reading: ({ file = '' }) =>
    `${file || 'Sổ'} đang mở chỉ để xem, chưa ghi gì. Mở khóa bằng mật khẩu quản trị viên rồi làm lại.`,
  moved_on: () => 'Vừa có người khác ghi vào sổ này. Mở lại sổ để thấy phần mới rồi làm lại; việc vừa rồi chưa được ghi.',
  wrong_passphrase: () =>
    'Mật khẩu hoặc mã dự phòng không đúng; chưa có gì thay đổi. Xem phím Caps Lock và bộ gõ tiếng Việt rồi nhập lại.',
  empty_passphrase: () => 'Mật khẩu trống. Đặt một câu dài, dễ nhớ với riêng mình.',
  empty_name: () => 'Thiếu tên cơ quan hoặc họ tên quản trị viên. Điền vào ô còn trống.',
  administrator_needed: () => 'Việc này chỉ quản trị viên của sổ làm được. Mở khóa bằng mật khẩu rồi làm lại.',
  not_an_administrator: () => 'Khóa này không còn quyền ghi vào sổ. Nhờ quản trị viên khác mở khóa; sổ không thay đổi.',
  administrator_known: () => 'Người này đã là quản trị viên của sổ; không cần thêm lần nữa.',
  administrator_unknown: () => 'Không thấy quản trị viên ấy, hoặc đã thôi từ trước. Mở lại phần Cài đặt để xem danh sách.',
  last_administrator: () =>
    'Đây là quản trị viên cuối cùng; cho thôi thì không ai ghi được vào sổ nữa. Thêm người khác trước.',
  opening: () => 'Sổ chỉ được mở một lần, bằng mục đầu tiên. Không có gì được ghi thêm.',
  not_admitted: () =>
    'Sổ không nhận mục này vì chữ ký hoặc chỗ nối không đúng. Không có gì được ghi; mở lại sổ rồi làm lại.',
  cannot_be_undone: () =>
    'Mục này không ghi là nhầm được: mở sổ, quản trị viên, gỡ tệp là việc đã làm thật. Có thể ghi một mục mới để thay đổi.',
  undone_already: () => 'Mục này đã được ghi là nhầm từ trước. Xem trong Nhật ký sổ.',
  list_unchanged: ({ committee, date = '' }) =>
    `Danh sách trong tệp đúng như trong sổ${committee ? ` (${committee}${date ? `, ngày ${shown(date)}` : ''})` : ''}: không có gì để ghi.`,
  list_other_register: ({ committee }) =>
    `Danh sách${committee ? ` ${committee}` : ''} được xuất từ sổ khác, không phải sổ đang mở. Mở đúng sổ, hoặc xuất lại từ sổ này rồi sửa.`,
  list_unknown_committee: ({ committee }) =>
    `Sổ không còn tổ chức${committee ? ` “${committee}”` : ' này'}: quyết định thành lập đã được ghi là nhầm. Xuất lại danh sách cần sửa.`,
  list_damaged: ({ sheet }) =>
    `Tệp danh sách không còn nguyên vẹn${sheet ? ` (trang tính “${sheet}”)` : ''}: mất dòng tiêu đề cột hoặc phần ẩn. Xuất lại rồi sửa, giữ nguyên dòng tiêu đề.`,
  list_newer: () => 'Danh sách do bản Kiện Toàn mới hơn xuất ra. Cập nhật chương trình rồi nhập lại.',
  list_not_there: ({ committee, date }) =>
    `${committee ?? 'Tổ chức này'} không hoạt động vào ngày${date ? ` ${shown(date)}` : ' ấy'}, không có danh sách để xuất. Chọn ngày khác.`,
  list_not_written: ({ why = '' }) => `Không làm được tệp Excel${why ? ` (${why})` : ''}. Hãy báo người phụ trách chương trình.`,
  nothing_to_record: () => 'Không có gì để ghi. Điền nội dung rồi làm lại.',
  bad_json: ({ file = '', why = '' }) => `Tệp ${file} không phải JSON đúng (${why}). Sửa tệp rồi làm lại.`,
  bad_event: ({ n = '1', why = '' }) => `Việc thứ ${n} chưa đúng${why ? ` (${why})` : ''}. Xem lại các ô đã điền; chưa có gì được ghi.`,
  pack_not_newer: ({ known = '?', found = '?' }) =>
    `Sổ đã có danh mục này, bản ${known}; tệp vừa chọn là bản ${found}, không mới hơn. Tăng số version trong tệp rồi nạp lại.`,
  no_source: ({ n = '1' }) => `Việc thứ ${n} chưa nêu văn bản hoặc ghi chú làm căn cứ. Bổ sung căn cứ.`,
  damaged_file: () => 'Tệp sổ bị hỏng, không đọc tiếp được. Đừng ghi thêm; mở bản sao lưu gần nhất.',
  damaged_key: () =>
    'Khóa của quản trị viên trong sổ bị hỏng. Dùng mã dự phòng, hoặc lấy bản sao lưu; các mục đã ghi không bị ảnh hưởng.',
  no_randomness: () => 'Máy không cho số ngẫu nhiên nên không tạo được khóa. Khởi động lại máy rồi làm lại.',
  no_data_folder: () => 'Không có thư mục để giữ sổ mẫu. Mở chương trình cùng với tệp của sổ.',
  damaged: ({ entry, why = '', part = '' }) =>
    entry === undefined
      ? `Tệp bị hỏng (${part}), không đọc được. Mở tệp bằng chương trình đã tạo ra nó, lưu lại rồi thử lại.`
      : `Sổ bị hỏng ở mục ${entry} (${why}). Đừng ghi thêm; hãy lấy bản sao lưu gần nhất.`,
  database_failed: ({ why = '' }) => `Không đọc hoặc ghi được sổ (${why}). Việc đang làm chưa được ghi; hãy thử lại.`,
  no_press: () => 'Bản chương trình này không có phần in ấn. Hãy dùng bản cài đặt đầy đủ.',
  unknown_paper: ({ paper = '' }) => `Chưa có mẫu in “${paper}”.`,
  unknown_form: ({ forms = '' }) => `Giấy tờ này lưu được thành: ${forms}. Đổi đuôi tên tệp.`,
  bad_code: ({ code = '' }) => `“${code}” không phải mã đối chiếu. Chép lại đủ ba phần của mã ở chân trang.`,
  paper_needs: () => 'Chọn ban, quyết định, người hoặc cơ quan mà giấy tờ nói về.',
  paper_letter_missing: ({ letter = '', text = '' }) =>
    `Chữ “${letter}” trong “${text}” không có trong phông chữ nên không in được. Sửa chỗ đó, hoặc lưu thành DOCX.`,
  paper_not_written: ({ why = '' }) => `Không làm được tệp${why ? ` (${why})` : ''}. Hãy báo người phụ trách chương trình.`,
  paper_face_unreadable: ({ file = '' }) => `Phông chữ đi kèm bị hỏng (${file}). Hãy cài lại chương trình.`,
  paper_content_unwritable: () => 'Không dàn được trang. Hãy báo người phụ trách chương trình.',
  paper_layout_failed: ({ file = '', line, why = '', hint }) =>
    `Mẫu trình bày có lỗi${file ? ` ở ${file}` : ''}${line ? `, dòng ${line}` : ''}: ${why}.${hint ? ` Gợi ý: ${hint}.` : ''}`,
  no_decision: ({ file = '' }) => `Không thấy quyết định nào trong ${file}. Chọn đúng tệp quyết định rồi thử lại.`,
  files_differ: ({ words = '' }) => `Các tệp không khớp nhau ở ${words}. Kiểm tra xem chúng có cùng một quyết định không.`,
  printing_busy: () => 'Đang in một giấy tờ khác. Đợi xong hoặc bấm Dừng, rồi in lại.',
  printing_stopped: () => 'Đã dừng in. Không có tệp nào được lưu; tệp cũ, nếu có, vẫn còn nguyên.',
  printing_failed: ({ file = '' }) =>
    `Không in được ${file}: phần dàn trang dừng giữa chừng. Thử lại; nếu vẫn vậy, in từng ban hoặc lưu thành Word.`,
  paper_picture_failed: ({ why = '' }) => `Không làm được ảnh (${why}). Hãy lưu thành PDF hoặc SVG.`,
  paper_pdf_failed: ({ hint = '' }) => `Không làm được PDF. Hãy báo người phụ trách chương trình. ${hint}`,
} satisfies Record<string, Sentence>;

export const refusals = {
  codes: codes as Record<keyof typeof codes, Sentence>,
  other: (code: string) => `Không thực hiện được (${code}). Sổ không thay đổi.`,
  detail: 'Chi tiết',
  candidates: 'Có thể là:',
};
