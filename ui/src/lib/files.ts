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

/** A pack's file: by the dialog, or as the browser handed it over. */
export async function choosePack(title: string, kind: string): Promise<string | null> {
  if (inShell) {
    const { open } = await import('@tauri-apps/plugin-dialog');
    return open({ title, multiple: false, filters: [{ name: kind, extensions: ['toml'] }] });
  }
  const file = await picked('.toml');
  return file && upload(file);
}

function picked(accept: string): Promise<File | null> {
  return new Promise((resolve) => {
    const field = document.createElement('input');
    field.type = 'file';
    field.accept = accept;
    field.onchange = () => resolve(field.files?.[0] ?? null);
    field.oncancel = () => resolve(null);
    field.click();
  });
}
