//! Saved pages.

use super::word::LINES;

/// A page of a portal, with its layout table, its list and its noise.
pub fn all() -> Vec<Vec<u8>> {
    let lines: String =
        LINES.lines().map(|line| format!("<p>{}</p>\n", line.replace('\t', "&nbsp;&nbsp;&nbsp;&nbsp;"))).collect();
    let page = format!(
        "<!DOCTYPE html><html lang=vi><head><meta charset=\"utf-8\"><title>Văn bản</title><style>p{{color:red}}</style>\
         <script>if (a < b) {{ document.write('<p>x</p>') }}</script></head><body><nav><a href=\"/\">Trang chủ</a></nav>\
         <table width=100%><tr><td align=center><b>UBND TỈNH TÂY LĨNH</b><br>Số: 418/QĐ-UBND<td align=center rowspan=2>\
         <b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></table>{lines}<table border=1><tr><th>STT<th>Họ tên<th colspan=2>Chức vụ\
         <tr><td>1<td>Lò Văn Khiết<td rowspan=2>Chủ tịch<td>Trưởng ban<tr><td>2<td>Hà Thị Mận<td>Ủy viên</table>\
         <ol><li>Một<li>Hai</ol><!-- hết --><p hidden>ẩn</p>&copy; 2021 &#7841; &amp;</body></html>"
    );
    let old = "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=x-user-defined\"></head><body>\
               <p><font face=\".VnTimeH\">quyÕt ®Þnh</font><p><font face=\".VnTime\">§iÒu 1. Thµnh lËp Ban chØ ®¹o gåm:</font>\
               <p><font face=\"VNI-Times\">OÂng Nguyeãn Vaên A</font></body></html>";
    vec![page.into_bytes(), old.as_bytes().to_vec()]
}
