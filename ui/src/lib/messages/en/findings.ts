import { shown } from '$lib/dates';
import type { findings as vi } from '../vi/findings';
import { paper } from './paper';

const nothing = () => '';
const all = (words: readonly string[]) => words.join(', ');
const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ');
const papers = (words: readonly string[]) => words.map(paper).join(', ');

export const findings: typeof vi = {
  title: 'To look at',
  lead: (errors, warnings, date) =>
    `${errors > 0 ? `${errors} ${errors === 1 ? 'contradiction' : 'contradictions'} and ` : ''}${warnings} ${warnings === 1 ? 'thing' : 'things'} to look at, as of ${shown(date)}`,
  none: (date) => `Nothing to look at as of ${shown(date)}.`,
  noneWhy:
    'Every committee at work was looked at, every seat, every holder of a post, and every paper in force up to this date.',
  severity: { error: 'Contradiction', warn: 'To look at' },
  places: (count) => (count === 1 ? '1 place' : `${count} places`),
  way: 'The way out',
  rule: 'Under',
  source: (rule) => (rule.source === 'register' ? `the rules of the register, section ${rule.section}` : rule.text),
  all: (count) => `Show all ${count}`,
  elsewhere: 'Organizations and posts',
  packWay: 'Check it against the paper that asks for it; reconstitute if need be. It warns, and keeps nobody from recording.',
  packWhat: (words) => `now: ${all(words)}`,
  kinds: {
    no_chair: {
      title: 'Nobody at the head',
      what: nothing,
      way: 'Compare the list with the paper; if the paper names nobody, reconstitute.',
    },
    no_standing_agency: {
      title: 'No standing agency',
      what: nothing,
      way: 'Look at the paper again; if it names none, name one by a decision.',
    },
    vacant: { title: 'Post vacant', what: nothing, way: 'Record who holds it now, or reconstitute.' },
    not_nominated: { title: 'Nobody nominated yet', what: nothing, way: 'Record the letter of nomination when it comes.' },
    post_ended: {
      title: 'Post or organization no longer exists',
      what: (words) => (words.length > 0 ? 'standing agency' : ''),
      way: 'A decision must reconstitute the committee or name another agency; until then the seat counts nobody.',
    },
    class_empty: {
      title: 'No unit left in a class of posts',
      what: nothing,
      way: 'Reconstitute with the posts of the units that exist now.',
    },
    successor_proposed: {
      title: 'A successor to be considered',
      what: (words) => `merged into ${all(words)}`,
      way: 'When reconstituting, consider the post of the successor; the register moves no seat by itself.',
    },
    person_left_post: {
      title: 'The person named has left the post',
      what: (words) => `${all(words)} no longer holds the post in the decision`,
      way: 'They stay a member until another decision; reconstitute to replace them.',
    },
    two_holders: {
      title: 'Two people hold one post',
      what: all,
      way: 'Record that the earlier one left, by the paper that says so.',
    },
    unknown_composition: {
      title: 'Composition not known',
      what: nothing,
      way: 'Read in the decision with the list once it is found.',
    },
    decision_suspended: {
      title: 'Suspended',
      what: nothing,
      way: 'Watch for the paper that resumes or repeals it, and read it in.',
    },
    past_sunset: { title: 'Past its term', what: nothing, way: 'Extend it or end it, by a decision.' },
    reconstructed: {
      title: 'Rests on a reconstruction from press reports',
      what: nothing,
      way: 'Read in the paper itself once it is found.',
    },
    unresolved_reference: {
      title: 'Refers to a paper that the register does not have',
      what: papers,
      way: 'Read that paper in, or check the number; the two then connect by themselves.',
    },
    unresolved_words: {
      title: 'Names something that the register does not find',
      what: quoted,
      way: 'Check the wording; if it is right, read in the decision that founded the committee or seat.',
    },
    unresolved_seat: {
      title: 'Post not in the directory',
      what: nothing,
      way: 'Add the organization and post to the register, or check the wording.',
    },
    unresolved_letter: {
      title: 'A letter that names somebody for no seat, or for several',
      what: quoted,
      way: 'Look at the names of the committee and of who sends; where one has several seats, add the role.',
    },
    ambiguous_reference: {
      title: 'A number that several papers bear',
      what: papers,
      way: 'Add the day of issue of the paper meant.',
    },
    tie: {
      title: 'Two papers of one day, put in order by the register',
      what: (words) => `issued and in force on the same days as ${papers(words)}`,
      way: 'Check both days; if they are right, check the composition after that day.',
    },
    same_name: {
      title: 'One name in two organizations, perhaps two people',
      what: all,
      way: 'If they are two, say so, and the register tells them apart.',
    },
    duplicate: {
      title: 'One number recorded twice in a year',
      what: (words) => `a paper of this number is there, of ${words.map(shown).join(', ')}`,
      way: 'If it was a mistake, undo one of the two entries in the journal.',
    },
    basis_not_in_force: {
      title: 'Based on what was no longer in force',
      what: papers,
      way: 'Check what the paper is based on.',
    },
    replaced_twice: {
      title: 'Replaced more than once',
      what: (words) => `by ${papers(words)}`,
      way: 'A paper is replaced once: check the numbers of those replaced.',
    },
    count_mismatch: {
      title: 'Number of members differs from the text',
      what: ([said = '?', read = '?']) => `the text says ${said}, the register has ${read}`,
      way: 'Compare the recorded list with the paper.',
    },
    correction_by_letter: {
      title: 'Members corrected by a letter',
      what: nothing,
      way: 'A letter changes no member: a decision must amend.',
    },
  },
  unknownKind: (code) => `Something else (${code})`,
};
