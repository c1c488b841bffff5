// @vitest-environment jsdom
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Citation, Comparison, DecisionOn, Finding, Load, Moved, Status, StatusAnswer } from '$lib/types';
import { answers, asked, browserParts, byTest, clear, draw, forget, settled, words } from './support/page';

const cited = (decision: string): Citation => ({
  decision,
  decision_id: `id-${decision}`,
  date: '2017-05-10',
  place: 'Điều 1',
  words: null,
  reconstructed: false,
  note: null,
});
const moved = (who: string, told: Partial<Moved> = {}): Moved => ({
  who,
  known: true,
  person_id: null,
  role: 'Ủy viên',
  rank: 'member',
  post: 'Giám đốc Sở Nội vụ',
  invited: false,
  seat: 's',
  citation: cited('890/QĐ-UBND'),
  ...told,
});
const comparison = (told: Partial<Comparison> = {}): Comparison => ({
  committee: { id: 'c', name: 'Ban Chỉ đạo' },
  from: '2017-05-19',
  to: '2017-05-20',
  name_before: null,
  states: ['active', 'active'],
  heads: [14, 15],
  joined: [],
  left: [],
  changed: [],
  vacated: [],
  sub_bodies: [],
  flags: [],
  ...told,
});
const decision = (id: string, number: string, day: string): DecisionOn => ({
  id,
  number,
  issued_on: day,
  effective_from: day,
  ended_on: null,
  issuer: 'Ủy ban nhân dân tỉnh Sa Thạch',
  act: 'amend',
  subject: null,
  committees: ['c'],
  reconstructed: false,
  unknown_composition: false,
});

// The state of the window is made when it is first asked for: not before the browser's parts are there.
beforeAll(browserParts);
beforeEach(async () => {
  await forget();
  const { desk } = await import('$lib/state/desk.svelte');
  desk.date = '2020-01-01';
  desk.changes += 1;
});
afterEach(clear);

async function drawComparison(told: Comparison) {
  const { default: Drawn } = await import('$lib/domain/Comparison.svelte');
  return draw(Drawn, { comparison: told });
}

test('a comparison says who came and who left, in which role, by which decision', async () => {
  await drawComparison(
    comparison({
      joined: [moved('Lò Văn An')],
      left: [moved('Giám đốc Bưu điện tỉnh', { known: false, post: null })],
      vacated: [moved('Cầm Bá Lượn')],
    }),
  );
  const rows = [...document.querySelectorAll('tbody tr')].map(words);
  expect(rows).toEqual([
    'Vào 1',
    'Lò Văn An, Giám đốc Sở Nội vụ làm Ủy viên 890/QĐ-UBND, Điều 1 · 10/5/2017',
    'Thôi 1',
    'Giám đốc Bưu điện tỉnh thôi làm Ủy viên 890/QĐ-UBND, Điều 1 · 10/5/2017',
    'Trống 1',
    'Cầm Bá Lượn, Giám đốc Sở Nội vụ không còn giữ vị trí Ủy viên; vị trí đang trống 890/QĐ-UBND, Điều 1 · 10/5/2017',
  ]);
  expect(words(byTest('comparison-days'))).toBe('Từ ngày 19/5/2017 đến ngày 20/5/2017: 14 → 15 thành viên');
});

test('whoever came leads to their page', async () => {
  const { desk } = await import('$lib/state/desk.svelte');
  await drawComparison(comparison({ joined: [moved('Lò Văn An', { person_id: 'p1' })] }));
  document.querySelector<HTMLButtonElement>('tbody button')?.click();
  expect(desk.place).toEqual({ screen: 'person', key: 'p1' });
});

test('a new name, and a committee that was not there yet, are said in words', async () => {
  await drawComparison(comparison({ name_before: 'Ban cũ', states: ['not_yet', 'active'], heads: [0, 14] }));
  expect(words(byTest('renamed'))).toContain('trước là “Ban cũ”');
  expect(words(document.body)).toContain('Ngày 19/5/2017 chưa thành lập; ngày 20/5/2017 đang hoạt động.');
});

test('nothing is guessed where a composition is not known: who is there is listed', async () => {
  answers({
    show: {
      known_on: '',
      committee: { id: 'c', name: 'Ban Chỉ đạo' },
      on: '2017-05-20',
      state: 'active',
      heads: 1,
      invited_heads: 0,
      seats: [
        {
          id: 's',
          role: 'Trưởng ban',
          rank: 'chair',
          kind: 'named',
          as_written: 'Lò Văn An',
          position: null,
          honorific: null,
          invited: false,
          voting: true,
          since: '2017-05-20',
          citation: cited('890/QĐ-UBND'),
          holders: [
            {
              post: 'Chủ tịch',
              post_id: null,
              organization: null,
              organization_id: null,
              person: 'Lò Văn An',
              person_id: null,
              vacant: false,
              capacity: null,
              citation: null,
            },
          ],
          heads: 1,
          successor: null,
          flags: [],
        },
      ],
      standing_agencies: [],
      sub_bodies: [],
      duties: [],
      sunset: null,
      ended_by: null,
      suspended_by: null,
      sources: [],
      flags: [],
    },
  });
  await drawComparison(comparison({ heads: [null, 1], joined: [moved('Lò Văn An')], flags: ['unknown_composition'] }));
  expect(words(byTest('comparison-unknown'))).toContain('Ngày 19/5/2017 chưa rõ thành phần');
  expect(words(byTest('there'))).toBe('Trưởng ban Lò Văn An, Chủ tịch');
  expect(document.querySelector('table')).toBeNull();
  expect(asked).toContainEqual({ name: 'show', request: { committee: 'c', on: '2017-05-20' } });
});

const decisions = [decision('d1', '215/QĐ-UBND', '2016-03-15'), decision('d2', '890/QĐ-UBND', '2017-05-20')];

test('the changes of a committee start from its last decision, and an empty result shows a way on', async () => {
  answers({ compare: comparison({ heads: [14, 14] }) });
  const { default: CommitteeChanges } = await import('$lib/domain/CommitteeChanges.svelte');
  const chosen: (string | undefined)[] = [];
  await draw(CommitteeChanges, { committee: 'c', decisions, since: undefined, onsince: (since: string | undefined) => chosen.push(since) });
  expect(asked.at(-1)).toEqual({ name: 'compare', request: { committee: 'c', from: '2017-05-19', to: '2017-05-20' } });
  expect(words(document.body)).toContain('Không ai vào, không ai thôi từ ngày 19/5/2017 đến ngày 20/5/2017.');
  const ways = [...document.querySelectorAll<HTMLButtonElement>('.ways button')];
  expect(ways.map(words)).toEqual(['Trước và sau Quyết định 215/QĐ-UBND', 'Một năm trước']);
  ways[1]?.click();
  expect(chosen).toEqual(['year']);
  ways[0]?.click();
  const { desk } = await import('$lib/state/desk.svelte');
  expect(desk.date).toBe('2016-03-15');
});

test('a day typed beside the last decision becomes the choice, and what is no day is said', async () => {
  answers({ compare: comparison() });
  const { default: CommitteeChanges } = await import('$lib/domain/CommitteeChanges.svelte');
  const chosen: (string | undefined)[] = [];
  await draw(CommitteeChanges, { committee: 'c', decisions, since: undefined, onsince: (since: string | undefined) => chosen.push(since) });
  const from = byTest('compare-from') as HTMLInputElement;
  from.value = '31/2/2016';
  from.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
  expect(from.getAttribute('aria-invalid')).toBe('true');
  expect(chosen).toEqual([]);
  from.value = '1/1/2017';
  from.dispatchEvent(new Event('change', { bubbles: true }));
  const { desk } = await import('$lib/state/desk.svelte');
  expect([chosen, desk.date]).toEqual([['2017-01-01'], '2017-05-20']);
});

test('before anything took effect there is only the way to the first decision', async () => {
  const { desk } = await import('$lib/state/desk.svelte');
  desk.date = '2015-01-01';
  const { default: CommitteeChanges } = await import('$lib/domain/CommitteeChanges.svelte');
  await draw(CommitteeChanges, { committee: 'c', decisions, since: undefined, onsince: () => undefined });
  expect(words(byTest('compare-nothing'))).toContain('Sổ chưa có quyết định nào về tổ chức này đến ngày 1/1/2015.');
  expect(asked.filter(({ name }) => name === 'compare')).toEqual([]);
});

test('how a decision stands is one sentence, with each reason named once', async () => {
  const status: StatusAnswer = {
    decision: '215/QĐ-UBND',
    decision_id: 'd1',
    issued_on: '2016-03-15',
    on: '2020-01-01',
    status: 'partly_ended',
    because: [
      { relation: 'amends', decision: '890/QĐ-UBND', decision_id: 'd2', date: '2017-05-20', since: '2017-05-20' },
      { relation: 'corrects', decision: '1105/QĐ-UBND', decision_id: 'd3', date: '2017-07-03', since: '2017-07-03' },
    ],
    flags: [],
  };
  const { default: StatusLine } = await import('$lib/domain/StatusLine.svelte');
  await draw(StatusLine, { status, decision: decisions[0] as DecisionOn });
  expect(words(byTest('status'))).toBe(
    'Tính đến ngày 1/1/2020: hết hiệu lực một phần, vì đã được sửa đổi, bổ sung bởi Quyết định 890/QĐ-UBND từ ngày 20/5/2017; vì đã được đính chính bởi Quyết định 1105/QĐ-UBND từ ngày 3/7/2017.',
  );
});

test('the status of each decision is a word in its row', async () => {
  const { default: DecisionTable } = await import('$lib/domain/DecisionTable.svelte');
  const statuses: Status[] = ['suspended', 'in_force'];
  await draw(DecisionTable, { decisions, statuses });
  const rows = [...document.querySelectorAll('tbody tr')].map(words);
  expect(rows[0]).toContain('còn hiệu lực');
  expect(rows[1]).toContain('đang ngưng hiệu lực');
});

const load = (who: string, known: boolean, committees: number): Load => ({
  who,
  known,
  person_id: null,
  post: known ? 'Giám đốc' : who,
  committees,
  chairs: 0,
  cells: [{ committee: 0, role: 'Phó Trưởng ban', rank: 'deputy', invited: false, sub_body: null, seat: 's' }],
});

test('the table of seats says roles in full to whoever does not see them, and marks the busy by more than weight', async () => {
  const { default: LoadTable } = await import('$lib/domain/LoadTable.svelte');
  const rows = [load('Lò Văn An', true, 5), load('Giám đốc Sở Y tế', false, 1)];
  await draw(LoadTable, { matrix: { on: '2020-01-01', committees: [{ id: 'c', name: 'Ban Chỉ đạo Chuyển đổi số' }], rows }, rows, most: 3 });
  const drawn = [...document.querySelectorAll('tbody tr')];
  expect(words(drawn[0] ?? null)).toBe('Lò Văn An Giám đốc 5, tham gia trên 3 ban PTB');
  expect(words(drawn[1] ?? null)).toContain('chưa rõ ai giữ');
  expect(drawn[0]?.querySelector('td button')?.getAttribute('aria-label')).toBe(
    'PTB: Phó Trưởng ban, Lò Văn An, Ban Chỉ đạo Chuyển đổi số',
  );
  expect(document.querySelector('table')?.getAttribute('aria-rowcount')).toBe('3');
});

const finding = (code: string, severity: Finding['severity'], seat: string | null): Finding => ({
  code,
  severity,
  at: {
    committee: { id: 'c', name: 'Ban Chỉ đạo' },
    seat,
    as_written: seat ? 'Giám đốc Sở Y tế' : null,
    decision: null,
    number: null,
    date: null,
    person: null,
  },
  rule: { source: 'register', section: '5.4' },
  what: [],
});

test('findings stand by kind, with the way out, the rule, and where', async () => {
  answers({ check: { findings: [finding('vacant', 'warn', 's'), finding('replaced_twice', 'error', null)] } });
  const { default: FindingsView } = await import('../src/views/FindingsView.svelte');
  await draw(FindingsView, {});
  expect(words(byTest('findings-lead'))).toBe('1 chỗ mâu thuẫn và 1 chỗ nên xem lại, tính đến ngày 1/1/2020');
  const groups = [...document.querySelectorAll('section')];
  expect(groups.map((group) => group.dataset['severity'])).toEqual(['error', 'warn']);
  expect(words(groups[1] ?? null)).toContain('Chức vụ đang khuyết 1 chỗ');
  expect(words(groups[1] ?? null)).toContain('Theo quy tắc của sổ, mục 5.4');
  groups[1]?.querySelector<HTMLButtonElement>('li button')?.click();
  const { desk } = await import('$lib/state/desk.svelte');
  expect(desk.place).toEqual({ screen: 'committee', id: 'c', tab: 'chart', seat: 's' });
});

test('with nothing to look at, the page says that everything was looked at', async () => {
  answers({ check: { findings: [] } });
  const { default: FindingsView } = await import('../src/views/FindingsView.svelte');
  await draw(FindingsView, {});
  expect(words(byTest('findings-none'))).toContain('Đã xem mọi ban, hội đồng, tổ');
});

test('a seat tells by which decisions it stood, and who sat in it', async () => {
  answers({
    seat: {
      seat: 's',
      as_written: 'Giám đốc Sở Y tế',
      kind: 'post',
      stretches: [
        { role: 'Ủy viên', from: '2016-03-15', to: '2017-05-20', citation: cited('215/QĐ-UBND'), ended_by: cited('890/QĐ-UBND') },
        { role: 'Phó Trưởng ban', from: '2017-05-20', to: null, citation: cited('890/QĐ-UBND'), ended_by: null },
      ],
      holders: [],
    },
  });
  const { default: SeatOverTime } = await import('$lib/domain/SeatOverTime.svelte');
  await draw(SeatOverTime, { committee: 'c', seat: 's' });
  const lines = [...document.querySelectorAll('[data-testid="seat-history"] ol:first-of-type li')].map(words);
  expect(lines).toEqual([
    '15/3/2016 – trước 20/5/2017 Ủy viên Quyết định 215/QĐ-UBND, Điều 1 đến khi có Quyết định 890/QĐ-UBND',
    '20/5/2017 – nay Phó Trưởng ban Quyết định 890/QĐ-UBND, Điều 1',
  ]);
  expect(words(byTest('seat-holders'))).toBe('Sổ chưa biết tên ai giữ vị trí này.');
});
