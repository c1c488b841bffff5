// The directory as one walks through it: what it was filtered by, and the small form that is open.

import type { Order } from '$lib/load';
import type { PostLine } from '$lib/types';

export interface Asked {
  organization: string;
  /** The post's title; empty where it is chosen in the form. */
  post: string;
  /** The posts to choose from. */
  posts: readonly PostLine[];
}

class DirectoryDesk {
  /** Kept while one looks at a page and comes back. */
  filter = $state('');
  /** How the table of seats stands: its order, and from how many committees on a person stands out. */
  order = $state<Order>('load');
  most = $state(3);
  /** The small form, while it is open. */
  asked = $state.raw<Asked | null>(null);
}

export const directory = new DirectoryDesk();
