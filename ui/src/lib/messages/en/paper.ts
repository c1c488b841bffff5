import type { paper as vi } from '../vi/paper';

export const paper: typeof vi = (number) => {
  if (!/^\d/.test(number)) return number;
  if (/\/QĐ/i.test(number)) return `Decision ${number}`;
  return `${/\/NQ/i.test(number) ? 'Resolution' : 'Paper'} ${number}`;
};
