// What one person prefers on one machine: it is kept in the browser's storage and never in the register.

export type Language = 'vi' | 'en';
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'kientoan';

interface Kept {
  language?: unknown;
  theme?: unknown;
  dates?: unknown;
}

class Preferences {
  language = $state<Language>('vi');
  theme = $state<Theme>('system');
  /** The date last looked at, by register. */
  #dates: Record<string, string> = {};

  constructor() {
    const kept = read();
    if (kept.language === 'en') this.language = 'en';
    if (kept.theme === 'light' || kept.theme === 'dark') this.theme = kept.theme;
    if (typeof kept.dates === 'object' && kept.dates !== null) this.#dates = { ...kept.dates };
  }

  lastDate(register: string): string | null {
    return this.#dates[register] ?? null;
  }

  keepDate(register: string, date: string) {
    this.#dates[register] = date;
    this.keep();
  }

  keep() {
    const { language, theme } = this;
    try {
      localStorage.setItem(KEY, JSON.stringify({ language, theme, dates: this.#dates }));
    } catch {
      // A locked-down profile forgets: nothing depends on it.
    }
  }
}

function read(): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

export const preferences = new Preferences();
