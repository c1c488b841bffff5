/** A paper by its number, under the word that its symbol stands for: Quyết định 215/QĐ-UBND, Văn bản 1422/UBND-VX. */
export function paper(number: string): string {
  // What does not begin with a number is named already: Luật Công chứng, Thông báo của Sở Nội vụ.
  if (!/^\d/.test(number)) return number;
  if (/\/QĐ/i.test(number)) return `Quyết định ${number}`;
  return `${/\/NQ/i.test(number) ? 'Nghị quyết' : 'Văn bản'} ${number}`;
}
