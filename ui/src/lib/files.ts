// The system's dialogs for files. In a browser there are none: there a path is typed, or a file handed over.

import { inShell, upload } from './backend';

const REGISTER = 'kientoan';

/** A register to open; null where nobody chose. */
export async function chooseRegister(title: string, kind: string): Promise<string | null> {
  const { open } = await import('@tauri-apps/plugin-dialog');
  return open({ title, multiple: false, filters: [{ name: kind, extensions: [REGISTER] }] });
}

/** Where a new register is to lie. */
export async function placeForRegister(title: string, kind: string, name: string): Promise<string | null> {
  const { save } = await import('@tauri-apps/plugin-dialog');
  return save({ title, defaultPath: `${name}.${REGISTER}`, filters: [{ name: kind, extensions: [REGISTER] }] });
}

/** Where a file with an ending is to be saved; in a browser its path is typed. */
export async function placeFor(
  words: { title: string; kind: string; pathAsk: string },
  name: string,
  ending: string,
): Promise<string | null> {
  if (!inShell) return window.prompt(words.pathAsk, `/tmp/${name}`);
  const { save } = await import('@tauri-apps/plugin-dialog');
  return save({ title: words.title, defaultPath: name, filters: [{ name: words.kind, extensions: [ending] }] });
}

/** A pack's file: by the dialog, or as the browser handed it over. */
export async function choosePack(title: string, kind: string): Promise<string | null> {
  if (inShell) {
    const { open } = await import('@tauri-apps/plugin-dialog');
    return open({ title, multiple: false, filters: [{ name: kind, extensions: ['toml'] }] });
  }
  const file = await picked('.toml');
  return file && upload(file);
}

const PAPERS = ['docx', 'pdf', 'xlsx', 'csv', 'txt', 'html', 'htm', 'png', 'jpg', 'jpeg'];

/** Papers to be read: their paths, or in a browser the files themselves; null where nobody chose. */
export async function choosePapers(title: string, kind: string): Promise<string[] | FileList | null> {
  if (!inShell) return pickPapers(false);
  const { open } = await import('@tauri-apps/plugin-dialog');
  return open({ title, multiple: true, filters: [{ name: kind, extensions: PAPERS }] });
}

/** A folder of papers. */
export async function chooseFolder(title: string): Promise<string[] | FileList | null> {
  if (!inShell) return pickPapers(true);
  const { open } = await import('@tauri-apps/plugin-dialog');
  const folder = await open({ title, directory: true });
  return folder === null ? null : [folder];
}

/** What the browser's own picker hands over. */
export function pickPapers(folder: boolean): Promise<FileList | null> {
  return fromField((field) => {
    field.multiple = true;
    field.webkitdirectory = folder;
    field.accept = PAPERS.map((ending) => `.${ending}`).join(',');
  });
}

async function picked(accept: string): Promise<File | null> {
  const files = await fromField((field) => (field.accept = accept));
  return files?.[0] ?? null;
}

function fromField(ask: (field: HTMLInputElement) => void): Promise<FileList | null> {
  return new Promise((resolve) => {
    const field = document.createElement('input');
    field.type = 'file';
    ask(field);
    field.onchange = () => resolve(field.files);
    field.oncancel = () => resolve(null);
    field.click();
  });
}
