// Where the window stands, as a path behind the #: so that back and forward are those of the system.

export type Tab = 'chart' | 'members' | 'decisions';

export type Place =
  | { screen: 'committees' }
  | { screen: 'committee'; id: string; tab: Tab; seat: string | null }
  | { screen: 'decisions' }
  | { screen: 'decision'; id: string }
  | { screen: 'directory' }
  | { screen: 'organization'; id: string }
  | { screen: 'post'; id: string }
  | { screen: 'person'; key: string }
  | { screen: 'import' }
  | { screen: 'print'; id: string | null }
  | { screen: 'settings' }
  | { screen: 'journal' };

export type Screen = Place['screen'];

const tabs: readonly string[] = ['chart', 'members', 'decisions'] satisfies Tab[];

export function pathOf(place: Place): string {
  switch (place.screen) {
    case 'committee': {
      const seat = place.seat === null ? '' : `/${encodeURIComponent(place.seat)}`;
      return `#/committees/${encodeURIComponent(place.id)}/${place.tab}${seat}`;
    }
    case 'decision':
      return `#/decisions/${encodeURIComponent(place.id)}`;
    case 'organization':
      return `#/organizations/${encodeURIComponent(place.id)}`;
    case 'post':
      return `#/posts/${encodeURIComponent(place.id)}`;
    case 'person':
      return `#/people/${encodeURIComponent(place.key)}`;
    case 'print':
      return place.id === null ? '#/print' : `#/print/${encodeURIComponent(place.id)}`;
    default:
      return `#/${place.screen}`;
  }
}

/** The place that a path names; null for a path that names none. */
export function placeAt(path: string): Place | null {
  const [screen = '', id, tab, seat] = path.replace(/^#?\/?/, '').split('/').map(decoded);
  switch (screen) {
    case 'committees': {
      if (!id) return { screen };
      return { screen: 'committee', id, tab: isTab(tab) ? tab : 'chart', seat: seat || null };
    }
    case 'decisions':
      return id ? { screen: 'decision', id } : { screen };
    case 'organizations':
      return id ? { screen: 'organization', id } : { screen: 'directory' };
    case 'posts':
      return id ? { screen: 'post', id } : { screen: 'directory' };
    case 'people':
      return id ? { screen: 'person', key: id } : { screen: 'directory' };
    case 'print':
      return { screen, id: id || null };
    case 'directory':
    case 'import':
    case 'settings':
    case 'journal':
      return { screen };
    default:
      return null;
  }
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
