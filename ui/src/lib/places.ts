// Where the window stands, as a path behind the #: so that back and forward are those of the system.

export type Tab = 'chart' | 'members' | 'changes' | 'decisions' | 'timeline';

/** What a committee is compared with: a day, or a year before the date. Left out, its changes are those of its last
    decision, and its chart shows none. */
export type Since = string;

/** Which paper is wanted, and how, where one comes from what it draws. */
export interface PaperWanted {
  paper: string;
  /** The day that a chart is compared with. */
  from?: string | undefined;
  lanes?: string | undefined;
  /** A person, or the committees of an office, and what they are called. */
  person?: string | undefined;
  office?: string | undefined;
  of?: string | undefined;
}

export type Place =
  | { screen: 'committees'; view?: 'chart' }
  | { screen: 'committee'; id: string; tab: Tab; seat: string | null; since?: Since | undefined }
  | { screen: 'decisions' }
  | { screen: 'decision'; id: string }
  | { screen: 'directory' }
  | { screen: 'load' }
  | { screen: 'findings' }
  | { screen: 'organization'; id: string }
  | { screen: 'post'; id: string }
  | { screen: 'person'; key: string }
  | { screen: 'import'; item: string | null }
  | { screen: 'print'; id: string | null; wanted?: PaperWanted | undefined }
  | { screen: 'settings' }
  | { screen: 'journal' };

export type Screen = Place['screen'];

const tabs: readonly string[] = ['chart', 'members', 'changes', 'decisions', 'timeline'] satisfies Tab[];

export function pathOf(place: Place): string {
  switch (place.screen) {
    case 'committee': {
      const since = place.since ? `/${encodeURIComponent(place.since)}` : '';
      const seat = place.seat ? `/${encodeURIComponent(place.seat)}` : '';
      const further = place.tab === 'changes' ? since : place.tab === 'chart' && since ? `${seat || '/'}${since}` : seat;
      return `#/committees/${encodeURIComponent(place.id)}/${place.tab}${further}`;
    }
    case 'committees':
      return place.view ? '#/committees/chart' : '#/committees';
    case 'decision':
      return `#/decisions/${encodeURIComponent(place.id)}`;
    case 'organization':
      return `#/organizations/${encodeURIComponent(place.id)}`;
    case 'post':
      return `#/posts/${encodeURIComponent(place.id)}`;
    case 'person':
      return `#/people/${encodeURIComponent(place.key)}`;
    case 'import':
      return place.item === null ? '#/import' : `#/import/${encodeURIComponent(place.item)}`;
    case 'print': {
      const wanted = Object.entries(place.wanted ?? {}).filter((pair): pair is [string, string] => Boolean(pair[1]));
      const query = wanted.length > 0 ? `?${new URLSearchParams(wanted)}` : '';
      return (place.id === null ? '#/print' : `#/print/${encodeURIComponent(place.id)}`) + query;
    }
    default:
      return `#/${place.screen}`;
  }
}

/** The place that a path names; null for a path that names none. */
export function placeAt(path: string): Place | null {
  const [route = '', query] = path.split('?');
  const [screen = '', id, tab, further, since] = route.replace(/^#?\/?/, '').split('/').map(decoded);
  switch (screen) {
    case 'committees': {
      if (!id) return { screen };
      // No committee is called so: an id is of one kind, and a link by name has more letters.
      if (id === 'chart' && tab === undefined) return { screen, view: 'chart' };
      if (tab === 'changes') return { screen: 'committee', id, tab, seat: null, ...(further ? { since: further } : {}) };
      const at: Place = { screen: 'committee', id, tab: isTab(tab) ? tab : 'chart', seat: further || null };
      return since && at.tab === 'chart' ? { ...at, since } : at;
    }
    case 'decisions':
      return id ? { screen: 'decision', id } : { screen };
    case 'organizations':
      return id ? { screen: 'organization', id } : { screen: 'directory' };
    case 'posts':
      return id ? { screen: 'post', id } : { screen: 'directory' };
    case 'people':
      return id ? { screen: 'person', key: id } : { screen: 'directory' };
    case 'import':
      return { screen, item: id || null };
    case 'print':
      return { screen, id: id || null, ...wantedAt(query) };
    case 'directory':
    case 'load':
    case 'findings':
    case 'settings':
    case 'journal':
      return { screen };
    default:
      return null;
  }
}

function wantedAt(query: string | undefined): { wanted?: PaperWanted } {
  const asked = new URLSearchParams(query ?? '');
  const paper = asked.get('paper');
  if (paper === null) return {};
  const keys = ['from', 'lanes', 'person', 'office', 'of'] as const;
  const further = keys.flatMap((key) => (asked.get(key) ? [[key, asked.get(key)]] : []));
  return { wanted: { paper, ...(Object.fromEntries(further) as Partial<PaperWanted>) } };
}

function isTab(text: string | undefined): text is Tab {
  return text !== undefined && tabs.includes(text);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
