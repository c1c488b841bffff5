// @vitest-environment jsdom
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CodeAnswer } from '$lib/types';
import { answers, asked, browserParts, byTest, clear, draw, forget, settled, words } from './support/page';

const answer = (told: Partial<CodeAnswer> = {}): CodeAnswer => ({
  code: '4-4M0WHGCP-A26F7EE0',
  confirmed: true,
  entry: 4,
  on: '2016-04-21',
  known_on: '2026-11-30T04:34:00Z',
  entries_since: 0,
  superseded_at: null,
  ...told,
});

beforeAll(() => {
  browserParts();
  HTMLDialogElement.prototype.showModal = () => undefined;
});
beforeEach(forget);
afterEach(clear);

async function checked(told: CodeAnswer, typed = '4-4M0WHGCP-A26F7EE0') {
  answers({ verify_code: told });
  const { default: PaperCode } = await import('$lib/domain/PaperCode.svelte');
  await draw(PaperCode, { onclose: () => undefined });
  const box = byTest('code') as HTMLInputElement;
  box.value = typed;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  byTest('code-go')?.click();
  await settled();
  return words(byTest('code-answer'));
}

test('a paper of the register says of which day it is, and that nothing came since', async () => {
  expect(await checked(answer())).toBe(
    'Đúng là giấy lập từ sổ này. Nội dung tính đến ngày 21/4/2016, theo sổ biết đến 30/11/2026 11:34. Từ đó đến nay sổ không ghi thêm gì: nội dung vẫn như vậy.',
  );
});

test('what was recorded since is said with its day', async () => {
  const said = await checked(answer({ entries_since: 2, superseded_at: '2026-12-01T01:00:00Z' }));
  expect(said).toContain('Sau đó, từ 1/12/2026 08:00, sổ ghi thêm 2 mục: nội dung có thể đã khác.');
});

test('a code of another register is told as such, and a longer dash is understood', async () => {
  expect(await checked(answer({ confirmed: false }), '4–4M0WHGCP–A26F7EE0')).toContain('Sổ này không lập ra giấy có mã ấy.');
  expect(asked.find(({ name }) => name === 'verify_code')?.request).toEqual({ code: '4-4M0WHGCP-A26F7EE0' });
});
