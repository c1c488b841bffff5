// @vitest-environment jsdom
// The timeline as it stands on a page: the list says what the drawing shows, in its order, and a choice leads to the
// composition before and after.
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Composition, DecisionSheet, LanesOf, TimelineDrawingAnswer } from '$lib/types';
import { answers, asked, browserParts, byTest, clear, draw, forget, settled, words } from './support/page';

const day = (iso: string) => Date.parse(iso) / 86_400_000;
const OPEN = 2_147_483_647;

/** Two lanes: in the first 6193, replaced by 1943, and one to come; in the second whoever sat. */
const drawing: TimelineDrawingAnswer = {
  offices: ['Ủy ban nhân dân thành phố Hà Nội'],
  from: day('2014-01-01'),
  to: day('2028-01-01'),
  today: day('2026-11-23'),
  starts: [0, 3, 4],
  bars: {
    row: [0, 0, 0, 1],
    from: [day('2014-11-25'), day('2016-04-21'), day('2027-03-01'), day('2016-04-21')],
    to: [day('2016-04-21'), day('2027-03-01'), OPEN, OPEN],
    decision: [0, 1, 2, 1],
    words: [-1, -1, -1, 0],
    marks: [3, 1, 17, 1],
    reading: [0, 1, 2, 3],
  },
  lanes: {
    kinds: ['committee', 'seat'],
    names: ['Ban chỉ đạo Ứng dụng công nghệ thông tin', 'Chủ tịch UBND Thành phố'],
    seconds: ['', 'Trưởng ban'],
    ids: ['c', 's'],
    rows: [0, 1, 2],
  },
  arcs: { from: [1], to: [0], relation: [0], relations: ['replaces'] },
  decisions: {
    ids: ['d0', 'd1', 'd2'],
    numbers: ['6193/QĐ-UBND', '1943/QĐ-UBND', '9/QĐ-UBND'],
    subjects: ['Thành lập ban', 'Thành lập lại ban', ''],
    issued: [day('2014-11-25'), day('2016-04-21'), day('2026-10-01')],
    from: [day('2014-11-25'), day('2016-04-21'), day('2027-03-01')],
    to: [day('2016-04-21'), day('2027-03-01'), OPEN],
    act: [0, 0, 1],
    acts: ['establish', 'amend'],
    marks: [2, 0, 0],
  },
  words: ['Nguyễn Đức Chung'],
  events: [{ date: '2025-07-01', what: 'hết cấp huyện' }],
};

const composition = (on: string, heads: number | null): Composition => ({
  committee: { id: 'c', name: 'Ban chỉ đạo Ứng dụng công nghệ thông tin' },
  on,
  state: 'active',
  heads,
  invited_heads: 0,
  seats: [],
  standing_agencies: [],
  sub_bodies: [],
  duties: [],
  sunset: null,
  ended_by: null,
  suspended_by: null,
  sources: [],
  flags: [],
});

beforeAll(browserParts);
beforeEach(async () => {
  await forget();
  const { desk } = await import('$lib/state/desk.svelte');
  desk.date = '2016-04-21';
  desk.changes += 1;
});
afterEach(clear);

async function drawTimeline() {
  const { default: Timeline } = await import('$lib/domain/Timeline.svelte');
  const by: LanesOf[] = ['seats', 'people', 'decisions'];
  await draw(Timeline, { committee: 'c', by });
}

const lines = () => [...document.querySelectorAll('[data-testid="timeline-list"] [role="listitem"]')].map(words);

test('the list has every bar in the order of the drawing, with what it does and how it stands', async () => {
  answers({ timeline_drawing: drawing });
  await drawTimeline();
  expect(lines()).toEqual([
    'Ban chỉ đạo Ứng dụng công nghệ thông tin 25/11/2014 6193/QĐ-UBND Thành lập ban 25/11/2014 – trước 21/4/2016 · hết hiệu lực',
    '21/4/2016 1943/QĐ-UBND thay thế 6193/QĐ-UBND · Thành lập lại ban 21/4/2016 – trước 1/3/2027 · còn hiệu lực',
    '1/3/2027 9/QĐ-UBND từ 1/3/2027 · chưa đến ngày',
    'Chủ tịch UBND Thành phố 21/4/2016 Nguyễn Đức Chung 1943/QĐ-UBND từ 21/4/2016 · còn đến ngày đang xem',
  ]);
});

test('what begins after the date is said to, without asking again', async () => {
  answers({ timeline_drawing: drawing });
  await drawTimeline();
  const before = asked.filter(({ name }) => name === 'timeline_drawing').length;
  const { desk } = await import('$lib/state/desk.svelte');
  desk.date = '2015-01-01';
  await settled();
  expect(lines().map((line) => line.split(' · ').at(-1))).toEqual(['còn hiệu lực', 'sau ngày đang xem', 'chưa đến ngày', 'sau ngày đang xem']);
  expect(asked.filter(({ name }) => name === 'timeline_drawing').length).toBe(before);
});

test('a choice shows the composition on the eve and on the day, and leads to the decision', async () => {
  const effect = { committee: { id: 'c', name: 'Ban chỉ đạo' }, from: '2016-04-20', to: '2016-04-21' };
  answers({
    timeline_drawing: drawing,
    decision: { effects: [effect] } as unknown as DecisionSheet,
    show: (request) => {
      const { on } = request as { on: string };
      return { ...composition(on, on === '2016-04-21' ? 59 : null), known_on: '' };
    },
  });
  await drawTimeline();
  expect(byTest('timeline-panel')).toBeNull();
  document.querySelectorAll<HTMLButtonElement>('[data-testid="timeline-list"] button')[1]?.click();
  await settled();
  expect(words(byTest('membership-before'))).toBe('Trước · 20/4/2016 Chưa rõ thành phần.');
  expect(words(byTest('membership-after'))).toBe('Sau · 21/4/2016 59 thành viên');
  expect(asked).toContainEqual({ name: 'decision', request: { decision: 'd1', on: '2016-04-21' } });
  byTest('timeline-open')?.click();
  const { desk } = await import('$lib/state/desk.svelte');
  expect(desk.place).toEqual({ screen: 'decision', id: 'd1' });
});

test('other lanes are another question; the same question asked again is not', async () => {
  answers({ timeline_drawing: drawing });
  await drawTimeline();
  const people = byTest('timeline-by-people') as HTMLInputElement;
  people.click();
  await settled();
  expect(asked.map(({ request }) => (request as { lanes: string }).lanes)).toEqual(['seats', 'people']);
});

test('its pages are looked at where all papers are, with the lanes that are on screen', async () => {
  const { desk } = await import('$lib/state/desk.svelte');
  answers({ timeline_drawing: drawing });
  await drawTimeline();
  (byTest('timeline-by-people') as HTMLInputElement).click();
  await settled();
  byTest('timeline-print')?.click();
  expect(desk.place).toMatchObject({ screen: 'print', wanted: { paper: 'timeline', lanes: 'people' } });
});
