import type { settings as viSettings } from '../vi/desk';

export const settings: typeof viSettings = {
  title: 'Settings',
  language: 'Language',
  languages: { vi: 'Tiếng Việt', en: 'English' },
  theme: 'Theme',
  themes: { system: 'as the system', light: 'light', dark: 'dark' },
  register: 'Register',
  office: 'Kept by',
  file: 'File',
  entries: 'Entries',
  version: 'Version of the program',
  sample: 'This is the sample register: reconstructed from press reports, to look at and to try.',
  check: 'Check the register',
  checkWhy: 'Reads all of it again: the chain of entries, the files, and what is derived from them.',
  checking: 'Checking…',
  head: 'Mark of the newest entry',
  files: (present, missing, removed) => `Files: ${present} present, ${missing} missing, ${removed} removed on purpose.`,
  derived: 'What is derived equals a fresh derivation.',
};
