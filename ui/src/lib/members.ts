// A composition as lines of a table: the same data as the chart, one line for each holder of a class.

import type { Choice } from './chart/choice';
import type { Composition, Flag, Holder, SeatOn } from './types';

export interface MemberLine {
  choice: Choice;
  seat: SeatOn;
  holder: Holder | null;
  /** The person where known. */
  person: string | null;
  /** Post and organization, else the seat's own words. */
  post: string;
  flags: readonly Flag[];
}

export interface RoleBlock {
  role: string | null;
  heads: number;
  invited: boolean;
  lines: MemberLine[];
}

/** Grouped by role in the order of the committee; those invited last. */
export function roleBlocks(seats: readonly SeatOn[]): RoleBlock[] {
  const blocks: RoleBlock[] = [];
  const ordered = [...seats.filter((seat) => !seat.invited), ...seats.filter((seat) => seat.invited)];
  for (const seat of ordered) {
    let block = blocks.find(({ role, invited }) => role === seat.role && invited === seat.invited);
    if (!block) {
      block = { role: seat.role, heads: 0, invited: seat.invited, lines: [] };
      blocks.push(block);
    }
    block.heads += seat.heads;
    block.lines.push(...lines(seat));
  }
  return blocks;
}

function lines(seat: SeatOn): MemberLine[] {
  if (seat.holders.length === 0) {
    const choice = { seat: seat.id, holder: null };
    return [{ choice, seat, holder: null, person: null, post: seat.as_written, flags: seat.flags }];
  }
  const ofClass = seat.kind === 'class';
  return seat.holders.map((holder, at) => ({
    choice: { seat: seat.id, holder: ofClass ? at : null },
    seat,
    holder,
    person: holder.person,
    post: [holder.post, holder.organization].filter(Boolean).join(' ') || (holder.person ? '' : seat.as_written),
    flags: seat.flags,
  }));
}

export interface Sitting {
  who: string;
  role: string | null;
  /** The body inside the committee. */
  body: string | null;
  invited: boolean;
  heads: number;
  /** Only on this side. */
  changed: boolean;
  /** On both sides, in another role. */
  moved: boolean;
}

type Seated = Omit<Sitting, 'changed' | 'moved'>;

/** Who or what sits, a class in its own words: short enough to set two compositions side by side. The bodies inside
    follow the committee, guests come last in each. */
function sitting(composition: Composition | null): Seated[] {
  if (composition === null) return [];
  // A body that nobody sits in yet is there all the same.
  const empty = (body: string): Seated => ({ who: '', role: null, body, invited: false, heads: 1 });
  const inside = composition.sub_bodies.flatMap(({ name, seats }) => (seats.length > 0 ? seated(seats, name) : [empty(name)]));
  return [...seated(composition.seats, null), ...inside];
}

function seated(seats: readonly SeatOn[], body: string | null): Seated[] {
  const ordered = roleBlocks(seats).flatMap(({ role, invited }) =>
    seats.filter((seat) => seat.role === role && seat.invited === invited),
  );
  return ordered.flatMap((seat): Seated[] => {
    const common = { role: seat.role, body, invited: seat.invited };
    if (seat.kind === 'class') return [{ ...common, who: seat.as_written, heads: seat.heads }];
    const [first, ...others] = lines(seat);
    const who = (line: MemberLine) => [line.person, line.post].filter(Boolean).join(', ');
    if (!first) return [];
    const own = { ...common, who: who(first), heads: Math.max(0, seat.heads - others.length) };
    return [own, ...others.map((line) => ({ ...common, who: who(line), heads: 1 }))];
  });
}

/** Whoever is on both sides and not in the same place has another role. */
function of(line: Seated, differs: boolean, stays: boolean): Sitting {
  return { ...line, changed: differs && !stays, moved: differs && stays };
}

/** Both lists, with whatever is on one side only marked: to look at; the rules of the record stand elsewhere. */
export function sideBySide(
  before: Composition | null,
  after: Composition,
): { before: Sitting[]; after: Sitting[] } {
  const [left, right] = [sitting(before), sitting(after)];
  const key = ({ who, role, body, invited }: Seated) => [body ?? '', invited, role ?? '', who].join('|');
  const [there, here] = [new Set(left.map(key)), new Set(right.map(key))];
  const who = ({ who: name, body }: Seated) => [body ?? '', name].join('|');
  const [known, stays] = [new Set(left.map(who)), new Set(right.map(who))];
  // Where nobody knows who sat before, nobody knows who is new.
  const unknown = before !== null && before.heads === null;
  return {
    before: left.map((line) => of(line, !here.has(key(line)), stays.has(who(line)))),
    after: right.map((line) => of(line, !unknown && !there.has(key(line)), known.has(who(line)))),
  };
}
