import { shown } from '$lib/dates';
import { lists } from './review';
import type { Params, refusals as vi } from '../vi/refusals';

const fields: Record<string, string> = {
  number: 'number',
  date: 'day of issue',
  issuer: 'issuer',
  act: 'main act',
  organization: 'organization',
  post: 'post',
  person: 'name',
  portfolio: 'field looked after',
  source: 'paper or note that this rests on',
  old_names: 'old name of the committee that is renamed',
  why: 'reason',
  source_note: 'where the paper is known from',
};

const choosable = new Set(['standing_agencies', 'sub_bodies']);

const when = ({ date, year }: Params) => (date ? ` of ${shown(date)}` : year ? ` of ${year}` : '');

const codes: (typeof vi)['codes'] = {
  no_answer: () => 'The program does not answer. Close the window and open it again; the register is not affected.',
  unknown_command: () => 'The window and the program are of different versions. Install the program again.',
  bad_request: () => 'The request was malformed. Open the screen again; if it goes on, tell whoever looks after the program.',
  bad_answer: () => 'The answer was malformed. Tell whoever looks after the program.',
  chart_too_large: () => 'The common chart is larger than can be drawn. Close committees, or look at them one by one.',
  bad_date: ({ date = '' }) => `“${date}” is not a date. Write day/month/year, such as 21/4/2016.`,
  bad_draft: () => 'The decision’s content is malformed. Open the paper again to read it afresh.',
  bad_pack: ({ file, line = '?', why = '' }) =>
    file === undefined
      ? `The pack that comes with the program has a mistake in line ${line}. Install the program again.`
      : `The pack ${file} has a mistake in line ${line}${why ? ` (${why})` : ''}. Mend the file and take it in again; the register is unchanged.`,
  missing_field: ({ field = '' }) => `The ${fields[field] ?? field} is missing. Fill in the empty field.`,
  empty_entry: ({ field = '' }) => `“${lists[field as keyof typeof lists] ?? field}” has an empty line. Fill it in, or remove it.`,
  no_committee: () => 'It is not clear which committee the decision is about. Fill in its name.',
  several_committees: ({ field = '' }) =>
    `The paper names several committees, and “${lists[field as keyof typeof lists] ?? 'Last day'}” does not say of which it is. ${choosable.has(field) ? 'Choose the committee there.' : 'Remove it here; add it later, when it can be recorded by itself.'}`,
  member_without_committee: ({ n = '?', sub_body: of }) =>
    `Line ${n}${of ? ` of ${of}` : ' of the members'}: the decision names several committees, and it is not clear which one this person belongs to.`,
  empty_member: ({ n = '?', sub_body: of }) =>
    `Line ${n}${of ? ` of ${of}` : ' of the members'} has neither a name nor a post. Fill in one of them, or remove the line.`,
  unclear_effect: ({ words = '' }) => `The day of effect is not clear: “${words}”. Fill in a day.`,
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
  committee_continues: ({ committee = '' }) =>
    `The paper founds “${committee}” and replaces the old decision. Unless you say otherwise, the committee goes on.`,
  supersedes_report: ({ number = 'this decision' }) =>
    `The register has ${number} from a report. Once this paper is recorded, the report is used no more.`,
  namesakes: ({ count = '' }) => `${count} bear the name of somebody in the register. Open the paper and say who is meant.`,
  no_tray: () => 'There is no place for papers to wait. Open the register with the program’s window.',
  attachment_gone: ({ file = '' }) => `${file} was taken out of the register. Read it again from the original file.`,
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
  too_large: ({ file = 'The file' }) => `${file} is larger than any decision (too large, too many pages, or too much text). Choose the paper itself.`,
  locked: ({ file = 'The file' }) => `${file} needs a password to be opened, and was not read. Save it without the password, and open it again.`,
  empty: () => 'There is no text in the file. If it is a scan, a version with text is needed; if it is empty, choose another.',
  not_what_its_name_says: ({ expected = '', found = '' }) =>
    `The name says ${expected}, but the content is ${found}. Save it in the right format and open it again.`,
  unsupported: ({ format = '' }) => {
    if (format === 'encrypted') return 'The file has a password. Open it in Word or Excel, take the password off, save it, and open it here.';
    const sheet = ['xls', 'xlsb', 'ods'].includes(format);
    return `This version does not read ${format}. Save the paper as ${sheet ? 'Excel (.xlsx)' : 'Word (.docx)'} and open it again.`;
  },
  secret: ({ stamp = '' }) =>
    `The paper is stamped “${stamp}”: a state secret may not enter this computer. Nothing was read or kept.`,
  file_exists: ({ file = '' }) => `${file} exists already. Choose another name; the file there stays as it is.`,
  not_a_register: ({ file = '' }) => `${file} is not a register of Kiện Toàn. Choose another file, or make a new register.`,
  newer_register: ({ file = '', found = '', known = '' }) =>
    `${file} was made by a newer version (format ${found}; this one reads up to ${known}). Update the program.`,
  register_in_use: ({ file = '', who, host }) =>
    `${file} is open for writing elsewhere${who ? ` (${who}${host ? `, on ${host}` : ''})` : ''}. Close it there and try again; it can be viewed meanwhile.`,
  no_register: () => 'No register is open. Make a new one, or open one that is there.',
  unsigned_register: ({ file = '' }) =>
    `${file} was made by an early trial version, when entries were not signed. Make a new register and read the papers again.`,
  on_network: ({ file = '', system = '' }) =>
    `${file} lies on a network drive${system ? ` (${system})` : ''}: it can be viewed, not written. Copy it to a drive of this machine and open the copy.`,
  open_for_reading: ({ file = '' }) =>
    `${file || 'The register'} is open for viewing only; nothing was recorded. Unlock it with an administrator’s passphrase and try again.`,
  moved_on: () => 'Somebody else has just recorded in this register. Open it again to see what is new, then try again; this was not recorded.',
  wrong_passphrase: () =>
    'The passphrase or the recovery code is wrong; nothing changed. Look at Caps Lock and the keyboard’s language, and try again.',
  empty_passphrase: () => 'The passphrase is empty. Choose a long sentence that you alone remember easily.',
  empty_name: () => 'The office or the administrator has no name. Fill in the empty field.',
  administrator_needed: () => 'Only an administrator of the register may do this. Unlock it with the passphrase and try again.',
  not_an_administrator: () => 'This key may no longer record. Ask another administrator to unlock; the register is unchanged.',
  administrator_known: () => 'This person is an administrator already.',
  administrator_unknown: () => 'There is no such administrator, or not any more. Open Settings again to see the list.',
  last_administrator: () => 'This is the last administrator; without one nobody could record any more. Admit another one first.',
  opening: () => 'A register is opened once, by its first entry. Nothing was recorded.',
  not_admitted: () =>
    'The register does not take this entry: its signature or its place is wrong. Nothing was recorded; open the register again and try once more.',
  cannot_be_undone: () =>
    'This entry cannot be declared a mistake: opening, administrators and removed files are things done. Record a new entry to change them.',
  undone_already: () => 'This entry was declared a mistake before. See the journal.',
  list_unchanged: ({ committee, date = '' }) =>
    `The list in the file is the one in the register${committee ? ` (${committee}${date ? `, ${shown(date)}` : ''})` : ''}: there is nothing to record.`,
  list_other_register: ({ committee }) =>
    `The list${committee ? ` of ${committee}` : ''} comes from another register than the one that is open. Open that one, or export the list anew from here.`,
  list_unknown_committee: ({ committee }) =>
    `The register no longer has ${committee ? `“${committee}”` : 'this committee'}: its founding was declared a mistake. Export the list that you want to edit anew.`,
  list_damaged: ({ sheet }) =>
    `The file of the list is no longer whole${sheet ? ` (sheet “${sheet}”)` : ''}: the row of column heads or its hidden part is gone. Export it anew and keep the row of heads.`,
  list_newer: () => 'The list was exported by a later version of the program. Update the program, then import it again.',
  list_not_there: ({ committee, date }) =>
    `${committee ?? 'This committee'} was not at work on ${date ? shown(date) : 'that day'}: there is no list to export. Choose another date.`,
  list_not_written: ({ why = '' }) => `The Excel file could not be made${why ? ` (${why})` : ''}. Tell whoever looks after the program.`,
  nothing_to_record: () => 'There is nothing to record. Fill in the form and try again.',
  bad_json: ({ file = '', why = '' }) => `${file} is not valid JSON (${why}). Mend the file and try again.`,
  bad_event: ({ n = '1', why = '' }) => `Item ${n} is not right${why ? ` (${why})` : ''}. Look at the fields again; nothing was recorded.`,
  pack_not_newer: ({ known = '?', found = '?' }) =>
    `The register has version ${known} of this pack; the file is version ${found}, which is no newer. Raise its version and take it in again.`,
  no_source: ({ n = '1' }) => `Item ${n} names no paper and no note as its source. Add one.`,
  damaged_file: () => 'The register’s file is damaged and cannot be read further. Record nothing more; open the newest backup.',
  damaged_key: () =>
    'The administrator’s key in the register is damaged. Use the recovery code, or a backup; the entries are not affected.',
  no_randomness: () => 'The system gives no random numbers, so that no key could be made. Restart the machine and try again.',
  no_data_folder: () => 'There is no folder for the sample. Open the program together with a register’s file.',
  damaged: ({ entry, why = '', part = '' }) =>
    entry === undefined
      ? `The file is damaged (${part}) and cannot be read. Open it in the program that made it, save it, and try again.`
      : `The register is damaged at entry ${entry} (${why}). Record nothing more; go back to the newest backup.`,
  database_failed: ({ why = '' }) => `The register could not be read or written (${why}). Nothing was recorded; try again.`,
  no_press: () => 'This build of the program has no press. Use the full installation.',
  unknown_paper: ({ paper = '' }) => `There is no paper “${paper}” yet.`,
  unknown_form: ({ forms = '' }) => `This paper can be saved as: ${forms}. Change the ending of the file’s name.`,
  bad_code: ({ code = '' }) => `“${code}” is no code of a paper. Copy all three parts from the foot of the page.`,
  paper_needs: () => 'Choose the committee, decision, person or organization that the paper is about.',
  paper_letter_missing: ({ letter = '', text = '' }) =>
    `“${letter}” in “${text}” is in none of the fonts and cannot be printed. Change it, or save as DOCX.`,
  paper_not_written: ({ why = '' }) => `The file could not be made${why ? ` (${why})` : ''}. Tell whoever looks after the program.`,
  paper_face_unreadable: ({ file = '' }) => `A font of the program is damaged (${file}). Install the program again.`,
  paper_content_unwritable: () => 'The pages could not be set. Tell whoever looks after the program.',
  paper_layout_failed: ({ file = '', line, why = '', hint }) =>
    `A template is wrong${file ? ` in ${file}` : ''}${line ? `, line ${line}` : ''}: ${why}.${hint ? ` Hint: ${hint}.` : ''}`,
  no_decision: ({ file = '' }) => `No decision was found in ${file}. Choose the file of the decision and try again.`,
  files_differ: ({ words = '' }) => `The files do not agree on ${words}. See whether they are of one and the same decision.`,
  printing_busy: () => 'Another paper is being printed. Wait for it or press Stop, then print again.',
  printing_stopped: () => 'Printing was stopped. No file was written; the former file, if there was one, is unchanged.',
  printing_failed: ({ file = '' }) =>
    `${file} could not be printed: setting the pages ended midway. Try again; if it happens again, print one body at a time or save as Word.`,
  paper_picture_failed: ({ why = '' }) => `The picture could not be made (${why}). Save a PDF or an SVG.`,
  paper_pdf_failed: ({ hint = '' }) => `The PDF could not be made. Tell whoever looks after the program. ${hint}`,
};

export const refusals: typeof vi = {
  codes,
  other: (code) => `This could not be done (${code}). The register is unchanged.`,
  detail: 'Detail',
  candidates: 'It may be:',
};
