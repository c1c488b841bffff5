import { shown } from '$lib/dates';
import type { Params, refusals as vi } from '../vi/refusals';

const fields: Record<string, string> = { number: 'number', date: 'day of issue', issuer: 'issuer', act: 'main act' };

const when = ({ date, year }: Params) => (date ? ` of ${shown(date)}` : year ? ` of ${year}` : '');

const codes: (typeof vi)['codes'] = {
  no_answer: () => 'The program does not answer. Close the window and open it again; the register is not affected.',
  unknown_command: () => 'The window and the program are of different versions. Install the program again.',
  bad_request: () => 'The request was malformed. Open the screen again; if it goes on, tell whoever looks after the program.',
  bad_answer: () => 'The answer was malformed. Tell whoever looks after the program.',
  bad_date: ({ date = '' }) => `“${date}” is not a date. Write day/month/year, such as 21/4/2016.`,
  bad_draft: () => 'The decision’s content is malformed. Open the paper again to read it afresh.',
  bad_pack: ({ line = '?' }) => `The directory has a mistake in line ${line}. Install the program again.`,
  missing_field: ({ field = '' }) => `The ${fields[field] ?? field} is missing. Fill in the empty field.`,
  no_committee: () => 'It is not clear which committee the decision is about. Fill in its name.',
  member_without_committee: ({ n = '?' }) =>
    `Member line ${n}: the decision names several committees, and it is not clear which one this person belongs to.`,
  empty_member: ({ n = '?' }) => `Member line ${n} has neither a name nor a post. Fill in one of them, or remove the line.`,
  unclear_effect: ({ words = '' }) => `The day of effect is not clear: “${words}”. Fill in a day.`,
  act_not_supported: () =>
    'This version cannot record renamings and mergers yet. Keep the paper for the next one; the register is unchanged.',
  unclear_scope: () => 'It is not clear whether the list is whole or names changes only. Choose under “List”.',
  committee_exists: ({ committee }) =>
    `The register has “${committee ?? 'a committee of that name'}” at work, and the paper does not replace the decision that founded it. Say whether it is the same committee.`,
  unresolved_reference: ({ number = '' }) =>
    `The paper names ${number}, which the register does not have. It can be recorded; the two will join once ${number} comes in.`,
  committee_unknown: ({ committee = '' }) =>
    `The register does not have “${committee}”. It can be recorded; the change shows once the decision that founds it comes in.`,
  not_the_paper: ({ number = '' }) =>
    `This is not the paper ${number} itself, but an annex, a list or a report on it. The register will say so.`,
  unknown_key: ({ key = '' }) => `“${key}” is not used yet and was left aside.`,
  duplicate: (about) =>
    `The register already has ${about['number'] ?? 'this decision'}${when(about)}. A decision is recorded once; see it under Decisions.`,
  not_found: ({ name = '' }) => `“${name}” is not in the register.`,
  ambiguous: ({ name = '' }) => `“${name}” may mean several things in the register. Use the full name.`,
  file_not_found: ({ file = '' }) => `The file ${file} was not found. It may have been renamed or moved; choose it again.`,
  file_not_allowed: ({ file = '' }) =>
    `${file} may not be read or written. Choose another folder.`,
  file_in_use: ({ file = '' }) =>
    `${file} is open in another program. Close it there and save again; the file is as it was.`,
  file_failed: ({ file = '' }) => `${file} could not be read or written. Check the disk and try again.`,
  disk_full: ({ file = '' }) => `The disk is full; ${file} was not written. Make room and try again; the register is unchanged.`,
  is_a_folder: ({ file = '' }) => `${file} is a folder. Choose the papers in it one by one.`,
  too_large: ({ file = 'The file' }) => `${file} is larger than any decision (over 64 MB). Choose the paper itself.`,
  empty: () => 'There is no text in the file. If it is a scan, a version with text is needed; if it is empty, choose another.',
  not_what_its_name_says: ({ expected = '', found = '' }) =>
    `The name says ${expected}, but the content is ${found}. Save it in the right format and open it again.`,
  unsupported: ({ format = '' }) => `This version does not read ${format}. Save the paper as Word (.docx) and open it again.`,
  secret: ({ stamp = '' }) =>
    `The paper is stamped “${stamp}”: a state secret may not enter this computer. Nothing was read or kept.`,
  file_exists: ({ file = '' }) => `${file} exists already. Choose another name.`,
  not_a_register: ({ file = '' }) => `${file} is not a register of Kiện Toàn.`,
  newer_register: ({ file = '', found = '', known = '' }) =>
    `${file} was made by a newer version (format ${found}; this one reads up to ${known}). Update the program.`,
  register_in_use: ({ file = '' }) => `The register ${file} is open elsewhere. Close it there and try again.`,
  no_data_folder: () => 'There is no folder for the sample. Open the program together with a register’s file.',
  damaged: ({ entry, why = '', part = '' }) =>
    entry === undefined
      ? `The file is damaged (${part}) and cannot be read. Open it in the program that made it, save it, and try again.`
      : `The register is damaged at entry ${entry} (${why}). Record nothing more; go back to the newest backup.`,
  database_failed: ({ why = '' }) => `The register could not be read or written (${why}). Nothing was recorded; try again.`,
  no_press: () => 'This build of the program has no press. Use the full installation.',
  unknown_paper: ({ paper = '' }) => `There is no paper “${paper}” yet.`,
  paper_face_unreadable: ({ face = '' }) => `A font of the program is damaged (${face}). Install the program again.`,
  paper_content_unwritable: () => 'The pages could not be set. Tell whoever looks after the program.',
  paper_layout_failed: () => 'The pages could not be set. Tell whoever looks after the program.',
  paper_pdf_failed: ({ hint = '' }) => `The PDF could not be made. Tell whoever looks after the program. ${hint}`,
};

export const refusals: typeof vi = {
  codes,
  other: (code) => `This could not be done (${code}). The register is unchanged.`,
  detail: 'Detail',
  candidates: 'It may be:',
};
